"""The journal's hashes: of an entry's rows, of each row among them, and of each entry with the one before."""

import hashlib
import zlib
from collections.abc import Mapping, Sequence

import msgspec

_encode = msgspec.json.Encoder(order="sorted", decimal_format="string").encode

# The tables whose rows an entry vouches for, in the order in which they are hashed. Within a table: by number, and where rows have none
# by entry, event and key.
TABLES = ("documents", "sightings", "readings", "events", "statements", "retirements", "keys", "links", "decisions")
# Hexadecimal digits of a row's mark. A mark only says which row does not fit, the digest proves that one does not; one change in 65,536
# is named by its entry alone.
MARK = 4

Rows = Mapping[str, Sequence[Sequence[object]]]


def digest(rows: Rows) -> tuple[str, str]:
    """sha256 of an entry's rows by table, and their marks: canonical JSON, by table the marks of its rows one behind the other."""
    hashed, marked = hashlib.sha256(), {}
    for table in TABLES:
        found = rows.get(table)
        if not found:
            continue
        encoded = [_encode(_hashable(row) if table == "sightings" else row) for row in found]
        hashed.update(b"\n".join((table.encode(), *encoded, b"")))
        marked[table] = "".join([f"{zlib.crc32(row) & 0xFFFF:04x}" for row in encoded])
    return hashed.hexdigest(), _encode(marked).decode()


def marks_of(marks: str) -> dict[str, list[str]]:
    """The marks of an entry's rows by table. Raises ValueError when they are not such."""
    try:
        told = msgspec.json.decode(marks, type=dict[str, str])
    except msgspec.DecodeError as error:
        raise ValueError(f"no marks: {marks[:40]!r}") from error
    return {table: [line[at : at + MARK] for at in range(0, len(line), MARK)] for table, line in told.items()}


def marks(table: str, rows: Sequence[Sequence[object]]) -> list[str]:
    """The mark of each of these rows."""
    return marks_of(digest({table: rows})[1]).get(table, [])


def link(before: str, entry: Sequence[object]) -> str:
    """The chain after an entry. before: the chain so far, "" for none. entry: its columns up to the marks, in the table's order."""
    return hashlib.sha256(_encode([before, *entry])).hexdigest()


def _hashable(row: Sequence[object]) -> list[object]:
    """Bytes count by their own sha256, and cannot be taken for a text that says the same."""
    return [{"sha256": hashlib.sha256(cell).hexdigest()} if isinstance(cell, bytes) else cell for cell in row]
