"""`transmittal snapshot`."""

import argparse
import sys
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from transmittal.cli.asking import add_book, opened
from transmittal.cli.sources import parse_day
from transmittal.cli.tables import Column, add_format, chosen_format, print_json, print_rows
from transmittal.cli.words import one_line
from transmittal.model.errors import Misuse

if TYPE_CHECKING:
    from transmittal.ledger.kept import Snapshot
    from transmittal.ledger.view import View

EPILOG = """Every question takes --snapshot NAME, and answers as the casebook stood when it was named, whatever is added later.
The hash proves it: given entry and hash, `transmittal verify` finds whether anything before it was changed or cut off."""
_COLUMNS = (
    Column("name", "name"),
    Column("at", "named", width=16, shown=lambda at: str(at)[:16].replace("T", " ")),
    Column("on", "on", width=10),
    Column("known", "known at", width=10),
    Column("entry", "entry", width=9, right=True),
    Column("chain", "hash", width=12, shown=lambda chain: str(chain)[:12]),
)
_LONGEST = 100


def add(parser: argparse.ArgumentParser) -> None:
    """The options."""
    option = parser.add_argument
    option("name", nargs="?", metavar="NAME", help="what it is cited by")
    option("--list", action="store_true", help="list the snapshots instead")
    option("--on", metavar="DAY", help="the day in the world that it is asked about, YYYY-MM-DD (default: today)")
    option("--known-at", metavar="DAY", help="only what was published by this day")
    option("--by", metavar="NAME", help="who names it (default: your login name)")
    add_book(parser)
    add_format(parser, ("table", "json", "csv"))


def run(call: argparse.Namespace) -> int:
    """Name the casebook as it is, or list what was named."""
    format, on, known = chosen_format(call), parse_day(call.on, "--on"), parse_day(call.known_at, "--known-at")
    if call.list is (call.name is not None):
        raise Misuse("a name, or --list", "transmittal snapshot", "name the casebook as it is now, or list what was named before")
    if call.list:
        with opened(call) as book, book.view() as view:
            print_rows((_row(one) for one in _snapshots(view)), _COLUMNS, format, empty="nothing was named yet")
        return 0
    made = _name(call, on or datetime.now(UTC).date(), known)
    if format == "table":
        until = f", published by {made.known}" if made.known else ""
        sys.stdout.write(f"named entry {made.entry} “{made.name}”, asked about {made.on}{until}; its hash is {made.chain}\n")
    else:
        print_rows([_row(made)], _COLUMNS, format) if format == "csv" else print_json(_row(made))
    return 0


def _name(call: argparse.Namespace, on: date, known: date | None) -> "Snapshot":
    from transmittal.cli.deciding import author

    name, by = one_line(call.name), author(call)
    if not 1 <= len(name) <= _LONGEST:
        raise Misuse(f"a name has 1 to {_LONGEST} characters", "NAME", "name it as you will cite it")
    with opened(call) as book:
        with book.writing(by) as writer:
            writer.snapshot(name, on, known)
        with book.view() as view:
            return view.snapshot(name)


def _snapshots(view: "View") -> "list[Snapshot]":
    import msgspec

    rows = view.rows("SELECT body FROM entries WHERE kind = 'snapshot' AND n <= :entry ORDER BY n")
    return [view.snapshot(msgspec.json.decode(row.body)["name"]) for row in rows]


def _row(made: "Snapshot") -> dict[str, Any]:
    days = {"on": made.on.isoformat(), "known": made.known.isoformat() if made.known else None}
    return {"name": made.name, "at": made.at.isoformat(), **days, "entry": made.entry, "chain": made.chain}
