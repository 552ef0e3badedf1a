"""`transmittal backup`."""

import argparse
import sys
from pathlib import Path

from transmittal.cli.asking import add_book, opened
from transmittal.cli.tables import add_format, chosen_format, print_json
from transmittal.cli.words import one_line
from transmittal.model.errors import Misuse

EPILOG = "The file is whole, checked, and a casebook itself, whichever database it was made from: --book FILE opens it."


def add(parser: argparse.ArgumentParser) -> None:
    """The options."""
    parser.add_argument("file", metavar="FILE", help="a new file; nothing is overwritten")
    add_book(parser)
    add_format(parser, ("text", "json"))


def run(call: argparse.Namespace) -> int:
    """Copy the casebook."""
    from transmittal.ledger.backup import backup

    format, path = chosen_format(call), named_file(call.file)
    with opened(call) as book:
        verdict = backup(book, path)
        shown = book.shown
    if format == "json":
        print_json({"file": str(path), "book": shown, "entries": verdict.entries, "rows": verdict.rows, "chain": verdict.chain})
    else:
        sys.stdout.write(f"{one_line(str(path))}: a backup of {one_line(shown)}, {verdict.entries:,} entries, checked\n")
    return 0


def named_file(printed: str) -> Path:
    """The path of a file. Raises Misuse when the words cannot be one."""
    if not printed.strip() or "\0" in printed:
        raise Misuse("no name of a file", "FILE", "name a file")
    return Path(printed)
