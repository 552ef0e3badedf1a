"""For whom an award is placed: foreign military sales customers, governments named, the American services."""

import re

import msgspec

from transmittal import catalogue
from transmittal.catalogue import Form, Name, NameKind
from transmittal.forms.grammar.award import Award
from transmittal.mentions.money import find_money
from transmittal.mentions.within import within
from transmittal.model import Basis, Bound, Money, Party

_FMS = re.compile(r"\bForeign Military (?:Sales?|Financing)\b(?: \(FMS\))?|\bFMS\b", re.I)
# What may stand between "Foreign Military Sales" and its customers: "(FMS) customers", "to", "(", "program to".
_AFTER_FMS = re.compile(
    r"\s*(?:\((?:FMS)\)\s*)?(?:program\s*|case\s*|customers?\s*|partners?\s*|requirements?\s*|sales?\s*)*"
    r"(?:to|for|of|with|including|:|\(|,)?\s*(?:the )?(?:governments? of )?(?:the )?",
    re.I,
)
_GOVERNMENT = re.compile(r"\bgovernments? of (?:the )?", re.I)
_LIST_GAP = re.compile(
    r"^(?:\s*(?:,|;|and|&|,? and|/|\)?,? \(?)\s*(?:the )?(?:governments? of )?(?:the )?"
    r"|\s*\(\$[^)]{1,40}\)[,;]?\s*(?:and )?(?:for )?(?:the )?(?:governments? of )?(?:the )?)$",
    re.I,
)
# Many nations buy together without a foreign military sale.
_CONSORTIUM = re.compile(
    r"\bConsortium\b|\bpartner nations\b|\bparticipating (?:nations|countries)\b"
    r"|\bcooperative (?:partners|programme partners|program partners)\b|\binternational partners\b"
    r"|\bnon-(?:U\.?S\.?|Department of Defense) (?:\w+ ){0,3}participants\b",
    re.I,
)
_SERVICES = re.compile(
    r"\b(?:U\.?S\.? (?:Army|Navy|Air Force|Marine Corps|Space Force|Coast Guard|Special Operations)"
    r"|(?:for|serves|support(?:s|ing)?|of) (?:the )?(?:Army|Navy|Air Force|Marine Corps)\b)"
)
_US_FUNDS = re.compile(
    r"\((?:Army|Navy|Air Force|Marine Corps|Defense-wide|defense-wide)\)[^.;]{0,30}\bfunds\b"
    r"|\b(?:Army|Navy|Air Force|Marine Corps|Defense-wide)\b[^.;()]{0,60}\bfunds\b",
    re.I,
)
_SPLIT = re.compile(r"\(\s*(?P<amount>\$[\d,.]+(?: (?:million|billion))?)(?:\s*[;,]\s*\d{1,3}(?:\.\d+)?\s*(?:%|percent))?\s*\)")
_SPLIT_SERVICES = re.compile(
    r"\b(?:for )?(?:the )?(?:U\.?S\.? )?(?:Army|Navy|Air Force|Marine Corps)"
    r"(?:(?:,| and|, and) (?:the )?(?:U\.?S\.? )?(?:Army|Navy|Air Force|Marine Corps))*\s*$"
)
# A share of funds is no share of a purchase.
_FUNDS_AFTER = re.compile(r"^\s*(?:of )?[^.;]{0,20}\bfunds\b|^\s*will be obligated", re.I)


class Customer(msgspec.Struct, frozen=True):
    """One customer as named. party None: a foreign customer without a name. fms_start, fms_end: the words that say FMS."""

    party: Party | None
    start: int
    end: int
    foreign: bool
    is_fms: bool
    fms_start: int = 0
    fms_end: int = 0


def find_customers(text: str, names: list[Name], award: Award, end: int) -> list[Customer]:
    """All customers the paragraph names outside the sentences on places of work."""
    start = award.verb_end
    marks = list(_FMS.finditer(text, start, end))
    foreign = _foreign(text, names, start, end, marks)
    if not foreign and marks:
        mark = marks[0]
        foreign = [Customer(None, mark.start(), mark.end(), True, True, mark.start(), mark.end())]
    together = _CONSORTIUM.search(text, start, award.purpose_end)
    if together is not None:
        foreign.append(Customer(None, together.start(), together.end(), True, False))
    return [*foreign, *_american(text, award, end, bool(foreign))]


def _foreign(text: str, names: list[Name], start: int, end: int, marks: list[re.Match[str]]) -> list[Customer]:
    countries = [n for n in within(names, start, end) if n.kind in (NameKind.COUNTRY, NameKind.ORGANISATION) and n.id != "US"]
    found: dict[str, Customer] = {}
    mark = marks[0] if marks else None
    previous: Name | None = None
    for name in countries:
        if not _is_customer(text, name, marks, previous if previous is not None and previous.id in found else None):
            continue
        previous = name
        party = Party(id=name.id, name=catalogue.buyer(name.id).name, quote=text[name.start : name.end], start=name.start, end=name.end)
        span = (mark.start(), mark.end()) if mark else (0, 0)
        found.setdefault(name.id, Customer(party, name.start, name.end, True, mark is not None, *span))
    return list(found.values())


def _is_customer(text: str, name: Name, marks: list[re.Match[str]], previous: Name | None) -> bool:
    """After "Foreign Military Sales (to)", after "government of", its own armed service, or listed behind such a one."""
    before = text[max(0, name.start - 30) : name.start]
    if re.search(r"governments? of (?:the )?$", before, re.I) or name.form == Form.FORCE:
        return True
    if re.match(r"governments? of", text[name.start : name.end], re.I):
        return True
    for mark in marks:
        gap = text[mark.end() : name.start]
        if mark.end() <= name.start <= mark.end() + 60 and _AFTER_FMS.fullmatch(gap):
            return True
    if previous is not None and len(text[previous.end : name.start]) <= 60 and _LIST_GAP.match(text[previous.end : name.start]):
        return True
    after = text[name.end : name.end + 40]
    return re.match(r"\s*(?:under (?:the )?|through (?:the )?|as an? |\()?(?:Foreign Military Sales?|FMS)\b", after, re.I) is not None


def _american(text: str, award: Award, end: int, mixed: bool) -> list[Customer]:
    """The American services as customers. Beside foreign ones only when something is bought for them or their funds are obligated."""
    m = _SERVICES.search(text, award.verb_end, award.purpose_end)
    if m is None and mixed:
        m = _US_FUNDS.search(text, award.purpose_end, end)
    if m is None:
        return []
    party = Party(id="US", name=catalogue.buyer("US").name, quote=text[m.start() : m.end()], start=m.start(), end=m.end())
    return [Customer(party, m.start(), m.end(), False, False)]


def find_split(text: str, names: list[Name], start: int, end: int) -> list[tuple[Customer, Money]]:
    """Purchases with an amount for each buyer: "for the Navy ($84,200,000; 70%); and for the government of Norway ($21,600,000; 18%)"."""
    split: list[tuple[Customer, Money]] = []
    mark = _FMS.search(text, start, end)
    for m in _SPLIT.finditer(text, start, end):
        if _FUNDS_AFTER.match(text[m.end() : m.end() + 40]) or re.search(
            r"\bfunds\b[^.;]{0,60}$", text[max(start, m.start() - 60) : m.start()]
        ):
            continue
        customer = _split_customer(text, names, m.start(), mark)
        money = next(iter(find_money(text, m.start("amount"), m.end("amount"), home="USD")), None)
        if customer is not None and money is not None:
            value = Money(
                amount=money.amount,
                currency="USD",
                basis=Basis.CONTRACT,
                bound=Bound.EXACT,
                quote=text[money.start : money.end],
                start=money.start,
                end=money.end,
            )
            split.append((customer, value))
    return split if len(split) > 1 else []


def _split_customer(text: str, names: list[Name], at: int, mark: re.Match[str] | None) -> Customer | None:
    service = _SPLIT_SERVICES.search(text[max(0, at - 80) : at])
    if service is not None:
        start = max(0, at - 80) + service.start()
        quote = text[start:at].rstrip()
        lead = len(quote) - len(quote.lstrip())
        party = Party(id="US", name=catalogue.buyer("US").name, quote=quote.lstrip(), start=start + lead, end=start + len(quote))
        return Customer(party, party.start, party.end, False, False)
    near = [n for n in within(names, at - 100, at) if n.kind is NameKind.COUNTRY and at - 12 <= n.end]
    if not near:
        return None
    name = near[-1]
    party = Party(id=name.id, name=catalogue.buyer(name.id).name, quote=text[name.start : name.end], start=name.start, end=name.end)
    span = (mark.start(), mark.end()) if mark else (0, 0)
    return Customer(party, name.start, name.end, name.id != "US", mark is not None, *span)
