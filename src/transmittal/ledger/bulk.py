"""Many rows at once, by each driver's own fast way."""

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


def insert(connection: "Connection", table: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Append rows that have a value for every column of the table, in their order."""
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"INSERT INTO {table} VALUES ({','.join('?' * len(rows[0]))})", list(rows))
    elif len(rows) < _COPY_FROM:
        connection.exec_driver_sql(f"INSERT INTO {table} VALUES ({','.join(['%s'] * len(rows[0]))})", list(rows))
    else:
        raw: Any = connection.connection.dbapi_connection
        with raw.cursor() as cursor, cursor.copy(f"COPY {table} FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
