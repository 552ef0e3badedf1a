"""Case files made by hand for the rules of the backlog: one line an event, only what the rule is about."""

import hashlib
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal

from transmittal.model import (
    Basis,
    Bound,
    CaseFile,
    Channel,
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
    Tag,
    Tier,
)  # fmt: skip

RECORDED = datetime(2026, 1, 1, tzinfo=UTC)
_KINDS = {Tier.SELLER: DocumentKind.TRANSMITTAL, Tier.REGISTER: DocumentKind.REGISTER, Tier.BUYER: DocumentKind.PRESS_RELEASE}
MILLION = 10**6


def told(
    stage: str,
    day: str | tuple[str, str] | None,
    amount: int | None = None,
    items: Mapping[str, int | None] | None = None,
    *,
    said: str = "It was told.",
    tier: str = "seller",
    known: str | None = None,
    kind: DocumentKind | None = None,
    title: str | None = None,
    paper: str | None = None,
    transmittal: str | None = None,
    related: tuple[str, ...] = (),
    currency: str = "USD",
    basis: str | None = None,
    modality: str = "happened",
    channel: str | None = "FMS",
    buyer: str = "TW",
    supplier: str = "US",
) -> KeptEvent:
    """One event in one paper.

    amount: in millions. items: "system" or "system/variant" -> count. "{}" in `said` is where the amount stands.
    """
    start, end = (day, day) if isinstance(day, str) else day if day is not None else (None, None)
    last = date.fromisoformat(known or end or "2020-01-01")
    near = Tier(tier)
    money = None if amount is None else f"${amount} million"
    text = said.replace("{}", money or "")
    at = text.find(money) if money is not None else -1
    money_mention = (
        Mention.cut(text, at, at + len(money))
        if money is not None and at >= 0
        else Mention(quote=money or "x", start=900, end=900 + len(money or "x"))
    )
    name = paper or hashlib.sha256(repr((stage, day, amount, items, said, tier, known, transmittal)).encode()).hexdigest()
    mention = Mention.cut(text, 0, len(text))
    event = Event(
        stage=Stage(stage),
        modality=Modality(modality),
        buyer=Party(id=buyer, name=buyer, quote="B", start=0, end=1),
        supplier=Party(id=supplier, name=supplier, quote="S", start=0, end=1),
        channel=Channel(id=channel, quote="C", start=0, end=1) if channel else None,
        items=tuple(_item(system, count) for system, count in (items or {}).items()),
        value=None
        if amount is None
        else Money(
            amount=Decimal(amount) * MILLION,
            currency=currency,
            basis=Basis(basis or ("contract" if stage == "agreement" else "estimate")),
            bound=Bound.MAX,
            quote=money_mention.quote,
            start=money_mention.start,
            end=money_mention.end,
        ),
        date=None if start is None else Period(start=date.fromisoformat(start), end=date.fromisoformat(end or start), mention=mention),
        identifiers=Identifiers(transmittal=transmittal, related_transmittals=related),
        evidence=(mention,),
    )
    about = Paper(id=name, known=last, kind=kind or _KINDS.get(near, DocumentKind.NEWS), tier=near, published=last, title=title)
    return KeptEvent(id=f"{name}-{stage}", event=event, paper=about, reader="test", recorded_at=RECORDED, entry=1)


def case(*events: KeptEvent, name: str = "case", tags: tuple[str, ...] = ()) -> CaseFile:
    ordered = tuple(sorted(events, key=lambda k: (k.paper.known, k.paper.id)))
    return CaseFile(id=name, events=ordered, tags=tuple(Tag(name=t, by="a reader", at=RECORDED) for t in tags))


def _item(name: str, count: int | None) -> Item:
    system, _, variant = name.partition("/")
    return Item(
        system=System(id=system, name=system, designation=system, quote="I", start=0, end=1),
        variant=variant or None,
        quantity=None if count is None else Quantity(value=count, bound=Bound.EXACT, quote="1", start=0, end=1),
    )
