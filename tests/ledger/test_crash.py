"""What was reported as kept survives the death of the program, of the server, and a neighbour who writes at the same time."""

import random
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from adder import main as add_documents
from papers import numbered
from server import Server
from whole import halves, kept_ids

from transmittal.ledger import Casebook, open_casebook
from transmittal.ledger.verify import verify

ADDER = Path(__file__).parent / "adder.py"
DEATHS, DOCUMENTS = 50, 2000


@pytest.fixture(scope="module")
def safe_server(postgresql: Server) -> Iterator[Server]:
    """A server that writes to the disk in earnest, as the tests' other one does not."""
    with Server(postgresql.folder, safe=True) as server:
        yield server


@pytest.fixture
def safe_address(database: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a casebook can be begun whose commits are kept for good."""
    return str(tmp_path / "book.db") if database == "sqlite" else request.getfixturevalue("safe_server").database()


def _start(address: str, first: int, count: int) -> "subprocess.Popen[str]":
    return subprocess.Popen([sys.executable, ADDER, address, str(first), str(count)], stdout=subprocess.PIPE, text=True)


@pytest.mark.slow
def test_killed_fifty_times_while_adding(safe_address: str) -> None:
    """Killed at points chosen by chance, from before the first commit to a hundred documents later."""
    open_casebook(safe_address).close()
    readings, chance, promised = numbered(DOCUMENTS), random.Random(7), set()
    for _ in range(DEATHS):
        with open_casebook(safe_address) as book:
            there = len(kept_ids(book))
        process = _start(safe_address, there + 1, DOCUMENTS - there)
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(chance.randint(0, 8))]
        time.sleep(chance.random() * 0.03)
        process.kill()
        lines += process.stdout.readlines()
        process.wait()
        process.stdout.close()
        promised |= {line.strip() for line in lines if line.endswith("\n")}
    assert len(promised) > DEATHS, "it was never given the time to keep anything"
    with open_casebook(safe_address) as book:
        assert verify(book).faults == ()
        kept = kept_ids(book)
        assert promised <= kept
        with book.view() as view:
            assert halves(view, readings) == []
    enough = len(kept) + 20
    add_documents(safe_address, 1, enough)
    with open_casebook(safe_address) as book:
        assert len(kept_ids(book)) == enough
        verdict = verify(book)
        assert (verdict.faults, verdict.entries) == ((), enough), "what was there was not written again"


@pytest.mark.slow
def test_a_server_that_dies_while_a_program_adds(safe_server: Server) -> None:
    """PostgreSQL is stopped as by a crash, five times, and started again."""
    address, readings, promised = safe_server.database(), numbered(DOCUMENTS), set()
    open_casebook(address).close()
    for _ in range(5):
        with open_casebook(address) as book:
            there = len(kept_ids(book))
        process = _start(address, there + 1, DOCUMENTS - there)
        assert process.stdout is not None
        promised |= {process.stdout.readline().strip() for _ in range(10)}
        safe_server.stop("immediate")
        promised |= {line.strip() for line in process.stdout.readlines() if line.endswith("\n")}
        assert process.wait() != 0
        process.stdout.close()
        safe_server.start()
    with open_casebook(address) as book:
        assert verify(book).faults == ()
        assert promised <= kept_ids(book)
        with book.view() as view:
            assert halves(view, readings) == []


@pytest.mark.slow
def test_two_writers_lose_nothing_and_no_reader_sees_half_a_document(safe_address: str) -> None:
    """Two processes add overlapping hundreds; meanwhile we look again and again."""
    open_casebook(safe_address).close()
    writers = [_start(safe_address, first, 120) for first in (1, 81)]
    printed: list[set[str]] = [set(), set()]

    def listen(at: int) -> None:
        stream = writers[at].stdout
        assert stream is not None
        printed[at] = {line.strip() for line in stream}

    listeners = [threading.Thread(target=listen, args=(at,)) for at in (0, 1)]
    for listener in listeners:
        listener.start()
    readings, seen = numbered(200), []
    with open_casebook(safe_address) as book:
        while any(writer.poll() is None for writer in writers):
            seen.append(_look(book, readings))
            time.sleep(0.05)
        for listener in listeners:
            listener.join()
        assert [writer.returncode for writer in writers] == [0, 0]
        assert seen == sorted(seen), "a document that was there was gone again"
        assert len(set(seen)) > 3, "the readers came too late to see anything"
        assert len(printed[0]) == len(printed[1]) == 120
        assert kept_ids(book) == printed[0] | printed[1]
        verdict = verify(book)
        assert (verdict.faults, verdict.entries) == ((), 200)


def _look(book: Casebook, readings: list[object]) -> int:
    with book.view() as view:
        assert halves(view, readings) == []  # type: ignore[arg-type]
        documents = view.rows("SELECT count(*) AS c FROM documents")[0].c
        assert view.rows("SELECT max(n) AS n FROM entries")[0].n in (documents, None)
        return int(documents)
