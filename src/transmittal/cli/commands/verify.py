"""`transmittal verify`."""

import argparse
import re
import sys

from transmittal.cli.asking import add_book, opened
from transmittal.cli.tables import add_format, chosen_format, print_json
from transmittal.cli.words import one_line
from transmittal.model.errors import Misuse

EPILOG = """Every hash is made again from what is stored. Note the last one elsewhere: with --noted it
proves later that nothing was cut off.
Exit code 0: nothing was altered; 3: something was, or the casebook cannot be read."""
_NOTED = re.compile(r"(\d{1,18}):([0-9a-f]{64})")
_MOST = 100_000


def add(parser: argparse.ArgumentParser) -> None:
    """The options."""
    parser.add_argument("--noted", metavar="ENTRY:HASH", help="as an earlier check or a snapshot printed them")
    parser.add_argument("--most", metavar="N", default="100", help="stop after so many faults (default: 100)")
    add_book(parser)
    add_format(parser, ("text", "json"))


def run(call: argparse.Namespace) -> int:
    """Check the casebook."""
    from transmittal.ledger.verify import verify

    format, noted, most = chosen_format(call), _parse_noted(call.noted), _parse_most(call.most)
    with opened(call) as book:
        verdict = verify(book, most=most, noted=noted)
        shown = one_line(book.shown)
    if format == "json":
        print_json(
            {"sound": verdict.is_sound, "entries": verdict.entries, "rows": verdict.rows, "chain": verdict.chain, "faults": verdict.faults}
        )
    else:
        for fault in verdict.faults:
            sys.stdout.write(f"{one_line(str(fault))}\n")
        counted = f"{verdict.entries:,} entries, {verdict.rows:,} rows"
        if verdict.is_sound:
            sys.stdout.write(f"{shown}: as it was recorded; {counted}; note it as --noted {verdict.entries}:{verdict.chain}\n")
        else:
            more = " or more" if len(verdict.faults) == most else ""
            sys.stdout.write(
                f"{shown}: not what was recorded: {len(verdict.faults):,}{more} faults in {counted}; restore a backup and compare\n"
            )
    return 0 if verdict.is_sound else 3


def _parse_noted(printed: str | None) -> tuple[int, str] | None:
    if printed is None:
        return None
    found = _NOTED.fullmatch(printed.strip().lower())
    if found is None:
        raise Misuse(f'"{one_line(printed[:80])}" is not an entry and its hash', "--noted", "copy them from `transmittal verify`, 17:ab12…")
    return int(found[1]), found[2]


def _parse_most(printed: str) -> int:
    if not (printed.isascii() and printed.isdecimal() and len(printed) < 7 and 1 <= int(printed) <= _MOST):
        raise Misuse(f'"{one_line(printed[:80])}" is not a number of faults', "--most", f"write 1 to {_MOST}")
    return int(printed)
