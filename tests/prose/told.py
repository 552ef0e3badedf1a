"""The compact form in which the tables of this folder tell what a text reports."""

from datetime import date
from typing import NamedTuple

from transmittal.model import Event
from transmittal.reading import read_text

FRIDAY = date(2024, 1, 19)  # when a text was published unless its case says otherwise

Thing = tuple[str, str | None, int | None, str | None]
Span = tuple[str | None, str | None]


class Told(NamedTuple):
    """One event.

    items: (designation, variant, quantity, bound). value: (amount, currency, basis). when: first and last day. source: who says so.
    """

    stage: str
    modality: str
    buyer: str | None
    supplier: str | None
    items: list[Thing]
    value: tuple[int, str, str] | None = None
    when: Span | None = None
    source: str | None = None


class Case(NamedTuple):
    """What is shown, the text, its events in order of first evidence, and the day it was published."""

    name: str
    text: str
    events: list[Told]
    published: date | None = FRIDAY


class Miss(NamedTuple):
    """A case the reader gets wrong today, and why."""

    case: Case
    reason: str


def of(designation: str, count: int | None = None, bound: str = "exact", variant: str | None = None) -> Thing:
    """One line of an order; without a count it has no bound."""
    return designation, variant, count, bound if count is not None else None


def day(iso: str) -> Span:
    return iso, iso


def year(number: int) -> Span:
    return f"{number}-01-01", f"{number}-12-31"


def read_told(text: str, published: date | None = FRIDAY) -> list[Told]:
    """What the library reads in a text of the press."""
    return [told(event) for event in read_text(text, published=published).events]


def told(event: Event) -> Told:
    """An event without its mentions."""
    items = [
        (i.system.designation, i.variant, i.quantity.value if i.quantity else None, str(i.quantity.bound) if i.quantity else None)
        for i in event.items
    ]
    value, when = event.value, event.date
    return Told(
        str(event.stage),
        str(event.modality),
        event.buyer.id if event.buyer else None,
        event.supplier.id if event.supplier else None,
        items,
        (int(value.amount), value.currency, str(value.basis)) if value else None,
        (when.start.isoformat() if when.start else None, when.end.isoformat() if when.end else None) if when else None,
        event.source.name if event.source else None,
    )
