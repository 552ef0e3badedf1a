"""Which reports tell of the same step."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

import msgspec

from transmittal.cases.rounding import same_rounded
from transmittal.cases.when import When, when
from transmittal.model import Bound, DocumentKind, Event, KeptEvent, Modality, Stage

# The conflict order of dates: the notice itself, the release, the announcement, then what others say of it.
_DATED_BY = {
    DocumentKind.TRANSMITTAL: 0,
    DocumentKind.CONGRESSIONAL_RECORD: 0,
    DocumentKind.PRESS_RELEASE: 1,
    DocumentKind.CONTRACT_ANNOUNCEMENT: 2,
}
# Steps of which a case has several as a matter of course: without a date or a number in common, two reports are two steps.
_MANY = frozenset({Stage.PLAN, Stage.AWARD, Stage.DELIVERY, Stage.CHANGE, Stage.SERVICE, Stage.HALT})


class Group(msgspec.Struct, frozen=True):
    """Reports of one step, the best dated first. when: the best date that they give together. said: the first day it was known.

    limited_by: the report by whose publication it had happened, where that ends the printed period early.
    """

    events: tuple[KeptEvent, ...]
    when: When
    said: date
    limited_by: KeptEvent | None = None


def gather(events: Iterable[KeptEvent]) -> list[Group]:
    """The steps that these events tell of; every event is in one of them, and their order does not matter."""
    kinds: dict[tuple[Stage, Modality], list[KeptEvent]] = defaultdict(list)
    for kept in events:
        kinds[kept.event.stage, kept.event.modality].append(kept)
    return [
        _group(members)
        for (_, modality), alike in sorted(kinds.items())
        for members in (_happened(alike) if modality is Modality.HAPPENED else _foreseen(alike))
    ]


def _happened(alike: list[KeptEvent]) -> list[list[KeptEvent]]:
    """Exactly dated reports first: the vaguer ones look for their place among them."""
    groups: list[list[KeptEvent]] = []
    for kept in sorted(alike, key=_exactness):
        fitting = [g for g in groups if _can_join(kept, g)]
        chosen = _choose(kept, fitting)
        if chosen is None:
            groups.append([kept])
        else:
            chosen.append(kept)
    return groups


def _exactness(kept: KeptEvent) -> tuple[int, int, int, date, str]:
    return (when(kept).days, _dated_by(kept), kept.paper.tier.rank, kept.paper.known, kept.id)


def _dated_by(kept: KeptEvent) -> int:
    return _DATED_BY.get(kept.paper.kind, len(_DATED_BY))


def _can_join(kept: KeptEvent, group: list[KeptEvent]) -> bool:
    """Whether a report can tell of the same step as all the others."""
    numbers = {k.event.identifiers.transmittal for k in group} - {None}
    own = kept.event.identifiers.transmittal
    if own is not None and numbers:
        return own in numbers
    if _contracts_differ(kept, group):
        return False
    if any(_differ_in_one_paper(kept, other) for other in group):
        return False
    if kept.event.stage is Stage.DELIVERY and any(_counts_differ(kept.event, k.event) for k in group):
        return False
    if kept.event.stage in _MANY and any(_values_differ(kept.event, k.event) for k in group):
        return False
    return all(when(kept).meets(when(other)) for other in group)


def _contracts_differ(kept: KeptEvent, group: list[KeptEvent]) -> bool:
    own = _contract(kept.event)
    return own is not None and any(_contract(k.event) not in (None, own) for k in group)


def _contract(event: Event) -> tuple[str, str | None] | None:
    numbers = event.identifiers
    return (min(numbers.contract), numbers.modification) if numbers.contract else None


def _differ_in_one_paper(kept: KeptEvent, other: KeptEvent) -> bool:
    """A document that gives two amounts or two dates for one stage tells of two steps."""
    if kept.paper.id != other.paper.id:
        return False
    return _values_differ(kept.event, other.event) or not when(kept).meets(when(other))


def _values_differ(one: Event, two: Event) -> bool:
    a, b = one.value, two.value
    if a is None or b is None or a.currency != b.currency or a.basis is not b.basis:
        return False
    return not same_rounded(a.amount, b.amount, vague=Bound.ABOUT in (a.bound, b.bound))


def _counts(event: Event) -> dict[tuple[str, str | None], int]:
    found: dict[tuple[str, str | None], int] = defaultdict(int)
    for item in event.items:
        if item.quantity is not None:
            found[item.system.designation, item.variant] += item.quantity.value
    return found


def _counts_differ(one: Event, two: Event) -> bool:
    a, b = _counts(one), _counts(two)
    return any(a[key] != b[key] for key in a.keys() & b.keys())


def _choose(kept: KeptEvent, fitting: list[list[KeptEvent]]) -> list[KeptEvent] | None:
    """Of several steps that a report can mean: the one it shares most with, else the latest. None: a step of its own."""
    if not fitting:
        return None
    likeness = [max(_likeness(kept.event, other.event) for other in group) for group in fitting]
    best = max(likeness)
    alike = [g for g, share in zip(fitting, likeness, strict=True) if share == best]
    told = when(kept).told
    if kept.event.stage in _MANY and not best and (len(fitting) > 1 or (not told and _is_own(kept.event))):
        return None
    return max(alike, key=lambda g: (when(g[0]).end or date.min, g[0].id))


def _is_own(event: Event) -> bool:
    """Whether an undated report that shares nothing with a step tells of another one. "Deliveries have begun" shares the beginning."""
    return event.stage not in (Stage.DELIVERY, Stage.SERVICE) or event.value is not None or bool(_counts(event))


def _likeness(one: Event, two: Event) -> int:
    """How much two reports have in common, number for number."""
    shared = 0
    if one.identifiers.transmittal is not None and one.identifiers.transmittal == two.identifiers.transmittal:
        shared += 8
    if _contract(one) is not None and _contract(one) == _contract(two):
        shared += 4
    if one.value is not None and two.value is not None and one.value.currency == two.value.currency and not _values_differ(one, two):
        shared += 2
    a, b = _counts(one), _counts(two)
    shared += len(_variants(one) & _variants(two)) if one.stage is Stage.CHANGE else 0
    return shared + sum(a[key] == b[key] for key in a.keys() & b.keys())


def _variants(event: Event) -> set[tuple[str, str]]:
    return {(i.system.designation, i.variant) for i in event.items if i.variant is not None}


def _foreseen(alike: list[KeptEvent]) -> list[list[KeptEvent]]:
    """What is to come is one step when it is to end on the same day, of as many; whoever says so."""
    groups: dict[tuple[object, ...], list[KeptEvent]] = defaultdict(list)
    for kept in sorted(alike, key=lambda k: (k.paper.known, k.id)):
        moment = when(kept)
        counts = tuple(sorted((key[0], str(key[1]), n) for key, n in _counts(kept.event).items()))
        opened = (moment.start,) if moment.end is None else (None,)
        groups[(moment.end, *opened, counts)].append(kept)
    return list(groups.values())


def _group(members: list[KeptEvent]) -> Group:
    listed = tuple(sorted(members, key=_exactness))
    best = _foreseen_when(listed) if listed[0].event.modality is not Modality.HAPPENED else when(listed[0])
    if listed[0].event.modality is Modality.HAPPENED and best.end is not None:
        # It had happened when the first report of it came out.
        first = min(listed, key=lambda k: (k.paper.known, k.paper.tier.rank, k.id))
        if best.told and (best.start or date.min) <= first.paper.known < best.end:
            return Group(listed, msgspec.structs.replace(best, end=first.paper.known), first.paper.known, first)
    return Group(listed, best, min(k.paper.known for k in listed))


def _foreseen_when(members: tuple[KeptEvent, ...]) -> When:
    """Of several beginnings given for one end: the one that most documents give, then the nearest source, then the latest."""
    periods: dict[When, list[KeptEvent]] = defaultdict(list)
    for kept in members:
        periods[when(kept)].append(kept)
    closed = [w for w in periods if w.start is not None] or list(periods)
    return max(
        closed,
        key=lambda w: (
            len({k.paper.id for k in periods[w]}),
            -min(k.paper.tier.rank for k in periods[w]),
            max(k.paper.known for k in periods[w]),
            w.start or date.min,
        ),
    )
