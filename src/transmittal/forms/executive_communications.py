"""Congressional Record, executive communications: one sentence per certification of a sale, licence, lease or transfer of arms.

They name the receiver, sometimes a number, never the item; everything else that the page lists is passed over.
"""

import re
from collections.abc import Sequence

from transmittal import catalogue
from transmittal.catalogue import Name
from transmittal.forms.grammar.licence import (
    find_channel,
    find_number,
    find_receiver,
    find_threshold,
    first_day,
    implied_supplier,
)
from transmittal.forms.layout import Layout, Parsed
from transmittal.mentions.items import find_items
from transmittal.model import Block, Document, DocumentKind, Event, Mention, Modality, Period, Stage

LAYOUT = Layout(
    id="executive_communications",
    title="Congressional Record, executive communications on arms exports",
    kind=DocumentKind.CONGRESSIONAL_RECORD,
    seen="pages of 2005 and their form since; docs/reading/executive_communications.md",
    signs=(("congressional record", "executive communications", "executive and other communications"),),
    expect={"buyer": 0.8, "date": 0.99},
)

_ENTRY = re.compile(r"^\W{0,3}(?:EC[-–.] ?)?\d{1,5}\.\s+A (?:communication|letter|notification)\b")
_HEAD = re.compile(r"Congressional Record|EXECUTIVE(?: AND OTHER)? COMMUNICATIONS", re.I)
_ARMS = re.compile(
    r"\bArms Export Control Act\b|\b2776\b|\bsection 36\([bcd]\)|\bDDTC\b|\bLetters?\(?s?\)? of Offer and Acceptance\b", re.I
)
_STEP = re.compile(
    r"\b(?:certification|transmittal|notification|notice|intent|informing|report) [^;]{0,160}?\b(?:licen[sc]e|agreements?"
    r"|letters? ?\(?s?\)? of offer|export|sale|transfer|lease)\b",
    re.I,
)
# Reports that come round every year or quarter certify nothing.
_ROUTINE = re.compile(
    r"\b(?:annual|quarterly|semi-?annual|listing|unclassified report|end[- ]use monitoring|javits|a rule entitled|final rule)\b", re.I
)
_PURCHASER = re.compile(r"\(i\)\s*(?:\(U\)\s*)?(?:Prospective\s+)?Purchaser", re.I)


def sniff(document: Document) -> bool:
    """The Record's head or the list's, and a numbered communication on arms exports."""
    text = document.text
    if _HEAD.search(text, 0, 3000) is None or _ARMS.search(text) is None or _PURCHASER.search(text) is not None:
        return False
    return any(_is_certification(text, block) for block in document.blocks)


def _is_certification(text: str, block: Block) -> bool:
    end = min(block.end, block.start + 3000)
    return (
        _ENTRY.match(text[block.start : block.start + 60]) is not None
        and _ARMS.search(text, block.start, end) is not None
        and _STEP.search(text, block.start, end) is not None
        and _ROUTINE.search(text, block.start, end) is None
    )


def parse(document: Document) -> Parsed:
    """Read every communication that certifies something."""
    text = document.text
    names = catalogue.find_names(text)
    day = _page_day(document)
    events: list[Event] = []
    for block in document.blocks:
        if _is_certification(text, block):
            events.append(_read_entry(text, names, block, day))
    return Parsed(events=tuple(events))


def _read_entry(text: str, names: Sequence[Name], block: Block, day: Period | None) -> Event:
    """From the number to the committee it goes to."""
    to = re.compile(r"; to the Committee", re.I).search(text, block.start, block.end)
    end = to.start() if to is not None else block.end
    sent = re.compile(r"\btransmitting\b", re.I).search(text, block.start, end)
    start = sent.end() if sent is not None else block.start
    channel = find_channel(text, start, end)
    evidence = Mention.cut(text, block.start, end)
    return Event(
        stage=Stage.APPROVAL,
        modality=Modality.HAPPENED,
        buyer=find_receiver(text, names, start, end),
        supplier=implied_supplier(channel, evidence) if channel is not None else None,
        channel=channel,
        items=tuple(find_items(text, names, start, end)),
        value=find_threshold(text, start, end),
        date=day,
        identifiers=find_number(text, start, end),
        evidence=(evidence,),
        rules=dict.fromkeys(("buyer", "value", "date"), "forms.executive_communications: entry"),
    )


def _page_day(document: Document) -> Period | None:
    """The day of the Record's page."""
    found = first_day(document.text, 0, min(len(document.text), 2000))
    if found is not None or document.published is None or not document.blocks:
        return found
    first = document.blocks[0]
    mention = Mention(quote=document.text[first.start : first.end], start=first.start, end=first.end, inferred=True)
    return Period(start=document.published, end=document.published, mention=mention)
