"""Which cases a filter lets through."""

from datetime import date

from case_builders import example_tomahawk

from transmittal.cases.filters import Filter, matches
from transmittal.cases.standing import standing
from transmittal.model import Stage

DAYS = (date(2019, 1, 1), date(2022, 12, 28), date(2023, 11, 20), date(2024, 1, 20), date(2025, 1, 20), date(2026, 6, 30))


def test_a_case_is_found_under_the_stage_that_its_standing_tells_and_no_other() -> None:
    case = example_tomahawk()
    told = [standing(case, on).state for on in DAYS]
    found = [[stage for stage in Stage if matches(case, Filter(stages=frozenset({stage})), on)] for on in DAYS]
    assert found == [[state] if state else [] for state in told]
    assert {None, Stage.APPROVAL, Stage.AGREEMENT} <= set(told)
