"""What the words on the command line stand for: paths, directories, globs, addresses, standard input, lines of a manifest."""

import glob
import os
import stat
from collections.abc import Iterator, Sequence
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


def expand(words: Sequence[str], published: date | None, url: str | None) -> Iterator[Wanted]:
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
    if os.path.isdir(word):  # noqa: PTH112  unlike Path.is_dir it is False, not an error, for a name too long or a folder that is closed to us
        yield from _files_below(Path(word))
    elif os.path.lexists(word) or not glob.has_magic(word):
        yield word
    else:
        found = sorted(glob.glob(word, recursive=True))  # noqa: PTH207  the pattern may be absolute
        if not found:
            yield UnreadableDocument("no file matches", word, "quote the pattern, and check the folder", code="not_found")
        for match in found:
            yield from _paths(match)


def is_pipe(source: str) -> bool:
    """Whether the source can be read only once, from its beginning: a named pipe, or the shell's <(...)."""
    try:
        return stat.S_ISFIFO(os.stat(source).st_mode)  # noqa: PTH116  the path may be too long for Path
    except (OSError, ValueError):
        return False


def _files_below(path: Path) -> Iterator[str | UnreadableDocument]:
    """Regular files, hidden ones left out. A folder that holds none is an error: silence would look like "reports nothing"."""
    failed: list[UnreadableDocument] = []
    count = 0

    def note(error: OSError) -> None:
        failed.append(UnreadableDocument(f"directory cannot be listed ({error.strerror})", str(error.filename), "check its permissions"))

    for folder, folders, files in os.walk(path, onerror=note):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        paths = [os.path.join(folder, f) for f in sorted(files) if not f.startswith(".")]  # noqa: PTH118
        found = [p for p in paths if not os.path.exists(p) or os.path.isfile(p)]  # noqa: PTH110, PTH113  a pipe would be waited for
        count += len(found)
        yield from found
    if not count and not failed:
        failed.append(UnreadableDocument("no file in this directory", str(path), "hidden files are not read", code="empty"))
    yield from failed


class ManifestLine(msgspec.Struct):
    """One line of a manifest; other keys are let pass."""

    path: str
    published: str | None = None
    url: str | None = None


def read_manifest(manifest: Path) -> Iterator[Wanted]:
    """One source per line; paths are relative to the manifest's folder. A bad line becomes an error in its place."""
    try:
        lines = manifest.open("rb")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise Misuse(f"cannot be opened ({reason})", f"--manifest {manifest}", "give the path of a JSON Lines file") from None
    with lines:
        for number, line in enumerate(lines, 1):
            content = line.removeprefix(b"\xef\xbb\xbf").strip()
            if content:
                yield _manifest_line(manifest, number, content)


def _manifest_line(manifest: Path, number: int, line: bytes) -> Wanted:
    where = f"{manifest}:{number}"
    try:
        entry = msgspec.json.decode(line, type=ManifestLine)
        published = parse_day(entry.published, where)
    except Misuse as error:
        return Wanted(source=where, shown=where, error=UnreadableDocument(error.what, where, error.hint, code="manifest"))
    except (msgspec.DecodeError, ValueError) as error:
        hint = 'write one object a line, {"path": …, "published": "2023-11-17", "url": …}'
        what = f"the line cannot be used ({error})"
        return Wanted(source=where, shown=where, error=UnreadableDocument(what, where, hint, code="manifest"))
    is_address = entry.path.startswith(("http://", "https://"))
    source = entry.path if is_address else str(manifest.parent / entry.path)
    return Wanted(source=source, shown=source, published=published, url=entry.url)
