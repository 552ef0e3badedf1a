"""What a backlog gained, lost and counts otherwise than an earlier one: the change note of a monthly report."""

import re

import msgspec

from transmittal.cases.backlog.result import Backlog, Line

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One line that is not as it was. what: "came", "left" or "changed". before, now: the value in words, "" where there is no line."""

    what: str
    case: str
    part: str
    title: str
    before: str
    now: str
    because: str


def changes(before: Backlog, now: Backlog) -> tuple[Change, ...]:
    """The lines of two backlogs of one method that differ in being there, in value, in stage or in what is delivered; by case."""
    old, new = ({(line.case, line.part): line for line in found.lines} for found in (before, now))
    gone = {(left.case, left.part): left.because for left in now.excluded}
    found = []
    for case, part in sorted(old.keys() | new.keys()):
        was, is_now = old.get((case, part)), new.get((case, part))
        if was is None or is_now is None:
            line = is_now or was
            assert line is not None
            because = line.because if is_now else gone.get((case, part), "it is no longer counted")
            found.append(_change("came" if is_now else "left", line, was, is_now, because))
        elif (was.amount, was.currency, was.stage, _status(was)) != (is_now.amount, is_now.currency, is_now.stage, _status(is_now)):
            found.append(_change("changed", is_now, was, is_now, is_now.because))
    return tuple(found)


def _status(line: Line) -> str:
    """What the line says of itself, without the day on which it says so."""
    return _DAY.sub("", line.because)


def _change(what: str, line: Line, was: Line | None, now: Line | None, because: str) -> Change:
    return Change(what=what, case=line.case, part=line.part, title=line.title, before=_shown(was), now=_shown(now), because=because)


def _shown(line: Line | None) -> str:
    if line is None:
        return ""
    return "unknown" if line.amount is None else f"{line.currency} {line.amount:,f}"
