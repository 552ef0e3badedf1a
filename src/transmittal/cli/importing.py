"""Other people's rows and lines into a casebook: each document of them kept as `add` keeps one."""

import hashlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import msgspec

from transmittal.cli.adding import Adding
from transmittal.cli.progress import Progress
from transmittal.cli.words import printable
from transmittal.model.errors import Misuse, UnreadableDocument

_HEAD = 4096
_LINE_STARTS = (b"{", b"\xef\xbb\xbf{")


class Importing(Adding):
    """One run of `transmittal import`."""

    def lines(self, path: Path, *, over: bool) -> int:
        """JSON Lines of `transmittal read` or of a case export. over: take them over what is kept of the same document.

        Returns the exit code. Raises UnreadableDocument, Misuse.
        """
        from transmittal.cases.exchange import lines
        from transmittal.ledger.rows import document_id

        with open_lines(path) as stream, Progress(quiet=self.quiet) as progress:
            for reading in lines.read(stream, source=str(path), text_of=self._text_of, on_error=self._fail):
                document = document_id(reading.document.text)
                if not over and self._text_of(document) is not None:
                    self._tell({"source": reading.document.source, "outcome": "known", "document": document, "events": 0, "cases": []})
                else:
                    self._keep(reading)
                progress.tick()
        self._close()
        return 2 if self.counts["unread"] else 0

    def table(self, path: Path, map_path: Path, *, url: str | None, published: date | None) -> int:
        """A spreadsheet as a mapping file reads it. A changed mapping reads it anew. Returns the exit code."""
        from transmittal.cases.exchange import mapping, spreadsheet

        found = mapping.load(map_path)
        reading = spreadsheet.read(path, found, url=url, published=published)
        # The mapping is part of the reader: with another one the same table says something else.
        digest = hashlib.sha256(map_path.read_bytes()).hexdigest()
        reading = msgspec.structs.replace(reading, reader=f"{reading.reader} map/{digest[:12]}")
        for unread in reading.unread:
            print(printable(f"transmittal: {path}: {unread.field}: “{unread.quote}” was not read"), file=sys.stderr)
        self._keep(reading)
        self._close()
        return 0

    def _fail(self, error: UnreadableDocument) -> None:
        print(f"transmittal: {printable(str(error))}", file=sys.stderr)
        self._tell({"source": error.where, "outcome": "unread", "error": error.code, "message": str(error)})

    def _text_of(self, document: str) -> str | None:
        with self.book.view() as view:
            found = view.rows("SELECT text FROM documents WHERE id = :id AND entry <= :entry", id=document)
        return found[0].text if found else None


@contextmanager
def open_lines(path: Path) -> Iterator[Iterator[bytes]]:
    """The lines of a file. Raises UnreadableDocument, or Misuse when it is a table."""
    try:
        stream = path.open("rb")
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    with stream:
        try:
            start = stream.read(_HEAD).lstrip()
            stream.seek(0)
        except OSError as error:
            raise _unreadable(path, error) from error
        if not start:
            raise UnreadableDocument("empty file", str(path), "is it the right one?", code="empty")
        if not start.startswith(_LINE_STARTS):
            hint = "--map MAP.toml says what the columns of a table mean; a register or a document is kept with `transmittal add`"
            raise Misuse("these are no JSON Lines", str(path), hint)
        yield iter(stream)


def _unreadable(path: Path, error: Exception) -> UnreadableDocument:
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return UnreadableDocument(f"cannot be read ({reason})", str(path), "name a file that you may read", code="not_found")
