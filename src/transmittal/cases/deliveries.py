"""How many were handed over: the one count that the casebook, the backlog and the exports all show.

Batches, running totals and registers tell the same deliveries many times. Where two readings are open the smaller one is taken: a
line that stays open too long is looked at, one that closes too early is not.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

import msgspec

from transmittal.cases.cited import describe_paper
from transmittal.cases.completeness import Said, completion_words
from transmittal.cases.gather import Group
from transmittal.cases.goods import Wanted, add_goods, count_versions, goods, is_practice, match
from transmittal.cases.lines import Line, family_of, variant_key
from transmittal.cases.timeline import done, happened_by
from transmittal.cases.when import When, describe_when, when
from transmittal.cases.words import describe_count
from transmittal.model import Bound, CaseFile, Item, KeptEvent, Stage, Tier

# One batch is told of at loading, at landing and at the ceremony; two batches of one size are rarely closer than this.
_SAME_BATCH = timedelta(days=45)
# A claim over a longer stretch of time sums up the batches within.
_LONG = timedelta(days=60)


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """One document's count. start None: it does not say since when. members: its reports, several for the rows of a register."""

    members: tuple[KeptEvent, ...]
    count: int
    bound: Bound
    start: date | None
    end: date
    is_running_total: bool


class Delivered(msgspec.Struct, frozen=True, kw_only=True):
    """What was handed over of one system, or of one version of it.

    count:   None where no report counts, which is not zero. because: one sentence. derived: worked out from several reports.
    told:    the reports that the count stands on; reports: all that tell of it. whole: the one that says that all of it came.
    begun:   something came, however much. refused: the sum of all batches where it is more than was bought, else None.
    """

    count: int | None = None
    bound: Bound = Bound.EXACT
    because: str = ""
    derived: bool = False
    told: tuple[KeptEvent, ...] = ()
    reports: tuple[KeptEvent, ...] = ()
    whole: KeptEvent | None = None
    begun: bool = False
    refused: int | None = None


class _Report(msgspec.Struct, frozen=True):
    """The lines of one hand-over that are of one system."""

    kept: KeptEvent
    items: tuple[Item, ...]


def bought(events: Iterable[KeptEvent], on: date) -> dict[str, Wanted]:
    """The goods that were notified or signed for by a day, by system; the count is the larger of the two, the most there is to come."""
    listed = [k for k in events if k.event.stage in (Stage.APPROVAL, Stage.AGREEMENT, Stage.CHANGE)]
    groups = happened_by(listed, on)
    signed = _together(g for g in groups if g.events[0].event.stage is Stage.AGREEMENT)
    notified = _together(g for g in groups if g.events[0].event.stage is not Stage.AGREEMENT)
    most = {w.key: w for w in notified}
    for wanted in signed:
        held = most.get(wanted.key)
        if held is None or (wanted.count or 0) > (held.count or 0):
            most[wanted.key] = wanted
    return most


def _together(groups: Iterable[Group]) -> tuple[Wanted, ...]:
    """The goods of several steps added up; of the reports of one step the highest count of each system."""
    found: tuple[Wanted, ...] = ()
    for group in groups:
        step: dict[str, Wanted] = {}
        for kept in group.events:
            for wanted in goods(kept.event.items):
                held = step.get(wanted.key)
                if held is None or (wanted.count or 0) > (held.count or 0):
                    step[wanted.key] = wanted
        found = add_goods(found, tuple(step.values()))
    return found


def deliveries(case: CaseFile, on: date) -> dict[str, Delivered]:
    """What had been handed over by a day, by system; every system that was bought or came has its entry.

    A report that names no goods speaks of all of them, but only where it says that deliveries are complete.
    """
    wanted = bought(case.events, on)
    handed = done(case.events, Stage.DELIVERY, on)
    told = _by_system(handed, wanted)
    unnamed = [k for k in handed if not k.event.items and completion_words().said(k.event.evidence) is not None]
    apart = _apart(k for k in case.events if k.event.stage is not Stage.PLAN)
    found = {}
    for key in [*wanted, *(key for key in told if key not in wanted)]:
        most = wanted[key].count if key in wanted else None
        reports = _real(told.get(key, []))
        found[key] = _of_system(reports, unnamed if key in wanted else [], most, apart.get(key, frozenset()))
    return found


def line_deliveries(case: CaseFile, on: date, lines: Mapping[Line, Iterable[tuple[KeptEvent, Item]]]) -> dict[Line, Delivered]:
    """What had been handed over of each line. lines: the counted and uncounted items of each. The whole of a system is `deliveries`."""
    wanted = bought(case.events, on)
    handed = {k.id for k in done(case.events, Stage.DELIVERY, on)}
    found = {}
    for line, items in lines.items():
        reports: dict[str, _Report] = {}
        for kept, item in items:
            if kept.id in handed:
                held = reports.get(kept.id, _Report(kept, ()))
                reports[kept.id] = _Report(kept, (*held.items, item))
        most = wanted[line.family].count if line.family in wanted else None
        found[line] = _sum_up(list(reports.values()), [], most)
    return found


def systems_of(case: CaseFile, on: date) -> dict[str, str]:
    """Key of a system that a delivery names -> key of the goods of the case that it is, where the two differ."""
    wanted = bought(case.events, on)
    items = [i for k in done(case.events, Stage.DELIVERY, on) for i in k.event.items]
    return {family_of(i): key for i in items if (key := match(i, wanted)) is not None and key != family_of(i)}


def _by_system(handed: Iterable[KeptEvent], wanted: Mapping[str, Wanted]) -> dict[str, list[_Report]]:
    """The reports of each system. What was not bought is a system of its own."""
    told: dict[str, list[_Report]] = {}
    for kept in handed:
        own: dict[str, list[Item]] = {}
        for item in kept.event.items:
            own.setdefault(match(item, wanted) or family_of(item), []).append(item)
        for key, items in own.items():
            told.setdefault(key, []).append(_Report(kept, tuple(items)))
    return told


def _real(reports: list[_Report]) -> list[_Report]:
    """Without the practice rounds, unless nothing else came."""
    real = [_Report(r.kept, items) for r in reports if (items := tuple(i for i in r.items if not is_practice(i)))]
    return real or reports


def _apart(events: Iterable[KeptEvent]) -> dict[str, frozenset[str]]:
    """By system the versions that one document counts side by side: those are different goods, not two names of one."""
    found: dict[str, set[str]] = {}
    for kept in events:
        own: dict[str, set[str]] = {}
        for item in kept.event.items:
            if item.quantity is not None and not is_practice(item) and (variant := variant_key(item)):
                own.setdefault(family_of(item), set()).add(variant)
        for key, variants in own.items():
            if len(variants) > 1:
                found.setdefault(key, set()).update(variants)
    return {key: frozenset(variants) for key, variants in found.items()}


def _of_system(reports: list[_Report], unnamed: list[KeptEvent], most: int | None, apart: frozenset[str]) -> Delivered:
    """All reports taken together, or the versions that are surely apart added up, whichever is more: each is the least it can be."""
    whole = _sum_up(reports, unnamed, most)
    of: dict[str, list[_Report]] = {}
    for report in reports:
        for variant in {variant_key(i) for i in report.items if i.quantity is not None}:
            of.setdefault(variant, []).append(_Report(report.kept, tuple(i for i in report.items if variant_key(i) == variant)))
    parts = [_sum_up(of[v], [], most) for v in sorted(of.keys() & apart)]
    if not parts:
        return whole
    value = sum(p.count or 0 for p in parts)
    if value > (whole.count or 0):
        known = [describe_count(p.count or 0, p.bound) for p in parts]
        told = tuple(k for p in parts for k in p.told)
        because = f"its versions added up: {' + '.join(known)}"
        bound = _bound_of([p.bound for p in parts])
        whole = msgspec.structs.replace(whole, count=value, bound=bound, derived=len(parts) > 1, told=told, because=because)
    if apart - of.keys() and "" not in of:
        because = f"{whole.because}; of versions that a document counts, and the others are not counted"
        return msgspec.structs.replace(whole, bound=Bound.MIN, because=because, derived=True)
    return whole


def _sum_up(reports: list[_Report], unnamed: list[KeptEvent], most: int | None) -> Delivered:
    """The count of some reports. most: so many were bought; what goes beyond repeats something."""
    counted = [(r, _count(r)) for r in reports]
    told = [(r.kept, count, _bound_of([i.quantity.bound for i in r.items if i.quantity])) for r, count in counted if count is not None]
    claims = [_claim(*one) for one in told if one[0].paper.tier is not Tier.REGISTER]
    total, made, refused = _running([*claims, *_registered([one for one in told if one[0].paper.tier is Tier.REGISTER])], most)
    whole = [r.kept for r, count in counted if _is_whole(r.kept, count, most)] + unnamed
    return Delivered(
        count=total if made else None,
        bound=_bound_of([c.bound for c in made]),
        because=_because(made),
        derived=sum(len(c.members) for c in made) > 1,
        told=tuple(k for c in made for k in c.members),
        reports=tuple(r.kept for r in reports),
        whole=min(whole, key=lambda k: (when(k).end or k.paper.known, k.paper.known, k.paper.id, k.order, k.id), default=None),
        begun=bool(reports or whole),
        refused=refused,
    )


def _count(report: _Report) -> int | None:
    """What one event hands over. Counts of one version add up only where the event spans several hand-overs."""
    moment = when(report.kept)
    if moment.start is None or moment.end is None or moment.end - moment.start <= _LONG:
        return count_versions(report.items)
    # Batches add up, unless one of the counts is their total; beside versions the count of the whole is one.
    whole = _batches(i for i in report.items if not variant_key(i))
    versions = _batches(i for i in report.items if variant_key(i))
    return max((n for n in (whole, versions) if n is not None), default=None)


def _batches(items: Iterable[Item]) -> int | None:
    counts = [i.quantity.value for i in items if i.quantity is not None]
    most = max(counts, default=0)
    return None if not counts else most if len(counts) > 2 and most == sum(counts) - most else sum(counts)


def _bound_of(bounds: Iterable[Bound]) -> Bound:
    """The bound of a sum: that of its vague parts, where they are of one kind."""
    vague = {b for b in bounds if b is not Bound.EXACT}
    return Bound.EXACT if not vague else vague.pop() if len(vague) == 1 else Bound.ABOUT


def _is_whole(kept: KeptEvent, count: int | None, wanted: int | None) -> bool:
    """Whether the event says that nothing is left to come. "All 38" of 108 are not all."""
    said = completion_words().said(kept.event.evidence)
    return said is Said.FINAL or (said is Said.ALL and (count is None or wanted is None or count >= wanted))


def _claim(kept: KeptEvent, count: int, bound: Bound) -> Claim:
    """A count without a day is taken as that of all so far, since a batch comes on a day; unless it is called a batch."""
    moment, said, words = when(kept), kept.event.evidence, completion_words()
    is_running_total = words.is_running_total(said) or (moment.start is None and not words.is_batch(said))
    end = moment.end or kept.paper.known
    return Claim(members=(kept,), count=count, bound=bound, start=moment.start, end=end, is_running_total=is_running_total)


def _registered(rows: list[tuple[KeptEvent, int, Bound]]) -> list[Claim]:
    """What the newest register counts: its rows are parts of one table, add up, and are all that had come by its last year."""
    newest = max(((k.paper.known, k.paper.id) for k, _, _ in rows), default=None)
    latest = [row for row in rows if (row[0].paper.known, row[0].paper.id) == newest]
    if not latest:
        return []
    return [
        Claim(
            members=tuple(k for k, _, _ in latest),
            count=sum(count for _, count, _ in latest),
            bound=_bound_of([bound for _, _, bound in latest]),
            start=None,
            end=max(when(k).end or k.paper.known for k, _, _ in latest),
            is_running_total=True,
        )
    ]


def _running(claims: list[Claim], most: int | None) -> tuple[int, list[Claim], int | None]:
    """The count after all claims, the claims that make it up, and what the batches come to where that is more than was bought."""
    batches: list[Claim] = []
    made: list[Claim] = []
    covered: date | None = None  # up to here a running total has counted everything
    repeated = 0
    for claim in sorted(claims, key=_order):
        if any(_is_same_batch(claim, batch) for batch in batches):
            continue
        within = [b for b in batches if _lies_within(b, claim)]
        total = _sum(made)
        if claim.is_running_total or (len(batches) > 1 and claim.count == total):
            made = [claim] if claim.count >= total else made
            covered = max(covered or claim.end, claim.end)
        elif within and _length(claim) > _LONG and claim.count >= _sum(within) and not _is_covered(claim, covered):
            made = [*(c for c in made if c not in within), claim]
        elif most is not None and total + claim.count > most:
            repeated += claim.count  # more than was bought: it repeats something
            made = [claim] if claim.count > total else made
        elif _is_covered(claim, covered):
            batches.append(claim)
            made = list(batches) if _sum(batches) > total else made
        else:
            made = [*made, claim]
            batches.append(claim)
    return _sum(made), made, _sum(batches) + repeated if repeated and most is not None and _sum(batches) + repeated > most else None


def _order(claim: Claim) -> tuple[date, bool, timedelta, date, str]:
    known = min(k.paper.known for k in claim.members)
    return claim.end, claim.is_running_total, _length(claim), known, min(k.id for k in claim.members)


def _sum(claims: Iterable[Claim]) -> int:
    return sum(c.count for c in claims)


def _is_covered(claim: Claim, covered: date | None) -> bool:
    """Whether a batch may be in a running total that was told of its days or of later ones."""
    return covered is not None and (claim.start or claim.end) <= covered


def _length(claim: Claim) -> timedelta:
    return timedelta(0) if claim.start is None else claim.end - claim.start


def _is_same_batch(claim: Claim, batch: Claim) -> bool:
    """The same count at the same time; a claim without a day repeats whatever had that count."""
    if claim.count != batch.count:
        return False
    if claim.start is None or batch.start is None:
        return True
    return max(claim.start, batch.start) - min(claim.end, batch.end) <= _SAME_BATCH


def _lies_within(batch: Claim, claim: Claim) -> bool:
    return batch.start is not None and claim.start is not None and claim.start <= batch.start and batch.end <= claim.end


def _because(made: list[Claim]) -> str:
    totals = [c for c in made if c.is_running_total]
    if not made:
        return ""
    if not totals:
        return (
            f"one batch, as {describe_paper(made[0].members[0])} gives it"
            if len(made) == 1
            else f"{len(made)} batches, each told by its date, added up"
        )
    moment = describe_when(When(None, totals[0].end))
    if len(made) == 1:
        return f"a running total {moment}, as {describe_paper(totals[0].members[0])} gives it"
    return f"a running total of {totals[0].count:,} {moment} and {len(made) - 1} later batch{'es' if len(made) > 2 else ''}"
