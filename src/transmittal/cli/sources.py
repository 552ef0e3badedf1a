"""What the words on the command line stand for: paths, directories, globs, addresses, standard input, lines of a manifest."""

import glob
import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec

from transmittal.model.errors import Misuse, UnreadableDocument


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """One source to read. source: a path, an address or "-"; shown: what the user wrote, for messages and errors."""

    source: str
    shown: str
    published: date | None = None
    url: str | None = None
    error: UnreadableDocument | None = None


def parse_day(printed: str | None, option: str) -> date | None:
    """A day as YYYY-MM-DD. Raises Misuse naming the option."""
    if printed is None:
        return None
    try:
        return date.fromisoformat(printed)
    except ValueError:
        raise Misuse(f'"{printed}" is not a date', option, "write it as 2023-11-17") from None


def expand(words: list[str], published: date | None, url: str | None) -> Iterator[Wanted]:
    """Each word's sources, in order: files of a directory sorted by path, hidden ones left out."""
    for word in words:
        if word == "-" or word.startswith(("http://", "https://")):
            yield Wanted(source=word, shown=word, published=published, url=url)
            continue
        for path in _paths(word):
            if isinstance(path, UnreadableDocument):
                yield Wanted(source=word, shown=word, error=path)
            else:
                yield Wanted(source=path, shown=path, published=published, url=url)


def _paths(word: str) -> Iterator[str | UnreadableDocument]:
    path = Path(word)
    if path.is_dir():
        yield from _files_below(path)
    elif path.exists() or not glob.has_magic(word):
        yield word
    else:
        found = sorted(glob.glob(word, recursive=True))
        if not found:
            yield UnreadableDocument("no file matches", word, "quote the pattern, and check the folder", code="not_found")
        for match in found:
            yield from _paths(match)


def _files_below(path: Path) -> Iterator[str | UnreadableDocument]:
    failed: list[UnreadableDocument] = []

    def note(error: OSError) -> None:
        failed.append(UnreadableDocument(f"directory cannot be listed ({error.strerror})", str(error.filename), "check its permissions", code="unreadable"))

    for folder, folders, files in os.walk(path, onerror=note):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        yield from (str(Path(folder) / f) for f in sorted(files) if not f.startswith("."))
    yield from failed


def read_manifest(manifest: Path) -> Iterator[Wanted]:
    """One source per line; paths are relative to the manifest's folder. A bad line becomes an error in its place."""
    try:
        lines = manifest.open(encoding="utf-8", errors="replace")
    except OSError as error:
        raise Misuse(f"cannot be opened ({error.strerror})", f"--manifest {manifest}", "give the path of a JSON Lines file") from None
    with lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield _manifest_line(manifest, number, line)


def _manifest_line(manifest: Path, number: int, line: str) -> Wanted:
    where = f"{manifest}:{number}"
    try:
        entry = json.loads(line)
        path = entry["path"]
        published = parse_day(entry.get("published"), where)
        if not isinstance(path, str):
            raise TypeError
    except Misuse as error:
        return Wanted(source=where, shown=where, error=UnreadableDocument(error.what, where, error.hint, code="manifest"))
    except (ValueError, KeyError, TypeError, AttributeError):
        fault = UnreadableDocument('the line is not {"path": …, "published": …, "url": …}', where, "write one JSON object a line", code="manifest")
        return Wanted(source=where, shown=where, error=fault)
    if not path.startswith(("http://", "https://")):
        path = str(manifest.parent / path)
    return Wanted(source=path, shown=path, published=published, url=entry.get("url"))
