"""Per line of the order: how many were notified, ordered and handed over, and how many are still to come."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

import msgspec

from transmittal.cases.certifications import chains
from transmittal.cases.cited import Cite, cite, describe_paper, in_order
from transmittal.cases.completeness import completion_words
from transmittal.cases.deliveries import Delivered, deliveries, line_deliveries, systems_of
from transmittal.cases.goods import count_versions
from transmittal.cases.lines import Counted, Line, counted, family_names, line_names, variant_key
from transmittal.cases.settle import now_of
from transmittal.cases.timeline import happened_by
from transmittal.cases.told import Told, counts, line_key
from transmittal.cases.words import describe_count
from transmittal.model import Bound, CaseFile, Item, KeptEvent, Stage

_COUNTED = ("notified", "ordered", "contracted", "delivered")


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
    items = counted(k for g in groups for k in g.events)
    # A delivery that names the goods otherwise ("the launchers") is counted with the line it means.
    other = systems_of(case, on)
    noticed = _noticed(case, on, items)
    keys = {key for one in items if (key := line_key(one.line)) in noticed and one.item.quantity is not None}
    keys |= {_meant(t, other) for t in told if t.line is not None and t.key.split()[0] in _COUNTED}
    came = _came(case, on, items)
    families = family_names(items)
    names = families | {line_key(line): name for line, name in line_names(items).items()}
    lines = {key: _line(key, names[key], [t for t in told if t.line == key], came, noticed) for key in sorted(keys)}
    lines = _with_wholes(lines, families, came, noticed)
    return tuple(sorted((_finish(line, came[line.key], lines) for line in lines.values()), key=lambda x: (x.name.casefold(), x.key)))


def _meant(told: Told, other: dict[str, str]) -> str:
    """The key of the line that a count is of."""
    family = (told.line or "").split("/")[0]
    return line_key(Line(other[family])) if told.stage is Stage.DELIVERY and family in other else told.line or ""


def _came(case: CaseFile, on: date, items: Iterable[Counted]) -> dict[str, Delivered]:
    """What came of each line, by its key. The key of a family stands for the whole of it, whichever versions it came in."""
    by_line: dict[Line, list[tuple[KeptEvent, Item]]] = {}
    families: dict[str, Line] = {}
    for one in items:
        by_line.setdefault(one.line, []).append((one.kept, one.item))
        families[one.line.family] = Line(one.line.family)
    found = {line_key(line): came for line, came in line_deliveries(case, on, by_line).items()}
    whole = deliveries(case, on)
    return found | {line_key(line): whole.get(family, Delivered()) for family, line in families.items()}


def _noticed(case: CaseFile, on: date, items: Iterable[Counted]) -> dict[str, Count]:
    """How many were notified of each line and of each family as a whole, by key: every certification with what was added to it."""
    reports = [k for chain in chains(case.events, on) for k in chain.listing]
    listed = {k.id for k in reports}
    own: dict[str, dict[str, list[Item]]] = {}
    for one in items:
        if one.kept.id in listed and one.item.quantity is not None:
            for key in dict.fromkeys((line_key(one.line), line_key(Line(one.line.family)))):
                own.setdefault(key, {}).setdefault(one.kept.id, []).append(one.item)
    return {key: _added_up([(k, by_event[k.id]) for k in reports if k.id in by_event]) for key, by_event in own.items()}


def _added_up(listed: list[tuple[KeptEvent, list[Item]]]) -> Count:
    """The counts of several reports, each of which adds to the others."""
    counts = [q for _, items in listed for i in items if (q := i.quantity) is not None]
    bounds = {q.bound for q in counts}
    shown = [count_versions(items) or 0 for _, items in listed]
    by = describe_paper(listed[0][0])
    more = f" and {len(shown) - 1} further certification{'s' if len(shown) > 2 else ''} or increase{'s' if len(shown) > 2 else ''}"
    return Count(
        value=sum(shown),
        bound=bounds.pop() if len(bounds) == 1 else Bound.MAX if bounds == {Bound.MAX, Bound.EXACT} else Bound.ABOUT,
        derived=len(counts) > 1,
        because=f"as told by {by}" if len(shown) == 1 else f"{' + '.join(f'{n:,}' for n in shown)}, by {by}{more}",
        events=tuple(sorted({k.id for k, _ in listed})),
        cites=in_order(c for k, items in listed for c in cite(k, *(i.quantity for i in items))),
    )


def _line(key: str, name: str, told: list[Told], came: dict[str, Delivered], noticed: dict[str, Count]) -> ItemLine:
    family, *rest = key.split("/")
    delivered, some = _delivered(came[key]), bool(rest and came[family].begun and _is_of_all(came[family]))
    if delivered is not None and some:  # what came without a version named may have been of this one
        delivered = msgspec.structs.replace(delivered, bound=Bound.MIN if delivered.bound is Bound.EXACT else Bound.ABOUT)
    return ItemLine(
        key=key,
        name=name,
        notified=noticed.get(key),
        ordered=_current([t for t in told if t.key == f"ordered {key}"]),
        contracted=_sum([t for t in told if t.key == f"contracted {key}"], "contracts placed with industry, added up"),
        delivered=delivered,
        begun=came[key].begun or some,
        complete=came[key].whole is not None,
    )


def _is_of_all(whole: Delivered) -> bool:
    """Whether a delivery is told that names no version."""
    return not whole.reports or any(not variant_key(i) for k in whole.reports for i in k.event.items)


def _delivered(came: Delivered) -> Count | None:
    if came.count is None:
        return None
    return Count(
        value=came.count,
        bound=came.bound,
        derived=came.derived,
        because=came.because,
        events=tuple(sorted({k.id for k in came.told})),
        cites=in_order(c for k in came.told for c in cite(k)),
    )


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


def _with_wholes(
    lines: dict[str, ItemLine], names: dict[str, str], came: dict[str, Delivered], noticed: dict[str, Count]
) -> dict[str, ItemLine]:
    """A line for the whole family where only its variants are counted: what is said of the whole needs something to stand beside."""
    found = dict(lines)
    families: dict[str, list[ItemLine]] = {}
    for key, line in lines.items():
        family, *rest = key.split("/")
        if len(rest) == 1:
            families.setdefault(family, []).append(line)
    for family, variants in families.items():
        # Rounds to train with are not what a sale is about, unless it has nothing else.
        parts = [p for p in variants if not completion_words().is_practice(p.key)] or variants
        whole = found.get(family)
        if whole is None and len(parts) < 2:
            continue
        if whole is None:
            whole = ItemLine(key=family, name=names[family], begun=came[family].begun, delivered=_delivered(came[family]))
        found[family] = msgspec.structs.replace(
            whole,
            notified=noticed.get(family),
            ordered=whole.ordered or _parts_sum([p.ordered for p in parts]),
            parts=tuple(sorted(p.key for p in parts)) if len(parts) > 1 else (),
        )
    return found


def _parts_sum(counts: list[Count | None]) -> Count | None:
    """The variants together; None unless each is known."""
    known = [c for c in counts if c is not None]
    if not known or len(known) != len(counts):
        return None
    bounds = {c.bound for c in known}
    return Count(
        value=sum(c.value for c in known),
        bound=bounds.pop() if len(bounds) == 1 else Bound.ABOUT,
        derived=True,
        because="its variants added up: " + " + ".join(str(c) for c in known),
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


def _finish(line: ItemLine, came: Delivered, lines: dict[str, ItemLine]) -> ItemLine:
    """What is outstanding, and what cannot be."""
    ordered, delivered, notified = line.ordered, line.delivered, line.notified
    if any(lines[part].notified is None for part in line.parts):
        notified = None  # a notice of some versions is no measure of all of them
    conflicts = []
    if ordered and notified and ordered.value > notified.value and notified.bound is not Bound.MIN:
        conflicts.append(f"{ordered} ordered but only {notified} notified: an unpublished increase, another unit or an error")
    if delivered and ordered and delivered.value > ordered.value and ordered.bound is not Bound.MIN:
        conflicts.append(f"{delivered} delivered but only {ordered} ordered: another unit, a mixed batch or an error")
    if delivered and not ordered and notified and delivered.value > notified.value and notified.bound is not Bound.MIN:
        conflicts.append(f"{delivered} delivered but only {notified} notified: an unpublished increase, another unit or an error")
    if came.refused is not None and delivered:
        conflicts.append(f"the batches told come to {came.refused:,}, more than was bought: one is told twice, another unit or an error")
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
