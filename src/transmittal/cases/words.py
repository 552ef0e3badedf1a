"""How counts, amounts and items are said in a sentence; the words that decide between a total and an addition."""

import re
import tomllib
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from transmittal.model import Bound, Mention, Money

BOUND_WORDS = {Bound.EXACT: "", Bound.MAX: "up to ", Bound.MIN: "at least ", Bound.ABOUT: "about "}
_UNITS = ((Decimal(10) ** 12, "tn"), (Decimal(10) ** 9, "bn"), (Decimal(10) ** 6, "m"))


@cache
def table(name: str) -> dict[str, Any]:
    """A data file of this package, parsed once. name: without its suffix."""
    return tomllib.loads(files("transmittal.cases").joinpath("data", f"{name}.toml").read_text("utf-8"))


def describe_amount(amount: Decimal, currency: str) -> str:
    """ "US$2.35 bn", "¥254.1 bn", "PLN 450,000": exact; a unit is used only where at most three decimals are left."""
    sign = table("bases")["signs"].get(currency, currency + " ")
    for size, word in _UNITS:
        short = (amount / size).normalize()
        if short >= 1 and -int(short.as_tuple().exponent) <= 3:
            return f"{sign}{short:,f} {word}"
    return f"{sign}{amount.normalize():,f}"


def describe_money(money: Money, *, ceiling: bool = False) -> str:
    """With its bound, unless the words around it already call it a ceiling."""
    bound = "" if ceiling and money.bound is Bound.MAX else BOUND_WORDS[money.bound]
    return bound + describe_amount(money.amount, money.currency)


def describe_count(value: int, bound: Bound = Bound.EXACT) -> str:
    """ "up to 400"."""
    return f"{BOUND_WORDS[bound]}{value:,}"


def same_money(one: Money | None, other: Money | None) -> bool:
    """Whether two events give the same amount of the same currency."""
    return one is not None and other is not None and (one.amount, one.currency) == (other.amount, other.currency)


def item_name(designation: str, variant: str | None) -> str:
    """The variant stands alone where it holds the name ("K2PL")."""
    if variant is None:
        return designation
    return variant if variant.casefold().startswith(designation.casefold()) else f"{designation} {variant}"


def join(parts: Iterable[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    listed = list(parts)
    return " and ".join((", ".join(listed[:-1]), listed[-1])) if len(listed) > 1 else "".join(listed)


def says(kind: str, mentions: Iterable[Mention]) -> bool:
    """Whether any of these quotes uses a word of data/counts.toml: "adds", "totals", "first", "rest"."""
    return any(_pattern(kind).search(m.quote) for m in mentions)


def last_said(kinds: tuple[str, ...], text: str) -> str | None:
    """Which kind of word stands nearest before the end of a text; None when none does."""
    best: tuple[int, str] | None = None
    for kind in kinds:
        for match in _pattern(kind).finditer(text):
            best = max(best or (-1, ""), (match.end(), kind))
    return best[1] if best else None


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in table("counts")[kind]["patterns"]), re.IGNORECASE)
