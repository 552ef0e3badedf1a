"""The state of a case: what is the furthest step that happened, and what that leaves open."""

from datetime import date

import pytest
from case_builders import GOLD, case_file, example_tomahawk, gold_cases, paper, told

from transmittal.cases.standing import standing
from transmittal.cases.words import table
from transmittal.model import DocumentKind, KeptEvent, Stage, Tier

NOTICE = paper("2023-11-17", Tier.SELLER, DocumentKind.PRESS_RELEASE)
NEWS = paper("2024-01-19")
LATER = paper("2025-06-30", name="later")

APPROVED = told("approval", "2023-11-17", NOTICE, items=(("Tomahawk", None, 400),), bound="max", value="$2350000000", basis="estimate")
SIGNED = told("agreement", "2024-01-18", NEWS, items=(("Tomahawk", None, 400),))
AWARDED = told("award", "2023-03-01", paper("2023-03-01", Tier.SELLER, DocumentKind.CONTRACT_ANNOUNCEMENT), contract=("N1",))
BEGUN = told("delivery", None, LATER, quote="deliveries have begun")
HALTED = told("halt", "2024-05-02", paper("2024-05-03"), quote="the purchase was cancelled")
SOME = told("delivery", "2025-05-05", LATER, items=(("Tomahawk", None, 30),), quote="30 arrived on 5 May")
ALL = told("delivery", "2025-06-05", LATER, items=(("Tomahawk", None, 400),), quote="all 400 have been delivered")
PLAN_LATER = told("plan", "2024-06-01", paper("2024-06-01", Tier.BUYER, DocumentKind.BUDGET))
DENIAL = told("halt", None, paper("2024-05-10", Tier.BUYER), modality="denied", quote="the purchase has not been cancelled")

STATES: list[tuple[str, list[KeptEvent], str, Stage | None, str]] = [
    ("nothing happened yet", [told("agreement", None, NEWS, modality="expected")], "2024-02-01", None, "Nothing has happened yet"),
    ("an approval is no agreement", [APPROVED], "2024-01-01", Stage.APPROVAL, "Approved for sale"),
    ("an agreement is further than an approval", [APPROVED, SIGNED], "2024-02-01", Stage.AGREEMENT, "Agreed"),
    ("on the day before the signature it was approved", [APPROVED, SIGNED], "2024-01-17", Stage.APPROVAL, "Approved for sale"),
    ("an award may come before the notification", [AWARDED, APPROVED], "2023-04-01", Stage.AWARD, "Contracted with industry"),
    ("deliveries that began without a number", [SIGNED, BEGUN], "2025-07-01", Stage.DELIVERY, "Delivery begun"),
    ("a counted part", [SIGNED, SOME], "2025-07-01", Stage.DELIVERY, "Partly delivered"),
    ("all of them", [SIGNED, ALL], "2025-07-01", Stage.DELIVERY, "Delivered"),
    ("a halt marks the case and keeps its stage", [SIGNED, HALTED], "2024-06-01", Stage.AGREEMENT, "Halted"),
    ("a halt that a later step overtook", [SIGNED, HALTED, SOME], "2025-07-01", Stage.DELIVERY, "Partly delivered"),
    ("a budget repeated after a halt is no sign that it goes on", [SIGNED, HALTED, PLAN_LATER], "2024-07-01", Stage.AGREEMENT, "Halted"),
    ("a nearer source denies the halt", [SIGNED, HALTED, DENIAL], "2024-06-01", Stage.AGREEMENT, "Agreed"),
    ("before the halt it was not halted", [SIGNED, HALTED], "2024-05-01", Stage.AGREEMENT, "Agreed"),
    ("an undated step counts from its publication", [SIGNED, BEGUN], "2025-06-29", Stage.AGREEMENT, "Agreed"),
]


@pytest.mark.parametrize(("events", "on", "state", "word"), [c[1:] for c in STATES], ids=[c[0] for c in STATES])
def test_state(events: list[KeptEvent], on: str, state: Stage | None, word: str) -> None:
    found = standing(case_file("c", events), date.fromisoformat(on))
    assert (found.state, found.word) == (state, word)


def test_deliveries_without_a_count_leave_it_unknown_and_not_zero() -> None:
    found = standing(case_file("c", [SIGNED, BEGUN]), date(2025, 7, 1))
    assert (found.deliveries, found.delivered) == ("begun", None)
    assert any("how many were delivered" in gap.what for gap in found.unknown)


def test_an_approval_leaves_open_whether_it_is_ordered() -> None:
    found = standing(case_file("c", [APPROVED]), date(2024, 1, 1))
    assert [gap.what for gap in found.unknown if "not an order" in gap.what]
    signed = standing(case_file("c", [APPROVED, SIGNED]), date(2024, 2, 1))
    assert not [gap.what for gap in signed.unknown if "not an order" in gap.what]


def test_silence_is_dormancy_and_never_a_halt() -> None:
    case = case_file("c", [APPROVED])
    assert not standing(case, date(2024, 12, 31)).dormant
    quiet = standing(case, date(2026, 1, 1))
    assert quiet.dormant
    assert not quiet.halted
    assert quiet.word == "Approved for sale"


def test_an_empty_case_has_no_state() -> None:
    found = standing(case_file("c", []), date(2024, 1, 1))
    assert (found.state, found.heard, found.events) == (None, None, ())


def test_every_stage_has_words_and_proofs() -> None:
    for stage in Stage:
        assert set(table("stages")[stage.value]) == {"happened", "scheduled", "expected", "possible", "denied"}
        assert table("proofs")[stage.value]["proves"]
    words = {s.value for s in Stage} | {"complete"}
    assert all(set(p["settled_by"]) <= words for s in Stage for p in table("proofs")[s.value].get("open", ()))


EXAMPLE_LINES = [
    (
        "2023-12-01",
        "Approved for sale: 17 November 2023; no signature on file; deliveries scheduled from April 2027 to March 2028; "
        "agreement expected by 31 March 2024",
    ),
    ("2024-02-01", "Agreed: signed 18 January 2024; deliveries scheduled from April 2025 to March 2028"),
    (
        "2026-11-22",
        "Partly delivered: signed 18 January 2024; at least 20 of 400 delivered; deliveries scheduled from April 2025 to March 2028",
    ),
]


@pytest.mark.parametrize(("on", "line"), EXAMPLE_LINES)
def test_the_example_purchase_day_by_day(on: str, line: str) -> None:
    assert standing(example_tomahawk(), date.fromisoformat(on)).line == line


def test_what_was_known_before_the_register_came_out_has_no_count() -> None:
    found = standing(example_tomahawk(known=date(2026, 3, 20)), date(2026, 3, 20))
    assert (found.word, found.delivered) == ("Delivery begun", None)
    assert "number not published" in found.line


@pytest.mark.skipif(not GOLD.exists(), reason="the development documents are not beside this checkout")
@pytest.mark.parametrize(
    ("case", "line"),
    [
        ("de-ch47f", "Approved for sale: 11 May 2023; no signature on file"),
        ("pl-k2-1", "Partly delivered: signed 26 August 2022; 133 of 180 delivered"),
        ("pl-k2-2", "Agreed: signed 1 August 2025; deliveries scheduled from 2026 to 2030"),
        ("in-s400", "Partly delivered: signed in October 2018; 3 of 5 delivered; deliveries expected in 2027"),
        ("id-rafale", "Partly delivered: signed in 2022; 3 of 42 delivered; deliveries expected by 31 December 2026"),
    ],
)
def test_development_cases(case: str, line: str) -> None:
    assert standing(gold_cases()[case], date(2026, 11, 22)).line == line
