"""Measure the linker: which events are put into one case, against labels.

    python quality/link_score.py                   # every set: pairwise and B-cubed precision, recall, F1, and near misses joined
    python quality/link_score.py --diff            # every pair wrongly joined or kept apart, with the reasons
    python quality/link_score.py --documents DIR   # another folder of labelled documents

Sets: rows of quality/cases/*.toml; the labelled documents of a folder as the program reads them; the same documents as their labels tell
them, which leaves misreading out. Exit code 0, or 1 when a near miss was joined or a figure is under --floor.
"""

import argparse
import itertools
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.path.insert(0, str(HERE.parent / "src"))

from link_rows import keep, kept, rows  # noqa: E402
from scoring import corpus  # noqa: E402
from scoring.pairing import pair  # noqa: E402
from scoring.slots import expected, found  # noqa: E402

from transmittal.cases.linking import explain, keys, link  # noqa: E402
from transmittal.model import KeptEvent  # noqa: E402

Labelled = list[tuple[str, KeptEvent]]


@dataclass(frozen=True, kw_only=True)
class Figures:
    """Precision and recall over pairs of events, and over the events of each event's case (B-cubed)."""

    events: int
    cases: int
    pairs: tuple[float, float]
    bcubed: tuple[float, float]
    near_misses: int
    near_misses_joined: int

    @property
    def pairwise_f1(self) -> float:
        return _f1(*self.pairs)

    @property
    def bcubed_f1(self) -> float:
        return _f1(*self.bcubed)


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


# ---------------------------------------------------------------- linking a set
def link_set(labelled: Labelled) -> dict[str, str]:
    """Event id: case id, block by block as the ledger would find them."""
    cases: dict[str, str] = {}
    given: set[str] = set()
    for block in blocks(event for _, event in labelled):
        cases |= {event: found.case for event, found in link(block, taken=given.__contains__).items()}
        given |= set(cases.values())
    return cases


def blocks(events: Iterable[KeptEvent]) -> Iterator[list[KeptEvent]]:
    """Events connected by shared keys."""
    above: dict[str, str] = {}

    def find(node: str) -> str:
        while above.setdefault(node, node) != node:
            node = above[node]
        return node

    held = list(events)
    for event in held:
        for key in sorted(keys(event)):
            above[find(key)] = find(event.id)
    gathered: dict[str, list[KeptEvent]] = defaultdict(list)
    for event in held:
        gathered[find(event.id)].append(event)
    yield from gathered.values()


# ---------------------------------------------------------------- figures
def measure(labelled: Labelled, cases: dict[str, str]) -> Figures:
    gold = {event.id: label for label, event in labelled}
    truly, put, both = (
        Counter(gold.values()),
        Counter(cases[event] for event in gold),
        Counter((gold[event], cases[event]) for event in gold),
    )

    def count(sizes: Counter[str] | Counter[tuple[str, str]]) -> int:
        return sum(n * (n - 1) // 2 for n in sizes.values())

    right = count(both)
    misses = list(near_misses(labelled))
    return Figures(
        events=len(gold),
        cases=len(truly),
        pairs=(right / count(put) if count(put) else 1.0, right / count(truly) if count(truly) else 1.0),
        bcubed=(
            sum(both[gold[e], cases[e]] / put[cases[e]] for e in gold) / len(gold),
            sum(both[gold[e], cases[e]] / truly[gold[e]] for e in gold) / len(gold),
        ),
        near_misses=len({frozenset((gold[a.id], gold[b.id])) for a, b in misses}),
        near_misses_joined=len({frozenset((gold[a.id], gold[b.id])) for a, b in misses if cases[a.id] == cases[b.id]}),
    )


def near_misses(labelled: Labelled) -> Iterator[tuple[KeptEvent, KeptEvent]]:
    """Pairs of different cases that share a buyer and a family: what a careless linker joins."""
    for (label, a), (other, b) in itertools.combinations(labelled, 2):
        if label != other and {k for k in keys(a) & keys(b) if k.count("|") == 1 and k[0] not in "*#" and " " not in k}:
            yield a, b


def wrong_pairs(labelled: Labelled, cases: dict[str, str]) -> Iterator[str]:
    for (label, a), (other, b) in itertools.combinations(labelled, 2):
        joined = cases[a.id] == cases[b.id]
        if joined != (label == other):
            told = explain(a, [b])
            why = ", ".join(f"{part.name} {part.weight:+.1f} ({part.value})" for part in told.parts)
            verdict = "JOINED" if joined else "APART "
            yield f"{verdict} {label} {_tell(a)}\n       {other} {_tell(b)}\n       {told.score:.2f} {told.decided or ''} {why}"


def _tell(event: KeptEvent) -> str:
    said = event.event
    items = [f"{i.system.designation} {i.variant or ''} {i.quantity.value if i.quantity else ''}".strip() for i in said.items][:3]
    day = f"{said.date.start}/{said.date.end}" if said.date else "-"
    price = f"{said.value.amount} {said.value.currency}" if said.value else ""
    return (
        f"[{event.paper.id[:40]} #{event.order}] {said.stage} {said.modality} {said.buyer.id if said.buyer else '-'} {items} {price} {day}"
    )


# ---------------------------------------------------------------- the sets
def row_set(path: Path) -> Labelled:
    return list(rows(path))


def relabelled(label: str, document: str, event: int) -> str:
    """The label with the second look of cases/labels.toml."""
    looked = tomllib.loads((HERE / "cases" / "labels.toml").read_text(encoding="utf-8"))
    for moved in looked["moved"]:
        if (moved["document"], moved["event"]) == (document, event):
            return str(moved["case"])
    return next((same["labels"][0] for same in looked["same"] if label in same["labels"]), label)


def read_set(folder: Path) -> Labelled:
    """Events as read, with the label of the event they match; events that match none are left out."""
    from transmittal.cli.output import contract
    from transmittal.documents import read_path
    from transmittal.reading import read_document

    labelled: Labelled = []
    for document in corpus.load(folder):
        for reading in (read_document(d) for d in read_path(document.path, published=document.published)):
            outputs = contract(reading)["events"]
            known = reading.document.published or _known(document)
            for wanted, read in pair([expected(e) for e in document.events], [found(e) for e in outputs]):
                event = keep(
                    reading.events[read],
                    document=document.name,
                    known=known,
                    kind=reading.document.kind,
                    order=read,
                    dated=reading.document.published is not None,
                )
                labelled.append((relabelled(document.events[wanted]["case"], document.name, wanted), event))
    return labelled


def told_set(folder: Path) -> Labelled:
    """Events as the labels tell them, names resolved by the catalogue."""
    labelled: Labelled = []
    for document in corpus.load(folder):
        for n, label in enumerate(document.events):
            value, when = label.get("value"), label.get("date")
            said = {
                "buyer": label.get("buyer"),
                "supplier": label.get("supplier"),
                "channel": label.get("channel"),
                "items": [_told_item(item) for item in label.get("items") or ()],
                "value": f"{value['amount']} {value['currency']} {value['basis']}" if value else None,
                "date": f"{when['start'] or ''}/{when['end'] or ''}" if when else None,
                "contractors": label.get("contractors") or (),
                "transmittal": label.get("transmittal"),
            }
            event = kept(
                document=document.name,
                known=_known(document),
                kind=document.kind,
                order=n,
                dated=document.published is not None,
                stage=label["stage"],
                modality=label["modality"],
                **said,
            )
            labelled.append((relabelled(label["case"], document.name, n), event))
    return labelled


def _told_item(item: dict[str, object]) -> str:
    from transmittal import catalogue

    system = catalogue.exact_system(str(item["designation"]))
    sign = {"exact": "=", "max": "<", "min": ">", "about": "~"}[str(item.get("bound") or "exact")]
    count = f"{sign}{item['quantity']}" if item.get("quantity") else ""
    return f"{system.id if system else '?'} | {item['designation']} | {item.get('variant') or ''} | {count}"


def _known(document: corpus.Labelled) -> date:
    """The day of publication; without one, the last day that the labels name."""
    days = [
        e["date"][k] for e in document.events if e.get("date") and e["modality"] == "happened" for k in ("end", "start") if e["date"].get(k)
    ]
    return document.published or date.fromisoformat(max(days, default="2025-01-01"))


def parse_arguments(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=Path, action="append", help="folders of labelled documents")
    parser.add_argument("--only", default="", help="sets whose name contains this")
    parser.add_argument("--diff", action="store_true")
    parser.add_argument("--floor", type=float, default=0.0, help="least pairwise and B-cubed F1 of every set")
    return parser.parse_args(arguments)


def main(arguments: list[str] | None = None) -> int:
    args = parse_arguments(arguments)
    folders = args.documents or [HERE / "documents", HERE.parent.parent / "shared" / "gold" / "dev"]
    sets = {path.stem: (row_set, path) for path in sorted((HERE / "cases").glob("*.toml")) if path.stem != "labels"}
    for folder in folders:
        if folder.is_dir():
            sets |= {f"{folder.name} as read": (read_set, folder), f"{folder.name} as labelled": (told_set, folder)}
    failed = False
    print(f"{'set':24} events cases | pairwise P    R    F1 | B-cubed P    R    F1 | near misses, joined")
    for name, (load, path) in sets.items():
        if args.only not in name:
            continue
        labelled = load(path)
        cases = link_set(labelled)
        figures = measure(labelled, cases)
        (p, r), (bp, br) = figures.pairs, figures.bcubed
        print(
            f"{name:24} {figures.events:6} {figures.cases:5} | {p:10.3f} {r:.3f} {figures.pairwise_f1:.3f} |"
            f" {bp:9.3f} {br:.3f} {figures.bcubed_f1:.3f} | {figures.near_misses:6} {figures.near_misses_joined:6}"
        )
        if args.diff:
            print("\n".join(wrong_pairs(labelled, cases)))
        failed = failed or figures.near_misses_joined > 0 or min(figures.pairwise_f1, figures.bcubed_f1) < args.floor
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
