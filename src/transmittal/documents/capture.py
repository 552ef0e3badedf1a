"""What a server or an archive handed over, kept so that its headers and its bytes agree."""

from collections.abc import Iterable
from datetime import datetime

from transmittal.model.document import Capture

# Of the connection, and over with it: chunks are joined when the body reaches us.
_TRANSFER = frozenset(("transfer-encoding", "trailer", "connection", "keep-alive"))


def capture_response(
    body: bytes, *, status: str, headers: Iterable[tuple[str, str]], url: str | None, at: datetime | None, encoded: bool
) -> Capture:
    """A response after transfer decoding.

    status:  its first line. headers: as received; those that would now be untrue of the body are dropped, and its length is put right.
    encoded: the body is in the content encoding that the headers name. Archives often name one that they have removed.
    """
    kept: list[tuple[str, str]] = []
    media_type = None
    for name, value in headers:
        low = name.lower()
        if low in _TRANSFER or (low == "content-encoding" and not encoded):
            continue
        if low == "content-length":
            value = str(len(body))
        elif low == "content-type" and media_type is None:
            media_type = value
        kept.append((name, value))
    return Capture(data=body, media_type=media_type, url=url, headers=tuple(kept), status=status, at=at)


def content(capture: Capture) -> bytes:
    """The bytes a reader would save: without the content encoding that the headers name. Raises UnreadableDocument for damaged ones."""
    from transmittal.documents.http_message import decode_content

    encoding = next((value for name, value in capture.headers if name.lower() == "content-encoding"), "")
    return decode_content(capture.data, encoding, capture.url or "archived record")
