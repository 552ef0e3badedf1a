"""What is not a page or plain text: compressed files, archives, feeds, JSON, Word, RTF."""

import gzip
import hashlib
import io
import json
import sys
import zipfile
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from transmittal.documents import read_bytes, read_path
from transmittal.documents.unpack import inflate
from transmittal.model import BlockKind, UnreadableDocument

TEXT = "The navy has ordered six boats.\n\nThey are to be delivered next year, the ministry said."
ARTICLE = "<article><p>The navy has ordered six boats.</p><p>They come next year.</p></article>"
PAGE = f"<html><head><title>Boats</title></head><body>{ARTICLE}</body></html>"


def docx(body: str, before: str = "", **members: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f'{before}<w:document xmlns:w="urn:w"><w:body>{body}</w:body></w:document>')
        for name, text in members.items():
            archive.writestr(name, text)
    return buffer.getvalue()


class Refused(NamedTuple):
    name: str
    data: bytes
    code: str


REFUSED = [
    Refused("nothing", b"", "empty"),
    Refused("a picture", b"\x89PNG\r\n\x1a\n" + bytes(100), "binary"),
    Refused("an old Word file", b"\xd0\xcf\x11\xe0" + bytes(100), "binary"),
    Refused("a zip of other things", (lambda b: (zipfile.ZipFile(b, "w").writestr("a", "b"), b.getvalue())[1])(io.BytesIO()), "archive"),
    Refused("a gzip bomb", gzip.compress(bytes(40_000_000)), "too_large"),
    Refused("gzip in gzip in gzip in gzip", gzip.compress(gzip.compress(gzip.compress(gzip.compress(b"x")))), "too_large"),
    Refused("a cut gzip", gzip.compress(b"The navy has ordered six boats. " * 9)[:-12], "truncated"),
    Refused("a Word file whose text is a bomb", docx(" " * 50_000_000), "too_large"),
    Refused("a Word file with entities", docx("&a;", before='<!DOCTYPE d [<!ENTITY a "aaaa">]>'), "entities"),
    Refused("a Word file with no text", docx("<w:p/>"), "no_text"),
    Refused(
        "an entity bomb",
        b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><channel>&b;</channel></rss>',
        "entities",
    ),
    Refused("a feed without entries", b"<rss><channel><title>x</title></channel></rss>", "empty"),
    Refused("a feed that is no XML", b"<rss><channel><item></channel></rss>", "broken"),
    Refused("a feed nested without end", b"<rss>" + b"<item>" * 50_000, "too_deep"),
    Refused("JSON without a text", b'{"status": "ok", "count": 3}', "no_text"),
    Refused("JSON that is none", b'{"title": "x", ', "broken"),
    Refused("JSON nested without end", b'{"a":' + b"[" * 100_000, "broken"),
    Refused("a cut PDF", b"%PDF-1.7\n1 0 obj\n<<", "truncated"),
    Refused("a text that is too large", b"x" * (32 * 1024 * 1024 + 1), "too_large"),
]


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case.name)
def test_a_source_that_cannot_be_read_says_which_and_why(case: Refused) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        list(read_bytes(case.data, source="the-source"))
    assert caught.value.code == case.code
    assert str(caught.value).startswith("the-source: ")


@pytest.mark.parametrize(("name", "code"), [("missing.txt", "not_found"), ("", "not_a_file")])
def test_a_path_that_is_no_file(tmp_path: Path, name: str, code: str) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        list(read_path(tmp_path / name))
    assert caught.value.code == code


def test_a_gz_is_read_as_what_is_in_it_and_known_by_its_own_digest(tmp_path: Path) -> None:
    data = gzip.compress(TEXT.encode())
    (tmp_path / "boats.txt.gz").write_bytes(data)
    (document,) = read_path(tmp_path / "boats.txt.gz")
    assert document.text == TEXT
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert document.source == str(tmp_path / "boats.txt.gz")


def test_inflate_takes_members_one_after_the_other_and_padding() -> None:
    assert inflate(gzip.compress(b"one ") + gzip.compress(b"two") + bytes(7), "x") == b"one two"


def test_a_word_file() -> None:
    body = (
        '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Boats</w:t></w:r></w:p>'
        '<w:p><w:r><w:t xml:space="preserve">The navy has </w:t></w:r><w:ins><w:r><w:t>ordered</w:t></w:r></w:ins>'
        "<w:del><w:r><w:delText>sold</w:delText></w:r></w:del><w:r><w:t> six boats.</w:t></w:r></w:p>"
        "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>large</w:t></w:r></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Year</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>2030</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    core = '<c xmlns:d="urn:d"><d:title>Six boats</d:title><d:created>2024-03-05T10:00:00Z</d:created></c>'
    (document,) = read_bytes(docx(body, **{"docProps/core.xml": core}), source="x")
    assert document.text == "Boats\n\nThe navy has ordered six boats.\n\nlarge\n\nYear | 2030"
    assert [block.kind.value for block in document.blocks] == ["heading", "paragraph", "item", "row"]
    assert (document.title, document.published) == ("Six boats", date(2024, 3, 5))


def test_rtf() -> None:
    (document,) = read_bytes(rb"{\rtf1\ansi The navy has ordered six boats\'2e\par They come {\b next} year.\par}", source="x")
    assert document.text == "The navy has ordered six boats.\n\nThey come next year."


def test_rtf_without_its_library_names_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "striprtf.striprtf", None)
    with pytest.raises(UnreadableDocument, match=r"pip install 'transmittal\[office\]'"):
        list(read_bytes(rb"{\rtf1 x}", source="x"))


RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="urn:c"><channel><title>Navy news</title><language>en-us</language>
<item><title>Six boats</title><link>https://n.example/1</link><pubDate>Tue, 05 Mar 2024 10:00:00 GMT</pubDate>
<description>Short.</description>
<content:encoded><![CDATA[<p>The navy has ordered six boats.</p><p>They come next year.</p>]]></content:encoded></item>
<item><title>No boats</title><guid>https://n.example/2</guid>
<description>The order of the seventh boat was cancelled.</description></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Navy news</title><entry><title>Six boats</title>
<link rel="self" href="https://n.example/x"/><link href="https://n.example/1"/><published>2024-03-05T10:00:00Z</published>
<content type="html">&lt;p&gt;The navy has ordered six boats.&lt;/p&gt;</content></entry></feed>"""


def test_a_feed_gives_a_document_per_entry() -> None:
    first, second = read_bytes(RSS.encode(), source="x")
    assert first.text == "Six boats\n\nThe navy has ordered six boats.\n\nThey come next year."
    assert (first.url, first.published, first.publisher, first.language) == ("https://n.example/1", date(2024, 3, 5), "Navy news", "en")
    assert (second.url, second.published) == ("https://n.example/2", None)
    assert "cancelled" in second.text


def test_atom() -> None:
    (entry,) = read_bytes(ATOM.encode("utf-16"), source="x")
    assert entry.text == "Six boats\n\nThe navy has ordered six boats."
    assert (entry.url, entry.published) == ("https://n.example/1", date(2024, 3, 5))


JSON = [
    ("an object", {"title": "Six boats", "body": TEXT, "date": "2024-03-05", "url": "https://n.example/1"}),
    (
        "HTML inside",
        {
            "headline": "Six boats",
            "content": "<p>The navy has ordered six boats.</p>",
            "published_at": "2024-03-05T01:02:03Z",
            "link": "https://n.example/1",
        },
    ),
    (
        "wrapped values",
        {
            "title": {"rendered": "Six boats"},
            "content": {"rendered": "<p>x</p><p>The navy has ordered six boats.</p>"},
            "date": "2024-03-05",
            "link": "https://n.example/1",
        },
    ),
    (
        "a list one key below",
        {
            "count": 1,
            "results": [{"title": "Six boats", "text": TEXT, "publication_date": "2024-03-05", "html_url": "https://n.example/1"}],
        },
    ),
]


@pytest.mark.parametrize(("name", "value"), JSON)
def test_json_of_an_api(name: str, value: object) -> None:
    (document,) = read_bytes(json.dumps(value).encode(), source=name)
    assert document.text.startswith("Six boats\n\n")
    assert "The navy has ordered six boats." in document.text
    assert (document.title, document.published, document.url) == ("Six boats", date(2024, 3, 5), "https://n.example/1")


def warc(*records: tuple[str, bytes, list[tuple[str, str]]], packed: bool = True) -> bytes:
    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=packed)
    for address, body, headers in records:
        http = StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(address, "response", payload=io.BytesIO(body), http_headers=http))
    return buffer.getvalue()


HTML_TYPE = ("Content-Type", "text/html; charset=utf-8")


@pytest.mark.parametrize("packed", [True, False])
def test_an_archive_gives_a_document_per_response(packed: bool) -> None:
    data = warc(
        ("https://a.example/1", PAGE.encode(), [HTML_TYPE]),
        ("https://a.example/2", gzip.compress(TEXT.encode()), [("Content-Type", "text/plain"), ("Content-Encoding", "gzip")]),
        ("https://a.example/3", TEXT.encode(), [("Content-Type", "text/plain"), ("Content-Encoding", "gzip")]),
        (
            "https://a.example/4",
            b"1f\r\nThe navy has ordered six boats.\r\n0\r\n\r\n",
            [("Content-Type", "text/plain"), ("Transfer-Encoding", "chunked")],
        ),
        packed=packed,
    )
    found = list(read_bytes(data, source="a.warc"))
    assert [document.url for document in found] == [f"https://a.example/{number}" for number in (1, 2, 3, 4)]
    assert all(document.text.startswith("The navy has ordered six boats.") or document.text.startswith("Boats\n\n") for document in found)
    assert found[0].sha256 == hashlib.sha256(PAGE.encode()).hexdigest()


def test_a_bad_record_costs_only_itself() -> None:
    errors: list[UnreadableDocument] = []
    data = warc(
        ("https://a.example/1", b"\x89PNG\r\n\x1a\n" + bytes(99), [("Content-Type", "image/png")]),
        ("https://a.example/2", PAGE.encode(), [HTML_TYPE]),
        ("https://a.example/3", gzip.compress(TEXT.encode())[:-9], [("Content-Encoding", "gzip")]),
        ("https://a.example/4", PAGE.encode(), [HTML_TYPE]),
    )
    found = list(read_bytes(data, source="a.warc", on_error=errors.append))
    assert [document.url for document in found] == ["https://a.example/2", "https://a.example/4"]
    assert [(error.code, "a.example" in error.where) for error in errors] == [("binary", True), ("truncated", True)]


@pytest.mark.parametrize("packed", [True, False])
def test_an_archive_that_ends_in_a_record_keeps_the_records_before(packed: bool) -> None:
    errors: list[UnreadableDocument] = []
    data = warc(("https://a.example/1", PAGE.encode(), [HTML_TYPE]), ("https://a.example/2", PAGE.encode() * 3, [HTML_TYPE]), packed=packed)
    found = list(read_bytes(data[: -len(PAGE) // 2 if not packed else -120], source="a.warc", on_error=errors.append))
    assert [document.url for document in found] == ["https://a.example/1"]
    assert len(errors) == 1
    assert errors[0].code in ("truncated", "broken")


def test_a_wrong_digest_is_no_reason_not_to_read() -> None:
    data = warc(("https://a.example/1", PAGE.encode(), [HTML_TYPE]), packed=False).replace(b"Digest: sha1:", b"Digest: sha1:X")
    assert len(list(read_bytes(data, source="a.warc"))) == 1


def test_headings_of_documents_are_headings() -> None:
    (document,) = read_bytes(PAGE.replace("<article>", "<article><h1>Boats</h1>").encode(), source="x")
    assert document.blocks[0].kind is BlockKind.HEADING
