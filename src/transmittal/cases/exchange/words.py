"""Items and money in words, with what they are: a ceiling says "up to", an amount says its basis."""

from collections.abc import Iterable

from transmittal.model import Bound, Item, Money

BOUND_WORDS = {Bound.EXACT: "", Bound.MAX: "up to ", Bound.MIN: "at least ", Bound.ABOUT: "about "}


def describe_items(items: Iterable[Item]) -> str:
    """ "up to 200 × Tomahawk Block IV; JSM"."""
    return "; ".join(map(_describe_item, items))


def _describe_item(item: Item) -> str:
    name = " ".join(filter(None, (item.system.designation, item.variant)))
    return f"{BOUND_WORDS[item.quantity.bound]}{item.quantity.value:,} × {name}" if item.quantity else name


def describe_money(money: Money | None) -> str:
    """ "up to USD 2,350,000,000 (estimate)"; nothing for none."""
    return f"{BOUND_WORDS[money.bound]}{money.currency} {money.amount:,f} ({money.basis.value})" if money else ""
