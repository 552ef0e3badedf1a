"""When a step that a document reports had happened, at the latest."""

from datetime import date

from transmittal.model import KeptEvent, Modality, Stage


def happened_by(kept: KeptEvent) -> date:
    """The day by which the step was done: the end of its period, or the day the public knew of it, whichever is earlier."""
    period = kept.event.date
    last = (period.end or period.start) if period is not None else None
    return kept.paper.known if last is None else min(last, kept.paper.known)


def begun_by(kept: KeptEvent) -> date | None:
    """The first day on which the step may have happened, None when the document gives no day at all."""
    period = kept.event.date
    return None if period is None else period.start


def done(events: tuple[KeptEvent, ...], stage: Stage, on: date) -> list[KeptEvent]:
    """The events of a stage that had happened on the day, in the order in which they happened."""
    found = [k for k in events if k.event.stage is stage and k.event.modality is Modality.HAPPENED and happened_by(k) <= on]
    return sorted(found, key=lambda k: (happened_by(k), k.paper.known, k.paper.id, k.order))
