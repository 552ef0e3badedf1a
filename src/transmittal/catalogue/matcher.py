"""Every catalogue name in a text, in one pass.

Two automata hold the printed forms: one for plain ASCII, one for the rest, which English texts never need. They report every form
that occurs, also inside words; the rules of meaning.Tail then throw out what is no whole name, refused phrases take away what they
cover, and of what is left the leftmost longest stays.

Ordinary collisions are solved in collisions.py ("Marietta, Georgia", "Jim Jordan"); other doubtful words keep their Name with plain=True.
"""

import re
from bisect import bisect_left
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from transmittal.catalogue.collisions import GUARDED, is_american_place, is_collision
from transmittal.catalogue.folding import fold
from transmittal.catalogue.load import packed
from transmittal.catalogue.meaning import Form, Meaning, NameKind, Tail

if TYPE_CHECKING:
    pass

# How far from its system a shared variant name ("Block II") may stand, in characters: before it, and after it.
_VARIANT_REACH_BACK, _VARIANT_REACH_ON = 60, 300
_PLURAL = re.compile(r"(?:e?s)?'?s?(?![^\W_])")
# What turns a family number into a model number: F-16 C/D, AIM-120 C-8, F110 -GE-129D, Mi-17 V-5, AN/ALQ-211 A(V)4, T-72 B3, S-70 i.
_MODEL = re.compile(
    r"(?:[A-Z]{1,3}\d{0,2}[A-Z]?|i|m)?(?:/[A-Z]{1,2}\d{0,2}(?![a-z]))?(?:-[A-Z]{2}-\d{2,4}[A-Z]?|(?:-\d{1,3}[A-Z]?){0,2})(?:\(V\)\d{0,2}[A-Z]?)?(?:/[A-Z])?"
    r"(?=s?(?![A-Za-z0-9\u00c0-\u04ff]))"
)
# From here on scripts have no gaps between words (or, in Korean, hang particles on): they may touch a Latin name, 米国製F-35A戦闘機.
_GAPLESS = "\u2e80"
# What a country is called in full. Taken into the name when it stands directly before it.
_STATE_FORMS = re.compile(
    r"(?:(?:Government|GOVERNMENT|Govt\.?|Republic|REPUBLIC|Kingdom|KINGDOM|State|Sultanate|Commonwealth|Principality|Federation|Union|"
    r"Emirate|Grand Duchy|Federative Republic|Federal Republic|Islamic Republic|Arab Republic|Hashemite Kingdom|HASHEMITE KINGDOM|"
    r"United Republic|Hellenic Republic|People's Republic|Socialist Republic|Democratic Republic|Co-operative Republic|Armed Forces) "
    r"(?:of|OF) (?:(?:the|THE) )?){1,3}$"
)
_LONGEST_STATE_FORM = 80
_CYRILLIC = (
    "а я о е ё и і ї ы у ю ь й ой ей ою ею єю ом ем ём ам ям ами ями ах ях ов ев єв ів їв іє ий ый ій ая яя ое ее "
    "ие ые ого его ому ему им ым их ых ими ыми ую юю ої є ові еві"
)
_CYRILLIC_ENDINGS = frozenset(_CYRILLIC.split())
_POLISH = "a ą e ę i y o u ie ia ią ię ii ej iej ego iego emu iemu im ym imi ymi ich ych om ach ami ów owi em iem ze cie dzie rze"
_POLISH_ENDINGS = frozenset(_POLISH.split())
_WESTERN = "e s es en er em ens ne nes le les te tes in innen n"
_WESTERN_ENDINGS = frozenset(_WESTERN.split())


class Name(msgspec.Struct, frozen=True, gc=False):
    """A catalogue name in a text. start, end: code points, end exclusive.

    variant: id of the variant, when the name says which ("Block V", "RGM-109E").
    plain:   the word alone may mean something else; it counts only beside other signs of arms procurement.
    """

    kind: NameKind
    id: str
    start: int
    end: int
    form: Form
    variant: str | None = None
    plain: bool = False


# A candidate on its way through the sieve: start, -end, -reach, serial number, meaning. Plain tuples, because there are many and they sort
# by themselves: leftmost first, then longest. reach: length of the catalogue form itself, before a model letter was taken in.
_Hit = tuple[int, int, int, int, Meaning]


class _Automaton:
    """Printed forms and, by number, their readings."""

    def __init__(self, is_ascii: bool) -> None:
        from ahocorasick_rs import AhoCorasick

        pack = packed()
        alone = [(meaning,) for meaning in pack.meanings]
        words = [meaning.tail is Tail.WORD for meaning in pack.meanings]
        patterns: list[str] = []
        self.readings: list[tuple[Meaning, ...]] = []
        # The common case, decided without looking at the meanings: letters or digits on either side rule the form out, save a plural s.
        self.is_word = bytearray()
        for pattern, numbers in zip(pack.patterns, pack.readings, strict=True):
            if pattern.isascii() is is_ascii:
                patterns.append(pattern)
                self.readings.append(alone[numbers[0]] if len(numbers) == 1 else tuple(pack.meanings[n] for n in numbers))
                self.is_word.append(all(words[n] for n in numbers))
        self.find: Callable[..., list[tuple[int, int, int]]] = AhoCorasick(patterns, store_patterns=False).find_matches_as_indexes


@cache
def _automaton(is_ascii: bool) -> _Automaton:
    return _Automaton(is_ascii)


def find_names(text: str, start: int = 0, end: int | None = None) -> list[Name]:
    """All catalogue names in text[start:end], in text order, none inside another; several readings of one span stand side by side."""
    stop = len(text) if end is None else end
    folded = fold(text)
    part = folded if start == 0 and stop == len(text) else folded[start:stop]
    hits = _sieve(_automaton(True), part, folded, start)
    if not part.isascii():
        count = len(hits)
        hits += [(s, e, r, n + count, m) for s, e, r, n, m in _sieve(_automaton(False), part, folded, start)]
    return _names(hits, folded) if hits else []


def _sieve(automaton: _Automaton, part: str, folded: str, offset: int) -> list[_Hit]:
    """Forms that are whole names where they stand. part: folded[offset:...], the stretch to search."""
    hits: list[_Hit] = []
    is_word, readings = automaton.is_word, automaton.readings
    length = len(folded)
    for number, start, end in automaton.find(part, overlapping=True):
        start += offset
        end += offset
        if is_word[number]:
            if start and folded[start - 1].isalnum() and folded[start - 1] < _GAPLESS:
                continue
            if end < length and folded[end].isalnum() and folded[end] < _GAPLESS and not _plural_follows(folded, start, end):
                continue
            for meaning in readings[number]:
                hits.append((start, -end, start - end, len(hits), meaning))
            continue
        for meaning in readings[number]:
            whole = _whole_end(folded, start, end, meaning.tail)
            if whole:
                hits.append((start, -whole, start - end, len(hits), meaning))
    return hits


def _plural_follows(text: str, start: int, end: int) -> bool:
    if text[end] not in "se" or (text[end] == "e" and text[end - 1] not in "sxzhSXZH"):
        return False
    return end - start > 1 and _PLURAL.match(text, end) is not None


def _whole_end(text: str, start: int, end: int, tail: Tail) -> int:
    """Where the name ends as printed, 0 when this is no whole name."""
    if tail is Tail.FREE:
        return end
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if tail >= Tail.HANGUL:
        return _whole_end_of_syllables(before, after, end, tail)
    if before.isalnum() and before < _GAPLESS:
        return 0
    if after >= _GAPLESS:
        return 0 if tail in (Tail.SLAVIC_CUT, Tail.POLISH_CUT) else end
    if tail is Tail.DESIGNATION:
        return _model_end(text, start, end, after)
    if not after.isalpha():
        return 0 if after.isdigit() or tail in (Tail.SLAVIC_CUT, Tail.POLISH_CUT) else end
    if tail is Tail.WORD:
        return end if _plural_follows(text, start, end) else 0
    return _inflected_end(text, start, end, tail)


def _whole_end_of_syllables(before: str, after: str, end: int, tail: Tail) -> int:
    if tail is Tail.HANGUL:
        return 0 if "\uac00" <= before <= "\ud7af" else end
    if _is_katakana(before) or (tail is Tail.KANA_SHORT and _is_katakana(after)):
        return 0
    return end


def _is_katakana(char: str) -> bool:
    return "\u30a1" <= char <= "\u30fa" or char == "ー"


def _inflected_end(text: str, start: int, end: int, tail: Tail) -> int:
    run = end
    while run < len(text) and run - end < 5 and text[run].isalpha():
        run += 1
    if run < len(text) and text[run].isalnum():
        return 0
    ending = text[end:run].lower()
    if tail is Tail.WESTERN:
        return run if ending in _WESTERN_ENDINGS else 0
    if tail in (Tail.POLISH, Tail.POLISH_CUT):
        return run if ending in _POLISH_ENDINGS else 0
    return run if ending in _CYRILLIC_ENDINGS and end - start >= 3 else 0


def _model_end(text: str, start: int, end: int, after: str) -> int:
    """The end of a designation, with its model letters; 0 when it is the tail of another number ("N00024-F16")."""
    if start > 1 and text[start - 1] == "-" and text[start - 2].isalnum() and not text[start - 2].islower():
        return 0
    if not (after.isalnum() or after in "-/("):
        return end
    longer = _MODEL.match(text, end)
    if longer is not None:
        return longer.end()
    # "F-16-related", "F-16/A-10": the mark belongs to the sentence. A letter or digit does not.
    return 0 if after.isalnum() else end


def _names(hits: list[_Hit], folded: str) -> list[Name]:
    hits.sort()  # a refused phrase as long as the name itself is no use, so ties need no order
    if any(hit[4].refuse for hit in hits):
        hits = _without_refused(hits)
    names: list[Name] = []
    shared: list[tuple[int, int, Meaning]] = []
    kept_start, kept_end, kept_reach = -1, 0, 0
    for start, minus_end, minus_reach, _, meaning in hits:
        if start < kept_end and (start != kept_start or -minus_end != kept_end or -minus_reach < kept_reach):
            continue  # inside a longer name, or "AIM-120" where "AIM-120C" already explains "AIM-120C-8"
        end = -minus_end
        first = start
        if meaning.kind is NameKind.COUNTRY:
            if meaning.id in GUARDED and is_collision(folded, start, end, meaning.id, names[-1].end if names else -1):
                continue
            if folded.startswith(", ", end) and is_american_place(folded, end, meaning.form):
                continue
            if meaning.form is Form.NAME and folded[start - 4 : start].lower() in (" of ", "the "):
                first = _start_with_state_form(folded, start, meaning.id)
        kept_start, kept_end, kept_reach = start, end, -minus_reach
        if meaning.context:
            shared.append((start, end, meaning))
            continue
        name = Name(meaning.kind, meaning.id, first, end, meaning.form, meaning.variant, meaning.plain)
        if not names or names[-1] != name:
            names.append(name)
    return _with_shared_variants(names, shared) if shared else names


def _start_with_state_form(text: str, start: int, country: str) -> int:
    """Where "Government of the Kingdom of" before a country begins, else start. "Republic of China" is not China."""
    match = _STATE_FORMS.search(text, max(0, start - _LONGEST_STATE_FORM), start)
    return match.start() if match and not (country == "CN" and "eople" not in match[0]) else start


def _without_refused(hits: list[_Hit]) -> list[_Hit]:
    """Drop the refused phrases, and from under each the names of its own entry."""
    kept: list[_Hit] = []
    # Hits come by start, longest first: a phrase that covers a name of its entry has come before it, and reaches furthest so far.
    reach: dict[tuple[NameKind, str], int] = {}
    for hit in hits:
        _, minus_end, _, _, meaning = hit
        entry = (meaning.kind, meaning.id)
        if meaning.refuse:
            reach[entry] = max(reach.get(entry, 0), -minus_end)
        elif -minus_end > reach.get(entry, 0):
            kept.append(hit)
    return kept


def _with_shared_variants(names: list[Name], shared: list[tuple[int, int, Meaning]]) -> list[Name]:
    """Give each "Block II" to the nearest system that has one; drop those that stand alone."""
    systems = [name for name in names if name.kind is NameKind.SYSTEM]
    starts = [name.start for name in systems]
    candidates: dict[tuple[int, int], dict[str, Meaning]] = {}
    for start, end, meaning in shared:
        candidates.setdefault((start, end), {})[meaning.id] = meaning
    found = list(names)
    for (start, end), meanings in candidates.items():
        around = systems[bisect_left(starts, start - 2 * _VARIANT_REACH_ON) : bisect_left(starts, end + _VARIANT_REACH_BACK)]
        near = [(distance, n.id) for n in around if n.id in meanings and (distance := _distance(n, start, end)) >= 0]
        if near:
            meaning = meanings[min(near)[1]]
            found.append(Name(NameKind.SYSTEM, meaning.id, start, end, meaning.form, meaning.variant))
    found.sort(key=lambda n: n.start)
    return found


def _distance(name: Name, start: int, end: int) -> int:
    """Characters between a variant name and a system, -1 when too many."""
    if name.end <= start:
        gap = start - name.end
        return gap if gap <= _VARIANT_REACH_ON else -1
    gap = name.start - end
    return gap if 0 <= gap <= _VARIANT_REACH_BACK else -1
