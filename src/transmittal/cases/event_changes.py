"""What a new version of a document says that the old one did not: events that came, went, or changed a slot."""

from collections.abc import Iterator, Sequence
from typing import Any, Self

import msgspec

from transmittal.cases.exchange.slots import mentions_of
from transmittal.cases.slot_words import describe_slots, identifiers
from transmittal.model import Event, KeptEvent

# Share of characters that two quotes have in common when one is an edit of the other. Sentences of one form about two sales, "The State
# Department approved a possible sale to … of …", reach more than 0.8 too: with another buyer, other goods, another firm or number it takes
# the second figure, and with two of these nothing helps.
_ALIKE, _SAME_BUT_FOR_ONE = 0.8, 0.9
# How many places further or nearer a counterpart is looked for in long lists: a page that is edited keeps its order.
_NEAR = 50
_ALL_PAIRS = 40_000


class SlotChange(msgspec.Struct, frozen=True):
    """One slot told otherwise. was, now: in words, None for nothing; was_value, now_value: the same as plain JSON."""

    slot: str
    was: str | None
    now: str | None
    was_value: Any = None
    now_value: Any = None


class EventChange(msgspec.Struct, frozen=True):
    """An event that only the old version tells (new is None), only the new one (old is None), or both with different slots."""

    old: KeptEvent | None
    new: KeptEvent | None
    slots: tuple[SlotChange, ...] = ()

    @property
    def kind(self) -> str:
        """ "appeared", "vanished" or "changed"."""
        return "appeared" if self.old is None else "vanished" if self.new is None else "changed"


def compare_events(old: Sequence[KeptEvent], new: Sequence[KeptEvent]) -> tuple[EventChange, ...]:
    """The differences, those of the old version in its order, then what is new. Events that say the same are left out, wherever they stand.

    Words around an event may change without changing it; those are in `compare_texts`.
    """
    gone, come = _without_equals(old, new)
    pairs = _pairs(gone, come)
    made = [EventChange(kept, pairs.get(kept.id), _slots(kept.event, pairs[kept.id].event) if kept.id in pairs else ()) for kept in gone]
    taken = {kept.id for kept in pairs.values()}
    return (*made, *(EventChange(None, kept) for kept in come if kept.id not in taken))


def _without_equals(old: Sequence[KeptEvent], new: Sequence[KeptEvent]) -> tuple[list[KeptEvent], list[KeptEvent]]:
    """Both lists without the events that are in both with all their values."""
    waiting: dict[bytes, list[KeptEvent]] = {}
    for kept in new:
        waiting.setdefault(_said(kept.event), []).append(kept)
    gone = [kept for kept in old if not _take(waiting.get(_said(kept.event)))]
    left = {kept.id for found in waiting.values() for kept in found}
    return gone, [kept for kept in new if kept.id in left]


def _take(found: list[KeptEvent] | None) -> KeptEvent | None:
    return found.pop(0) if found else None


def _said(event: Event) -> bytes:
    """All values of an event, without where they stand."""
    return msgspec.json.encode((event.stage, event.modality, *((slot, value) for slot, _, value in _values(event))), order="deterministic")


def _values(event: Event) -> Iterator[tuple[str, str, Any]]:
    """(slot, in words, plain value) of the filled slots; entries of a list have the name of the list."""
    raw: dict[str, Any] = {}
    for found in mentions_of(event):
        if not found.slot.startswith("evidence"):
            slot, _, part = found.slot.partition("].")
            raw.setdefault(slot.rstrip("]") + "]" if "[" in slot else slot, {})[part] = found.value
    numbers = identifiers(event)
    for described in describe_slots(event):
        name, _, kind = described.slot.partition(".")
        if name == "identifiers":
            yield described.slot, described.shown, list(numbers[kind])
            continue
        parts = raw.get(described.slot, {})
        value = parts.get("") if set(parts) <= {""} else dict(parts)
        if described.slot.startswith("items["):
            value = {**(parts or {}), "variant": event.items[int(described.slot[6:-1])].variant}
        yield described.slot.partition("[")[0], described.shown, value


class _Profile(msgspec.Struct, frozen=True):
    """What two events are compared by, worked out once. told: their slots in words."""

    event: Event
    quotes: str
    buyers: frozenset[str]
    goods: frozenset[str]
    firms: frozenset[str]
    numbers: frozenset[str]
    told: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, event: Event) -> Self:
        numbers = {number for kind, found in identifiers(event).items() if "related" not in kind for number in found}
        return cls(
            event=event,
            quotes=" ".join(mention.quote for mention in event.evidence)[:2_000],
            buyers=frozenset({event.buyer.id} if event.buyer else ()),
            firms=frozenset(firm.id or firm.name for firm in event.contractors),
            goods=frozenset(item.system.designation for item in event.items),
            numbers=frozenset(numbers),
            told=frozenset((slot, shown) for slot, shown, _ in _values(event)),
        )


def _pairs(old: Sequence[KeptEvent], new: Sequence[KeptEvent]) -> dict[str, KeptEvent]:
    """The counterpart of each old event that has one: the best pair first, no event twice."""
    before, after = [_Profile.of(kept.event) for kept in old], [_Profile.of(kept.event) for kept in new]
    scored: list[tuple[float, int, int]] = []
    for i, one in enumerate(before):
        for j in _candidates(i, len(old), len(new)):
            score = _likeness(one, after[j])
            if score:
                scored.append((-score, i, j))
    made: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(scored):
        if i not in made and j not in taken:
            made[i] = j
            taken.add(j)
    return {old[i].id: new[j] for i, j in made.items()}


def _candidates(place: int, old: int, new: int) -> range:
    if old * new <= _ALL_PAIRS:
        return range(new)
    around = place * new // old
    return range(max(0, around - _NEAR), min(new, around + _NEAR))


def _likeness(old: _Profile, new: _Profile) -> float:
    """How much two events are one, told twice; 0 when they are not.

    They are when their sentences are nearly the same, or when they tell one step of the same number, of the same goods to the same buyer,
    or, where neither names goods, of the same buyer.
    """
    from rapidfuzz import fuzz

    strangeness = _strangeness(old, new)
    if strangeness > 1:
        return 0
    alike = fuzz.ratio(old.quotes, new.quotes) / 100
    if alike < (_SAME_BUT_FOR_ONE if strangeness else _ALIKE) and (strangeness or not _is_one_step(old, new)):
        return 0
    a, b = old.event, new.event
    return 3 * alike + len(old.told & new.told) + (a.stage is b.stage) + (a.modality is b.modality)


def _strangeness(old: _Profile, new: _Profile) -> int:
    """In how many of buyer, goods, firms and numbers both say something, and nothing in common."""
    pairs = ((old.buyers, new.buyers), (old.goods, new.goods), (old.firms, new.firms), (old.numbers, new.numbers))
    return sum(bool(one and other and not one & other) for one, other in pairs)


def _is_one_step(old: _Profile, new: _Profile) -> bool:
    """Whether events without a contradiction share what makes a step one: its stage, and a number, or goods or buyer."""
    if old.event.stage is not new.event.stage:
        return False
    return bool(old.numbers & new.numbers or old.goods & new.goods or (not old.goods and not new.goods and old.buyers & new.buyers))


def _slots(old: Event, new: Event) -> tuple[SlotChange, ...]:
    """What differs between an event and its counterpart."""
    made: list[SlotChange] = []
    for slot in ("stage", "modality"):
        was, now = getattr(old, slot).value, getattr(new, slot).value
        if was != now:
            made.append(SlotChange(slot, was, now, was, now))
    before, after = list(_values(old)), list(_values(new))
    for slot in dict.fromkeys(name for name, _, _ in (*before, *after)):
        told = [(shown, value) for name, shown, value in before if name == slot]
        again = [(shown, value) for name, shown, value in after if name == slot]
        made += _entries(slot, told, again)
    return tuple(made)


def _entries(slot: str, told: list[tuple[str, Any]], again: list[tuple[str, Any]]) -> Iterator[SlotChange]:
    """Entries of one slot that differ; those about one system or firm are set against each other."""
    for one in list(told):
        if one in again:
            told.remove(one)
            again.remove(one)
    for about in (_exactly, _roughly):
        for one in list(told):
            other = next((o for o in again if about(slot, one[1]) == about(slot, o[1])), None)
            if other is not None:
                told.remove(one)
                again.remove(other)
                yield SlotChange(slot, one[0], other[0], one[1], other[1])
    yield from (SlotChange(slot, shown, None, value, None) for shown, value in told)
    yield from (SlotChange(slot, None, shown, None, value) for shown, value in again)


def _exactly(slot: str, value: Any) -> object:
    """What an entry is about: a system in a version, a firm; a slot with one value is about itself."""
    if slot == "items":
        return value["system"]["designation"], value.get("variant")
    return value["name"] if slot == "contractors" else slot


def _roughly(slot: str, value: Any) -> object:
    return value["system"]["designation"] if slot == "items" else _exactly(slot, value)
