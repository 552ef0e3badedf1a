"""The change note: what came, left and counts otherwise between two backlogs."""

from datetime import date
from decimal import Decimal

import msgspec

from transmittal.cases.backlog import Backlog, Excluded, Line, changes
from transmittal.model import Stage

LINE = Line(
    case="tw-tank", title="108 M1A2T", amount=Decimal(2_000_000_000), currency="USD", basis="estimate", because="none delivered",
    evidence=(), category=None, stage=Stage.APPROVAL, entered=date(2019, 7, 8),
)  # fmt: skip


def backlog(*lines: Line, excluded: tuple[Excluded, ...] = ()) -> Backlog:
    return Backlog(method="tsm", on=date(2025, 1, 1), buyer="TW", lines=lines, excluded=excluded)


def told(before: Backlog, now: Backlog) -> list[tuple[str, str, str, str]]:
    return [(c.what, c.before, c.now, c.because) for c in changes(before, now)]


def test_a_line_that_stays_is_not_told() -> None:
    assert told(backlog(LINE), backlog(LINE)) == []


def test_a_line_that_came_says_why_it_counts() -> None:
    assert told(backlog(), backlog(LINE)) == [("came", "", "USD 2,000,000,000", "none delivered")]


def test_a_line_that_left_says_why_it_is_left_out() -> None:
    out = Excluded(
        case="tw-tank", title="", amount=LINE.amount, currency="USD", reason="delivered", because="all 108 delivered", evidence=()
    )
    assert told(backlog(LINE), backlog(excluded=(out,))) == [("left", "USD 2,000,000,000", "", "all 108 delivered")]


def test_another_day_alone_is_no_change_and_a_new_count_is() -> None:
    before = msgspec.structs.replace(LINE, because="38 of 108 delivered: not complete on 2024-12-31")
    later = msgspec.structs.replace(LINE, because="38 of 108 delivered: not complete on 2025-01-31")
    more = msgspec.structs.replace(LINE, because="80 of 108 delivered: not complete on 2025-01-31")
    assert told(backlog(before), backlog(later)) == []
    assert [what for what, *_ in told(backlog(before), backlog(more))] == ["changed"]


def test_a_new_value_and_a_new_stage_are_changes() -> None:
    dearer = msgspec.structs.replace(LINE, amount=Decimal(3_000_000_000))
    further = msgspec.structs.replace(LINE, stage=Stage.DELIVERY, because="38 of 108 delivered")
    assert told(backlog(LINE), backlog(dearer)) == [("changed", "USD 2,000,000,000", "USD 3,000,000,000", "none delivered")]
    assert told(backlog(LINE), backlog(further)) == [("changed", "USD 2,000,000,000", "USD 2,000,000,000", "38 of 108 delivered")]
