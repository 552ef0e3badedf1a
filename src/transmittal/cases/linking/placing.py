"""New events of a crowded block: each is clustered with the few present cases that it may belong to, the others stay as they are."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from heapq import nsmallest

from transmittal.cases.linking.certain import numbers
from transmittal.cases.linking.clusters import Clusters, hold, is_order, pinned_apart
from transmittal.cases.linking.evidence import Vector, compare, join, logit
from transmittal.cases.linking.naming import name_clusters
from transmittal.cases.linking.traits import Traits, printed_numbers
from transmittal.cases.linking.weights import rules
from transmittal.model import KeptEvent


def within_reach(events: Sequence[KeptEvent], pins: Mapping[str, str], current: Mapping[str, str]) -> Sequence[KeptEvent]:
    """Of a block with few new events those that must be read for comparing: the nearest in time, with the same number, and their cases."""
    limits = rules().limits
    new = [event for event in events if event.id not in current and event.id not in pins]
    if len(events) <= limits.whole or len(new) * limits.compared >= len(events):
        return events
    days = [(_day(event), event) for event in events]
    cases = {**current, **pins}
    near = {event.id for event in new}
    for event in new:
        day, mine = _day(event), printed_numbers(event)
        near |= {other.id for _, other in nsmallest(limits.compared, days, key=lambda held: abs(held[0] - day))}
        near |= {other.id for other in events if mine and mine & printed_numbers(other)}
    around = {cases[name] for name in near if name in cases}
    return [event for event in events if event.id in near or cases.get(event.id) in around]


def _day(event: KeptEvent) -> int:
    period = event.event.date
    told = (period.start or period.end) if period else None
    return (told or event.paper.known).toordinal()


class Crowd:
    """Events that have a case, by case. pins: people's; current: what each event's case was before, kept for the names."""

    def __init__(self, placed: Iterable[Traits], pins: Mapping[str, str], current: Mapping[str, str]) -> None:
        self.pins = pins
        self.case_of = {**current, **pins}
        self.given = set(self.case_of.values())
        self.events: dict[str, Traits] = {}
        self.cases: dict[str, dict[str, Traits]] = {}
        self._numbered: dict[str, set[str]] = {}
        for event in placed:
            self._put(event, self.case_of[event.id])

    def place(self, event: Traits, taken: Callable[[str], bool]) -> "Neighbourhood":
        """Put an event into its case, and those of the cases around it that it moves."""
        near = self._neighbours(event)
        most = rules().limits.whole_case
        frozen = {one.id: case for case in near if len(self.cases[case]) > most for one in self.cases[case].values()}
        known = [event]
        for case in near:
            known += self._told_nearest(event, self.cases[case].values(), most)
        known.sort(key=lambda t: (t.known, t.document, t.order, t.id))
        found = Neighbourhood(known, self.pins, self.case_of, frozen)
        found.settle(lambda name: name in self.given or taken(name))
        for one in known:
            self._put(one, found.case_of[one.id])
        return found

    def _put(self, event: Traits, case: str) -> None:
        before = self.case_of.get(event.id)
        if before is not None and before != case and event.id in self.cases.get(before, ()):
            del self.cases[before][event.id]
        self.events[event.id] = event
        self.case_of[event.id] = case
        self.given.add(case)
        self.cases.setdefault(case, {})[event.id] = event
        for number in numbers(event):
            self._numbered.setdefault(number, set()).add(event.id)

    def _neighbours(self, event: Traits) -> list[str]:
        """Cases that the event may belong to, the likeliest first, of together no more than [limits] around."""
        limits = rules().limits
        same = {name for number in numbers(event) for name in self._numbered.get(number, ())}
        looked_at = same | {other.id for other in self._told_nearest(event, self.events.values(), limits.compared)}
        by_case: dict[str, list[Traits]] = {}
        for name in sorted(looked_at):
            by_case.setdefault(self.case_of[name], []).append(self.events[name])
        fits = {case: fit(event, members, self.pins, self.case_of) for case, members in by_case.items()}
        certain = {self.case_of[name] for name in same}
        ranked = sorted(by_case, key=lambda case: (case not in certain, -fits[case], case))
        near: list[str] = []
        room = limits.around - 1
        for case in ranked:
            size = min(len(self.cases[case]), limits.whole_case)
            if case not in certain and (fits[case] == float("-inf") or size > room):
                continue
            near.append(case)
            room -= size
        return near

    def _told_nearest(self, event: Traits, others: Iterable[Traits], most: int) -> list[Traits]:
        """Those told of nearest in time; of a large case also the orders, which say most."""
        held = list(others)
        if len(held) <= most:
            return held
        day = event.start or event.end or event.known
        return nsmallest(most, held, key=lambda t: (abs((t.start or t.end or t.known) - day) // (4 if is_order(t) else 1), t.id))


class Neighbourhood:
    """A new event with the cases around it, clustered. frozen: events of cases too large to be taken apart, with the case."""

    def __init__(self, known: Sequence[Traits], pins: Mapping[str, str], current: Mapping[str, str], frozen: Mapping[str, str]) -> None:
        self.pins = pins
        self.current = {t.id: current[t.id] for t in known if t.id in current}
        self.held = {**{name: case for name, case in frozen.items() if name in self.current}, **hold(pins, self.current)}
        self.clusters = Clusters(known, pins, self.current, held=self.held)
        self.case_of: dict[str, str] = {}
        self.ids: dict[int, str] = {}

    def settle(self, taken: Callable[[str], bool]) -> None:
        self.clusters.settle()
        firsts = sorted(self.clusters.members)
        members = [[self.clusters.events[i] for i in self.clusters.members[first]] for first in firsts]
        self.ids = dict(zip(firsts, name_clusters(members, self.held, self.current, taken), strict=True))
        self.case_of = {event.id: self.ids[first] for first, events in zip(firsts, members, strict=True) for event in events}


def fit(event: Traits, members: Sequence[Traits], pins: Mapping[str, str], current: Mapping[str, str]) -> float:
    """How well an event goes with a case, in logits; minus infinity for a case that it cannot belong to, or that is empty."""
    if not members:
        return float("-inf")
    total: Vector | None = None
    for i, other in enumerate(members):
        vector = compare(event, other, pinned_apart=bool(pins) and pinned_apart(event.id, other.id, pins, current))
        total = vector if i == 0 else join(total, vector)
        if total is None:
            break
    return logit(total)
