"""A sound casebook passes; whatever is changed behind its back is found, and named."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pytest
from lively import lively
from papers import LINE, add, event, numbered, reading
from sqlalchemy import text

from transmittal.ledger import Casebook, open_casebook
from transmittal.ledger.verify import verify
from transmittal.model import Party


@pytest.fixture(scope="module")
def templates(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Addresses of lively casebooks to be copied, by kind of database."""
    return {"folder": str(tmp_path_factory.mktemp("lively"))}


@pytest.fixture
def lively_book(database: str, templates: dict[str, str], request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Casebook]:
    """A copy of a lively casebook."""
    server = request.getfixturevalue("postgresql") if database == "postgresql" else None
    if database not in templates:
        templates[database] = server.database() if server else f"{templates['folder']}/book.db"
        with open_casebook(templates[database]) as made:
            lively(made)
    if server:
        address = server.database(templates[database].rpartition("/")[2])
    else:
        address = str(shutil.copy(templates[database], tmp_path / "book.db"))
    with open_casebook(address) as book:
        yield book
    if server:
        server.drop(address)


def test_a_casebook_in_which_everything_happened_is_sound(lively_book: Casebook) -> None:
    book = lively_book
    verdict = verify(book)
    assert verdict.faults == ()
    assert verdict.entries > 40
    with book.view() as view:
        counted = sum(view.rows(f"SELECT count(*) AS c FROM {table}")[0].c for table in TABLES)
    assert verdict.rows == counted


def test_an_empty_casebook_is_sound(book: Casebook) -> None:
    assert verify(book) == msgspec.structs.replace(verify(book), entries=0, rows=0, chain="", faults=())


TABLES = ("documents", "sightings", "readings", "events", "statements", "retirements", "keys", "links", "decisions")


@dataclass(frozen=True)
class Case:
    """What is done to a casebook, and the beginning of the first fault named."""

    name: str
    sql: str
    first: str


CASES = [
    Case("a document's title", "UPDATE documents SET title = 'Another' WHERE n = 2", "documents 2 (entry 2): is not as it was"),
    Case("a document's text", "UPDATE documents SET text = text || '.' WHERE n = 2", "documents 2 (entry 2): its text is not the one"),
    Case("the day a document was known", "UPDATE documents SET known = '2020-01-01' WHERE n = 1", "documents 1 (entry 1): is not as"),
    Case("a document's id", "UPDATE documents SET id = 'ab' || substr(id, 3) WHERE n = 1", "documents 1 (entry 1): its text is not"),
    Case("a null filled", "UPDATE documents SET publisher = 'The Times' WHERE n = 1", "documents 1 (entry 1): is not as it was"),
    Case("a sighting's address", "UPDATE sightings SET url = 'https://x.example' WHERE n = 2", "sightings 2 (entry 2): is not as it was"),
    Case("a capture", "UPDATE sightings SET capture = {bytes} WHERE n = {capture_n}", "sightings {capture}: is not as it was"),
    Case("the reader of a reading", "UPDATE readings SET reader = 'other/9' WHERE entry = 2", "readings 2 (entry 2): is not as it was"),
    Case("the place of an event", "UPDATE events SET place = 7 WHERE n = 2", "events 2 (entry 1): is not as it was"),
    Case("the id of an event", "UPDATE events SET id = '0' || substr(id, 2) WHERE n = 2", "events 2 (entry 1): its statements are not"),
    Case("the document of an event", "UPDATE events SET document = 2 WHERE n = 1", "events 1 (entry 1): its statements are not"),
    Case(
        "a value", "UPDATE statements SET value = replace(value, '\"JP\"', '\"TW\"') WHERE n = 2", "statements 2 (entry 1): it does not say"
    ),
    Case("a span", "UPDATE statements SET span_start = span_start + 1 WHERE n = 3", "statements 3 (entry 1): it does not say"),
    Case("a period", "UPDATE statements SET valid_from = '1999-01-01' WHERE n = 1", "statements 1 (entry 1): it does not say"),
    Case("a statement of another event", "UPDATE statements SET event = 2 WHERE n = 1", "statements 1 (entry 1): it does not say"),
    Case("a statement moved to another entry", "UPDATE statements SET entry = 2 WHERE n = 1", "statements 1 (entry 1): is missing"),
    Case("a retirement's day", "UPDATE retirements SET known = '1999-01-01' WHERE known IS NULL", "retirements 2 (entry {reread}): is not"),
    Case("a retirement's successor", "UPDATE retirements SET successor = 1 WHERE event = 2", "retirements 2 (entry {reread}): is not"),
    Case("a key", "UPDATE keys SET key = 'buyer:XX' WHERE key = 'buyer:JP' AND event = 1", "keys 1 buyer:XX (entry 1): is not as it was"),
    Case("the case of a link", "UPDATE links SET case_id = 'elsewhere' WHERE n = 3", "links 3 (entry {links}): is not as it was"),
    Case("the score of a link", "UPDATE links SET score = score + 0.000001 WHERE n = 3", "links 3 (entry {links}): is not as it was"),
    Case("who linked", "UPDATE links SET decided_by = 'nobody' WHERE n = 3", "links 3 (entry {links}): is not as it was"),
    Case(
        "a decision's reason",
        "UPDATE decisions SET reason = 'because' WHERE verb = 'reject'",
        "decisions {reject} (entry {reject}): is not",
    ),
    Case("a decision's subject", "UPDATE decisions SET subject = 'x' WHERE verb = 'tag'", "decisions {tag} (entry {tag}): is not as"),
    Case("an instant", "UPDATE entries SET at = '2020-01-01T00:00:00.000000+00:00' WHERE n = 2", "entries 2: its own line"),
    Case("an author", "UPDATE entries SET author = 'Eve' WHERE n = 3", "entries 3: its own line"),
    Case(
        "a snapshot's name",
        "UPDATE entries SET body = replace(body, 'spring', 'autumn') WHERE kind = 'snapshot'",
        "entries {snapshot}: its own",
    ),
    Case("a digest", "UPDATE entries SET digest = '0' WHERE n = 2", "entries 2: its own line"),
    Case("marks", "UPDATE entries SET marks = '[]' WHERE n = 2", "entries 2: its own line"),
    Case("a chain", "UPDATE entries SET chain = '0' WHERE n = 2", "entries 2: its own line"),
    Case("an entry gone", "DELETE FROM entries WHERE n = 2", "entries 2: missing from the journal"),
    Case("an entry and its rows gone", "DELETE FROM entries WHERE n = 2; {all_of_2}", "entries 2: missing from the journal"),
    Case(
        "the last entry gone, its rows left", "DELETE FROM entries WHERE n >= {reject}", "decisions {reject} (entry {reject}): belongs to"
    ),
    Case("a document gone", "DELETE FROM documents WHERE n = 2", "documents 2 (entry 2): is missing"),
    Case("a sighting gone", "DELETE FROM sightings WHERE n = 2", "sightings 2 (entry 2): is missing"),
    Case("a reading gone", "DELETE FROM readings WHERE entry = 2", "readings 1 of 1 in its entry (entry 2): is missing"),
    Case("an event gone", "DELETE FROM events WHERE n = 1", "events 1 (entry 1): is missing"),
    Case("a statement gone", "DELETE FROM statements WHERE n = 4", "statements 4 (entry 1): is missing"),
    Case("the last statement gone", "DELETE FROM statements WHERE n = (SELECT max(n) FROM statements)", "statements {last} (entry"),
    Case("a retirement gone", "DELETE FROM retirements WHERE event = 2", "retirements 1 of 1 in its entry (entry {reread}): is missing"),
    Case("a key gone", "DELETE FROM keys WHERE event = 1 AND key = 'supplier:US'", "keys 2 of 6 in its entry (entry 1): is missing"),
    Case("a link gone", "DELETE FROM links WHERE n = 2", "links 2 (entry"),
    Case("a decision gone", "DELETE FROM decisions WHERE verb = 'undo'", "decisions 1 of 1 in its entry (entry {undo}): is missing"),
    Case(
        "a document put in",
        "INSERT INTO documents SELECT 999, 1, 'x', bytes_sha256, kind, tier, known, published, title, url, address, publisher, language,"
        " source, text FROM documents WHERE n = 1",
        "documents 999 (entry 1): its text is not the one",
    ),
    Case(
        "a sighting put in",
        "INSERT INTO sightings VALUES (999, 2, 1, 'https://x.example', NULL, 'x', NULL)",
        "sightings 999 (entry 2): was not",
    ),
    Case(
        "a reading put in",
        "INSERT INTO readings VALUES ({links}, 1, 'reader/3', 'prose', '[]')",
        "readings {links} (entry {links}): was not",
    ),
    Case("an event put in", "INSERT INTO events VALUES (999, 2, 'x', 1, 0)", "events 999 (entry 2): its statements make no event"),
    Case(
        "a statement put in",
        "INSERT INTO statements SELECT 999, entry, id, event, slot, value, span_start, span_end, valid_from, valid_to, supersedes"
        " FROM statements WHERE n = 1",
        "statements 999 (entry 1): was not recorded",
    ),
    Case("a retirement put in", "INSERT INTO retirements VALUES (1, 1, NULL, NULL)", "retirements 1 (entry 1): was not recorded"),
    Case("a key put in", "INSERT INTO keys VALUES ('buyer:XX', 1, 1)", "keys 1 buyer:XX (entry 1): was not recorded"),
    Case("a link put in", "INSERT INTO links VALUES (999, {links}, 1, 'elsewhere', 1, '', 'Eve', 1)", "links 999 (entry {links}): was not"),
    Case(
        "a decision put in", "INSERT INTO decisions VALUES (1, 'reject', 'x', '{{}}', '', NULL)", "decisions 1 (entry 1): was not recorded"
    ),
    Case(
        "a row of an entry to come",
        "INSERT INTO decisions VALUES (9999, 'reject', 'x', '{{}}', '', NULL)",
        "decisions 9999 (entry 9999): belongs",
    ),
    Case("two documents swapped", "{swap} documents", "documents 1 (entry 1): is missing"),
    Case("two events swapped", "{swap} events", "events 1 (entry 1): its statements"),
    Case("two statements swapped", "{swap} statements", "statements 1 (entry 1): is not as it was recorded"),
    Case("two links swapped", "{swap} links", "links 1 (entry {first_link}): is missing"),
    Case("two sightings swapped", "{swap} sightings", "sightings 1 (entry 1): is missing"),
    Case("a document no search finds", "DELETE FROM {words} 2", "words 2: this document is missing from the index of words"),
]


def _one(book: Casebook, query: str) -> object:
    with book.view() as view:
        return view.connection.execute(text(query)).scalar()


def _places(book: Casebook) -> dict[str, object]:
    """What the cases call by name, as numbers in this casebook."""
    verbs = {verb: _one(book, f"SELECT entry FROM decisions WHERE verb = '{verb}'") for verb in ("undo", "tag", "reject")}
    sqlite = book.engine.dialect.name == "sqlite"
    return verbs | {
        "reread": _one(book, "SELECT entry FROM readings WHERE reader = 'reader/2'"),
        "links": _one(book, "SELECT entry FROM links WHERE n = 3"),
        "first_link": _one(book, "SELECT entry FROM links WHERE n = 1"),
        "snapshot": _one(book, "SELECT n FROM entries WHERE kind = 'snapshot'"),
        "last": _one(book, "SELECT max(n) FROM statements"),
        "capture": "{} (entry {})".format(*_capture(book)),
        "capture_n": _capture(book)[0],
        "bytes": "x'00'" if sqlite else r"'\x00'::bytea",
        "words": "words_docsize WHERE id =" if sqlite else "words WHERE document =",
        "all_of_2": "; ".join(f"DELETE FROM {table} WHERE entry = 2" for table in TABLES),
        "swap": "swap",
    }


def _capture(book: Casebook) -> tuple[object, object]:
    with book.view() as view:
        row = view.rows("SELECT n, entry FROM sightings WHERE capture IS NOT NULL ORDER BY n LIMIT 1")[0]
        return row.n, row.entry


def _do(book: Casebook, sql: str) -> None:
    with book.engine.connect().execution_options(writes=True) as connection, connection.begin():
        if sql.startswith("swap "):
            table = sql.partition(" ")[2]
            for old, new in ((1, -1), (2, 1), (-1, 2)):
                connection.exec_driver_sql(f"UPDATE {table} SET n = {new} WHERE n = {old}")
            return
        for statement in sql.split("; "):
            connection.exec_driver_sql(statement)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_was_changed_is_named(lively_book: Casebook, case: Case) -> None:
    book = lively_book
    places = _places(book)
    _do(book, case.sql.format(**places))
    faults = [str(fault) for fault in verify(book).faults]
    assert faults, "nothing was found"
    wanted = case.first.format(**places)
    assert any(fault.startswith(wanted) for fault in faults[:2]), (wanted, faults)
    assert len(faults) <= 20 or "gone" in case.name, faults


def test_a_journal_that_was_cut_off_differs_from_what_was_noted(book: Casebook) -> None:
    add(book, *numbered(3))
    noted = verify(book)
    _do(book, "; ".join(["DELETE FROM entries WHERE n = 3", *[f"DELETE FROM {table} WHERE entry = 3" for table in TABLES]]))
    assert verify(book).is_sound  # nothing in a casebook shows that it once was longer
    (fault,) = verify(book, noted=(noted.entries, noted.chain)).faults
    assert str(fault) == "entries 3: is missing, it was there once"


def test_a_journal_made_anew_differs_from_what_was_noted(book: Casebook, other_address: str) -> None:
    add(book, *numbered(3))
    with open_casebook(other_address) as other:
        add(other, *numbered(3), author="somebody else")
        noted = verify(book)
        (fault,) = verify(other, noted=(noted.entries, noted.chain)).faults
        assert fault.what.startswith("its chain is")
        assert verify(book, noted=(noted.entries, noted.chain)).is_sound


def test_the_same_rows_give_the_same_chain_on_both_databases(book: Casebook, other_address: str) -> None:
    lively(book)
    with open_casebook(other_address) as other:
        lively(other)
        assert verify(book) == verify(other)


def test_an_event_that_quotes_what_is_not_there_is_named(book: Casebook) -> None:
    text_ = LINE
    made = event(text_, LINE)
    lying = msgspec.structs.replace(made, buyer=Party(quote="France", start=0, end=6, id="FR", name="France"))
    add(book, reading(text_, [lying]))
    (fault,) = verify(book).faults
    assert str(fault) == "events 1 (entry 1): it quotes what its document does not say: 'France'"


def test_most_bounds_what_is_told(book: Casebook) -> None:
    add(book, *numbered(5))
    _do(book, "UPDATE documents SET title = 'x'")
    assert len(verify(book).faults) == 5
    assert len(verify(book, most=2).faults) == 2
