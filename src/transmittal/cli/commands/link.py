"""`transmittal link`."""

import argparse

from transmittal.cli.asking import opened
from transmittal.cli.deciding import CASE, EVENT, add_signature, author, find_case, find_event, reason, short, tell
from transmittal.cli.tables import chosen_format

EPILOG = "The event stays in that case however often its document is read again, until the decision is undone."


def add(parser: argparse.ArgumentParser) -> None:
    """The options."""
    parser.add_argument("event", metavar="EVENT", help=EVENT)
    parser.add_argument("case", metavar="CASE", help=CASE)
    add_signature(parser)


def run(call: argparse.Namespace) -> int:
    """Put the event into the case."""
    from transmittal.cases import decide

    chosen_format(call)
    by, why = author(call), reason(call)
    with opened(call) as book:
        with book.view() as view:
            event, case = find_event(view, call.event), find_case(view, call.case)
            before = next((one.case for one in view.links_of([event.id])), None)
        number = decide.link(book, event.id, case, author=by, reason=why)
    was = f", out of {before}" if before and before != case else ""
    sentence = f"put event {short(event.id)} ({event.event.stage}) into {case}{was}"
    return tell(call, number, "link", case, sentence, event=event.id, case=case, before=before)
