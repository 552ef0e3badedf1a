"""Export licences told to Congress: who receives, what, above which threshold, under which number. Shared by three layouts."""

import re
from collections.abc import Sequence

from transmittal import catalogue
from transmittal.catalogue import Name, NameKind
from transmittal.forms.grammar.certified import day_of
from transmittal.mentions.money import find_money
from transmittal.mentions.within import within
from transmittal.model import Basis, Bound, Channel, Identifiers, Mention, Money, Party, Period

# Under which law, in the order in which a text decides: 36(d) is manufacture abroad, 36(b) a government's own sale, 36(c) a firm's.
_LAWS = (
    (
        "coproduction",
        re.compile(r"\b36\(d\)|\b2776\(d\)|\bmanufacturing licen[sc]e|\bmanufacture of significant military equipment abroad", re.I),
    ),
    ("lease", re.compile(r"\bsection 6[12]\b[^.;]{0,40}\bArms Export|\b2796|\bproposed lease", re.I)),
    ("FMS", re.compile(r"\b36\(b\)|\b2776\(b\)|\bLetters?\(?s?\)? of Offer|\bforeign military sale", re.I)),
    (
        "DCS",
        re.compile(
            r"\b36\(c\)|\b2776\(c\)|\bsold commercially|\bproposed (?:export )?licen[sc]e|\btechnical assistance agreement|\bDDTC\b", re.I
        ),
    ),
)
_NUMBER = re.compile(
    r"\b(?:DDTC|RSAT)\s?[-–—]?\s?(?:No\.? ?)?(\d{2,3})\s?[-–—]\s?(\d{1,4})\b"
    r"|\bTransmittal (?:No|Number)s?\.?:? ?(\d{2})\s?[-–—]\s?([0-9A-Z]{1,4})\b",
    re.I,
)
# "to Colombia", "to the Governments of", "for end use by", "in support of": where the receiver is named.
_END_USER = re.compile(
    r"\b(?:for (?:the )?(?:ultimate |final )?(?:end[- ]use|use) (?:by|in|of)|end[- ]users? (?:is|are|will be)|on behalf of)\b", re.I
)
_RECEIVER = re.compile(
    r"\b(?:exports?|license|sale|transfer|lease|sold|articles?|services?|more|equipment|data|abroad)\b[^.;]{0,400}?\b(?:to|with|in|for)\b",
    re.I,
)
_KINDS = (NameKind.COUNTRY, NameKind.ORGANISATION)


def find_channel(text: str, start: int, end: int) -> Channel | None:
    """The way the law named in text[start:end] implies; None for a transfer between others."""
    for code, pattern in _LAWS:
        m = pattern.search(text, start, end)
        if m is not None:
            return Channel(id=code, quote=m[0], start=m.start(), end=m.end(), inferred=True)
    return None


def implied_supplier(channel: Channel | None, fallback: Mention) -> Party:
    """What the law of the United States lets out comes from there."""
    mention = channel if channel is not None else fallback
    return Party(id="US", name=catalogue.buyer("US").name, quote=mention.quote, start=mention.start, end=mention.end, inferred=True)


def find_receiver(text: str, names: Sequence[Name], start: int, end: int) -> Party | None:
    """The one country or organisation that receives; None for several, or none."""
    user = _END_USER.search(text, start, end)
    if user is not None:
        party = _sole(text, names, user.end(), min(end, user.end() + 160))
        if party is not None:
            return party
    receiver = _RECEIVER.search(text, start, end)
    return _sole(text, names, receiver.end() if receiver is not None else start, end)


def _sole(text: str, names: Sequence[Name], start: int, end: int) -> Party | None:
    inside = [n for n in within(names, start, end) if n.kind in _KINDS and n.id != "US"]
    if len({n.id for n in inside}) != 1:
        return None
    name = inside[0]
    return Party(id=name.id, name=catalogue.buyer(name.id).name, quote=text[name.start : name.end], start=name.start, end=name.end)


def find_threshold(text: str, start: int, end: int) -> Money | None:
    """The amount of a certification: "$50,000,000 or more" is a floor set by law, not a price."""
    money = next((m for m in find_money(text, start, end, home="USD") if not m.conversion), None)
    if money is None:
        return None
    bound = Bound.MIN if money.threshold else money.bound
    quote = text[money.start : money.end]
    return Money(
        amount=money.amount, currency=money.currency, basis=Basis.ESTIMATE, bound=bound, quote=quote, start=money.start, end=money.end
    )


def find_number(text: str, start: int, end: int) -> Identifiers:
    """The last transmittal number of text[start:end]: letters print theirs at their foot."""
    found = list(_NUMBER.finditer(text, start, end))
    if not found:
        return Identifiers()
    m = found[-1]
    series, serial = (m[1], m[2]) if m[1] else (m[3], m[4])
    mention = Mention.cut(text, m.start(1) if m[1] else m.start(3), m.end())
    return Identifiers(transmittal=f"{series}-{serial}", mentions={"transmittal": (mention,)})


_DAY = re.compile(r"\b[A-Z][a-z]{2,8}\.? \d{1,2}, (?:19|20)\d\d\b|\b\d{1,2} [A-Z][a-z]{2,8} (?:19|20)\d\d\b")


def first_day(text: str, start: int, end: int) -> Period | None:
    """The first spelled-out day of text[start:end]."""
    m = _DAY.search(text, start, end)
    return day_of(text, m.start(), m.end()) if m is not None else None


def last_day(text: str, start: int, end: int) -> Period | None:
    """The last spelled-out day of text[start:end]."""
    days = list(_DAY.finditer(text, start, end))
    last = days[-1] if days else None
    return day_of(text, last.start(), last.end()) if last is not None else None
