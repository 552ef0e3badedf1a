"""A call that is wrong ends with 1 and one line that says what to write instead."""

from pathlib import Path
from typing import NamedTuple

import pytest
from command import RELEASE, run


class Case(NamedTuple):
    name: str
    words: tuple[str, ...]
    said: tuple[str, ...]


CASES = [
    Case("an unknown option is named", ("read", "--frobnicate", str(RELEASE)), ("--frobnicate", "--help")),
    Case("an option is not guessed from its beginning", ("read", "--form", "json", str(RELEASE)), ("--form",)),
    Case("an unknown command is named", ("reed", "x"), ("reed", "--help")),
    Case("an option without its value is named", ("read", str(RELEASE), "--published"), ("--published",)),
    Case("an unknown format names the known ones", ("read", "-f", "xml", str(RELEASE)), ("xml", "--format", "jsonl")),
    Case("a date of another order shows the right one", ("read", "--published", "17/11/23", str(RELEASE)), ("17/11/23", "2023-11-17")),
    Case("a day that is in no calendar", ("read", "--published", "2023-02-30", str(RELEASE)), ("2023-02-30",)),
    Case("an unknown kind names the known ones", ("read", "--only", "poems", str(RELEASE)), ("poems", "news or forms")),
    Case("nothing to read", ("read",), ("nothing to read", "--manifest")),
    Case("a manifest that is not there", ("read", "--manifest", "no/such/list.jsonl"), ("no/such/list.jsonl", "JSON Lines")),
    Case("a folder is no manifest", ("read", "--manifest", str(RELEASE.parent)), ("cannot be opened",)),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_misuse(case: Case) -> None:
    done = run(*case.words)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("transmittal: ")
    assert [words for words in case.said if words not in done.stderr] == []


def test_no_words_at_all_show_the_help() -> None:
    done = run()
    assert done.returncode == 1
    assert "read documents" in done.stdout


class Unreadable(NamedTuple):
    name: str
    file: str
    content: bytes | None
    said: str


UNREADABLE = [
    Unreadable("a file that is not there", "gone.txt", None, "gone.txt"),
    Unreadable("an empty file", "empty.txt", b"", "empty.txt"),
    Unreadable("a program is no document", "program", b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 8, "program"),
    Unreadable("a name longer than any file system allows", "a" * 300, None, "too long"),
    Unreadable("a pattern that matches nothing", "no-*.txt", None, "no file matches"),
    Unreadable("a message cannot steer the terminal", "\x1b[2Jgone.txt", None, "\ufffd[2Jgone.txt"),
]


@pytest.mark.parametrize("case", UNREADABLE, ids=lambda case: case.name)
def test_unreadable(case: Unreadable, tmp_path: Path) -> None:
    """Exit code 2, one line naming the source; with JSON an error object in its place."""
    path = tmp_path / case.file
    if case.content is not None:
        path.write_bytes(case.content)
    done = run("read", "-f", "jsonl", path)
    assert done.returncode == 2
    assert done.stdout.count('"error":{"code":') == done.stdout.count("\n") == done.stderr.count("\n") == 1
    assert case.said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_directory_without_files_says_so(tmp_path: Path) -> None:
    done = run("read", tmp_path)
    assert done.returncode == 2
    assert "no file in this directory" in done.stderr
