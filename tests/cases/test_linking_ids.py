"""Ids of cases, what people decided, the order of arrival, and time."""

import random
import time
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from linking_rows import QUALITY, blocks, kept, link_set, measure, rows

from transmittal.cases.linking import keys, link, place
from transmittal.cases.linking.families import family
from transmittal.cases.linking.weights import Weights, rules
from transmittal.catalogue import system
from transmittal.model import KeptEvent

KNOWN = list(rows(QUALITY / "cases" / "known.toml"))
ASIDE = list(rows(QUALITY / "cases" / "kept_aside.toml"))
LATER = list(rows(QUALITY / "cases" / "later.toml"))
REPEATS = list(rows(QUALITY / "cases" / "repeats.toml"))
EVENTS = [event for _, event in KNOWN + ASIDE]


def partition(cases: dict[str, str]) -> set[frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for event, case in cases.items():
        groups.setdefault(case, set()).add(event)
    return {frozenset(group) for group in groups.values()}


@pytest.mark.parametrize(("name", "labelled"), [("known", KNOWN), ("kept aside", ASIDE), ("later", LATER), ("repeats", REPEATS)])
def test_labelled_sets_keep_their_figures(name: str, labelled: list[tuple[str, KeptEvent]]) -> None:  # noqa: ARG001
    """Floors of the sets in quality/cases; docs/cases/linking.md tells how the figures came about."""
    figures = measure(labelled, link_set(labelled))
    assert figures.near_misses_joined == 0
    assert figures.pairwise_f1 >= 0.97
    assert figures.bcubed_f1 >= 0.97


@settings(max_examples=15, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_documents_does_not_matter(shuffler: random.Random) -> None:
    shuffled = EVENTS[:]
    shuffler.shuffle(shuffled)
    small = [block for block in blocks(shuffled) if len(block) <= rules().limits.whole]
    assert len(small) > 10
    for block in small:
        assert link(block) == link(sorted(block, key=lambda event: event.id))


@settings(max_examples=10, deadline=None)
@given(st.randoms(use_true_random=False))
def test_events_that_come_one_by_one_end_in_the_same_cases(shuffler: random.Random) -> None:
    """As the ledger does it: each new event is linked with the events that share a key with it."""
    arriving = EVENTS[:]
    shuffler.shuffle(arriving)
    current: dict[str, str] = {}
    arrived: list[KeptEvent] = []
    for event in arriving:
        arrived.append(event)
        block = next(block for block in blocks(arrived) if event in block)
        current |= {name: found.case for name, found in link(block, current=current, taken=set(current.values()).__contains__).items()}
    assert partition(current) == partition(link_set([("", event) for event in EVENTS]))


def test_ids_stay_when_documents_are_added() -> None:
    first = kept(
        document="a",
        known="2023-11-17",
        stage="approval",
        buyer="JP",
        supplier="US",
        items=["tomahawk | Tomahawk | | <400"],
        date="2023-11-17",
    )
    signed = kept(
        document="b",
        known="2024-01-18",
        stage="agreement",
        buyer="JP",
        supplier="US",
        items=["tomahawk | Tomahawk | | =400"],
        date="2024-01-18",
    )
    plan = kept(
        document="c",
        known="2022-12-23",
        kind="budget",
        stage="plan",
        buyer="JP",
        supplier="US",
        items=["tomahawk | Tomahawk"],
        date="2022-12-23",
    )
    current = {first.id: link([first])[first.id].case}
    assert current == {first.id: "jp-tomahawk-2023"}
    # The plan is a year older, and would have given another name.
    links = link([first, signed, plan], current=current)
    assert {found.case for found in links.values()} == {"jp-tomahawk-2023"}


def test_a_split_leaves_the_id_with_the_larger_part() -> None:
    events = [
        kept(
            document=f"{n}",
            known=f"20{10 + 9 * (n > 1)}-01-01",
            stage="agreement",
            buyer="IN",
            items=["rafale | Rafale | | =36"],
            date=f"20{10 + 9 * (n > 1)}-01-01",
        )
        for n in range(5)
    ]
    links = link(events, current=dict.fromkeys((event.id for event in events), "in-rafale"))
    assert [links[event.id].case for event in events[2:]] == ["in-rafale"] * 3
    assert links[events[0].id].case == links[events[1].id].case == "in-rafale-2010"


NAMES = [
    ("the buyer, its system, the year", {"buyer": "JP", "items": ["tomahawk | Tomahawk"], "date": "2023-11-17"}, "jp-tomahawk-2023"),
    ("no buyer: the channel", {"channel": "FMS", "items": ["harpoon | Harpoon"], "date": "2023-04-07"}, "fms-harpoon-2023"),
    ("a system that only its designation tells", {"buyer": "UA", "items": ["?| AT-4"], "date": "2024"}, "ua-at4-2024"),
    ("no system: the number", {"buyer": "LY", "transmittal": "13-74", "date": "2014-01-22"}, "ly-13-74"),
    ("nothing but the document", {}, "case-a"),
]


@pytest.mark.parametrize(("name", "said", "expected"), NAMES, ids=[name for name, _, _ in NAMES])
def test_new_cases_have_readable_ids(name: str, said: dict[str, Any], expected: str) -> None:  # noqa: ARG001
    event = kept(stage="approval", known="2024-02-01", **said)
    assert link([event])[event.id].case == expected


def test_a_taken_id_gets_a_number() -> None:
    event = kept(stage="approval", buyer="JP", items=["tomahawk | Tomahawk"], date="2023")
    taken = {"jp-tomahawk-2023", "jp-tomahawk-2023-2"}
    assert link([event], taken=taken.__contains__)[event.id].case == "jp-tomahawk-2023-3"


# ---------------------------------------------------------------- what people decided
def test_pins_hold_and_keep_cases_apart() -> None:
    """Two reports of one signature that a person put into two cases."""
    events = [
        kept(
            document=d, stage="agreement", buyer="PL", items=["himars | HIMARS | | =20"], value="414000000 USD contract", date="2019-02-13"
        )
        for d in "abcd"
    ]
    a, b, *_ = events
    pins = {a.id: "one", b.id: "two"}
    links = link(events, pins=pins, current=dict.fromkeys((event.id for event in events), "pl-himars-2019"))
    assert (links[a.id].case, links[b.id].case) == ("one", "two")
    assert links[a.id].pinned
    assert links[a.id].score == 1.0


def test_a_pinned_event_pulls_what_belongs_with_it() -> None:
    notice = kept(document="a", stage="approval", buyer="PL", items=["himars | HIMARS"], transmittal="18-46", date="2018-11-29")
    reprint = kept(document="b", stage="approval", buyer="PL", items=["himars | HIMARS"], transmittal="18-46", date="2018-11-29")
    links = link([notice, reprint], pins={notice.id: "homar-1"})
    assert links[reprint.id].case == "homar-1"
    assert not links[reprint.id].pinned


def test_pins_join_what_the_program_would_not() -> None:
    first = kept(document="a", stage="agreement", buyer="IN", items=["rafale | Rafale | | =36"], date="2016-09-23")
    second = kept(document="b", stage="agreement", buyer="IN", items=["rafale | Rafale | | =26"], date="2025-04-28")
    links = link([first, second], pins={first.id: "in-rafale", second.id: "in-rafale"})
    assert {found.case for found in links.values()} == {"in-rafale"}


def test_an_event_moved_by_a_person_leaves_the_rest_where_it_was() -> None:
    events = [kept(document=d, stage="delivery", buyer="IN", supplier="FR", items=["rafale | Rafale"], date="2021") for d in "abc"]
    current = dict.fromkeys((event.id for event in events), "in-rafale-2016") | {events[0].id: "in-rafale-m"}
    links = link(events, pins={events[0].id: "in-rafale-m"}, current=current)
    assert [links[event.id].case for event in events] == ["in-rafale-m", "in-rafale-2016", "in-rafale-2016"]


def test_the_second_best_case_is_kept_for_review() -> None:
    first = kept(
        document="a", known="2021-01-25", stage="agreement", buyer="GR", supplier="FR", items=["rafale | Rafale | | =18"], date="2021-01-25"
    )
    second = kept(
        document="b", known="2022-03-24", stage="agreement", buyer="GR", supplier="FR", items=["rafale | Rafale | | =6"], date="2022-03-24"
    )
    vague = kept(
        document="c", known="2023-05-01", stage="delivery", buyer="GR", supplier="FR", items=["rafale | Rafale | | =1"], date="2023-05"
    )
    placed = place([first, second, vague])[vague.id]
    assert {placed.link.case, placed.second} == {"gr-rafale-2021", "gr-rafale-2022"}
    assert placed.near
    assert 0 < placed.second_score <= placed.link.score


# ---------------------------------------------------------------- keys and data
def test_keys_are_few_and_meet() -> None:
    items = ["hcds | HCDS | | <100 system", "harpoon | Harpoon | Block II | <400"]
    value = "2370000000 USD estimate"
    notice = kept(stage="approval", buyer="TW", items=items, value=value, transmittal="20-68", date="2020-10-26")
    order = kept(stage="award", items=["harpoon | Harpoon | | =400"], contract=["N00019-23-F-0512", "N00019-21-G-0006"], date="2023-04-07")
    months = {"TW|approval 2020-10", "TW|approval 2020-11"}  # the 26th: the Register may date it in either
    counts = {"#100|harpoon", "#400|harpoon", "#500|harpoon"}
    assert keys(notice) == {"TW|harpoon", "TW|2370000000 USD", "id:transmittal:20-68"} | counts | months
    assert keys(order) == {"*|harpoon|2023", "#400|harpoon", "id:piid:N0001923F0512"}


def test_own_contracts_have_no_key_by_system() -> None:
    event = kept(stage="award", buyer="US", supplier="US", channel="domestic", items=["javelin | Javelin"], contract=["W31P4Q-19-C-0076"])
    assert keys(event) == {"id:piid:W31P4Q19C0076"}


def test_every_weight_has_words_and_every_related_system_exists() -> None:
    silent = {"bias", "drift_most"}
    assert set(rules().words) == set(Weights.__struct_fields__) - silent
    for entry in rules().related:
        assert all(system(name) for name in entry.systems)
        assert len({family(name) for name in entry.systems}) == 2
        assert entry.why
        assert entry.source


# ---------------------------------------------------------------- time
def test_a_new_event_finds_its_place_among_300_in_time() -> None:
    """Twenty milliseconds of this process's own time, so that a busy machine does not fail it."""
    events = [_one_of_many(n) for n in range(300)]
    current = {event.id: f"case-{n // 50}" for n, event in enumerate(events[:-1])}
    link(events, current=current)
    spent = []
    for _ in range(5):
        before = time.process_time()
        links = link(events, current=current)
        spent.append(time.process_time() - before)
    assert set(links) == {events[-1].id}
    assert min(spent) < 0.020


def _one_of_many(n: int) -> KeptEvent:
    """Six purchases of one system, fifty events each."""
    day = date(2008, 1, 1) + timedelta(days=20 * n)
    stage = ("plan", "approval", "agreement", "award", "delivery")[n % 5]
    items = [f"f-35 | F-35A | | ={5 + n // 50}", "f135 | F135"]
    value = f"{n + 1}000000 USD contract"
    return kept(document=f"{n}", known=day, stage=stage, buyer="JP", supplier="US", items=items, value=value, date=str(day))
