"""What becomes of readings: kept once, kept for ever, and each question answered as of its moment."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

import msgspec
import pytest
from answers import answers
from papers import AT, LINE, add, entry_of, event, numbered, reading, said

from transmittal.ledger import Casebook, open_casebook
from transmittal.ledger.verify import verify
from transmittal.ledger.writer import Outcome
from transmittal.model import CasebookError, Link, Stage

URL = "https://page.example/tomahawk"
EDITED = LINE + "\nThe page was edited on the second day, and says a little more now than it did."


@dataclass(frozen=True)
class Again:
    """The notice comes a second time. entries: those that it adds."""

    name: str
    change: dict[str, Any] = field(default_factory=dict)
    outcome: Outcome = Outcome.KNOWN
    entries: int = 0


AGAIN = [
    Again("the same bytes from the same address"),
    Again("other bytes of the same text, without an address", {"sha256": "f" * 64, "url": None}, entries=1),
    Again("other bytes from the same address: a page whose bytes differ at every fetch", {"sha256": "f" * 64}),
    Again("the same bytes from another address", {"url": "https://mirror.example/"}, entries=1),
    Again("another title over the same text", {"title": "Renamed"}),
    Again("another reader that finds the same", {"reader": "reader/2"}, Outcome.REREAD, 1),
]


@pytest.mark.parametrize("case", AGAIN, ids=lambda case: case.name)
def test_a_document_that_comes_again(book: Casebook, case: Again) -> None:
    add(book, reading(url=URL))
    before = entry_of(book), [kept.id for kept in said(book)]
    again = reading(**({"url": URL} | case.change))
    for expected in (case.outcome, Outcome.KNOWN):  # and once more
        (got,) = add(book, again)
        assert got.outcome is expected
        assert (entry_of(book), [kept.id for kept in said(book)]) == (before[0] + case.entries, before[1])
    assert verify(book).is_sound


def test_captures_are_kept_once_for_the_same_bytes(book: Casebook) -> None:
    add(book, reading(url=URL, captured=AT), reading(url="https://mirror.example", captured=AT), reading(sha256="f" * 64, captured=AT))
    with book.view() as view:
        kept = view.rows("SELECT url, capture FROM sightings ORDER BY n")
        assert [(row.url, row.capture is None) for row in kept] == [(URL, False), ("https://mirror.example", True), (None, False)]
        (document,) = view.documents()
        assert view.capture(document.n) == bytes(kept[0].capture)


def test_a_newer_reader_supersedes_and_both_readings_are_kept(book: Casebook) -> None:
    (old,) = numbered(1)
    lines = old.document.text.split("\n")
    add(book, old, at=AT)
    before = said(book)
    new = msgspec.structs.replace(
        old, reader="reader/2", events=(old.events[0], event(old.document.text, lines[1], stage=Stage.AGREEMENT), *old.events[2:])
    )
    (got,) = add(book, new, at=AT + timedelta(days=1))
    after = said(book)
    assert got.outcome is Outcome.REREAD
    assert got.retired == (before[1].id,)
    assert [kept.event.stage for kept in after] == [Stage.APPROVAL, Stage.AGREEMENT]
    assert after[0] == before[0], "an event that both found keeps its id, its row and its reader"
    assert said(book, recorded=AT) == before
    assert said(book, entry=1) == before
    assert said(book, known=date(2025, 1, 1)) == after, "the world never saw the older reading"
    with book.view() as view:
        rows = view.rows("SELECT n, entry FROM events WHERE id = :id", id=before[0].id)
        assert [(row.n, row.entry) for row in rows] == [(1, 1)]
    assert verify(book).is_sound


def test_a_reader_that_goes_back_to_what_it_found_before(book: Casebook) -> None:
    first = reading()
    add(book, first)
    before = said(book)
    add(book, msgspec.structs.replace(first, reader="reader/2", events=()))
    assert said(book) == []
    add(book, msgspec.structs.replace(first, reader="reader/3"))
    assert [kept.id for kept in said(book)] == [kept.id for kept in before]
    assert said(book, entry=2) == []
    assert verify(book).is_sound


@dataclass(frozen=True)
class Edition:
    """A page of one address in two editions, in the order in which they are added, and what is said on days.

    Each day's value: "first", "second", "both" or "none" of the editions.
    """

    name: str
    first: dict[str, Any]
    second: dict[str, Any]
    outcome: Outcome
    days: dict[str, str]


def _seen(day: int) -> datetime:
    return datetime(2024, 2, day, tzinfo=UTC)


EDITIONS = [
    Edition(
        "edited in place, with the day of its first publication: known since it was seen",
        {"url": URL, "captured": _seen(1)},
        {"text": EDITED, "url": URL, "captured": _seen(9)},
        Outcome.NEW_VERSION,
        {"2024-01-19": "none", "2024-01-20": "first", "2024-02-08": "first", "2024-02-09": "second", "": "second"},
    ),
    Edition(
        "published anew",
        {"url": URL},
        {"text": EDITED, "url": URL, "published": date(2024, 1, 25)},
        Outcome.NEW_VERSION,
        {"2024-01-24": "first", "2024-01-25": "second", "": "second"},
    ),
    Edition(
        "edited on one day",
        {"url": URL, "published": date(2024, 1, 20)},
        {"text": EDITED, "url": URL, "captured": datetime(2024, 1, 20, tzinfo=UTC)},
        Outcome.NEW_VERSION,
        {"2024-01-19": "none", "2024-01-20": "second", "": "second"},
    ),
    Edition(
        "the older edition is found later",
        {"text": EDITED, "url": URL, "published": date(2024, 1, 25)},
        {"url": URL, "published": date(2024, 1, 20)},
        Outcome.NEW_VERSION,
        {"2024-01-20": "second", "2024-01-24": "second", "2024-01-25": "first", "": "first"},
    ),
    Edition(
        "one address spelt in two ways",
        {"url": URL},
        {"text": EDITED, "url": URL.replace("https", "http") + "/?utm_source=x#top", "published": date(2024, 1, 25)},
        Outcome.NEW_VERSION,
        {"2024-01-24": "first", "": "second"},
    ),
    Edition(
        "another document at the same address",
        {"url": URL},
        {"text": "Each morning this page lists what came in: Taiwan asked, and Japan may buy 40 Tomahawk then.", "url": URL},
        Outcome.NEW,
        {"2024-01-20": "both", "": "both"},
    ),
    Edition("a similar text at another address", {"url": URL}, {"text": EDITED, "url": URL + "/2"}, Outcome.NEW, {"": "both"}),
    Edition("no address", {}, {"text": EDITED}, Outcome.NEW, {"": "both"}),
]


@pytest.mark.parametrize("case", EDITIONS, ids=lambda case: case.name)
def test_editions_of_a_page(book: Casebook, case: Edition) -> None:
    first, second = reading(**case.first), reading(**case.second)
    add(book, first, at=AT)
    (got,) = add(book, second, at=AT + timedelta(days=1))
    assert got.outcome is case.outcome
    names = {first.document.text: "first", second.document.text: "second"}
    with book.view() as view:
        documents = {document.paper.id: names[document.text] for document in view.documents()}
    for day, expected in case.days.items():
        told = {documents[kept.paper.id] for kept in said(book, known=date.fromisoformat(day) if day else None)}
        assert ("both" if len(told) == 2 else "".join(told) or "none") == expected, day
    assert {documents[kept.paper.id] for kept in said(book, recorded=AT)} == {"first"}, "recorded is another clock"
    assert verify(book).is_sound


def test_a_newer_reader_of_an_edited_page_does_not_bring_the_old_edition_back(book: Casebook) -> None:
    old = reading(url=URL, published=date(2024, 1, 20))
    add(book, old, reading(EDITED, url=URL, published=date(2024, 1, 25)))
    changed = event(LINE, LINE, stage=Stage.PLAN)
    (got,) = add(book, msgspec.structs.replace(old, reader="reader/2", events=(changed,)))
    assert (got.outcome, got.added, got.retired) == (Outcome.REREAD, (), ())
    assert [kept.event.stage for kept in said(book)] == [Stage.APPROVAL]
    assert [kept.event.stage for kept in said(book, known=date(2024, 1, 22))] == [Stage.PLAN]
    assert [kept.event.stage for kept in said(book, known=date(2024, 1, 22), entry=2)] == [Stage.APPROVAL]
    assert verify(book).is_sound


def test_three_clocks_are_never_mixed(book: Casebook) -> None:
    """It holds from January 2024 on, was published on the 20th, and recorded in March 2026 and a day later."""
    add(book, reading(LINE, published=date(2024, 1, 20)), at=AT)
    add(book, reading("Some other Japan Tomahawk matter.", published=date(2023, 1, 1)), at=AT + timedelta(days=1))
    day, instant = date(2024, 1, 20), AT
    assert len(said(book)) == 2
    assert [kept.paper.known for kept in said(book, recorded=instant)] == [day]
    assert [kept.paper.known for kept in said(book, known=date(2023, 6, 1))] == [date(2023, 1, 1)]
    assert said(book, recorded=instant, known=date(2023, 6, 1)) == []
    assert said(book, recorded=instant - timedelta(microseconds=1)) == []
    with book.view() as view:
        valid = view.rows("SELECT DISTINCT valid_from, valid_to FROM statements WHERE valid_from IS NOT NULL")
        assert [tuple(row) for row in valid] == [("2024-01-18", "2024-01-18")]


def test_a_clock_set_back_puts_nothing_before_what_is_there(book: Casebook) -> None:
    add(book, *numbered(1), at=AT)
    add(book, *numbered(1, first=2), at=AT - timedelta(days=9))
    with book.view() as view:
        assert [row.at for row in view.rows("SELECT at FROM entries ORDER BY n")] == [AT.isoformat(timespec="microseconds")] * 2


# Decisions


def test_a_correction_its_undoing_and_the_undoing_of_that(book: Casebook) -> None:
    add(book, reading())
    (read,) = said(book)
    buyer = msgspec.structs.replace(read.event.buyer, id="TW", name="Taiwan")

    def decide(do: Callable[[Any], int]) -> int:
        with book.writing("Ada", at=AT) as writer:
            return do(writer)

    corrected = decide(lambda writer: writer.correct(read.id, "buyer", buyer, "it says so in the annex"))
    undone = decide(lambda writer: writer.decide("undo", read.id, {}, "it does not", undoes=corrected))
    decide(lambda writer: writer.decide("undo", read.id, {}, "it does", undoes=undone))
    ids = []
    for entry, buyer_id in ((1, "JP"), (corrected, "TW"), (undone, "JP"), (undone + 1, "TW")):
        (kept,) = said(book, entry=entry)
        assert kept.event.buyer.id == buyer_id, entry
        assert len(kept.corrections) == (buyer_id == "TW")
        ids.append(kept.id)
    assert set(ids) == {read.id}
    (correction,) = said(book)[0].corrections
    assert (correction.slot, correction.by, correction.reason, correction.entry) == ("buyer", "Ada", "it says so in the annex", corrected)
    assert verify(book).is_sound


def test_two_corrections_of_a_slot_the_later_counts(book: Casebook) -> None:
    add(book, reading())
    (read,) = said(book)
    with book.writing("Ada", at=AT) as writer:
        writer.correct(read.id, "channel", msgspec.structs.replace(read.event.channel, id="DCS"), "direct")
        last = writer.correct(read.id, "channel", None, "unknown")
    (kept,) = said(book)
    assert kept.event.channel is None
    assert len(kept.corrections) == 2
    with book.writing("Ada", at=AT) as writer:
        writer.decide("undo", read.id, {}, "it was known", undoes=last)
    assert said(book)[0].event.channel.id == "DCS"


def test_rejected_events_leave_their_case_and_come_back(book: Casebook) -> None:
    add(book, *numbered(1))
    one, two = said(book)
    with book.writing("Ada", at=AT) as writer:
        writer.link([Link(event=kept.id, case="a", score=1, because="", by="linker/1") for kept in (one, two)])
        rejected = writer.decide("reject", one.id, {}, "a steak")
    with book.view() as view:
        assert [kept.id for kept in view.file("a").events] == [two.id]
    with book.writing("Ada", at=AT) as writer:
        writer.decide("undo", one.id, {}, "a missile after all", undoes=rejected)
    with book.view() as view:
        assert {kept.id for kept in view.file("a").events} == {one.id, two.id}
    with book.view(entry=rejected) as view:
        assert [kept.id for kept in view.file("a").events] == [two.id]


def test_tags_are_put_on_and_taken_off(book: Casebook) -> None:
    add(book, reading())
    (kept,) = said(book)
    with book.writing("Ada", at=AT) as writer:
        writer.link([Link(event=kept.id, case="a", score=1, because="", by="linker/1")])
        writer.decide("tag", "a", {"tag": "urgent"}, "a vote is near")
        tagged = writer.decide("tag", "a", {"tag": "disputed"}, "")
        writer.decide("untag", "a", {"tag": "urgent"}, "the vote is over")
    with book.view() as view:
        assert [tag.name for tag in view.file("a").tags] == ["disputed"]
    with book.view(entry=tagged) as view:
        assert [(tag.name, tag.reason) for tag in view.file("a").tags] == [("disputed", ""), ("urgent", "a vote is near")]


def test_a_later_write_changes_no_answer_of_a_snapshot(book: Casebook) -> None:
    (first,) = numbered(1)
    add(book, first)
    kept = said(book)
    with book.writing("Ada", at=AT) as writer:
        writer.link([Link(event=one.id, case="a", score=0.5, because="", by="linker/1") for one in kept])
        entry = writer.snapshot("spring", date(2026, 3, 1), None)
    with book.view(entry=entry) as view:
        before = answers(view)
        chain = view.snapshot("spring").chain
    add(book, msgspec.structs.replace(first, reader="reader/2", events=()), *numbered(3, first=2), reading(sha256="f" * 64))
    with book.writing("Ada", at=AT + timedelta(days=1)) as writer:
        writer.decide("tag", "a", {"tag": "urgent"}, "")
        fresh = writer.view().events_of(2)
        writer.link([Link(event=one.id, case="a", score=0.5, because="", by="linker/1") for one in fresh])
    with book.view(entry=entry) as view:
        assert answers(view) == before
        assert view.snapshot("spring").chain == chain
    with book.view() as view:
        assert answers(view) != before


def test_a_snapshot_name_is_taken_once(book: Casebook) -> None:
    with book.writing("Ada", at=AT) as writer:
        writer.snapshot("spring", date(2026, 3, 1), None)
    with pytest.raises(CasebookError, match="spring: this snapshot exists already"), book.writing("Ada", at=AT) as writer:
        writer.snapshot("spring", date(2026, 3, 2), None)
    assert entry_of(book) == 1


def test_what_fails_half_way_leaves_nothing(book: Casebook, book_address: str) -> None:
    add(book, *numbered(1))

    def half() -> None:
        with book.writing("Ada", at=AT) as writer:
            writer.record(numbered(1, first=2)[0])
            writer.flush()
            writer.correct("no such event", "buyer", None, "")

    with pytest.raises(KeyError, match="no such event"):
        half()
    assert entry_of(book) == 1
    with open_casebook(book_address) as again:
        assert verify(again).entries == 1
        assert verify(again).is_sound
