"""Dates as printed in Latin and Cyrillic scripts: what each branch of date_pattern.py says.

An atom is a day, month, quarter, year … as printed, before anything is known of prepositions or of the day of publication.
"""

import re
from collections.abc import Callable

import msgspec

from transmittal.mentions.calendars import fiscal_labels, to_civil
from transmittal.mentions.date_pattern import CARDINALS
from transmittal.mentions.date_words import lowered, month_abbreviations


class Atom(msgspec.Struct, gc=False):
    """A date as printed. None: not printed.

    unit:   day, month, quarter, half, season, year, decade, week, fiscal, weekday, opening (of a fiscal year), span (in `length`)
    part:   1-4 of quarters, 1-2 of halves, season name's index 0-3, weekday 0-6
    offset: units away from the reference: "next month" is +1; `since` tells from what ("published", "mentioned")
    days:   a second day of the same month ("March 9-10")
    country: of an explicit fiscal label ("Japan's fiscal year")
    edge_only: means something only after an edge ("the end of" + "the year")
    shape, edge: set by scripts that print them after the date (までに, 까지)
    """

    start: int
    end: int
    unit: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    part: int | None = None
    last_year: int | None = None
    offset: int | None = None
    since: str = "published"
    turn: int | None = None
    fiscal: bool = False
    printed: str = ""
    country: str | None = None
    edge_only: bool = False
    ends: bool = False
    shape: str = ""
    edge: str = ""
    bare: bool = False  # needs a preposition, an edge or brackets to be a date at all


def atom_at(match: re.Match[str]) -> Atom | None:
    """What a match says; None when it cannot be a date (a 31st of nothing, a model number)."""
    branch = match.lastgroup or ""
    text, start = match.string, match.start()
    before = text[start - 1] if start else " "
    if before in _GLUED and not (before in "-–—" and text[start].isalpha()) and not _hyphen_prefix(text, start):
        return None
    atom = _BRANCHES[branch](match)
    if atom is not None and text[atom.end - 1] == "." and _is_whole_month(text, atom):
        atom.end -= 1  # the full stop ends the sentence, not an abbreviation
    if atom is None or text[atom.end : atom.end + 1].isdigit() or _MODEL_TAIL.match(text, atom.end):
        return None
    return atom


def _is_whole_month(text: str, atom: Atom) -> bool:
    word = text[atom.start : atom.end - 1].rpartition(" ")[2].lower()
    return word in lowered("month") and word not in month_abbreviations()


_MODEL_TAIL = re.compile(r"[-/.,]\d")  # "Mirage 2000-5", "2000.5"


_GLUED = "$€£¥₩.,/-–_#№+"


def _hyphen_prefix(text: str, start: int) -> bool:
    """Whether a hyphen before the date belongs to "mid-", "end-", or opens a list after a space or a line."""
    word = text[max(0, start - 5) : start].lower()
    return word.endswith(("mid-", "end-", "mi-", "-–")) or (text[start - 1] in "-–" and (start < 2 or text[start - 2] in " \n\u00a0"))


def _tail(match: re.Match[str], group: str) -> tuple[int | None, str]:
    """The offset of a tail ("next year" → 1, "published"; "of that year" → 0, "mentioned")."""
    printed = match[group]
    if not printed:
        return None, "published"
    value = lowered("tail")[printed.lower()]
    return (int(value[4:]), "mentioned") if value.startswith("that") else (int(value), "published")


def _turn(match: re.Match[str], group: str) -> int | None:
    printed = match[group]
    return int(lowered("turn")[printed.lower()]) if printed else None


def _month(printed: str) -> int:
    return int(lowered("month")[printed.rstrip(".").lower()])


def _short_year(printed: str) -> int:
    """A year as printed after FY: four digits, or two."""
    digits = printed.lstrip("'’")
    year = int(digits)
    return year if len(digits) == 4 else year + (2000 if year < 70 else 1900)


def _day(match: re.Match[str], day: int, month: int, year: int | None) -> Atom | None:
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Atom(start=match.start(), end=match.end(), unit="day", year=year, month=month, day=day)


def _ymd(match: re.Match[str]) -> Atom | None:
    year, month, day = (int(part) for part in match["ymd"].split(match["ymds"]))
    return _day(match, day, month, year)


def _dmy(match: re.Match[str]) -> Atom | None:
    """Day first; the resolver swaps when both readings exist and the publisher is American."""
    first, second, year = (int(part) for part in match["dmy"].split(match["dmys"]))
    if second > 12:
        first, second = second, first
    atom = _day(match, first, second, year)
    if atom is not None and first <= 12 and match["dmys"] == "/":
        atom.printed = "ambiguous"
    return atom


def _dm(match: re.Match[str]) -> Atom | None:
    return _day_in_month(match, match["d1"], match["d2"], match["dmm"], match["dmy_"], "dmtail")


def _md(match: re.Match[str]) -> Atom | None:
    return _day_in_month(match, match["e1"], match["e2"], match["mdm"], match["mdy"], "mdtail")


def _day_in_month(match: re.Match[str], day: str, last: str | None, month: str, year: str | None, tail: str) -> Atom | None:
    atom = _day(match, int(day), _month(month), int(year) if year else None)
    if atom is not None:
        atom.offset, atom.since = _tail(match, tail)
        if last and int(day) < int(last) <= 31:
            atom.last_day = int(last)
        elif last:
            return None
    return atom


def _my(match: re.Match[str]) -> Atom:
    return Atom(start=match.start(), end=match.end(), unit="month", year=int(match["myy"]), month=_month(match["mym"]))


def _mm(match: re.Match[str]) -> Atom:
    offset, since = _tail(match, "mmtail")
    turn = _turn(match, "mmt")
    atom = Atom(start=match.start(), end=match.end(), unit="month", month=_month(match["mmm"]), offset=offset, since=since, turn=turn)
    atom.bare = offset is None and turn is None
    return atom


def _wd(match: re.Match[str]) -> Atom | None:
    offset, _ = _tail(match, "wdtail")
    turn = _turn(match, "wdt") if match["wdt"] else offset
    before = match.string[max(0, match.start() - 6) : match.start()].lower()
    if before.endswith(("every ", "each ", "good ", "black ", "ash ", "palm ")):
        return None
    printed = match["wdw"]
    return Atom(start=match.start(), end=match.end(), unit="weekday", part=int(lowered("weekday")[printed.lower()]), turn=turn)


def _q(match: re.Match[str]) -> Atom | None:
    offset, since = _tail(match, "qtail")
    turn = _turn(match, "qt")
    number = match["q1"] or match["q2"] or match["q3"] or match["q4"]
    if number:
        part = int(number)
        unit = "quarter" if match["q1"] or match["q2"] else "half"
    else:
        unit = "half" if lowered("quarter")[match["qq"].lower()] == "2" else "quarter"
        part = int(match["qd"]) if match["qd"] else ("", "I", "II", "III", "IV").index(match["qr"]) if match["qr"] else 0
        part = part or int(lowered("ordinal")[match["qo"].lower()])
    if unit == "half" and part > 2:
        part = 2
    year = match["qy"]
    dated = year is not None or offset is not None or match["qf0"] or (turn is not None and not number)
    if not dated and (unit == "half" or number or match.string.startswith(" of ", match.end())):
        return None
    fiscal = bool(match["qf"] or match["qf0"])
    atom = Atom(start=match.start(), end=match.end(), unit=unit, part=part, offset=offset, since=since, turn=turn, fiscal=fiscal)
    atom.year = _short_year(year) if year else None
    atom.last_year = _short_year(match["qy2"]) if match["qy2"] else None
    atom.printed = match.group()
    atom.bare = year is None and offset is None
    return atom


def _sn(match: re.Match[str]) -> Atom:
    offset, since = _tail(match, "sntail")
    turn = _turn(match, "snt")
    index = ("spring", "summer", "autumn", "winter").index(lowered("season")[match["sns"].lower()])
    year = int(match["sny"]) if match["sny"] else None
    atom = Atom(start=match.start(), end=match.end(), unit="season", part=index, year=year, offset=offset, since=since, turn=turn)
    atom.bare = year is None and offset is None and turn is None
    return atom


def _fo(match: re.Match[str]) -> Atom:
    verb = match["fov"]
    day = match["fod"] or match["fod2"]
    atom = Atom(
        start=match.start(), end=match.end(), unit="opening", month=_month(match["fom"]), day=int(day) if day else None, fiscal=True
    )
    atom.year = int(match["foy"]) if match["foy"] else None
    atom.ends = verb.startswith("end")
    atom.printed = match.group()
    # "The fiscal year starts in April" explains the calendar; "the fiscal year that starts in April" or "starting" is a date.
    atom.edge_only = not (
        "that" in atom.printed or "which" in atom.printed or verb.endswith("ing") or verb in ("ended", "began", "started")
    )
    return _labelled(match.string, atom)


def _fy(match: re.Match[str]) -> Atom | None:
    first = _short_year(match["fy1"])
    if first > 2300:
        first = to_civil("BE", first)
    atom = Atom(start=match.start(), end=match.end(), unit="fiscal", year=first, fiscal=True, printed=match.group())
    if len(match["fy1"].lstrip("'’")) == 2 and not match["fyw"].startswith(("FY", "JFY", "fiscal", "Fiscal")):
        return None
    if match["fy2"]:
        second = match["fy2"].lstrip("'’")
        atom.last_year = _short_year(second)
        if atom.last_year < first:
            return None
    if match["fyw"] == "JFY":
        atom.country = "JP"
    if match["fy1"].startswith(("24", "25")) and len(match["fy1"]) == 4:
        atom.country = "TH"
    return _labelled(match.string, atom)


def _yf(match: re.Match[str]) -> Atom:
    first = int(match["yf1"])
    atom = Atom(start=match.start(), end=match.end(), unit="fiscal", year=first, fiscal=True, printed=match.group())
    if match["yf2"]:
        atom.last_year = _short_year(match["yf2"])
    return _labelled(match.string, atom)


def _fr(match: re.Match[str]) -> Atom | None:
    word = match["frw"].lower()
    offset = {"next": 1, "coming": 1, "following": 1, "last": -1, "previous": -1, "past": -1}.get(word, 0)
    between = match["frx"].strip().lower()
    country = fiscal_labels().get(between)
    if between and country is None and between not in ("current", "next", "last", "ongoing", "coming", "previous", "japanese"):
        return None
    if word == "the":
        offset = {"next": 1, "coming": 1, "last": -1, "previous": -1}.get(between, 0)
    atom = Atom(start=match.start(), end=match.end(), unit="fiscal", offset=offset, fiscal=True, country=country, printed=match.group())
    atom.edge_only = word == "the" and (not between or country is not None)
    return _labelled(match.string, atom)


def _labelled(text: str, atom: Atom) -> Atom:
    """Take in the words before a fiscal year that say whose it is: "Japan's", "US", "the Pentagon's"."""
    before = text[max(0, atom.start - 40) : atom.start]
    found = _LABEL.search(before)
    if found and atom.country is None:
        country = fiscal_labels().get(found[1].lower().removesuffix("'s").removesuffix("’s"))
        if country:
            atom.country = country
            atom.start -= len(before) - found.start()
    return atom


_LABEL = re.compile(r"((?:(?:Saudi|South|New|Sri|United) )?[A-ZÜ][\w.]{1,14}(?:['’]s)?) $")


def _dec(match: re.Match[str]) -> Atom:
    atom = Atom(start=match.start(), end=match.end(), unit="decade", year=int(match["decy"]))
    atom.edge = match["dece"] or ""
    return atom


def _ago(match: re.Match[str]) -> Atom:
    return Atom(start=match.start(), end=match.end(), unit=match["agou"], offset=-_count(match["agon"]))


def _win(match: re.Match[str]) -> Atom:
    atom = Atom(start=match.start(), end=match.end(), unit="span", offset=_count(match["winn"]), printed=match["winu"])
    atom.shape = "in" if match["wino"] else "by"
    return atom


def _count(printed: str) -> int:
    return int(printed) if printed.isdigit() else CARDINALS[printed]


def _rel(match: re.Match[str]) -> Atom:
    value = lowered("relative")[match["relw"].lower()]
    atom = Atom(start=match.start(), end=match.end(), unit="", offset=int(value[-2:]))
    unit = value[:-2]
    if unit.startswith("that-"):
        atom.since = "mentioned"
    atom.edge_only = unit.startswith("edge-")
    atom.ends = unit.startswith("end-")
    atom.unit = unit.rpartition("-")[2]
    return atom


def _pr(match: re.Match[str]) -> Atom | None:
    first, printed = int(match["pr1"]), match["pr2"]
    last = _short_year(printed)
    if not first < last <= first + 40:
        return None
    atom = Atom(start=match.start(), end=match.end(), unit="years", year=first, last_year=last, printed=match.group())
    atom.bare = len(printed) == 2 and last != first + 1
    return atom


def _yr(match: re.Match[str]) -> Atom:
    atom = Atom(start=match.start(), end=match.end(), unit="year", year=int(match["yrv"]))
    atom.bare = match.end() == match.end("yrv")
    return atom


_BRANCHES: dict[str, Callable[[re.Match[str]], Atom | None]] = {
    "ymd": _ymd,
    "dmy": _dmy,
    "dm": _dm,
    "md": _md,
    "my": _my,
    "mm": _mm,
    "wd": _wd,
    "q": _q,
    "sn": _sn,
    "fo": _fo,
    "fy": _fy,
    "yf": _yf,
    "fr": _fr,
    "dec": _dec,
    "ago": _ago,
    "win": _win,
    "rel": _rel,
    "pr": _pr,
    "yr": _yr,
}
