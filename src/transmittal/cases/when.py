"""When a step happened or is to happen, as far as one report bounds it, and how that is said."""

from datetime import date, timedelta

import msgspec

from transmittal.model import KeptEvent, Modality

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
# An evening in Washington is the next morning in Tokyo: reports of one act may carry two dates.
ONE_DAY = timedelta(days=1)


class When(msgspec.Struct, frozen=True, order=True):
    """A closed interval of days; None is an open end. told: printed as such; otherwise bounded by the day of publication."""

    start: date | None
    end: date | None
    told: bool = True

    @property
    def days(self) -> int:
        """How wide it is; an open end is wider than any closed one."""
        if self.start is None or self.end is None:
            return 10**6 if self.told else 10**7
        return (self.end - self.start).days

    def meets(self, other: "When") -> bool:
        """Whether both can mean one day, allowing for the date line."""
        late, early = max(self.start or date.min, other.start or date.min), min(self.end or date.max, other.end or date.max)
        return late <= early or late - early <= ONE_DAY


def when(kept: KeptEvent) -> When:
    """The days that one report leaves open.

    What happened had happened when the report came out; a date after that is the date of something else (of what a plan aims at).
    """
    period, known = kept.event.date, kept.paper.known
    if kept.event.modality is not Modality.HAPPENED:
        return When(period.start, period.end) if period else When(None, None, told=False)
    if period is None or (period.start is not None and period.start > known + ONE_DAY):
        return When(None, known, told=False)
    end = period.end if period.end is not None else known
    return When(period.start, max(min(end, known), period.start or date.min))


def last_day(kept: KeptEvent) -> date:
    """The day by which a step that happened was done, at the latest."""
    return when(kept).end or kept.paper.known


def said_after(kept: KeptEvent, on: date) -> bool:
    """Whether this report cannot bear on that day: the step came later, or a plan or forecast had not been uttered yet."""
    if kept.event.modality is not Modality.HAPPENED:
        return kept.paper.known > on
    start = when(kept).start
    return start is not None and start > on


def describe_day(day: date) -> str:
    """ "18 January 2024"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def describe_month(day: date, *, short: bool = False) -> str:
    """ "January 2024", "Jan 2024"."""
    name = _MONTHS[day.month - 1]
    return f"{name[:3] if short else name} {day.year}"


def describe_when(moment: When) -> str:
    """ "18 January 2024", "January 2024", "2024", "April 2025 to March 2028", "by 13 March 2026", "from 1 April 2026", "no date given"."""
    start, end = moment.start, moment.end
    if start is None:
        return f"by {describe_day(end)}" if end else "no date given"
    if end is None:
        return f"from {describe_day(start)}"
    return _describe_closed(start, end)


def _describe_closed(start: date, end: date) -> str:
    if start == end:
        return describe_day(start)
    whole_months = start.day == 1 and (end + timedelta(days=1)).day == 1
    if not whole_months:
        if start.year == end.year:
            first = f"{start.day}" if start.month == end.month else f"{start.day} {_MONTHS[start.month - 1]}"
            return f"between {first} and {describe_day(end)}"
        return f"between {describe_day(start)} and {describe_day(end)}"
    if (start.month, end.month) == (1, 12):
        return str(start.year) if start.year == end.year else f"{start.year} to {end.year}"
    if (start.year, start.month) == (end.year, end.month):
        return describe_month(start)
    return f"{describe_month(start)} to {describe_month(end)}"


def describe_around(moment: When) -> str:
    """The month and year for a bracket: "Nov 2023", "2024", "by Mar 2026"."""
    if moment.end is None:
        return f"from {describe_month(moment.start, short=True)}" if moment.start else "no date"
    if moment.start is None:
        return f"by {describe_month(moment.end, short=True)}"
    if (moment.start.year, moment.start.month) == (moment.end.year, moment.end.month):
        return describe_month(moment.end, short=True)
    return str(moment.end.year) if moment.start.year == moment.end.year else f"{moment.start.year}-{moment.end.year}"
