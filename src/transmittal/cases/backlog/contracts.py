"""Signed values: the agreements between buyer and seller in a case, each once, in the currency they were printed in."""

from collections import Counter
from datetime import date, timedelta
from decimal import Decimal

import msgspec

from transmittal.cases.backlog.method import Method
from transmittal.cases.backlog.rows import Row, quoted
from transmittal.cases.goods import Wanted, add_goods, goods
from transmittal.cases.timeline import done
from transmittal.cases.when import last_day, when
from transmittal.cases.words import same_money
from transmittal.model import Basis, CaseFile, DocumentKind, KeptEvent, Modality, Stage, Tier

# A signing is told for weeks; the next letter of offer of the same purchase takes months.
_SAME_SIGNING = timedelta(days=60)


def signed_rows(case: CaseFile, method: Method, on: date) -> list[Row]:
    """One row an agreement that was signed by the day; none when nothing was."""
    signings: list[list[KeptEvent]] = []
    for kept in _agreements(case, method, on):
        known = next((s for s in signings if any(_is_same(kept, other) for other in s)), None)
        if known is None:
            signings.append([kept])
        else:
            known.append(kept)
    batches = _batches(case)
    rows = [_row(signing, batches, named=len(signings) > 1) for signing in signings]
    for change in done(case.events, Stage.CHANGE, on):
        rows = _with_change(rows, change)
    return rows


def _agreements(case: CaseFile, method: Method, on: date) -> list[KeptEvent]:
    """Those with a value first, so that a recollection without one finds the signing it recalls. Registers name a year and no money."""
    found = [
        k
        for k in done(case.events, Stage.AGREEMENT, on)
        if k.paper.tier in method.value.tiers and not (k.event.channel is not None and k.event.channel.id in method.counts.channels_out)
    ]
    told = [k for k in found if k.paper.tier is not Tier.REGISTER] or found
    return sorted(told, key=lambda k: k.event.value is None or k.event.date is None)


def _is_same(one: KeptEvent, other: KeptEvent) -> bool:
    """Two reports of one signing: the same amount, or neither gives another, and no day that sets them apart."""
    if one.paper.id == other.paper.id:
        return False
    a, b = one.event.value, other.event.value
    if (a is None) != (b is None) and _is_recollection(one if a is None else other, other if a is None else one):
        return True
    if when(one).start is None or when(other).start is None:
        return a is None or b is None or same_money(a, b)
    start, end = max(_first(one), _first(other)), min(last_day(one), last_day(other))
    near = start - end <= _SAME_SIGNING
    if a is not None and b is not None and a.currency == b.currency and a.amount != b.amount:
        return near and one.paper.tier is not other.paper.tier  # two sources on one signing disagree; the nearer one is believed
    return near


def _is_recollection(unvalued: KeptEvent, valued: KeptEvent) -> bool:
    """A source further off that names no price speaks of the signing that a nearer one priced."""
    return unvalued.paper.tier.rank > valued.paper.tier.rank and last_day(valued) <= last_day(unvalued)


def _first(kept: KeptEvent) -> date:
    return when(kept).start or kept.paper.known


def _batches(case: CaseFile) -> set[tuple[str, str, int]]:
    """(paper, system, count) of what papers tell as handed over. News that a batch "was ordered" then and then counts the
    batch, not the order: such a count is no order."""
    deliveries = [k for k in case.events if k.event.stage is Stage.DELIVERY and k.event.modality is Modality.HAPPENED]
    return {(k.paper.id, w.key, w.count) for k in deliveries for w in goods(k.event.items) if w.count is not None}


def _ordered_goods(kept: KeptEvent, batches: set[tuple[str, str, int]]) -> tuple[Wanted, ...]:
    found = goods(kept.event.items)
    return tuple(
        msgspec.structs.replace(w, count=None) if w.count is not None and (kept.paper.id, w.key, w.count) in batches else w for w in found
    )


def _row(signing: list[KeptEvent], batches: set[tuple[str, str, int]], *, named: bool) -> Row:
    valued = [k for k in signing if k.event.value is not None]
    best = min((k.paper.tier.rank for k in valued), default=0)
    pool = [k for k in valued if k.paper.tier.rank == best]
    common = Counter(str(k.event.value.amount) for k in pool if k.event.value is not None)
    believed = min(pool, key=lambda k: (-common[str(k.event.value.amount)] if k.event.value else 0, k.paper.known), default=None)
    value = believed.event.value if believed is not None else None
    entered = min(last_day(k) for k in signing)
    papers = tuple(sorted(signing, key=lambda k: (k is not believed, k.paper.tier.rank, k.paper.known)))
    lists = [_ordered_goods(k, batches) for k in papers if k.event.items]
    wanted = max(lists, key=lambda found: sum(w.count is not None for w in found), default=())
    return Row(
        part=f"signed {entered.isoformat()}" if named else "",
        entered=entered,
        amount=value.amount if value is not None else None,
        currency=value.currency if value is not None else None,
        basis=Basis.CONTRACT.value,
        wanted=wanted,
        figures=tuple(q for k in papers if value is not None and same_money(k.event.value, value) and (q := quoted(k)) is not None),
        papers=papers,
        is_ceiling=False,
    )


def _with_change(rows: list[Row], change: KeptEvent) -> list[Row]:
    """An enlarged agreement grows in place: the last one of its currency. What industry's contracts grow by is another sum."""
    value = change.event.value
    if value is None or value.basis is not Basis.CONTRACT or change.paper.kind is DocumentKind.CONTRACT_ANNOUNCEMENT:
        return rows
    for number in range(len(rows) - 1, -1, -1):
        row = rows[number]
        if row.currency == value.currency and row.amount is not None and row.entered <= last_day(change):
            if any(same_money(value, k.event.value) and k.event.stage is Stage.CHANGE for k in row.papers):
                return rows
            figure = quoted(change)
            grown = msgspec.structs.replace(
                row,
                amount=Decimal(row.amount + value.amount),
                wanted=add_goods(row.wanted, goods(i for i in change.event.items if i.quantity is not None)),
                figures=row.figures + ((figure,) if figure is not None else ()),
                papers=(*row.papers, change),
            )
            return [*rows[:number], grown, *rows[number + 1 :]]
    return rows
