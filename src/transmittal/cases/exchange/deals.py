"""A case as registers and lists tell it: one deal a system, with what was ordered, when, for how much, and what has arrived.

A register has one number where a case file has several reports. Each number here is one that a document printed, or a sum of such; it
says of which, and on what basis: a notified ceiling is never shown as an order.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

import msgspec

from transmittal import catalogue
from transmittal.cases.certifications import chains
from transmittal.cases.deliveries import Delivered, deliveries, line_deliveries
from transmittal.cases.lines import Line, family_of
from transmittal.model import Basis, Bound, CaseFile, Item, KeptEvent, Modality, Money, Party, Stage

# What a count is a count of, the most a register means by "ordered" first.
_ORDER_STAGES = {Stage.AGREEMENT: "ordered", Stage.APPROVAL: "notified", Stage.REQUEST: "requested", Stage.PLAN: "planned"}


class Count(msgspec.Struct, frozen=True, kw_only=True):
    """How many. basis: "ordered", "notified", "requested", "planned", "delivered". told: the events that print it, or what was added."""

    value: int
    bound: Bound
    basis: str
    told: tuple[KeptEvent, ...]


class Price(msgspec.Struct, frozen=True, kw_only=True):
    """For how much. stage: of the event that prints it; its basis and bound stay with the amount."""

    money: Money
    stage: Stage
    told: KeptEvent


class Years(msgspec.Struct, frozen=True, kw_only=True):
    """Civil years, first to last, both included. is_sure: one year, told as civil. told: by whom."""

    first: int
    last: int
    is_sure: bool
    told: KeptEvent


class Arrival(msgspec.Struct, frozen=True, kw_only=True):
    """One hand-over that has a count or a date."""

    count: int | None
    bound: Bound
    years: Years | None
    told: KeptEvent


class Deal(msgspec.Struct, frozen=True, kw_only=True):
    """One system, or one version of it where an order counts versions apart, bought in one case.

    system: id of the catalogue; None when only the designation is known. count: the most telling one, its basis beside it.
    arrivals: those that make up `delivered`, by date. is_ordered: whether an agreement is reported as having happened.
    """

    case: str
    buyer: Party | None
    supplier: Party | None
    system: str | None
    designation: str
    variant: str | None
    count: Count | None
    ordered_in: Years | None
    is_ordered: bool
    price: Price | None
    delivered: Count | None
    arrivals: tuple[Arrival, ...]
    events: tuple[KeptEvent, ...]


def deals(case: CaseFile, *, by_version: bool = False) -> tuple[Deal, ...]:
    """The deals of a case, in the order in which their systems are first named. Denied steps make none.

    by_version: a deal for each version where the nearest order counts versions apart, as registers have a row for each.
    """
    told = [kept for kept in case.events if kept.event.modality is not Modality.DENIED]
    keys: dict[str, Item] = {}
    for kept in told:
        for item in kept.event.items:
            keys.setdefault(system_key(item), item)
    found: list[Deal] = []
    for key, first in keys.items():
        for variant in (_versions(told, key) if by_version else ()) or (None,):
            found.append(_deal(case, told, key, variant, first, is_whole=len(keys) == 1 and variant is None))
    return tuple(found)


def system_key(item: Item) -> str:
    """The family of the item's system, as the catalogue has it; else its designation without case, blanks and hyphens."""
    return _key(item.system.id, item.system.designation)


def system_family(deal: "Deal") -> str:
    """The same of a deal."""
    return _key(deal.system, deal.designation)


def _key(system: str | None, designation: str) -> str:
    return family(system) or "".join(c for c in designation.casefold() if c.isalnum()) or designation


def family(system: str | None) -> str | None:
    """The broadest entry of the catalogue that a system belongs to; None for one that it lacks."""
    seen: set[str] = set()
    while system is not None and system not in seen:
        seen.add(system)
        try:
            broader = catalogue.system(system).family
        except KeyError:
            return None if len(seen) == 1 else system
        if broader is None:
            return system
        system = broader
    return system


def nearest(events: Iterable[KeptEvent]) -> list[KeptEvent]:
    """Those nearest to the step first; of equally near ones the latest known first."""
    return sorted(events, key=lambda kept: (kept.paper.tier.rank, -kept.paper.known.toordinal(), kept.id))


def _by_paper(events: Iterable[KeptEvent]) -> list[list[KeptEvent]]:
    """Events by their documents, the nearest first: a register has a row, and so an event, for each version of one order."""
    papers: dict[str, list[KeptEvent]] = {}
    for kept in nearest(events):
        papers.setdefault(kept.paper.id, []).append(kept)
    return list(papers.values())


def _party(told: list[KeptEvent], slot: str) -> Party | None:
    """The one that most events name; a price list of another buyer in the same case does not outvote it."""
    named: dict[str, list[Party]] = {}
    for kept in nearest(told):
        party: Party | None = getattr(kept.event, slot)
        if party is not None:
            named.setdefault(party.id, []).append(party)
    return max(named.values(), key=len)[0] if named else None


def _versions(told: list[KeptEvent], key: str) -> tuple[str, ...]:
    """The versions that the nearest order counts apart; none when it does not."""
    for together in _by_paper(kept for kept in told if _has_happened(kept) and kept.event.stage is Stage.AGREEMENT):
        counted = [i for kept in together for i in kept.event.items if system_key(i) == key and i.variant and i.quantity]
        versions = tuple(dict.fromkeys(i.variant for i in counted if i.variant))
        if len(versions) > 1:
            return versions
    return ()


def _has_happened(kept: KeptEvent) -> bool:
    return kept.event.modality is Modality.HAPPENED


def _deal(
    case: CaseFile,
    told: list[KeptEvent],
    key: str,
    variant: str | None,
    first: Item,
    *,
    is_whole: bool,
) -> Deal:
    own = [kept for kept in told if _lines(kept, key, variant)]
    # A price is the deal's when the step that prints it buys nothing else.
    alone = [kept for kept in told if kept.event.value and ({system_key(i) for i in kept.event.items} == {key} or is_whole)]
    agreed = [kept for kept in own if _has_happened(kept) and kept.event.stage is Stage.AGREEMENT]
    # A report of the signature that names no system dates the deal all the same when the case has no other.
    dated = agreed or [k for k in told if is_whole and _has_happened(k) and k.event.stage is Stage.AGREEMENT]
    came = _came(case, key, variant)
    arrivals = _arrivals(own, key, variant, came)
    model = next((i for k in nearest(agreed or own) for i in _lines(k, key, variant)), first)
    return Deal(
        case=case.id,
        buyer=_party(own, "buyer") or _party(told, "buyer"),
        supplier=_party(own, "supplier") or _party(told, "supplier"),
        system=first.system.id,
        designation=model.system.designation,
        variant=variant or model.variant,
        count=_count(own, key, variant),
        ordered_in=next(filter(None, map(_years, nearest(dated))), None),
        is_ordered=bool(dated),
        price=_price(case, alone) if variant is None else None,
        delivered=_delivered(came),
        arrivals=arrivals,
        events=tuple(own),
    )


def _came(case: CaseFile, key: str, variant: str | None) -> list[Delivered]:
    """What came of each system of the family, or of the one version, as every other place counts it."""
    if variant is None:
        return [came for system, came in deliveries(case, date.max).items() if _key(system, system) == key]
    items = [(kept, item) for kept in case.events for item in _lines(kept, key, variant)]
    families = {family_of(item) for _, item in items}
    lines = {Line(name, variant): [(k, i) for k, i in items if family_of(i) == name] for name in sorted(families)}
    return list(line_deliveries(case, date.max, lines).values())


def _lines(kept: KeptEvent, key: str, variant: str | None) -> list[Item]:
    return [i for i in kept.event.items if system_key(i) == key and (variant is None or i.variant == variant)]


def _total(items: Sequence[Item]) -> tuple[int, Bound] | None:
    """The counts of one document's lines together; None when one of them has none, as the sum would not be the whole."""
    counts = [item.quantity for item in items]
    known = [count for count in counts if count is not None]
    if not known or len(known) < len(counts):
        return None
    bounds = {count.bound for count in known}
    return sum(count.value for count in known), bounds.pop() if len(bounds) == 1 else Bound.ABOUT


def _count(own: list[KeptEvent], key: str, variant: str | None) -> Count | None:
    for stage, basis in _ORDER_STAGES.items():
        for together in _by_paper(k for k in own if k.event.stage is stage and _has_happened(k)):
            total = _total([item for kept in together for item in _lines(kept, key, variant)])
            if total is not None:
                return Count(value=total[0], bound=total[1], basis=basis, told=tuple(together))
    return None


def _years(kept: KeptEvent) -> Years | None:
    period = kept.event.date
    first = period.start or period.end if period else None
    last = period.end or period.start if period else None
    if period is None or first is None or last is None:
        return None
    is_sure = first.year == last.year and None not in (period.start, period.end)
    return Years(first=first.year, last=last.year, is_sure=is_sure, told=kept)


def _price(case: CaseFile, alone: list[KeptEvent]) -> Price | None:
    """The agreed price, else the notified ceiling, else what was planned. What industry was paid is part of it and not it."""
    return (
        _told(alone, Stage.AGREEMENT, Basis.CONTRACT) or _told(alone, Stage.AGREEMENT) or _ceiling(case, alone) or _told(alone, Stage.PLAN)
    )


def _told(alone: list[KeptEvent], stage: Stage, basis: Basis | None = None) -> Price | None:
    for kept in nearest(k for k in alone if k.event.stage is stage and _has_happened(k)):
        money = kept.event.value
        if money is not None and basis in (None, money.basis):
            return Price(money=money, stage=stage, told=kept)
    return None


def _ceiling(case: CaseFile, alone: list[KeptEvent]) -> Price | None:
    """What was notified in the certifications that buy nothing else, as everywhere: increases inside, several certifications added up."""
    ids = {kept.id for kept in alone}
    own = [(k, c.ceiling) for c in chains(case.events, date.max) if (k := c.believed) is not None and k.id in ids]
    told, value = own[-1] if own else (None, None)
    if told is None or value is None:
        return None
    amount = sum((other.amount for _, other in own if other is not None and other.currency == value.currency), Decimal(0))
    money = value if amount == value.amount else msgspec.structs.replace(value, amount=amount, inferred=True)
    return Price(money=money, stage=Stage.APPROVAL, told=told)


def _arrivals(own: list[KeptEvent], key: str, variant: str | None, came: list[Delivered]) -> tuple[Arrival, ...]:
    """The hand-overs that the count stands on; without a count the nearest report of each day or year."""
    told = [kept for part in came for kept in part.told]
    if not told:
        days: dict[object, KeptEvent] = {}
        for kept in nearest(k for k in own if k.event.stage is Stage.DELIVERY and _has_happened(k)):
            days.setdefault((kept.event.date.start, kept.event.date.end) if kept.event.date else None, kept)
        told = list(days.values())
    found: list[Arrival] = []
    for kept in told:
        total = _total(_lines(kept, key, variant) or list(kept.event.items))
        count, bound = total if total else (None, Bound.EXACT)
        found.append(Arrival(count=count, bound=bound, years=_years(kept), told=kept))
    return tuple(sorted(found, key=lambda arrival: (arrival.years.first if arrival.years else 0, arrival.told.id)))


def _delivered(came: list[Delivered]) -> Count | None:
    counted = [part for part in came if part.count is not None]
    if not counted:
        return None
    bounds = {part.bound for part in counted}
    return Count(
        value=sum(part.count or 0 for part in counted),
        bound=bounds.pop() if len(bounds) == 1 else Bound.ABOUT,
        basis="delivered",
        told=tuple(kept for part in counted for kept in part.told),
    )
