"""What is counted: the noun after a number, from data/units.tsv."""

import re
from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple

from transmittal.mentions.tables import read_table

_TOKEN = re.compile(r"[ \u00a0]{0,2}([^\s,;:()\[\]|\"“”「」、。]{1,40})")
_BRACKET = re.compile(r" ?\([^()\n]{1,40}\)")
_MAX_TOKENS = 10  # "36 Joint Helmet Mounted Cueing Systems"; longer names than this before the noun have not been seen


class UnitKind(StrEnum):
    """What sort of noun: something bought, a body of troops, or what makes the number no count of items."""

    ITEM = "item"
    ORGANISATION = "organisation"
    OTHER = "other"


class Unit(NamedTuple):
    """A noun of the table. name: the English singular; plural: this form ends a noun phrase ("systems", not "system")."""

    name: str
    kind: UnitKind
    plural: bool


_RATE = Unit("percent", UnitKind.OTHER, True)


@cache
def _nouns() -> dict[str, Unit]:
    nouns: dict[str, Unit] = {}
    for row in read_table("units"):
        if row["kind"] == "counter":
            continue
        kind, name = UnitKind(row["kind"]), row["unit"]
        plural = name if row["plural"] == "=" else row["plural"] or f"{name}s"
        nouns.setdefault(plural, Unit(name, kind, True))
        nouns.setdefault(name, Unit(name, kind, False))
        for word in filter(None, row["words"].split(",")):
            nouns.setdefault(word.lower(), Unit(name, kind, True))
    return nouns


@cache
def _stops() -> frozenset[str]:
    """Words that end a noun phrase."""
    return frozenset(word for row in read_table("beside_counts") if row["kind"] == "stop" for word in row["words"].split())


@cache
def counters() -> dict[str, str]:
    """Counting signs of Chinese, Japanese and Korean -> unit."""
    return {sign: row["unit"] for row in read_table("units") if row["kind"] == "counter" for sign in row["words"].split(",") if sign}


def is_item(word: str) -> bool:
    """Whether a word names something bought."""
    noun = _nouns().get(word.lower())
    return noun is not None and noun.kind is UnitKind.ITEM


def unit_after(text: str, pos: int, end: int) -> Unit | None:
    """The head of the noun phrase that follows a number ending at pos; None when no known noun is in it.

    "36 F-16C/D Block 50/52 aircraft" -> aircraft; "two radar sets" -> set. Designations and adjectives are passed over, a bracket too while
    no noun has been found; prepositions, verbs and punctuation end the phrase.
    """
    found: Unit | None = None
    before = ""
    for _ in range(_MAX_TOKENS):
        match = _TOKEN.match(text, pos, end)
        if match is None or match[1] in (".", ".."):
            # Passed over while no noun has been found, and always within a designation: "APG-68(V)9 radars".
            bracket = _BRACKET.match(text, pos, end) if before and (found is None or text[pos : pos + 1] == "(") else None
            if bracket is None:
                break
            pos = bracket.end()
            continue
        if match[1].isdecimal() and before.isdecimal():
            break  # "1 1 1 1": columns of figures, no noun phrase
        noun, stops, last = _classify(match[1], before)
        if noun is _RATE:
            return found or noun
        if noun is None and (stops or (found is not None and found.plural)) and not (found is None and _joins_names(match, before, text)):
            break
        found = noun or found
        if last:
            break
        before, pos = match[1], match.end()
    return found


def _joins_names(match: re.Match[str], before: str, text: str) -> bool:
    """ "Conventional Take Off and Landing aircraft", "Pratt and Whitney engines": an "and" within a name."""
    return match[1] == "and" and before[:1].isupper() and text[match.end() + 1 : match.end() + 2].isupper()


@lru_cache(maxsize=8192)
def _classify(printed: str, before: str) -> tuple[Unit | None, bool, bool]:
    """(noun, whether the word ends a noun phrase, whether a sentence ends with it) of one printed word and the one before it."""
    nouns = _nouns()
    word = printed.lower()
    if word in ("per", "percent"):
        return _RATE, True, False
    bare = word.rstrip(".'’!?")
    noun = (
        nouns.get(word)
        or nouns.get(f"{before.lower()} {bare}")
        or nouns.get(bare)
        or _possessive(bare, nouns)
        or _after_hyphen(bare, nouns)
    )
    return noun, bare in _stops(), printed[-1] in ".!?" and len(bare) > 3


def _possessive(word: str, nouns: dict[str, Unit]) -> Unit | None:
    return nouns.get(word[:-2]) if word.endswith(("'s", "’s")) else None


def _after_hyphen(word: str, nouns: dict[str, Unit]) -> Unit | None:
    """ "multi-missiles", "command-launch-units"."""
    tail = word.rsplit("-", 1)[-1] if "-" in word else ""
    noun = nouns.get(tail) if tail.isalpha() else None
    return noun if noun is not None and noun.kind is UnitKind.ITEM else None
