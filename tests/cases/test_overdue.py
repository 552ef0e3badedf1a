"""What was due and is not shown to have happened."""

from datetime import date

import pytest
from case_builders import GOLD, case_file, example_tomahawk, gold_cases, paper, told

from transmittal.cases.overdue import overdue
from transmittal.model import KeptEvent

ON = date(2026, 11, 22)
SIGNED = told("agreement", "2022-08-26", paper("2022-08-26"), items=(("Tomahawk", None, 180),))


def due(end: str, known: str, count: int | None = None, quote: str = "they are due") -> KeptEvent:
    text = f"{quote} by {end}, {count}, {known}"
    return told("delivery", (None, end), paper(known), modality="scheduled", items=(("Tomahawk", None, count),), quote=text)


def came(day: str | tuple[str | None, str], known: str, count: int | None = None, quote: str = "arrived") -> KeptEvent:
    return told("delivery", day, paper(known, name="came"), items=(("Tomahawk", None, count),), quote=f"{count} {quote} {day}")


ALL_DUE = due("2025-12-31", "2022-08-26", 180)
FIRST_DUE = due("2025-12-31", "2025-01-01", quote="the first are due")
CASES: list[tuple[str, list[KeptEvent], list[int | None]]] = [
    ("all were due and none is shown", [SIGNED, due("2025-12-31", "2022-08-26", 180)], [180]),
    ("not yet due", [SIGNED, due("2027-12-31", "2022-08-26", 180)], []),
    ("some are missing", [SIGNED, ALL_DUE, came((None, "2025-06-30"), "2025-08-01", 133, "have been delivered")], [47]),
    ("all came", [SIGNED, due("2025-12-31", "2022-08-26", 180), came((None, "2025-12-15"), "2026-01-05", 180, "have been delivered")], []),
    ("it slipped to a day that is not over", [SIGNED, due("2025-12-31", "2022-08-26"), due("2027-12-31", "2025-03-01")], []),
    ("it slipped to a day that is over", [SIGNED, due("2025-12-31", "2022-08-26"), due("2026-06-30", "2025-03-01")], [None]),
    ("the beginning was due and came", [SIGNED, FIRST_DUE, came("2025-11-11", "2025-11-12")], []),
    ("halted, so nothing is owed", [SIGNED, due("2025-12-31", "2022-08-26", 180), told("halt", "2025-01-01", paper("2025-01-02"))], []),
]  # fmt: skip


@pytest.mark.parametrize(("events", "missing"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_overdue(events: list[KeptEvent], missing: list[int | None]) -> None:
    assert [o.missing for o in overdue(case_file("c", events), ON)] == missing


def test_a_signature_that_was_expected_and_came_is_not_overdue() -> None:
    expected = told("agreement", (None, "2024-03-31"), paper("2023-10-05"), modality="expected")
    signed = told("agreement", "2024-01-18", paper("2024-01-18"))
    assert overdue(case_file("c", [expected, signed]), ON) == ()
    (late,) = overdue(case_file("c", [expected]), date(2024, 4, 10))
    assert late.late == 10
    assert "no document on file shows it by 10 April 2024" in late.line


def test_the_example_purchase_is_not_late_in_2026_and_is_in_2028() -> None:
    assert overdue(example_tomahawk(), ON) == ()
    (late,) = [o for o in overdue(example_tomahawk(), date(2028, 4, 30)) if o.due == date(2028, 3, 31)]
    assert late.late == 30


@pytest.mark.skipif(not GOLD.exists(), reason="the development documents are not beside this checkout")
@pytest.mark.parametrize(
    ("case", "missing"), [("pl-k2-1", [47]), ("in-s400", [1]), ("tw-hcds", [None]), ("pl-k2-2", []), ("id-rafale", [])]
)
def test_development_cases(case: str, missing: list[int | None]) -> None:
    assert [o.missing for o in overdue(gold_cases()[case], ON)] == missing
