"""A register in the two layouts of SIPRI's arms transfers database, which `transmittal.forms` reads back.

`write` has one row a deal, `write_deliveries` one row a deal and year of delivery. Only what a register means by a deal is in it: an
agreement or a delivery that has happened. "?" marks what is uncertain. Trend-indicator values are SIPRI's own and stay empty.
"""

import csv
from collections.abc import Iterable, Iterator
from typing import Protocol, TextIO

from transmittal import catalogue
from transmittal.cases.exchange.cells import guard
from transmittal.cases.exchange.deals import Count, Deal, deals
from transmittal.cases.exchange.words import describe_money
from transmittal.model import Bound, CaseFile, Party

DEAL_COLUMNS = (
    "Recipient", "Supplier", "Year of order", "", "Number ordered", "", "Weapon designation", "Weapon description", "Number delivered", "",
    "Year(s) of delivery", "Status", "Comments", "SIPRI TIV per unit", "SIPRI TIV for total order", "SIPRI TIV of delivered weapons",
)  # fmt: skip
DELIVERY_COLUMNS = (
    "Deal ID", "Supplier", "Recipient", "Designation", "Description", "Armament category", "Order date", "Order date is estimate",
    "Numbers delivered", "Numbers delivered is estimate", "Delivery year", "Delivery year is estimate", "Status", "SIPRI estimate",
    "TIV deal unit", "TIV delivery values", "Local production",
)  # fmt: skip


class _Rows(Protocol):
    def writerow(self, row: Iterable[str], /) -> object: ...


_PREAMBLE = ("A casebook of arms procurements in the layout of a transfer register; not SIPRI's data", "'?' marks what is uncertain")


def write(cases: Iterable[CaseFile], stream: TextIO) -> None:
    """One row a deal. stream: opened with newline=""."""
    rows = _writer(stream, DEAL_COLUMNS)
    for deal in _register(cases):
        year, year_flag = _year(deal)
        ordered, ordered_flag = _number(deal.count if deal.count and deal.count.basis == "ordered" else None)
        delivered, delivered_flag = _number(deal.delivered)
        rows.writerow([
            _name(deal.buyer, "unknown recipient(s)"), _name(deal.supplier, "unknown supplier(s)"), year, year_flag, ordered, ordered_flag,
            _designation(deal), _description(deal), delivered, delivered_flag, _delivery_years(deal), "", _comment(deal), "", "", "",
        ])  # fmt: skip


def write_deliveries(cases: Iterable[CaseFile], stream: TextIO) -> None:
    """One row a deal and year of delivery; a hand-over without a count has an empty one, one without a date no year.

    stream: opened with newline="".
    """
    rows = _writer(stream, DELIVERY_COLUMNS)
    number: dict[str, int] = {}
    for deal in _register(cases):
        number[deal.case] = at = number.get(deal.case, 0) + 1
        year, year_flag = _year(deal)
        for delivered, is_sure, delivery_year, is_year_sure in _handed_over(deal):
            rows.writerow([
                f"{deal.case}/{at}", _name(deal.supplier, "unknown supplier(s)"), _name(deal.buyer, "unknown recipient(s)"),
                _designation(deal), _description(deal), "", year, "Yes" if year_flag else "No", delivered, "No" if is_sure else "Yes",
                delivery_year, "No" if is_year_sure else "Yes", "", "", "", "", "",
            ])  # fmt: skip


def _writer(stream: TextIO, header: tuple[str, ...]) -> "_Rows":
    rows = csv.writer(stream, lineterminator="\n")
    rows.writerows([line] for line in _PREAMBLE)
    stream.write("\n")
    rows.writerow(header)
    return rows


def _register(cases: Iterable[CaseFile]) -> Iterator[Deal]:
    for case in cases:
        yield from (deal for deal in deals(case, by_version=True) if deal.is_ordered or deal.arrivals)


def _name(party: Party | None, unknown: str) -> str:
    return guard(party.name) if party else unknown


def _year(deal: Deal) -> tuple[str, str]:
    """The first year in which the order may have been placed, and whether that is uncertain."""
    years = deal.ordered_in
    return (str(years.first), "" if years.is_sure else "?") if years else ("", "")


def _number(count: Count | None) -> tuple[str, str]:
    return (str(count.value), "" if count.bound is Bound.EXACT else "?") if count else ("", "")


def _designation(deal: Deal) -> str:
    words = [deal.designation]
    if deal.variant and deal.variant.casefold() not in deal.designation.casefold():
        words.append(deal.variant)
    return guard(" ".join(words))


def _description(deal: Deal) -> str:
    return catalogue.system(deal.system).kind.value.replace("-", " ") if deal.system else ""


def _delivery_years(deal: Deal) -> str:
    years = [arrival.years for arrival in deal.arrivals if arrival.years]
    return "; ".join(str(year) for year in sorted({year for span in years for year in (span.first, span.last)}))


def _handed_over(deal: Deal) -> Iterator[tuple[str, bool, str, bool]]:
    """Count, whether it is sure, year, whether it is sure: one a year, the counts of one year added."""
    years: dict[str, list[tuple[int | None, bool, bool]]] = {}
    for arrival in deal.arrivals:
        span = arrival.years
        entry = arrival.count, arrival.bound is Bound.EXACT, span is not None and span.is_sure
        years.setdefault(str(span.last) if span else "", []).append(entry)
    for year, entries in years.items():
        counts = [count for count, _, _ in entries if count is not None]
        is_sure = all(sure for _, sure, _ in entries) and len(counts) == len(entries)
        yield str(sum(counts)) if counts else "", is_sure, year, all(sure for _, _, sure in entries)


def _comment(deal: Deal) -> str:
    """Which case it is, and what its price is a price of: registers keep money in their comments."""
    parts = [f"Case {deal.case}"]
    if deal.price:
        parts.append(f"{deal.price.stage.value}: {describe_money(deal.price.money)}")
    if deal.count and deal.count.basis != "ordered":
        parts.append(f"{deal.count.value} {deal.count.basis}, number ordered unknown")
    return guard("; ".join(parts))
