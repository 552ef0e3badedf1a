"""`transmittal why`."""

import argparse
from typing import TYPE_CHECKING, Any

from transmittal.cli.asking import add_clocks, asked
from transmittal.cli.tables import Column, add_format, chosen_format, print_json, print_table
from transmittal.cli.words import one_line

if TYPE_CHECKING:
    from transmittal.cases.linking import Explanation
    from transmittal.model import KeptEvent, Link


def add(parser: argparse.ArgumentParser) -> None:
    """The options."""
    parser.add_argument("case", metavar="CASE", help="the id of a case")
    parser.add_argument("event", metavar="EVENT", nargs="?", help="an event, by the beginning of its id; all of the case without it")
    add_clocks(parser, on=False)
    add_format(parser, ("text", "json"))


def run(call: argparse.Namespace) -> int:
    """Explain a link, or list all links of a case with their sentences."""
    from transmittal.cases.linking import explain

    format = chosen_format(call)
    with asked(call) as question:
        view = question.view
        case = view.file(view.existing(call.case))
        if call.event is None:
            rows = [
                {"event": k.id[:12], "stage": k.event.stage.value, "document": k.paper.title or k.paper.source, **_told(case.links[k.id])}
                for k in case.events
            ]
            _print_all(rows, format)
            return 0
        event_id = view.event_id(call.event)
        event = next(view.kept(view.numbers([event_id]).values()))
    others = [kept for kept in case.events if kept.id != event_id]
    weighed = explain(event, others) if others else None
    link = case.links.get(event_id)
    if format == "json":
        print_json({"event": event_id, "case": case.id, "link": _told(link) if link else None, "explanation": weighed})
        return 0
    print(f"{event_id[:12]} {event.event.stage.value}: “{one_line(event.event.evidence[0].quote)[:200]}”")
    print(f"in {case.id}: {one_line(link.because)} (score {link.score:.2f}, by {one_line(link.by)})" if link else f"not in {case.id}")
    _print_weighing(weighed, len(others))
    return 0


def _print_weighing(weighed: "Explanation | None", others: int) -> None:
    if weighed is None:
        print("It is the only event of the case.")
        return
    if weighed.decided:
        print(f"Decided by: {one_line(weighed.decided)}")
    if weighed.parts:
        print(f"\nWeighed against {others} other events; weights are logits, above 0 speaks for one procurement; base {weighed.bias:+.2f}:")
        rows = [{"name": part.name, "value": part.value, "weight": f"{part.weight:+.2f}"} for part in weighed.parts]
        print_table(rows, (Column("weight", "weight", 7, right=True), Column("name", "feature", 24), Column("value", "what was compared")))
        print(f"together {weighed.score:.2f}")


def _told(link: "Link") -> dict[str, Any]:
    return {name: getattr(link, name) for name in ("case", "score", "because", "by", "pinned")}


def _row(kept: "KeptEvent", link: "Link") -> dict[str, Any]:
    return {"event": kept.id[:12], "stage": kept.event.stage.value, "document": kept.paper.title or kept.paper.source, **_told(link)}


_COLUMNS = (
    Column("event", "event", 12),
    Column("stage", "stage", 10),
    Column("score", "score", 5),
    Column("because", "because"),
    Column("document", "document"),
)


def _print_all(rows: list[dict[str, Any]], format: str) -> None:
    if format == "json":
        print_json(rows)
    else:
        print_table([{**row, "score": f"{row['score']:.2f}"} for row in rows], _COLUMNS)
