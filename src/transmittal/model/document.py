"""Bytes once published, as text."""

from datetime import date
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


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """One publication, read.

    sha256:    of the bytes that were read.
    text:      the canonical text: article only, no furniture, paragraphs reflowed (hard line wraps, hyphenated line ends and
               page breaks joined), every block on one line, blocks separated by newlines. All offsets count in it.
    blocks:    the blocks of the text in order; every character that is not a newline lies in exactly one.
    published: given by the caller, else read from metadata or the page; never today's date.
    publisher: the site or office that published, when the page says so ("U.S. Department of State").
    source:    where it was read from, as given: a path, an address, "-".
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
