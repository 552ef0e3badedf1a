"""What a casebook learnt after a moment: events as they came, in the order in which they were recorded."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

from transmittal.ledger.view import View
from transmittal.model import Modality


def entry_before(view: View, day: date) -> int:
    """The number of the last entry that was recorded before a day (UTC); 0 when there is none."""
    start = datetime(day.year, day.month, day.day, tzinfo=UTC).isoformat(timespec="microseconds")
    found = view.rows("SELECT max(n) AS n FROM entries WHERE at < :start AND n <= :entry", start=start)
    return found[0].n or 0


def news(view: View, after: int) -> Iterator[dict[str, Any]]:
    """One row an event that was recorded after an entry: what it says, in which case it is now, which document told it.

    `cursor` of the last row is what the next call goes on after.
    """
    recorded = [row.n for row in view.rows("SELECT n FROM events WHERE entry > :after AND entry <= :entry ORDER BY n", after=after)]
    for start in range(0, len(recorded), 500):
        numbers = recorded[start : start + 500]
        cases = {link.event: link.case for link in view.links_of_numbers(numbers)}
        for kept in view.kept(numbers):
            event = kept.event
            yield {
                "cursor": kept.entry,
                "recorded": kept.recorded_at,
                "known": kept.paper.known,
                "case": cases.get(kept.id),
                "event": kept.id,
                "stage": event.stage.value,
                "modality": event.modality.value,
                "step": event.stage.value if event.modality is Modality.HAPPENED else f"{event.stage.value} ({event.modality.value})",
                "buyer": event.buyer.id if event.buyer else None,
                "systems": [item.system.designation for item in event.items],
                "quote": event.evidence[0].quote,
                "document": kept.paper.id,
                "title": kept.paper.title or kept.paper.source,
                "url": kept.paper.url,
            }
