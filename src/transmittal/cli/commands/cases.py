"""`transmittal cases`."""

import argparse
from typing import Any

from transmittal.cli.asking import add_clocks, asked
from transmittal.cli.filters import add_filters, parse_filters
from transmittal.cli.tables import Column, add_format, chosen_format, print_rows

_COLUMNS = (
    Column("case", "case", 24),
    Column("title", "title"),
    Column("stage", "stage", 10),
    Column("since", "since", 10),
    Column("value", "value"),
    Column("events", "events", 6, right=True),
    Column("documents", "docs", 5, right=True),
    Column("tags", "tags"),
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
        print_rows(rows, _COLUMNS, format, empty="no case is like that")
    return 0


def _row(case: Any, on: Any) -> dict[str, Any]:
    from transmittal.cases.summary import summarise

    return summarise(case, on)
