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
    signs=(("requested", "asks to buy", "ask to buy", "wishes to buy", "requests"),),
    expect={"buyer": 0.95, "items": 0.8, "value": 0.85},
)

_HEAD = 8000  # characters in which a release has named its agency, the sale and the request
_SALE = re.compile(r"\b(?:possible|potential|proposed) Foreign Military Sale\b", re.I)
_REQUEST = re.compile(r"\brequested|\basks? to buy|\bwishes to buy|\brequests\b")
_CLOSING = re.compile(
    r"balance in the region|balance of the region|principal contractor|prime contractor|offset agreement|notice of a potential sale", re.I
)
# A paragraph of the release on its own: "The Government of X has requested to buy …", "TECRO has requested …".
_ASKING = re.compile(
    r"^(?:The )?(?:Governments? of|Kingdom of|Republic of|State of|Taipei Economic|TECRO\b|NATO\b|recipient\b"
    r"|[A-Z][a-z]+(?: [A-Z][a-z]+){0,3} (?=ha[sv]))"
    r"[^.;\n]{0,160}?\b(?:has|have) requested\b",
    re.M,
)
_COST = re.compile(
    r"\b(?:[Ee]stimated|[Tt]otal)\b[^.;\n]{0,60}\b(?:cost|value)\b[^.;\n]{0,40}\$\s?\d|\b[Tt]h(?:is|e) proposed sale (?:will|of)\b"
)
_NUMBER = re.compile(r"^Transmittal No\.?:? ?\d\d-\d", re.M)
_REPORTED = re.compile(r"\b(?:said|says|told|according to|reported|announced|tweeted|wrote)\b", re.I)


def sniff(document: Document) -> bool:
    """The agency and a possible Foreign Military Sale near the top, and the sentences only such a release has; or an excerpt of one."""
    text = document.text
    return _is_whole(text) or _is_excerpt(text)


def _is_whole(text: str) -> bool:
    head = text[:_HEAD].lower()
    return (
        all(words in head for words in ("defense security cooperation agency", "foreign military sale"))
        and _SALE.search(text, 0, _HEAD) is not None
        and _REQUEST.search(text, 0, _HEAD) is not None
        and (_CLOSING.search(text) is not None or _is_first_part(text))
    )


def _is_first_part(text: str) -> bool:
    """A release cut off behind its request, by a feed or a quotation: the request stands in the release's own words."""
    return _ASKING.search(text, 0, _HEAD) is not None and _REPORTED.search(text, 0, _HEAD) is None


def _is_excerpt(text: str) -> bool:
    """The request in the release's own words with its number or its cost, told by nobody else."""
    return (
        _ASKING.search(text, 0, _HEAD) is not None
        and (_COST.search(text, 0, 2 * _HEAD) is not None or _NUMBER.search(text, 0, _HEAD) is not None)
        and _REPORTED.search(text, 0, 2 * _HEAD) is None
        and not any(p.search(text, 0, _HEAD) for p in _OTHERS)
    )


# Layouts of their own, whose text holds the same paragraph.
_OTHERS = (
    re.compile(r"\(i\)\s*(?:\(U\)\s*)?(?:Prospective\s+)?Purchaser", re.I),
    re.compile(r"Bureau of Political-Military Affairs|\bDepartment of State\b|\bState Department delivered", re.I),
)


def parse(document: Document) -> Parsed:
    """Read the release. A release without its sale sentence gives nothing."""
    event = read_release(document, catalogue.find_names(document.text))
    return Parsed(events=(event,) if event is not None else ())
