"""`transmittal compare`."""

import argparse
import re
import sys
from collections.abc import Mapping
from typing import Any

from transmittal.cli.asking import add_clocks, asked
from transmittal.cli.commands.backup import named_file
from transmittal.cli.tables import Column, add_format, chosen_format, print_rows
from transmittal.cli.words import one_line, printable
from transmittal.model.errors import Misuse, UnreadableDocument

EPILOG = """THEIRS is a register that is known by its header (SIPRI's), a table with --map, or cases that another casebook exported
(.jsonl). What our casebook knows from their very list is left aside. Rows: match, differs, only ours, only theirs, ambiguous."""
_COLUMNS = (
    Column("result", "result", width=11),
    Column("buyer", "buyer", width=5),
    Column("system", "system"),
    Column("ordered_in", "year", width=9),
    Column("field", "figure", width=10),
    Column("ours", "ours"),
    Column("theirs", "theirs"),
)
_YEAR = re.compile(r"(?:1[89]|20|21)\d\d")


def add(parser: argparse.ArgumentParser) -> None:
    """The options."""
    option = parser.add_argument
    option("--with", metavar="THEIRS", required=True, dest="theirs", help="somebody else's list")
    option("--map", metavar="MAP.toml", help="what the columns of a table mean (docs/cases/exchange.md)")
    option("--buyer", action="append", default=[], metavar="WHO", help="only this buyer, by name or code; may be given several times")
    option("--supplier", action="append", default=[], metavar="WHO", help="only this supplier; may be given several times")
    option("--from", metavar="YEAR", dest="first", help="ordered in this year or later")
    option("--to", metavar="YEAR", dest="last", help="ordered in this year or earlier")
    add_format(parser)
    add_clocks(parser)


def run(call: argparse.Namespace) -> int:
    """Hold our cases against their lines."""
    from transmittal.cases.compare import Scope, compare
    from transmittal.cases.exchange import mapping
    from transmittal.cases.exchange.theirs import read_list
    from transmittal.cases.filters import Filter, find_cases
    from transmittal.cases.plain_values import parse_party

    format = chosen_format(call)
    buyers = frozenset(str(parse_party(word, "--buyer")["id"]) for word in call.buyer)
    suppliers = frozenset(str(parse_party(word, "--supplier")["id"]) for word in call.supplier)
    scope = Scope(buyers=buyers, suppliers=suppliers, first=_parse_year(call.first, "--from"), last=_parse_year(call.last, "--to"))
    if scope.first and scope.last and scope.first > scope.last:
        raise Misuse("ends before it begins", "--from, --to", "write the earlier year first")
    path, found_map = named_file(call.theirs), mapping.load(named_file(call.map)) if call.map is not None else None
    try:
        theirs = read_list(path, found_map)
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8"
        raise UnreadableDocument(f"cannot be read ({reason})", str(path), "name a list that you may read", code="not_found") from error
    for unread in theirs.unread:
        print(printable(f"transmittal: {call.theirs}: {unread.field}: “{unread.quote}” was not read"), file=sys.stderr)
    with asked(call) as question:
        found = compare(find_cases(question.view, Filter(buyers=buyers), question.on), theirs.rows, scope)
    print_rows(found.rows(), _COLUMNS, format, empty="nothing to compare", note=_note)
    if format == "table":
        sys.stdout.write("\n" + ", ".join(f"{count:,} {what}" for what, count in found.counts().items()) + "\n")
    return 0


def _note(row: Mapping[str, Any]) -> str:
    places = filter(None, (row["case"], f"their line {row['line']}" if row["line"] else ""))
    told = (row["note"], row["because"], f"“{_short(row['quote'])}”" if row["quote"] else "")
    return one_line("; ".join(filter(None, (*places, *told))))


def _short(quote: str) -> str:
    line = one_line(quote)
    return line if len(line) <= 160 else f"{line[:159].rstrip()}…"


def _parse_year(printed: str | None, option: str) -> int | None:
    if printed is None:
        return None
    if not _YEAR.fullmatch(printed):
        raise Misuse(f'"{one_line(printed[:80])}" is not a year', option, "write it as 2015")
    return int(printed)
