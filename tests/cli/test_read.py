"""What the installed command reads and prints."""

import csv
import json
import os
import signal
import subprocess
import threading
import time
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from command import EXAMPLES, RELEASE, command, environment, run

STATEMENT = "2024-01-18-minister-statement.html"


def objects(stream: str) -> list[dict[str, Any]]:
    """Concatenated JSON objects, however they are laid out."""
    found, at, decoder = [], 0, json.JSONDecoder()
    while at < len(stream):
        value, at = decoder.raw_decode(stream, at)
        found.append(value)
        at += len(stream[at:]) - len(stream[at:].lstrip())
    return found


def copy(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(RELEASE.read_bytes())


def names(stream: str) -> list[str]:
    """The file names of JSON lines, in order."""
    return [Path(o["document"]["source"] if "document" in o else o["source"]).name for o in objects(stream)]


# ---- formats


def test_json_is_laid_out_and_one_object_follows_another() -> None:
    done = run("read", "-f", "json", RELEASE, EXAMPLES / STATEMENT)
    assert done.returncode == 0
    assert done.stdout.startswith('{\n  "document": {\n')
    assert names(done.stdout) == [RELEASE.name, STATEMENT]


def test_jsonl_is_the_same_one_a_line() -> None:
    laid_out, lines = run("read", "-f", "json", RELEASE), run("read", "-f", "jsonl", RELEASE)
    assert lines.stdout.count("\n") == 1
    assert json.loads(lines.stdout) == json.loads(laid_out.stdout)


def test_every_quote_is_its_stretch_of_the_text() -> None:
    for reading in objects(run("read", "-f", "jsonl", "--manifest", EXAMPLES / "manifest.jsonl").stdout):
        text = reading["document"]["text"]
        mentions = list(find_mentions(reading["events"]))
        assert [m for m in mentions if text[m["start"] : m["end"]] != m["quote"]] == []


def find_mentions(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "quote" in value:
            yield value
        for inner in value.values():
            yield from find_mentions(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from find_mentions(inner)


def test_csv_has_a_row_an_event_and_no_formula(tmp_path: Path) -> None:
    copy(tmp_path, "=cmd.html")
    call = [*command(), "read", "-f", "csv", "=cmd.html"]
    done = subprocess.run(call, cwd=tmp_path, capture_output=True, text=True, env=environment(), check=True)
    (row,) = csv.DictReader(done.stdout.splitlines())
    assert (row["source"], row["stage"], row["buyer"], row["value_bound"]) == ("'=cmd.html", "approval", "JP", "max")


@pytest.mark.parametrize("columns", [60, 80, 120, 200])
@pytest.mark.parametrize("format", ["text", "table"])
def test_lines_fit_the_terminal(format: str, columns: int) -> None:
    done = run("read", "-f", format, RELEASE, EXAMPLES / "2025-04-08-procurement-note.pdf", COLUMNS=str(columns))
    assert max(len(line) for line in done.stdout.splitlines()) <= columns
    assert [line for line in done.stdout.splitlines() if line != line.rstrip()] == []


def test_a_long_quote_runs_on_below_itself() -> None:
    lines = run("read", RELEASE, COLUMNS="80").stdout.splitlines()
    first = next(n for n, line in enumerate(lines) if line.startswith("  evidence    “WASHINGTON"))
    assert lines[first + 1].startswith(" " * 14 + "determination")


def test_explain_names_rule_and_words_of_each_slot() -> None:
    done = run("read", "--explain", RELEASE, COLUMNS="110")
    assert "“$2.35 billion”" in done.stdout
    assert "forms.grammar.release" in done.stdout
    (reading,) = objects(run("read", "--explain", "-f", "json", RELEASE).stdout)
    assert all(event["rules"] for event in reading["events"])


# ---- what is read


def test_standard_input_and_what_the_call_knows_of_it() -> None:
    done = run("read", "-", "--published", "2023-11-18", "--url", "https://example.org/x", "-f", "json", given=RELEASE.read_bytes())
    document = json.loads(done.stdout)["document"]
    assert (document["source"], document["published"], document["url"]) == ("-", "2023-11-18", "https://example.org/x")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_named_by_the_caller_is_read_and_one_in_a_directory_is_not_waited_for(tmp_path: Path) -> None:
    copy(tmp_path, "a.html")
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert names(run("read", "-f", "jsonl", tmp_path).stdout) == ["a.html"]
    threading.Thread(target=pipe.write_bytes, args=(RELEASE.read_bytes(),), daemon=True).start()
    assert names(run("read", "-f", "jsonl", pipe).stdout) == ["pipe"]


def test_a_directory_is_read_in_order_without_hidden_files(tmp_path: Path) -> None:
    copy(tmp_path, "b.html", "a.html", "c/d.html", ".hidden.html", ".git/e.html")
    assert names(run("read", "-f", "jsonl", tmp_path).stdout) == ["a.html", "b.html", "d.html"]


def test_a_glob_reads_what_matches_and_a_file_of_that_name_wins(tmp_path: Path) -> None:
    copy(tmp_path, "a1.html", "a2.html", "b.html", "a[1].html")
    assert names(run("read", "-f", "jsonl", tmp_path / "a?.html").stdout) == ["a1.html", "a2.html"]
    assert names(run("read", "-f", "jsonl", tmp_path / "a[1].html").stdout) == ["a[1].html"]


def test_only_leaves_the_other_kind_unread() -> None:
    prose = EXAMPLES / "2024-01-18-letter-signed.txt"
    news = objects(run("read", "--only", "news", "-f", "jsonl", RELEASE, prose).stdout)
    forms = objects(run("read", "--only", "forms", "-f", "jsonl", RELEASE, prose).stdout)
    assert [bool(r["events"]) for r in news] == [False, True]
    assert [bool(r["events"]) for r in forms] == [True, False]


def test_a_manifest_keeps_its_order_and_puts_errors_in_their_place(tmp_path: Path) -> None:
    copy(tmp_path, "in/b.html", "in/a.html")
    lines = [
        '\ufeff{"path": "b.html", "published": "2024-05-06", "url": "https://example.org/b", "note": "other keys are let pass"}',
        '{"path": "gone.html"}',
        "",
        "{not JSON",
        '{"path": "a.html", "published": "yesterday"}',
        '{"path": "a.html", "url": "\\ud800"}',
        '{"path": "a.html"}',
    ]
    (tmp_path / "in" / "list.jsonl").write_text("\n".join(lines), encoding="utf-8")
    done = run("read", "-f", "jsonl", "--manifest", tmp_path / "in" / "list.jsonl")
    assert done.returncode == 2
    assert names(done.stdout) == ["b.html", "gone.html", "list.jsonl:4", "list.jsonl:5", "list.jsonl:6", "a.html"]
    first = objects(done.stdout)[0]["document"]
    assert (first["published"], first["url"]) == ("2024-05-06", "https://example.org/b")


def test_what_cannot_be_read_costs_only_itself(tmp_path: Path) -> None:
    copy(tmp_path, "a.html", "c.html")
    (tmp_path / "b.html").write_bytes(b"")
    done = run("read", "-f", "jsonl", tmp_path)
    assert (done.returncode, names(done.stdout)) == (2, ["a.html", "b.html", "c.html"])


def test_a_file_deleted_midway_is_named_and_the_next_is_read(tmp_path: Path) -> None:
    """Through the library door, where the moment can be chosen."""
    from transmittal.cli.read import Failure, ReadOptions, read_all

    copy(tmp_path, "a.html", "b.html", "c.html")
    results = read_all(ReadOptions(words=(str(tmp_path),)))
    assert not isinstance(next(results), Failure)
    (tmp_path / "b.html").unlink()
    gone, last = results
    assert isinstance(gone, Failure)
    assert gone.error.code == "not_found"
    assert not isinstance(last, Failure)


def test_a_fault_of_ours_costs_one_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import transmittal.reading
    from transmittal.cli.read import Failure, ReadOptions, read_all

    copy(tmp_path, "a.html", "b.html")
    faults = iter([ZeroDivisionError("a fault"), MemoryError()])

    def broken(*_: object, **__: object) -> None:
        raise next(faults)

    monkeypatch.setattr(transmittal.reading, "read_document", broken)
    results = list(read_all(ReadOptions(words=(str(tmp_path),))))
    assert [r.error.code for r in results if isinstance(r, Failure)] == ["internal", "internal"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may list every directory")
def test_a_directory_that_may_not_be_listed_is_named(tmp_path: Path) -> None:
    copy(tmp_path, "a.html", "closed/b.html")
    (tmp_path / "closed").chmod(0)
    try:
        done = run("read", "-f", "jsonl", tmp_path)
    finally:
        (tmp_path / "closed").chmod(0o700)
    assert (done.returncode, names(done.stdout)) == (2, ["a.html", "closed"])


def test_a_file_name_that_is_not_utf8_is_read(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xff.html"
    try:
        with open(path, "wb") as file:  # noqa: PTH123  pathlib takes no bytes
            file.write(RELEASE.read_bytes())
    except OSError:
        pytest.skip("this file system allows only UTF-8 names")
    for format in ("text", "table", "json", "csv"):
        assert run("read", "-f", format, os.fsdecode(path)).returncode == 0


@pytest.fixture
def server() -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(EXAMPLES))) as http:
        threading.Thread(target=http.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{http.server_address[1]}"
        http.shutdown()


def test_an_address_is_fetched_when_it_may_be(server: str) -> None:
    address = f"{server}/{RELEASE.name}"
    done = run("read", "--allow-private", "-f", "json", address)
    assert (done.returncode, json.loads(done.stdout)["document"]["url"]) == (0, address)


def test_a_private_address_and_a_missing_page_are_refused_by_name(server: str) -> None:
    private = run("read", "-f", "json", f"{server}/{RELEASE.name}")
    missing = run("read", "--allow-private", "-f", "json", f"{server}/gone.html")
    assert (private.returncode, missing.returncode) == (2, 2)
    assert server in private.stderr
    assert "404" in missing.stderr


# ---- how it ends


def test_a_reader_that_stops_listening_is_no_error() -> None:
    for format in ("text", "jsonl", "csv"):
        call = [*command(), "read", "-f", format, "--manifest", str(EXAMPLES / "manifest.jsonl")]
        with subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.readline()
            process.stdout.close()
            assert process.stderr.read() == b""
        assert process.returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_an_interrupt_ends_with_one_line() -> None:
    process = subprocess.Popen([*command(), "read", "-"], stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=environment())
    time.sleep(1.5)  # it now waits for its input
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=20)
    assert (process.returncode, said) == (130, b"transmittal: interrupted\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_a_full_disk_is_said() -> None:
    with open("/dev/full", "w") as full:  # noqa: PTH123
        call = [*command(), "read", str(RELEASE)]
        done = subprocess.run(call, stdout=full, stderr=subprocess.PIPE, text=True, env=environment(), check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("transmittal: standard output: cannot be written")
    assert done.stderr.count("\n") == 1


# ---- terminals


def on_terminal(*words: str, **env: str) -> str:
    """The command's output when it is a terminal."""
    pty = pytest.importorskip("pty", reason="pseudo-terminals of POSIX")
    ours, theirs = pty.openpty()
    with subprocess.Popen([*command(), *words], stdout=theirs, stderr=theirs, env=environment(TERM="xterm-256color", **env)):
        os.close(theirs)
        said = b""
        while True:
            try:
                more = os.read(ours, 65536)
            except OSError:  # how Linux ends a pseudo-terminal
                break
            if not more:
                break
            said += more
    os.close(ours)
    return said.decode()


def test_colours_only_on_a_terminal_that_wants_them() -> None:
    words = ("read", str(RELEASE))
    assert "\x1b" not in run(*words).stdout
    assert "\x1b[1;36m" in on_terminal(*words)
    assert "36m" not in on_terminal(*words, NO_COLOR="1")


def test_a_terminal_without_unicode_gets_question_marks() -> None:
    done = run("read", RELEASE, PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "200 ? Tomahawk" in done.stdout
