"""Federal Register notices of arms sales: section 36(b)(1) certifications, 36(b)(5) reports, and corrections that reprint one.

A correction reuses the number it corrects and is no event of its own; what it reprints is read as usual.
"""

from transmittal.forms.grammar.notice36b import PURCHASER, read_page
from transmittal.forms.layout import Layout, Parsed
from transmittal.model import Document, DocumentKind

LAYOUT = Layout(
    id="fr_36b1",
    title="Federal Register, arms sales notification",
    kind=DocumentKind.TRANSMITTAL,
    seen="eras 1997, 2005-2016, 2017-2020, 2021-2025, 2026; docs/reading/fr_36b1.md",
    signs=(("purchaser",),),
    expect={"buyer": 0.95, "value": 0.85, "date": 0.8},
)

_RECORD = ("congressional record", "mr. president", "ordered to be printed in")


def sniff(document: Document) -> bool:
    """A notice with a numbered purchaser that the Congressional Record did not print."""
    text = document.text
    head = text[:4000].lower()
    return PURCHASER.search(text) is not None and not any(sign in head for sign in _RECORD)


def parse(document: Document) -> Parsed:
    """Read every certification of the page."""
    return read_page(document)
