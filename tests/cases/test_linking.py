"""What is one procurement and what is two: pairs and small blocks, each with the rule it shows."""

from dataclasses import dataclass
from math import exp
from typing import Any

import pytest
from linking_rows import kept

from transmittal.cases.linking import LINKER, explain, link

F35 = "f-35 | F-35A | | "
US: dict[str, Any] = {"supplier": "US", "channel": "FMS"}


@dataclass(frozen=True)
class Pair:
    """Two events of two documents, or of one when `together`."""

    name: str
    one: dict[str, Any]
    other: dict[str, Any]
    same: bool
    together: bool = False
    days: tuple[str, str] = ("2020-01-01", "2020-06-01")
    kinds: tuple[str, str] = ("news", "news")


def approval(buyer: str | None, items: list[str], date: str, **said: Any) -> dict[str, Any]:
    return {"stage": "approval", "buyer": buyer, "items": items, "date": date, **US, **said}


def agreement(buyer: str | None, items: list[str], date: str | None, **said: Any) -> dict[str, Any]:
    return {"stage": "agreement", "buyer": buyer, "items": items, "date": date, "supplier": "US", **said}


def award(buyer: str | None, items: list[str], date: str, **said: Any) -> dict[str, Any]:
    return {"stage": "award", "buyer": buyer, "items": items, "date": date, **US, **said}


HARPOONS = ["harpoon | Harpoon | Block II | =400 missile"]
HOME = {"channel": "domestic", "supplier": "US"}
PAIRS = [
    Pair(
        "the same transmittal is one notice whatever else differs",
        approval("TW", ["hcds | HCDS | | <100 system"], "2020-10-26", transmittal="20-68"),
        approval("TW", HARPOONS, "2020-10-23", transmittal="20-68"),
        True,
    ),
    Pair(
        "two transmittals are two notices whatever else agrees",
        approval("MA", ["f-16 | F-16 | | =25"], "2019-03-22", transmittal="19-09"),
        approval("MA", ["f-16 | F-16 | | =25"], "2019-03-22", transmittal="19-10"),
        False,
    ),
    Pair(
        "a report names the notice that it enlarges",
        approval("DE", ["ch-47 | CH-47F | | =60"], "2023-05-10", transmittal="23-26"),
        {"stage": "change", "buyer": "DE", "date": "2025-04-08", "transmittal": "25-0G", "related_transmittals": ["23-26"], **US},
        True,
    ),
    Pair(
        "the web post carries no number, and Washington is a day behind",
        approval("DE", ["ch-47 | CH-47F | | =60"], "2023-05-11", value="8500000000 USD estimate"),
        approval("DE", ["ch-47 | CH-47F | | =60"], "2023-05-10", value="8500000000 USD estimate", transmittal="23-26"),
        True,
        kinds=("press_release", "transmittal"),
    ),
    Pair(
        "a notice and the signature under its ceiling",
        approval("CA", ["p-8 | P-8A | | <16"], "2023-06-27"),
        agreement("CA", ["p-8 | P-8A | | =14"], "2023-11-30"),
        True,
    ),
    Pair(
        "more was signed for than was notified",
        approval("JP", [F35 + "<20"], "2023-01-10"),
        agreement("JP", [F35 + "=105"], "2023-05-10"),
        False,
    ),
    Pair(
        "two signatures three years apart with other counts",
        agreement("PL", ["k2 | K2 | | =180"], "2022-08-26", supplier="KR"),
        agreement("PL", ["k2 | K2 | | =64"], "2025-08-01", supplier="KR"),
        False,
    ),
    Pair(
        "the same count is bought again years later",
        agreement("PL", ["k2 | K2 | | =180"], "2022-08-26", supplier="KR"),
        agreement("PL", ["k2 | K2GF | | =116", "k2 | K2PL | | =64"], "2025-08-01", supplier="KR"),
        False,
        together=True,
    ),
    Pair(
        "two lines add up to what the other prints as one",
        agreement("JP", ["tomahawk | Tomahawk | Block IV | =200", "tomahawk | Tomahawk | Block V | =200"], "2024-01-18"),
        agreement("JP", ["tomahawk | Tomahawk | | =400"], "2024-01"),
        True,
    ),
    Pair(
        "a register knows the year and the count",
        agreement("HR", ["rafale | Rafale | | =12"], "2021-11-25", supplier="FR"),
        agreement("HR", ["rafale | Rafale | | =12"], "2021", supplier="FR"),
        True,
        kinds=("news", "register"),
    ),
    Pair(
        "an award that names no buyer: family, large count, contractor, after the notice",
        approval("TW", ["hcds | HCDS | | <100 system", *HARPOONS], "2020-10-26", contractors=["boeing"]),
        award(None, HARPOONS, "2023-04-07", contractors=["boeing"]),
        True,
        kinds=("press_release", "contract_announcement"),
    ),
    Pair(
        "an award that names no buyer and counts little stays alone",
        approval("TW", ["harpoon | AGM-84L | | =60"], "2022-09-02", contractors=["boeing"]),
        award(None, ["harpoon | Harpoon | | =4"], "2023-04-07", contractors=["boeing"]),
        False,
    ),
    Pair(
        "two sellers of one type",
        agreement("TR", ["typhoon | Typhoon | | =12"], "2025-10-27", supplier="GB"),
        agreement("TR", ["typhoon | Typhoon | | =12"], "2025-11-01", supplier="QA"),
        False,
    ),
    Pair(
        "one contract number, two customers",
        award("NO", ["aim-9x | AIM-9X"], "2023-04-07", contract=["N00019-22-C-0021"]),
        award("KR", ["aim-9x | AIM-9X"], "2023-04-07", contract=["N00019-22-C-0021"]),
        False,
        together=True,
    ),
    Pair(
        "a modification belongs to its contract",
        award("US", ["javelin | Javelin"], "2022-05-01", contract=["W31P4Q-19-C-0076"], **HOME),
        award("US", ["javelin | Javelin"], "2024-05-01", contract=["W31P4Q-19-C-0076"], modification="P00030", **HOME),
        True,
    ),
    Pair(
        "two contracts of the seller's own forces",
        award("US", ["javelin | Javelin | | =500"], "2022-05-01", contract=["W31P4Q-19-C-0076"], **HOME),
        award("US", ["javelin | Javelin | | =500"], "2022-05-03", contract=["W31P4Q-22-C-0011"], **HOME),
        False,
    ),
    Pair(
        "engines that go with an aircraft do not make it the aircraft's case",
        approval("TR", ["f-16 | F-16C | | =32", "f110 | F110 | | =48"], "2024-01-26"),
        award("TR", ["f110 | F110 | | =10"], "2024-09-01"),
        False,
    ),
    Pair(
        "missiles of an aircraft sale, and missiles bought alone",
        approval("IN", ["mq-9b | MQ-9B | | =31", "agm-114 | AGM-114R | | =170"], "2024-02-01"),
        approval("IN", ["agm-114 | AGM-114R | | =200"], "2024-08-01"),
        False,
    ),
    Pair(
        "support of aircraft bought years before",
        approval("OM", ["f-16 | F-16 | | =12"], "2014-01-08"),
        {"stage": "approval", "buyer": "OM", "items": ["f-16 | F-16"], "value": "260000000 USD estimate", "date": "2016-01-08", **US},
        False,
    ),
    Pair(
        "handed over before it was signed for",
        agreement("IN", ["mq-9b | MQ-9B | | =31"], "2024-10-15"),
        {"stage": "delivery", "buyer": "IN", "supplier": "US", "items": ["mq-9b | MQ-9B | | =2"], "date": "2020-11"},
        False,
    ),
    Pair(
        "a plan precedes its purchase",
        {"stage": "plan", "buyer": "JP", "supplier": "US", "items": ["tomahawk | Tomahawk"], "date": "2022-12-23"},
        approval("JP", ["tomahawk | Tomahawk | | <400"], "2023-11-17"),
        True,
        kinds=("budget", "press_release"),
        days=("2022-12-23", "2023-11-17"),
    ),
    Pair(
        "what may be bought besides what was signed for",
        agreement("MY", ["t-50 | FA-50M | | =18"], "2023-05", supplier="KR"),
        {"stage": "plan", "modality": "possible", "buyer": "MY", "supplier": "KR", "items": ["t-50 | FA-50M | | =18"]},
        False,
        together=True,
        days=("2025-10-22", "2025-10-22"),
    ),
    Pair(
        "a document's agreement and delivery of one system are one purchase",
        agreement("CZ", [F35 + "=24"], "2024-01"),
        {"stage": "delivery", "modality": "scheduled", "buyer": "CZ", "supplier": "US", "items": ["f-35 | F-35A"], "date": "2031"},
        True,
        together=True,
    ),
    Pair(
        "no items: the price, the day and the buyer join",
        {"stage": "approval", "buyer": "LY", "value": "600000000 USD estimate", "date": "2014-01-22", **US},
        {"stage": "approval", "buyer": "LY", "value": "600000000 USD estimate", "date": "2014-01-22", **US},
        True,
        kinds=("press_release", "transmittal"),
    ),
    Pair(
        "no items: the buyer alone does not join",
        {"stage": "approval", "buyer": "LY", "value": "600000000 USD estimate", "date": "2014-01-22", **US},
        {"stage": "agreement", "buyer": "LY", "value": "90000000 USD contract", "date": "2014-05-22", **US},
        False,
    ),
    Pair(
        "batteries are no launchers",
        agreement("RO", ["himars | HIMARS | | =3 system"], "2018-05"),
        agreement("RO", ["himars | HIMARS | | =54 launcher"], "2018"),
        True,
        kinds=("press_release", "register"),
    ),
]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_one_procurement_or_two(pair: Pair) -> None:
    documents = ("a", "a") if pair.together else ("a", "b")
    one = kept(document=documents[0], known=pair.days[0], kind=pair.kinds[0], order=0, **pair.one)
    other = kept(document=documents[1], known=pair.days[1], kind=pair.kinds[1], order=2, **pair.other)
    links = link([one, other])
    assert (links[one.id].case == links[other.id].case) is pair.same, explain(other, [one])


def test_a_vague_report_does_not_glue_two_contracts() -> None:
    first = kept(document="a", known="2016-09-23", **agreement("IN", ["rafale | Rafale | | =36"], "2016-09-23", supplier="FR"))
    second = kept(document="b", known="2025-04-28", **agreement("IN", ["rafale | Rafale | | =26"], "2025-04-28", supplier="FR"))
    vague = kept(document="c", known="2021-01-05", stage="delivery", buyer="IN", supplier="FR", items=["rafale | Rafale"], date="2021")
    cases = {event.id: link([first, second, vague])[event.id].case for event in (first, second, vague)}
    assert cases[vague.id] == cases[first.id] != cases[second.id]


def test_an_award_without_buyer_that_fits_two_buyers_joins_neither() -> None:
    notices = [
        kept(document=buyer, known="2020-01-10", **approval(buyer, HARPOONS, "2020-01-10", contractors=["boeing"]))
        for buyer in ("TW", "SA")
    ]
    order = kept(document="award", known="2021-01-10", **award(None, HARPOONS, "2021-01-10", contractors=["boeing"]))
    links = link([*notices, order])
    assert len({found.case for found in links.values()}) == 3


def test_a_chain_of_reports_is_one_case() -> None:
    """23-26 → 25-0G → 26-1C: the last names only the one before it."""
    chain = [("23-26", []), ("25-0G", ["23-26"]), ("26-1C", ["25-0G"])]
    events = [
        kept(
            document=number,
            known=f"202{n}-05-10",
            stage="change" if n else "approval",
            buyer="DE",
            transmittal=number,
            related_transmittals=names,
        )
        for n, (number, names) in enumerate(chain)
    ]
    assert len({found.case for found in link(events).values()}) == 1


def test_reasons_are_told_in_a_sentence() -> None:
    notice = kept(document="a", known="2023-11-17", **approval("JP", ["tomahawk | Tomahawk | | <400"], "2023-11-17"))
    signed = kept(document="b", known="2024-01-19", **agreement("JP", ["tomahawk | Tomahawk | | =400"], "2024-01-18"))
    found = link([notice, signed])[signed.id]
    assert found.by == LINKER
    assert 0.9 < found.score < 1
    assert found.because == "same buyer (JP); same system (tomahawk); 400 in both; signed after the approval; same supplier (US)"


def test_a_number_is_reason_enough() -> None:
    events = [kept(document=d, stage="approval", buyer="TW", transmittal="20-68", date="2020-10-26") for d in "ab"]
    assert {(found.score, found.because) for found in link(events).values()} == {(1.0, "same transmittal 20-68")}


def test_an_explanation_adds_up() -> None:
    notice = kept(document="a", known="2023-11-17", **approval("JP", ["tomahawk | Tomahawk | | <400"], "2023-11-17"))
    signed = kept(document="b", known="2024-01-19", **agreement("JP", ["tomahawk | Tomahawk | | =400"], "2024-01-18"))
    told = explain(signed, [notice])
    assert told.score == pytest.approx(1 / (1 + exp(-told.bias - sum(part.weight for part in told.parts))), abs=1e-3)
    assert told.decided is None
    assert (
        explain(signed, [kept(document="c", **approval("NL", ["tomahawk | Tomahawk"], "2025-04-25"))]).decided
        == "another buyer or another notice"
    )
