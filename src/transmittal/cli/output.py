"""Readings on paper: JSON of the contract, a text for people, a table, CSV."""

import csv
import json
from typing import Any, Protocol, TextIO

import msgspec

from transmittal.model import Bound, Event, Item
from transmittal.model.errors import KnownError
from transmittal.reading import Reading


class Writer(Protocol):
    """Takes readings and failures in order."""

    def write(self, reading: Reading) -> None: ...
    def fail(self, source: str, error: KnownError) -> None: ...
    def close(self) -> None: ...


def writer(format: str, stream: TextIO, *, explain: bool) -> Writer:
    """The writer of a format named in `cli.read.FORMATS`."""
    if format in ("json", "jsonl"):
        return JsonWriter(stream, indent=2 if format == "json" else None, explain=explain)
    if format == "csv":
        return CsvWriter(stream)
    if format == "table":
        from transmittal.cli.people import TableWriter

        return TableWriter(stream)
    from transmittal.cli.people import TextWriter

    return TextWriter(stream, explain=explain)


def contract(reading: Reading, *, explain: bool = False) -> dict[str, Any]:
    """The object of the output contract: plain dicts and lists, decimals as strings, dates as YYYY-MM-DD."""
    document = reading.document
    return {
        "document": {
            "sha256": document.sha256,
            "url": document.url,
            "title": document.title,
            "published": document.published.isoformat() if document.published else None,
            "language": document.language,
            "kind": document.kind.value,
            "source": _utf8(document.source),
            "publisher": document.publisher,
            "text": document.text,
        },
        "events": [event_contract(e, explain=explain) for e in reading.events],
        "unread": msgspec.to_builtins(reading.unread),
        "layout": reading.layout,
        "reader": reading.reader,
    }


def event_contract(event: Event, *, explain: bool = False) -> dict[str, Any]:
    """One event of the contract."""
    built: dict[str, Any] = msgspec.to_builtins(event)
    rules = built.pop("rules")
    if explain:
        built["rules"] = rules
    return built


def _utf8(name: str) -> str:
    """A file name that is not UTF-8, as text that can be written."""
    return name.encode("utf-8", "replace").decode()


class JsonWriter:
    """One object a document; jsonl: one line each."""

    def __init__(self, stream: TextIO, *, indent: int | None, explain: bool) -> None:
        self.stream, self.indent, self.explain = stream, indent, explain

    def write(self, reading: Reading) -> None:
        self._put(contract(reading, explain=self.explain))

    def fail(self, source: str, error: KnownError) -> None:
        self._put({"source": _utf8(source), "error": {"code": error.code, "message": _utf8(str(error))}})

    def _put(self, value: dict[str, Any]) -> None:
        line = msgspec.json.encode(value).decode() if self.indent is None else json.dumps(value, ensure_ascii=False, indent=self.indent)
        self.stream.write(line + "\n")

    def close(self) -> None:
        self.stream.flush()


COLUMNS = (
    "source", "published", "kind", "stage", "modality", "buyer", "supplier", "channel", "items", "amount", "currency",
    "basis", "value_bound", "date_start", "date_end", "calendar", "said_by", "transmittal", "contracts", "contractors",
    "quote", "quote_start", "quote_end",
)  # fmt: skip


def row(reading: Reading, event: Event) -> dict[str, object]:
    """One event as a flat row; lists are joined by semicolons."""
    first = event.evidence[0]
    return {
        "source": reading.document.url or _utf8(reading.document.source),
        "published": reading.document.published,
        "kind": reading.document.kind.value,
        "stage": event.stage.value,
        "modality": event.modality.value,
        "buyer": event.buyer.id if event.buyer else None,
        "supplier": event.supplier.id if event.supplier else None,
        "channel": event.channel.id if event.channel else None,
        "items": "; ".join(describe_item(i) for i in event.items),
        "amount": event.value.amount if event.value else None,
        "currency": event.value.currency if event.value else None,
        "basis": event.value.basis.value if event.value else None,
        "value_bound": event.value.bound.value if event.value else None,
        "date_start": event.date.start if event.date else None,
        "date_end": event.date.end if event.date else None,
        "calendar": event.date.calendar if event.date else None,
        "said_by": event.source.name if event.source else None,
        "transmittal": event.identifiers.transmittal,
        "contracts": "; ".join(event.identifiers.contract),
        "contractors": "; ".join(c.name for c in event.contractors),
        "quote": first.quote,
        "quote_start": first.start,
        "quote_end": first.end,
    }


BOUND_WORDS = {Bound.EXACT: "", Bound.MAX: "up to ", Bound.MIN: "at least ", Bound.ABOUT: "about "}


def describe_item(item: Item) -> str:
    """ "up to 200 × Tomahawk Block IV"."""
    name = " ".join(filter(None, (item.system.designation, item.variant)))
    if item.quantity is None:
        return name
    return f"{BOUND_WORDS[item.quantity.bound]}{item.quantity.value:,} × {name}"


class CsvWriter:
    """One row an event."""

    def __init__(self, stream: TextIO) -> None:
        self.rows = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
        self.rows.writeheader()
        self.stream = stream

    def write(self, reading: Reading) -> None:
        for event in reading.events:
            self.rows.writerow({k: _cell(v) for k, v in row(reading, event).items()})

    def fail(self, source: str, error: KnownError) -> None:
        """Told on standard error only: a table of events has no place for it."""

    def close(self) -> None:
        self.stream.flush()


def _cell(value: object) -> object:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "@", "\t", "\r") else value
