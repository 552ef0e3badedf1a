"""Why an event is in its case, in one sentence."""

from decimal import Decimal

from transmittal.cases.linking.certain import numbers
from transmittal.cases.linking.evidence import told, weigh
from transmittal.cases.linking.features import Feature
from transmittal.cases.linking.timing import Days
from transmittal.cases.linking.traits import Traits
from transmittal.cases.linking.weights import rules
from transmittal.model import Money

ALONE = "nothing else fits it: the first event of its case"
_MOST = 4


def because(event: Traits, others: list[Traits]) -> str:
    """One sentence. others: the rest of the case."""
    if not others:
        return ALONE
    if shared := shared_number(event, others):
        return f"same {shared}"
    found = told([pair(event, other) for other in others])
    return _sentence(found) or ALONE


def shared_number(event: Traits, others: list[Traits]) -> str | None:
    """A number that decides alone, as a reader would call it."""
    mine = set(numbers(event))
    common = sorted(mine & {number for other in others for number in numbers(other)})
    return common[0] if common else None


def pair(a: Traits, b: Traits) -> tuple[Traits, Traits]:
    """The earlier first, as the words expect."""
    return (a, b) if (a.known, a.id) <= (b.known, b.id) else (b, a)


def phrase(feature: Feature) -> str:
    """A feature in words."""
    name, _, values = feature
    return rules().words[name].format(*(_print(value) for value in values))


def _print(value: object) -> str:
    """A compared value: "254.1 bn JPY", "2 months", else as it is."""
    if isinstance(value, Money):
        return _print_money(value)
    return _print_days(value) if isinstance(value, Days) else str(value)


def _print_money(money: Money) -> str:
    for size, word in ((Decimal(10**9), "bn"), (Decimal(10**6), "m")):
        if money.amount >= size:
            return f"{(money.amount / size).quantize(Decimal('0.01')).normalize():f} {word} {money.currency}"
    return f"{money.amount:f} {money.currency}"


def _print_days(days: int) -> str:
    for size, word in ((365, "year"), (30, "month")):
        if days >= 2 * size:
            return f"{round(days / size)} {word}s"
    return f"{int(days)} day{'' if days == 1 else 's'}"


def _sentence(found: list[Feature]) -> str:
    """The few reasons that matter: buyer and system first, then the weightiest for it, and the weightiest against."""
    base = sorted((f for f in found if f[0] in ("same_buyer", "same_system", "same_family", "related")), key=lambda f: f[0] != "same_buyer")
    rest = [f for f in found if f not in base and f[0] != "drift"]
    reasons = base + [f for f in rest if weigh(f) > 0][: _MOST - 1]
    said = "; ".join(phrase(f) for f in reasons)
    against = next((phrase(f) for f in rest if weigh(f) <= -1.0), "")
    return f"{said}; although {against}" if said and against else said
