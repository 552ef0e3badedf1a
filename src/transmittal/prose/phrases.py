"""Patterns from lists of words, so that a language pack is data."""

import re


def either(*words: str) -> str:
    """One of these words or patterns, as a group."""
    return f"(?:{'|'.join(words)})"


def words(*alternatives: str, flags: int = re.I) -> re.Pattern[str]:
    """Whole words, whatever their capitals: for scripts with blanks."""
    return re.compile(rf"\b{either(*alternatives)}\b", flags)


def signs(*alternatives: str) -> re.Pattern[str]:
    """Anywhere in the text: for scripts without blanks."""
    return re.compile(either(*alternatives))
