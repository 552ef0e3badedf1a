"""State Department, Bureau of Political-Military Affairs: congressional notification releases.

Since 26 February 2026, and some of January.
"""

import re

from transmittal import catalogue
from transmittal.forms.grammar.release import read_release
from transmittal.forms.layout import Layout, Parsed
from transmittal.model import Document, DocumentKind

LAYOUT = Layout(
    id="state_release",
    title="State Department release on a congressional notification",
    kind=DocumentKind.PRESS_RELEASE,
    seen="releases of January to August 2026; docs/reading/state_release.md",
    signs=(("foreign military sale",), ("department of state", "state department", "bureau of political-military affairs")),
    expect={"buyer": 0.95, "items": 0.8, "value": 0.85},
)

_BUREAU = re.compile(r"Bureau of Political-Military Affairs|Department of State\b|State Department", re.I)
_SALE = re.compile(r"\b(?:possible|potential|proposed) Foreign Military Sale\b", re.I)
_AGENCY = re.compile(r"Defense Security Cooperation Agency", re.I)


def sniff(document: Document) -> bool:
    """The bureau's own release: the department and the sale near the top, no DSCA, and a release's closing sentences."""
    text = document.text
    return (
        _BUREAU.search(text, 0, 3000) is not None
        and _SALE.search(text, 0, 3000) is not None
        and _AGENCY.search(text) is None
        and re.search(
            r"principal contractor|prime contractor|balance in the region|balance of the region|offset agreement|defense readiness",
            text,
            re.I,
        )
        is not None
    )


def parse(document: Document) -> Parsed:
    """Read the release. A release without its sale sentence gives nothing."""
    event = read_release(document, catalogue.find_names(document.text))
    return Parsed(events=(event,) if event is not None else ())
