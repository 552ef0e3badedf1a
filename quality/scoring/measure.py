"""One document measured: counts, misses and faults."""

from dataclasses import dataclass, field
from typing import Any

from scoring.agreement import count_agreeing
from scoring.corpus import Labelled
from scoring.evidence import find_faults, shows
from scoring.pairing import pair
from scoring.slots import SLOTS, Values, expected, found
from scoring.tally import Counts, Row, add_up


@dataclass(frozen=True, kw_only=True)
class Measured:
    """counts: by slot, with "event" and "evidence". misses: one line each, for --diff. faults: the output itself is broken."""

    name: str
    kind: str
    kind_read: str | None
    counts: Row
    misses: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def measure(labelled: Labelled, output: dict[str, Any]) -> Measured:
    """Compare an output of the contract with the labels of its document."""
    wanted, read = [expected(e) for e in labelled.events], [found(e) for e in output["events"]]
    pairs = pair(wanted, read)
    text = output["document"]["text"]
    rows: list[Row] = [{"event": Counts(len(pairs), len(wanted), len(read))}]
    misses: list[str] = []
    for i, j in pairs:
        label, event = labelled.events[i], output["events"][j]
        rows.append(_compare(wanted[i], read[j], f"{label['case']}/{label['stage']}", misses))
        shown = shows(event, text, label["quote"])
        rows.append({"evidence": Counts(int(shown), 1, 1)})
        if not shown:
            misses.append(f"{label['case']}/{label['stage']} evidence: does not show {label['quote'][:80]!r}")
    for i in sorted(set(range(len(wanted))) - {i for i, _ in pairs}):
        label = labelled.events[i]
        rows.append(_unpaired(wanted[i], is_wanted=True))
        misses.append(f"MISSED {label['case']}/{label['stage']}/{label['modality']}: {label['quote'][:110]!r}")
    for j in sorted(set(range(len(read))) - {j for _, j in pairs}):
        event = output["events"][j]
        span = event["evidence"][0] if event.get("evidence") else {"start": 0, "end": 0}
        rows.append(_unpaired(read[j], is_wanted=False))
        misses.append(f"EXTRA {event['stage']}/{event['modality']}: {text[span['start'] : span['end']][:110]!r}")
    return Measured(
        name=labelled.name,
        kind=labelled.kind,
        kind_read=output["document"].get("kind"),
        counts=add_up(rows),
        misses=misses,
        faults=find_faults(output),
    )


def unread(labelled: Labelled, reason: str) -> Measured:
    """A document that could not be read: everything in it is missed."""
    rows: list[Row] = [{"event": Counts(0, len(labelled.events), 0)}]
    rows.extend(_unpaired(expected(e), is_wanted=True) for e in labelled.events)
    return Measured(name=labelled.name, kind=labelled.kind, kind_read=None, counts=add_up(rows), faults=[reason])


def _compare(wanted: Values, read: Values, event: str, misses: list[str]) -> Row:
    row: Row = {}
    for slot in SLOTS:
        hits = count_agreeing(slot, wanted[slot], read[slot])
        row[slot] = Counts(hits, len(wanted[slot]), len(read[slot]))
        if row[slot].wrong:
            misses.append(f"{event} {slot}: expected {_shown(wanted[slot])} read {_shown(read[slot])}")
    return row


def _unpaired(values: Values, *, is_wanted: bool) -> Row:
    return {slot: Counts(0, len(v), 0) if is_wanted else Counts(0, 0, len(v)) for slot, v in values.items()}


def _shown(values: list[Any]) -> str:
    return ", ".join(str(v[0]) if isinstance(v, tuple) and len(v) == 1 else str(v) for v in values) or "nothing"
