"""Notified ceilings: the certifications of a case put into chains, and one current figure for each.

A chain is a certification with every later report on it. The same certification is printed on the web, in the Congressional
Record, in the Federal Register and in newspapers; that is one figure, not four. The latest certification of a chain replaces the
earlier ones; an increase adds; a repetition does neither. The casebook, the backlog and the exports all show the figure found here.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal

import msgspec

from transmittal.cases.enlargement import find_enlargement, stays_within
from transmittal.cases.goods import Wanted, goods
from transmittal.cases.timeline import done
from transmittal.cases.when import last_day
from transmittal.cases.words import same_money
from transmittal.model import Basis, Bound, DocumentKind, KeptEvent, Mention, Money, Stage, Tier

# Prints of one certification without a number lie days apart; a further certification of the same case, a season at the least.
_SAME_STEP = timedelta(days=60)
# A notice is the certification itself; the release of the same day tells of it, and rounds.
_KINDS = (DocumentKind.TRANSMITTAL, DocumentKind.CONGRESSIONAL_RECORD, DocumentKind.PRESS_RELEASE)


class Increase(msgspec.Struct, frozen=True, kw_only=True):
    """One report that enlarges a chain.

    added:  in the chain's currency, None when the report adds goods and no (known) money. total: the whole after the change, if printed.
    figure: where the amount stands. within: what is added is paid out of the ceiling there is.
    """

    kept: KeptEvent
    added: Decimal | None
    total: Decimal | None
    currency: str | None
    figure: Mention | None
    goods: tuple[Wanted, ...]
    within: bool

    def onto(self, before: Money | None) -> Money | None:
        """The figure with this report inside. A total says what the ceiling is even where nobody gave one before."""
        if before is not None and self.added is not None:
            return msgspec.structs.replace(before, amount=before.amount + self.added, inferred=True)
        if before is None and self.total is not None and self.figure is not None and self.currency is not None:
            at = self.figure
            return Money(
                quote=at.quote,
                start=at.start,
                end=at.end,
                amount=self.total,
                currency=self.currency,
                basis=Basis.ESTIMATE,
                bound=Bound.MAX,
            )
        return before


class Chain(msgspec.Struct, kw_only=True):
    """One certification and what was said of it later. number: of the transmittal, "" when no document gives it."""

    number: str
    approvals: list[KeptEvent]
    changes: list[KeptEvent] = []

    @property
    def entered(self) -> date:
        """The day on which it was notified, as the nearest source tells."""
        return min(last_day(k) for k in _nearest(self.approvals))

    @property
    def believed(self) -> KeptEvent | None:
        """The event whose amount is that of the certification: of the latest one, as told by the nearest source."""
        return _believed(self)

    @property
    def papers(self) -> tuple[KeptEvent, ...]:
        """The prints of the certification, the believed one first."""
        believed = self.believed
        return tuple(sorted(self.approvals, key=lambda k: (k is not believed, _order(k))))

    @property
    def fullest(self) -> KeptEvent | None:
        """The print that lists the goods."""
        return _fullest(self.papers)

    @property
    def listing(self) -> tuple[KeptEvent, ...]:
        """The reports whose counts make up what was notified: the print that lists the goods, and the increases that add some."""
        fullest = self.fullest
        return (*((fullest,) if fullest is not None else ()), *(i.kept for i in self.increases if i.goods))

    @property
    def increases(self) -> tuple[Increase, ...]:
        """The reports that enlarge the chain, each once, in the order in which they were made."""
        return tuple(_increases(self))

    @property
    def ceiling(self) -> Money | None:
        """The current figure, increases inside; None when no document gives it: what was added is not the whole."""
        believed = self.believed
        current = believed.event.value if believed is not None else None
        for increase in self.increases:
            current = increase.onto(current)
        return current


def chains(events: tuple[KeptEvent, ...], on: date, counts: Callable[[KeptEvent], bool] | None = None) -> list[Chain]:
    """The certifications of a case that were notified by a day, in that order. counts: which reports are listened to, all by default."""
    approvals = [k for k in done(events, Stage.APPROVAL, on) if counts is None or counts(k)]
    found = _chains(approvals)
    if found:
        for change in done(events, Stage.CHANGE, on):
            if counts is None or counts(change):
                _chain_of(change, found).changes.append(change)
    return found


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
    day = last_day(kept)
    return min(chains, key=lambda c: (abs((day - c.entered).days), c.number))


def _believed(chain: Chain) -> KeptEvent | None:
    """The event whose amount is the chain's: of the latest certification, as told by the nearest source."""
    valued = [k for k in chain.approvals if k.event.value is not None and k.event.value.basis is not Basis.OBLIGATED]
    pool = _nearest(valued)
    if not pool:
        return None
    # A day that the document gives; a recollection without one is no later certification.
    dated = [k for k in pool if k.event.date is not None] or pool
    latest = max(last_day(k) for k in dated)
    last = [k for k in dated if latest - last_day(k) <= _SAME_STEP]
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


def _fullest(papers: Iterable[KeptEvent]) -> KeptEvent | None:
    """The paper with most counted lines, the nearest source before the others."""
    lists = [(k, sum(w.count is not None for w in goods(k.event.items))) for k in papers if k.event.items]
    ranked = [one for one in lists if one[1]] or lists
    return min(ranked, key=lambda one: (one[0].paper.tier.rank, -one[1]))[0] if ranked else None


def _repeats(kept: KeptEvent, other: KeptEvent) -> bool:
    """The same report in another print."""
    if number_of(kept) and number_of(other):
        return number_of(kept) == number_of(other)
    near = kept.event.date is None or other.event.date is None or abs(last_day(kept) - last_day(other)) <= _SAME_STEP
    return near and (same_money(kept.event.value, other.event.value) or kept.event.value is None)


def _increases(chain: Chain) -> list[Increase]:
    found: list[Increase] = []
    believed = chain.believed
    current = believed.event.value if believed is not None else None
    for kept in sorted(chain.changes, key=lambda k: (last_day(k), _order(k))):
        if any(_repeats(kept, other.kept) for other in found):
            continue
        increase = _increase(kept, current)
        if increase is not None:
            found.append(increase)
            current = increase.onto(current)
    return found


def _increase(kept: KeptEvent, current: Money | None) -> Increase | None:
    """What one report does to the figure there is; None when it neither enlarges it nor adds goods."""
    told = find_enlargement(kept)
    if told is not None and current is not None and current.currency != told.currency:
        told = None  # what the buyer pays in its own money lies inside
    added = total = None
    if told is not None and told.is_total:
        total, added = told.amount, told.amount - current.amount if current is not None else None
    elif told is not None:
        added = told.amount
    counted = goods(i for i in kept.event.items if i.quantity is not None)
    is_first = current is None and total is not None
    if not is_first and (added is None or added <= 0) and not (counted and kept.paper.tier is Tier.SELLER):
        return None
    return Increase(
        kept=kept,
        added=added,
        total=total,
        currency=told.currency if told is not None else None,
        figure=told.figure if told is not None else None,
        goods=counted,
        within=added is None and stays_within(kept),
    )
