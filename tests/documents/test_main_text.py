"""The article on real pages, against the best library; skipped where the pages are not."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = ROOT.parent / "shared" / "real" / "pages"


@pytest.mark.slow
@pytest.mark.skipif(not (PAGES / "ground-truth.json").is_file(), reason="the benchmark's pages are not here")
def test_no_library_keeps_more_of_the_article_or_less_of_the_furniture(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "bench"))
    bench = __import__("main_text")
    pages, truth = bench.load(PAGES)
    own = bench.score(bench.ours, pages, truth)
    library = bench.score(bench.library(fast=True), pages, truth)
    assert own.f1 >= library.f1
    assert own.recall >= library.recall
    del sys.modules["main_text"]


def test_the_measure_counts_shingles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "bench"))
    bench = __import__("main_text")
    assert bench.precision_recall("a b c d e", "a b c d e") == (1.0, 1.0)
    assert bench.precision_recall("a b c d e", "a b c d x") == (0.5, 0.5)
    assert bench.precision_recall("a b c d", "") == (0.0, 0.0)
    assert bench.precision_recall("a b", "a b") == (1.0, 1.0)
    del sys.modules["main_text"]
