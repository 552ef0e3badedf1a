"""A casebook in which everything has happened: versions, re-readings, corrections, undone decisions, links, tags, snapshots."""

from collections.abc import Sequence
from datetime import date

import msgspec
from papers import AT, LINE, add, event, examples, numbered, reading

from transmittal.ledger import Casebook
from transmittal.model import Link, Stage
from transmittal.reading import Reading


def lively(book: Casebook, shipped: Sequence[Reading] | None = None) -> None:
    """Let it happen, to made-up documents and to the shipped ones (or those given)."""
    first, second = numbered(2)
    add(book, first, second, *(examples() if shipped is None else shipped))
    add(book, _reread(first))
    add(book, reading(LINE + "\nJapan may buy Tomahawk missiles.", url="https://page.example/a", captured=AT))
    add(book, reading(LINE + "\nJapan may buy Tomahawk missiles. Edited.", url="https://page.example/a", captured=AT))
    add(book, reading(LINE, sha256="f" * 64, captured=AT))
    with book.writing("program/1", at=AT) as writer:
        kept = [kept for document in writer.view().documents() for kept in writer.view().events_of(document.n)]
        for n, one in enumerate(kept):
            writer.link([Link(event=one.id, case=f"case-{n % 3}", score=0.1 * (n % 9), because="alike", by="linker/1")])
    with book.writing("Ada", at=AT) as writer:
        correction = writer.correct(kept[0].id, "buyer", None, "no buyer is named")
        writer.find_by(kept[0].id, ["system:other"])
        writer.decide("undo", kept[0].id, {}, "it is", undoes=correction)
        writer.decide("tag", "case-0", {"tag": "urgent"}, "")
        writer.decide("reject", kept[1].id, {}, "misread")
        writer.snapshot("spring", date(2026, 3, 1), None)


def _reread(before: Reading) -> Reading:
    lines = before.document.text.split("\n")
    changed = (before.events[0], event(before.document.text, lines[1], stage=Stage.AGREEMENT))
    return msgspec.structs.replace(before, reader="reader/2", events=changed)
