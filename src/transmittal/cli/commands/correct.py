"""`transmittal correct`."""

import argparse

from transmittal.cli.asking import opened
from transmittal.cli.deciding import EVENT, add_signature, author, find_event, reason, short, tell
from transmittal.cli.tables import chosen_format

EPILOG = """SLOT is one of
  stage, modality, buyer, supplier, channel, date, value, source
  item.0, item.0.system, item.0.variant, item.0.quantity   counted from 0; the number after the last one adds an item
  contractor.0, contractor.0.location
  identifiers.transmittal, identifiers.case, identifiers.contract, identifiers.modification, identifiers.register.NAME
  value.amount, value.currency, value.basis, value.bound, date.start, date.end, source.name, source.role

VALUE is plain words ("Japan", JP, "up to 400", "USD 2.35 billion", 2024-01-18, 2024-01..2024-03, "400 Tomahawk Block IV"),
JSON of the output contract's object, or none to empty the slot. It stands on the words of the value that it replaces."""


def add(parser: argparse.ArgumentParser) -> None:
    """The options."""
    parser.add_argument("event", metavar="EVENT", help=EVENT)
    parser.add_argument("slot", metavar="SLOT", help="what of it, see below")
    parser.add_argument("value", metavar="VALUE", help="what it is, see below")
    add_signature(parser)


def run(call: argparse.Namespace) -> int:
    """Put the value right."""
    from transmittal.cases import decide
    from transmittal.cases.corrections import read_correction
    from transmittal.cli.slots import describe

    chosen_format(call)
    by, why = author(call), reason(call)
    with opened(call) as book:
        with book.view() as view:
            event = find_event(view, call.event)
            correction = read_correction(event, call.slot, call.value, text=view.document(event.paper.id).text)
        number = decide.correct(book, event.id, correction.slot, correction.value, author=by, reason=why)
        with book.view() as view:
            case = next((one.case for one in view.links_of([event.id])), None)
    was, now = describe(correction.was), describe(correction.now)
    sentence = f"corrected {call.slot} of event {short(event.id)}: {now or 'nothing'}, was {was or 'nothing'}"
    more = {"event": event.id, "slot": correction.slot, "was": correction.was, "now": correction.now, "case": case}
    return tell(call, number, "correct", event.id, sentence, **more)
