"""A casebook of ten thousand events beside one of many: how long its questions take, and a new document's place in it.

    python bench/casebook.py [--events 1000000] [--postgres URL] [--folder build/bench] [--documents 4000]

show:    one case read and reasoned about, as `transmittal show` does once it has started. p99 at most 3 times that of the small book.
buyer:   `backlog --buyer` and `cases --buyer --stage approval`, by the case, for a large book holds more of them.
linking: one new document against the whole book; p99 at most 20 ms. Crowded: of the buyer and the system that the book is fullest of.
adding:  the peak of memory after half of the documents and after all of them; at most 5 per cent more. SQLite's own cache, which fills up
         to 64 MB as a book grows (ledger/connect.py), is held at 2 MB, so that what grows is ours.
start:   `transmittal show CASE` as a process of its own, at most 0.6 s.

Both books are asked in turn, so that what else the machine does weighs on both. SQLite works inside our process, so that its time is that
of the processor, which neighbours disturb less; PostgreSQL's is that of the clock. They are built once (200,000 events take two minutes,
1,000,000 a quarter of an hour and 5 GB) and kept in the folder. --postgres: any database of a server on which others may be made.
"""

import argparse
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path

import synthetic
from built import built, copied

from transmittal.cases.backlog import backlog, load_method
from transmittal.cases.dossier import dossier
from transmittal.cases.filters import Filter, find_cases
from transmittal.cases.keep import keep, relink
from transmittal.cases.linking import keys
from transmittal.cases.summary import summarise
from transmittal.ledger import Casebook, open_casebook
from transmittal.ledger.view import View
from transmittal.model import Stage
from transmittal.reading import Reading

SMALL = 10_000
MOST_SLOWER, MOST_LINKING_S, MOST_GROWTH, MOST_START_S = 3.0, 0.020, 0.05, 0.6
_ON = date(2026, 6, 30)
_CASES, _BUYERS, _NEW, _STARTS = 300, 4, 200, 7

Times = list[float]


class _TakenBack(Exception):
    """Ends a transaction whose writing was only measured."""


def percentile(times: Times, share: float) -> float:
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


class Watch:
    """Takes time the way that is fair to the database. See above."""

    now: Callable[[], float] = staticmethod(time.process_time)


def seconds(work: Callable[[], object]) -> float:
    started = Watch.now()
    work()
    return Watch.now() - started


def told(name: str, small: Times, large: Times) -> float:
    """Print the medians and the 99th percentiles of both books. Returns the ratio of the latter."""
    a, b = percentile(small, 0.99), percentile(large, 0.99)
    halves = [f"{1000 * percentile(times, 0.5):9.2f} {1000 * percentile(times, 0.99):9.2f}" for times in (small, large)]
    print(f"{name:34} {halves[0]}   {halves[1]}   {b / a:6.2f}")
    return b / a


def some_cases(view: View, count: int) -> list[str]:
    """Cases at random, by their links."""
    last, chance = view.rows("SELECT max(n) AS n FROM links")[0].n, random.Random(7)
    numbers = [chance.randint(1, last) for _ in range(count)]
    return [view.rows("SELECT case_id FROM links WHERE n = :n", n=n)[0].case_id for n in numbers]


def show(books: list[Casebook]) -> bool:
    """Read and reason about cases at random."""
    reading: list[Times] = [[], []]
    reasoning: list[Times] = [[], []]
    chosen = []
    for book in books:
        with book.view() as view:
            chosen.append(some_cases(view, _CASES))
    for at in range(_CASES):
        for which, book in enumerate(books):
            started = Watch.now()
            with book.view() as view:
                case = view.file(chosen[which][at])
            read = Watch.now()
            dossier(case, _ON)
            if at >= _CASES // 10:  # the first ones fill the caches of a process that runs longer than one question
                reading[which].append(read - started)
                reasoning[which].append(Watch.now() - read)
    told("show: reading the case", *reading)
    told("show: reasoning about it", *reasoning)
    ratio = told("show: both", *[[a + b for a, b in zip(*both, strict=True)] for both in zip(reading, reasoning, strict=True)])
    return ratio < MOST_SLOWER


def of_buyers(books: list[Casebook]) -> None:
    """Questions about all cases of one buyer."""
    method = load_method("notified")
    buyers = [entry.id for entry in random.Random(5).sample(synthetic.choices()[0][:50], _BUYERS)]

    def list_backlog(view: View, buyer: str) -> object:
        return backlog(find_cases(view, Filter(buyers=frozenset({buyer})), _ON), method, _ON, buyer=buyer)

    def list_cases(view: View, buyer: str) -> object:
        wanted = Filter(buyers=frozenset({buyer}), stages=frozenset({Stage.APPROVAL}))
        return [summarise(case, _ON) for case in find_cases(view, wanted, _ON)]

    for name, question in (("backlog --buyer", list_backlog), ("cases --buyer --stage approval", list_cases)):
        whole: list[Times] = [[], []]
        by_case: list[Times] = [[], []]
        for buyer in buyers:
            for which, book in enumerate(books):
                with book.view() as view:
                    count = len(list(view.case_ids(keys=[{f"buyer:{buyer}"}])))
                    took = seconds(lambda: question(view, buyer))  # noqa: B023
                whole[which].append(took)
                by_case[which].append(took / max(1, count))
        told(name, *whole)
        told(f"{name}, a case", *by_case)


def linking(books: list[Casebook], readings: Iterable[Reading], name: str) -> bool:
    """Link one new document after the other, each in a transaction that is taken back."""
    taken: list[Times] = [[], []]
    for at, reading in enumerate(readings):
        for which, book in enumerate(books):
            try:
                with book.writing("bench") as writer:
                    added = writer.record(reading, keys=keys).added
                    writer.flush()
                    took = seconds(lambda: relink(writer, added))  # noqa: B023
                    raise _TakenBack
            except _TakenBack:
                if at >= 5:
                    taken[which].append(took)
    told(name, *taken)
    return percentile(taken[1], 0.99) < MOST_LINKING_S


def unheard(crowded: bool) -> Iterator[Reading]:
    """Documents that no book holds: of purchases at random, or of the fullest block."""
    chance = random.Random(3)
    buyers, systems, makers = synthetic.choices()
    for place, purchase in enumerate(synthetic.purchases(10**9, chance)):
        one = purchase._replace(serial=8_000_000 + place)
        if crowded:
            one = one._replace(buyer=buyers[0], system=systems[0], maker=makers[systems[0].makers[0]])
        papers = list(synthetic.tell(one, random.Random(place)))
        yield chance.choice(papers).reading


def peak_mb() -> float:
    """Of this process alone: what getrusage tells on Linux begins with the peak of the process that started this one."""
    status = Path("/proc/self/status")
    if status.exists():
        told = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(told.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 / 1024


def adding(documents: int) -> None:
    """Keep documents one by one in a new casebook, in a process of its own, and print the peak of memory."""
    from sqlalchemy import event

    with tempfile.TemporaryDirectory() as folder, open_casebook(f"{folder}/book.db") as book:
        book.engine.dispose()
        event.listen(book.engine, "connect", lambda raw, _: raw.execute("PRAGMA cache_size = -2000"))
        started = time.perf_counter()
        for at, one in enumerate(islice(synthetic.documents(documents * 2), documents), 1):
            with book.writing("bench") as writer:
                keep(writer, one.reading)
            if at in (documents // 2, documents):
                print(f"{at} {peak_mb():.1f} {time.perf_counter() - started:.1f}")


def adding_apart(documents: int) -> bool:
    done = subprocess.run([sys.executable, __file__, "--adding", str(documents)], check=True, capture_output=True, text=True)
    lines = [line.split() for line in done.stdout.splitlines()]
    for number, peak, took in lines:
        print(
            f"adding: {int(number):8,} documents         peak {float(peak):7.1f} MB   {1000 * float(took) / int(number):6.1f} ms a document"
        )
    growth = float(lines[1][1]) / float(lines[0][1]) - 1
    print(f"adding: growth in the second half {growth:.1%}   (most {MOST_GROWTH:.0%})")
    return growth <= MOST_GROWTH


def start(address: str) -> bool:
    """The command as a person calls it: seconds of the processor, and by the clock."""
    with open_casebook(address) as book, book.view() as view:
        cases = some_cases(view, _STARTS)
    worked, waited = [], []
    for case in cases:
        used, begun = _used_by_children(), time.perf_counter()
        command = [sys.executable, "-m", "transmittal", "show", case, "--book", address, "--on", _ON.isoformat()]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        worked.append(_used_by_children() - used)
        waited.append(time.perf_counter() - begun)
    median, clock = statistics.median(worked), statistics.median(waited)
    print(f"start: transmittal show CASE {median:6.3f} s of the processor (most {MOST_START_S}), {clock:.3f} by the clock")
    return median <= MOST_START_S


def _used_by_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def measure(name: str, addresses: list[str], counts: list[int]) -> bool:
    """All that is asked of two books, the small one first."""
    print(f"\n{name}, milliseconds        {counts[0]:>10,} events  p50       p99   {counts[1]:>10,} p50   p99    ratio")
    Watch.now = staticmethod(time.process_time if name == "SQLite" else time.perf_counter)
    books = [open_casebook(address) for address in addresses]
    try:
        held = [show(books)]
        of_buyers(books)
        held.append(linking(books, islice(unheard(crowded=False), _NEW), "linking one document"))
        held.append(linking(books, islice(unheard(crowded=True), _NEW // 2), "linking into the fullest block"))
    finally:
        for book in books:
            book.close()
    held.append(start(addresses[1]))
    return all(held)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--events", type=int, default=200_000)
    parser.add_argument("--postgres")
    parser.add_argument("--folder", default=str(Path(__file__).parents[1] / "build" / "bench"))
    parser.add_argument("--documents", type=int, default=4_000, help="to add one by one")
    parser.add_argument("--adding", type=int, help=argparse.SUPPRESS)
    call = parser.parse_args()
    if call.adding:
        adding(call.adding)
        return 0
    counts = [SMALL, call.events]
    paths = [built(call.folder, count) for count in counts]
    held = [measure("SQLite", paths, counts)]
    if call.postgres:
        held.append(measure("PostgreSQL", [copied(p, call.postgres, n) for p, n in zip(paths, counts, strict=True)], counts))
    held.append(adding_apart(call.documents))
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
