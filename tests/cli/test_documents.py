"""Documents found by their words, shown with their evidence, compared with what they were and with other lists."""

import json
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from casebooks import case_of, casebook, event_of, told
from command import EXAMPLES, command, environment, run

RELEASE, NOTE = "2023-11-17-dsca-release.html", "2025-04-08-procurement-note.pdf"
LIST, MAP = EXAMPLES / "maps" / "our-list.csv", EXAMPLES / "maps" / "our-list.toml"
URL = "https://example.org/2023/dsca-release"


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A casebook that nobody writes to."""
    return casebook(tmp_path_factory.mktemp("shared"))


def found(book: Path, *words: str) -> list[dict[str, Any]]:
    done = run("search", *words, "-f", "json", "--book", book)
    assert (done.returncode, done.stderr) == (0, "")
    rows: list[dict[str, Any]] = told(done.stdout)
    return rows


def document_of(book: Path, source: str) -> str:
    """The id of the document of this file name."""
    rows = found(book, "Tomahawk", "--limit", "50") + found(book, "missile", "--limit", "50")
    return next(row["document"] for row in rows if Path(row["source"]).name == source)


# ---- search


def test_hits_stand_where_they_say(book: Path) -> None:
    rows = found(book, "foreign military sale")
    assert RELEASE in {Path(row["source"]).name for row in rows}
    for row in rows:
        text = run("document", row["document"], "--as-text", "-o", "-", "--book", book).stdout
        assert row["snippet"] == text[row["start"] : row["start"] + len(row["snippet"])]
        assert {" ".join(text[a:b].lower().split()) for a, b in row["hits"]} <= {"foreign military sale"}


def test_the_cases_of_a_document_are_told(book: Path) -> None:
    case = case_of(book, event_of(book, RELEASE, "approval"))
    (row,) = [row for row in found(book, "determination approving") if Path(row["source"]).name == RELEASE]
    assert (row["cases"], row["events"], row["published"]) == ([case], 1, "2023-11-17")
    shown = run("search", "determination approving", "--book", book).stdout
    assert f"1 event in {case}" in shown
    assert "\x1b" not in shown


def test_words_of_a_script_without_spaces_are_found(book: Path) -> None:
    (row,) = found(book, "防衛省")
    assert row["source"].endswith("hokoku-ja.txt")
    assert row["hits"]


def test_the_clocks_and_the_limit_narrow_a_search(book: Path) -> None:
    early = found(book, "Tomahawk", "--known-at", "2023-03-01")
    assert 0 < len(early) < len(found(book, "Tomahawk", "--limit", "50"))
    assert max(row["known"] for row in early) <= "2023-03-01"
    assert len(found(book, "Tomahawk", "--limit", "2")) == 2
    assert run("search", "nothingofthekind", "--book", book).stdout == "no document holds all of these words\n"


def test_lines_of_a_search_fit_the_terminal(book: Path) -> None:
    assert max(map(len, run("search", "Tomahawk", "--book", book, COLUMNS="60").stdout.splitlines())) <= 60


# ---- document


def test_a_document_is_shown_with_its_evidence(book: Path) -> None:
    shown = run("document", document_of(book, RELEASE)[:10], "--book", book)
    assert shown.returncode == 0
    assert "{Government of Japan: buyer}" in shown.stdout
    assert f"event {event_of(book, RELEASE, 'approval')}" in shown.stdout
    assert "\x1b" not in shown.stdout
    as_json = told(run("document", document_of(book, RELEASE), "-f", "json", "--book", book).stdout)
    assert [mark for mark in as_json["marks"] if as_json["text"][mark["start"] : mark["end"]] != mark["quote"]] == []
    assert as_json["marks"]


def test_a_page_for_a_browser_has_no_script(book: Path, tmp_path: Path) -> None:
    place = tmp_path / "page.html"
    assert run("document", document_of(book, RELEASE), "-f", "html", "-o", place, "--book", book).stdout == ""
    tags: list[str] = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, _: tags.append(tag)  # type: ignore[method-assign]
    parser.feed(place.read_text(encoding="utf-8"))
    assert "mark" in tags or "span" in tags
    assert "script" not in tags


@pytest.mark.parametrize("source", [RELEASE, NOTE, "2026-03-31-register.csv"])
def test_the_original_bytes_come_back(source: str, book: Path, tmp_path: Path) -> None:
    sha, place = document_of(book, source), tmp_path / "original"
    call = [*command(), "document", sha, "--original", "--book", str(book)]
    assert subprocess.run(call, capture_output=True, env=environment(), check=True).stdout == (EXAMPLES / source).read_bytes()
    run("document", sha, "--original", "-o", place, "--book", book)
    assert place.read_bytes() == (EXAMPLES / source).read_bytes()


def test_original_bytes_are_made_harmless_as_text(book: Path) -> None:
    shown = run("document", document_of(book, NOTE), "--original", "--as-text", "--book", book).stdout
    assert shown.startswith("%PDF-")
    assert [c for c in shown if ord(c) < 32 and c not in "\n\t"] == []


def test_a_rejected_event_is_not_marked(tmp_path: Path) -> None:
    own = casebook(tmp_path)
    event = event_of(own, RELEASE, "approval")
    run("reject", event, "--reason", "read again", "--by", "Ana", "--book", own)
    assert event not in run("document", document_of(own, RELEASE), "--book", own).stdout


# ---- versions


def edited(tmp_path: Path) -> Path:
    """A casebook of a page that was edited three times: once with a new date, twice, on the day of the test, without."""
    book, page = tmp_path / "edited.db", tmp_path / "page.html"
    texts = [(EXAMPLES / RELEASE).read_text(encoding="utf-8")]
    for old, new in (
        ("two hundred (200) Tomahawk Block V", "two hundred ten (210) Tomahawk Block V"),
        ("estimated total cost is $2.35 billion", "estimated total cost is $2.41 billion"),
        ("fourteen (14)", "sixteen (16)"),
    ):
        assert old in texts[-1]
        texts.append(texts[-1].replace(old, new))
    for text, day in zip(texts, ("2023-11-17", "2023-12-01", "2023-12-01", "2023-12-01"), strict=True):
        page.write_text(text, encoding="utf-8")
        assert run("add", "-q", page, "--url", URL, "--published", day, "--book", book).returncode == 0
    return book


def test_versions_of_a_page_tell_what_was_edited_and_in_which_case(tmp_path: Path) -> None:
    book = edited(tmp_path)
    shown = run("versions", URL, "--book", book).stdout
    assert "[-2.35-]{+2.41+}" in shown
    (page,) = told(run("versions", URL, "-f", "json", "--book", book).stdout)
    assert [version["edits"] == [] for version in page] == [True, False, False, False]
    changes = [change for version in page for change in version["events"]]
    assert [(change["kind"], [slot["slot"] for slot in change["slots"]]) for change in changes] == [
        ("changed", ["items"]), ("changed", ["value"]), ("changed", ["items"]),
    ]  # fmt: skip
    (case,) = {change["case"] for change in changes}
    assert {case for row in found(book, "Tomahawk") for case in row["cases"]} == {case}
    assert f"changed: {case}" in shown


def test_versions_of_any_writing_of_the_address_and_of_a_document(book: Path) -> None:
    plain = run("versions", URL, "--book", book).stdout
    assert "it was never edited" in plain
    assert run("versions", "HTTP://www.example.org/2023/dsca-release/?utm_source=x#top", "--book", book).stdout == plain
    assert run("versions", document_of(book, RELEASE)[:12], "--book", book).stdout == plain


# ---- compare


def test_a_list_is_compared_with_the_casebook(book: Path) -> None:
    done = run("compare", "--with", LIST, "--map", MAP, "-f", "json", "--book", book)
    rows = told(done.stdout)
    assert {row["result"] for row in rows} >= {"differs", "only theirs"}
    assert "only theirs" in run("compare", "--with", LIST, "--map", MAP, "--book", book).stdout.splitlines()[-1]
    poland = told(run("compare", "--with", LIST, "--map", MAP, "--buyer", "Poland", "-f", "json", "--book", book).stdout)
    assert {row["buyer"] for row in poland} == {"PL"}
    assert [row["result"] for row in poland] == ["only theirs"]


def test_a_casebook_agrees_with_its_own_export(book: Path, tmp_path: Path) -> None:
    lines = tmp_path / "ours.jsonl"
    run("export", "-f", "jsonl", "-o", lines, "--book", book)
    rows = told(run("compare", "--with", lines, "-f", "json", "--book", book).stdout)
    assert {row["result"] for row in rows} == {"match"}


# ---- what is wrong


class Wrong(NamedTuple):
    name: str
    words: tuple[str, ...]
    said: tuple[str, ...]
    code: int = 1


WRONG = [
    Wrong("a search for nothing", ("search", ""), ("no word in it",)),
    Wrong("a search for signs", ("search", "*** (", '"'), ("no word in it",)),
    Wrong("a limit of none", ("search", "x", "--limit", "0"), ("--limit", "10000")),
    Wrong("a limit of all the world", ("search", "x", "--limit", "9" * 50), ("--limit",)),
    Wrong("words are no id", ("document", "tomahawk"), ("tomahawk", "transmittal search"), 3),
    Wrong("nothing is no id", ("document", ""), ("transmittal search",), 3),
    Wrong("an id that nothing has", ("document", "f" * 64), ("no such document",), 3),
    Wrong("an id that is too long", ("document", "f" * 65), ("no beginning",), 3),
    Wrong("an id that several have", ("document", "0"), ("0", "transmittal search"), 3),
    Wrong("a page of the original", ("document", "0", "--original", "-f", "html"), ("--format",)),
    Wrong("an address that is not kept", ("versions", "https://example.org/gone"), ("gone", "transmittal search"), 3),
    Wrong("an empty address", ("versions", ""), ('""',), 3),
    Wrong("an address that is no text", ("versions", "\udcff"), ("no page of this address",), 3),
    Wrong("a list that is not there", ("compare", "--with", "gone.csv"), ("gone.csv",), 2),
    Wrong("lines that are not there", ("compare", "--with", "gone.jsonl"), ("gone.jsonl",), 2),
    Wrong("a program for a list", ("compare", "--with", "BINARY"), ("BINARY",), 2),
    Wrong("a program for lines", ("compare", "--with", "BINARY.jsonl"), ("BINARY.jsonl",), 2),
    Wrong("a program for a mapping", ("compare", "--with", str(LIST), "--map", "BINARY"), ("BINARY",)),
    Wrong("a table that nobody explains", ("compare", "--with", str(LIST)), ("--map",)),
    Wrong("a year that is none", ("compare", "--with", str(LIST), "--map", str(MAP), "--from", "soon"), ("--from", "2015")),
    Wrong("years in the wrong order", ("compare", "--with", str(LIST), "--map", str(MAP), "--from", "2025", "--to", "2015"), ("earlier",)),
    Wrong("a buyer that nobody knows", ("compare", "--with", str(LIST), "--map", str(MAP), "--buyer", "Wakanda"), ("Wakanda", "--buyer")),
    Wrong("no list at all", ("compare",), ("--with",)),
]


@pytest.mark.parametrize("case", WRONG, ids=lambda case: case.name)
def test_a_wrong_call_says_what_to_write(case: Wrong, book: Path, tmp_path: Path) -> None:
    for name in ("BINARY", "BINARY.jsonl"):
        (tmp_path / name).write_bytes(b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 8)
    call = [*command(), *case.words, "--book", str(book)]
    done = subprocess.run(call, cwd=tmp_path, capture_output=True, env=environment(), timeout=60, check=False)
    complaint = done.stderr.decode()
    assert (done.returncode, done.stdout) == (case.code, b"")
    assert complaint.count("\n") == 1
    assert "the program failed" not in complaint
    assert [words for words in case.said if words not in complaint] == []


def test_csv_and_lines_of_a_search(book: Path) -> None:
    assert run("search", "Tomahawk", "-f", "csv", "--book", book).stdout.startswith("published,known,kind,title,document")
    lines = run("search", "Tomahawk", "-f", "jsonl", "--book", book).stdout.splitlines()
    assert json.loads(lines[0])["document"]
