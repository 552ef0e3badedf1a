"""The value of a slot in words."""

from typing import Any

import msgspec

from transmittal.cli.output import BOUND_WORDS, describe_item
from transmittal.cli.people import describe_money, describe_period
from transmittal.ledger.rows import Step, decode_slot
from transmittal.model import Channel, Contractor, Identifiers, Item, Mention, Money, Party, Period, Quantity, Source


def describe(value: msgspec.Struct | None) -> str:
    """ "up to 400 × Tomahawk", "Japan (JP)", "approval, happened"; "" for an empty slot."""
    if isinstance(value, Step):
        return f"{value.stage}, {value.modality}"
    if isinstance(value, Party):
        return f"{value.name} ({value.id})"
    if isinstance(value, Money):
        return describe_money(value)
    if isinstance(value, Period):
        return describe_period(value)
    if isinstance(value, Item):
        return describe_item(value)
    if isinstance(value, Quantity):
        return f"{BOUND_WORDS[value.bound]}{value.value:,}"
    if isinstance(value, Source):
        return f"{value.name} ({value.role})" if value.role else value.name
    if isinstance(value, Contractor):
        return f"{value.name}, {value.location}" if value.location else value.name
    if isinstance(value, Identifiers):
        return _numbers(value)
    if isinstance(value, Channel):
        return value.id
    return f"“{value.quote}”" if isinstance(value, Mention) else ""


def describe_json(slot: str, value: Any) -> str:
    """The same for a value as the ledger keeps it."""
    try:
        found = decode_slot(slot, msgspec.json.encode(value).decode())
    except (msgspec.MsgspecError, ValueError, KeyError):
        return msgspec.json.encode(value).decode()
    return describe(found) if isinstance(found, msgspec.Struct) else "nothing"


def _numbers(value: Identifiers) -> str:
    built: dict[str, Any] = msgspec.to_builtins(value)
    built.pop("mentions", None)
    parts = []
    for kind, said in built.items():
        found = (
            [f"{name}:{number}" for name, number in said.items()] if isinstance(said, dict) else [said] if isinstance(said, str) else said
        )
        parts.append(f"{kind.replace('_', ' ')} {', '.join(found)}")
    return "; ".join(parts)
