"""`transmittal cases`."""

import argparse
from collections.abc import Mapping
from typing import Any

from transmittal.cli.asking import add_clocks, asked
from transmittal.cli.filters import add_filters, parse_filters
from transmittal.cli.tables import Column, add_format, chosen_format, print_rows

_COLUMNS = (
    Column("case", "case"),
    Column("standing", "standing", 18),
    Column("since", "since", 10),
    Column("documents", "docs", 5, right=True),
    Column("overdue", "overdue", 7, right=True),
)


def add(parser: argparse.ArgumentParser) -> None:
    """The options."""
    add_clocks(parser)
    add_format(parser)
    add_filters(parser)


def run(call: argparse.Namespace) -> int:
    """List the cases that are as asked."""
    from transmittal.cases.filters import find_cases

    format, wanted = chosen_format(call), parse_filters(call)
    with asked(call) as question:
        rows = (_row(case, question.on) for case in find_cases(question.view, wanted, question.on))
        print_rows(rows, _COLUMNS, format, empty="no case is like that", note=_note)
    return 0


def _note(row: Mapping[str, Any]) -> str:
    tags = "".join(f"  #{tag}" for tag in row["tags"])
    value = f", {row['value']}" if row["value"] else ""
    return f"{row['title']}{value}{tags}"


def _row(case: Any, on: Any) -> dict[str, Any]:
    from transmittal.cases.summary import summarise

    return summarise(case, on)
