"""The front door: what `import transmittal` offers, called as a user calls it."""

import gzip
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

import transmittal
from transmittal import documents
from transmittal.model import Document, DocumentKind, FetchRefused, Stage, UnreadableDocument
from transmittal.reading import Only

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
NOTICE = EXAMPLES / "2024-02-26-federal-register.txt"
RELEASE = EXAMPLES / "2023-11-17-dsca-release.html"
NEWS = "Japan signed a contract with the United States for 400 Tomahawk missiles on Thursday."
FRIDAY = date(2024, 1, 19)


def document(text: str = NEWS) -> Document:
    return next(documents.read_bytes(text.encode(), source="a text"))


@contextmanager
def serving(body: bytes) -> Iterator[str]:
    """The address of a page on this machine."""

    class Page(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/plain; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Page)
    thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/notice.txt"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def test_every_public_name_is_there() -> None:
    missing = [name for name in transmittal.__all__ if not hasattr(transmittal, name)]
    assert missing == []


def test_another_name_is_refused_by_name() -> None:
    with pytest.raises(AttributeError, match="no attribute 'write'"):
        transmittal.write  # noqa: B018


# -- each function with its defaults


def test_read_a_path() -> None:
    readings = list(transmittal.read(NOTICE))
    assert [(r.layout, r.document.source) for r in readings] == [("fr_36b1", str(NOTICE))]
    assert readings[0].events


def test_read_a_path_given_as_text() -> None:
    assert next(transmittal.read(str(NOTICE))) == next(transmittal.read(NOTICE))


def test_read_text() -> None:
    reading = transmittal.read_text(NEWS)
    assert [(e.stage, e.buyer and e.buyer.id) for e in reading.events] == [(Stage.AGREEMENT, "JP")]
    assert reading.document.published is None
    assert reading.events[0].date is None


def test_read_document() -> None:
    assert transmittal.read_document(document()).events == transmittal.read_text(NEWS).events


# -- what the caller knows better


def test_published_dates_what_is_relative() -> None:
    event = transmittal.read_text(NEWS, published=FRIDAY).events[0]
    assert event.date is not None
    assert (event.date.start, event.date.end) == (date(2024, 1, 18), date(2024, 1, 18))


def test_url_makes_it_news() -> None:
    url = "https://news.example/japan"
    reading = transmittal.read_text(NEWS, url=url)
    assert (reading.document.url, reading.document.kind) == (url, DocumentKind.NEWS)


def test_caller_wins_over_the_page() -> None:
    reading = next(transmittal.read(RELEASE, published=FRIDAY, url="https://mirror.example/"))
    assert (reading.document.published, reading.document.url) == (FRIDAY, "https://mirror.example/")


# -- only=


@pytest.mark.parametrize(
    ("source", "only", "layout", "reports"),
    [
        (NOTICE, None, "fr_36b1", True),
        (NOTICE, "forms", "fr_36b1", True),
        (NOTICE, "news", "fr_36b1", False),
        (NEWS, None, "prose", True),
        (NEWS, "news", "prose", True),
        (NEWS, "forms", "prose", False),
    ],
    ids=["notice", "notice, forms only", "notice, news only", "news", "news, news only", "news, forms only"],
)
def test_only(source: Path | str, only: Only | None, layout: str, reports: bool) -> None:
    reading = next(transmittal.read(source, only=only)) if isinstance(source, Path) else transmittal.read_text(source, only=only)
    assert (reading.layout, bool(reading.events)) == (layout, reports)


# -- what a reading holds


def test_a_reading_names_its_reader() -> None:
    assert transmittal.read_text(NEWS).reader == f"transmittal/{transmittal.__version__}"


def test_a_layout_sets_the_kind() -> None:
    assert next(transmittal.read(NOTICE)).document.kind is DocumentKind.TRANSMITTAL


def test_prose_leaves_nothing_unread() -> None:
    assert transmittal.read_text(NEWS).unread == ()


def test_a_field_no_rule_knows_appears() -> None:
    text = NOTICE.read_text(encoding="utf-8")
    last = "(viii) Date Report Delivered to Congress: November 17, 2023\n"
    assert last in text
    changed = text.replace(last, last + "    (ix) Moon Phase at Signature: waxing\n", 1)
    before, after = transmittal.read_text(text), transmittal.read_text(changed)
    assert before.unread == ()
    assert [unread.field for unread in after.unread] == ["Moon Phase at Signature"]
    assert after.unread[0].quote.startswith("(ix) Moon Phase")
    assert [e.stage for e in after.events] == [e.stage for e in before.events]


def test_no_procurement_is_no_event() -> None:
    assert transmittal.read_text("The council met on Friday and adjourned until spring.").events == ()


# -- errors name their source


def unreadable(tmp_path: Path, name: str, data: bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


FAULTY: list[tuple[str, bytes, str]] = [
    ("empty.txt", b"", "empty"),
    ("blank.html", b"<html><body><script>1</script></body></html>", "no_text"),
    ("noise.bin", bytes(range(256)) * 40, "binary"),
    ("cut.txt.gz", gzip.compress(NEWS.encode() * 50)[:40], "truncated"),
]


@pytest.mark.parametrize(("name", "data", "code"), FAULTY, ids=[name for name, _, _ in FAULTY])
def test_what_cannot_be_read_names_its_source(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    path = unreadable(tmp_path, name, data)
    with pytest.raises(UnreadableDocument) as caught:
        list(transmittal.read(path))
    assert (caught.value.where, caught.value.code) == (str(path), code)
    assert str(caught.value).startswith(f"{path}: ")


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match=r"absent\.txt: no such file"):
        list(transmittal.read(tmp_path / "absent.txt"))


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match="this is a folder"):
        list(transmittal.read(tmp_path))


def test_empty_text() -> None:
    with pytest.raises(UnreadableDocument, match=r"^text: "):
        transmittal.read_text("")


def test_a_private_address_is_refused() -> None:
    with serving(NEWS.encode()) as address, pytest.raises(FetchRefused) as caught:
        list(transmittal.read(address))
    assert caught.value.where == address


def test_a_private_address_the_caller_allows() -> None:
    with serving(NEWS.encode()) as address:
        reading = next(transmittal.read(address, allow_private=True))
    assert (reading.document.source, reading.document.url, len(reading.events)) == (address, address, 1)


# -- archives


def record(body: bytes, target: str) -> bytes:
    """One response of a web archive."""
    response = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>\r\n"
        f"WARC-Date: 2024-01-19T00:00:00Z\r\nWARC-Target-URI: {target}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(response)}\r\n\r\n"
    )
    return head.encode() + response + b"\r\n\r\n"


def page(text: str) -> bytes:
    return f"<html><body><article><p>{text}</p></article></body></html>".encode()


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    good, void = page(NEWS), b"<html><body></body></html>"
    data = record(good, "https://a.example/1") + record(void, "https://a.example/2") + record(good, "https://a.example/3")
    return unreadable(tmp_path, "three.warc", data)


def test_an_archive_gives_a_reading_for_each_page(archive: Path) -> None:
    assert [r.document.url for r in transmittal.read(archive)] == ["https://a.example/1", "https://a.example/3"]


def test_on_error_hears_of_the_page_that_was_lost(archive: Path) -> None:
    heard: list[UnreadableDocument] = []
    listener: Callable[[UnreadableDocument], None] = heard.append
    assert len(list(transmittal.read(archive, on_error=listener))) == 2
    assert ["https://a.example/2" in error.where or "three.warc" in error.where for error in heard] == [True]
