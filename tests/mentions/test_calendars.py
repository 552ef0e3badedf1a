"""Fiscal years: the label rule of each country, its history, and eras."""

from datetime import date
from typing import NamedTuple

import pytest

from transmittal.mentions.calendars import DATA, add_months, fiscal_label_rule, fiscal_year, fiscal_year_of, to_civil


class Case(NamedTuple):
    name: str
    country: str
    year: int
    printed: str
    days: tuple[str, str] | None


CASES = [
    Case("the US year is named by its end", "US", 2026, "FY2026", ("2025-10-01", "2026-09-30")),
    Case("until 1976 the US year began in July", "US", 1976, "FY1976", ("1975-07-01", "1976-06-30")),
    Case("after the transition quarter it begins in October", "US", 1977, "FY1977", ("1976-10-01", "1977-09-30")),
    Case("the Japanese year is named by its beginning", "JP", 2025, "fiscal 2025", ("2025-04-01", "2026-03-31")),
    Case("a pair begins in its first year whatever the label rule", "JP", 2026, "2025-26", ("2025-04-01", "2026-03-31")),
    Case("a lone Indian year is the ending one", "IN", 2026, "FY26", ("2025-04-01", "2026-03-31")),
    Case("an Indian pair is one year", "IN", 2026, "2025-26", ("2025-04-01", "2026-03-31")),
    Case("Australia counts from July", "AU", 2026, "2025-26", ("2025-07-01", "2026-06-30")),
    Case("Britain counts from April", "GB", 2026, "2025/26", ("2025-04-01", "2026-03-31")),
    Case("Singapore names by the beginning", "SG", 2025, "FY2025", ("2025-04-01", "2026-03-31")),
    Case("a German double budget is two years", "DE", 2026, "2025/26", ("2025-01-01", "2026-12-31")),
    Case("Taiwan counts years of the Republic", "TW", 114, "114年度", ("2025-01-01", "2025-12-31")),
    Case("Taiwan before 2000 counted from July", "TW", 1999, "", ("1998-07-01", "1999-06-30")),
    Case("Taiwan bridged eighteen months", "TW", 2000, "", ("1999-07-01", "2000-12-31")),
    Case("Thailand counts Buddhist years", "TH", 2569, "FY2569", ("2025-10-01", "2026-09-30")),
    Case("Qatar bridged nine months", "QA", 2015, "", ("2015-04-01", "2015-12-31")),
    Case("Qatar before that counted from April", "QA", 2014, "", ("2014-04-01", "2015-03-31")),
    Case("Iran counts solar years", "IR", 1404, "", ("2025-03-21", "2026-03-20")),
    Case("an unknown country has no fiscal year", "XX", 2025, "FY2025", None),
    Case("a year out of all reason is none", "US", 20255, "", None),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_fiscal_year(case: Case) -> None:
    days = case.days and tuple(date.fromisoformat(day) for day in case.days)
    assert fiscal_year(case.country, case.year, case.printed) == days


@pytest.mark.parametrize(
    ("country", "day", "first"),
    [
        ("US", "2025-11-01", "2025-10-01"),
        ("JP", "2024-03-31", "2023-04-01"),
        ("JP", "2024-04-01", "2024-04-01"),
        ("TW", "2000-03-01", "1999-07-01"),
        ("US", "1976-08-01", None),
        ("XX", "2025-01-01", None),
    ],
)
def test_fiscal_year_of_finds_the_year_that_contains_a_day(country: str, day: str, first: str | None) -> None:
    found = fiscal_year_of(country, date.fromisoformat(day))
    assert (found[0].isoformat() if found else None) == first


def test_eras_become_civil_years() -> None:
    assert [to_civil("令和", 7), to_civil("平成", 31), to_civil("昭和", 64), to_civil("民國", 115), to_civil("BE", 2569)] == [
        2025,
        2019,
        1989,
        2026,
        2026,
    ]


def test_a_month_later_stays_within_the_month() -> None:
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert add_months(date(2024, 3, 31), -13) == date(2023, 2, 28)


def test_every_row_of_the_table_is_sound() -> None:
    """Known label rules, periods that follow each other without overlap, a source; all faults at once."""
    faults: list[str] = []
    last_until: dict[str, int] = {}
    rows = [line for line in (DATA / "fiscal_years.tsv").read_text(encoding="utf-8").splitlines() if not line.startswith("#")][1:]
    for line in rows:
        country, since, until, begins, months, label, _era, _labels, source = line.split("\t")
        if label not in ("start", "end", "cal", "pair"):
            faults.append(f"{country}: label rule {label!r}")
        if int(since or 0) <= last_until.get(country, -1):
            faults.append(f"{country}: {since or 'open'} overlaps the row before")
        if not source:
            faults.append(f"{country}: no source")
        date.fromisoformat(f"2023-{begins}")
        last_until[country] = int(until or 9999)
        if not 1 <= int(months) <= 24:
            faults.append(f"{country}: {months} months")
    assert faults == []
    assert len(rows) > 80
    assert fiscal_label_rule("JP") == "start"
