"""Everything that a casebook answers, as one text: two casebooks that give the same are the same to whoever asks."""

from datetime import date

import msgspec

from transmittal.ledger import Casebook
from transmittal.ledger import words as index
from transmittal.ledger.view import View

_encode = msgspec.json.Encoder(order="sorted", decimal_format="string").encode
WORDS = ("tomahawk", "japan missiles", '"up to 40"', "契約", "notice")


def answers(view: View) -> bytes:
    """Documents with their captures and events, links, case files, decisions and the journal of a view."""
    documents = list(view.documents())
    cases = list(view.case_ids())
    told = {
        "documents": documents,
        "captures": [view.capture(document.n) for document in documents],
        "events": [view.events_of(document.n) for document in documents],
        "links": view.links(),
        "cases": list(view.files(cases)),
        "filtered": list(view.case_ids(keys=["buyer:JP", "system:tomahawk"])),
        "decisions": view.decisions(),
        "journal": [list(row) for row in view.rows("SELECT * FROM entries WHERE n <= :entry ORDER BY n")],
    }
    return _encode(told)


def found(view: View) -> dict[str, set[int]]:
    """What searches find. Their order is each database's own opinion."""
    return {asked: set(index.find(view.connection, asked, limit=100, before_entry=view.entry)) for asked in WORDS}


def at_all_moments(book: Casebook, *, days: tuple[date | None, ...] = (None, date(2024, 1, 20), date(2024, 6, 1))) -> list[object]:
    """The answers after each fifth entry and after the last, for each of these days."""
    with book.view() as now:
        moments = [*range(1, now.entry, 5), now.entry]
    got: list[object] = []
    for moment in moments:
        for day in days:
            with book.view(entry=moment, known=day) as view:
                got += [answers(view), found(view)]
    return got
