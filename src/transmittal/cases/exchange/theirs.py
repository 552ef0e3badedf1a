"""Somebody's list as deals, one a line, to be held against ours: a register that we know, a spreadsheet with its mapping, a case export."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec

from transmittal.cases.exchange import jsonl, spreadsheet
from transmittal.cases.exchange.deals import Deal, deals
from transmittal.cases.exchange.mapping import Mapping
from transmittal.ledger.rows import document_id
from transmittal.model import CaseFile, Event, KeptEvent, Misuse, Paper, Tier, Unread, UnreadableDocument
from transmittal.reading import Reading

_LISTS = ("sipri_deals", "sipri_deliveries", "spreadsheet")
_NO_TIME = datetime(1970, 1, 1, tzinfo=UTC)  # a list that is only compared is never recorded


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a list. number: its place among the lines that tell a deal, from 1. line: as printed, cut at 1,000 characters.

    document: id of the list, sha256 of its canonical text.
    """

    number: int
    line: str
    source: str
    document: str
    deal: Deal

    @property
    def place(self) -> tuple[str, int]:
        """Tells it from every other line of the same call."""
        return self.document, self.number


class TheirList(msgspec.Struct, frozen=True, kw_only=True):
    """A list, read. unread: columns and cells that could not be."""

    rows: tuple[Row, ...]
    unread: tuple[Unread, ...] = ()


def read_list(path: Path, mapping: Mapping | None = None) -> TheirList:
    """A list from a file: with a mapping a spreadsheet, without one a register whose header we know or cases that we exported (.jsonl).

    raises: UnreadableDocument, naming the file; Misuse when nothing says what its columns mean.
    """
    if mapping is not None:
        reading = spreadsheet.read(path, mapping)
        return TheirList(rows=tuple(rows(reading)), unread=reading.unread)
    if path.suffix == ".jsonl":
        with path.open(encoding="utf-8") as stream:
            return TheirList(rows=tuple(case_rows(jsonl.read(stream, source=str(path)), source=str(path))))
    return _read_register(path)


def _read_register(path: Path) -> TheirList:
    from transmittal.reading import read

    if not path.exists():
        raise UnreadableDocument("there is no such file", str(path), code="not_found")
    readings = [reading for reading in read(path) if reading.layout in _LISTS]
    if not readings:
        raise Misuse("no register that this program knows by its header", str(path), "say what its columns mean with --map MAP.toml")
    unread = tuple(entry for reading in readings for entry in reading.unread)
    return TheirList(rows=tuple(row for reading in readings for row in rows(reading)), unread=unread)


def rows(reading: Reading) -> Iterator[Row]:
    """The lines of a list. Steps that stand on the same line (or, in a register by year, start on it) are one deal."""
    lines: dict[int, list[Event]] = {}
    for event in reading.events:
        lines.setdefault(event.evidence[0].start, []).append(event)
    document = document_id(reading.document.text)
    number = 0
    for at, events in lines.items():
        for deal in deals(_case(f"line {at}", events, reading, document)):
            number += 1
            yield Row(number=number, line=events[0].evidence[0].quote, source=reading.document.source, document=document, deal=deal)


def _case(id: str, events: list[Event], reading: Reading, document: str) -> CaseFile:
    paper = Paper(
        id=document,
        known=reading.document.published or date.min,
        kind=reading.document.kind,
        tier=Tier.REGISTER,
        published=reading.document.published,
        title=reading.document.title,
        url=reading.document.url,
        source=reading.document.source,
    )
    kept = (
        KeptEvent(id=f"{id}/{n}", event=event, paper=paper, reader=reading.reader, recorded_at=_NO_TIME, entry=0, order=n)
        for n, event in enumerate(events)
    )
    return CaseFile(id=id, events=tuple(kept))


def case_rows(cases: Iterable[CaseFile], *, source: str) -> Iterator[Row]:
    """The deals of another casebook, a line each."""
    number = 0
    for case in cases:
        for deal in deals(case):
            number += 1
            yield Row(number=number, line=f"case {case.id}: {deal.designation}", source=source, document="", deal=deal)


def together(bundle: tuple[Row, ...]) -> Deal:
    """Several lines as one deal: a register has one for each version of an order."""
    events = tuple(kept for row in bundle for kept in row.deal.events)
    whole = deals(CaseFile(id="+".join(row.deal.case for row in bundle), events=events))
    return whole[0]
