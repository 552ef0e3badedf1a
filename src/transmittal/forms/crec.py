"""Congressional Record pages that print one or more arms sales notifications."""

import re

from transmittal import catalogue
from transmittal.forms.grammar.notice36b import cut_notices, read_notice
from transmittal.forms.layout import Layout, Parsed
from transmittal.model import Document, DocumentKind, Event, Unread

_RECORD = ("congressional record", "mr. president", "ordered to be printed in")

LAYOUT = Layout(
    id="crec",
    title="Congressional Record, arms sales notification",
    kind=DocumentKind.CONGRESSIONAL_RECORD,
    seen="pages of 2019-2026; docs/reading/crec.md",
    signs=(_RECORD, ("purchaser",)),
    expect={"buyer": 0.98, "value": 0.95, "date": 0.9},
)

_BODY = re.compile(r"\(i\)\s*(?:\(U\)\s*)?(?:Prospective\s+)?Purchaser", re.I)


def sniff(document: Document) -> bool:
    """The Record's own head, and a numbered purchaser."""
    head = document.text[:4000].lower()
    return any(sign in head for sign in _RECORD) and _BODY.search(document.text) is not None


def parse(document: Document) -> Parsed:
    """Read every notification of the page, each with its letter."""
    names = catalogue.find_names(document.text)
    events: list[Event] = []
    unread: list[Unread] = []
    for notice in cut_notices(document.text):
        found, left = read_notice(document, names, notice)
        events.extend(found)
        unread.extend(left)
    return Parsed(events=tuple(events), unread=tuple(unread))
