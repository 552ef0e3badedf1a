"""Whatever the bytes, a document or a clear error, in time that grows with their number."""

import time
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transmittal.documents import read_bytes
from transmittal.model import Document, UnreadableDocument


def read(data: bytes) -> list[Document]:
    try:
        return list(read_bytes(data, source="x"))
    except UnreadableDocument:
        return []


def check(document: Document) -> None:
    """Blocks are in order, on one line, and cover every character that is not a newline."""
    at = 0
    for block in document.blocks:
        assert not document.text[at : block.start].strip("\n")
        assert block.start < block.end
        assert "\n" not in document.text[block.start : block.end]
        at = block.end
    assert at == len(document.text)
    assert document.published is None or isinstance(document.published, date)
    document.text.encode()


MARKUP = "<p>|</p>|<div class='ad'>|<article>|<br>|<table><tr><td>|<pre>|<h1>|<li>|<!--|]]>|&amp;|<a href=x>|<![CDATA["
LAYOUT = ["\n", "\n\n", "    ", "[[Page 12]]", "\f", "o ", "....", "-\n", "(i) "]
STARTS = [
    b"",
    b"<html>",
    b"<?xml version='1.0'?><rss><item>",
    b'{"title": "',
    b"%PDF-1.4\n",
    b"{\\rtf1 ",
    b"WARC/1.0\r\n",
    b"\x1f\x8b\x08",
    b"PK\x03\x04",
    b"From: a\nTo: b\nSubject: ",
]


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(STARTS), st.binary(max_size=400))
def test_any_bytes(start: bytes, rest: bytes) -> None:
    for document in read(start + rest):
        check(document)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(MARKUP.split("|") + LAYOUT), st.text(max_size=30)), max_size=40))
def test_any_text_and_markup(parts: list[str]) -> None:
    for prefix in ("", "<html><body>"):
        for document in read((prefix + "".join(parts)).encode("utf-8", "surrogatepass")):
            check(document)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=300))
def test_reading_twice_is_the_same(text: str) -> None:
    assert read(text.encode()) == read(text.encode())


def repeated(unit: str) -> Callable[[int], bytes]:
    return lambda size: (unit * (size // len(unit) + 1))[:size].encode()


GROWING = {
    "one line": repeated("word "),
    "one word": repeated("a"),
    "wrapped lines": repeated("This is a line of text that is wrapped at some sixty columns or so\n"),
    "blank lines": lambda size: b"x" + b"\n" * size + b"y",
    "spaces": repeated("x        "),
    "dots": repeated("x......."),
    "hyphens": repeated("multi-\n"),
    "pages": repeated("line of text\n\n[[Page 1]]\n\nhead\n"),
    "form feeds": repeated("head\ntext\f"),
    "quotations": repeated("> a\n"),
    "combining marks": lambda size: ("a" + "\u0301\u0316" * (size // 4)).encode(),
    "nested divs": lambda size: b"<html>" + b"<div>" * (size // 5),
    "nested and closed": lambda size: b"<html>" + b"<div>" * (size // 11) + b"x" + b"</div>" * (size // 11),
    "nested furniture": repeated("<html><div class=share>x"),
    "nested tables": repeated("<html><table><tr><td>x"),
    "formatting never closed": repeated("<html><b><i>x"),
    "links never closed": repeated("<html><a href=x>y"),
    "paragraphs": repeated("<html><p>Some text here. "),
    "boxes": repeated("<html><div><h4>Related</h4><p>a</p></div>"),
    "opening brackets": repeated("<html><"),
    "comments never closed": repeated("<html><!-- "),
    "attributes": lambda size: b"<html><div " + b"a=b " * (size // 4) + b">x",
    "a list without end": lambda size: b'<html><script type="application/ld+json">' + b"[" * size + b"</script><p>x",
}


def seconds(data: bytes) -> float:
    started = time.perf_counter()
    for document in read(data):
        check(document)
    return time.perf_counter() - started


@pytest.mark.parametrize("name", GROWING)
def test_time_grows_with_size(name: str) -> None:
    """Four times the input takes about four times the time; ten leaves room for a busy machine, squares would take sixteen."""
    make = GROWING[name]
    quarter, whole = min(seconds(make(100_000)) for _ in range(3)), min(seconds(make(400_000)) for _ in range(3))
    assert whole < max(0.15, 10 * quarter)


@pytest.mark.slow
@pytest.mark.parametrize("name", GROWING)
def test_ten_megabytes_are_read_in_seconds(name: str) -> None:
    assert seconds(GROWING[name](10_000_000)) < 30
