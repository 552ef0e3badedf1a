"""The one regular expression of dates as printed in Latin and Cyrillic scripts."""

import re
from functools import cache

from transmittal.mentions.date_words import forms_of, one_of

YEAR = r"(?:19[4-9]\d|20[0-6]\d)(?!\d)"  # years that a document about procurement can mean
_S = r"[^\S\n]{1,3}"
_O = r"[^\S\n]{0,3}"
_DASH = r"[-‐‑–—/]"
CARDINALS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "twelve": 12,
    "a": 1,
}


def _pattern() -> str:
    month = one_of(forms_of("month")) + r"(?!\w)\.?"
    weekday = one_of(forms_of("weekday")) + r"(?!\w)"
    tail = rf"(?:,?{_S}(?P<TAIL>{one_of(forms_of('tail'))})(?!\w))?"
    turn = rf"(?:(?P<TURN>{one_of(forms_of('turn'))}){_S})?"
    fiscal = one_of([*forms_of("fiscal"), "Fiscal Year", "Fiscal year", "fiscal-year", "Fiscal Years"])
    ordinal = one_of(forms_of("ordinal"))
    quarter = one_of(forms_of("quarter"))
    of = rf"(?:{_S}(?:of|de|del|des|di|do|da|des Jahres|calendar|the))?"
    era = rf"(?:{_S}(?:года|году|г\.|року|р\.|roku|r\.)(?!\w))?"
    years = rf"['’]?(?:{YEAR}|2[45]\d\d(?!\d)|\d\d(?!\d))"
    branches = {
        "ymd": rf"{YEAR}(?P<ymds>[-./])\d{{1,2}}(?P=ymds)\d{{1,2}}(?![\w-])",
        "dmy": rf"\d{{1,2}}(?P<dmys>[./-])\d{{1,2}}(?P=dmys){YEAR}(?![\w-])",
        "dm": rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th|er|\.|º|-го|-е)?(?:{_O}(?:{_DASH}|and|to|und|et|y|e|i|и){_O}(?P<d2>\d{{1,2}})"
        rf"(?:st|nd|rd|th|\.)?)?{_O}(?:(?(d2)(?!)|{_S}of)|{_S}de|{_S}d[eo]l|-)?{_O}(?P<dmm>{month})"
        rf"(?:[,-]?{_O}(?:de{_S}|del{_S}|of{_S}|do{_S})?(?P<dmy_>{YEAR}){era}|TAILdm)?",
        "md": rf"(?P<mdm>{month}){_S}(?P<e1>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|[.,]\d|{_O}%)"
        rf"(?:{_O}(?:{_DASH}|to|through|and){_O}(?P<e2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?=,{_S}{YEAR}|{_O}[^\s\w]|$))?"
        rf"(?:,?{_O}(?P<mdy>{YEAR})|TAILmd)?",
        "my": rf"(?P<mym>{month}),?{_O}(?:de{_S}|del{_S}|of{_S}|do{_S})?['’]?(?P<myy>{YEAR}){era}",
        "mm": turn.replace("TURN", "mmt") + rf"(?P<mmm>{month})TAILmm",
        "wd": turn.replace("TURN", "wdt") + rf"(?P<wdw>{weekday})TAILwd",
        "q": turn.replace("TURN", "qt") + rf"(?:Q(?P<q1>[1-4])(?!\w)|(?P<q2>[1-4])Q(?!\w\w\w)|H(?P<q3>[12])(?!\w)|(?P<q4>[12])H(?!\w\w\w)|"
        rf"(?P<qo>{ordinal}|(?P<qd>[1-4])\.|(?P<qr>I{{1,3}}|IV))"
        rf"(?:[- ](?P<qf0>fiscal))?[- ](?P<qq>{quarter})(?!\w))"
        rf"(?:{of}{_O}(?:(?P<qf>{fiscal}){_O}|of{_S})?(?P<qy>{years})(?:{_DASH}(?P<qy2>\d\d)(?!\d))?(?:{_S}(?:roku|года|року))?|TAILq)?",
        "sn": turn.replace("TURN", "snt") + rf"(?P<sns>{one_of(forms_of('season'))})(?!\w)(?:{of}{_S}(?P<sny>{YEAR})|TAILsn)?",
        "fo": rf"(?:[Tt]he{_S}|[Aa]{_S})?(?:{fiscal})(?:,?{_S}(?:that|which))?{_S}(?P<fov>opens?|opening|starts?|starting|"
        rf"started|begins?|beginning|began|ends?|ending|ended){_S}(?:(?:on|in){_S})?(?:(?P<fod>\d{{1,2}}){_S})?(?P<fom>{month})"
        rf"(?:{_S}(?P<fod2>\d{{1,2}})(?!\d))?(?:,?{_S}(?P<foy>{YEAR}))?",
        "fy": rf"(?P<fyw>{fiscal}){_O}(?P<fy1>{years})(?:(?:{_O}{_DASH}{_O}|{_S}(?:to|and|through|until|bis|und|à|et|a|y|e){_S})"
        rf"(?:(?:{fiscal}){_O})?(?P<fy2>{years}))?(?![\w])",
        "yf": rf"(?P<yf1>{YEAR})(?:{_DASH}(?P<yf2>\d{{4}}|\d\d)(?!\d))?{_S}(?:[Ff]iscal|[Ff]inancial|[Bb]udget){_S}[Yy]ears?(?!\w)",
        "fr": rf"(?P<frw>[Tt]his|[Cc]urrent|[Nn]ext|[Ll]ast|[Cc]oming|[Pp]revious|[Oo]ngoing|[Pp]resent|[Pp]ast|[Ff]ollowing|the){_S}"
        rf"(?P<frx>(?:\w{{2,12}}{_S})?)(?:fiscal|financial|budget){_S}(?:planning{_S})?(?:year|period)(?!\w|{_S}['’]?\d)",
        "dec": rf"(?:[Tt]he{_S})?(?:(?P<dece>early|mid|late)[- ])?(?P<decy>(?:19[4-9]|20[0-6])0)['’]?s(?!\w)",
        "ago": rf"(?P<agon>\d{{1,2}}|{'|'.join(CARDINALS)}){_S}(?P<agou>day|week|month|year|decade)s?{_S}(?P<agow>ago)(?!\w)",
        "win": rf"(?:[Ww]ithin|(?P<wino>[Oo]ver|[Ii]n|[Dd]uring)(?={_S}the{_S}(?:next|coming))){_S}(?:the{_S})?(?:(?:next|coming){_S})?"
        rf"(?P<winn>\d{{1,2}}|{'|'.join(CARDINALS)}){_S}(?P<winu>day|week|month|year)s?(?!\w)",
        "rel": rf"(?P<relw>{one_of(forms_of('relative'))})(?!\w)",
        "pr": rf"(?P<pr1>{YEAR}){_DASH}(?P<pr2>{YEAR}|\d\d)(?![\w-])",
        "yr": rf"(?P<yrv>{YEAR})(?:{_S}(?:году|года|год|году|годом|року|році|рік|roku|rok|r\.|г\.|р\.)(?!\w))?",
    }
    text = "|".join(f"(?P<{name}>{branch})" for name, branch in branches.items())
    for name in ("dm", "md", "mm", "wd", "q", "sn"):
        text = text.replace(f"TAIL{name}", tail.replace("TAIL", f"{name}tail"))
    return rf"\b(?:{text})"


@cache
def expression() -> re.Pattern[str]:
    """The one expression of all printed forms; `lastgroup` names the branch."""
    return re.compile(_pattern())


def start_words() -> frozenset[str]:
    """The first words of all printed forms that do not begin with a figure."""
    words = set(_OTHER_STARTS.split()) | set(CARDINALS)
    for kind in ("month", "weekday", "season", "ordinal", "fiscal", "relative", "turn"):
        words.update(re.split(r"\W", form, maxsplit=1)[0] for form in forms_of(kind))
    return frozenset(words)


_OTHER_STARTS = (
    "the The a A current Current coming ongoing present previous Previous following past Within within over Over in In during During "
    "I II III IV Q1 Q2 Q3 Q4 H1 H2 early mid late"
)
