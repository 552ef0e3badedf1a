"""What holds of a case on a day: each property with its value, why that one, what held before, and where the sources part."""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal

import msgspec

from transmittal.cases.ceiling import ceilings
from transmittal.cases.certifications import chains
from transmittal.cases.cited import Cite, describe_paper
from transmittal.cases.disagreements import Disagreement, disagreements, tellings
from transmittal.cases.gather import Group
from transmittal.cases.progress import ItemLine, progress
from transmittal.cases.rounding import same_rounded
from transmittal.cases.settle import Settled, now_of
from transmittal.cases.timeline import groups_by, happened_by, timeline
from transmittal.cases.told import Told, is_several, kind_label, tell
from transmittal.cases.when import describe_when, when
from transmittal.cases.words import join
from transmittal.model import CaseFile, KeptEvent, Mention, Modality, Stage


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """One property of a case as it stood on a day.

    key: stable ("price", "ordered tomahawk/block-4", "date approval"). label: for a reader. value: "¥254.1 bn (agreed price, Jan 2024)".
    now: the telling it stands on. because: why this value and no other. earlier: what held before, oldest first.
    beside: other tellings of the same step. disagreements: those that this property takes part in.
    """

    key: str
    label: str
    value: str
    now: Told
    because: str
    events: tuple[str, ...]
    cites: tuple[Cite, ...]
    earlier: tuple[Told, ...] = ()
    beside: tuple[Told, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()


_Members = list[tuple[KeptEvent, tuple[Mention, ...]]]


def facts(case: CaseFile, on: date) -> tuple[Fact, ...]:
    """All properties of a case that some document gives, as they stood on a day. Amounts of different kinds are different properties."""
    groups = groups_by(case, on)
    found = [*_parties(groups), *_numbers(case, on), *_dates(case, on), *_identifiers(happened_by(case.events, on)), *_contractors(groups)]
    parting = disagreements(case, on)
    return tuple(
        msgspec.structs.replace(f, disagreements=tuple(d for d in parting if _concerns(d, f)))
        for f in sorted(found, key=lambda f: _place(f.key))
    )


def _concerns(disagreement: Disagreement, fact: Fact) -> bool:
    """Whether a difference is one of this property: of several that stand side by side only the one it names."""
    if fact.now.key not in disagreement.keys:
        return False
    named = {e for t in disagreement.values if t.key == fact.now.key for e in t.events}
    return not is_several(fact.now.key) or bool(named & set(fact.events))


_ORDER = (
    "buyer", "supplier", "channel", "ceiling", "increase", "price", "price_estimate", "planned_cost", "budget", "award", "obligated",
    "planned", "requested", "notified", "ordered", "contracted", "delivered", "in", "halted", "date", "window", "contractors",
)  # fmt: skip


def _place(key: str) -> tuple[int, str]:
    word = key.split()[0]
    return (_ORDER.index(word) if word in _ORDER else len(_ORDER), key)


def _fact(key: str, label: str, settled: Settled) -> Fact:
    now = settled.now
    return Fact(
        key=key, label=label, value=now.shown, now=now, because=settled.because, events=now.events, cites=now.cites,
        earlier=settled.earlier, beside=settled.beside,
    )  # fmt: skip


def _parties(groups: list[Group]) -> Iterable[Fact]:
    """Buyer, supplier and channel hold for the whole case: most documents, the nearest first, decide."""
    readers: tuple[tuple[str, Callable[[KeptEvent], tuple[str, str, Mention] | None]], ...] = (
        ("buyer", lambda k: (k.event.buyer.id, k.event.buyer.name, k.event.buyer) if k.event.buyer else None),
        ("supplier", lambda k: (k.event.supplier.id, k.event.supplier.name, k.event.supplier) if k.event.supplier else None),
        ("channel", lambda k: (k.event.channel.id, k.event.channel.id, k.event.channel) if k.event.channel else None),
    )
    for key, reader in readers:
        told: dict[str, tuple[str, Group, _Members]] = {}
        for group in groups:
            for kept in group.events:
                read = reader(kept)
                if read is not None:
                    told.setdefault(read[0], (read[1], group, []))[2].append((kept, (read[2],)))
        if not told:
            continue
        values = [_named(key, name, ident, group, members) for ident, (name, group, members) in sorted(told.items())]
        now = min(values, key=lambda t: (t.tier.rank, -len(t.papers), t.value))
        rest = tuple(t for t in values if t is not now)
        why = f"told by {len(now.papers)} document{'s' if len(now.papers) > 1 else ''}, the nearest of them {now.by}"
        yield _fact(key, key, Settled(now, why, (), rest))


def _named(key: str, name: str, ident: str, group: Group, members: _Members) -> Told:
    shown = f"{name} ({ident})" if name != ident else name
    return msgspec.structs.replace(tell(key, name, ident, group, members), shown=shown)


def _numbers(case: CaseFile, on: date) -> Iterable[Fact]:
    """Amounts and counts. Lines of a budget and contracts with industry stand side by side; the others have one value in force.

    What is only expected or scheduled is a fact where nothing of the kind happened; counts to come are in the timeline.
    """
    by_key: dict[str, list[Told]] = {}
    lines = {line.key: line for line in progress(case, on)}
    for telling in tellings(case, on):
        by_key.setdefault(telling.key, []).append(telling)
    found = ceilings(chains(case.events, on), by_key.pop("ceiling", ()))
    yield from (_fact(key, _ceiling_label(key), settled) for key, settled in found.items())
    for key, told in sorted(by_key.items()):
        is_known = key.split()[-1] in by_key or (bool(found) and key.endswith(" ceiling"))
        if told[0].modality is not Modality.HAPPENED and (told[0].currency is None or is_known):
            continue
        if told[0].currency is None:
            shared = key.split()[0] in ("delivered", "notified") and told[0].modality is Modality.HAPPENED
            yield from _counted(key, told, lines) if shared else [_fact(key, _count_label(key, told), now_of(told))]
        elif is_several(key):
            for alike in alike_amounts(told):
                settled = _first_nearest(alike)
                number = f"{settled.now.currency} {settled.now.amount:f}"
                yield _fact(f"{key} {number}", f"{_label(key)} for {join(settled.now.scope)}", settled)
        else:
            yield _fact(key, _label(key), now_of(told))


def _ceiling_label(key: str) -> str:
    """ "notified ceiling 20-68"; what is told of an increase alone is called one."""
    return "increase of a ceiling that is not on file" if key == "increase" else f"{_label('ceiling')}{key.removeprefix('ceiling')}"


def _first_nearest(alike: list[Told]) -> Settled:
    """Of several tellings of one budget line or contract: the nearest source, which is the first to give it."""
    now = min(alike, key=lambda t: (t.tier.rank, t.known, t.value, t.events))
    told_by = len({p for t in alike for p in t.papers}) - 1
    more = f" and {told_by} other document{'s' if told_by > 1 else ''}" if told_by else ""
    return Settled(now, f"as told by {now.by}{more}", (), tuple(t for t in alike if t is not now))


def _count_label(key: str, told: list[Told]) -> str:
    """ "ordered, Tomahawk Block IV"."""
    return f"{key.rsplit(' ', 1)[0]}, {told[0].name}"


def _label(key: str) -> str:
    *how, kind = key.split()
    return " ".join((*how, kind_label(kind)))


def _counted(key: str, told: list[Told], lines: dict[str, ItemLine]) -> Iterable[Fact]:
    """The count of the line, as every other place shows it; none where the goods are counted under another name."""
    line, kind = lines.get(told[0].line or ""), key.split()[0]
    count = (line.delivered if kind == "delivered" else line.notified) if line is not None else None
    if count is None:
        return
    stands_on = [t for t in told if set(t.events) & set(count.events)] or told
    latest = max(stands_on, key=lambda t: (t.end or date.min, t.amount or 0, t.events))
    bare = f"{count} {latest.name}"
    now = msgspec.structs.replace(
        latest, bare=bare, shown=f"{bare} ({kind}, {describe_when_of(latest)})", amount=Decimal(count.value), bound=count.bound,
        events=count.events, cites=count.cites, derived=count.derived,
    )  # fmt: skip
    yield _fact(key, _count_label(key, told), Settled(now, count.because, tuple(t for t in told if t is not latest)))


def describe_when_of(telling: Told) -> str:
    """The date of the step that a value belongs to."""
    from transmittal.cases.when import When

    return describe_when(When(telling.start, telling.end))


def alike_amounts(told: Iterable[Told]) -> list[list[Told]]:
    """Tellings of one amount together, each finding its place by currency and rounding; finest numbers first."""
    from transmittal.cases.rounding import significant

    groups: list[list[Told]] = []
    for one in sorted(told, key=lambda t: (-significant(t.amount or Decimal(0)), t.known, t.value, t.events)):
        for group in groups:
            head = group[0]
            if head.currency == one.currency and head.amount and one.amount and same_rounded(head.amount, one.amount):
                group.append(one)
                break
        else:
            groups.append([one])
    return sorted(groups, key=lambda g: (min(t.known for t in g), g[0].value))


def _dates(case: CaseFile, on: date) -> Iterable[Fact]:
    """When each step happened, and the window that is in force for what is to come."""
    steps = timeline(case, on)
    by_event = {k.id: k for k in case.events}
    groups = {tuple(sorted(k.id for k in g.events)): g for g in groups_by(case, on)}
    for stage in (Stage.REQUEST, Stage.APPROVAL, Stage.AGREEMENT, Stage.DELIVERY, Stage.SERVICE):
        happened = [s for s in steps if s.stage is stage and s.modality is Modality.HAPPENED and not s.later]
        for number, step in enumerate(happened, 1):
            if stage is Stage.DELIVERY and number > 1:
                break
            key = f"date {stage.value}" + (f" {number}" if number > 1 else "")
            label = "first delivery" if stage is Stage.DELIVERY else f"date of {stage.value}"
            told = _date_told(key, step.when, groups[step.events], by_event)
            yield _fact(key, label, Settled(told, _date_because(step.told, told, groups[step.events])))
    coming = [
        s for s in steps
        if s.modality in (Modality.SCHEDULED, Modality.EXPECTED) and not s.later and s.replaced_by is None and (s.start or s.end)
    ]  # fmt: skip
    reached = {s.stage for s in steps if s.modality is Modality.HAPPENED and not s.later}
    for stage in (Stage.AGREEMENT, Stage.DELIVERY, Stage.SERVICE):
        of_stage = [s for s in coming if s.stage is stage and not (stage is Stage.AGREEMENT and stage in reached)]
        if of_stage:
            step = max(of_stage, key=lambda s: (s.end is not None, s.end or date.min, s.modality is Modality.SCHEDULED, s.events))
            told = _date_told(f"window {stage.value}", step.when, groups[step.events], by_event)
            slipped = [s for s in steps if s.stage is stage and s.replaced_by is not None and not s.later]
            earlier = tuple(_date_told(f"window {stage.value}", s.when, groups[s.events], by_event) for s in slipped)
            yield _fact(f"window {stage.value}", f"{step.modality.value} {stage.value}", Settled(told, f"as told by {told.by}", earlier))


def _date_told(key: str, shown: str, group: Group, by_event: dict[str, KeptEvent]) -> Told:
    members: _Members = [(by_event[k.id], (k.event.date.mention,) if k.event.date else ()) for k in group.events]
    exact = [m for m, k in zip(members, group.events, strict=True) if when(k) == group.when]  # those that print this very period
    dated = exact or [m for m in members if m[1]] or members
    return msgspec.structs.replace(tell(key, shown, shown, group, dated), shown=shown)


def _date_because(told: bool, telling: Told, group: Group) -> str:
    if not told:
        return f"no document prints the day; it had happened when this came out: {telling.by}"
    if group.limited_by is not None:
        return f"the period that {telling.by} prints, up to the day on which it was first known: {describe_paper(group.limited_by)}"
    return f"the most exact date, from the nearest source: {describe_paper(group.events[0])}"


def _identifiers(groups: list[Group]) -> Iterable[Fact]:
    for name, label in (("transmittal", "transmittal"), ("case", "FMS case"), ("contract", "contract number")):
        told: dict[str, tuple[Group, _Members]] = {}
        for group in groups:
            for kept in group.events:
                numbers = getattr(kept.event.identifiers, name)
                for number in (numbers,) if isinstance(numbers, str) else numbers or ():
                    mentions = kept.event.identifiers.mentions.get(name, ())
                    told.setdefault(number, (group, []))[1].append((kept, tuple(mentions)))
        for number, (group, members) in sorted(told.items()):
            telling = msgspec.structs.replace(tell(f"{name} {number}", number, number, group, members), shown=number)
            yield _fact(f"{name} {number}", label, Settled(telling, f"printed in {telling.by}"))


def _contractors(groups: list[Group]) -> Iterable[Fact]:
    told: dict[str, tuple[str, Group, _Members]] = {}
    for group in groups:
        for kept in group.events:
            for firm in kept.event.contractors:
                told.setdefault(firm.id or firm.name.casefold(), (firm.name, group, []))[2].append((kept, (firm,)))
    for ident, (name, group, members) in sorted(told.items()):
        awards = [m for m in members if m[0].event.stage is Stage.AWARD]
        telling = msgspec.structs.replace(tell(f"contractors {ident}", name, ident, group, awards or members), shown=name)
        why = "holds a contract" if awards else "named as contractor"
        yield _fact(f"contractors {ident}", "contractor", Settled(telling, f"{why}: {telling.by}"))
