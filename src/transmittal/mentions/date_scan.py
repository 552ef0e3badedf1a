"""Where in a text dates can be: around trigger words, found in one pass; only there are the printed forms tried."""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from transmittal.mentions import date_atoms, date_cjk, date_pattern
from transmittal.mentions.date_atoms import Atom
from transmittal.mentions.date_words import forms_of

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

_BEFORE_HIT = 28  # characters from the beginning of a printed form to its first trigger word: "over the next twelve months"
_LONGEST = 96  # characters of the longest printed form: "the fiscal year, which opened on 1 September 2026"


def read_atoms(text: str, start: int, end: int, language: str | None) -> list[Atom]:
    """The printed forms, last one first, so that the caller can take them from the end."""
    atoms: list[Atom] = []
    scanned = [start, start]  # how far each expression has read
    for is_cjk, hit_start, hit_end in _hits(text, start, end):
        if hit_start >= scanned[is_cjk] or hit_end > scanned[is_cjk]:
            begin = max(scanned[is_cjk], hit_start - _BEFORE_HIT)
            scanned[is_cjk] = (_cjk_atoms if is_cjk else _word_atoms)(text, begin, hit_end, end, language, atoms)
    atoms.sort(key=lambda atom: (-atom.start, atom.end))
    return atoms


def _word_atoms(text: str, start: int, hit_end: int, end: int, _language: str | None, atoms: list[Atom]) -> int:
    """Read the forms that begin at a word of text[start:hit_end]; returns where to go on."""
    if start and text[start - 1].isalnum() and text[start : start + 1].isalnum():
        start = next((place for place in range(start, hit_end) if not text[place].isalnum()), hit_end)
    expression, starts = date_pattern.expression(), _start_words()
    position = start
    for word in _WORD.finditer(text, start, hit_end):
        if word.start() < position or not (word[0] in starts or word[0][0].isdigit()):
            continue
        match = expression.match(text, word.start(), min(end, word.start() + _LONGEST))
        atom = date_atoms.atom_at(match) if match else None
        if atom is not None:
            atoms.append(atom)
            position = atom.end
    return max(position, hit_end)


def _cjk_atoms(text: str, start: int, hit_end: int, end: int, language: str | None, atoms: list[Atom]) -> int:
    """Read the forms that begin in text[start:hit_end]; scripts without spaces must be tried at every character."""
    expression = date_cjk.expression()
    position = start
    while match := expression.search(text, position, min(end, hit_end + _LONGEST)):
        if match.start() >= hit_end:
            break
        atom = date_cjk.atom_at(match, language)
        position = match.start() + 1 if atom is None else atom.end
        if atom is not None:
            atoms.append(atom)
    return max(position, hit_end)


_WORD = re.compile(r"\w+")
_start_words = cache(date_pattern.start_words)


@cache
def _triggers() -> "tuple[AhoCorasick, int]":
    """An automaton of the words without which there is no date, and how many of them belong to date_cjk."""
    from ahocorasick_rs import AhoCorasick, MatchKind

    latin = {str(prefix) for prefix in (*range(194, 200), *range(200, 207))}
    for kind in ("month", "weekday", "season", "relative", "fiscal", "quarter"):
        latin.update(forms_of(kind))
    for unit in ("day", "week", "month", "year"):
        latin.update((f"{unit}s", f"{unit} ago"))
    latin.update(("fiscal", "Fiscal", "financial year", "budget year", *(f"{letter}{part}" for letter in "QH" for part in "1234")))
    others = date_cjk.triggers()
    patterns = [*others, *sorted(latin.difference(others), key=len, reverse=True)]
    return AhoCorasick(patterns, matchkind=MatchKind.LeftmostFirst), len(others)


def _hits(text: str, start: int, end: int) -> Iterator[tuple[bool, int, int]]:
    """Trigger words that stand alone: (is it date_cjk's, start, end)."""
    automaton, cjk_count = _triggers()
    whole = start == 0 and end == len(text)
    for pattern, hit_start, hit_end in automaton.find_matches_as_indexes(text if whole else text[start:end]):
        if not whole:
            hit_start, hit_end = hit_start + start, hit_end + start
        is_cjk = pattern < cjk_count
        if not is_cjk and text[hit_end - 1].isalpha() and hit_end < end and text[hit_end].isalpha():
            continue
        yield is_cjk, hit_start, hit_end
