"""What people decide: every decision signed, dated, reasoned, undoable, and stronger than the program.

A decision that moves events names where each one was, so that undoing it puts them back; undoing an undoing moves them again.
"""

from collections.abc import Iterable, Sequence

import msgspec

from transmittal.cases.keep import relink
from transmittal.cases.linking import keys
from transmittal.ledger.book import Casebook
from transmittal.ledger.kept import Decision
from transmittal.ledger.view import View
from transmittal.ledger.writer import Writer, filter_keys
from transmittal.model import CasebookError, Link, Misuse

MOVING = frozenset({"link", "unlink", "merge", "split"})


class Moves(msgspec.Struct, frozen=True):
    """Where events were before a decision and are after it: (case, whether a person had put it there) by event id."""

    before: dict[str, tuple[str, bool]]
    after: dict[str, tuple[str, bool]]

    def turned(self) -> "Moves":
        """The way back."""
        return Moves(before=self.after, after=self.before)


def link(book: Casebook, event: str, case: str, *, author: str, reason: str) -> int:
    """Put an event into a case. Returns the decision's number; so do all below. Raises CasebookError, naming what is not there."""
    with book.writing(author) as writer:
        view = writer.view()
        event, case = view.event_id(event), view.existing(case)
        return _move(writer, "link", case, {event: case}, author, reason)


def unlink(book: Casebook, event: str, *, author: str, reason: str) -> int:
    """Take an event out of its case into one of its own; the others stay, and are not drawn after it."""
    with book.writing(author) as writer:
        view = writer.view()
        event = view.event_id(event)
        held = _current(view, [event])
        if event not in held:
            raise Misuse("this event is in no case", event, "`transmittal link` puts it into one")
        case = held[event].case
        to = {kept.id: case for kept in view.file(case).events} | {event: _new_id(view, case)}
        if len(to) == 1:
            raise Misuse("this event is the only one of its case", event, "`transmittal reject` takes it out altogether")
        return _move(writer, "unlink", case, to, author, reason)


def merge(book: Casebook, case: str, into: str, *, author: str, reason: str) -> int:
    """Put all events of one case into another. The old id leads to the other from then on."""
    with book.writing(author) as writer:
        view = writer.view()
        case, into = view.existing(case), view.existing(into)
        if case == into:
            raise Misuse("a case cannot be merged into itself", case, "name two cases")
        return _move(writer, "merge", into, {event.id: into for event in view.file(case).events}, author, reason)


def split(book: Casebook, case: str, events: Iterable[str], *, author: str, reason: str) -> int:
    """Take several events out of a case into one new case together; the others stay, and are not drawn after them."""
    with book.writing(author) as writer:
        view = writer.view()
        case = view.existing(case)
        here = [event.id for event in view.file(case).events]
        leaving = [view.event_id(event) for event in events]
        for event in leaving:
            if event not in here:
                raise Misuse("this event is not in the case", event, f"`transmittal show {case}` prints the ids of its events")
        if not leaving or len(leaving) == len(here):
            raise Misuse("a split leaves some events on both sides", case, "name some of its events, not all")
        new = _new_id(view, case)
        return _move(writer, "split", case, {event: new if event in leaving else case for event in here}, author, reason)


def correct(book: Casebook, event: str, slot: str, value: object, *, author: str, reason: str) -> int:
    """Put a slot of an event right. value: the slot's object as in the output contract, None when it should be empty."""
    with book.writing(author) as writer:
        event = writer.view().event_id(event)
        try:
            n = writer.correct(event, slot, value, reason)
            corrected = next(writer.view().kept(writer.view().numbers([event]).values()))
        except (msgspec.ValidationError, ValueError, KeyError) as error:
            raise Misuse(f"this is no value for {slot} ({error})", event, "write it as the output contract has it") from error
        writer.find_by(event, keys(corrected) | filter_keys(corrected.event))
        relink(writer, writer.view().numbers([event]).values())
        return n


def reject(book: Casebook, event: str, *, author: str, reason: str) -> int:
    """Say that a document does not report this event: it leaves its case, and stays in the journal."""
    with book.writing(author) as writer:
        view = writer.view()
        event = view.event_id(event)
        if view.rejected([event]):
            raise Misuse("this event is rejected already", event, "`transmittal decisions` tells by whom")
        return writer.decide("reject", event, {}, reason)


def tag(book: Casebook, case: str, name: str, *, author: str, reason: str = "", remove: bool = False) -> int:
    """Put a label on a case, or take it off."""
    with book.writing(author) as writer:
        return writer.decide("untag" if remove else "tag", writer.view().existing(case), {"tag": name}, reason)


def undo(book: Casebook, number: int, *, author: str, reason: str) -> int:
    """Undo a decision, of whatever kind; undoing an undoing makes it stand again."""
    with book.writing(author) as writer:
        decision = _standing(writer.view(), number)
        moves = _moves(decision)
        if moves is not None:
            return _restore(writer, decision, moves, reason)
        n = writer.decide("undo", decision.subject, {"verb": _verb(decision)}, reason, undoes=number)
        if _verb(decision) in ("correct", "reject"):
            view = writer.view()
            living = view.living([decision.subject]).get(decision.subject)
            if living is not None:
                relink(writer, view.numbers([living]).values())
        return n


def _standing(view: View, number: int) -> Decision:
    found = next((d for d in view.decisions() if d.entry == number), None)
    if found is None:
        raise CasebookError("no decision of this number", str(number), "`transmittal decisions` lists them")
    if found.undone:
        raise Misuse("this decision is undone already", str(number), "undo the undoing to make it stand again")
    return found


def _verb(decision: Decision) -> str:
    return str(decision.body.get("verb", decision.verb))


def _moves(decision: Decision) -> Moves | None:
    return msgspec.convert(decision.body["moves"], Moves) if "moves" in decision.body else None


def _current(view: View, events: Sequence[str]) -> dict[str, Link]:
    return {one.event: one for one in view.links_of(events)}


def _move(writer: Writer, verb: str, subject: str, to: dict[str, str], author: str, reason: str) -> int:
    held = _current(writer.view(), list(to))
    before = {event: (one.case, one.pinned) for event, one in held.items()}
    moves = Moves(before=before, after={event: (case, True) for event, case in to.items()})
    n = writer.decide(verb, subject, {"moves": msgspec.to_builtins(moves)}, reason)
    because = f"{author} decided: {reason}" if reason else f"{author} decided"
    writer.link([Link(event=e, case=c, score=1.0, because=because, by=author, pinned=True) for e, c in to.items()], body={"decision": n})
    return n


def _restore(writer: Writer, decision: Decision, moves: Moves, reason: str) -> int:
    """Put events back where they were. An event that a later decision moved again stays where that put it."""
    view, back = writer.view(), moves.turned()
    living = view.living(back.after)
    held = _current(view, list(living.values()))
    still = {old: now for old, now in living.items() if now in held and held[now].case == back.before[old][0]}
    body = {"verb": _verb(decision), "moves": msgspec.to_builtins(back)}
    n = writer.decide("undo", decision.subject, body, reason, undoes=decision.entry)
    because = f"{writer.author} undid decision {decision.entry}"
    links = [
        Link(event=now, case=back.after[old][0], score=1.0, because=because, by=writer.author, pinned=back.after[old][1])
        for old, now in still.items()
    ]
    writer.link(links, body={"decision": n})
    return n


def _new_id(view: View, case: str) -> str:
    """A free id that tells where it came from."""
    number = 2
    while view.is_case_taken(f"{case}-{number}"):
        number += 1
    return f"{case}-{number}"


__all__ = ["Moves", "correct", "link", "merge", "reject", "split", "tag", "undo", "unlink"]
