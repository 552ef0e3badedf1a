"""What a difference between two values is."""

from datetime import date
from decimal import Decimal

import pytest
from case_builders import case_file, example_tomahawk, paper, told

from transmittal.cases.disagreements import Difference, Disagreement, disagreements
from transmittal.cases.rounding import consistent_rate, digit_slip, same_rounded
from transmittal.cases.words import table
from transmittal.model import Basis, DocumentKind, KeptEvent, Stage, Tier

ON = date(2026, 11, 22)
A, B, C = paper("2024-01-19", name="a"), paper("2024-01-20", name="b"), paper("2024-01-21", name="c")


def found(*events: KeptEvent) -> list[Disagreement]:
    return list(disagreements(case_file("c", list(events)), ON))


def price(value: str, in_paper: object = A, **more: object) -> KeptEvent:
    return told("agreement", "2024-01-18", in_paper, value=value, **more)  # type: ignore[arg-type]


def ordered(count: int, variant: str | None = None, in_paper: object = A, **more: object) -> KeptEvent:
    return told("agreement", "2024-01-18", in_paper, items=(("Tomahawk", variant, count),), **more)  # type: ignore[arg-type]


HALVES = [ordered(200, "Block IV", B), ordered(200, "Block V", C)]
NOTICE = told(
    "approval", "2023-11-17", paper("2023-11-17", Tier.SELLER, DocumentKind.PRESS_RELEASE), value="$2350000000", basis="estimate",
    value_bound="max", items=(("Tomahawk", "Block V", 200),), bound="max",
)  # fmt: skip
BUDGET = told("plan", "2022-12-23", paper("2022-12-23", Tier.BUYER, DocumentKind.BUDGET), value="¥211300000000", basis="budget", order=0)
SHIPS = told("plan", "2022-12-23", paper("2022-12-23", Tier.BUYER, DocumentKind.BUDGET), value="¥110400000000", basis="budget", order=1)
PLANNED = told("plan", "2023-02-27", paper("2023-02-28"), items=(("Tomahawk", "Block V", 400),))
CHANGED = told("change", "2023-10-04", paper("2023-10-05"), items=(("Tomahawk", "Block IV", None),))
PRESS_500 = told("plan", "2022-11-30", paper("2022-11-30", name="early"), items=(("Tomahawk", None, 500),))
PLAN_400 = told("plan", "2023-02-27", paper("2023-02-27", Tier.BUYER), items=(("Tomahawk", None, 400),))
AWARD = told(
    "award", "2024-09-27", paper("2024-09-27", Tier.SELLER, DocumentKind.CONTRACT_ANNOUNCEMENT), items=(("Tomahawk", "Block V", 52),),
    value="$118400000", contract=("N1",),
)  # fmt: skip

CASES: list[tuple[str, list[KeptEvent], Difference, str, bool]] = [
    ("a rounded price", [price("¥254100000000"), price("¥254000000000", B)], Difference.CONVERSION, "once rounded", True),
    ("a price in another currency", [price("¥254100000000"), price("$1700000000", B)], Difference.CONVERSION, "consistent with", True),
    ("two currencies that no rate joins", [price("¥254100000000"), price("$9000000000", B)], Difference.CONFLICT, "no rate", False),
    ("a dropped zero", [price("$19030000000"), price("$19300000000", B)], Difference.CONFLICT, "but for a zero", False),
    ("a slipped point", [price("¥25410000000"), price("¥254100000000", B)], Difference.CONFLICT, "10 times as much", False),
    ("two prices for one signature", [price("$3400000000"), price("$3300000000", B)], Difference.CONFLICT, "nothing on file", False),
    ("a ceiling and a price", [NOTICE, price("¥254100000000")], Difference.BASIS, "the most the seller's government", True),
    ("a budget and a price", [BUDGET, price("¥254100000000")], Difference.BASIS, "for the lines it names", True),
    ("two budget lines", [BUDGET, SHIPS], Difference.SCOPE, "side by side", True),
    ("a whole and its parts", [ordered(400), *HALVES], Difference.SCOPE, "400 = 200 + 200", True),
    ("one lot of an order", [ordered(200, "Block V"), AWARD], Difference.SCOPE, "one lot", True),
    ("a change of the mix", [PLANNED, CHANGED, ordered(200, "Block V")], Difference.CHANGE, "the change between them", True),
    ("a plan and an order without a change", [PLANNED, ordered(200, "Block V")], Difference.BASIS, "what the buyer planned", True),
    ("an early figure of the press", [PRESS_500, PLAN_400], Difference.CONFLICT, "superseded", True),
    ("more ordered than notified", [NOTICE, ordered(300, "Block V")], Difference.CONFLICT, "only up to 200 notified", False),
    ("parts that are more than the whole", [ordered(300), *HALVES], Difference.CONFLICT, "are more than", False),
    (
        "a ceiling that a certification raised",
        [
            NOTICE,
            told(
                "change", "2025-01-10", paper("2025-01-11", Tier.SELLER), value="$2500000000", basis="estimate", transmittal="25-0A",
                quote="a revised total value of $2500000000",
            ),
        ],
        Difference.CHANGE,
        "a later step altered it",
        True,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("events", "kind", "words", "settled"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_difference(events: list[KeptEvent], kind: Difference, words: str, settled: bool) -> None:
    matching = [d for d in found(*events) if d.kind is kind and words in d.line]
    assert len(matching) == 1, [(d.kind, d.line) for d in found(*events)]
    assert matching[0].settled is settled
    assert len(matching[0].events) >= 2
    assert all(t.bare in matching[0].line or kind is Difference.CONFLICT for t in matching[0].values)


def test_equal_values_are_no_disagreement() -> None:
    assert found(price("¥254100000000"), price("¥254100000000", B)) == []


DAYS = [
    ("the date line", "2023-11-18", Difference.CONVERSION, True),
    ("another day under one number", "2023-11-27", Difference.CONFLICT, False),
]


@pytest.mark.parametrize(("day", "kind", "settled"), [c[1:] for c in DAYS], ids=[c[0] for c in DAYS])
def test_two_days_for_one_notification(day: str, kind: Difference, settled: bool) -> None:
    (one,) = found(
        told("approval", "2023-11-17", paper("2023-11-17", Tier.SELLER), transmittal="23-59"),
        told("approval", day, paper("2023-11-28"), transmittal="23-59"),
    )
    assert (one.kind, one.settled, one.keys) == (kind, settled, ("date approval",))
    assert [t.bare for t in one.values] == ["17 November 2023", f"{int(day[-2:])} November 2023"]


def test_two_buyers_are_a_conflict() -> None:
    (one,) = found(told("agreement", "2024-01-18", A, buyer="JP"), told("agreement", "2024-01-18", B, buyer="GB"))
    assert (one.kind, one.keys) == (Difference.CONFLICT, ("buyer",))


def test_the_whole_story_of_one_purchase_comes_out_explained() -> None:
    events = [NOTICE, BUDGET, SHIPS, PRESS_500, PLAN_400, PLANNED, CHANGED]
    events += [price("¥254100000000"), price("$1700000000", B), ordered(400), ordered(200, "Block IV", B), ordered(200, "Block V", C)]
    assert [d.line for d in found(*events) if not d.settled] == []


def test_the_example_purchase_leaves_nothing_open() -> None:
    listed = disagreements(example_tomahawk(), ON)
    assert [d.line for d in listed if not d.settled] == []
    assert {d.kind for d in listed} == {Difference.CHANGE, Difference.BASIS, Difference.SCOPE, Difference.CONVERSION}


def test_a_conversion_in_brackets_is_told_with_its_own_words() -> None:
    (one,) = [d for d in disagreements(example_tomahawk(), ON) if d.kind is Difference.CONVERSION]
    assert [t.bare.removeprefix("about ") for t in one.values] == ["¥254.1 bn", "US$1.7 bn"]
    assert [cite.mention.quote for cite in one.values[1].cites] == ["USD1.7 billion"]


ROUNDED = [
    ("254.1 and 254", "254100000000", "254000000000", True),
    ("2.35 and 2.4", "2350000000", "2400000000", True),
    ("3.4 and 3.3 have as many digits", "3400000000", "3300000000", False),
    ("3.4 and 3 is too coarse to be sure", "3400000000", "3000000000", False),
    ("498.31 and 498", "498310000", "498000000", True),
    ("1.17 and 1.2", "1170000000", "1200000000", True),
    ("8.5 and 9", "8500000000", "9000000000", False),
]


@pytest.mark.parametrize(("a", "b", "same"), [c[1:] for c in ROUNDED], ids=[c[0] for c in ROUNDED])
def test_rounding(a: str, b: str, same: bool) -> None:
    assert same_rounded(Decimal(a), Decimal(b)) is same
    assert same_rounded(Decimal(b), Decimal(a)) is same


SLIPS = [
    ("a zero dropped", "19030000000", "19300000000", True),
    ("a decimal point", "88454000000000", "8845400000000", True),
    ("two digits swapped", "254100000000", "245100000000", True),
    ("simply other numbers", "3400000000", "3300000000", False),
    ("half and whole", "200", "400", False),
]


@pytest.mark.parametrize(("a", "b", "slip"), [c[1:] for c in SLIPS], ids=[c[0] for c in SLIPS])
def test_digit_slips(a: str, b: str, slip: bool) -> None:
    assert (digit_slip(Decimal(a), Decimal(b)) is not None) is slip


def test_no_rate_on_file_is_no_verdict() -> None:
    assert consistent_rate(Decimal(1), "XTS", Decimal(1), "USD", 2024) is None
    assert consistent_rate(Decimal("254.1e9"), "JPY", Decimal("1.7e9"), "USD", 2024) is True


def test_every_amount_has_exactly_one_kind() -> None:
    """Any stage and basis but a change, whose amounts belong to the step it alters, and no pair twice."""
    for stage in Stage:
        for basis in Basis:
            kinds = [k["id"] for k in table("bases")["kind"] if stage.value in k["stages"] and basis.value in k["bases"]]
            assert len(kinds) == 1 or (stage is Stage.CHANGE and basis in (Basis.ESTIMATE, Basis.CONTRACT)), (stage, basis, kinds)


def test_relations_are_between_kinds() -> None:
    kinds = {k["id"] for k in table("bases")["kind"]}
    assert all({r["a"], r["b"]} <= kinds for r in table("bases")["relation"])


def test_rates_are_decimals_of_plain_size() -> None:
    for currency, years in table("rates")["per_dollar"].items():
        values = [Decimal(v) for v in years.values()]
        assert min(values) > 0
        assert max(values) / min(values) < 2, currency
