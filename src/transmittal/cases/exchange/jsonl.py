"""JSON Lines: one case a line, complete. Events have the form of the output contract, with the paper they stand on, links and tags.

    {"schema": "transmittal.case/1", "id": …, "events": [{"id", "event", "paper", "reader", "recorded_at", "entry", "order",
     "corrections"}, …], "links": {event id: {…}}, "tags": [{…}], "texts": {document id: canonical text}}

What is exported reads back as the same case files (`read`), and, where the texts are there, as documents for a ledger (`Documents`).
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TextIO

import msgspec

from transmittal.cases.exchange.evidence import check, document_of
from transmittal.ledger.rows import join, split
from transmittal.model import CaseFile, Event, KeptEvent, UnreadableDocument
from transmittal.reading import Reading

SCHEMA = "transmittal.case/1"
_MAX_LINE = 256 * 2**20
TextOf = Callable[[str], str | None]
OnError = Callable[[UnreadableDocument], None]


def write(cases: Iterable[CaseFile], stream: TextIO, text_of: TextOf | None = None) -> None:
    """text_of: document id → canonical text; without it no texts are written, and only someone who has them can check the spans."""
    encoder = msgspec.json.Encoder(order="deterministic")
    for case in cases:
        line = {"schema": SCHEMA, **msgspec.to_builtins(case), "texts": _texts(case, text_of)}
        stream.write(encoder.encode(line).decode() + "\n")


def _texts(case: CaseFile, text_of: TextOf | None) -> dict[str, str]:
    if text_of is None:
        return {}
    found = ((kept.paper.id, text_of(kept.paper.id)) for kept in case.events)
    return {document: text for document, text in found if text is not None}


class CaseLine(CaseFile, frozen=True, kw_only=True):
    """One line: the case, the schema it is in, and the texts that came with it."""

    schema: str
    texts: dict[str, str] = msgspec.field(default_factory=dict)

    def case(self) -> CaseFile:
        """The case alone."""
        return CaseFile(id=self.id, events=self.events, links=self.links, tags=self.tags)


def is_case(line: dict[str, Any]) -> bool:
    """Whether a decoded line is one of ours, rather than one of `transmittal read`."""
    return str(line.get("schema", "")).startswith("transmittal.case/")


def parse(line: dict[str, Any], where: str) -> CaseLine:
    """One decoded line. raises: UnreadableDocument naming what does not fit."""
    if line.get("schema") != SCHEMA:
        raise UnreadableDocument(f"schema {line.get('schema')!r}, this program reads {SCHEMA!r}", where, code="schema")
    try:
        return msgspec.convert(line, CaseLine)
    except (msgspec.ValidationError, ValueError) as error:
        raise UnreadableDocument(f"no case: {error}", where, code="schema") from error


class Documents:
    """The documents of case lines, each gathered from all the cases that cite it: a ledger takes one reading of a text.

    They are given when all lines have been added, as the last one may still cite the first document.
    """

    def __init__(self, text_of: TextOf | None = None) -> None:
        """text_of: document id → canonical text, for texts that do not come with the lines."""
        self._text_of = text_of
        self._texts: dict[str, str] = {}
        self._kept: dict[str, dict[str, KeptEvent]] = {}
        self._where: dict[str, str] = {}

    def add(self, line: CaseLine, where: str) -> None:
        """One case."""
        for kept in line.events:
            document = kept.paper.id
            self._kept.setdefault(document, {}).setdefault(kept.id, kept)
            self._where.setdefault(document, f"{where}, document {document[:12]}")
            if document in line.texts:
                self._texts.setdefault(document, line.texts[document])

    def readings(self, on_error: OnError) -> Iterator[Reading]:
        """What was read in each, before people corrected it: a ledger takes decisions from people only.

        on_error: takes a document that came without its text, or whose text does not hold a span.
        """
        for document, kept in self._kept.items():
            try:
                yield self._reading(document, sorted(kept.values(), key=lambda one: (one.order, one.id)))
            except UnreadableDocument as error:
                on_error(error)

    def _reading(self, document: str, kept: list[KeptEvent]) -> Reading:
        where, text = self._where[document], self._texts.get(document)
        if text is None and self._text_of is not None:
            text = self._text_of(document)
        if text is None:
            what = "its text did not come with it, so that no span can be checked"
            raise UnreadableDocument(what, where, "export with texts", code="no_text")
        made = document_of(text, kept[0].paper, where)
        try:
            events = tuple(as_read(one) for one in kept)
        except (msgspec.ValidationError, msgspec.DecodeError, ValueError) as error:
            raise UnreadableDocument(f"a correction cannot be undone: {error}", where, code="schema") from error
        check(msgspec.to_builtins(events), text, where)
        return Reading(document=made, events=events, layout="import", reader=kept[0].reader)


def as_read(kept: KeptEvent) -> Event:
    """The event as the document was read, without what people corrected in it: its slots as the ledger names them ("item.2")."""
    if not kept.corrections:
        return kept.event
    first = {c.slot: c.was for c in sorted(kept.corrections, key=lambda c: c.entry, reverse=True)}
    last = {c.slot: c.now for c in sorted(kept.corrections, key=lambda c: c.entry)}
    emptied = {slot for slot, now in last.items() if now == "null"}
    slots: dict[str, str] = {}
    places: Counter[str] = Counter()
    for row in split(kept.event):
        kind, _, place = row.slot.partition(".")
        slot = row.slot
        if place:  # an entry that was taken out has left its place to the next
            while f"{kind}.{places[kind]}" in emptied:
                places[kind] += 1
            slot = f"{kind}.{places[kind]}"
            places[kind] += 1
        slots[slot] = row.value
    return msgspec.structs.replace(join((slots | first).items()), rules=kept.event.rules)


def read(lines: Iterable[str | bytes], *, source: str = "jsonl") -> Iterator[CaseFile]:
    """The case files that `write` wrote. raises: UnreadableDocument naming the line."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            where = f"{source}, line {number}"
            yield parse(decode(line, where), where).case()


def decode(line: str | bytes, where: str) -> dict[str, Any]:
    """One line as an object. raises: UnreadableDocument."""
    if len(line) > _MAX_LINE:
        raise UnreadableDocument(f"longer than {_MAX_LINE >> 20} MB", where, code="too_large")
    try:
        decoded = msgspec.json.decode(line)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise UnreadableDocument(f"no JSON: {error}", where, code="json") from error
    if not isinstance(decoded, dict):
        raise UnreadableDocument("not an object", where, code="schema")
    return decoded
