"""Whatever the text, a mention lies inside it and a quote is what the text says there."""

from itertools import pairwise
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from readers import DAY, FINDERS

from transmittal import documents
from transmittal.catalogue import find_names
from transmittal.mentions.items import find_items
from transmittal.model import UnreadableDocument
from transmittal.reading import read_document

# Pieces that findings are made of, so that random texts hold some; and any characters at all between them.
_WORDS = (
    "Tomahawk", "F-35A", "RGM-109E", "Block V", "Lockheed Martin", "Japan", "Republic of Korea", "Government of the", "Poland's", "日本",
    "米国製", "K2戦車", "Россия", "Польшей", "$2.35 billion", "1.5-2 billion dollars", "between $1 and", "8兆7,005億円", "2,35 Mrd. €",
    "up to",
    "four hundred (400)", "forty (14)", "12 to 14", "the first", "two of the four", "12機", "May 4, 2024", "fiscal year 2026",
    "last Friday", "by 2030", "令和8年度", "Transmittal No. 26-24", "JA-P-ABC", "N00019-26-C-0001", "said", "told reporters", "“we buy,”",
    "Defense Minister", "according to", "approved a possible sale of", "signed a contract for", "will buy", "delivered", "(", ")", ",",
    ".", ";", "\n", "\n\n", "(i) Prospective Purchaser:", "(ii) Total Estimated Value:", "TOTAL....", "é\u0301", "\u00a0",
)  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(_WORDS), st.text(max_size=8)), max_size=40).map(" ".join)
ANY = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize("finder", [name for name in FINDERS if name not in ("items", "speakers")])
@ANY
@given(text=TEXTS)
def test_mentions_are_inside_the_text_and_in_order(finder: str, text: str) -> None:
    spans = [(mention.start, mention.end) for mention in FINDERS[finder](text)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert [start for start, _ in spans] == sorted(start for start, _ in spans)


@pytest.mark.parametrize("finder", ["money", "bare money", "quantities", "dates", "identifiers", "designations", "systems"])
@ANY
@given(text=TEXTS)
def test_mentions_of_one_kind_do_not_overlap(finder: str, text: str) -> None:
    spans = [(mention.start, mention.end) for mention in FINDERS[finder](text)]
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


@ANY
@given(text=TEXTS)
def test_speakers_are_inside_the_text(text: str) -> None:
    assert all(0 <= mention.start < mention.end <= len(text) for mention in FINDERS["speakers"](text))


@ANY
@given(text=TEXTS, data=st.data())
def test_items_of_a_stretch_stay_in_it_and_quote_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    for item in find_items(text, find_names(text), start, end):
        assert start <= item.system.start < item.system.end <= len(text)
        assert quotes_hold(text, msgspec.to_builtins(item))


@ANY
@given(text=TEXTS)
def test_every_quote_of_a_reading_is_what_the_text_says_there(text: str) -> None:
    try:
        found = list(documents.read_bytes(text.encode("utf-8", "replace"), source="test", published=DAY, media_type="text/plain"))
    except UnreadableDocument:
        return
    for document in found:
        reading = read_document(document)
        assert quotes_hold(document.text, msgspec.to_builtins([reading.events, reading.unread]))


@ANY
@given(data=st.binary(max_size=600))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        found = list(documents.read_bytes(data, source="test", published=DAY))
    except UnreadableDocument:
        return
    for document in found:
        assert all(0 <= block.start < block.end <= len(document.text) for block in document.blocks)
        assert quotes_hold(document.text, msgspec.to_builtins(read_document(document).events))


def quotes_hold(text: str, value: Any) -> bool:
    """Whether every quote below the value is what the text says there."""
    if isinstance(value, dict):
        is_true = "quote" not in value or text[value["start"] : value["end"]] == value["quote"]
        return is_true and all(quotes_hold(text, part) for part in value.values())
    if isinstance(value, list | tuple):
        return all(quotes_hold(text, part) for part in value)
    return True
