"""Federal Register batches of letters on proposed export licences: sections 36(c) and 36(d), one approval a letter.

The State Department prints them months late; the letter's own day counts. The amount is a threshold of the law.
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
    implied_supplier,
    last_day,
)
from transmittal.forms.layout import Layout, Parsed
from transmittal.mentions.items import find_items
from transmittal.model import Document, DocumentKind, Event, Mention, Modality, Stage, Unread

LAYOUT = Layout(
    id="export_licence",
    title="Federal Register, notifications of proposed export licences",
    kind=DocumentKind.TRANSMITTAL,
    seen="the form of the letters as described for 1999-2024; docs/reading/export_licence.md",
    signs=(("36(c)", "36(d)"), ("dear m", "dear speaker", "please find enclosed")),
    expect={"value": 0.9, "date": 0.9},
)

# What every letter says once, whatever stands around it.
_LETTER = re.compile(
    r"\b(?:pursuant to|under|in accordance with|as required by|in line with|as) (?:the \w+ of )?"
    r"sections? 36\((?:c|d)\)[^.\n]{0,200}?\b(?:certification|notification)\b",
    re.I,
)
_TRANSACTION = re.compile(
    r"\bThe transactions?\b[^.\n]{0,60}?\b(?:certification|notification)\b|\bThis (?:license|transaction|proposed)\b", re.I
)
_TITLE = re.compile(r"Proposed (?:Commercial )?Export Licenses?|Directorate of Defense Trade Controls|Transmittal No\.? ?DDTC", re.I)
_DEAR = re.compile(r"\bDear (?:Mr|Mrs|Ms|Madam|Speaker)\b|\bplease find enclosed\b", re.I)
_PURCHASER = re.compile(r"\(i\)\s*(?:\(U\)\s*)?(?:Prospective\s+)?Purchaser", re.I)
_FOOT = re.compile(r"\b(?:Enclosures?:?\s*)?Transmittal (?:No|Number)\.?:? ?(?:DDTC|RSAT)?[-–— ]{0,3}\d{2,3}\s?[-–—]\s?\d{1,4}", re.I)


def sniff(document: Document) -> bool:
    """A letter under section 36(c) or (d), and the office or the number that go with it."""
    text = document.text
    return all(p.search(text) is not None for p in (_LETTER, _DEAR, _TITLE)) and _PURCHASER.search(text) is None


def parse(document: Document) -> Parsed:
    """Read every letter. A letter without a receiver's country is still an approval; one without a number is reported."""
    text = document.text
    names = catalogue.find_names(text)
    letters = list(_LETTER.finditer(text))
    events: list[Event] = []
    unread: list[Unread] = []
    at = 0
    for letter, following in zip(letters, [*letters[1:], None], strict=True):
        limit = following.start() if following is not None else len(text)
        foot = _FOOT.search(text, letter.end(), limit)
        end = foot.end() if foot is not None else _paragraph_end(text, letter.end(), limit)
        events.append(_read_letter(text, names, at, letter, end))
        if foot is None:
            unread.append(Unread(field="letter without a transmittal number", quote=letter[0], start=letter.start(), end=letter.end()))
        at = end
    return Parsed(events=tuple(events), unread=tuple(unread))


def _paragraph_end(text: str, start: int, limit: int) -> int:
    """The end of the second paragraph: certification and transaction."""
    line = text.find("\n\n", start, limit)
    following = text.find("\n\n", line + 2, limit) if line >= 0 else -1
    return following if following >= 0 else limit


def _read_letter(text: str, names: Sequence[Name], before: int, letter: re.Match[str], end: int) -> Event:
    certified = text.find("\n", letter.end(), end)
    certified = end if certified < 0 else certified
    transaction = _TRANSACTION.search(text, letter.end(), end)
    start = transaction.start() if transaction is not None else letter.start()
    stop = text.find("\n", start, end)
    stop = end if stop < 0 else stop
    channel = find_channel(text, letter.start(), certified)
    lead = Mention.cut(text, letter.start(), letter.end())
    evidence = [Mention.cut(text, letter.start(), certified)]
    if transaction is not None and start >= certified:
        evidence.append(Mention.cut(text, start, stop))
    return Event(
        stage=Stage.APPROVAL,
        modality=Modality.HAPPENED,
        buyer=find_receiver(text, names, start, stop)
        or (find_receiver(text, names, letter.start(), certified) if start >= certified else None),
        supplier=implied_supplier(channel, lead),
        channel=channel,
        items=tuple(find_items(text, names, start, stop)),
        value=find_threshold(text, letter.start(), certified),
        date=last_day(text, max(before, letter.start() - 1500), letter.start()),
        identifiers=find_number(text, letter.end(), end),
        evidence=tuple(evidence),
        rules=dict.fromkeys(("buyer", "items", "value", "date"), "forms.export_licence: letter"),
    )
