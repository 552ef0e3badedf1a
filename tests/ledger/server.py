"""A PostgreSQL server of our own: begun in a temporary folder for the tests, on a free port of the loopback, and ended with them."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Self

# PostgreSQL refuses to be run by root; as root it runs as the first of these that there is.
_USERS = ("postgres", "nobody")


def binaries() -> Path | None:
    """The folder of initdb and postgres, None where PostgreSQL is not installed."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    return max(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: path.parent.name.zfill(3), default=None)


class Server:
    """A running server. safe: with fsync, as in earnest; else quicker."""

    def __init__(self, folder: Path, *, safe: bool = False) -> None:
        self.folder, self.safe = folder, safe
        self.home = Path(tempfile.mkdtemp(prefix="transmittal-pg-"))  # not pytest's own, which only its user may enter
        self.user = next((name for name in _USERS if _is_there(name)), None) if os.geteuid() == 0 else None
        if self.user:
            shutil.chown(self.home, self.user)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self._made = 0

    def __enter__(self) -> Self:
        self._run("initdb", "-D", "data", "-A", "trust", "-U", "keeper", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.stop("immediate")  # nothing of it is wanted any more
        shutil.rmtree(self.home, ignore_errors=True)

    def start(self) -> None:
        options = [] if self.safe else ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"]
        addresses = ["-c", "listen_addresses=127.0.0.1", "-c", f"port={self.port}", "-c", f"unix_socket_directories={self.home}"]
        log = (self.home / "log").open("ab")
        self.process = subprocess.Popen(
            [self.folder / "postgres", "-D", "data", *addresses, *options, "-c", "max_connections=40"],
            cwd=self.home,
            user=self.user,
            stdout=log,
            stderr=log,
        )
        log.close()
        for _ in range(300):
            if self._answers():
                return
            time.sleep(0.1)
        raise RuntimeError((self.home / "log").read_text())

    def stop(self, how: str) -> None:
        """how: "fast" rolls back what is open, "immediate" is a crash."""
        subprocess.run(
            [self.folder / "pg_ctl", "-D", "data", "-m", how, "-w", "stop"], cwd=self.home, user=self.user, capture_output=True, check=True
        )
        self.process.wait()

    def address(self, database: str) -> str:
        return f"postgresql://keeper@127.0.0.1:{self.port}/{database}"

    def database(self, template: str = "template1") -> str:
        """The address of a new database, a copy of another."""
        import psycopg

        self._made += 1
        name = f"book{self._made}"
        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        return self.address(name)

    def drop(self, address: str) -> None:
        """Throw a database away, whoever still looks at it: hundreds of them would take minutes to remove in the end."""
        import psycopg

        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {address.rpartition('/')[2]} WITH (FORCE)")

    def _answers(self) -> bool:
        import psycopg

        try:
            psycopg.connect(self.address("postgres"), connect_timeout=2).close()
        except psycopg.OperationalError:
            return False
        return True

    def _run(self, program: str, *arguments: str) -> None:
        done = subprocess.run([self.folder / program, *arguments], cwd=self.home, user=self.user, capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(f"{program}: {done.stderr}")


def _is_there(name: str) -> bool:
    try:
        pwd.getpwnam(name)
    except KeyError:
        return False
    return True
