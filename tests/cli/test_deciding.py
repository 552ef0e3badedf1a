"""What people decide on the command line: told in a sentence, kept, undone again."""

from pathlib import Path
from typing import Any, NamedTuple

import pytest
from casebooks import case_of, casebook, decisions, event_of, events_of, said, told
from command import run

RELEASE, CONTRACTS, RUMOUR = "2023-11-17-dsca-release.html", "2024-09-27-contracts.html", "2026-06-02-delay.html"
SIGNED = ("--reason", "read again", "--by", "Ana")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return casebook(tmp_path)


def two_cases(book: Path) -> tuple[str, str]:
    """The case of the release, and that of a rumour in another document."""
    return case_of(book, event_of(book, RELEASE, "approval")), case_of(book, event_of(book, RUMOUR, "plan", modality="possible"))


def decide(book: Path, *words: str) -> dict[str, Any]:
    """One decision, as JSON."""
    done = run(*words, *SIGNED, "--book", book, "-f", "json")
    assert (done.returncode, done.stderr) == (0, "")
    made: dict[str, Any] = told(done.stdout)
    return made


def undo(book: Path, number: int) -> dict[str, Any]:
    return decide(book, "undo", str(number))


def test_a_decision_is_told_in_one_line_with_its_number_and_the_way_back(book: Path) -> None:
    case, other = two_cases(book)
    event = event_of(book, RUMOUR, "plan", modality="possible")
    done = run("link", event[:8], case, *SIGNED, "--book", book)
    assert done.returncode == 0
    assert done.stdout.count("\n") == 1
    assert f"put event {event[:12]} (plan) into {case}, out of {other}" in done.stdout
    number = told(run("decisions", "--book", book, "-f", "json").stdout)[0]["number"]
    assert f"(decision {number}; `transmittal undo {number} --reason …`" in done.stdout


def test_link_and_its_undoing(book: Path) -> None:
    case, other = two_cases(book)
    event = event_of(book, RUMOUR, "plan", modality="possible")
    made = decide(book, "link", event[:10], case)
    assert (made["before"], made["case"], case_of(book, event)) == (other, case, case)
    undone = undo(book, made["decision"])
    assert case_of(book, event) == other
    undo(book, undone["decision"])
    assert case_of(book, event) == case


def test_unlink_gives_an_event_a_case_of_its_own(book: Path) -> None:
    case, _ = two_cases(book)
    event = event_of(book, RELEASE, "approval")
    made = decide(book, "unlink", event)
    assert case_of(book, event) == made["case"] != case
    alone = run("unlink", event, *SIGNED, "--book", book)
    assert alone.returncode == 1
    assert "alone" in alone.stderr


def test_merge_leads_the_old_id_to_the_new(book: Path) -> None:
    case, other = two_cases(book)
    before, others = events_of(book, case), events_of(book, other)
    made = decide(book, "merge", other, case)
    assert events_of(book, case) == before | others
    assert events_of(book, other) == set()
    assert f"tagged {case} " in run("tag", other, "followed", "--by", "Ana", "--book", book).stdout
    undo(book, made["decision"])
    assert (events_of(book, case), events_of(book, other)) == (before, others)


def test_split_takes_events_into_one_new_case(book: Path) -> None:
    case, _ = two_cases(book)
    before = events_of(book, case)
    leaving = [event_of(book, RELEASE, "approval"), event_of(book, CONTRACTS, "award")]
    made = decide(book, "split", case, *leaving)
    assert events_of(book, made["new"]) == set(leaving)
    assert events_of(book, case) == before - set(leaving)


def test_a_rejected_event_leaves_its_case_and_comes_back(book: Path) -> None:
    _, other = two_cases(book)
    event = event_of(book, RUMOUR, "plan", modality="possible")
    made = decide(book, "reject", event)
    assert event not in events_of(book, other)
    undo(book, made["decision"])
    assert event in events_of(book, other)


def test_a_label_is_put_on_and_taken_off(book: Path) -> None:
    case, _ = two_cases(book)
    assert run("tag", case, "★ to watch", "--by", "Ana", "--book", book).returncode == 0
    again = run("tag", case, "★ to watch", "--by", "Ana", "--book", book)
    assert (again.returncode, "already" in again.stderr) == (1, True)
    assert "took “★ to watch” off" in run("tag", case, "★ to watch", "--remove", "--by", "Ana", "--book", book).stdout


def test_a_correction_is_told_with_what_was_read(book: Path) -> None:
    event = event_of(book, RELEASE, "approval")
    done = run("correct", event, "value", "USD 2.36 billion (contract)", *SIGNED, "--book", book)
    assert "USD 2,360,000,000 (contract), was up to USD 2,350,000,000 (estimate)" in done.stdout
    value = said(book, event)["value"]
    assert (value["amount"], value["basis"], value["quote"], value["inferred"]) == ("2360000000", "contract", "$2.35 billion", True)


def test_a_corrected_list_keeps_the_places_of_its_entries(book: Path) -> None:
    event = event_of(book, RELEASE, "approval")
    before = [item["variant"] for item in said(book, event)["items"]]
    assert len(before) == 3
    decide(book, "correct", event, "item.0", "none")
    decide(book, "correct", event, "item.0.quantity", "150")
    decide(book, "correct", event, "item.2", "12 JSM missiles")
    items = said(book, event)["items"]
    assert [item["variant"] for item in items] == [*before[1:], None]
    assert [item["quantity"]["value"] for item in (items[0], items[2])] == [150, 12]
    assert items[2]["system"]["id"] == "jsm"


def test_the_list_of_decisions_and_its_filters(book: Path) -> None:
    case, other = two_cases(book)
    event = event_of(book, RUMOUR, "plan", modality="possible")
    first = decide(book, "link", event, case)["decision"]
    run("tag", other, "quiet", "--by", "Bo", "--book", book)
    undo(book, first)

    def listed(*words: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = told(run("decisions", *words, "--book", book, "-f", "json").stdout)
        return found

    assert [(row["verb"], row["by"], row["undone"]) for row in listed()] == [
        ("link", "Ana", True), ("tag", "Bo", False), ("undo", "Ana", False),
    ]  # fmt: skip
    assert [row["verb"] for row in listed("--by", "bo")] == ["tag"]
    assert [row["verb"] for row in listed("--subject", event[:8])] == ["link", "undo"]
    assert [row["verb"] for row in listed("--subject", other)] == ["link", "tag", "undo"]
    assert listed("--since", "2999-01-01") == []
    table = run("decisions", "--book", book, COLUMNS="80").stdout
    assert "read again" in table
    assert max(map(len, table.splitlines())) <= 80
    assert run("decisions", "--by", "nobody", "--book", book).stdout == "nobody decided anything\n"


def test_a_decision_of_yesterday_is_not_in_the_casebook_of_the_day_before(book: Path) -> None:
    case, _ = two_cases(book)
    decide(book, "tag", case, "late")
    assert told(run("decisions", "--recorded-at", "2020-01-01", "--book", book, "-f", "json").stdout) == []


class Wrong(NamedTuple):
    name: str
    words: tuple[str, ...]
    said: tuple[str, ...]
    code: int = 1


# They stand for the release's approval, its case, another case, and the id of its case with a slip.
EVENT, CASE, OTHER, SLIP = "EVENT", "CASE", "OTHER", "SLIP"
WRONG = [
    Wrong("a reason is asked for", ("reject", EVENT, "--by", "Ana"), ("--reason",)),
    Wrong("an empty reason is none", ("reject", EVENT, "--reason", " ", "--by", "Ana"), ("--reason", "say why")),
    Wrong("nobody is anonymous", ("reject", EVENT, "--reason", "x", "--by", ""), ("--by", "anonymously")),
    Wrong("words are no id of an event", ("reject", "tomahawk", *SIGNED), ("tomahawk", "transmittal show"), 3),
    Wrong("an empty id names no event", ("reject", "", *SIGNED), ('""', "transmittal show"), 3),
    Wrong("an id that nobody has", ("reject", "0" * 32, *SIGNED), ("no such event",), 3),
    Wrong("a near miss is named", ("link", EVENT, SLIP, *SIGNED), ("no such case", "did you mean"), 3),
    Wrong("bytes that are no text name no case", ("link", EVENT, "\udcff\udcfe", *SIGNED), ("no such case",), 3),
    Wrong("a case into itself", ("merge", CASE, CASE, *SIGNED), ("into itself",)),
    Wrong("a split of another case's event", ("split", OTHER, EVENT, *SIGNED), ("not in the case",)),
    Wrong("a label without letters", ("tag", CASE, " ", "--by", "Ana"), ("1 to 100",)),
    Wrong("a label that is not there", ("tag", CASE, "gone", "--remove", "--by", "Ana"), ("no such label",)),
    Wrong("a slot that no event has", ("correct", EVENT, "price", "1", *SIGNED), ("price", "value", "item.0")),
    Wrong("a list without its number", ("correct", EVENT, "item", "1", *SIGNED), ("item.0",)),
    Wrong("an entry far behind the last", ("correct", EVENT, "item.9", "JSM", *SIGNED), ("item.3 adds one",)),
    Wrong("a value that says nothing new", ("correct", EVENT, "buyer", "Japan", *SIGNED), ("says so already",)),
    Wrong("a number of no decision", ("undo", "999999999999", *SIGNED), ("no decision of this number", "transmittal decisions"), 3),
    Wrong("a number that is none", ("undo", "9" * 400, *SIGNED), ("not the number",)),
    Wrong("a word for a number", ("undo", "the last", *SIGNED), ("the last", "transmittal decisions")),
    Wrong("a day of another order", ("decisions", "--since", "17/11/23"), ("17/11/23", "2023-11-17")),
    Wrong("an unknown format", ("tag", CASE, "x", "--by", "Ana", "-f", "csv"), ("csv", "json")),
]


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return casebook(tmp_path_factory.mktemp("shared"))


@pytest.mark.parametrize("case", WRONG, ids=lambda case: case.name)
def test_a_wrong_decision_changes_nothing_and_says_what_to_write(case: Wrong, shared: Path) -> None:
    event, (mine, other) = event_of(shared, RELEASE, "approval"), two_cases(shared)
    meant = {EVENT: event, CASE: mine, OTHER: other, SLIP: f"{mine[:-4]}x{mine[-4:]}"}
    done = run(*(meant.get(word, word) for word in case.words), "--book", shared)
    assert (done.returncode, done.stdout) == (case.code, "")
    assert done.stderr.count("\n") == 1
    assert [words for words in case.said if words not in done.stderr] == []
    assert decisions(shared) == 0


def test_there_is_no_casebook_here(tmp_path: Path) -> None:
    done = run("decisions", "--book", tmp_path / "none.db")
    assert (done.returncode, done.stderr.count("\n")) == (3, 1)
    assert "transmittal add" in done.stderr
