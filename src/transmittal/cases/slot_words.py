"""The filled slots of an event in words, each with the mentions it was read from; and words of strangers made harmless to show."""

import unicodedata
from collections.abc import Iterator

import msgspec

from transmittal.cases.when import When, describe_when
from transmittal.cases.words import describe_count, describe_money, item_name
from transmittal.model import Event, Item, Mention, Modality, Party, Period

# Fillers that Unicode counts as letters and no font draws.
_BLANK_LETTERS = frozenset("\u115f\u1160\u3164\uffa0\u034f")


class Slot(msgspec.Struct, frozen=True):
    """slot: "buyer", "items[0]", "identifiers"; shown: its value in words; mentions: where it was read, none for what has no place."""

    slot: str
    shown: str
    mentions: tuple[Mention, ...]


def describe_event(event: Event) -> str:
    """ "approval", "delivery (expected)"."""
    return event.stage.value if event.modality is Modality.HAPPENED else f"{event.stage.value} ({event.modality.value})"


def describe_slots(event: Event) -> Iterator[Slot]:
    """In the order of the contract; evidence is not among them."""
    for slot, party in (("buyer", event.buyer), ("supplier", event.supplier)):
        if party is not None:
            yield Slot(slot, describe_party(party), (party,))
    if event.channel is not None:
        yield Slot("channel", event.channel.id, (event.channel,))
    for number, item in enumerate(event.items):
        mentions = tuple(m for m in (item.quantity, item.system, item.variant_mention) if m is not None)
        yield Slot(f"items[{number}]", describe_item(item), mentions)
    if event.value is not None:
        yield Slot("value", f"{describe_money(event.value)} ({event.value.basis.value})", (event.value,))
    if event.date is not None:
        yield Slot("date", describe_period(event.date), (event.date.mention,))
    if event.source is not None:
        role = f" ({event.source.role})" if event.source.role else ""
        yield Slot("source", event.source.name + role, (event.source,))
    for number, firm in enumerate(event.contractors):
        yield Slot(f"contractors[{number}]", f"{firm.name}, {firm.location}" if firm.location else firm.name, (firm,))
    for kind, numbers in identifiers(event).items():
        yield Slot(f"identifiers.{kind}", ", ".join(numbers), event.identifiers.mentions.get(kind, ()))


def identifiers(event: Event) -> dict[str, tuple[str, ...]]:
    """The numbers of an event by kind, kinds without one left out: {"transmittal": ("23-59",)}."""
    found: dict[str, tuple[str, ...]] = {}
    for kind, value in msgspec.to_builtins(event.identifiers).items():
        if kind == "mentions":
            continue
        if isinstance(value, dict):
            found |= {f"{kind}.{scheme}": (number,) for scheme, number in value.items()}
        elif value:
            found[kind] = (value,) if isinstance(value, str) else tuple(value)
    return found


def describe_item(item: Item) -> str:
    """ "up to 200 Tomahawk Block IV (round)", with the unit as it was counted; "Tomahawk"."""
    name = item_name(item.system.designation, item.variant)
    if item.quantity is None:
        return name
    unit = f" ({item.quantity.unit})" if item.quantity.unit else ""
    return f"{describe_count(item.quantity.value, item.quantity.bound)} {name}{unit}"


def describe_party(party: Party) -> str:
    """ "Japan (JP)"."""
    return f"{party.name} ({party.id})"


def describe_period(period: Period) -> str:
    """ "17 November 2023", "April 2025 to March 2028 (JP-FY)"."""
    calendar = "" if period.calendar == "civil" else f" ({period.calendar})"
    return describe_when(When(period.start, period.end)) + calendar


def is_harmless(character: str) -> bool:
    """Whether a character shows as itself: not one that steers a terminal, turns the direction of what follows, or cannot be seen."""
    return character == "\n" or (character.isprintable() and character not in _BLANK_LETTERS)


def harmless(text: str) -> str:
    """The text with other kinds of space as a space, and what is not harmless as U+FFFD; as many characters as before."""
    odd = {c for c in set(text) if not is_harmless(c)}
    return text.translate({ord(c): " " if c == "\t" or unicodedata.category(c) == "Zs" else "\ufffd" for c in odd}) if odd else text


def harmless_line(text: str) -> str:
    """`harmless`, on one line."""
    return " ".join(harmless(text).split())
