"""Which events a new one is compared with."""

from datetime import date, timedelta

import pytest
from papers import LINE, reading

from transmittal.ledger import Casebook
from transmittal.model import KeptEvent, Link

FIRST = date(2024, 1, 1)


def keys(kept: KeptEvent) -> set[str]:
    """Every event is of one block; those of the second case print a number as well."""
    return {"block", "number"} if "Notice 1 " in kept.event.evidence[0].quote else {"block"}


@pytest.fixture
def crowd(book: Casebook) -> Casebook:
    """Six cases of three events each, case n told of in the n-th month; and one event without a case, in the last."""
    with book.writing("reader/1") as writer:
        for n in range(7):
            lines = [f"Notice {n} part {part}: {LINE}" for part in range(3 if n < 6 else 1)]
            recorded = writer.record(reading("\n".join(lines), published=FIRST + timedelta(days=30 * n)), keys=keys)
            if n < 6:
                events = [kept.id for kept in writer.view().kept(recorded.added)]
                writer.link([Link(event=event, case=f"case-{n}", score=1, because="", by="linker/1") for event in events])
    return book


CASES = [
    pytest.param({"block"}, 19, 30, list(range(1, 20)), id="all of a block that is small enough"),
    pytest.param({"block"}, 1, 30 * 3, [10, 11, 12], id="the nearest case, whole"),
    pytest.param({"block"}, 4, 30 * 3 + 10, [10, 11, 12, 13, 14, 15], id="then the next nearest, until there are enough"),
    pytest.param({"block", "number"}, 5, 30 * 4, [4, 5, 6, 13, 14, 15], id="a shared number goes before nearness"),
    pytest.param({"block"}, 1, 30 * 7, [19], id="an event without a case is one by itself"),
    pytest.param({"nothing"}, 1, 0, [], id="nothing under keys that nobody has"),
]


@pytest.mark.parametrize(("wanted", "most", "day", "expected"), CASES)
def test_of_a_crowded_block_the_likeliest_cases(crowd: Casebook, wanted: set[str], most: int, day: int, expected: list[int]) -> None:
    with crowd.view() as view:
        assert view.block(wanted, most=most, of_case=3, day=FIRST + timedelta(days=day)) == expected


def test_without_a_limit_all_of_it(crowd: Casebook) -> None:
    with crowd.view() as view:
        assert view.block({"block"}) == list(range(1, 20))


def test_an_event_that_shares_only_the_case_of_one_under_the_keys_comes_along(crowd: Casebook) -> None:
    with crowd.writing("E") as writer:
        (one,) = [kept.id for kept in writer.view().kept([1])]
        writer.link([Link(event=one, case="case-1", score=1, because="", by="E")])
    with crowd.view() as view:
        assert view.block({"number"}) == [1, 4, 5, 6]


def test_of_a_long_case_only_the_nearest_events(book: Casebook) -> None:
    """Fourteen documents tell of one case month by month, one of another case in the twelfth; two more share no key with them."""
    with book.writing("reader/1") as writer:
        for n in range(17):
            text = f"{'Aside' if n > 14 else 'Notice'} {n}: {LINE}"
            recorded = writer.record(reading(text, published=FIRST + timedelta(days=30 * n)), keys=aside)
            (kept,) = writer.view().kept(recorded.added)
            writer.link([Link(event=kept.id, case="short" if n in (12, 15) else "long", score=1, because="", by="linker/1")])
    with book.view() as view:
        assert view.block({"block"}, most=14, of_case=12, day=FIRST + timedelta(days=30 * 14)) == [
            3,
            4,
            5,
            6,
            7,
            8,
            9,
            10,
            11,
            12,
            13,
            14,
            15,
            16,
        ]


def aside(kept: KeptEvent) -> set[str]:
    return {"aside"} if "Aside" in kept.event.evidence[0].quote else {"block"}
