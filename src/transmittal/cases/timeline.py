"""What happened, what was said to come, in order: one step for all the reports of it."""

from collections.abc import Iterable
from datetime import date

import msgspec

from transmittal.cases.cited import Cite, cite, describe_paper, in_order, papers, voices
from transmittal.cases.gather import Group, gather
from transmittal.cases.settle import now_of
from transmittal.cases.told import Told, counts, is_variant_of
from transmittal.cases.when import When, describe_when, last_day, said_after
from transmittal.cases.words import describe_amount, item_name, join, table
from transmittal.model import CaseFile, KeptEvent, Modality, Stage, Tier

# The way a case goes. An award can come before the notification and proves nothing about it; change and halt are not rungs.
LADDER = (Stage.PLAN, Stage.REQUEST, Stage.APPROVAL, Stage.AGREEMENT, Stage.AWARD, Stage.DELIVERY, Stage.SERVICE)


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One step, by all the reports that tell of it.

    start, end: the days it may fall on, inclusive; None is open. told: the date is printed, not bounded by publication.
    said:       the first day on which the public could know of it. later: not (surely) so by the day asked about.
    papers:     documents that tell of it; voices: independent sources among them. tier: of the nearest.
    told_by:    those documents in words, nearest first. line: one sentence. replaced_by: the period that a schedule slipped to, in words.
    """

    stage: Stage
    modality: Modality
    start: date | None
    end: date | None
    told: bool
    said: date
    later: bool
    tier: Tier
    voices: int
    papers: tuple[str, ...]
    told_by: tuple[str, ...]
    events: tuple[str, ...]
    cites: tuple[Cite, ...]
    line: str
    replaced_by: str | None = None

    @property
    def when(self) -> str:
        """ "18 January 2024", "by 13 March 2026"."""
        return describe_when(When(self.start, self.end, self.told))


def timeline(case: CaseFile, on: date) -> tuple[Step, ...]:
    """The steps of a case as they stood on a day, oldest first; what came after it is marked as later.

    One notice on the web, in the Congressional Record and in the Federal Register is one step with three papers.
    """
    steps = [as_step(g, on) for g in groups_by(case, on)]
    # What came afterwards is gathered by itself, so that it cannot colour what was so on the day.
    steps += [as_step(g, on) for g in gather([k for k in case.events if said_after(k, on)])]
    steps = mark_slips(steps)
    return tuple(sorted(steps, key=_order))


def groups_by(case: CaseFile, on: date) -> list[Group]:
    """The groups of reports that bear on a day."""
    return gather([k for k in case.events if not said_after(k, on)])


def as_step(group: Group, on: date) -> Step:
    """The step that a group of reports tells of."""
    first = group.events[0]
    happened = first.event.modality is Modality.HAPPENED
    moment = group.when
    later = (moment.end is None or moment.end > on) if happened else group.said > on
    return Step(
        stage=first.event.stage,
        modality=first.event.modality,
        start=moment.start,
        end=moment.end,
        told=moment.told,
        said=group.said,
        later=later,
        tier=min((k.paper.tier for k in group.events), key=lambda t: t.rank),
        voices=voices(group.events),
        papers=tuple(k.paper.id for k in papers(group.events)),
        told_by=tuple(describe_paper(k) for k in papers(group.events)),
        events=tuple(sorted(k.id for k in group.events)),
        cites=in_order(c for k in group.events for c in cite(k)),
        line=_line(group),
    )


def mark_slips(steps: Iterable[Step]) -> list[Step]:
    """Schedules that a later schedule of the same stage replaces, marked with it; both stay."""
    listed = sorted(steps, key=_order)
    plans = [s for s in listed if s.modality in (Modality.SCHEDULED, Modality.EXPECTED) and s.end is not None]
    replaced: dict[Step, str] = {}
    for new in sorted(plans, key=lambda s: (s.said, s.end or date.max)):
        # A period that was already named before is no news of a slip. What was planned and is due later than this was not overtaken.
        earlier = [
            s for s in plans
            if s.stage is new.stage and s not in replaced and s.said < new.said
            and s.end is not None and new.end is not None and s.end < new.end and not _fulfilled_before(s, new.said, listed)
        ]  # fmt: skip
        named_before = any(s is not new and s.stage is new.stage and s.end == new.end and s.said < new.said for s in plans)
        if earlier and not named_before:
            replaced[max(earlier, key=lambda s: (s.end or date.max, s.said))] = new.when
    return [msgspec.structs.replace(s, replaced_by=replaced[s]) if s in replaced else s for s in listed]


def _fulfilled_before(step: Step, day: date, steps: list[Step]) -> bool:
    return any(s.stage is step.stage and s.modality is Modality.HAPPENED and s.end is not None and step.said <= s.end <= day for s in steps)


def _order(step: Step) -> tuple[date, date, int, str, tuple[str, ...]]:
    end = step.end or step.start or step.said
    start = step.start or end
    rank = LADDER.index(step.stage) if step.stage in LADDER else len(LADDER)
    return (max(start, date.min), end, rank, step.modality.value, step.events)


def _line(group: Group) -> str:
    """ "Approved on 17 November 2023: up to 200 Tomahawk Block IV, US$2.35 bn (3 documents)"."""
    first = group.events[0].event
    words = table("stages")[first.stage.value][first.modality.value]
    what = join(_counted(group))
    money = sorted({describe_amount(k.event.value.amount, k.event.value.currency) for k in group.events if k.event.value})
    told = [part for part in (what, join(money)) if part] or _names(group)
    count = len({k.paper.id for k in group.events})
    moment = describe_when(group.when)
    head = f"{words}, {moment}" if moment != "no date given" else words
    return head + (f": {', '.join(told)}" if told else "") + (f" ({count} documents)" if count > 1 else "")


def _counted(group: Group) -> list[str]:
    """Each line once, as its best telling gives it; variants in brackets behind the whole that they are part of."""
    by_line: dict[str, list[Told]] = {}
    for telling in counts([group]):
        by_line.setdefault(telling.line or "", []).append(telling)
    best = {line: now_of(told).now.bare for line, told in sorted(by_line.items())}
    found = []
    for line, shown in best.items():
        parts = [b for x, b in best.items() if is_variant_of(x, line)]
        if not any(is_variant_of(line, x) for x in best):
            found.append(f"{shown} (of them {join(parts)})" if parts else shown)
    return found


def _names(group: Group) -> list[str]:
    """The items by name, where nothing is counted; variants say more than the bare family."""
    names = {item_name(i.system.designation, i.variant) for k in group.events for i in k.event.items}
    return [join(sorted(n for n in names if not any(o != n and o.startswith(n + " ") for o in names)))] if names else []


def happened_by(events: Iterable[KeptEvent], on: date) -> list[Group]:
    """The groups of what had surely happened by a day."""
    found = gather([k for k in events if not said_after(k, on)])
    return [
        g for g in found if g.events[0].event.modality is Modality.HAPPENED and g.when.end is not None and g.when.end <= on
    ]  # fmt: skip


def done(events: Iterable[KeptEvent], stage: Stage, on: date) -> list[KeptEvent]:
    """The reports of a stage that had surely happened by a day, in the order in which they happened."""
    found = [k for g in happened_by((k for k in events if k.event.stage is stage), on) for k in g.events]
    return sorted(found, key=lambda k: (last_day(k), k.paper.known, k.paper.id, k.order, k.id))
