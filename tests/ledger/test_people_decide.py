"""People outrank the program: their decisions are signed, undoable, and survive a re-reading; on both databases."""

import json
import random
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import msgspec
import pytest

from transmittal.cases import decide
from transmittal.cases.dossier import dossier
from transmittal.cases.keep import keep
from transmittal.ledger import Casebook
from transmittal.model import CasebookError, CaseFile, Misuse
from transmittal.reading import Reading, read

EXAMPLES = Path(__file__).parents[2] / "examples"
TOMAHAWK = "jp-tomahawk-2022"
WHO = {"author": "Ada", "reason": "I read the page again"}


@cache
def readings() -> tuple[Reading, ...]:
    lines = [json.loads(line) for line in (EXAMPLES / "manifest.jsonl").read_text().splitlines()]
    found = [read(EXAMPLES / line["path"], published=date.fromisoformat(line["published"]), url=line["url"]) for line in lines]
    return tuple(reading for each in found for reading in each)


def fill(book: Casebook, given: tuple[Reading, ...] | None = None) -> None:
    for reading in given or readings():
        with book.writing(reading.reader) as writer:
            keep(writer, reading)


def partition(book: Casebook) -> dict[str, frozenset[str]]:
    with book.view() as view:
        return {case.id: frozenset(kept.id for kept in case.events) for case in view.files(view.case_ids())}


def case_of(book: Casebook, case: str = TOMAHAWK) -> CaseFile:
    with book.view() as view:
        return view.file(case)


def newer(reading: Reading) -> Reading:
    """The same document as a newer reader might read it: the first event's evidence is cut shorter."""
    first = reading.events[0]
    mention = first.evidence[0]
    half = type(mention).cut(reading.document.text, mention.start, mention.start + max(1, (mention.end - mention.start) // 2))
    changed = msgspec.structs.replace(first, evidence=(half, *first.evidence[1:]))
    return msgspec.structs.replace(reading, reader="transmittal/99", events=(changed, *reading.events[1:]))


def reread(book: Casebook, event_id: str) -> str:
    """Read the document of this event by a newer reader that says it a little otherwise; the event's new id."""
    with book.view() as view:
        number = view.numbers([event_id])[event_id]
        document = next(view.kept([number])).paper.id
        said = view.events_of(view.document(document).n)
    (reading,) = [r for r in readings() if _id(r) == document]
    place = [kept.id for kept in said].index(event_id)
    moved = msgspec.structs.replace(reading, events=(reading.events[place], *reading.events[:place], *reading.events[place + 1 :]))
    with book.writing("transmittal/99") as writer:
        keep(writer, newer(moved))
    with book.view() as view:
        return view.living([event_id])[event_id]


def _id(reading: Reading) -> str:
    from transmittal.ledger.rows import document_id

    return document_id(reading.document.text)


def test_the_order_of_documents_does_not_matter(book: Casebook) -> None:
    shuffled = list(readings())
    random.Random(7).shuffle(shuffled)
    fill(book, tuple(shuffled))
    there = {frozenset(events) for events in partition(book).values()}
    largest = max(there, key=len)
    fill(book)  # known: nothing changes
    assert {frozenset(events) for events in partition(book).values()} == there
    assert len(largest) >= 30


def test_keeping_again_writes_nothing(book: Casebook) -> None:
    fill(book)
    with book.view() as view:
        before = view.entry
    fill(book)
    with book.view() as view:
        assert view.entry == before


def move_and_back(book: Casebook, act: Callable[[], int]) -> None:
    """Whatever a decision moved, undoing it puts back, undoing that moves again."""
    before = partition(book)
    number = act()
    after = partition(book)
    assert after != before
    undoing = decide.undo(book, number, **WHO)
    assert partition(book) == before
    decide.undo(book, undoing, **WHO)
    assert partition(book) == after


def test_unlink_is_undone_and_redone(book: Casebook) -> None:
    fill(book)
    move_and_back(book, lambda: decide.unlink(book, case_of(book).events[3].id, **WHO))


def test_link_is_undone_and_redone(book: Casebook) -> None:
    fill(book)
    move_and_back(book, lambda: decide.link(book, case_of(book).events[3].id[:10], "us-tomahawk-2024", **WHO))


def test_merge_is_undone_and_redone_and_the_old_id_stays_good(book: Casebook) -> None:
    fill(book)
    move_and_back(book, lambda: decide.merge(book, "us-tomahawk-2024", TOMAHAWK, **WHO))
    with book.view() as view:
        assert view.existing("us-tomahawk-2024") == TOMAHAWK


def test_split_is_undone_and_redone(book: Casebook) -> None:
    fill(book)
    move_and_back(book, lambda: decide.split(book, TOMAHAWK, [kept.id for kept in case_of(book).events[:4]], **WHO))


def test_a_decision_survives_a_re_reading(book: Casebook) -> None:
    fill(book)
    event = case_of(book).events[3].id
    decide.unlink(book, event, **WHO)
    (alone,) = [case for case, events in partition(book).items() if events == {event}]
    now = reread(book, event)
    assert now != event
    assert partition(book)[alone] == {now}
    with book.view() as view:
        (link,) = view.links_of([now])
    assert link.pinned
    assert link.by == "Ada"


def test_a_correction_is_shown_with_what_was_read_and_survives_a_re_reading(book: Casebook) -> None:
    fill(book)
    kept = next(k for k in case_of(book).events if k.event.value is not None)
    assert kept.event.value is not None
    right = msgspec.structs.replace(kept.event.value, amount=kept.event.value.amount + 1)
    number = decide.correct(book, kept.id, "value", right, **WHO)
    corrected = next(k for k in case_of(book).events if k.id == kept.id)
    assert corrected.event.value == right
    assert [(c.slot, c.by, c.reason) for c in corrected.corrections] == [("value", "Ada", WHO["reason"])]
    now = reread(book, kept.id)
    again = next(k for k in case_of(book).events if k.id == now)
    assert again.event.value == right
    decide.undo(book, number, **WHO)
    assert next(k for k in case_of(book).events if k.id == now).event.value == kept.event.value


def test_a_corrected_buyer_moves_the_event_to_the_case_it_belongs_to(book: Casebook) -> None:
    fill(book)
    (award,) = case_of(book, "us-tomahawk-2024").events
    assert award.event.buyer is not None
    decide.correct(book, award.id, "buyer", msgspec.structs.replace(award.event.buyer, id="AU", name="Australia"), **WHO)
    with book.view() as view:
        assert list(view.case_ids(keys=[["buyer:AU"]])) != []
        (link,) = view.links_of([award.id])
    assert link.case != TOMAHAWK


def test_a_rejected_event_leaves_its_case_and_comes_back(book: Casebook) -> None:
    fill(book)
    event = case_of(book).events[0].id
    number = decide.reject(book, event, **WHO)
    assert event not in {kept.id for kept in case_of(book).events}
    decide.undo(book, number, **WHO)
    assert event in {kept.id for kept in case_of(book).events}


def test_tags_are_signed_and_taken_off(book: Casebook) -> None:
    fill(book)
    decide.tag(book, TOMAHAWK, "munition", **WHO)
    assert [(tag.name, tag.by) for tag in case_of(book).tags] == [("munition", "Ada")]
    decide.tag(book, TOMAHAWK, "munition", **WHO, remove=True)
    assert case_of(book).tags == ()


def test_a_snapshot_answers_the_same_for_ever(book: Casebook) -> None:
    fill(book, readings()[:9])
    with book.writing("Ada") as writer:
        entry = writer.snapshot("january", date(2024, 1, 31), None)
    with book.view(entry=entry) as view:
        before = msgspec.json.encode(dossier(view.file(TOMAHAWK), date(2024, 1, 31)), enc_hook=str)
    fill(book)
    decide.tag(book, TOMAHAWK, "later", **WHO)
    decide.unlink(book, case_of(book).events[0].id, **WHO)
    with book.view() as view:
        assert view.snapshot("january").entry == entry
    with book.view(entry=entry) as view:
        assert msgspec.json.encode(dossier(view.file(TOMAHAWK), date(2024, 1, 31)), enc_hook=str) == before


def test_what_is_not_there_is_named(book: Casebook) -> None:
    fill(book, readings()[:3])
    with pytest.raises(CasebookError, match="no such case"):
        decide.merge(book, "xx", TOMAHAWK, **WHO)
    with pytest.raises(CasebookError, match="no such event"):
        decide.unlink(book, "%", **WHO)
    with pytest.raises(Misuse, match="both sides"):
        decide.split(book, TOMAHAWK, [], **WHO)
    with pytest.raises(CasebookError, match="no decision"):
        decide.undo(book, 99_999, **WHO)
    with pytest.raises(Misuse, match="no value for buyer"):
        decide.correct(book, case_of(book).events[0].id, "buyer", {"name": 3}, **WHO)
