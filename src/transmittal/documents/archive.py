"""The archive of what was read: each capture one record of a web archive, in a gzip member of its own.

The ledger keeps the members; put one behind the other, they are a .warc.gz that any tool for web archives replays.
Why the lines are written here: docs/decisions/0013-captures-are-warc-records-in-the-casebook.md.
"""

import hashlib
import re
import sys
import uuid
import zlib
from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO
from typing import BinaryIO
from urllib.parse import quote

from transmittal.model import UnreadableDocument
from transmittal.model.document import Capture

_GZIP = 31  # zlib's window of 15 bits, with the header and trailer of gzip; it stamps no time
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]+")
_URI_CHARACTERS = "!#$%&'()*+,-./:;=?@[]_~"
_SCHEME = re.compile(r"(?!file:|urn:)[a-z][a-z0-9+.-]{1,20}:", re.IGNORECASE)
_NAMES = uuid.uuid5(uuid.NAMESPACE_URL, "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/")


def pack_capture(capture: Capture, *, sha256: str, at: datetime) -> bytes:
    """One gzip member holding one record: a `response` with its HTTP headers, or a `resource`. The same capture gives the same bytes.

    sha256: of the bytes that were read (`Document.sha256`); names the record when no address does.
    at:     when it was received, if the capture does not say; with a time zone.

    The record tells nothing of this machine: an address of a local file is not written. Raises ValueError for an `at` without a zone.
    """
    when = _date(capture.at or at)
    target = _target(capture.url, sha256)
    if capture.status is None:
        return _member("resource", capture.data, capture.data, when, target, _media_type(capture))
    block = _http_head(capture) + capture.data
    return _member("response", block, capture.data, when, target, "application/http; msgtype=response")


def unpack_capture(record: bytes) -> Capture:
    """The capture in a member: as it was packed, with the time and the media type that the record was given if it had none.

    Raises UnreadableDocument with code "broken" when the record is damaged, "empty" when there is none, "truncated", "too_large".
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    from transmittal.documents.warc import read_block, read_capture

    where = "archived record"
    try:
        for found in ArchiveIterator(BytesIO(record), record_types=WarcRecordType.response | WarcRecordType.resource, parse_http=False):
            block = read_block(found, where)
            if found.headers.get("WARC-Block-Digest") != _digest(block):
                raise UnreadableDocument("the record is not what was archived", where, "restore it from a backup", "broken")
            return read_capture(found, block, where)
    except (OSError, ValueError, RuntimeError, EOFError) as error:
        raise UnreadableDocument(f"the record is damaged ({error})"[:200], where, "restore it from a backup", "broken") from error
    raise UnreadableDocument("there is no record in it", where, "restore it from a backup", "empty")


def write_archive(members: Iterable[bytes], stream: BinaryIO, *, at: datetime | None = None) -> int:
    """A .warc.gz of the members, in their order, behind a record that says who wrote it. Returns how many were written.

    A member that comes twice (a feed with several documents) is written once. at: when the archive is written; None is now.
    """
    version = sys.modules["transmittal"].__version__  # looked up, as in fetch: the package's root imports later layers
    about = (
        f"software: transmittal/{version}\r\nformat: WARC File Format 1.1\r\n"
        "conformsTo: https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n"
    ).encode()
    stream.write(_member("warcinfo", about, None, _date(at or datetime.now(UTC)), None, "application/warc-fields"))
    written: set[bytes] = set()
    for member in members:
        digest = hashlib.sha256(member).digest()
        if digest not in written:
            written.add(digest)
            stream.write(member)
    return len(written)


def _member(kind: str, block: bytes, payload: bytes | None, when: str, target: str | None, media_type: str) -> bytes:
    digest = _digest(block)
    name = uuid.uuid5(_NAMES, " ".join((kind, when, target or "", digest)))
    lines = ["WARC/1.1", f"WARC-Type: {kind}", f"WARC-Record-ID: <urn:uuid:{name}>", f"WARC-Date: {when}"]
    if target is not None:
        lines.append(f"WARC-Target-URI: {target}")
    if payload is not None:
        lines.append(f"WARC-Payload-Digest: {_digest(payload)}")
    lines += [f"WARC-Block-Digest: {digest}", f"Content-Type: {media_type}", f"Content-Length: {len(block)}", "", ""]
    return zlib.compress("\r\n".join(lines).encode() + block + b"\r\n\r\n", wbits=_GZIP)


def _http_head(capture: Capture) -> bytes:
    lines = [capture.status or "", *(f"{name}: {value}" for name, value in capture.headers)]
    return "".join(f"{_CONTROLS.sub(' ', line)}\r\n" for line in lines).encode("latin-1", "replace") + b"\r\n"


def _target(url: str | None, sha256: str) -> str:
    """The address as a URI; the name of the bytes for what has none, or one that only this machine knows."""
    if url is None or not _SCHEME.match(url):
        return f"urn:sha256:{sha256}"
    return quote(url, safe=_URI_CHARACTERS)


def _media_type(capture: Capture) -> str:
    if capture.media_type is not None:
        return _CONTROLS.sub(" ", capture.media_type)
    from transmittal.documents.sniff import Kind, sniff

    kind = sniff(capture.data)
    return "application/xml" if kind is Kind.FEED else kind.value


def _digest(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def _date(at: datetime) -> str:
    """As WARC writes it: UTC, with fractions of a second only where there are some."""
    if at.tzinfo is None:
        raise ValueError(f"{at.isoformat()} has no time zone")
    return at.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"
