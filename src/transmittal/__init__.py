"""Transmittal reads what is published about arms procurements and says what each document reports."""

__version__ = "0.1.0"
