"""`transmittal coverage`."""

import argparse
from typing import Any

from transmittal.cli.asking import add_clocks, asked
from transmittal.cli.tables import Column, add_format, chosen_format, print_json, print_rows, print_table

EPILOG = (
    "Absence from the web is not absence of a notification, and the Federal Register prints months later;\n"
    "a number that was never seen may never have been sent to the Congress."
)
_PUBLISHERS = (
    Column("publisher", "publisher"),
    Column("documents", "docs", 6, right=True),
    Column("events", "events", 6, right=True),
    Column("silent", "silent", 6, right=True),
    Column("first", "from", 10),
    Column("last", "up to", 10),
    Column("undated", "undated", 7, right=True),
    Column("unread", "unread", 6, right=True),
)
_NOTICES = (
    Column("transmittal", "number", 8),
    Column("buyer", "buyer", 6),
    Column("web", "web", 10),
    Column("record", "record", 10),
    Column("register", "register", 10),
    Column("case", "case"),
)


def add(parser: argparse.ArgumentParser) -> None:
    """The options."""
    add_clocks(parser, on=False)
    parser.add_argument("--notices", action="store_true", help="each transmittal number, where it was seen, and those never seen")
    add_format(parser, ("table", "json", "csv"))


def run(call: argparse.Namespace) -> int:
    """Tell what is there and what is not."""
    import msgspec

    from transmittal.cases.coverage import gaps, notices, publishers

    format = chosen_format(call)
    with asked(call) as question:
        view = question.view
        if not call.notices:
            rows = [msgspec.structs.asdict(found) for found in publishers(view)]
            print_rows(rows, _PUBLISHERS, format, empty="nothing has been read")
            return 0
        seen = notices(view, view.case_ids())
    missing = list(gaps(seen))
    if format == "json":
        print_json({"notices": seen, "gaps": missing})
        return 0
    print_rows([msgspec.structs.asdict(found) for found in seen], _NOTICES, format, empty="no notice has been read")
    if format == "table" and missing:
        print("\nnever seen, below the highest number of their year:")
        print_table(map(_gap, missing), (Column("year", "year", 4), Column("seen", "seen", 5, right=True), Column("missing", "not seen")))
    return 0


def _gap(row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "missing": ", ".join(row["missing"]) or "none"}
