"""Versions of a page that was edited in place: what was edited, and what that changes in the case."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import msgspec

from transmittal.cases.edits import Edit, compare_texts
from transmittal.cases.event_changes import EventChange, SlotChange, compare_events
from transmittal.cases.slot_words import describe_event, describe_slots, harmless_line
from transmittal.model import KeptEvent, Paper

_AROUND = 40  # characters shown on either side of an edit
_LONGEST = 400  # of what was put in or taken out


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """One text that a page had. events: what it reports."""

    paper: Paper
    text: str
    events: tuple[KeptEvent, ...] = ()


class Revision(msgspec.Struct, frozen=True, kw_only=True):
    """What was done to a page between two of its versions."""

    old: Version
    new: Version
    edits: tuple[Edit, ...]
    events: tuple[EventChange, ...]


def revisions(versions: Sequence[Version]) -> tuple[Revision, ...]:
    """Each version against the one before it. versions: oldest first."""
    return tuple(
        Revision(old=old, new=new, edits=compare_texts(old.text, new.text), events=compare_events(old.events, new.events))
        for old, new in pairwise(versions)
    )


def render_text(versions: Sequence[Version]) -> str:
    """For a terminal: the first version, then each edit of the page with what it changed in the case.

    Words taken out stand in [-…-], words put in in {+…+}.
    """
    if not versions:
        return "no version is kept\n"
    lines = [_headed("first version", versions[0]), ""]
    for revision in revisions(versions):
        lines += [_headed("edited", revision.new), *_edits(revision), *_events(revision.events), ""]
    return "\n".join(lines).rstrip() + "\n"


def _headed(what: str, version: Version) -> str:
    return f"{version.paper.known.isoformat()}  {what}: {harmless_line(version.paper.title or 'without a title')}  {version.paper.id[:12]}"


def _edits(revision: Revision) -> Iterator[str]:
    shown = [edit for edit in revision.edits if not edit.is_blank]
    for edit in shown:
        yield f"  {edit.new_start:>6}  {_in_its_place(revision, edit)}"
    if not shown:
        yield "  its words are the same" if revision.edits else "  its text is the same"


def _in_its_place(revision: Revision, edit: Edit) -> str:
    """ "…sale of [-up to 400-]{+up to 200+} Tomahawk…"."""
    old, new = revision.old.text, revision.new.text
    before = new[max(0, edit.new_start - _AROUND) : edit.new_start].rpartition("\n")[2]
    after = new[edit.new_end : edit.new_end + _AROUND].partition("\n")[0]
    leading = "…" if edit.new_start > len(before) and len(before) == _AROUND else ""
    trailing = "…" if len(after) == _AROUND and edit.new_end + _AROUND < len(new) else ""
    out = f"[-{_short(old[edit.old_start : edit.old_end])}-]" if edit.old else ""
    put = f"{{+{_short(new[edit.new_start : edit.new_end])}+}}" if edit.new else ""
    blank_before = " " * before[-1:].isspace()
    blank_after = " " * (after[:1].isspace() or (edit.new or edit.old)[-1:] == " ")
    return f"{leading}{harmless_line(before)}{blank_before}{out}{put}{blank_after}{harmless_line(after)}{trailing}"


def _short(text: str) -> str:
    line = harmless_line(text)
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()}… ({len(line):,} characters)"


def _events(changes: Sequence[EventChange]) -> Iterator[str]:
    if not changes:
        yield "  what it reports is the same"
    for change in changes:
        kept = change.new or change.old
        if kept is None:
            continue
        yield f"  {change.kind}: {describe_event(kept.event)}, {_summary(kept)}  event {kept.id[:12]}"
        yield from (f"    {slot.slot}: {_words(slot)}" for slot in change.slots)


def _summary(kept: KeptEvent) -> str:
    """The event in a line: "Japan (JP); up to 200 Tomahawk Block IV"."""
    wanted = ("buyer", "items", "value")
    said = [slot.shown for slot in describe_slots(kept.event) if slot.slot.partition("[")[0] in wanted]
    return harmless_line("; ".join(said)) or "no buyer, goods or amount told"


def _words(slot: SlotChange) -> str:
    return f"{_told(slot.was)} → {_told(slot.now)}"


def _told(shown: str | None) -> str:
    return harmless_line(shown) if shown is not None else "not told"


def versions_json(versions: Sequence[Version]) -> list[dict[str, Any]]:
    """One plain object a version, oldest first; what was edited and what changed stand with the version that has it."""
    made = [{"document": msgspec.to_builtins(version.paper), "edits": [], "events": []} for version in versions]
    for place, revision in enumerate(revisions(versions), 1):
        made[place]["edits"] = [{"kind": edit.kind, **msgspec.to_builtins(edit)} for edit in revision.edits]
        made[place]["events"] = [_change_json(change) for change in revision.events]
    return made


def _change_json(change: EventChange) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "old": change.old.id if change.old else None,
        "new": change.new.id if change.new else None,
        "slots": msgspec.to_builtins(change.slots),
    }


__all__ = [
    "Edit",
    "EventChange",
    "Revision",
    "SlotChange",
    "Version",
    "compare_events",
    "compare_texts",
    "render_text",
    "revisions",
    "versions_json",
]
