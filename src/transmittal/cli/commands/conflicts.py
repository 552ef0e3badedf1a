"""`transmittal conflicts`."""

import argparse

from transmittal.cli.asking import add_clocks, asked
from transmittal.cli.filters import add_filters, parse_filters
from transmittal.cli.tables import Column, add_format, chosen_format, print_rows

_COLUMNS = (
    Column("case", "case"),
    Column("kind", "kind", 10),
    Column("settled", "settled", 7, shown=lambda done: "yes" if done else "open"),
)
_KINDS = ("conflict", "change", "scope", "basis", "conversion")


def add(parser: argparse.ArgumentParser) -> None:
    """The options."""
    add_clocks(parser)
    parser.add_argument("--kind", action="append", choices=_KINDS, help="only these kinds; conflict: nothing on file explains it")
    add_format(parser)
    add_filters(parser)


def run(call: argparse.Namespace) -> int:
    """List the differences."""
    import msgspec

    from transmittal.cases.disagreements import disagreements
    from transmittal.cases.filters import find_cases

    format, wanted = chosen_format(call), parse_filters(call)
    with asked(call) as question:
        rows = (
            {"case": case.id, **msgspec.structs.asdict(found)}
            for case in find_cases(question.view, wanted, question.on)
            for found in disagreements(case, question.on)
            if not call.kind or found.kind.value in call.kind
        )
        print_rows(rows, _COLUMNS, format, empty="no source contradicts another", note=lambda row: str(row["line"]))
    return 0
