"""One event as one row of the event table: the values of CSV and Parquet alike."""

from collections.abc import Iterable, Iterator
from datetime import UTC
from decimal import Decimal

from transmittal.cases.exchange.cells import Value
from transmittal.model import CaseFile, Event, KeptEvent, Link

Row = dict[str, Value]


def rows(cases: Iterable[CaseFile]) -> Iterator[Row]:
    """Every event of every case, in the order given. Keys are the columns of data/columns.toml."""
    for case in cases:
        for kept in case.events:
            yield row(case, kept)


def row(case: CaseFile, kept: KeptEvent) -> Row:
    """One event. An empty text is the same as none."""
    link = case.links.get(kept.id)
    values: Row = {
        "case": case.id,
        "event": kept.id,
        "order": kept.order,
        **_step(kept.event),
        **_items(kept.event),
        **_money_and_date(kept.event),
        **_names(kept.event),
        **_paper(kept),
        **_quote(kept.event),
        **_link(link),
        "corrected": tuple(correction.slot for correction in kept.corrections),
        "tags": tuple(tag.name for tag in case.tags),
    }
    return {name: None if value == "" else value for name, value in values.items()}


def _step(event: Event) -> Row:
    buyer, supplier = event.buyer, event.supplier
    return {
        "stage": event.stage.value,
        "modality": event.modality.value,
        "buyer": buyer.id if buyer else None,
        "buyer_name": buyer.name if buyer else None,
        "supplier": supplier.id if supplier else None,
        "supplier_name": supplier.name if supplier else None,
        "channel": event.channel.id if event.channel else None,
    }


def _items(event: Event) -> Row:
    counts = [item.quantity for item in event.items]
    return {
        "systems": tuple(item.system.id for item in event.items),
        "designations": tuple(item.system.designation for item in event.items),
        "variants": tuple(item.variant for item in event.items),
        "quantities": tuple(count.value if count else None for count in counts),
        "quantity_bounds": tuple(count.bound.value if count else None for count in counts),
        "units": tuple(count.unit if count else None for count in counts),
    }


def _money_and_date(event: Event) -> Row:
    money, period = event.value, event.date
    return {
        "amount": Decimal(money.amount) if money else None,
        "currency": money.currency if money else None,
        "basis": money.basis.value if money else None,
        "amount_bound": money.bound.value if money else None,
        "date_start": period.start if period else None,
        "date_end": period.end if period else None,
        "calendar": period.calendar if period else None,
    }


def _names(event: Event) -> Row:
    numbers = event.identifiers
    return {
        "said_by": event.source.name if event.source else None,
        "said_by_role": event.source.role if event.source else None,
        "contractors": tuple(contractor.name for contractor in event.contractors),
        "transmittal": numbers.transmittal,
        "contracts": numbers.contract,
        "register_ids": tuple(f"{register}:{number}" for register, number in sorted(numbers.register.items())),
    }


def _paper(kept: KeptEvent) -> Row:
    paper = kept.paper
    return {
        "tier": paper.tier.value,
        "kind": paper.kind.value,
        "document": paper.id,
        "source": paper.source,
        "title": paper.title,
        "publisher": paper.publisher,
        "language": paper.language,
        "url": paper.url,
        "published": paper.published,
        "known": paper.known,
        "recorded_at": kept.recorded_at.astimezone(UTC) if kept.recorded_at.tzinfo else kept.recorded_at.replace(tzinfo=UTC),
        "reader": kept.reader,
    }


def _quote(event: Event) -> Row:
    first = event.evidence[0]
    return {"quote": first.quote, "quote_start": first.start, "quote_end": first.end}


def _link(link: Link | None) -> Row:
    if link is None:
        return {"link_score": None, "link_because": None, "linked_by": None, "pinned": None}
    return {"link_score": link.score, "link_because": link.because, "linked_by": link.by, "pinned": link.pinned}
