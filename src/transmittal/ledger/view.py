"""Reading a casebook as of some moment."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, date, datetime
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Any, Self, TypeVar

import msgspec

from transmittal.ledger.kept import Decision, KeptDocument, Snapshot, correction_of, document_of, link_of, paper_of
from transmittal.ledger.queries import (
    ANY_CASE,
    BEGINNING,
    BLOCK,
    CASES,
    DOCUMENTS,
    EVENTS,
    LAST_READING,
    LINKS,
    NEAR,
    OF_DOCUMENTS,
    OF_LINKS,
    SAID,
    SHARING,
    STATEMENTS,
    UNDER_KEYS,
    beginning,
    clause,
)
from transmittal.ledger.rows import canonical, join
from transmittal.ledger.storable import storable
from transmittal.model import CasebookError, CaseFile, KeptEvent, Link, Tag

if TYPE_CHECKING:
    from sqlalchemy import Connection

T = TypeVar("T")

# Rows asked for at once: below every database's limit of parameters, and few enough to stay in memory.
_BATCH = 500


class View:
    """A casebook as of an entry, from documents known by a day."""

    def __init__(self, connection: "Connection", entry: int, known: date | None = None) -> None:
        self.connection, self.entry, self.known = connection, entry, known

    @classmethod
    def at(cls, connection: "Connection", *, recorded: datetime | None, entry: int | None, known: date | None) -> Self:
        """The view of an instant or an entry; of the newest entry without either."""
        from sqlalchemy import text

        if entry is None:
            until = "" if recorded is None else " WHERE at <= :at"
            bound = {} if recorded is None else {"at": recorded.astimezone(UTC).isoformat(timespec="microseconds")}
            entry = connection.execute(text(f"SELECT max(n) FROM entries{until}"), bound).scalar() or 0
        return cls(connection, entry, known)

    def rows(self, query: str, **values: object) -> "list[Any]":
        """Rows of a query in which :entry and :known stand for this view's bounds, and lists may follow IN."""
        lists = tuple(name for name, value in values.items() if isinstance(value, list))
        return list(self.connection.execute(clause(query, lists), self._bound(query, values)))

    def _bound(self, query: str, values: dict[str, object]) -> dict[str, object]:
        own = {"entry": self.entry, "known": self.known.isoformat() if self.known else None}
        return {name: value for name, value in own.items() if f":{name}" in query} | {n: storable(v) for n, v in values.items()}

    # Events and cases

    def kept(self, numbers: Iterable[int]) -> Iterator[KeptEvent]:
        """The events of these numbers that are said at this moment, corrected, in the order of the numbers."""
        for batch in _batches(numbers, _BATCH):
            found = {row.n: row for row in self.rows(EVENTS, events=batch)}
            said: dict[int, list[Any]] = {n: [] for n in found}
            for row in self.rows(STATEMENTS, events=list(found)) if found else ():
                said[row.event].append(row)
            decided = self._decided("correct", [row.id for row in found.values()])
            yield from (self._event(found[n], said[n], decided.get(found[n].id, [])) for n in batch if n in found)

    def _event(self, row: Any, statements: list[Any], decided: list[Decision]) -> KeptEvent:
        slots = {statement.slot: statement.value for statement in statements if statement.supersedes is None}
        corrections = []
        for decision in decided:
            slot, value = decision.body["slot"], canonical(decision.body["value"])
            corrections.append(correction_of(decision, slots.get(slot, "null"), value))
            slots[slot] = value
        return KeptEvent(
            id=row.id,
            event=join(slots.items()),
            paper=paper_of(row),
            reader=row.reader,
            recorded_at=datetime.fromisoformat(row.at),
            entry=row.entry,
            order=row.place,
            corrections=tuple(corrections),
        )

    def links(self, where: str = "", **values: object) -> list[Link]:
        """The links that hold at this moment. where: a further condition on l (links), e (events) and d (documents)."""
        found = self.rows(f"{LINKS} {where and 'AND'} {where} ORDER BY l.case_id, e.n", **values)
        return [link_of(row) for row in found]

    def links_of(self, event_ids: Iterable[str]) -> Iterator[Link]:
        """The links of these events that hold at this moment."""
        for batch in _batches(event_ids, _BATCH):
            yield from self.links("e.id IN :ids", ids=batch)

    def links_of_numbers(self, numbers: Iterable[int]) -> Iterator[Link]:
        """The same for events by number."""
        for batch in _batches(numbers, _BATCH):
            yield from self.links("e.n IN :numbers", numbers=batch)

    def last_links(self, event_ids: Iterable[str]) -> dict[str, Link]:
        """The last link of each of these events, said or not said any more."""
        found: dict[str, Link] = {}
        for batch in _batches(event_ids, _BATCH):
            query = """SELECT e.id AS event, l.case_id, l.score, l.because, l.decided_by, l.entry, l.pinned
                       FROM links l JOIN events e ON e.n = l.event WHERE e.id IN :ids AND l.entry <= :entry ORDER BY l.n"""
            found |= {row.event: link_of(row) for row in self.rows(query, ids=batch)}
        return found

    def is_case_taken(self, case: str) -> bool:
        """Whether any event was ever in a case of this id."""
        return bool(self.rows("SELECT n FROM links WHERE case_id = :case LIMIT 1", case=case))

    def file(self, case: str) -> CaseFile:
        """A case file. Raises CasebookError when there is no such case at this moment."""
        case = storable(case)
        found = self.rows(f"{LINKS} AND l.case_id = :case ORDER BY e.n", case=case)
        if not found:
            raise CasebookError(
                "no such case", case, "`transmittal cases` lists them, `transmittal search WORDS` finds one by its documents"
            )
        kept = {event.id: event for event in self.kept([row.number for row in found])}
        return _made(case, found, kept, self.rejected(kept), self.tags([case]).get(case, ()))

    def files(self, cases: Iterable[str]) -> Iterator[CaseFile]:
        """Case files, in the order given; those without events at this moment are left out."""
        for batch in _batches(cases, _BATCH // 10):
            by_case: dict[str, list[Any]] = {}
            for row in self.rows(f"{LINKS} AND l.case_id IN :cases ORDER BY e.n", cases=batch):
                by_case.setdefault(row.case_id, []).append(row)
            kept = {event.id: event for event in self.kept(sorted(row.number for rows in by_case.values() for row in rows))}
            rejected, tags = self.rejected(kept), self.tags(batch)
            for case in batch:
                if case in by_case:
                    made = _made(case, by_case[case], kept, rejected, tags.get(case, ()))
                    if made.events:
                        yield made

    def case_ids(self, *, keys: Iterable[Collection[str]] = (), documents: list[int] | None = None) -> Iterator[str]:
        """Ids of the cases of this moment, in order.

        keys: only those with an event under one key of each of these sets. documents: only those with an event of one of these.
        """
        wanted = [sorted(one) for one in keys]
        values: dict[str, object] = {f"keys{i}": one for i, one in enumerate(wanted)}
        parts = [UNDER_KEYS.format(i) for i, _ in enumerate(wanted)]
        if documents is not None:
            parts.append(OF_DOCUMENTS)
            values["documents"] = documents
        query = CASES.format(" INTERSECT ".join(parts) or ANY_CASE)
        for row in self.rows(query, **values):
            yield row.case_id

    def existing(self, case: str) -> str:
        """The case of this id, or the one its events are in now. Raises CasebookError."""
        if self.rows(f"SELECT l.n {OF_LINKS} AND l.case_id = :case LIMIT 1", case=case):
            return case
        now = self.where_now(case)
        if now is None:
            raise CasebookError("no such case", case, "`transmittal cases` lists them")
        return now

    def where_now(self, case: str) -> str | None:
        """The case that most events once in this one are in now: ids given out stay good after a merge."""
        query = f"{LINKS} AND l.event IN (SELECT event FROM links WHERE case_id = :case AND entry <= :entry)"
        counted = Counter(row.case_id for row in self.rows(query, case=case))
        return min(counted, key=lambda name: (-counted[name], name)) if counted else None

    def numbers(self, event_ids: Iterable[str]) -> dict[str, int]:
        """Numbers of the events said at this moment, by id."""
        found: dict[str, int] = {}
        for batch in _batches(event_ids, _BATCH):
            query = f"SELECT e.id, e.n FROM events e JOIN documents d ON d.n = e.document WHERE e.id IN :ids AND {SAID}"
            found |= {row.id: row.n for row in self.rows(query, ids=batch)}
        return found

    def event_id(self, start: str) -> str:
        """The whole id of the event that begins so; of its successor when a newer reading says it otherwise. Raises CasebookError."""
        query = "SELECT DISTINCT id FROM events WHERE id >= :first AND id < :last AND entry <= :entry LIMIT 2"
        found = self.rows(query, **beginning(start))
        if len(found) != 1:
            what = "no such event" if not found else "several events begin so"
            raise CasebookError(what, start, "`transmittal show CASE` prints the ids of its events")
        said = str(found[0].id)
        return self.living([said]).get(said, said)

    def living(self, event_ids: Iterable[str]) -> dict[str, str]:
        """What each event is called now: itself, or the one that took its place in a newer reading; absent when none did."""
        return {old: row for old in event_ids if (row := self._follow(old)) is not None}

    def _follow(self, event_id: str) -> str | None:
        for _ in range(100):  # more readings of one document than there will ever be
            if self.numbers([event_id]):
                return event_id
            query = """SELECT s.id FROM events e JOIN retirements r ON r.event = e.n JOIN events s ON s.n = r.successor
                       WHERE e.id = :id AND r.entry <= :entry ORDER BY r.entry DESC LIMIT 1"""
            found = self.rows(query, id=event_id)
            if not found:
                return None
            event_id = found[0].id
        return None

    def block(self, keys: Iterable[str], *, most: int | None = None, of_case: int = 1, day: date = date.max) -> list[int]:
        """Numbers of all events under any of these keys, and of those that share a case with them.

        most: where more than this are under the keys, only some cases, until there are so many: first those with an event under more of
        the keys, then those told of nearest to the day. of_case: a case of up to so many events comes whole, of a longer one as many, the
        nearest so.
        """
        wanted = sorted(set(keys))
        if not wanted:
            return []
        shared = {row.event: row.shared for row in self.rows(SHARING, keys=wanted)}
        if most is not None and len(shared) > most:
            return self._nearest(shared, most, of_case, day)
        return sorted({row.n for batch in _batches(shared, _BATCH) for row in self.rows(BLOCK, events=batch)})

    def _nearest(self, shared: dict[int, int], most: int, of_case: int, day: date) -> list[int]:
        """Event numbers. shared: with how many of the keys each event is found."""
        latest = {row.n: row for batch in _batches(shared, _BATCH) for row in self.rows(NEAR, events=batch)}
        cases: dict[str, list[int]] = {}
        for row in sorted(latest.values(), key=lambda row: (-shared[row.n], abs((date.fromisoformat(row.known) - day).days), row.n)):
            cases.setdefault(row.case_id or f"event {row.n}", []).append(row.n)
        chosen: dict[str, list[int]] = {}
        for case, near in cases.items():  # in the order of their nearest events
            if sum(map(len, chosen.values())) >= most:
                break
            chosen[case] = near[:of_case]
        for row in self.rows(f"{LINKS} AND l.case_id IN :cases ORDER BY e.n", cases=list(chosen)):
            numbers = chosen[row.case_id]
            if len(numbers) < of_case and row.number not in numbers:
                numbers.append(row.number)
        return sorted(n for numbers in chosen.values() for n in numbers)

    # What people decided

    def decisions(self, *verbs: str, subjects: list[str] | None = None) -> list[Decision]:
        """Decisions in the order they were taken, those undone marked. verbs: only these kinds; subjects: only on these."""
        undone = self._undone
        query = "SELECT d.*, j.author, j.at FROM decisions d JOIN entries j ON j.n = d.entry WHERE d.entry <= :entry"
        narrowed: dict[str, object] = {}
        if verbs:
            query, narrowed = f"{query} AND d.verb IN :verbs", {"verbs": list(verbs)}
        if subjects is not None:
            query, narrowed = f"{query} AND d.subject IN :subjects", {**narrowed, "subjects": subjects}
        return [
            Decision(
                entry=row.entry,
                verb=row.verb,
                subject=row.subject,
                body=msgspec.json.decode(row.body),
                reason=row.reason,
                by=row.author,
                at=datetime.fromisoformat(row.at),
                undoes=row.undoes,
                undone=row.entry in undone,
            )
            for row in self.rows(f"{query} ORDER BY d.entry", **narrowed)
        ]

    @cached_property
    def _undone(self) -> frozenset[int]:
        """Entries of decisions that are undone by one that stands. The newest first: an undoing may itself be undone."""
        undone: set[int] = set()
        for row in self.rows("SELECT entry, undoes FROM decisions WHERE undoes IS NOT NULL AND entry <= :entry ORDER BY entry DESC"):
            if row.entry not in undone:
                undone.add(row.undoes)
        return frozenset(undone)

    def rejected(self, event_ids: Iterable[str]) -> dict[str, Decision]:
        """Those of these events that a person rejected as misread, with the decision."""
        found: dict[str, Decision] = {}
        for batch in _batches(event_ids, _BATCH):
            found |= {event: decided[-1] for event, decided in self._decided("reject", batch).items()}
        return found

    def _decided(self, verb: str, event_ids: list[str]) -> dict[str, list[Decision]]:
        """Standing decisions of one kind on these events, or on those that they took the place of."""
        if not self._has_decisions:
            return {}
        now = {event_id: event_id for event_id in event_ids}
        frontier = event_ids
        while frontier:
            query = """SELECT o.id AS old, s.id AS new FROM events s JOIN retirements r ON r.successor = s.n JOIN events o ON o.n = r.event
                       WHERE s.id IN :ids AND r.entry <= :entry"""
            older = {row.old: now[row.new] for row in self.rows(query, ids=frontier) if row.old not in now}
            now |= older
            frontier = list(older)
        found: dict[str, list[Decision]] = {}
        for decision in self.decisions(verb, subjects=list(now)) if now else ():
            if not decision.undone:
                found.setdefault(now[decision.subject], []).append(decision)
        return found

    @cached_property
    def _has_decisions(self) -> bool:
        return bool(self.rows("SELECT entry FROM decisions WHERE entry <= :entry LIMIT 1"))

    def tags(self, cases: Iterable[str]) -> dict[str, tuple[Tag, ...]]:
        """The labels on these cases."""
        found: dict[str, dict[str, Tag]] = {}
        wanted = set(cases)
        for decision in self._tagging:
            if decision.undone or decision.subject not in wanted:
                continue
            labels, name = found.setdefault(decision.subject, {}), decision.body["tag"]
            if decision.verb == "tag":
                labels[name] = Tag(name=name, by=decision.by, at=decision.at, reason=decision.reason)
            else:
                labels.pop(name, None)
        return {case: tuple(labels[name] for name in sorted(labels)) for case, labels in found.items()}

    @cached_property
    def _tagging(self) -> list[Decision]:
        return self.decisions("tag", "untag")

    def snapshot(self, name: str) -> Snapshot:
        """A snapshot by its name. Raises CasebookError."""
        for row in self.rows("SELECT n, at, body, chain FROM entries WHERE kind = 'snapshot' AND n <= :entry ORDER BY n DESC"):
            body = msgspec.json.decode(row.body)
            if body["name"] == name:
                known = date.fromisoformat(body["known"]) if body["known"] else None
                on = date.fromisoformat(body["on"])
                return Snapshot(name=name, entry=row.n, on=on, known=known, chain=row.chain, at=datetime.fromisoformat(row.at))
        raise CasebookError("no such snapshot", name, "`transmittal snapshot --list` names them")

    # Documents

    def document(self, start: str) -> KeptDocument:
        """A document by the beginning of the sha256 of its text or of its bytes. Raises CasebookError."""
        query = f"{DOCUMENTS} WHERE d.n IN ({BEGINNING}) AND d.entry <= :entry {LAST_READING} LIMIT 2"
        found = self.rows(query, **beginning(start))
        if len(found) != 1:
            what = "no such document" if not found else "several documents begin so"
            raise CasebookError(what, start, "`transmittal search WORDS` and `transmittal show CASE` print the ids of documents")
        return document_of(found[0])

    def documents(self, where: str = "", **values: object) -> Iterator[KeptDocument]:
        """Documents known at this moment, oldest first. where: a further condition on d (documents)."""
        narrowed = f"AND {where}" if where else ""
        bounds = "d.entry <= :entry AND (:known IS NULL OR d.known <= :known)"
        for row in self.rows(f"{DOCUMENTS} WHERE {bounds} {narrowed} {LAST_READING} ORDER BY d.known, d.n", **values):
            yield document_of(row)

    def events_of(self, document_n: int) -> list[KeptEvent]:
        """What a document says, as last read."""
        return list(self.kept(row.n for row in self.rows("SELECT n FROM events WHERE document = :n ORDER BY place, n", n=document_n)))

    def capture(self, document_n: int) -> bytes | None:
        """The document as it was received, one gzipped WARC record."""
        query = "SELECT capture FROM sightings WHERE document = :n AND capture IS NOT NULL AND entry <= :entry ORDER BY n LIMIT 1"
        found = self.rows(query, n=document_n)
        return bytes(found[0].capture) if found else None


def _made(case: str, found: list[Any], kept: dict[str, KeptEvent], rejected: Collection[str], tags: tuple[Tag, ...]) -> CaseFile:
    """A case file of the rows of its links."""
    events = [kept[row.event] for row in found if row.event in kept and row.event not in rejected]
    events.sort(key=lambda event: (event.paper.known, event.paper.id, event.order))
    return CaseFile(id=case, events=tuple(events), links={row.event: link_of(row) for row in found}, tags=tags)


def _batches(values: Iterable[T], size: int) -> Iterator[list[T]]:
    iterator = iter(values)
    while batch := list(islice(iterator, size)):
        yield batch
