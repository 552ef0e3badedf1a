"""From a date as printed to civil days."""

import re
from datetime import date, timedelta

import msgspec

from transmittal.mentions.calendars import (
    add_months,
    calendar_name,
    fiscal_label_rule,
    fiscal_start_month,
    fiscal_year,
    fiscal_year_of,
    last_of_month,
)
from transmittal.mentions.date_atoms import Atom
from transmittal.mentions.date_words import forms_of

Interval = tuple[date | None, date | None]
UNKNOWN: Interval = (None, None)

_SOUTHERN = frozenset(("AU", "NZ", "ZA", "BR", "AR", "CL", "UY", "PY", "BO", "PE"))
_SEASON_MONTH = (3, 6, 9, 12)  # spring, summer, autumn, winter in the northern half; four months each, since usage differs by a few weeks
_AHEAD_CJK = re.compile("予定|計画|見込|見通|方針|預計|预计|計劃|计划|將|将|예정|계획|방침|것으로 보|전망")
_BEHIND_CJK = re.compile("た(?:[。、」と]|$)|已|했다|됐다")
_DASHED = re.compile(r"\d\s?[-‐‑–—/]\s?['’]?\d")
_MARKS = ",;:()\"'“”’"
_SENTENCE = re.compile(r"(?<![A-Z])[.!?](?=\s)|[。！？\n]")


class Frame(msgspec.Struct, gc=False):
    """What a date without a year is read against.

    today: the day of publication, or the anchor when there is none. mentioned: the date resolved last before this one.
    """

    today: date | None
    mentioned: date | None
    published: bool
    country: str | None
    publisher_country: str | None
    month_first: bool
    language: str | None = None

    def fiscal_country(self, atom: Atom) -> str | None:
        """Explicit label, then the buyer's country, then the publisher's; only countries whose rule is known."""
        for country in (atom.country, self.country, self.publisher_country):
            if country and fiscal_label_rule(country):
                return country
        return None


def is_ahead(text: str, start: int, end: int, floor: int) -> bool:
    """Whether the sentence speaks of the future at this place: the nearest auxiliary to the left decides, else the first to the right."""
    after = text[end : end + 160]
    stop = _SENTENCE.search(after)
    after = after[: stop.start()] if stop else after
    if any(character > "\u2e7f" for character in text[start:end]):
        return bool(_AHEAD_CJK.search(after)) or (
            text[start:end].endswith(("に", "まで", "까지", "前", "で")) and not _BEHIND_CJK.search(after)
        )
    before = text[max(floor, start - 160) : start]
    breaks = [match.end() for match in _SENTENCE.finditer(before)]
    words = (before[breaks[-1] :] if breaks else before).split()
    following = ""
    for word in reversed(words):
        plain = word.strip(_MARKS).lower()
        if plain in forms_of("ahead") or f"{plain} {following}" in forms_of("ahead-pair"):
            return True
        if plain in forms_of("behind"):
            return False
        following = plain
    return len(words) <= 4 and _first_is_ahead(after.split())


def _first_is_ahead(words: list[str]) -> bool:
    """Whether the first telling word looks ahead; a regular past form ("agreed") looks back."""
    previous = ""
    for word in words:
        plain = word.strip(_MARKS).lower()
        if plain in forms_of("ahead") or f"{previous} {plain}" in forms_of("ahead-pair"):
            return True
        if plain in forms_of("behind") or (plain.endswith("ed") and len(plain) > 4):
            return False
        previous = plain
    return False


def resolve(atom: Atom, frame: Frame, ahead: bool) -> tuple[Interval, str]:
    """The whole period an atom names, and its calendar; UNKNOWN when it cannot be told.

    ahead: read a day or month without a year as the next one, not the last one.
    """
    if atom.unit == "opening":
        return _opening(atom, frame, ahead)
    if atom.fiscal:
        return _fiscal(atom, frame)
    if atom.unit == "years":
        return _years(atom, frame)
    return _civil(atom, frame, ahead), "civil"


def _civil(atom: Atom, frame: Frame, ahead: bool) -> Interval:
    if atom.unit == "weekday":
        return _weekday(atom, frame, ahead)
    if atom.unit == "span":
        return _span(atom, frame)
    if atom.unit in ("day", "month", "quarter", "half", "season") and (atom.month is not None or atom.part is not None):
        return _in_year(atom, frame, ahead)
    if atom.unit == "decade" and atom.year is not None:
        return date(atom.year, 1, 1), date(atom.year + 9, 12, 31)
    if atom.unit == "year" and atom.year is not None:
        return date(atom.year, 1, 1), date(atom.year, 12, 31)
    return _offset(atom, frame)


def _in_year(atom: Atom, frame: Frame, ahead: bool) -> Interval:
    """A day, month, quarter, half or season, with its year printed or worked out."""
    if atom.year is not None:
        return _place(atom, atom.year, frame)
    reference = frame.mentioned if atom.since == "mentioned" else frame.today or frame.mentioned
    if reference is None:
        return UNKNOWN
    if atom.offset is not None:
        return _place(atom, reference.year + atom.offset, frame)
    years = range(reference.year - 9, reference.year + 10)
    places = [place for place in (_place(atom, year, frame) for year in years) if place[0] is not None]  # 29 February skips years
    if atom.turn == 0:
        now = [place for place in places if place[0] <= reference <= place[1]]  # type: ignore[operator]
        return now[0] if now else _place(atom, reference.year, frame)
    if atom.turn is None and not frame.published:
        # Without a day of publication the year mentioned last is the best guess.
        return _place(atom, reference.year, frame)
    if ahead or atom.turn == 1:
        coming = [place for place in places if place[1] >= reference and (atom.turn is None or place[0] > reference)]  # type: ignore[operator]
        return coming[0] if coming else UNKNOWN
    gone = [place for place in places if place[0] <= reference and (atom.turn is None or place[1] < reference)]  # type: ignore[operator]
    return gone[-1] if gone else UNKNOWN


def _place(atom: Atom, year: int, frame: Frame) -> Interval:
    """The atom in this civil year; UNKNOWN for a day that does not exist."""
    if atom.unit == "day" and atom.month and atom.day:
        month, day = atom.month, atom.day
        if atom.printed == "ambiguous" and frame.month_first:
            month, day = day, month
        last = atom.last_day or day
        if max(day, last) > last_of_month(year, month):
            return UNKNOWN
        return date(year, month, day), date(year, month, last)
    if atom.unit == "month" and atom.month:
        return date(year, atom.month, 1), date(year, atom.month, last_of_month(year, atom.month))
    part = atom.part or 0
    if atom.unit == "season":
        month = _SEASON_MONTH[part]
        if (frame.country or frame.publisher_country) in _SOUTHERN:
            month = (month + 5) % 12 + 1
        first = date(year, month, 1)
        return first, add_months(first, 4) - timedelta(days=1)
    length = 3 if atom.unit == "quarter" else 6
    first = date(year, (part - 1) * length + 1, 1)
    return first, add_months(first, length) - timedelta(days=1)


def _weekday(atom: Atom, frame: Frame, ahead: bool) -> Interval:
    if frame.today is None or not frame.published or atom.part is None:
        return UNKNOWN
    back = (frame.today.weekday() - atom.part) % 7
    if atom.turn == 1 or (ahead and atom.turn is None):
        day = frame.today + timedelta(days=(7 - back) if back or atom.turn == 1 else 0)
    elif atom.turn == -1:
        day = frame.today - timedelta(days=back or 7)
    elif atom.turn == 0:
        day = frame.today + timedelta(days=atom.part - frame.today.weekday())
    else:
        day = frame.today - timedelta(days=back)
    return day, day


def _span(atom: Atom, frame: Frame) -> Interval:
    """ "within five years", "over the next ten months": from the day of publication."""
    if frame.today is None or atom.offset is None:
        return UNKNOWN
    if atom.printed in ("day", "week"):
        last = frame.today + timedelta(days=atom.offset * (7 if atom.printed == "week" else 1))
    else:
        last = add_months(frame.today, atom.offset * (12 if atom.printed == "year" else 1))
    return frame.today, last


def _offset(atom: Atom, frame: Frame) -> Interval:
    """This, next or last year, quarter, month, week, day or decade."""
    reference = frame.mentioned or frame.today if atom.since == "mentioned" else frame.today
    if reference is None or atom.offset is None:
        return UNKNOWN
    shift = atom.offset
    if atom.unit == "day":
        day = reference + timedelta(days=shift)
        return day, day
    if atom.unit == "week":
        monday = reference + timedelta(days=7 * shift - reference.weekday())
        return monday, monday + timedelta(days=6)
    if atom.unit == "month":
        first = add_months(reference.replace(day=1), shift)
        return first, first.replace(day=last_of_month(first.year, first.month))
    if atom.unit == "quarter":
        first = add_months(date(reference.year, (reference.month - 1) // 3 * 3 + 1, 1), 3 * shift)
        return first, add_months(first, 3) - timedelta(days=1)
    if atom.unit == "decade":
        begins = reference.year // 10 * 10 + 10 * shift
        return date(begins, 1, 1), date(begins + 9, 12, 31)
    year = reference.year + shift
    return (date(year, 12, 31) if atom.ends else date(year, 1, 1)), date(year, 12, 31)


def _years(atom: Atom, frame: Frame) -> tuple[Interval, str]:
    """ "2025-26": a fiscal year where years are written in pairs, else the civil years; "2025-2028" always civil years."""
    first, last = atom.year or 0, atom.last_year or 0
    country = frame.country or frame.publisher_country
    if last == first + 1 and country and fiscal_label_rule(country) == "pair":
        days = fiscal_year(country, last, atom.printed)
        if days:
            return days, calendar_name(country)
    return (date(first, 1, 1), date(last, 12, 31)), "civil"


def _fiscal(atom: Atom, frame: Frame) -> tuple[Interval, str]:
    country = frame.fiscal_country(atom)
    if country is None:
        return UNKNOWN, "fiscal"
    days = _fiscal_days(atom, frame, country)
    if days is None:
        return UNKNOWN, calendar_name(country)
    first, last = days
    if atom.unit in ("quarter", "half") and atom.part:
        length = 3 if atom.unit == "quarter" else 6
        first = add_months(first, (atom.part - 1) * length)
        last = add_months(first, length) - timedelta(days=1)
    return (first, last), calendar_name(country)


def _fiscal_days(atom: Atom, frame: Frame, country: str) -> tuple[date, date] | None:
    if atom.year is None:
        if frame.today is None or not frame.published:
            return None
        current = fiscal_year_of(country, frame.today)
        if current is None:
            return None
        shift = 12 * (atom.offset or 0)
        return add_months(current[0], shift), add_months(current[1] + timedelta(days=1), shift) - timedelta(days=1)
    if atom.last_year is None:
        return fiscal_year(country, atom.year, "")
    consecutive = atom.last_year == atom.year + 1 and _DASHED.search(atom.printed)
    if consecutive and (fiscal_label_rule(country) == "pair" or (fiscal_label_rule(country) == "start" and "/" in atom.printed)):
        return fiscal_year(country, atom.last_year, f"{atom.year}-{atom.last_year}")
    first, last = fiscal_year(country, atom.year, ""), fiscal_year(country, atom.last_year, "")
    return (first[0], last[1]) if first and last else None


def _opening(atom: Atom, frame: Frame, ahead: bool) -> tuple[Interval, str]:
    """ "The fiscal year that opens in April": a year of twelve months from then, or up to then."""
    country = frame.fiscal_country(atom)
    opens = (atom.month or 1) % 12 + 1 if atom.ends else atom.month
    calendar = calendar_name(country) if country and fiscal_start_month(country) == opens else "fiscal"
    mark = Atom(start=0, end=1, unit="month", month=atom.month, year=atom.year)
    past = " ended" in atom.printed or " began" in atom.printed or " started" in atom.printed
    # One that starts is yet to start, unless it is said to have begun; so even when the sentence's verb is in the past.
    first, last = _in_year(mark, frame, ahead or not past)
    if first is None or last is None:
        return UNKNOWN, calendar
    if atom.ends:
        return (add_months(last + timedelta(days=1), -12), last), calendar
    return (first, add_months(first, 12) - timedelta(days=1)), calendar
