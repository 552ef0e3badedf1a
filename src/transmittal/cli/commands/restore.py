"""`transmittal restore`."""

import argparse
import sys

from transmittal.cli.asking import add_book
from transmittal.cli.commands.backup import named_file
from transmittal.cli.tables import add_format, chosen_format, print_json
from transmittal.cli.words import one_line

EPILOG = "All of it is restored, or nothing. A casebook that has entries already is left as it is."


def add(parser: argparse.ArgumentParser) -> None:
    """The options."""
    parser.add_argument("file", metavar="FILE", help="what `transmittal backup` wrote")
    add_book(parser)
    add_format(parser, ("text", "json"))


def run(call: argparse.Namespace) -> int:
    """Make a casebook from a backup."""
    from transmittal.ledger.backup import restore
    from transmittal.ledger.connect import default_address, shown_address

    format, path, address = chosen_format(call), named_file(call.file), call.book or default_address()
    verdict = restore(path, address)
    if format == "json":
        told = {"file": str(path), "book": shown_address(address)}
        print_json({**told, "entries": verdict.entries, "rows": verdict.rows, "chain": verdict.chain})
    else:
        shown = one_line(shown_address(address))
        sys.stdout.write(f"{shown}: restored from {one_line(str(path))}, {verdict.entries:,} entries, checked\n")
    return 0
