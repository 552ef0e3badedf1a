"""Notified ceilings: the certifications of a case put into chains, and one current figure for each.

A chain is a certification with every later report on it. The same certification is printed on the web, in the Congressional
Record, in the Federal Register and in newspapers; that is one figure, not four. The latest certification of a chain replaces the
earlier ones; an increase adds; a repetition does neither.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal

import msgspec

from transmittal.cases.backlog.enlargement import find_enlargement, stays_within
from transmittal.cases.backlog.method import Counts, Increases, Method
from transmittal.cases.backlog.result import Quoted
from transmittal.cases.backlog.rows import Row, quoted, same_money
from transmittal.cases.backlog.times import done, happened_by
from transmittal.cases.goods import Wanted, add_goods, goods
from transmittal.model import Basis, CaseFile, DocumentKind, KeptEvent, Stage, Tier

# Prints of one certification without a number lie days apart; a further certification of the same case, a season at the least.
_SAME_STEP = timedelta(days=60)
# A notice is the certification itself; the release of the same day tells of it, and rounds.
_KINDS = (DocumentKind.TRANSMITTAL, DocumentKind.CONGRESSIONAL_RECORD, DocumentKind.PRESS_RELEASE)


class Chain(msgspec.Struct, kw_only=True):
    """One certification and what was said of it later. number: of the transmittal, "" when no document gives it."""

    number: str
    approvals: list[KeptEvent]
    changes: list[KeptEvent] = []

    @property
    def entered(self) -> date:
        return min(happened_by(k) for k in _nearest(self.approvals))


class Increase(msgspec.Struct, frozen=True, kw_only=True):
    """One report that enlarges a chain. added: in the chain's currency, None when the report adds goods and no (known) money."""

    kept: KeptEvent
    added: Decimal | None
    figure: Quoted | None
    goods: tuple[Wanted, ...]


def notified_rows(case: CaseFile, method: Method, on: date) -> list[Row]:
    """The rows of a case by its notified ceilings on a day; none when nothing was notified by then."""
    counts, tiers = method.counts, method.value.tiers
    approvals = [k for k in done(case.events, Stage.APPROVAL, on) if k.paper.tier in tiers and not _is_left_out(k, counts)]
    chains = _chains(approvals)
    if not chains:
        return []
    for change in done(case.events, Stage.CHANGE, on):
        if change.paper.tier in tiers and not _is_left_out(change, counts):
            _chain_of(change, chains).changes.append(change)
    several = len(chains) > 1
    return [row for chain in chains for row in _rows(chain, method, named=several)]


def _is_left_out(kept: KeptEvent, counts: Counts) -> bool:
    """Sold by a channel or a supplier that does not count, or bought at home. What is not told leaves nothing out."""
    event = kept.event
    if event.channel is not None and event.channel.id in counts.channels_out:
        return True
    if event.supplier is None:
        return False
    at_home = event.buyer is not None and event.supplier.id == event.buyer.id
    return at_home or bool(counts.suppliers and event.supplier.id not in counts.suppliers)


def number_of(kept: KeptEvent) -> str:
    """ "20-68"; the reversed prints of a report ("0G-23") in the usual order; "" without one."""
    printed = kept.event.identifiers.transmittal or ""
    reversed_print = re.fullmatch(r"(\d[A-Z])-(\d{2})", printed)
    return f"{reversed_print[2]}-{reversed_print[1]}" if reversed_print else printed.upper()


def _is_report(number: str) -> bool:
    """Whether it numbers a report on an earlier certification: "26-1C", and not "26-13"."""
    return re.fullmatch(r"\d{2}-\d?[A-Z]", number) is not None


def _chains(approvals: Sequence[KeptEvent]) -> list[Chain]:
    """One chain a certification number; prints without a number go to the one they repeat."""
    chains: dict[str, Chain] = {}
    for kept in approvals:
        number = number_of(kept)
        if number and not _is_report(number):
            chains.setdefault(number, Chain(number=number, approvals=[])).approvals.append(kept)
    _join_replaced(chains)
    loose = [k for k in approvals if not number_of(k) or _is_report(number_of(k))]
    if not chains:
        return [Chain(number="", approvals=loose)] if loose else []
    numbered = list(chains.values())
    for kept in loose:
        _chain_of(kept, numbered).approvals.append(kept)
    return sorted(numbered, key=lambda c: (c.entered, c.number))


def _join_replaced(chains: dict[str, Chain]) -> None:
    """A certification that names an earlier one of the case is a step of its chain."""
    for number in list(chains):
        named = {n for k in chains[number].approvals for n in k.event.identifiers.related_transmittals}
        older = next((n for n in named if n != number and n in chains), None)
        if older is not None:
            chains[older].approvals += chains.pop(number).approvals


def _chain_of(kept: KeptEvent, chains: list[Chain]) -> Chain:
    """The chain an event speaks of: by number, else by a certification its paper recalls, else by amount, else the nearest in time."""
    if len(chains) == 1:
        return chains[0]
    numbers = {number_of(kept), *kept.event.identifiers.related_transmittals}
    for chain in chains:
        if chain.number in numbers or any(k.paper.id == kept.paper.id and k.event.stage is Stage.APPROVAL for k in chain.approvals):
            return chain
    for chain in chains:
        if any(same_money(kept.event.value, k.event.value) for k in chain.approvals):
            return chain
    day = happened_by(kept)
    return min(chains, key=lambda c: (abs((day - c.entered).days), c.number))


def _rows(chain: Chain, method: Method, *, named: bool) -> list[Row]:
    """The row of a chain, and one for each increase that the method sets apart: those with counted goods of their own."""
    base = _base(chain, named=named)
    own: list[Row] = []
    for increase in _increases(chain, base):
        within = increase.added is None and stays_within(increase.kept)
        if method.value.increases is Increases.OWN_LINE and increase.goods and not within:
            own.append(_increase_row(increase, base))
        else:
            base = _enlarged(base, increase)
    return [base, *own]


def _base(chain: Chain, *, named: bool) -> Row:
    believed = _believed(chain)
    value = believed.event.value if believed is not None else None
    papers = tuple(sorted(chain.approvals, key=lambda k: (k is not believed, _order(k))))
    return Row(
        part=chain.number if named else "",
        entered=chain.entered,
        amount=value.amount if value is not None else None,
        currency=value.currency if value is not None else None,
        basis=Basis.ESTIMATE.value,
        wanted=_fullest(papers),
        figures=tuple(q for k in papers if value is not None and same_money(k.event.value, value) and (q := quoted(k)) is not None),
        papers=papers,
    )


def _believed(chain: Chain) -> KeptEvent | None:
    """The event whose amount is the chain's: of the latest certification, as told by the nearest source."""
    valued = [k for k in chain.approvals if k.event.value is not None and k.event.value.basis in (Basis.ESTIMATE, Basis.CONTRACT)]
    pool = _nearest(valued)
    if not pool:
        return None
    # A day that the document gives; a recollection without one is no later certification.
    dated = [k for k in pool if k.event.date is not None] or pool
    latest = max(happened_by(k) for k in dated)
    last = [k for k in dated if latest - happened_by(k) <= _SAME_STEP]
    if last[0].paper.tier is Tier.SELLER:
        return min(last, key=_order)
    common = Counter((k.event.value.amount, k.event.value.currency) for k in last if k.event.value is not None)
    return min(last, key=lambda k: (-common[_money(k)], _order(k)))


def _money(kept: KeptEvent) -> tuple[Decimal, str]:
    value = kept.event.value
    return (value.amount, value.currency) if value is not None else (Decimal(0), "")


def _nearest(events: Sequence[KeptEvent]) -> list[KeptEvent]:
    """The events of the nearest kind of source there is."""
    best = min((k.paper.tier.rank for k in events), default=0)
    return [k for k in events if k.paper.tier.rank == best]


def _order(kept: KeptEvent) -> tuple[int, int, int, str, int]:
    """Nearer sources first, notices before releases, later prints (which correct earlier ones) before earlier."""
    kind = kept.paper.kind
    place = _KINDS.index(kind) if kind in _KINDS else len(_KINDS)
    return kept.paper.tier.rank, place, -kept.paper.known.toordinal(), kept.paper.id, kept.order


def _fullest(papers: Iterable[KeptEvent]) -> tuple[Wanted, ...]:
    """The goods as the paper with most counted lines lists them, the nearest source before the others."""
    lists = [(k.paper.tier.rank, goods(k.event.items)) for k in papers if k.event.items]
    counted = [(rank, found) for rank, found in lists if any(w.count is not None for w in found)]
    ranked = sorted(counted or lists, key=lambda pair: (pair[0], -sum(w.count is not None for w in pair[1])))
    return ranked[0][1] if ranked else ()


def _increases(chain: Chain, base: Row) -> list[Increase]:
    """The reports that enlarge a chain, each once, in the order in which they were made."""
    found: list[Increase] = []
    current = base.amount
    for kept in sorted(chain.changes, key=lambda k: (happened_by(k), _order(k))):
        if any(_repeats(kept, other.kept) for other in found):
            continue
        told = find_enlargement(kept)
        added: Decimal | None = None
        if told is not None and base.currency in (None, told.currency):  # what the buyer pays in its own money lies inside the ceiling
            added = told.amount - current if told.is_total and current is not None else None if told.is_total else told.amount
        counted = goods(i for i in kept.event.items if i.quantity is not None)
        if (added is not None and added > 0) or (counted and kept.paper.tier is Tier.SELLER):
            found.append(
                Increase(kept=kept, added=added, figure=told.figure if told is not None and added is not None else None, goods=counted)
            )
            current = None if current is None else current + (added or 0)
    return found


def _repeats(kept: KeptEvent, other: KeptEvent) -> bool:
    """The same report in another print."""
    if number_of(kept) and number_of(other):
        return number_of(kept) == number_of(other)
    near = kept.event.date is None or other.event.date is None or abs(happened_by(kept) - happened_by(other)) <= _SAME_STEP
    return near and (same_money(kept.event.value, other.event.value) or kept.event.value is None)


def _increase_row(increase: Increase, base: Row) -> Row:
    kept = increase.kept
    return Row(
        part=f"increase {number_of(kept) or happened_by(kept).isoformat()}",
        entered=happened_by(kept),
        amount=increase.added,
        currency=base.currency if increase.added is not None else None,
        basis=Basis.ESTIMATE.value,
        wanted=increase.goods,
        figures=(increase.figure,) if increase.figure is not None else (),
        papers=(kept,),
        is_increase=True,
    )


def _enlarged(base: Row, increase: Increase) -> Row:
    """The row with an increase inside. A ceiling nobody gave stays unknown: what was added is not the whole."""
    return msgspec.structs.replace(
        base,
        amount=base.amount + increase.added if base.amount is not None and increase.added is not None else base.amount,
        wanted=add_goods(base.wanted, increase.goods),
        figures=base.figures + ((increase.figure,) if increase.figure is not None else ()),
        papers=(*base.papers, increase.kept),
    )
