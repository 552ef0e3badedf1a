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
from typing import NamedTuple

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


class Score(NamedTuple):
    f1: float
    precision: float
    recall: float


def score(read: Callable[[bytes], str], pages: dict[str, bytes], truth: dict[str, str]) -> Score:
    found = [precision_recall(truth[key], read(page)) for key, page in pages.items()]
    precision, recall = (sum(part) / len(found) for part in zip(*found, strict=True))
    return Score(2 * precision * recall / (precision + recall), precision, recall)


def pages_per_second(read: Callable[[bytes], str], pages: dict[str, bytes]) -> float:
    """The best of three rounds."""
    seconds = []
    for _ in range(_ROUNDS):
        started = time.perf_counter()
        for page in pages.values():
            read(page)
        seconds.append(time.perf_counter() - started)
    return len(pages) / min(seconds)


def load(folder: Path) -> tuple[dict[str, bytes], dict[str, str]]:
    """Pages and their article bodies by key."""
    entries = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    truth = {key: entry["articleBody"] for key, entry in entries.items()}
    return {key: gzip.decompress((folder / "html" / f"{key}.html.gz").read_bytes()) for key in truth}, truth


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/real/pages")
    if not (folder / "ground-truth.json").is_file():
        print(f"{folder}: no pages there, nothing measured")
        return
    pages, truth = load(folder)
    readers = {
        "transmittal": ours,
        "trafilatura fast": library(fast=True),
        "trafilatura default": library(),
        "trafilatura favor_precision": library(favor_precision=True),
    }
    for name, read in readers.items():
        f1, precision, recall = score(read, pages, truth)
        speed = pages_per_second(read, pages)
        print(f"{name:28} F1 {f1:.4f}  precision {precision:.4f}  recall {recall:.4f}  {speed:7.1f} pages/s")


if __name__ == "__main__":
    main()
