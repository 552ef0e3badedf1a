"""Whether two texts found at one address are editions of one page, or two documents that followed each other there."""

import re

# Words that must follow each other to count as the same passage: long enough that a phrase of the trade does not do it.
_RUN = 6
# The share of the shorter text's runs that both must have. An edit of a page keeps far more, the next day's list far less.
_SHARED = 0.4
_MAX_WORDS = 20_000
_WORD = re.compile(r"\w+")


def is_same_page(one: str, other: str) -> bool:
    """Whether the texts share enough runs of words."""
    first, second = _runs(one), _runs(other)
    return len(first & second) >= _SHARED * min(len(first), len(second))


def _runs(text: str) -> set[tuple[str, ...]]:
    words = [found[0] for found, _ in zip(_WORD.finditer(text.lower()), range(_MAX_WORDS), strict=False)]
    if len(words) < _RUN:  # a text without spaces between words counts by its characters
        words = list(text[:_MAX_WORDS])
    return {tuple(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1))}
