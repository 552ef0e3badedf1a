"""Events as statements and back: one statement a slot, each with its span.

The value of a statement is the slot's object of the output contract as canonical JSON (sorted keys, no spaces, exact decimals).
Lists give one statement an entry, "item.0", "item.1": each has its own evidence.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from transmittal.model import Channel, Contractor, Event, Identifiers, Item, Mention, Modality, Money, Party, Period, Source, Stage

_encode = msgspec.json.Encoder(order="sorted", decimal_format="string").encode
# 32 hexadecimal digits of sha256, 128 bits: two different contents with one id are not met in the life of the universe.
_ID_DIGITS = 32


class Step(msgspec.Struct, frozen=True):
    """The slot every event has."""

    stage: Stage
    modality: Modality


class StatementRow(msgspec.Struct, frozen=True, gc=False):
    """One statement, without its number."""

    slot: str
    value: str
    start: int
    end: int
    valid_from: str | None
    valid_to: str | None


_SINGLE: dict[str, type[msgspec.Struct]] = {
    "buyer": Party,
    "supplier": Party,
    "channel": Channel,
    "value": Money,
    "date": Period,
    "source": Source,
    "identifiers": Identifiers,
}
_LISTS: dict[str, tuple[str, type[msgspec.Struct]]] = {
    "item": ("items", Item),
    "contractor": ("contractors", Contractor),
    "evidence": ("evidence", Mention),
}
_DECODERS = {slot: msgspec.json.Decoder(kind) for slot, kind in _SINGLE.items()} | {
    slot: msgspec.json.Decoder(kind) for slot, (_, kind) in _LISTS.items()
}
_STEP = msgspec.json.Decoder(Step)
SLOTS = ("step", *_SINGLE, *_LISTS)


def canonical(value: object) -> str:
    """Canonical JSON of anything the model holds."""
    return _encode(value).decode()


def content_id(*parts: object) -> str:
    """An id made of what is said and where; not of when, by whom, or in which row."""
    return hashlib.sha256(_encode(parts)).hexdigest()[:_ID_DIGITS]


def document_id(text: str) -> str:
    """The id of a document: sha256 of its canonical text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def event_id(document_id: str, event: Event) -> str:
    """The id of an event: the same however often, and by whichever reader, it is read."""
    return content_id(document_id, msgspec.structs.replace(event, rules={}))


def statement_id(event: str, row: StatementRow, supersedes: str | None = None) -> str:
    """The id of a statement of an event; what it is said instead of is part of it."""
    return content_id(event, row.slot, row.value, row.start, row.end, row.valid_from, row.valid_to, supersedes)


def split(event: Event) -> list[StatementRow]:
    """The statements of an event, in a fixed order."""
    period = event.date
    valid_from = period.start.isoformat() if period and period.start else None
    valid_to = period.end.isoformat() if period and period.end else None
    first = event.evidence[0]
    made = [StatementRow("step", canonical(Step(event.stage, event.modality)), first.start, first.end, valid_from, valid_to)]
    for slot, value, mention in _slots(event, first):
        made.append(StatementRow(slot, canonical(value), mention.start, mention.end, valid_from, valid_to))
    return made


def _slots(event: Event, first: Mention) -> Iterator[tuple[str, object, Mention]]:
    for single in (event.buyer, event.supplier, event.channel, event.value, event.source):
        if single is not None:
            yield _NAMES[type(single), single is event.supplier], single, single
    if event.date is not None:
        yield "date", event.date, event.date.mention
    if event.identifiers != _NO_IDENTIFIERS:
        mentions = [m for found in event.identifiers.mentions.values() for m in found]
        yield "identifiers", event.identifiers, mentions[0] if mentions else first
    for place, item in enumerate(event.items):
        yield f"item.{place}", item, item.system
    for place, contractor in enumerate(event.contractors):
        yield f"contractor.{place}", contractor, contractor
    for place, mention in enumerate(event.evidence):
        yield f"evidence.{place}", mention, mention


_NO_IDENTIFIERS = Identifiers()
_NAMES = {
    (Party, False): "buyer",
    (Party, True): "supplier",
    (Channel, False): "channel",
    (Money, False): "value",
    (Source, False): "source",
}


def join(statements: Iterable[tuple[str, str]]) -> Event:
    """The event that (slot, value) pairs make; list entries in the order of their places. "null" empties a slot or an entry."""
    step, single, lists = None, {}, {name: {} for name in _LISTS}  # type: ignore[var-annotated]
    for slot, value in statements:
        kind, _, place = slot.partition(".")
        if kind == "step":
            step = _STEP.decode(value)
        elif value == "null":
            continue
        elif place:
            lists[kind][int(place)] = _DECODERS[kind].decode(value)
        else:
            single[kind] = _DECODERS[kind].decode(value)
    if step is None:
        raise ValueError("an event without its step")
    filled = {name: tuple(found[place] for place in sorted(found)) for slot, (name, _) in _LISTS.items() for found in (lists[slot],)}
    made: dict[str, Any] = {**single, **filled}
    return Event(stage=step.stage, modality=step.modality, **made)


def decode_slot(slot: str, value: str) -> object:
    """The object a statement's value stands for. Raises msgspec.ValidationError when it is not one."""
    kind = slot.partition(".")[0]
    return None if value == "null" else (_STEP if kind == "step" else _DECODERS[kind]).decode(value)


def successor(old: Event, read: Mapping[str, Event]) -> str | None:
    """Which of the events that a newer reading found is the one that the older reading told, if any.

    The same stage of the same buyer; of several, the one that shares most systems and words of evidence.
    """
    best, best_score = None, 0.0
    for event_id, new in read.items():
        if new.stage is not old.stage or (old.buyer and new.buyer and old.buyer.id != new.buyer.id):
            continue
        shared = _share(_systems(old), _systems(new)) + _share(_spoken(old), _spoken(new)) + 0.1 * (new.modality is old.modality)
        if shared > best_score:
            best, best_score = event_id, shared
    return best


def _systems(event: Event) -> set[str]:
    return {item.system.id or item.system.designation for item in event.items}


def _spoken(event: Event) -> set[str]:
    return {word for mention in event.evidence for word in mention.quote.lower().split()}


def _share(one: set[str], other: set[str]) -> float:
    return len(one & other) / max(1, min(len(one), len(other)))
