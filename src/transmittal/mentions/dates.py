"""Find dates and periods in text, and say which civil days they cover.

    find_dates("delivered by the end of fiscal 2026", country="JP")  →  (None, 2027-03-31), JP-FY

Printed forms are in date_atoms.py (Latin and Cyrillic scripts) and date_cjk.py, the words of twelve languages in data/date_words.tsv, what
stands before a date in date_left.py, the arithmetic in date_resolve.py and calendars.py. Only stretches around a trigger word are read.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from transmittal.mentions import date_atoms, date_cjk
from transmittal.mentions.calendars import add_months
from transmittal.mentions.date_atoms import Atom
from transmittal.mentions.date_left import Left, left_of
from transmittal.mentions.date_resolve import UNKNOWN, Frame, Interval, is_ahead, resolve
from transmittal.mentions.date_words import forms_of, lowered

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

_BEFORE_HIT = 28  # characters from the beginning of a printed form to its first trigger word: "over the next twelve months"
_LONGEST = 96  # characters of the longest printed form: "the fiscal year, which opened on 1 September 2026"
_HOME = {"ja": "JP", "ko": "KR", "th": "TH"}  # whose fiscal years a language means when nothing else says


class DateKind(StrEnum):
    """What sort of period was printed."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    SEASON = "season"
    YEAR = "year"
    FISCAL = "fiscal"
    SPAN = "span"  # from … to …, several periods in a row
    RELATIVE = "relative"  # could not be resolved: nothing to count from
    DEADLINE = "deadline"  # by, before, until
    VAGUE = "vague"  # early, mid, late; weeks and decades


class DateMention(msgspec.Struct, frozen=True, gc=False):
    """A period in a text. The span covers the words that shape it ("by the end of 2028").

    first, last: both inclusive; None is an open end; both None when it could not be resolved.
    calendar:    "civil", a fiscal calendar ("JP-FY"), or "fiscal" when nobody says whose.
    relative:    counts from the day of publication or from another date of the text ("next month").
    needs_year:  printed without its year; worked out.
    """

    start: int
    end: int
    first: date | None
    last: date | None
    calendar: str
    kind: DateKind
    relative: bool = False
    needs_year: bool = False

    @property
    def is_resolved(self) -> bool:
        return self.first is not None or self.last is not None


def find_dates(
    text: str,
    start: int = 0,
    end: int | None = None,
    *,
    published: date | None,
    country: str | None = None,
    publisher_country: str | None = None,
    anchor: date | None = None,
    language: str | None = None,
) -> Iterator[DateMention]:
    """Yield the dates of text[start:end] in order; offsets count in `text`.

    published: relative dates and missing years resolve against it.
    country, publisher_country: whose fiscal year a bare "fiscal 2026" is: the buyer's, else the publisher's. ISO 3166-1 alpha-2.
    anchor:    a date that the text before `start` speaks of ("in August of that year", "earlier in the day"); stands in for `published`.
    """
    end = len(text) if end is None else end
    frame = Frame(
        today=published or anchor,
        mentioned=anchor,
        published=published is not None,
        country=country,
        publisher_country=publisher_country or _HOME.get(language or ""),
        month_first=publisher_country == "US",
        language=language,
    )
    atoms = _atoms(text, start, end, language)
    floor = start
    while atoms:
        read = _read(text, atoms, floor, frame)
        if read is None:
            continue
        mention, day = read
        frame.mentioned = day or frame.mentioned
        floor = mention.end
        yield mention


def parse_date(text: str, publisher_country: str | None = None) -> date | None:
    """The one day printed in a form field; None when it is not exactly one day.

    "JUN 28 2006", "28 June 2006", "2006-06-28", "06/28/2006", "令和7年12月26日". Ambiguous figures are day first unless published in the US.
    """
    field = text.strip(" \t\r\n.,;:()[]")
    if len(field) > 60:
        return None
    found = list(find_dates(field, published=None, publisher_country=publisher_country))
    if len(found) != 1 or found[0].kind is not DateKind.DAY or found[0].first != found[0].last:
        return None
    return found[0].first


def _atoms(text: str, start: int, end: int, language: str | None) -> list[Atom]:
    """The printed forms, last one first, so that the caller can take them from the end."""
    atoms: list[Atom] = []
    scanned = [start, start]  # how far each expression has read
    for is_cjk, hit_start, hit_end in _hits(text, start, end):
        if hit_start >= scanned[is_cjk] or hit_end > scanned[is_cjk]:
            begin = max(scanned[is_cjk], hit_start - _BEFORE_HIT)
            scanned[is_cjk] = (_cjk_atoms if is_cjk else _word_atoms)(text, begin, hit_end, end, language, atoms)
    atoms.sort(key=lambda atom: (-atom.start, atom.end))
    return atoms


def _word_atoms(text: str, start: int, hit_end: int, end: int, _language: str | None, atoms: list[Atom]) -> int:
    """Read the forms that begin at a word of text[start:hit_end]; returns where to go on."""
    if start and text[start - 1].isalnum() and text[start : start + 1].isalnum():
        start = next((place for place in range(start, hit_end) if not text[place].isalnum()), hit_end)
    expression, starts = date_atoms.expression(), _start_words()
    position = start
    for word in _WORD.finditer(text, start, hit_end):
        if word.start() < position or not (word[0] in starts or word[0][0].isdigit()):
            continue
        match = expression.match(text, word.start(), min(end, word.start() + _LONGEST))
        atom = date_atoms.atom_at(match) if match else None
        if atom is not None:
            atoms.append(atom)
            position = atom.end
    return max(position, hit_end)


def _cjk_atoms(text: str, start: int, hit_end: int, end: int, language: str | None, atoms: list[Atom]) -> int:
    """Read the forms that begin in text[start:hit_end]; scripts without spaces must be tried at every character."""
    expression = date_cjk.expression()
    position = start
    while match := expression.search(text, position, min(end, hit_end + _LONGEST)):
        if match.start() >= hit_end:
            break
        atom = date_cjk.atom_at(match, language)
        position = match.start() + 1 if atom is None else atom.end
        if atom is not None:
            atoms.append(atom)
    return max(position, hit_end)


_WORD = re.compile(r"\w+")
_start_words = cache(date_atoms.start_words)


@cache
def _triggers() -> "tuple[AhoCorasick, int]":
    """An automaton of the words without which there is no date, and how many of them belong to date_cjk."""
    from ahocorasick_rs import AhoCorasick, MatchKind

    latin = {str(prefix) for prefix in (*range(194, 200), *range(200, 207))}
    for kind in ("month", "weekday", "season", "relative", "fiscal", "quarter"):
        latin.update(forms_of(kind))
    for unit in ("day", "week", "month", "year"):
        latin.update((f"{unit}s", f"{unit} ago"))
    latin.update(("fiscal", "Fiscal", "financial year", "budget year", *(f"{letter}{part}" for letter in "QH" for part in "1234")))
    patterns = [*date_cjk.TRIGGERS, *sorted(latin - set(date_cjk.TRIGGERS), key=len, reverse=True)]
    return AhoCorasick(patterns, matchkind=MatchKind.LeftmostFirst), len(date_cjk.TRIGGERS)


def _hits(text: str, start: int, end: int) -> Iterator[tuple[bool, int, int]]:
    """Trigger words that stand alone: (is it date_cjk's, start, end)."""
    automaton, cjk_count = _triggers()
    whole = start == 0 and end == len(text)
    for pattern, hit_start, hit_end in automaton.find_matches_as_indexes(text if whole else text[start:end]):
        if not whole:
            hit_start, hit_end = hit_start + start, hit_end + start
        is_cjk = pattern < cjk_count
        if not is_cjk and text[hit_end - 1].isalpha() and hit_end < end and text[hit_end].isalpha():
            continue
        yield is_cjk, hit_start, hit_end


def _read(text: str, atoms: list[Atom], floor: int, frame: Frame) -> tuple[DateMention, date | None] | None:
    """Take one mention's atoms from the end of the list: one, or two and more that a connector joins."""
    first = atoms.pop()
    if first.start < floor:
        return None
    if first.unit == "weekday" and atoms and atoms[-1].unit == "day" and text[first.end : atoms[-1].start].strip(" .,\u00a0") in ("", "the"):
        # "Wednesday, 27 February": the day says more.
        atoms[-1].start = first.start
        first = atoms.pop()
    left = _left(text, first, floor)
    members = [first]
    joint = _joint(text, first, atoms[-1], left) if atoms else ""
    if _is_noise(text, first, left, bool(joint), frame):
        return None
    while joint:
        members.append(_inherit(first, atoms.pop()))
        joint = _joint(text, members[-1], atoms[-1], left) if atoms and joint == "and" else ""
    return _mention(text, members, left, floor, frame)


def _left(text: str, atom: Atom, floor: int) -> Left:
    """What shapes the atom: words before it, or the particles that were printed after it."""
    left = left_of(text, atom.start, floor)
    if atom.shape or atom.edge:
        return Left(start=left.start, shape=left.shape or atom.shape, edge=left.edge or atom.edge, glue=left.glue)
    return left


def _joint(text: str, one: Atom, other: Atom, left: Left) -> str:
    """How two atoms belong together: "to" (a range), "and" (both), "" (not at all)."""
    gap = other.start - one.end
    if not 0 <= gap <= 32 or other.unit == "weekday" or one.unit == "weekday":
        return ""
    between = text[one.end : other.start]
    if "\n" in between:
        return ""
    words = between.strip(" ,\u00a0").lower().split()
    if not words:
        # "in 2025, 2026 and 2027"; 2025年から2027年
        listed = "," in between and one.unit == other.unit in ("year", "fiscal")
        return "and" if listed else "to" if one.shape == "from" else ""
    joint = lowered("joint").get(words[0], "")
    if not joint or not _PADDING.issuperset(words[1:]) and not lowered("edge").get(" ".join(words[1:])):
        return ""
    comparable = one.unit == other.unit or {one.unit, other.unit} <= {"year", "fiscal", "years"}
    if joint == "and" and left.shape == "between":
        return "to"
    if joint == "and":
        return "and" if comparable and _adjacent(one, other) else ""
    return "to" if comparable or left.shape in ("from", "between") else ""


# What may stand between the joining word and the second date, besides an edge.
_PADDING = frozenset("the of early mid late end year from in le la de l'année den dem der jahr no later than".split())


def _adjacent(one: Atom, other: Atom) -> bool:
    """Years, months and the like are joined by "and"; days only when one follows the other."""
    if one.unit != "day" or one.day is None or other.day is None:
        return other.unit not in ("week", "decade", "span")
    return one.month == other.month and other.day == (one.last_day or one.day) + 1


def _inherit(first: Atom, other: Atom) -> Atom:
    """The later members share what only one of them prints: "April to June 2026", "fiscal 2026 and 2027"."""
    if first.fiscal and other.unit == "year":
        other.unit, other.fiscal, other.country = "fiscal", True, first.country
    if first.fiscal and other.country is None:
        other.country = first.country
    if other.fiscal and first.country is None:
        first.country = other.country
    if first.year is None and first.offset is None and other.year is not None and first.unit in ("day", "month", "quarter", "half", "season"):
        first.year = other.year
        if other.month and first.month and first.month > other.month:
            first.year -= 1
    return other


def _is_noise(text: str, atom: Atom, left: Left, joined: bool, frame: Frame) -> bool:
    """Figures and words that are no date here: a bare "2000", "may", "the year", the explanation of a calendar."""
    if atom.edge_only and left.edge not in ("end", "early", "mid", "late", "later", "earlier"):
        return True
    if atom.unit == "monthday":
        return frame.today is None
    if atom.year is None and atom.unit in ("day", "month") and _EXPLAINS.search(text, max(0, left.start - 60), left.start):
        return True
    if atom.unit == "day" and atom.year is None and text[atom.start : atom.end].islower() and text[atom.start].isalpha():
        return False
    if not atom.bare:
        return False
    if left.edge or left.shape not in ("", "and", "to"):
        return atom.unit == "year" and bool(_COUNTED.match(text, atom.end)) and not left.edge
    if joined:
        return False
    if atom.unit == "year":
        return not (_in_brackets(text, atom) or _NAMED.match(text, atom.end))
    return True


def _in_brackets(text: str, atom: Atom) -> bool:
    return text[atom.start - 1 : atom.start] in ("(", "（") and text[atom.end : atom.end + 1] in (")", "）", ",", ";")


_COUNTED, _NAMED, _EXPLAINS = (
    re.compile(r"[^\S\n](?:troops|soldiers|men|people|personnel|jobs|rounds|units|pieces|sets|kg|km|kilomet|metres|meters|feet|ft|miles|tons|tonnes|hours|dollars|euros|pounds|yen)\b"),
    re.compile(r"[^\S\n](?:agreement|contract|deal|order|budget|sale|purchase|request|notification|approval|memorandum|framework|decision|plan|defen[cs]e budget)\b"),
    re.compile(r"\bruns?\s$|(?:(?:fiscal|financial|budget) years?|\bFY),?\s(?:of\s\w{2,12}\s)?(?:begins?|starts?|opens?|runs?|ends?|covers)\s?(?:\w{2,8}\s){0,2}$"),
)  # fmt: skip


def _mention(text: str, members: list[Atom], left: Left, floor: int, frame: Frame) -> tuple[DateMention, date | None] | None:
    first_atom, last_atom = members[0], members[-1]
    start, end = left.start if left.shape not in ("and", "to") else first_atom.start, last_atom.end
    needs_year = any(atom.year is None and atom.unit in _YEARLESS for atom in members)
    ahead = needs_year and frame.published and is_ahead(text, first_atom.start, end, floor)
    (first, last), calendar = _resolved(first_atom, frame, ahead)
    edge = left.edge
    if len(members) > 1:
        right = left_of(text, last_atom.start, first_atom.end)
        first, last = _join(first, last, edge, _resolved(last_atom, frame, ahead)[0], right.edge)
        edge = ""
    if first is None or last is None:
        kind = DateKind.FISCAL if first_atom.fiscal and calendar == "fiscal" and first_atom.year is not None else DateKind.RELATIVE
        if kind is DateKind.RELATIVE and first_atom.year is not None and not first_atom.fiscal:
            return None  # a day that does not exist
        return DateMention(start, end, None, None, calendar, kind, first_atom.year is None, needs_year), None
    day = first
    first, last = _cut(first, last, edge, first_atom, frame.today)
    joined = len(members) > 1 or first_atom.last_year is not None or first_atom.last_day is not None
    bounded = _bound(first, last, left, joined)
    kind = _kind(first_atom, left, edge, members)
    relative = first_atom.year is None and last_atom.year is None
    return DateMention(start, end, bounded[0], bounded[1], calendar, kind, relative, needs_year), day


def _resolved(atom: Atom, frame: Frame, ahead: bool) -> tuple[Interval, str]:
    """As date_resolve.resolve; a day of the month without its month (27日) is the last one before publication, or the next."""
    if atom.unit != "monthday":
        return resolve(atom, frame, ahead)
    if frame.today is None or atom.day is None:
        return UNKNOWN, "civil"
    for back in range(3):
        month = add_months(frame.today.replace(day=1), -back)
        try:
            day = month.replace(day=atom.day)
        except ValueError:
            continue
        if day <= frame.today:
            return (day, day), "civil"
    return UNKNOWN, "civil"


def _join(first: date | None, last: date | None, edge: str, other: Interval, other_edge: str) -> Interval:
    """From the beginning of one period to the end of another."""
    if first is None or last is None or other[0] is None or other[1] is None:
        return UNKNOWN
    begins = _part(first, last, edge)[0]
    ends = _part(other[0], other[1], other_edge)[1]
    if begins > ends and (begins - ends).days < 366:  # "from October to March": over New Year
        begins = add_months(begins, -12)
    return (begins, ends) if begins <= ends else UNKNOWN


def _part(first: date, last: date, edge: str) -> tuple[date, date]:
    """The early, middle or late part of a period: thirds of years, seasons and months, as the handbook's four-four-four months."""
    if not edge or edge in ("later", "earlier"):
        return first, last
    days = (last - first).days + 1
    if days > 3000:  # a decade: its first four years, the next three, the last three
        marks = [first, date(first.year + 4, 1, 1), date(first.year + 7, 1, 1), last + timedelta(days=1)]
    elif days > 300:
        marks = [first, add_months(first, 4), add_months(first, 8), last + timedelta(days=1)]
    else:
        third = days // 3
        marks = [first, first + timedelta(days=third), first + timedelta(days=2 * third), last + timedelta(days=1)]
    index = {"early": 0, "mid": 1, "late": 2, "end": 2}[edge]
    if edge == "end":
        marks[2] = last.replace(day=1) if days > 60 else last - timedelta(days=min(days, 10) - 1)
    return marks[index], marks[index + 1] - timedelta(days=1)


def _cut(first: date, last: date, edge: str, atom: Atom, today: date | None) -> tuple[date, date]:
    """Apply an edge; "later this year" begins today, "earlier this month" ends today."""
    if edge == "later" and today and first <= today <= last:
        return today, last
    if edge == "earlier" and today and first <= today <= last:
        return first, today
    if first == last:
        return first, last
    return _part(first, last, edge)


def _bound(first: date, last: date, left: Left, joined: bool) -> Interval:
    """The interval that a preposition makes of a period."""
    shape = left.shape
    if joined and shape in ("from", "between", "by"):
        return (None if shape == "by" else first), last
    if shape == "before":
        return None, (last if left.edge == "end" else first - timedelta(days=1))
    if shape in ("by", "until"):
        return None, last
    if shape == "from":
        return first, None
    if shape == "after":
        return last + timedelta(days=1), None
    if left.edge == "later":
        return None, last
    if left.edge == "end":
        return None, last
    return first, last


_YEARLESS = ("day", "month", "quarter", "half", "season", "weekday", "monthday")
_KINDS = {
    "day": DateKind.DAY, "weekday": DateKind.DAY, "monthday": DateKind.DAY, "month": DateKind.MONTH, "quarter": DateKind.QUARTER, "half": DateKind.HALF,
    "season": DateKind.SEASON, "year": DateKind.YEAR, "years": DateKind.SPAN, "span": DateKind.SPAN, "week": DateKind.VAGUE, "decade": DateKind.VAGUE,
    "fiscal": DateKind.FISCAL, "opening": DateKind.FISCAL,
}  # fmt: skip


def _kind(atom: Atom, left: Left, edge: str, members: list[Atom]) -> DateKind:
    if left.shape in ("by", "before", "until") or edge in ("end", "later"):
        return DateKind.DEADLINE
    if len(members) > 1 or (atom.last_day is not None):
        return DateKind.SPAN
    if edge:
        return DateKind.VAGUE
    return _KINDS[atom.unit] if not atom.fiscal else DateKind.FISCAL
