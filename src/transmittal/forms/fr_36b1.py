"""Federal Register notices of arms sales: section 36(b)(1) certifications, 36(b)(5) reports, and corrections that reprint one.

A correction reuses the number it corrects and is no event of its own; what it reprints is read as usual.
"""

import re

from transmittal import catalogue
from transmittal.forms.grammar.notice36b import cut_notices, read_notice
from transmittal.forms.layout import Layout, Parsed
from transmittal.model import Document, DocumentKind, Event, Unread

LAYOUT = Layout(
    id="fr_36b1",
    title="Federal Register, arms sales notification",
    kind=DocumentKind.TRANSMITTAL,
    seen="eras 1997, 2005-2016, 2017-2020, 2021-2025, 2026; docs/reading/fr_36b1.md",
    expect={"buyer": 0.98, "value": 0.95, "date": 0.9},
)

_BODY = re.compile(r"\(i\)\s*(?:\(U\)\s*)?(?:Prospective\s+)?Purchaser", re.I)
_RECORD = re.compile(r"Congressional Record|Mr\. President|ordered to be printed in", re.I)


def sniff(document: Document) -> bool:
    """A notice with a numbered purchaser that the Congressional Record did not print."""
    text = document.text
    return _BODY.search(text) is not None and _RECORD.search(text, 0, 4000) is None


def parse(document: Document) -> Parsed:
    """Read every certification of the page."""
    names = catalogue.find_names(document.text)
    events: list[Event] = []
    unread: list[Unread] = []
    for notice in cut_notices(document.text):
        found, left = read_notice(document, names, notice)
        events.extend(found)
        unread.extend(left)
    return Parsed(events=tuple(events), unread=tuple(unread))
