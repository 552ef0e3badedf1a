"""A comparison as flat rows, for a table, CSV or JSON."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from transmittal.cases.exchange.deals import Deal
from transmittal.cases.exchange.theirs import Row

if TYPE_CHECKING:
    from transmittal.cases.compare import Comparison, Difference, Match

# result: match, differs, only ours, only theirs, ambiguous. line, source: of theirs; url, quote, start, end: where our figure stands.
ROW = (
    "result", "case", "line", "buyer", "supplier", "system", "version", "ordered_in", "field", "ours", "theirs", "basis", "note", "because",
    "tier", "url", "document", "event", "quote", "start", "end", "printed", "source",
)  # fmt: skip


def rows(comparison: "Comparison") -> Iterator[dict[str, str]]:
    """Matches in the order of their lines, then ours only, theirs only, and what is unclear. A row has all keys of ROW."""
    for match in comparison.matches:
        yield from _match(match)
    for deal in comparison.only_ours:
        yield _row("only ours", deal, (), field="count", ours=_count(deal), basis=_standing(deal), because="no line of theirs fits")
    for row in comparison.only_theirs:
        yield _row("only theirs", row.deal, (row,), field="count", theirs=_count(row.deal), because="no case of ours fits")
    for unclear in comparison.ambiguous:
        for row in unclear.theirs:
            cases = "; ".join(deal.case for deal in unclear.ours)
            yield _row("ambiguous", row.deal, (row,), case=cases, field="count", theirs=_count(row.deal), because=unclear.because)


def _match(match: "Match") -> Iterator[dict[str, str]]:
    if not match.differences:
        known = {"field": "count", "ours": _count(match.ours), "theirs": _count(match.ours), "basis": _standing(match.ours)}
        yield _row("match", match.ours, match.theirs, because=match.because, **known)
    for found in match.differences:
        # What only one side knows is no contradiction.
        yield _row("differs" if found.ours and found.theirs else "match", match.ours, match.theirs, because=match.because, **_figure(found))


def _figure(found: "Difference") -> dict[str, str]:
    words = {"field": found.field, "ours": found.ours, "theirs": found.theirs, "basis": found.basis, "note": found.note}
    cited = found.evidence
    if cited is None:
        return words
    span = {"quote": cited.quote, "start": str(cited.start), "end": str(cited.end)}
    return words | span | {"tier": cited.tier, "url": cited.url or "", "document": cited.document, "event": cited.event}


def _row(result: str, deal: Deal, lines: tuple[Row, ...], *, case: str | None = None, **more: str) -> dict[str, str]:
    years = deal.ordered_in
    row = dict.fromkeys(ROW, "")
    row |= {
        "result": result,
        "case": case if case is not None else "" if result == "only theirs" else deal.case,
        "line": "; ".join(str(one.number) for one in lines),
        "buyer": deal.buyer.id if deal.buyer else "",
        "supplier": deal.supplier.id if deal.supplier else "",
        "system": deal.designation,
        "version": deal.variant or "",
        "ordered_in": (str(years.first) if years.first == years.last else f"{years.first}-{years.last}") if years else "",
        "printed": " / ".join(one.line for one in lines),
        "source": lines[0].source if lines else "",
    }
    return row | more


def _count(deal: Deal) -> str:
    return str(deal.count.value) if deal.count else ""


def _standing(deal: Deal) -> str:
    """How far the deal has come, as its count may be of an earlier step."""
    return deal.count.basis if deal.count else "ordered" if deal.is_ordered else "delivered" if deal.arrivals else "notified"
