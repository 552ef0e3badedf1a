"""`transmittal merge`."""

import argparse

from transmittal.cli.asking import opened
from transmittal.cli.deciding import CASE, add_signature, author, find_case, reason, tell
from transmittal.cli.tables import chosen_format

EPILOG = "The id of the first case leads to the second from then on."


def add(parser: argparse.ArgumentParser) -> None:
    """The options."""
    parser.add_argument("case", metavar="CASE", help=CASE)
    parser.add_argument("into", metavar="INTO", help="the case that stays")
    add_signature(parser)


def run(call: argparse.Namespace) -> int:
    """Make two cases one."""
    from transmittal.cases import decide

    chosen_format(call)
    by, why = author(call), reason(call)
    with opened(call) as book:
        with book.view() as view:
            case, into = find_case(view, call.case), find_case(view, call.into)
            count = len(view.file(case).events)
        number = decide.merge(book, case, into, author=by, reason=why)
    moved = f"{count} event{'' if count == 1 else 's'}"
    return tell(call, number, "merge", into, f"merged {case} ({moved}) into {into}", case=case, into=into, events=count)
