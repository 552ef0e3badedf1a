"""Rows of a register: cells with their spans, columns by name."""

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from transmittal.model import Block, Document

# A cell in quotes (a doubled quote is a quote), or anything up to the separator.
_CELL = {
    ",": re.compile(r'\s*(?:"((?:[^"\n]|"")*)"\s*|([^,\n]*))(?:,|$)'),
    ";": re.compile(r'\s*(?:"((?:[^"\n]|"")*)"\s*|([^;\n]*))(?:;|$)'),
    "|": re.compile(r'\s*(?:"((?:[^"\n]|"")*)"\s*|([^|\n]*))(?:\||$)'),
}
_SEPARATORS = (",", ";", "|")


class Cell(msgspec.Struct, frozen=True, gc=False):
    """What one cell says, stripped, without its quotes. start == end: nothing."""

    start: int
    end: int
    value: str

    def __bool__(self) -> bool:
        return self.end > self.start


EMPTY = Cell(0, 0, "")


class Header(msgspec.Struct, frozen=True):
    """The line that names the columns. columns: position by our own name; unknown: cells no one knows; block: index of its block."""

    block: int
    separator: str
    columns: dict[str, int]
    unknown: tuple[Cell, ...]


def cut_cells(text: str, start: int, end: int, separator: str) -> list[Cell]:
    """The cells of text[start:end], one line."""
    cells: list[Cell] = []
    pattern = _CELL[separator]
    at = start
    while at <= end:
        m = pattern.match(text, at, end)
        if m is None:  # a stray quote: the cell is taken as it stands
            stop = text.find(separator, at, end)
            stop = end if stop < 0 else stop
            cells.append(_stripped(text, at, stop))
            at = stop + 1
            continue
        a, b = m.span(1) if m[1] is not None else m.span(2)
        cells.append(_stripped(text, a, b))
        if m.end() == end and (end == start or text[end - 1] != separator or m.end() == at):
            break
        at = m.end()
    return cells


def _stripped(text: str, start: int, end: int) -> Cell:
    raw = text[start:end]
    value = raw.strip()
    at = start + len(raw) - len(raw.lstrip())
    return Cell(at, at + len(value), value.replace('""', '"') if '""' in value else value)


def find_header(document: Document, known: Mapping[str, Sequence[str]], required: Sequence[str], blocks: int = 80) -> Header | None:
    """The header among the first blocks: a line of cells that holds the required columns, whatever stands before it.

    known: our name -> the names a publisher has printed, folded; a name that ends in "?" is the unnamed cell after that column.
    """
    for number, block in enumerate(document.blocks[:blocks]):
        if block.end - block.start > 4000:
            continue
        line = document.text[block.start : block.end]
        for separator in _SEPARATORS:
            if line.count(separator) < len(required):
                continue
            header = _columns(cut_cells(document.text, block.start, block.end, separator), number, separator, known)
            if all(name in header.columns for name in required):
                return header
    return None


def _columns(cells: list[Cell], number: int, separator: str, known: Mapping[str, Sequence[str]]) -> Header:
    by_print = {printed: name for name, prints in known.items() for printed in prints}
    columns: dict[str, int] = {}
    unknown: list[Cell] = []
    previous = ""
    for position, cell in enumerate(cells):
        folded = fold_column(cell.value)
        name = by_print.get(folded)
        if name is None and _is_unnamed(folded):
            name = f"{previous}?" if f"{previous}?" in known else ""
        if name is None:
            unknown.append(cell)
        elif name:
            columns.setdefault(name, position)
            previous = name
    return Header(number, separator, columns, tuple(c for c in unknown if c))


def fold_column(printed: str) -> str:
    """A column's name without case, byte order mark, trailing separators and double spaces."""
    return " ".join(printed.strip("\ufeff\"' ;").casefold().split())


def _is_unnamed(folded: str) -> bool:
    return not folded or folded.startswith(("unnamed:", ".")) or folded == "?"


def read_rows(document: Document, header: Header) -> Iterator[tuple[Block, dict[str, Cell]]]:
    """Each block after the header that fills at least half of its columns, with its cells by our names."""
    least = (max(header.columns.values()) + 1) // 2
    for block in document.blocks[header.block + 1 :]:
        cells = cut_cells(document.text, block.start, block.end, header.separator)
        if len(cells) > least:
            yield block, {name: cells[at] if at < len(cells) else EMPTY for name, at in header.columns.items()}
