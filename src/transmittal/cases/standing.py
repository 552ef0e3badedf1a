"""The state of a case in one line, and what is to come, what is late and what is not known."""

from datetime import date, timedelta

import msgspec

from transmittal.cases.cited import Cite, in_order
from transmittal.cases.halts import halted_by
from transmittal.cases.overdue import Overdue, overdue
from transmittal.cases.progress import Count, ItemLine, progress
from transmittal.cases.timeline import LADDER, Step, timeline
from transmittal.cases.when import describe_day
from transmittal.cases.words import join, table
from transmittal.model import CaseFile, Modality, Stage


class Gap(msgspec.Struct, frozen=True):
    """What is not known or not proved. because: the step that does not prove it, in words; "" when nothing on file bears on it."""

    what: str
    because: str


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """Where a case stood on a day.

    state:      the furthest step that had happened; None when none had. word: that, in a word or two ("Delivery begun", "Halted").
    deliveries: "none", "begun" (number not known), "partly" or "complete". delivered, ordered: items, where known.
    halted:     by a step that stands. dormant: nothing was heard for long; a word for lists, not an event.
    scheduled, expected, possible: what is to come, by date. heard: the last day on which anything was published.
    """

    case: str
    on: date
    state: Stage | None
    word: str
    line: str
    step: Step | None
    deliveries: str
    delivered: Count | None
    ordered: Count | None
    halted: bool
    dormant: bool
    heard: date | None
    scheduled: tuple[Step, ...]
    expected: tuple[Step, ...]
    possible: tuple[Step, ...]
    overdue: tuple[Overdue, ...]
    unknown: tuple[Gap, ...]
    events: tuple[str, ...]
    cites: tuple[Cite, ...]


def standing(case: CaseFile, on: date) -> Standing:
    """Where a case stood on a day. Pure: the day is given, and nothing after it is used."""
    steps = [s for s in timeline(case, on) if not s.later]
    happened = [s for s in steps if s.modality is Modality.HAPPENED and s.stage in LADDER]
    reached = max((s.stage for s in happened), key=LADDER.index, default=None)
    step = _first([s for s in happened if s.stage is reached])
    halt = halted_by(steps)
    lines = progress(case, on)
    deliveries, delivered, ordered = _deliveries(happened, lines)
    heard = max((k.paper.known for k in case.events if k.paper.known <= on), default=None)
    quiet = heard is not None and on - heard > timedelta(days=table("proofs")["dormant"]["days"])
    dormant = quiet and halt is None and deliveries != "complete"
    late = overdue(case, on)
    coming = [
        s
        for s in steps
        if s.modality not in (Modality.HAPPENED, Modality.DENIED) and s.replaced_by is None and not _is_over(s, happened, late, on)
    ]
    word = _word(reached, deliveries, halt, happened)
    stands_on = [s for s in (step, halt) if s is not None]
    return Standing(
        case=case.id, on=on, state=reached, word=word, step=step, deliveries=deliveries, delivered=delivered, ordered=ordered,
        line=_line(word, happened, coming, halt, deliveries, delivered, ordered, lines),
        halted=halt is not None, dormant=dormant, heard=heard,
        scheduled=tuple(s for s in coming if s.modality is Modality.SCHEDULED),
        expected=tuple(s for s in coming if s.modality is Modality.EXPECTED),
        possible=tuple(s for s in coming if s.modality is Modality.POSSIBLE),
        overdue=late,
        unknown=_gaps(happened, deliveries, halt, lines),
        events=tuple(sorted({e for s in stands_on for e in s.events})), cites=in_order(c for s in stands_on for c in s.cites),
    )  # fmt: skip


def _first(steps: list[Step]) -> Step | None:
    return min(steps, key=lambda s: (s.end or s.said, s.events)) if steps else None


def _is_over(step: Step, happened: list[Step], late: tuple[Overdue, ...], on: date) -> bool:
    """Whether nothing is left to wait for: it came, one after it came, or its time is over and it is told among what is late."""
    if any(step == o.step for o in late) or (step.end is not None and step.end < on):
        return True
    same = any(s.stage is step.stage for s in happened)
    if step.stage in (Stage.DELIVERY, Stage.SERVICE):
        return same and step.end is None and step.start is not None and step.start <= on  # it was the beginning that was to come
    if step.stage not in LADDER:
        return False
    further = LADDER[LADDER.index(step.stage) :]
    return any(s.stage in further and s.stage is not Stage.AWARD for s in happened) or (same and step.stage is not Stage.AWARD)


def _deliveries(happened: list[Step], lines: tuple[ItemLine, ...]) -> tuple[str, Count | None, Count | None]:
    """How far deliveries went. Complete only when counts or a source say so."""
    ordered, delivered = _total(lines, "ordered"), _total(lines, "delivered")
    if not any(s.stage is Stage.DELIVERY for s in happened):
        return "none", None, ordered
    counted = [x for x in _tops(lines) if x.ordered or x.delivered]
    if counted and all(x.complete for x in counted):
        return "complete", delivered, ordered
    return "partly" if any(x.delivered for x in lines) else "begun", delivered, ordered


def _tops(lines: tuple[ItemLine, ...]) -> list[ItemLine]:
    """Lines that are not part of another."""
    parts = {p for x in lines for p in x.parts}
    return [x for x in lines if x.key not in parts]


def _total(lines: tuple[ItemLine, ...], name: str) -> Count | None:
    """Only where one line carries the order: launchers and missiles are not added up."""
    tops = [x for x in _tops(lines) if getattr(x, name) is not None]
    return getattr(tops[0], name) if len(tops) == 1 else None


_WORDS = {
    Stage.PLAN: "Planned",
    Stage.REQUEST: "Requested",
    Stage.APPROVAL: "Approved for sale",
    Stage.AGREEMENT: "Agreed",
    Stage.AWARD: "Contracted with industry",
    Stage.DELIVERY: "Delivery begun",
    Stage.SERVICE: "In service",
}


def _word(reached: Stage | None, deliveries: str, halt: Step | None, happened: list[Step]) -> str:
    if halt is not None:
        return "Halted"
    if reached is None:
        return "Nothing has happened yet"
    if deliveries == "complete" and reached is Stage.DELIVERY:
        return "Delivered"
    if deliveries == "partly" and reached is Stage.DELIVERY:
        return "Partly delivered"
    if reached is Stage.AWARD and any(s.stage is Stage.AGREEMENT for s in happened):
        return "Agreed and contracted with industry"
    return _WORDS[reached]


def _line(
    word: str, happened: list[Step], coming: list[Step], halt: Step | None, deliveries: str,
    delivered: Count | None, ordered: Count | None, lines: tuple[ItemLine, ...],
) -> str:  # fmt: skip
    reached = max((s.stage for s in happened), key=LADDER.index, default=None)
    parts = []
    if halt is not None:
        parts.append(_at(halt))
    signed = _first([s for s in happened if s.stage is Stage.AGREEMENT])
    approved = _first([s for s in happened if s.stage is Stage.APPROVAL])
    if signed is not None:
        parts.append(f"signed {_at(signed)}")
    elif approved is not None:
        parts += [_at(approved) if reached is Stage.APPROVAL and halt is None else f"approved {_at(approved)}", "no signature on file"]
    elif reached in (Stage.DELIVERY, Stage.SERVICE):
        parts.append("no signature on file")
    elif halt is None and (first := _first([s for s in happened if s.stage is reached])) is not None:
        parts.append(_at(first))
    awarded = _first([s for s in happened if s.stage is Stage.AWARD])
    if awarded is not None and reached is Stage.AWARD and (signed or approved):
        parts.append(f"first contract with industry {_at(awarded)}")
    begun = _first([s for s in happened if s.stage is Stage.DELIVERY])
    if begun is not None:
        parts.append(_delivered_words(begun, deliveries, delivered, ordered, lines))
    window = [s for s in coming if s.stage is Stage.DELIVERY and s.modality is not Modality.POSSIBLE and s.end is not None]
    if window and deliveries != "complete" and halt is None:
        last = max(window, key=lambda s: (s.end or date.min, s.modality is Modality.SCHEDULED, s.start or date.min))
        parts.append(f"deliveries {last.modality.value} {_at(last)}")
    awaited = [s for s in coming if s.stage in (Stage.APPROVAL, Stage.AGREEMENT)]
    parts += [f"{s.stage.value} {s.modality.value}{'' if s.when == 'no date given' else ' ' + _at(s)}" for s in awaited]
    return f"{word}: {'; '.join(parts)}" if parts else word


def _at(step: Step) -> str:
    """When, as it reads in a sentence: "18 January 2024", "in October 2018", "by 13 March 2026", "from April 2025 to March 2028"."""
    if step.start is None or step.end is None or step.start == step.end or step.when.startswith("between"):
        return step.when
    return f"from {step.when}" if " to " in step.when else f"in {step.when}"


def _delivered_words(begun: Step, deliveries: str, delivered: Count | None, ordered: Count | None, lines: tuple[ItemLine, ...]) -> str:
    if deliveries == "complete":
        return "all delivered" + (f", {delivered} of {ordered}" if delivered and ordered else "")
    if deliveries == "begun":
        return f"first delivered {_at(begun)}, number not published"
    if delivered is None:
        return f"{join(f'{x.delivered} {x.name}' for x in _tops(lines) if x.delivered)} delivered"
    return f"{delivered} of {ordered} delivered" if ordered else f"{delivered} delivered, of a number that is not on file"


def _gaps(happened: list[Step], deliveries: str, halt: Step | None, lines: tuple[ItemLine, ...]) -> tuple[Gap, ...]:
    """What the steps on file do not prove, and no other step on file settles."""
    stages = {s.stage.value for s in happened} | ({"complete"} if deliveries == "complete" else set())
    found = []
    for stage in [*({s.stage for s in happened}), Stage.HALT] if halt is not None else list({s.stage for s in happened}):
        entry = table("proofs")[stage.value]
        for point in entry.get("open", ()):
            if not stages & set(point["settled_by"]):
                found.append((_rank(stage), Gap(point["text"], f"what is on file proves {entry['proves']}")))
    gaps = [g for _, g in sorted(found, key=lambda f: (f[0], f[1].what))]
    if deliveries == "begun":
        gaps.append(Gap("how many were delivered: deliveries began, and no document on file gives a number", ""))
    elif deliveries == "partly" and any(x.outstanding is None for x in _tops(lines) if x.delivered or x.begun):
        gaps.append(Gap("how many are still to come: delivered and ordered are not both on file for every line", ""))
    return tuple(dict.fromkeys(gaps))


def _rank(stage: Stage) -> int:
    return LADDER.index(stage) if stage in LADDER else len(LADDER)


__all__ = ["Gap", "Standing", "describe_day", "standing"]
