"""What was to have happened by now and is not shown to have."""

from datetime import date

import msgspec

from transmittal.cases.cited import Cite
from transmittal.cases.progress import ItemLine, progress
from transmittal.cases.timeline import LADDER, Step, timeline
from transmittal.cases.when import When, describe_day, describe_when
from transmittal.cases.words import join, says
from transmittal.model import CaseFile, KeptEvent, Modality, Stage


class Overdue(msgspec.Struct, frozen=True, kw_only=True):
    """A step whose time is over. due: its last day; late: days since then. missing: items still to come, None when not known.

    line: one sentence. It says that no document on file shows it, not that it did not happen.
    """

    step: Step
    due: date
    late: int
    missing: int | None
    line: str
    events: tuple[str, ...]
    cites: tuple[Cite, ...]


def overdue(case: CaseFile, on: date) -> tuple[Overdue, ...]:
    """Scheduled and expected steps that ended before a day without a sign that they happened; the longest overdue first.

    A later schedule replaces an earlier one; a case that was halted owes nothing.
    """
    from transmittal.cases.halts import halted_by

    steps = [s for s in timeline(case, on) if not s.later]
    if halted_by(steps) is not None:
        return ()
    by_event = {k.id: k for k in case.events}
    due = [
        s for s in steps
        if s.modality in (Modality.SCHEDULED, Modality.EXPECTED) and s.replaced_by is None and s.end is not None and s.end < on
    ]  # fmt: skip
    found = [_overdue(s, on, missing, _name(s, by_event)) for s in due if (missing := _missing(s, steps, case, on, by_event)) != 0]
    return tuple(sorted(_once(found), key=lambda o: (o.due, o.step.stage, o.events)))


def _once(found: list[Overdue]) -> list[Overdue]:
    """One a stage and day: "all 180" and "the other 47" by one day is one thing to wait for; the smaller number says more."""
    best: dict[tuple[Stage, date], Overdue] = {}
    for one in found:
        held = best.get((one.step.stage, one.due))
        if held is None or (one.missing or 10**9, one.step.modality, one.events) < (held.missing or 10**9, held.step.modality, held.events):
            best[one.step.stage, one.due] = one
    return list(best.values())


def _missing(step: Step, steps: list[Step], case: CaseFile, on: date, by_event: dict[str, KeptEvent]) -> int | None:
    """0 when it is shown to have happened, else how many items are still to come, None when that is not known."""
    if step.stage is not Stage.DELIVERY:
        return 0 if _shown(step, steps) else None
    events = [by_event[e] for e in step.events]
    families = _families(events)
    lines = [x for x in progress(case, on) if x.key in families or not families]
    happened = [
        s
        for s in steps
        if s.stage is Stage.DELIVERY and s.modality is Modality.HAPPENED and families & _families(by_event[e] for e in s.events)
    ]
    counted = sum(i.quantity.value for k in events[:1] for i in k.event.items if i.quantity)
    whole = next((x for x in lines if x.outstanding is not None), None)
    if any(x.complete for x in lines) or (whole is not None and whole.outstanding is not None and whole.outstanding.value == 0):
        return 0
    if counted:
        return _missing_of(counted, step, case, on, families, whole)
    quotes = [m for k in events for m in k.event.evidence]
    if says("first", quotes) and not says("rest", quotes) and happened:
        return 0  # it was the beginning that was due
    since = [s for s in happened if s.end is not None and s.end >= step.said]
    return 0 if since and _later_due(step, steps) else None


def _missing_of(counted: int, step: Step, case: CaseFile, on: date, families: frozenset[str], whole: ItemLine | None) -> int:
    """Of a number that was due: what has not come since it was said that it would."""
    now, then = _delivered(case, on, families), _delivered(case, step.said, families)
    come = max(0, now - then)
    if whole is not None and whole.outstanding is not None:
        return min(max(0, counted - come), whole.outstanding.value)
    return max(0, counted - come)


def _delivered(case: CaseFile, on: date, families: frozenset[str]) -> int:
    return sum(x.delivered.value for x in progress(case, on) if x.key in families and x.delivered is not None)


def _families(events: object) -> frozenset[str]:
    from transmittal.cases.lines import family_of

    return frozenset(family_of(i) for k in events for i in k.event.items)  # type: ignore[attr-defined]


def _later_due(step: Step, steps: list[Step]) -> bool:
    """Whether more of the same is to come after it: then what was due by its day was a part."""
    return any(
        s.stage is step.stage
        and s.modality in (Modality.SCHEDULED, Modality.EXPECTED)
        and s.end is not None
        and step.end is not None
        and s.end > step.end
        for s in steps
    )


def _shown(step: Step, steps: list[Step]) -> bool:
    """Whether it, or a step that comes after it on the ladder, happened. An award can come first and shows nothing."""
    if step.stage not in LADDER:
        return any(s.stage is step.stage and s.modality is Modality.HAPPENED for s in steps)
    further = [x for x in LADDER[LADDER.index(step.stage) :] if x is step.stage or x is not Stage.AWARD]
    return any(s.stage in further and s.modality is Modality.HAPPENED for s in steps)


def _name(step: Step, by_event: dict[str, KeptEvent]) -> str:
    return join(sorted({i.system.designation for e in step.events for i in by_event[e].event.items}))


def _overdue(step: Step, on: date, missing: int | None, name: str) -> Overdue:
    due = step.end or on
    late = (on - due).days
    what = f"{step.stage.value} ({name})" if name else step.stage.value
    if step.stage is Stage.DELIVERY:
        what = " ".join(p for p in ("delivery of", f"{missing:,}" if missing else "", name) if p)
    line = (
        f"{what[0].upper()}{what[1:]}, {step.modality.value} {describe_when(When(step.start, step.end))}: no document on file shows it by "
        f"{describe_day(on)}, {late} day{'s' if late != 1 else ''} after {describe_day(due)}"
    )
    return Overdue(step=step, due=due, late=late, missing=missing, line=line, events=step.events, cites=step.cites)
