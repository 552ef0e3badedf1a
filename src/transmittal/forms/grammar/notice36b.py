"""Certifications under section 36(b) of the Arms Export Control Act, wherever they are printed.

The Federal Register prints one a page, the Congressional Record several under one heading; the numbered parts are the same.
Source of the layout: docs/reading/fr_36b1.md, crec.md.
"""

import re
from itertools import zip_longest

import msgspec

from transmittal import catalogue
from transmittal.catalogue import Name
from transmittal.forms.grammar.amounts import find_cost, find_total, notified_value
from transmittal.forms.grammar.certified import (
    day_delivered,
    find_buyer,
    find_numbers,
    implied_channel,
    implied_supplier,
    report_unread,
    without_count,
)
from transmittal.forms.grammar.contractors import find_contractors
from transmittal.forms.grammar.enhancement import read_enhancement
from transmittal.forms.grammar.parts import Part, cut_parts, take
from transmittal.forms.grammar.support import is_supported
from transmittal.forms.layout import Parsed
from transmittal.mentions.items import find_items
from transmittal.model import Document, Event, Item, Mention, Modality, Money, Stage, Unread

# The first part names the buyer; whatever stands before it, up to the previous notice, is heading and letter.
PURCHASER = re.compile(r"\(i\)\s*(?:\(U\)\s*)?(?:Prospective\s+)?Purchaser", re.I)
_NUMBER = re.compile(r"transmittal\s+(?:no|nos|number)s?\b\.?:?\s*(?:RSAT[- ])?([0-9][0-9A-Z]-[0-9A-Z]{1,4})", re.I)
_ENHANCEMENT = re.compile(r"enhancement\s+or\s+upgrade|36\(b\)\(5\)", re.I)
_ANNEX = re.compile(r"\n\s*(?:Annex\b|\(vii\)(?:\s*\(with classified\s[^)]*\))?\s*Sensitivity of Technology:\s*\n)", re.I)
# In capitals, with capitals, or all small, as the Record sets its headings.
_JUSTIFICATION = re.compile(r"\n\s*policy justification\b", re.I)
_MDE = re.compile(r"(?:Major Defense Equipment|MDE)\s*(?:\(MDE\))?\s*(?:\((?:U|MDE)\)\s*)?:", re.I)
_OTHER = re.compile(
    r"\bNon-?\s?(?:MDE|Major Defense Equipment)\b"
    r"|\b(?:Also|Additionally|Additional items|This request also|The following non)[^.:;\n]{0,60}?"
    r"\b(?:included?|includes|are|counted)\b|\bIncluded (?:are|is)\b",
    re.I,
)
_NONE = re.compile(r"^\s*None\b", re.I)
_SUPPORT_HEAD = re.compile(r"\b(?:support|sustain\w*|training|services|maintenance|logistics|spares?|parts|repair|remain a member)\b", re.I)


class Notice(msgspec.Struct, frozen=True):
    """One certification: its heading and letter from start, its numbered parts, its text to end."""

    start: int
    end: int
    number: Mention | None
    is_enhancement: bool
    parts: tuple[Part, ...]


def cut_notices(text: str) -> list[Notice]:
    """The certifications of a page, in order."""
    heads = [m.start() for m in PURCHASER.finditer(text)]
    notices, at = [], 0
    for head, following in zip_longest(heads, heads[1:]):
        end = len(text) if following is None else _letter_start(text, head, following)
        heading = text[max(at, head - 900) : head]
        numbers = list(_NUMBER.finditer(text, max(at, head - 900), head))
        number = Mention.cut(text, numbers[-1].start(1), numbers[-1].end(1)) if numbers else None
        parts = tuple(cut_parts(text, head, _body_end(text, head, end)))
        notices.append(Notice(at, end, number, _ENHANCEMENT.search(heading) is not None, parts))
        at = end
    return notices


def _letter_start(text: str, head: int, following: int) -> int:
    """Where the next notice's letter or heading begins."""
    letters = [m.start() for m in re.finditer(r"\n(?=Hon\. |_{4,}|\W*transmittal no)", text[head:following], re.I)]
    return head + letters[0] if letters else following


def _body_end(text: str, head: int, end: int) -> int:
    """The numbered parts end where the policy justification or the annex begins."""
    m = _JUSTIFICATION.search(text, head, end)
    return m.start() if m else end


def read_page(document: Document) -> Parsed:
    """Read every notice of a page, each with its letter."""
    names = catalogue.find_names(document.text)
    events: list[Event] = []
    unread: list[Unread] = []
    for notice in cut_notices(document.text):
        found, left = _read_notice(document, names, notice)
        events.extend(found)
        unread.extend(left)
    return Parsed(events=tuple(events), unread=tuple(unread))


def _read_notice(document: Document, names: list[Name], notice: Notice) -> tuple[list[Event], list[Unread]]:
    """The approval of a certification; for an enhancement report the change and the approval it recalls."""
    if notice.is_enhancement:
        return read_enhancement(document.text, names, notice.number, list(notice.parts))
    return _read_certification(document, names, notice)


def _read_certification(document: Document, names: list[Name], notice: Notice) -> tuple[list[Event], list[Unread]]:
    text, parts = document.text, list(notice.parts)
    buyer_part = take(parts, "purchaser")
    if buyer_part is None:
        return [], []
    described = take(parts, "description", "articles")
    value_part = take(parts, "value")
    justification = _after_parts(text, notice)
    event = Event(
        stage=Stage.APPROVAL,
        modality=Modality.HAPPENED,
        buyer=find_buyer(text, names, buyer_part.start_body, buyer_part.end),
        supplier=implied_supplier(text, buyer_part),
        channel=implied_channel(text, buyer_part),
        items=tuple(_items(text, names, described, justification)),
        value=_value(text, value_part, described, justification),
        date=day_delivered(text, parts),
        identifiers=find_numbers(text, notice.number, parts),
        contractors=find_contractors(text, names, *justification),
        evidence=_evidence(text, buyer_part, described),
        rules=dict.fromkeys(("buyer", "items", "value", "date", "contractors", "identifiers"), "forms.grammar.notice36b: numbered parts"),
    )
    return [event], report_unread(
        text, parts, ("purchaser", "value", "description", "articles", "military department", "implementing", "prior", "date")
    )


def _after_parts(text: str, notice: Notice) -> tuple[int, int]:
    """The policy justification: after the numbered parts, before the annex."""
    start = _body_end(text, notice.parts[0].start, notice.end) if notice.parts else notice.start
    annex = _ANNEX.search(text, min(start + 1, notice.end), notice.end)
    return start, annex.start() if annex else notice.end


def _items(text: str, names: list[Name], described: Part | None, justification: tuple[int, int]) -> list[Item]:
    if described is None:
        return []
    start, end = described.start_body, described.end
    mde = _MDE.search(text, described.start, end)
    other = _OTHER.search(text, mde.end() if mde else start, end)
    listed_start, listed_end = (mde.end() if mde else start), (other.start() if other else end)
    listed = text[listed_start:listed_end]
    if listed.strip() and not _NONE.match(listed):
        found = find_items(text, names, listed_start, listed_end)
        counted = [i for i in found if i.quantity is not None and (mde or not is_supported(text, listed_start, i.quantity.start))]
        if counted:
            return counted
        found = [without_count(i) for i in found]
        if found:
            return found[:1] if _SUPPORT_HEAD.search(listed) else found
    supported = find_items(text, names, other.end() if other else start, end)
    title_end = text.find("\n", justification[0] + 25, justification[1])
    return [without_count(i) for i in supported[:1]] or [
        without_count(i) for i in find_items(text, names, justification[0], max(justification[0], title_end))[:1]
    ]


def _value(text: str, value_part: Part | None, described: Part | None, justification: tuple[int, int]) -> Money | None:
    if value_part is not None:
        end = described.start if described is not None else value_part.end
        money = find_total(text, value_part.start, end)
        if money is not None:
            return notified_value(text, money)
    cost = find_cost(text, *justification)
    return notified_value(text, cost) if cost is not None else None


def _evidence(text: str, buyer: Part, described: Part | None) -> tuple[Mention, ...]:
    spans = [Mention.cut(text, buyer.start, buyer.end)]
    if described is not None and described.end > described.start_body:
        spans.append(Mention.cut(text, described.start, described.end))
    return tuple(spans)
