"""Fiscal years and regnal years as civil days.

Which months a country's fiscal year covers, and which year names it, is data: data/fiscal_years.tsv, one row per country and period of
validity. Label rules: "start" and "end" name the year by the one it begins or ends in, "cal" is the calendar year, "pair" prints two
years ("2025-26") and a single one ("FY26") means the ending year.
"""

import re
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import msgspec

DATA = Path(__file__).with_name("data")

# Year one of an era is offset + 1 in civil years.
ERAS = {
    "令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867, "R": 2018, "H": 1988, "S": 1925,
    "民國": 1911, "民国": 1911, "中華民國": 1911, "ROC": 1911, "BE": -543, "SH": 621,
}  # fmt: skip
_PAIR = re.compile(r"((?:19|20)?\d\d)\s?[-–—/]\s?((?:19|20)?\d\d)(?!\d)")


class FiscalRule(msgspec.Struct, frozen=True, gc=False):
    """One row of the table. since, until: civil label years, inclusive; begins: (month, day)."""

    country: str
    since: int
    until: int
    begins: tuple[int, int]
    months: int
    label: str
    era: str
    labels: tuple[str, ...]

    def days(self, begin_year: int) -> tuple[date, date]:
        """The fiscal year that begins in this civil year."""
        first = date(begin_year, *self.begins)
        return first, add_months(first, self.months) - timedelta(days=1)

    def begin_year(self, label_year: int) -> int:
        """The civil year in which the year with this label begins."""
        return label_year - 1 if self.label in ("end", "pair") else label_year


def add_months(day: date, months: int) -> date:
    """The same day of the month some months away, or that month's last day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, last_of_month(year, month + 1)))


def last_of_month(year: int, month: int) -> int:
    """28 to 31."""
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - timedelta(days=1)).day


def to_civil(era: str, year: int) -> int:
    """令和 7 → 2025, ROC 114 → 2025, BE 2569 → 2026. Raises KeyError for an era we do not know."""
    return year + ERAS[era]


def calendar_name(country: str) -> str:
    """The name of a country's fiscal calendar: "JP-FY"."""
    return f"{country}-FY"


@cache
def _rules() -> dict[str, tuple[FiscalRule, ...]]:
    rules: dict[str, list[FiscalRule]] = {}
    lines = [line for line in (DATA / "fiscal_years.tsv").read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    for line in lines[1:]:
        country, since, until, begins, months, label, era, labels, _source = line.split("\t")
        month, day = begins.split("-")
        rule = FiscalRule(
            country=country,
            since=int(since or 0),
            until=int(until or 9999),
            begins=(int(month), int(day)),
            months=int(months),
            label=label,
            era=era,
            labels=tuple(labels.split("|")),
        )
        rules.setdefault(country, []).append(rule)
    return {country: tuple(rows) for country, rows in rules.items()}


@cache
def fiscal_labels() -> dict[str, str]:
    """Words that, printed before "fiscal year", say whose: "japanese" → "JP". Lower case."""
    return {word: country for country, rows in _rules().items() for rule in rows for word in rule.labels}


def fiscal_label_rule(country: str) -> str | None:
    """The label rule in force today: "start", "end", "cal", "pair"; None for a country without a row."""
    rows = _rules().get(country)
    return rows[-1].label if rows else None


def fiscal_year(country: str, label_year: int, printed: str = "") -> tuple[date, date] | None:
    """The civil days of a fiscal year.

    label_year: as printed; the last one of a pair; also ROC, Buddhist and Solar Hijri years where the country writes them.
    printed:    the words themselves. A pair in them ("2025-26") overrides the label rule: it begins in its first year; where fiscal
                years are calendar years it is both years.
    returns:    both ends inclusive; None when the table has no such country, or no such year.
    """
    rows = _rules().get(country, ())
    if not rows:
        return None
    year = _civil_label(rows[-1], label_year)
    if not 1900 < year < 2200:
        return None
    rule = next((row for row in rows if row.since <= year <= row.until), None)
    if rule is None:
        return None
    if _is_pair(printed):
        if rule.label == "cal":
            return rule.days(year - 1)[0], rule.days(year)[1]
        return rule.days(year - 1)
    return rule.days(rule.begin_year(year))


def fiscal_year_of(country: str, day: date) -> tuple[date, date] | None:
    """The fiscal year that contains a day; None for an unknown country or a day between two regimes (US transition quarter of 1976)."""
    for rule in _rules().get(country, ()):
        for begin_year in (day.year - 1, day.year):
            first, last = rule.days(begin_year)
            label = last.year if rule.label in ("end", "pair") else first.year
            if first <= day <= last and rule.since <= label <= rule.until:
                return first, last
    return None


def fiscal_start_month(country: str) -> int | None:
    """The month in which a country's fiscal year begins today."""
    rows = _rules().get(country)
    return rows[-1].begins[0] if rows else None


def _civil_label(rule: FiscalRule, year: int) -> int:
    """Turn an era year into a civil one: 114 (ROC), 2569 (BE), 1404 (SH)."""
    if rule.era == "ROC" and year < 300:
        return to_civil("ROC", year)
    if rule.era == "BE" and year > 2300:
        return to_civil("BE", year)
    if rule.era == "SH" and year < 1600:
        return to_civil("SH", year)
    return year


def _is_pair(printed: str) -> bool:
    pair = _PAIR.search(printed)
    return pair is not None and (int(pair[1]) + 1) % 100 == int(pair[2]) % 100
