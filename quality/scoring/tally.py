"""Counts and what follows from them."""

from collections.abc import Iterable
from dataclasses import dataclass

Row = dict[str, "Counts"]  # slot, "event" or "evidence" → counts


@dataclass(frozen=True)
class Counts:
    """hits of `wanted` values in the labels and `read` values in the output."""

    hits: int = 0
    wanted: int = 0
    read: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.hits + other.hits, self.wanted + other.wanted, self.read + other.read)

    @property
    def precision(self) -> float | None:
        return self.hits / self.read if self.read else None

    @property
    def recall(self) -> float | None:
        return self.hits / self.wanted if self.wanted else None

    @property
    def f1(self) -> float | None:
        return 2 * self.hits / (self.wanted + self.read) if self.wanted + self.read else None

    @property
    def wrong(self) -> int:
        """Values missed and values too many."""
        return self.wanted + self.read - 2 * self.hits


def add_up(rows: Iterable[Row]) -> Row:
    """Slot by slot."""
    total: Row = {}
    for row in rows:
        for slot, counts in row.items():
            total[slot] = total.get(slot, Counts()) + counts
    return total


def pooled(row: Row, slots: Iterable[str]) -> Counts:
    """All slots as one."""
    return sum((row.get(slot, Counts()) for slot in slots), Counts())
