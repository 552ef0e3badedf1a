"""SIPRI Arms Transfers Database, transfer register: one row for each deal and year of delivery.

The deal's number repeats on its rows. Per deal the order and one delivery: each row a line of it, the date from the first year to the
last. Number ordered is not in this export; deals without deliveries are not either. Trend-indicator values are never money.
"""

from datetime import date

import msgspec

from transmittal.forms.grammar.register import Strangers, build_item, build_party, build_years, is_unsure, main_cell
from transmittal.forms.grammar.rows import EMPTY, Cell, Header, find_header, read_rows
from transmittal.forms.layout import Layout, Parsed
from transmittal.model import Block, Document, DocumentKind, Event, Identifiers, Item, Mention, Modality, Period, Stage

LAYOUT = Layout(
    id="sipri_deliveries",
    title="SIPRI Arms Transfers Database, one row a deal and year",
    kind=DocumentKind.REGISTER,
    seen="exports of 2026 and the file of before 2024; docs/reading/sipri_deliveries.md",
    expect={"buyer": 0.9, "supplier": 0.9, "items": 0.95, "date": 0.9},
)

_COLUMNS: dict[str, tuple[str, ...]] = {
    "id": ("sipri at database id", "deal id", "tidn"),
    "supplier": ("supplier", "seller"),
    "buyer": ("recipient", "buyer"),
    "designation": ("designation",),
    "ordered in": ("order date",),
    "ordered in?": ("order date is estimate",),
    "delivered": ("numbers delivered",),
    "delivered?": ("numbers delivered is estimate",),
    "year": ("delivery year",),
    "year?": ("delivery year is estimate",),
}
# Ignored by name: what the system is, its state, values that are no money, who assembled it.
_IGNORED: dict[str, tuple[str, ...]] = {
    "": ("description", "armament category", "status", "sipri estimate", "tiv deal unit", "tiv delivery values", "local production")
}
_REQUIRED = ("id", "buyer", "supplier", "designation", "delivered", "year")
_EVIDENCE_LIMIT = 1000  # characters of a row that a reader would quote


class _Deal(msgspec.Struct):
    """What the rows of one deal say, gathered: their evidence, lines and years in the order printed."""

    first: dict[str, Cell]
    evidence: list[Mention]
    items: list[Item]
    years: list[Period]


def sniff(document: Document) -> bool:
    """The header, wherever it stands."""
    return _header(document) is not None


def _header(document: Document) -> Header | None:
    return find_header(document, _COLUMNS | _IGNORED, _REQUIRED)


def parse(document: Document) -> Parsed:
    """Read every deal, in the order of its first row. Columns and parties nobody knows are reported once each."""
    header = _header(document)
    if header is None:
        return Parsed(events=())
    deals: dict[str, _Deal] = {}
    strangers = Strangers(header.unknown)
    for block, row in read_rows(document, header):
        _gather(document.text, block, row, deals)
        strangers.note(row)
    events = [event for number, deal in deals.items() for event in _build(number, deal)]
    return Parsed(events=tuple(events), unread=strangers.unread(document.text))


def _gather(text: str, block: Block, row: dict[str, Cell], deals: dict[str, _Deal]) -> None:
    """Add one row to its deal. A row without a number is a deal of its own."""
    flag = row.get("delivered?", EMPTY)
    item = build_item(row["designation"], main_cell(row["delivered"], flag), unsure=is_unsure(row["delivered"], flag))
    if item is None:
        return
    deal = deals.setdefault(row["id"].value or f"row {block.start}", _Deal(row, [], [], []))
    deal.evidence.append(Mention.cut(text, block.start, min(block.end, block.start + _EVIDENCE_LIMIT)))
    deal.items.append(item)
    year = build_years(main_cell(row["year"], row.get("year?", EMPTY)))
    if year is not None:
        deal.years.append(year)


def _build(number: str, deal: _Deal) -> list[Event]:
    row = deal.first
    buyer, supplier = build_party(row["buyer"]), build_party(row["supplier"])
    identifiers = Identifiers(register={"sipri": number}) if row["id"] else Identifiers()
    flag = row.get("ordered in?", EMPTY)
    note = ", marked uncertain" if is_unsure(row.get("ordered in", EMPTY), flag) else ""
    return [
        Event(
            stage=Stage.AGREEMENT,
            modality=Modality.HAPPENED,
            buyer=buyer,
            supplier=supplier,
            items=(msgspec.structs.replace(deal.items[0], quantity=None),),
            date=build_years(main_cell(row.get("ordered in", EMPTY), flag)),
            identifiers=identifiers,
            evidence=(deal.evidence[0],),
            rules={"date": f"forms.sipri_deliveries: order date{note}"},
        ),
        Event(
            stage=Stage.DELIVERY,
            modality=Modality.HAPPENED,
            buyer=buyer,
            supplier=supplier,
            items=tuple(deal.items),
            date=_span(deal.years),
            identifiers=identifiers,
            evidence=tuple(deal.evidence),
            rules={"items": "forms.sipri_deliveries: one line a row", "date": "forms.sipri_deliveries: first to last delivery year"},
        ),
    ]


def _span(years: list[Period]) -> Period | None:
    """From the first year to the last; the mention is the earliest year's, as one mention cannot hold two rows."""
    if not years:
        return None
    earliest = min(years, key=lambda y: y.start or date.max)
    ends = [y.end for y in years if y.end is not None]
    return Period(start=earliest.start, end=max(ends), mention=earliest.mention)
