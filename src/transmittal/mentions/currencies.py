"""Which words and signs are currencies: data/currencies.tsv and data/currency_families.tsv, found in one pass."""

from collections.abc import Iterator
from functools import cache

import msgspec

from transmittal.mentions.anchors import Anchors, spellings
from transmittal.mentions.tables import read_table


class Currency(msgspec.Struct, frozen=True, gc=False):
    """One printed form. iso: a code of ISO 4217, or the name of a family. scale: what the form multiplies by ("MUSD")."""

    printed: str
    iso: str
    before: bool  # may stand before the amount
    after: bool  # may stand after it
    careful: str  # "", "careful", "before": see the data file
    scale: int
    is_word: bool  # letters with case: must not touch other letters


class Sign(msgspec.Struct, frozen=True, gc=False):
    """A currency where it is printed."""

    start: int
    end: int
    currency: Currency


class _Family(msgspec.Struct, frozen=True, gc=False):
    default: str
    members: frozenset[str]
    languages: dict[str, str]


def _is_cased(character: str) -> bool:
    return character.isalpha() and (character.lower() != character.upper() or "\u0590" <= character <= "\u06ff")


@cache
def _currencies() -> tuple[Anchors, list[Currency]]:
    forms: dict[str, Currency] = {}
    for row in read_table("currencies"):
        for printed in row["printed"].split(";"):
            ordinary = printed[0].islower() or (printed[0].isupper() and printed[1:].islower())
            for form in sorted(spellings(printed)) if ordinary and len(printed) > 2 else [printed]:
                forms.setdefault(
                    form,
                    Currency(
                        form,
                        row["iso"],
                        row["side"] in ("before", "both"),
                        row["side"] in ("after", "both"),
                        row["careful"],
                        int(row["scale"] or 1),
                        any(map(_is_cased, form)),
                    ),
                )
    return Anchors(forms), list(forms.values())


@cache
def _families() -> dict[str, _Family]:
    families = {}
    for row in read_table("currency_families"):
        languages = dict(pair.split(":") for pair in row["languages"].split(",") if pair)
        families[row["family"]] = _Family(row["default"], frozenset(row["members"].split(",")), languages)
    return families


def find_signs(text: str, start: int, end: int) -> Iterator[Sign]:
    """Every currency sign, code and word in order; words only where they are whole words."""
    anchors, currencies = _currencies()
    for number, left, right in anchors.find(text, start, end):
        currency = currencies[number]
        if currency.is_word and not _stands_alone(text, left, right, currency.printed):
            if not currency.printed.endswith("$"):
                continue
            left, currency = right - 1, _bare_dollar()  # "PLUS$5"
        yield Sign(left, right, currency)


def _stands_alone(text: str, left: int, right: int, printed: str) -> bool:
    if left > 0 and _is_cased(printed[0]) and (_is_cased(text[left - 1]) or text[left - 1] in "_@&"):
        return False
    return not (right < len(text) and _is_cased(printed[-1]) and (_is_cased(text[right]) or text[right] == "_"))


@cache
def _bare_dollar() -> Currency:
    return next(currency for currency in _currencies()[1] if currency.printed == "$")


def resolve(currency: Currency, printed: str, home: str | None, language: str | None) -> str | None:
    """The ISO code that is meant; None when the text does not say which of a family ("kr" without a language or a home)."""
    family = _families().get(currency.iso)
    if family is None:
        return currency.iso
    if home in family.members:
        return home
    if currency.iso == "yuan" and any(c in printed for c in "亿万"):  # simplified script
        return "CNY"
    return family.languages.get(language or "") or family.default or None


@cache
def _sure_words() -> frozenset[str]:
    return frozenset(currency.printed for currency in _currencies()[1] if not currency.careful)


def is_currency(word: str) -> bool:
    """Whether a word is a currency and nothing else ("dollars", "JPY"; not "won")."""
    return word in _sure_words()
