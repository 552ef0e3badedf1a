"""By how much a report enlarges a case: what it adds, or the total it leads to. Never both, and never the major-equipment share alone."""

import re
from decimal import Decimal

import msgspec

from transmittal.forms.grammar.enlargement import find_enlargement as read_enlargement
from transmittal.model import Basis, KeptEvent, Mention, Money

# The words right before an amount that make it the total after the change and not what was added.
_NEW_TOTAL = re.compile(
    r"(?:\b(?:revised|new|updated|overall)\s+(?:\w+\s+){0,4}|\b(?:to|at)\s+|\btotal(?:\s+\w+){0,4}\s+(?:of|is|to)\s+)(?:USD|US)?\s*$", re.I
)
# A clause on the whole case.
_WHOLE = re.compile(r"\b(?:total|overall)\b[^.;]{0,40}?\b(?:value|cost|amount|price)\b|\b(?:case|program(?:me)?)\s+(?:value|cost)\b", re.I)
_UNCHANGED = re.compile(r"\b(?:not|no|without|remains?|unchanged|previously|was|were)\b", re.I)
_CLAUSE = re.compile(r"(?<!\d)[.;]|[.;](?!\d)|\bbut\b|\bwhile\b")


class Enlargement(msgspec.Struct, frozen=True, kw_only=True):
    """amount: in whole units of the currency. is_total: it is the total after the change, not what was added."""

    amount: Decimal
    currency: str
    is_total: bool
    figure: Mention


def find_enlargement(kept: KeptEvent) -> Enlargement | None:
    """What a change says of the case's whole amount; None when it says nothing, or that it stays as it is.

    The reader's amount is believed; where it found none, what its own reading of such reports finds in the evidence is taken.
    """
    value = kept.event.value
    if value is None:
        return next((found for mention in kept.event.evidence if (found := _read(mention)) is not None), None)
    if value.basis is not Basis.ESTIMATE:
        return None  # what a contract grows by lies inside the ceiling
    return Enlargement(amount=value.amount, currency=value.currency, is_total=_is_total(kept, value), figure=value)


def _is_total(kept: KeptEvent, value: Money) -> bool:
    """As the reader of such reports tells it; in other sentences by the words right before the amount."""
    mention = next((m for m in kept.event.evidence if m.start <= value.start and value.end <= m.end), None)
    if mention is None:
        return False
    found = read_enlargement(mention.quote, 0, len(mention.quote))
    if found is not None and mention.start + found.money.start == value.start:
        return found.is_total
    return _NEW_TOTAL.search(mention.quote[: value.start - mention.start]) is not None


def stays_within(kept: KeptEvent) -> bool:
    """Whether a report says that the total stays as it was: what it adds is paid out of the ceiling there is."""
    clauses = (clause for mention in kept.event.evidence for clause in _CLAUSE.split(mention.quote))
    return any(_WHOLE.search(clause) and _UNCHANGED.search(clause) for clause in clauses)


def _read(mention: Mention) -> Enlargement | None:
    found = read_enlargement(mention.quote, 0, len(mention.quote))
    if found is None:
        return None
    money = found.money
    quoted = Mention(quote=mention.quote[money.start : money.end], start=mention.start + money.start, end=mention.start + money.end)
    return Enlargement(amount=money.amount, currency=money.currency, is_total=found.is_total, figure=quoted)
