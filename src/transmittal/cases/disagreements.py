"""Where the documents give different values for what readers compare, and what the difference is."""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum

import msgspec

from transmittal.cases.cited import Cite, in_order
from transmittal.cases.parting import why_amounts, why_counts
from transmittal.cases.settle import now_of
from transmittal.cases.timeline import groups_by
from transmittal.cases.told import Told, amounts, counts, is_several
from transmittal.cases.words import join, table
from transmittal.model import CaseFile, Modality


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
    events = {k.id: k for k in case.events}
    money = [t for t in told if t.currency is not None]
    items = [t for t in told if t.currency is None]
    found = [*_within(money), *_between_kinds(money), *_counts_within(items), *_wholes(items), *_between_counts(items)]
    found += _impossible(case, on, told)
    changed = {e for e, k in events.items() if k.event.stage.value == "change"}
    unique = {(d.kind, d.line): d for d in found if d.values}
    del changed
    return tuple(sorted(unique.values(), key=lambda d: (_WEIGHT.index(d.kind), d.settled, d.keys, d.line)))


_WEIGHT = (Difference.CONFLICT, Difference.CHANGE, Difference.SCOPE, Difference.BASIS, Difference.CONVERSION)


def _parted(kind: Difference, values: Iterable[Told], why: str, *, settled: bool) -> Disagreement:
    listed = tuple(values)
    return Disagreement(
        kind=kind,
        keys=tuple(sorted({t.key for t in listed})),
        values=listed,
        line=f"{join(f'{t.shown} according to {t.by}' for t in listed)}: {why}",
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
    """Amounts of one kind."""
    for key, told in _by_key(money).items():
        now = now_of(told).now if not is_several(key) else None
        distinct = _distinct(told)
        for n, one in enumerate(distinct):
            for two in distinct[n + 1 :]:
                kind, why, settled = why_amounts(one, two, now, several=is_several(key))
                yield _parted(Difference(kind), (one, two), why, settled=settled)


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


_PAIRS = (
    ("planned", "notified", "the buyer's plan and the ceiling that the seller's government notified are different things"),
    ("planned", "ordered", "a plan is not an order"),
    ("notified", "ordered", "the most that may be sold and what was signed for are different things"),
)


def _between_counts(items: list[Told]) -> Iterator[Disagreement]:
    """Counts of one line in two roles, and a contract with industry that covers a part of the order."""
    current = {key: now_of(told).now for key, told in _by_key(items).items()}
    for key, two in sorted(current.items()):
        role, line = key.rsplit(" ", 1)
        for first, second, why in _PAIRS:
            one = current.get(f"{first} {line}")
            if role == second and one is not None and one.amount != two.amount and (one.amount or 0) >= (two.amount or 0):
                yield _parted(Difference.BASIS, (one, two), why, settled=True)
            elif role == second and one is not None and first == "planned" and one.amount != two.amount:
                yield _parted(Difference.CHANGE, (one, two), f"more was {second} than had been planned", settled=True)
        if role == "contracted":
            whole = current.get(f"ordered {line}") or current.get(f"notified {line}")
            if whole is not None and (two.amount or 0) < (whole.amount or 0):
                why = "one contract with industry covers one lot, not the whole"
                yield _parted(Difference.SCOPE, (whole, two), why, settled=True)


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
