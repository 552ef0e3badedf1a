"""Decisions as rows: what each did, in a few words."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from transmittal.cli.deciding import short
from transmittal.cli.slots import describe_json
from transmittal.ledger.kept import Decision
from transmittal.ledger.view import View

_MOVING = ("link", "unlink", "merge", "split")


def rows(view: View, *, subject: str | None = None, by: str | None = None, since: date | None = None) -> Iterator[dict[str, Any]]:
    """One row a decision. subject: a case, or the beginning of an event's id; an event that was moved is found by its own id too."""
    wanted = subject.strip().lower() if subject is not None else None
    for decision in view.decisions():
        if by is not None and decision.by.casefold() != by.strip().casefold():
            continue
        if since is not None and decision.at.date() < since:
            continue
        if wanted is not None and not _is_about(decision, wanted):
            continue
        yield {
            "number": decision.entry,
            "at": decision.at.isoformat(),
            "by": decision.by,
            "verb": decision.verb,
            "subject": decision.subject,
            "what": describe(decision),
            "reason": decision.reason,
            "undone": decision.undone,
            "undoes": decision.undoes,
            "body": decision.body,
        }


def _is_about(decision: Decision, wanted: str) -> bool:
    moves = decision.body.get("moves", {})
    events = set(moves.get("before", {})) | set(moves.get("after", {}))
    cases = {case for side in ("before", "after") for case, _ in moves.get(side, {}).values()}
    if not wanted:
        return False
    return wanted in {decision.subject.lower(), *cases} or any(
        one.startswith(wanted) for one in {decision.subject, *events} if _is_event(one)
    )


def _is_event(subject: str) -> bool:
    return len(subject) == 32 and all(character in "0123456789abcdef" for character in subject)


def describe(decision: Decision) -> str:
    """ "link 3f2a91… → jp-tomahawk-2022", "correct value of 3f2a91…: USD 2,350,000,000 (estimate)"."""
    verb, body = decision.verb, decision.body
    if verb == "undo":
        return f"undo {decision.undoes} ({body.get('verb', '')} of {_named(decision.subject)})"
    if verb == "correct":
        return f"correct {body['slot']} of {_named(decision.subject)}: {describe_json(body['slot'], body['value'])}"
    if verb in ("tag", "untag"):
        return f"{verb} {decision.subject} “{body['tag']}”"
    if verb in _MOVING and "moves" in body:
        return _describe_moves(verb, decision.subject, body["moves"])
    return f"{verb} {_named(decision.subject)}"


def _describe_moves(verb: str, subject: str, moves: dict[str, dict[str, Any]]) -> str:
    before, after = moves["before"], moves["after"]
    if verb == "merge":
        left = sorted({case for case, _ in before.values()} - {subject})
        return f"merge {', '.join(left)} into {subject}"
    if verb == "split":
        new = sorted({case for case, _ in after.values()} - {subject})
        return f"split {', '.join(new)} off {subject}"
    event, (case, _) = next(iter(after.items()))
    was = before[event][0] if event in before else "nothing"
    return f"{verb} {short(event)}: {was} → {case}"


def _named(subject: str) -> str:
    return short(subject) if _is_event(subject) else subject
