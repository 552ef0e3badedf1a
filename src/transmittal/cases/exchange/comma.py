"""CSV: one row an event, the columns of data/columns.toml, in UTF-8.

Safe in a spreadsheet, and read back as it was.
"""

import csv
from collections.abc import Iterable, Iterator
from typing import TextIO

from transmittal.cases.exchange.cells import from_cell, to_cell
from transmittal.cases.exchange.columns import columns
from transmittal.cases.exchange.rows import Row, rows
from transmittal.model import CaseFile, UnreadableDocument


def write(cases: Iterable[CaseFile], stream: TextIO) -> None:
    """stream: opened with newline=""."""
    table = columns()
    # The writer puts a cell in quotes for the characters that end a line: with "\n" alone, a "\r" in a title would end its row.
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow([column.name for column in table])
    for row in rows(cases):
        writer.writerow([to_cell(row[column.name], column.type) for column in table])


def read(stream: TextIO, *, source: str = "csv") -> Iterator[Row]:
    """The rows of a table that `write` wrote, by column. Columns that we do not have are left out, those of ours that it lacks are None.

    stream: opened with newline="". raises: UnreadableDocument naming the line and the cell that is wrong.
    """
    lines = csv.reader(stream)
    header = next(lines, [])
    known = {column.name: column for column in columns()}
    if "case" not in header or "event" not in header:
        raise UnreadableDocument("not an event table: it has no columns case and event", source, "map other tables with --map")
    blank: Row = {name: () if column.type.endswith("list") else None for name, column in known.items()}
    for cells in lines:
        if len(cells) != len(header):
            raise UnreadableDocument(f"line {lines.line_num} has {len(cells)} cells, the header {len(header)}", source)
        row = dict(blank)
        for name, cell in zip(header, cells, strict=True):
            if name in known:
                try:
                    row[name] = from_cell(cell, known[name].type)
                except ValueError as error:
                    raise UnreadableDocument(f"line {lines.line_num}, column {name}: {error}", source) from error
        yield row
