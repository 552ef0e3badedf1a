"""What a person writes to put an event right, as the value of a slot: plain words, JSON of the contract's object, or `none`.

    correction = read_correction(kept, "value", "USD 2.35 billion", text=document.text)
    decide.correct(book, kept.id, correction.slot, correction.value, author=…, reason=…)

A corrected value stands on the mention of the value it replaces, or on the event's evidence, and says that it is inferred from there;
JSON may bring a mention of its own, which must be in the document's text.
"""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import msgspec

from transmittal.cases import plain_values as plain
from transmittal.cases.correction_slots import KINDS, PARTS, SPAN, Place, find_slot
from transmittal.cases.plain_values import Value
from transmittal.ledger.rows import Step
from transmittal.model import (
    Basis,
    Bound,
    Channel,
    Item,
    KeptEvent,
    Mention,
    Misuse,
    Modality,
    Money,
    Party,
    Period,
    Stage,
    System,
)

_NUMBER_LISTS = ("contract", "related_transmittals", "related_cases")
_NONE = ("none", "null")
_JSON = re.compile(r"\s*[\[{]")


class Correction(msgspec.Struct, frozen=True, kw_only=True):
    """A slot as the ledger names it ("step", "item.2"), its new value as plain JSON, and both values as objects of the model."""

    slot: str
    value: Any
    was: msgspec.Struct | None
    now: msgspec.Struct | None


def read_correction(kept: KeptEvent, slot: str, printed: str, *, text: str) -> Correction:
    """What to record so that a slot of an event says what was written. text: the canonical text of the event's document.

    Raises Misuse when there is no such slot, when the words are no value for it, or when the slot says so already.
    """
    place = find_slot(kept, slot)
    now = _checked(place, _read(kept, place, printed, text), slot)
    if _bare(msgspec.to_builtins(now)) == _bare(msgspec.to_builtins(place.old)):
        raise Misuse(
            "says so already" if place.old is not None else "is empty already", slot, "`transmittal decisions` lists what was corrected"
        )
    return Correction(slot=place.slot, value=msgspec.to_builtins(now), was=place.old, now=now)


# What it says


def _read(kept: KeptEvent, place: Place, printed: str, text: str) -> Any:
    """The ledger slot's new value, as plain JSON."""
    if any("\ud800" <= character <= "\udfff" for character in printed):
        raise Misuse("the new value is not text", place.slot, "write it in UTF-8")
    if not printed.strip():
        raise Misuse("the new value is missing", place.slot, "write none to empty the slot")
    is_empty = printed.strip().lower() in _NONE
    if not place.path and is_empty:
        return None
    anchor = _span(_anchor(kept, place.old), is_inferred=True)
    if not place.path:
        given = _decode(printed, place.slot) if _JSON.match(printed) else _whole(kept, place, printed)
        if not isinstance(given, dict):
            raise Misuse("an object is wanted", place.slot, 'write plain words, or {"id": "JP"}')
        return _filled(KINDS[place.kind], given, anchor, text, place.slot)
    old = msgspec.to_builtins(place.old) if place.old is not None else {}
    changed = _changed(kept, place, old, None if is_empty else printed, anchor, text)
    if place.kind == "step":
        return changed
    # What stays was read where it stands; the whole is a person's.
    return changed if place.kind in ("item", "identifiers") or changed is None else _as_inferred(changed)


def _whole(kept: KeptEvent, place: Place, printed: str) -> Value:
    old = msgspec.to_builtins(place.old) if place.old is not None else None
    readers: dict[str, Callable[[], Value]] = {
        "buyer": lambda: plain.parse_party(printed, "buyer"),
        "supplier": lambda: plain.parse_party(printed, "supplier"),
        "channel": lambda: plain.parse_channel(printed),
        "value": lambda: plain.parse_money(printed, kept.event.stage, old),
        "date": lambda: plain.parse_period(printed, _country(kept)),
        "source": lambda: plain.parse_speaker(printed),
        "item": lambda: _item(printed),
        "contractor": lambda: plain.parse_firm(printed) | {"location": (old or {}).get("location")},
    }
    if place.kind not in readers:
        hint = "identifiers.transmittal, identifiers.case, identifiers.contract …, or give JSON"
        raise Misuse("which number? each kind has a slot of its own", place.slot, hint)
    return readers[place.kind]()


def _country(kept: KeptEvent) -> str | None:
    return kept.event.buyer.id if kept.event.buyer else None


def _item(printed: str) -> Value:
    """ "up to 400 Tomahawk Block V", "Tomahawk"; a count in front of a name that nobody knows is one too."""
    from transmittal import catalogue
    from transmittal.mentions.items import find_items

    found = find_items(printed, catalogue.find_names(printed), 0, len(printed))
    if len(found) > 1:
        raise Misuse(f'"{printed}" names several systems', "item", "correct each item by itself")
    if found and found[0].quantity is not None:
        one, count = found[0], found[0].quantity
        system = {"id": one.system.id, "name": one.system.name, "designation": one.system.designation}
        return {
            "system": system,
            "variant": one.variant,
            "quantity": {"value": count.value, "bound": count.bound.value, "unit": count.unit},
        }
    counted = re.match(r"\s*(\d[\d,]*)\s*(?:×|x\s)?\s*(?=[^\d\s])", printed)
    name = printed[counted.end() :] if counted else printed
    system = plain.parse_system(name)
    return {"variant": system.pop("variant"), "system": system, "quantity": plain.parse_count(counted[1]) if counted else None}


def _changed(kept: KeptEvent, place: Place, old: Value, printed: str | None, anchor: Value, text: str) -> Value:
    """The old object with one of its parts read anew. printed: None to empty it."""
    name, slot = place.path[0], ".".join((place.slot, *place.path))
    if place.kind == "identifiers":
        return _numbers(old, place.path, printed, anchor, slot)
    if place.kind == "item" and name in ("system", "quantity", "variant"):
        return _item_part(place, old, printed, anchor, text, slot)
    if printed is None:
        if name in ("stage", "modality", "amount", "currency", "basis", "bound", "calendar", "name"):
            raise Misuse("cannot be empty", slot, f"write what it is, or empty {place.kind} as a whole")
        return plain.check_period(old | {name: None}, printed or "none") if place.kind == "date" else old | {name: None}
    if place.kind in ("value", "date") and not old:
        raise Misuse("there is nothing yet that this could be a part of", slot, f"write the whole of {place.kind} first")
    readers: dict[tuple[str, str], Callable[[str], Any]] = {
        ("step", "stage"): lambda word: plain.parse_word(word, Stage, "stage"),
        ("step", "modality"): lambda word: plain.parse_word(word, Modality, "modality"),
        ("value", "amount"): plain.parse_amount,
        ("value", "currency"): plain.parse_currency,
        ("value", "basis"): lambda word: plain.parse_word(word, Basis, "basis"),
        ("value", "bound"): lambda word: plain.parse_word(word, Bound, "bound"),
        ("date", "start"): lambda word: plain.parse_period(word, _country(kept))["start"],
        ("date", "end"): lambda word: plain.parse_period(word, _country(kept))["end"],
    }
    read = readers.get((place.kind, name))
    made = old | {name: read(printed) if read else plain.parse_name(printed, slot)}
    return plain.check_period(made, printed) if place.kind == "date" else made


def _numbers(old: Value, path: tuple[str, ...], printed: str | None, anchor: Value, slot: str) -> Value:
    """Lists of numbers are written with commas; a register's number is named by its register."""
    kind = path[0]
    if kind == "register":
        if len(path) != 2:
            raise Misuse("which register?", slot, "write identifiers.register.NAME")
        others = {name: number for name, number in old.get("register", {}).items() if name != path[1]}
        number: Any = others if printed is None else others | {path[1]: plain.parse_name(printed, slot)}
    elif kind in _NUMBER_LISTS:
        number = [] if printed is None else [plain.parse_number(one, slot) for one in printed.split(",")]
    else:
        number = None if printed is None else plain.parse_number(printed, slot)
    told = old.get("mentions", {})
    places = [place | {"inferred": True} for place in told.get(kind, ())] or [anchor]
    return old | {kind: number, "mentions": {key: value for key, value in told.items() if key != kind} | ({kind: places} if number else {})}


def _item_part(place: Place, old: Value, printed: str | None, anchor: Value, text: str, slot: str) -> Value:
    name = place.path[0]
    if name == "variant":
        return old | {"variant": None if printed is None else plain.parse_name(printed, slot), "variant_mention": None}
    if printed is None:
        if name == "system" or (len(place.path) > 1 and place.path[1] != "unit"):
            raise Misuse("cannot be empty", slot, f"empty {place.slot} as a whole")
        return old | {name: None if len(place.path) == 1 else old["quantity"] | {"unit": None}}
    if len(place.path) == 2:
        if not old["quantity"]:
            raise Misuse("there is no count yet", slot, f"write the whole of {place.slot}.quantity first")
        part = old["quantity"] | _count_part(place.path[1], printed, slot)
        return old | {"quantity": _as_inferred(part)}
    kind = PARTS[Item][name]
    given = (
        _decode(printed, slot) if _JSON.match(printed) else plain.parse_system(printed) if name == "system" else plain.parse_count(printed)
    )
    if not isinstance(given, dict):
        raise Misuse("an object is wanted", slot, "write plain words")
    own = {key: old[name][key] for key in ("quote", "start", "end")} | {"inferred": True} if old.get(name) else anchor
    variant = given.pop("variant", None) if name == "system" else None
    made = old | {name: _filled(kind, given, own, text, slot)}
    return made | {"variant": variant, "variant_mention": None} if variant else made


def _count_part(name: str, printed: str, slot: str) -> Value:
    if name == "bound":
        return {"bound": plain.parse_word(printed, Bound, "bound")}
    return {"value": plain.parse_count(printed)["value"]} if name == "value" else {"unit": plain.parse_name(printed, slot)}


# Where it stands


def _anchor(kept: KeptEvent, old: msgspec.Struct | None) -> Mention:
    """The mention of what is replaced, or the first of the event's evidence."""
    if isinstance(old, Mention):
        return old
    if isinstance(old, Item):
        return old.system
    return old.mention if isinstance(old, Period) else kept.event.evidence[0]


def _span(mention: Mention, *, is_inferred: bool) -> Value:
    return {"quote": mention.quote, "start": mention.start, "end": mention.end, "inferred": is_inferred}


def _as_inferred(value: Value) -> Value:
    return value | {"mention": value["mention"] | {"inferred": True}} if "mention" in value else value | {"inferred": True}


def _decode(printed: str, slot: str) -> Any:
    try:
        return msgspec.json.decode(printed)
    except (msgspec.DecodeError, RecursionError, UnicodeError) as error:
        raise Misuse(f"no JSON ({error})", slot, "write plain words, or the object as `transmittal read -f json` prints it") from None


def _filled(kind: type[msgspec.Struct], given: Value, anchor: Value, text: str, slot: str) -> Value:
    """An object with the keys that people leave out: where it stands, and the catalogue's names."""
    strange = sorted(set(given) - set(kind.__struct_fields__))
    if strange:
        raise Misuse(f'no key "{strange[0]}"', slot, f"it has {', '.join(key for key in kind.__struct_fields__ if key not in SPAN)}")
    made = dict(given)
    for key, part in PARTS.get(kind, {}).items():
        if isinstance(made.get(key), dict):
            made[key] = _filled(part, made[key], anchor, text, f"{slot}.{key}")
    if kind is System and "designation" not in made:
        made = plain.parse_system(str(made.get("id") or made.get("name") or "")) | made
        made.pop("variant", None)
    elif kind is Party and "name" not in made:
        made = plain.parse_party(str(made.get("id", "")), slot)
    if kind is Period:
        made.setdefault("mention", anchor)
    elif issubclass(kind, Mention):
        made = _placed(made, anchor, text, slot)
    return made


def _placed(made: Value, anchor: Value, text: str, slot: str) -> Value:
    if "quote" not in made:
        return {key: value for key, value in made.items() if key not in SPAN} | anchor
    start, end = made.get("start"), made.get("end")
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end and text[start:end] == made["quote"]):
        raise Misuse(
            "the quote does not stand there in the document", slot, "leave quote, start and end out, or copy them from the document"
        )
    return made


# Whether it is one


def _checked(place: Place, value: Any, slot: str) -> msgspec.Struct | None:
    """The object that the value is. Raises Misuse."""
    if value is None:
        return None
    try:
        made: msgspec.Struct = msgspec.convert(value, Step if place.kind == "step" else KINDS[place.kind], strict=False)
    except (msgspec.ValidationError, ValueError) as error:
        raise Misuse(f"no value for it ({error})", slot, "write plain words, or the object as the output contract has it") from None
    if isinstance(made, Party):
        plain.parse_party(made.id, slot)
    elif isinstance(made, Channel):
        plain.parse_channel(made.id)
    elif isinstance(made, Money):
        plain.parse_currency(made.currency)
        return msgspec.structs.replace(made, amount=Decimal(plain.check_amount(made.amount, str(made.amount))))
    elif isinstance(made, Period):
        plain.check_period({"start": _day(made.start), "end": _day(made.end)}, f"{made.start or ''}..{made.end or ''}")
    elif isinstance(made, Item) and made.quantity is not None:
        plain.parse_count(str(made.quantity.value))
    return made


def _day(day: Any) -> str | None:
    return day.isoformat() if day is not None else None


def _bare(value: Any) -> Any:
    """What is said, without where."""
    if isinstance(value, dict):
        is_period = "mention" in value
        dropped = ("mention", "mentions", "variant_mention") if is_period or "quote" not in value else SPAN
        return {key: _bare(part) for key, part in value.items() if key not in dropped and part not in (None, "", {}, [], ())}
    return [_bare(part) for part in value] if isinstance(value, list | tuple) else value
