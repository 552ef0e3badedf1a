"""`transmittal add`."""

import argparse

from transmittal.cli.asking import add_book, opened
from transmittal.cli.commands.read import add_sources
from transmittal.cli.tables import add_format, chosen_format

EPILOG = (
    "Each document is kept whole or not at all, and named when it is kept; run the same call again after an interruption.\n"
    "Exit code 0: all were kept; 2: some could not be read (each is named on standard error); 3: the casebook failed."
)


def add(parser: argparse.ArgumentParser) -> None:
    """The options."""
    add_sources(parser)
    add_book(parser)
    add_format(parser, ("text", "json", "jsonl"))


def run(call: argparse.Namespace) -> int:
    """Read and keep."""
    from transmittal.cli.adding import Adding
    from transmittal.cli.read import ReadOptions

    format = chosen_format(call)
    call.only, call.explain, call.format = None, False, "text"
    options = ReadOptions.parse(call)
    with opened(call, create=True) as book:
        return Adding(book, format, quiet=options.quiet).run(options)
