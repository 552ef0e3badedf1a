"""One page from the network, on our terms: known schemes, public addresses, bounded size, time and redirects."""

import sys
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec

from transmittal.documents.addresses import public_addresses
from transmittal.documents.capture import capture_response
from transmittal.documents.http_message import decode_content
from transmittal.documents.limits import MAX_BYTES
from transmittal.model import FetchRefused, UnreadableDocument
from transmittal.model.document import Capture

if TYPE_CHECKING:
    import httpcore
    import httpx

_SCHEMES = {"http": 80, "https": 443}
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
# Headers that tell of the visitor and not of the page: an archive that is passed on must not carry them.
_ABOUT_US = frozenset(("set-cookie", "set-cookie2"))
_ENCODINGS = "gzip, deflate"  # those we unpack within bounds ourselves


class Fetched(msgspec.Struct, frozen=True, kw_only=True):
    """What a server sent. url: after redirects; media_type: the Content-Type header as sent; data: without content encoding; capture: as
    it came, for the archive."""

    data: bytes
    url: str
    media_type: str | None
    headers: dict[str, str]
    capture: Capture


def fetch(url: str, *, allow_private: bool = False, timeout_s: float = 20, max_bytes: int = MAX_BYTES, max_redirects: int = 5) -> Fetched:
    """The body of one GET. timeout_s: for everything together, redirects included.

    Raises FetchRefused with code "scheme", "private", "not_found", "redirects", "timeout", "too_large", "truncated", "status" or "network".
    """
    import httpcore

    deadline = time.monotonic() + timeout_s
    seen: set[str] = set()
    target = url
    for _ in range(max_redirects + 1):
        if target in seen:
            raise FetchRefused("the redirects go round in a circle", url, "", "redirects")
        seen.add(target)
        try:
            answer = _ask(target, allow_private=allow_private, deadline=deadline, max_bytes=max_bytes)
        except httpcore.TimeoutException as error:
            raise FetchRefused(f"no whole answer within {timeout_s:g} s", target, "try again later", "timeout") from error
        except httpcore.ProtocolError as error:
            raise FetchRefused(f"the answer is cut or malformed ({error})"[:200], target, "try again later", "truncated") from error
        except (httpcore.NetworkError, OSError) as error:
            raise FetchRefused(f"the server failed us ({error})"[:200], target, "try again later", "network") from error
        if isinstance(answer, Fetched):
            return answer
        target = answer
    raise FetchRefused(f"more than {max_redirects} redirects", url, "", "redirects")


def _ask(url: str, *, allow_private: bool, deadline: float, max_bytes: int) -> Fetched | str:
    """One hop: the page, or where it redirects to."""
    import httpcore
    import httpx

    from transmittal.documents.network import CheckedBackend

    try:
        parsed = httpx.URL(url)
    except httpx.InvalidURL as error:
        raise FetchRefused(f"not an address ({error})"[:200], url, "", "scheme") from error
    if parsed.scheme not in _SCHEMES or not parsed.host:
        raise FetchRefused(f"only http and https are fetched, not {parsed.scheme or 'this'!r}", url, "", "scheme")
    if parsed.userinfo:
        raise FetchRefused("the address carries a user name", url, "remove it", "scheme")
    addresses = public_addresses(parsed.host, parsed.port or _SCHEMES[parsed.scheme], url, allow_private=allow_private)
    headers: dict[bytes | str, bytes | str] = {
        "Host": parsed.netloc,
        "User-Agent": _user_agent(),
        "Accept-Encoding": _ENCODINGS,
        "Accept": "*/*",
        "Connection": "close",
    }
    # No proxies and no netrc: a proxy would look the name up again, and netrc would send credentials.
    with (
        httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(trust_env=False), network_backend=CheckedBackend(addresses, deadline)
        ) as pool,
        pool.stream("GET", str(parsed.copy_with(fragment=None)), headers=headers) as response,
    ):
        return _take(response, parsed, deadline=deadline, max_bytes=max_bytes)


def _take(response: "httpcore.Response", asked: "httpx.URL", *, deadline: float, max_bytes: int) -> Fetched | str:
    url = str(asked)
    fields = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in response.headers]
    headers = {name.lower(): value for name, value in fields}
    if response.status in _REDIRECTS and "location" in headers:
        return _redirected(asked, headers["location"])
    if response.status != 200:
        raise FetchRefused(f"the server answered {response.status}, and no page", url, "", "status")
    declared = headers.get("content-length", "")
    if declared.isdecimal() and int(declared[:18]) > max_bytes:
        raise _too_large(url, max_bytes)
    body = _body(response, url, deadline=deadline, max_bytes=max_bytes)
    try:
        data = decode_content(body, headers.get("content-encoding", ""), url, max_bytes=max_bytes)
    except UnreadableDocument as error:
        raise FetchRefused(error.what, url, error.hint, error.code) from error
    capture = capture_response(
        body,
        status=_status_line(response),
        headers=[field for field in fields if field[0].lower() not in _ABOUT_US],
        url=url,
        at=datetime.now(UTC),
        encoded=data is not body,
    )
    return Fetched(data=data, url=url, media_type=headers.get("content-type"), headers=headers, capture=capture)


def _status_line(response: "httpcore.Response") -> str:
    """ "HTTP/1.1 200 OK", as the server sent it."""
    version: bytes = response.extensions.get("http_version", b"HTTP/1.1")
    reason: bytes = response.extensions.get("reason_phrase", b"")
    return f"{version.decode('latin-1')} {response.status} {reason.decode('latin-1')}".rstrip()


def _redirected(asked: "httpx.URL", location: str) -> str:
    import httpx

    try:
        return str(asked.join(location))
    except httpx.InvalidURL as error:
        raise FetchRefused(f"redirects to something that is no address ({error})"[:200], str(asked), "", "redirects") from error


def _body(response: "httpcore.Response", url: str, *, deadline: float, max_bytes: int) -> bytes:
    import httpcore

    pieces, size = [], 0
    for piece in response.iter_stream():
        size += len(piece)
        if size > max_bytes:
            raise _too_large(url, max_bytes)
        if time.monotonic() > deadline:
            raise httpcore.ReadTimeout("deadline")
        pieces.append(piece)
    return b"".join(pieces)


def _too_large(url: str, max_bytes: int) -> FetchRefused:
    return FetchRefused(f"the answer is larger than {max_bytes:,} bytes", url, "fetch it yourself and cut it into its parts", "too_large")


def _user_agent() -> str:
    # The version stands in the package's root, which imports later layers for type checkers; looked up, it is no import of those.
    return f"transmittal/{sys.modules['transmittal'].__version__}"
