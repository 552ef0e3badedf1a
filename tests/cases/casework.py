"""Case files made of the shipped documents, read for real and joined by what they buy; no ledger needed."""

from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import msgspec

from transmittal.ledger.rows import document_id
from transmittal.model import CaseFile, Correction, DocumentKind, KeptEvent, Link, Paper, Tag, Tier
from transmittal.reading import Reading, read

EXAMPLES = Path(__file__).parents[2] / "examples"
_TIERS = {
    DocumentKind.NEWS: Tier.PRESS,
    DocumentKind.BUDGET: Tier.BUYER,
    DocumentKind.REGISTER: Tier.REGISTER,
    DocumentKind.OTHER: Tier.OTHER,
}
AT = datetime(2026, 7, 1, 12, 30, 15, 250000, tzinfo=UTC)


@cache
def readings() -> tuple[Reading, ...]:
    """The shipped documents, as the manifest gives them."""
    found: list[Reading] = []
    for line in (EXAMPLES / "manifest.jsonl").read_text().splitlines():
        told = msgspec.json.decode(line)
        found += read(EXAMPLES / told["path"], published=date.fromisoformat(told["published"]), url=told["url"])
    return tuple(
        msgspec.structs.replace(r, document=msgspec.structs.replace(r.document, source=Path(r.document.source).name)) for r in found
    )


def kept_events(reading: Reading) -> list[KeptEvent]:
    """The events of one document as a casebook would hold them."""
    document = reading.document
    paper = Paper(
        id=document_id(document.text),
        known=document.published or date(2026, 7, 1),
        kind=document.kind,
        tier=_TIERS.get(document.kind, Tier.SELLER),
        published=document.published,
        title=document.title,
        url=document.url,
        publisher=document.publisher,
        language=document.language,
        source=document.source,
    )
    return [
        KeptEvent(
            id=document_id(f"{paper.id} {order} {msgspec.json.encode(event).decode()}")[:32],
            event=event,
            paper=paper,
            reader=reading.reader,
            recorded_at=AT,
            entry=order + 1,
            order=order,
        )
        for order, event in enumerate(reading.events)
    ]


def case_of(events: list[KeptEvent], id: str = "case-1") -> CaseFile:
    """All these events as one case, linked by the program but for the first, which a person pinned."""
    events = sorted(events, key=lambda kept: (kept.paper.known, kept.paper.id, kept.order))
    links = {
        kept.id: Link(event=kept.id, case=id, score=0.1 + 0.8 / (n + 1), because="same buyer; same system", by="linker/1", pinned=n == 0)
        for n, kept in enumerate(events)
    }
    return CaseFile(id=id, events=tuple(events), links=links, tags=(Tag(name="=counter-strike", by="E", at=AT, reason="ours"),))


@cache
def example_case() -> CaseFile:
    """Everything that the shipped documents say, with one correction."""
    events = [kept for reading in readings() for kept in kept_events(reading)]
    at = next(n for n, kept in enumerate(events) if kept.event.channel is not None)
    was = msgspec.json.encode(events[at].event.channel).decode()
    corrected = msgspec.structs.replace(events[at].event, channel=None)
    correction = Correction(slot="channel", was=was, now="null", by="E", at=AT, reason="the page says nothing of it", entry=99)
    events[at] = msgspec.structs.replace(events[at], event=corrected, corrections=(correction,))
    return case_of(events)


@cache
def texts() -> dict[str, str]:
    """Canonical texts by document id."""
    return {document_id(reading.document.text): reading.document.text for reading in readings()}
