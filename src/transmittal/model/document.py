"""Bytes once published, as text."""

from datetime import date, datetime
from enum import StrEnum

import msgspec


class DocumentKind(StrEnum):
    """What sort of publication a document is; the words of the output contract."""

    TRANSMITTAL = "transmittal"
    PRESS_RELEASE = "press_release"
    CONTRACT_ANNOUNCEMENT = "contract_announcement"
    CONGRESSIONAL_RECORD = "congressional_record"
    BUDGET = "budget"
    REGISTER = "register"
    NEWS = "news"
    OTHER = "other"


class BlockKind(StrEnum):
    """How a stretch of the canonical text was set in the original."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"  # one entry of a list
    ROW = "row"  # one row of a table, cells separated by " | " (HTML, DOCX) or as printed (plain text)


class Block(msgspec.Struct, frozen=True, gc=False):
    """One block of the canonical text: text[start:end] is the whole block, without the line break that ends it."""

    start: int
    end: int
    kind: BlockKind


class Capture(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What was received, as it was received: the proof of a document.

    data:       the bytes: of a file, or the body of a response after transfer decoding, still in the content encoding (gzip, …) that
                its headers name. Documents cut from one file (entries of a feed) share one object.
    media_type: as declared by whoever handed the bytes over, with its charset.
    url:        the address that answered, after redirects.
    headers:    of the response, in its order and spelling. status: its first line, "HTTP/1.1 200 OK"; None for what was no response.
    at:         when it was received, with a time zone; None when only the ledger can tell.
    """

    data: bytes
    media_type: str | None = None
    url: str | None = None
    headers: tuple[tuple[str, str], ...] = ()
    status: str | None = None
    at: datetime | None = None

    def __repr__(self) -> str:
        return f"Capture({len(self.data):,} bytes, media_type={self.media_type!r}, url={self.url!r}, status={self.status!r})"


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """One publication, read.

    sha256:    of the bytes that were read.
    text:      the canonical text: article only, no furniture, paragraphs reflowed (hard line wraps, hyphenated line ends and
               page breaks joined), every block on one line, blocks separated by newlines. All offsets count in it.
    blocks:    the blocks of the text in order; every character that is not a newline lies in exactly one.
    published: given by the caller, else read from metadata or the page; never today's date.
    publisher: the site or office that published, when the page says so ("U.S. Department of State").
    source:    where it was read from, as given: a path, an address, "-".
    capture:   what was received, for the archive. No part of what the document says: documents that differ only in it are equal, and no
               output prints it.
    """

    sha256: str
    text: str
    blocks: tuple[Block, ...]
    source: str
    url: str | None = None
    title: str | None = None
    published: date | None = None
    language: str | None = None
    publisher: str | None = None
    kind: DocumentKind = DocumentKind.OTHER
    media_type: str = "text/plain"
    capture: Capture | None = None

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Document):
            return NotImplemented
        return self._said() == other._said()

    def __ne__(self, other: object) -> bool:  # the struct brings one of its own, which would still compare the captures
        return not self == other

    def __hash__(self) -> int:
        return hash(self._said())

    def _said(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in self.__struct_fields__ if name != "capture")
