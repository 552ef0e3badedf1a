"""Rows on paper: a table that fits the terminal, JSON, JSON Lines, CSV."""

import argparse
import csv
import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NoReturn, TextIO

import msgspec

from transmittal.cli.words import one_line
from transmittal.model.errors import Misuse

FORMATS = ("table", "json", "jsonl", "csv")


class Column(msgspec.Struct, frozen=True):
    """A column. name: key in a row; title: over it; width: in characters, None to share what is left; right: numbers."""

    name: str
    title: str
    width: int | None = None
    right: bool = False
    shown: Callable[[Any], str] | None = None


def add_format(parser: argparse.ArgumentParser, formats: Sequence[str] = FORMATS) -> None:
    """-f, the first format being the default."""
    told = ", ".join(formats[1:-1])
    parser.add_argument("-f", "--format", default=formats[0], metavar="FORMAT", help=f"{formats[0]} (default), {told} or {formats[-1]}")
    parser.set_defaults(formats=tuple(formats))


def chosen_format(call: argparse.Namespace) -> str:
    """The format asked for. Raises Misuse. Machines get UTF-8 whatever the terminal speaks."""
    if call.format not in call.formats:
        raise Misuse(f'"{call.format}" is not a format', "--format", f"choose {', '.join(call.formats)}")
    reconfigure = getattr(sys.stdout, "reconfigure", None)  # absent when a test has put something else there
    if reconfigure is not None:
        if call.format in ("text", "table"):
            reconfigure(errors="replace")
        else:
            reconfigure(encoding="utf-8", errors="strict")
    return str(call.format)


# What a person reads below a row: a sentence too long for a column.
Note = Callable[[Mapping[str, Any]], str]


def print_rows(
    rows: Iterable[Mapping[str, Any]], columns: Sequence[Column], format: str, *, empty: str = "nothing", note: Note | None = None
) -> None:
    """Print rows. json, jsonl and csv have all keys of a row, a table the columns. empty: what a person is told of no rows."""
    if format == "table":
        print_table(rows, columns, empty=empty, note=note)
    elif format == "csv":
        print_csv(rows, columns)
    else:
        print_json(list(rows) if format == "json" else rows, lines=format == "jsonl")


def print_json(value: Any, *, lines: bool = False) -> None:
    """JSON on standard output; lines: one a row."""
    if lines:
        for row in value:
            sys.stdout.write(msgspec.json.encode(row, enc_hook=str).decode() + "\n")
    else:
        sys.stdout.write(json.dumps(msgspec.to_builtins(value, enc_hook=str), ensure_ascii=False, indent=2) + "\n")


def print_csv(rows: Iterable[Mapping[str, Any]], columns: Sequence[Column]) -> None:
    """CSV: the columns first, then whatever else the first row has that fits a cell."""
    writer, names = csv.writer(sys.stdout, lineterminator="\n"), [column.name for column in columns]
    headed = False
    for row in rows:
        if not headed:
            names += [name for name in row if name not in names and _fits(row[name])]
            writer.writerow(names)
            headed = True
        writer.writerow([_cell(row.get(name)) for name in names])
    if not headed:
        writer.writerow(names)


def _fits(value: Any) -> bool:
    built = msgspec.to_builtins(value, enc_hook=str)
    return not isinstance(built, dict) and not (isinstance(built, list) and any(isinstance(one, dict | list) for one in built))


def _cell(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return "; ".join(str(_cell(one)) for one in value)
    built = msgspec.to_builtins(value, enc_hook=str)
    # A spreadsheet would run what begins so.
    return f"'{built}" if isinstance(built, str) and built[:1] in ("=", "+", "-", "@", "\t", "\r") else built


def print_table(rows: Iterable[Mapping[str, Any]], columns: Sequence[Column], *, empty: str = "nothing", note: Note | None = None) -> None:
    """A table folded to the width of the terminal, row by row as they come. note: a sentence below each row."""
    console = console_of(sys.stdout)
    width = max(40, min(console.width, _WIDEST))
    headed = False
    for row in rows:
        if not headed:
            _print_cells(console, width, columns, [column.title for column in columns], "bold")
            headed = True
        _print_cells(console, width, columns, [_shown(column, row.get(column.name)) for column in columns], "")
        if note is not None:
            print_text(console, one_line(note(row)), width=width, indent=4, style="dim")
    if not headed:
        sys.stdout.write(f"{empty}\n")


# Wider lines are not followed by the eye.
_WIDEST = 140


def _print_cells(console: Any, width: int, columns: Sequence[Column], cells: Sequence[str], style: str) -> None:
    from rich.table import Table
    from rich.text import Text

    taken = sum(column.width or 0 for column in columns) + 2 * (len(columns) - 1)
    free = [column for column in columns if column.width is None]
    share = max(8, (width - taken) // max(1, len(free)))
    table = Table.grid(padding=(0, 2, 0, 0), pad_edge=False)
    for column in columns:
        table.add_column(overflow="fold", width=column.width or share, justify="right" if column.right else "left")
    table.add_row(*(Text(cell, style=style) for cell in cells))
    _print_trimmed(console, table, width)


def print_text(console: Any, text: str, *, width: int, indent: int = 0, style: str = "") -> None:
    """A paragraph folded to a width."""
    from rich.padding import Padding
    from rich.text import Text

    _print_trimmed(console, Padding(Text(text, style=style), (0, 0, 0, indent)), width)


def _print_trimmed(console: Any, shown: Any, width: int) -> None:
    """Without the blanks that rich fills lines with."""
    with console.capture() as drawn:
        console.print(shown, width=width)
    for line in drawn.get().splitlines():
        console.file.write(line.rstrip() + "\n")


def _shown(column: Column, value: Any) -> str:
    if value is None:
        return ""
    if column.shown is not None:
        return column.shown(value)
    if isinstance(value, list | tuple):
        return "\n".join(one_line(str(one)) for one in value)
    return one_line(str(msgspec.to_builtins(value, enc_hook=str)))


def console_of(stream: TextIO) -> Any:
    """A rich console that marks nothing up by itself and lets a closed pipe end the program quietly."""
    from rich.console import Console

    class _Console(Console):
        def on_broken_pipe(self) -> NoReturn:
            raise BrokenPipeError  # how that ends is decided in one place, `app.main`

    return _Console(file=stream, highlight=False, markup=False, emoji=False)
