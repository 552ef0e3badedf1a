"""One cell of somebody's spreadsheet → a count, an amount, a period. None means: this cannot be read for certain, report it."""

import re
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

import msgspec

from transmittal.cases.exchange.mapping import ColumnRule, Numbers
from transmittal.forms.grammar.rows import Cell
from transmittal.mentions.bounds import bound_of
from transmittal.mentions.calendars import fiscal_year, last_of_month
from transmittal.mentions.dates import find_dates
from transmittal.mentions.money import find_money
from transmittal.mentions.numbers import plain
from transmittal.model import Bound, Mention, Period, Quantity

_SIGNS = {
    "≤": Bound.MAX,
    "<": Bound.MAX,
    "≥": Bound.MIN,
    ">": Bound.MIN,
    "~": Bound.ABOUT,
    "≈": Bound.ABOUT,
    "(": Bound.ABOUT,
    "[": Bound.ABOUT,
}
_UNIT = re.compile(r"\s*([^\W\d_]+(?:[ -][^\W\d_]+){0,2})\s*$")
_YEARS = re.compile(r"\(?\s*(?:1[89]|20)\d\d(?:\s*(?:[-–;,/]|and|to)\s*(?:1[89]|20)\d\d)*\s*\)?\s*\??")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_FORMATS = ("%Y-%m-%d", "%Y-%m")


class Figure(msgspec.Struct, frozen=True):
    """The only number of a cell: its value, and where it stands in the cell."""

    value: Decimal
    start: int
    end: int


@lru_cache(maxsize=16)
def _pattern(marks: Numbers) -> re.Pattern[str]:
    decimal, thousands = re.escape(marks.decimal), re.escape(marks.thousands)
    grouped = rf"\d{{1,3}}(?:{thousands}\d{{2}})*(?:{thousands}\d{{3}})+" if marks.thousands else r"\d+"
    return re.compile(rf"(?<![\w.,])(?:{grouped}|\d+)(?:{decimal}\d+)?(?![\w]|[.,]\d)")


def find_figure(text: str, marks: Numbers) -> Figure | None:
    """The number of a cell that has exactly one, written with these marks."""
    found = list(_pattern(marks).finditer(text))
    digits = sum(c.isdigit() for c in text)
    if len(found) != 1 or digits != sum(c.isdigit() for c in found[0][0]) or digits > 30:
        return None
    printed = found[0][0].replace(marks.thousands, "") if marks.thousands else found[0][0]
    return Figure(Decimal(printed.replace(marks.decimal, ".")), found[0].start(), found[0].end())


def parse_count(cell: Cell, marks: Numbers) -> tuple[Quantity | None, bool]:
    """ "200", "up to 400", "~60", "(5)", "24?", "12 aircraft". returns: the count, and whether the cell was read; 0 is read and none."""
    figure = find_figure(cell.value, marks)
    if figure is None or figure.value != figure.value.to_integral_value() or not _is_flat(cell):
        return None, False
    before, after = cell.value[: figure.start].strip(), cell.value[figure.end :].strip()
    bound = bound_of(cell.value, figure.start, figure.end, 0, len(cell.value))
    if before and bound is Bound.EXACT and before not in _SIGNS:
        return None, False
    rest = after.strip("?+)] ")
    unit = _UNIT.fullmatch(rest)
    if rest and unit is None and bound is Bound.EXACT:
        return None, False
    if figure.value < 1:
        return None, True
    bound = Bound.MIN if after.startswith("+") else _SIGNS.get(before[-1:], Bound.ABOUT if "?" in after else bound)
    at = cell.start + figure.start
    quote = cell.value[figure.start : figure.end]
    name = unit[1].casefold() if unit and bound_of(f"1 {rest}", 0, 1, 0, len(rest) + 2) is Bound.EXACT else None
    return Quantity(value=int(figure.value), bound=bound, unit=name, quote=quote, start=at, end=at + len(quote)), True


def parse_amount(
    cell: Cell, rule: ColumnRule, marks: Numbers, home: str | None, language: str | None
) -> tuple[Decimal, str | None, Bound] | None:
    """Amount in whole units, currency when the cell names one, bound. "75.3" counts in the column's multiplier, "$1.2 bn" in its own."""
    text = cell.value
    figure = find_figure(text, marks)
    bare = (text[: figure.start] + text[figure.end :]).strip(" ?()[]~≈≤≥<>") if figure else text
    if figure is not None and not bare:
        sign = _SIGNS.get(text[: figure.start].strip()[-1:], Bound.EXACT)
        bound = Bound.ABOUT if "?" in text[figure.end :] else sign
        return Decimal(plain(figure.value * rule.factor)), None, bound
    found = list(find_money(text, home=home, language=language, bare=True))
    if len(found) != 1:
        return None
    return found[0].amount, found[0].currency, found[0].bound


def parse_period(cell: Cell, rule: ColumnRule, country: str | None, language: str | None) -> Period | None:
    """The days of a cell: by the column's formats; else an ISO date, a year or several, or one date in words."""
    text = cell.value
    if not _is_flat(cell):
        return None
    mention = Mention(quote=text, start=cell.start, end=cell.end)
    for form in rule.formats or _FORMATS:
        days = _by_format(text, form)
        if days is not None:
            return Period(start=days[0], end=days[1], mention=mention)
    if _YEARS.fullmatch(text):
        years = sorted(int(year) for year in _YEAR.findall(text))
        return _of_years(years[0], years[-1], rule.calendar, mention)
    if not any(c.isalpha() for c in text):
        return None  # 03/04/2024: only a format can say which is the month
    found = list(find_dates(text, published=None, country=country, language=language))
    if len(found) != 1 or (found[0].first is None and found[0].last is None):
        return None
    return Period(start=found[0].first, end=found[0].last, calendar=found[0].calendar, mention=mention)


def _by_format(text: str, form: str) -> tuple[date, date] | None:
    try:
        day = datetime.strptime(text, form).date()
    except ValueError:
        return None
    if "%d" in form or "%j" in form:
        return day, day
    if any(month in form for month in ("%m", "%b", "%B")):
        return day, day.replace(day=last_of_month(day.year, day.month))
    return date(day.year, 1, 1), date(day.year, 12, 31)


def _of_years(first: int, last: int, calendar: str, mention: Mention) -> Period | None:
    if calendar == "civil":
        return Period(start=date(first, 1, 1), end=date(last, 12, 31), mention=mention)
    country = calendar.partition("-")[0]
    begin, end = fiscal_year(country, first), fiscal_year(country, last)
    if begin is None or end is None:
        return None
    return Period(start=begin[0], end=end[1], calendar=calendar, mention=mention)


def _is_flat(cell: Cell) -> bool:
    return bool(cell) and len(cell.value) == cell.end - cell.start
