"""Import of JSON Lines: what `transmittal read --format jsonl` prints, by this program or another, and cases that we exported."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import msgspec

from transmittal.cases.exchange import jsonl
from transmittal.cases.exchange.evidence import blocks_of, check
from transmittal.cases.exchange.jsonl import OnError, TextOf
from transmittal.ledger.rows import document_id
from transmittal.model import Document, DocumentKind, Event, Unread, UnreadableDocument
from transmittal.reading import READER, Reading


def read(
    lines: Iterable[str | bytes], *, source: str = "jsonl", text_of: TextOf | None = None, on_error: OnError | None = None
) -> Iterator[Reading]:
    """The documents of each line, every span checked against the text; those of case lines at the end, each once with all its events.

    text_of:  texts of documents (by id) that case lines came without.
    on_error: takes the error of a bad line, or of a bad document of a case, which costs only itself. Without it the first one is raised.
    """
    gathered = jsonl.Documents(text_of)
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        where = f"{source}, line {number}"
        try:
            decoded = jsonl.decode(line, where)
            if jsonl.is_case(decoded):
                gathered.add(jsonl.parse(decoded, where), where)
            else:
                yield parse(decoded, where)
        except UnreadableDocument as error:
            (on_error or _stop)(error)
    yield from gathered.readings(on_error or _stop)


def _stop(error: UnreadableDocument) -> None:
    raise error


def parse(line: dict[str, Any], where: str) -> Reading:
    """One decoded object of the output contract. Keys that it adds are let be. raises: UnreadableDocument naming what does not fit."""
    failure = line.get("error")
    if isinstance(failure, dict):
        raise UnreadableDocument(f"not read there: {failure.get('message')}", where, code="not_read")
    head, events = line.get("document"), line.get("events")
    if not isinstance(head, dict) or not isinstance(events, list):
        raise UnreadableDocument('no "document" object and "events" list', where, code="schema")
    document = _document(head, where)
    for number, event in enumerate(events):
        _fill_quotes(event, document.text)
        check([event], document.text, f"{where}, event {number}")
    unread = line.get("unread") or []
    try:
        made = tuple(msgspec.convert(event, Event) for event in events)
        strange = tuple(msgspec.convert(entry, Unread) for entry in unread)
    except (msgspec.ValidationError, ValueError, TypeError) as error:
        raise UnreadableDocument(f"no event of the contract: {error}", where, code="schema") from error
    for number, event in enumerate(made):
        _check_numbers(event, f"{where}, event {number}")
    check(unread, document.text, where)
    return Reading(
        document=document, events=made, unread=strange, layout=_text(line, "layout") or "import", reader=_text(line, "reader") or READER
    )


class _Head(msgspec.Struct, frozen=True, kw_only=True):
    """What the contract says of a document."""

    text: str
    sha256: str | None = None
    url: str | None = None
    title: str | None = None
    published: date | None = None
    language: str | None = None
    publisher: str | None = None
    kind: DocumentKind = DocumentKind.OTHER
    source: str | None = None


def _document(head: dict[str, Any], where: str) -> Document:
    try:
        told = msgspec.convert(head, _Head)
        own = document_id(told.text)
    except (msgspec.ValidationError, UnicodeEncodeError) as error:
        raise UnreadableDocument(f"no document of the contract: {error}", where, code="schema") from error
    return Document(
        sha256=told.sha256 or own,
        text=told.text,
        blocks=blocks_of(told.text),
        source=told.source or told.url or where,
        url=told.url,
        title=told.title,
        published=told.published,
        language=told.language,
        publisher=told.publisher,
        kind=told.kind,
        media_type="application/json",
    )


def _fill_quotes(event: Any, text: str) -> None:
    """The contract asks of evidence no more than where it is; the quote is then cut here."""
    evidence = event.get("evidence") if isinstance(event, dict) else None
    for span in evidence if isinstance(evidence, list) else ():
        if isinstance(span, dict) and "quote" not in span and isinstance(span.get("start"), int) and isinstance(span.get("end"), int):
            span["quote"] = text[max(span["start"], 0) : max(span["end"], 0)]


def _check_numbers(event: Event, where: str) -> None:
    """What the types let through and the contract does not."""
    if event.value is not None and not event.value.amount.is_finite():
        raise UnreadableDocument(f"the amount {event.value.amount} is no number", where, code="schema")
    for item in event.items:
        if item.quantity is not None and item.quantity.value < 1:
            raise UnreadableDocument(f"a count of {item.quantity.value}", where, code="schema")


def _text(line: dict[str, Any], key: str) -> str | None:
    value = line.get(key)
    return value if isinstance(value, str) else None
