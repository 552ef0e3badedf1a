"""Through a real casebook: what is exported from one is recorded in another under the same ids, corrections left behind."""

import io
from pathlib import Path

import pytest
from casework import EXAMPLES, readings

from transmittal.cases import decide
from transmittal.cases.compare import Scope, compare
from transmittal.cases.exchange import comma, jsonl, lines, mapping, spreadsheet
from transmittal.cases.exchange.rows import rows
from transmittal.cases.exchange.theirs import read_list
from transmittal.cases.keep import keep
from transmittal.ledger import Casebook, open_casebook
from transmittal.model import CaseFile
from transmittal.reading import Reading


def recorded(path: Path, made: list[Reading]) -> Casebook:
    book = open_casebook(str(path))
    with book.writing("reader/1") as writer:
        for reading in made:
            keep(writer, reading)
    return book


def files(book: Casebook) -> list[CaseFile]:
    with book.view() as view:
        return list(view.files(list(view.case_ids())))


def texts(book: Casebook) -> dict[str, str]:
    with book.view() as view:
        return {document.paper.id: document.text for document in view.documents()}


def event_ids(cases: list[CaseFile]) -> set[str]:
    return {kept.id for case in cases for kept in case.events}


@pytest.fixture
def book(tmp_path: Path) -> Casebook:
    return recorded(tmp_path / "ours.db", list(readings()))


def test_another_casebook_records_the_same_events(book: Casebook, tmp_path: Path) -> None:
    before = event_ids(files(book))
    listed = next(kept for case in files(book) for kept in case.events if len(kept.event.items) > 1)
    decide.correct(book, listed.id, "item.0", None, author="E", reason="not bought here")
    decide.correct(book, listed.id, "buyer", None, author="E", reason="the page names nobody")
    cases = files(book)
    assert any(len(kept.corrections) == 2 for case in cases for kept in case.events)
    stream = io.StringIO()
    jsonl.write(cases, stream, texts(book).get)
    exported = stream.getvalue().splitlines()
    assert list(jsonl.read(exported)) == cases
    other = recorded(tmp_path / "theirs.db", list(lines.read(exported)))
    assert len(cases) > 1
    assert event_ids(files(other)) == before
    assert not any(kept.corrections for case in files(other) for kept in case.events)


def test_a_table_of_a_real_casebook_reads_back(book: Casebook) -> None:
    stream = io.StringIO(newline="")
    comma.write(files(book), stream)
    stream.seek(0)
    assert list(comma.read(stream)) == list(rows(files(book)))


def test_a_spreadsheet_is_recorded_once_like_any_document(tmp_path: Path) -> None:
    reading = spreadsheet.read(EXAMPLES / "maps" / "our-list.csv", mapping.load(EXAMPLES / "maps" / "our-list.toml"))
    book = recorded(tmp_path / "list.db", [reading, reading])
    assert len(event_ids(files(book))) == len(reading.events)
    assert list(texts(book).values()) == [reading.document.text]


def test_our_list_for_japan_beside_the_register(book: Casebook) -> None:
    """Job 5 of the users' list, on cases as the linker makes them."""
    register = read_list(EXAMPLES / "2026-03-31-register.csv")
    comparison = compare(files(book), register.rows, Scope(buyers=frozenset({"JP"}), first=2015, last=2025))
    assert [match.ours.system for match in comparison.matches] == ["tomahawk", "jsm"]
    assert not comparison.only_theirs
    assert not comparison.ambiguous
