"""How the amounts of two events fit each other. Only amounts in one currency are compared."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from transmittal.cases.linking.traits import Traits
from transmittal.model import Basis, Money, Stage

# Articles round to two or three figures: 2.35 bn for 2,346 m.
_SAME = Decimal("0.01")
_OTHER = Decimal("0.05")
_OVER = Decimal("1.1")
_PRICED_ONCE = frozenset({Stage.APPROVAL, Stage.AGREEMENT})


def price_features(a: Traits, b: Traits) -> Iterator[tuple[str, float, tuple[Any, ...]]]:
    """At most one feature."""
    x, y = a.value, b.value
    if x is None or y is None or x.currency != y.currency:
        return
    larger = max(x.amount, y.amount)
    apart = abs(x.amount - y.amount)
    if x.basis is y.basis:
        if apart <= larger * _SAME:
            yield ("same_price", 1.0, (x,))
        elif apart > larger * _OTHER and a.stage is b.stage and a.stage in _PRICED_ONCE:
            yield ("other_price", 1.0, (x, y))
    elif (x.basis, y.basis) == (Basis.CONTRACT, Basis.ESTIMATE):
        yield from _against_ceiling(x, y)
    elif (y.basis, x.basis) == (Basis.CONTRACT, Basis.ESTIMATE):
        yield from _against_ceiling(y, x)


def _against_ceiling(price: Money, ceiling: Money) -> Iterator[tuple[str, float, tuple[Any, ...]]]:
    name = "under_ceiling" if price.amount <= ceiling.amount * _OVER else "over_ceiling"
    yield (name, 1.0, (price, ceiling))
