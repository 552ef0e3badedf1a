"""Whether a casebook still holds what was recorded: every hash made again from the rows, and the first row that does not fit named.

All tables are read side by side in the order of the journal, a few rows at a time: memory does not grow with the casebook.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

import msgspec

from transmittal.ledger import chain
from transmittal.ledger.bulk import stream
from transmittal.ledger.check_content import Content

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from transmittal.ledger.book import Casebook

# What a table's rows are called by; the order in which the rows of one entry were hashed.
NAMED_BY = {
    "documents": ("n",),
    "sightings": ("n",),
    "readings": ("entry",),
    "events": ("n",),
    "statements": ("n",),
    "retirements": ("event",),
    "keys": ("event", "key"),
    "links": ("n",),
    "decisions": ("entry",),
}
# Rows fetched at once from a table that holds texts or captures, and from another.
_FEW, _MANY = 20, 1000
_HEAVY = ("documents", "sightings")


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """A row that is not what was recorded. row: its number, or what it is called by; entry: that it belongs to, or claims to."""

    table: str
    row: str
    entry: int | None
    what: str

    def __str__(self) -> str:
        entry = f" (entry {self.entry})" if self.entry is not None and self.table != "entries" else ""
        return f"{self.table} {self.row}{entry}: {self.what}"


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """What a check found. chain: the last hash; noted elsewhere, it proves later that nothing before it was changed or cut off."""

    entries: int
    rows: int
    chain: str
    faults: tuple[Fault, ...] = ()

    @property
    def is_sound(self) -> bool:
        return not self.faults


def verify(book: "Casebook", *, most: int = 100, noted: tuple[int, str] | None = None) -> Verdict:
    """Check a whole casebook. most: faults after which to stop. noted: an entry and its chain as written down at some time.

    Raises CasebookError when the database cannot be read.
    """
    from transmittal.ledger.connect import explained

    with explained(book.address), book.engine.connect() as connection, connection.begin():
        return verify_rows(connection, most=most, noted=noted)


def verify_rows(connection: "Connection", *, most: int = 100, noted: tuple[int, str] | None = None) -> Verdict:
    """The same for an open connection, inside its transaction."""
    audit = Audit(connection, noted)
    faults = tuple(islice(audit.faults(), most))
    return Verdict(entries=audit.entries, rows=audit.rows, chain=audit.chain, faults=faults)


class Audit:
    """One pass through a casebook. entries, rows, chain: what was seen so far."""

    def __init__(self, connection: "Connection", noted: tuple[int, str] | None = None) -> None:
        self.connection, self.noted = connection, noted
        self.entries = self.rows = 0
        self.chain = ""
        self._content = Content(connection)
        # Numbers given out so far, by table; None when a missing entry makes them unknown.
        self._last: dict[str, int | None] = dict.fromkeys(chain.TABLES, 0)

    def faults(self) -> Iterator[Fault]:
        """Everything that does not fit, in the order of the journal."""
        tables = {table: _Lines(self.connection, table) for table in chain.TABLES}
        newest = 0
        for line in stream(self.connection, "SELECT * FROM entries ORDER BY n", _MANY):
            n = line[0]
            yield from self._gap(newest + 1, n)
            for table, lines in tables.items():
                yield from _strays(table, lines.before(n), newest + 1)
            yield from self._entry(line, {table: lines.of(n) for table, lines in tables.items()}, follows=n == newest + 1)
            newest = n
        for table, lines in tables.items():
            yield from _strays(table, lines.rest(), newest + 1)
        if self.noted is not None and self.noted[0] > newest:
            yield Fault(table="entries", row=str(self.noted[0]), entry=self.noted[0], what="is missing, it was there once")
        yield from self._words()

    def _gap(self, first: int, n: int) -> Iterator[Fault]:
        if n == first:
            return
        missing = f"{first}" if n == first + 1 else f"{first} to {n - 1}"
        yield Fault(table="entries", row=missing, entry=first, what="missing from the journal")
        self._last = dict.fromkeys(self._last)

    def _entry(self, line: Sequence[Any], rows: dict[str, list[Any]], *, follows: bool) -> Iterator[Fault]:
        n, stored = line[0], line[-1]
        self.entries += 1
        self.rows += sum(map(len, rows.values()))
        before, self.chain = self.chain, stored
        intact = not follows or chain.link(before, tuple(line)[:-1]) == stored
        if not intact:
            yield Fault(table="entries", row=str(n), entry=n, what="its own line, or the chain before it, is not as it was recorded")
        if self.noted == (n, stored) or self.noted is None or self.noted[0] != n:
            yield from self._rows(line, rows, is_intact=intact)
            return
        yield Fault(table="entries", row=str(n), entry=n, what=f"its chain is {stored[:12]}…, noted was {self.noted[1][:12]}…")

    def _rows(self, line: Sequence[Any], rows: dict[str, list[Any]], *, is_intact: bool) -> Iterator[Fault]:
        n, digest, marks = line[0], line[-3], line[-2]
        content = {(fault.table, fault.row): fault for fault in self._wrong_content(n, rows)}
        if chain.digest({table: _cells(found) for table, found in rows.items()})[0] != digest:
            named = list(self._unlike(n, rows, marks)) if is_intact else []
            for fault in named:
                yield content.pop((fault.table, fault.row), fault)
            if not named and not content:
                yield Fault(table="entries", row=str(n), entry=n, what="a row of this entry is not as it was recorded")
        yield from content.values()
        self._count(rows, marks if is_intact else "{}")

    def _wrong_content(self, entry: int, rows: dict[str, list[Any]]) -> Iterator[Fault]:
        for table, row, what in self._content.faults(rows):
            yield Fault(table=table, row=name_of(table, row), entry=entry, what=what)

    def _unlike(self, entry: int, rows: dict[str, list[Any]], marks: str) -> Iterator[Fault]:
        """The rows that the entry's marks do not know, and those that they miss."""
        told = chain.marks_of(marks)
        for table in chain.TABLES:
            wanted, found = told.get(table, []), rows[table]
            have = chain.marks(table, _cells(found))
            if have == wanted:
                continue
            numbered = NAMED_BY[table] == ("n",)
            last = self._last[table]
            yield from (
                _by_number(table, entry, wanted, found, have, last)
                if numbered and last is not None
                else _by_mark(table, entry, wanted, found, have)
            )

    def _count(self, rows: dict[str, list[Any]], marks: str) -> None:
        told = chain.marks_of(marks)
        for table, last in self._last.items():
            if NAMED_BY[table] != ("n",):
                continue
            if last is not None and table in told:
                self._last[table] = last + len(told[table])
            elif rows[table]:
                self._last[table] = max(row[0] for row in rows[table])

    def _words(self) -> Iterator[Fault]:
        """Documents that no search would find. The index itself is made from them and vouched for by nothing."""
        held = "SELECT id FROM words_docsize" if self.connection.dialect.name == "sqlite" else "SELECT document FROM words"
        for (n,) in stream(self.connection, f"SELECT n FROM documents WHERE n NOT IN ({held}) ORDER BY n", _MANY):
            yield Fault(table="words", row=str(n), entry=None, what="this document is missing from the index of words")


def _by_number(table: str, entry: int, wanted: list[str], rows: list[Any], have: list[str], last: int) -> Iterator[Fault]:
    """Faults of a table whose rows are numbered without gaps: the entry's rows are the next ones."""
    found = {row[0]: mark for row, mark in zip(rows, have, strict=True)}
    expected = dict(enumerate(wanted, last + 1))
    for n in sorted(found.keys() | expected.keys()):
        if n not in found:
            yield Fault(table=table, row=str(n), entry=entry, what="is missing")
        elif n not in expected:
            yield Fault(table=table, row=str(n), entry=entry, what="was not recorded in this entry")
        elif found[n] != expected[n]:
            yield Fault(table=table, row=str(n), entry=entry, what="is not as it was recorded")


def _by_mark(table: str, entry: int, wanted: list[str], rows: list[Any], have: list[str]) -> Iterator[Fault]:
    """Faults of a table whose rows have no numbers of their own."""
    strange = Counter(have) - Counter(wanted)
    what = "was not recorded in this entry" if len(have) > len(wanted) else "is not as it was recorded"
    for row, mark in zip(rows, have, strict=True):
        if strange[mark] > 0:
            strange[mark] -= 1
            yield Fault(table=table, row=name_of(table, row), entry=entry, what=what)
    if len(have) < len(wanted):
        at = next((at for at, (one, other) in enumerate(zip(have, wanted, strict=False)) if one != other), len(have))
        yield Fault(table=table, row=f"{at + 1} of {len(wanted)} in its entry", entry=entry, what="is missing")


def _strays(table: str, rows: Iterator[Any], first: int) -> Iterator[Fault]:
    """Rows of entries that the journal does not have. Those of entries lost from its middle are told with these."""
    for row in rows:
        entry = row.entry
        if not isinstance(entry, int) or entry < 1 or entry >= first:
            whole = entry if isinstance(entry, int) else None
            yield Fault(table=table, row=name_of(table, row), entry=whole, what=f"belongs to entry {entry!r}, which is not in the journal")


def name_of(table: str, row: Any) -> str:
    """What a row is called by: its number, or event and key."""
    return " ".join(str(getattr(row, column)) for column in NAMED_BY[table])


def _cells(rows: list[Any]) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in rows]


class _Lines:
    """A table's rows, entry by entry."""

    def __init__(self, connection: "Connection", table: str) -> None:
        order = ", ".join(("entry", *NAMED_BY[table]))
        self._rows = stream(connection, f"SELECT * FROM {table} ORDER BY {order}", _FEW if table in _HEAVY else _MANY)
        self._next = next(self._rows, None)

    def _take(self) -> Any:
        row, self._next = self._next, next(self._rows, None)
        return row

    def before(self, entry: int) -> Iterator[Any]:
        """Rows of earlier entries that nobody asked for."""
        while self._next is not None and _is_before(self._next.entry, entry):
            yield self._take()

    def of(self, entry: int) -> list[Any]:
        """The rows of an entry."""
        found = []
        while self._next is not None and self._next.entry == entry:
            found.append(self._take())
        return found

    def rest(self) -> Iterator[Any]:
        """What is left."""
        while self._next is not None:
            yield self._take()


def _is_before(value: object, entry: int) -> bool:
    return isinstance(value, int) and value < entry
