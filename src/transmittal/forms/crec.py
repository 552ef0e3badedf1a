"""Congressional Record pages that print one or more arms sales notifications."""

from transmittal.forms.grammar.notice36b import PURCHASER, read_page
from transmittal.forms.layout import Layout, Parsed
from transmittal.model import Document, DocumentKind

_RECORD = ("congressional record", "mr. president", "ordered to be printed in")

LAYOUT = Layout(
    id="crec",
    title="Congressional Record, arms sales notification",
    kind=DocumentKind.CONGRESSIONAL_RECORD,
    seen="pages of 2019-2026; docs/reading/crec.md",
    signs=(_RECORD, ("purchaser",)),
    expect={"buyer": 0.95, "value": 0.85, "date": 0.8},
)


def sniff(document: Document) -> bool:
    """The Record's own head, and a numbered purchaser."""
    head = document.text[:4000].lower()
    return any(sign in head for sign in _RECORD) and PURCHASER.search(document.text) is not None


def parse(document: Document) -> Parsed:
    """Read every notification of the page, each with its letter."""
    return read_page(document)
