"""Official documents a second: our whole reader beside a pipeline that only marks names, in one run on one core.

    python bench/official.py [DIRECTORY]        default ../shared/real: lists of items of real notices; without it they are composed

ours:   bytes → Document → layout → events → JSON of the contract.
theirs: spaCy, blank English with sentencizer and an EntityRuler that holds the same printed names of systems, makers and buyers; text
        already decoded. It finds where the names stand, and no more.

Rounds alternate; the ratio of the medians is what counts.
"""

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from notices import compose

LEAST_RATIO = 1.0
_ROUNDS = 5


def ours(notices: list[bytes]) -> int:
    import msgspec

    from transmittal import documents
    from transmittal.cli.output import contract
    from transmittal.reading import read_document

    size = 0
    for at, data in enumerate(notices):
        for document in documents.read_bytes(data, source=f"notice-{at}"):
            size += len(msgspec.json.encode(contract(read_document(document))))
    return size


def ruler() -> Callable[[list[str]], int]:
    import spacy

    from transmittal.catalogue.load import packed
    from transmittal.catalogue.meaning import NameKind

    pack = packed()
    wanted = {NameKind.SYSTEM, NameKind.MAKER, NameKind.COUNTRY, NameKind.ORGANISATION}
    patterns = [
        {"label": meaning.kind.value, "pattern": pattern}
        for pattern, numbers in zip(pack.patterns, pack.readings, strict=True)
        if pattern.isascii() and (meaning := pack.meanings[numbers[0]]).kind in wanted
    ]
    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    pipeline.add_pipe("entity_ruler").add_patterns(patterns)  # type: ignore[attr-defined]
    return lambda texts: sum(len(document.ents) + sum(1 for _ in document.sents) for document in pipeline.pipe(texts))


def seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def main() -> int:
    notices = list(compose(real=Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/real")))
    texts = [data.decode() for data in notices]
    mark = ruler()
    ours(notices[:50])
    mark(texts[:50])
    own, other = [], []
    for _ in range(_ROUNDS):
        own.append(seconds(lambda: ours(notices)))
        other.append(seconds(lambda: mark(texts)))
    a, b = len(notices) / statistics.median(own), len(notices) / statistics.median(other)
    print(f"{len(notices)} different notices, mean {sum(map(len, notices)) / len(notices) / 1000:.1f} KB, medians of {_ROUNDS} rounds")
    print(f"transmittal, bytes to JSON       {a:8.0f} notices/s")
    print(f"spaCy EntityRuler + sentencizer  {b:8.0f} notices/s")
    print(f"ratio                            {a / b:8.2f}   (floor {LEAST_RATIO})")
    return 0 if a / b >= LEAST_RATIO else 1


if __name__ == "__main__":
    sys.exit(main())
