"""Which events are one procurement without weighing: the same number, or the same case by a person's word."""

from collections.abc import Iterator, Mapping, Sequence

from transmittal.cases.linking.traits import Traits


class Sets:
    """Disjoint sets of event positions; the smallest position stands for its set."""

    def __init__(self, size: int) -> None:
        self._above = list(range(size))

    def find(self, i: int) -> int:
        while self._above[i] != i:
            self._above[i] = self._above[self._above[i]]
            i = self._above[i]
        return i

    def unite(self, i: int, j: int) -> None:
        i, j = self.find(i), self.find(j)
        self._above[max(i, j)] = min(i, j)


def numbers(t: Traits) -> Iterator[str]:
    """Numbers of which one is enough. An enhancement names its original; both then carry the original's number."""
    if t.transmittal is not None:
        yield f"transmittal {t.transmittal}"
    for number in t.related:
        yield f"transmittal {number}"
    for number in t.cases:
        yield f"case {number}"
    for number in t.registers:
        yield f"register entry {number}"


def certain_sets(events: Sequence[Traits], pins: Mapping[str, str]) -> list[list[int]]:
    """Positions of events that belong together for sure, in order of their first. Pins win: a number never joins two pinned cases."""
    sets = Sets(len(events))
    pinned: dict[str, int] = {}
    for i, event in enumerate(events):
        if (case := pins.get(event.id)) is not None:
            sets.unite(i, pinned.setdefault(case, i))
    holds = {sets.find(i): pins[event.id] for i, event in enumerate(events) if event.id in pins}
    first: dict[str, int] = {}
    for i, event in enumerate(events):
        for number in numbers(event):
            if number not in first:
                first[number] = i
                continue
            here, there = sets.find(i), sets.find(first[number])
            if here != there and not _apart(events[here], events[there], holds.get(here), holds.get(there)):
                sets.unite(here, there)
                if (case := holds.get(here) or holds.get(there)) is not None:
                    holds[min(here, there)] = case
    groups: dict[int, list[int]] = {}
    for i in range(len(events)):
        groups.setdefault(sets.find(i), []).append(i)
    return list(groups.values())


def _apart(a: Traits, b: Traits, pin: str | None, other_pin: str | None) -> bool:
    """A number shared by two buyers is misread in one of them."""
    if pin is not None and other_pin is not None and pin != other_pin:
        return True
    return a.buyer is not None and b.buyer is not None and a.buyer != b.buyer
