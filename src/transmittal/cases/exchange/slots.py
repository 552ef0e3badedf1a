"""The mentions of an event, each with the slot it fills and the value it was read as."""

from collections.abc import Iterator
from typing import Any

import msgspec

from transmittal.model import Event, Mention

_SPAN = frozenset(("quote", "start", "end", "inferred", "mention"))


class SlotMention(msgspec.Struct, frozen=True):
    """slot: "buyer", "items[0].quantity", "evidence[1]". value: plain JSON, what the mention was read as."""

    slot: str
    value: Any
    mention: Mention


def mentions_of(event: Event) -> Iterator[SlotMention]:
    """In the order of the contract's slots, evidence last."""
    for slot in ("buyer", "supplier", "channel", "value", "source"):
        mention = getattr(event, slot)
        if mention is not None:
            yield SlotMention(slot, _value(mention), mention)
    if event.date is not None:
        yield SlotMention("date", _value(event.date), event.date.mention)
    for number, item in enumerate(event.items):
        slot = f"items[{number}]"
        yield SlotMention(f"{slot}.system", _value(item.system), item.system)
        if item.variant_mention is not None:
            yield SlotMention(f"{slot}.variant", item.variant, item.variant_mention)
        if item.quantity is not None:
            yield SlotMention(f"{slot}.quantity", _value(item.quantity), item.quantity)
    for number, contractor in enumerate(event.contractors):
        yield SlotMention(f"contractors[{number}]", _value(contractor), contractor)
    numbers = msgspec.to_builtins(event.identifiers)
    for kind, found in event.identifiers.mentions.items():
        for mention in found:
            yield SlotMention(f"identifiers.{kind}", numbers.get(kind), mention)
    for number, mention in enumerate(event.evidence):
        yield SlotMention(f"evidence[{number}]", {"stage": event.stage.value, "modality": event.modality.value}, mention)


def _value(struct: msgspec.Struct) -> dict[str, Any]:
    built: dict[str, Any] = msgspec.to_builtins(struct)
    # A period's start and end are days and its mention is nested; everywhere else they are offsets.
    dropped = {"mention"} if "mention" in built else _SPAN
    return {key: value for key, value in built.items() if key not in dropped}
