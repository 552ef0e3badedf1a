"""An HTTP response as archived: headers and the payload behind its encodings."""

import re
import zlib
from collections.abc import Iterator

import msgspec

from transmittal.documents.limits import MAX_BYTES
from transmittal.documents.unpack import inflate
from transmittal.model import UnreadableDocument

_CHUNK = re.compile(rb"\s{0,4}([0-9a-fA-F]{1,8})[^\r\n]{0,100}\r?\n")


class Message(msgspec.Struct, frozen=True):
    """A response as received. first: its status line; fields: all headers in their order; body: after transfer decoding only."""

    first: str
    fields: tuple[tuple[str, str], ...]
    body: bytes


class Response(msgspec.Struct, frozen=True):
    """What a response says. headers: by lower-case name, the first of each; body: without any encoding; message: as received."""

    status: int
    headers: dict[str, str]
    body: bytes
    message: Message


def parse_response(block: bytes, source: str) -> Response:
    """Status, lower-case headers and the decoded body. Archives often keep the headers of an encoding they already removed: a body
    that is not so encoded is taken as it is."""
    message = split_response(block, source)
    parts = message.first.split()
    status = int(parts[1]) if len(parts) > 1 and parts[1].isdecimal() else 0
    headers = _by_name(message.fields)
    return Response(status, headers, decode_content(message.body, headers.get("content-encoding", ""), source), message)


def split_response(block: bytes, source: str) -> Message:
    """The three parts of a response. Raises UnreadableDocument with code "broken" when the block is none."""
    head, mark, body = block.partition(b"\r\n\r\n")
    if not mark:
        head, mark, body = block.partition(b"\n\n")
    first, _, rest = head.partition(b"\n")
    if not mark or not first.startswith(b"HTTP/"):
        raise UnreadableDocument("the record holds no whole HTTP response", source, "", "broken")
    fields = tuple(_fields(rest))
    if "chunked" in _by_name(fields).get("transfer-encoding", "").lower():
        body = _unchunk(body)
    return Message(first.strip().decode("latin-1"), fields, body)


def _by_name(fields: tuple[tuple[str, str], ...]) -> dict[str, str]:
    return {name.lower(): value for name, value in reversed(fields)}


def _fields(lines: bytes) -> Iterator[tuple[str, str]]:
    for line in lines.split(b"\n"):
        name, colon, value = line.partition(b":")
        if colon:
            yield name.strip().decode("latin-1"), value.strip().decode("latin-1")


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
