"""The words that dates are made of, in twelve languages, read from data/date_words.tsv when first needed."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

DATA = Path(__file__).with_name("data")


@cache
def forms_of(kind: str) -> dict[str, str]:
    """Printed form → value, for one kind of word. Capitalised forms are added, and capitals throughout for months and weekdays."""
    forms: dict[str, str] = {}
    for row_kind, value, language, printed in _rows():
        if row_kind == kind:
            for form in printed.split("|"):
                for written in _cases(form, kind, language):
                    forms.setdefault(written, value)
    return forms


@cache
def month_abbreviations() -> frozenset[str]:
    """Short forms of months, in lower case: those that a longer form of the same row begins with."""
    short: set[str] = set()
    for kind, _value, _language, printed in _rows():
        forms = printed.lower().split("|")
        if kind == "month":
            short.update(form for form in forms if any(other != form and other.startswith(form) for other in forms))
    return frozenset(short)


@cache
def lowered(kind: str) -> dict[str, str]:
    """As `forms_of`, keys in lower case."""
    return {form.lower(): value for form, value in forms_of(kind).items()}


def one_of(forms: Iterable[str]) -> str:
    """A regular expression that matches any of the forms, longest first, shaped as a trie so that a mismatch costs one step."""
    trie: dict[str, dict[str, object]] = {}
    for form in forms:
        node = trie
        for character in form:
            node = node.setdefault(character, {})  # type: ignore[assignment]
        node[""] = {}
    return _branch(trie)


def _branch(node: dict[str, dict[str, object]]) -> str:
    ends = "" in node
    branches = [re.escape(character) + _branch(below) for character, below in node.items() if character]  # type: ignore[arg-type]
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 and not ends else f"(?:{'|'.join(branches)})"
    return joined + "?" if ends else joined


@cache
def _rows() -> tuple[tuple[str, str, str, str], ...]:
    rows = []
    for line in (DATA / "date_words.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            kind, value, language, forms = line.split("\t")
            rows.append((kind, value, language, forms))
    return tuple(rows[1:])


def _cases(form: str, kind: str, language: str) -> tuple[str, ...]:
    capital = form[0].upper() + form[1:]
    # Capitals throughout: military style ("28 JUN 2006") and headlines; English only, where short forms cannot be other words.
    if language == "en" and kind in ("month", "weekday", "fiscal"):
        return form, capital, form.upper()
    return form, capital
