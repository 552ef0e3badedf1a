"""How many were handed over, from reports that repeat, sum up and follow each other."""

from dataclasses import dataclass
from datetime import date

import pytest
from backlog_builders import case as case_of
from backlog_builders import told

from transmittal.cases.completeness import Said, completion_words
from transmittal.cases.deliveries import deliveries
from transmittal.model import KeptEvent, Mention

ON = date(2026, 11, 22)


@dataclass
class Case:
    """events and the count they make, of goods whose ordered number nobody knows."""

    name: str
    events: list[KeptEvent]
    count: int
    key: str = "abrams"


def came(day: str | tuple[str, str] | None, count: int | None, *, said: str = "Tanks arrived.", known: str | None = None) -> KeptEvent:
    return told("delivery", day, None, {"abrams": count}, tier="press", said=said, known=known)


def registered(year: int, count: int, edition: str) -> KeptEvent:
    return told(
        "delivery", (f"{year}-01-01", f"{year}-12-31"), None, {"abrams": count}, tier="register", known=edition, paper=f"register {edition}"
    )


def two_years() -> list[KeptEvent]:
    return [registered(2024, 38, "2026-03-10"), registered(2025, 42, "2026-03-10")]


CASES = [
    Case("two batches", [came("2024-12-15", 38), came("2025-07-27", 42)], 80),
    Case("one batch at loading, landing and ceremony", [came("2024-12-01", 38), came("2024-12-15", 38), came("2024-12-30", 38)], 38),
    Case("a batch of the same size half a year later", [came("2024-12-15", 38), came("2025-07-27", 38)], 76),
    Case("a batch recalled without a day", [came("2024-12-15", 38), came(None, 38, known="2025-09-01")], 38),
    Case("a batch recalled by its month", [came("2024-12-15", 38), came(("2024-12-01", "2024-12-31"), 38, known="2025-09-01")], 38),
    Case("a count without a day is all so far", [came("2024-12-15", 38), came(None, 80, known="2025-09-01")], 80),
    Case("a batch without a day", [came("2024-12-15", 38), came(None, 42, said="It has received 42 more tanks.", known="2025-07-28")], 80),
    Case("a total in words", [came("2024-12-15", 38), came("2025-09-01", 80, said="So far 80 tanks have arrived.")], 80),
    Case("38 of 108 have arrived", [came("2024-12-15", 20), came("2025-02-01", 38, said="38 of the 108 tanks have arrived.")], 38),
    Case("the sum of the batches is no batch", [came("2024-12-15", 38), came("2025-07-27", 42), came("2025-08-20", 80)], 80),
    Case("a year that holds a batch", [came("2025-07-27", 42), came(("2025-01-01", "2025-12-31"), 70, known="2026-01-05")], 70),
    Case("a register's newest edition", [registered(2024, 38, "2025-03-10"), *two_years()], 80),
    Case("a register behind the news", [registered(2024, 38, "2025-03-10"), came("2024-12-15", 38), came("2025-07-27", 42)], 80),
    Case(
        "a batch of one version beside the number of all",
        [came("2024-09-26", 21), told("delivery", ("2024-01-01", "2025-08-12"), None, {"abrams/SEPv3": 25, "abrams": 46}, tier="press")],
        46,
    ),
    Case("a running total and a later batch", [came(None, 38, known="2025-01-02"), came("2025-07-27", 42)], 80),
    Case("a batch that may be in a running total", [came(None, 40, known="2025-01-02"), came(("2025-01-01", "2025-01-31"), 38)], 40),
    Case("begun without a count", [came("2024-12-15", None)], 0),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_count(case: Case) -> None:
    found = deliveries(case_of(*case.events), ON)["abrams"]
    assert (found.count or 0, found.begun) == (case.count, True)


SENTENCES = [
    ("The final batch of 28 tanks arrived on Wednesday.", Said.FINAL),
    ("The last two helicopters were handed over in June.", Said.FINAL),
    ("Deliveries of the launchers have now been completed.", Said.FINAL),
    ("The ministry said that delivery of the missiles was completed in 2023.", Said.FINAL),
    ("Poland has completed the delivery of its Abrams tanks.", Said.FINAL),
    ("The systems were fully delivered by November.", Said.FINAL),
    ("The remaining 28 tanks arrived in Taipei.", Said.FINAL),
    ("All 11 launchers have been delivered.", Said.ALL),
    ("Taiwan has received all of the launchers.", Said.ALL),
    ("剩餘車輛已全數運抵", Said.ALL),
    ("最後一批戰車今日運抵", Said.FINAL),
    ("該案已完成全數交付", Said.FINAL),
    ("Zakończono dostawy czołgów.", Said.FINAL),
    ("Deliveries will be completed by the end of 2026.", None),
    ("The first batch of 38 tanks arrived; all 108 are to be delivered by 2026.", None),
    ("The remaining tanks are expected to arrive in 2026.", None),
    ("Deliveries have not been completed.", None),
    ("The second batch of 42 tanks arrived in July.", None),
    ("預計2026年全數交付", None),
    ("38 tanks arrived at the port.", None),
    ("The third and final batch of 28 tanks arrived.", Said.FINAL),
    ("第三批也是最後一批戰車運抵台北港", Said.FINAL),
    ("The last 28 tanks arrived on Wednesday and will be assigned to a brigade.", Said.FINAL),
    ("The last two jets were handed over in May 2024.", Said.FINAL),
    ("Last year 38 tanks arrived.", None),
    ("Last month two more helicopters were delivered.", None),
    ("The aircraft left final assembly and was delivered.", None),
    ("All 38 tanks of the first batch have been delivered.", None),
    ("Two aircraft were delivered and all crews have been trained.", None),
    ("Deliveries were completed ahead of schedule.", Said.FINAL),
    ("The shipment was late due to a strike; the final launchers were delivered in June.", Said.FINAL),
]


@pytest.mark.parametrize(("sentence", "said"), SENTENCES, ids=[s for s, _ in SENTENCES])
def test_words_of_completion(sentence: str, said: Said | None) -> None:
    assert completion_words().said([Mention.cut(sentence, 0, len(sentence))]) is said
