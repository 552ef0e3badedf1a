"""Words of strangers on a terminal: file names, quotes and messages without anything that would steer it."""

import re

# Control characters (a terminal obeys them), direction marks (they reorder what follows), lone surrogates (file names that are not UTF-8).
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_SPACE = re.compile(r"\s+")


def printable(text: str) -> str:
    """The text with each character that steers a terminal, or cannot be encoded, shown as U+FFFD."""
    return _UNPRINTABLE.sub("\ufffd", text)


def one_line(text: str) -> str:
    """`printable`, with every run of white space shown as one space."""
    return printable(_SPACE.sub(" ", text)).strip()
