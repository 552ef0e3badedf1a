"""Web pages a second: our whole reader, from bytes to events, beside trafilatura fast, which stops at the article's text.

    python bench/pages.py [DIRECTORY]        default ../shared/real/pages: html/*.html.gz

Rounds alternate; the ratio of the medians is what counts.
"""

import gzip
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

LEAST_RATIO = 0.65
_ROUNDS = 3


def ours(pages: list[bytes]) -> None:
    from transmittal import documents
    from transmittal.model import UnreadableDocument
    from transmittal.reading import read_document

    for page in pages:
        try:
            for document in documents.read_bytes(page, source="page", media_type="text/html"):
                read_document(document)
        except UnreadableDocument:
            continue


def theirs(pages: list[bytes]) -> None:
    from trafilatura import extract

    for page in pages:
        extract(page, fast=True, include_comments=False)


def seconds(work: Callable[[list[bytes]], None], pages: list[bytes]) -> float:
    started = time.process_time()
    work(pages)
    return time.process_time() - started


def main() -> int:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/real/pages") / "html"
    pages = [gzip.decompress(path.read_bytes()) for path in sorted(folder.glob("*.html.gz"))]
    if not pages:
        print(f"{folder}: no pages there, nothing measured")
        return 0
    ours(pages[:20])
    theirs(pages[:20])
    rounds = [(seconds(ours, pages), seconds(theirs, pages)) for _ in range(_ROUNDS)]
    own, other = (len(pages) / statistics.median(times) for times in zip(*rounds, strict=True))
    print(f"{len(pages)} pages, mean {sum(map(len, pages)) / len(pages) / 1000:.0f} KB, medians of {_ROUNDS} rounds")
    print(f"transmittal, bytes to events  {own:8.1f} pages/s")
    print(f"trafilatura fast, text only   {other:8.1f} pages/s")
    print(f"ratio                         {own / other:8.2f}   (floor {LEAST_RATIO})")
    return 0 if own / other >= LEAST_RATIO else 1


if __name__ == "__main__":
    sys.exit(main())
