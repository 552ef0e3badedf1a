"""What a casebook holds beside events: documents, decisions, snapshots; and rows turned into them."""

from datetime import date, datetime
from typing import Any

import msgspec

from transmittal.model import Correction, DocumentKind, Link, Paper, Tier


class Snapshot(msgspec.Struct, frozen=True, kw_only=True):
    """A moment of the casebook that was given a name: what it held, what it was asked about."""

    name: str
    entry: int
    on: date
    known: date | None
    chain: str
    at: datetime


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """What a person decided. subject: a case or an event. undone: by a later decision that stands."""

    entry: int
    verb: str
    subject: str
    body: dict[str, Any]
    reason: str
    by: str
    at: datetime
    undoes: int | None = None
    undone: bool = False


class KeptDocument(msgspec.Struct, frozen=True, kw_only=True):
    """A document as it is kept. n: its number in this casebook."""

    n: int
    paper: Paper
    bytes_sha256: str
    text: str
    layout: str
    reader: str
    recorded_at: datetime
    unread: list[dict[str, Any]]


def document_of(row: Any) -> KeptDocument:
    return KeptDocument(
        n=row.n,
        paper=paper_of(row, row.id),
        bytes_sha256=row.bytes_sha256,
        text=row.text,
        layout=row.layout,
        reader=row.reader,
        recorded_at=datetime.fromisoformat(row.at),
        unread=msgspec.json.decode(row.unread),
    )


def paper_of(row: Any, document_id: str | None = None) -> Paper:
    """The paper of a row that has the columns of documents."""
    return Paper(
        id=document_id or row.document,
        known=date.fromisoformat(row.known),
        kind=DocumentKind(row.kind),
        tier=Tier(row.tier),
        published=date.fromisoformat(row.published) if row.published else None,
        title=row.title,
        url=row.url,
        publisher=row.publisher,
        language=row.language,
        source=row.source,
    )


def link_of(row: Any) -> Link:
    return Link(
        event=row.event,
        case=row.case_id,
        score=row.score,
        because=row.because,
        by=row.decided_by,
        entry=row.entry,
        pinned=bool(row.pinned),
    )


def correction_of(decision: Decision, was: str, now: str) -> Correction:
    slot, by, at = decision.body["slot"], decision.by, decision.at
    return Correction(slot=slot, was=was, now=now, by=by, at=at, reason=decision.reason, entry=decision.entry)
