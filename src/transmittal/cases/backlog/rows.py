"""What the figures of a backlog are put together from: rows with their amount, their goods, and the papers that say so."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

import msgspec

from transmittal.cases.backlog.result import Quoted
from transmittal.model import Item, KeptEvent, Money


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """One line of goods. key: the catalogue's id, or the designation for a system it does not know. count None: not told."""

    key: str
    name: str
    kind: str | None
    family: str | None
    count: int | None
    unit: str | None = None


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One certification, one increase of it, or one signed agreement.

    part: how the row is told from others of its case. amount None: no document that counts gives it.
    papers: the events it was put together from, best first. figures: the mentions of its amount.
    """

    part: str
    entered: date
    amount: Decimal | None
    currency: str | None
    basis: str
    wanted: tuple[Wanted, ...]
    figures: tuple[Quoted, ...]
    papers: tuple[KeptEvent, ...]
    is_ceiling: bool = True
    is_increase: bool = False


def key_of(item: Item) -> str:
    """What two documents share when they name the same system."""
    return item.system.id or item.system.designation.casefold()


def goods(items: Iterable[Item]) -> tuple[Wanted, ...]:
    """The goods of one event, one line a system, in the order printed; `count_versions` tells how its lines are counted."""
    lines: dict[str, list[Item]] = {}
    for item in items:
        lines.setdefault(key_of(item), []).append(item)
    return tuple(_wanted(key, listed) for key, listed in lines.items())


def count_versions(listed: Sequence[Item]) -> int | None:
    """How many of one system several lines of one event make, None when no line counts.

    Versions add up (54 F-16C and 12 F-16D are 66 F-16). Within a version the first line leads: the others are its containers, radars
    or exercise rounds. Rounds for practice are not what a sale is about, unless it has nothing else.
    """
    from transmittal.cases.backlog.words import completion_words

    versions: dict[str | None, Item] = {}
    for item in listed:
        if item.quantity is not None:
            versions.setdefault(item.variant, item)
    real = [i for i in versions.values() if not completion_words().is_practice(i.variant or "")]
    counts = [i.quantity.value for i in real or versions.values() if i.quantity is not None]
    return sum(counts) if counts else None


def _wanted(key: str, listed: Sequence[Item]) -> Wanted:
    lead = next((i for i in listed if i.quantity is not None), listed[0])
    kind, family = _meaning(lead)
    unit = lead.quantity.unit if lead.quantity is not None else None
    return Wanted(key=key, name=lead.system.name, kind=kind, family=family, count=count_versions(listed), unit=unit)


def add_goods(one: tuple[Wanted, ...], other: tuple[Wanted, ...]) -> tuple[Wanted, ...]:
    """The goods of both, counts of the same system added."""
    lines = {w.key: w for w in one}
    for wanted in other:
        held = lines.get(wanted.key)
        if held is None:
            lines[wanted.key] = wanted
        elif wanted.count is not None:
            lines[wanted.key] = msgspec.structs.replace(held, count=(held.count or 0) + wanted.count)
    return tuple(lines.values())


def quoted(kept: KeptEvent) -> Quoted | None:
    """The mention of the event's amount, None when it gives none."""
    value = kept.event.value
    return None if value is None else Quoted(kept.paper, value)


def same_money(one: Money | None, other: Money | None) -> bool:
    """Whether two events give the same amount of the same currency."""
    return one is not None and other is not None and (one.amount, one.currency) == (other.amount, other.currency)


def _meaning(item: Item) -> tuple[str | None, str | None]:
    """Kind and family of an item's system, where the catalogue knows it."""
    if item.system.id is None:
        return None, None
    from transmittal import catalogue

    try:
        entry = catalogue.system(item.system.id)
    except KeyError:
        return None, None
    return entry.kind.value, entry.family


def main_item(wanted: tuple[Wanted, ...], beside: tuple[str, ...]) -> Wanted | None:
    """What a sale is about: the first line with a count that is no mere fitting, else the first with a count, else the first."""
    counted = [w for w in wanted if w.count is not None]
    return next((w for w in counted if w.kind not in beside), next(iter(counted or wanted), None))
