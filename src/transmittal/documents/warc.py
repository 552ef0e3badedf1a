"""Web archives: one document per response."""

import hashlib
from collections.abc import Callable, Iterator
from typing import BinaryIO

from transmittal.documents.http_message import parse_response
from transmittal.documents.limits import MAX_BYTES
from transmittal.model import UnreadableDocument


def read_records(
    stream: BinaryIO, source: str, on_error: Callable[[UnreadableDocument], None]
) -> Iterator[tuple[bytes, str, str | None, str | None, str]]:
    """(payload, source, address, media type, sha256 of the payload) of each response that went well. Block digests are not checked:
    many archives carry wrong ones. A record that cannot be read goes to on_error; only damage to the container ends the reading."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    count = 0
    try:
        for record in ArchiveIterator(stream, record_types=WarcRecordType.response | WarcRecordType.resource, parse_http=False):
            count += 1
            address = record.headers.get("WARC-Target-URI")
            where = f"{source}#{count}" + (f" ({address})" if address else "")
            try:
                found = _payload(record, where)
            except UnreadableDocument as error:
                on_error(error)
                continue
            if found is not None:
                body, media_type = found
                yield body, where, address, media_type, hashlib.sha256(body).hexdigest()
    except (OSError, ValueError, RuntimeError, EOFError) as error:
        on_error(
            UnreadableDocument(
                f"the archive is damaged after record {count}", source, "fetch it again", "broken" if count else "unreadable"
            )
        )
        del error
    if not count:
        raise UnreadableDocument("the archive holds no response record", source, "is it a WARC of requests only, or cut short?", "empty")


def _payload(record: object, where: str) -> tuple[bytes, str | None] | None:
    """Body and media type; None for redirects and errors of the server, which are no publications."""
    length: int = record.content_length  # type: ignore[attr-defined]
    if length > MAX_BYTES:
        raise UnreadableDocument(f"the record has {length:,} bytes", where, f"the limit is {MAX_BYTES // 1024 // 1024} MB", "too_large")
    block: bytes = record.reader.read(length)  # type: ignore[attr-defined]
    headers = record.headers  # type: ignore[attr-defined]
    if len(block) < length:
        raise UnreadableDocument(f"the record ends after {len(block):,} of {length:,} bytes", where, "fetch the archive again", "truncated")
    if headers.get("WARC-Truncated"):
        raise UnreadableDocument("the crawler cut this record short", where, "fetch the page again", "truncated")
    if not block.startswith(b"HTTP/"):
        return block, headers.get("Content-Type")
    response = parse_response(block, where)
    if response.status >= 300 or not response.body:
        return None
    return response.body, response.headers.get("content-type")
