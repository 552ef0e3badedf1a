"""Cases out of a casebook, streamed into a file or standard output; a file appears whole or not at all."""

import codecs
import os
import stat
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO, TypeVar, cast

from transmittal.cli.progress import Progress
from transmittal.model.errors import KnownError, Misuse

if TYPE_CHECKING:
    from transmittal.cases.filters import Filter
    from transmittal.cli.asking import Question
    from transmittal.ledger.view import View

T = TypeVar("T")


def export_cases(name: str, question: "Question", wanted: "Filter", stream: BinaryIO, *, quiet: bool) -> int:
    """Write cases in a format of `exchange.formats`. Returns how many."""
    from transmittal.cases.exchange.formats import FORMATS, export
    from transmittal.cases.filters import find_cases

    with Progress(quiet=quiet, what="cases written") as progress:
        cases = _counted(find_cases(question.view, wanted, question.on), progress)
        if FORMATS[name].is_binary:
            export(name, cases, stream, texts(question.view))
        else:
            # Not a TextIOWrapper, which closes the stream below it when a closed pipe ends the work.
            export(name, cases, cast(TextIO, codecs.getwriter("utf-8")(stream)), texts(question.view))
        return progress.count


def export_archive(question: "Question", wanted: "Filter", stream: BinaryIO, *, quiet: bool) -> int:
    """Write what was received of the documents of these cases, or of all documents, as one .warc.gz. Returns how many records."""
    from transmittal.documents.archive import write_archive

    with Progress(quiet=quiet, what="records written") as progress:
        return write_archive(_counted(_captures(question, wanted), progress), stream)


def _captures(question: "Question", wanted: "Filter") -> "Iterator[bytes]":
    from transmittal.cases.filters import Filter

    view = question.view
    for n in _all_documents(view) if wanted == Filter() else _documents_of(question, wanted):
        found = view.rows("SELECT capture FROM sightings WHERE document = :n AND capture IS NOT NULL AND entry <= :entry ORDER BY n", n=n)
        yield from (bytes(row.capture) for row in found)


def _all_documents(view: "View") -> Iterator[int]:
    known = view.known.isoformat() if view.known else "9999-12-31"
    rows = view.rows("SELECT n FROM documents WHERE entry <= :entry AND known <= :until ORDER BY n", until=known)
    return (row.n for row in rows)


def _documents_of(question: "Question", wanted: "Filter") -> Iterator[int]:
    from transmittal.cases.filters import find_cases

    seen: set[str] = set()
    for case in find_cases(question.view, wanted, question.on):
        for kept in case.events:
            if kept.paper.id not in seen:
                seen.add(kept.paper.id)
                yield question.view.rows("SELECT n FROM documents WHERE id = :id", id=kept.paper.id)[0].n


def texts(view: "View") -> Callable[[str], str | None]:
    """Canonical texts by document id."""

    @lru_cache(maxsize=64)  # a case's documents follow each other
    def text_of(document: str) -> str | None:
        found = view.rows("SELECT text FROM documents WHERE id = :id AND entry <= :entry", id=document)
        return found[0].text if found else None

    return text_of


def _counted(things: Iterable[T], progress: Progress) -> Iterator[T]:
    for thing in things:
        yield thing
        progress.tick()


@contextmanager
def output(path: str | None, *, is_binary: bool) -> Iterator[BinaryIO]:
    """Where bytes go: a file, which replaces one that is there when all is written, or standard output. Raises Misuse, KnownError."""
    if path is None or path == "-":
        if sys.stdout is None:
            raise KnownError("it is closed", "standard output", "name a file with --output")
        if is_binary and sys.stdout.isatty():
            raise Misuse("these bytes are not for a terminal", "standard output", "name a file with --output, or redirect")
        sys.stdout.flush()
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    if not path.strip():
        raise Misuse("no name of a file", "--output", "name a file")
    place = Path(path)
    try:
        with _opened(place) as stream:
            yield stream
    except BrokenPipeError:
        raise
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise KnownError(f"cannot be written ({reason})", str(place), "name another place with --output") from error


@contextmanager
def _opened(place: Path) -> Iterator[BinaryIO]:
    if _is_stream(place):
        with place.open("wb") as stream:
            yield stream
        return
    handle, name = tempfile.mkstemp(prefix=f".{place.name[:50]}.", suffix=".part", dir=place.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
        mask = os.umask(0)
        os.umask(mask)
        Path(name).chmod(stat.S_IMODE(place.stat().st_mode) if place.exists() else 0o666 & ~mask)
        if place.is_dir():
            raise IsADirectoryError(21, "it is a folder")
        Path(name).replace(place)
    finally:
        Path(name).unlink(missing_ok=True)


def _is_stream(place: Path) -> bool:
    """Whether it is a pipe or a device, which nothing can take the place of."""
    try:
        mode = place.stat().st_mode
    except OSError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


__all__ = ["export_archive", "export_cases", "output", "texts"]
