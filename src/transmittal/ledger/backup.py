"""A casebook as one file, and back: the file of a backup is itself a casebook in SQLite, whichever database it was made from."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from transmittal.ledger import chain, words
from transmittal.ledger.book import Casebook, open_casebook
from transmittal.ledger.bulk import insert, stream
from transmittal.ledger.connect import connect, connect_to_write, explained, queue_for_writing, shown_address
from transmittal.ledger.migrate import HEAD, revision_of
from transmittal.ledger.verify import NAMED_BY, Verdict, verify_rows
from transmittal.model import CasebookError

if TYPE_CHECKING:
    from sqlalchemy import Connection

# Rows copied at once from a table that holds texts or captures, and from another.
_FEW, _MANY = 50, 5000
_HEAVY = ("documents", "sightings")


def backup(book: Casebook, path: Path) -> Verdict:
    """Write a casebook as it is now, while others go on reading and writing, into one file. Returns what the check of the file found.

    The file appears whole or not at all. Raises CasebookError when it exists, cannot be written, or the casebook does not verify.
    """
    if path.exists():
        raise CasebookError("there is a file already", str(path), "a backup overwrites nothing: name a new file")
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    except OSError as error:
        raise CasebookError(f"no file can be made there ({error.strerror})", str(path), "name another place") from error
    os.close(handle)
    part = Path(name)
    try:
        with explained(str(path)):
            verdict = _fill(book, part)
        _settle(part, path)
    finally:
        for left in (part, *(Path(f"{part}{end}") for end in ("-wal", "-shm", "-journal"))):
            left.unlink(missing_ok=True)
    return verdict


def _fill(book: Casebook, part: Path) -> Verdict:
    if book.engine.dialect.name == "sqlite":
        _copy_pages(book, part)
    else:
        _copy_rows(book, part)
    with open_casebook(str(part), create=False) as made:
        with made.engine.connect() as connection, connection.begin():
            verdict = verify_rows(connection)
        if verdict.faults:
            hint = "`transmittal verify` names all that was changed; restore an earlier backup beside it and compare"
            raise CasebookError(f"this casebook is not what was recorded: {verdict.faults[0]}", shown_address(book.address), hint)
    with sqlite3.connect(part) as raw:
        raw.execute("PRAGMA journal_mode = DELETE")  # one file, not three
    raw.close()
    return verdict


def _copy_pages(book: Casebook, part: Path) -> None:
    """SQLite's own online backup: the pages of one moment."""
    with book.engine.connect() as connection, sqlite3.connect(part) as target:
        raw: Any = connection.connection.dbapi_connection
        raw.backup(target)
    target.close()


def _copy_rows(book: Casebook, part: Path) -> None:
    with open_casebook(str(part)) as made, book.engine.connect() as source, source.begin(), _writing(made) as target:
        copy(source, target)


def _settle(part: Path, path: Path) -> None:
    """Give the finished file its name, so that it survives a power cut."""
    _sync(part)
    part.rename(path)
    if os.name == "posix":
        _sync(path.parent)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def restore(path: Path, address: str) -> Verdict:
    """Put a backup's rows into a new casebook at an address, all of them or none, and check them there.

    Raises CasebookError when the file is no sound backup, or when there is a casebook with entries at the address.
    """
    with _reading(path) as source, open_casebook(address) as book, explained(book.address), _writing(book) as target:
        if target.exec_driver_sql("SELECT max(n) FROM entries").scalar():
            hint = "restore into a new file or an empty database"
            raise CasebookError("this casebook has entries already", shown_address(address), hint)
        copy(source, target)
        verdict = verify_rows(target)
        if verdict.faults:
            hint = "nothing was restored; use another backup"
            raise CasebookError(f"this backup is not what was recorded: {verdict.faults[0]}", str(path), hint)
        return verdict


@contextmanager
def _reading(path: Path) -> "Iterator[Connection]":
    """A backup, to be read. One of an older schema is brought to the newest in a copy: the backup itself stays as it is."""
    if not path.is_file():
        raise CasebookError("there is no such file", str(path), "name the file that `transmittal backup` wrote")
    with explained(str(path)), Casebook(str(path), connect(str(path), create=False)) as book:
        with book.engine.connect() as connection:
            revision = revision_of(connection)
        if revision is None:
            raise CasebookError("not a backup: it is empty", str(path), "name the file that `transmittal backup` wrote")
        with tempfile.TemporaryDirectory(prefix="transmittal-") as folder:
            newest = book if revision == HEAD else open_casebook(shutil.copy(path, folder))
            with newest, newest.engine.connect() as connection, connection.begin():
                yield connection


@contextmanager
def _writing(book: Casebook) -> "Iterator[Connection]":
    with connect_to_write(book.engine) as connection, connection.begin():
        queue_for_writing(connection)
        yield connection


def copy(source: "Connection", target: "Connection") -> None:
    """Copy all rows, and index their words anew. Both connections are in a transaction."""
    for table in ("entries", *chain.TABLES):
        order = ", ".join(("entry", *NAMED_BY[table])) if table != "entries" else "n"
        rows = stream(source, f"SELECT * FROM {table} ORDER BY {order}", _FEW if table in _HEAVY else _MANY)
        while batch := [tuple(row) for row in islice(rows, _FEW if table in _HEAVY else _MANY)]:
            insert(target, table, batch)
    texts = stream(source, "SELECT n, title, text FROM documents ORDER BY n", _FEW)
    while some := [tuple(row) for row in islice(texts, _FEW)]:
        words.index(target, some)
