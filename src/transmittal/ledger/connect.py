"""A casebook's address to a database engine, and the database's troubles to words."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from transmittal.model import CasebookError, Misuse

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

# How long a writer waits for another one.
_PATIENCE_S = 120
# Any number: the one lock of a PostgreSQL database that writers of a casebook queue at.
_WRITERS_LOCK = 7_231_905_518


def default_address() -> str:
    """Where the casebook of this user lies: the platform's data directory, or what TRANSMITTAL_BOOK names."""
    named = os.environ.get("TRANSMITTAL_BOOK")
    if named:
        return named
    if sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    elif sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return str(base / "transmittal" / "casebook.db")


def is_postgresql(address: str) -> bool:
    """Whether the address names a server and not a file."""
    return address.startswith(("postgresql://", "postgres://", "postgresql+psycopg://"))


def connect(address: str, *, create: bool) -> "Engine":
    """An engine for a path or a postgresql:// address. Raises Misuse or CasebookError; does not connect yet."""
    if is_postgresql(address):
        return _postgresql(address)
    if "://" in address:
        raise Misuse("not a kind of casebook that is known", f"--book {address}", "give a path, or postgresql://user@host/database")
    return _sqlite(Path(address).expanduser(), create=create)


def _postgresql(address: str) -> "Engine":
    from sqlalchemy import create_engine

    try:
        import psycopg  # noqa: F401
    except ImportError as error:
        raise Misuse("PostgreSQL needs the extra [postgres]", "--book", "pip install 'transmittal[postgres]'") from error
    rest = address.partition("://")[2]
    return create_engine(f"postgresql+psycopg://{rest}", isolation_level="REPEATABLE READ", pool_pre_ping=True)


def _sqlite(path: Path, *, create: bool) -> "Engine":
    from sqlalchemy import URL, create_engine, event

    if not path.exists():
        if not create:
            raise CasebookError("no casebook here", str(path), "`transmittal add SOURCE` begins one, or name another with --book")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CasebookError(f"its folder cannot be made ({error.strerror})", str(path), "name another place with --book") from error
    elif path.is_dir():
        raise CasebookError("this is a folder", str(path), "name a file in it")
    elif not os.access(path, os.R_OK):
        raise CasebookError("may not be read by you", str(path), "check its permissions")
    engine = create_engine(URL.create("sqlite", database=str(path)), connect_args={"timeout": _PATIENCE_S, "check_same_thread": False})

    @event.listens_for(engine, "connect")
    def _prepare(raw: Any, _record: object) -> None:
        raw.isolation_level = None  # we begin transactions ourselves: the driver's own BEGIN comes too late for readers
        cursor = raw.cursor()
        cursor.execute("PRAGMA busy_timeout = 120000")
        # FULL: what was reported as kept survives a power cut, at one sync a commit.
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.execute("PRAGMA cache_size = -65536")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: "Connection") -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")

    return engine


def connect_to_write(engine: "Engine") -> "Connection":
    """A connection whose transactions are those of writers."""
    connection = engine.connect().execution_options(writes=True)
    if engine.dialect.name == "postgresql":
        # Not the readers' REPEATABLE READ: it would see the casebook as it was when the wait for the writer before began.
        connection = connection.execution_options(isolation_level="READ COMMITTED")
    return connection


def queue_for_writing(connection: "Connection") -> None:
    """Wait until no other writer is at work; until the transaction ends none will be. SQLite's BEGIN IMMEDIATE has done it already."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITERS_LOCK})")


@contextmanager
def explained(address: str) -> Iterator[None]:
    """Turn the database's errors into ours, and its driver's: a COPY goes past SQLAlchemy."""
    from sqlalchemy.exc import DatabaseError

    try:
        yield
    except DatabaseError as error:
        raise CasebookError(*_words(str(error.orig or error), shown_address(address))) from error
    except _driver_errors(address) as error:
        raise CasebookError(*_words(str(error), shown_address(address))) from error


def _driver_errors(address: str) -> type[Exception]:
    if is_postgresql(address):
        import psycopg

        return psycopg.Error
    import sqlite3

    return sqlite3.Error


def shown_address(address: str) -> str:
    """The address without its password."""
    if not is_postgresql(address):
        return address
    from sqlalchemy import make_url

    return make_url(address).render_as_string(hide_password=True)


# What databases say, and what a person can do about it.
_TROUBLES = (
    (("disk is full", "No space left"), "the disk is full", "make room, and run the same again"),
    (("disk I/O error",), "the disk refuses to be read or written", "see whether it is full or failing"),
    (("readonly database", "read-only", "permission denied"), "may not be written", "check the permissions of the file and its folder"),
    (("unable to open",), "cannot be opened or made", "check that the folder exists and may be written"),
    (("database is locked",), "another program has held it for two minutes", "wait for that program to end, or stop it"),
    (("not a database", "malformed"), "not a casebook, or damaged", "restore a backup with `transmittal restore`"),
    (("does not exist",), "the server has no such database", "make it with createdb"),
    (("authentication", "no password"), "the server refuses this user", "check user and password"),
    (
        ("refused", "could not translate", "Connection", "connection"),
        "the server cannot be reached",
        "is it running, and the address right?",
    ),
)


def _words(said: str, where: str) -> tuple[str, str, str]:
    first = said.strip().splitlines()[0] if said.strip() else "the database failed"
    for marks, what, hint in _TROUBLES:
        if any(mark in said for mark in marks):
            return f"{what} ({first})", where, hint
    return first, where, ""
