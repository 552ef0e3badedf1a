"""Many rows at once, or one question many times, by each driver's own fast way."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlalchemy import Connection

# Below this many rows a plain INSERT is quicker than beginning a COPY.
_COPY_FROM = 8


def stream(connection: "Connection", query: str, at_once: int) -> Iterator[Any]:
    """Rows of a query, so many of them in memory at a time."""
    from sqlalchemy import text

    return iter(connection.execute(text(query), execution_options={"stream_results": True, "yield_per": at_once}))


def fetch(connection: "Connection", query: str, *values: object) -> list[tuple[Any, ...]]:
    """Rows of a query with a `?` for each value: for what is asked with every document, where SQLAlchemy costs more than the answer."""
    raw: Any = connection.connection.dbapi_connection
    cursor = raw.cursor()
    try:
        return list(cursor.execute(query if connection.dialect.name == "sqlite" else query.replace("?", "%s"), values).fetchall())
    finally:
        cursor.close()


def insert(connection: "Connection", table: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Append rows that have a value for every column of the table, in their order."""
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        insert_by(connection, f"INSERT INTO {table} VALUES ({','.join('?' * len(rows[0]))})", rows)
    elif len(rows) < _COPY_FROM:
        insert_by(connection, f"INSERT INTO {table} VALUES ({','.join(['%s'] * len(rows[0]))})", rows)
    else:
        raw: Any = connection.connection.dbapi_connection
        with raw.cursor() as cursor, cursor.copy(f"COPY {table} FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)


def insert_by(connection: "Connection", statement: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Run a driver's INSERT for each of the rows."""
    raw: Any = connection.connection.dbapi_connection
    cursor = raw.cursor()
    try:
        cursor.executemany(statement, rows)
    finally:
        cursor.close()
