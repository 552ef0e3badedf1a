"""Daily contract announcements of the U.S. Department of Defense (War), 1994 on: one paragraph an award.

One event per paragraph that buys or supports a named system; food, fuel, building and corrections of earlier pages are passed over.
The amount is this action's own; funds obligated, option ceilings and cumulative totals are never taken for it.
"""

import re

import msgspec

from transmittal import catalogue
from transmittal.catalogue import Name
from transmittal.forms.grammar.award import Award, find_award
from transmittal.forms.grammar.customers import Customer, find_customers, find_split
from transmittal.forms.grammar.support import is_platform, is_supported
from transmittal.forms.layout import Layout, Parsed
from transmittal.mentions.dates import find_dates
from transmittal.mentions.identifiers import Scheme, find_identifiers
from transmittal.mentions.items import build_item, build_quantity, find_items
from transmittal.mentions.quantities import find_quantities
from transmittal.mentions.systems import find_systems
from transmittal.model import (
    Block,
    Channel,
    Contractor,
    Document,
    DocumentKind,
    Event,
    Identifiers,
    Item,
    Mention,
    Modality,
    Money,
    Party,
    Period,
    Stage,
)

LAYOUT = Layout(
    id="contracts",
    title="Daily contract announcements, U.S. Department of Defense",
    kind=DocumentKind.CONTRACT_ANNOUNCEMENT,
    seen="pages of 2013-2026; docs/reading/contracts.md",
    signs=(("awarded", "has received", "is receiving", "was issued"),),
    expect={"contractors": 0.95, "value": 0.85, "items": 0.8},
)

_TITLE = re.compile(r"\bcontracts\s+for\s+(?:[A-Z][a-z]{2,8}\.? \d{1,2})|^\s*CONTRACTS\s*$", re.I | re.M)
_ACTIVITY = re.compile(r"\bcontracting (?:activity|agency)\b", re.I)
_AWARDED = re.compile(r"\b(?:awarded|has received|is receiving|was issued)\b", re.I)
_TITLE_DATES = re.compile(r"contracts\s+for\s+([^\n|>]{5,60})", re.I)
_AWARD_DAY = re.compile(
    r"\bawarded (?:on )?([A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)\b|\((?:Awarded|awarded) (?:on )?([A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})\)"
)
_CEILING_ONLY = re.compile(
    r"\bceiling increase\b|\b(?:increas|rais|lift)\w* (?:the )?(?:\w+ ){0,3}(?:ceiling|maximum value)\b"
    r"|\bextend\w* (?:the )?(?:\w+ ){0,2}(?:ordering period|period of performance|performance period|term|contract period)\b"
    r"|\bto add (?:time|scope) to\b",
    re.I,
)
_SUPPORTED_ONLY = re.compile(
    r"\b(?:of|on|for|aboard) the (?:U\.?S\.? )?(?:Army|Navy|Air Force|Marine Corps|Space Force|Coast Guard)(?:[’']s)?\s*$"
)


def sniff(document: Document) -> bool:
    """The page's title or head, an award, and the contracting activity every paragraph names."""
    text = document.text
    if document.title is not None and _TITLE.search(document.title) and _AWARDED.search(text):
        return True
    if len(_ACTIVITY.findall(text)) >= 2 and len(_AWARDED.findall(text)) >= 2:
        return True
    return _TITLE.search(text, 0, 3000) is not None and _ACTIVITY.search(text) is not None and _AWARDED.search(text) is not None


def parse(document: Document) -> Parsed:
    """Read every award paragraph."""
    names = catalogue.find_names(document.text)
    events: list[Event] = []
    date = _page_date(document)
    for block in document.blocks:
        award = find_award(document.text, names, block)
        if award is not None:
            events.extend(_read_award(document, names, block, award, date))
    return Parsed(events=tuple(events))


def _read_award(document: Document, names: list[Name], block: Block, award: Award, date: Period | None) -> list[Event]:
    text = document.text
    items = find_purchased(text, names, award)
    if not items:
        return []
    moved_only = award.is_modification and _CEILING_ONLY.search(text, award.purpose_start, award.purpose_end) is not None
    split = find_split(text, names, award.purpose_start, block.end)
    customers = [c for c, _ in split] if split else find_customers(text, names, award, block.end)
    identifiers = _identifiers(text, block)
    when = _award_day(document, block) or date
    evidence = _evidence(text, block, award, customers)
    events = []
    for buyer, channel, value in _purchases(text, award, customers, split):
        events.append(
            Event(
                stage=Stage.CHANGE if moved_only else Stage.AWARD,
                modality=Modality.HAPPENED,
                buyer=buyer,
                supplier=_supplier(text, award.contractors, is_fms=channel is not None and channel.id == "FMS"),
                channel=channel,
                items=tuple(items),
                value=value,
                date=when,
                identifiers=identifiers,
                contractors=award.contractors,
                evidence=evidence,
                rules={
                    "buyer": "forms.contracts: customers named in the paragraph",
                    "value": "forms.contracts: amount of the award sentence",
                },
            )
        )
    return events


def _purchases(
    text: str, award: Award, customers: list[Customer], split: list[tuple[Customer, Money]]
) -> list[tuple[Party | None, Channel | None, Money | None]]:
    """Each buyer with its channel and amount: one, or one per buyer when the paragraph gives each its own amount."""
    if split:
        return [(c.party, _channel(text, c), value) for c, value in split]
    foreign = [c for c in customers if c.foreign]
    named = {c.party.id: c for c in foreign if c.party is not None}
    domestic = [c for c in customers if not c.foreign]
    if not foreign:
        return [(_home(text, award, domestic), _domestic(text, award), award.value)]
    channel = next((_channel(text, c) for c in foreign if c.is_fms), None)
    sole = len(named) == 1 and not domestic and all(c.party is not None or c.is_fms for c in foreign)
    return [(next(iter(named.values())).party if sole else None, channel, award.value)]


def _home(text: str, award: Award, domestic: list[Customer]) -> Party:
    told = next((c.party for c in domestic if c.party is not None), None)
    if told is not None:
        return told
    quote = text[award.verb_start : award.verb_end]
    return Party(id="US", name="United States", quote=quote, start=award.verb_start, end=award.verb_end, inferred=True)


def _domestic(text: str, award: Award) -> Channel | None:
    if _abroad(award.contractors) is not None:
        return None
    return Channel(id="domestic", quote=text[award.verb_start : award.verb_end], start=award.verb_start, end=award.verb_end, inferred=True)


def _channel(text: str, customer: Customer) -> Channel | None:
    if not customer.foreign:
        return Channel(id="domestic", quote=text[customer.start : customer.end], start=customer.start, end=customer.end, inferred=True)
    if not customer.is_fms:
        return None
    return Channel(id="FMS", quote=text[customer.fms_start : customer.fms_end], start=customer.fms_start, end=customer.fms_end)


def _supplier(text: str, contractors: tuple[Contractor, ...], *, is_fms: bool) -> Party:
    """The United States, always for its foreign military sales; else the country of a contractor abroad."""
    first = contractors[0]
    abroad = None if is_fms else _abroad(contractors)
    at, to = first.start, first.end
    return Party(id=abroad or "US", name=catalogue.buyer(abroad or "US").name, quote=text[at:to], start=at, end=to, inferred=True)


def _abroad(contractors: tuple[Contractor, ...]) -> str | None:
    place = contractors[0].location
    if place is None:
        return None
    resolution = catalogue.exact_buyer(place.rsplit(",", 1)[-1].strip())
    return resolution.id if resolution is not None and resolution.id not in ("US", "GE") else None


def find_purchased(text: str, names: list[Name], award: Award) -> list[Item]:
    """The systems the award buys or supports; counts only of what is bought."""
    start, end = award.purpose_start, award.purpose_end
    found = find_items(text, names, start, end)
    found = [i for i in found if not _SUPPORTED_ONLY.search(text[max(start, i.system.start - 60) : i.system.start])] or found[:1]
    bought = [i for i in found if i.quantity is not None and not is_supported(text, start, i.quantity.start)]
    bought = [
        i
        for i in bought
        if not is_platform(text, start, i.quantity.start if i.quantity else i.system.start) or not _named_before(text, names, start, i)
    ]
    if bought:
        return bought
    named = found if all(i.quantity is None for i in found) else _uncounted_items(text, names, start, end)
    return _count_apart(text, start, end, [_uncounted(i) for i in _heads(text, named)])


def _named_before(text: str, names: list[Name], start: int, item: Item) -> bool:
    """Another system is what is bought, and this one is where it goes."""
    at = item.quantity.start if item.quantity is not None else item.system.start
    return bool(find_systems(text, names, start, at))


def _uncounted_items(text: str, names: list[Name], start: int, end: int) -> list[Item]:
    return [build_item(text, s, None) for s in find_systems(text, names, start, end)]


def _count_apart(text: str, start: int, end: int, heads: list[Item]) -> list[Item]:
    """ "Production of the X. The option provides 297 missiles": a count that names no system belongs to the only one named."""
    if len(heads) != 1 or is_supported(text, start, heads[0].system.start):
        return heads
    m = _PROVIDES.search(text, heads[0].system.end, end)
    found = next(iter(find_quantities(text, m.end(), min(end, m.end() + 60))), None) if m is not None else None
    if found is None or found.unit is None or text[m.end() : found.start].strip():  # type: ignore[union-attr]  # m is set where found is
        return heads
    return [msgspec.structs.replace(heads[0], quantity=build_quantity(text, found))]


def _uncounted(item: Item) -> Item:
    return Item(system=item.system, variant=item.variant, variant_mention=item.variant_mention)


_PROVIDES = re.compile(
    r"\b(?:provides?|procures?|buys?|covers|is for|delivers?|supplies)(?: for)? (?:the (?:purchase|procurement|production) of )?(?=\w)",
    re.I,
)


def _heads(text: str, found: list[Item]) -> list[Item]:
    """The first system and those listed with it; a family name gives way to its model."""
    heads: list[Item] = []
    for item in found:
        family = next((h for h in heads if h.system.id == item.system.id and h.system.id is not None and _is_general(h, item)), None)
        if family is not None:
            if len(item.system.designation) > len(family.system.designation):
                heads[heads.index(family)] = item
            continue
        if heads and not re.fullmatch(
            r"[\w\s,/()\-’']{0,60}?(?:,|\band\b|/)\s*(?:the )?(?:\w+ ){0,2}", text[heads[-1].system.end : item.system.start]
        ):
            break
        heads.append(item)
    return heads


def _is_general(head: Item, item: Item) -> bool:
    """One of the two is only the family's name, or both are one model."""
    models = [d for d in (head.system.designation, item.system.designation) if any(c.isdigit() for c in d)]
    return len(models) < 2 or models[0].startswith(models[1]) or models[1].startswith(models[0])


def _identifiers(text: str, block: Block) -> Identifiers:
    found = list(find_identifiers(text, block.start, block.end))
    contracts = [i for i in found if i.scheme is Scheme.PIID]
    modification = next((i for i in found if i.scheme is Scheme.MODIFICATION), None)
    mentions = {"contract": tuple(Mention.cut(text, i.start, i.end) for i in contracts)} if contracts else {}
    return Identifiers(
        contract=tuple(dict.fromkeys(i.value for i in contracts)),
        modification=modification.value if modification else None,
        mentions=mentions,
    )


def _page_date(document: Document) -> Period | None:
    """The day or days in the page's title; else the day it was published."""
    text = document.text
    m = _TITLE_DATES.search(text, 0, 3000)
    if m is not None:
        days = [
            d for d in find_dates(text, m.start(1), m.end(1), published=document.published) if d.first is not None and d.last is not None
        ]
        if days:
            last = days[-1]
            return Period(start=days[0].first, end=last.last, mention=Mention.cut(text, days[0].start, last.end))
    if document.published is None:
        return None
    first = document.blocks[0]
    mention = Mention(quote=text[first.start : first.end], start=first.start, end=first.end, inferred=True)
    return Period(start=document.published, end=document.published, mention=mention)


def _award_day(document: Document, block: Block) -> Period | None:
    """A printed award day beats the day of the page."""
    m = _AWARD_DAY.search(document.text, block.start, block.end)
    if m is None:
        return None
    at, to = m.span(1) if m[1] else m.span(2)
    day = next((d for d in find_dates(document.text, at, to, published=document.published) if d.first is not None), None)
    return Period(start=day.first, end=day.last, mention=Mention.cut(document.text, at, to)) if day is not None else None


def _evidence(text: str, block: Block, award: Award, customers: list[Customer]) -> tuple[Mention, ...]:
    """The award with its purpose, and the sentences that name foreign customers."""
    spans = [(block.start, award.purpose_end)]
    for customer in customers:
        if customer.foreign and customer.start >= award.purpose_end:
            start = max(text.rfind(". ", block.start, customer.start) + 2, award.purpose_end)
            stop = text.find(". ", customer.end, block.end)
            spans.append((start, stop + 1 if stop >= 0 else block.end))
    merged: list[tuple[int, int]] = []
    for start, end in sorted(set(spans)):
        while start < end and text[start].isspace():
            start += 1
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif start < end:
            merged.append((start, end))
    return tuple(Mention.cut(text, start, len(text[start:end].rstrip()) + start) for start, end in merged)
