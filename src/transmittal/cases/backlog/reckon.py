"""The backlog of a set of cases, by a method, on a day."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

import msgspec

from transmittal.cases.backlog import because
from transmittal.cases.backlog.category import category_of
from transmittal.cases.backlog.ceilings import notified_rows
from transmittal.cases.backlog.completion import Progress, assess
from transmittal.cases.backlog.contracts import signed_rows
from transmittal.cases.backlog.method import Method
from transmittal.cases.backlog.result import Backlog, Excluded, Line, Quoted
from transmittal.cases.backlog.rows import Row
from transmittal.cases.backlog.support import find_upkeep
from transmittal.cases.cited import papers
from transmittal.cases.halts import halted_by
from transmittal.cases.timeline import done, timeline
from transmittal.cases.when import last_day
from transmittal.model import CaseFile, DocumentKind, KeptEvent, Stage

_STEPS = (Stage.APPROVAL, Stage.AGREEMENT, Stage.AWARD, Stage.DELIVERY, Stage.SERVICE)
# Notices and lists carry the name of their kind, releases and news that of the sale.
_UNTITLED = (DocumentKind.TRANSMITTAL, DocumentKind.CONGRESSIONAL_RECORD, DocumentKind.CONTRACT_ANNOUNCEMENT, DocumentKind.REGISTER)


def backlog(cases: Iterable[CaseFile], method: Method, on: date, *, buyer: str | None = None) -> Backlog:
    """What was on the list on a day of the world; what was known on a day is decided by the events the cases hold.

    buyer: only the cases of this buyer (ISO 3166-1 alpha-2, or an organisation's id). Lines are in the order in which they entered.
    """
    lines: list[Line] = []
    excluded: list[Excluded] = []
    for case in cases:
        if buyer is not None and buyer_of(case) != buyer:
            continue
        for result in _reckon(case, method, on):
            if isinstance(result, Line):
                lines.append(result)
            else:
                excluded.append(result)
    return Backlog(
        method=method.id,
        on=on,
        buyer=buyer,
        lines=tuple(sorted(lines, key=lambda line: (line.entered, line.case, line.part))),
        excluded=tuple(sorted(excluded, key=lambda left_out: (left_out.case, left_out.part))),
        fallback=method.counts.currency,
    )


def buyer_of(case: CaseFile) -> str | None:
    """The buyer that most events of the case name."""
    named = Counter(k.event.buyer.id for k in case.events if k.event.buyer is not None)
    return min(named, key=lambda name: (-named[name], name), default=None)


def title_of(case: CaseFile, row: Row) -> str:
    """What the row buys, counted: "100 HCDS, 404 Harpoon"; else the title of its paper, else the names of its goods."""
    counted = [f"{w.count:,} {w.name}" for w in row.wanted if w.count is not None]
    if counted:
        return ", ".join(counted[:3]) + (", …" if len(counted) > 3 else "")
    titles = [k.paper.title for k in row.papers if k.paper.title and k.paper.kind not in _UNTITLED]
    names = ", ".join(w.name for w in row.wanted[:3])
    return next(iter(titles), "") or names or next((k.paper.title for k in case.events if k.paper.title), None) or case.id


def _reckon(case: CaseFile, method: Method, on: date) -> list[Line | Excluded]:
    """The lines of one case, and what of it is left out."""
    rows = notified_rows(case, method, on) if method.counts.stage is Stage.APPROVAL else signed_rows(case, method, on)
    if not rows:
        return _never_entered(case, method, on)
    states = assess(case, rows, method, on)
    halt = _halt(case, on)
    return [_place(case, row, state, halt, method, on) for row, state in zip(rows, states, strict=True)]


def _place(case: CaseFile, row: Row, progress: Progress, halt: KeptEvent | None, method: Method, on: date) -> Line | Excluded:
    """One row, on the list or off it. The first reason that holds is given: delivered, halted, upkeep, before the method's time."""
    if progress.is_complete:
        return _left_out(case, row, "delivered", because.why_delivered(row, progress), progress.proof)
    if halt is not None and row.entered <= last_day(halt):
        return _left_out(case, row, "halted", because.why_halted(row, halt, last_day(halt)), (halt,))
    upkeep = find_upkeep(case, row, method.support) if method.support is not None else None
    if upkeep is not None:
        shown = _left_out(case, row, "support", because.why_upkeep(row, upkeep.because), ())
        return shown if upkeep.quoted is None else msgspec.structs.replace(shown, evidence=(*shown.evidence, upkeep.quoted))
    since = method.counts.since
    if since is not None and row.entered < since:
        return _left_out(case, row, "before", f"{because.entered(row)}, before {since.isoformat()}, where the list begins.", ())
    return Line(
        case=case.id,
        title=title_of(case, row),
        amount=row.amount,
        currency=row.currency,
        basis=row.basis,
        because=because.why_in(row, progress, on),
        evidence=_evidence(row, ()),
        category=category_of(row, case.tags, method.categories, method.leaves.beside),
        stage=_stage(case, on),
        entered=row.entered,
        part=row.part,
        systems=tuple(w.name for w in row.wanted),
        tags=tuple(tag.name for tag in case.tags),
    )


def _left_out(case: CaseFile, row: Row, reason: str, why: str, proof: tuple[KeptEvent, ...]) -> Excluded:
    return Excluded(
        case=case.id,
        title=title_of(case, row),
        amount=row.amount,
        currency=row.currency,
        reason=reason,
        because=why,
        evidence=_evidence(row, proof),
        part=row.part,
    )


def _evidence(row: Row, proof: tuple[KeptEvent, ...]) -> tuple[Quoted, ...]:
    """Where the figure stands; without a figure, where the step is told; then what took the row off the list."""
    figures = row.figures or tuple(Quoted(k.paper, m) for k in row.papers[:1] for m in k.event.evidence[:1])
    return figures + tuple(Quoted(k.paper, m) for k in proof for m in k.event.evidence[:1])


def _never_entered(case: CaseFile, method: Method, on: date) -> list[Line | Excluded]:
    """A case that has come far without the step that counts is named, so that nobody looks for it in vain; a mere plan is not."""
    signed = signed_rows(case, method, on)
    approvals, later = done(case.events, Stage.APPROVAL, on), [*done(case.events, Stage.AWARD, on), *done(case.events, Stage.DELIVERY, on)]
    if method.counts.stage is Stage.APPROVAL:
        ways = {k.event.channel.id for k in approvals if k.event.channel is not None} & set(method.counts.channels_out)
        first = next(iter(approvals), None) or next((k for r in signed for k in r.papers), None) or next(iter(later), None)
        sold = f"sold by way of {', '.join(sorted(ways))}" if ways else "sold by a seller"
        why = f"{sold} that the method does not count" if approvals else "no notification has been read"
        reason = "channel" if approvals else "not notified"
    else:
        first = next(iter(approvals), None) or next(iter(later), None)
        reason, why = "not signed", "no signed agreement has been read"
    if first is None:
        return []
    shown = Row(part="", entered=last_day(first), amount=None, currency=None, basis="", wanted=(), figures=(), papers=(first,))
    return [_left_out(case, shown, reason, f"{why[0].upper()}{why[1:]}.", ())]


def _halt(case: CaseFile, on: date) -> KeptEvent | None:
    """The nearest report of the halt that holds on the day."""
    halt = halted_by(step for step in timeline(case, on) if not step.later)
    return None if halt is None else next(papers(k for k in case.events if k.id in halt.events))


def _stage(case: CaseFile, on: date) -> Stage:
    """The furthest the case had come."""
    return next((stage for stage in reversed(_STEPS) if done(case.events, stage, on)), Stage.APPROVAL)
