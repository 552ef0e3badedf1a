"""Counts of things: "up to four hundred (400)", "36 F-16 aircraft", "38 of 108", "12機", "the fourth".

Most figures of a document are no counts: they belong to designations, dates, laws, distances, money. A number is passed over unless it
stands free (free_numbers) and nothing beside it says that it is something else.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

import msgspec

from transmittal.mentions.bounds import bound_of
from transmittal.mentions.currencies import is_currency
from transmittal.mentions.free_numbers import FreeNumber, find_free_numbers, number_at
from transmittal.mentions.tables import read_table
from transmittal.mentions.units import Unit, UnitKind, unit_after
from transmittal.model import Bound

_WORD_AFTER = re.compile(r"[ \u00a0]{1,2}([^\s,;:()\[\]]{1,40})")
_OF = re.compile(r" (?:out )?of (?:the |all |its |their |a total of |a planned )?(?=[\dA-Za-z])")
# The same in other languages: "vier der 32", "12 des 36", "cuatro de los 24", "12 z 96".
_OF_IN = {
    "de": re.compile(r" (?:der(?: insgesamt)?|von(?: den| insgesamt)?) (?=\w)"),
    "fr": re.compile(r" (?:des|sur(?: les| un total de)?) (?=\w)"),
    "es": re.compile(r" de (?:los |las |un total de )?(?=\w)"),
    "it": re.compile(r" (?:dei|delle|degli|su) (?=\w)"),
    "pt": re.compile(r" (?:dos|das|de um total de) (?=\w)"),
    "pl": re.compile(r" (?:z|ze)(?: zamówionych)? (?=\w)"),
}
_OF_KNOWN = re.compile(r" of (?:these|those|them|which|the)\b")
_TO = re.compile(r" (?:to|or|and|bis|à|al?) (?=[\dA-Za-z])")
_DAY_BEFORE = re.compile(r"\d, \Z")
_MIXED = re.compile(r"[a-z]/\d")  # "4 Ball/1 Tracer"
_OR_MORE = re.compile(r" or (?:more|so|fewer|less)\b")
_BARE_ORDINAL = re.compile(r" (?:is|was|will|would|to be|due|arrived|has|had|of)\b")
_FOLLOWED_BY_NUMBER = re.compile(r" \d+(?![\dA-Za-z-])")
_NAME_BEFORE_COMMA = re.compile(r"[A-Z][\w’'.-]+, \Z")
_MONEY_SIGNS = "$€£¥₩₹₪₺₽₴₱฿₫"
_BETWEEN = frozenset(("between", "zwischen", "entre", "tra", "fra"))
_YEARS = range(1900, 2101)


class QuantityMention(msgspec.Struct, frozen=True, gc=False):
    """A count as printed; text[start:end] holds words and figures ("forty (40)"), not the unit, not "up to".

    value:          when words and figures disagree, that of the figures, and words_disagree is set.
    unit:           English singular of the noun counted ("missile") or of a body of troops ("squadron"); None when no known noun follows.
    ordinal:        "the fourth", "the first system": one item; the article is in the span.
    fraction_of:    108 in "38 of 108"; the span covers both.
    partial:        "133 of these": part of something named before.
    """

    start: int
    end: int
    value: int
    bound: Bound = Bound.EXACT
    unit: str | None = None
    words_disagree: bool = False
    ordinal: bool = False
    fraction_of: int | None = None
    partial: bool = False


@cache
def _beside(kind: str) -> frozenset[str]:
    return frozenset(word for row in read_table("beside_counts") if row["kind"] == kind for word in row["words"].split())


def find_quantities(
    text: str, start: int = 0, end: int | None = None, *, skip: Sequence[tuple[int, int]] = (), language: str | None = None
) -> Iterator[QuantityMention]:
    """Every count in text[start:end], in order, not overlapping.

    skip:     spans of other mentions (money, dates, systems), in order; a number that touches one is no count.
    language: ISO 639-1; number words of that language are read, else English ones.
    """
    end = len(text) if end is None else end
    done = start
    at = 0
    for number in find_free_numbers(text, start, end, language):
        if number.start < done:
            continue
        while at < len(skip) and skip[at][1] <= number.start:
            at += 1
        if at < len(skip) and skip[at][0] < number.end:
            continue
        mentions, done = _judge(text, number, done, end, language)
        yield from mentions


def _judge(text: str, number: FreeNumber, floor: int, end: int, language: str | None) -> tuple[list[QuantityMention], int]:
    """The mentions one number makes (none, one, or both ends of a range), and where to go on."""
    if number.value == 0:
        return _judge_ordinal(text, number, end, language)
    if number.unit is not None:
        return [_mention(text, number, floor, end, number.unit)], number.end
    before = _word_before(text, number, floor)
    total = _total(text, number, end, language)
    if not number.words and _is_named(text, number, before, end):
        return [], total[1] if total else number.end
    if total is not None:
        unit = unit_after(text, total[1], end)
        if total[0] < number.value or _is_other(unit):
            return [], total[1]
        mention = _mention(text, number, floor, end, unit.name if unit else None)
        return [msgspec.structs.replace(mention, end=total[1], fraction_of=total[0])], total[1]
    if number.low is not None:
        unit = unit_after(text, number.after, end)
        return (_range(number.low, (number.low[1] + 1, number.end, number.value), unit) if _is_counted(unit) else []), number.end
    return _judge_with_next(text, number, before, floor, end, language)


def _judge_with_next(
    text: str, number: FreeNumber, before: str, floor: int, end: int, language: str | None
) -> tuple[list[QuantityMention], int]:
    """A number that may share its noun with one that follows: "12 to 14 aircraft", "16 to 18 months", "one or two"."""
    joint = _TO.match(text, number.after, end)
    high = number_at(text, joint.end(), end, language) if joint else None
    if joint is None or high is None:
        or_more = _OR_MORE.match(text, number.after, end)
        unit = unit_after(text, or_more.end() if or_more else number.after, end)
        return ([_found(text, number, floor, end, unit)] if _is_count(text, number, before, unit, end) else []), number.end
    unit = unit_after(text, high[1], end)
    if joint[0] != " and " and not _is_counted(unit):
        return [], high[1]  # "24 to 17", "6,000 to 8,000 persons"
    if _is_other(unit):
        return [], high[1]
    between = before.lower() in _BETWEEN
    if (between if joint[0] in (" and ", " or ") else before.lower() != "from") and number.value < high[0]:
        return _range((number.start, number.end, number.value), (joint.end(), high[1], high[0]), unit), high[1]
    return ([_found(text, number, floor, end, unit)] if _is_count(text, number, before, unit, end) else []), number.end


def _judge_ordinal(text: str, number: FreeNumber, end: int, language: str | None) -> tuple[list[QuantityMention], int]:
    """ "the first Arrow 3 system", "the fourth is due": one item. "the first two", "the first time", "the first missiles": nothing."""
    if _FOLLOWED_BY_NUMBER.match(text, number.end, end) or number_at(text, number.end + 1, end, language):
        return [], number.end
    total = _total(text, number, end, language)
    unit = unit_after(text, total[1] if total else number.end, end)
    if _is_other(unit):
        return [], number.end
    if total is None and unit is None:
        word = _next_word(text, number.end, end)
        stands_alone = _BARE_ORDINAL.match(text, number.end, end) and text[number.start].lower() != "a"
        if not stands_alone and not _is_designation(word):
            return [], number.end
    if total is None and unit is not None and unit.plural and unit.name != "aircraft":
        return [], number.end
    if unit is not None and unit.name in ("lot", "item", "unit"):
        return [], number.end
    right = total[1] if total else number.end
    mention = QuantityMention(
        number.start, right, 1, Bound.EXACT, unit.name if unit else None, ordinal=True, fraction_of=total[0] if total else None
    )
    return [mention], right


def _found(text: str, number: FreeNumber, floor: int, end: int, unit: Unit | None) -> QuantityMention:
    of = _OF_KNOWN.match(text, number.after, end)
    unit = unit_after(text, of.end(), end) if of else unit
    mention = _mention(text, number, floor, end, unit.name if _is_counted(unit) and unit else None)
    return msgspec.structs.replace(mention, partial=True) if of else mention


def _mention(text: str, number: FreeNumber, floor: int, end: int, unit: str | None) -> QuantityMention:
    bound = Bound.ABOUT if number.vague else bound_of(text, number.start, number.after + (number.unit is not None), floor, end)
    return QuantityMention(number.start, number.end, number.value, bound, unit, number.words_disagree)


def _range(low: tuple[int, int, int], high: tuple[int, int, int], unit: Unit | None) -> list[QuantityMention]:
    name = unit.name if unit else None
    return [QuantityMention(*low, Bound.MIN, name), QuantityMention(*high, Bound.MAX, name)]


def _total(text: str, number: FreeNumber, end: int, language: str | None) -> tuple[int, int] | None:
    """(108, end) in "38 of 108", "two of the four"."""
    of = _OF.match(text, number.after, end)
    if of is None and language in _OF_IN:
        of = _OF_IN[language].match(text, number.after, end)
    return number_at(text, of.end(), end, language) if of else None


# --- what says that a number is no count --------------------------------------------------------------------------------------------------


def _is_other(unit: Unit | None) -> bool:
    return unit is not None and unit.kind is UnitKind.OTHER


def _is_counted(unit: Unit | None) -> bool:
    return unit is not None and unit.kind is not UnitKind.OTHER


def _word_before(text: str, number: FreeNumber, floor: int) -> str:
    """The word that ends one blank before the number (or its bracket), punctuation included; "" at the beginning of a line."""
    pos = text.rfind("(", max(0, number.start - 2), number.start) if number.bracketed else number.start
    if pos <= floor or text[pos - 1] not in " \u00a0":
        return ""
    low = max(floor, pos - 26)
    begin = max(text.rfind(" ", low, pos - 1), text.rfind("\n", low, pos - 1), low - 1) + 1
    return text[begin : pos - 1].lstrip("([“\"'‘\u00a0")


def _next_word(text: str, pos: int, end: int) -> str:
    match = _WORD_AFTER.match(text, pos, end)
    return match[1] if match else ""


def _is_designation(word: str) -> bool:
    """ "F-35A", "K2s", "MQ-9B": letters with digits."""
    return any(c.isdecimal() for c in word) and word[:1].isupper()


@lru_cache(maxsize=8192)
def _names_before(word: str) -> str:
    """What a word makes of the figure after it: "named" (a name, an amount), "month", "" (nothing)."""
    lower = word.lower()
    if (lower in _beside("named") and word not in _beside("verb")) or is_currency(word):
        return "named"
    return "month" if lower in _beside("month") and word != "may" else ""


@lru_cache(maxsize=8192)
def _names_after(word: str) -> str:
    """The same for the figure before it."""
    if is_currency(word.rstrip(".,;")):
        return "named"
    return "month" if word.lower().rstrip(",.") in _beside("month") and word[:3] != "may" else ""


def _is_named(text: str, number: FreeNumber, before: str, end: int) -> bool:
    """Whether the words right beside a figure make it a name, a date, a list mark or money, whatever noun follows."""
    if before:
        kind = _names_before(before)
        if kind == "named" or (kind and (number.value <= 31 or number.value in _YEARS)) or before[-1] in _MONEY_SIGNS:
            return True
    kind = _names_after(_next_word(text, number.after, end))
    return kind == "named" or bool(kind and number.value <= 31) or (before in ("", "-", "–") and _is_list_mark(text, number))


def _is_list_mark(text: str, number: FreeNumber) -> bool:
    """ "3. The launchers", "3) …", "- 3 -", or a line with nothing else: a page number."""
    line = max(text.rfind("\n", max(0, number.start - 90), number.start) + 1, number.start - 90)
    starts_line = not text[line : number.start].strip(" \u00a0\t-–")
    tail = text[number.end : number.end + 3]
    if starts_line and (tail.startswith("  ") and tail.strip()):
        return True
    if starts_line and tail[:1] in (".", ")") and tail[1:2] in (" ", "\t", "\n", ""):
        return not number.bracketed
    return starts_line and not tail.strip(" -–\n") and (tail[:1] in ("\n", "") or tail.startswith(" -"))


def _is_count(text: str, number: FreeNumber, before: str, unit: Unit | None, end: int) -> bool:
    """Whether a number that nothing names is a count, now that its noun is known."""
    if _is_other(unit) or (unit is None and number.needs_unit):
        return False
    if number.words:
        return not (unit is None and is_currency(_next_word(text, number.after, end)))
    following = _next_word(text, number.after, end)
    if following.lower() == "times" or _MIXED.search(following):
        return False
    if number.value in _YEARS and number.end - number.start == 4:
        named = before[:1].isupper() and before.lower() not in _beside("plain")
        if _DAY_BEFORE.search(text[max(0, number.start - 4) : number.start]):
            return False  # "Sept. 28, 2025"
        return unit is not None and unit.plural and not named and before.lower().rstrip(",") not in _beside("time")
    if number.bracketed and unit is None and number.value <= 20 and not (_is_designation(following) or before.endswith((",", ";"))):
        return False
    if _is_age(text, number):
        return False
    return not _follows_name(before, number, unit, following)


def _is_age(text: str, number: FreeNumber) -> bool:
    """ "Williams, 25, said"."""
    if not (
        15 <= number.value <= 99 and text[number.end : number.end + 1] == "," and text[max(0, number.start - 2) : number.start] == ", "
    ):
        return False
    return bool(_NAME_BEFORE_COMMA.search(text[max(0, number.start - 26) : number.start]))


def _follows_name(before: str, number: FreeNumber, unit: Unit | None, following: str) -> bool:
    """ "Leopard 2 tanks", "Arrow 3 system": a small figure after a capitalised word belongs to the name."""
    if not before[:1].isupper() or not before[-1].isalnum() or before.lower() in _beside("plain") or _names_before(before) == "month":
        return False
    return number.value < 10 or (unit is None and not _is_designation(following))
