"""The sentences of a backlog: why a line is on it, why another is not."""

from datetime import date

from transmittal.cases.backlog.completion import ItemState, Progress
from transmittal.cases.backlog.rows import Row
from transmittal.cases.words import describe_amount, describe_count
from transmittal.model import KeptEvent, Mention


def why_in(row: Row, progress: Progress, on: date) -> str:
    """ "Notified 2020-10-26 at up to US$2.37 bn; 6 of 100 HCDS delivered, none of 404 Harpoon: not complete on 2023-11-06."."""
    return f"{entered(row)}; {_delivered(progress)}: not complete on {on.isoformat()}."


def why_delivered(row: Row, progress: Progress) -> str:
    """ "Notified …; 108 of 108 Abrams delivered by 2026-01-28: complete."."""
    said = next((s.whole for s in progress.items if s.whole is not None), None)
    how = f'told complete in "{_short(said.event.evidence[0])}"' if said is not None else _delivered(progress)
    return f"{entered(row)}; {how}: complete."


def entered(row: Row) -> str:
    """ "Notified 2020-10-26 at up to US$2.37 bn", "Increased 2022-12-05 by US$520 m", "Signed 2024-01-18, value unknown"."""
    day = row.entered.isoformat()
    if row.is_increase:
        by = f" by {describe_amount(row.amount, row.currency or '?')}" if row.amount is not None else ", by how much is unknown"
        return f"Increased {day}{by}"
    verb, at = ("Notified", "at up to ") if row.is_ceiling else ("Signed", "at ")
    return f"{verb} {day}" + (f" {at}{describe_amount(row.amount, row.currency or '?')}" if row.amount is not None else ", value unknown")


def why_halted(row: Row, halt: KeptEvent, day: date) -> str:
    return f'{entered(row)}; halted by {day.isoformat()}: "{_short(halt.event.evidence[0])}".'


def why_upkeep(row: Row, because: str) -> str:
    return f"{entered(row)}; upkeep, not goods: {because}."


def _delivered(progress: Progress) -> str:
    """ "6 of 100 HCDS delivered, none of 404 Harpoon", the counted goods only; "no delivery known" when none is told."""
    if not any(s.begun or s.delivered for s in progress.items):
        counted = [s for s in progress.items if s.threshold is not None]
        return f"none of {_list(counted)} delivered" if counted else "no delivery known"
    parts: list[str] = []
    for state in (s for s in progress.items if s.threshold is not None or s.begun):
        parts.append(_state(state, verb=" delivered" if not parts else ""))
    return ", ".join(parts)


def _state(state: ItemState, verb: str) -> str:
    of = f" of {state.threshold:,}" if state.threshold is not None else ""
    if state.delivered:
        return f"{describe_count(state.delivered, state.bound)}{of} {state.wanted.name}{verb}"
    if state.begun:
        return f"some{of} {state.wanted.name}{verb}, how many is unknown"
    return f"none{of} {state.wanted.name}{verb}"


def _list(states: list[ItemState]) -> str:
    return ", ".join(f"{s.threshold:,} {s.wanted.name}" for s in states)


def _short(mention: Mention, limit: int = 160) -> str:
    quote = " ".join(mention.quote.split())
    return quote if len(quote) <= limit else quote[:limit].rsplit(" ", 1)[0] + " …"
