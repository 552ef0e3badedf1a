"""What of an event counts for linking, worked out once per event."""

import re
from datetime import date
from functools import cache

import msgspec

from transmittal.cases.linking.families import family, is_large, leads, model_and_version, squash, system_key
from transmittal.cases.linking.remembered import Remembered
from transmittal.cases.linking.weights import rules
from transmittal.model import DocumentKind, Item, KeptEvent, Modality, Money, Stage, Tier

# A letter ends or begins the serial of a report on an earlier notice: 26-1C, 25-0G, 0H-24.
_LETTER_NUMBER = re.compile(r"^(?:\d\d-\d?[A-Z]+\d?|\d?[A-Z]+-\d\d)$")
# The ninth place of a contract number says what it is: G a basic ordering agreement, A a blanket purchase agreement.
_UMBRELLA = re.compile(r"^[A-Z0-9]{6}\d\d[AG]")
_SPACES = re.compile(r"[\s‐-–-]+")


class Count(msgspec.Struct, frozen=True, gc=False):
    """How many of one family an event speaks of.

    values: each line's count and their sums, any of which another document may print. size: the largest sum. unit: a class of [units].
    """

    family: str
    values: frozenset[int]
    size: int
    bound: str
    unit: str | None


class Traits(msgspec.Struct, frozen=True, kw_only=True):
    """One event for comparing. start, end, known: ordinals of days, None where open or not told.

    dated: its document says when it was published; otherwise `known` is only when it was found.
    upkeep: it sells support and counts nothing. is_large: it is about what takes years to build.
    is_sellers: the exporting government's own paper.
    leads: systems it is about. families: their broadest entries. extras: families of the other items.
    """

    id: str
    document: str
    order: int
    known: int
    dated: bool
    stage: Stage
    modality: Modality
    kind: DocumentKind
    upkeep: bool
    is_large: bool
    is_sellers: bool
    buyer: str | None
    supplier: str | None
    channel: str | None
    leads: frozenset[str]
    families: frozenset[str]
    extras: frozenset[str]
    models: frozenset[str]
    versions: frozenset[str]
    counts: tuple[Count, ...]
    value: Money | None
    start: int | None
    end: int | None
    transmittal: str | None
    related: frozenset[str]
    cases: frozenset[str]
    contracts: frozenset[str]
    umbrellas: frozenset[str]
    registers: frozenset[str]
    contractors: frozenset[str]

    @property
    def is_register(self) -> bool:
        """A register's finest date is a year."""
        return self.kind is DocumentKind.REGISTER

    @property
    def is_budget(self) -> bool:
        """A line of a budget book: there is one each year, before and after the signature."""
        return self.stage is Stage.PLAN and self.kind is DocumentKind.BUDGET

    @property
    def is_letter(self) -> bool:
        """Its number is that of a report on an earlier notice."""
        return self.transmittal is not None and is_letter_number(self.transmittal)


@cache
def _upkeep_words() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(rules().upkeep.words)})\b", re.I)


def _is_upkeep(kept: KeptEvent) -> bool:
    """Only of the seller's own papers: an article says "support" of anything."""
    if kept.event.stage not in (Stage.APPROVAL, Stage.AWARD) or kept.paper.tier is not Tier.SELLER:
        return False
    if any(item.quantity for item in kept.event.items):
        return False
    title = kept.paper.title or ""
    return any(_upkeep_words().search(text) for text in (title, *(mention.quote for mention in kept.event.evidence)))


def is_letter_number(transmittal: str) -> bool:
    return _LETTER_NUMBER.match(transmittal) is not None


def _read(kept: KeptEvent) -> Traits:
    event = kept.event
    numbers = event.identifiers
    about = leads(event.items)
    lead_items = [item for item in event.items if system_key(item) in about]
    told = [model_and_version(system_key(item), item.system.designation, item.variant) for item in lead_items]
    contracts = frozenset(_contract(number) for number in numbers.contract)
    umbrellas = frozenset(number for number in contracts if _UMBRELLA.match(number))
    period = event.date
    families = frozenset(family(key) for key in about)
    return Traits(
        id=kept.id,
        document=kept.paper.id,
        order=kept.order,
        known=kept.paper.known.toordinal(),
        dated=kept.paper.published is not None,
        stage=event.stage,
        modality=event.modality,
        kind=kept.paper.kind,
        upkeep=_is_upkeep(kept),
        is_large=any(is_large(name) for name in about),
        is_sellers=kept.paper.tier is Tier.SELLER,
        buyer=event.buyer.id if event.buyer else None,
        supplier=event.supplier.id if event.supplier else None,
        channel=event.channel.id if event.channel else None,
        leads=about,
        families=families,
        extras=frozenset(family(system_key(item)) for item in event.items) - families,
        models=frozenset(model for model, _ in told if model),
        versions=frozenset(version for _, version in told if version),
        counts=_counts(lead_items),
        value=event.value,
        start=_ordinal(period.start) if period else None,
        end=_ordinal(period.end) if period else None,
        transmittal=number_key(numbers.transmittal) if numbers.transmittal else None,
        related=frozenset(number_key(number) for number in numbers.related_transmittals),
        cases=frozenset(number_key(number) for number in (numbers.case, *numbers.related_cases) if number),
        contracts=contracts - umbrellas,
        umbrellas=umbrellas,
        registers=frozenset(f"{scheme}:{number}" for scheme, number in numbers.register.items()),
        contractors=frozenset(firm.id or squash(firm.name) for firm in event.contractors),
    )


def printed_numbers(kept: KeptEvent) -> frozenset[str]:
    """The numbers of which one is enough, as `number_key` has them."""
    said = kept.event.identifiers
    numbers = (said.transmittal, said.case, *said.related_transmittals, *said.related_cases, *said.register.values())
    return frozenset(number_key(number) for number in numbers if number)


def number_key(number: str) -> str:
    """A number as all documents would print it: capitals, one kind of hyphen, no spaces around it."""
    return _SPACES.sub("-", number.strip()).upper()


def _contract(number: str) -> str:
    return re.sub(r"[^0-9A-Z]", "", number.upper())


def _ordinal(day: date | None) -> int | None:
    return day.toordinal() if day else None


def _counts(items: list[Item]) -> tuple[Count, ...]:
    units = rules().units
    lines: dict[str, list[tuple[int, str, str | None]]] = {}
    for item in items:
        if item.quantity is not None:
            unit = item.quantity.unit
            line = (item.quantity.value, str(item.quantity.bound), units.get(unit, unit) if unit else None)
            lines.setdefault(family(system_key(item)), []).append(line)
    return tuple(_count(name, told) for name, told in lines.items())


def _count(name: str, lines: list[tuple[int, str, str | None]]) -> Count:
    sums: dict[str | None, int] = {}
    for value, _, unit in lines:
        sums[unit] = sums.get(unit, 0) + value
    values = {value for value, _, _ in lines} | set(sums.values()) | {sum(value for value, _, _ in lines)}
    unit, size = max(sums.items(), key=lambda entry: (entry[1], entry[0] or ""))
    bounds = {bound for _, bound, _ in lines}
    return Count(name, frozenset(values), size, bounds.pop() if len(bounds) == 1 else "max" if "max" in bounds else "exact", unit)


# One is met with every event that shares a key with it; those of a crowded block again and again.
_remembered = Remembered(_read, 300)


def traits(kept: KeptEvent) -> Traits:
    """Read an event for comparing."""
    return _remembered(kept)
