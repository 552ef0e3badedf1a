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


@pytest.fixture
def empty_address(database: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where there is nothing yet, not even tables."""
    return str(tmp_path / "new.db") if database == "sqlite" else request.getfixturevalue("postgresql").database()


@pytest.fixture
def book_address(database: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an empty casebook lies."""
    if database == "sqlite":
        return shutil.copy(request.getfixturevalue("migrated_file"), tmp_path / "book.db").as_posix()
    return request.getfixturevalue("postgresql").database(request.getfixturevalue("migrated"))


@pytest.fixture
def other_address(database: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an empty casebook lies in the other kind of database."""
    if database == "postgresql":
        return shutil.copy(request.getfixturevalue("migrated_file"), tmp_path / "other.db").as_posix()
    return request.getfixturevalue("postgresql").database(request.getfixturevalue("migrated"))


@pytest.fixture
def book(book_address: str) -> Iterator[Casebook]:
    """An empty casebook."""
    with open_casebook(book_address) as opened:
        yield opened
