"""`transmittal tag`."""

import argparse
import unicodedata

from transmittal.cli.asking import opened
from transmittal.cli.deciding import CASE, add_signature, author, find_case, reason, tell
from transmittal.cli.tables import chosen_format
from transmittal.cli.words import one_line
from transmittal.model.errors import Misuse

_LONGEST = 100


def add(parser: argparse.ArgumentParser) -> None:
    """The options."""
    parser.add_argument("case", metavar="CASE", help=CASE)
    parser.add_argument("name", metavar="TAG", help="the label, any words")
    parser.add_argument("--remove", action="store_true", help="take it off")
    add_signature(parser, is_reason_optional=True)


def run(call: argparse.Namespace) -> int:
    """Put the label on the case, or take it off."""
    from transmittal.cases import decide

    chosen_format(call)
    by, why, name = author(call), reason(call), unicodedata.normalize("NFC", one_line(call.name))
    if not 1 <= len(name) <= _LONGEST:
        raise Misuse(f"a label has 1 to {_LONGEST} characters", "TAG", "write it shorter" if name else "write one")
    with opened(call) as book:
        with book.view() as view:
            case = find_case(view, call.case)
            has = name in {tag.name for tag in view.tags([case]).get(case, ())}
        if has is not call.remove:
            what = "the case has this label already" if has else "the case has no such label"
            raise Misuse(what, name, f"`transmittal show {case}` prints its labels")
        number = decide.tag(book, case, name, author=by, reason=why, remove=call.remove)
    sentence = f"took “{name}” off {case}" if call.remove else f"tagged {case} “{name}”"
    return tell(call, number, "untag" if call.remove else "tag", case, sentence, case=case, tag=name)
