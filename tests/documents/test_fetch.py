"""Fetching on our terms, against a server that misbehaves."""

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from transmittal import __version__
from transmittal.documents import fetch
from transmittal.documents.addresses import is_public
from transmittal.model import FetchRefused

BODY = b"<html><body><p>The navy has ordered six boats.</p></body></html>"


class Faulty(BaseHTTPRequestHandler):
    """Each path is one behaviour."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        name = self.path.strip("/").partition("/")[0].replace("-", "_") or "page"
        getattr(self, f"send_{name}")()

    def _send(self, body: bytes, *headers: tuple[str, str], status: int = 200, length: int | None = None) -> None:
        self.send_response(status)
        for header in headers:
            self.send_header(*header)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = True

    def send_page(self) -> None:
        self._send(
            BODY, ("Content-Type", "text/html; charset=utf-8"), ("X-Agent", self.headers["User-Agent"]), ("X-Host", self.headers["Host"])
        )

    def send_packed(self) -> None:
        self._send(gzip.compress(BODY), ("Content-Encoding", "gzip"))

    def send_bomb(self) -> None:
        self._send(gzip.compress(bytes(50_000_000)), ("Content-Encoding", "gzip"))

    def send_away(self) -> None:
        self._send(b"", ("Location", "/page"), status=302)

    def send_loop(self) -> None:
        self._send(b"", ("Location", "/loop"), status=301)

    def send_on(self) -> None:
        self._send(b"", ("Location", f"/on/{int(self.path.rpartition('/')[2] or 0) + 1}" if "/on/" in self.path else "/on/1"), status=307)

    def send_file(self) -> None:
        self._send(b"", ("Location", "file:///etc/hostname"), status=302)

    def send_inside(self) -> None:
        self._send(b"", ("Location", "http://169.254.169.254/latest/"), status=302)

    def send_missing(self) -> None:
        self._send(b"", status=404)

    def send_short(self) -> None:
        self._send(BODY, length=len(BODY) + 100)

    def send_announced(self) -> None:
        self._send(BODY, length=10**12)

    def send_endless(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            for _ in range(10_000):
                self.wfile.write(bytes(65_536))
        except OSError:
            pass
        self.close_connection = True

    def send_slow(self) -> None:
        self.send_response(200)
        self.end_headers()
        self._trickle()

    def send_slow_head(self) -> None:
        self._trickle(b"HTTP/1.1 200 OK\r\nX-Slow: ")

    def _trickle(self, first: bytes = b"") -> None:
        try:
            self.wfile.write(first)
            for _ in range(100):
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(0.1)
        except OSError:
            pass
        self.close_connection = True

    def send_garbage(self) -> None:
        self.wfile.write(b"\x00\x01\x02 not HTTP\r\n\r\n")
        self.close_connection = True


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Faulty)
    httpd.daemon_threads = True
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{httpd.server_port}"
    httpd.shutdown()
    httpd.server_close()


def test_a_page(server: str) -> None:
    got = fetch(f"{server}/page", allow_private=True)
    assert got.data == BODY
    assert got.media_type == "text/html; charset=utf-8"
    assert got.headers["x-agent"] == f"transmittal/{__version__}"


def test_a_packed_page_is_unpacked(server: str) -> None:
    assert fetch(f"{server}/packed", allow_private=True).data == BODY


def test_a_redirect_is_followed_and_its_end_is_the_address(server: str) -> None:
    assert fetch(f"{server}/away", allow_private=True).url == f"{server}/page"


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("loop", "redirects"),
        ("on", "redirects"),
        ("file", "scheme"),
        ("missing", "status"),
        ("short", "truncated"),
        ("announced", "too_large"),
        ("endless", "too_large"),
        ("bomb", "too_large"),
        ("garbage", "truncated"),
    ],
)
def test_a_server_that_misbehaves_is_refused(server: str, path: str, code: str) -> None:
    with pytest.raises(FetchRefused) as caught:
        fetch(f"{server}/{path}", allow_private=True, max_bytes=1_000_000, timeout_s=10)
    assert caught.value.code == code


@pytest.mark.parametrize("path", ["slow", "slow-head"])
def test_one_deadline_holds_for_everything(server: str, path: str) -> None:
    started = time.monotonic()
    with pytest.raises(FetchRefused) as caught:
        fetch(f"{server}/{path}", allow_private=True, timeout_s=0.5)
    assert caught.value.code == "timeout"
    assert time.monotonic() - started < 3


def test_private_addresses_are_refused_before_anything_is_sent(server: str) -> None:
    with pytest.raises(FetchRefused) as caught:
        fetch(f"{server}/page")
    assert caught.value.code == "private"


def test_a_redirect_to_a_private_address_is_refused(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("transmittal.documents.addresses.is_public", lambda address: address == "127.0.0.1")
    with pytest.raises(FetchRefused) as caught:
        fetch(f"{server}/inside")
    assert caught.value.code == "private"


def test_the_checked_address_is_the_one_connected_to(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The name resolves once; the connection goes there, and the server still hears the name."""
    port = int(server.rpartition(":")[2])
    asked: list[str] = []

    def resolve(host: str, *_: object, **__: object) -> list[object]:
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    monkeypatch.setattr("transmittal.documents.addresses.socket.getaddrinfo", resolve)
    got = fetch(f"http://boats.example:{port}/page", allow_private=True)
    assert got.headers["x-host"] == f"boats.example:{port}"
    assert asked.count("boats.example") == 1


@pytest.mark.parametrize(
    "url", ["file:///etc/hostname", "ftp://a.example/", "gopher://a.example/", "http://", "no address", "http://user:word@a.example/"]
)
def test_only_plain_web_addresses(url: str) -> None:
    with pytest.raises(FetchRefused) as caught:
        fetch(url)
    assert caught.value.code == "scheme"


def test_a_server_that_is_not_there() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        with pytest.raises(FetchRefused) as caught:
            fetch(f"http://127.0.0.1:{taken.getsockname()[1]}/", allow_private=True, timeout_s=2)
    assert caught.value.code == "network"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("8.8.8.8", True),
        ("2606:4700::1111", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("240.0.0.1", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:8.8.8.8", True),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
        ("nonsense", False),
    ],
)
def test_which_addresses_are_public(address: str, expected: bool) -> None:
    assert is_public(address) is expected
