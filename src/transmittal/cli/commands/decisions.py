"""`transmittal decisions`."""

import argparse

from transmittal.cli.asking import add_clocks, asked
from transmittal.cli.sources import parse_day
from transmittal.cli.tables import Column, add_format, chosen_format, print_rows

EPILOG = "A decision stays in the list when it is undone, and so does its undoing."
COLUMNS = (
    Column("number", "no.", width=5, right=True),
    Column("at", "when", width=10, shown=lambda at: str(at)[:10]),
    Column("by", "who", width=10),
    Column("what", "what"),
    Column("reason", "why"),
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
        print_rows(rows(question.view, subject=call.subject, by=call.by, since=since), COLUMNS, format, empty="nobody decided anything")
    return 0
