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


def print_rows(rows: Iterable[Mapping[str, Any]], columns: Sequence[Column], format: str, *, empty: str = "nothing") -> None:
    """Print rows. json and jsonl have all keys of a row, table and csv the columns. empty: what a person is told of no rows."""
    if format == "table":
        print_table(rows, columns, empty=empty)
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
    """CSV with the columns' names as its head."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow([column.name for column in columns])
    for row in rows:
        writer.writerow([_cell(row.get(column.name)) for column in columns])


def _cell(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return "; ".join(str(_cell(one)) for one in value)
    built = msgspec.to_builtins(value, enc_hook=str)
    # A spreadsheet would run what begins so.
    return f"'{built}" if isinstance(built, str) and built[:1] in ("=", "+", "-", "@", "\t", "\r") else built


def print_table(
    rows: Iterable[Mapping[str, Any]], columns: Sequence[Column], *, empty: str = "nothing", stream: TextIO | None = None
) -> None:
    """A table folded to the width of the terminal."""
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold", show_edge=False, collapse_padding=True)
    for column in columns:
        ratio = None if column.width else 1
        justify = "right" if column.right else "left"
        table.add_column(column.title, overflow="fold", width=column.width, ratio=ratio, justify=justify)  # type: ignore[arg-type]
    for row in rows:
        table.add_row(*(_shown(column, row.get(column.name)) for column in columns))
    out = stream or sys.stdout
    if not table.row_count:
        out.write(f"{empty}\n")
        return
    console = console_of(out)
    with console.capture() as drawn:
        console.print(table)
    for line in drawn.get().splitlines():  # without the blanks that fill its last column
        out.write(line.rstrip() + "\n")


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
