"""No text makes a finder slow, and every span is in order and within the text."""

import time
from collections.abc import Callable, Iterable
from typing import Any

import pytest

from transmittal.mentions.identifiers import find_identifiers
from transmittal.mentions.money import find_money
from transmittal.mentions.quantities import find_quantities

FINDERS = [find_money, find_quantities, find_identifiers]
PIECES = [
    "9",
    ",",
    "million ",
    "$",
    "$9",
    "1,",
    "one ",
    "yen ",
    "円",
    "億",
    "8兆",
    "hundred and ",
    "1 to ",
    "1 of 1 ",
    "the first ",
    "$1-",
    "N0",
    "20-0",
]
SIZE = 100_000


@pytest.mark.parametrize("finder", FINDERS, ids=lambda finder: finder.__name__)
@pytest.mark.parametrize("piece", PIECES)
def test_time_grows_with_the_text_and_no_faster(finder: Callable[[str], Iterable[Any]], piece: str) -> None:
    def seconds(size: int) -> float:
        text = (piece * size)[:size]
        begun = time.process_time()
        for _ in finder(text):
            pass
        return time.process_time() - begun

    seconds(100)
    assert seconds(SIZE) < 20 * (seconds(SIZE // 10) + 0.02)  # quadratic time would be a hundredfold


@pytest.mark.parametrize("finder", FINDERS, ids=lambda finder: finder.__name__)
def test_spans_are_in_order_and_do_not_overlap(finder: Callable[[str], Iterable[Any]]) -> None:
    text = "".join(f"{piece} 12 tanks for $3-4 million (A$5), Transmittal No. 26-2{n % 10}; " for n, piece in enumerate(PIECES * 3))
    mentions = list(finder(text))
    assert mentions
    ends = [0, *(m.end for m in mentions)]
    assert all(end <= m.start < m.end <= len(text) for end, m in zip(ends, mentions, strict=False))


@pytest.mark.parametrize("finder", FINDERS, ids=lambda finder: finder.__name__)
def test_a_text_longer_than_one_search_piece_loses_nothing_at_the_seams(finder: Callable[[str], Iterable[Any]]) -> None:
    unit = "twelve missiles for 5 million New Taiwan dollars under Transmittal No. 26-24; "
    text = unit * 3000
    per_unit = len(list(finder(unit)))
    assert per_unit > 0
    assert len(list(finder(text))) == 3000 * per_unit
