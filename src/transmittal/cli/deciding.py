"""What every decision has: who takes it, why, and a sentence that tells what it did and how to undo it."""

import argparse
import re
import sys
from typing import TYPE_CHECKING

from transmittal.cli.asking import add_book
from transmittal.cli.tables import add_format, chosen_format, print_json
from transmittal.cli.words import one_line, printable
from transmittal.model.errors import CasebookError, Misuse

if TYPE_CHECKING:
    from transmittal.ledger.view import View
    from transmittal.model import KeptEvent

EVENT = "the first characters of an event's id (`transmittal show CASE` prints them)"
CASE = "the id of a case (`transmittal cases` lists them)"
_LONGEST_REASON, _LONGEST_NAME = 2000, 200
_HEX = re.compile(r"[0-9a-fA-F]{1,64}")


def add_signature(parser: argparse.ArgumentParser, *, is_reason_optional: bool = False) -> None:
    """--reason, --by, --book and the format of a decision."""
    option = parser.add_argument
    option("--reason", metavar="WORDS", required=not is_reason_optional, help="why; kept with the decision")
    option("--by", metavar="NAME", help="who decides (default: your login name); kept with the decision")
    add_book(parser)
    add_format(parser, ("text", "json"))


def author(call: argparse.Namespace) -> str:
    """Who decides. Raises Misuse: nobody is anonymous."""
    if call.by is None:
        import getpass

        try:
            return _signed(getpass.getuser(), "--by", _LONGEST_NAME)
        except (OSError, KeyError, ImportError):
            raise Misuse("your login name cannot be found", "--by", "say who decides") from None
    return _signed(call.by, "--by", _LONGEST_NAME)


def reason(call: argparse.Namespace) -> str:
    """Why. Raises Misuse when it is empty."""
    return "" if call.reason is None else _signed(call.reason, "--reason", _LONGEST_REASON)


def _signed(printed: str, option: str, longest: int) -> str:
    words = one_line(printed)
    if not words:
        raise Misuse("is empty", option, "nobody decides anonymously" if option == "--by" else "say why, others will ask")
    if len(words) > longest:
        raise Misuse(f"longer than {longest} characters", option, "say it shorter")
    return words


def find_case(view: "View", printed: str) -> str:
    """The case of this id, or the one its events are in now. Raises CasebookError, with the id that was perhaps meant."""
    try:
        printed.encode()
        return view.existing(printed)
    except UnicodeEncodeError:
        raise CasebookError("no such case", printable(printed), "`transmittal cases` lists them") from None
    except CasebookError as error:
        from difflib import get_close_matches

        near = get_close_matches(printed, view.case_ids(), n=1, cutoff=0.7)
        raise CasebookError(error.what, printed or '""', f"did you mean {near[0]}? {error.hint}" if near else error.hint) from None


def find_event(view: "View", printed: str) -> "KeptEvent":
    """The event whose id begins so, as it is said now. Raises CasebookError."""
    if not _HEX.fullmatch(printed):
        raise CasebookError(
            "this is no beginning of an event's id", f'"{one_line(printed)}"', "`transmittal show CASE` prints the ids of its events"
        )
    event = view.event_id(printed)
    found = next(view.kept(view.numbers([event]).values()), None)
    if found is None:
        what = "this event is no longer said: a newer reading of its document, or a newer version of the page, does without it"
        raise CasebookError(what, printed, "`transmittal show CASE` prints the ids of its events")
    return found


def tell(call: argparse.Namespace, number: int, verb: str, subject: str, sentence: str, **more: object) -> int:
    """Print what was decided, and how to undo it. Returns the exit code."""
    undo = f"transmittal undo {number} --reason …"
    if chosen_format(call) == "json":
        print_json({"decision": number, "verb": verb, "subject": subject, "told": sentence, "undo": undo, **more})
    else:
        sys.stdout.write(f"{one_line(sentence)} (decision {number}; `{undo}` takes it back)\n")
    return 0


def short(event: str) -> str:
    """An event's id as people write it."""
    return event[:12]
