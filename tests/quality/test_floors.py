"""The reader on our labelled documents: no slot of any kind may sink below its floor, and no quote may be wrong."""

import html
import re
import sys
from pathlib import Path

import pytest

QUALITY = Path(__file__).resolve().parents[2] / "quality"
sys.path.insert(0, str(QUALITY))

import score  # noqa: E402
from scoring import corpus  # noqa: E402
from scoring.evidence import close_up  # noqa: E402

DOCUMENTS = QUALITY / "documents"


def test_no_slot_sinks_below_its_floor() -> None:
    measured = score.measure_all(DOCUMENTS)
    assert score.check(measured, corpus.digest(DOCUMENTS), QUALITY / "floors.json") == []


@pytest.mark.parametrize("labelled", list(corpus.load(DOCUMENTS)), ids=lambda labelled: labelled.name)
def test_labels_quote_their_document(labelled: corpus.Labelled) -> None:
    """A quote that is not in the file makes every answer look wrong. Spaces and line-end hyphens do not count."""
    text = labelled.path.read_text(encoding="utf-8")
    if labelled.path.suffix == ".html":
        text = html.unescape(re.sub(r"<[^>]+>", "", text))
    printed = close_up(text).replace("-", "")
    assert [e["quote"] for e in labelled.events if close_up(e["quote"]).replace("-", "") not in printed] == []


def test_the_index_has_a_line_for_each_document() -> None:
    index = (QUALITY / "INDEX.md").read_text(encoding="utf-8")
    assert [d.path.name for d in corpus.load(DOCUMENTS) if f"`{d.path.name}` | {d.kind} |" not in index] == []
