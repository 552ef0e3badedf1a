"""`transmittal reject`."""

import argparse

from transmittal.cli.asking import opened
from transmittal.cli.deciding import EVENT, add_signature, author, find_event, reason, short, tell
from transmittal.cli.tables import chosen_format

EPILOG = "The event leaves its case; what was read, and that it was rejected, stays in the journal."


def add(parser: argparse.ArgumentParser) -> None:
    """The options."""
    parser.add_argument("event", metavar="EVENT", help=EVENT)
    add_signature(parser)


def run(call: argparse.Namespace) -> int:
    """Say that its document does not report it."""
    from transmittal.cases import decide

    chosen_format(call)
    by, why = author(call), reason(call)
    with opened(call) as book:
        with book.view() as view:
            event = find_event(view, call.event)
            case = next((one.case for one in view.links_of([event.id])), None)
        number = decide.reject(book, event.id, author=by, reason=why)
    where = f" in {case}" if case else ""
    sentence = f"rejected event {short(event.id)} ({event.event.stage}){where}"
    return tell(call, number, "reject", event.id, sentence, event=event.id, case=case)
