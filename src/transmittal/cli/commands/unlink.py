"""`transmittal unlink`."""

import argparse

from transmittal.cli.asking import opened
from transmittal.cli.deciding import EVENT, add_signature, author, find_event, reason, short, tell
from transmittal.cli.tables import chosen_format

EPILOG = "The event gets a case of its own; `transmittal link` puts it into another one."


def add(parser: argparse.ArgumentParser) -> None:
    """The options."""
    parser.add_argument("event", metavar="EVENT", help=EVENT)
    add_signature(parser)


def run(call: argparse.Namespace) -> int:
    """Take the event out of its case."""
    from transmittal.cases import decide
    from transmittal.model import Misuse

    chosen_format(call)
    by, why = author(call), reason(call)
    with opened(call) as book:
        with book.view() as view:
            event = find_event(view, call.event)
            before = next((one.case for one in view.links_of([event.id])), None)
            if before is None:
                raise Misuse("this event is in no case", call.event, "`transmittal link EVENT CASE` puts it into one")
            if len(view.file(before).events) == 1:
                raise Misuse(f"this event is alone in {before} already", call.event, "`transmittal link EVENT CASE` puts it into another")
        number = decide.unlink(book, event.id, author=by, reason=why)
        with book.view() as view:
            case = next(one.case for one in view.links_of([event.id]))
    sentence = f"took event {short(event.id)} ({event.event.stage}) out of {before} into {case}"
    return tell(call, number, "unlink", case, sentence, event=event.id, case=case, before=before)
