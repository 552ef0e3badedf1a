"""An HTTP response as archived: headers and the payload behind its encodings."""

import re
import zlib

import msgspec

from transmittal.documents.limits import MAX_BYTES
from transmittal.documents.unpack import inflate
from transmittal.model import UnreadableDocument

_CHUNK = re.compile(rb"\s{0,4}([0-9a-fA-F]{1,8})[^\r\n]{0,100}\r?\n")


class Response(msgspec.Struct, frozen=True):
    status: int
    headers: dict[str, str]
    body: bytes


def parse_response(block: bytes, source: str) -> Response:
    """Status, lower-case headers and the decoded body. Archives often keep the headers of an encoding they already removed: a body
    that is not so encoded is taken as it is."""
    head, mark, body = block.partition(b"\r\n\r\n")
    if not mark:
        head, mark, body = block.partition(b"\n\n")
    first, _, rest = head.partition(b"\n")
    if not mark or not first.startswith(b"HTTP/"):
        raise UnreadableDocument("the record holds no whole HTTP response", source, "", "broken")
    parts = first.split()
    status = int(parts[1]) if len(parts) > 1 and parts[1].isdigit() else 0
    headers: dict[str, str] = {}
    for line in rest.split(b"\n"):
        name, colon, value = line.partition(b":")
        if colon:
            headers.setdefault(name.strip().lower().decode("latin-1"), value.strip().decode("latin-1"))
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = _unchunk(body)
    return Response(status, headers, decode_content(body, headers.get("content-encoding", ""), source))


def _unchunk(body: bytes) -> bytes:
    pieces, at = [], 0
    while match := _CHUNK.match(body, at):
        size = int(match[1], 16)
        if not size:
            break
        pieces.append(body[match.end() : match.end() + size])
        at = match.end() + size
        at += 2 if body[at : at + 2] == b"\r\n" else 1
    return b"".join(pieces) if pieces else body


def decode_content(body: bytes, encoding: str, source: str, *, max_bytes: int = MAX_BYTES) -> bytes:
    """The body without gzip, deflate or (where a decoder is installed) brotli, bounded."""
    for name in reversed([part.strip().lower() for part in encoding.split(",")]):
        if name in ("gzip", "x-gzip") and body.startswith(b"\x1f\x8b"):
            body = inflate(body, source, max_bytes=max_bytes)
        elif name == "deflate" and body:
            body = _deflated(body, source, max_bytes)
        elif name == "br" and body:
            body = _brotli(body, source, max_bytes)
    return body


def _deflated(body: bytes, source: str, max_bytes: int) -> bytes:
    """zlib as the standard has it, raw as some servers send it, or neither."""
    for wbits in (15, -15):
        try:
            zlib.decompressobj(wbits).decompress(body[:4096], 1)
        except zlib.error:
            continue
        return inflate(body, source, wbits=wbits, max_bytes=max_bytes)
    return body


def _brotli(body: bytes, source: str, max_bytes: int) -> bytes:
    if body[:64].isascii() and (b"<" in body[:64] or b"{" in body[:64]):
        return body
    from io import BytesIO

    from fastwarc.stream_io import BrotliReader

    try:
        unpacked: bytes = BrotliReader(BytesIO(body)).read(max_bytes + 1)
    except Exception as error:
        raise UnreadableDocument("the Brotli data are damaged", source, "", "broken") from error
    if len(unpacked) > max_bytes:
        raise UnreadableDocument(f"unpacks to more than {max_bytes // 1024 // 1024} MB", source, "", "too_large")
    return unpacked
