"""Which reports tell of one step, and when it was."""

from datetime import date

import pytest
from case_builders import case_file, example_tomahawk, paper, told

from transmittal.cases.timeline import Step, timeline
from transmittal.model import DocumentKind, KeptEvent, Modality, Stage, Tier

ON = date(2026, 11, 22)
WEB = paper("2023-11-17", Tier.SELLER, DocumentKind.PRESS_RELEASE, "Agency")
RECORD = paper("2023-11-20", Tier.SELLER, DocumentKind.CONGRESSIONAL_RECORD, "Congressional Record")
REGISTER = paper("2024-02-26", Tier.SELLER, DocumentKind.TRANSMITTAL, "Federal Register")
NOTICES = [told("approval", "2023-11-17", p, quote=f"Notice in {p.publisher}.") for p in (WEB, RECORD, REGISTER)]


def steps(*events: KeptEvent, on: date = ON) -> list[Step]:
    return list(timeline(case_file("c", list(events)), on))


def test_one_notice_in_three_places_is_one_step_and_one_voice() -> None:
    (step,) = steps(*NOTICES)
    assert (len(step.papers), step.voices, step.when) == (3, 1, "17 November 2023")


def test_ten_newspapers_citing_one_agency_are_one_source() -> None:
    told_by_ten = [
        told("agreement", "2024-01-18", paper("2024-01-19", name=str(n)), source="Kyodo News", quote=f"Kyodo said, {n}.") for n in range(10)
    ]
    (step,) = steps(*told_by_ten)
    assert (len(step.papers), step.voices) == (10, 1)


def test_a_day_later_in_tokyo_is_the_same_approval() -> None:
    tokyo = told("approval", "2023-11-18", paper("2023-11-18"), quote="The sale was approved on 18 November.")
    (step,) = steps(*NOTICES, tokyo)
    assert step.when == "17 November 2023"


SAME = [
    ("a month holds its day", ("2024-01-01", "2024-01-31"), 1),
    ("a register's year holds its day", ("2024-01-01", "2024-12-31"), 1),
    ("no date, told afterwards", None, 1),
    ("another month is another step", ("2024-05-01", "2024-05-31"), 2),
]


@pytest.mark.parametrize(("day", "number"), [c[1:] for c in SAME], ids=[c[0] for c in SAME])
def test_vaguer_reports_find_their_step(day: tuple[str, str] | None, number: int) -> None:
    found = steps(
        told("agreement", "2024-01-18", paper("2024-01-18", Tier.BUYER)),
        told("agreement", day, paper("2025-04-08"), quote="It was signed."),
    )
    assert len(found) == number
    assert found[0].when == "18 January 2024"


def test_certifications_with_their_own_numbers_stay_apart() -> None:
    chain = [
        told("approval", "2023-05-11", RECORD, transmittal="23-26"),
        told("change", "2025-04-23", paper("2025-04-24", Tier.SELLER), transmittal="25-0G"),
        told("change", "2026-05-12", paper("2026-05-20", Tier.SELLER), transmittal="26-1C"),
    ]
    assert [s.when for s in steps(*chain)] == ["11 May 2023", "23 April 2025", "12 May 2026"]


def test_batches_with_different_numbers_are_different_steps() -> None:
    found = steps(
        told("delivery", ("2025-06-01", "2025-06-30"), paper("2025-07-01"), items=(("Tomahawk", None, 5),)),
        told("delivery", ("2025-06-01", "2025-06-30"), paper("2025-07-02"), items=(("Tomahawk", None, 9),)),
    )
    assert len(found) == 2


def test_two_budget_lines_of_one_document_are_two_plans() -> None:
    book = paper("2022-12-23", Tier.BUYER, DocumentKind.BUDGET)
    found = steps(
        told("plan", "2022-12-23", book, value="¥211300000000", basis="budget", order=0),
        told("plan", "2022-12-23", book, value="¥110400000000", basis="budget", order=1),
    )
    assert len(found) == 2


def test_what_happened_had_happened_when_it_was_reported() -> None:
    (step,) = steps(told("delivery", ("2026-03-01", "2026-03-31"), paper("2026-03-13")))
    assert (step.start, step.end) == (date(2026, 3, 1), date(2026, 3, 13))


def test_an_undated_step_is_bounded_by_its_publication() -> None:
    (step,) = steps(told("delivery", None, paper("2026-03-13")))
    assert (step.start, step.end, step.told, step.when) == (None, date(2026, 3, 13), False, "by 13 March 2026")


def test_a_date_after_publication_is_not_when_a_plan_was_made() -> None:
    (step,) = steps(told("plan", ("2026-04-01", None), paper("2024-01-19")))
    assert step.end == date(2024, 1, 19)


def test_steps_after_the_day_asked_about_are_marked_later() -> None:
    found = steps(*NOTICES, told("agreement", "2024-01-18", paper("2024-01-18")), on=date(2023, 12, 1))
    assert [(s.stage, s.later) for s in found] == [(Stage.APPROVAL, False), (Stage.AGREEMENT, True)]


def schedule(end: str, known: str, **more: object) -> KeptEvent:
    return told("delivery", (None, end), paper(known), modality="scheduled", quote=f"due by {end}, said {known}", **more)  # type: ignore[arg-type]


def test_a_slip_keeps_what_was_planned_before() -> None:
    found = steps(schedule("2028-03-31", "2024-01-19"), schedule("2030-03-31", "2026-06-02"))
    assert [(s.when, s.replaced_by) for s in found] == [("by 31 March 2028", "by 31 March 2030"), ("by 31 March 2030", None)]


def test_the_end_of_all_does_not_replace_the_beginning() -> None:
    book = paper("2025-09-30")
    first = told("delivery", (None, "2026-03-31"), book, modality="scheduled", quote="The first are due by March 2026", order=0)
    rest = told("delivery", (None, "2028-03-31"), book, modality="scheduled", quote="the last by March 2028", order=1)
    again = schedule("2028-03-31", "2026-06-02")
    assert [s.replaced_by for s in steps(first, rest, again)] == [None, None]


def test_the_example_purchase_has_one_approval_and_one_signature() -> None:
    found = timeline(example_tomahawk(), ON)
    happened = [s for s in found if s.modality is Modality.HAPPENED]
    assert [(s.when, len(s.papers)) for s in happened if s.stage is Stage.APPROVAL] == [("17 November 2023", 5)]
    assert [(s.when, len(s.papers)) for s in happened if s.stage is Stage.AGREEMENT] == [("18 January 2024", 8)]
