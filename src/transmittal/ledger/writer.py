"""Writing to a casebook: rows are gathered, hashed into the journal's chain, and sent in bulk."""

from collections.abc import Callable, Container, Iterable
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

import msgspec

from transmittal.documents.address_key import address_key
from transmittal.documents.archive import pack_capture
from transmittal.ledger import chain, rows, words
from transmittal.ledger.bulk import fetch, insert
from transmittal.ledger.kept import KeptDocument
from transmittal.ledger.same_page import is_same_page
from transmittal.ledger.storable import storable, storable_reading
from transmittal.ledger.tiers import tier_of
from transmittal.ledger.view import View
from transmittal.model import CasebookError, Event, KeptEvent, Link, Paper
from transmittal.reading import Reading

if TYPE_CHECKING:
    from sqlalchemy import Connection

# Tables whose rows the writer numbers.
_NUMBERED = ("documents", "sightings", "events", "statements", "links")

# Keys by which an event is found again, beside those its parties and systems give it.
Keys = Callable[[KeptEvent], Iterable[str]]


class Outcome(StrEnum):
    """What became of a reading that was given to the casebook."""

    NEW = "new"
    KNOWN = "known"  # it was there, read by this reader: nothing was written
    REREAD = "reread"  # it was there, read by another reader: what both said is kept, the newer reading counts
    NEW_VERSION = "new version"  # another text at the address of a document that is there


class Recorded(msgspec.Struct, frozen=True, kw_only=True):
    """A reading in the casebook. added: numbers of events that are now said and were not; successors: their number by the id of the
    event they replace; retired: ids of events no longer said."""

    outcome: Outcome
    document: str
    added: tuple[int, ...] = ()
    retired: tuple[str, ...] = ()
    successors: dict[str, int] = {}


class Writer:
    """Appends to the journal inside one transaction (Casebook.writing)."""

    def __init__(self, connection: "Connection", author: str, at: datetime) -> None:
        self.connection, self.author = connection, storable(author)
        self._pending: dict[str, list[tuple[Any, ...]]] = {table: [] for table in (*chain.TABLES, "entries")}
        self._words: list[tuple[int, str | None, str]] = []
        self._documents: dict[str, int] = {}  # those not sent yet, and their addresses
        self._addresses: set[str | None] = set()
        newest = connection.exec_driver_sql("SELECT n, at, chain FROM entries ORDER BY n DESC LIMIT 1").first()
        self._entry: int = newest[0] if newest else 0
        self._chain: str = newest[2] if newest else ""
        instant = at.astimezone(UTC).isoformat(timespec="microseconds")
        # A clock that was set back must not put an entry before one that was there already.
        self.at = max(instant, newest[1]) if newest else instant
        self._n = {name: connection.exec_driver_sql(f"SELECT max(n) FROM {name}").scalar() or 0 for name in _NUMBERED}

    def view(self) -> View:
        """The casebook as it is with all that was written so far."""
        self.flush()
        return View(self.connection, self._entry)

    def flush(self) -> None:
        """Send what was gathered. The transaction ends elsewhere."""
        for name, gathered in self._pending.items():
            insert(self.connection, name, gathered)
            gathered.clear()
        words.index(self.connection, self._words)
        self._words.clear()
        self._documents.clear()
        self._addresses.clear()

    # Documents and what they say

    def record(self, reading: Reading, *, keys: Keys | None = None) -> Recorded:
        """Keep a reading: its document with its capture, and each event as statements.

        The same document read again by the same reader writes nothing. keys: what leads from an event to those it may belong with.
        """
        reading = storable_reading(reading)
        document_id = rows.document_id(reading.document.text)
        address = address_key(reading.document.url) if reading.document.url else None
        n, is_address_known = self._look_up(document_id, address)
        if n is not None:
            return self._reread(n, document_id, reading, keys)
        earlier = self._earlier_version(address, reading.document.text) if address is not None and is_address_known else None
        return self._first_reading(document_id, address, reading, keys, earlier)

    def _look_up(self, document_id: str, address: str | None) -> tuple[int | None, bool]:
        """The number of a document that is there, and whether any is at this address."""
        query = "SELECT (SELECT n FROM documents WHERE id = ?), (SELECT n FROM documents WHERE address = ? LIMIT 1)"
        ((kept, other),) = fetch(self.connection, query, document_id, address)
        return self._documents.get(document_id, kept), other is not None or (address is not None and address in self._addresses)

    def _first_reading(
        self, document_id: str, address: str | None, reading: Reading, keys: Keys | None, earlier: KeptDocument | None
    ) -> Recorded:
        known = self._known(reading, earlier)
        entry, made = self._entry + 1, _Rows()
        n, document, paper = self._next("documents"), reading.document, _paper(document_id, reading, known)
        published = document.published.isoformat() if document.published else None
        head = (n, entry, document_id, document.sha256, document.kind.value, paper.tier.value, known.isoformat(), published)
        names = (document.title, document.url, address, document.publisher, document.language, paper.source)
        made["documents"].append((*head, *names, document.text))
        made["sightings"].append(self._sighting(entry, n, reading, is_new=True))
        added = self._say(made, entry, n, paper, reading, keys)
        outdated = earlier is not None and known < earlier.paper.known
        successors: dict[str, int] = {}
        retired: tuple[str, ...] = ()
        if earlier is not None and outdated:
            self._retire_for(earlier, made, entry, self._read(reading), added)
        elif earlier is not None:
            successors, retired = self._supersede(made, entry, earlier, reading, added, known)
        self._words.append((n, document.title, document.text))
        self._documents[document_id] = n
        self._addresses.add(address)
        self._append("reading", made, {"document": document_id, "version_of": earlier.paper.id if earlier else None})
        return Recorded(
            outcome=Outcome.NEW_VERSION if earlier else Outcome.NEW,
            document=document_id,
            added=() if outdated else tuple(added.values()),
            retired=retired,
            successors=successors,
        )

    def _sighting(self, entry: int, document_n: int, reading: Reading, *, is_new: bool = False) -> tuple[Any, ...]:
        document = reading.document
        published = document.published.isoformat() if document.published else None
        packed = None
        if document.capture is not None and (is_new or not self._is_archived(document_n, document.sha256)):
            packed = pack_capture(document.capture, sha256=document.sha256, at=datetime.fromisoformat(self.at))
        return (self._next("sightings"), entry, document_n, document.url, published, document.sha256, packed)

    def _is_archived(self, document_n: int, sha256: str) -> bool:
        query = "SELECT n FROM sightings WHERE bytes_sha256 = :sha AND capture IS NOT NULL AND document = :n"
        return bool(self._rows(query, sha=sha256, n=document_n))

    def _say(
        self, made: "_Rows", entry: int, document_n: int, paper: Paper, reading: Reading, keys: Keys | None, said: Container[str] = ()
    ) -> dict[str, int]:
        """Rows of a reading and of its events but those said already; their numbers by id. An event said twice in one document is one."""
        made["readings"].append((entry, document_n, reading.reader, reading.layout, rows.canonical(reading.unread)))
        numbers: dict[str, int] = {}
        recorded_at = datetime.fromisoformat(self.at)
        for place, (event_id, event) in enumerate(self._read(reading).items()):
            if event_id in said:
                continue
            numbers[event_id] = n = self._next("events")
            made["events"].append((n, entry, event_id, document_n, place))
            for row in rows.split(event):
                what = (row.slot, row.value, row.start, row.end, row.valid_from, row.valid_to, None)
                made["statements"].append((self._next("statements"), entry, rows.statement_id(event_id, row), n, *what))
            kept = KeptEvent(id=event_id, event=event, paper=paper, reader=reading.reader, recorded_at=recorded_at, entry=entry)
            made["keys"].extend((key, n, entry) for key in sorted(_keys_of(kept, keys)))
        return numbers

    def _reread(self, n: int, document_id: str, reading: Reading, keys: Keys | None) -> Recorded:
        self.flush()
        last = self._rows("SELECT reader FROM readings WHERE document = :n ORDER BY entry DESC LIMIT 1", n=n)[0]
        if last.reader == reading.reader:
            self._see_again(n, reading)
            return Recorded(outcome=Outcome.KNOWN, document=document_id)
        kept = self._kept_document(n)
        newer = self._newer_version(kept)
        # What the last reading said of a page that was edited since is what was believed on the eve of the edit.
        view = View(self.connection, self._entry, newer.paper.known - timedelta(days=1) if newer else None)
        said = {event.id: event for event in view.events_of(n)}
        read = self._read(reading)
        entry, made = self._entry + 1, _Rows()
        fresh = {event_id: event for event_id, event in read.items() if event_id not in said}
        added = self._say(made, entry, n, _paper(document_id, reading, kept.paper.known), reading, keys, said)
        gone = [event for event_id, event in said.items() if event_id not in read]
        numbers = view.numbers(event.id for event in gone)
        heirs = self._retire(made, entry, {numbers[old.id]: old.event for old in gone}, fresh, added, None)
        if newer is not None:
            self._retire_for(newer, made, entry, fresh, added)
        self._append("reading", made, {"document": document_id})
        if newer is not None:
            return Recorded(outcome=Outcome.REREAD, document=document_id)
        retired = tuple(event.id for event in gone)
        successors = {i: heirs[numbers[i]] for i in retired if numbers[i] in heirs}
        return Recorded(outcome=Outcome.REREAD, document=document_id, added=tuple(added.values()), retired=retired, successors=successors)

    def _kept_document(self, n: int) -> KeptDocument:
        return next(self.view().documents("d.n = :n", n=n))

    def _read(self, reading: Reading) -> dict[str, Event]:
        document_id = rows.document_id(reading.document.text)
        return {rows.event_id(document_id, event): event for event in reading.events}

    def _see_again(self, n: int, reading: Reading) -> None:
        """Note another address or another packing of a text that is kept; the same bytes from the same address change nothing."""
        document = reading.document
        seen = self._rows("SELECT url, bytes_sha256 FROM sightings WHERE document = :n", n=n)
        if any(row.url == document.url if document.url else row.bytes_sha256 == document.sha256 for row in seen):
            return  # a page whose bytes differ at every fetch is noted once
        made = _Rows()
        made["sightings"].append(self._sighting(self._entry + 1, n, reading))
        self._append("sighting", made, {"document": rows.document_id(document.text)})

    # Versions of one page

    def _earlier_version(self, address: str, text: str) -> KeptDocument | None:
        """The newest document at an address that this text is an edition of."""
        for kept in reversed(list(self.view().documents("d.address = :address", address=address))):
            if is_same_page(kept.text, text):
                return kept
        return None

    def _known(self, reading: Reading, earlier: KeptDocument | None) -> date:
        document, today = reading.document, datetime.fromisoformat(self.at).date()
        if document.published is None or (earlier is not None and document.published == earlier.paper.published):
            seen = document.capture.at.date() if document.capture and document.capture.at else today
            return max(seen, document.published) if document.published else seen
        return document.published

    def _newer_version(self, kept: KeptDocument) -> KeptDocument | None:
        """The edition that followed a kept document at its address."""
        address = address_key(kept.paper.url) if kept.paper.url else None
        for other in self.view().documents("d.address = :address", address=address) if address else ():
            if (other.paper.known, other.n) > (kept.paper.known, kept.n) and is_same_page(other.text, kept.text):
                return other
        return None

    def _supersede(
        self, made: "_Rows", entry: int, earlier: KeptDocument, reading: Reading, added: dict[str, int], known: date
    ) -> tuple[dict[str, int], tuple[str, ...]]:
        """Retire what the earlier version of a page says. Returns the successors by the old event's id, and the ids retired."""
        view = self.view()
        gone = {event.id: event.event for event in view.events_of(earlier.n)}
        numbers = view.numbers(gone)
        heirs = self._retire(made, entry, {numbers[i]: event for i, event in gone.items()}, self._read(reading), added, known)
        return {i: heirs[numbers[i]] for i in gone if numbers[i] in heirs}, tuple(gone)

    def _retire_for(self, newer: KeptDocument, made: "_Rows", entry: int, events: dict[str, Event], added: dict[str, int]) -> None:
        """Retire what a version of a page says that is older than one that is kept."""
        view = self.view()
        read = {event.id: event.event for event in view.events_of(newer.n)}
        gone = {added[event_id]: event for event_id, event in events.items()}
        self._retire(made, entry, gone, read, view.numbers(read), newer.paper.known)

    def _retire(
        self, made: "_Rows", entry: int, gone: dict[int, Event], read: dict[str, Event], numbers: dict[str, int], known: date | None
    ) -> dict[int, int]:
        """Rows for events (by number) no longer said, each with the event (by id) that takes its place; the pairs as numbers."""
        free, heirs = dict(read), {}
        for n, event in gone.items():
            heir = rows.successor(event, free)
            if heir is not None:
                heirs[n] = numbers[heir]
                del free[heir]
            made["retirements"].append((n, entry, known.isoformat() if known else None, heirs.get(n)))
        return heirs

    # Links, decisions, snapshots

    def link(self, links: Iterable[Link], *, body: dict[str, object] | None = None) -> None:
        """Put events into cases; a later link of an event replaces the earlier one."""
        wanted = list(links)
        numbers = self.view().numbers(link.event for link in wanted)
        made, entry = _Rows(), self._entry + 1
        for link in wanted:
            row = (numbers[link.event], storable(link.case), float(link.score), storable(link.because), storable(link.by), int(link.pinned))
            made["links"].append((self._next("links"), entry, *row))
        if made["links"]:
            self._append("links", made, body or {})

    def decide(self, verb: str, subject: str, body: dict[str, object], reason: str, *, undoes: int | None = None) -> int:
        """Append a person's decision. Returns its number."""
        made = _Rows()
        told = (verb, storable(subject), rows.canonical(storable(body)), storable(reason))
        made["decisions"].append((self._entry + 1, *told, undoes))
        return self._append("decision", made, {"verb": verb})

    def find_by(self, event_id: str, keys: Iterable[str]) -> None:
        """Make an event found by further keys: those it has since it was corrected. The read ones stay."""
        n = self.view().numbers([event_id])[event_id]
        have = {row.key for row in self._rows("SELECT key FROM keys WHERE event = :n", n=n)}
        made = _Rows()
        made["keys"].extend((key, n, self._entry + 1) for key in sorted(set(keys) - have))
        if made["keys"]:
            self._append("keys", made, {"event": event_id})

    def correct(self, event_id: str, slot: str, value: object, reason: str) -> int:
        """Append a person's value for one slot of an event, instead of what was read. Returns the decision's number.

        value: the slot's object, None to empty it.
        """
        n = self.view().numbers([event_id])[event_id]
        entry, made = self._entry + 1, _Rows()
        said = self._rows("SELECT n, id, slot, span_start, span_end, valid_from, valid_to FROM statements WHERE event = :n ORDER BY n", n=n)
        old = next((row for row in reversed(said) if row.slot == slot), None)
        place = old or said[0]
        row = rows.StatementRow(slot, rows.canonical(value), place.span_start, place.span_end, place.valid_from, place.valid_to)
        rows.decode_slot(slot, row.value)
        # A slot that was empty is superseded by number 0: no statement has it.
        said_id = rows.statement_id(event_id, row, old.id if old else "")
        what = (slot, row.value, row.start, row.end, row.valid_from, row.valid_to)
        made["statements"].append((self._next("statements"), entry, said_id, n, *what, old.n if old else 0))
        made["decisions"].append((entry, "correct", event_id, rows.canonical({"slot": slot, "value": value}), storable(reason), None))
        return self._append("decision", made, {"verb": "correct"})

    def snapshot(self, name: str, on: date, known: date | None) -> int:
        """Give a name to the casebook as it is now. Returns the entry. Raises CasebookError when the name is taken."""
        view = self.view()
        try:
            view.snapshot(name)
        except CasebookError:
            return self._append(
                "snapshot", _Rows(), {"name": storable(name), "on": on.isoformat(), "known": known.isoformat() if known else None}
            )
        raise CasebookError("this snapshot exists already", name, "choose another name; a snapshot never changes")

    # The journal

    def _append(self, kind: str, made: "_Rows", body: dict[str, object]) -> int:
        self._entry += 1
        made["retirements"].sort()
        line = (self._entry, kind, self.at, self.author, rows.canonical(body), *chain.digest(made))
        self._chain = chain.link(self._chain, line)
        self._pending["entries"].append((*line, self._chain))
        for name, gathered in made.items():
            self._pending[name].extend(gathered)
        return self._entry

    def _next(self, table: str) -> int:
        self._n[table] += 1
        return self._n[table]

    def _rows(self, query: str, **values: object) -> list[Any]:
        from sqlalchemy import text

        return list(self.connection.execute(text(query), values))


class _Rows(dict[str, list[tuple[Any, ...]]]):
    """Rows of one entry by table."""

    def __missing__(self, name: str) -> list[tuple[Any, ...]]:
        self[name] = []
        return self[name]


def _keys_of(kept: KeptEvent, keys: Keys | None) -> set[str]:
    return filter_keys(kept.event) | (set(keys(kept)) if keys else set())


def filter_keys(event: Event) -> set[str]:
    """The keys that `View.case_ids` is asked with: "buyer:JP", "supplier:US", "system:tomahawk"."""
    found: set[str] = set()
    found |= {f"buyer:{event.buyer.id}"} if event.buyer else set()
    found |= {f"supplier:{event.supplier.id}"} if event.supplier else set()
    return found | {f"system:{item.system.id or item.system.designation}" for item in event.items}


def _file_name(source: str) -> str:
    """A casebook is handed on: where a file lay on one person's machine is nobody else's business. Addresses stay whole."""
    return source if "://" in source else PurePath(source).name or source


def _paper(document_id: str, reading: Reading, known: date) -> Paper:
    document = reading.document
    return Paper(
        id=document_id,
        known=known,
        kind=document.kind,
        tier=tier_of(document, reading.layout),
        published=document.published,
        title=document.title,
        url=document.url,
        publisher=document.publisher,
        language=document.language,
        source=_file_name(document.source),
    )
