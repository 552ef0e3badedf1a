"""Questions to a casebook, asked as a user asks them, on the shipped examples."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from command import EXAMPLES, run

CASE = "jp-tomahawk-2022"


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("book") / "book.db"
    done = run("add", "--book", path, "--manifest", EXAMPLES / "manifest.jsonl")
    assert (done.returncode, done.stderr) == (0, "")
    assert "17 new" in done.stdout
    return path


def asked(book: Path, *words: str) -> Any:
    done = run(*words, "--book", book, "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


def told(book: Path, *words: str, width: int = 80) -> str:
    done = run(*words, "--book", book, COLUMNS=str(width))
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_adding_again_changes_nothing(book: Path) -> None:
    done = run("add", "--book", book, "--manifest", EXAMPLES / "manifest.jsonl", "--format", "jsonl")
    assert {json.loads(line)["outcome"] for line in done.stdout.splitlines()} == {"known"}


def test_a_source_that_cannot_be_read_costs_only_itself(tmp_path: Path) -> None:
    done = run("add", "--book", tmp_path / "b.db", tmp_path / "none.txt", EXAMPLES / "2023-11-17-dsca-release.html", "--format", "json")
    assert done.returncode == 2
    assert [row["outcome"] for row in json.loads(done.stdout)] == ["unread", "new"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["--buyer", "Japan", "--system", "Tomahock"], True),
        (["--buyer", "JP", "--stage", "delivery"], True),
        (["--region", "eastern-asia", "--text", "トマホーク"], True),
        (["--maker", "RTX", "--value", "USD 2bn..3bn"], True),
        (["--channel", "fms", "--year", "2023-2024"], True),
        (["--buyer", "Norway"], False),
        (["--stage", "plan", "--system", "tomahawk"], False),
        (["--tag", "munition"], False),
        (["--text", '"no document has this phrase"'], False),
    ],
)
def test_filters(book: Path, words: list[str], *, expected: bool) -> None:
    assert (CASE in {row["case"] for row in asked(book, "cases", *words)}) is expected


def test_a_case_file_tells_what_stands_and_by_which_words(book: Path) -> None:
    shown = asked(book, "show", CASE, "--on", "2026-06-30")
    facts = {fact["key"]: fact for fact in shown["facts"]}
    assert "US$2.35 bn" in facts["ceiling"]["value"]
    assert "¥254.1 bn" in facts["price"]["value"]
    texts = {d["id"]: d for d in shown["documents"]}
    cites = [cite for fact in shown["facts"] for cite in fact["cites"]]
    assert cites
    assert all(cite["paper"] in texts and cite["mention"]["quote"] for cite in cites)


def test_on_a_day_nothing_later_is_believed(book: Path) -> None:
    shown = asked(book, "show", CASE, "--on", "2023-12-01", "--known-at", "2023-12-01")
    assert shown["standing"]["state"] == "approval"
    assert not any(fact["key"] == "price" for fact in shown["facts"])
    assert max(d["published"] for d in shown["documents"]) <= "2023-12-01"


def test_on_a_day_with_what_is_known_today(book: Path) -> None:
    shown = asked(book, "show", CASE, "--on", "2023-12-01")
    assert shown["standing"]["state"] == "approval"
    assert len(shown["documents"]) > 10


def test_before_the_casebook_was_made_it_held_nothing(book: Path) -> None:
    done = run("show", CASE, "--book", book, "--recorded-at", "2020-01-01")
    assert done.returncode == 3
    assert "no such case" in done.stderr


def test_one_approval_by_three_official_documents(book: Path) -> None:
    steps = asked(book, "timeline", CASE)
    (approval,) = [step for step in steps if step["stage"] == "approval" and step["modality"] == "happened"]
    assert (approval["start"], len(approval["papers"]) >= 3) == ("2023-11-17", True)


def test_differences_are_classed(book: Path) -> None:
    kinds = {row["kind"] for row in asked(book, "conflicts", "--case", CASE)}
    assert {"basis", "scope"} <= kinds
    assert {row["kind"] for row in asked(book, "conflicts", "--kind", "scope")} == {"scope"}


def test_a_backlog_is_the_sum_of_its_lines(book: Path) -> None:
    found = asked(book, "backlog", "--buyer", "JP", "--on", "2026-06-30", "--excluded", "--by", "system")
    assert found["total"] == {"amount": "2350000000", "currency": "USD"}
    assert sum(int(line["amount"]) for line in found["lines"]) == 2_350_000_000
    assert all(line["because"] and line["evidence"] for line in found["lines"])
    assert isinstance(found["excluded"], list)
    assert asked(book, "backlog", "--buyer", "JP", "--on", "2023-11-16")["lines"] == []


def test_methods_are_told_in_words(book: Path) -> None:
    shown = told(book, "backlog", "--methods")
    assert all(name in shown for name in ("notified", "agreed", "tsm"))


def test_news_goes_on_after_a_cursor(book: Path) -> None:
    rows = asked(book, "new", "--since", "2020-01-01")
    assert len(rows) == sum(1 for _ in rows) > 40
    middle = rows[20]["cursor"]
    assert asked(book, "new", "--after", str(middle)) == [row for row in rows if row["cursor"] > middle]


def test_coverage_counts(book: Path) -> None:
    (publisher,) = asked(book, "coverage")
    assert (publisher["documents"], publisher["first"], publisher["last"]) == (17, "2022-12-23", "2026-06-02")
    notices = asked(book, "coverage", "--notices")["notices"]
    assert [(n["transmittal"], n["record"], n["register"]) for n in notices] == [("23-990", "2023-11-20", "2024-02-26")]


def test_a_link_is_explained(book: Path) -> None:
    links = asked(book, "why", CASE)
    assert all(link["because"] and 0 <= link["score"] <= 1 for link in links)
    one = asked(book, "why", CASE, links[3]["event"])
    assert one["explanation"]["parts"]


@pytest.mark.parametrize("width", [60, 80, 200])
@pytest.mark.parametrize(
    "words", [["cases"], ["show", CASE], ["timeline", CASE], ["conflicts"], ["overdue"], ["backlog"], ["coverage"], ["why", CASE]]
)
def test_what_people_read_fits_the_terminal(book: Path, words: list[str], width: int) -> None:
    shown = told(book, *words, width=width)
    assert max(map(len, shown.splitlines()), default=0) <= width
    assert "\x1b" not in shown


@pytest.mark.parametrize(
    "words", [["cases"], ["timeline", CASE], ["conflicts"], ["overdue"], ["backlog", "--excluded"], ["new", "--since", "2020-01-01"]]
)
def test_csv_has_a_head_and_as_many_cells_in_each_row(book: Path, words: list[str]) -> None:
    done = run(*words, "--book", book, "--format", "csv")
    rows = list(csv.reader(io.StringIO(done.stdout)))
    assert rows
    assert len({len(row) for row in rows}) == 1


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["show", "xx"], "no such case"),
        (["show", CASE, "--on", "17/11/23"], "is not a date"),
        (["show", CASE, "--recorded-at", "noon"], "is not a time"),
        (["show", CASE, "--snapshot", "none"], "no such snapshot"),
        (["cases", "--buyer", "Atlantis"], "nothing is known by the name"),
        (["cases", "--stage", "done"], "is none of them"),
        (["cases", "--value", "much"], "is not a range"),
        (["cases", "--region", "moon"], "is not a region"),
        (["cases", "--format", "xml"], "is not a format"),
        (["backlog", "--method", "mine"], "no backlog method"),
        (["new"], "say since when"),
        (["why", CASE, "%"], "no such event"),
        (["cases", "--nonsense"], "unrecognized"),
        (["shwo"], "did you mean show"),
    ],
)
def test_misuse_is_one_line_that_says_what_to_do(book: Path, words: list[str], complaint: str) -> None:
    done = run(*words, *(["--book", str(book)] if words[0] != "shwo" else []))
    assert done.returncode in (1, 3)
    assert done.stdout == ""
    assert complaint in done.stderr
    assert done.stderr.count("\n") == 1


def test_no_casebook_says_how_to_begin_one(tmp_path: Path) -> None:
    done = run("cases", "--book", tmp_path / "none.db")
    assert done.returncode == 3
    assert "transmittal add" in done.stderr
    assert not (tmp_path / "none.db").exists()
