"""`transmittal backlog`."""

import argparse
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from transmittal.cli.asking import add_clocks, asked
from transmittal.cli.filters import add_filters, parse_filters
from transmittal.cli.sources import parse_day
from transmittal.cli.tables import Column, add_format, chosen_format, console_of, print_csv, print_json, print_table, print_text
from transmittal.cli.words import one_line

if TYPE_CHECKING:
    from transmittal.cases.backlog import Backlog, Excluded, Line

EPILOG = (
    "A backlog is a number only under a named method: --methods lists those that are shipped and says what each counts;\n"
    "--method also takes the path of a method file of your own (docs/cases/backlog.md)."
)
_LINES = (
    Column("date", "since", 10),
    Column("case", "case"),
    Column("category", "category", 12),
    Column("shown", "value", 20, right=True),
)
_EXCLUDED = (Column("case", "case"), Column("shown", "value", 20, right=True))
_CHANGES = (
    Column("what", "what", 8),
    Column("case", "case"),
    Column("before", "before", 20, right=True),
    Column("now", "now", 20, right=True),
)
_CSV = ("case", "part", "title", "amount", "currency", "basis", "category", "stage", "date", "because", "evidence")


def add(parser: argparse.ArgumentParser) -> None:
    """The options."""
    add_clocks(parser)
    parser.add_argument(
        "--method", default="notified", metavar="NAME", help="what counts, and how: notified (default), agreed, tsm, or a file"
    )
    parser.add_argument("--methods", action="store_true", help="list the methods with their rules, and stop")
    parser.add_argument("--by", metavar="WHAT", choices=("category", "system", "stage"), help="sub-totals by category, system or stage")
    parser.add_argument("--since", metavar="DAY", help="what came, left or changed since the backlog as it was known on this day")
    parser.add_argument("--excluded", action="store_true", help="list what was left out too, and why")
    add_format(parser, ("table", "json", "csv"))
    add_filters(parser)


def run(call: argparse.Namespace) -> int:
    """Reckon and print."""
    import msgspec

    from transmittal.cases.backlog import backlog, changes, load_method, to_json
    from transmittal.cases.filters import find_cases
    from transmittal.ledger.view import View

    format = chosen_format(call)
    if call.methods:
        _print_methods()
        return 0
    method, wanted = load_method(call.method), parse_filters(call)
    buyer = next(iter(wanted.buyers)) if len(wanted.buyers) == 1 else None
    since = parse_day(call.since, "--since")
    with asked(call) as question:
        view = question.view
        found = backlog(find_cases(view, wanted, question.on), method, question.on, buyer=buyer)
        if since is not None:
            then = View(view.connection, view.entry, since)
            before = backlog(find_cases(then, wanted, since), method, since, buyer=buyer)
    moves = changes(before, found) if since is not None else ()
    if format == "json":
        told = to_json(found, excluded=True)
        if call.by:
            told["by"] = {name: [_sum(a) for a in sums] for name, sums in found.grouped(call.by).items()}
        if since is not None:
            told["changes"] = moves
        print_json(told)
    elif format == "csv":
        print_csv(_rows(found, excluded=call.excluded), [Column(name, name) for name in _CSV])
    else:
        _print(found, call)
        if since is not None:
            print(f"\nsince {since}, as it was known then:")
            print_table(map(msgspec.structs.asdict, moves), _CHANGES, empty="nothing changed", note=lambda row: str(row["because"]))
    return 0


def _print(found: "Backlog", call: argparse.Namespace) -> None:
    print(f"Backlog on {found.on}, method “{found.method}”{f', buyer {found.buyer}' if found.buyer else ''}\n")
    print_table(map(_row, found.lines), _LINES, empty="nothing counts on this day", note=_note)
    if call.by:
        print(f"\nby {call.by}:")
        for name, sums in found.grouped(call.by).items():
            print(f"  {one_line(name):24}{', '.join(f'{a.currency} {a.amount:,f}' for a in sums) or 'amount unknown'}")
    for amount in found.totals:
        print(f"\ntotal: {amount.currency} {amount.amount:,f} in {_counted(found, amount.currency)}")
    if found.unknown:
        print(f"and {len(found.unknown)} whose value no document gives: {', '.join(line.case for line in found.unknown)}")
    if call.excluded:
        print("\nleft out:")
        print_table(map(_row, found.excluded), _EXCLUDED, empty="nothing", note=_note)


def _counted(found: "Backlog", currency: str | None) -> str:
    count = sum(line.currency == currency and line.amount is not None for line in found.lines)
    return f"{count} line{'' if count == 1 else 's'}"


def _row(line: "Line | Excluded") -> dict[str, Any]:
    amount = "unknown" if line.amount is None else f"{line.currency} {line.amount:,f}"
    part = f" ({line.part})" if line.part else ""
    return {
        "date": getattr(line, "entered", None),
        "case": line.case,
        "title": f"{line.title}{part}",
        "shown": amount,
        "category": getattr(line, "category", None),
        "because": line.because,
    }


def _note(row: Mapping[str, Any]) -> str:
    return f"{row['title']}. {row['because']}"


def _rows(found: "Backlog", *, excluded: bool) -> list[dict[str, Any]]:
    from transmittal.cases.backlog import to_json

    told = to_json(found, excluded)
    rows = [*told["lines"], *told.get("excluded", ())]
    return [{**row, "evidence": [f"{e['document']}:{e['start']}-{e['end']} {e['quote']}" for e in row["evidence"]]} for row in rows]


def _sum(amount: Any) -> dict[str, str | None]:
    return {"amount": f"{amount.amount:f}", "currency": amount.currency}


def _print_methods() -> None:
    from transmittal.cases.backlog import load_method, methods

    console = console_of(sys.stdout)
    width = min(console.width, 110)
    for name in methods():
        method = load_method(name)
        print_text(console, f"{name}: {method.title}", width=width, style="bold")
        rules = [rule.rule for rule in (method.counts, method.value, method.leaves, method.support) if rule is not None]
        for text in (method.description, *rules):
            print_text(console, one_line(text), width=width, indent=2)
        print()
