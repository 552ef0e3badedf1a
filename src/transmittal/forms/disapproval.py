"""Joint resolutions of disapproval: they quote the transmittal they would stop, often the only print of what it holds.

A resolution halts nothing by being introduced; what is read is the approval it quotes.
"""

import re

from transmittal import catalogue
from transmittal.forms.grammar.licence import find_channel, find_number, find_receiver, find_threshold, first_day, implied_supplier
from transmittal.forms.layout import Layout, Parsed
from transmittal.mentions.items import find_items
from transmittal.model import Document, DocumentKind, Event, Mention, Modality, Period, Stage

LAYOUT = Layout(
    id="disapproval",
    title="Joint resolution of disapproval of an arms export",
    kind=DocumentKind.CONGRESSIONAL_RECORD,
    seen="resolutions of 2019 to 2025; docs/reading/disapproval.md",
    signs=(("congressional disapproval of",),),
    expect={"buyer": 0.9, "items": 0.8},
)

_RESOLUTION = re.compile(r"\bJOINT RESOLUTION\b|\b[SH]\. ?J\. ?Res\. ?\d", re.I)
_DISAPPROVAL = re.compile(r"\bcongressional disapproval of (?:the )?(?:proposed )?(?P<what>[^\n.]{5,400})", re.I)
_RESOLVED = re.compile(r"\bThat (?:the )?(?:following |issuance |proposed |Congress )", re.I)
_QUOTED = re.compile(r"\bdescribed in (?:the )?(?:certification )?Transmittal\b|\bTransmittal No", re.I)
_SUBMITTED = re.compile(r"\b(?:submitted|transmitted|notified) to (?:the )?Congress\b", re.I)
_PRINTED = re.compile(r"\bpublished in the Congressional Record\b", re.I)
_MOST = 6000  # characters of an operative clause


def sniff(document: Document) -> bool:
    """A joint resolution that provides for disapproval and quotes a transmittal in its operative clause."""
    text = document.text
    if _RESOLUTION.search(text, 0, 3000) is None or _DISAPPROVAL.search(text, 0, 6000) is None:
        return False
    resolved = _RESOLVED.search(text)
    return resolved is not None and _QUOTED.search(text, resolved.start(), resolved.start() + _MOST) is not None


def parse(document: Document) -> Parsed:
    """Read the approval that the operative clause quotes."""
    text = document.text
    names = catalogue.find_names(text)
    title, resolved = _DISAPPROVAL.search(text), _RESOLVED.search(text)
    if title is None or resolved is None:
        return Parsed(events=())
    start, end = resolved.start(), min(len(text), resolved.start() + _MOST)
    quoted = _QUOTED.search(text, start, end)
    at = quoted.start() if quoted is not None else start
    channel = find_channel(text, at, end) or find_channel(text, *title.span())
    line = text.find("\n", start, end)
    first = Mention.cut(text, start, len(text[start : line if line > 0 else end].rstrip()) + start)
    listed = text.find(":", at, end)
    number = find_number(text, at, min(end, at + 120))
    event = Event(
        stage=Stage.APPROVAL,
        modality=Modality.HAPPENED,
        buyer=find_receiver(text, names, start, at) or find_receiver(text, names, *title.span("what")),
        supplier=implied_supplier(channel, first),
        channel=channel,
        items=tuple(find_items(text, names, listed + 1 if listed >= 0 else at, end)),
        value=find_threshold(text, at, end),
        date=_day(text, at, end),
        identifiers=number,
        evidence=_evidence(text, first, at, end),
        rules=dict.fromkeys(("buyer", "items", "date"), "forms.disapproval: operative clause"),
    )
    return Parsed(events=(event,))


def _day(text: str, start: int, end: int) -> Period | None:
    """When it was submitted to Congress; else when the Record told of it."""
    for pattern in (_SUBMITTED, _PRINTED):
        m = pattern.search(text, start, end)
        day = first_day(text, m.end(), min(end, m.end() + 90)) if m is not None else None
        if day is not None:
            return day
    return None


def _evidence(text: str, first: Mention, start: int, end: int) -> tuple[Mention, ...]:
    """The operative clause, and the paragraph that quotes the transmittal when it stands apart."""
    if start < first.end:
        return (first,)
    left = text.rfind("\n", first.end, start) + 1 or start
    right = text.find("\n", start, end)
    return first, Mention.cut(text, left, right if right > 0 else end)
