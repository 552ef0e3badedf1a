"""`transmittal timeline`."""

import argparse

from transmittal.cli.asking import add_clocks, asked
from transmittal.cli.tables import Column, add_format, chosen_format, print_rows
from transmittal.cli.words import one_line

_COLUMNS = (
    Column("when", "when", 18),
    Column("step", "step", 12),
    Column("line", "what"),
    Column(
        "told_by", "told by", shown=lambda told: one_line("; ".join(told[:2]) + (f" and {len(told) - 2} more" if len(told) > 2 else ""))
    ),
)


def add(parser: argparse.ArgumentParser) -> None:
    """The options."""
    parser.add_argument("case", metavar="CASE", help="the id of a case")
    add_clocks(parser)
    add_format(parser)


def run(call: argparse.Namespace) -> int:
    """List the steps of a case."""
    import msgspec

    from transmittal.cases.decide import existing
    from transmittal.cases.timeline import timeline
    from transmittal.model import Modality

    format = chosen_format(call)
    with asked(call) as question:
        case = question.view.file(existing(question.view, call.case))
    rows = []
    for step in timeline(case, question.on):
        firmness = "" if step.modality is Modality.HAPPENED else f" ({step.modality.value})"
        later = " later" if step.later else ""
        rows.append({**msgspec.structs.asdict(step), "when": step.when, "step": f"{step.stage.value}{firmness}{later}"})
    print_rows(rows, _COLUMNS, format, empty="no step is on file")
    return 0
