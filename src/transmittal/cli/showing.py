"""Documents on a terminal and as bytes: with their evidence marked, as their text alone, as they were received."""

import json
import os
import shutil
import sys
from typing import TYPE_CHECKING

import msgspec

from transmittal.cli.words import printable
from transmittal.model.errors import CasebookError

if TYPE_CHECKING:
    from transmittal.ledger.kept import KeptDocument
    from transmittal.ledger.view import View
    from transmittal.model import KeptEvent

_WIDEST = 110
_DIGITS = frozenset("0123456789abcdefABCDEF")


def is_coloured() -> bool:
    """Whether standard output is a terminal whose user has not asked for plain text."""
    return sys.stdout is not None and sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width() -> int:
    """Characters of a line."""
    return max(40, min(shutil.get_terminal_size((80, 24)).columns, _WIDEST))


def find_document(view: "View", printed: str) -> "KeptDocument":
    """The document whose id, or the sha256 of whose bytes, begins so. Raises CasebookError."""
    if not printed or len(printed) > 64 or not set(printed) <= _DIGITS:
        hint = "`transmittal search WORDS` and `transmittal show CASE` print the ids of documents"
        raise CasebookError("this is no beginning of a document's id", f'"{printable(printed[:80])}"', hint)
    return view.document(printed)


def events_of(view: "View", document: "KeptDocument") -> "list[KeptEvent]":
    """What the document reports and nobody rejected."""
    events = view.events_of(document.n)
    rejected = view.rejected(event.id for event in events)
    return [event for event in events if event.id not in rejected]


def rendered(view: "View", document: "KeptDocument", format: str, *, is_shown: bool = False) -> str:
    """The document with its evidence marked: text, html or json. is_shown: for this terminal, not for a file."""
    from transmittal.cases import marked

    events, text, paper = events_of(view, document), document.text, document.paper
    if format == "html":
        from transmittal.cases.marked_page import render_html

        return render_html(text, events, paper=paper)
    if format == "json":
        told = marked.marked_json(text, events, paper=paper) | {"bytes_sha256": document.bytes_sha256}
        return json.dumps(msgspec.to_builtins(told, enc_hook=str), ensure_ascii=False, indent=2) + "\n"
    return marked.render_text(text, events, paper=paper, colour=is_shown and is_coloured(), width=width() if is_shown else _WIDEST)


def original(view: "View", document: "KeptDocument") -> bytes:
    """The bytes as they were received. Raises CasebookError when none were kept."""
    from transmittal.documents.archive import unpack_capture

    packed = view.capture(document.n)
    if packed is None:
        what = "its bytes were not kept: it came as JSON Lines, or as part of something else"
        raise CasebookError(what, document.paper.id[:12], "`--as-text` prints the text that was read")
    return unpack_capture(packed).data


def harmless_text(data: bytes) -> str:
    """Bytes as a terminal can show them: as UTF-8 where they are, without what would steer it."""
    text = data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    return printable(text) + ("" if text.endswith("\n") else "\n")
