"""Measure how much the order matters in which the events of a crowded block come.

    python quality/link_orders.py [--events 300] [--orders 5]

One buyer's many purchases of one system (bench/synthetic.py: purchases that never were), told document by document in random orders, each
linked as it comes. Prints how the cases fit the truth in every order, how well two orders agree, and the time that one event takes.
"""

import argparse
import itertools
import random
import statistics
import sys
import time
from datetime import date
from itertools import islice
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.path.insert(0, str(HERE.parent / "src"))
sys.path.insert(0, str(HERE.parent / "bench"))

import synthetic  # noqa: E402
from link_rows import keep  # noqa: E402
from link_score import Labelled, measure  # noqa: E402

from transmittal.cases.linking import link  # noqa: E402


def crowd(events: int, seed: int) -> list[Labelled]:
    """Documents of one buyer's purchases of one system, as labelled events."""
    buyers, systems, makers = synthetic.choices()
    documents: list[Labelled] = []
    held = 0
    for place, purchase in enumerate(synthetic.purchases(10**9, random.Random(seed))):
        one = purchase._replace(serial=place, buyer=buyers[0], system=systems[0], maker=makers[systems[0].makers[0]], unit="missiles")
        for told in islice(synthetic.tell(one, random.Random(f"{seed} {place}")), 60):
            document = told.reading.document
            labelled = [
                (str(place), keep(event, document=str(document.title), known=document.published or date.min, kind=document.kind, order=n))
                for n, event in enumerate(told.reading.events)
            ]
            documents.append(labelled)
            held += len(labelled)
        if held >= events:
            return documents
    return documents


def arrive(documents: list[Labelled], seed: int) -> tuple[dict[str, str], list[float]]:
    """Cases by event id when the documents come in this order, one by one, and seconds an event."""
    coming = documents[:]
    random.Random(seed).shuffle(coming)
    current: dict[str, str] = {}
    block, times = [], []
    for document in coming:
        block += [event for _, event in document]
        begun = time.process_time()
        current |= {name: found.case for name, found in link(block, current=current).items()}
        times.append((time.process_time() - begun) / len(document))
    return current, times


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=300)
    parser.add_argument("--orders", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    call = parser.parse_args()
    documents = crowd(call.events, call.seed)
    labelled = [row for document in documents for row in document]
    ends = []
    for order in range(call.orders):
        cases, times = arrive(documents, order)
        figures = measure(labelled, cases)
        late = sorted(times[len(times) // 2 :])
        print(
            f"order {order}: {figures.events} events, {figures.cases} purchases, {len(set(cases.values()))} cases;"
            f" pairwise P {figures.pairs[0]:.3f} R {figures.pairs[1]:.3f} F1 {figures.pairwise_f1:.3f}, B-cubed F1 {figures.bcubed_f1:.3f};"
            f" an event {1000 * statistics.median(late):.1f} ms, p99 {1000 * late[int(len(late) * 0.99)]:.1f}"
        )
        ends.append(cases)
    agreed = [measure([(a[event.id], event) for _, event in labelled], b).pairwise_f1 for a, b in itertools.combinations(ends, 2)]
    if agreed:
        print(f"two orders agree: pairwise F1 {statistics.mean(agreed):.3f} in the mean, {min(agreed):.3f} at worst")
    return 0


if __name__ == "__main__":
    sys.exit(main())
