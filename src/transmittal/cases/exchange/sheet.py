"""A spreadsheet as a document: the table as printed, one row a block, cells separated by " | ", each cell with its span."""

import csv
import hashlib
from collections.abc import Iterator
from datetime import date

import msgspec

from transmittal.cases.exchange.mapping import Mapping
from transmittal.documents.canonical import compose, one_line
from transmittal.documents.encoding import decode
from transmittal.forms.grammar.rows import Cell, fold_column
from transmittal.model import Block, BlockKind, Document, DocumentKind, UnreadableDocument

_SEPARATORS = (",", ";", "\t", "|")
_MOST_PREAMBLE = 100  # rows before the header
_MOST_BYTES = 200 * 2**20
_BETWEEN = " | "


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """document: what a ledger keeps. header: the column names. rows: each with its block, as many cells as it printed."""

    document: Document
    header: tuple[Cell, ...]
    rows: tuple[tuple[Block, tuple[Cell, ...]], ...]


def read_sheet(data: bytes, mapping: Mapping, *, source: str, url: str | None = None, published: date | None = None) -> Sheet:
    """raises: UnreadableDocument when the columns that the mapping names are not there."""
    if len(data) > _MOST_BYTES:
        raise UnreadableDocument(f"larger than {_MOST_BYTES >> 20} MB", source, "split the table", code="too_large")
    if data.startswith(b"PK\x03\x04"):
        raise UnreadableDocument("a workbook, not a table in text", source, "save the sheet as CSV", code="binary")
    table, at = _table(decode(data), mapping, source)
    lines = [(BlockKind.PARAGRAPH, one_line(" ".join(row))) for row in table[:at]]
    cells = [[one_line(cell) for cell in row] for row in table[at:]]
    cells = [row for row in cells if any(row)]
    text, blocks = compose([*lines, *((BlockKind.ROW, _BETWEEN.join(row)) for row in cells)])
    rows = [block for block in blocks if block.kind is BlockKind.ROW]
    spans = [(block, tuple(_spans(block.start, row))) for block, row in zip(rows, cells, strict=True)]
    document = Document(
        sha256=hashlib.sha256(data).hexdigest(),
        text=text,
        blocks=blocks,
        source=source,
        url=url,
        title=mapping.title,
        published=published or mapping.published,
        language=mapping.language,
        kind=DocumentKind.REGISTER,
        media_type="text/csv",
    )
    return Sheet(document=document, header=spans[0][1], rows=tuple(spans[1:]))


def _spans(at: int, row: list[str]) -> Iterator[Cell]:
    for value in row:
        yield Cell(at, at + len(value), value)
        at += len(value) + len(_BETWEEN)


def _table(text: str, mapping: Mapping, source: str) -> tuple[list[list[str]], int]:
    """All rows, and the number of the header among them: the first row that has every mapped column."""
    wanted = {fold_column(name) for name in mapping.columns}
    closest: set[str] = wanted
    for separator in (mapping.separator,) if mapping.separator else _SEPARATORS:
        try:
            table = list(csv.reader(text.replace("\0", "").splitlines(keepends=True), delimiter=separator))
        except csv.Error as error:
            raise UnreadableDocument(f"no table: {error}", source, "a quote may never be closed", code="truncated") from error
        for at, row in enumerate(table[:_MOST_PREAMBLE]):
            missing = wanted - {fold_column(one_line(cell)) for cell in row}
            if not missing:
                return table, at
            closest = min(closest, missing, key=len)
    names = ", ".join(f'"{name}"' for name in mapping.columns if fold_column(name) in closest)
    raise UnreadableDocument(
        f"the mapping names columns that the table does not have: {names}", source, "correct the names, or take them out of the mapping",
        code="columns",
    )  # fmt: skip
