"""A stretch of a document's text."""

from typing import Self

import msgspec


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of one document's canonical text, quoted exactly.

    start, end: Unicode code points into Document.text, end exclusive.
    inferred:   the value was worked out from this mention, not read in it.
    """

    quote: str
    start: int
    end: int
    inferred: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or self.end - self.start != len(self.quote):
            raise ValueError(f"span {self.start}-{self.end} cannot hold {len(self.quote)} characters: {self.quote!r}")

    @classmethod
    def cut(cls, text: str, start: int, end: int) -> Self:
        """The way readers make a mention: the quote cannot differ from the text."""
        return cls(quote=text[start:end], start=start, end=end)


class Unread(Mention, frozen=True, kw_only=True):
    """A field of a known layout that no rule used or ignored by name: a publisher changed something."""

    field: str
