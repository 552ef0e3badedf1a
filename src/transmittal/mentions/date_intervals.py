"""Parts of periods, periods joined, and the intervals that prepositions make of them."""

from datetime import date, timedelta

from transmittal.mentions.calendars import add_months
from transmittal.mentions.date_left import Left
from transmittal.mentions.date_resolve import UNKNOWN, Interval


def join(first: date | None, last: date | None, edge: str, other: Interval, other_edge: str) -> Interval:
    """From the beginning of one period to the end of another."""
    if first is None or last is None or other[0] is None or other[1] is None:
        return UNKNOWN
    begins = _part(first, last, edge)[0]
    ends = _part(other[0], other[1], other_edge)[1]
    if begins > ends and (begins - ends).days < 366:  # "from October to March": over New Year
        begins = add_months(begins, -12)
    return (begins, ends) if begins <= ends else UNKNOWN


def _part(first: date, last: date, edge: str) -> tuple[date, date]:
    """The early, middle or late part of a period: thirds of years, seasons and months, as the handbook's four-four-four months."""
    if not edge or edge in ("later", "earlier"):
        return first, last
    days = (last - first).days + 1
    if days > 3000:  # a decade: its first four years, the next three, the last three
        marks = [first, date(first.year + 4, 1, 1), date(first.year + 7, 1, 1), last + timedelta(days=1)]
    elif days > 300:
        marks = [first, add_months(first, 4), add_months(first, 8), last + timedelta(days=1)]
    else:
        third = days // 3
        marks = [first, first + timedelta(days=third), first + timedelta(days=2 * third), last + timedelta(days=1)]
    index = {"early": 0, "mid": 1, "late": 2, "end": 2}[edge]
    if edge == "end":
        marks[2] = last.replace(day=1) if days > 60 else last - timedelta(days=min(days, 10) - 1)
    return marks[index], marks[index + 1] - timedelta(days=1)


def cut(first: date, last: date, edge: str, today: date | None) -> tuple[date, date]:
    """Apply an edge; "later this year" begins today, "earlier this month" ends today."""
    if edge == "later" and today and first <= today <= last:
        return today, last
    if edge == "earlier" and today and first <= today <= last:
        return first, today
    if first == last:
        return first, last
    return _part(first, last, edge)


def bound(first: date, last: date, left: Left, joined: bool) -> Interval:
    """The interval that a preposition makes of a period."""
    shape = left.shape
    if joined and shape in ("from", "between", "by"):
        return (None if shape == "by" else first), last
    if shape == "before":
        return None, (last if left.edge == "end" else first - timedelta(days=1))
    if shape in ("by", "until"):
        return None, last
    if shape == "from":
        return first, None
    if shape == "after":
        return last + timedelta(days=1), None
    if left.edge == "later":
        return None, last
    if left.edge == "end":
        return None, last
    return first, last
