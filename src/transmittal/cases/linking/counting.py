"""How the counts of two events fit each other."""

from collections.abc import Iterator
from typing import Any

from transmittal.cases.linking.traits import Count, Traits
from transmittal.cases.linking.weights import rules
from transmittal.model import Modality, Stage

_ORDERS = frozenset({Stage.PLAN, Stage.REQUEST, Stage.APPROVAL, Stage.AGREEMENT, Stage.AWARD})
_CEILINGS = frozenset({Stage.APPROVAL, Stage.REQUEST})
_CONTRACTS = frozenset({Stage.AGREEMENT, Stage.AWARD})
_STOPPED = tuple({Stage.HALT, order} for order in _CONTRACTS)
# Below this share of a ceiling a contract more likely belongs to another, smaller purchase.
_FAR_BELOW = 4


def count_features(a: Traits, b: Traits) -> Iterator[tuple[str, float, tuple[Any, ...]]]:
    """One feature per family that both count, none where units differ."""
    if a.stage is Stage.CHANGE or b.stage is Stage.CHANGE:  # a change counts what is added, or what is there now
        for x, y in _comparable(a, b):
            yield from _equal(x, y)
        return
    for x, y in _comparable(a, b):
        if x.values & y.values or _is_grouped(x, y):
            yield from _equal(x, y)
        elif a.stage in _ORDERS and b.stage in _ORDERS:
            yield from _orders(a, x, b, y)
        elif a.document == b.document and {a.stage, b.stage} in _STOPPED:
            yield ("other_count_beside", 1.0, (x.size, y.size))
        elif a.stage in _ORDERS and b.stage is Stage.DELIVERY:
            yield from _delivered(b, y, x)
        elif b.stage in _ORDERS and a.stage is Stage.DELIVERY:
            yield from _delivered(a, x, y)


def _comparable(a: Traits, b: Traits) -> Iterator[tuple[Count, Count]]:
    for x in a.counts:
        for y in b.counts:
            if x.family == y.family and (x.unit is None or y.unit is None or x.unit == y.unit):
                yield x, y


def _is_grouped(x: Count, y: Count) -> bool:
    """One counts groups, the other does not say what."""
    groups = rules().groups.units
    return (x.unit in groups) != (y.unit in groups)


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


def _delivered(delivery: Traits, handed_over: Count, ordered: Count) -> Iterator[tuple[str, float, tuple[Any, ...]]]:
    if handed_over.size > ordered.size and ordered.bound not in ("min", "about") and delivery.modality is not Modality.POSSIBLE:
        yield ("too_many_delivered", 1.0, (handed_over.size, ordered.size))
