"""`transmittal versions`."""

import argparse
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from transmittal.cli.asking import add_clocks, asked
from transmittal.cli.tables import add_format, chosen_format, print_json
from transmittal.cli.words import one_line, printable
from transmittal.model.errors import CasebookError

if TYPE_CHECKING:
    from transmittal.cases.versions import Version
    from transmittal.ledger.view import View

EPILOG = """Words taken out stand in [-…-], words put in in {+…+}; below them what the edit changed in which case.
An address that had several pages, one after the other, shows each by itself."""


def add(parser: argparse.ArgumentParser) -> None:
    """The options."""
    parser.add_argument("url", metavar="URL", help="the address of a page, or the id of a document that stood there")
    add_format(parser, ("text", "json"))
    add_clocks(parser, on=False)


def run(call: argparse.Namespace) -> int:
    """Show how the page was edited."""
    from transmittal.cases.pages import versions_of

    format = chosen_format(call)
    with asked(call) as question:
        url = _address(question.view, call.url)
        pages = versions_of(question.view, url)
        if not pages:
            hint = "`transmittal search WORDS` finds documents, and their addresses with -f json"
            raise CasebookError("no page of this address is kept", printable(call.url) or '""', hint)
        if format == "json":
            print_json([_page_json(question.view, page) for page in pages])
        else:
            sys.stdout.write("\n".join(_page_text(question.view, page) for page in pages))
    return 0


def _address(view: "View", printed: str) -> str:
    """The address itself, or that of the document of this id."""
    from transmittal.cli.showing import find_document

    try:
        printed.encode()
        found = find_document(view, printed)
    except UnicodeEncodeError:
        return printable(printed)
    except CasebookError:
        return printed
    if found.paper.url is None:
        raise CasebookError("nobody says at which address this document stood", printed, "`transmittal add --url URL` does")
    return found.paper.url


def _page_text(view: "View", page: "Sequence[Version]") -> str:
    from transmittal.cases.pages import cases_of
    from transmittal.cases.versions import render_text, revisions

    changed = [event.id for revision in revisions(page) for change in revision.events for event in (change.old, change.new) if event]
    cases = sorted(set(cases_of(view, changed).values()))
    last = f"changed: {one_line(', '.join(cases))}\n" if cases else "" if changed or len(page) > 1 else "it was never edited\n"
    return f"{render_text(page)}{last}"


def _page_json(view: "View", page: "Sequence[Version]") -> list[dict[str, Any]]:
    from transmittal.cases.pages import cases_of
    from transmittal.cases.versions import versions_json

    made = versions_json(page)
    changes = [change for version in made for change in version["events"]]
    cases = cases_of(view, {change[side] for change in changes for side in ("old", "new") if change[side]})
    for change in changes:
        change["case"] = cases.get(change["new"]) or cases.get(change["old"])
    return made
