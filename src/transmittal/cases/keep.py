"""Keeping a reading: record it, and put its events into cases, in one transaction."""

from collections.abc import Iterable

from transmittal.cases.linking import keys, link
from transmittal.cases.linking.weights import rules
from transmittal.ledger.writer import Outcome, Recorded, Writer
from transmittal.model import Link
from transmittal.reading import Reading

# Events looked at around a new one, where more share a key with it: some four cases or more, the nearest in numbers and time. Reading one
# takes 0.1 ms in a casebook of a million (bench/casebook.py). Above what the linker clusters anew ([limits] whole), so that what is left
# out can move nothing.
_MOST_AROUND = 60


def keep(writer: Writer, reading: Reading) -> Recorded:
    """Record a reading and link its events. What it made outdated leaves its cases; what took its place inherits them."""
    recorded = writer.record(reading, keys=keys)
    if recorded.outcome is not Outcome.KNOWN:
        relink(writer, recorded.added, inherited=_inherited(writer, recorded))
    return recorded


def relink(writer: Writer, numbers: Iterable[int], *, inherited: dict[str, Link] | None = None) -> None:
    """Link the events of these numbers, and move those around them that belong elsewhere now.

    inherited: by event id, the link of the event whose place it took in a newer reading. People's links are never moved.
    """
    view = writer.view()
    fresh = list(view.kept(numbers))
    if not fresh:
        return
    shared = {key for event in fresh for key in keys(event)}
    # A case of which only a part is seen must be one that the linker leaves as it is.
    around = view.block(shared, most=_MOST_AROUND, of_case=rules().limits.whole_case + 1, day=fresh[0].paper.known)
    events = list(view.kept(sorted({*around, *numbers})))
    rejected = view.rejected(event.id for event in events)
    held = {one.event: one for one in view.links_of(event.id for event in events)}
    for event_id, one in (inherited or {}).items():
        held.setdefault(event_id, one)
    pins = {event: one.case for event, one in held.items() if one.pinned}
    current = {event: one.case for event, one in held.items()}
    found = link([event for event in events if event.id not in rejected], pins=pins, current=current, taken=view.is_case_taken)
    # The linker may leave alone what has a case already; an inherited link is not written down yet.
    unsaid = {event: held[event] for event in inherited or {} if event not in found and event not in rejected}
    writer.link(_changes(found | unsaid, held, (inherited or {}).keys()))


def _changes(found: dict[str, Link], held: dict[str, Link], inherited: Iterable[str]) -> list[Link]:
    """The links that must be written: new events, moved ones, and inherited ones, a person's as the person made it."""
    unwritten = set(inherited)
    return [
        held[event] if event in held and held[event].pinned else one
        for event, one in found.items()
        if event in unwritten or event not in held or (not held[event].pinned and held[event].case != one.case)
    ]


def _inherited(writer: Writer, recorded: Recorded) -> dict[str, Link]:
    view = writer.view()
    names = {
        event.id: number
        for event, number in zip(view.kept(sorted(recorded.successors.values())), sorted(recorded.successors.values()), strict=True)
    }
    by_number = {number: event_id for event_id, number in names.items()}
    last = view.last_links(recorded.successors)
    return {by_number[number]: _of(last[old], by_number[number]) for old, number in recorded.successors.items() if old in last}


def _of(one: Link, event: str) -> Link:
    return Link(event=event, case=one.case, score=one.score, because=one.because, by=one.by, pinned=one.pinned)
