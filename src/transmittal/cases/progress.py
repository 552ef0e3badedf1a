"""Per line of the order: how many were notified, ordered and handed over, and how many are still to come."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

import msgspec

from transmittal.cases.cited import Cite, in_order
from transmittal.cases.gather import Group
from transmittal.cases.lines import counted, family_names, line_names
from transmittal.cases.settle import now_of
from transmittal.cases.timeline import happened_by
from transmittal.cases.told import Told, counts, line_key
from transmittal.cases.when import When, describe_when
from transmittal.cases.words import describe_count, says
from transmittal.model import Bound, CaseFile, DocumentKind, KeptEvent, Stage


class Count(msgspec.Struct, frozen=True, kw_only=True):
    """A number of items and what it stands on. derived: worked out from several reports, not printed in one. because: one sentence."""

    value: int
    bound: Bound
    derived: bool
    because: str
    events: tuple[str, ...]
    cites: tuple[Cite, ...]

    def __str__(self) -> str:
        return describe_count(self.value, self.bound)


class ItemLine(msgspec.Struct, frozen=True, kw_only=True):
    """One line. key: of the line ("tomahawk/block-4"); None is "not known", never zero.

    notified:    ceiling of the certification in force. ordered: signed for. contracted: placed with industry, often for others as well.
    delivered:   handed over so far. begun: a hand-over was reported, with or without a count.
    outstanding: ordered less delivered, where both are known exactly enough.
    parts:       keys of the lines that this one is the sum of. conflicts: what cannot be, one sentence each.
    """

    key: str
    name: str
    notified: Count | None = None
    ordered: Count | None = None
    contracted: Count | None = None
    delivered: Count | None = None
    outstanding: Count | None = None
    begun: bool = False
    complete: bool = False
    parts: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()

    @property
    def line(self) -> str:
        """ "Tomahawk: 400 ordered, delivered not published, outstanding not known"."""
        shown = []
        for label, count in (("notified", self.notified), ("ordered", self.ordered), ("delivered", self.delivered)):
            if count is not None:
                shown.append(f"{count} {label}")
        if self.delivered is None and self.begun:
            shown.append("deliveries begun, number not published")
        shown.append(f"{self.outstanding} outstanding" if self.outstanding is not None else "outstanding not known")
        return f"{self.name}: {', '.join(shown)}"


def progress(case: CaseFile, on: date) -> tuple[ItemLine, ...]:
    """The lines of a case as they stood on a day, by name. Only lines that some report counts."""
    groups = happened_by(case.events, on)
    told = counts(groups)
    events = {k.id: k for k in case.events}
    keys = sorted({t.line for t in told if t.line is not None and t.key.split()[0] in ("notified", "ordered", "contracted", "delivered")})
    begun = _begun(groups)
    names = {line_key(line): name for line, name in line_names(counted(k for g in groups for k in g.events)).items()}
    lines = {key: _line(key, names[key], [t for t in told if t.line == key], events, begun) for key in keys}
    lines = _with_wholes(lines, family_names(counted(k for g in groups for k in g.events)))
    return tuple(sorted((_finish(line) for line in lines.values()), key=lambda x: (x.name.casefold(), x.key)))


def _begun(groups: Iterable[Group]) -> frozenset[str]:
    """Keys of the lines of which a delivery is reported."""
    return frozenset(line_key(one.line) for one in counted(k for g in groups for k in g.events) if one.kept.event.stage is Stage.DELIVERY)


def _line(key: str, name: str, told: list[Told], events: dict[str, KeptEvent], begun: frozenset[str]) -> ItemLine:
    family, *rest = key.split("/")
    whole = [t for t in told if t.key.startswith("delivered ") and _says_whole(t, events)]
    return ItemLine(
        key=key,
        name=name,
        notified=_current([t for t in told if t.key == f"notified {key}"]),
        ordered=_current([t for t in told if t.key == f"ordered {key}"]),
        contracted=_sum([t for t in told if t.key == f"contracted {key}"], "contracts placed with industry, added up"),
        delivered=delivered([t for t in told if t.key == f"delivered {key}"], events),
        # A delivery that names no variant may have been of this one.
        begun=bool({key, family} & begun) or (not rest and any(b.split("/")[0] == family for b in begun)),
        complete=bool(whole),
    )


def _says_whole(told: Told, events: dict[str, KeptEvent]) -> bool:
    return any(says("whole", events[i].event.evidence) for i in told.events)


def _count(told: Iterable[Told], value: Decimal, bound: Bound, because: str, *, derived: bool) -> Count:
    listed = list(told)
    return Count(
        value=int(value),
        bound=bound,
        derived=derived,
        because=because,
        events=tuple(sorted({e for t in listed for e in t.events})),
        cites=in_order(c for t in listed for c in t.cites),
    )


def _current(told: list[Told]) -> Count | None:
    if not told:
        return None
    settled = now_of(told)
    now = settled.now
    return _count([now, *settled.added], now.amount or Decimal(0), now.bound, settled.because, derived=now.derived)


def _sum(told: list[Told], because: str) -> Count | None:
    if not told:
        return None
    bound = Bound.EXACT if all(t.bound is Bound.EXACT for t in told) else Bound.ABOUT
    if len(told) == 1:
        return _count(told, told[0].amount or Decimal(0), told[0].bound, f"as {told[0].by} gives it", derived=False)
    return _count(told, sum((t.amount or Decimal(0) for t in told), Decimal(0)), bound, because, derived=True)


def is_running(told: Told, events: dict[str, KeptEvent]) -> bool:
    """Whether a delivered count is the total so far and not one batch: decided from what is printed.

    A register's row is a total, and so are "have been delivered", "so far" and "by the end of June". A day on which something
    arrived makes a batch. Without either the count is taken as a total: adding what is one would count it twice.
    """
    members = [events[i] for i in told.events]
    if any(k.paper.kind is DocumentKind.REGISTER for k in members):
        return True
    if says("running", (m for k in members for m in k.event.evidence)):
        return True
    dated = told.start is not None and told.end is not None and (told.end - told.start).days <= 31
    return not (dated or says("batch", (m for k in members for m in k.event.evidence)))


def delivered(told: list[Told], events: dict[str, KeptEvent]) -> Count | None:
    """How many of one line were handed over: the latest running total and the batches after it, or all batches where there is none."""
    if not told:
        return None
    totals = [t for t in told if is_running(t, events)]
    batches = [t for t in told if t not in totals]
    if not totals:
        if len(batches) == 1:
            return _count(
                batches, batches[0].amount or Decimal(0), batches[0].bound, f"one batch, as {batches[0].by} gives it", derived=False
            )
        return _sum(batches, f"{len(batches)} batches, each told by its date, added up")
    latest = max(totals, key=lambda t: (t.amount or Decimal(0), t.end or date.min, -t.tier.rank, t.events))
    after = [b for b in batches if latest.end is not None and b.start is not None and b.start > latest.end]
    moment = describe_when(When(None, latest.end))
    if not after:
        return _count(
            [latest], latest.amount or Decimal(0), latest.bound, f"a running total {moment}, as {latest.by} gives it", derived=False
        )
    value = (latest.amount or Decimal(0)) + sum((b.amount or Decimal(0) for b in after), Decimal(0))
    bound = Bound.EXACT if latest.bound is Bound.EXACT else Bound.ABOUT
    because = f"a running total of {int(latest.amount or 0):,} {moment} and {len(after)} later batch{'es' if len(after) > 1 else ''}"
    return _count([latest, *after], value, bound, because, derived=True)


def _with_wholes(lines: dict[str, ItemLine], names: dict[str, str]) -> dict[str, ItemLine]:
    """A line for the whole family where only its variants are counted: what is said of the whole needs something to stand beside."""
    found = dict(lines)
    families: dict[str, list[ItemLine]] = {}
    for key, line in lines.items():
        family, *rest = key.split("/")
        if len(rest) == 1:
            families.setdefault(family, []).append(line)
    for family, parts in families.items():
        whole = found.get(family)
        if whole is None and len(parts) < 2:
            continue
        if whole is None:
            whole = ItemLine(key=family, name=names[family], begun=any(p.begun for p in parts))
        found[family] = msgspec.structs.replace(
            whole,
            notified=whole.notified or _parts_sum([p.notified for p in parts]),
            ordered=whole.ordered or _parts_sum([p.ordered for p in parts]),
            delivered=whole.delivered or _parts_sum([p.delivered for p in parts], floor=True),
            parts=tuple(sorted(p.key for p in parts)) if len(parts) > 1 else (),
        )
    return found


def _parts_sum(counts: list[Count | None], *, floor: bool = False) -> Count | None:
    """The variants together; None unless each is known. floor: those that are known, as the least there can be."""
    known = [c for c in counts if c is not None]
    if not known or (len(known) != len(counts) and not floor):
        return None
    bounds = {c.bound for c in known}
    bound = bounds.pop() if len(bounds) == 1 else Bound.ABOUT
    because = "its variants added up: " + " + ".join(str(c) for c in known)
    if len(known) != len(counts):
        bound, because = (
            Bound.MIN,
            f"{' + '.join(str(c) for c in known)} of the variants that a document counts; the others are not counted",
        )
    return Count(
        value=sum(c.value for c in known),
        bound=bound,
        derived=True,
        because=because,
        events=tuple(sorted({e for c in known for e in c.events})),
        cites=in_order(x for c in known for x in c.cites),
    )


def _less(ordered: Count, delivered: Count) -> Bound:
    """How firm a difference is: what may be ordered up to, or was delivered at least, leaves a ceiling."""
    if Bound.ABOUT in (ordered.bound, delivered.bound) or Bound.MAX is delivered.bound:
        return Bound.ABOUT
    if delivered.bound is Bound.MIN or ordered.bound is Bound.MAX:
        return Bound.MAX if ordered.bound is not Bound.MIN else Bound.ABOUT
    return ordered.bound


def _finish(line: ItemLine) -> ItemLine:
    """What is outstanding, and what cannot be."""
    ordered, delivered, notified = line.ordered, line.delivered, line.notified
    conflicts = []
    if ordered and notified and ordered.value > notified.value and notified.bound is not Bound.MIN:
        conflicts.append(f"{ordered} ordered but only {notified} notified: an unpublished increase, another unit or an error")
    if delivered and ordered and delivered.value > ordered.value and ordered.bound is not Bound.MIN:
        conflicts.append(f"{delivered} delivered but only {ordered} ordered: another unit, a mixed batch or an error")
    if delivered and not ordered and notified and delivered.value > notified.value and notified.bound is not Bound.MIN:
        conflicts.append(f"{delivered} delivered but only {notified} notified: an unpublished increase, another unit or an error")
    outstanding = None
    if ordered is not None and delivered is not None and delivered.value <= ordered.value:
        outstanding = Count(
            value=ordered.value - delivered.value, bound=_less(ordered, delivered), derived=True,
            because=f"{ordered} ordered less {delivered} delivered",
            events=tuple(sorted({*ordered.events, *delivered.events})), cites=in_order((*ordered.cites, *delivered.cites)),
        )  # fmt: skip
    elif ordered is not None and not line.begun and delivered is None:
        outstanding = msgspec.structs.replace(ordered, because="no delivery is on file, so all that was ordered", derived=True)
    complete = line.complete or bool(outstanding and outstanding.value == 0 and outstanding.bound is Bound.EXACT)
    return msgspec.structs.replace(line, outstanding=outstanding, conflicts=tuple(conflicts), complete=complete)
