"""Patterns from lists of words, so that a language pack is data."""

import re

_BAR = re.compile(r"\s\|\s")


def either(*alternatives: str) -> str:
    """One of these words or patterns, as a group. A text of several lines is a list: "a | b c |", set over as many lines as it needs."""
    entries = (entry for text in alternatives for entry in (_listed(text) if "\n" in text else (text,)))
    return f"(?:{'|'.join(entries)})"


def _listed(text: str) -> list[str]:
    return [entry for part in _BAR.split(text) if (entry := part.strip())]


def words(*alternatives: str) -> re.Pattern[str]:
    """Whole words, whatever their capitals: for scripts with blanks."""
    return re.compile(rf"\b{either(*alternatives)}\b", re.I)


def anywhere(*alternatives: str) -> re.Pattern[str]:
    """Without regard to where words begin and end."""
    return re.compile(either(*alternatives), re.I)


def find(pattern: str) -> re.Pattern[str]:
    """A pattern as it stands, whatever its capitals."""
    return re.compile(pattern, re.I)


def exactly(pattern: str) -> re.Pattern[str]:
    """A pattern that heeds capitals."""
    return re.compile(pattern)
