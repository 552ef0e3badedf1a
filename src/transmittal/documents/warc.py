"""Web archives: one document per response."""

import hashlib
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from transmittal.documents.capture import capture_response
from transmittal.documents.http_message import Message, parse_response, split_response
from transmittal.documents.limits import MAX_BYTES
from transmittal.model import UnreadableDocument
from transmittal.model.document import Capture

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_MAX_HEAD = 128 * 1024  # of a response's headers, which stand before a body of at most MAX_BYTES; the fetcher takes 100 KB


class Record(msgspec.Struct, frozen=True):
    """One response of an archive. body: without any encoding; sha256: of it; source: for errors; capture: as the archive has it."""

    body: bytes
    source: str
    sha256: str
    media_type: str | None
    capture: Capture

    @property
    def address(self) -> str | None:
        return self.capture.url


def read_records(stream: BinaryIO, source: str, on_error: Callable[[UnreadableDocument], None]) -> Iterator[Record]:
    """Each response that went well. Block digests are not checked: many archives carry wrong ones. A record that cannot be read goes to
    on_error; only damage to the container ends the reading."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    count = 0
    try:
        for record in ArchiveIterator(stream, record_types=WarcRecordType.response | WarcRecordType.resource, parse_http=False):
            count += 1
            address = record.headers.get("WARC-Target-URI")
            where = f"{source}#{count}" + (f" ({address})" if address else "")
            try:
                found = _read_record(record, where)
            except UnreadableDocument as error:
                on_error(error)
                continue
            if found is not None:
                yield found
    except (OSError, ValueError, RuntimeError, EOFError) as error:
        on_error(
            UnreadableDocument(
                f"the archive is damaged after record {count}", source, "fetch it again", "broken" if count else "unreadable"
            )
        )
        del error
    if not count:
        raise UnreadableDocument("the archive holds no response record", source, "is it a WARC of requests only, or cut short?", "empty")


def _read_record(record: "WarcRecord", where: str) -> Record | None:
    """None for redirects and errors of the server, which are no publications."""
    block = read_block(record, where)
    if not _is_message(record, block):
        kept = read_capture(record, block, where)
        return Record(block, where, hashlib.sha256(block).hexdigest(), kept.media_type, kept)
    response = parse_response(block, where)
    if response.status >= 300 or not response.body:
        return None
    kept = _received(record, response.message, encoded=response.message.body is not response.body)
    return Record(response.body, where, hashlib.sha256(response.body).hexdigest(), kept.media_type, kept)


def read_block(record: "WarcRecord", where: str) -> bytes:
    """The whole content of a record. Raises UnreadableDocument with code "too_large" or "truncated"."""
    length = record.content_length
    if length > MAX_BYTES + _MAX_HEAD:
        raise UnreadableDocument(f"the record has {length:,} bytes", where, f"the limit is {MAX_BYTES // 1024 // 1024} MB", "too_large")
    block: bytes = record.reader.read(length)
    if len(block) < length:
        raise UnreadableDocument(f"the record ends after {len(block):,} of {length:,} bytes", where, "fetch the archive again", "truncated")
    if record.headers.get("WARC-Truncated"):
        raise UnreadableDocument("the crawler cut this record short", where, "fetch the page again", "truncated")
    return block


def read_capture(record: "WarcRecord", block: bytes, where: str) -> Capture:
    """What was received, of a record whose block is already read; its headers are taken to be true of its body."""
    if _is_message(record, block):
        return _received(record, split_response(block, where), encoded=True)
    headers = record.headers
    return Capture(
        data=block,
        media_type=headers.get("Content-Type"),
        url=_address(headers.get("WARC-Target-URI")),
        at=_moment(headers.get("WARC-Date")),
    )


def _is_message(record: "WarcRecord", block: bytes) -> bool:
    """An HTTP response; a resource is taken as it is, whatever it begins with."""
    from fastwarc.warc import WarcRecordType

    return bool(record.record_type == WarcRecordType.response) and block.startswith(b"HTTP/")


def _received(record: "WarcRecord", message: Message, *, encoded: bool) -> Capture:
    url, at = _address(record.headers.get("WARC-Target-URI")), _moment(record.headers.get("WARC-Date"))
    return capture_response(message.body, status=message.first, headers=message.fields, url=url, at=at, encoded=encoded)


def _address(target: str | None) -> str | None:
    """Where a record is from; a `urn:` only names it."""
    address = (target or "").strip("<>")  # older archives set it in brackets
    return address if address and not address.lower().startswith("urn:") else None


def _moment(printed: str | None) -> datetime | None:
    """A WARC-Date, which is UTC; None for what is no date."""
    try:
        at = datetime.fromisoformat(printed or "")
    except ValueError:
        return None
    return at if at.tzinfo is not None else None
