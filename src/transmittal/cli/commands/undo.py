"""`transmittal undo`."""

import argparse

from transmittal.cli.asking import opened
from transmittal.cli.deciding import add_signature, author, reason, tell
from transmittal.cli.tables import chosen_format
from transmittal.model.errors import Misuse

EPILOG = "Events go back to where they were, unless a later decision moved them again. Undoing an undoing makes the decision stand again."
_MOST_DIGITS = 18


def add(parser: argparse.ArgumentParser) -> None:
    """The options."""
    parser.add_argument("number", metavar="NUMBER", help="of the decision (`transmittal decisions` lists them)")
    add_signature(parser)


def run(call: argparse.Namespace) -> int:
    """Undo a decision."""
    from transmittal.cases import decide

    chosen_format(call)
    by, why, printed = author(call), reason(call), call.number.strip().removeprefix("#")
    if not (printed.isascii() and printed.isdecimal() and len(printed) <= _MOST_DIGITS):
        raise Misuse(f'"{call.number}" is not the number of a decision', "NUMBER", "`transmittal decisions` lists them")
    with opened(call) as book:
        number = decide.undo(book, int(printed), author=by, reason=why)
        with book.view() as view:
            undone = next(one for one in view.decisions() if one.entry == int(printed))
    verb = undone.body.get("verb") if undone.verb == "undo" else undone.verb
    sentence = f"undid decision {printed}: {'the undoing of a ' if undone.verb == 'undo' else ''}{verb} of {undone.subject} by {undone.by}"
    return tell(call, number, "undo", undone.subject, sentence, undid=int(printed))
