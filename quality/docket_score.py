"""Rebuild a backlog from documents and compare it, line by line, with the one worked out by hand.

    python quality/docket_score.py                       # every docket in quality/dockets
    python quality/docket_score.py quality/dockets/NAME  # one
    python quality/docket_score.py --linked              # cases by the linker instead of the docket's labels.json

A docket: manifest.jsonl (path, published, url, tier), labels.json (case -> paths), answer.json (per method and day the total, the lines,
and why others are not on it), working.md (the arithmetic). Exit code 1 when a line is missing, extra or of another amount.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "src"))

from transmittal.cases.backlog import Backlog, backlog, load_method  # noqa: E402
from transmittal.model import CaseFile, KeptEvent, Paper, Tier  # noqa: E402
from transmittal.reading import Reading, read  # noqa: E402

READ_AT = datetime(2026, 1, 1, tzinfo=UTC)


def keep(reading: Reading, line: dict[str, Any]) -> list[KeptEvent]:
    """The events of one document, as the casebook would hold them."""
    document = reading.document
    published = date.fromisoformat(line["published"])
    paper = Paper(
        id=document.sha256,
        known=published,
        kind=document.kind,
        tier=Tier(line["tier"]),
        published=published,
        title=document.title,
        url=line.get("url"),
        source=line["path"],
    )
    return [
        KeptEvent(id=f"{document.sha256}-{n}", event=event, paper=paper, reader=reading.reader, recorded_at=READ_AT, entry=n + 1, order=n)
        for n, event in enumerate(reading.events)
    ]


def read_docket(folder: Path) -> list[KeptEvent]:
    """All events of a docket, by the day they could be known."""
    kept: list[KeptEvent] = []
    for text in (folder / "manifest.jsonl").read_text(encoding="utf-8").splitlines():
        line = json.loads(text)
        for reading in read(folder / line["path"], published=date.fromisoformat(line["published"]), url=line.get("url")):
            kept += keep(reading, line)
    return sorted(kept, key=lambda k: (k.paper.known, k.paper.id, k.order))


def labelled_cases(folder: Path, kept: Iterable[KeptEvent]) -> list[CaseFile]:
    """The cases as a person grouped them: a document belongs to one case."""
    labels: dict[str, list[str]] = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    of = {path: name for name, paths in labels.items() for path in paths}
    groups: dict[str, list[KeptEvent]] = {}
    for event in kept:
        groups.setdefault(of[event.paper.source], []).append(event)
    return [CaseFile(id=name, events=tuple(events)) for name, events in groups.items()]


def linked_cases(kept: list[KeptEvent], folder: Path) -> list[CaseFile]:
    """The cases as the linker groups them, each named after the label that most of its events carry."""
    from transmittal.cases.linking import link

    labels: dict[str, list[str]] = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    of = {path: name for name, paths in labels.items() for path in paths}
    placed: dict[str, list[KeptEvent]] = {}
    links = link(kept)
    for event in kept:
        placed.setdefault(links[event.id].case, []).append(event)
    return [CaseFile(id=_label(events, of), events=tuple(events)) for events in placed.values()]


def _label(events: list[KeptEvent], of: dict[str, str]) -> str:
    return Counter(of[k.paper.source] for k in events).most_common(1)[0][0]


def compare(found: Backlog, answer: dict[str, Any]) -> list[str]:
    """What differs: lines missing and extra, a wrong category or total, a case left out for another reason."""
    told: list[str] = []
    expected = Counter((w["case"], w["amount"] and Decimal(w["amount"]), w["currency"]) for w in answer["lines"])
    got = Counter((line.case, line.amount, line.currency) for line in found.lines)
    because = {(line.case, line.amount): line.because for line in found.lines} | {(x.case, x.amount): x.because for x in found.excluded}
    told += [f"missing {case} {amount} {currency}: {_why(found, case)}" for case, amount, currency in (expected - got).elements()]
    told += [f"extra {case} {amount} {currency}: {because.get((case, amount))}" for case, amount, currency in (got - expected).elements()]
    categories = {w["case"]: w["category"] for w in answer["lines"] if "category" in w}
    told += [
        f"{line.case} is {line.category}, not {categories[line.case]}"
        for line in found.lines
        if line.case in categories and line.category != categories[line.case]
    ]
    reasons = {x.case: x.reason for x in found.excluded}
    told += [f"{case} left out as {reasons.get(case)}, not {why}" for case, why in answer["excluded"].items() if reasons.get(case) != why]
    total = found.total
    if (total.amount, total.currency) != (Decimal(answer["total"]["amount"]), answer["total"]["currency"]):
        told.append(f"total {total.amount:f} {total.currency}, not {answer['total']['amount']} {answer['total']['currency']}")
    return told


def _why(found: Backlog, case: str) -> str:
    seen = [x.because for x in (*found.lines, *found.excluded) if x.case == case]
    return " | ".join(seen) or "the case has no row"


def score(folder: Path, *, linked: bool = False) -> tuple[int, int, list[str]]:
    """Lines expected, lines found right, and every difference of one docket."""
    kept = read_docket(folder)
    cases = linked_cases(kept, folder) if linked else labelled_cases(folder, kept)
    answers = json.loads((folder / "answer.json").read_text(encoding="utf-8"))
    wanted, right, told = 0, 0, []
    for answer in answers["answers"]:
        found = backlog(cases, load_method(answer["method"]), date.fromisoformat(answer["on"]), buyer=answers["buyer"])
        expected = Counter((w["case"], w["amount"] and Decimal(w["amount"]), w["currency"]) for w in answer["lines"])
        got = Counter((line.case, line.amount, line.currency) for line in found.lines)
        wanted, right = wanted + expected.total(), right + (expected & got).total()
        told += [f"{answer['method']} {answer['on']}: {difference}" for difference in compare(found, answer)]
    return wanted, right, told


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dockets", nargs="*", type=Path, default=sorted(p for p in (HERE / "dockets").iterdir() if p.is_dir()))
    parser.add_argument("--linked", action="store_true")
    args = parser.parse_args(arguments)
    failed = False
    for folder in args.dockets:
        wanted, right, told = score(folder, linked=args.linked)
        print(f"{folder.name}: {right} of {wanted} lines, {len(told)} differences")
        print("".join(f"  {difference}\n" for difference in told), end="")
        failed = failed or bool(told)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
