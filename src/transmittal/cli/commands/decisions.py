"""`transmittal decisions`."""

import argparse
from collections.abc import Mapping
from typing import Any

from transmittal.cli.asking import add_clocks, asked
from transmittal.cli.sources import parse_day
from transmittal.cli.tables import Column, add_format, chosen_format, print_rows

EPILOG = "A decision stays in the list when it is undone, and so does its undoing."
COLUMNS = (
    Column("number", "no.", width=6, right=True),
    Column("at", "when", width=16, shown=lambda at: str(at)[:16].replace("T", " ")),
    Column("verb", "what", width=8),
    Column("by", "who"),
    Column("undone", "undone", width=6, shown=lambda is_undone: "undone" if is_undone else ""),
)


def add(parser: argparse.ArgumentParser) -> None:
    """The options."""
    parser.add_argument("--subject", metavar="ID", help="only on this case or event, which may be named by its first characters")
    parser.add_argument("--by", metavar="NAME", help="only by this person")
    parser.add_argument("--since", metavar="DAY", help="only from this day on, YYYY-MM-DD (UTC)")
    add_clocks(parser, on=False)
    add_format(parser)


def run(call: argparse.Namespace) -> int:
    """List them, oldest first."""
    from transmittal.cli.decided import rows

    format, since = chosen_format(call), parse_day(call.since, "--since")
    with asked(call) as question:
        found = rows(question.view, subject=call.subject, by=call.by, since=since)
        print_rows(found, COLUMNS, format, empty="nobody decided anything", note=_note)
    return 0


def _note(row: Mapping[str, Any]) -> str:
    return f"{row['what']}{': ' if row['reason'] else ''}{row['reason']}"
