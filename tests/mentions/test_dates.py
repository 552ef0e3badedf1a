"""Dates: which words are one, and which civil days they cover."""

import time
from datetime import date
from typing import NamedTuple

import pytest

from transmittal.mentions.dates import DateKind, DateMention, find_dates, parse_date


class Case(NamedTuple):
    """found: "first..last calendar" per mention; an open end is empty, "?" a mention that cannot be resolved; civil is not written."""

    name: str
    text: str
    found: list[str]
    country: str | None = None
    published: str | None = "2024-01-19"  # a Friday
    publisher: str | None = None
    language: str | None = None


PERIODS = [
    Case("a whole year", "in 2022.", ["2022-01-01..2022-12-31"]),
    Case("a month with its year", "in October 2020", ["2020-10-01..2020-10-31"]),
    Case("a deadline has no beginning", "delivered by the end of 2028.", ["..2028-12-31"]),
    Case("by a month is by its end", "complete by September 2026.", ["..2026-09-30"]),
    Case("before the end of is until the end", "before the end of March 2027", ["..2027-03-31"]),
    Case("before a year is until the day before it", "before 2030", ["..2029-12-31"]),
    Case("no later than a day", "no later than 30 June 2025", ["..2025-06-30"]),
    Case("from has no end", "from 2027", ["2027-01-01.."]),
    Case("since has no end", "since February 2022", ["2022-02-01.."]),
    Case("starting in has no end", "starting in 2027", ["2027-01-01.."]),
    Case("after a year begins with the next", "after 2030", ["2031-01-01.."]),
    Case("not before begins with the year", "not before 2029", ["2029-01-01.."]),
    Case("from to is one span", "from 2028 to 2030", ["2028-01-01..2030-12-31"]),
    Case("between and is one span", "between October and December 2026", ["2026-10-01..2026-12-31"]),
    Case("a span of months crosses New Year", "from November to March 2026", ["2025-11-01..2026-03-31"]),
    Case("two years together", "in 2026 and 2027", ["2026-01-01..2027-12-31"]),
    Case("a list of years", "in 2027, 2028 and 2029", ["2027-01-01..2029-12-31"]),
    Case(
        "a beginning and an end apart are two mentions",
        "to start in 2028 and to be completed by 2030",
        ["2028-01-01..2028-12-31", "..2030-12-31"],
    ),
    Case(
        "two spans for two things", "in 2026 and 2027 and the K2PLs from 2028 to 2030", ["2026-01-01..2027-12-31", "2028-01-01..2030-12-31"]
    ),
    Case("years with a dash", "2026–2028", ["2026-01-01..2028-12-31"]),
    Case("the edges of a span", "between the end of 2026 and mid-2028", ["2026-12-01..2028-08-31"]),
    Case(
        "early, mid and late are four months each",
        "early 2026, mid-2026, late 2026",
        ["2026-01-01..2026-04-30", "2026-05-01..2026-08-31", "2026-09-01..2026-12-31"],
    ),
    Case("early in a decade", "in the early 2030s", ["2030-01-01..2033-12-31"]),
    Case("the end of the decade", "before the end of the decade", ["..2029-12-31"]),
    Case("a civil quarter", "Q3 2026; the third quarter of 2026", ["2026-07-01..2026-09-30", "2026-07-01..2026-09-30"]),
    Case("a civil half", "in the first half of 2026", ["2026-01-01..2026-06-30"]),
    Case("within counts from publication", "within five years", ["..2029-01-19"]),
    Case("over the next counts from publication", "over the next two years", ["2024-01-19..2026-01-19"]),
]

DAYS = [
    Case("American", "on Feb. 27, 2023,", ["2023-02-27..2023-02-27"]),
    Case("British", "17 July 2009", ["2009-07-17..2009-07-17"]),
    Case("military capitals", "28 JUN 2006", ["2006-06-28..2006-06-28"]),
    Case("ordinal", "the 3rd of December 2025", ["2025-12-03..2025-12-03"]),
    Case("ISO", "2025-10-23", ["2025-10-23..2025-10-23"]),
    Case("figures are day first", "02/04/2026", ["2026-04-02..2026-04-02"]),
    Case("figures of an American publisher are month first", "02/04/2026", ["2026-02-04..2026-02-04"], publisher="US"),
    Case("figures that can be read one way only", "01/30/2026 and 30/01/2026", ["2026-01-30..2026-01-30", "2026-01-30..2026-01-30"]),
    Case("two days of one month", "March 9-10, 2019", ["2019-03-09..2019-03-10"]),
    Case("through joins two days", "Feb. 2, 2026, Through Feb. 4, 2026", ["2026-02-02..2026-02-04"]),
    Case("a weekday belongs to its day", "Wednesday, 27 February 2019", ["2019-02-27..2019-02-27"]),
    Case("a day that does not exist is none", "31 February 2026", []),
]

WITHOUT_YEAR = [
    Case("a past day is the last one", "signed on 18 January", ["2024-01-18..2024-01-18"]),
    Case("a past month is the last one", "In October the two countries agreed", ["2023-10-01..2023-10-31"]),
    Case("a future month is the next one", "will be delivered in October", ["2024-10-01..2024-10-31"]),
    Case("the verb may follow", "In October the first will be handed over", ["2024-10-01..2024-10-31"]),
    Case("by the end of a month gone", "By the end of June 133 had been delivered", ["..2023-06-30"]),
    Case("by the end of a month to come", "are due by the end of June", ["..2024-06-30"]),
    Case("last November", "cleared the sale last November", ["2023-11-01..2023-11-30"]),
    Case("March next year", "before the end of March next year", ["..2025-03-31"]),
    Case("June this year", "in June this year", ["2024-06-01..2024-06-30"]),
    Case("a weekday of publication is that day", "said on Friday", ["2024-01-19..2024-01-19"]),
    Case("last Friday is the one before", "last Friday", ["2024-01-12..2024-01-12"]),
    Case("another weekday lies behind", "signed on Wednesday", ["2024-01-17..2024-01-17"]),
    Case("a weekday ahead", "will be signed on Monday", ["2024-01-22..2024-01-22"]),
    Case(
        "the year of the date before",
        "on 28 September 2023, after consent in August of that year",
        ["2023-09-28..2023-09-28", "2023-08-01..2023-08-31"],
    ),
    Case(
        "earlier in the day is the day told of",
        "on Wednesday. It was voted earlier in the day",
        ["2024-01-17..2024-01-17", "2024-01-17..2024-01-17"],
    ),
    Case("today is publication", "was notified today", ["2024-01-19..2024-01-19"]),
    Case("earlier this month", "said earlier this month", ["2024-01-01..2024-01-19"]),
    Case("later this year has no beginning", "later this year", ["..2024-12-31"]),
    Case("before the end of this year", "before the end of this year", ["..2024-12-31"]),
    Case("next month", "next month", ["2024-02-01..2024-02-29"]),
    Case("late last year", "late last year", ["2023-09-01..2023-12-31"]),
    Case("last week", "last week", ["2024-01-08..2024-01-14"]),
    Case("by this summer", "by this summer", ["..2024-09-30"]),
    Case("nothing to count from", "next month, on Friday, today, in October", ["?", "?", "?", "?"], published=None),
]

FISCAL = [
    Case("the buyer's year", "in fiscal 2025", ["2025-04-01..2026-03-31 JP-FY"], "JP"),
    Case("the publisher's year when there is no buyer", "in fiscal 2025", ["2024-10-01..2025-09-30 US-FY"], publisher="US"),
    Case("nobody's year stays open", "in fiscal 2025", ["? fiscal"]),
    Case("a label beats the buyer", "the Pentagon's fiscal 2027 budget", ["2026-10-01..2027-09-30 US-FY"], "JP"),
    Case("JFY says whose", "JFY2026", ["2026-04-01..2027-03-31 JP-FY"], "US"),
    Case("a possessive says whose", "across Japan’s fiscal years 2025 to 2027, each", ["2025-04-01..2028-03-31 JP-FY"]),
    Case("between fiscal years", "between fiscal years 2025 and 2027", ["2025-04-01..2028-03-31 JP-FY"], "JP"),
    Case("from fiscal to fiscal", "from fiscal 2025 to fiscal 2027", ["2025-04-01..2028-03-31 JP-FY"], "JP"),
    Case("the second year is fiscal too", "in fiscal 2026 and 2027", ["2026-04-01..2028-03-31 JP-FY"], "JP"),
    Case("from a fiscal year has no end", "deployed from FY2026.", ["2026-04-01.. JP-FY"], "JP"),
    Case("a range of short labels", "FY25-27", ["2025-04-01..2028-03-31 JP-FY"], "JP"),
    Case("a pair is one year in India", "FY2025-26", ["2025-04-01..2026-03-31 IN-FY"], "IN"),
    Case("a bare pair is a fiscal year in Australia", "in 2025-26", ["2025-07-01..2026-06-30 AU-FY"], "AU"),
    Case("a bare pair is two years in Poland", "in 2025-26", ["2025-01-01..2026-12-31"], "PL"),
    Case("a fiscal quarter", "the third quarter of fiscal 2026", ["2026-10-01..2026-12-31 JP-FY"], "JP"),
    Case("a fiscal half", "the first half of FY2026", ["2025-10-01..2026-03-31 US-FY"], "US"),
    Case("the current fiscal planning period", "within the current fiscal planning period", ["2023-04-01..2024-03-31 JP-FY"], "JP"),
    Case("the current one without publication", "within the current fiscal year", ["? JP-FY"], "JP", published=None),
    Case("the end of the fiscal year", "by the end of the fiscal year", ["..2024-03-31 JP-FY"], "JP"),
    Case("a year told by its opening", "for the fiscal year that opens on April 1", ["2024-04-01..2025-03-31 JP-FY"], "JP"),
    Case("a year told by its end", "the fiscal year ending September 30, 2026", ["2025-10-01..2026-09-30 US-FY"], "US"),
    Case("how a calendar works is no date", "The Japanese fiscal year starts on 1 April. FY runs from April 1 to March 31.", []),
    Case("a Buddhist year", "FY 2569", ["2025-10-01..2026-09-30 TH-FY"]),
]

LANGUAGES = [
    Case("German", "bis Ende 2028, ab 2027, am 3. Dezember 2025", ["..2028-12-31", "2027-01-01..", "2025-12-03..2025-12-03"]),
    Case(
        "French",
        "d'ici 2028, à partir de 2027, le 3 décembre 2025, fin 2026",
        ["..2028-12-31", "2027-01-01..", "2025-12-03..2025-12-03", "..2026-12-31"],
    ),
    Case("Spanish", "para 2028, a finales de 2027, el 3 de diciembre de 2025", ["..2028-12-31", "..2027-12-31", "2025-12-03..2025-12-03"]),
    Case("Italian", "entro il 2028, nel marzo 2026", ["..2028-12-31", "2026-03-01..2026-03-31"]),
    Case("Portuguese", "até 2028, em março de 2026", ["..2028-12-31", "2026-03-01..2026-03-31"]),
    Case("Polish", "do 2028 roku, do końca 2027 roku, 3 grudnia 2025 r.", ["..2028-12-31", "..2027-12-31", "2025-12-03..2025-12-03"]),
    Case("Russian", "к 2028 году, до конца 2027 года, 3 декабря 2025 года", ["..2028-12-31", "..2027-12-31", "2025-12-03..2025-12-03"]),
    Case("Ukrainian", "до 2028 року, 3 грудня 2025 року", ["..2028-12-31", "2025-12-03..2025-12-03"]),
    Case(
        "Japanese fiscal years",
        "2025年度から2027年度に、R7年度末までに",
        ["2025-04-01..2028-03-31 JP-FY", "..2026-03-31 JP-FY"],
        language="ja",
    ),
    Case("Japanese eras", "令和7年12月26日に令和7年度", ["2025-12-26..2025-12-26", "2025-04-01..2026-03-31 JP-FY"], language="ja"),
    Case(
        "Japanese deadlines", "2028年までに、年内に、3月末までに納入予定", ["..2028-12-31", "..2024-12-31", "..2024-03-31"], language="ja"
    ),
    Case(
        "Japanese relative", "今年度に契約し、来年度に納入", ["2023-04-01..2024-03-31 JP-FY", "2024-04-01..2025-03-31 JP-FY"], language="ja"
    ),
    Case(
        "Chinese years of the Republic",
        "114年度至116年度，115年1月27日",
        ["2025-01-01..2027-12-31 TW-FY", "2026-01-27..2026-01-27"],
        language="zh",
    ),
    Case(
        "Chinese deadlines",
        "2028年底前，自2026年起，2026至2028年",
        ["..2028-12-31", "2026-01-01..", "2026-01-01..2028-12-31"],
        language="zh",
    ),
    Case("Korean", "2026년 3월, 2028년까지, 올해", ["2026-03-01..2026-03-31", "..2028-12-31", "2024-01-01..2024-12-31"], language="ko"),
    Case("Thai", "ปีงบประมาณ 2569", ["2025-10-01..2026-09-30 TH-FY"], language="th"),
]

NO_DATES = [
    Case("a model number", "12 pre-owned Mirage 2000-5 airplanes, an F-2000, the Su-2027", []),
    Case("a number of people", "in 2000 troops, with 2000 soldiers", []),
    Case("a count of things", "of 1945 tanks; about 2000 missiles", []),
    Case("an amount", "$2020, 2,026 rounds, at a cost of 2000 euros", []),
    Case("a numbered paper", "No. 2023, section 2026, contract 2024-C-0001", []),
    Case("a modal verb and a walk", "It may buy more. They march on.", []),
    Case("a transmittal number", "Transmittal No. 23-26", []),
    Case("an ancient century", "in the early 1600s", []),
]


def _read(case: Case) -> list[DateMention]:
    published = date.fromisoformat(case.published) if case.published else None
    return list(find_dates(case.text, published=published, country=case.country, publisher_country=case.publisher, language=case.language))


def _brief(mention: DateMention) -> str:
    days = f"{mention.first or ''}..{mention.last or ''}" if mention.first or mention.last else "?"
    return days if mention.calendar == "civil" else f"{days} {mention.calendar}"


@pytest.mark.parametrize("case", [*PERIODS, *DAYS, *WITHOUT_YEAR, *FISCAL, *LANGUAGES, *NO_DATES], ids=lambda case: case.name)
def test_find_dates(case: Case) -> None:
    assert [_brief(mention) for mention in _read(case)] == case.found


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("all delivered by the end of 2028.", "by the end of 2028"),
        ("delivered between fiscal 2025 and 2027, it said", "between fiscal 2025 and 2027"),
        ("are to come from 2028 to 2030, he said", "from 2028 to 2030"),
        ("shown on 30 November. The rest", "on 30 November"),
        ("2028年までに納入", "2028年までに"),
    ],
)
def test_the_span_covers_the_words_that_shape_the_interval(text: str, quote: str) -> None:
    (mention,) = find_dates(text, published=date(2024, 1, 19), country="JP")
    assert text[mention.start : mention.end] == quote


def test_an_anchor_stands_in_for_the_text_before() -> None:
    text = "It had been voted earlier in the day, after consent in August of that year."
    found = list(find_dates(text, published=date(2025, 12, 18), anchor=date(2023, 9, 28)))
    assert [(m.first, m.last) for m in found] == [(date(2023, 9, 28), date(2023, 9, 28)), (date(2023, 8, 1), date(2023, 8, 31))]


def test_an_anchor_gives_the_year_when_nothing_was_published() -> None:
    (mention,) = find_dates("delivered in October", published=None, anchor=date(2022, 5, 3))
    assert (mention.first, mention.last, mention.needs_year) == (date(2022, 10, 1), date(2022, 10, 31), True)


def test_without_publication_the_year_mentioned_last_counts() -> None:
    found = list(find_dates("On 3 May 2022 it began. In October it ended.", published=None))
    assert [(m.first, m.last) for m in found] == [(date(2022, 5, 3), date(2022, 5, 3)), (date(2022, 10, 1), date(2022, 10, 31))]


def test_a_range_of_the_text_is_read_with_its_own_offsets() -> None:
    text = "In 2020 it began. It ends in 2030."
    (mention,) = find_dates(text, 18, len(text), published=None)
    assert text[mention.start : mention.end] == "in 2030"


def test_kinds_tell_a_deadline_from_a_year() -> None:
    kinds = [m.kind for m in find_dates("in 2022; by 2028; from 2028 to 2030; early 2027; in fiscal 2026", published=None, country="JP")]
    assert kinds == [DateKind.YEAR, DateKind.DEADLINE, DateKind.SPAN, DateKind.VAGUE, DateKind.FISCAL]


@pytest.mark.parametrize(
    ("field", "day"),
    [
        ("JUN 28 2006", "2006-06-28"),
        ("28 JUN 2006", "2006-06-28"),
        (" November 17, 2023. ", "2023-11-17"),
        ("(U) January 5, 2026", "2026-01-05"),
        ("Thursday, 22 January 2014", "2014-01-22"),
        ("2025-10-23", "2025-10-23"),
        ("令和7年12月26日", "2025-12-26"),
        ("115年1月27日", "2026-01-27"),
        ("in 2022", None),
        ("October 2020", None),
        ("by 3 May 2022", None),
        ("9-10 March 2019", None),
        ("", None),
    ],
)
def test_parse_date_reads_one_day_or_nothing(field: str, day: str | None) -> None:
    assert parse_date(field) == (date.fromisoformat(day) if day else None)


@pytest.mark.parametrize(
    "piece", ["2026 ", "2020", "May ", "May 1, ", "in 2026 and ", "fiscal year ", "2026-", "FY25-", "年月日2026年", "by the end of the "]
)
def test_reading_time_grows_with_the_length_only(piece: str) -> None:
    """Four times the text, no more than eight times the seconds (a quadratic finder needs sixteen)."""
    seconds = []
    for characters in (40_000, 160_000):
        text = piece * (characters // len(piece))
        begun = time.perf_counter()
        for _ in find_dates(text, published=date(2024, 1, 19), country="JP"):
            pass
        seconds.append(time.perf_counter() - begun)
    assert seconds[1] < 8 * seconds[0] + 0.05
