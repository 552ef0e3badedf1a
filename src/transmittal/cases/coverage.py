"""What has been read of each publisher, up to when, and what is known to be missing. Numbers, not green lights."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import msgspec

from transmittal.ledger.view import View
from transmittal.model import DocumentKind, Stage

# "26-34": year and running number. Letter numbers ("26-1C") run by themselves and are not counted out.
_NUMBER = re.compile(r"(\d\d)-(\d\d)")
# Where a notice is printed: on the web, in the Congressional Record, in the Federal Register.
_PLACES = {
    DocumentKind.PRESS_RELEASE: "web",
    DocumentKind.CONGRESSIONAL_RECORD: "record",
    DocumentKind.TRANSMITTAL: "register",
}


class Publisher(msgspec.Struct, kw_only=True):
    """What is kept of one publisher. silent: documents that report no event; unread: fields of known layouts that no rule used."""

    publisher: str
    documents: int = 0
    events: int = 0
    silent: int = 0
    first: date | None = None
    last: date | None = None
    recorded: str | None = None
    undated: int = 0
    unread: int = 0


def publishers(view: View) -> list[Publisher]:
    """One row a publisher (by host of its address, else its printed name), the latest document first."""
    found: dict[str, Publisher] = {}
    counts = {row.document: row.events for row in view.rows(_COUNTS)}
    for row in view.rows(_DOCUMENTS):
        name = publisher_of(row.url, row.publisher)
        entry = found.setdefault(name, Publisher(publisher=name))
        said = counts.get(row.n, 0)
        entry.documents += 1
        entry.events += said
        entry.silent += said == 0
        entry.unread += len(msgspec.json.decode(row.unread))
        entry.recorded = max(entry.recorded or "", row.at)
        if row.published is None:
            entry.undated += 1
            continue
        day = date.fromisoformat(row.published)
        entry.first, entry.last = min(entry.first or day, day), max(entry.last or day, day)
    return sorted(found.values(), key=lambda entry: (entry.last or date.min, entry.publisher), reverse=True)


_COUNTS = """
SELECT e.document, count(*) AS events FROM events e JOIN documents d ON d.n = e.document
WHERE e.entry <= :entry AND NOT EXISTS (SELECT 1 FROM retirements r WHERE r.event = e.n AND r.entry <= :entry) GROUP BY e.document
"""
_DOCUMENTS = """
SELECT d.n, d.url, d.publisher, d.published, r.unread, j.at FROM documents d JOIN entries j ON j.n = d.entry
JOIN readings r ON r.document = d.n AND r.entry = (SELECT max(r2.entry) FROM readings r2 WHERE r2.document = d.n AND r2.entry <= :entry)
WHERE d.entry <= :entry AND (:known IS NULL OR d.known <= :known) ORDER BY d.n
"""


def publisher_of(url: str | None, printed: str | None) -> str:
    """A publisher's name for a list."""
    try:
        host = (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        host = ""
    return host or printed or "publisher not known"


class Notice(msgspec.Struct, kw_only=True):
    """One transmittal number and the places where it was seen, each with its earliest day; None: not seen there."""

    transmittal: str
    buyer: str | None = None
    case: str | None = None
    web: date | None = None
    record: date | None = None
    register: date | None = None


def notices(view: View, case_ids: Iterable[str]) -> list[Notice]:
    """The notices that are kept, by number."""
    found: dict[str, Notice] = {}
    for case in view.files(case_ids):
        for kept in case.events:
            number = kept.event.identifiers.transmittal
            if number is None or kept.event.stage not in (Stage.APPROVAL, Stage.CHANGE):
                continue
            notice = found.setdefault(number, Notice(transmittal=number, case=case.id))
            notice.buyer = notice.buyer or (kept.event.buyer.id if kept.event.buyer else None)
            place = _PLACES.get(kept.paper.kind)
            if place is not None:
                seen = getattr(notice, place)
                setattr(notice, place, min(seen or kept.paper.known, kept.paper.known))
    return [found[number] for number in sorted(found, key=_order)]


def _order(number: str) -> tuple[int, str]:
    # Two-digit years: the first notices with such numbers are of the 1970s.
    year = int(number[:2]) if number[:2].isdecimal() else 0
    return (year + (1900 if year > 70 else 2000), number)


def gaps(found: Iterable[Notice]) -> Iterator[dict[str, Any]]:
    """Numbers never seen below the highest one seen of their year. Numbers may also have been given out and never sent."""
    by_year: dict[str, set[int]] = defaultdict(set)
    for notice in found:
        match = _NUMBER.fullmatch(notice.transmittal)
        if match:
            by_year[match[1]].add(int(match[2]))
    for year, numbers in sorted(by_year.items(), key=lambda pair: _order(f"{pair[0]}-00")):
        missing = sorted(set(range(1, max(numbers))) - numbers)
        yield {"year": year, "seen": len(numbers), "highest": max(numbers), "missing": [f"{year}-{n:02}" for n in missing]}
