"""Somebody's spreadsheet by a mapping file: what is read, with its cell; what is not, by name."""

import csv
import io
import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pytest
from casework import EXAMPLES
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from transmittal.cases.exchange import mapping, spreadsheet
from transmittal.cases.exchange.mapping import ColumnRule, Numbers
from transmittal.cases.exchange.slots import mentions_of
from transmittal.cases.exchange.values import parse_amount, parse_count, parse_period
from transmittal.forms.grammar.rows import Cell
from transmittal.model import Bound, DocumentKind, Misuse, UnreadableDocument
from transmittal.reading import Reading

MAPS = EXAMPLES / "maps"
PLAIN = """
[columns]
"Buyer" = "buyer"
"Item" = "system"
"Count" = "quantity"
[constants]
stage = "agreement"
"""


def read(table: str, rules: str = PLAIN) -> Reading:
    return spreadsheet.read_bytes(table.encode(), mapping.parse(rules, "map.toml"), source="list.csv")


def cell(text: str) -> Cell:
    return Cell(10, 10 + len(text), text)


@pytest.mark.parametrize("path", sorted(MAPS.glob("*.toml")), ids=lambda path: path.stem)
def test_the_shipped_maps_read_their_tables_whole(path: Path) -> None:
    reading = spreadsheet.read(path.with_suffix(".csv"), mapping.load(path))
    assert reading.unread == ()
    assert len(reading.events) >= 3
    assert reading.document.kind is DocumentKind.REGISTER


def test_each_slot_is_the_exact_text_of_its_cell() -> None:
    reading = spreadsheet.read(MAPS / "our-list.csv", mapping.load(MAPS / "our-list.toml"))
    text = reading.document.text
    for event in reading.events:
        line = event.evidence[0].quote
        for found in mentions_of(event):
            assert text[found.mention.start : found.mention.end] == found.mention.quote
            assert found.mention.quote in line
    signed = reading.events[1]
    assert signed.value is not None
    assert (signed.value.quote, signed.value.amount, signed.value.currency) == ("1700", Decimal(1_700_000_000), "USD")
    assert signed.date is not None
    assert (signed.date.start, signed.date.mention.quote) == (date(2024, 1, 18), "18 January 2024")


def test_the_canonical_text_is_the_table_as_printed() -> None:
    reading = read('Buyer,Item,Count\n"Japan ",JSM,"5\n0"\n\n,,\nPoland,K2,180\n')
    assert reading.document.text == "Buyer | Item | Count\nJapan | JSM | 5 0\nPoland | K2 | 180"
    assert [reading.document.text[b.start : b.end] for b in reading.document.blocks] == reading.document.text.split("\n")


def test_reading_twice_is_the_same() -> None:
    assert read("Buyer,Item,Count\nJapan,JSM,50\n") == read("Buyer,Item,Count\nJapan,JSM,50\n")


class Strange(NamedTuple):
    name: str
    table: str
    fields: list[str]
    events: int


STRANGE = [
    Strange("a column nobody mapped", "Buyer,Item,Count,Colour\nJapan,JSM,50,red\n", ["column Colour"], 1),
    Strange("a buyer nobody knows", "Buyer,Item,Count\nWakanda,JSM,50\n", ["column Buyer: Wakanda"], 1),
    Strange("the same stranger twice is told once", "Buyer,Item,Count\nWakanda,JSM,50\nWakanda,K2,5\n", ["column Buyer: Wakanda"], 2),
    Strange("a system nobody knows stays as printed", "Buyer,Item,Count\nJapan,Zorkmid mower,5\n", ["column Item: Zorkmid mower"], 1),
    Strange("a count that is no number", "Buyer,Item,Count\nJapan,JSM,several\n", ["column Count: several"], 1),
    Strange("a sum is not worked out", "Buyer,Item,Count\nJapan,JSM,24 + 6\n", ["column Count: 24 + 6"], 1),
    Strange("cells beyond the header", "Buyer,Item,Count\nJapan,JSM,50,see note\n", ["cell beyond the header: see note"], 1),
    Strange("a blank says nothing", "Buyer,Item,Count\nJapan,JSM,n/a\n", [], 1),
]


@pytest.mark.parametrize("case", STRANGE, ids=lambda case: case.name)
def test_what_is_not_read_is_reported(case: Strange) -> None:
    reading = read(case.table)
    assert [unread.field for unread in reading.unread] == case.fields
    assert len(reading.events) == case.events
    assert all(reading.document.text[u.start : u.end] == u.quote for u in reading.unread)


def test_an_unknown_step_stops_its_row_and_is_named() -> None:
    rules = '[columns]\n"Buyer" = "buyer"\n"Item" = "system"\n"State" = "stage"\n[words.stage]\n"Signed" = "agreement"\n'
    reading = read("Buyer,Item,State\nJapan,JSM,SIGNED\nJapan,K2,whispered\nJapan,F-35A,delivery\n", rules)
    assert [event.stage.value for event in reading.events] == ["agreement", "delivery"]
    assert [unread.field for unread in reading.unread] == ["column State: whispered"]


def test_a_constant_is_inferred_from_its_row() -> None:
    rules = PLAIN + 'supplier = "United States"\nchannel = "FMS"\n'
    event = read("Buyer,Item,Count\nJapan,JSM,50\n", rules).events[0]
    assert event.supplier is not None
    assert (event.supplier.id, event.supplier.inferred, event.supplier.quote) == ("US", True, "Japan | JSM | 50")
    assert event.buyer is not None
    assert not event.buyer.inferred


def test_rows_are_skipped_by_name_only() -> None:
    rules = PLAIN + '[[skip]]\ncolumn = "Item"\nstarts = ["total"]\n[[skip]]\ncolumn = "Buyer"\nempty = true\n'
    reading = read("Buyer,Item,Count\nJapan,JSM,50\nJapan,Total of all,50\n,K2,4\n", rules)
    assert [event.items[0].system.id for event in reading.events] == ["jsm"]


def test_words_decide_before_the_catalogue() -> None:
    rules = PLAIN + '[words.buyer]\n"The Ministry" = "JP"\n[words.system]\n"the missile" = "jsm"\n'
    event = read("Buyer,Item,Count\nthe ministry,The Missile,50\n", rules).events[0]
    assert event.buyer is not None
    assert (event.buyer.id, event.items[0].system.id) == ("JP", "jsm")


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_separators_are_found(separator: str) -> None:
    reading = read(f"a title\n\n{separator.join(('Buyer', 'Item', 'Count'))}\n{separator.join(('Japan', 'JSM', '50'))}\n")
    assert [event.items[0].quantity and event.items[0].quantity.value for event in reading.events] == [50]


REFUSED = [
    ("a column that is not there", b"Buyer,Item\nJapan,JSM\n", 'does not have: "Count"'),
    ("a workbook", b"PK\x03\x04....", "save the sheet as CSV"),
    ("nothing", b"", "does not have"),
]


@pytest.mark.parametrize(("data", "says"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_a_table_that_is_another_is_refused(data: bytes, says: str) -> None:
    with pytest.raises(UnreadableDocument, match=re.escape(says)):
        spreadsheet.read_bytes(data, mapping.parse(PLAIN, "map.toml"), source="list.csv")


BAD_MAPS = [
    ("an unknown slot", '[columns]\n"A" = "system"\n"B" = "colour"\n[constants]\nstage = "plan"\n', 'columns."B": no slot "colour"'),
    ("a slot filled twice", '[columns]\n"A" = "system"\n"B" = "system"\n[constants]\nstage = "plan"\n', '"A" fills system already'),
    ("no step", '[columns]\n"A" = "system"\n', "no column says which step"),
    ("a step that is none", '[columns]\n"A" = "system"\n[constants]\nstage = "rumour"\n', '"rumour" is no stage'),
    ("nobody by that name", PLAIN + 'supplier = "Wakanda"\n', 'nobody is known as "Wakanda"'),
    ("a word for nothing", PLAIN + '[words.system]\n"x" = "zorkmid"\n', '"zorkmid" is no system'),
    ("a multiplier in words we lack", PLAIN.replace('"quantity"', '{slot = "value", multiplier = "heap"}'), 'multiplier "heap"'),
    ("a key with a slip", PLAIN + "[nmubers]\ndecimal = ','\n", "nmubers"),
    ("a number without its list", PLAIN.replace('"quantity"', '"number"'), "a number needs the name of its list"),
    ("no TOML", "[columns", "no mapping file"),
    ("a row skipped by a column nobody names", PLAIN + '[[skip]]\ncolumn = "Z"\nempty = true\n', 'skip: column "Z"'),
]


@pytest.mark.parametrize(("rules", "says"), [case[1:] for case in BAD_MAPS], ids=[case[0] for case in BAD_MAPS])
def test_a_mapping_that_is_wrong_says_where(rules: str, says: str) -> None:
    with pytest.raises(Misuse, match=re.escape(says)):
        mapping.parse(rules, "map.toml")


COUNTS: list[tuple[str, Any]] = [
    ("200", (200, Bound.EXACT, None)), ("up to 400", (400, Bound.MAX, None)), ("~60", (60, Bound.ABOUT, None)),
    ("(5)", (5, Bound.ABOUT, None)), ("24?", (24, Bound.ABOUT, None)), ("12 aircraft", (12, Bound.EXACT, "aircraft")),
    ("1,200", (1200, Bound.EXACT, None)),
    ("≥10", (10, Bound.MIN, None)), ("10+", (10, Bound.MIN, None)), ("at least 6", (6, Bound.MIN, None)), ("0", None), ("1.5", "unread"),
    ("F-35", "unread"), ("3 or 4", "unread"), ("-4", "unread"), ("12,5", "unread"), ("batch 2", "unread"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), COUNTS)
def test_parse_count(text: str, expected: Any) -> None:
    quantity, is_read = parse_count(cell(text), Numbers())
    assert is_read is (expected != "unread")
    assert (quantity and (quantity.value, quantity.bound, quantity.unit)) == (None if expected == "unread" else expected)
    assert quantity is None or text[quantity.start - 10 : quantity.end - 10] == quantity.quote


GERMAN = Numbers(decimal=",", thousands=".")
AMOUNTS: list[tuple[str, Numbers, str | int, Any]] = [
    ("2350", Numbers(), "million", (Decimal(2_350_000_000), None, Bound.EXACT)),
    ("1.234,5", GERMAN, "million", (Decimal(1_234_500_000), None, Bound.EXACT)),
    ("1,234.56", Numbers(), 1, (Decimal("1234.56"), None, Bound.EXACT)),
    ("~75.3", Numbers(), "billion", (Decimal(75_300_000_000), None, Bound.ABOUT)),
    ("$1.2 billion", Numbers(), "million", (Decimal(1_200_000_000), "USD", Bound.EXACT)),
    ("€350 million", Numbers(), 1, (Decimal(350_000_000), "EUR", Bound.EXACT)),
    ("about three", Numbers(), 1, None),
    ("10 / 20", Numbers(), 1, None),
]


@pytest.mark.parametrize(("text", "marks", "multiplier", "expected"), AMOUNTS)
def test_parse_amount(text: str, marks: Numbers, multiplier: str | int, expected: Any) -> None:
    assert parse_amount(cell(text), ColumnRule(slot="value", multiplier=multiplier), marks, "USD", "en") == expected


PERIODS: list[tuple[str, ColumnRule, Any]] = [
    ("2024-01-18", ColumnRule(slot="date"), ("2024-01-18", "2024-01-18", "civil")),
    ("2024-02", ColumnRule(slot="date"), ("2024-02-01", "2024-02-29", "civil")),
    ("2024", ColumnRule(slot="date"), ("2024-01-01", "2024-12-31", "civil")),
    ("2025; 2026", ColumnRule(slot="date"), ("2025-01-01", "2026-12-31", "civil")),
    ("2016-2022", ColumnRule(slot="date"), ("2016-01-01", "2022-12-31", "civil")),
    ("18 January 2024", ColumnRule(slot="date"), ("2024-01-18", "2024-01-18", "civil")),
    ("03/04/2024", ColumnRule(slot="date"), None),
    ("03/04/2024", ColumnRule(slot="date", formats=("%d/%m/%Y",)), ("2024-04-03", "2024-04-03", "civil")),
    ("2024", ColumnRule(slot="date", calendar="JP-FY"), ("2024-04-01", "2025-03-31", "JP-FY")),
    ("2024-13-40", ColumnRule(slot="date"), None),
    ("soon", ColumnRule(slot="date"), None),
]


@pytest.mark.parametrize(("text", "rule", "expected"), PERIODS)
def test_parse_period(text: str, rule: ColumnRule, expected: Any) -> None:
    period = parse_period(cell(text), rule, None, "en")
    assert (period and (str(period.start), str(period.end), period.calendar)) == expected


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
@given(st.lists(st.lists(st.text(max_size=10), min_size=3, max_size=3), max_size=4))
def test_any_cells_are_read_or_reported_and_never_misquoted(cells: list[list[str]]) -> None:
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows([["Buyer", "Item", "Count"], *cells])
    data = stream.getvalue().encode("utf-8", "replace")
    reading = spreadsheet.read_bytes(data, mapping.parse(PLAIN, "map.toml"), source="list.csv")
    for event in reading.events:
        for found in mentions_of(event):
            assert reading.document.text[found.mention.start : found.mention.end] == found.mention.quote
    assert all(reading.document.text[u.start : u.end] == u.quote for u in reading.unread)
    assert msgspec.json.encode(reading.events)
