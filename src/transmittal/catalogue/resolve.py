"""One phrase that is said to name a system, a maker or a buyer → its id. First the printed forms, then the nearest spelling."""

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache

import msgspec

from transmittal.catalogue.folding import fold
from transmittal.catalogue.load import packed
from transmittal.catalogue.matcher import Name, find_names
from transmittal.catalogue.meaning import Form, Meaning, NameKind
from transmittal.catalogue.misspellings import find_misspellings

# Least similarity of a misspelt phrase, 0-100 (indel ratio). Of 17 misspelt names all of seven letters or more score 87 or higher (lowest:
# "Columbia" 87.5); of 22 phrases that name nothing the highest are "Tomato" (Otomat, 83.3) and "General Motors" (77.8). Six-letter slips
# ("Isreal", "Tawain", 83.3) cannot be told from these and are given up.
_LEAST_SCORE = 85.0
# Shorter phrases have neighbours everywhere: "F-15" and "F-16" score 75, "Mali" and "Malta" 89.
_LEAST_FUZZY_LENGTH = 6
# A name that is only part of the phrase: sure about the name, less about the phrase.
_PART_SCORE = 90.0
_LEGAL_FORM = re.compile(
    r"[,.]?\s(?:Inc|Incorporated|Corp|Corporation|Co|Company|Ltd|Limited|LLC|L\.L\.C|LP|L\.P|LLP|PLC|plc|GmbH|AG|SE|KG|SA|S\.A|SAS|S\.A\.S|S\.p\.A|SpA|"
    r"NV|N\.V|B\.V|BV|AB|ASA|AS|A/S|Oy|Oyj|A\.Ş|A\.S|K\.K|KK|Pty|JSC|PJSC|OJSC|SpA|Group|Holdings)\.?$"
)
_BUYER_FIRST = frozenset({Form.NAME, Form.GOVERNMENT, Form.FORCE, Form.BODY})
_SYSTEM, _MAKER, _BUYER = (NameKind.SYSTEM,), (NameKind.MAKER,), (NameKind.COUNTRY, NameKind.ORGANISATION)
_NO_DIGIT = re.compile(r"[^\d]+")


class Resolution(msgspec.Struct, frozen=True, gc=False):
    """What a phrase names. score: 0-100. exact: the whole phrase is a printed form of the entry."""

    id: str
    variant: str | None
    score: float
    exact: bool


def resolve_system(phrase: str) -> Resolution | None:
    """ "RGM-84L-4 Harpoon Block II", "Tomahock" → the system, with the variant when the phrase says which."""
    if names := _names_in(phrase, _SYSTEM):
        return _first(phrase, names, _SYSTEM)
    return _misspelt(phrase, NameKind.SYSTEM) or _nearest(phrase, _SYSTEM)


def resolve_maker(phrase: str) -> Resolution | None:
    """ "The Boeing Company, St. Louis, MO", "Lockhead Martin" → the maker."""
    if names := _names_in(phrase, _MAKER):
        return _first(phrase, names, _MAKER)
    bare = phrase.strip()
    for _ in range(3):  # "Co., Ltd., Inc."
        bare = _LEGAL_FORM.sub("", bare)
    return _misspelt(bare, NameKind.MAKER) or _nearest(bare, _MAKER)


def resolve_buyer(phrase: str) -> Resolution | None:
    """ "The Government of the Kingdom of Saudi Arabia" → SA; "NATO Support and Procurement Agency (NSPA)" → NSPA."""
    if names := _names_in(phrase, _BUYER):
        return _first(phrase, names, _BUYER)
    return _nearest(phrase, _BUYER)


def exact_system(phrase: str) -> Resolution | None:
    """The system of which the whole phrase is a printed form; the same as an exact `resolve_system`, without the search for a near one."""
    return _exact(phrase, _SYSTEM)


def exact_maker(phrase: str) -> Resolution | None:
    """As `exact_system`, for makers."""
    return _exact(phrase, _MAKER)


def exact_buyer(phrase: str) -> Resolution | None:
    """As `exact_system`, for countries and organisations that buy."""
    return _exact(phrase, _BUYER)


@lru_cache(maxsize=4096)
def _exact(phrase: str, kinds: tuple[NameKind, ...]) -> Resolution | None:
    names = _names_in(phrase, kinds)
    found = _first(phrase, names, kinds) if names else None
    return found if found is not None and found.exact else None


def _first(phrase: str, names: list[Name], kinds: tuple[NameKind, ...]) -> Resolution:
    """What the first name says; of buyers a country by its name before one by an adjective, of systems with the first variant."""
    best = next((name for name in names if name.form in _BUYER_FIRST), names[0]) if kinds is _BUYER else names[0]
    variant = next((name.variant for name in names if name.variant and name.id == best.id), None) if kinds is _SYSTEM else None
    return _found(phrase, best, variant)


def _names_in(phrase: str, kinds: tuple[NameKind, ...]) -> list[Name]:
    """Names of these kinds; a phrase all in lower case (a register, a search box) is read with capitals too."""
    for printed in (phrase, phrase.title()) if phrase.islower() else (phrase,):
        names = [name for name in find_names(printed) if name.kind in kinds]
        if names:
            return names
    return []


def _misspelt(phrase: str, kind: NameKind) -> Resolution | None:
    """A phrase with a slip the rules of misspellings.py know; sounder than any ratio ("Tomahock" scores 75 against Tomahawk)."""
    words = phrase[:1].upper() + phrase[1:]
    name = next((n for n in find_misspellings(words, []) if n.kind is kind), None)
    return None if name is None else Resolution(name.id, name.variant, _PART_SCORE, False)


def _found(phrase: str, name: Name, variant: str | None) -> Resolution:
    whole = name.end - name.start == len(phrase.strip())
    return Resolution(name.id, name.variant or variant, 100.0 if whole else _PART_SCORE, whole)


@cache
def _spellings(kinds: tuple[NameKind, ...]) -> tuple[list[str], list[Meaning]]:
    """Lower-case names without digits (a model number is right or wrong, never near) and what they mean."""
    pack = packed()
    found: dict[str, Meaning] = {}
    for pattern, numbers in zip(pack.patterns, pack.readings, strict=True):
        if len(pattern) >= _LEAST_FUZZY_LENGTH and _NO_DIGIT.fullmatch(pattern):
            for meaning in _usable((pack.meanings[n] for n in numbers), kinds):
                found.setdefault(pattern.lower(), meaning)
    return list(found), list(found.values())


def _usable(meanings: Iterable[Meaning], kinds: tuple[NameKind, ...]) -> Iterable[Meaning]:
    return (m for m in meanings if m.kind in kinds and not m.refuse and not m.context and m.form is not Form.ADJECTIVE)


def _nearest(phrase: str, kinds: tuple[NameKind, ...]) -> Resolution | None:
    from rapidfuzz import fuzz, process

    wanted = fold(phrase).strip().lower().removeprefix("the ").removeprefix("government of ")
    if len(wanted) < _LEAST_FUZZY_LENGTH or not _NO_DIGIT.fullmatch(wanted):
        return None
    spellings, meanings = _spellings(kinds)
    ratio: Callable[..., float] = fuzz.ratio
    best = process.extractOne(wanted, spellings, scorer=ratio, score_cutoff=_LEAST_SCORE)
    if best is None:
        return None
    _, score, place = best
    meaning = meanings[place]
    return Resolution(meaning.id, meaning.variant, round(float(score), 1), False)
