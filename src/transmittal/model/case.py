"""What the casebook holds: events with the document that told them, and the case they belong to."""

from datetime import date, datetime
from enum import StrEnum

import msgspec

from transmittal.model.document import DocumentKind
from transmittal.model.event import Event


class Tier(StrEnum):
    """How near a source stands to the step it reports. Nearest first: where nothing else decides, the nearer one is believed."""

    SELLER = "seller"  # the exporting government's own paper: notices, releases, contract announcements
    BUYER = "buyer"  # the buying government's own paper: its ministry, parliament, budget
    COMPANY = "company"
    REGISTER = "register"  # compiled by others from all of these, with a year as its finest date
    PRESS = "press"
    OTHER = "other"

    @property
    def rank(self) -> int:
        """0 for the nearest."""
        return _RANKS[self]


_RANKS = {tier: rank for rank, tier in enumerate(Tier)}


class Paper(msgspec.Struct, frozen=True, kw_only=True):
    """A document as a case file cites it.

    id:    sha256 of the canonical text: some pages change their bytes at every fetch.
    known: the day from which the public could know what it says: its publication, or, for a page edited in place without a new
           date, the day its new text was first seen.
    """

    id: str
    known: date
    kind: DocumentKind
    tier: Tier
    published: date | None = None
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    language: str | None = None
    source: str = ""


class Correction(msgspec.Struct, frozen=True, kw_only=True):
    """One slot of an event as a person put it right. was, now: canonical JSON, "null" for an empty slot. entry: the decision's number."""

    slot: str
    was: str
    now: str
    by: str
    at: datetime
    reason: str
    entry: int


class KeptEvent(msgspec.Struct, frozen=True, kw_only=True):
    """An event as the casebook holds it: what was read, with people's corrections put in.

    id:    of the event's content and its document; the same however often it is read.
    entry: number of the journal entry that recorded it; order: its place in its document.
    """

    id: str
    event: Event
    paper: Paper
    reader: str
    recorded_at: datetime
    entry: int
    order: int = 0
    corrections: tuple[Correction, ...] = ()


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """An event's place in a case.

    score:   0 to 1; 1 for identifiers and people. because: one sentence for a reader. by: the linker with its version, or a person.
    pinned:  a person decided it; the program does not move it.
    """

    event: str
    case: str
    score: float
    because: str
    by: str
    entry: int = 0
    pinned: bool = False


class Tag(msgspec.Struct, frozen=True, kw_only=True):
    """A label that a person put on a case."""

    name: str
    by: str
    at: datetime
    reason: str = ""


class CaseFile(msgspec.Struct, frozen=True, kw_only=True):
    """All events of one procurement, as of what was asked.

    events: by the day they could be known, then document, then place in it. links: by event id.
    """

    id: str
    events: tuple[KeptEvent, ...]
    links: dict[str, Link] = {}
    tags: tuple[Tag, ...] = ()
