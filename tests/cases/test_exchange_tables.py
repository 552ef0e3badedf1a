"""CSV and Parquet: one documented table, safe to open, and read back as it was."""

import csv
import io
import sys
from datetime import UTC, date, datetime
from decimal import Decimal

import msgspec
import pytest
from casework import EXAMPLES, case_of, example_case, kept_events
from hypothesis import given
from hypothesis import strategies as st

from transmittal.cases import compare_rows
from transmittal.cases.exchange import comma, mapping, parquet
from transmittal.cases.exchange.cells import Value, from_cell, guard, join_list, split_list, to_cell, unguard
from transmittal.cases.exchange.columns import Kind, columns, render_columns
from transmittal.cases.exchange.formats import FORMATS
from transmittal.cases.exchange.rows import rows
from transmittal.model import CaseFile, KeptEvent, KnownError, Misuse, UnreadableDocument
from transmittal.reading import read

WILD = st.text(st.characters(codec="utf-8") | st.sampled_from("=+-@\t\r\n'\";,\\?|＝"), max_size=12)


def written(cases: list[CaseFile]) -> str:
    stream = io.StringIO(newline="")
    comma.write(cases, stream)
    return stream.getvalue()


def test_every_row_has_every_documented_column() -> None:
    names = [column.name for column in columns()]
    assert len(set(names)) == len(names)
    assert all(set(row) == set(names) for row in rows([example_case()]))


def test_every_column_is_filled_by_some_document() -> None:
    """A column that nothing fills would hide a slot that is not written."""
    register = next(iter(read(EXAMPLES.parent / "tests" / "golden" / "sipri_deliveries" / "2026-export.csv")))
    made = list(rows([example_case(), case_of(kept_events(register))]))
    assert {c.name for c in columns() if not any(row[c.name] not in (None, ()) for row in made)} == set()


def test_the_column_dictionary_names_type_and_meaning() -> None:
    lines = render_columns().splitlines()
    assert lines[0] == "transmittal.events/1"
    assert [line.split()[0] for line in lines[1:]] == [column.name for column in columns()]
    assert all(column.says in line for column, line in zip(columns(), lines[1:], strict=True))


def test_the_page_of_the_documentation_has_every_column_format_and_slot() -> None:
    page = (EXAMPLES.parent / "docs" / "cases" / "exchange.md").read_text(encoding="utf-8")
    assert [c.name for c in columns() if f"| `{c.name}` | {c.type} | {c.says} |" not in page] == []
    words = (*FORMATS, *mapping.SHARED, *mapping.OWN, *mapping.CONSTANTS, *mapping.WORDS, *compare_rows.ROW)
    assert [word for word in words if f"`{word}`" not in page and f"{word}" not in page.split("`rows()` gives")[1]] == []


def test_csv_reads_back_as_it_was() -> None:
    case = example_case()
    assert list(comma.read(io.StringIO(written([case]), newline=""))) == list(rows([case]))
    assert written([case]) == written([case])


def test_the_ceiling_and_its_sentence_stand_in_one_row() -> None:
    release = next(row for row in rows([example_case()]) if row["amount"] == Decimal(2_350_000_000) and row["kind"] == "press_release")
    assert (release["stage"], release["basis"], release["quantities"], release["quantity_bounds"]) == (
        "approval",
        "estimate",
        (200, 200, 14),
        ("max", "max", "exact"),
    )
    assert len(str(release["quote"])) == int(str(release["quote_end"])) - int(str(release["quote_start"])) > 0


def test_no_text_cell_starts_a_formula() -> None:
    table = list(csv.reader(io.StringIO(written([example_case()]), newline="")))
    kinds = [column.type for column in columns()]
    cells = [cell for row in table[1:] for cell, kind in zip(row, kinds, strict=True) if kind in ("text", "text list")]
    assert "'=counter-strike" in cells
    assert not [cell for cell in cells if cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))]


@given(WILD)
def test_a_guarded_text_is_no_formula_and_comes_back(text: str) -> None:
    assert not guard(text).lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert unguard(guard(text)) == text


@given(st.lists(st.none() | WILD).map(tuple))
def test_a_list_comes_back_whatever_its_entries_hold(entries: tuple[str | None, ...]) -> None:
    assert split_list(join_list(entries)) == entries


VALUES: list[tuple[Kind, Value]] = [
    ("text", "='cmd'"), ("text", "'tis"), ("text", " =1"), ("int", -3), ("number", 0.1), ("decimal", Decimal("2541.05")),
    ("bool", False), ("date", date(2024, 1, 18)), ("datetime", datetime(2024, 1, 18, 1, 2, 3, 4, tzinfo=UTC)),
    ("text list", ("?", None, "", "0", " a; b\\")), ("int list", (200, None)), ("text list", ()), ("decimal", None),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "value"), VALUES, ids=str)
def test_a_cell_keeps_its_value_and_its_type(kind: Kind, value: Value) -> None:
    back = from_cell(to_cell(value, kind), kind)
    assert (type(back), back) == (type(value), value)


@given(WILD, WILD, WILD)
def test_odd_texts_survive_the_whole_table(title: str, tag: str, quote: str) -> None:
    case = example_case()
    kept = case.events[0]
    odd = odd_event(kept, title, quote)
    case = msgspec.structs.replace(case, events=(odd,), tags=(msgspec.structs.replace(case.tags[0], name=tag),))
    assert list(comma.read(io.StringIO(written([case]), newline=""))) == list(rows([case]))


def odd_event(kept: KeptEvent, title: str, quote: str) -> KeptEvent:
    first = kept.event.evidence[0]
    quote = quote or "x"
    mention = msgspec.structs.replace(first, quote=quote, start=3, end=3 + len(quote))
    event = msgspec.structs.replace(kept.event, evidence=(mention,))
    return msgspec.structs.replace(kept, event=event, paper=msgspec.structs.replace(kept.paper, title=title))


REFUSED = [
    ("no table of ours", "Recipient,Supplier\nJapan,US\n", "no columns case and event"),
    ("a row that is too short", "case,event,order\na,b\n", "line 2 has 2 cells"),
    ("an amount that is none", "case,event,amount\na,b,lots\n", "line 2, column amount: 'lots' is no decimal"),
    ("a yes that is none", "case,event,pinned\na,b,maybe\n", "column pinned: 'maybe' is no bool"),
]


@pytest.mark.parametrize(("text", "says"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_a_foreign_table_is_refused_by_line_and_column(text: str, says: str) -> None:
    with pytest.raises(UnreadableDocument, match=says):
        list(comma.read(io.StringIO(text), source="theirs.csv"))


def test_parquet_reads_back_with_its_types() -> None:
    pa, pq = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    stream = io.BytesIO()
    parquet.write([example_case()], stream)
    stream.seek(0)
    table = pq.read_table(stream)
    assert table.schema.field("amount").type == pa.decimal128(38, 6)
    assert table.schema.field("date_start").type == pa.date32()
    assert table.schema.field("recorded_at").type == pa.timestamp("us", tz="UTC")
    assert table.schema.field("quantities").type == pa.list_(pa.int64())
    assert table.schema.metadata[b"transmittal.schema"] == b"transmittal.events/1"
    assert table.schema.field("basis").metadata[b"says"].startswith(b"What the amount is")
    stream.seek(0)
    assert list(parquet.read(stream)) == list(rows([example_case()]))


def test_an_amount_is_never_rounded_into_parquet() -> None:
    pytest.importorskip("pyarrow")
    priced = next(kept for kept in example_case().events if kept.event.value)
    assert priced.event.value is not None
    money = msgspec.structs.replace(priced.event.value, amount=Decimal("0.0000001"))
    kept = msgspec.structs.replace(priced, event=msgspec.structs.replace(priced.event, value=money))
    with pytest.raises(KnownError, match=f"event {priced.id}"):
        parquet.write([CaseFile(id="c", events=(kept,))], io.BytesIO())


def test_without_pyarrow_the_way_to_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(Misuse, match=r"pip install 'transmittal\[parquet\]'"):
        parquet.write([], io.BytesIO())
