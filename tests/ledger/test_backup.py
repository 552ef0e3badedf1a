"""One file holds a whole casebook, whichever database it lives in, and gives every answer again in either."""

import sqlite3
import threading
from pathlib import Path

import pytest
from answers import at_all_moments
from lively import lively
from papers import add, entry_of, numbered
from sqlalchemy import text

from transmittal.ledger import Casebook, open_casebook
from transmittal.ledger.backup import backup, restore
from transmittal.ledger.verify import verify
from transmittal.model import CasebookError


def test_a_backup_gives_the_same_answers_in_both_databases(book: Casebook, empty_address: str, other_address: str, tmp_path: Path) -> None:
    lively(book)
    file = tmp_path / "kept.db"
    verdict = backup(book, file)
    assert verdict == verify(book)
    assert sorted(path.name for path in tmp_path.iterdir() if "kept" in path.name) == ["kept.db"]
    before = at_all_moments(book)
    for address in (empty_address, other_address):
        assert restore(file, address) == verdict
        with open_casebook(address) as restored:
            assert at_all_moments(restored) == before
            assert verify(restored) == verdict


def test_a_backup_is_a_casebook_itself(book: Casebook, tmp_path: Path) -> None:
    lively(book)
    backup(book, tmp_path / "kept.db")
    with open_casebook(str(tmp_path / "kept.db"), create=False) as kept:
        assert at_all_moments(kept) == at_all_moments(book)


def test_a_restored_casebook_goes_on(book: Casebook, other_address: str, tmp_path: Path) -> None:
    add(book, *numbered(3))
    backup(book, tmp_path / "kept.db")
    restore(tmp_path / "kept.db", other_address)
    with open_casebook(other_address) as other:
        add(other, *numbered(3, first=3))
        add(book, *numbered(3, first=3))
        assert verify(other) == verify(book)
        assert verify(other).entries == 5


def test_a_backup_taken_while_others_write_is_of_one_moment(book: Casebook, book_address: str, other_address: str, tmp_path: Path) -> None:
    ended, trouble = threading.Event(), []

    def write() -> None:
        try:
            with open_casebook(book_address) as mine:
                for reading in numbered(150):
                    add(mine, reading)
        except CasebookError as error:
            trouble.append(error)
        ended.set()

    thread = threading.Thread(target=write)
    thread.start()
    files = []
    while not ended.is_set() and len(files) < 8:
        files.append(tmp_path / f"kept{len(files)}.db")
        backup(book, files[-1])
    thread.join()
    assert not trouble
    counts = []
    for file in files:
        with open_casebook(str(file)) as kept:
            verdict = verify(kept)
            assert verdict.is_sound
            counts.append(verdict.entries)
    assert counts == sorted(counts)
    assert counts[0] < 150, "nothing was written while the backups were made"
    restore(files[-1], other_address)


def test_what_was_changed_is_not_backed_up_as_if_it_were_sound(book: Casebook, tmp_path: Path) -> None:
    add(book, *numbered(2))
    with book.engine.begin() as connection:
        connection.execute(text("UPDATE documents SET title = 'x' WHERE n = 2"))
    with pytest.raises(CasebookError, match=r"documents 2 \(entry 2\): is not as it was recorded"):
        backup(book, tmp_path / "kept.db")
    assert not [path for path in tmp_path.iterdir() if "kept" in path.name]


def test_a_changed_backup_restores_nothing(book: Casebook, other_address: str, tmp_path: Path) -> None:
    add(book, *numbered(2))
    backup(book, tmp_path / "kept.db")
    with sqlite3.connect(tmp_path / "kept.db") as raw:
        raw.execute("DELETE FROM keys WHERE event = 1 AND key = 'buyer:JP'")
    raw.close()
    with pytest.raises(CasebookError, match="nothing was restored"):
        restore(tmp_path / "kept.db", other_address)
    with open_casebook(other_address) as other:
        assert entry_of(other) == 0


def test_a_casebook_with_entries_is_not_restored_over(book: Casebook, other_address: str, tmp_path: Path) -> None:
    add(book, *numbered(2))
    backup(book, tmp_path / "kept.db")
    with open_casebook(other_address) as other:
        add(other, *numbered(1))
    with pytest.raises(CasebookError, match="has entries already"):
        restore(tmp_path / "kept.db", other_address)


REFUSED = {
    "a missing file": (None, "there is no such file"),
    "an empty file": (b"", "not a backup: it is empty"),
    "no database": (b"PK\x03\x04 something else " * 100, "not a casebook, or damaged"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_backup_is_refused(name: str, tmp_path: Path) -> None:
    data, said = REFUSED[name]
    file = tmp_path / "kept.db"
    if data is not None:
        file.write_bytes(data)
    with pytest.raises(CasebookError, match=said):
        restore(file, str(tmp_path / "new.db"))


def test_a_backup_overwrites_nothing_and_names_a_missing_folder(book: Casebook, tmp_path: Path) -> None:
    (tmp_path / "kept.db").write_text("mine")
    with pytest.raises(CasebookError, match="there is a file already"):
        backup(book, tmp_path / "kept.db")
    assert (tmp_path / "kept.db").read_text() == "mine"
    with pytest.raises(CasebookError, match="no file can be made there"):
        backup(book, tmp_path / "none" / "kept.db")
