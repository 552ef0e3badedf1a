"""The command line. Thin: it parses words, calls the library, prints."""

from transmittal.cli.app import main

__all__ = ["main"]
