"""A casebook: opening one, writing to it, looking at it as of some moment."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from transmittal.ledger.connect import connect, connect_to_write, explained, queue_for_writing, shown_address
from transmittal.ledger.migrate import HEAD, revision_of, upgrade
from transmittal.ledger.view import View
from transmittal.model import CasebookError

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from transmittal.ledger.writer import Writer


def open_casebook(address: str, *, create: bool = True) -> "Casebook":
    """Open the casebook at a path or a postgresql:// address, bringing its tables to the newest schema.

    create: begin one where there is none. Raises Misuse or CasebookError, naming the address.
    """
    engine = connect(address, create=create)
    with explained(address):
        _prepare(engine, address, create=create)
    return Casebook(address, engine)


def _prepare(engine: "Engine", address: str, *, create: bool) -> None:
    with engine.connect() as connection:
        revision = revision_of(connection)
    if revision == HEAD:
        return
    if revision is None and not create:
        raise CasebookError("no casebook here", address, "`transmittal add SOURCE` begins one, or name another with --book")
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:  # outside a transaction, where alone the journal's mode can be changed
            raw: Any = connection.connection.dbapi_connection
            raw.cursor().execute("PRAGMA journal_mode = WAL")
    with connect_to_write(engine) as connection, connection.begin():
        queue_for_writing(connection)
        if revision_of(connection) != HEAD:  # another process may have been quicker
            upgrade(connection)


def now() -> datetime:
    """This instant, in UTC, to the microsecond."""
    return datetime.now(UTC)


class Casebook:
    """An open casebook. Close it, or use it in a with statement."""

    def __init__(self, address: str, engine: "Engine") -> None:
        self.address, self.engine = address, engine

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    @property
    def shown(self) -> str:
        """Its address, without a password."""
        return shown_address(self.address)

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    @contextmanager
    def writing(self, author: str, *, at: datetime | None = None) -> Iterator["Writer"]:
        """One transaction: all that is written in it is kept when it ends, or nothing.

        author: who writes, a program with its version or a person. at: the recorded instant, now when not given; never before the
        newest entry's. Other writers wait. Raises CasebookError when the database fails; nothing of the transaction was kept then.
        """
        from transmittal.ledger.writer import Writer  # with it comes all that reads documents

        with (
            explained(self.address),
            connect_to_write(self.engine) as connection,
            connection.begin(),
        ):
            queue_for_writing(connection)
            writer = Writer(connection, author, at or now())
            yield writer
            writer.flush()

    @contextmanager
    def view(self, *, recorded: datetime | None = None, entry: int | None = None, known: date | None = None) -> Iterator[View]:
        """The casebook as it stands, or as of what it held at an instant (`recorded`) or after an entry, from documents the public
        could know by a day (`known`). Nothing that is written meanwhile is seen."""
        with explained(self.address), self.engine.connect() as connection, connection.begin():
            yield View.at(connection, recorded=recorded, entry=entry, known=known)
