"""Statements joined into cases: all events of one procurement, and what can be said of them together."""
