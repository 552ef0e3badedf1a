"""Every schema there ever was comes to the newest one with all it held, and nothing else is taken for a casebook."""

import subprocess
import sys
import tempfile
from pathlib import Path

import msgspec
import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from answers import answers
from lively import lively
from papers import add, numbered
from sqlalchemy import Connection, inspect, text

from transmittal.ledger import Casebook, bulk, migrate, open_casebook, words
from transmittal.ledger.chain import TABLES
from transmittal.ledger.connect import connect, connect_to_write
from transmittal.ledger.schema import tables
from transmittal.ledger.verify import verify
from transmittal.model import CasebookError

# For each revision: `schemas/REVISION.jsonl`, a table's name and a row a line, as that schema held them, and `REVISION.answers.json`, what
# must be answered after the upgrade. Both are written by `python tests/ledger/test_migrate.py REVISION`, run while REVISION is the newest.
SCHEMAS = Path(__file__).parent / "schemas"


def _revisions() -> list[str]:
    config = Config()
    config.set_main_option("script_location", str(Path(migrate.__file__).parent / "migrations"))
    return [script.revision for script in reversed(list(ScriptDirectory.from_config(config).walk_revisions()))]


def test_the_newest_revision_is_the_one_the_program_asks_for() -> None:
    assert _revisions()[-1] == migrate.HEAD


@pytest.mark.parametrize("revision", _revisions())
def test_a_casebook_of_each_schema_comes_to_the_newest(empty_address: str, revision: str) -> None:
    """The newest schema is among them: what an earlier build of this version wrote is read as it was."""
    engine = connect(empty_address, create=True)
    with connect_to_write(engine) as connection, connection.begin():
        migrate.upgrade(connection, revision)
    with connect_to_write(engine) as connection, connection.begin():
        _fill(connection, revision)
    engine.dispose()
    with open_casebook(empty_address) as book:
        assert verify(book).is_sound
        with book.view() as view:
            assert answers(view).decode() == (SCHEMAS / f"{revision}.answers.json").read_text().strip()
        add(book, *numbered(2, first=70))
        assert verify(book).is_sound


def _fill(connection: Connection, revision: str) -> None:
    for line in (SCHEMAS / f"{revision}.jsonl").read_bytes().splitlines():
        name, cells = msgspec.json.decode(line)
        row = tuple(bytes.fromhex(cell["hex"]) if isinstance(cell, dict) else cell for cell in cells)
        bulk.insert(connection, name, [row])
        if name == "documents":
            words.index(connection, [(row[0], row[8], row[-1])])


def test_the_migrations_make_the_tables_that_the_program_knows(
    book: Casebook, database: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    plain_address = str(tmp_path / "plain.db") if database == "sqlite" else request.getfixturevalue("postgresql").database()
    plain = connect(plain_address, create=True)
    with connect_to_write(plain) as connection, connection.begin():
        tables.create_all(connection)
    made, known = _described(book.engine), _described(plain)
    plain.dispose()
    assert set(known) == set(tables.tables)
    for name, table in known.items():
        assert made[name] == table, name


def _described(engine: object) -> dict[str, object]:
    """Columns, keys and indexes by table."""
    found = inspect(engine)
    assert found is not None
    return {
        name: (
            [
                (column["name"], repr(column["type"]), column["nullable"], getattr(column["type"], "collation", None), column["default"])
                for column in found.get_columns(name)
            ],
            found.get_pk_constraint(name)["constrained_columns"],
            sorted((index["name"], tuple(index["column_names"]), bool(index["unique"])) for index in found.get_indexes(name)),
        )
        for name in found.get_table_names()
        if name != "alembic_version" and not name.startswith("words")
    }


def test_opening_twice_changes_nothing(book: Casebook, book_address: str) -> None:
    lively(book)
    with book.view() as view:
        before = answers(view)
    for _ in range(2):
        with open_casebook(book_address) as again, again.view() as view:
            assert answers(view) == before


OPEN = """
import sys
from transmittal.ledger import open_casebook
sys.stdin.readline()
open_casebook(sys.argv[1]).close()
print("open")
"""


def test_processes_that_begin_one_casebook_at_once(empty_address: str) -> None:
    call, pipe = [sys.executable, "-c", OPEN, empty_address], subprocess.PIPE
    started = [subprocess.Popen(call, stdin=pipe, stdout=pipe, stderr=pipe, text=True) for _ in range(4)]
    for process in started:
        assert process.stdin is not None
        process.stdin.write("now\n")
        process.stdin.flush()
    for process in started:
        said, trouble = process.communicate(timeout=120)
        assert (said, trouble) == ("open\n", "")
    with open_casebook(empty_address, create=False) as book:
        add(book, *numbered(1))
        assert verify(book).is_sound


def test_a_casebook_of_a_newer_program_is_left_alone(book: Casebook, book_address: str) -> None:
    add(book, *numbered(1))
    with connect_to_write(book.engine) as connection, connection.begin():
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(CasebookError, match=r"its schema is unknown to this program .*9999.*; use a newer transmittal"):
        open_casebook(book_address)
    with book.view() as view:
        assert len(list(view.documents())) == 1


def test_a_database_of_something_else_is_left_alone(empty_address: str) -> None:
    engine = connect(empty_address, create=True)
    with connect_to_write(engine) as connection, connection.begin():
        connection.execute(text("CREATE TABLE customers (name TEXT)"))
    with pytest.raises(CasebookError, match="not a casebook: it holds other tables"):
        open_casebook(empty_address)
    assert inspect(engine).get_table_names() == ["customers"]
    engine.dispose()


def test_no_casebook_is_begun_unasked(empty_address: str) -> None:
    with pytest.raises(CasebookError, match="no casebook here"):
        open_casebook(empty_address, create=False)


def write(revision: str) -> None:
    """Write the rows and answers of a lively casebook of the newest schema, as `revision`."""
    SCHEMAS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, open_casebook(f"{folder}/book.db") as book:
        lively(book, shipped=())
        with book.view() as view, (SCHEMAS / f"{revision}.jsonl").open("wb") as file:
            (SCHEMAS / f"{revision}.answers.json").write_bytes(answers(view) + b"\n")
            for name in ("entries", *TABLES):
                for row in view.rows(f"SELECT * FROM {name} ORDER BY 1, 2"):
                    cells = [{"hex": cell.hex()} if isinstance(cell, bytes) else cell for cell in row]
                    file.write(msgspec.json.encode([name, cells]) + b"\n")


if __name__ == "__main__":
    write(sys.argv[1])
