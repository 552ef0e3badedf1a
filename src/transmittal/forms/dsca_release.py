"""DSCA "Major Arms Sales" releases, 2008 to February 2026, as text, page or PDF."""

import re

from transmittal import catalogue
from transmittal.forms.grammar.release import read_release
from transmittal.forms.layout import Layout, Parsed
from transmittal.model import Document, DocumentKind

LAYOUT = Layout(
    id="dsca_release",
    title="DSCA Major Arms Sales release",
    kind=DocumentKind.PRESS_RELEASE,
    seen="releases of 2008-2026; docs/reading/dsca_release.md",
    expect={"buyer": 0.98, "items": 0.95, "value": 0.97},
)

_AGENCY = re.compile(r"Defense Security Cooperation Agency", re.I)
_DUTY = re.compile(r"\b(?:possible|potential|proposed) Foreign Military Sale\b", re.I)


def sniff(document: Document) -> bool:
    """The agency and a possible Foreign Military Sale near the top, and the sentences only such a release has."""
    text = document.text
    return (
        _AGENCY.search(text, 0, 6000) is not None
        and _DUTY.search(text, 0, 6000) is not None
        and re.search(r"\brequested|asks? to buy|wishes to buy|requests\b", text[:8000]) is not None
        and re.search(r"balance in the region|balance of the region|principal contractor|prime contractor|offset agreement|notice of a potential sale", text, re.I) is not None
    )


def parse(document: Document) -> Parsed:
    """Read the release. A release without its sale sentence gives nothing."""
    event = read_release(document, catalogue.find_names(document.text))
    return Parsed(events=(event,) if event is not None else ())


