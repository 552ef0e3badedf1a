"""Releases that tell of a certification: DSCA's "Major Arms Sales" (2008-2026) and the State Department's (2026 on)."""

import re

from transmittal.catalogue import Name
from transmittal.forms.grammar.amounts import find_cost, notified_value
from transmittal.forms.grammar.certified import day_of, find_buyer, without_count
from transmittal.forms.grammar.contractors import find_contractors
from transmittal.mentions.identifiers import Scheme, find_identifiers
from transmittal.mentions.items import find_items
from transmittal.mentions.within import within
from transmittal.model import Block, BlockKind, Channel, Document, Event, Identifiers, Item, Mention, Modality, Party, Period, Stage

SALE = re.compile(r"\b(?:possible|potential|proposed) Foreign Military Sale\b", re.I)
_ANY_SALE = re.compile(r"\bForeign Military Sales?\b", re.I)
_TO_BUYER = re.compile(r"\bForeign Military Sales?\b[^.;\n]{0,120}?\bto (?:the )?(?=[A-Z])|\bsell at once to (?:the )?", re.I)
_BUYER_ENDS = re.compile(r",? (?:of|for|for an estimated|the|to|from|worth|and related|valued|has)\b|[.,;]")
_REQUEST = re.compile(
    r"\b(?:has|have) (?:also )?requested "
    r"(?:to (?:buy|purchase)|(?:a|the) (?:possible |proposed )?(?:hybrid )?(?:sale|purchase|case) (?:of|for|from|in support of)|that)?"
    r"|\b(?:asked|asks|requested|requests|wishes) "
    r"(?:to (?:buy|purchase)|for a possible sale of|for|(?:a|the) (?:possible )?(?:sale|purchase) of)\b",
    re.I,
)
# Where the list of what is bought ends: other things, the cost, or the case that an addition is made to.
_REST = re.compile(
    r"\b(?:Also included|Included (?:are|is)|Additional items|The following (?:non|items)|In addition|This request also"
    r"|The (?:total )?estimated|The total|It is estimated|The cost is|The estimated|Non-MDE|Also"
    r"|The original|The (?:previous|first|implemented) (?:FMS )?case"
    r"|(?:Therefore, )?[Tt]his (?:notification|notice) is for)\b"
)
_SERVED = re.compile(
    r"\b(?:support(?! equipment)|sustainment|logistics|services|maintenance|upgrade|moderni[sz]ation|refurbishment|overhaul|training"
    r"|software|integration|spares|spare parts|repair)\b(?! (?:kits?|systems?|sets?|missiles?|rounds?|devices?)\b)",
    re.I,
)
# A list of things begins: what follows is bought.
_LISTED = re.compile(r"[;:]|\b(?:includ\w+|consist\w+|comprising|compris\w+)\b", re.I)
_TITLE_DASH = re.compile(r"\s[–—-]{1,2}\s")
_DATELINE = re.compile(r"\bWASHINGTON,?(?: D\.?C\.?,?)?[\s,–-]*([A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})")
# The day Congress was told beats the day of the release.
_NOTIFIED_ON = re.compile(
    r"\b(?:notified Congress|notified to Congress|certification|delivered to Congress)\b[^.\n]{0,80}? on "
    r"([A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})"
)
# An addition to a running case: the notified figure is the combined one.
_COMBINED = re.compile(r"\bfor (?:a |the )?(?:combined |new |revised )?total (?:quantity )?of\b|\bcombined total of\b", re.I)
# "Press Release - United Arab Emirates 12-40"
_HEADED = re.compile(r"^(?:Press|News) Release\b[^\n]{0,80}?\b(\d{2}-\d{1,3})(?: CN)?$", re.M | re.I)
_DATE_LINE = re.compile(r"^(?:Media Note\s+)?([A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})$", re.M)


def read_release(document: Document, names: list[Name]) -> Event | None:
    """The approval a release tells; None when it names no buyer of a foreign military sale."""
    text = document.text
    request = _request(document)
    lead = SALE.search(text) or _ANY_SALE.search(text) or _REQUEST.search(text)
    if lead is None:
        return None
    buyer = _buyer(document, names)
    items = _items(document, names, request)
    cost = find_cost(text, 0, len(text))
    quote = lead[0].rstrip()
    told = lead.re is not _REQUEST  # an excerpt may hold nothing but the request
    channel = Channel(id="FMS", quote=quote, start=lead.start(), end=lead.start() + len(quote), inferred=not told)
    return Event(
        stage=Stage.APPROVAL,
        modality=Modality.HAPPENED,
        buyer=buyer,
        supplier=Party(id="US", name="United States", quote=channel.quote, start=channel.start, end=channel.end, inferred=True),
        channel=channel,
        items=items,
        value=notified_value(text, cost) if cost is not None else None,
        date=_date(document),
        identifiers=_identifiers(text),
        contractors=find_contractors(text, names, 0, len(text)),
        evidence=_evidence(document, lead, request),
        rules=dict.fromkeys(("buyer", "items", "value", "date", "contractors"), "forms.grammar.release"),
    )


def _buyer(document: Document, names: list[Name]) -> Party | None:
    text = document.text
    for m in _TO_BUYER.finditer(text):
        stop = _BUYER_ENDS.search(text, m.end(), m.end() + 160)
        end = stop.start() if stop else min(len(text), m.end() + 100)
        while stop is not None and stop[0].strip() == "of" and (party := find_buyer(text, names, m.end(), end)) is None:
            stop = _BUYER_ENDS.search(text, stop.end(), m.end() + 160)
            end = stop.start() if stop else end
        party = find_buyer(text, names, m.end(), _longest_name(names, m.end(), end))
        if party is not None:
            return party
    asking = _REQUEST.search(text)
    if asking is not None:
        subject = find_buyer(text, names, max(text.rfind("\n", 0, asking.start()) + 1, asking.start() - 200), asking.start())
        if subject is not None:
            return subject
    title = _title_block(document)
    if title is not None:
        dash = _TITLE_DASH.search(text, title.start, title.end)
        return find_buyer(text, names, title.start, dash.start() if dash else title.end)
    return None


def _longest_name(names: list[Name], start: int, end: int) -> int:
    """ "the Government of the Kingdom of X", "Office in the United States (TECRO)": names may run past the first "of"."""
    return max([end, *(n.end for n in within(names, start, end + 120) if n.start <= end)])


def _title_block(document: Document) -> Block | None:
    heads = [b for b in document.blocks[:8] if _TITLE_DASH.search(document.text, b.start, b.end) and b.end - b.start < 260]
    return next((b for b in heads if b.kind is BlockKind.HEADING), heads[0] if heads else None)


def _request(document: Document) -> tuple[int, int] | None:
    """The stretch that lists what is requested: from the verb to where the other things begin."""
    text = document.text
    m = _REQUEST.search(text)
    if m is None:
        return None
    line = text.find("\n", m.end())
    end = len(text) if line < 0 else line
    rest = _REST.search(text, m.end(), end)
    return m.end(), rest.start() if rest else end


def _items(document: Document, names: list[Name], request: tuple[int, int] | None) -> tuple[Item, ...]:
    combined = _combined_items(document.text, names)
    if combined:
        return combined
    found = find_items(document.text, names, *request) if request is not None else []
    counted = [i for i in found if i.quantity is not None]
    if counted and request is not None and _serves(document.text, request[0], counted[0]):
        counted = counted[1:]
    if counted:
        return tuple(counted)
    title = _title_block(document)
    titled = find_items(document.text, names, title.start, title.end) if title is not None else []
    lead = _lead_items(document, names) if not (found or titled) else []
    return tuple(without_count(i) for i in (titled or found or lead)[:1])


def _combined_items(text: str, names: list[Name]) -> tuple[Item, ...]:
    """The combined total of an addition to a running case: it is what is notified."""
    told = _COMBINED.search(text)
    if told is None:
        return ()
    stop = text.find(". ", told.end())
    return tuple(i for i in find_items(text, names, told.start(), len(text) if stop < 0 else stop) if i.quantity is not None)


def _serves(text: str, start: int, first: Item) -> bool:
    """Whether the first count is of a fleet that is supported or upgraded: "continued support for eight (8) C-17"."""
    head = text[start : first.quantity.start if first.quantity is not None else start]
    served = _SERVED.search(head)
    return served is not None and _LISTED.search(head, served.end()) is None


def _lead_items(document: Document, names: list[Name]) -> list[Item]:
    m = SALE.search(document.text)
    if m is None:
        return []
    line = document.text.find("\n", m.end())
    return find_items(document.text, names, m.end(), len(document.text) if line < 0 else line)


def _date(document: Document) -> Period | None:
    """Dateline, then the date line of the page, then when it was published."""
    text = document.text
    for pattern in (_NOTIFIED_ON, _DATELINE, _DATE_LINE):
        m = pattern.search(text, 0, 4000)
        if m is not None:
            period = day_of(text, m.start(1), m.end(1))
            if period is not None:
                return period
    if document.published is None:
        return None
    block = document.blocks[0]
    mention = Mention(quote=text[block.start : block.end], start=block.start, end=block.end, inferred=True)
    return Period(start=document.published, end=document.published, mention=mention)


def _identifiers(text: str) -> Identifiers:
    number = next((i for i in find_identifiers(text, 0, min(len(text), 6000)) if i.scheme in (Scheme.TRANSMITTAL, Scheme.RSAT)), None)
    if number is None:
        headed = _HEADED.search(text, 0, 1500)
        if headed is None:
            return Identifiers()
        return Identifiers(transmittal=headed[1], mentions={"transmittal": (Mention.cut(text, headed.start(1), headed.end(1)),)})
    return Identifiers(transmittal=number.value, mentions={"transmittal": (Mention.cut(text, number.start, number.end),)})


def _evidence(document: Document, lead: re.Match[str], request: tuple[int, int] | None) -> tuple[Mention, ...]:
    text = document.text
    spans: list[Mention] = []
    for at in (lead.start(), request[0] - 1 if request is not None else None):
        if at is None:
            continue
        block = next(b for b in document.blocks if at < b.end)
        mention = Mention.cut(text, block.start, block.end)
        if mention not in spans:
            spans.append(mention)
    return tuple(sorted(spans, key=lambda s: s.start))
