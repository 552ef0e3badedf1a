"""Synthetic casebooks, built once and kept for the next run: of a number of events, in a folder, and copied to a PostgreSQL server."""

import hashlib
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path

import synthetic

from transmittal.cases.linking import LINKER, keys
from transmittal.ledger import Casebook, open_casebook, rows, schema
from transmittal.ledger.bulk import insert
from transmittal.model import CasebookError, Link

_AT = datetime(2026, 6, 1, tzinfo=UTC)
# Documents in one transaction, and in one entry of links.
_KEPT, _LINKED = 20_000, 500
# Rows copied at once.
_COPIED = 50_000


def built(folder: str, events: int) -> str:
    """The path of a casebook of so many events in this folder.

    One that is there is taken when it was built to its end by the same generator for the same tables.
    """
    address, name = str(Path(folder) / f"casebook-{events}.db"), _name()
    if not _is_built(address, name):
        Path(folder).mkdir(parents=True, exist_ok=True)
        for ending in ("", "-wal", "-shm"):
            Path(address + ending).unlink(missing_ok=True)
        with open_casebook(address) as book:
            _fill(book, events)
            with book.writing("bench") as writer:
                writer.snapshot(name, date(2026, 6, 30), None)
    return address


def copied(path: str, server: str, events: int) -> str:
    """The address of the same casebook in a database of its own on a server, row by row. server: of any of its databases."""
    import psycopg

    database = f"transmittal_bench_{events}"
    address = f"{server.rpartition('/')[0]}/{database}"
    if not _is_built(address, _name()):
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {database}")
            connection.execute(f"CREATE DATABASE {database}")
        with open_casebook(path) as source, open_casebook(address) as target:
            _copy(source, target)
            # What autovacuum does by itself after a minute or two.
            with target.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                connection.exec_driver_sql("VACUUM ANALYZE")
    return address


def _name() -> str:
    """Of the snapshot that a finished book ends with, by what it is made from: the generator's documents, and the tables."""
    made = repr([told.reading.events for told in islice(synthetic.documents(1000), 100)])
    tables = repr([(table.name, [c.name for c in table.columns], sorted(str(i.name) for i in table.indexes)) for table in schema.HASHED])
    return f"built-{hashlib.sha256((made + tables).encode()).hexdigest()[:12]}"


def _is_built(address: str, name: str) -> bool:
    try:
        with open_casebook(address, create=False) as book, book.view() as view:
            view.snapshot(name)
    except CasebookError:
        return False
    return True


def _copy(source: Casebook, target: Casebook) -> None:
    with source.engine.connect() as there, target.engine.connect() as here, here.begin():
        for table in (*schema.HASHED, schema.entries):
            found = there.exec_driver_sql(f"SELECT * FROM {table.name}")
            while batch := found.fetchmany(_COPIED):
                insert(here, table.name, [tuple(row) for row in batch])
            print(f"\r  copying to {target.shown}: {table.name:12}", end="", file=sys.stderr)
        here.exec_driver_sql(
            "INSERT INTO words SELECT n, setweight(to_tsvector('simple', coalesce(title, '')), 'A') || "
            "setweight(to_tsvector('simple', text), 'B') FROM documents"
        )
    print(file=sys.stderr)


def _fill(book: Casebook, events: int) -> None:
    """Record and link, through the ledger's own writer. Cases are known from the generator, so that nothing is weighed."""
    waiting, done, begun = synthetic.documents(events), 0, time.perf_counter()
    while batch := list(islice(waiting, _KEPT)):
        with book.writing(LINKER, at=_AT) as writer:
            for told in _in_parts(batch):
                links = []
                for case, reading in told:
                    recorded = writer.record(reading, keys=keys)
                    ids = (rows.event_id(recorded.document, event) for event in reading.events)
                    links += [Link(event=i, case=case, score=0.97, because="the same buyer, system and count", by=LINKER) for i in ids]
                writer.link(links)
                done += len(links)
        took = time.perf_counter() - begun
        print(f"\r  building {book.shown}: {done:,} of {events:,} events, {done / took:,.0f} a second", end="", file=sys.stderr)
    print(file=sys.stderr)


def _in_parts(batch: list[synthetic.Told]) -> Iterator[list[synthetic.Told]]:
    return (batch[at : at + _LINKED] for at in range(0, len(batch), _LINKED))
