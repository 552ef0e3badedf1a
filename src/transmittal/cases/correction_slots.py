"""Which slot of an event a person means to put right, and what it holds."""

import re

import msgspec

from transmittal.ledger.rows import Step
from transmittal.model import (
    Channel,
    Contractor,
    Identifiers,
    Item,
    KeptEvent,
    Mention,
    Misuse,
    Money,
    Party,
    Period,
    Quantity,
    Source,
    System,
)

SLOTS = (
    *("stage", "modality", "buyer", "supplier", "channel", "date", "value", "source"),
    *("item.0", "item.0.system", "item.0.variant", "item.0.quantity", "contractor.0", "contractor.0.location"),
    *("identifiers.transmittal", "identifiers.case", "identifiers.contract", "identifiers.modification"),
)
# What each slot is an object of; an item's own parts by their names.
KINDS: dict[str, type[msgspec.Struct]] = {
    "buyer": Party,
    "supplier": Party,
    "channel": Channel,
    "value": Money,
    "date": Period,
    "source": Source,
    "identifiers": Identifiers,
    "item": Item,
    "contractor": Contractor,
}
PARTS: dict[type[msgspec.Struct], dict[str, type[msgspec.Struct]]] = {
    Item: {"system": System, "quantity": Quantity, "variant_mention": Mention},
    Period: {"mention": Mention},
}
SPAN = ("quote", "start", "end", "inferred")
_LISTED = {"items": "item", "contractors": "contractor"}
_BRACKETS = re.compile(r"^(items?|contractors?)\[(\d+)\]")


class Place(msgspec.Struct, frozen=True):
    """Where a correction goes. kind: "item"; slot: of the ledger, "item.2"; path: within its object; old: the object as it is."""

    kind: str
    slot: str
    path: tuple[str, ...]
    old: msgspec.Struct | None


def find_slot(kept: KeptEvent, slot: str) -> Place:
    """The place that "value", "item.0.quantity", "items[0]" or "identifiers.transmittal" names. Raises Misuse."""
    words = _BRACKETS.sub(lambda found: f"{found[1]}.{found[2]}", slot.strip().lower()).split(".")
    kind, rest = _LISTED.get(words[0], words[0]), tuple(words[1:])
    event = kept.event
    if kind in ("stage", "modality", "step"):
        path = rest if kind == "step" else (kind, *rest)
        if path not in (("stage",), ("modality",)):
            raise _unknown(slot)
        return Place("step", "step", path, Step(event.stage, event.modality))
    if kind in ("item", "contractor"):
        return _listed(kept, kind, rest, slot)
    if kind not in KINDS:
        raise _unknown(slot)
    old = getattr(event, kind)
    return Place(kind, kind, _checked_path(KINDS[kind], rest, slot), None if old == Identifiers() else old)


def _listed(kept: KeptEvent, kind: str, rest: tuple[str, ...], slot: str) -> Place:
    if not rest or not rest[0].isdecimal() or len(rest[0]) > 4:
        raise Misuse("which one? they are counted from 0", slot, f"write {kind}.0")
    number, listed = int(rest[0]), kept.event.items if kind == "item" else kept.event.contractors
    if number > len(listed):
        raise Misuse(f"the event has {len(listed)} of them, counted from 0", slot, f"{kind}.{len(listed)} adds one")
    old = listed[number] if number < len(listed) else None
    path = _checked_path(KINDS[kind], rest[1:], slot)
    if old is None and path:
        raise Misuse("there is no such entry yet", slot, f"write the whole of {kind}.{number} first")
    return Place(kind, f"{kind}.{_places(kept, kind, len(listed))[number]}", path, old)


def _places(kept: KeptEvent, kind: str, filled: int) -> list[int]:
    """The ledger's numbers of a list's entries, and one that is free: an entry that was emptied keeps its number."""
    first: dict[int, bool] = {}  # by number: whether the document was read to have it
    last: dict[int, bool] = {}  # whether it is there now
    for correction in kept.corrections:
        name, _, number = correction.slot.partition(".")
        if name == kind:
            first.setdefault(int(number), correction.was != "null")
            last[int(number)] = correction.now != "null"
    read = filled - sum(last.values()) + sum(first.values())
    there = sorted({n for n in range(read) if last.get(n, True)} | {n for n, is_there in last.items() if is_there})
    return [*there, max((read, *(n + 1 for n in first)))]


def _checked_path(kind: type[msgspec.Struct], path: tuple[str, ...], slot: str) -> tuple[str, ...]:
    if not path:
        return path
    keys = set(kind.__struct_fields__) - {*SPAN, "mention", "mentions", "variant_mention", "id"} | (
        {"start", "end"} if kind is Period else set()
    )
    inner = PARTS.get(kind, {}).get(path[0])
    is_deep = len(path) == 2 and ((inner is Quantity and path[1] in ("value", "bound", "unit")) or path[0] == "register")
    if path[0] not in keys or (len(path) > 1 and not is_deep):
        raise _unknown(slot)
    return path


def _unknown(slot: str) -> Misuse:
    return Misuse("an event has no such slot that can be corrected", slot or '""', f"choose {', '.join(SLOTS)} …")
