"""Plain text that is more than running text: mail, text copied from a page, datelines."""

from datetime import date
from typing import NamedTuple

import pytest

from transmittal.documents.dates import find_dateline, parse_day
from transmittal.documents.plain import read_plain

STORY = "The ministry signed for twelve boats on Monday, a spokesman said, and did not say what they cost. " * 3


def lines(text: str) -> list[str]:
    return [line for _, line in read_plain(text).blocks]


class Footer(NamedTuple):
    name: str
    marker: str


FOOTERS = [
    Footer("English", "Previous Article"),
    Footer("a comment form", "Leave a Reply Cancel reply"),
    Footer("related", "Related articles"),
    Footer("German", "Das könnte Sie auch interessieren"),
    Footer("French", "À lire aussi"),
    Footer("Spanish", "Noticias relacionadas"),
    Footer("Italian", "Leggi anche"),
    Footer("Portuguese", "Leia também:"),
    Footer("Polish", "Czytaj także"),
    Footer("Russian", "Читайте также:"),
    Footer("Ukrainian", "Читайте також"),
    Footer("Japanese", "関連記事"),
    Footer("Chinese", "相關新聞"),
    Footer("Korean", "관련 기사"),
]


@pytest.mark.parametrize("case", FOOTERS, ids=lambda case: case.name)
def test_nothing_after_a_footer_line_is_the_article(case: Footer) -> None:
    text = f"Boats for the coast guard\n\n{STORY}\n\n{STORY}\n\n{case.marker}\n\nOther country buys 400 missiles\n\nWrite something"
    assert lines(text) == ["Boats for the coast guard", STORY.strip(), STORY.strip()]


def test_the_same_words_in_a_sentence_or_early_on_end_nothing() -> None:
    text = f"Comments\n\n{STORY}\n\nRelated articles were bought as well, in the previous year.\n\n{STORY}"
    assert lines(text)[-1] == STORY.strip()
    assert "Related articles were bought as well, in the previous year." in lines(text)


def test_a_mail_is_its_own_words() -> None:
    text = (
        "From: press@navy.example\nTo: list@example.org\nSubject: Six boats ordered\nDate: Tue, 5 Mar 2024 10:00:00 +0000\n\n"
        "The navy has ordered six boats.\n\nOn 4 March 2024 A. Reader wrote:\n> Did you order 400 missiles?\n> Please tell.\n\n"
        "They come next year.\n-- \nPress office\nTel. 555\n"
    )
    draft = read_plain(text)
    assert (draft.title, draft.published, draft.media_type) == ("Six boats ordered", date(2024, 3, 5), "message/rfc822")
    assert [line for _, line in draft.blocks] == ["The navy has ordered six boats.", "They come next year."]


def test_a_text_with_one_colon_is_no_mail() -> None:
    assert read_plain("Subject: boats\n\nThey come next year.").media_type == "text/plain"


class Title(NamedTuple):
    name: str
    text: str
    expected: str | None


TITLES = [
    Title("the first line", f"Navy orders boats\n\n{STORY}", "Navy orders boats"),
    Title("not the word for what it is", f"News Release\n\nNavy orders boats\n\n{STORY}", "Navy orders boats"),
    Title(
        "of a gazette, what it is about",
        f"[Federal Register Volume 1, Number 2]\n\nOffice of Boats\n\nSale of Boats\n\n{STORY}",
        "Sale of Boats",
    ),
    Title("none in running text", STORY, None),
]


@pytest.mark.parametrize("case", TITLES, ids=lambda case: case.name)
def test_title(case: Title) -> None:
    assert read_plain(case.text).title == case.expected


class Day(NamedTuple):
    name: str
    text: str
    expected: date | None


DAYS = [
    Day("ISO with time", "2026-01-30T22:40:00+00:00", date(2026, 1, 30)),
    Day("compact", "20240305101500", date(2024, 3, 5)),
    Day("month first", "Jan. 30, 2026", date(2026, 1, 30)),
    Day("day first", "5th March 2024", date(2024, 3, 5)),
    Day("RFC 822", "Tue, 05 Mar 2024 10:00:00 GMT", date(2024, 3, 5)),
    Day("German", "12. März 2024", date(2024, 3, 12)),
    Day("French", "1er février 2024", date(2024, 2, 1)),
    Day("Spanish", "3 de agosto de 2023", date(2023, 8, 3)),
    Day("Polish", "27 lipca 2022", date(2022, 7, 27)),
    Day("Russian", "9 мая 2021 года", date(2021, 5, 9)),
    Day("Japanese", "2024年1月18日", date(2024, 1, 18)),
    Day("no one knows which is the month", "03/04/2020", None),
    Day("no such day", "2024-02-31", None),
    Day("a year alone", "2024", None),
]


@pytest.mark.parametrize("case", DAYS, ids=lambda case: case.name)
def test_parse_day(case: Day) -> None:
    assert parse_day(case.text) == case.expected


DATELINES = [
    Day("a place and a day before a dash", "WASHINGTON, July 9, 2020 - The department has decided.", date(2020, 7, 9)),
    Day("in brackets", "PHILIPPINE SEA (Sept. 19, 2018) -- The ship sailed.", date(2018, 9, 19)),
    Day("a line of its own", "Thursday, 12 March 2026", date(2026, 3, 12)),
    Day("labelled", "Release date: 2025-10-23", date(2025, 10, 23)),
    Day("an issue", "[Federal Register Volume 81, Number 233 (Monday, December 5, 2016)]", date(2016, 12, 5)),
    Day("a day inside a sentence is not the day of publication", "The first contract was signed on 28 September 2023, he said.", None),
    Day("a dateline without its year", "TOKYO, March 13 -- Deliveries have begun.", None),
]


@pytest.mark.parametrize("case", DATELINES, ids=lambda case: case.name)
def test_find_dateline(case: Day) -> None:
    assert find_dateline([case.text]) == case.expected
