"""Notified, ordered, delivered, outstanding: line by line."""

from datetime import date

import pytest
from case_builders import case_file, paper, told

from transmittal.cases.progress import ItemLine, progress
from transmittal.model import KeptEvent, Tier

ON = date(2026, 11, 22)
ORDER = told("agreement", "2022-08-26", paper("2022-08-26"), items=(("K2", None, 180),))


def came(count: int | None, day: object, known: str, quote: str, tier: Tier = Tier.PRESS, bound: str = "exact") -> KeptEvent:
    return told("delivery", day, paper(known, tier), items=(("K2", None, count),), quote=quote, bound=bound)  # type: ignore[arg-type]


def line(*events: KeptEvent, key: str = "k2") -> ItemLine:
    return next(x for x in progress(case_file("c", list(events)), ON) if x.key == key)


TEN = came(10, "2022-12-05", "2022-12-06", "10 arrived")
CASES = [
    ("a running total", [came(133, (None, "2025-06-30"), "2025-08-01", "133 of these had been delivered")], 133, 47),
    ("dated batches add up", [TEN, came(18, "2023-03-22", "2023-03-22", "18 arrived")], 28, 152),
    (
        "batches before a running total are in it",
        [came(10, "2022-12-05", "2022-12-06", "10 arrived"), came(84, (None, "2024-12-31"), "2025-01-05", "84 have been delivered so far")],
        84,
        96,
    ),
    (
        "batches after a running total come on top",
        [came(84, (None, "2024-12-31"), "2025-01-05", "84 have been delivered so far"), came(20, "2025-03-01", "2025-03-02", "20 arrived")],
        104,
        76,
    ),
    (
        "two running totals are not added",
        [
            came(84, (None, "2024-12-31"), "2025-01-05", "84 have been delivered"),
            came(133, (None, "2025-06-30"), "2025-08-01", "133 had been delivered"),
        ],
        133,
        47,
    ),
    ("a register's row is a total", [came(28, ("2022-01-01", "2023-12-31"), "2024-03-10", "K2,28", Tier.REGISTER)], 28, 152),
    (
        "one batch told twice is one batch",
        [came(10, "2022-12-05", "2022-12-06", "10 arrived"), came(10, ("2022-12-01", "2022-12-31"), "2023-01-10", "10 came in December")],
        10,
        170,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("events", "delivered", "outstanding"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_delivered(events: list[KeptEvent], delivered: int, outstanding: int) -> None:
    found = line(ORDER, *events)
    assert found.delivered is not None
    assert found.outstanding is not None
    assert (found.delivered.value, found.outstanding.value) == (delivered, outstanding)
    assert found.delivered.because


def test_deliveries_that_began_without_a_number_leave_what_is_outstanding_unknown() -> None:
    found = line(ORDER, came(None, None, "2026-03-13", "deliveries have begun"))
    assert found.begun
    assert (found.delivered, found.outstanding) == (None, None)


def test_before_any_delivery_all_that_was_ordered_is_outstanding() -> None:
    found = line(ORDER)
    assert found.outstanding is not None
    assert found.outstanding.value == 180


def test_an_approval_is_no_order() -> None:
    found = line(told("approval", "2022-08-01", paper("2022-08-01", Tier.SELLER), items=(("K2", None, 180),), bound="max"))
    assert (found.ordered, found.outstanding) == (None, None)
    assert str(found.notified) == "up to 180"


def test_more_delivered_than_ordered_is_shown_as_a_conflict() -> None:
    found = line(ORDER, came(190, (None, "2025-06-30"), "2025-08-01", "190 have been delivered"))
    assert found.outstanding is None
    assert len(found.conflicts) == 1


def test_variants_make_a_whole() -> None:
    signed = told("agreement", "2025-08-01", paper("2025-08-01"), items=(("K2", "K2GF", 116), ("K2", "K2PL", 64)))
    found = line(signed)
    assert found.ordered is not None
    assert (found.ordered.value, found.ordered.derived, found.parts) == (180, True, ("k2/k2gf", "k2/k2pl"))


def test_counts_of_some_variants_are_the_least_of_the_whole() -> None:
    signed = told("agreement", "2025-08-01", paper("2025-08-01"), items=(("K2", "K2GF", 116), ("K2", "K2PL", 64)))
    arrived = told("delivery", "2026-05-05", paper("2026-05-06"), items=(("K2", "K2GF", 20),), quote="20 arrived")
    found = line(signed, arrived)
    assert (str(found.delivered), str(found.outstanding)) == ("at least 20", "up to 160")


def test_two_things_counted_under_one_name_stay_apart() -> None:
    quote = "The order is for 100 HCDS launcher units and 25 HCDS radar units."
    found = progress(
        case_file(
            "c", [told("agreement", "2022-03-02", paper("2022-03-02"), items=(("HCDS", None, 100), ("HCDS", None, 25)), quote=quote)]
        ),
        ON,
    )
    assert {x.name: str(x.ordered) for x in found} == {"HCDS (launchers)": "100", "HCDS (radars)": "25"}


def test_two_models_of_one_family_are_two_lines() -> None:
    notice = told("approval", "2020-07-09", paper("2020-07-09", Tier.SELLER), items=(("F-35A", None, 63), ("F-35B", None, 42)), bound="max")
    found = progress(case_file("c", [notice]), ON)
    assert {x.name: str(x.notified) for x in found} == {"F-35A": "up to 63", "F-35B": "up to 42", "F-35": "up to 105"}


def test_one_name_counted_twice_without_a_word_between_them_is_a_sum() -> None:
    signed = told("agreement", "2025-08-01", paper("2025-08-01"), items=(("K2", None, 116), ("K2", None, 64)))
    found = line(signed)
    assert (str(found.ordered), found.ordered is not None and found.ordered.derived) == ("180", True)
