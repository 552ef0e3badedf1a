"""What bytes are, by what they hold. A declared type only decides between kinds of text."""

import re
from enum import StrEnum

from transmittal.documents.unpack import zip_names


class Kind(StrEnum):
    """What a reader exists for, and what we can name although none does."""

    HTML = "text/html"
    PLAIN = "text/plain"
    PDF = "application/pdf"
    RTF = "application/rtf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    FEED = "application/feed+xml"
    XML = "application/xml"
    JSON = "application/json"
    WARC = "application/warc"
    GZIP = "application/gzip"
    ARCHIVE = "application/zip"
    BINARY = "application/octet-stream"
    EMPTY = "application/x-empty"


_MAGIC = (
    (b"\x1f\x8b", Kind.GZIP),
    (b"WARC/", Kind.WARC),
    (b"{\\rtf", Kind.RTF),
)
_BINARY = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x7fELF",
    b"MZ\x90",
    b"\xd0\xcf\x11\xe0",
    b"BZh",
    b"\xfd7zXZ",
    b"7z\xbc\xaf",
    b"Rar!",
    b"OggS",
    b"ID3",
    b"\x28\xb5\x2f\xfd",
    b"SQLite format",
    b"RIFF",
    b"\x00\x00\x01\x00",
    b"II*\x00",
    b"MM\x00*",
    b"\xca\xfe\xba\xbe",
    b"wOFF",
)
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF|channel)[\s>]", re.IGNORECASE)
_HTML = re.compile(
    rb"<(?:!doctype html|html|head|body|title|article|div|meta|script|p|h1|table|pre|span|main)\b[^<]{0,2000}>", re.IGNORECASE
)
_TAG = re.compile(rb"</?[a-zA-Z][a-zA-Z0-9]{0,15}(?:\s[^<>]{0,500})?/?>")
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_HEAD = 8192
_TEXT_CONTROLS = b"\t\n\r\f\x1b\x08\x0b\x1a"
_DELETED = bytes(code for code in range(32) if code not in _TEXT_CONTROLS)


def sniff(data: bytes, declared: str | None = None) -> Kind:
    """The kind of the bytes. declared: the transport's media type, for text that could be read in two ways."""
    if not data.strip(b" \t\r\n\0\xef\xbb\xbf"):
        return Kind.EMPTY
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    if b"%PDF-" in data[:1024]:
        return Kind.PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Kind.DOCX if "word/document.xml" in zip_names(data) else Kind.ARCHIVE
    if data.startswith(_BINARY) or data[4:8] == b"ftyp":
        return Kind.BINARY
    head = _as_bytes(data[:_HEAD])
    if _is_binary(head, wide=head is not data[:_HEAD] and data[:2] in _BOMS[1:]):
        return Kind.BINARY
    return _text_kind(head.lstrip(b"\xef\xbb\xbf \t\r\n"), declared)


def _as_bytes(head: bytes) -> bytes:
    """UTF-16 seen as UTF-8, so that one set of patterns serves."""
    if head.startswith(_BOMS[1:]):
        return head.decode("utf-16", "replace").encode("utf-8", "replace")
    if len(head) >= 8 and head[1::2].count(0) * 2 > len(head[1::2]) and head[::2].count(0) * 8 < len(head):
        return head.decode("utf-16-le", "replace").encode("utf-8", "replace")
    if len(head) >= 8 and head[::2].count(0) * 2 > len(head[::2]) and head[1::2].count(0) * 8 < len(head):
        return head.decode("utf-16-be", "replace").encode("utf-8", "replace")
    return head


def _is_binary(head: bytes, *, wide: bool) -> bool:
    odd = len(head) - len(head.translate(None, _DELETED))
    return odd * (20 if wide else 50) > len(head)


def _text_kind(head: bytes, declared: str | None) -> Kind:
    declared = (declared or "").partition(";")[0].strip().lower()
    if head.startswith(b"<?xml"):
        if _FEED.search(head):
            return Kind.FEED
        return Kind.HTML if re.search(rb"<(?:!doctype )?html", head, re.IGNORECASE) else Kind.XML
    if _FEED.match(head):
        return Kind.FEED
    if head[:1] == b"<" and _HTML.search(head):
        return Kind.HTML
    if head[:1] in b"{[" and (b'"' in head[:200] or head[:2] in (b"{}", b"[]")) and declared != "text/html":
        return Kind.JSON
    if declared in ("text/html", "application/xhtml+xml") and b"<" in head:
        return Kind.HTML
    tags = len(_TAG.findall(head))
    if tags >= 6 and _HTML.search(head):
        return Kind.HTML
    return Kind.PLAIN
