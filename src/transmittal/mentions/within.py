"""The part of an ordered list of mentions that lies in a stretch of the text, without looking at the rest of the list."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Protocol, TypeVar


class Spanned(Protocol):
    """Anything with a place in the text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


S = TypeVar("S", bound=Spanned)


def within(found: Sequence[S], start: int, end: int) -> list[S]:
    """Those that begin and end inside text[start:end]. found: ordered by start."""
    first = bisect_left(found, start, key=_start)
    stop = bisect_left(found, end, lo=first, key=_start)
    return [each for each in found[first:stop] if each.end <= end]


def _start(each: Spanned) -> int:
    return each.start
