"""Numbers that stand free, in figures and in words: what may be a count. A figure inside a longer piece ("155mm", "50/52", "2026-09003")
is none of them, nor are parts of laws ("36(b)(1)") and telephone numbers."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from heapq import merge

import msgspec

from transmittal.mentions.anchors import Anchors, spellings
from transmittal.mentions.number_words import find_number_words, ordinal_words, read_words
from transmittal.mentions.numbers import parse_han, scale_at
from transmittal.mentions.units import counters, is_item

# A figure with all that sticks to it, so that a designation or a date is one piece and falls as one.
_PIECE = re.compile(r"\d[\dA-Za-z.,:/%°'’‐‑–—²³-]{0,60}")
# The forms such a piece may have. count: "1,200"; dotted: "1.200"; decimal: "1.5"; low and high: "12-14"; hyphened: "36-aircraft".
_FORM = re.compile(
    r"(?P<count>\d{1,3}(?:,\d{3}){1,3}|\d{1,9})[.,:’']{0,2}"
    r"|(?P<dotted>\d{1,3}(?:\.\d{3}){1,3})[.,:]?"
    r"|(?P<decimal>\d{1,4}\.\d{1,4})"
    r"|(?P<low>\d{1,3}(?:,\d{3})+|\d{1,6})[-–—](?P<high>\d{1,3}(?:,\d{3})+|\d{1,6})[.,]?"
    r"|(?P<hyphened>\d{1,4})-(?P<noun>[a-z]{3,12})[.,]?"
)
_SPACED = re.compile(r"\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,3}(?![\d‐–-])")
_BRACKETED = re.compile(r"[ \u00a0]?\([ ]?(\d{1,3}(?:,\d{3})+|\d{1,9})[ ]?\)")
_FIGURE = re.compile(r"(\d{1,3}(?:,\d{3})+|\d{1,9})(?![\d%])(?![.,/:-]?[\dA-Za-z])")
_TELEPHONE = re.compile(r"\)\s{0,3}\d{3,4}[ .-]\d{4}|[ -]\d{4}(?![\d,])")  # after an area code in brackets, after the first digits
_GROUP_OF = re.compile(r" (?:of|de|di|d['’](?=\w))")
_HYPHEN_BEFORE = re.compile(r"\w-\Z|/\Z")
_HAN_COUNT = re.compile(r"[一二三四五六七八九十百千万萬兩两〇]{1,10}")
_BLANKS = (" ", "\u00a0", "\u202f")
_MOST_DIGITS = 9


class FreeNumber(msgspec.Struct, frozen=True, gc=False):
    """A number that may be a count.

    value:          0 for an ordinal ("the fourth").
    after:          where the words that follow begin: behind the bracket, if it stands in one.
    needs_unit:     its form is also used for other things ("1.200", "2 million", "one"): it counts only with a known noun.
    words:          in words, alone or with the figures in brackets.
    words_disagree: "forty (14)".
    vague:          "une trentaine".
    unit:           of the counting sign that follows ("12機").
    low:            (start, end, value) of the lower end of a range printed as one piece: "12-14".
    """

    start: int
    end: int
    value: int
    after: int
    needs_unit: bool = False
    words: bool = False
    words_disagree: bool = False
    bracketed: bool = False
    vague: bool = False
    unit: str | None = None
    low: tuple[int, int, int] | None = None


def find_free_numbers(text: str, start: int, end: int, language: str | None) -> Iterator[FreeNumber]:
    """All of them, by their starts; they may overlap where words and figures say the same."""
    streams = [_figures(text, start, end), _in_words(text, start, end, language), _ordinals(text, start, end)]
    if not text.isascii():
        streams.append(_han(text, start, end))
    return merge(*streams, key=lambda number: number.start)


def number_at(text: str, pos: int, end: int, language: str | None) -> tuple[int, int] | None:
    """(value, end) of a whole number in figures or words that begins at pos."""
    if text[pos : pos + 1].isdecimal():
        match = _FIGURE.match(text, pos, end)
        return (_whole(match[1]), match.end()) if match else None
    words = read_words(text, pos, end, language)
    if words is None or words.value != int(words.value) or text[words.end : words.end + 1].isalnum():
        return None
    figure = _BRACKETED.match(text, words.end, end)
    return (_whole(figure[1]), figure.end()) if figure else (int(words.value), words.end)


def _whole(figure: str) -> int:
    return int(figure.replace(",", ""))


def _figures(text: str, start: int, end: int) -> Iterator[FreeNumber]:
    for match in _PIECE.finditer(text, start, end):
        left = match.start()
        if left > start and not _may_stand_after(text, left):
            continue
        number = _clean_figure(text, match, end)
        if number is None or number.value == 0:
            continue
        following = text[number.after : number.after + 1]
        if following > "\u2e80" and following.isalpha():
            unit = counters().get(following)
            if unit is not None:
                yield msgspec.structs.replace(number, unit=unit)
        else:
            yield number


def _may_stand_after(text: str, left: int) -> bool:
    before = text[left - 1]
    if before in ' \n(\u00a0\u3000~≈|["“‘«\t—（「':
        return True
    return before > "\u2e80" and before not in "第型式" and not before.isdecimal()


def _clean_figure(text: str, match: re.Match[str], end: int) -> FreeNumber | None:
    """The figure of one piece, when the piece is a count by its form alone."""
    piece, left = match[0], match.start()
    if piece.isdecimal():  # most pieces
        return _count_figure(text, left, piece, end) if len(piece) <= _MOST_DIGITS else None
    form = _FORM.fullmatch(piece)
    if form is None:
        return None
    if figure := form["count"]:
        return _count_figure(text, left, figure, end)
    if figure := form["dotted"]:
        right = left + len(figure)
        return FreeNumber(left, right, int(figure.replace(".", "")), right, needs_unit=True)
    if figure := form["decimal"]:
        scale, right = scale_at(text, match.end(), end)
        value = Decimal(figure) * scale
        return FreeNumber(left, right, int(value), right, needs_unit=True) if scale > 1 and value == int(value) else None
    if form["low"]:
        low, high = _whole(form["low"]), _whole(form["high"])
        right = left + form.end("high")
        return FreeNumber(left, right, high, right, needs_unit=True, low=(left, left + form.end("low"), low)) if low < high else None
    right = left + form.end("hyphened")
    return FreeNumber(left, right, int(form["hyphened"]), right, unit=form["noun"]) if is_item(form["noun"]) else None


def _count_figure(text: str, left: int, figure: str, end: int) -> FreeNumber | None:
    """A figure without a point; "12 000" is one too."""
    right = left + len(figure)
    if len(figure) <= 3 and text[right : right + 1] in _BLANKS and text[right + 1 : right + 2].isdecimal():
        spaced = _SPACED.match(text, left, end)
        if spaced is not None:
            return FreeNumber(left, spaced.end(), int(re.sub(r"\D", "", spaced[0])), spaced.end(), needs_unit=True)
    return _plain_figure(text, left, right, _whole(figure), end)


def _plain_figure(text: str, left: int, right: int, value: int, end: int) -> FreeNumber | None:
    """A figure without a point, with the bracket around it or the scale word after it, if any."""
    opening = left - 1 if text[left - 1 : left] == "(" else left - 2 if text[left - 2 : left] == "( " else -1
    closing = right + (text[right : right + 1] == " ")
    if opening >= 0 and text[closing : closing + 1] == ")":
        if (opening > 0 and text[opening - 1] not in " \n\u00a0") or _TELEPHONE.match(text, closing, end):
            return None
        return FreeNumber(left, right, value, closing + 1, bracketed=True)
    if text[right : right + 1] == "(" or (text[left] == "0" and right - left > 1) or (value >= 100 and _TELEPHONE.match(text, right, end)):
        return None  # "36(b)(1)", "0155"
    if text[right : right + 1] == " ":
        scale, scaled = scale_at(text, right, end)
        if scale >= 1000 and scaled - right > 3:
            return FreeNumber(left, scaled, value * scale, scaled, needs_unit=True)
    return FreeNumber(left, right, value, right)


def _in_words(text: str, start: int, end: int, language: str | None) -> Iterator[FreeNumber]:
    for number in find_number_words(text, start, end, language=language):
        following = text[number.end : number.end + 1]
        if (
            number.value != int(number.value)
            or following in ("-", "‐", "’", "'")
            or _HYPHEN_BEFORE.search(text[max(start, number.start - 2) : number.start])
        ):
            continue
        value = int(number.value)
        figure = _BRACKETED.match(text, number.end, end)
        if figure is None:
            of = _GROUP_OF.match(text, number.end, end) if number.group else None
            after = of.end() if of else number.end
            sure = 1 < value < 10**6  # "one" is a pronoun too, "three billion" mostly money
            yield FreeNumber(number.start, number.end, value, after, needs_unit=not sure, words=True, vague=number.rounded)
        elif printed := _whole(figure[1]):
            yield FreeNumber(number.start, figure.end(), printed, figure.end(), words=True, words_disagree=printed != value)


def _han(text: str, start: int, end: int) -> Iterator[FreeNumber]:
    """Chinese numerals before a counting sign."""
    for match in _HAN_COUNT.finditer(text, start, end):
        unit = counters().get(text[match.end() : match.end() + 1])
        value = parse_han(match[0]) if unit and text[max(0, match.start() - 1)] != "第" else None
        if unit and value:
            yield FreeNumber(match.start(), match.end(), value, match.end(), words=True, unit=unit)


@cache
def _ordinal_anchors() -> Anchors:
    return Anchors(sorted({form for word in ordinal_words() for form in spellings(word)}))


def _ordinals(text: str, start: int, end: int) -> Iterator[FreeNumber]:
    """ "the fourth", "its 12th": the article included. Which of them stand for one item is for the caller to say."""
    for _, left, right in _ordinal_anchors().find(text, start, end):
        if left > start and text[left - 1] == " " and not text[right : right + 1].isalnum() and text[right : right + 1] != "-":
            article = max(text.rfind(" ", max(start, left - 8), left - 1), text.rfind("\n", max(start, left - 8), left - 1)) + 1
            begin = max(article, start, left - 8)
            if text[begin : left - 1].lower() in _ARTICLES:
                yield FreeNumber(begin, right, 0, right)


_ARTICLES = frozenset(("the", "its", "a", "an", "their", "our"))
