"""Delimited tables: registers exported as CSV or TSV, with a preamble of any length. One row a block, as printed."""

import csv
import re
from collections.abc import Iterator

from transmittal.documents.dates import find_dateline
from transmittal.documents.draft import Draft
from transmittal.model import BlockKind

_SEPARATORS = (",", ";", "\t")
_LEAST_CELLS = 6  # prose seldom has two lines of as many commas
_MOST_PREAMBLE = 60  # lines before the header
_HEADER_CELL = 60  # characters; column names are short
_SAMPLE = 12  # rows looked at
_LONGEST = 20_000  # characters of a line that are looked at
_MOST_LINES_IN_A_CELL = 40  # a quote that is never closed must not swallow the table
_SENTENCE = re.compile(r"[a-z][.!?]\s+[A-Z]")


def find_header(text: str) -> tuple[int, str] | None:
    """Offset of the header line and the separator; None when the text is no delimited table.

    A header is a line of short cells that the next lines match cell by cell; what stands before it is preamble.
    """
    lines = text.split("\n", _MOST_PREAMBLE + _SAMPLE)[: _MOST_PREAMBLE + _SAMPLE]
    for number, line in enumerate(lines[:_MOST_PREAMBLE]):
        for separator in _SEPARATORS:
            if line.count(separator, 0, _LONGEST) < _LEAST_CELLS - 1:
                continue
            if _heads(line[:_LONGEST], [row[:_LONGEST] for row in lines[number + 1 :] if not row[:_LONGEST].isspace() and row], separator):
                return sum(len(before) + 1 for before in lines[:number]), separator
    return None


def _heads(line: str, rows: list[str], separator: str) -> bool:
    cells = _split(line, separator)
    if len(cells) < _LEAST_CELLS or any(len(cell) > _HEADER_CELL for cell in cells) or _SENTENCE.search(line):
        return False
    named = [cell for cell in cells if any(c.isalpha() for c in cell)]
    if len(named) * 2 < len(cells) or not rows:
        return False
    rows = list(_rows("\n".join(rows), 0))[:_SAMPLE]  # a cell in quotes may run over several lines
    alike = sum(abs(len(_split(row, separator)) - len(cells)) <= 1 for row in rows)
    return alike * 10 >= len(rows) * 8


def _split(line: str, separator: str) -> list[str]:
    return next(csv.reader([line], delimiter=separator), [])


def read_table(text: str, header: int, separator: str) -> Draft:
    """A draft of a delimited table: its preamble line by line, then one row a block. Tabs between cells become " | ".

    header, separator: of `find_header`.
    """
    preamble = [line.strip() for line in text[:header].split("\n") if line.strip(" \t,;")]
    blocks: list[tuple[BlockKind, str]] = [(BlockKind.PARAGRAPH, line) for line in preamble]
    for row in _rows(text, header):
        shown = " | ".join(cell.strip() for cell in row.split("\t")) if separator == "\t" else row
        blocks.append((BlockKind.ROW, shown))
    return Draft(
        blocks=blocks,
        media_type="text/tab-separated-values" if separator == "\t" else "text/csv",
        title=preamble[0][:300] if preamble else None,
        published=find_dateline(preamble[:20]),
    )


def _rows(text: str, start: int) -> Iterator[str]:
    """Lines of the table; a line break inside quotes joins its lines by a space."""
    held: list[str] = []
    is_open = False
    for line in text[start:].split("\n"):
        if not held and not line.strip():
            continue
        held.append(line)
        is_open ^= line.count('"') % 2 == 1
        if is_open and len(held) < _MOST_LINES_IN_A_CELL:
            continue
        yield " ".join(part.strip(" ") for part in held)
        held, is_open = [], False
    if held:
        yield " ".join(part.strip(" ") for part in held)
