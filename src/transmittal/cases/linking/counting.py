"""How the counts of two events fit each other."""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from transmittal.cases.linking.traits import Count, Traits
from transmittal.cases.linking.weights import rules
from transmittal.model import Modality, Stage

_ORDERS = frozenset({Stage.PLAN, Stage.REQUEST, Stage.APPROVAL, Stage.AGREEMENT, Stage.AWARD})
_CEILINGS = frozenset({Stage.APPROVAL, Stage.REQUEST})
_CONTRACTS = frozenset({Stage.AGREEMENT, Stage.AWARD})
_STOPPED = tuple({Stage.HALT, order} for order in _CONTRACTS)
# Below this share of a ceiling a contract more likely belongs to another, smaller purchase.
_FAR_BELOW = 4


def raise_counts(counts: Sequence[Count], added: Sequence[Count]) -> tuple[Count, ...]:
    """What is ordered once a report has added to it: any of the parts, or the whole."""
    raised = []
    for x in counts:
        more = [y for y in added if x.family == y.family and _units_meet(x, y)]
        size = x.size + sum(y.size for y in more)
        raised.append(msgspec.structs.replace(x, values=x.values.union({size}, *(y.values for y in more)), size=size))
    return tuple(raised)


def count_features(a: Traits, b: Traits) -> Iterator[tuple[str, float, tuple[Any, ...]]]:
    """One feature per family that both count, none where units differ."""
    if a.stage is Stage.CHANGE or b.stage is Stage.CHANGE:
        yield from _changed(a, b) if a.stage is Stage.CHANGE else _changed(b, a)
        return
    for x, y in _comparable(a, b):
        if x.values & y.values or (_is_grouped(x, y) and not _is_later_plan(a, b)):
            yield from _equal(x, y)
        elif a.stage in _ORDERS and b.stage in _ORDERS:
            yield from _orders(a, x, b, y)
        elif a.document == b.document and {a.stage, b.stage} in _STOPPED:
            yield ("other_count_beside", 1.0, (x.size, y.size))
        elif a.stage in _ORDERS and b.stage is Stage.DELIVERY:
            yield from _delivered(b, y, x, same_document=a.document == b.document)
        elif b.stage in _ORDERS and a.stage is Stage.DELIVERY:
            yield from _delivered(a, x, y, same_document=a.document == b.document)


def _changed(change: Traits, other: Traits) -> Iterator[tuple[str, float, tuple[Any, ...]]]:
    """A change counts what is added, what is altered, or what is there now. Only a list of models is sure to be the whole."""
    whole = change.document == other.document and len(change.models) > 1 and bool(other.models) and other.models < change.models
    for x, y in _comparable(change, other):
        if x.values & y.values:
            yield from _equal(x, y)
        elif whole and other.modality is Modality.HAPPENED and (other.stage in _CONTRACTS or y.size > x.size):
            yield ("other_count_beside", 1.0, (x.size, y.size))


def _is_later_plan(a: Traits, b: Traits) -> bool:
    """One document tells of a signature, then of a plan without a date, and counts both alike: two lots are not the four signed for."""
    plan, order = (a, b) if a.stage is Stage.PLAN else (b, a)
    return (
        a.document == b.document
        and plan.stage is Stage.PLAN
        and order.stage in _CONTRACTS
        and order.modality is Modality.HAPPENED
        and plan.order > order.order
        and plan.start is plan.end is None
    )


def _comparable(a: Traits, b: Traits) -> Iterator[tuple[Count, Count]]:
    for x in a.counts:
        for y in b.counts:
            if x.family == y.family and _units_meet(x, y):
                yield x, y


def _units_meet(x: Count, y: Count) -> bool:
    return x.unit is None or y.unit is None or x.unit == y.unit or _is_grouped(x, y)


def _is_grouped(x: Count, y: Count) -> bool:
    """One counts groups, the other something else or does not say what: batteries, systems, launchers. Only equal counts say something."""
    groups = rules().groups.units
    return x.unit != y.unit and (x.unit in groups or y.unit in groups)


def _equal(x: Count, y: Count) -> Iterator[tuple[str, float, tuple[Any, ...]]]:
    """The largest count that both print; two ceilings or a contract and its ceiling alike."""
    if not (shared := x.values & y.values):
        return
    value, sizes = max(shared), rules().counts
    for name in ("large", "middle", "small", "few"):
        if value >= getattr(sizes, name):
            yield (f"count_{name}", 1.0, (value,))
            return


def _orders(a: Traits, x: Count, b: Traits, y: Count) -> Iterator[tuple[str, float, tuple[Any, ...]]]:
    """Two orders, plans or notices that print different counts."""
    if _vague(x, y) or _is_tranche(a, x, y) or _is_tranche(b, y, x):
        return
    sides = {a.stage, b.stage}
    if a.document == b.document and sides & _CONTRACTS and Stage.PLAN in sides and "max" not in (x.bound, y.bound):
        yield ("other_count_beside", 1.0, (x.size, y.size))
    elif Modality.POSSIBLE in (a.modality, b.modality):
        yield ("possible_count", 1.0, (x.size, y.size) if a.modality is Modality.POSSIBLE else (y.size, x.size))
    elif a.stage in _CONTRACTS and (b.stage in _CEILINGS or y.bound == "max"):
        yield from _under(x, y)
    elif b.stage in _CONTRACTS and (a.stage in _CEILINGS or x.bound == "max"):
        yield from _under(y, x)
    elif a.stage is b.stage:
        name = "other_plan" if a.stage is Stage.PLAN else "other_stage_count" if a.stage in (Stage.AWARD, Stage.REQUEST) else "other_order"
        yield (name, 1.0, (x.size, y.size))
    elif sides == _CONTRACTS and (x.size < y.size) is (a.stage is Stage.AWARD):
        yield ("part_awarded", 1.0, (min(x.size, y.size), max(x.size, y.size)))
    else:
        yield ("other_stage_count", 1.0, (x.size, y.size))


def _is_tranche(t: Traits, part: Count, whole: Count) -> bool:
    """A year's budget line for a part of what is bought in all."""
    return t.is_budget and part.size < whole.size


def _vague(x: Count, y: Count) -> bool:
    """ "About 50" fits 48, "at least 60" fits 80."""
    for one, other in ((x, y), (y, x)):
        if one.bound == "about" and abs(one.size - other.size) * 5 <= one.size:
            return True
        if one.bound == "min" and other.size >= one.size:
            return True
    return False


def _under(order: Count, ceiling: Count) -> Iterator[tuple[str, float, tuple[Any, ...]]]:
    if order.size > ceiling.size:
        yield ("above_ceiling", 1.0, (order.size, ceiling.size))
    elif order.size * _FAR_BELOW < ceiling.size:
        yield ("far_below_ceiling", 1.0, (order.size, ceiling.size))
    else:
        yield ("fits_ceiling", 1.0, (order.size, ceiling.size))


def _delivered(
    delivery: Traits, handed_over: Count, ordered: Count, *, same_document: bool
) -> Iterator[tuple[str, float, tuple[Any, ...]]]:
    """Twice as much against it within one document, which does not contradict itself."""
    if handed_over.size > ordered.size and ordered.bound not in ("min", "about") and delivery.modality is not Modality.POSSIBLE:
        yield ("too_many_delivered", 2.0 if same_document else 1.0, (handed_over.size, ordered.size))
