"""By how much an enhancement report enlarges its case: what is added to the whole, else the whole as revised.

The share for major defense equipment grows on its own inside a total that stays: what is said of it alone gives no amount.
Source of the wordings: docs/reading/fr_36b1.md.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from itertools import pairwise

import msgspec

from transmittal.mentions.money import MoneyMention, find_money


class Enlargement(msgspec.Struct, frozen=True, gc=False):
    """is_total: the amount is the whole after the change and not what was added."""

    money: MoneyMention
    is_total: bool


class _Of(StrEnum):
    """What an amount is an amount of."""

    WHOLE = "whole"
    SHARE = "share"
    ADDED = "added"  # "the estimated cost of the additional items"


_SENTENCE_END = re.compile(r"(?<=[^A-Z\s])[.;]\s+|;\s*")
_SHARE = re.compile(r"\bMDE\b|\bmajor\s+defen[cs]e\s+(?:equipment|articles)|\bequipment\b|\bservices\b", re.I)
_ITEMS = re.compile(r"\b(?:items|articles|addition(?:s|al)?|enhancements?|upgrades?|inclusion|new|proposed (?:change|amendment))\b", re.I)
_NOUN = r"(?:values?|costs?|price|amount|totals?|ceiling)"
# "the estimated total case value", "the total estimated cost of the program", "a revised total": with the words that say of what.
_SUM = re.compile(
    rf"(?:\b(?:total|overall|estimated|revised|new|case|program(?:me)?|sale|package|MDE|non-MDE|defen[cs]e|equipment|major"
    rf"|(?:Major Defen[cs]e Equipment )?\(MDE\))\s+){{0,6}}\b{_NOUN}\b"
    r"(?:\s+(?:of|for|in)\s+(?:(?:the|this|these|all|its|both)\s+)?(?:(?!(?:is|are|will|would|has|by|to|increase\w*)\b)[A-Za-z()\-]+\s*){1,4})?",
    re.I,
)
_WHOLE_NOUN = re.compile(r"\b(?:case|program(?:me)?|sale|package|overall|values?|costs?|price|amount|ceiling)\b", re.I)
_BEHIND = re.compile(r"\s+(?:(?:increase|rise|growth)\s+)?(?:in|to|of|for)\s+(?:the\s+|its\s+)?(?P<what>(?:[A-Za-z()\-]+\s*){1,5})", re.I)
_ABOUT = r"(?:(?:an?\s+)?(?:about|approximately|estimated|additional|further|up\s+to|some|nearly)\s+)*(?:USD?\s*)?"
_GROWTH = r"(?:increas\w*|ris(?:e|es|en|ing)|rose|grow\w*|grew|rais\w+|enlarg\w+|expand\w*|add(?:s|ed|ing)?|additional|growth)"
_GROWS = re.compile(rf"\b{_GROWTH}\b", re.I)
_INCREASE = re.compile(rf"\bby\s+{_ABOUT}$|\b(?:increase|rise|growth|addition)\b(?:(?!\bto\b)[^.;$]){{0,70}}?\bof\s+{_ABOUT}$", re.I)
_ADDS = re.compile(r"\b(?:adds?|adding|added|an\s+additional|a\s+further|another)\s+(?:about\s+|approximately\s+|USD?\s*)?$", re.I)
_GROWTH_BEHIND = re.compile(r"[\s-]+(?:increase|rise|growth)\b", re.I)
_TO = re.compile(
    r"\b(?:to|at|of|is|be|becomes?|as|stands?)(?:\s+(?:now|be|an?|the))*(?:\s+(?:new|revised|updated|adjusted|estimated|total|overall|case"
    rf"|program(?:me)?|MDE|{_NOUN}))*(?:\s+of)?\s+{_ABOUT}$|\b(?:new|revised|updated)(?:\s+\w+){{0,4}}\s+{_ABOUT}$|:\s*{_ABOUT}$",
    re.I,
)
_CHANGED = re.compile(
    rf"\b(?:new|revised|updated|adjusted|now|bring\w*|result\w*|becomes?|will\s+be|would\s+be|{_GROWTH}|decreas\w*|reduc\w*|fall\w*)\b",
    re.I,
)
_FROM = re.compile(rf"\b(?:from|previous(?:ly)?|original(?:ly)?|prior|earlier|was|were)\b[^.;$]{{0,40}}{_ABOUT}$", re.I)
_FALLS = re.compile(r"\b(?:decreas\w*|reduc\w*|lower\w*|fall\w*)\b", re.I)
_SAME = re.compile(r"\b(?:not|no|without|remain\w*|unchanged|unaffected|within)\b", re.I)
_TURN = re.compile(r"\b(?:but|while|whereas|although)\b", re.I)


def find_enlargement(text: str, start: int, end: int) -> Enlargement | None:
    """The increase of the whole told in text[start:end], else the price of what is added, else the whole as revised.

    None when only the share grows, or the whole stays.
    """
    totals: list[Enlargement] = []
    added: list[Enlargement] = []
    for low, high in _clauses(text, start, end):
        is_same = _SAME.search(text, low, high) is not None
        if is_same and any(_kind(m[0], None) is _Of.WHOLE for m in _SUM.finditer(text, low, high)):
            added.clear()  # what is added is paid out of the total there is
            continue
        previous: _Of | None = None
        for money in find_money(text, low, high, home="USD"):
            of = _of(text, low, money, previous)
            previous = of
            before = text[low : money.start]
            if of is _Of.ADDED and not _FROM.search(before):
                added.append(Enlargement(money, is_total=False))
            elif of is _Of.WHOLE and not _FALLS.search(before) and _is_increase(text, before, money, high):
                return Enlargement(money, is_total=False)
            elif of is _Of.WHOLE and _TO.search(before) and _CHANGED.search(before) and not _FROM.search(before):
                totals.append(Enlargement(money, is_total=True))
    return next(iter([*added, *totals]), None)


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Sentences, cut again where one turns ("… but the total will remain …")."""
    cuts = sorted(
        {start, end, *(m.end() for m in _SENTENCE_END.finditer(text, start, end)), *(m.start() for m in _TURN.finditer(text, start, end))}
    )
    return pairwise(cuts)


def _of(text: str, low: int, money: MoneyMention, previous: _Of | None) -> _Of | None:
    """What the amount is of: what is said right behind it ("$5 million in MDE"), else the sum named last before it."""
    behind = _BEHIND.match(text, money.end, money.end + 60)
    if behind is not None and _GROWS.search(text, low, behind.start("what")):
        if _SHARE.search(behind["what"]):
            return _Of.SHARE
        if _WHOLE_NOUN.search(behind["what"]) or re.search(r"\btotal\b", behind["what"], re.I):
            return _Of.WHOLE
    kind = previous
    for m in _SUM.finditer(text, low, money.start):
        kind = _kind(m[0], kind)
    return kind


def _kind(words: str, before: _Of | None) -> _Of:
    """ "a revised total" alone is a total of what was spoken of."""
    if _SHARE.search(words):
        return _Of.SHARE
    if _ITEMS.search(re.sub(r"^(?:new|revised)\b", "", words, flags=re.I)) and not re.search(
        r"\b(?:total|overall|case|program(?:me)?)\b", words, re.I
    ):
        return _Of.ADDED
    if _WHOLE_NOUN.search(words):
        return _Of.WHOLE
    return before or _Of.WHOLE


def _is_increase(text: str, before: str, money: MoneyMention, high: int) -> bool:
    if _ADDS.search(before) or _GROWTH_BEHIND.match(text, money.end, high):
        return True
    return _GROWS.search(before) is not None and _INCREASE.search(before) is not None
