"""Numbers as printed: figures with any separators, scale words after them, number words, Chinese numerals.

The meaning of separators and scale words follows the language; without one, English rules hold ("1,234" is one thousand, "1.234" a
little over one, "billion" 10**9). Scale words of other languages are still known ("2,35 Milliarden").
"""

import re
import unicodedata
from decimal import Decimal, localcontext
from functools import cache, lru_cache
from math import prod
from typing import NamedTuple

import msgspec

from transmittal.mentions.number_words import find_number_words, is_number_word, parse_ordinal, read_words
from transmittal.mentions.tables import read_table

__all__ = ["Reading", "can_end_number", "find_number_words", "parse_figure", "parse_number", "parse_ordinal", "plain", "read_number"]

# 15 digits and six groups are more than any price has; the bounds keep hostile runs of digits cheap.
FIGURE = re.compile(r"(?:\d{1,15}(?:[.,'’،٫٬，．]\d{1,9}|[\u00a0\u202f\u2009]\d{3}(?!\d)){0,6}|[.٫]\d{1,9})(?!\d)")
SPACED_FIGURE = re.compile(r"\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3}(?!\d)){1,4}(?:[.,]\d{1,4})?(?![\d])")
# Languages that write 1.234,5, or 1 234,5 with a blank.
_BLANK_GROUPS = frozenset(("fr", "pl", "cs", "sk", "ru", "uk", "sv", "nb", "nn", "no", "fi", "hu", "bg", "da"))
_COMMA_DECIMAL = _BLANK_GROUPS | {"de", "es", "it", "nl", "pt", "id", "vi", "tr", "el", "ro", "hr", "sl", "sr"}
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}")  # thousands, or lakhs and crores
_SIGNS = str.maketrans(
    {"，": ",", "．": ".", "،": ",", "٫": ".", "٬": "'", "’": "'", "\u00a0": "'", "\u202f": "'", "\u2009": "'", " ": "'"}
)

_HAN_DIGITS = {c: n for n, c in enumerate("〇一二三四五六七八九")} | dict(
    zip("零壱弐参壹貳貮叁兩两", (0, 1, 2, 3, 1, 2, 2, 3, 2, 2), strict=True)
)
_HAN_UNITS = {"十": 10, "拾": 10, "百": 100, "千": 1000}
_HAN_SCALES = {"万": 10**4, "萬": 10**4, "億": 10**8, "亿": 10**8, "兆": 10**12}
HAN_NUMBER = re.compile(f"[{''.join(_HAN_DIGITS)}十拾百千万萬億亿兆]{{1,24}}")

_SCALE_WORD = re.compile(r"([ \u00a0\u202f-]?)([^\W\d_]{1,20})(?![^\W_])")
_LAST_WORD = re.compile(r"[^\W\d_]{1,24}\Z")
_LINKS = frozenset(("de", "d", "of", "di", "do", "da", "in"))  # "milliards d'euros"
_COMBINING_WORD = re.compile(r"([ \u00a0]?)([\u0900-\u0963]{2,12})")  # Devanagari vowel signs are not letters to \w


class Reading(msgspec.Struct, frozen=True, gc=False):
    """A number read at a known place. figure: the number before its scales; scale: their product, 1 without any; words: not in figures."""

    end: int
    value: Decimal
    figure: Decimal
    scale: int
    words: bool = False


def plain(value: Decimal) -> Decimal:
    """The same number without an exponent and without idle zeros, exactly."""
    if value == value.to_integral_value():
        return Decimal(int(value))
    with localcontext() as context:
        context.prec = 60
        return value.normalize()


def parse_figure(printed: str, language: str | None = None) -> Decimal | None:
    """Figures with separators: "1,234.5", "1.234,5", "1 234,5", "1'234.5", "1,23,45,678", "１，２３４". None when they make no number."""
    text = printed.translate(_SIGNS)
    if not text.isascii():
        text = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)
    if "'" in text:
        head, *groups = text.split("'")
        last = re.split("[.,]", groups[-1])[0]
        if not 1 <= len(head) <= 3 or any(len(group) != 3 for group in [*groups[:-1], last]):
            return None
        text = text.replace("'", "")
        return _decimal(text.replace(",", "."))
    commas, dots = text.count(","), text.count(".")
    if commas and dots:
        point = max(text.rfind(","), text.rfind("."))
        whole = text[:point].replace(".", ",")
        return _decimal(whole.replace(",", "") + "." + text[point + 1 :]) if _GROUPED.fullmatch(whole) else None
    if commas + dots > 1:
        whole = text.replace(".", ",")
        return _decimal(whole.replace(",", "")) if _GROUPED.fullmatch(whole) else None
    if commas + dots == 1:
        grouping = "." if language in _COMMA_DECIMAL else ","
        if grouping in text and re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", text):
            return _decimal(text.replace(grouping, ""))
    return _decimal(text.replace(",", "."))


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except ArithmeticError:
        return None


def parse_han(printed: str) -> int | None:
    """Chinese numerals: "二千五百四十億" -> 254000000000, "二〇二五" -> 2025. None for anything else."""
    if not any(c in _HAN_UNITS or c in _HAN_SCALES for c in printed):
        digits = [_HAN_DIGITS.get(c) for c in printed]
        return None if None in digits or not digits else int("".join(map(str, digits)))
    total = group = digit = 0
    limit = 10**16
    for c in printed:
        if c in _HAN_DIGITS:
            digit = digit * 10 + _HAN_DIGITS[c]
        elif c in _HAN_UNITS:
            group, digit = group + (digit or 1) * _HAN_UNITS[c], 0
        elif c in _HAN_SCALES and _HAN_SCALES[c] < limit and group + digit:
            limit = _HAN_SCALES[c]
            total, group, digit = total + (group + digit) * limit, 0, 0
        else:
            return None
    return total + group + digit


class _Scale(NamedTuple):
    value: int
    attached: bool
    comma: bool


@cache
def _scales(language: str | None) -> dict[str, _Scale]:
    """The scale words as this language reads them."""
    known: dict[str, _Scale] = {}
    for row in read_table("scales"):
        languages = row["languages"].split(",") if row["languages"] else [language]
        if language in languages:
            known.setdefault(
                unicodedata.normalize("NFC", row["word"]), _Scale(int(row["value"]), bool(row["attached"]), bool(row["comma"]))
            )
    return known


@cache
def _joined_scales() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, int]]:
    """(a run of scale signs, one of them, sign -> value)."""
    signs = {row["sign"]: int(row["value"]) for row in read_table("joined_scales")}
    longest_first = "|".join(sorted(signs, key=len, reverse=True))
    return re.compile(f"[ \u00a0]?((?:{longest_first}){{1,4}})"), re.compile(longest_first), signs


def scale_at(text: str, pos: int, end: int, language: str | None = None) -> tuple[int, int]:
    """(product, end) of the scale words that follow a figure which ends at pos; (1, pos) when none does."""
    if pos >= end:
        return 1, pos
    product, at = 1, pos
    first = text[pos]
    beyond_latin = ord(text[pos + 1] if first in " \u00a0" and pos + 1 < end else first) > 0x900
    if beyond_latin:
        run, one, signs = _joined_scales()
        if match := run.match(text, pos, end):
            return prod(signs[sign] for sign in one.findall(match[1])), match.end()
    scales = _scales(language)
    for _ in range(3):
        match = (_COMBINING_WORD if beyond_latin else _SCALE_WORD).match(text, at, end)
        if match is None:
            break
        printed = match[2]
        known = scales.get(printed) or (scales.get(printed.lower()) if len(printed) > 1 else None)
        if known is None or (known.attached and match[1] and text[match.end() : match.end() + 1] in ("-", "'", "’", "/")):
            break
        if product * known.value > 10**15:
            break
        product, at = product * known.value, match.end()
    return product, at


def can_end_number(text: str, low: int, pos: int, language: str | None) -> bool:
    """A quick look: whether the word or sign before text[pos] (blanks and "de", "of" aside) can be the last one of a number."""
    tail = text[max(low, pos - 24) : pos].rstrip(" \u00a0\u202f.-")
    if not tail:
        return False
    last = tail[-1]
    if last.isdecimal() or "\u0900" <= last <= "\u0dff" or last in "'’":
        return True
    if last >= "\u0e00" and not "\u1e00" <= last <= "\u1fff":  # Vietnamese and Greek letters are ordinary words
        return last in _HAN_DIGITS or last in _HAN_UNITS or last in _joined_scales()[2] or "\u0e00" <= last <= "\u0e7f"
    word = _LAST_WORD.search(tail)
    return word is not None and _ends_number(word[0].lower(), language)


@lru_cache(maxsize=4096)
def _ends_number(word: str, language: str | None) -> bool:
    return word in _LINKS or word in _scales(language) or word.upper() in _scales(language) or is_number_word(word, language)


def read_number(text: str, pos: int, end: int, language: str | None = None, *, spaced: bool = False) -> Reading | None:
    """The number that begins exactly at pos, with its scales: "1.5 lakh crore", "8兆7,005億", "two and a half billion".

    spaced: plain blanks may group digits ("1 234 567") whatever the language.
    """
    if pos >= end:
        return None
    first = text[pos]
    if not (first.isalnum() or first in ".٫"):
        return None
    if not (first.isdecimal() or first in ".٫"):
        return _read_han(text, pos, end) if first in _HAN_DIGITS or first in _HAN_UNITS else _read_in_words(text, pos, end, language)
    spaced = spaced or language in _BLANK_GROUPS
    first_term = _term(text, pos, end, language, spaced)
    if first_term is None:
        return None
    number, scale, at = first_term
    value, limit = number * scale, scale
    for _ in range(3):  # smaller terms: 兆 億 万, "2 billion 350 million"
        blank = text[at : at + 1] in (" ", "\u00a0")
        following = _term(text, at + blank, end, language, False) if limit >= 10**4 else None
        if following is None or following[1] >= limit or (following[1] == 1 and (blank or text[at - 1] not in _HAN_SCALES)):
            break
        value, limit, at = value + following[0] * following[1], following[1], following[2]
    return Reading(at, plain(value), number, scale)


def _term(text: str, pos: int, end: int, language: str | None, spaced: bool) -> tuple[Decimal, int, int] | None:
    """(number, scale, end) of one figure and its scale words at pos."""
    match = (SPACED_FIGURE.match(text, pos, end) if spaced else None) or FIGURE.match(text, pos, end)
    if match is None:
        return None
    scale, right = scale_at(text, match.end(), end, language)
    if language is None and scale > 1 and _is_comma_language(text[match.end() : right]):
        language = "de"  # any that writes 1.234,5
    number = parse_figure(match[0], language)
    return (number, scale, right) if number is not None else None


def _is_comma_language(scale_words: str) -> bool:
    last = scale_words.split()[-1].strip("-").lower()
    known = _scales(None).get(last)
    return known is not None and known.comma


def _read_han(text: str, pos: int, end: int) -> Reading | None:
    match = HAN_NUMBER.match(text, pos, end)
    value = parse_han(match[0]) if match else None
    return Reading(match.end(), Decimal(value), Decimal(value), 1) if match and value is not None else None


def _read_in_words(text: str, pos: int, end: int, language: str | None) -> Reading | None:
    number = read_words(text, pos, end, language)
    if number is None:
        return None
    product, right = scale_at(text, number.end, end, language)
    return Reading(right, plain(number.value * product), number.value, product, words=True)


def parse_number(text: str, language: str | None = None) -> Decimal | None:
    """The whole text as one number in plain form; None when it is anything else. Accepts figures, words and both ("8兆7,005億")."""
    text = text.strip()
    if len(text) > 200:
        return None
    reading = read_number(text, 0, len(text), language, spaced=True)
    return reading.value if reading is not None and reading.end == len(text) else None
