"""`transmittal show`."""

import argparse

from transmittal.cli.asking import add_clocks, asked
from transmittal.cli.tables import add_format, chosen_format, print_json


def add(parser: argparse.ArgumentParser) -> None:
    """The options."""
    parser.add_argument("case", metavar="CASE", help="the id of a case")
    add_clocks(parser)
    parser.add_argument("--no-evidence", action="store_true", help="leave out the quotes that it all stands on")
    add_format(parser, ("text", "json"))


def run(call: argparse.Namespace) -> int:
    """Show a case file."""
    format = chosen_format(call)
    with asked(call) as question:
        case = question.view.file(question.view.existing(call.case))
    if format == "json":
        from transmittal.cases.dossier import dossier

        print_json(dossier(case, question.on))
    else:
        from transmittal.cli.casefile import CasePrinter

        CasePrinter(case, question.on).show(evidence=not call.no_evidence)
    return 0
