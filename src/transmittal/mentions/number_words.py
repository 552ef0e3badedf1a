"""Numbers written in words: "sixty", "one hundred and five", "two-hundred", "half a dozen", "quatre-vingt-dix", "fünfundzwanzig"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import islice
from typing import NamedTuple

import msgspec

from transmittal.mentions.anchors import Anchors, spellings
from transmittal.mentions.tables import read_table

_WORD = re.compile(r"[^\W\d_]{1,40}")
_GAP = re.compile(r"(?:[ \u00a0]{1,2}|-[ ]?)(?=[^\W\d_])")  # "two-hundred", "twenty- three" (a line was broken there)
_MAX_WORDS = 24  # no printed number is longer; bounds the work on "million million …"
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
    "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "hundredth": 100,
}  # fmt: skip
_FIGURE_ORDINAL = re.compile(r"(\d{1,4})(?:st|nd|rd|th)")
_ALONE = frozenset({"article", "and", "half", "group", "vague"})  # kinds that do not begin a number by themselves, or only after an article


class WordNumber(msgspec.Struct, frozen=True, gc=False):
    """A number in words. group: it ends in a counted group ("a dozen"); rounded: one that is vague by itself ("une trentaine")."""

    start: int
    end: int
    value: Decimal
    group: bool = False
    rounded: bool = False


class _Token(NamedTuple):
    kind: str
    value: int
    end: int


class _Words(NamedTuple):
    """The number words of one language: word -> (kind, value); joined: those that also make compounds."""

    table: dict[str, tuple[str, int]]
    joined: dict[str, tuple[str, int]]


LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "pl", "ru", "uk")


@cache
def _words(language: str) -> _Words:
    table: dict[str, tuple[str, int]] = {}
    joined: dict[str, tuple[str, int]] = {}
    for row in read_table("number_words"):
        if row["language"] in (language, "any"):
            for word in row["words"].split(","):
                if word in table:
                    continue  # the language's own meaning stands first in the file
                table[word] = (row["kind"], int(row["value"]))
                if row["joined"]:
                    joined[word] = table[word]
    return _Words(table, joined)


def _known(language: str | None) -> str:
    return language if language in LANGUAGES else "en"


def _compound(word: str, joined: dict[str, tuple[str, int]]) -> list[tuple[str, int]] | None:
    """The parts of "fünfundzwanzig"; None when the word is not made of number words only. Longest part first, no going back."""
    parts: list[tuple[str, int]] = []
    at = 0
    while at < len(word):
        for size in range(min(14, len(word) - at), 1, -1):
            part = joined.get(word[at : at + size])
            if part is not None:
                parts.append(part)
                at += size
                break
        else:
            return None
    return parts


def _tokens(text: str, pos: int, end: int, language: str) -> Iterator[_Token]:
    """Number words one after the other from pos on, joined by one blank or hyphen; stops at the first other word."""
    words = _words(language)
    for _ in range(_MAX_WORDS):
        match = _WORD.match(text, pos, end)
        if match is None:
            return
        word = match[0].lower()
        known = words.table.get(word)
        parts = [known] if known else (_compound(word, words.joined) if words.joined else None)
        if parts is None:
            return
        for kind, value in parts:
            yield _Token(kind, value, match.end())
        gap = _GAP.match(text, match.end(), end)
        if gap is None:
            return
        pos = gap.end()


class _Sum:
    """A number in the making: closed groups (thousands, millions) and the group that is being read."""

    def __init__(self, language: str) -> None:
        self.closed = Decimal(0)
        self.group = Decimal(0)
        self.last = ""
        self.limit = 10**18  # scales must fall: "two million three thousand", never "two thousand three million"
        self.language = language
        self.unit_first = language == "de"
        self.joining = ("hundred", "scale") if language == "en" else ("hundred", "hundreds", "scale", "ten", "unit")

    def take(self, kind: str, value: int) -> bool:
        """Add one word; False when it cannot continue this number."""
        taken = getattr(self, f"_{kind}")(value)
        if taken:
            self.last = kind
        return bool(taken)

    def _unit(self, value: int) -> bool:
        if self.last == "teen" and self.group % 10 == 0 and value >= 7:  # dix-sept; the others are one word
            return self.language == "fr" and self._add(value, after=("teen",))
        return self._add(value, after=("", "ten", "hundred", "hundreds", "scale"))

    def _teen(self, value: int) -> bool:
        if self.last == "ten" and self.group % 100 in (60, 80):  # soixante-dix, quatre-vingt-onze
            return self._add(value, after=("ten",))
        return self._add(value, after=("", "hundred", "hundreds", "scale"))

    def _ten(self, value: int) -> bool:
        if self.last == "unit" and self.unit_first:  # fünfundzwanzig
            return self._add(value, after=("unit",))
        if self.last == "unit" and value == 20 and self.group % 10 == 4:  # quatre-vingts
            self.group += 76
            return True
        return self._add(value, after=("", "hundred", "hundreds", "scale"))

    def _add(self, value: int, after: tuple[str, ...]) -> bool:
        if self.last not in after:
            return False
        self.group += value
        return True

    def _hundred(self, value: int) -> bool:
        if self.last in ("hundred", "hundreds") or self.group >= 100 or (self.last == "" and self.language == "en"):
            return False
        self.group = (self.group or Decimal(1)) * value
        return True

    def _hundreds(self, value: int) -> bool:
        return self._add(value, after=("", "scale"))

    def _scale(self, value: int) -> bool:
        if value >= self.limit or self.last == "scale" or (self.last == "" and (self.language == "en" or value > 1000)):
            return False
        self.closed += (self.group or Decimal(1)) * value
        self.group, self.limit = Decimal(0), value
        return True

    def _group(self, value: int) -> bool:
        if self.last not in ("article", "unit", "ten", "half", "teen"):
            return False
        self.group = (self.group or Decimal(1)) * value
        return True

    def _vague(self, value: int) -> bool:
        return self._group(value)

    def _article(self, _value: int) -> bool:
        return self.last == ""

    @property
    def value(self) -> Decimal:
        return self.closed + self.group


def read_words(text: str, pos: int, end: int, language: str | None = None) -> WordNumber | None:
    """The longest number in words that begins at pos; None when none does. Units "a", "an" need a scale or a group after them."""
    language = _known(language)
    stream = _tokens(text, pos, end, language)
    tokens = list(islice(stream, 2))
    if not tokens or (language == "en" and tokens[0].kind in ("hundred", "scale")):
        return None
    if len(tokens) == 1 and tokens[0].kind in ("unit", "teen", "ten"):  # most numbers
        return WordNumber(pos, tokens[0].end, Decimal(tokens[0].value))
    if tokens[0].kind == "half":
        return _half_of([*tokens, *islice(stream, 1)], pos)
    total = _Sum(language)
    good_end = pos
    group = ""
    for at, (kind, value, right) in enumerate(tokens):  # the list grows while it is read
        tokens.extend(islice(stream, 1))
        if kind == "and":
            tokens.extend(islice(stream, 2))  # "and a half billion"
            half = _and_a_half(total, tokens, at)
            if half is not None:
                good_end = half
            if half is not None or total.last not in total.joining:
                break
            continue
        if kind == "half" or not total.take(kind, value):
            break
        if kind != "article":
            good_end = right
        if kind in ("group", "vague"):
            group = kind
            break
    if good_end == pos or (tokens[0].kind in _ALONE and total.last == "article"):
        return None
    return WordNumber(pos, good_end, total.value, bool(group), group == "vague")


def _half_of(tokens: list[_Token], pos: int) -> WordNumber | None:
    """ "half a billion", "half a dozen"."""
    if len(tokens) < 3 or tokens[1].kind != "article" or tokens[2].kind not in ("scale", "group", "hundred") or tokens[2].value < 12:
        return None
    return WordNumber(pos, tokens[2].end, Decimal(tokens[2].value) / 2, tokens[2].kind == "group")


def _and_a_half(total: _Sum, tokens: list[_Token], at: int) -> int | None:
    """Read "and a half" at the token "and": "two and a half billion", "a billion and a half". Returns the end, None without it."""
    kinds = [token.kind for token in tokens[at : at + 4]]
    if kinds[:3] != ["and", "article", "half"]:
        return None
    if total.last not in ("scale", "unit", "teen"):
        return None
    if total.last == "scale":
        total.closed += Decimal(total.limit) / 2
        return tokens[at + 2].end
    if kinds[3:] != ["scale"]:
        return None
    total.group += Decimal("0.5")
    total.take("scale", tokens[at + 3].value)
    return tokens[at + 3].end


def is_number_word(word: str, language: str | None) -> bool:
    """Whether a lower-case word is, or is made of, number words of the language."""
    words = _words(_known(language))
    return word in words.table or bool(words.joined and _compound(word, words.joined))


def parse_ordinal(text: str) -> int | None:
    """ "fourth", "12th", "twenty-first" -> its number; None for anything else."""
    word = text.strip().lower()
    if match := _FIGURE_ORDINAL.fullmatch(word):
        return int(match[1])
    if word in _ORDINALS:
        return _ORDINALS[word]
    tens, _, unit = word.partition("-")
    known = _words("en").table.get(tens)
    if known and known[0] == "ten" and _ORDINALS.get(unit, 10) < 10:
        return known[1] + _ORDINALS[unit]
    return None


def ordinal_words() -> list[str]:
    """The ordinals a text is searched for: "first" to "hundredth", "1st" to "100th"."""
    endings = {1: "st", 2: "nd", 3: "rd"}
    figures = [f"{n}{endings.get(n % 10 if n % 100 not in (11, 12, 13) else 0, 'th')}" for n in range(1, 101)]
    return [*_ORDINALS, *figures]


@cache
def _anchors(language: str) -> Anchors:
    table = _words(language).table
    starts = {w for w, (kind, _) in table.items() if kind not in ("and", "article")}
    return Anchors(sorted({form for word in starts for form in spellings(word)}))


def find_number_words(text: str, start: int = 0, end: int | None = None, *, language: str | None = None) -> Iterator[WordNumber]:
    """Every number in words, in order; "a hundred" and "a dozen" begin at the article. Linear in the length of the text."""
    end = len(text) if end is None else end
    language = _known(language)
    words = _words(language)
    done = start
    for _, left, right in _anchors(language).find(text, start, end):
        if left < done or (left > 0 and text[left - 1].isalnum()):
            continue
        if not words.joined and right < len(text) and text[right].isalnum():
            continue
        at = _with_article(text, left, done, words)
        number = read_words(text, at, end, language) or read_words(text, left, end, language)
        if number is not None and not (number.end < len(text) and text[number.end].isalnum()):
            yield number
            done = number.end


def _with_article(text: str, left: int, done: int, words: _Words) -> int:
    """Where "a" or "an" before the word begins, else where the word does."""
    before = left - 1
    while before > done and text[before - 1].isalpha() and left - before < 6:
        before -= 1
    known = words.table.get(text[before : left - 1].lower()) if before < left - 1 else None
    whole = before == 0 or not text[before - 1].isalnum()
    return before if known and (known[0] == "article" or known[1] == 1) and whole and text[left - 1] in " \u00a0-" else left
