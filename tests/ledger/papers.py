"""Documents for the ledger's tests: short ones made up word by word, and the shipped ones read for real."""

import hashlib
from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path

import msgspec

from transmittal.ledger import Casebook
from transmittal.ledger.writer import Recorded
from transmittal.model import (
    Basis,
    Block,
    BlockKind,
    Bound,
    Channel,
    Document,
    Event,
    Item,
    KeptEvent,
    Mention,
    Modality,
    Money,
    Party,
    Period,
    Quantity,
    Stage,
    System,
)
from transmittal.model.document import Capture
from transmittal.reading import Reading, read

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = {"JP": "Japan", "TW": "Taiwan", "DE": "Germany", "US": "United States"}
AT = datetime(2026, 3, 1, 9, tzinfo=UTC)


def cut(text: str, words: str, after: int = 0) -> dict[str, object]:
    """The mention of these words, as the fields of a slot."""
    start = text.index(words, after)
    return {"quote": words, "start": start, "end": start + len(words)}


def event(
    text: str, line: str, *, stage: Stage = Stage.APPROVAL, buyer: str = "JP", value: str | None = None, inferred: bool = False
) -> Event:
    """What one line of a text tells: "{buyer's name} … Tomahawk … 40 …"."""
    at = text.index(line)
    item = Item(
        system=System(**cut(text, "Tomahawk", at), id="tomahawk", name="Tomahawk", designation="Tomahawk"),  # type: ignore[arg-type]
        quantity=Quantity(**cut(text, "40", at), value=40, bound=Bound.MAX) if "40" in line else None,  # type: ignore[arg-type]
    )
    day = Period(start=date(2024, 1, 18), end=date(2024, 1, 18), mention=Mention(**cut(text, "January", at))) if "January" in line else None  # type: ignore[arg-type]
    return Event(
        stage=stage,
        modality=Modality.HAPPENED,
        buyer=Party(**cut(text, NAMES[buyer], at), id=buyer, name=NAMES[buyer]),  # type: ignore[arg-type]
        supplier=Party(**cut(text, "Tomahawk", at), id="US", name="United States", inferred=True),  # type: ignore[arg-type]
        channel=Channel(**cut(text, "Tomahawk", at), id="FMS", inferred=inferred),  # type: ignore[arg-type]
        items=(item,),
        value=Money(**cut(text, value, at), amount=Decimal(value), currency="USD", basis=Basis.ESTIMATE, bound=Bound.MAX)
        if value
        else None,  # type: ignore[arg-type]
        date=day,
        evidence=(Mention(**cut(text, line)),),  # type: ignore[arg-type]
    )


LINE = "Japan may buy up to 40 Tomahawk missiles for 250 million, approved in January."


def reading(
    text: str = LINE,
    events: Iterable[Event] | None = None,
    *,
    url: str | None = None,
    published: date | None = date(2024, 1, 20),
    title: str | None = "A notice",
    reader: str = "reader/1",
    sha256: str | None = None,
    captured: datetime | None = None,
) -> Reading:
    """A reading; without events, of what each line that names the missile tells."""
    found = tuple(events) if events is not None else tuple(event(text, line) for line in text.split("\n") if "Tomahawk" in line)
    blocks, at = [], 0
    for line in text.split("\n"):
        blocks.append(Block(start=at, end=at + len(line), kind=BlockKind.PARAGRAPH))
        at += len(line) + 1
    document = Document(
        sha256=sha256 or hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        text=text,
        blocks=tuple(blocks),
        source="notice.txt",
        url=url,
        title=title,
        published=published,
        language="en",
        capture=Capture(data=text.encode("utf-8", "surrogatepass"), url=url, media_type="text/plain", at=captured) if captured else None,
    )
    return Reading(document=document, events=found, reader=reader)


def numbered(count: int, *, first: int = 1, events: int = 2) -> list[Reading]:
    """So many different documents."""
    made = []
    for n in range(first, first + count):
        lines = [f"Notice {n}, part {part}: {LINE}" for part in range(events)]
        made.append(reading("\n".join(lines), title=f"Notice {n}", url=f"https://notices.example/{n}"))
    return made


@cache
def examples() -> tuple[Reading, ...]:
    """The shipped documents, as the manifest gives them."""
    found: list[Reading] = []
    for line in (EXAMPLES / "manifest.jsonl").read_text().splitlines():
        told = msgspec.json.decode(line)
        found += read(EXAMPLES / told["path"], published=date.fromisoformat(told["published"]), url=told["url"])
    return tuple(found)


def add(book: Casebook, *readings: Reading, at: datetime = AT, author: str = "transmittal/1") -> list[Recorded]:
    """Record readings in one transaction."""
    with book.writing(author, at=at) as writer:
        return [writer.record(reading) for reading in readings]


def entry_of(book: Casebook) -> int:
    """The newest entry."""
    with book.view() as view:
        return view.entry


def said(book: Casebook, **asked: object) -> list[KeptEvent]:
    """All events of a moment (arguments of Casebook.view), by document and place."""
    with book.view(**asked) as view:  # type: ignore[arg-type]
        return [kept for document in view.documents() for kept in view.events_of(document.n)]
