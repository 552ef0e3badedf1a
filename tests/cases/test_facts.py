"""The value in force of each property, and why."""

from datetime import date

import pytest
from case_builders import case_file, example_tomahawk, paper, told

from transmittal.cases.facts import Fact, facts
from transmittal.model import DocumentKind, KeptEvent, Tier

ON = date(2026, 11, 22)
NOTICE = paper("2023-05-11", Tier.SELLER, DocumentKind.PRESS_RELEASE)


def known(*events: KeptEvent, on: date = ON) -> dict[str, Fact]:
    return {f.key: f for f in facts(case_file("c", list(events)), on)}


def certified(day: str, number: str, value: str, quote: str) -> KeptEvent:
    in_record = paper(day, Tier.SELLER, DocumentKind.CONGRESSIONAL_RECORD, name=number)
    return told("change", day, in_record, value=value, basis="estimate", value_bound="max", transmittal=number, quote=quote)


FIRST = told("approval", "2023-05-11", NOTICE, value="$8500000000", basis="estimate", value_bound="max", transmittal="23-26")
CHAINS = [
    (
        "a total replaces",
        [FIRST, certified("2025-04-23", "25-0G", "$9000000000", "resulting in a new total of $9000000000")],
        "US$9 bn",
        ["US$8.5 bn"],
    ),
    (
        "an increase is added",
        [FIRST, certified("2025-04-23", "25-0G", "$500000000", "the value will increase by $500000000")],
        "US$9 bn",
        ["US$8.5 bn"],
    ),
    (
        "a total after an increase is the total",
        [
            FIRST,
            certified("2025-04-23", "25-0G", "$500000000", "the value will increase by $500000000"),
            certified("2026-05-12", "26-1C", "$9100000000", "a revised total value of $9100000000"),
        ],
        "US$9.1 bn",
        ["US$8.5 bn", "US$9 bn"],
    ),
    (
        "a report that leaves the total alone",
        [FIRST, told("change", "2025-04-23", paper("2025-04-24"), transmittal="25-0G")],
        "US$8.5 bn",
        [],
    ),
]


@pytest.mark.parametrize(("events", "now", "earlier"), [c[1:] for c in CHAINS], ids=[c[0] for c in CHAINS])
def test_a_chain_has_one_ceiling_and_never_a_sum(events: list[KeptEvent], now: str, earlier: list[str]) -> None:
    fact = known(*events)["ceiling"]
    assert (fact.now.bare, [t.bare for t in fact.earlier]) == (now, earlier)


def test_a_sum_says_that_no_document_prints_it_and_stands_on_both() -> None:
    fact = known(*CHAINS[1][1])["ceiling"]
    assert fact.now.derived
    assert "no document prints the sum" in fact.because
    assert len(fact.events) == 2


def test_on_an_earlier_day_the_earlier_ceiling_held() -> None:
    assert known(*CHAINS[0][1], on=date(2024, 1, 1))["ceiling"].now.bare == "US$8.5 bn"


def test_amounts_of_different_kinds_do_not_replace_each_other() -> None:
    found = known(
        FIRST,
        told("plan", "2022-12-23", paper("2022-12-23", Tier.BUYER, DocumentKind.BUDGET), value="¥211300000000", basis="budget"),
        told("agreement", "2024-01-18", paper("2024-01-18", Tier.BUYER), value="¥254100000000"),
        told(
            "award",
            "2024-09-27",
            paper("2024-09-27", Tier.SELLER, DocumentKind.CONTRACT_ANNOUNCEMENT),
            value="$118400000",
            contract=("N1",),
        ),
    )
    assert {k: f.value for k, f in found.items() if f.now.currency} == {
        "ceiling": "US$8.5 bn (notified ceiling, May 2023)",
        "price": "¥254.1 bn (agreed price, Jan 2024)",
        "budget JPY 211300000000": "¥211.3 bn (budget, Dec 2022)",
        "award USD 118400000": "US$118.4 m (contract award, Sep 2024)",
    }


NEARER = [
    ("the buyer before the press", Tier.BUYER, "2024-01-18", Tier.PRESS, "2024-03-01", "¥254100000000"),
    ("the press before nobody", Tier.PRESS, "2024-01-19", Tier.OTHER, "2024-03-01", "¥254100000000"),
    ("of equals the later", Tier.PRESS, "2024-03-01", Tier.PRESS, "2024-01-19", "¥254100000000"),
]


@pytest.mark.parametrize(("tier", "day", "other_tier", "other_day", "chosen"), [c[1:] for c in NEARER], ids=[c[0] for c in NEARER])
def test_within_a_step_the_nearer_source_is_believed(tier: Tier, day: str, other_tier: Tier, other_day: str, chosen: str) -> None:
    fact = known(
        told("agreement", "2024-01-18", paper(day, tier, name="a"), value=chosen),
        told("agreement", "2024-01-18", paper(other_day, other_tier, name="b"), value="¥263400000000"),
    )["price"]
    assert fact.now.amount == 254100000000
    assert [t.bare for t in fact.beside] == ["¥263.4 bn"]
    assert len(fact.disagreements) == 1


def test_a_later_step_stands_before_a_nearer_source_of_an_earlier_one() -> None:
    fact = known(
        told("agreement", "2024-01-18", paper("2024-01-18", Tier.BUYER), value="¥254100000000"),
        told("change", "2025-05-01", paper("2025-05-02"), value="¥300000000000", quote="the contract now has a new total of ¥300000000000"),
    )["price"]
    assert fact.now.bare == "¥300 bn"


def test_variants_are_one_line_however_they_are_spelt() -> None:
    found = known(
        told("agreement", "2024-01-18", paper("2024-01-19"), items=(("Tomahawk", "Block IV", 200),)),
        told("agreement", ("2024-01-01", "2024-12-31"), paper("2026-03-31", Tier.REGISTER), items=(("Tomahawk", "Block-4", 200),)),
    )
    assert [k for k in found if k.startswith("ordered")] == ["ordered tomahawk/block-4"]


def test_the_example_purchase() -> None:
    found = {f.key: f for f in facts(example_tomahawk(), ON)}
    assert found["ceiling"].value == "US$2.35 bn (notified ceiling, Nov 2023)"
    assert found["price"].value == "about ¥254.1 bn (agreed price, Jan 2024)"
    assert found["ordered tomahawk"].value == "400 Tomahawk (ordered, Jan 2024)"
    assert found["window delivery"].value == "April 2025 to March 2028"
    assert found["date agreement"].value == "18 January 2024"
    assert found["buyer"].value == "Japan (JP)"
    assert found["transmittal 23-990"].cites


def test_on_the_first_of_december_2023_nothing_was_ordered() -> None:
    found = {f.key for f in facts(example_tomahawk(), date(2023, 12, 1))}
    assert "ceiling" in found
    assert not {"price", "ordered tomahawk", "date agreement", "award USD 118400000"} & found
