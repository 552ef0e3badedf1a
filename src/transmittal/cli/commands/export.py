"""`transmittal export`."""

import argparse
import sys

from transmittal.cli.asking import add_clocks, asked
from transmittal.cli.filters import add_filters, parse_filters
from transmittal.model.errors import Misuse

EPILOG = """csv, parquet   one row an event; --columns tells what the columns mean
jsonl          one case a line, complete: another casebook imports it
ftm            FollowTheMoney entities
sipri, sipri-deliveries   a register in SIPRI's layouts
annotations    W3C Web Annotations, one mention a line
warc           the documents as they were received, one .warc.gz; without filters those that report nothing too"""
WARC = "warc"


def add(parser: argparse.ArgumentParser) -> None:
    """The options."""
    option = parser.add_argument
    option("-f", "--format", metavar="FORMAT", help="csv (default), jsonl, parquet, ftm, sipri, sipri-deliveries, annotations or warc")
    option("-o", "--output", metavar="FILE", help="write into this file, which appears whole or not at all (default: standard output)")
    option("--columns", action="store_true", help="print what the columns of csv and parquet mean, and stop")
    option("-q", "--quiet", action="store_true", help="no progress on standard error")
    add_filters(parser)
    add_clocks(parser)


def run(call: argparse.Namespace) -> int:
    """Write the cases."""
    from transmittal.cases.exchange.columns import render_columns
    from transmittal.cases.exchange.formats import FORMATS
    from transmittal.cli.exporting import export_archive, export_cases, output
    from transmittal.cli.words import one_line

    if call.columns:
        sys.stdout.write(render_columns())
        return 0
    name = call.format or "csv"
    if name != WARC and name not in FORMATS:
        raise Misuse(f'"{one_line(name)}" is not a format of export', "--format", f"choose {', '.join((*FORMATS, WARC))}")
    wanted = parse_filters(call)
    with asked(call) as question, output(call.output, is_binary=name == WARC or FORMATS[name].is_binary) as stream:
        if name == WARC:
            count = export_archive(question, wanted, stream, quiet=call.quiet)
        else:
            count = export_cases(name, question, wanted, stream, quiet=call.quiet)
    if not call.quiet and call.output not in (None, "-"):
        what = "record" if name == WARC else "case"
        print(f"{count:,} {what}{'' if count == 1 else 's'} in {one_line(call.output)}", file=sys.stderr)
    return 0
