"""What a case buys, system by system: the goods of its reports, counted, and which of them a later report means."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from transmittal.cases.completeness import completion_words
from transmittal.cases.lines import family_of, variant_key
from transmittal.model import Item


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """One line of goods. key: the catalogue's id, or the designation for a system it does not know. count None: not told."""

    key: str
    name: str
    kind: str | None
    family: str | None
    count: int | None
    unit: str | None = None


def goods(items: Iterable[Item]) -> tuple[Wanted, ...]:
    """The goods of one event, one line a system, in the order printed; `count_versions` tells how its lines are counted."""
    lines: dict[str, list[Item]] = {}
    for item in items:
        lines.setdefault(family_of(item), []).append(item)
    return tuple(_wanted(key, listed) for key, listed in lines.items())


def match(item: Item, wanted: Mapping[str, Wanted]) -> str | None:
    """The key of the goods that an item of a later document is: the system itself, its family, or the only goods of the case."""
    key = family_of(item)
    if key in wanted:
        return key
    if item.system.id is None:
        return next(iter(wanted)) if len(wanted) == 1 else None
    from transmittal import catalogue

    try:
        family = catalogue.system(item.system.id).family
    except KeyError:
        return None
    kin = [k for k, w in wanted.items() if (w.family is not None and w.family in (key, family)) or (family is not None and family == k)]
    return kin[0] if len(kin) == 1 else None


def count_versions(listed: Sequence[Item]) -> int | None:
    """How many of one system several lines of one event make, None when no line counts.

    Versions add up (54 F-16C and 12 F-16D are 66 F-16). Within a version the first line leads: the others are its containers, radars
    or exercise rounds. Rounds for practice are not what a sale is about, unless it has nothing else.
    """
    versions: dict[str, Item] = {}
    for item in listed:
        if item.quantity is not None:
            versions.setdefault(variant_key(item), item)
    real = [i for i in versions.values() if not is_practice(i)]
    counts = {variant_key(i): i.quantity.value for i in real or versions.values() if i.quantity is not None}
    whole = counts.get("", 0)
    versions_alone = sum(counts.values()) - whole
    if 0 < versions_alone <= whole:
        return whole  # 400, of them 200 and 200
    return whole + versions_alone if counts else None


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


def is_practice(item: Item) -> bool:
    """Whether it is a version that is there to train with."""
    return completion_words().is_practice(item.variant or "")
