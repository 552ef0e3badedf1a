"""Whether rows say what their ids were made of, and quote their document exactly."""

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import msgspec

from transmittal.ledger import rows as made
from transmittal.model import Mention

if TYPE_CHECKING:
    from sqlalchemy import Connection

# A fault: the table, the row, what is wrong with it.
Wrong = tuple[str, Any, str]


class Content:
    """Checks an entry's rows by what they say. What they refer to is looked up in the casebook."""

    def __init__(self, connection: "Connection") -> None:
        self.connection = connection
        self._document = lru_cache(maxsize=8)(self._look_up_document)

    def faults(self, rows: dict[str, list[Any]]) -> Iterator[Wrong]:
        """Faults in the rows of one entry, by table."""
        said: dict[int, list[Any]] = {}
        for row in rows["statements"]:
            said.setdefault(row.event, []).append(row)
        for row in rows["documents"]:
            if made.document_id(row.text) != row.id:
                yield "documents", row, "its text is not the one its id was made of"
        ids = {row.n: row.id for row in rows["events"]}
        for row in rows["statements"]:
            event_id = ids.get(row.event) or self._one("SELECT id FROM events WHERE n = :n", row.event)
            if self._statement_id(row, event_id) != row.id:
                yield "statements", row, "it does not say what its id was made of"
        texts = {row.n: (row.id, row.text) for row in rows["documents"]}
        for row in rows["events"]:
            document = texts.get(row.document) or self._document(row.document)
            what = _wrong_event(row, said.get(row.n, []), document)
            if what is not None:
                yield "events", row, what

    def _statement_id(self, row: Any, event_id: str | None) -> str | None:
        supersedes = None
        if row.supersedes is not None:
            supersedes = self._one("SELECT id FROM statements WHERE n = :n", row.supersedes) or ""
        said = made.StatementRow(row.slot, row.value, row.span_start, row.span_end, row.valid_from, row.valid_to)
        return made.statement_id(event_id, said, supersedes) if event_id is not None else None

    def _look_up_document(self, n: int) -> tuple[str, str] | None:
        from sqlalchemy import text

        found = self.connection.execute(text("SELECT id, text FROM documents WHERE n = :n"), {"n": n}).first()
        return (found[0], found[1]) if found else None

    def _one(self, query: str, n: int) -> str | None:
        from sqlalchemy import text

        return self.connection.execute(text(query), {"n": n}).scalar()


def _wrong_event(row: Any, statements: list[Any], document: tuple[str, str] | None) -> str | None:
    if document is None:
        return f"its document, number {row.document}, is not there"
    try:
        event = made.join((statement.slot, statement.value) for statement in statements if statement.supersedes is None)
    except (ValueError, LookupError, TypeError) as error:
        return f"its statements make no event ({error})"
    if made.event_id(document[0], event) != row.id:
        return "its statements are not those its id was made of"
    strange = next((m for m in mentions(event) if document[1][m.start : m.end] != m.quote), None)
    return f"it quotes what its document does not say: {strange.quote[:60]!r}" if strange else None


def mentions(value: object) -> Iterator[Mention]:
    """Every mention in an event, at any depth."""
    if isinstance(value, Mention):
        yield value
    if isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from mentions(getattr(value, name))
    elif isinstance(value, tuple | list):
        for inner in value:
            yield from mentions(inner)
    elif isinstance(value, dict):
        for inner in value.values():
            yield from mentions(inner)
