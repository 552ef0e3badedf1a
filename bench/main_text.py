"""How much of the article is kept and how much furniture with it, on real pages, beside trafilatura in the same run.

    python bench/main_text.py [DIRECTORY]        default ../shared/real/pages: html/*.html.gz and ground-truth.json

The measure is that of the article extraction benchmark the pages come from: multisets of 4-word shingles per page; precision and
recall averaged over pages; F1 of the two averages. What is compared is the article's body: the page's headline, which we put before
it, is not in the reference.
"""

import gzip
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

_WORD = re.compile(r"\w+")
_ROUNDS = 3


def shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    if not words:
        return Counter()
    return Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3)))


def precision_recall(truth: str, found: str) -> tuple[float, float]:
    wanted, got = shingles(truth), shingles(found)
    hits = sum((wanted & got).values())
    extra, missing = sum(got.values()) - hits, sum(wanted.values()) - hits
    if extra == missing == 0:
        return 1.0, 1.0
    return (hits / (hits + extra) if hits else 0.0), (hits / (hits + missing) if hits else 0.0)


def ours(page: bytes) -> str:
    from transmittal.documents.html import article_body

    return "\n".join(line for _, line in article_body(page))


def library(**options: bool) -> Callable[[bytes], str]:
    from trafilatura import extract

    return lambda page: extract(page, include_comments=False, **options) or ""


def measure(name: str, read: Callable[[bytes], str], pages: dict[str, bytes], truth: dict[str, str]) -> None:
    seconds, texts = [], {}
    for _ in range(_ROUNDS):
        started = time.perf_counter()
        texts = {key: read(page) for key, page in pages.items()}
        seconds.append(time.perf_counter() - started)
    scores = [precision_recall(truth[key], text) for key, text in texts.items()]
    precision, recall = (sum(part) / len(scores) for part in zip(*scores, strict=True))
    f1 = 2 * precision * recall / (precision + recall)
    print(f"{name:28} F1 {f1:.4f}  precision {precision:.4f}  recall {recall:.4f}  {len(pages) / min(seconds):7.1f} pages/s")


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/real/pages")
    if not (folder / "ground-truth.json").is_file():
        print(f"{folder}: no pages there, nothing measured")
        return
    truth = {key: entry["articleBody"] for key, entry in json.loads((folder / "ground-truth.json").read_text("utf-8")).items()}
    pages = {key: gzip.decompress((folder / "html" / f"{key}.html.gz").read_bytes()) for key in truth}
    measure("transmittal", ours, pages, truth)
    measure("trafilatura fast", library(fast=True), pages, truth)
    measure("trafilatura default", library(), pages, truth)
    measure("trafilatura favor_precision", library(favor_precision=True), pages, truth)


if __name__ == "__main__":
    main()
