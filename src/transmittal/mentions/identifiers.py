"""Numbers that name a procurement or a document: transmittals, FMS cases, contracts, register and law citations.

Formats: transmittal "23-26", with a letter "26-1C" or reversed "0G-23" for reports of enhancement; case "JA-P-ABC" (customer, agency,
designator); contract PIID of FAR 4.16 "N00019-26-C-0001"; the rest as printed by the Federal Register and Congress.
"""

import re
from collections.abc import Callable, Iterator
from enum import StrEnum
from functools import cache
from heapq import merge
from typing import NamedTuple

import msgspec

from transmittal.mentions.anchors import Anchors


class Scheme(StrEnum):
    """Whose number it is."""

    TRANSMITTAL = "transmittal"
    RSAT = "rsat"
    DDTC = "ddtc"
    CASE = "case"
    PIID = "piid"
    MODIFICATION = "modification"
    FR_DOC = "fr_doc"
    FR_CITATION = "fr_citation"
    PUBLIC_NOTICE = "public_notice"
    EXECUTIVE_COMMUNICATION = "executive_communication"
    PUBLIC_LAW = "public_law"
    USC = "usc"
    RESOLUTION = "resolution"
    OCDS = "ocds"
    AUSTENDER = "austender"


class IdentifierMention(msgspec.Struct, frozen=True, gc=False):
    """An identifier as printed. text[start:end] == printed: the number itself, without "Transmittal No.".

    value: in the usual form: plain hyphens, year first ("0G-23" -> "23-0G"), PIIDs dashed; digits as printed ("26-03").
    key:   the same for all spellings of one number: no leading zeros in the serial ("26-3"), PIIDs without dashes.
    """

    start: int
    end: int
    scheme: Scheme
    value: str
    key: str
    printed: str


_H = "[-‐‑–]"  # a hyphen, as printers set it
_NUMBER = rf"(?:\d{{2}}{_H}\d[A-Z]|\d[A-Z]{_H}\d{{2}}|\d{{2}}{_H}\d{{1,3}})(?![\dA-Za-z]|{_H}\d)"
_SPACES = "[ \u00a0]{0,2}"
_SERIES = rf"(?:(?P<series>RSAT|DDTC)(?:{_SPACES}|{_H}))?"
# Words that announce a transmittal: "Transmittal No. RSAT 26-24", "Transmittals 13-74 and 13-75", "certification transmittal number 23-26".
_ANNOUNCING = (
    "transmittal",
    "Transmittal",
    "TRANSMITTAL",
    "RSAT",
    "DDTC",
    "certification",
    "Certification",
    "notification",
    "Notification",
)
_NO = rf"(?:,?{_SPACES}(?:[Nn]umbers?|NUMBERS?|[Nn]os?|NOS?|#)(?![a-z]))?[.:#]{{0,2}}{_SPACES}:?{_SPACES}"
_TRANSMITTAL = re.compile(
    rf"(?:[A-Za-z]ransmittals?|TRANSMITTALS?){_NO}(?={_SERIES}{_NUMBER})|[A-Z]{{4}}(?:{_SPACES}|{_H})(?={_NUMBER})"
    rf"|[A-Za-z]{{13}}s?{_NO}(?={_NUMBER})|[A-Za-z]{{12}}s?{_NO}(?={_NUMBER})"
)
_ONE = re.compile(rf"{_SERIES}(?P<number>{_NUMBER})")
_AND_MORE = re.compile(rf"(?:,|;|,? and|,? or| &| through)[ \u00a0](?:[Tt]ransmittal )?(?:[Nn]os?\. )?(?={_SERIES}{_NUMBER})")
_LETTER_FORM = re.compile(rf"\d(?<![\w.,/‐‑–-].)(?:\d{_H}[01][A-Z]|(?<=[01])[A-Z]{_H}\d{{2}})(?![\w/]|{_H}\w)")

_CASE = re.compile(r"[A-Z](?<![A-Za-z0-9‐‑–-].)[A-Z0-9]-[A-Z]-[A-Z][A-Z0-9]{2}(?![A-Za-z0-9‐‑–-])")
_CASE_JOINED = re.compile(
    r"[Cc]ase(?<!\w.{4})s? (?:[Dd]esignators? |[Ii]dentifiers? |[Nn]umbers? |[Nn]os?\. )?"
    r"(?P<case>[A-Z][A-Z0-9][BCDFIMNPQRUZ][A-Z][A-Z0-9]{2})(?![A-Za-z0-9-])"
)
# Activity address code of six (a letter first at Defense), year, type of instrument, serial of four.
_PIID = re.compile(
    rf"(?P<office>[A-Z](?<![A-Za-z0-9‐‑–/-].)(?=[A-Z0-9]{{0,4}}\d)[A-Z0-9]{{5}})(?:{_H}(?P<year>\d{{2}}){_H}(?P<type>[A-Z]){_H}(?P<serial>[A-Z0-9]{{4}})"
    rf"|(?P<year2>\d{{2}})(?P<type2>[A-Z])(?P<serial2>[A-Z0-9]{{4}}))(?![A-Za-z0-9])"
)
_MODIFICATION = re.compile(r"[PA](?<![A-Za-z0-9‐‑–-].)[A-Z0]\d{4}(?![A-Za-z0-9-])")

_FR_DOC = re.compile(rf"FR Doc(?:ument)?(?:\.|s\.)?{_SPACES}(?:[Nn]os?)?[.:]?{_SPACES}(?P<id>(?:[CERZ]\d?-?)?\d{{2,4}}{_H}\d{{1,6}})(?!\d)")
_FR_CITATION = re.compile(
    rf"(?P<volume>\d(?<![\w.-].)\d{{1,2}}) (?:FR|Fed\. ?Reg\.|F\.R\.) (?P<page>\d{{1,3}}(?:,\d{{3}})|\d{{1,6}})(?:{_H}\d{{1,6}})?(?![\w])"
)
_PUBLIC_NOTICE = re.compile(rf"(?:Public Notice|PUBLIC NOTICE)(?: [Nn]o\.?)?:?{_SPACES}(?P<id>\d{{3,6}})(?!\d)")
_COMMUNICATION = re.compile(rf"EC(?<![\w.]..){_H}?{_SPACES}(?P<id>\d{{1,5}})(?![\w-])")
_COMMUNICATION_IN_FULL = re.compile(r"[Ee]xecutive [Cc]ommunication (?:[Nn]o\. )?(?P<id>\d{1,5})(?![\w-])")
_PUBLIC_LAW = re.compile(rf"(?:Public Law|Pub\. ?L\.|P\. ?L\.)(?: [Nn]o\.)?{_SPACES}(?P<id>\d{{2,3}}{_H}{_SPACES}\d{{1,4}})(?!\d)")
_USC = re.compile(
    rf"(?P<title>\d(?<![\w.-].)\d?) (?:U\. ?S\. ?C\.?|USC|U\.S\. Code)(?: [Ss]ecs?\.?| §{{1,2}})?{_SPACES}"
    rf"(?P<section>\d{{1,5}}[a-z]{{0,2}}(?:{_H}\d{{1,3}}[a-z]?)?(?:\([A-Za-z0-9]{{1,4}}\)){{0,5}})"
)
_BILL = re.compile(r"(?P<house>[SH])(?<![\w.].)\. ?(?P<kind>J|Con)\. ?Res\.[ \u00a0]{0,2}(?P<id>\d{1,4})(?!\d)")
_UN = re.compile(
    r"(?:(?:UN |U\.N\. |United Nations )?Security Council [Rr]esolutions?|UNSC [Rr]esolutions?|UNSCRs?|UN [Rr]esolutions?)(?: [Nn]o\.)?"
    r"[ \u00a0]{1,2}(?P<id>\d{2,4})(?:[ \u00a0]\((?:19|20)\d{2}\))?(?!\d)"
)
_OCDS = re.compile(r"(?<![\w-])ocds-[a-z0-9]{6}-[A-Za-z0-9](?:[\w./:-]{0,60}[A-Za-z0-9])?")
_AUSTENDER = re.compile(r"(?<![\w-])CN\d{5,8}(?:-A\d{1,3})?(?![\w])")
_HYPHENS = str.maketrans("‐‑–", "---")


class _Rule(NamedTuple):
    """hints: the rule runs only when one of these is in the text. build: (value, key) of a match."""

    scheme: Scheme
    hints: tuple[str, ...]
    pattern: re.Pattern[str]
    build: Callable[[re.Match[str]], tuple[str, str]]


def _as_printed(match: re.Match[str]) -> tuple[str, str]:
    value = match[0].translate(_HYPHENS)
    return value, value


def _by_id(prefix: str = "") -> Callable[[re.Match[str]], tuple[str, str]]:
    def build(match: re.Match[str]) -> tuple[str, str]:
        value = prefix + match["id"].translate(_HYPHENS).replace(" ", "").replace("\u00a0", "")
        return value, value

    return build


def _case(match: re.Match[str]) -> tuple[str, str]:
    letters = match["case"]
    value = f"{letters[:2]}-{letters[2]}-{letters[3:]}"
    return value, value


def _piid(match: re.Match[str]) -> tuple[str, str]:
    parts = [match["office"], *(match[name] or match[f"{name}2"] for name in ("year", "type", "serial"))]
    return "-".join(parts), "".join(parts)


def _citation(match: re.Match[str]) -> tuple[str, str]:
    value = f"{match['volume']} FR {match['page'].replace(',', '')}"
    return value, value


def _usc(match: re.Match[str]) -> tuple[str, str]:
    value = f"{match['title']} U.S.C. {match['section'].translate(_HYPHENS)}"
    return value, value


def _bill(match: re.Match[str]) -> tuple[str, str]:
    value = f"{match['house']}.{match['kind']}.Res. {match['id']}"
    return value, value


def _austender(match: re.Match[str]) -> tuple[str, str]:
    return match[0], match[0].partition("-")[0]


_RULES = (
    _Rule(Scheme.CASE, ("-",), _CASE, _as_printed),
    _Rule(Scheme.CASE, ("case", "Case"), _CASE_JOINED, _case),
    _Rule(Scheme.PIID, ("",), _PIID, _piid),
    _Rule(Scheme.MODIFICATION, ("P0", "PZ", "A0", "odification"), _MODIFICATION, _as_printed),
    _Rule(Scheme.FR_DOC, ("FR Doc",), _FR_DOC, _by_id()),
    _Rule(Scheme.FR_CITATION, (" FR ", "Fed.", "F.R."), _FR_CITATION, _citation),
    _Rule(Scheme.PUBLIC_NOTICE, ("Public Notice", "PUBLIC NOTICE"), _PUBLIC_NOTICE, _by_id()),
    _Rule(Scheme.EXECUTIVE_COMMUNICATION, ("EC",), _COMMUNICATION, _by_id("EC-")),
    _Rule(Scheme.EXECUTIVE_COMMUNICATION, ("xecutive Comm", "xecutive comm"), _COMMUNICATION_IN_FULL, _by_id("EC-")),
    _Rule(Scheme.PUBLIC_LAW, ("Public Law", "Pub.", "P.L.", "P. L."), _PUBLIC_LAW, _by_id()),
    _Rule(Scheme.USC, ("U.S.C", "USC", "U. S. C", "U.S. Code"), _USC, _usc),
    _Rule(Scheme.RESOLUTION, ("Res.",), _BILL, _bill),
    _Rule(Scheme.RESOLUTION, ("UNSC", "esolution"), _UN, _by_id("UNSCR ")),
    _Rule(Scheme.OCDS, ("ocds-",), _OCDS, _as_printed),
    _Rule(Scheme.AUSTENDER, ("CN",), _AUSTENDER, _austender),
)
_ID_GROUPS = {_CASE_JOINED: "case", _FR_DOC: "id", _PUBLIC_NOTICE: "id", _PUBLIC_LAW: "id"}  # the span is this part only


def transmittal_key(number: str) -> str:
    """The comparable form of a transmittal number however printed: "26-03" and "26-3" -> "26-3", "0G-23" -> "23-0G"."""
    value = transmittal_value(number)
    year, _, serial = value.partition("-")
    return f"{year}-{serial.lstrip('0') or '0'}" if serial.isdecimal() else value


def transmittal_value(number: str) -> str:
    """Year first, plain hyphen: "0G–23" -> "23-0G"."""
    first, _, second = number.translate(_HYPHENS).partition("-")
    return f"{second}-{first}" if first[-1:].isalpha() else f"{first}-{second}"


def find_identifiers(text: str, start: int = 0, end: int | None = None) -> Iterator[IdentifierMention]:
    """Every identifier in text[start:end], in order, not overlapping; where two begin together, the longer."""
    end = len(text) if end is None else end
    streams = [_find(text, start, end, rule) for rule in _RULES if any(text.find(hint, start, end) >= 0 for hint in rule.hints)]
    streams += [_transmittals(text, start, end), _letter_forms(text, start, end)]
    done = start
    for mention in merge(*streams, key=lambda mention: (mention.start, -mention.end)):
        if mention.start >= done:
            yield mention
            done = mention.end


def _find(text: str, start: int, end: int, rule: _Rule) -> Iterator[IdentifierMention]:
    group = _ID_GROUPS.get(rule.pattern, 0)
    for match in rule.pattern.finditer(text, start, end):
        left, right = match.span(group)
        value, key = rule.build(match)
        yield IdentifierMention(left, right, rule.scheme, value, key, text[left:right])


def _transmittals(text: str, start: int, end: int) -> Iterator[IdentifierMention]:
    """Numbers after a word that announces them, and those that follow in one list."""
    done = start
    for _, left, _ in _anchors().find(text, start, end):
        context = _TRANSMITTAL.match(text, left, end)
        if left < done or context is None:
            continue
        pos = context.end()
        announced = text[left : left + 4] if text[left : left + 4] in ("RSAT", "DDTC") else None
        while (match := _ONE.match(text, pos, end)) is not None:
            scheme = {"RSAT": Scheme.RSAT, "DDTC": Scheme.DDTC}.get(match["series"] or announced or "", Scheme.TRANSMITTAL)
            yield _transmittal(text, *match.span("number"), scheme)
            done = match.end()
            more = _AND_MORE.match(text, done, end)
            if more is None:
                break
            pos = more.end()


@cache
def _anchors() -> Anchors:
    return Anchors(_ANNOUNCING)


def _letter_forms(text: str, start: int, end: int) -> Iterator[IdentifierMention]:
    for match in _LETTER_FORM.finditer(text, start, end):
        yield _transmittal(text, match.start(), match.end(), Scheme.TRANSMITTAL)


def _transmittal(text: str, left: int, right: int, scheme: Scheme) -> IdentifierMention:
    printed = text[left:right]
    return IdentifierMention(left, right, scheme, transmittal_value(printed), transmittal_key(printed), printed)
