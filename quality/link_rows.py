"""Labelled events as the linker takes them: from rows that people write, or from documents as read.

A row tells an event in a line of TOML; `items` and the like are short texts, so that a table of them can be read:

    items = ["himars | HIMARS | M142 | =20 launcher", "gmlrs | GMLRS | M31 | <=36"]    system | designation | variant | count
    value = "655000000 USD estimate"      date = "2018-11-29" or "2022-09/2022-12" or "/2028-12-31"
"""

import calendar
import hashlib
import tomllib
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from transmittal.model import (
    Basis,
    Bound,
    Channel,
    Contractor,
    DocumentKind,
    Event,
    Identifiers,
    Item,
    KeptEvent,
    Mention,
    Modality,
    Money,
    Paper,
    Party,
    Period,
    Quantity,
    Stage,
    System,
    Tier,
)

_BOUNDS = {"=": Bound.EXACT, "<": Bound.MAX, ">": Bound.MIN, "~": Bound.ABOUT}
_TIERS = {
    DocumentKind.NEWS: Tier.PRESS,
    DocumentKind.REGISTER: Tier.REGISTER,
    DocumentKind.BUDGET: Tier.BUYER,
    DocumentKind.OTHER: Tier.OTHER,
}
_RECORDED = datetime(2026, 1, 1, tzinfo=UTC)


def rows(path: Path) -> Iterator[tuple[str, KeptEvent]]:
    """(case label, event) of every row of a file of documents."""
    for document in tomllib.loads(path.read_text(encoding="utf-8"))["document"]:
        for n, row in enumerate(document["events"]):
            case = row.pop("case")
            yield case, kept(document=document["id"], known=document["known"], kind=document["kind"], order=n, **row)


def kept(
    *,
    document: str = "a",
    known: date | str = "2024-01-01",
    kind: str = "news",
    order: int = 0,
    dated: bool = True,
    stage: str,
    modality: str = "happened",
    **said: Any,
) -> KeptEvent:
    """One event. said: buyer, supplier, channel, items, value, date, contractors, the slots of Identifiers; told: words that tell it."""
    day = date.fromisoformat(known) if isinstance(known, str) else known
    numbers = {name: said.pop(name) for name in Identifiers.__struct_fields__ if name in said}
    event = Event(
        stage=Stage(stage),
        modality=Modality(modality),
        buyer=_party(said.pop("buyer", None)),
        supplier=_party(said.pop("supplier", None)),
        channel=Channel(id=channel, **_quote(channel)) if (channel := said.pop("channel", None)) else None,
        items=tuple(_item(text) for text in said.pop("items", ())),
        value=_money(said.pop("value", None)),
        date=_period(said.pop("date", None)),
        identifiers=Identifiers(**{name: tuple(v) if isinstance(v, list) else v for name, v in numbers.items()}),
        contractors=tuple(Contractor(id=firm, name=firm, **_quote(firm)) for firm in said.pop("contractors", ())),
        evidence=(Mention(**_quote(said.pop("told", stage))),),
    )
    if said:
        raise ValueError(f"{document}: no slot {sorted(said)}")
    return keep(event, document=document, known=day, kind=DocumentKind(kind), order=order, dated=dated)


def keep(event: Event, *, document: str, known: date, kind: DocumentKind, order: int, dated: bool = True) -> KeptEvent:
    """An event with its document, as the casebook would hold it. dated: the document says when it was published."""
    paper = Paper(id=document, known=known, kind=kind, tier=_TIERS.get(kind, Tier.SELLER), published=known if dated else None)
    name = hashlib.sha256(f"{document}/{order}".encode()).hexdigest()
    return KeptEvent(id=name, event=event, paper=paper, reader="quality", recorded_at=_RECORDED, entry=1, order=order)


def _quote(text: str) -> dict[str, Any]:
    return {"quote": text, "start": 0, "end": len(text)}


def _party(party: str | None) -> Party | None:
    return Party(id=party, name=party, **_quote(party)) if party else None


def _item(text: str) -> Item:
    system, designation, variant, count = (part.strip() for part in [*text.split("|"), "", "", ""][:4])
    name = designation or system
    quantity = None
    if count:
        value, _, unit = count.lstrip("=<>~").partition(" ")
        quantity = Quantity(value=int(value), bound=_BOUNDS[count[0]], unit=unit or None, **_quote(count))
    known = None if system.startswith("?") else system
    return Item(system=System(id=known, name=name, designation=name, **_quote(name)), variant=variant or None, quantity=quantity)


def _money(text: str | None) -> Money | None:
    if text is None:
        return None
    amount, currency, basis = text.split()
    return Money(amount=Decimal(amount), currency=currency, basis=Basis(basis), bound=Bound.EXACT, **_quote(text))


def _period(text: str | None) -> Period | None:
    if text is None:
        return None
    first, slash, last = text.partition("/")
    return Period(start=_day(first, end=False), end=_day(last if slash else first, end=True), mention=Mention(**_quote(text)))


def _day(text: str, *, end: bool) -> date | None:
    """ "2022" and "2022-09" are whole periods."""
    if not text:
        return None
    numbers = [int(part) for part in text.split("-")]
    year, month, day = numbers + [None] * (3 - len(numbers))
    month = month or (12 if end else 1)
    return date(year, month, day or (calendar.monthrange(year, month)[1] if end else 1))
