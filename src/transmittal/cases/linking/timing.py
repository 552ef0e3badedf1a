"""How the days of two events fit each other."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from transmittal.cases.linking.traits import Traits
from transmittal.model import DocumentKind, Modality, Stage


class Days(int):
    """A length of time; told in the unit that a reader would use."""


Found = tuple[str, float, tuple[Any, ...]]

_RANK = {Stage.PLAN: 0, Stage.REQUEST: 1, Stage.APPROVAL: 2, Stage.AGREEMENT: 3, Stage.AWARD: 4, Stage.DELIVERY: 5, Stage.SERVICE: 6}
_ONCE = frozenset({Stage.APPROVAL, Stage.AGREEMENT})
_HANDED_OVER = frozenset({Stage.DELIVERY, Stage.SERVICE})
_SAID = {
    Stage.PLAN: "planned", Stage.REQUEST: "requested", Stage.APPROVAL: "notified", Stage.AGREEMENT: "signed", Stage.AWARD: "awarded",
    Stage.DELIVERY: "delivered", Stage.SERVICE: "in service", Stage.CHANGE: "changed", Stage.HALT: "halted",
}  # fmt: skip
# Between an order and its delivery, or what changes or stops it, lie as many years as it takes (a plan and its delivery: half a dozen).
_LATER = (*_HANDED_OVER, Stage.CHANGE, Stage.HALT)
_PATIENT = tuple({order, then} for order in (Stage.APPROVAL, Stage.AGREEMENT, Stage.AWARD) for then in _LATER)
# Days from a plan, request or notice within which nothing large is handed over.
_SOON = {Stage.PLAN: 270, Stage.REQUEST: 270, Stage.APPROVAL: 180}
_YEAR = 365
# Within so many days what is handed over follows an order without asking why so late.
ORDERED_DAYS = 7 * _YEAR
# Days within which a notice is sent, posted, printed and told.
_NOTICED = 14
_PLANNED_YEARS, _YEARS = 6, 2
# Days that a step may stand before the one it follows: a notice can trail a signature that it waived, an award can buy long-lead parts.
_SLACK = {Stage.APPROVAL: 365, Stage.AGREEMENT: 60, Stage.AWARD: 365, Stage.PLAN: 120, Stage.REQUEST: 120}


def time_features(a: Traits, b: Traits) -> Iterator[Found]:
    """The same step twice, steps in or out of order, and the years between."""
    if a.stage is b.stage and a.modality is b.modality is Modality.HAPPENED:
        yield from _same_step(a, b)
    elif a.stage is b.stage is Stage.AGREEMENT:
        yield from _expected_signature(a, b)
    elif Stage.HALT in (a.stage, b.stage):
        yield from _went_on(a, b) if a.stage is Stage.HALT else _went_on(b, a)
    elif Stage.CHANGE in (a.stage, b.stage):
        yield from _altered(a, b) if b.stage is Stage.CHANGE else _altered(b, a)
    elif a.stage in _RANK and b.stage in _RANK and a.stage is not b.stage:
        yield from _order(a, b) if _RANK[a.stage] < _RANK[b.stage] else _order(b, a)
    gap = 0 if a.document == b.document or {a.stage, b.stage} in _PATIENT else _gap(a, b)
    planned = {a.stage, b.stage} == {Stage.PLAN, Stage.DELIVERY} and a.modality is b.modality is Modality.HAPPENED
    yield ("drift", max(0.0, gap / _YEAR - (_PLANNED_YEARS if planned else _YEARS)), (Days(gap),))


def _gap(a: Traits, b: Traits) -> int:
    """Days between what both are about; 0 when one of them cannot tell."""
    one, other = _span(a), _span(b)
    if one is None or other is None:
        return 0
    return max(0, other[0] - one[1], one[0] - other[1])


def _span(t: Traits) -> tuple[int, int] | None:
    """The days a step is about; when it has not happened or has no date, the day it was told."""
    if t.modality is Modality.HAPPENED and (t.start or t.end):
        return t.start or t.end or t.known, t.end or t.start or t.known
    return (t.known, t.known) if t.dated else None


def _same_step(a: Traits, b: Traits) -> Iterator[Found]:
    if a.start is None or a.end is None or b.start is None or b.end is None:
        return
    gap = max(0, b.start - a.end, a.start - b.end)
    wide = max(a.end - a.start, b.end - b.start)
    said = (_SAID[a.stage], max(a.start, b.start))
    if gap <= 1 and wide <= 1:
        if a.stage is not Stage.PLAN:
            yield ("same_day", 1.0, (said[0], date.fromordinal(said[1])))
    elif (gap <= 1 and wide <= 31) or (gap <= _NOTICED and wide <= 1 and a.stage is Stage.APPROVAL):
        yield ("same_month", 1.0, (said[0], date.fromordinal(said[1])))
    elif gap <= 1 or (gap <= _YEAR + 1 and (a.is_register or b.is_register)):
        yield ("same_year", 1.0, (said[0], date.fromordinal(said[1]).year))
    elif gap > 60 and a.stage in _ONCE and not (a.is_letter or b.is_letter):
        yield ("far_step", min(1.0, gap / _YEAR), (said[0], Days(gap)))


def _lateness(first: Traits) -> float:
    """How much it says that the earlier step came later. A plan that counts nothing may be a year's money for what was signed long ago."""
    if first.stage is not Stage.PLAN:
        return 1.0
    return 0.7 if first.counts else 0.25


def _expected_signature(a: Traits, b: Traits) -> Iterator[Found]:
    """A signature that happened against one that was expected: one and the same when near, another when expected after it was there."""
    signed, awaited = (a, b) if a.modality is Modality.HAPPENED else (b, a)
    if signed.modality is not Modality.HAPPENED or signed.start is None or signed.end is None:
        return
    if awaited.dated and awaited.known > signed.end + 60:
        yield ("out_of_order", 0.5, ("signed", "expected signature was told"))
    elif awaited.document == signed.document and (awaited.end or awaited.known) > signed.end and _is_whole(signed):
        yield ("still_to_sign", 1.0, ())
    elif (awaited.start or awaited.known) - 200 <= signed.end and signed.start <= (awaited.end or awaited.known + _YEAR) + _YEAR:
        yield ("in_order", 1.0, ("signed", "expectation"))


def _is_whole(signed: Traits) -> bool:
    """It counts what was signed for; under a framework, whose counts are ceilings, contracts are still to come."""
    return bool(signed.counts) and all(count.bound != "max" for count in signed.counts)


def _went_on(halt: Traits, other: Traits) -> Iterator[Found]:
    """Steps that happened, or were still to come, after a halt."""
    if halt.modality is not Modality.HAPPENED or halt.end is None or other.stage is Stage.HALT:
        return
    day = (
        other.start
        if other.modality is Modality.HAPPENED
        else other.known
        if other.dated and other.modality is not Modality.DENIED
        else None
    )
    if day is not None and day > halt.end + 60:
        yield ("after_halt", 1.0, (_SAID[other.stage],))


def _altered(order: Traits, change: Traits) -> Iterator[Found]:
    """What is altered was there before; an earlier change may still be of the plan."""
    if (
        order.stage in _ONCE
        and order.modality is change.modality is Modality.HAPPENED
        and order.end is not None
        and change.start is not None
        and 0 <= change.start - order.end <= 7 * _YEAR
    ):
        yield ("in_order", 1.0, (_SAID[change.stage], order.stage.value))


def _order(first: Traits, then: Traits) -> Iterator[Found]:
    """first is of the earlier stage."""
    told = (_SAID[then.stage], first.stage.value)
    if first.is_budget and then.stage in _ONCE:
        return
    if first.modality is not Modality.HAPPENED:
        # What may be bought, told when something was already signed or handed over, is another purchase.
        planned = first.stage in (Stage.PLAN, Stage.REQUEST) and first.dated
        if planned and then.modality is Modality.HAPPENED and then.end and first.known > then.end + 60:
            yield ("out_of_order", 1.0, told)
        return
    end = _ended(then)
    if _is_too_early(first, end, then):
        yield ("too_early", 1.0, (Days(max(0, (end or 0) - _began(first))), first.stage.value))
        return
    if first.start is None or first.end is None:
        return
    start = then.start if then.start is not None else then.end
    if then.stage in _HANDED_OVER:
        if end is not None and end < first.start - 30:
            yield ("delivered_before", 1.0, told) if first.stage is not Stage.PLAN else ("out_of_order", 1.0, told)
            return
    elif end is not None and end < first.start - _SLACK[first.stage]:
        yield ("out_of_order", _lateness(first), told)
        return
    if _is_handed_over(then) and first.stage in _ONCE and end is not None and end - first.start < _YEAR // 2:
        yield ("early_delivery", 1.0, (Days(max(0, end - first.start)), first.stage.value))
    elif start is not None:
        lag = start - first.end
        if lag <= (ORDERED_DAYS if then.stage in _HANDED_OVER else 3 * _YEAR):
            yield ("in_order", 1.0, told)
        elif first.document != then.document and lag > (10 if then.stage in _HANDED_OVER else 4) * _YEAR:
            yield ("late_order", 1.0, (Days(lag), first.stage.value))


def _ended(t: Traits) -> int | None:
    """The last day a step can have happened on; of what is said to have happened without a date, the day it was told."""
    return t.end if t.end is not None else t.known if t.dated and t.modality is Modality.HAPPENED and t.start is None else None


def _is_handed_over(t: Traits) -> bool:
    return t.stage is Stage.DELIVERY and t.modality is Modality.HAPPENED


def _began(t: Traits) -> int:
    """The day of a step; of an undated plan that an article begins with, the day of the article."""
    if t.start is not None:
        return t.start
    return t.known if t.stage is Stage.PLAN and t.order == 0 and t.dated and t.kind is DocumentKind.NEWS else 0


def _is_too_early(first: Traits, end: int | None, delivery: Traits) -> bool:
    """What takes years to build was handed over within months of being planned (with a count, outside of a budget's lines) or notified."""
    if end is None or not _is_handed_over(delivery) or not first.is_large or first.stage not in _SOON or not (began := _began(first)):
        return False
    counted = first.stage is not Stage.PLAN or (bool(first.counts) and not first.is_budget)
    return counted and -30 <= end - began < _SOON[first.stage]
