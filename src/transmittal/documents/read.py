"""Bytes or a file to documents: what they are, which reader takes them, and what the caller knows better."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

from transmittal.documents.canonical import compose, one_line, plain_characters
from transmittal.documents.draft import Draft
from transmittal.documents.encoding import decode
from transmittal.documents.language import detect_language
from transmittal.documents.limits import MAX_ARCHIVE_BYTES, MAX_BYTES
from transmittal.documents.sniff import Kind, sniff
from transmittal.documents.unpack import inflate
from transmittal.model import BlockKind, Document, UnreadableDocument
from transmittal.model.document import Capture

OnError = Callable[[UnreadableDocument], None]
_HEAD = 64 * 1024


def read_bytes(
    data: bytes,
    *,
    source: str,
    url: str | None = None,
    published: date | None = None,
    media_type: str | None = None,
    capture: Capture | None = None,
    on_error: OnError | None = None,
    max_bytes: int = MAX_BYTES,
) -> Iterator[Document]:
    """One Document per publication in the bytes: one, but one per response of a web archive and per entry of a feed.

    source:     where the bytes are from, for errors and Document.source.
    url, published: win over what the publication says of itself.
    media_type: as the transport declared it, with its charset; a hint, the content decides.
    capture:    how the bytes were received, when they came with more than themselves (`Fetched.capture`).
    on_error:   hears of single records of an archive that could not be read; without it they are passed over.
    max_bytes:  of one publication, packed or unpacked.

    Raises UnreadableDocument with code "empty", "binary", "too_large", "truncated", "encrypted", "no_text", "broken", …
    """
    if _is_archive(data):
        yield from _read_archive(BytesIO(data), source, on_error, max_bytes)
        return
    _refuse_large(len(data), source, max_bytes)
    digest = hashlib.sha256(data).hexdigest()
    received = capture or Capture(data=data, media_type=media_type, url=url)
    for draft in _drafts(data, source, media_type, max_bytes):
        yield _document(draft, digest, source, url, published, received)


def read_path(
    path: Path,
    *,
    source: str | None = None,
    url: str | None = None,
    published: date | None = None,
    media_type: str | None = None,
    on_error: OnError | None = None,
    max_bytes: int = MAX_BYTES,
) -> Iterator[Document]:
    """The same for a file; a web archive is read record by record and may be larger than memory."""
    where = source or str(path)
    try:
        size = path.stat().st_size
        with path.open("rb") as stream:
            if _is_archive(stream.read(_HEAD)):
                _refuse_large(size, where, MAX_ARCHIVE_BYTES)
                stream.seek(0)
                yield from _read_archive(stream, where, on_error, max_bytes)
                return
            _refuse_large(size, where, max_bytes)
            stream.seek(0)
            data = stream.read(max_bytes + 1)
    except FileNotFoundError as error:
        raise UnreadableDocument("no such file", where, "check the path", "not_found") from error
    except IsADirectoryError as error:
        raise UnreadableDocument("this is a folder", where, "name the files in it", "not_a_file") from error
    except OSError as error:
        raise UnreadableDocument(f"cannot be opened ({error.strerror})", where, "", "unreadable") from error
    yield from read_bytes(data, source=where, url=url, published=published, media_type=media_type, on_error=on_error, max_bytes=max_bytes)


def _refuse_large(size: int, source: str, limit: int) -> None:
    if size > limit:
        raise UnreadableDocument(
            f"{size:,} bytes are more than one publication has",
            source,
            f"the limit is {limit // 1024 // 1024} MB; cut it into its parts",
            "too_large",
        )


def _is_archive(head: bytes) -> bool:
    """A WARC, plain or gzipped."""
    if head.startswith(b"WARC/"):
        return True
    if not head.startswith(b"\x1f\x8b"):
        return False
    import zlib

    try:
        return zlib.decompressobj(47).decompress(head[:_HEAD], 16).startswith(b"WARC/")
    except zlib.error:
        return False


def _read_archive(stream: BytesIO | object, source: str, on_error: OnError | None, max_bytes: int) -> Iterator[Document]:
    from transmittal.documents.warc import read_records

    report = on_error or _pass_over
    for record in read_records(stream, source, report):  # type: ignore[arg-type]
        try:
            drafts = list(_drafts(record.body, record.source, record.media_type, max_bytes))
        except UnreadableDocument as error:
            report(error)
            continue
        for draft in drafts:
            yield _document(draft, record.sha256, record.source, record.address, None, record.capture)


def _pass_over(error: UnreadableDocument) -> None:
    del error


def _drafts(data: bytes, source: str, media_type: str | None, max_bytes: int) -> Iterator[Draft]:
    kind = sniff(data, media_type)
    for _ in range(3):  # a gz in a gz is known; more is a game
        if kind is not Kind.GZIP:
            break
        data = inflate(data, source, max_bytes=max_bytes)
        kind = sniff(data, media_type)
    if kind in _REFUSED:
        what, hint, code = _REFUSED[kind]
        raise UnreadableDocument(what, source, hint, code)
    drafts = _reader(kind)(data, source, media_type)
    for draft in drafts:
        if not draft.blocks:
            raise UnreadableDocument("there is no text of an article in it", source, "is it a picture, or drawn by scripts?", "no_text")
        yield draft


_REFUSED = {
    Kind.EMPTY: ("there is nothing in it", "", "empty"),
    Kind.BINARY: ("not text, and no type that is read", "pages, PDF, DOCX, RTF, plain text, feeds, JSON and WARC are", "binary"),
    Kind.ARCHIVE: ("a zip archive without a document of its own", "unpack it and read its files", "archive"),
    Kind.WARC: ("a web archive inside another container", "unpack it first", "archive"),
    Kind.GZIP: ("compressed again and again", "unpack it and read what is in it", "too_large"),
}


def _reader(kind: Kind) -> Callable[[bytes, str, str | None], Iterable[Draft]]:
    """The reader of a kind of bytes, imported when first needed: (data, source, media type) to drafts."""
    if kind is Kind.PDF:
        from transmittal.documents.pdf import read_pdf

        return lambda data, source, _: (read_pdf(data, source),)
    if kind is Kind.DOCX:
        from transmittal.documents.docx import read_docx

        return lambda data, source, _: (read_docx(data, source),)
    if kind is Kind.RTF:
        from transmittal.documents.rtf import read_rtf

        return lambda data, source, _: (read_rtf(data, source),)
    if kind is Kind.FEED:
        from transmittal.documents.feed import read_feed

        return lambda data, source, media_type: read_feed(decode(data, media_type), source)
    if kind is Kind.JSON:
        from transmittal.documents.json_entry import read_json

        return lambda data, source, media_type: read_json(decode(data, media_type), source)
    if kind in (Kind.HTML, Kind.XML):
        from transmittal.documents.html import read_html

        return lambda data, _, media_type: (read_html(decode(data, media_type)),)
    return lambda data, _, media_type: (_read_lines(decode(data, media_type)),)


def _read_lines(text: str) -> Draft:
    """Text without markup: a table when it is one, else running text."""
    from transmittal.documents.plain import read_plain
    from transmittal.documents.table import find_header, read_table

    text = plain_characters(text, keep_tabs=True)
    found = find_header(text)
    return read_table(text, *found) if found is not None else read_plain(text)


def _document(draft: Draft, digest: str, source: str, url: str | None, published: date | None, capture: Capture) -> Document:
    text, blocks = compose(_lines(draft.blocks))
    return Document(
        sha256=digest,
        text=text,
        blocks=blocks,
        source=source,
        url=url or draft.url,
        title=one_line(draft.title) if draft.title else None,
        published=published or draft.published,
        language=draft.language or detect_language(text),
        publisher=draft.publisher,
        media_type=draft.media_type,
        capture=capture,
    )


def _lines(blocks: list[tuple[BlockKind, str]]) -> Iterator[tuple[BlockKind, str]]:
    """Block texts made plain; most are already, and are only looked at."""
    for kind, line in blocks:
        if line.isascii() and line.isprintable():
            yield kind, line
        else:
            yield kind, (plain_characters(line).replace("\f", " ").replace("\n", " ").strip() if kind is BlockKind.ROW else one_line(line))
