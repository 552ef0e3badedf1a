"""Keeping statements, as a share of what the database itself manages: the same rows put in bare, with nothing made or looked up.

    python bench/ledger.py [DOCUMENTS]      default 2,000; PostgreSQL is a server of our own, begun for the run

The rows are those of all tables, with the index of words. Fails when recording falls below 0.3 of SQLite's bare speed or 0.2 of
PostgreSQL's, or when memory grows with the documents: by more than 5 per cent beyond SQLite's own cache of pages, which fills up first.
"""

import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "ledger"))
from memory import documents
from server import Server, binaries

from transmittal.ledger import Casebook, open_casebook
from transmittal.ledger.chain import TABLES
from transmittal.ledger.words import searchable
from transmittal.reading import Reading, read_document

AT = datetime(2026, 3, 1, tzinfo=UTC)
LEAST = {"sqlite": 0.3, "postgresql": 0.2}
ROUNDS = 3
A_TRANSACTION = 100
MOST_GROWTH = 0.05
CACHE_MB = 64  # cache_size in ledger.connect


def readings(number: int) -> Iterator[Reading]:
    """Made-up notices and news, read."""
    from transmittal import documents as reader

    for at, data in enumerate(documents(number)):
        address = f"https://notices.example/{at}"
        for document in reader.read_bytes(data, source=f"{at}.txt", url=address, media_type="text/plain; charset=utf-8"):
            yield read_document(document)


def record(book: Casebook, made: list[Reading]) -> float:
    """Seconds to record all of them."""
    begun = time.perf_counter()
    for at in range(0, len(made), A_TRANSACTION):
        with book.writing("bench", at=AT) as writer:
            for reading in made[at : at + A_TRANSACTION]:
                writer.record(reading)
    return time.perf_counter() - begun


def taken(book: Casebook) -> list[dict[str, list[tuple[Any, ...]]]]:
    """The rows of a casebook, by transaction and table."""
    with book.view() as view:
        rows = {name: [tuple(row) for row in view.rows(f"SELECT * FROM {name} ORDER BY 1")] for name in ("entries", *TABLES)}
        columns = {name: list(view.rows(f"SELECT * FROM {name} LIMIT 1")[0]._fields) if rows[name] else [] for name in rows}
    rows["words"], columns["words"] = _words(book), ["entry"]
    last = len(rows["entries"])
    batches: list[dict[str, list[tuple[Any, ...]]]] = [{name: [] for name in rows} for _ in range(0, last, A_TRANSACTION)]
    for name, found in rows.items():
        at = columns[name].index("n" if name == "entries" else "entry") if found else 0
        for row in found:
            batches[(row[at] - 1) // A_TRANSACTION][name].append(row[1:] if name == "words" else row)
    return batches


def _words(book: Casebook) -> list[tuple[Any, ...]]:
    """The rows of the index of words, behind the entry of each."""
    with book.view() as view:
        if book.engine.dialect.name == "sqlite":
            found = view.rows("SELECT entry, n, title, text FROM documents ORDER BY n")
            return [(row.entry, row.n, searchable(row.title or ""), searchable(row.text)) for row in found]
        query = "SELECT d.entry, d.n, CAST(w.vector AS text) AS vector FROM documents d JOIN words w ON w.document = d.n ORDER BY d.n"
        return [tuple(row) for row in view.rows(query)]


def insert_bare(book: Casebook, batches: list[dict[str, list[tuple[Any, ...]]]]) -> float:
    """Seconds to put prepared rows into all tables by the driver's quickest way, in as many transactions."""
    begun = time.perf_counter()
    with book.engine.connect() as connection:
        raw: Any = connection.connection.dbapi_connection
        cursor = raw.cursor()
        for batch in batches:
            if book.engine.dialect.name == "sqlite":
                cursor.execute("BEGIN IMMEDIATE")
            for name, rows in batch.items():
                if not rows:
                    continue
                if book.engine.dialect.name == "sqlite":
                    where = f"{name} (rowid, title, text)" if name == "words" else name
                    cursor.executemany(f"INSERT INTO {where} VALUES ({','.join('?' * len(rows[0]))})", rows)
                    continue
                with cursor.copy(f"COPY {name} FROM STDIN") as copy:
                    for row in rows:
                        copy.write_row(row)
            raw.commit()
    return time.perf_counter() - begun


@contextmanager
def fresh(kind: str, server: Server) -> Iterator[Casebook]:
    with tempfile.TemporaryDirectory() as folder, open_casebook(f"{folder}/book.db" if kind == "sqlite" else server.database()) as book:
        yield book


def measure(kind: str, server: Server, made: list[Reading]) -> float:
    """The best of some rounds of each, in turn."""
    ours, bare, statements = [], [], 0
    for _ in range(ROUNDS):
        with fresh(kind, server) as book:
            ours.append(record(book, made))
            batches = taken(book)
        statements = sum(len(batch["statements"]) for batch in batches)
        with fresh(kind, server) as book:
            bare.append(insert_bare(book, batches))
    ratio = min(bare) / min(ours)
    print(
        f"{kind}: {len(made):,} documents, {statements:,} statements; recorded {statements / min(ours):,.0f} statements a second, ", end=""
    )
    print(f"bare {statements / min(bare):,.0f}; ratio {ratio:.2f} (at least {LEAST[kind]})")
    return ratio


def peak_mb() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1024 / (1024 if sys.platform == "darwin" else 1)


def grown(number: int) -> float:
    """By how much memory grows from the first tenth of so many documents to all of them, as a share, without the cache of pages."""
    peaks = []
    with tempfile.TemporaryDirectory() as folder, open_casebook(f"{folder}/book.db") as book:
        batch = []
        for at, reading in enumerate(readings(number), 1):
            batch.append(reading)
            if len(batch) == A_TRANSACTION:
                record(book, batch)
                batch.clear()
            if at in (number // 10, number // 2, number):
                peaks.append(peak_mb())
                print(f"memory after {at:,} documents: {peaks[-1]:.0f} MB")
    return (peaks[-1] - CACHE_MB) / peaks[0] - 1


def main() -> int:
    numbers = [int(argument) for argument in sys.argv[1:]]
    number = numbers[0] if numbers else 2000
    growth = grown(number * 5)
    made = list(readings(number))
    folder = binaries()
    if folder is None:
        print("PostgreSQL is not installed: apt-get install postgresql")
        return 1
    with Server(folder, safe=True) as server:
        ratios = {kind: measure(kind, server, made) for kind in LEAST}
    failed = [kind for kind, ratio in ratios.items() if ratio < LEAST[kind]]
    return 1 if failed or growth > MOST_GROWTH else 0


if __name__ == "__main__":
    sys.exit(main())
