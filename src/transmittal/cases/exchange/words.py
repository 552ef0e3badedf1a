"""Items and money in words, with what they are: a ceiling says "up to", an amount says its basis."""

from collections.abc import Iterable

from transmittal.cases.words import BOUND_WORDS, describe_count, item_name
from transmittal.model import Item, Money


def describe_items(items: Iterable[Item]) -> str:
    """ "up to 200 × Tomahawk Block IV; JSM"."""
    return "; ".join(map(_describe_item, items))


def _describe_item(item: Item) -> str:
    name = item_name(item.system.designation, item.variant)
    return f"{describe_count(item.quantity.value, item.quantity.bound)} × {name}" if item.quantity else name


def describe_money(money: Money | None) -> str:
    """ "up to USD 2,350,000,000 (estimate)"; nothing for none."""
    return f"{BOUND_WORDS[money.bound]}{money.currency} {money.amount:,f} ({money.basis.value})" if money else ""
