"""`transmittal timeline`."""

import argparse
from typing import Any

from transmittal.cli.asking import add_clocks, asked
from transmittal.cli.tables import Column, add_format, chosen_format, print_rows

_COLUMNS = (
    Column("when", "when", 33),
    Column("step", "step", 22),
    Column("papers", "documents", 9, right=True, shown=lambda papers: str(len(papers))),
)


def add(parser: argparse.ArgumentParser) -> None:
    """The options."""
    parser.add_argument("case", metavar="CASE", help="the id of a case")
    add_clocks(parser)
    add_format(parser)


def run(call: argparse.Namespace) -> int:
    """List the steps of a case."""
    import msgspec

    from transmittal.cases.timeline import timeline
    from transmittal.model import Modality

    format = chosen_format(call)
    with asked(call) as question:
        case = question.view.file(question.view.existing(call.case))
    rows = []
    for step in timeline(case, question.on):
        firmness = "" if step.modality is Modality.HAPPENED else f" ({step.modality.value})"
        later = " later" if step.later else ""
        rows.append({**msgspec.structs.asdict(step), "when": step.when, "step": f"{step.stage.value}{firmness}{later}"})
    print_rows(rows, _COLUMNS, format, empty="no step is on file", note=_note)
    return 0


def _note(row: Any) -> str:
    told = row["told_by"]
    more = f" and {len(told) - 2} more" if len(told) > 2 else ""
    slipped = f"; slipped to {row['replaced_by']}" if row["replaced_by"] else ""
    return f"{row['line']}{slipped} ({'; '.join(told[:2])}{more})"
