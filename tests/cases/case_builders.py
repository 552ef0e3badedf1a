"""Case files for tests: from real documents by the real reader, and made by hand where a rule is to be shown alone."""

import hashlib
import json
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import msgspec

from transmittal import read
from transmittal.model import (
    Basis,
    Bound,
    CaseFile,
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
    Source,
    Stage,
    System,
    Tier,
)  # fmt: skip

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
GOLD = ROOT.parent / "shared" / "gold" / "dev"
_RECORDED = datetime(2026, 11, 22, tzinfo=UTC)
_TIERS = {
    DocumentKind.TRANSMITTAL: Tier.SELLER,
    DocumentKind.CONGRESSIONAL_RECORD: Tier.SELLER,
    DocumentKind.CONTRACT_ANNOUNCEMENT: Tier.SELLER,
    DocumentKind.BUDGET: Tier.BUYER,
    DocumentKind.REGISTER: Tier.REGISTER,
    DocumentKind.NEWS: Tier.PRESS,
    DocumentKind.OTHER: Tier.OTHER,
}


def tier_of(kind: DocumentKind, name: str) -> Tier:
    """The tier of a test document: a release is the seller's unless its name says that a buyer's ministry made it."""
    if kind is DocumentKind.PRESS_RELEASE:
        return Tier.BUYER if any(w in name for w in ("minister", "mnd")) else Tier.SELLER
    return _TIERS[kind]


def kept_events(path: Path, *, published: date | None, url: str | None = None) -> list[KeptEvent]:
    """What the reader finds in one document, as the casebook would hold it."""
    found = []
    for reading in read(path, published=published, url=url):
        document = reading.document
        known = document.published or date(2000, 1, 1)
        paper = Paper(
            id=hashlib.sha256(document.text.encode()).hexdigest(), known=known, kind=document.kind, tier=tier_of(document.kind, path.name),
            published=document.published, title=document.title, url=document.url, publisher=document.publisher, source=path.name,
        )  # fmt: skip
        found += [keep(e, paper, order=n) for n, e in enumerate(reading.events)]
    return found


def keep(event: Event, paper: Paper, *, order: int = 0) -> KeptEvent:
    """An event with an id made of its content."""
    said = msgspec.json.encode(event) + paper.id.encode() + str(order).encode()
    return KeptEvent(
        id=hashlib.sha256(said).hexdigest()[:16], event=event, paper=paper, reader="test/1", recorded_at=_RECORDED, entry=1, order=order
    )


def case_file(name: str, events: list[KeptEvent], *, known: date | None = None) -> CaseFile:
    """A case of these events, by the day they could be known. known: leave out what was published later."""
    kept = [k for k in events if known is None or k.paper.known <= known]
    return CaseFile(id=name, events=tuple(sorted(kept, key=lambda k: (k.paper.known, k.paper.id, k.order))))


def example_tomahawk(known: date | None = None) -> CaseFile:
    """Japan's purchase, out of the seventeen documents that the project ships."""
    events: list[KeptEvent] = []
    for line in (EXAMPLES / "manifest.jsonl").read_text("utf-8").splitlines():
        entry = json.loads(line)
        events += kept_events(EXAMPLES / entry["path"], published=date.fromisoformat(entry["published"]), url=entry["url"])
    wanted = [
        k for k in events
        if k.event.buyer is not None and k.event.buyer.id == "JP" and (k.event.supplier is None or k.event.supplier.id == "US")
        and any(i.system.designation == "Tomahawk" for i in k.event.items)
    ]  # fmt: skip
    return case_file("jp-tomahawk", wanted, known=known)


def gold_cases() -> dict[str, CaseFile]:
    """The reader's events of the development documents under the case labels of their annotators."""
    cases: dict[str, list[KeptEvent]] = {}
    for label_file in sorted(GOLD.glob("*.gold.json")):
        gold = json.loads(label_file.read_text("utf-8"))
        name = label_file.name.removesuffix(".gold.json")
        path = next(p for p in GOLD.glob(f"{name}.*") if not p.name.endswith(".gold.json"))
        published = date.fromisoformat(gold["published"]) if gold["published"] else None
        if not gold["events"] or (published is None and name == "seed"):
            continue
        for kept in kept_events(path, published=published):
            label = _label(kept.event, gold["events"])
            if label is not None:
                cases.setdefault(label, []).append(kept)
    return {name: case_file(name, events) for name, events in cases.items()}


def _label(event: Event, gold: list[dict]) -> str | None:  # type: ignore[type-arg]
    best = max(gold, key=lambda g: _likeness(event, g))
    return best["case"] if _likeness(event, best) >= 5 else None


def _likeness(event: Event, gold: dict) -> int:  # type: ignore[type-arg]
    share = 3 * (event.stage.value == gold["stage"]) + (event.modality.value == gold["modality"])
    names = {i.system.designation for i in event.items}
    share += 3 * bool(names & {i["designation"] for i in gold["items"]})
    share += (event.buyer.id if event.buyer else None) == gold["buyer"]
    share += 2 * bool(event.value and gold["value"] and event.value.amount == Decimal(str(gold["value"]["amount"])))
    counts = {i.quantity.value for i in event.items if i.quantity}
    return share + bool(counts & {i["quantity"] for i in gold["items"]})


_CURRENCIES = {"$": "USD", "¥": "JPY", "€": "EUR", "£": "GBP"}


def paper(
    known: str, tier: Tier = Tier.PRESS, kind: DocumentKind = DocumentKind.NEWS, publisher: str | None = None, name: str = ""
) -> Paper:
    """A document published on a day."""
    day = date.fromisoformat(known)
    ident = hashlib.sha256(f"{known}{tier}{kind}{publisher}{name}".encode()).hexdigest()
    return Paper(id=ident, known=day, published=day, kind=kind, tier=tier, publisher=publisher)


def told(
    stage: str, day: str | tuple[str | None, str | None] | None, in_paper: Paper, *, modality: str = "happened",
    items: tuple[tuple[str, str | None, int | None], ...] = (("Tomahawk", None, None),), bound: str = "exact", value: str | None = None,
    basis: str = "contract", value_bound: str = "exact", transmittal: str | None = None, quote: str = "", source: str | None = None,
    contract: tuple[str, ...] = (), buyer: str = "JP", order: int = 0,
) -> KeptEvent:  # fmt: skip
    """An event made by hand. day: "2024-01-18", ("2024-01-01", "2024-01-31") or None. value: "$2350000000". quote: its sentence."""
    text = quote or f"{stage} {modality} {day} {items} {value}"
    whole = Mention(quote=text, start=0, end=len(text))
    span = {"quote": whole.quote, "start": whole.start, "end": whole.end}
    period = None
    if day is not None:
        start, end = (day, day) if isinstance(day, str) else day
        period = Period(start=date.fromisoformat(start) if start else None, end=date.fromisoformat(end) if end else None, mention=whole)
    money = None
    if value is not None:
        currency, amount = _CURRENCIES[value[0]], Decimal(value[1:])
        money = Money(**_place(text, value, span), amount=amount, currency=currency, basis=Basis(basis), bound=Bound(value_bound))
    event = Event(
        stage=Stage(stage), modality=Modality(modality), buyer=Party(**span, id=buyer, name=buyer), evidence=(whole,), date=period,
        value=money,
        items=tuple(_item(text, span, bound, *i) for i in items), identifiers=Identifiers(transmittal=transmittal, contract=contract),
        source=Source(**span, name=source) if source else None,
    )  # fmt: skip
    return keep(event, in_paper, order=order)


def _item(text: str, span: dict, bound: str, name: str, variant: str | None, count: int | None) -> Item:  # type: ignore[type-arg]
    quantity = Quantity(**_place(text, str(count), span), value=count, bound=Bound(bound)) if count is not None else None
    known = {"Tomahawk": "tomahawk", "F-35A": "f-35", "F-35B": "f-35"}.get(name)
    return Item(system=System(**span, id=known, name=name, designation=name), variant=variant, quantity=quantity)


def _place(text: str, part: str, span: dict) -> dict:  # type: ignore[type-arg]
    """Where a number stands in the sentence, so that the words before it can be read; the whole sentence when it is not printed so."""
    at = text.find(part)
    return {"quote": part, "start": at, "end": at + len(part)} if at >= 0 else span
