"""By which keys the ledger finds the events that a new one may belong with."""

from datetime import date

from transmittal.cases.linking.families import related
from transmittal.cases.linking.remembered import Remembered
from transmittal.cases.linking.traits import Traits, traits
from transmittal.cases.linking.weights import rules
from transmittal.model import KeptEvent, Modality, Stage

# Days by which the same notice is dated apart in two places.
_NOTICED = 7


def keys(event: KeptEvent) -> frozenset[str]:
    """Keys of an event; two events that share none are never joined.

    "JP|tomahawk" buyer and family · "*|tomahawk|2023" a family without buyer, by year · "#400|tomahawk" a large count, which may find the
    buyer of an announcement that names none · "JP|2350000000 USD" buyer and amount, "JP|approval 2023-11" buyer and month of a notice, for
    events without items · "id:…" numbers.
    The seller's own forces have keys by number and amount only: their contracts for one system are many.
    """
    return keys_of(traits(event))


def _keys(t: Traits) -> frozenset[str]:
    found = {f"id:transmittal:{number}" for number in (*t.related, *filter(None, (t.transmittal,)))}
    found |= {f"id:case:{number}" for number in t.cases}
    found |= {f"id:piid:{number}" for number in t.contracts}
    found |= {f"id:{number}" for number in t.registers}
    if t.value is not None and t.buyer is not None:
        found.add(f"{t.buyer}|{t.value.amount.normalize():f} {t.value.currency}")
    if t.buyer is not None and t.buyer in rules().parties.mass:
        return frozenset(found)
    families = t.families | {other for name in t.families for a, other in related() if a == name}
    if t.buyer is not None:
        found |= {f"{t.buyer}|{name}" for name in families}
    else:
        found |= {f"*|{name}|{_year(t)}" for name in families}
    if t.buyer is not None and t.stage is Stage.APPROVAL and t.modality is Modality.HAPPENED and t.start is not None:
        found |= {f"{t.buyer}|approval {_month(t.start + days)}" for days in (-_NOTICED, _NOTICED)}
    large = rules().counts.large
    found |= {f"#{value}|{count.family}" for count in t.counts for value in count.values if value >= large}
    return frozenset(found)


_remembered = Remembered(_keys, 300)


def keys_of(t: Traits) -> frozenset[str]:
    """The same of an event as the linker has it."""
    return _remembered(t)


def _month(day: int) -> str:
    return date.fromordinal(day).isoformat()[:7]


def _year(t: Traits) -> int:
    return date.fromordinal(t.start or t.end or t.known).year
