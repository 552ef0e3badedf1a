"""Asking by the beginning of an id, by words, and with whatever people type."""

from dataclasses import dataclass

import pytest
from papers import LINE, add, event, numbered, reading, said

from transmittal.ledger import Casebook
from transmittal.ledger import words as index
from transmittal.ledger.verify import verify
from transmittal.model import CasebookError, Link

STRANGE_STARTS = ["", "%", "_", "0%", "%0", "a_", "\\", "'; DROP TABLE events; --", "zebra", "\x00", "\ud800", "é", "٣", "😀", "g" * 10_000]


@pytest.mark.parametrize("start", STRANGE_STARTS, ids=ascii)
def test_what_is_no_beginning_of_an_id_finds_nothing(book: Casebook, start: str) -> None:
    add(book, *numbered(3))
    with book.view() as view:
        with pytest.raises(CasebookError, match="no such event"):
            view.event_id(start)
        with pytest.raises(CasebookError, match="no such document"):
            view.document(start)
        with pytest.raises(CasebookError, match="no such case"):
            view.file(start)


def test_ids_are_found_by_their_beginning(book: Casebook) -> None:
    add(book, *numbered(40))
    kept = said(book)
    with book.view() as view:
        assert view.event_id(kept[0].id) == view.event_id(kept[0].id[:12]) == view.event_id(kept[0].id[:12].upper()) == kept[0].id
        assert view.document(kept[0].paper.id[:12]).paper == kept[0].paper
        with pytest.raises(CasebookError, match="several events begin so"):
            view.event_id(_shared([one.id for one in kept]))
        with pytest.raises(CasebookError, match="several documents begin so"):
            view.document(_shared([one.paper.id for one in kept]))


def _shared(ids: list[str]) -> str:
    """A first digit that several of these have."""
    digits = [found[0] for found in set(ids)]
    return next(digit for digit in digits if digits.count(digit) > 1)


@dataclass(frozen=True)
class Search:
    """What is asked for, and the titles found."""

    name: str
    asked: str
    found: set[str]


TEXTS = {
    "english": "Japan may buy Tomahawk missiles under a letter of offer.",
    "german": "Überführung der Störfälle: Japan kauft Flugkörper.",
    "japanese": "防衛省はトマホークの取得に関する契約を締結した。",
    "chinese": "國防部宣布購買飛彈的合約，價值二億美元。",
    "numbers": "Case JA-P-ABC, 400 missiles, US$2.35 billion, F-35A.",
    "astral": "A grinning 😀 face and 𠮷野 in a name.",
}
SEARCHES = [
    Search("a word", "tomahawk", {"english"}),
    Search("upper and lower case", "TOMAHAWK Japan", {"english"}),
    Search("all words must occur", "japan missiles", {"english"}),
    Search("a phrase", '"letter of offer"', {"english"}),
    Search("a phrase in another order", '"offer of letter"', set()),
    Search("the same words without a phrase", "offer of letter", {"english"}),
    Search("umlauts", "Störfälle", {"german"}),
    Search("japanese, within a sentence", "契約", {"japanese"}),
    Search("japanese, katakana", "トマホーク", {"japanese"}),
    Search("chinese, within a sentence", "飛彈", {"chinese"}),
    Search("characters that do not follow each other", "彈飛", set()),
    Search("a designation", "F-35A", {"numbers"}),
    Search("a case number", "JA-P-ABC", {"numbers"}),
    Search("beyond the first plane", "𠮷野", {"astral"}),
    Search("nothing", "", set()),
    Search("blanks", "  \t\n ", set()),
    Search("an open quote", '"letter of', {"english"}),
    Search("a lone quote", '"', set()),
    Search("quotes within", '""tomahawk""', {"english"}),
    Search("operators are words", "tomahawk AND japan", set()),
    Search("NEAR, NOT, stars and colons", "tomahawk* NOT japan", set()),
    Search("a column", "title:tomahawk", set()),
    Search("what databases take for syntax", "tomahawk & | ! ( ) <-> ' \\ : * ^ - + ~ { }", {"english"}),
    Search("an apostrophe", "japan's", set()),
    Search("emoji", "😀", set()),
    Search("NUL", "toma\x00hawk", set()),
    Search("half a pair", "\ud800", set()),
    Search("a long question", "tomahawk " * 2000, {"english"}),
    Search("a title", "japanese", {"japanese"}),
]


@pytest.mark.parametrize("case", SEARCHES, ids=lambda case: case.name)
def test_searching(book: Casebook, case: Search) -> None:
    add(book, *[reading(text, (), title=title) for title, text in TEXTS.items()])
    with book.view() as view:
        found = index.find(view.connection, case.asked, limit=50, before_entry=view.entry)
        titles = {document.n: document.paper.title for document in view.documents()}
    assert {titles[n] for n in found} == case.found


def test_a_search_as_of_a_moment_finds_what_was_there(book: Casebook) -> None:
    add(book, *numbered(3))
    with book.view() as view:
        assert len(index.find(view.connection, "tomahawk", limit=50, before_entry=2)) == 2


STRANGE_TEXTS = {
    "NUL": "A\x00B",
    "a lone high surrogate": "A\ud83dB",
    "a lone low surrogate": "A\udc00B",
    "astral": "A😀𠮷B",
    "a byte order mark": "\ufeffA",
    "noncharacters": "A\uffff\U0010ffffB",
    "directions": "A\u202eB\u2066",
    "combining": "e\u0301\u0301\u0301",
    "controls": "A\x01\x1f\x7f\x85B",
    "newlines": "A\r\nB\rC\u2028D",
    "tabs and backslashes, which COPY escapes": "A\tB\\N\\.\\tC",
}


@pytest.mark.parametrize("name", STRANGE_TEXTS)
def test_strange_characters_are_kept_on_both_databases(book: Casebook, name: str) -> None:
    strange = STRANGE_TEXTS[name]
    text = f"{strange} {LINE} {strange}"
    line = text.split("\n")[0] if "\n" in text else text
    made = reading(text, [event(text, line)] if "\n" not in text else [], title=strange, url=f"https://x.example/{strange}")
    for _ in range(2):
        add(book, made)
    with book.view() as view:
        (document,) = view.documents()
        kept = view.events_of(document.n)
    lossy = "\x00" in strange or any("\ud800" <= character <= "\udfff" for character in strange)
    expected = "".join("\ufffd" if c == "\x00" or "\ud800" <= c <= "\udfff" else c for c in strange)
    assert document.text == f"{expected} {LINE} {expected}"
    assert document.paper.title == expected
    assert (expected == strange) is not lossy
    for one in kept:
        for mention in (one.event.buyer, *one.event.evidence):
            assert mention is not None
            assert document.text[mention.start : mention.end] == mention.quote
    assert verify(book).is_sound


@pytest.mark.parametrize("name", STRANGE_TEXTS)
def test_strange_characters_in_what_people_decide(book: Casebook, name: str) -> None:
    strange = STRANGE_TEXTS[name]
    add(book, reading())
    (kept,) = said(book)
    with book.writing(f"Ada {strange}") as writer:
        writer.link([Link(event=kept.id, case=f"case {strange}", score=1, because=strange, by=strange)])
        writer.decide("tag", f"case {strange}", {"tag": strange}, strange)
    with book.view() as view:
        file = view.file(f"case {strange}")
        assert [one.id for one in file.events] == [kept.id]
        assert len(file.tags) == 1
    assert verify(book).is_sound


def test_a_huge_text_is_kept_and_found(book: Casebook) -> None:
    text = LINE + "\n" + "\n".join(f"Paragraph {n} says word{n} about nothing in particular." for n in range(200_000))
    add(book, reading(text, [event(text, LINE)]))
    with book.view() as view:
        (document,) = view.documents()
        assert document.text == text
        assert index.find(view.connection, "tomahawk word17", limit=5, before_entry=view.entry) == [document.n]
    assert len(text) > 10_000_000
    assert verify(book).is_sound


def test_one_endless_word_is_kept(book: Casebook) -> None:
    add(book, reading("x" * 3_000_000, []), reading("契" * 1_000_000, []))
    with book.view() as view:
        assert [len(document.text) for document in view.documents()] == [3_000_000, 1_000_000]
        assert index.find(view.connection, "契契契", limit=5, before_entry=view.entry) == [2]
