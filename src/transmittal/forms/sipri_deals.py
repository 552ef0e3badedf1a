"""SIPRI Arms Transfers Database, transfer register: one row a deal.

Per deal the order, with the number ordered, and what was delivered of it, with the years. Trend-indicator values are never money.
"""

from transmittal.forms.grammar.register import Strangers, build_item, build_party, build_years, is_unsure, main_cell
from transmittal.forms.grammar.rows import EMPTY, Cell, Header, find_header, read_rows
from transmittal.forms.layout import Layout, Parsed
from transmittal.model import Block, Document, DocumentKind, Event, Identifiers, Mention, Modality, Stage

LAYOUT = Layout(
    id="sipri_deals",
    title="SIPRI Arms Transfers Database, one row a deal",
    kind=DocumentKind.REGISTER,
    seen="exports of 2023 to 2026 and the older interface's; docs/reading/sipri_deals.md",
    expect={"buyer": 0.9, "supplier": 0.9, "items": 0.95, "date": 0.9},
)

# Our name -> printed names, folded; "x?" is the cell of the question mark behind x, unnamed in the exports.
_COLUMNS: dict[str, tuple[str, ...]] = {
    "buyer": ("recipient", "buyer"),
    "supplier": ("supplier", "seller"),
    "ordered in": ("year of order", "year of order/licence", "odat"),
    "ordered in?": ("odai",),
    "ordered": ("number ordered", "no. ordered", "onum"),
    "ordered?": ("onai",),
    "designation": ("weapon designation", "desig2"),
    "delivered": ("number delivered", "deliveries in the year range", "no. delivered/produced", "nrdel"),
    "delivered?": ("nrdelai",),
    "years": ("year(s) of delivery", "year(s) of deliveries", "delyears"),
    "id": ("tidn",),
}
# Ignored by name: what the system is, its state, remarks, values that are no money, codes that repeat a name.
_IGNORED: dict[str, tuple[str, ...]] = {
    "": (
        "weapon description", "status", "comments", "sipri tiv per unit", "sipri tiv for total order", "sipri tiv of delivered weapons",
        "desc", "tivunit", "tivorder", "tivdel", "buyercod", "sellercod", "ldat", "term", "wcat", "coprod", "local production",
    )
}  # fmt: skip
_REQUIRED = ("buyer", "supplier", "ordered in", "designation", "delivered")
_EVIDENCE_LIMIT = 1000  # characters of a row that a reader would quote


def sniff(document: Document) -> bool:
    """The header, wherever it stands."""
    return _header(document) is not None


def _header(document: Document) -> Header | None:
    return find_header(document, _COLUMNS | _IGNORED, _REQUIRED)


def parse(document: Document) -> Parsed:
    """Read every deal. Columns and parties nobody knows are reported once each."""
    header = _header(document)
    if header is None:
        return Parsed(events=())
    events: list[Event] = []
    strangers = Strangers(header.unknown)
    for block, row in read_rows(document, header):
        events.extend(_read_deal(document.text, block, row))
        strangers.note(row)
    return Parsed(events=tuple(events), unread=strangers.unread(document.text))


def _read_deal(text: str, block: Block, row: dict[str, Cell]) -> list[Event]:
    def cell(name: str) -> tuple[Cell, bool]:
        value, flag = row.get(name, EMPTY), row.get(f"{name}?", EMPTY)
        return main_cell(value, flag), is_unsure(value, flag)

    ordered, ordered_unsure = cell("ordered")
    item = build_item(row["designation"], ordered, unsure=ordered_unsure)
    if item is None:
        return []
    buyer, supplier = build_party(row["buyer"]), build_party(row["supplier"])
    number = row.get("id", EMPTY)
    identifiers = Identifiers(register={"sipri": number.value}) if number else Identifiers()
    evidence = (Mention.cut(text, block.start, min(block.end, block.start + _EVIDENCE_LIMIT)),)
    year, year_unsure = cell("ordered in")
    agreed = Event(
        stage=Stage.AGREEMENT,
        modality=Modality.HAPPENED,
        buyer=buyer,
        supplier=supplier,
        items=(item,),
        date=build_years(year),
        identifiers=identifiers,
        evidence=evidence,
        rules={"date": "forms.sipri_deals: year of order" + (", marked uncertain" if year_unsure else "")},
    )
    delivered, delivered_unsure = cell("delivered")
    handed_over = build_item(row["designation"], delivered, unsure=delivered_unsure)
    years = row.get("years", EMPTY)
    if handed_over is None or (handed_over.quantity is None and not years):
        return [agreed]
    return [
        agreed,
        Event(
            stage=Stage.DELIVERY,
            modality=Modality.HAPPENED,
            buyer=buyer,
            supplier=supplier,
            items=(handed_over,),
            date=build_years(years),
            identifiers=identifiers,
            evidence=evidence,
            rules={"items": "forms.sipri_deals: deliveries", "date": "forms.sipri_deals: first to last year of delivery"},
        ),
    ]
