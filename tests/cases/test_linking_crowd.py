"""One buyer's many purchases of one system: what keeps them apart, and new events among a thousand."""

import random
import time
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import pytest
from linking_rows import QUALITY, kept, link_set, measure, rows

from transmittal.cases.linking import link, place
from transmittal.cases.linking.remembered import Remembered
from transmittal.cases.linking.weights import rules
from transmittal.model import KeptEvent

F16 = "f-16 | F-16 | Block 70 | "


@dataclass(frozen=True)
class Block:
    """Events by name, each with its document, and the groups of names that are one case."""

    name: str
    events: dict[str, dict[str, Any]]
    cases: list[str]
    known: dict[str, str] = field(default_factory=dict)


def said(stage: str, buyer: str, items: list[str], day: str | None = None, **more: Any) -> dict[str, Any]:
    return {"stage": stage, "buyer": buyer, "items": items, "date": day, "supplier": "US", **more}


BLOCKS = [
    Block(
        "a delivery goes to the older of two orders that fit it alike, a later one to the order that is still open then",
        {
            "a": said("agreement", "BG", [F16 + "=8"], "2019-07", document="x", order=0),
            "b": said("agreement", "BG", [F16 + "=8"], "2022-11", document="x", order=1),
            "c": said("delivery", "BG", [F16 + "=7"], "/2025-12-31", modality="expected", document="x", order=2),
            "d": said("delivery", "BG", [F16], "2027", modality="scheduled", document="x", order=3),
        },
        ["ac", "bd"],
    ),
    Block(
        "what is handed over within months of a notice was ordered before",
        {
            "a": said("plan", "JP", ["kc-46 | KC-46A | | =4"], "2019-12-20", document="old", kind="budget"),
            "b": said("approval", "JP", ["kc-46 | KC-46A | | <9"], "2024-09-13", document="new", order=0),
            "c": said("delivery", "JP", ["kc-46 | KC-46A | | =4"], document="new", order=1),
        },
        ["ac", "b"],
        {"old": "2019-12-20", "new": "2024-12-27"},
    ),
    Block(
        "signed and still to be signed, in one document, are two; the notice goes with what was signed",
        {
            "a": said("agreement", "PL", ["ah-64 | AH-64E | | =96"], "2024-08-13", document="x", order=0),
            "b": said("agreement", "PL", ["ah-64 | AH-64E"], "/2024-12-31", modality="expected", document="x", order=1),
            "c": said("approval", "PL", ["ah-64 | AH-64E"], "2023-08", document="x", order=2),
        },
        ["ac", "b"],
        {"x": "2024-08-13"},
    ),
    Block(
        "under a framework, contracts are still to be signed",
        {
            "a": said("agreement", "PL", ["himars | HIMARS | | <486"], "2023-09-11", document="x", order=0),
            "b": said("agreement", "PL", ["himars | HIMARS"], "2024", modality="expected", document="x", order=1),
        },
        ["ab"],
        {"x": "2023-09-11"},
    ),
    Block(
        "terms by model that leave less than was ordered and delivered are those of another batch",
        {
            "a": said("change", "GB", ["f-35 | F-35A | | =12", "f-35 | F-35B | | =15"], "2025-06-25", document="x", order=0),
            "b": said("agreement", "GB", ["f-35 | F-35B | | =48"], document="x", order=1),
            "c": said("delivery", "GB", ["f-35 | F-35B | | =38"], document="x", order=2),
        },
        ["a", "bc"],
        {"x": "2025-06-25"},
    ),
    Block(
        "an event that names two systems brings no purchases of one each together",
        {
            "a": said("agreement", "CZ", ["gripen | Gripen C/D | | =12"], "2024-03-01", document="p", supplier="SE", channel="lease"),
            "b": said("plan", "CZ", ["gripen | Gripen", "f-35 | F-35A"], "2024-01", document="q", supplier=None),
            "c": said("agreement", "CZ", ["f-35 | F-35A | | =24"], "2024-01-29", document="r"),
        },
        ["a", "bc"],
    ),
    Block(
        "a letter-numbered report adds to its notice: both counts and their sum are of one case",
        {
            "a": said("approval", "TW", ["himars | HIMARS | | =11 launcher"], "2020-10-21", document="web"),
            "b": said("approval", "TW", ["himars | HIMARS | | =11 launcher"], "2020-10-21", document="fr", transmittal="20-66"),
            "c": said(
                "change",
                "TW",
                ["himars | HIMARS | | =18 launcher"],
                "2022-12-01",
                document="l",
                transmittal="22-0K",
                related_transmittals=["20-66"],
            ),
            "d": said("delivery", "TW", ["himars | HIMARS | | =18"], "2026", modality="scheduled", document="n", order=1),
            "e": said("delivery", "TW", ["himars | HIMARS | | =11"], "2024-11-05", document="n", order=0),
            "f": said("approval", "TW", ["himars | HIMARS | | =82 launcher"], "2025-12-17", document="later"),
        },
        ["abcde", "f"],
    ),
    Block(
        "support without items: the web rounds what the Register prints, months later; another year's is another",
        {
            "a": said("approval", "SA", [], "2024-07-11", document="web", value="2800000000 USD estimate", kind="press_release"),
            "b": said(
                "approval", "SA", [], "2024-07-10", document="fr", value="2804000000 USD estimate", transmittal="24-44", kind="transmittal"
            ),
            "c": said("approval", "SA", [], "2023-07-11", document="old", value="2800000000 USD estimate", kind="press_release"),
        },
        ["ab", "c"],
        {"fr": "2025-03-06", "old": "2023-07-11"},
    ),
    Block(
        "as many F-35A planned as F-35B ordered are no reason",
        {
            "a": said("agreement", "SG", ["f-35 | F-35B | | =8"], "2023", document="p"),
            "b": said("plan", "SG", ["f-35 | F-35A | | =8"], "2024-02-28", document="q"),
        },
        ["a", "b"],
        {"p": "2023-02-24", "q": "2024-02-28"},
    ),
]


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.name)
def test_which_events_are_one_case(block: Block) -> None:
    events = {
        name: kept(known=block.known.get(slots["document"], slots["date"] if len(slots["date"] or "") == 10 else "2025-06-01"), **slots)
        for name, slots in block.events.items()
    }
    for _ in range(3):
        coming = list(events.values())
        random.Random(len(coming)).shuffle(coming)
        cases = link_set([("", event) for event in coming])
        found: dict[str, str] = {}
        for name, event in events.items():
            found[cases[event.id]] = found.get(cases[event.id], "") + name
        assert sorted(found.values()) == block.cases


def test_the_blind_set_keeps_its_figures() -> None:
    """What is left: two contracts under one notice, an option told as possible, a total over two orders."""
    labelled = list(rows(QUALITY / "cases" / "blind_buyers.toml"))
    figures = measure(labelled, link_set(labelled))
    assert figures.near_misses_joined == 0
    assert figures.pairwise_f1 >= 0.92
    assert figures.bcubed_f1 >= 0.96


# ---------------------------------------------------------------- crowded blocks
def one_of_many(n: int, of: int = 6) -> KeptEvent:
    """Purchases of one system by one buyer, one each half year, `of` events of each within two years."""
    purchase, step = divmod(n, of)
    day = date(2000, 1, 1) + timedelta(days=180 * purchase + 120 * step)
    stage = ("plan", "approval", "agreement", "award", "delivery", "delivery")[step % 6]
    count = 20 + purchase
    items = [f"f-35 | F-35A | | ={count}"]
    value = f"{count}000000 USD estimate" if stage == "approval" else None
    return kept(document=f"{n}", known=day, stage=stage, buyer="JP", supplier="US", items=items, value=value, date=str(day))


def test_a_new_event_among_1000_in_time() -> None:
    """Twenty milliseconds of this process's own time, the best of five."""
    events = [one_of_many(n) for n in range(1002)]
    current = {event.id: f"case-{n // 6}" for n, event in enumerate(events) if n != 500}
    new = events[500]
    spent = []
    for _ in range(5):
        before = time.process_time()
        links = link(events, current=current)
        spent.append(time.process_time() - before)
    assert links[new.id].case == "case-83"
    assert set(links) == {new.id}
    assert min(spent) < 0.020


def test_documents_of_a_crowd_come_in_any_order() -> None:
    """Beyond what is clustered whole, one by one, the cases are those of all at once."""
    events = [one_of_many(n) for n in range(120)]
    assert len(events) > rules().limits.around
    truth = link_set([("", event) for event in events])
    for seed in range(2):
        coming = events[:]
        random.Random(seed).shuffle(coming)
        current: dict[str, str] = {}
        for n in range(len(coming)):
            current |= {name: found.case for name, found in link(coming[: n + 1], current=current).items()}
        figures = measure([(truth[event.id], event) for event in events], current)
        assert figures.pairwise_f1 > 0.98


@pytest.mark.parametrize("purchases", [(3, 10), tuple(range(20))], ids=["clustered whole", "in a crowd"])
def test_an_event_put_into_a_case_leaves_both_cases_as_they_are(purchases: tuple[int, ...]) -> None:
    """A person moved the notice of the tenth purchase into the third case; then the tenth's plan is found."""
    events = {n: one_of_many(n) for purchase in purchases for n in range(6 * purchase, 6 * purchase + 6)}
    current = {event.id: f"case-{n // 6}" for n, event in events.items() if n != 60} | {events[61].id: "case-3"}
    placed = place(list(events.values()), pins={events[61].id: "case-3"}, current=current)
    cases = current | {name: found.link.case for name, found in placed.items()}
    assert {n: cases[event.id] for n, event in events.items()} == {n: "case-3" if n == 61 else f"case-{n // 6}" for n in events}


def test_what_is_remembered_is_of_the_same_content() -> None:
    """A correction changes an event and not its id; old ones are forgotten."""
    worked: list[str] = []

    def work(event: KeptEvent) -> str:
        worked.append(event.event.stage)
        return event.event.stage

    remembered = Remembered(work, 2)
    plan, award = kept(stage="plan"), kept(stage="award")
    assert plan.id == award.id
    assert [remembered(plan), remembered(plan), remembered(award), remembered(award)] == ["plan", "plan", "award", "award"]
    assert worked == ["plan", "award"]
    for name in "bcd":
        remembered(kept(stage="plan", document=name))
    assert remembered(award) == "award"
    assert worked.count("award") == 2
