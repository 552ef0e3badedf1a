"""Where the documents give different values for what readers compare, and what the difference is."""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum

import msgspec

from transmittal.cases.cited import Cite, in_order
from transmittal.cases.conversions import conversions
from transmittal.cases.gather import Group
from transmittal.cases.lines import family_of
from transmittal.cases.parting import why_amounts, why_counts
from transmittal.cases.settle import now_of
from transmittal.cases.timeline import groups_by
from transmittal.cases.told import Told, amounts, counts, is_several, tell
from transmittal.cases.when import ONE_DAY, describe_day, when
from transmittal.cases.words import item_name, join, table
from transmittal.model import CaseFile, KeptEvent, Mention, Modality, Stage


class Difference(StrEnum):
    """What lies behind two values."""

    CHANGE = "change"  # a later step altered it
    BASIS = "basis"  # they are amounts or counts of different things
    SCOPE = "scope"  # one covers more than the other
    CONVERSION = "conversion"  # the same, rounded or in another currency
    CONFLICT = "conflict"  # nothing on file explains it


class Disagreement(msgspec.Struct, frozen=True, kw_only=True):
    """Two or more values that differ. line: one sentence that names the values, their sources and what lies behind.

    keys: the properties concerned. settled: one of them no longer stands, so that nothing is open.
    """

    kind: Difference
    keys: tuple[str, ...]
    values: tuple[Told, ...]
    line: str
    settled: bool
    events: tuple[str, ...]
    cites: tuple[Cite, ...]


def tellings(case: CaseFile, on: date) -> list[Told]:
    """Every amount and count told by a day. What had not surely happened by then is left out."""
    groups = [
        g for g in groups_by(case, on)
        if g.events[0].event.modality is not Modality.HAPPENED or (g.when.end is not None and g.when.end <= on)
    ]  # fmt: skip
    return [t for t in (*amounts(groups), *counts(groups)) if t.modality is not Modality.DENIED]


def disagreements(case: CaseFile, on: date) -> tuple[Disagreement, ...]:
    """All differences between values that can be compared, as they stood on a day; conflicts first."""
    told = tellings(case, on)
    money = [t for t in told if t.currency is not None]
    items = [t for t in told if t.currency is None]
    groups = groups_by(case, on)
    found = [*_parties(groups), *_days(groups, on), *_within(money), *_between_kinds(money), *_counts_within(items), *_wholes(items)]
    found += [*_between_counts(items, _changes(groups, on)), *_impossible(case, on, told)]
    found += _converted(money, {kept.id: kept for kept in case.events})
    unique = {(d.kind, d.line): d for d in found if d.values}
    return tuple(sorted(unique.values(), key=lambda d: (_WEIGHT.index(d.kind), d.settled, d.keys, d.line)))


_WEIGHT = (Difference.CONFLICT, Difference.CHANGE, Difference.SCOPE, Difference.BASIS, Difference.CONVERSION)


def _parted(kind: Difference, values: Iterable[Told], why: str, *, settled: bool) -> Disagreement:
    # In order of time; the whole before its variants.
    listed = tuple(sorted(values, key=lambda t: (t.end or t.start or t.known, "/" in (t.line or ""), t.known, t.key, t.value)))
    return Disagreement(
        kind=kind,
        keys=tuple(sorted({t.key for t in listed})),
        values=listed,
        line=f"{'; '.join(f'{t.shown} according to {t.by}' for t in listed)}: {why}",
        settled=settled,
        events=tuple(sorted({e for t in listed for e in t.events})),
        cites=in_order(c for t in listed for c in t.cites),
    )


def _by_key(told: Iterable[Told]) -> dict[str, list[Told]]:
    found: dict[str, list[Told]] = {}
    for t in sorted(told, key=lambda t: (t.key, t.known, t.value, t.events)):
        found.setdefault(t.key, []).append(t)
    return found


def _distinct(told: list[Told]) -> list[Told]:
    """One telling of each value, the nearest; a value told again later keeps its first place."""
    best: dict[str, Told] = {}
    for t in told:
        held = best.get(t.value)
        if held is None or t.tier.rank < held.tier.rank:
            best[t.value] = t
    return list(best.values())


def _within(money: list[Told]) -> Iterator[Disagreement]:
    """Amounts of one kind. Those that stand side by side make one group."""
    for key, told in _by_key(money).items():
        several = is_several(key)
        now = now_of(told).now if not several else None
        distinct = _distinct(told)
        beside: dict[str, Told] = {}
        for n, one in enumerate(distinct):
            for two in distinct[n + 1 :]:
                kind, why, settled = why_amounts(one, two, now, several=several)
                if several and kind == "scope":
                    beside |= {t.value: t for t in (one, two)}
                else:
                    yield _parted(Difference(kind), (one, two), why, settled=settled)
        if beside:
            why = "they stand side by side, for other lines, years or contracts; none replaces another"
            yield _parted(Difference.SCOPE, beside.values(), why, settled=True)


def _converted(money: list[Told], events: dict[str, KeptEvent]) -> Iterator[Disagreement]:
    """An amount and its conversion in the same sentence: once for each amount, however many documents repeat it."""
    seen = set()
    for one, two in conversions(money, events):
        if (one.key, one.value, two.currency) not in seen:
            seen.add((one.key, one.value, two.currency))
            why = "the same amount in another currency, converted by that document"
            yield _parted(Difference.CONVERSION, (one, two), why, settled=True)


def _between_kinds(money: list[Told]) -> Iterator[Disagreement]:
    """Amounts of two kinds that readers set side by side: the value in force of each, or the lines that stand side by side."""
    by_kind = _by_key(t for t in money if t.modality is Modality.HAPPENED)
    current = {key: tuple(_distinct(told)) if is_several(key) else (now_of(told).now,) for key, told in by_kind.items()}
    for relation in table("bases")["relation"]:
        one, two = current.get(relation["a"]), current.get(relation["b"])
        if one and two and {t.value for t in one} != {t.value for t in two}:
            yield _parted(Difference.BASIS, (*one, *two), relation["why"], settled=True)


def _counts_within(items: list[Told]) -> Iterator[Disagreement]:
    """Counts of one line in one role. Deliveries grow by themselves and are no disagreement."""
    for key, told in _by_key(items).items():
        role = key.rsplit(" ", 1)[0]
        if role.endswith(("delivered", "in service", "contracted")):
            continue
        now = now_of(told).now
        distinct = _distinct(told)
        for n, one in enumerate(distinct):
            for two in distinct[n + 1 :]:
                if one.amount != two.amount:
                    kind, why, settled = why_counts(one, two, now)
                    yield _parted(Difference(kind), (one, two), why, settled=settled)


def _wholes(items: list[Told]) -> Iterator[Disagreement]:
    """A number for the family beside numbers for its variants."""
    current = {key: now_of(told).now for key, told in _by_key(items).items() if key.split()[0] in ("planned", "notified", "ordered")}
    for key, whole in current.items():
        role, line = key.rsplit(" ", 1)
        parts = [t for k, t in sorted(current.items()) if k.startswith(f"{role} {line}/") and k.count("/") == 1]
        if not parts or whole.amount is None:
            continue
        total = sum(int(t.amount or 0) for t in parts)
        sum_ = " + ".join(f"{int(t.amount or 0):,}" for t in parts)
        if len(parts) > 1 and total == whole.amount:
            yield _parted(Difference.SCOPE, (whole, *parts), f"the whole and its parts, {int(whole.amount):,} = {sum_}", settled=True)
        elif total < whole.amount:
            yield _parted(Difference.SCOPE, (whole, *parts), f"a part of the whole, {sum_} of {int(whole.amount):,}", settled=True)
        elif total > whole.amount:
            why = f"the parts, {sum_} = {total:,}, are more than the whole, {int(whole.amount):,}; nothing on file explains it"
            yield _parted(Difference.CONFLICT, (whole, *parts), why, settled=False)


# A line's number in one role beside that in the next role that gives one.
_PAIRS = (
    ("planned", ("ordered", "notified"), "what the buyer planned is not what was {second}"),
    ("requested", ("notified", "ordered"), "what the buyer asked for is not what was {second}"),
    ("notified", ("ordered",), "the most that may be sold is not what was ordered"),
)


def _changes(groups: Iterable[Group], on: date) -> list[tuple[Told, frozenset[str]]]:
    """The changes that happened, in words, each with the families of what it names."""
    found = []
    for group in groups:
        first = group.events[0]
        if first.event.stage is not Stage.CHANGE or first.event.modality is not Modality.HAPPENED or (group.when.end or date.max) > on:
            continue
        families = frozenset(family_of(i) for k in group.events for i in k.event.items if i.variant is not None or i.quantity is not None)
        names = join(sorted({item_name(i.system.designation, i.variant) for k in group.events for i in k.event.items}))
        found.append((tell("change", f"a change of {names}", names, group, [(k, ()) for k in group.events]), families))
    return found


def _between_counts(items: list[Told], changes: list[tuple[Told, frozenset[str]]]) -> Iterator[Disagreement]:
    """Counts of one line in two roles, and a contract with industry that covers a part of the order."""
    current = {key: now_of(told).now for key, told in _by_key(items).items()}
    for first, seconds, why in _PAIRS:
        for key, one in sorted(current.items()):
            role, line = key.rsplit(" ", 1)
            second = next((s for s in seconds if f"{s} {line}" in current), None)
            if role != first or second is None or one.amount == current[f"{second} {line}"].amount:
                continue
            two = current[f"{second} {line}"]
            between = [c for c, families in changes if line.split("/")[0] in families and one.known <= c.known <= (two.start or two.known)]
            if between:
                yield _parted(Difference.CHANGE, (one, *between, two), "the change between them altered it", settled=True)
            else:
                yield _parted(Difference.BASIS, (one, two), why.format(second=second), settled=True)
    for key, two in sorted(current.items()):
        role, line = key.rsplit(" ", 1)
        whole = current.get(f"ordered {line}") or current.get(f"notified {line}")
        if role == "contracted" and whole is not None and (two.amount or 0) < (whole.amount or 0):
            yield _parted(Difference.SCOPE, (whole, two), "one contract with industry covers one lot, not the whole", settled=True)


def _days(groups: Iterable[Group], on: date) -> Iterator[Disagreement]:
    """Two printed days for one step."""
    for group in groups:
        days: dict[date, list[tuple[KeptEvent, tuple[Mention, ...]]]] = {}
        for kept in group.events:
            period = kept.event.date
            if period is not None and period.start is not None and period.start == period.end and period.start <= on and when(kept).told:
                days.setdefault(period.start, []).append((kept, (period.mention,)))
        if len(days) < 2 or group.events[0].event.modality is not Modality.HAPPENED:
            continue
        key = f"date {group.events[0].event.stage.value}"
        values = [
            msgspec.structs.replace(tell(key, describe_day(day), day.isoformat(), group, members), shown=describe_day(day))
            for day, members in sorted(days.items())
        ]
        if max(days) - min(days) <= ONE_DAY:
            yield _parted(
                Difference.CONVERSION, values, "one day apart, as across the date line or from an evening to a morning", settled=True
            )
        else:
            yield _parted(Difference.CONFLICT, values, "two days for one step, and nothing on file explains it", settled=False)


def _parties(groups: Iterable[Group]) -> Iterator[Disagreement]:
    """Two buyers, two suppliers or two channels in one case."""
    listed = list(groups)
    for key in ("buyer", "supplier", "channel"):
        told: dict[str, tuple[Group, list[tuple[KeptEvent, tuple[Mention, ...]]]]] = {}
        for group in listed:
            for kept in group.events:
                said = getattr(kept.event, key)
                if said is not None:
                    told.setdefault(said.id, (group, []))[1].append((kept, (said,)))
        values = [tell(key, ident, ident, group, members, key) for ident, (group, members) in sorted(told.items())]
        if len(values) > 1:
            why = f"one purchase has one {key}; a document may be misread, or belong to another case"
            yield _parted(Difference.CONFLICT, values, why, settled=False)


def _impossible(case: CaseFile, on: date, told: list[Told]) -> Iterator[Disagreement]:
    """More delivered than ordered, more ordered than notified: shown, never dropped."""
    from transmittal.cases.progress import progress

    for line in progress(case, on):
        for conflict in line.conflicts:
            counts_ = [c for c in (line.notified, line.ordered, line.delivered) if c is not None]
            events = {e for c in counts_ for e in c.events}
            values = tuple(
                t
                for t in told
                if t.line == line.key and events & set(t.events) and t.key.split()[0] in ("notified", "ordered", "delivered")
            )
            yield msgspec.structs.replace(_parted(Difference.CONFLICT, values, conflict, settled=False), line=f"{line.name}: {conflict}")
