"""Which line of an order book an item belongs to: one name for all its spellings, and one line for each thing counted."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

import msgspec

from transmittal.cases.words import item_name, table
from transmittal.model import Event, Item, KeptEvent

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
# Characters after a count in which the thing counted is named: "100 Harpoon Coastal Defense System (HCDS) launcher transporter units".
_NAMED_WITHIN = 80
_CLAUSE_END = re.compile(r"[,;.:]|\b(?:and|with|including|for)\b")


class Line(msgspec.Struct, frozen=True, order=True):
    """A line of an order. family: key of the system; variant: its key, "" for the whole family; role: "launcher", "" for itself."""

    family: str
    variant: str = ""
    role: str = ""


def family_of(item: Item) -> str:
    """The system's key."""
    return item.system.id or item.system.designation.casefold()


def variant_key(item: Item) -> str:
    """One key for the spellings of a variant ("Block IV", "Block-4", "TACTOM"); "" for the family as a whole.

    A model that is more than the family's name is a variant too: an F-35A and an F-35B are two lines of the F-35.
    """
    return _variant_key(family_of(item), item.variant or "", item.system.designation)


@cache
def _variant_key(family: str, variant: str, designation: str) -> str:
    spelt = _spelt(variant)
    parts = (_model(family, designation), _variants(family).get(spelt, spelt))
    return " ".join(p for p in parts if p)


@cache
def _model(family: str, designation: str) -> str:
    """The designation where it says more than the family; "" where the family is known by its name, or it is the family's own."""
    from transmittal.catalogue.load import systems

    system = systems().get(family)
    if system is None or system.known_by == "name":
        return ""
    own = {_bare(family), _bare(system.name), *(_bare(d) for d in system.designations[:1])}
    return "" if _bare(designation) in own else _spelt(designation)


def _bare(name: str) -> str:
    return "".join(c for c in name.casefold() if c.isalnum())


def _spelt(name: str) -> str:
    words = re.sub(r"[-\s]+", " ", name.casefold()).strip().split()
    numbered = set(table("lines")["numbered"]["words"])
    return " ".join(str(_ROMAN[w]) if n and words[n - 1] in numbered and w in _ROMAN else w for n, w in enumerate(words))


@cache
def _variants(family: str) -> dict[str, str]:
    """Spelling -> the catalogue's first name of that variant; a designation of the whole family leads to ""."""
    from transmittal.catalogue.load import systems

    system = systems().get(family)
    if system is None:
        return {}
    found = {_spelt(d): "" for d in system.designations}
    for variant in system.variants:
        for name in (variant.name, *variant.names):
            found[_spelt(name)] = _spelt(variant.name)
            found[_spelt(f"{system.name} {name}")] = _spelt(variant.name)
    return found


@cache
def _variant_titles(family: str) -> dict[str, str]:
    """Key of a variant -> its name in the catalogue."""
    from transmittal.catalogue.load import systems

    system = systems().get(family)
    return {_spelt(v.name): v.name for v in system.variants} if system is not None else {}


class Counted(msgspec.Struct, frozen=True):
    """An item of one event on its line."""

    line: Line
    item: Item
    kept: KeptEvent


def counted(events: Iterable[KeptEvent]) -> list[Counted]:
    """Every item of these events on its line. Roles are told apart only for names that one document counts twice."""
    listed = list(events)
    twice = {key for k in listed for key, n in Counter(_key(i) for i in k.event.items if i.quantity).items() if n > 1}
    return [
        Counted(Line(*_key(item), _role(kept.event, item) if _key(item) in twice else _role_of_unit(item)), item, kept)
        for kept in listed
        for item in kept.event.items
    ]


def _key(item: Item) -> tuple[str, str]:
    return family_of(item), variant_key(item)


def _role(event: Event, item: Item) -> str:
    """The word that names what was counted, between this count and the next."""
    quantity = item.quantity
    if quantity is None:
        return ""
    text = _behind(
        event, quantity.end, min((i.quantity.start for i in event.items if i.quantity and i.quantity.start >= quantity.end), default=None)
    )
    near = f"{text} {quantity.unit or ''} {item.variant or ''}"
    for role in table("lines")["role"]:
        if re.search(role["pattern"], near, re.IGNORECASE):
            return str(role["id"])
    return ""


def _role_of_unit(item: Item) -> str:
    unit = item.quantity.unit if item.quantity is not None else None
    roles = (r for r in table("lines")["role"] if r.get("by_unit") and re.search(r["pattern"], unit or "", re.IGNORECASE))
    return next((str(r["id"]) for r in roles), "")


def _behind(event: Event, start: int, stop: int | None) -> str:
    """What the evidence quotes from start on, up to the next count."""
    for mention in event.evidence:
        if mention.start <= start <= mention.end:
            end = min(start + _NAMED_WITHIN, mention.end, stop if stop is not None else mention.end)
            return _CLAUSE_END.split(mention.quote[start - mention.start : end - mention.start])[0]
    return ""


def line_names(items: Iterable[Counted]) -> dict[Line, str]:
    """What each line is called: its variant as the catalogue writes it, else as most events do."""
    spellings: dict[Line, Counter[str]] = {}
    for one in items:
        variant = (_variant_titles(one.line.family).get(one.line.variant) or one.item.variant) if one.line.variant else None
        spellings.setdefault(one.line, Counter())[item_name(one.item.system.designation, variant)] += 1
    return {
        line: min(names, key=lambda n: (-names[n], n)) + (f" ({_role_label(line.role)})" if line.role else "")
        for line, names in spellings.items()
    }


def _role_label(role: str) -> str:
    return next(str(r["label"]) for r in table("lines")["role"] if r["id"] == role)


def family_names(items: Iterable[Counted]) -> dict[str, str]:
    """What each family is called: what all its designations begin with ("F-35"), else the one that most events use."""
    spellings: dict[str, Counter[str]] = {}
    for one in items:
        spellings.setdefault(one.line.family, Counter())[one.item.system.designation] += 1
    found = {}
    for family, names in spellings.items():
        shared = _shared_start(list(names)).rstrip(" -/")
        found[family] = shared if len(shared) > 1 else min(names, key=lambda n: (-names[n], n))
    return found


def _shared_start(names: list[str]) -> str:
    first, last = min(names), max(names)
    same = next((n for n, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), min(len(first), len(last)))
    return first[:same]
