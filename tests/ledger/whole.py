"""Whether documents are kept whole: with their reading, events, statements, keys and words, and with nothing beside them."""

from collections.abc import Iterable

from transmittal.ledger import Casebook, rows
from transmittal.ledger.view import View
from transmittal.reading import Reading


def halves(view: View, readings: Iterable[Reading]) -> list[str]:
    """What is half there of these documents; those that are not there at all are left out."""
    found = []
    wanted = {rows.document_id(reading.document.text): reading for reading in readings}
    indexed = "SELECT id AS n FROM words_docsize" if view.connection.dialect.name == "sqlite" else "SELECT document AS n FROM words"
    findable = {row.n for row in view.rows(indexed)}
    for document in view.documents():
        reading = wanted[document.paper.id]
        kept = view.events_of(document.n)
        if [one.event for one in kept] != list(reading.events):
            found.append(f"{document.paper.title}: its events are not those of its reading")
        keys = view.rows("SELECT DISTINCT event FROM keys k JOIN events e ON e.n = k.event WHERE e.document = :n", n=document.n)
        if len(keys) != len(reading.events):
            found.append(f"{document.paper.title}: keys of {len(keys)} events of {len(reading.events)}")
        if document.text != reading.document.text or document.n not in findable:
            found.append(f"{document.paper.title}: its text or its words are missing")
        if len(view.rows("SELECT n FROM sightings WHERE document = :n", n=document.n)) != 1:
            found.append(f"{document.paper.title}: not seen once")
    return found


def kept_ids(book: Casebook) -> set[str]:
    """Ids of the documents that are there."""
    with book.view() as view:
        return {document.paper.id for document in view.documents()}
