"""A full disk, a folder that may not be written, a server that is not there: one clear sentence, and nothing half kept."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from papers import add, numbered, reading
from server import Server
from sqlalchemy import event

from transmittal.ledger import Casebook, open_casebook
from transmittal.ledger.backup import backup
from transmittal.ledger.verify import verify
from transmittal.model import CasebookError, Misuse


def fill(book: Casebook) -> int:
    """Add documents until there is no room. Returns how many were kept."""
    kept = 0
    for made in numbered(3000, events=6):
        add(book, made)
        kept += 1
    raise AssertionError(f"{kept} documents, and there still is room")


@pytest.fixture
def small_disk() -> Iterator[Path]:
    """A real file system of 3 MB, in memory."""
    folder = Path(tempfile.mkdtemp(prefix="transmittal-small-"))
    folder.chmod(0o755)
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m,mode=0777", "none", folder], capture_output=True, check=False)
    if mounted.returncode:
        folder.rmdir()
        pytest.skip("a small file system can only be mounted by root; the page limit of SQLite stands for it in another test")
    yield folder
    subprocess.run(["umount", "--lazy", folder], check=True)
    folder.rmdir()


def test_a_full_disk_under_sqlite(small_disk: Path) -> None:
    ballast = small_disk / "ballast"
    ballast.write_bytes(b"x" * 1_000_000)
    with open_casebook(str(small_disk / "book.db")) as book:
        with pytest.raises(CasebookError, match=r"book.db: the disk is full .*; make room, and run the same again"):
            fill(book)
        before = verify(book)
        assert before.is_sound
        assert before.entries > 10
        ballast.unlink()
        add(book, *numbered(20, first=5000))
        assert verify(book).entries == before.entries + 20
        assert verify(book).is_sound
    with open_casebook(str(small_disk / "book.db")) as again:
        assert verify(again).is_sound


def test_a_backup_to_a_full_disk(small_disk: Path, book: Casebook) -> None:
    add(book, *numbered(600))
    (small_disk / "ballast").write_bytes(b"x" * 2_700_000)
    with pytest.raises(CasebookError, match="the disk is full"):
        backup(book, small_disk / "kept.db")
    assert [path.name for path in small_disk.iterdir()] == ["ballast"]


def test_a_full_disk_under_postgresql(small_disk: Path, postgresql: Server) -> None:
    """The tables lie on the small disk, as a tablespace; its log does not, for a server whose log is full ends."""
    import psycopg

    space = small_disk / "space"
    space.mkdir()
    if postgresql.user:
        shutil.chown(space, postgresql.user)
    subprocess.run(["mount", "-o", "remount,size=16m", small_disk], check=True)
    with psycopg.connect(postgresql.address("postgres"), autocommit=True) as connection:
        connection.execute(f"CREATE TABLESPACE small LOCATION '{space}'")
        connection.execute("CREATE DATABASE on_small TABLESPACE small")
    with open_casebook(postgresql.address("on_small")) as book:
        with pytest.raises(CasebookError, match=r"on_small: the disk is full .*; make room, and run the same again"):
            fill(book)
        before = verify(book)
        assert before.is_sound
        assert before.entries > 10
        subprocess.run(["mount", "-o", "remount,size=32m", small_disk], check=True)
        add(book, *numbered(20, first=5000))
        assert verify(book).entries == before.entries + 20
        assert verify(book).is_sound
    with psycopg.connect(postgresql.address("postgres"), autocommit=True) as connection:
        connection.execute("DROP DATABASE on_small")
        connection.execute("DROP TABLESPACE small")


def test_a_casebook_that_may_not_grow(tmp_path: Path) -> None:
    """SQLite's own limit of pages gives the same error as a full disk does."""
    with open_casebook(str(tmp_path / "book.db")) as book:
        book.engine.dispose()

        @event.listens_for(book.engine, "connect")
        def _bound(raw: object, _record: object) -> None:
            raw.execute("PRAGMA max_page_count = 200")  # type: ignore[attr-defined]

        with pytest.raises(CasebookError, match="the disk is full"):
            fill(book)
        assert verify(book).is_sound
        assert verify(book).entries > 10


ADDING = """
import sys
from transmittal.ledger import open_casebook
from transmittal.model import CasebookError
sys.path.insert(0, sys.argv[2])
from papers import add, numbered
try:
    with open_casebook(sys.argv[1]) as book:
        add(book, *numbered(1, first=2))
except CasebookError as error:
    print(error)
"""


def _as_anybody(path: Path) -> str:
    """What a user without root's rights is told who adds a document."""
    call = [sys.executable, "-c", ADDING, str(path), str(Path(__file__).parent)]
    if os.geteuid() == 0:
        if shutil.which("setpriv") is None:
            pytest.skip("run by root, who may write everywhere, and setpriv is missing, which takes that right away")
        call = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-dac_override,-dac_read_search", *call]
    done = subprocess.run(call, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    return done.stdout


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that other users may enter."""
    folder = Path(tempfile.mkdtemp(prefix="transmittal-open-"))
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_a_folder_that_may_not_be_written(open_folder: Path) -> None:
    open_folder.chmod(0o555)
    assert re.match(r"/\S+/book.db: (cannot be opened or made|its folder cannot be made) .*; ", _as_anybody(open_folder / "book.db"))
    assert re.match(r"/\S+/book.db: its folder cannot be made .*; ", _as_anybody(open_folder / "new" / "book.db"))
    assert list(open_folder.iterdir()) == []


def test_a_casebook_that_may_not_be_written(open_folder: Path) -> None:
    path = open_folder / "book.db"
    with open_casebook(str(path)) as book:
        add(book, *numbered(1))
    path.chmod(0o444)
    open_folder.chmod(0o555)
    assert re.match(r"/\S+/book.db: (may not be written|cannot be opened or made) .*; check ", _as_anybody(path))
    path.chmod(0o000)
    assert "/book.db: may not be read by you; check its permissions" in _as_anybody(path)
    path.chmod(0o644)
    open_folder.chmod(0o755)
    with open_casebook(str(path)) as book:
        assert verify(book).entries == 1
        assert verify(book).is_sound


ADDRESSES = {
    "no server": ("postgresql://nobody@127.0.0.1:1/book", CasebookError, "the server cannot be reached"),
    "another kind": ("mysql://localhost/book", Misuse, "not a kind of casebook that is known"),
    "a folder": ("/", CasebookError, "this is a folder"),
    "below a file": ("/etc/passwd/book.db", CasebookError, "its folder cannot be made"),
    "no database": ("/etc/passwd", CasebookError, "not a casebook, or damaged"),
}


@pytest.mark.parametrize("name", ADDRESSES)
def test_addresses_that_are_none(name: str) -> None:
    address, kind, said = ADDRESSES[name]
    with pytest.raises(kind, match=said):
        open_casebook(address)


def test_a_password_is_never_shown(postgresql: Server) -> None:
    with pytest.raises(CasebookError) as raised:
        open_casebook(postgresql.address("none").replace("keeper@", "keeper:verysecret@"))
    assert "verysecret" not in str(raised.value)
    assert "the server has no such database" in str(raised.value)


@pytest.mark.parametrize("name", ["a b.db", "what?.db", "100%.db", "a#b.db", "ü 日本.db", "'quoted'.db"])
def test_any_name_of_a_file(tmp_path: Path, name: str) -> None:
    with open_casebook(str(tmp_path / name)) as book:
        add(book, reading())
    assert (tmp_path / name).is_file()
    with open_casebook(str(tmp_path / name), create=False) as book:
        assert verify(book).entries == 1


def test_a_damaged_file_is_said_to_be_damaged(tmp_path: Path) -> None:
    path = tmp_path / "book.db"
    with open_casebook(str(path)) as book:
        add(book, *numbered(200))
    data = bytearray(path.read_bytes())
    for at in range(4096 * 5, len(data), 4096):
        data[at : at + 64] = b"\xff" * 64
    path.write_bytes(data)
    with pytest.raises(CasebookError, match="damaged"), open_casebook(str(path)) as book:
        verify(book)
