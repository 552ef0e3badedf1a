"""Patterns from lists of words, so that a language pack is data."""

import re


def either(*alternatives: str) -> str:
    """One of these words or patterns, as a group."""
    return f"(?:{'|'.join(alternatives)})"


def words(*alternatives: str) -> re.Pattern[str]:
    """Whole words, whatever their capitals: for scripts with blanks."""
    return re.compile(rf"\b{either(*alternatives)}\b", re.I)


def anywhere(*alternatives: str) -> re.Pattern[str]:
    """Without regard to where words begin and end."""
    return re.compile(either(*alternatives), re.I)
