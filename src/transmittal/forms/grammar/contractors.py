"""The contractor sentence of notices and releases: "The principal contractors will be A, City, State; and B, located in City, State."."""

import re

from transmittal import catalogue
from transmittal.catalogue import Name, NameKind
from transmittal.mentions.within import within
from transmittal.model import Contractor

_SENTENCE = re.compile(
    r"\b(?:principal|prime|main) contractors?\b(?:\(s\))?[^.:\n]{0,80}?"
    r"(?:\b(?:will|would|is|are|has been|have been|shall)\b(?: be)?|:)[^\S\n]*:?[^\S\n]*",
    re.I,
)
_NOBODY = re.compile(
    r"\b(?:unknown|to be determined|TBD|not (?:yet )?(?:been )?(?:known|determined|selected|chosen|named|identified)"
    r"|selected (?:through|by|from|via|after)|competitive|no (?:principal|prime)|determined (?:by|at|through|during))\b",
    re.I,
)
_ROW = re.compile(r"^(?P<name>[^\n.|]{3,80}?(?:\.(?! ?\.)[^\n.|]{0,60}?)?)(?:\.{2,}|\s\|\s|\s{2,})\s*(?P<place>[A-Z][^\n|]{2,60})$", re.M)
_STATES = (
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana"
    "|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts"
    "|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York"
    "|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania"
    "|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin"
    "|Wyoming|D\\.C\\.|DC|Puerto Rico"
)
_ABBREVIATED = (
    "Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|N\\.H|N\\.J|N\\.M"
    "|N\\.Y|N\\.C|N\\.D|Okla|Ore|Pa|R\\.I|S\\.C|S\\.D|Tenn|Tex|Vt|Va|Wash|W\\.Va|Wis|Wyo"
)
_POSTAL = (
    "AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI"
    "|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY"
)
STATE = rf"(?:(?:{_STATES})|(?:{_ABBREVIATED})\.|(?:{_POSTAL}))"
# ", City, State": the city may be "St. Louis", "Fort Worth", "Winston-Salem"; the state may be a country.
_CITY = r"(?:St\. |Ft\. |Mt\. )?[A-Z][\w.'’\-]*(?: [A-Z][\w.'’\-]*| of| de| la| Air Force Base){0,4}"
_LINK = r"(?:,? (?:which is |and is )?(?:located|based|headquartered) (?:in|at|near)|,? of|,? in|,? at|,? from|,|\s\(|\s[-–—])\s+"
_ABROAD = (
    "United Kingdom|UK|U\\.K\\.|England|Scotland|Canada|Israel|Germany|France|Italy|Spain|Sweden|Norway|Australia|Japan"
    "|Netherlands|Belgium|Switzerland|Denmark|Finland|Austria|South Korea|Republic of Korea"
)
_PLACED = re.compile(rf"(?P<link>{_LINK})(?P<place>{_CITY},? (?:{STATE}|{_ABROAD}))(?![\w])\)?")
_FULL_STOP = re.compile(r"\.(?=\s|$)")
_LAST_WORD = re.compile(r"[\w.]*$")
_JOINT = re.compile(r"^(?:[;,.\s]|\band\b|\bas well as\b|\bthe\b(?! Boeing)|\b(?:both|either|or)\b)+", re.I)
_TAIL = re.compile(r"(?:[,;.\s]|\band\b|\(s\))+$")
_LEGAL = re.compile(r"^(?:Inc|Corp|LLC|L\.L\.C|Ltd|Co|LP|PLC|plc|Company|Corporation|Incorporated|Limited|GmbH|S\.?A|AB|AS|SpA)\.?$")


def find_contractors(text: str, names: list[Name], start: int, end: int) -> tuple[Contractor, ...]:
    """The firms the contractor sentence of text[start:end] names; () when it names none or there is no such sentence."""
    sentence = _SENTENCE.search(text, start, end)
    if sentence is None:
        return ()
    stop = _sentence_end(text, sentence.end(), end)
    told = text[sentence.start() : stop]
    if _NOBODY.search(told):
        return ()
    if not text[sentence.end() : stop].strip(" :\n"):
        rows = _rows(text, names, sentence.end(), end)
        return rows or _next_line(text, names, sentence.end(), end)
    return _told(text, names, sentence.end(), stop)


def _next_line(text: str, names: list[Name], start: int, end: int) -> tuple[Contractor, ...]:
    """The firms of the line after "The principal contractor will be:", set as running text."""
    while start < end and (text[start].isspace() or text[start] == ":"):
        start += 1
    return _told(text, names, start, _sentence_end(text, start, end))


def _told(text: str, names: list[Name], start: int, stop: int) -> tuple[Contractor, ...]:
    placed = list(_PLACED.finditer(text, start, stop))
    return _with_places(text, names, start, stop, placed) if placed else _listed(text, names, start, stop)


def _sentence_end(text: str, start: int, end: int) -> int:
    """The end of the sentence: a full stop that ends no abbreviation, or the end of the block."""
    line = text.find("\n", start, end)
    stop = line if line >= 0 else end
    for m in _FULL_STOP.finditer(text, start, stop):
        word = _LAST_WORD.search(text[max(start, m.start() - 30) : m.start()])
        last = word[0] if word else ""
        following = text[m.end() : min(stop, m.end() + 20)].lstrip()[:12]
        if (
            last in ("St", "Ft", "Mt", "U.S", "U.K", "No")
            or (_LEGAL.match(last) and following[:1].islower())
            or (len(last) == 1 and last.isupper())
        ):
            continue
        if (
            (_LEGAL.match(last) or re.fullmatch(_ABBREVIATED, last))
            and following
            and not re.match(r"(?:There|At|The|No|Any|This|It|U\.S|Im|A |If|All|In)", following)
        ):
            continue
        return m.start()
    return stop


def _with_places(text: str, names: list[Name], start: int, stop: int, placed: list[re.Match[str]]) -> tuple[Contractor, ...]:
    found: list[Contractor] = []
    at = start
    for m in placed:
        found.extend(_named(text, names, at, m.start("link"), text[m.start("place") : m.end("place")]))
        at = m.end()
    found.extend(_known_after(text, names, at, stop))
    return tuple(found)


def _named(text: str, names: list[Name], start: int, stop: int, place: str | None) -> list[Contractor]:
    """The firm named in text[start:stop]; several when joined by semicolons."""
    found = []
    for m in re.finditer(r"[^;\n]+", text[start:stop]):
        a, b = start + m.start(), start + m.end()
        lead = _JOINT.match(text[a:b])
        a += lead.end() if lead else 0
        tail = _TAIL.search(text[a:b])
        b = a + tail.start() if tail and not text[a:b].endswith(("Co.", "Corp.", "Inc.", "Ltd.")) else b
        if b - a >= 2 and any(c.isupper() for c in text[a:b]) and not _LEGAL.match(text[a:b]) and not re.fullmatch(STATE, text[a:b]):
            found.append(build_contractor(text, names, a, b, place))
    return found


def _known_after(text: str, names: list[Name], start: int, stop: int) -> list[Contractor]:
    return [build_contractor(text, names, n.start, n.end, None) for n in within(names, start, stop) if n.kind is NameKind.MAKER]


def _listed(text: str, names: list[Name], start: int, stop: int) -> tuple[Contractor, ...]:
    """No places: the makers of the catalogue, else the capitalised names between separators."""
    known = _known_after(text, names, start, stop)
    if known:
        return tuple(known)
    found: list[Contractor] = []
    for m in re.finditer(r"(?:[^,;\n]|,(?= (?:Inc|LLC|Ltd|Corp|L\.L\.C)))+", text[start:stop]):
        for piece in re.finditer(r"(?:(?! and (?=[A-Z])).)+", m[0]):
            at = start + m.start() + piece.start()
            found.extend(_named(text, names, at, at + len(piece[0]), None))
    return tuple(c for c in found if c.quote[0].isupper())


def _rows(text: str, names: list[Name], start: int, end: int) -> tuple[Contractor, ...]:
    """A table of firms and places after "The principal contractors will be:"."""
    found: list[Contractor] = []
    at = start
    while at < end and text[at].isspace():
        at += 1
    while at < end:
        line_end = text.find("\n", at, end)
        line_end = end if line_end < 0 else line_end
        if text[at:line_end].strip():
            row = _ROW.match(text[at:line_end].rstrip())
            if row is None:
                break
            a = at + row.start("name")
            found.append(build_contractor(text, names, a, a + len(row["name"].rstrip()), row["place"].strip()))
        at = line_end + 1
    return tuple(found)


def build_contractor(text: str, names: list[Name], start: int, end: int, place: str | None) -> Contractor:
    """The firm named in text[start:end]; id when the catalogue knows it."""
    known = next((n for n in within(names, start, end) if n.kind is NameKind.MAKER), None)
    printed = re.sub(r"\s+", " ", text[start:end]).strip()
    maker = known or catalogue.exact_maker(printed)
    return Contractor(
        id=maker.id if maker is not None else None,
        name=re.sub(r"^The (?=\w)", "", printed),
        location=place,
        quote=text[start:end],
        start=start,
        end=end,
    )
