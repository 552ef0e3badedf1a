"""What any certification under section 36(b) says in its numbered parts: buyer, day, numbers, and who sells by which channel."""

import re

import msgspec

from transmittal import catalogue
from transmittal.catalogue import Name, NameKind
from transmittal.forms.grammar.parts import Part, take
from transmittal.mentions.dates import parse_date
from transmittal.mentions.identifiers import IdentifierMention, Scheme, find_identifiers
from transmittal.mentions.within import within
from transmittal.model import Channel, Identifiers, Item, Mention, Party, Period, Unread

_LONGEST_BUYER = 400  # characters of a purchaser; a longer stretch is no name
# Parts that report nothing of the procurement, ignored by name.
_IGNORED = ("sales commission", "sensitivity", "funding source", "significance", "justification", "annex", "classification")


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


def without_count(item: Item) -> Item:
    """The system that is supported, of which nothing is bought."""
    return msgspec.structs.replace(item, quantity=None)


def day_delivered(text: str, parts: list[Part]) -> Period | None:
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


def find_numbers(text: str, number: Mention | None, parts: list[Part]) -> Identifiers:
    mentions: dict[str, tuple[Mention, ...]] = {}
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


def report_unread(text: str, parts: list[Part], used: tuple[str, ...]) -> list[Unread]:
    """Parts whose label is neither used nor ignored by name: the layout has grown."""
    return [
        Unread(field=part.label, quote=text[part.start : part.end], start=part.start, end=part.end)
        for part in parts
        if not any(word in part.label.lower() for word in (*used, *_IGNORED))
    ]
