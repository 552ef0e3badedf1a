"""`transmittal split`."""

import argparse

from transmittal.cli.asking import opened
from transmittal.cli.deciding import CASE, EVENT, add_signature, author, find_case, find_event, reason, tell
from transmittal.cli.tables import chosen_format

EPILOG = "The events named go into a new case together; the others stay."


def add(parser: argparse.ArgumentParser) -> None:
    """The options."""
    parser.add_argument("case", metavar="CASE", help=CASE)
    parser.add_argument("events", metavar="EVENT", nargs="+", help=EVENT)
    add_signature(parser)


def run(call: argparse.Namespace) -> int:
    """Take the events out."""
    from transmittal.cases import decide

    chosen_format(call)
    by, why = author(call), reason(call)
    with opened(call) as book:
        with book.view() as view:
            case = find_case(view, call.case)
            leaving = list(dict.fromkeys(find_event(view, printed).id for printed in call.events))
        number = decide.split(book, case, leaving, author=by, reason=why)
        with book.view() as view:
            new = next(one.case for one in view.links_of(leaving[:1]))
    moved = f"{len(leaving)} event{'' if len(leaving) == 1 else 's'}"
    return tell(call, number, "split", case, f"split {moved} off {case} into {new}", case=case, new=new, events=leaving)
