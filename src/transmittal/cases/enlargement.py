"""By how much a report enlarges a case: what it adds, or the total it leads to. Never both, and never the major-equipment share alone."""

import re
from decimal import Decimal

import msgspec

from transmittal.model import Basis, KeptEvent, Mention

# The words right before an amount that make it the total after the change and not what was added.
_NEW_TOTAL = re.compile(
    r"(?:\b(?:revised|new|updated|overall)\s+(?:\w+\s+){0,4}|\b(?:to|at)\s+|\btotal(?:\s+\w+){0,4}\s+(?:of|is|to)\s+)(?:USD|US)?\s*$", re.I
)
# "The total estimated case value will increase by", "resulting in a revised total program cost of": a clause on the whole case.
_WHOLE = re.compile(r"\b(?:total|overall)\b[^.;]{0,40}?\b(?:value|cost|amount|price)\b|\b(?:case|program(?:me)?)\s+(?:value|cost)\b", re.I)
_GROWS = re.compile(
    r"\b(?:increas\w+|ris\w+|rose|grow\w*|grew|grown|rais\w+|enlarg\w+)\b[^.;$]{0,40}?\bby\s+(?:about\s+|approximately\s+)?$", re.I
)
_LEADS = re.compile(r"\b(?:increas\w+|ris\w+|rose|grow\w*|grew|grown|rais\w+|revised|result\w*|bring\w*|new)\b", re.I)
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

    The reader's amount is believed; where it found none, the clauses of the evidence that speak of the total are read.
    """
    value = kept.event.value
    if value is None:
        return next((found for mention in kept.event.evidence if (found := _read(mention)) is not None), None)
    if value.basis is not Basis.ESTIMATE:
        return None  # what a contract grows by lies inside the ceiling
    before = next((m.quote[: value.start - m.start] for m in kept.event.evidence if m.start <= value.start <= m.end), "")
    is_total = _NEW_TOTAL.search(before) is not None
    return Enlargement(amount=value.amount, currency=value.currency, is_total=is_total, figure=value)


def stays_within(kept: KeptEvent) -> bool:
    """Whether a report says that the total stays as it was: what it adds is paid out of the ceiling there is."""
    clauses = (clause for mention in kept.event.evidence for clause in _CLAUSE.split(mention.quote))
    return any(_WHOLE.search(clause) and _UNCHANGED.search(clause) for clause in clauses)


def _read(mention: Mention) -> Enlargement | None:
    """The first clause of a passage that says by how much, or to how much, the whole grows."""
    start = 0
    for end in [*(m.start() for m in _CLAUSE.finditer(mention.quote)), len(mention.quote)]:
        found = _read_clause(mention, start, end)
        if found is not None:
            return found
        start = end
    return None


def _read_clause(mention: Mention, start: int, end: int) -> Enlargement | None:
    from transmittal.mentions.money import find_money

    text = mention.quote
    whole = _WHOLE.search(text, start, end)
    if whole is None or _UNCHANGED.search(text, start, end):
        return None
    for money in find_money(text, start, end, home="USD"):
        before = text[start : money.start]
        is_increment = _GROWS.search(before) is not None
        if not is_increment and not (_NEW_TOTAL.search(before) and _LEADS.search(before)):
            continue
        quoted = Mention(quote=text[money.start : money.end], start=mention.start + money.start, end=mention.start + money.end)
        return Enlargement(amount=money.amount, currency=money.currency, is_total=not is_increment, figure=quoted)
    return None
