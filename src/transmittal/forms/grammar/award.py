"""One award paragraph: who, how much, for what."""

import re

import msgspec

from transmittal.catalogue import Name
from transmittal.forms.grammar.contractors import STATE, build_contractor
from transmittal.mentions.money import MoneyMention, find_money
from transmittal.model import Basis, Block, Bound, Contractor, Money

_VERB = re.compile(
    r"\b(?:(?:is|are|was|were|has been|have been|will be)(?: each| being)*(?:,? \w+ly)? awarded"
    r"|(?:is|are) being (?:\w+ly )?awarded|ha(?:s|ve) (?:each )?received|(?:is|was) issued|awarded)\b",
    re.I,
)
_CORRECTION = re.compile(r"^\W*(?:CORRECTION|UPDATE|AMENDMENT|CLARIFICATION|EDITOR)", re.I)
# Sentences that tell how and where the work is done and paid, not what is bought.
_END_OF_PURPOSE = re.compile(
    r"(?:(?<=[.;])|(?<=\)))\s+(?=(?:The |This |All )?(?:(?:Work|work) (?:will|on|is|location|place|take)"
    r"|Work(?: locations| places)?\b|Locations? of performance|Fiscal (?:year )?(?:\d{4}|\d{2})"
    r"|Foreign Military Sales (?:\(|customer )?[\w ,()]*funds"
    r"|(?:The )?[A-Z][\w .,&/’'-]{3,120}(?:is|are) the contracting (?:activity|agency)|contracting activity"
    r"|(?:contract|order|award|modification) was (?:not )?(?:competitively|awarded)|Bids? (?:was|were)"
    r"|There was (?:no|one) (?:competition|bid)|One bid|It is expected to be (?:finished|completed)"
    r"|(?:The )?(?:estimated|expected) completion|[\w-]+ (?:bids|offers|proposals|quotes|quotations) were|No funds"
    r"|Funds (?:will|are)|(?:contract )?options? (?:in the contract |which|if)|Options? in"
    r"|(?:contract|order) includes (?:an? )?options?|Types of appropriation|Using (?:service|military|customer)"
    r"|performance period))"
)
_AMOUNT_ENDS = re.compile(r"\b(?:obligated|will be obligated|cumulative|brings the total|total (?:cumulative )?(?:face )?value)\b", re.I)
_MAXIMUM = re.compile(r"\b(?:not[- ]to[- ]exceed|maximum|ceiling|up to|estimated)\b", re.I)
_MODIFICATION = re.compile(r"\bmodification\b|\bceiling increase\b", re.I)
_NO_COST = re.compile(r"\bno[- ]cost\b|\bno additional cost\b", re.I)
_NOISE = re.compile(
    r"\b(?:(?:construct|renovat|build|demolish|repair|replace|design-build|rebuild|alterations? (?:to|of))\w*\b[^.;]{0,60}?"
    r"\b(?:facilit\w+|buildings?|hangars?|wharf|pier|roofs?|runways?|taxiways?"
    r"|barracks|housing|dry ?docks?|levees?|dikes?|dams?|mess hall|centers?|substations?|hospital|school|fence|roads?"
    r"|bridge repair|complex|utilities)"
    r"|hangars?|wharf|piers?|runways?|taxiways?|aprons?|barracks|dry ?docks?|roofs?|dredging|janitorial|custodial"
    r"|grounds maintenance|food|produce|fruit|vegetables|dining|subsistence|bread|milk|dairy|seafood|beverages|fuel|gasoline"
    r"|jet fuel|diesel|propane|natural gas|electricity|water service|clothing|coats?|trousers|boots|uniforms?|shirts|gloves|caps"
    r"|pharmaceuticals?|medical (?:supplies|equipment)|laboratory (?:supplies|equipment)|hospital|lodging|laundry|refuse"
    r"|environmental remediation)\b",
    re.I,
)
_PLACE = re.compile(
    rf",\s+(?P<place>(?:[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*| of| de){{0,4}}),\s+(?:{STATE}|[A-Z][a-z]+(?: [A-Z][a-z]+){{0,2}}))(?=\W)"
)
# Characters of a purpose: twenty times the longest of our labelled pages (404). What runs on is no award paragraph.
_LONGEST_PURPOSE = 8000
_STARS = re.compile(r"[*,\s]+$")


class Award(msgspec.Struct, frozen=True):
    """The skeleton of an award paragraph. purpose: from after the amount to where work, funds and competition begin."""

    verb_start: int
    verb_end: int
    contractors: tuple[Contractor, ...]
    value: Money | None
    purpose_start: int
    purpose_end: int
    is_modification: bool


def find_award(text: str, names: list[Name], block: Block) -> Award | None:
    """The award a paragraph tells; None for headings, footnotes, corrections and purchases that are no defence equipment."""
    if block.end - block.start < 80 or _CORRECTION.match(text[block.start : block.start + 40]):
        return None
    verb = _VERB.search(text, block.start, block.end)
    if verb is None:
        return None
    contractors = find_awardees(text, names, block.start, verb.start())
    if not contractors:
        return None
    end = _purpose_end(text, verb.end(), min(block.end, verb.end() + _LONGEST_PURPOSE))
    amount = _amount(text, verb.end(), end)
    start = amount.end if amount is not None else verb.end()
    if _is_noise(text, start, end):
        return None
    return Award(
        verb.start(),
        verb.end(),
        contractors,
        _value(text, verb.end(), amount) if amount is not None else None,
        verb.end(),
        end,
        _MODIFICATION.search(text, verb.end(), min(end, verb.end() + 250)) is not None,
    )


def _purpose_end(text: str, start: int, end: int) -> int:
    m = _END_OF_PURPOSE.search(text, start, end)
    return m.start() if m else end


def _amount(text: str, start: int, end: int) -> MoneyMention | None:
    if _NO_COST.search(text, start, min(end, start + 80)):
        return None
    limit = _AMOUNT_ENDS.search(text, start, end)
    found = find_money(text, start, limit.start() if limit else end, home="USD")
    return next((m for m in found if not m.conversion), None)


def _value(text: str, start: int, amount: MoneyMention) -> Money:
    """A ceiling stays a ceiling: "maximum", "not-to-exceed"."""
    is_ceiling = _MAXIMUM.search(text[max(start, amount.start - 50) : amount.start]) is not None
    bound = Bound.MAX if is_ceiling else amount.bound
    return Money(
        amount=amount.amount,
        currency=amount.currency,
        basis=Basis.CONTRACT,
        bound=bound,
        quote=text[amount.start : amount.end],
        start=amount.start,
        end=amount.end,
    )


def _is_noise(text: str, start: int, end: int) -> bool:
    return _NOISE.search(text, start, min(end, start + 400)) is not None


def find_awardees(text: str, names: list[Name], start: int, end: int) -> tuple[Contractor, ...]:
    """The firms before the verb: "A Corp., City, State (PIID); and B LLC,* City, State"."""
    found: list[Contractor] = []
    for m in re.finditer(r"[^;]+", text[start:end]):
        at, stop = start + m.start(), start + m.end()
        lead = re.match(r"\s*(?:and\s+)?(?:The\s+(?=[a-z]))?", text[at:stop])
        at += lead.end() if lead else 0
        placed = _PLACE.search(text, at, stop)
        to = placed.start() if placed else stop
        to = at + len(_STARS.sub("", text[at:to]))
        if to - at >= 2 and text[at].isalnum():
            found.append(build_contractor(text, names, at, to, placed["place"] if placed else None))
    return tuple(found)
