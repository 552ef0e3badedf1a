"""One text, seen through plain characters: typographic hyphens, quotes and spaces, and full-width letters. Lengths never change."""

import re

# Each a single code point for a single code point, so that every offset stays true.
_SAME_LENGTH = (
    ("\u2019", "'"), ("\u2018", "'"), ("\u201c", '"'), ("\u201d", '"'),
    ("\u2010", "-"), ("\u2011", "-"), ("\u2012", "-"), ("\u2013", "-"), ("\u2014", "|"), ("\u2212", "-"),
    ("\u00a0", " "), ("\u2009", " "), ("\u202f", " "), ("\u3000", " "), ("\u2026", "."), ("\u2022", "*"), ("\u00ad", "-"),
)  # fmt: skip
_FULL_WIDTH = re.compile("[\uff01-\uff5e]")
_TO_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


def fold(text: str) -> str:
    """The text with plain hyphens, quotes, spaces and half-width letters; same length, same offsets."""
    if text.isascii():
        return text
    for fancy, plain in _SAME_LENGTH:
        text = text.replace(fancy, plain)
    if not text.isascii() and _FULL_WIDTH.search(text):
        text = text.translate(_TO_HALF_WIDTH)
    return text
