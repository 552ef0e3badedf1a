"""Memory over many documents: the peak after 1,000 and after 10,000 must be the same.

    python bench/memory.py [DOCUMENTS]        default 10,000, each different: two notices, then a piece of news

Fails when the peak grows by more than 5 per cent after the first tenth.
"""

import resource
import sys
from collections.abc import Iterator

from notices import compose

MOST_GROWTH = 0.05
_NEWS = """\
{buyer} to receive {count} {name} next year

The government of {buyer} said on May {day}, 2025, that it would buy {count} {name} from {maker} for ${price} million. Officer No. {at}
told reporters that the first would be delivered in {year}. An earlier plan for {more} was dropped.
"""


def documents(number: int) -> Iterator[bytes]:
    """Two notices, then a piece of news, until there are enough."""
    from transmittal.catalogue import load

    buyers, makers, systems = (list(entries.values()) for entries in (load.countries(), load.makers(), load.systems()))
    notices = compose(number)
    for at in range(number):
        if at % 3 < 2:
            yield next(notices)
            continue
        names = {"buyer": buyers[at % len(buyers)].name, "name": systems[at % len(systems)].name, "maker": makers[at % len(makers)].name}
        counts = {"count": at % 90 + 2, "more": at % 70 + 9, "day": at % 28 + 1, "price": at % 900 + 5, "year": at % 9 + 2026, "at": at}
        yield _NEWS.format(**names, **counts).encode()


def peak_mb() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1024 / (1024 if sys.platform == "darwin" else 1)


def main() -> int:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    from transmittal import documents as reader
    from transmittal.reading import read_document

    marks = (number // 10, number // 2, number)
    peaks: list[float] = []
    events = 0
    for at, data in enumerate(documents(number), 1):
        for document in reader.read_bytes(data, source=f"document-{at}"):
            events += len(read_document(document).events)
        if at in marks:
            peaks.append(peak_mb())
            print(f"{at:8,} documents  {events:8,} events  peak {peaks[-1]:7.1f} MB")
    growth = peaks[-1] / peaks[0] - 1
    print(f"growth after the first tenth  {growth:.1%}   (most {MOST_GROWTH:.0%})")
    return 0 if growth <= MOST_GROWTH else 1


if __name__ == "__main__":
    sys.exit(main())
