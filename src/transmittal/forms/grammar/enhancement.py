"""Reports of an enhancement or upgrade under section 36(b)(5): the change of a sale, and the certification it recalls.

Source of the layout: docs/reading/fr_36b1.md.
"""

import re

import msgspec

from transmittal.catalogue import Name
from transmittal.forms.grammar.amounts import find_cost, notified_value
from transmittal.forms.grammar.certified import (
    day_delivered,
    day_of,
    find_buyer,
    find_numbers,
    implied_channel,
    implied_supplier,
    report_unread,
    without_count,
)
from transmittal.forms.grammar.enlargement import find_enlargement
from transmittal.forms.grammar.parts import Part, take
from transmittal.mentions.items import find_items
from transmittal.model import Event, Identifiers, Item, Mention, Modality, Money, Period, Stage, Unread

_THIS = re.compile(r"\bThis (?:transmittal|notification|report|certification|amendment)\b[^.\n]*", re.I)
_ADDS = re.compile(r"\b(?:addition|inclusion|additional|adds?|includes?|increase)\b", re.I)
_PARAGRAPH = re.compile(r"[^\s\n][^\n]*[^\s\n]")
_SUM = re.compile(r"\b(?:value|cost|total|MDE)\b[^\n]*\$")
_DATE_LABEL = re.compile(r"\bDate:\s*")


def read_enhancement(text: str, names: list[Name], number: Mention | None, parts: list[Part]) -> tuple[list[Event], list[Unread]]:
    """The change that the report tells, after the approval it recalls."""
    buyer_part, recalled, described = take(parts, "purchaser"), take(parts, "36(b)(1)", "transmittal"), take(parts, "description")
    if buyer_part is None or described is None or described.end <= described.start_body:
        return [], []
    buyer = find_buyer(text, names, buyer_part.start_body, buyer_part.end)
    start, end = described.start_body, described.end
    this = _THIS.search(text, start, end)
    past_end = this.start() if this else end
    events: list[Event] = []
    old = _recalled_number(text, recalled, start, past_end)
    told_end = _block_end(text, start, past_end)
    items = find_items(text, names, start, told_end)
    if old is not None and told_end > start:
        events.append(
            Event(
                stage=Stage.APPROVAL,
                modality=Modality.HAPPENED,
                buyer=buyer,
                supplier=implied_supplier(text, buyer_part),
                channel=implied_channel(text, buyer_part),
                items=tuple(_bought(text, items, start, past_end)),
                value=_recalled_value(text, start, told_end),
                date=_recalled_date(text, recalled, start, past_end),
                identifiers=Identifiers(transmittal=old.quote, mentions={"transmittal": (old,)}),
                evidence=(Mention.cut(text, start, told_end),),
                rules={"stage": "forms.grammar.enhancement: the certification an enhancement report recalls"},
            )
        )
    if this is not None:
        told = _told_by(text, this, end)
        enlarged = find_enlargement(text, this.start(), told[-1].end)
        rules = {"stage": "forms.grammar.enhancement: the report"}
        if enlarged is not None:
            rules["value"] = f"forms.grammar.enlargement: {'the whole as revised' if enlarged.is_total else 'what is added to the whole'}"
        events.append(
            Event(
                stage=Stage.CHANGE,
                modality=Modality.HAPPENED,
                buyer=buyer,
                supplier=implied_supplier(text, buyer_part),
                channel=implied_channel(text, buyer_part),
                items=tuple(_added(text, names, this) or _changed(items)),
                value=notified_value(text, enlarged.money) if enlarged is not None else None,
                date=day_delivered(text, parts),
                identifiers=find_numbers(text, number, parts),
                evidence=told,
                rules=rules,
            )
        )
    used = ("purchaser", "36(b)(1)", "transmittal", "description", "date", "military department", "implementing")
    return events, report_unread(text, parts, used)


def _bought(text: str, items: list[Item], start: int, end: int) -> list[Item]:
    """Counts of a fleet that is only supported are not bought."""
    supports = re.search(
        r"\b(?:sustain\w*|support(?:ed)? with|logistics support|remain a member|follow-on support|participat\w+)\b", text[start:end], re.I
    )
    sale = re.search(r"\bpossible sale of\b|\brequested to buy\b|\bsale, (?:by way of|under)[^.]{0,80}? of\b", text[start:end], re.I)
    return [without_count(i) for i in items[:1]] if supports and not sale else items


def _added(text: str, names: list[Name], this: re.Match[str]) -> list[Item]:
    """What this report adds, when it is named and counted."""
    return [
        i
        for i in find_items(text, names, this.start(), this.end())
        if i.quantity is not None and _ADDS.search(text, this.start(), i.quantity.start)
    ]


def _told_by(text: str, this: re.Match[str], end: int) -> tuple[Mention, ...]:
    """The paragraph that says what this report is about, and those behind it that speak of money."""
    first = _block_end(text, this.start(), end)
    told = [Mention.cut(text, this.start(), first)]
    for m in _PARAGRAPH.finditer(text, first, end):
        if _SUM.search(m[0]):
            told.append(Mention.cut(text, m.start(), m.end()))
    return tuple(told)


def _changed(items: list[Item]) -> list[Item]:
    """The systems of the case, without the terms that the change leaves alone; a version shared by all lines stays."""
    first: dict[str, Item] = {}
    for item in items:
        key = item.system.id or item.system.designation
        held = first.get(key)
        if held is None:
            first[key] = without_count(item)
        elif held.variant != item.variant:
            first[key] = msgspec.structs.replace(held, variant=None, variant_mention=None)
    return list(first.values())[:1]


def _recalled_number(text: str, recalled: Part | None, start: int, end: int) -> Mention | None:
    pattern = re.compile(r"\b(\d{2}-[0-9A-Z]{1,4}|[0-9][A-Z]-\d{2})\b")
    m = pattern.search(text, recalled.start_body, recalled.end) if recalled is not None else None
    m = m or re.compile(r"transmittal (?:number|no\.?) (\d{2}-[0-9A-Z]{1,4})", re.I).search(text, start, end)
    return Mention.cut(text, m.start(1), m.end(1)) if m else None


def _recalled_date(text: str, recalled: Part | None, start: int, end: int) -> Period | None:
    if recalled is not None:
        label = _DATE_LABEL.search(text, recalled.start, recalled.end)
        if label is not None:
            stop = text.find(";", label.end(), recalled.end)
            period = day_of(text, label.end(), stop if stop > 0 else recalled.end)
            if period is not None:
                return period
    told = re.compile(r"\bOn ([A-Z][a-z]+ \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]+ \d{4})").search(text, start, end)
    return day_of(text, told.start(1), told.end(1)) if told else None


def _recalled_value(text: str, start: int, end: int) -> Money | None:
    cost = find_cost(text, start, end)
    return notified_value(text, cost) if cost is not None else None


def _block_end(text: str, start: int, end: int) -> int:
    """Where the line of the description ends that begins at start; a recalled certification fills the first."""
    line = text.find("\n", start, end)
    return end if line < 0 else line
