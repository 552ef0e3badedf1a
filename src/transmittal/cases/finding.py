"""Documents by their words: which hold them, where they first stand, and which cases they are in."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

import msgspec

from transmittal.ledger import words
from transmittal.ledger.kept import KeptDocument
from transmittal.ledger.view import View

# Documents that the index is asked for when a day narrows what it found: more than anybody reads, few enough to look through.
_MOST = 10_000
_BEFORE, _LENGTH = 70, 240  # characters of a snippet before its first hit, and in all
_SPACELESS = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A document with the words. snippet: of its text, from `start` on; hits: (start, end) in the snippet. events: how many it reports."""

    document: KeptDocument
    snippet: str
    start: int
    hits: tuple[tuple[int, int], ...]
    cases: tuple[str, ...]
    events: int


def find_documents(view: View, asked: str, *, limit: int) -> Iterator[Found]:
    """The documents of this view that hold all words and "phrases", the best first."""
    numbers = words.find(view.connection, asked, limit=limit if view.known is None else _MOST, before_entry=view.entry)
    pattern = _pattern(asked)
    known = (document for n in numbers for document in view.documents("d.n = :number", number=n))
    for document in islice(known, limit):
        events = [kept.id for kept in view.events_of(document.n)]
        cases = sorted({one.case for one in view.links_of(events)})
        start, snippet = _snippet(document.text, pattern)
        hits = tuple(found.span() for found in pattern.finditer(_folded(snippet)))
        yield Found(document=document, snippet=snippet, start=start, hits=hits, cases=tuple(cases), events=len(events))


def is_askable(asked: str) -> bool:
    """Whether any word is in what was asked."""
    return bool(words.phrases(asked))


def _pattern(asked: str) -> re.Pattern[str]:
    """Finds each phrase in a folded text, whatever stands between its words."""
    return re.compile("|".join(_phrase(phrase) for phrase in words.phrases(asked)) or "(?!)")


def _phrase(phrase: str) -> str:
    """Words with what is no letter between them; characters of a script without spaces need nothing between."""
    made = ""
    parts = _folded(phrase).split()
    for place, word in enumerate(parts):
        is_spaceless = _SPACELESS.match(word) is not None
        if place:
            made += r"[\W_]*" if is_spaceless and _SPACELESS.match(parts[place - 1]) else r"[\W_]+"
        made += re.escape(word) if is_spaceless else rf"(?<![^\W_]){re.escape(word)}(?![^\W_])"
    return made


def _folded(text: str) -> str:
    """Small letters without their marks, each in the place of its own: the index does not tell them apart either."""
    if text.isascii():
        return text.lower()
    return "".join(_plain(character) for character in text)


def _plain(character: str) -> str:
    low = unicodedata.normalize("NFD", character)[0].lower()
    return low if len(low) == 1 else character


def _snippet(text: str, pattern: re.Pattern[str]) -> tuple[int, str]:
    """The text around the first hit, cut at blanks; its beginning when no hit is seen (in the title alone)."""
    found = pattern.search(_folded(text))
    start = max(0, found.start() - _BEFORE) if found else 0
    if start:
        blank = text.find(" ", start, found.start() if found else start)
        start = blank + 1 if blank >= 0 else start
    end = min(len(text), start + max(_LENGTH, (found.end() - start) if found else 0))
    if end < len(text):
        blank = text.rfind(" ", found.end() if found else start, end)
        end = blank if blank > start else end
    return start, text[start:end]
