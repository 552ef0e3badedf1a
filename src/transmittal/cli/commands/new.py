"""`transmittal new`."""

import argparse

from transmittal.cli.asking import add_clocks, asked
from transmittal.cli.sources import parse_day
from transmittal.cli.tables import Column, add_format, chosen_format, print_rows
from transmittal.model.errors import Misuse

EPILOG = "Programs go on with --after CURSOR, the cursor of the last row they were given: nothing is told twice, nothing is left out."
_COLUMNS = (
    Column("known", "published", 10),
    Column("case", "case"),
    Column("step", "step", 22),
)


def add(parser: argparse.ArgumentParser) -> None:
    """The options."""
    add_clocks(parser, on=False)
    parser.add_argument("--since", metavar="DAY", help="what was recorded on this day or later")
    parser.add_argument("--after", metavar="CURSOR", type=int, help="what was recorded after this row of an earlier answer")
    add_format(parser)


def run(call: argparse.Namespace) -> int:
    """List what is new."""
    from transmittal.cases.news import entry_before, news

    format = chosen_format(call)
    since = parse_day(call.since, "--since")
    if (since is None) == (call.after is None):
        raise Misuse("say since when", "transmittal new", "give --since DAY or --after CURSOR")
    with asked(call) as question:
        view = question.view
        after = call.after if since is None else entry_before(view, since)
        print_rows(news(view, after), _COLUMNS, format, empty="nothing new", note=lambda row: f"“{row['quote']}” ({row['title']})")
    return 0
