"""Every test of the ledger runs on SQLite and on a real PostgreSQL."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from server import Server, binaries

from transmittal.ledger import Casebook, open_casebook

BOTH = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """The server of this run."""
    folder = binaries()
    if folder is None:
        if os.environ.get("CI"):
            pytest.fail("PostgreSQL is not installed, and in CI nothing is skipped: apt-get install postgresql")
        pytest.skip("PostgreSQL is not installed (initdb): its half of the ledger's tests did not run")
    with Server(folder) as server:
        yield server


@pytest.fixture(scope="session")
def migrated(postgresql: Server) -> str:
    """The name of a database with an empty casebook, to be copied."""
    address = postgresql.database()
    open_casebook(address).close()
    return address.rpartition("/")[2]


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with an empty casebook, to be copied."""
    path = tmp_path_factory.mktemp("template") / "book.db"
    open_casebook(str(path)).close()
    return path


@pytest.fixture(params=BOTH)
def database(request: pytest.FixtureRequest) -> str:
    """The kind of database."""
    return str(request.param)


class Places:
    """Where casebooks lie during one test."""

    def __init__(self, request: pytest.FixtureRequest, folder: Path) -> None:
        self._request, self._folder = request, folder
        self._made: list[str] = []

    def make(self, kind: str, name: str, *, empty: bool) -> str:
        """The address of a new casebook; empty: of none yet, without tables."""
        if kind == "sqlite":
            path = self._folder / name
            return str(path if empty else shutil.copy(self._request.getfixturevalue("migrated_file"), path))
        server = self._request.getfixturevalue("postgresql")
        self._made.append(server.database() if empty else server.database(self._request.getfixturevalue("migrated")))
        return self._made[-1]

    def clear(self) -> None:
        for address in self._made:
            self._request.getfixturevalue("postgresql").drop(address)


@pytest.fixture
def casebooks(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Places]:
    """What makes places for casebooks, and removes them."""
    places = Places(request, tmp_path)
    yield places
    places.clear()


@pytest.fixture
def empty_address(database: str, casebooks: Places) -> str:
    """Where there is nothing yet, not even tables."""
    return casebooks.make(database, "new.db", empty=True)


@pytest.fixture
def book_address(database: str, casebooks: Places) -> str:
    """Where an empty casebook lies."""
    return casebooks.make(database, "book.db", empty=False)


@pytest.fixture
def other_address(database: str, casebooks: Places) -> str:
    """Where an empty casebook lies in the other kind of database."""
    return casebooks.make("postgresql" if database == "sqlite" else "sqlite", "other.db", empty=False)


@pytest.fixture
def book(book_address: str) -> Iterator[Casebook]:
    """An empty casebook."""
    with open_casebook(book_address) as opened:
        yield opened
