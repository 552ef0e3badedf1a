"""Whether two numbers can be one number: rounded, slipped by a digit, or in another currency."""

from decimal import Decimal

from transmittal.cases.words import table

# A press conversion takes the rate of its day, a ministry that of its budget: the yen of 2022 went from 115 to 150 around an average
# of 131. A choice, not a measurement.
RATE_SPREAD = Decimal("0.13")


def significant(amount: Decimal) -> int:
    """Digits that were given: 254100000000 has 4, 254000000000 has 3."""
    return max(1, len(str(int(abs(amount))).rstrip("0"))) if amount == amount.to_integral_value() else len(amount.as_tuple().digits)


def same_rounded(a: Decimal, b: Decimal, *, vague: bool = False) -> bool:
    """Whether the coarser number is the finer one rounded to its digits (up or down by less than one unit of the last digit).

    vague: one of them is called "about", so that it may be off by a whole unit.
    """
    if a == b:
        return True
    coarse, fine = (a, b) if significant(a) < significant(b) else (b, a)
    if significant(coarse) == significant(fine) and not vague:
        return False
    unit = Decimal(10) ** (coarse.adjusted() - significant(coarse) + 1)
    # One digit says too little: "3 bn" would be every number from 2.5 to 3.5.
    if significant(coarse) == 1 and significant(fine) > 1 and not vague:
        unit /= 2
    return abs(a - b) <= unit / 2 or (vague and abs(a - b) < unit)


def digit_slip(a: Decimal, b: Decimal) -> str | None:
    """How one number can have come from the other by a slip of the pen; None when it cannot."""
    if not a or not b:
        return None
    one, two = _digits(a), _digits(b)
    ratio = max(a, b) / min(a, b)
    if one == two and ratio in (Decimal(10), Decimal(100), Decimal(1000)):
        return f"the same digits, {int(ratio)} times as much: a slip of the decimal point or of the unit"
    if one != two and one.replace("0", "") == two.replace("0", "") and "0" in one + two and ratio < 2:
        return "a digit dropped or added: the same figures but for a zero"
    if len(one) == len(two) and one != two and sorted(one) == sorted(two) and sum(x != y for x, y in zip(one, two, strict=True)) == 2:
        return "two digits changed places"
    return None


def _digits(amount: Decimal) -> str:
    return str(int(amount)).rstrip("0")


def consistent_rate(a: Decimal, currency_a: str, b: Decimal, currency_b: str, year: int) -> bool | None:
    """Whether two amounts in two currencies can be one, by the yearly averages around that year. None: no rate is known.

    Used to say "consistent with", never to show a converted value.
    """
    verdicts: list[bool] = []
    for candidate in (year, year - 1, year + 1, year - 2):  # the last for years that the table does not have yet
        one, two = _per_dollar(currency_a, candidate), _per_dollar(currency_b, candidate)
        if candidate == year - 2 and verdicts:
            continue
        if one is not None and two is not None:
            ratio = (a / one) / (b / two)
            verdicts.append(1 - RATE_SPREAD <= ratio <= 1 + RATE_SPREAD)
    return any(verdicts) if verdicts else None


def _per_dollar(currency: str, year: int) -> Decimal | None:
    if currency == "USD":
        return Decimal(1)
    rate = table("rates")["per_dollar"].get(currency, {}).get(str(year))
    return Decimal(rate) if rate is not None else None
