"""Why two values of one property differ."""

from transmittal.cases.rounding import consistent_rate, digit_slip, same_rounded
from transmittal.cases.told import Told
from transmittal.cases.when import When, describe_when
from transmittal.model import Bound, Stage

Why = tuple[str, str, bool]


def why_amounts(one: Told, two: Told, now: Told | None, *, several: bool) -> Why:
    """Kind of difference, the explanation, and whether nothing is left open.

    now: the value in force, None where values stand side by side. raises: ValueError for tellings that are not amounts of money.
    """
    if one.amount is None or two.amount is None or one.currency is None or two.currency is None:
        raise ValueError(f"{one.key}: both tellings need an amount with a currency")
    if one.currency != two.currency:
        return _why_currencies(one, two)
    return _why_same_currency(one, two, now, several=several)


def _why_currencies(one: Told, two: Told) -> Why:
    year = (one.end or one.known).year
    verdict = consistent_rate(one.amount, one.currency, two.amount, two.currency, year)  # type: ignore[arg-type]
    if verdict is None:
        return "conflict", "two currencies, and no yearly rate is on file to compare them with", False
    if verdict:
        return "conversion", f"the same amount in two currencies, consistent with the rates of about {year}", True
    return "conflict", f"two currencies that no rate of about {year} brings together", False


def _why_same_currency(one: Told, two: Told, now: Told | None, *, several: bool) -> Why:
    a, b = one.amount, two.amount
    if a is None or b is None:
        raise ValueError(f"{one.key}: both tellings need an amount")
    if a == b:
        return "scope", "the same number, once as the whole and once as an addition", True
    if same_rounded(a, b, vague=Bound.ABOUT in (one.bound, two.bound)):
        return "conversion", "the same amount, once rounded", True
    if "increase" in (one.nature, two.nature):
        return "change", "one is the amount before, the other what was added to it; they are not two prices of one thing", True
    if several:
        slip = digit_slip(a, b) if set(one.papers).isdisjoint(two.papers) and one.scope == two.scope else None
        if slip is not None:
            return "conflict", slip, False
        return "scope", "they stand side by side, for other lines, years or contracts", True
    if _later_step(one, two):
        return "change", f"a later step altered it, {describe_when(When(two.start, two.end))}", True
    if _later_step(two, one):
        return "change", f"a later step altered it, {describe_when(When(one.start, one.end))}", True
    slip = digit_slip(a, b)
    if slip is not None:
        return "conflict", slip, False
    held = f"; {now.bare} is held to, from the nearer source" if now is not None and _is_nearer(one, two, now) else ""
    return "conflict", f"two numbers for one step, and nothing on file explains it{held}", False


def _is_nearer(one: Told, two: Told, now: Told) -> bool:
    return now.value in (one.value, two.value) and one.tier is not two.tier


def _later_step(one: Told, two: Told) -> bool:
    """Whether the second value belongs to a step after that of the first, or to a change of it."""
    if two.stage is Stage.CHANGE and one.stage is not Stage.CHANGE:
        return True
    if one.end is None or two.start is None:
        return False
    return two.start > one.end and one.stage not in (Stage.PLAN,)


def why_counts(one: Told, two: Told, now: Told) -> Why:
    """The same for two counts of one line in one role. one was published first."""
    a, b = int(one.amount or 0), int(two.amount or 0)
    if Bound.ABOUT in (one.bound, two.bound) and abs(a - b) * 10 <= max(a, b):
        return "conversion", "the same number, once rounded", True
    if (one.bound is Bound.MIN and b >= a) or (two.bound is Bound.MIN and a >= b):
        return "conversion", "a floor and a number above it agree", True
    if "increase" in (one.nature, two.nature):
        return "change", "one is the number before, the other what was added to it", True
    if _later_step(one, two) or _later_step(two, one):
        later = two if _later_step(one, two) else one
        return "change", f"a later step altered it, {describe_when(When(later.start, later.end))}", True
    if one.stage is Stage.PLAN and one.tier.rank > two.tier.rank and now.value == two.value:
        return "conflict", f"an early figure that {b:,}, told later by a nearer source, superseded", True
    if one.stage is Stage.PLAN and now.value == two.value and two.known > one.last_known:
        return "conflict", f"an early figure that {b:,}, told later, superseded", True
    return "conflict", "two numbers for one step, and nothing on file explains it", False
