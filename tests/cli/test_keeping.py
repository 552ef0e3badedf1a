"""Naming, checking, copying a casebook; taking other people's lists in, and giving cases out."""

import csv
import gzip
import io
import json
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from casebooks import case_of, casebook, event_of, events_of, told
from command import EXAMPLES, command, environment, run

from transmittal.cases.exchange.formats import FORMATS
from transmittal.ledger import open_casebook

RELEASE = "2023-11-17-dsca-release.html"
LIST, MAP = EXAMPLES / "maps" / "our-list.csv", EXAMPLES / "maps" / "our-list.toml"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return casebook(tmp_path)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A casebook that nobody writes to."""
    return casebook(tmp_path_factory.mktemp("shared"))


# ---- snapshots and checks


def test_a_snapshot_answers_as_the_casebook_stood(book: Path) -> None:
    event = event_of(book, RELEASE, "approval")
    case = case_of(book, event)
    named = run("snapshot", "for the paper", "--on", "2024-06-01", "--by", "Ana", "--book", book)
    assert (named.returncode, "“for the paper”" in named.stdout) == (0, True)
    run("reject", event, "--reason", "later", "--by", "Bo", "--book", book)
    then = run("export", "-f", "jsonl", "--case", case, "--snapshot", "for the paper", "--book", book)
    now = run("export", "-f", "jsonl", "--case", case, "--book", book)
    assert [event in {kept["id"] for kept in told(done.stdout)["events"]} for done in (then, now)] == [True, False]
    (listed,) = told(run("snapshot", "--list", "-f", "json", "--book", book).stdout)
    assert (listed["name"], listed["on"], listed["known"]) == ("for the paper", "2024-06-01", None)
    assert "for the paper" in run("snapshot", "--list", "--book", book).stdout


def test_a_snapshot_is_never_named_anew(book: Path) -> None:
    assert run("snapshot", "one", "--by", "Ana", "--book", book).returncode == 0
    again = run("snapshot", "one", "--by", "Ana", "--book", book)
    assert (again.returncode, "exists already" in again.stderr) == (3, True)


def test_verify_finds_what_was_altered_and_what_was_cut_off(book: Path, tmp_path: Path) -> None:
    sound = told(run("verify", "-f", "json", "--book", book).stdout)
    assert (sound["sound"], sound["faults"]) == (True, [])
    noted = f"{sound['entries']}:{sound['chain']}"
    assert run("verify", "--noted", noted, "--book", book).returncode == 0
    with sqlite3.connect(book) as raw:
        raw.execute("UPDATE documents SET title = 'another' WHERE n = 3")
    raw.close()
    altered = run("verify", "--book", book)
    assert (altered.returncode, "documents 3" in altered.stdout, "not what was recorded" in altered.stdout) == (3, True, True)
    assert told(run("verify", "-f", "json", "--book", book).stdout)["sound"] is False
    shorter = tmp_path / "shorter.db"
    run("add", "-q", EXAMPLES / RELEASE, "--book", shorter)
    assert run("verify", "--noted", noted, "--book", shorter).returncode == 3


def test_a_backup_is_a_casebook_and_becomes_one_again(book: Path, tmp_path: Path) -> None:
    copy, again = tmp_path / "copy.db", tmp_path / "again.db"
    made = told(run("backup", copy, "-f", "json", "--book", book).stdout)
    assert made["chain"] == told(run("verify", "-f", "json", "--book", copy).stdout)["chain"]
    assert "checked" in run("restore", copy, "--book", again).stdout
    case = case_of(book, event_of(book, RELEASE, "approval"))
    assert events_of(again, case) == events_of(book, case) != set()
    twice = run("restore", copy, "--book", again)
    assert (twice.returncode, "has entries already" in twice.stderr) == (3, True)
    over = run("backup", copy, "--book", book)
    assert (over.returncode, "overwrites nothing" in over.stderr) == (3, True)


# ---- out


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "parquet"])
def test_a_format_on_standard_output_is_the_same_in_a_file(name: str, shared: Path, tmp_path: Path) -> None:
    place = tmp_path / "out"
    done = run("export", "-f", name, "--book", shared)
    filed = run("export", "-f", name, "-o", place, "--book", shared)
    assert (done.returncode, done.stderr, filed.returncode, filed.stdout) == (0, "", 0, "")
    assert place.read_bytes().decode() == done.stdout != ""
    assert [p.name for p in tmp_path.iterdir()] == ["out"], "nothing half done is left beside it"


def test_filters_and_clocks_choose_the_cases(shared: Path) -> None:
    def rows(*words: str) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(run("export", *words, "--book", shared).stdout)))

    everything = rows()
    assert {row["buyer"] for row in everything} == {"JP", "US"}
    case = case_of(shared, event_of(shared, RELEASE, "approval"))
    assert {row["case"] for row in rows("--case", case)} == {case}
    assert {row["case"] for row in rows("--buyer", "United States")} < {row["case"] for row in everything}
    early = rows("--known-at", "2023-12-31")
    assert max(row["known"] for row in early) <= "2023-12-31"
    assert 0 < len(early) < len(everything)


def test_the_archive_holds_what_was_received(shared: Path, tmp_path: Path) -> None:
    place = tmp_path / "all.warc.gz"
    assert "17 records" in run("export", "-f", "warc", "-o", place, "--book", shared).stderr
    unpacked = gzip.decompress(place.read_bytes())
    assert (EXAMPLES / RELEASE).read_bytes() in unpacked
    run("export", "-f", "warc", "-o", place, "--buyer", "US", "--book", shared)
    fewer = gzip.decompress(place.read_bytes())
    assert (EXAMPLES / "2024-09-27-contracts.html").read_bytes() in fewer
    assert (EXAMPLES / RELEASE).read_bytes() not in fewer


def test_an_archive_is_read_again(shared: Path, tmp_path: Path) -> None:
    place = tmp_path / "all.warc.gz"
    run("export", "-f", "warc", "-o", place, "--book", shared)
    lines = run("read", "-q", "-f", "jsonl", place).stdout.splitlines()
    with open_casebook(str(shared)) as opened, opened.view() as view:
        kept = {document.text for document in view.documents()}
    assert {json.loads(line)["document"]["text"] for line in lines} == kept


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes of this kind")
@pytest.mark.parametrize("name", ["csv", "jsonl", "annotations", "warc"])
def test_a_closed_pipe_is_quiet(name: str, shared: Path) -> None:
    call = [*command(), "export", "-f", name, "--book", str(shared)]
    with subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()) as export:
        assert export.stdout is not None
        assert export.stderr is not None
        export.stdout.read(1)
        export.stdout.close()
        assert export.stderr.read() == b""
        assert export.wait() == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full disk to write to")
def test_a_full_disk_is_told_in_one_line(shared: Path) -> None:
    for words in (("-o", "/dev/full"), ("-f", "annotations", "-o", "/dev/full")):
        done = run("export", *words, "--book", shared)
        assert (done.returncode, done.stderr.count("\n")) == (1, 1)
        assert "No space left" in done.stderr


def test_the_columns_are_told(shared: Path) -> None:
    assert "quantity_bounds" in run("export", "--columns", "--book", shared).stdout


# ---- in


def test_an_export_of_one_casebook_is_imported_by_another(shared: Path, tmp_path: Path) -> None:
    lines, other = tmp_path / "all.jsonl", tmp_path / "other.db"
    run("export", "-f", "jsonl", "-o", lines, "--book", shared)
    done = run("import", lines, "-f", "jsonl", "--book", other)
    outcomes = [json.loads(line) for line in done.stdout.splitlines()]
    assert (done.returncode, {one["outcome"] for one in outcomes}, len(outcomes)) == (0, {"new"}, 17)
    again = run("import", lines, "--book", other)
    assert (again.returncode, again.stdout) == (0, f"17 known, in {other}\n")


def test_what_is_kept_is_not_thinned_by_an_export_of_one_case(book: Path, tmp_path: Path) -> None:
    event = event_of(book, "2022-12-23-budget-overview.txt", "plan")  # its document tells of two cases
    lines = tmp_path / "one.jsonl"
    run("export", "-f", "jsonl", "--case", case_of(book, event), "-o", lines, "--book", book)
    short = run("import", lines, "-f", "json", "--book", book)
    assert {one["outcome"] for one in told(short.stdout)} == {"known"}
    assert told(run("verify", "-f", "json", "--book", book).stdout)["entries"] == entries(book)


def entries(book: Path) -> int:
    with open_casebook(str(book)) as opened, opened.view() as view:
        return view.entry


def test_a_reading_goes_from_one_machine_to_another(tmp_path: Path) -> None:
    lines = tmp_path / "read.jsonl"
    lines.write_text(run("read", "-f", "jsonl", EXAMPLES / RELEASE).stdout, encoding="utf-8")
    done = run("import", lines, "-f", "json", "--book", tmp_path / "b.db")
    (one,) = told(done.stdout)
    assert (one["outcome"], one["events"]) == ("new", 1)


def test_a_bad_line_costs_only_itself(tmp_path: Path) -> None:
    good = run("read", "-f", "jsonl", EXAMPLES / RELEASE).stdout
    lines = tmp_path / "mixed.jsonl"
    lines.write_text(good.replace('"quote":"Japan', '"quote":"Jxpan') + '{"half":\n' + '{"document": 1}\n' + good, encoding="utf-8")
    done = run("import", lines, "--book", tmp_path / "b.db")
    assert done.returncode == 2
    assert "line 2" in done.stderr
    assert "line 3" in done.stderr
    assert "1 new" in done.stdout


def test_a_table_is_kept_as_its_mapping_reads_it(tmp_path: Path) -> None:
    book = tmp_path / "b.db"
    done = run("import", LIST, "--map", MAP, "-f", "json", "--book", book)
    (one,) = told(done.stdout)
    assert (done.returncode, one["outcome"], one["events"] > 5) == (0, "new", True)
    assert "1 known" in run("import", LIST, "--map", MAP, "--book", book).stdout
    changed = tmp_path / "map.toml"
    changed.write_text(MAP.read_text(encoding="utf-8").replace('"signed" = "agreement"', '"signed" = "approval"'), encoding="utf-8")
    (again,) = told(run("import", LIST, "--map", changed, "-f", "json", "--book", book).stdout)
    assert (again["outcome"], again["retired"] > 0) == ("reread", True)


# ---- what is wrong


class Wrong(NamedTuple):
    name: str
    words: tuple[str, ...]
    said: tuple[str, ...]
    code: int = 1


# FOLDER, BINARY and TEXT stand for such files of the test's own folder.
WRONG = [
    Wrong("a snapshot without a name", ("snapshot",), ("--list",)),
    Wrong("a name and a list", ("snapshot", "x", "--list"), ("--list",)),
    Wrong("a name of blanks", ("snapshot", " ", "--by", "Ana"), ("1 to 100",)),
    Wrong("a day that is none", ("snapshot", "x", "--on", "soon"), ("--on", "2023-11-17")),
    Wrong("a noted hash that is none", ("verify", "--noted", "12"), ("--noted", "17:ab12")),
    Wrong("a number of faults that is none", ("verify", "--most", "9" * 99), ("--most",)),
    Wrong("a backup into no folder", ("backup", "FOLDER/none/x.db"), ("no file can be made",), 3),
    Wrong("a backup without a name", ("backup", ""), ("no name of a file",)),
    Wrong("a file that is no backup", ("restore", "BINARY"), ("BINARY",), 3),
    Wrong("a backup that is not there", ("restore", "gone.db"), ("gone.db", "transmittal backup"), 3),
    Wrong("an unknown format of export", ("export", "-f", "xml"), ("xml", "annotations, warc")),
    Wrong("an output in no folder", ("export", "-o", "FOLDER/none/x.csv"), ("cannot be written", "--output")),
    Wrong("an output that is a folder", ("export", "-o", "FOLDER"), ("folder",)),
    Wrong("an output without a name", ("export", "-o", " "), ("--output",)),
    Wrong("a buyer that nobody knows", ("export", "--buyer", "Wakanda"), ("Wakanda", "--buyer")),
    Wrong("a file that is not there", ("import", "gone.jsonl"), ("gone.jsonl",), 2),
    Wrong("a folder is no file", ("import", "FOLDER"), ("cannot be read",), 2),
    Wrong("a program is no JSON Lines", ("import", "BINARY"), ("no JSON Lines", "--map")),
    Wrong("a table without its mapping", ("import", str(LIST)), ("no JSON Lines", "--map")),
    Wrong("a mapping that is none", ("import", str(LIST), "--map", "TEXT"), ("no mapping file", "docs/cases/exchange.md")),
    Wrong("a mapping that is no text", ("import", str(LIST), "--map", "BINARY"), ("BINARY",)),
    Wrong("a mapping that is not there", ("import", str(LIST), "--map", "gone.toml"), ("gone.toml",)),
    Wrong("a mapping of another table", ("import", "TEXT", "--map", str(MAP)), ("Country",), 2),
    Wrong("a program is no table", ("import", "BINARY", "--map", str(MAP)), ("BINARY",), 2),
    Wrong("JSON Lines have their own day", ("import", "TEXT", "--published", "2024-01-01"), ("--published",)),
]


@pytest.mark.parametrize("case", WRONG, ids=lambda case: case.name)
def test_a_wrong_call_says_what_to_write(case: Wrong, shared: Path, tmp_path: Path) -> None:
    (tmp_path / "FOLDER").mkdir()
    (tmp_path / "BINARY").write_bytes(b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 8)
    (tmp_path / "TEXT").write_text("No. of pieces, not TOML\n1, 2\n", encoding="utf-8")
    target = tmp_path / "new.db" if case.words[0] == "restore" else shared
    call = [*command(), *case.words, "--book", str(target)]
    done = subprocess.run(call, cwd=tmp_path, capture_output=True, text=True, env=environment(), timeout=60, check=False)
    assert (done.returncode, done.stdout) == (case.code, "")
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr
    assert [words for words in case.said if words not in done.stderr] == []
