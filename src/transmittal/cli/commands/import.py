# ruff: noqa: N999  the module is named as the command
"""`transmittal import`."""

import argparse

from transmittal.cli.asking import add_book, opened
from transmittal.cli.commands.backup import named_file
from transmittal.cli.sources import parse_day
from transmittal.cli.tables import add_format, chosen_format
from transmittal.model.errors import Misuse

EPILOG = """FILE is a table (CSV, TSV) with --map, which says what its columns mean (docs/cases/exchange.md), or JSON Lines: what
`transmittal read --format jsonl` or `transmittal export --format jsonl` prints, by anybody. Every quote is checked against its text.
What other people decided is not taken over: decisions are taken in this casebook.
Exit code 0: all was kept; 2: some lines could not be (each is named on standard error); 3: the casebook failed."""


def add(parser: argparse.ArgumentParser) -> None:
    """The options."""
    option = parser.add_argument
    option("file", metavar="FILE", help="a table, or JSON Lines")
    option("--map", metavar="MAP.toml", help="what the columns of a table mean")
    option("--published", metavar="DAY", help="the day the table was published, YYYY-MM-DD, where the mapping does not say")
    option("--url", metavar="URL", help="where the table can be found")
    option("--over", action="store_true", help="take JSON Lines over what is kept of the same documents, instead of leaving those out")
    option("-q", "--quiet", action="store_true", help="no progress on standard error")
    add_book(parser)
    add_format(parser, ("text", "json", "jsonl"))


def run(call: argparse.Namespace) -> int:
    """Keep the rows or the lines."""
    from transmittal.cli.importing import Importing, open_lines

    format, path, published = chosen_format(call), named_file(call.file), parse_day(call.published, "--published")
    if call.map is None and (published or call.url):
        raise Misuse("is for tables", "--published" if published else "--url", "JSON Lines say it themselves")
    if call.map is None:
        with open_lines(path):
            pass  # before a casebook is begun for it
    with opened(call, create=True) as book:
        importing = Importing(book, format, quiet=call.quiet)
        if call.map is None:
            return importing.lines(path, over=call.over)
        return importing.table(path, named_file(call.map), url=call.url, published=published)
