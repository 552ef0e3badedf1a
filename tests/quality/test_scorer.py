"""The scorer itself: a perfect answer, an empty one, wrong ones, and the floors."""

import json
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

QUALITY = Path(__file__).resolve().parents[2] / "quality"
sys.path.insert(0, str(QUALITY))

from scoring import corpus, floors, report  # noqa: E402
from scoring.agreement import agrees  # noqa: E402
from scoring.measure import Measured, measure, unread  # noqa: E402
from scoring.slots import SLOTS  # noqa: E402
from scoring.tally import pooled  # noqa: E402

TEXT = "Chile signed for up to 24 Rooivalk Block 2 helicopters worth $1.5 billion on 3 May 2024. Denel builds them."
LABEL: dict[str, Any] = {
    "case": "cl-rooivalk", "stage": "agreement", "modality": "happened", "buyer": "CL", "supplier": "ZA", "channel": None,
    "items": [{"designation": "Rooivalk", "variant": "Block 2", "quantity": 24, "bound": "max"}],
    "value": {"amount": 1500000000, "currency": "USD", "basis": "contract"}, "date": {"start": "2024-05-03", "end": "2024-05-03"},
    "source": None, "transmittal": None, "contractors": ["Denel"], "quote": "Chile signed for up to 24 Rooivalk",
}  # fmt: skip
DOCUMENT = corpus.Labelled(name="chile", path=Path("chile.txt"), published=date(2024, 5, 4), kind="news", events=[LABEL])


def mention(quote: str) -> dict[str, Any]:
    start = TEXT.index(quote)
    return {"quote": quote, "start": start, "end": start + len(quote)}


def event(**changes: Any) -> dict[str, Any]:
    """An event of the contract that says what the label says, but for the changes."""
    system = mention("Rooivalk") | {"id": "rooivalk", "name": "Rooivalk", "designation": "AH-2"}
    return {
        "stage": "agreement", "modality": "happened", "buyer": mention("Chile") | {"id": "CL", "name": "Chile"},
        "supplier": {"id": "ZA", "name": "South Africa"}, "channel": None,
        "items": [{"system": system, "variant": "Block 2", "quantity": mention("24") | {"value": 24, "bound": "max"}}],
        "value": mention("$1.5 billion") | {"amount": "1500000000", "currency": "USD", "basis": "contract"},
        "date": {"start": "2024-05-03", "end": "2024-05-03"}, "contractors": [mention("Denel") | {"name": "Denel SOC Ltd"}],
        "evidence": [mention(TEXT.partition(". ")[0])],
    } | changes  # fmt: skip


def measured(*events: dict[str, Any]) -> Measured:
    return measure(DOCUMENT, {"document": {"text": TEXT, "kind": "news"}, "events": list(events)})


def test_a_perfect_answer_scores_one_everywhere() -> None:
    result = measured(event())
    assert not result.misses
    assert not result.faults
    assert {slot: c.f1 for slot, c in result.counts.items() if c.wanted} == dict.fromkeys(
        (s for s, c in result.counts.items() if c.wanted), 1.0
    )


def test_an_empty_answer_misses_every_value() -> None:
    counts = measured().counts
    assert (counts["event"].recall, counts["event"].precision) == (0.0, None)
    assert (pooled(counts, SLOTS).hits, pooled(counts, SLOTS).wanted) == (0, 13)


def test_a_document_that_could_not_be_read_counts_as_empty_and_is_a_fault() -> None:
    result = unread(DOCUMENT, "encrypted")
    assert result.counts["event"].wrong == 1
    assert result.faults == ["encrypted"]


@dataclass(frozen=True)
class Wrong:
    name: str
    changes: dict[str, Any]
    slot: str


WRONG = [
    Wrong("another buyer", {"buyer": {"id": "PE", "name": "Peru"}}, "buyer"),
    Wrong("a slot that the document does not give", {"channel": {"id": "FMS"}}, "channel"),
    Wrong("a digit slip in the amount", {"value": {"amount": "15000000000", "currency": "USD", "basis": "contract"}}, "amount"),
    Wrong("a ceiling read as a count", {"items": [event()["items"][0] | {"quantity": {"value": 24, "bound": "exact"}}]}, "bound"),
    Wrong("an open end where there is none", {"date": {"start": "2024-05-03", "end": None}}, "date"),
    Wrong("evidence elsewhere", {"evidence": [mention("Denel builds them.")]}, "evidence"),
]


@pytest.mark.parametrize("case", WRONG, ids=lambda case: case.name)
def test_one_wrong_value_costs_its_slot_alone(case: Wrong) -> None:
    counts = measured(event(**case.changes)).counts
    assert counts[case.slot].f1 == 0
    assert counts["event"].f1 == 1
    assert [slot for slot, c in counts.items() if c.f1 not in (1, None)] == [case.slot]


def test_the_same_event_twice_is_one_too_many() -> None:
    assert measured(event(), event()).counts["event"].precision == 0.5


def test_another_stage_is_another_event() -> None:
    counts = measured(event(stage="award")).counts["event"]
    assert (counts.hits, counts.wrong) == (0, 2)


def test_the_likest_event_is_paired_wherever_it_stands() -> None:
    other = event(date={"start": "2020-01-01", "end": "2020-12-31"}, items=[])
    result = measured(other, event())
    assert result.counts["date"].hits == 1


def test_a_quote_that_is_not_in_the_text_is_a_fault() -> None:
    assert measured(event(buyer={"id": "CL", "name": "Chile", "quote": "Peru", "start": 0, "end": 4})).faults
    assert measured(event(evidence=[])).faults == ["event 0: no evidence"]


@dataclass(frozen=True)
class Agreement:
    name: str
    slot: str
    wanted: Any
    read: Any
    expected: bool


AGREEMENTS = [
    Agreement("separators do not count", "system", ("AN/TPY-2",), ("TPY 2",), True),
    Agreement("a short name must be equal", "system", ("K2",), ("K239 Chunmoo",), False),
    Agreement("any of its names will do", "system", ("Rooivalk",), ("AH-2", "Rooivalk"), True),
    Agreement("a count belongs to its system", "quantity", (("F-16C",), 8), (("AIM-9X",), 8), False),
    Agreement("a longer variant holds the label's", "variant", (("F-16",), "Block 70"), (("F-16",), "Block 70/72"), True),
    Agreement("rounding in print is allowed", "amount", 498310000, "498300000", True),
    Agreement("one percent is too much", "amount", 100000000, "101000000", False),
    Agreement("a firm under its short name", "contractor", "Raytheon Missiles and Defense", "Raytheon", True),
    Agreement("words that every firm has prove nothing", "contractor", "Boeing Company", "Bofors Company", False),
    Agreement("a script without spaces", "source", "国務省", "米国務省", True),
    Agreement("the issuer's prefix of a number", "transmittal", "17-026", "DDTC 17-026", True),
    Agreement("a letter of a number", "transmittal", "26-0G", "26-0", False),
]


@pytest.mark.parametrize("case", AGREEMENTS, ids=lambda case: case.name)
def test_values_agree(case: Agreement) -> None:
    assert agrees(case.slot, case.wanted, case.read) is case.expected


def test_a_lower_floor_needs_a_reason_and_keeps_it(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    good, bad = (floors.from_rows(report.rows_by_kind([m])) for m in (measured(event()), measured()))
    floors.write(path, good, digest="a", documents=1, reason=None)
    assert floors.find_sunk(floors.load(path)["floors"], good) == []
    assert "news event recall 0.000, floor 1.000" in floors.find_sunk(floors.load(path)["floors"], bad)
    with pytest.raises(ValueError, match="--accept-lower"):
        floors.write(path, bad, digest="a", documents=1, reason=None)
    assert floors.load(path)["floors"] == good
    floors.write(path, bad, digest="a", documents=1, reason="labels were wrong")
    assert floors.load(path)["lowered"][0]["reason"] == "labels were wrong"


def test_gains_name_the_document_and_the_slot() -> None:
    before, now = (
        json.loads(json.dumps(report.save([m], "a"))) for m in (measured(event(buyer=None)), measured(event(channel={"id": "FMS"})))
    )
    lines = report.gains(before, now)
    assert "+ chile buyer: hits 0 → 1, wrong 1 → 0" in lines
    assert "- chile channel: hits 0 → 0, wrong 0 → 1" in lines
    assert len(lines) == 2


def test_the_digest_changes_with_any_byte_and_any_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one", encoding="utf-8")
    first = corpus.digest(tmp_path)
    assert corpus.digest(tmp_path) == first
    (tmp_path / "a.txt").write_text("two", encoding="utf-8")
    second = corpus.digest(tmp_path)
    (tmp_path / "a.txt").rename(tmp_path / "b.txt")
    assert len({first, second, corpus.digest(tmp_path)}) == 3
