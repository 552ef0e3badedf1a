"""Certifications under section 36(b) of the Arms Export Control Act, wherever they are printed.

The Federal Register prints one a page, the Congressional Record several under one heading; the numbered parts are the same.
Source of the layout: docs/reading/fr_36b1.md, fr_36b5.md, crec.md.
"""

import re
from itertools import zip_longest

import msgspec

from transmittal import catalogue
from transmittal.catalogue import Name, NameKind
from transmittal.forms.grammar.amounts import find_cost, find_total, notified_value
from transmittal.forms.grammar.contractors import find_contractors
from transmittal.forms.grammar.parts import Part, cut_parts, take
from transmittal.forms.grammar.support import is_supported
from transmittal.forms.layout import Parsed
from transmittal.mentions.dates import parse_date
from transmittal.mentions.identifiers import IdentifierMention, Scheme, find_identifiers
from transmittal.mentions.items import find_items
from transmittal.mentions.money import find_money
from transmittal.mentions.within import within
from transmittal.model import Channel, Document, Event, Identifiers, Item, Mention, Modality, Money, Party, Period, Stage, Unread

# The first part names the buyer; whatever stands before it, up to the previous notice, is heading and letter.
PURCHASER = re.compile(r"\(i\)\s*(?:\(U\)\s*)?(?:Prospective\s+)?Purchaser", re.I)
_NUMBER = re.compile(r"transmittal\s+(?:no|nos|number)s?\b\.?:?\s*(?:RSAT[- ])?([0-9][0-9A-Z]-[0-9A-Z]{1,4})", re.I)
_ENHANCEMENT = re.compile(r"enhancement\s+or\s+upgrade|36\(b\)\(5\)", re.I)
_ANNEX = re.compile(r"\n\s*(?:Annex\b|\(vii\)(?:\s*\(with classified\s[^)]*\))?\s*Sensitivity of Technology:\s*\n)", re.I)
# In capitals, with capitals, or all small, as the Record sets its headings.
_JUSTIFICATION = re.compile(r"\n\s*policy justification\b", re.I)
_LONGEST_BUYER = 400  # characters of a purchaser; a longer stretch is no name
_MDE = re.compile(r"(?:Major Defense Equipment|MDE)\s*(?:\(MDE\))?\s*(?:\((?:U|MDE)\)\s*)?:", re.I)
_OTHER = re.compile(
    r"\bNon-?\s?(?:MDE|Major Defense Equipment)\b"
    r"|\b(?:Also|Additionally|Additional items|This request also|The following non)[^.:;\n]{0,60}?"
    r"\b(?:included?|includes|are|counted)\b|\bIncluded (?:are|is)\b",
    re.I,
)
_NONE = re.compile(r"^\s*None\b", re.I)
# Parts that report nothing of the procurement, ignored by name.
_IGNORED = ("sales commission", "sensitivity", "funding source", "significance", "justification", "annex", "classification")
_RECALLED = re.compile(r"\bCongress was notified\b", re.I)
_THIS = re.compile(r"\bThis (?:transmittal|notification|report|certification|amendment)\b[^.\n]*", re.I)
_ADDS = re.compile(r"\b(?:addition|inclusion|additional|adds?|includes?|increase)\b", re.I)
_GROWS = re.compile(
    r"\btotal (?:case |program |estimated )?(?:value|cost) (?:will|would|is to|has|is) (?:increased?|grown|rise|risen)\b(?: \w+)? by\s+",
    re.I,
)
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
        return _read_enhancement(document, names, notice)
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
        date=_delivered(text, parts),
        identifiers=_identifiers(text, notice, parts),
        contractors=find_contractors(text, names, *justification),
        evidence=_evidence(text, buyer_part, described),
        rules=dict.fromkeys(("buyer", "items", "value", "date", "contractors", "identifiers"), "forms.grammar.notice36b: numbered parts"),
    )
    return [event], report_unread(
        text, parts, ("purchaser", "value", "description", "articles", "military department", "implementing", "prior", "date")
    )


def find_buyer(text: str, names: list[Name], start: int, end: int) -> Party | None:
    """The purchaser named in text[start:end]: a country, TECRO, or an organisation."""
    kinds = (NameKind.COUNTRY, NameKind.ORGANISATION)
    inside = [n for n in within(names, start, end) if n.kind in kinds]
    resolution = catalogue.resolve_buyer(text[start:end].strip(" .")) if end - start <= _LONGEST_BUYER else None
    if resolution is not None and not resolution.exact and len({n.id for n in inside}) > 1:
        resolution = None  # several countries share one notice
    if resolution is not None:
        matching = next((n for n in inside if n.id == resolution.id), None)
        at, to = (matching.start, matching.end) if matching else (start, start + len(text[start:end].rstrip(" .\n")))
        return Party(id=resolution.id, name=catalogue.buyer(resolution.id).name, quote=text[at:to], start=at, end=to)
    if len({n.id for n in inside}) != 1:
        return None  # nobody, or several countries in one notice
    name = inside[0]
    return Party(id=name.id, name=catalogue.buyer(name.id).name, quote=text[name.start : name.end], start=name.start, end=name.end)


def implied_supplier(text: str, part: Part) -> Party:
    """36(b) certifications are the United States' own sales."""
    at = text.index("(", part.start)
    return Party(
        id="US",
        name=catalogue.buyer("US").name,
        quote=text[at : part.start_body].rstrip(),
        start=at,
        end=at + len(text[at : part.start_body].rstrip()),
        inferred=True,
    )


def implied_channel(text: str, part: Part) -> Channel:
    """36(b) is the law of foreign military sales, whatever pays for them."""
    quote = text[part.start : part.start_body].rstrip()
    return Channel(id="FMS", quote=quote, start=part.start, end=part.start + len(quote), inferred=True)


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


def without_count(item: Item) -> Item:
    """The system that is supported, of which nothing is bought."""
    return msgspec.structs.replace(item, quantity=None)


def _value(text: str, value_part: Part | None, described: Part | None, justification: tuple[int, int]) -> Money | None:
    if value_part is not None:
        end = described.start if described is not None else value_part.end
        money = find_total(text, value_part.start, end)
        if money is not None:
            return notified_value(text, money)
    cost = find_cost(text, *justification)
    return notified_value(text, cost) if cost is not None else None


def _delivered(text: str, parts: list[Part]) -> Period | None:
    part = take(parts, "date report delivered", "date of report", "date report")
    return day_of(text, part.start_body, part.end) if part is not None else None


def day_of(text: str, start: int, end: int) -> Period | None:
    """The day printed at text[start:end], as a civil period of one day."""
    line_end = text.find("\n", start, end)
    stop = end if line_end < 0 else line_end
    printed = text[start:stop].strip(" .;")
    day = parse_date(printed)
    if day is None:
        m = re.search(
            r"(?:\(U\)\s*)?([A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{1,2} [A-Za-z]{3,9}\.? \d{4}|\d{1,2} [A-Z]{3} \d{2}\b)", text[start:stop]
        )
        if m is None or (day := parse_date(_whole_year(m[1]))) is None:
            return None
        start, printed = start + m.start(1), m[1]
    return Period(start=day, end=day, mention=Mention.cut(text, start, start + len(printed)))


def _whole_year(printed: str) -> str:
    """ "29 AUG 14": notices have been printed since 1996."""
    m = re.fullmatch(r"(\d{1,2} [A-Z]{3}) (\d{2})", printed)
    return f"{m[1]} {'19' if int(m[2]) > 90 else '20'}{m[2]}" if m else printed


def _identifiers(text: str, notice: Notice, parts: list[Part]) -> Identifiers:
    mentions: dict[str, tuple[Mention, ...]] = {}
    number = notice.number
    if number is not None:
        mentions["transmittal"] = (number,)
    department = take(parts, "military department", "implementing agency")
    prior = take(parts, "prior related")
    case = _cases(text, department)
    related = _cases(text, prior)
    if case:
        mentions["case"] = tuple(Mention.cut(text, c.start, c.end) for c in case)
    return Identifiers(
        transmittal=number.quote if number is not None else None,
        case=case[0].value if case else None,
        related_cases=tuple(c.value for c in [*case[1:], *related]),
        mentions=mentions,
    )


def _cases(text: str, part: Part | None) -> list[IdentifierMention]:
    if part is None:
        return []
    return [i for i in find_identifiers(text, part.start_body, part.end) if i.scheme is Scheme.CASE]


def _evidence(text: str, buyer: Part, described: Part | None) -> tuple[Mention, ...]:
    spans = [Mention.cut(text, buyer.start, buyer.end)]
    if described is not None and described.end > described.start_body:
        spans.append(Mention.cut(text, described.start, described.end))
    return tuple(spans)


def report_unread(text: str, parts: list[Part], used: tuple[str, ...]) -> list[Unread]:
    """Parts whose label is neither used nor ignored by name: the layout has grown."""
    return [
        Unread(field=part.label, quote=text[part.start : part.end], start=part.start, end=part.end)
        for part in parts
        if not any(word in part.label.lower() for word in (*used, *_IGNORED))
    ]


def _read_enhancement(document: Document, names: list[Name], notice: Notice) -> tuple[list[Event], list[Unread]]:
    text, parts = document.text, list(notice.parts)
    buyer_part, recalled, described = take(parts, "purchaser"), take(parts, "36(b)(1)", "transmittal"), take(parts, "description")
    if buyer_part is None or described is None or described.end <= described.start_body:
        return [], []
    buyer = find_buyer(text, names, buyer_part.start_body, buyer_part.end)
    start, end = described.start_body, described.end
    this = _THIS.search(text, start, end)
    past_end = this.start() if this else end
    events: list[Event] = []
    old = _recalled_number(text, recalled, start, past_end)
    told_end = _first_block_end(text, start, past_end)
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
                rules={"stage": "forms.grammar.notice36b: the certification an enhancement report recalls"},
            )
        )
    if this is not None:
        events.append(
            Event(
                stage=Stage.CHANGE,
                modality=Modality.HAPPENED,
                buyer=buyer,
                supplier=implied_supplier(text, buyer_part),
                channel=implied_channel(text, buyer_part),
                items=tuple(_added(text, names, this) or _changed(items)),
                value=_added_value(text, this.start(), _block_end(text, this.start(), end)),
                date=_delivered(text, parts),
                identifiers=_identifiers(text, notice, parts),
                evidence=(Mention.cut(text, this.start(), _block_end(text, this.start(), end)),),
                rules={"stage": "forms.grammar.notice36b: enhancement report"},
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


def _added_value(text: str, start: int, end: int) -> Money | None:
    """The amount by which the total case value grows; growth of the MDE share alone adds nothing."""
    m = _GROWS.search(text, start, end)
    money = next(iter(find_money(text, m.end(), min(end, m.end() + 40), home="USD")), None) if m is not None else None
    return notified_value(text, money) if money is not None else None


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


_DATE_LABEL = re.compile(r"\bDate:\s*")


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


def _first_block_end(text: str, start: int, end: int) -> int:
    """The recalled certification fills the first block of the description, or more when the block is short."""
    return _block_end(text, start, end)


def _block_end(text: str, start: int, end: int) -> int:
    line = text.find("\n", start, end)
    return end if line < 0 else line
