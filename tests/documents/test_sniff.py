"""What bytes are, by what they hold."""

import gzip
import io
import zipfile
from typing import NamedTuple

import pytest

from transmittal.documents.sniff import Kind, sniff


def zipped(**members: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in members.items():
            archive.writestr(name.replace("__", "/"), text)
    return buffer.getvalue()


class Case(NamedTuple):
    name: str
    data: bytes
    expected: Kind
    declared: str | None = None


CASES = [
    Case("nothing", b"", Kind.EMPTY),
    Case("only blanks", b" \r\n\t ", Kind.EMPTY),
    Case("only a byte order mark", b"\xef\xbb\xbf", Kind.EMPTY),
    Case("a page", b"<!DOCTYPE html><html><body>x</body></html>", Kind.HTML),
    Case("a page after blanks and a comment", b"\n\n <!-- x --><html><p>y", Kind.HTML),
    Case("a fragment", b"<div><p>One</p><p>Two</p></div>", Kind.HTML),
    Case("a page declared as plain text is a page", b"<html><body>x</body></html>", Kind.HTML, "text/plain"),
    Case("text that talks of tags is text", b"The <b> element is bold. 3 < 4 and 5 > 4.", Kind.PLAIN),
    Case("text declared as a page is text", b"Up to 400 missiles.", Kind.PLAIN, "text/html"),
    Case("RSS", b'<?xml version="1.0"?><rss version="2.0"><channel/></rss>', Kind.FEED),
    Case("Atom", b'<feed xmlns="http://www.w3.org/2005/Atom"></feed>', Kind.FEED),
    Case("other XML", b'<?xml version="1.0"?><notice><p>x</p></notice>', Kind.XML),
    Case("XHTML", b'<?xml version="1.0"?><!DOCTYPE html><html><body/></html>', Kind.HTML),
    Case("JSON", b'{"title": "x"}', Kind.JSON),
    Case("a bracketed masthead is text", b"[Federal Register Volume 1]\n[Notices]\n", Kind.PLAIN),
    Case("PDF, with junk before it", b"\n\n%PDF-1.4 ...", Kind.PDF),
    Case("RTF", b"{\\rtf1 x}", Kind.RTF),
    Case("gzip", gzip.compress(b"x"), Kind.GZIP),
    Case("WARC", b"WARC/1.0\r\n", Kind.WARC),
    Case("a Word file", zipped(word__document_xml="x").replace(b"document_xml", b"document.xml"), Kind.DOCX),
    Case("another zip", zipped(a="x"), Kind.ARCHIVE),
    Case("a picture named .html", b"\x89PNG\r\n\x1a\n" + bytes(50), Kind.BINARY, "text/html"),
    Case("bytes of nothing known", bytes(range(256)) * 4, Kind.BINARY),
    Case("UTF-16 text", "Rakete kündigt".encode("utf-16"), Kind.PLAIN),
    Case("a UTF-16 page", "<html><body>x</body></html>".encode("utf-16"), Kind.HTML),
    Case("text in Shift JIS", "防衛省は来年度".encode("shift_jis"), Kind.PLAIN),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_sniff(case: Case) -> None:
    assert sniff(case.data, case.declared) is case.expected
