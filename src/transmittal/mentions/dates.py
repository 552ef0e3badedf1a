"""Find dates and periods in text, and say which civil days they cover.

    find_dates("delivered by the end of fiscal 2026", country="JP")  →  (None, 2027-03-31), JP-FY

date_scan.py finds where dates can be; date_pattern.py and date_atoms.py (Latin and Cyrillic scripts) and date_cjk.py read what is printed
there; date_left.py and date_joints.py what shapes and joins it; date_resolve.py, date_intervals.py and calendars.py do the arithmetic. The
words of twelve languages are in data/date_words.tsv.
"""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

import msgspec

from transmittal.mentions.calendars import add_months
from transmittal.mentions.date_atoms import Atom
from transmittal.mentions.date_intervals import bound, cut, join
from transmittal.mentions.date_joints import inherit, is_noise, joint, shaped_left
from transmittal.mentions.date_left import Left, left_of
from transmittal.mentions.date_resolve import UNKNOWN, Frame, Interval, is_ahead, resolve
from transmittal.mentions.date_scan import read_atoms

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
    atoms = read_atoms(text, start, end, language)
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

    "JUN 28 2006", "28 June 2006", "2006-06-28", "06/28/2006", "令和7年12月26日". Ambiguous figures are day first unless American.
    """
    field = text.strip(" \t\r\n.,;:()[]")
    if len(field) > 60:
        return None
    found = list(find_dates(field, published=None, publisher_country=publisher_country))
    if len(found) != 1 or found[0].kind is not DateKind.DAY or found[0].first != found[0].last:
        return None
    return found[0].first


def _read(text: str, atoms: list[Atom], floor: int, frame: Frame) -> tuple[DateMention, date | None] | None:
    """Take one mention's atoms from the end of the list: one, or two and more that a connector joins."""
    first = atoms.pop()
    if first.start < floor:
        return None
    if (
        first.unit == "weekday"
        and atoms
        and atoms[-1].day is not None
        and text[first.end : atoms[-1].start].strip(" .,\u00a0") in ("", "the")
    ):
        # "Wednesday, 27 February": the day says more.
        atoms[-1].start = first.start
        first = atoms.pop()
    left = shaped_left(text, first, floor)
    members = [first]
    linked = joint(text, first, atoms[-1], left) if atoms else ""
    if is_noise(text, first, left, bool(linked), frame):
        if linked:
            atoms.pop()
        return None
    while linked:
        members.append(inherit(first, atoms.pop()))
        linked = joint(text, members[-1], atoms[-1], left) if atoms and linked == "and" else ""
    return _mention(text, members, left, floor, frame)


def _mention(text: str, members: list[Atom], left: Left, floor: int, frame: Frame) -> tuple[DateMention, date | None] | None:
    first_atom, last_atom = members[0], members[-1]
    start, end = left.start if left.shape not in ("and", "to") else first_atom.start, last_atom.end
    needs_year = any(atom.year is None and atom.offset is None and atom.unit in _YEARLESS for atom in members)
    ahead = needs_year and frame.published and is_ahead(text, first_atom.start, end, floor)
    (first, last), calendar = _resolved(first_atom, frame, ahead)
    edge = left.edge
    if len(members) > 1:
        right = left_of(text, last_atom.start, first_atom.end)
        first, last = join(first, last, edge, _resolved(last_atom, frame, ahead)[0], right.edge)
        edge = ""
    if first is None or last is None:
        kind = DateKind.FISCAL if first_atom.fiscal and calendar == "fiscal" and first_atom.year is not None else DateKind.RELATIVE
        if (
            kind is DateKind.RELATIVE
            and not first_atom.fiscal
            and (first_atom.year is not None or (first_atom.unit == "day" and frame.today))
        ):
            return None  # a day that does not exist
        return DateMention(start, end, None, None, calendar, kind, first_atom.year is None, needs_year), None
    day = first
    first, last = cut(first, last, edge, frame.today)
    joined = len(members) > 1 or first_atom.last_year is not None or first_atom.last_day is not None
    bounded = bound(first, last, left, joined)
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


_YEARLESS = ("day", "month", "quarter", "half", "season", "weekday", "monthday")
_KINDS = {
    "day": DateKind.DAY,
    "weekday": DateKind.DAY,
    "monthday": DateKind.DAY,
    "month": DateKind.MONTH,
    "quarter": DateKind.QUARTER,
    "half": DateKind.HALF,
    "season": DateKind.SEASON,
    "year": DateKind.YEAR,
    "years": DateKind.SPAN,
    "span": DateKind.SPAN,
    "week": DateKind.VAGUE,
    "decade": DateKind.VAGUE,
    "fiscal": DateKind.FISCAL,
    "opening": DateKind.FISCAL,
}


def _kind(atom: Atom, left: Left, edge: str, members: list[Atom]) -> DateKind:
    if left.shape in ("by", "before", "until") or edge in ("end", "later"):
        return DateKind.DEADLINE
    if len(members) > 1 or (atom.last_day is not None):
        return DateKind.SPAN
    if edge:
        return DateKind.VAGUE
    return _KINDS[atom.unit] if not atom.fiscal else DateKind.FISCAL
