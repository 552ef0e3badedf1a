"""Whether a number is a ceiling, a floor or vague: the words beside it, in the languages we read. The words are data/bounds.tsv."""

import re
from functools import cache
from typing import NamedTuple

from transmittal.mentions.tables import read_table
from transmittal.model import Bound

_REACH = 48  # characters before a number in which its approximator stands; "somewhere in the region of a total of" has 37
_LONGEST = 4  # words of the longest phrase
_OPENING = "([{（［「\"'“‘„«"
_AFTER = re.compile(r"[ \u00a0]?((?:[^\W\d_]{1,12}[ \u00a0]){0,2}[^\W\d_]{1,12})")


class _Phrases(NamedTuple):
    before: dict[str, Bound]
    after: dict[str, Bound]
    touching: tuple[tuple[str, Bound], ...]
    touching_after: tuple[tuple[str, Bound], ...]
    skipped: frozenset[str]
    last_words: frozenset[str]  # of the phrases before; nearly every number has none of them, and the question ends there
    first_words: frozenset[str]  # of the phrases after
    signs: tuple[str, ...]  # of touching


@cache
def _phrases() -> _Phrases:
    sides: dict[str, dict[str, Bound]] = {"before": {}, "after": {}, "touching": {}, "touching_after": {}}
    skipped: set[str] = set()
    for row in read_table("bounds"):
        phrases = row["phrases"].split(";")
        if row["bound"] == "skip":
            skipped.update(phrases)
        else:
            sides[row["side"]].update(dict.fromkeys(phrases, Bound(row["bound"])))
    touching = sorted(sides["touching"].items(), key=lambda item: -len(item[0]))
    touching_after = sorted(sides["touching_after"].items(), key=lambda item: -len(item[0]))
    return _Phrases(
        sides["before"],
        sides["after"],
        tuple(touching),
        tuple(touching_after),
        frozenset(skipped),
        frozenset(phrase.split()[-1] for phrase in sides["before"]),
        frozenset(phrase.split()[0] for phrase in sides["after"]),
        tuple(sign for sign, _ in touching),
    )


def bound_before(text: str, pos: int, floor: int = 0) -> Bound | None:
    """What the words before text[pos] say; None when they say nothing. floor: where the sentence or the last mention ends."""
    window = text[max(floor, pos - _REACH) : pos]
    if "\n" in window:
        window = window[window.rfind("\n") + 1 :]
    window = window.rstrip(" \u00a0" + _OPENING)
    phrases = _phrases()
    if window.endswith(phrases.signs):
        return next(bound for sign, bound in phrases.touching if window.endswith(sign))
    words = window.lower().split()
    while words:
        last = words[-1].lstrip(_OPENING)
        if last in phrases.last_words:
            for size in range(min(_LONGEST, len(words)), 0, -1):
                found = phrases.before.get(" ".join(words[-size:]).lstrip(_OPENING))
                if found is not None:
                    return found
        if last not in phrases.skipped:
            return None
        words.pop()
    return None


def bound_after(text: str, pos: int, end: int) -> Bound | None:
    """What the words right after a number that ends at pos say ("or more", "以上"); None when they say nothing."""
    phrases = _phrases()
    if pos < end and (ord(text[pos]) > 0x2E80 or text[pos] == "+"):
        for sign, bound in phrases.touching_after:
            if text.startswith(sign, pos):
                return bound
    match = _AFTER.match(text, pos, min(end, pos + _REACH))
    words = match[1].lower().split() if match else []
    if not words or words[0] not in phrases.first_words:
        return None
    for size in (3, 2, 1):
        bound_found = phrases.after.get(" ".join(words[:size])) if len(words) >= size else None
        if bound_found is not None:
            return bound_found
    return None


def bound_of(text: str, start: int, stop: int, floor: int, end: int) -> Bound:
    """The bound of the number at text[start:stop]; plain numbers are exact."""
    return bound_after(text, stop, end) or bound_before(text, start, floor) or Bound.EXACT
