"""A backlog as it is handed on: lines with their evidence, what was left out and why, and sums that are the sums of the lines."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any, Literal

import msgspec

from transmittal.model import Mention, Paper, Stage

By = Literal["category", "system", "stage"]


class Amount(msgspec.Struct, frozen=True):
    """So much of one currency. currency None: nothing was counted, and the method names no currency."""

    amount: Decimal
    currency: str | None


class Quoted(msgspec.Struct, frozen=True):
    """A mention with the paper it stands in."""

    paper: Paper
    mention: Mention


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One row of a backlog. A case has several when they are delivered on separate schedules, or bought by separate certifications.

    amount:   None when no document that counts gives it; such a line is not in the total.
    basis:    "estimate" for a notified ceiling, "contract" for a signed value. category: by the method's list, None without one.
    part:     "" for the case itself, else which part of it the line is ("increase 22-0Q", "20-68").
    entered:  the day the line came on the list. stage: the furthest that the case had come. systems: the names of what is bought.
    """

    case: str
    title: str
    amount: Decimal | None
    currency: str | None
    basis: str
    because: str
    evidence: tuple[Quoted, ...]
    category: str | None
    stage: Stage
    entered: date
    part: str = ""
    systems: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


class Excluded(msgspec.Struct, frozen=True, kw_only=True):
    """What a reader might look for on the list, and why it is not there. reason: "delivered", "halted", "support", … for programs."""

    case: str
    title: str
    amount: Decimal | None
    currency: str | None
    reason: str
    because: str
    evidence: tuple[Quoted, ...]
    part: str = ""


class Backlog(msgspec.Struct, frozen=True, kw_only=True):
    """The lines of one method on one day. fallback: the currency of an empty total."""

    method: str
    on: date
    buyer: str | None
    lines: tuple[Line, ...]
    excluded: tuple[Excluded, ...]
    fallback: str | None = None

    @property
    def totals(self) -> tuple[Amount, ...]:
        """One sum a currency, that of most lines first; currencies are never added to each other."""
        return _sums(self.lines)

    @property
    def total(self) -> Amount:
        """The sum of the lines; with several currencies that of most lines, the others are in `totals`."""
        return next(iter(self.totals), Amount(Decimal(0), self.fallback))

    @property
    def unknown(self) -> tuple[Line, ...]:
        """Lines whose amount no document gives."""
        return tuple(line for line in self.lines if line.amount is None)

    def grouped(self, by: By) -> dict[str, tuple[Amount, ...]]:
        """Sub-totals, each one sum a currency. By system a line counts under the first it names, so that the groups add up."""
        groups: dict[str, list[Line]] = {}
        for line in self.lines:
            groups.setdefault(_group(line, by), []).append(line)
        return {name: _sums(lines) for name, lines in sorted(groups.items())}


def to_json(backlog: Backlog, excluded: bool) -> dict[str, Any]:
    """What `transmittal backlog --format json` prints. excluded: also what was left out and why; amounts are decimals as strings."""
    total = backlog.total
    told: dict[str, Any] = {
        "method": backlog.method,
        "on": backlog.on.isoformat(),
        "buyer": backlog.buyer,
        "total": _amount(total.amount, total.currency),
        "totals": [_amount(a.amount, a.currency) for a in backlog.totals],
        "unknown": len(backlog.unknown),
        "lines": [_line(line) for line in backlog.lines],
    }
    if excluded:
        told["excluded"] = [_excluded(left_out) for left_out in backlog.excluded]
    return told


def _line(line: Line) -> dict[str, Any]:
    return {
        "case": line.case,
        "title": line.title,
        **_amount(line.amount, line.currency),
        "basis": line.basis,
        "because": line.because,
        "evidence": _evidence(line.evidence),
        "category": line.category,
        "stage": line.stage.value,
        "date": line.entered.isoformat(),
        "part": line.part,
        "systems": list(line.systems),
        "tags": list(line.tags),
    }


def _excluded(left_out: Excluded) -> dict[str, Any]:
    return {
        "case": left_out.case,
        "title": left_out.title,
        **_amount(left_out.amount, left_out.currency),
        "because": left_out.because,
        "evidence": _evidence(left_out.evidence),
        "reason": left_out.reason,
        "part": left_out.part,
    }


def _amount(amount: Decimal | None, currency: str | None) -> dict[str, str | None]:
    return {"amount": None if amount is None else f"{amount:f}", "currency": currency}


def _evidence(quoted: Iterable[Quoted]) -> list[dict[str, Any]]:
    return [
        {
            "document": q.paper.id,
            "url": q.paper.url,
            "published": q.paper.published.isoformat() if q.paper.published else None,
            "quote": q.mention.quote,
            "start": q.mention.start,
            "end": q.mention.end,
        }
        for q in quoted
    ]


def _group(line: Line, by: By) -> str:
    if by == "category":
        return line.category or "unknown"
    return line.stage.value if by == "stage" else next(iter(line.systems), "unknown")


def _sums(lines: Iterable[Line]) -> tuple[Amount, ...]:
    sums: dict[str | None, Decimal] = {}
    counts: dict[str | None, int] = {}
    for line in lines:
        if line.amount is not None:
            sums[line.currency] = sums.get(line.currency, Decimal(0)) + line.amount
            counts[line.currency] = counts.get(line.currency, 0) + 1
    return tuple(Amount(sums[c], c) for c in sorted(sums, key=lambda c: (-counts[c], c or "")))
