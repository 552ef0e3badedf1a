"""What was read, kept as received: captures, their records, and the archive made of them."""

import gzip
import hashlib
import io
import json
import pickle
import threading
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest
from fastwarc.warc import ArchiveIterator as FastIterator
from hypothesis import given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from transmittal.documents import fetch, read_bytes, read_path
from transmittal.documents.archive import pack_capture, unpack_capture, write_archive
from transmittal.documents.capture import content
from transmittal.documents.limits import MAX_BYTES
from transmittal.model import Document, UnreadableDocument
from transmittal.model.document import Capture

EXAMPLES = Path(__file__).parents[2] / "examples"
AT = datetime(2024, 3, 5, 10, 0, tzinfo=UTC)
TEXT = b"The navy has ordered six boats.\n\nThey are to be delivered next year, the ministry said."
PAGE = "<html><head><title>Boats</title></head><body><p>The navy has ordered six boats – für 5 €.</p></body></html>"
RSS = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>
<item><title>Six boats</title><link>https://n.example/1</link><description>The navy has ordered six boats.</description></item>
<item><title>No boats</title><link>https://n.example/2</link><description>The order was cancelled.</description></item></channel></rss>"""


def docx() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(
            "word/document.xml", '<w:document xmlns:w="urn:w"><w:body><w:p><w:r><w:t>Six boats.</w:t></w:r></w:p></w:body></w:document>'
        )
    return buffer.getvalue()


class Source(NamedTuple):
    name: str
    data: bytes
    media_type: str | None = None


KINDS = [
    Source("plain text", TEXT),
    Source("text that begins like a response", b"HTTP/1.1 200 OK\r\n\r\n" + TEXT),
    Source("a page in an old encoding, declared", PAGE.encode("cp1252"), "text/html; charset=windows-1252"),
    Source("RTF", rb"{\rtf1\ansi The navy has ordered six boats.}"),
    Source("Word", docx()),
    Source("a feed", RSS),
    Source("JSON", json.dumps({"title": "Boats", "body": "<p>The navy has ordered six boats.</p>"}).encode()),
    Source("compressed text", gzip.compress(TEXT)),
    *(
        Source(path.name, path.read_bytes())
        for path in sorted(EXAMPLES.iterdir())
        if path.suffix in (".txt", ".html", ".pdf", ".csv")
    ),
]  # fmt: skip


def pack(document: Document, at: datetime = AT) -> bytes:
    assert document.capture is not None
    return pack_capture(document.capture, sha256=document.sha256, at=at)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_what_is_read_comes_back_as_it_was(kind: Source) -> None:
    for document in read_bytes(kind.data, source="x", media_type=kind.media_type):
        member = pack(document)
        assert document.capture == Capture(data=kind.data, media_type=kind.media_type)
        back = unpack_capture(member)
        assert (back.data, back.url, back.headers, back.status, back.at) == (kind.data, None, (), None, AT)
        assert back.media_type == kind.media_type or kind.media_type is None
        assert pack_capture(back, sha256=document.sha256, at=AT + timedelta(days=1)) == member


def test_an_archive_reads_as_its_originals_did() -> None:
    documents = [d for kind in KINDS for d in read_bytes(kind.data, source="x", media_type=kind.media_type)]
    stream = io.BytesIO()
    assert write_archive(map(pack, documents), stream, at=AT) == len(KINDS)
    again = list(read_bytes(stream.getvalue(), source="out.warc.gz"))
    assert [(d.text, d.sha256, d.published, d.title) for d in again] == [(d.text, d.sha256, d.published, d.title) for d in documents]
    assert not any(d.url and d.url.startswith("urn:") for d in again)


def test_other_readers_take_the_archive_and_find_every_digest_right() -> None:
    stream = io.BytesIO()
    members = [pack(next(iter(read_bytes(k.data, source="x", media_type=k.media_type)))) for k in KINDS]
    members.append(pack_capture(RESPONSE, sha256=hashlib.sha256(RESPONSE.data).hexdigest(), at=AT))
    write_archive(members, stream, at=AT)
    seen = []
    for record in ArchiveIterator(io.BytesIO(stream.getvalue()), check_digests="raise", no_record_parse=False):
        seen.append((record.rec_type, record.raw_stream.read()))
        assert record.digest_checker.passed, record.rec_headers
    assert [kind for kind, _ in seen] == ["warcinfo", *["resource"] * len(KINDS), "response"]
    assert [data for _, data in seen[1:]] == [*(k.data for k in KINDS), RESPONSE.data]
    checked = [(r.verify_block_digest(), r.record_id) for r in FastIterator(io.BytesIO(stream.getvalue()), parse_http=False)]
    assert all(good for good, _ in checked)
    assert len({name for _, name in checked}) == len(seen)


RESPONSE = Capture(
    data=gzip.compress(PAGE.encode(), mtime=0),
    media_type="text/html; charset=utf-8",
    url="https://navy.example/boats?id=1",
    headers=(("Content-Type", "text/html; charset=utf-8"), ("Content-Encoding", "gzip"), ("X-Twice", "a"), ("x-twice", "b: c")),
    status="HTTP/1.1 200 OK",
    at=AT,
)


def test_a_response_keeps_its_headers_and_its_encoding() -> None:
    member = pack_capture(RESPONSE, sha256="0" * 64, at=AT + timedelta(days=9))
    assert unpack_capture(member) == RESPONSE
    (document,) = read_bytes(member, source="one.warc.gz")
    assert "boats – für 5 €" in document.text
    assert (document.url, document.capture) == (RESPONSE.url, RESPONSE)
    assert document.sha256 == hashlib.sha256(PAGE.encode()).hexdigest()


def test_the_content_of_a_capture_is_without_its_encoding() -> None:
    assert content(RESPONSE) == PAGE.encode()
    assert content(Capture(data=gzip.compress(TEXT))) == gzip.compress(TEXT), "a compressed file is what was received"


def test_a_fraction_of_a_second_and_another_time_zone() -> None:
    at = datetime(2024, 3, 5, 19, 0, 0, 250_000, tzinfo=timezone(timedelta(hours=9)))
    assert unpack_capture(pack_capture(Capture(data=TEXT), sha256="0" * 64, at=at)).at == at


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        pack_capture(Capture(data=TEXT), sha256="0" * 64, at=datetime(2024, 3, 5))


def test_the_largest_page_still_fits_with_its_headers() -> None:
    large = msgspec.structs.replace(RESPONSE, data=b"x" * MAX_BYTES)
    assert unpack_capture(pack_capture(large, sha256="0" * 64, at=AT)).data == large.data


class Target(NamedTuple):
    name: str
    url: str | None
    written: str
    read: str | None


NAMED = "urn:sha256:" + "0" * 64
TARGETS = [
    Target("an address", "https://a.org/x?a=1&b=%C3%BC#c", "https://a.org/x?a=1&b=%C3%BC#c", "https://a.org/x?a=1&b=%C3%BC#c"),
    Target("an address in other letters", "https://a.org/日 b", "https://a.org/%E6%97%A5%20b", "https://a.org/%E6%97%A5%20b"),
    Target("lines that would be headers", "https://a.org/\r\nX: y", "https://a.org/%0D%0AX:%20y", "https://a.org/%0D%0AX:%20y"),
    Target("no address", None, NAMED, None),
    Target("a file of this machine", "file:///home/someone/a.html", NAMED, None),
    Target("a path", "/home/someone/a.html", NAMED, None),
    Target("a path with a drive", "C:\\Users\\someone\\a.html", NAMED, None),
]


@pytest.mark.parametrize("case", TARGETS, ids=lambda case: case.name)
def test_a_record_names_the_address_and_nothing_of_this_machine(case: Target) -> None:
    member = pack_capture(Capture(data=TEXT, url=case.url), sha256="0" * 64, at=AT)
    assert f"\r\nWARC-Target-URI: {case.written}\r\n".encode() in gzip.decompress(member)
    assert b"someone" not in gzip.decompress(member)
    assert unpack_capture(member).url == case.read


def test_headers_cannot_write_lines_of_their_own() -> None:
    hostile = msgspec.structs.replace(RESPONSE, status="HTTP/1.1 200 OK\r\nA: b", headers=(("C", "d\r\n\r\n<p>not the body"),))
    back = unpack_capture(pack_capture(hostile, sha256="0" * 64, at=AT))
    assert (back.status, back.headers, back.data) == ("HTTP/1.1 200 OK A: b", (("C", "d <p>not the body"),), RESPONSE.data)


def _flip(member: bytes) -> bytes:
    return gzip.compress(gzip.decompress(member).replace(b"six boats", b"two boats"))


DAMAGED = [
    ("a changed word", _flip, "broken"),
    ("a cut member", lambda member: member[:-20], "broken"),
    ("no record", lambda _: gzip.compress(b""), "empty"),
    ("nothing", lambda _: b"", "empty"),
]


@pytest.mark.parametrize(("name", "damage", "code"), DAMAGED, ids=[name for name, _, _ in DAMAGED])
def test_a_record_that_is_not_what_was_archived_is_refused(name: str, damage: object, code: str) -> None:
    member = pack_capture(Capture(data=TEXT), sha256="0" * 64, at=AT)
    with pytest.raises(UnreadableDocument) as caught:
        unpack_capture(damage(member))  # type: ignore[operator]
    assert caught.value.code in (code, "truncated"), name


@given(
    st.builds(
        Capture,
        data=st.binary(max_size=300),
        media_type=st.none() | st.just("text/html; charset=x"),
        url=st.none() | st.just("https://a.org/1"),
        headers=st.lists(st.tuples(st.from_regex(r"[A-Z][a-z-]{1,8}", fullmatch=True), st.text(max_size=20)), max_size=4).map(tuple),
        status=st.none() | st.just("HTTP/2 200"),
    )
)
def test_any_bytes_come_back(capture: Capture) -> None:
    member = pack_capture(capture, sha256="0" * 64, at=AT)
    assert unpack_capture(member).data == capture.data
    assert pack_capture(capture, sha256="0" * 64, at=AT) == member


def test_a_page_is_captured_as_the_server_sent_it(server: str) -> None:
    got = fetch(server + "/packed", allow_private=True)
    assert got.data == PAGE.encode()
    kept = got.capture
    assert (kept.data, kept.status, kept.url) == (gzip.compress(PAGE.encode(), mtime=0), "HTTP/1.1 200 Fine", server + "/packed")
    headers = dict(kept.headers)
    assert headers["Content-Encoding"] == "gzip"
    assert headers["X-Kept"] == "yes"
    assert kept.media_type == "text/html; charset=utf-8"
    assert kept.at is not None
    assert abs(datetime.now(UTC) - kept.at) < timedelta(minutes=1)
    assert "Set-Cookie" not in headers, "a cookie tells of the visitor"
    (document,) = read_bytes(got.data, source="x", media_type=got.media_type, capture=kept)
    (again,) = read_bytes(pack(document), source="x")
    assert (again.text, again.sha256, again.capture) == (document.text, document.sha256, kept)


def test_chunks_are_joined_and_no_header_speaks_of_them(server: str) -> None:
    kept = fetch(server + "/chunked", allow_private=True).capture
    assert kept.data == PAGE.encode()
    assert "Transfer-Encoding" not in dict(kept.headers)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *args: object) -> None:
            pass

        def do_GET(self) -> None:
            body = PAGE.encode()
            self.send_response(200, "Fine")
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Set-Cookie", "id=visitor")
            self.send_header("X-Kept", "yes")
            if self.path == "/chunked":
                self.send_header("Transfer-Encoding", "chunked")
                body = b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)
            else:
                body = gzip.compress(body, mtime=0)
                self.send_header("Content-Encoding", "gzip")
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
            self.close_connection = True

    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}"
    running.shutdown()
    running.server_close()


class Archived(NamedTuple):
    name: str
    headers: list[tuple[str, str]]
    body: bytes
    kept: dict[str, str]
    data: bytes


BODY = PAGE.encode()
PACKED = gzip.compress(BODY, mtime=0)
ARCHIVED = [
    Archived("plain", [("Content-Length", "9"), ("ETag", "x")], BODY, {"Content-Length": str(len(BODY)), "ETag": "x"}, BODY),
    Archived("still in chunks", [("Transfer-Encoding", "chunked")], b"%x\r\n%s\r\n0\r\n\r\n" % (len(BODY), BODY), {}, BODY),
    Archived("an encoding that was removed", [("Content-Encoding", "gzip")], BODY, {}, BODY),
    Archived("an encoding", [("Content-Encoding", "gzip")], PACKED, {"Content-Encoding": "gzip"}, PACKED),
]  # fmt: skip


@pytest.mark.parametrize("case", ARCHIVED, ids=lambda case: case.name)
def test_the_headers_kept_of_an_archived_response_are_true_of_its_body(case: Archived) -> None:
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=True)
    head = StatusAndHeaders("200 OK", case.headers, protocol="HTTP/1.1")
    dated = {"WARC-Date": "2024-03-05T10:00:00Z"}
    writer.write_record(
        writer.create_warc_record("https://a.org/1", "response", payload=io.BytesIO(case.body), http_headers=head, warc_headers_dict=dated)
    )
    (document,) = read_bytes(stream.getvalue(), source="x")
    assert document.capture == Capture(
        data=case.data, url="https://a.org/1", headers=tuple(case.kept.items()), status="HTTP/1.1 200 OK", at=AT
    )
    assert unpack_capture(pack(document, AT + timedelta(days=1))) == document.capture


def test_entries_of_one_feed_share_its_bytes_and_its_record() -> None:
    one, two = read_bytes(RSS, source="x")
    assert one.capture is two.capture
    assert one.capture is not None
    assert one.capture.data is RSS
    assert write_archive([pack(one), pack(two)], io.BytesIO()) == 1


def test_a_capture_is_no_part_of_what_a_document_says(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT)
    (document,) = read_path(tmp_path / "a.txt", source="x")
    bare = msgspec.structs.replace(document, capture=None)
    assert document == bare
    assert not document != bare  # noqa: SIM202  the struct has a `!=` of its own
    assert hash(document) == hash(bare)
    assert document != msgspec.structs.replace(document, title="other")
    assert "navy" not in repr(document.capture), "a text is never logged"
    assert pickle.loads(pickle.dumps(document)).capture == document.capture  # noqa: S301  our own bytes
