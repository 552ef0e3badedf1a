"""Compressed bytes, unpacked without trusting what they say about their size."""

import zipfile
import zlib
from io import BytesIO

from transmittal.documents.limits import MAX_ANY_RATIO, MAX_BYTES, MAX_RATIO
from transmittal.model import UnreadableDocument

_STEP = 256 * 1024


def inflate(data: bytes, source: str, *, wbits: int = 47, max_bytes: int = MAX_BYTES) -> bytes:
    """gzip (one or more members) or zlib data; wbits -15 reads a raw deflate stream.

    Raises UnreadableDocument: "too_large" for a bomb, "truncated" for a cut stream, "broken" for damage.
    """
    pieces: list[bytes] = []
    size, rest = 0, data
    while rest:
        unpacker = zlib.decompressobj(wbits)
        try:
            while not unpacker.eof:
                piece = unpacker.decompress(rest, _STEP)
                rest = unpacker.unconsumed_tail
                size += len(piece)
                pieces.append(piece)
                _check(size, len(data), source, max_bytes)
                if not piece and not rest:
                    break
        except zlib.error as error:
            if pieces and size:  # bytes after a whole member are padding
                break
            raise UnreadableDocument("the compressed data are damaged", source, "fetch the file again", "broken") from error
        if not unpacker.eof:
            raise UnreadableDocument("the compressed data end too early", source, "fetch the file again", "truncated")
        rest = unpacker.unused_data.lstrip(b"\0") if wbits != -15 else b""
    return b"".join(pieces)


def _check(size: int, packed: int, source: str, max_bytes: int) -> None:
    if size > max_bytes or (size > MAX_ANY_RATIO and size > packed * MAX_RATIO):
        raise UnreadableDocument(
            f"unpacks to more than {size // 1_000_000} MB from {packed:,} bytes",
            source,
            f"the limit is {max_bytes // 1024 // 1024} MB",
            "too_large",
        )


def zip_member(data: bytes, name: str, source: str, *, max_bytes: int = MAX_BYTES) -> bytes:
    """One member of a zip file, bounded like `inflate`; b"" when there is none of that name."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            try:
                entry = archive.getinfo(name)
            except KeyError:
                return b""
            if entry.flag_bits & 1:
                raise UnreadableDocument("the file is encrypted", source, "save it without a password", "encrypted")
            with archive.open(entry) as member:
                pieces, size = [], 0
                while piece := member.read(_STEP):
                    size += len(piece)
                    _check(size, len(data), source, max_bytes)
                    pieces.append(piece)
                return b"".join(pieces)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, RuntimeError) as error:
        raise UnreadableDocument("the zip container is damaged", source, "fetch the file again", "broken") from error


def zip_names(data: bytes) -> list[str]:
    """Names of the members; [] when the directory cannot be read."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return archive.namelist()[:10_000]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError):
        return []
