"""What had been delivered of each row, and whether that was all."""

from collections.abc import Sequence
from datetime import date

import msgspec

from transmittal.cases.backlog.contracts import signed_rows
from transmittal.cases.backlog.method import Decides, Leaves, Method
from transmittal.cases.backlog.rows import Row
from transmittal.cases.completeness import completion_words
from transmittal.cases.deliveries import Delivered, deliveries
from transmittal.cases.goods import Wanted, add_goods, goods, main_item
from transmittal.cases.timeline import done
from transmittal.model import Bound, CaseFile, KeptEvent, Stage


class ItemState(msgspec.Struct, frozen=True, kw_only=True):
    """One system of one row: how many were bought and delivered. begun: some were delivered, perhaps without a count."""

    wanted: Wanted
    threshold: int | None
    delivered: int
    begun: bool
    is_complete: bool
    bound: Bound = Bound.EXACT
    whole: KeptEvent | None = None
    events: tuple[KeptEvent, ...] = ()


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """Where the deliveries of one row stood. proof: the events that completed it."""

    items: tuple[ItemState, ...]
    is_complete: bool
    proof: tuple[KeptEvent, ...] = ()


def assess(case: CaseFile, rows: Sequence[Row], method: Method, on: date) -> list[Progress]:
    """The progress of each row, in the order given. Deliveries fill the rows in the order in which they entered."""
    handed = done(case.events, Stage.DELIVERY, on)
    notified = _notified(case, on)
    rows = [_with_counts(row, notified) for row in rows]
    bought: tuple[Wanted, ...] = ()
    for row in rows:
        bought = add_goods(bought, row.wanted)
    ordered = _ordered(case, method, on)
    if not bought:
        bought = ordered
    counts = {w.key: w.count for w in ordered if w.count is not None}
    tallies = deliveries(case, on)
    filled: dict[str, int] = {}
    spent: set[str] = set()
    result: dict[int, Progress] = {}
    shared = {w.key for w in bought if sum(any(x.key == w.key for x in row.wanted) for row in rows) > 1}
    for number in sorted(range(len(rows)), key=lambda n: (rows[n].entered, n)):
        wanted = rows[number].wanted or bought
        states = tuple(_state(w, tallies[w.key], counts, filled, spent, shared) for w in wanted if w.key in tallies)
        unnamed = next((k for k in handed if not k.event.items and completion_words().said(k.event.evidence) is not None), None)
        result[number] = _progress(states, method.leaves, None if bought else unnamed)
    return [result[number] for number in range(len(rows))]


def _ordered(case: CaseFile, method: Method, on: date) -> tuple[Wanted, ...]:
    """What was signed for, all agreements together: less than was notified is the rule, and all of it is all there is to come."""
    ordered: tuple[Wanted, ...] = ()
    for row in signed_rows(case, method, on):
        ordered = add_goods(ordered, tuple(w for w in row.wanted if w.count is not None))
    return ordered


def _notified(case: CaseFile, on: date) -> dict[str, int]:
    """The highest count that an approval gives of each system: what there is to come when nobody says how many were signed for."""
    counts: dict[str, int] = {}
    for kept in done(case.events, Stage.APPROVAL, on):
        for wanted in goods(kept.event.items):
            counts[wanted.key] = max(counts.get(wanted.key, 0), wanted.count or 0)
    return {key: count for key, count in counts.items() if count}


def _with_counts(row: Row, notified: dict[str, int]) -> Row:
    """A signed row whose goods nobody counted is measured by what was notified."""
    if row.is_ceiling or any(w.count is not None for w in row.wanted):
        return row
    filled = tuple(msgspec.structs.replace(w, count=notified.get(w.key)) for w in row.wanted)
    return msgspec.structs.replace(row, wanted=filled)


def _state(
    wanted: Wanted, told: Delivered, ordered: dict[str, int], filled: dict[str, int], spent: set[str], shared: set[str]
) -> ItemState:
    """One system of one row; `filled` and `spent` carry what earlier rows of the case have used up."""
    count = wanted.count
    if wanted.key not in shared and wanted.key in ordered:
        count = min(count, ordered[wanted.key]) if count is not None else ordered[wanted.key]
    before = filled.get(wanted.key, 0)
    delivered = max(0, (told.count or 0) - before)
    # A row whose number nobody tells may hold all that came: nothing is left to fill the rows after it with.
    filled[wanted.key] = before + (count if count is not None else delivered)
    is_complete = count is not None and delivered >= count
    whole = told.whole if not is_complete and wanted.key not in spent else None
    if whole is not None:
        spent.add(wanted.key)  # "all of them" ends the earliest row that was open, not those bought later
    return ItemState(
        wanted=wanted,
        threshold=count,
        delivered=delivered if count is None else min(delivered, count),
        begun=told.begun and (before == 0 or delivered > 0),
        is_complete=is_complete or whole is not None,
        bound=told.bound,
        whole=whole,
        events=told.reports,
    )


def _progress(states: tuple[ItemState, ...], leaves: Leaves, unnamed: KeptEvent | None) -> Progress:
    deciding = _deciding(states, leaves)
    if not deciding:
        return Progress(items=states, is_complete=unnamed is not None, proof=(unnamed,) if unnamed is not None else ())
    is_complete = all(state.is_complete for state in deciding)
    proof = tuple(k for state in deciding for k in ((state.whole,) if state.whole is not None else state.events)) if is_complete else ()
    return Progress(items=states, is_complete=is_complete, proof=proof)


def _deciding(states: tuple[ItemState, ...], leaves: Leaves) -> tuple[ItemState, ...]:
    """The systems that must be there: what the sale is about, or everything counted that is no mere fitting of it."""
    main = main_item(tuple(s.wanted for s in states), leaves.beside)
    if leaves.decides is Decides.MAIN or main is None:
        return tuple(s for s in states if s.wanted is main)
    return tuple(s for s in states if s.wanted is main or (s.wanted.count is not None and s.wanted.kind not in leaves.beside))
