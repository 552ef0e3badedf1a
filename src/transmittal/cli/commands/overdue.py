"""`transmittal overdue`."""

import argparse

from transmittal.cli.asking import add_clocks, asked
from transmittal.cli.filters import add_filters, parse_filters
from transmittal.cli.tables import Column, add_format, chosen_format, print_rows

EPILOG = "Overdue means that no document on file shows it; it may have happened unreported."
_COLUMNS = (
    Column("case", "case"),
    Column("due", "due", 10),
    Column("late", "days", 5, right=True),
    Column("missing", "missing", 7, right=True),
)


def add(parser: argparse.ArgumentParser) -> None:
    """The options."""
    add_clocks(parser)
    add_format(parser)
    add_filters(parser)


def run(call: argparse.Namespace) -> int:
    """List what is overdue, the longest first."""
    import msgspec

    from transmittal.cases.filters import find_cases
    from transmittal.cases.overdue import overdue

    format, wanted = chosen_format(call), parse_filters(call)
    with asked(call) as question:
        rows = [
            {"case": case.id, **msgspec.structs.asdict(found)}
            for case in find_cases(question.view, wanted, question.on)
            for found in overdue(case, question.on)
        ]
    rows.sort(key=lambda row: (row["due"], row["case"]))
    print_rows(rows, _COLUMNS, format, empty="nothing is overdue", note=lambda row: str(row["line"]))
    return 0
