"""Typed stretches of text: one module per kind, each finder a pure function, each useful alone."""
