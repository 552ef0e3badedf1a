"""A block clustered as a whole: the best pair of clusters is joined, again and again, until none is likely."""

import heapq
from collections.abc import Mapping, Sequence

import msgspec

from transmittal.cases.linking.certain import certain_sets
from transmittal.cases.linking.counting import raise_counts
from transmittal.cases.linking.evidence import Vector, compare, compare_again, join, logit
from transmittal.cases.linking.keys import keys_of
from transmittal.cases.linking.timing import ORDERED_DAYS
from transmittal.cases.linking.traits import Traits
from transmittal.cases.linking.weights import rules
from transmittal.model import Modality, Stage

Pair = tuple[int, int]

_ORDERS = frozenset({Stage.APPROVAL, Stage.AGREEMENT, Stage.AWARD})


class Clusters:
    """Of a block. After `settle`, `members` are the clusters by their first position.

    events: in any order that is the same for the same events. held: what stays together and apart, case by event id; the pins, and more.
    """

    def __init__(
        self, events: Sequence[Traits], pins: Mapping[str, str], current: Mapping[str, str], held: Mapping[str, str] | None = None
    ) -> None:
        self.events = events
        self.pins = pins
        self.held = pins if held is None else held
        self.current = current
        self.members: dict[int, list[int]] = {}
        self.between: dict[Pair, Vector | None] = {}
        self._pairs: dict[Pair, Vector | None] = {}
        self._near: dict[int, set[int]] = {}
        self._unsure: set[int] = set()
        for positions in certain_sets(events, self.held):
            self.members[positions[0]] = positions
        self._compare()

    def settle(self) -> None:
        """Join what is likely, the likeliest first; of equals the first in order. Then again, where a report has raised what is ordered."""
        self._join_likely()
        if raised := self._raised():
            self.events = [raised.get(i, event) for i, event in enumerate(self.events)]
            self._compare()
            self._join_likely()

    def _raised(self) -> dict[int, Traits]:
        """Orders that a later report on their own notice adds to, by position, with the counts that hold since."""
        raised: dict[int, Traits] = {}
        for members in self.members.values():
            added = [count for i in members if is_addition(self.events[i]) for count in self.events[i].counts]
            for i in members if added else ():
                if (event := self.events[i]).stage in _ORDERS and event.counts and not is_addition(event):
                    raised[i] = msgspec.structs.replace(event, counts=raise_counts(event.counts, added))
        return raised

    def _join_likely(self) -> None:
        limit = rules().limits.join
        queue = [(-self._urgency(pair), pair) for pair, vector in self.between.items() if logit(vector) > limit]
        heapq.heapify(queue)
        while queue:
            negative, pair = heapq.heappop(queue)
            if pair not in self.between or -negative != self._urgency(pair):
                continue  # one of the two has been joined with something else since
            if self._pins_differ(pair) or self._is_torn(pair, limit):
                continue
            pair = self._older_order(pair, limit)
            for changed in self._join(*pair):
                if logit(self.between[changed]) > limit:
                    heapq.heappush(queue, (-self._urgency(changed), changed))

    def _urgency(self, pair: Pair) -> float:
        """What has happened finds its own before what is only planned or expected, which may go with either of two."""
        return logit(self.between[pair]) - (rules().limits.unsure_later if self._unsure.intersection(pair) else 0.0)

    def _older_order(self, pair: Pair, limit: float) -> Pair:
        """The pair to join instead: deliveries that fit two orders as well go to the older one that is not yet handed over."""
        for deliveries, order in (pair, pair[::-1]):
            day = self._ordered(order)
            if day is None or not all(self.events[i].stage is Stage.DELIVERY for i in self.members[deliveries]):
                continue
            least = logit(self.between[pair]) - rules().limits.oldest_first
            older = [
                (ordered, rival)
                for x in self._near[deliveries] - {order}
                if (ordered := self._ordered(x)) is not None
                and ordered < day
                and self._last_day(deliveries) - ordered <= ORDERED_DAYS
                and logit(self.between[rival := (min(x, deliveries), max(x, deliveries))]) > max(limit, least)
                and not self._pins_differ(rival)
                and not self._is_handed_over(x, until=self._last_day(deliveries))
            ]
            if older:
                return min(older)[1]
        return pair

    def _ordered(self, cluster: int) -> int | None:
        """The day of its signature, notice or award; None when it has none with a date."""
        return min((t.start for i in self.members[cluster] if (t := self.events[i]).start and is_order(t)), default=None)

    def _last_day(self, cluster: int) -> int:
        """When its last step was, or is to be; of steps without a date, when they were told."""
        return max(self.events[i].end or self.events[i].start or self.events[i].known for i in self.members[cluster])

    def _is_handed_over(self, cluster: int, *, until: int) -> bool:
        """As many were delivered as were ordered, or the last was to be delivered before that day."""
        events = [self.events[i] for i in self.members[cluster]]
        ordered = max((count.size for t in events if is_order(t) for count in t.counts), default=None)
        delivered = (count.size for t in events if t.stage is Stage.DELIVERY and t.modality is Modality.HAPPENED for count in t.counts)
        if ordered is not None and max(delivered, default=0) >= ordered:
            return True
        foreseen = (t.end for t in events if t.stage is Stage.DELIVERY and t.modality is not Modality.HAPPENED and t.end)
        return 0 < max(foreseen, default=0) < until

    def near(self, cluster: int) -> frozenset[int]:
        """Clusters that share a key with this one and were not joined with it."""
        return frozenset(self._near[cluster])

    def fit(self, event: int, cluster: int) -> float:
        """How well an event goes with the (other) events of a cluster, in logits; minus infinity when it cannot, or there are none."""
        others = [i for i in self.members[cluster] if i != event and (min(i, event), max(i, event)) in self._pairs]
        total: Vector | None = None
        for n, i in enumerate(others):
            vector = self._pairs[min(i, event), max(i, event)]
            total = vector if n == 0 else join(total, vector)
        return logit(total)

    def _compare(self) -> None:
        """Vectors of all pairs of events that share a key, and of all pairs of the clusters as they are now."""
        home = {i: first for first, positions in self.members.items() for i in positions}
        self.between, self._pairs = {}, {}
        self._near = {first: set() for first in self.members}
        self._unsure = {first for first, held in self.members.items() if all(_is_unsure(self.events[i]) for i in held)}
        for i, j in self._candidates():
            a, b = sorted((home[i], home[j]))
            one, other = self.events[i], self.events[j]
            apart = bool(self.pins) and pinned_apart(one.id, other.id, self.pins, self.current)
            self._pairs[i, j] = vector = compare(one, other, pinned_apart=True) if apart else compare_again(one, other)
            if a == b:
                continue
            self.between[a, b] = join(self.between[a, b], vector) if (a, b) in self.between else vector
            self._near[a].add(b)
            self._near[b].add(a)

    def _candidates(self) -> list[Pair]:
        """Pairs that share a key."""
        holders: dict[str, list[int]] = {}
        for i, event in enumerate(self.events):
            for key in keys_of(event):
                holders.setdefault(key, []).append(i)
        return sorted({(i, j) for sharing in holders.values() for n, i in enumerate(sharing) for j in sharing[n + 1 :]})

    def _join(self, a: int, b: int) -> list[Pair]:
        """b goes into a (a < b). Returns the pairs whose vectors changed."""
        self.members[a] = sorted(self.members[a] + self.members.pop(b))
        if b not in self._unsure:
            self._unsure.discard(a)
        self._unsure.discard(b)
        del self.between[a, b]
        self._near[a].discard(b)
        changed = []
        for other in sorted(self._near.pop(b) - {a}):
            self._near[other].discard(b)
            old = self.between.pop((min(b, other), max(b, other)))
            pair = (min(a, other), max(a, other))
            self.between[pair] = join(self.between[pair], old) if pair in self.between else old
            self._near[a].add(other)
            self._near[other].add(a)
            changed.append(pair)
        return changed

    def _pins_differ(self, pair: Pair) -> bool:
        mine, theirs = ({self.held[self.events[i].id] for i in self.members[x] if self.events[i].id in self.held} for x in pair)
        return bool(mine and theirs and mine != theirs)

    def _buyers(self, cluster: int) -> set[str]:
        return {buyer for i in self.members[cluster] if (buyer := self.events[i].buyer) is not None}

    def _is_torn(self, pair: Pair, limit: float) -> bool:
        """A cluster without buyer that would go as well to another buyer goes to none."""
        a, b = pair
        buyers = self._buyers(a) or self._buyers(b)
        if (self._buyers(a) and self._buyers(b)) or not buyers:
            return False
        nameless = b if self._buyers(a) else a
        for other in self._near[nameless] - set(pair):
            rivals = self._buyers(other)
            if rivals and rivals != buyers and logit(self.between[min(nameless, other), max(nameless, other)]) > limit:
                return True
        return False


def hold(pins: Mapping[str, str], current: Mapping[str, str]) -> dict[str, str]:
    """Case by event of what the program takes neither apart nor elsewhere: what people pinned, and what was in those cases besides.

    Who puts an event into a case means the case as it is; without its own events it would be another under the same id.
    """
    judged = set(pins.values())
    return {**{event: case for event, case in current.items() if case in judged}, **pins}


def is_order(t: Traits) -> bool:
    """It was notified, signed for or awarded."""
    return t.stage in _ORDERS and t.modality is Modality.HAPPENED


def _is_unsure(t: Traits) -> bool:
    return t.modality is not Modality.HAPPENED


def is_addition(t: Traits) -> bool:
    """A report on an earlier notice that adds to it."""
    return t.is_letter and t.stage is Stage.CHANGE


def pinned_apart(a: str, b: str, pins: Mapping[str, str], current: Mapping[str, str]) -> bool:
    """A person has put one into a case while the other, known then, stayed in another."""
    for one, other in ((a, b), (b, a)):
        case = pins.get(one)
        stays = pins.get(other) or current.get(other)
        if case is not None and stays is not None and stays != case:
            return True
    return False
