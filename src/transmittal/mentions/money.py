"""Amounts of money in any of the languages we read.

The finder jumps from currency sign to currency sign and reads the number beside it: "$2.35B", "8.1 billion dollars", "Rs 63,000 crore",
"8兆7005億円", "2,35 milliards d'euros". What a bare "$" or "kr" means is the caller's business (`home`).
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

import msgspec

from transmittal.mentions.bounds import bound_after, bound_before
from transmittal.mentions.currencies import Sign, find_signs, resolve
from transmittal.mentions.numbers import (
    FIGURE,
    HAN_NUMBER,
    Reading,
    can_end_number,
    find_number_words,
    parse_figure,
    plain,
    read_number,
    scale_at,
)
from transmittal.model import Bound

# Two groups behind blanks are one number in any language: "EUR 1 200 000"; one group may be another number's.
_BLANK_MILLIONS = re.compile(r"\d{1,3}(?:[ \u00a0\u202f]\d{3}){2,4}(?!\d)")
_REACH = 80  # characters of one amount, sign to end; the longest real ones ("one hundred and twenty-three million …") stay below
_BLANKS = re.compile("[ \u00a0\u202f\u2009]{0,3}")
_LINK = re.compile(r"\.?[ \u00a0\u202f-]{0,2}(?:(?:de|d['’]|of|di|do|da|in)[ \u00a0]?)?")
_DIGIT = re.compile(r"[.٫]?\d")
_RANGE = re.compile(r"[ \u00a0]?[-–—~〜～][ \u00a0]?| (?:to|bis|à|al?|до|do|tot|till) ")
_LOW = re.compile(
    r"(?<![\w.,/-])(\d[\d.,]{0,14})((?: [^\W\d_]{2,14})?)(?:[ \u00a0]?[-–—][ \u00a0]?| (?:to|bis|à|al?|до|do|tot|till|and|und|et|y|e) )\Z"
)
_BETWEEN = re.compile(r"(?:between|zwischen|entre|tra|fra|od|от|між|между|mellan)[ \u00a0](?:about )?\Z", re.IGNORECASE)
_PAIR = re.compile(r" (?:and|und|et|y|e|to|bis|à|al?|до|do) |[ \u00a0]?[-–—][ \u00a0]?")
_CONVERSION = re.compile(
    r"[ \u00a0]?(?:[(\[（［][^()\[\]\d\n]{0,25}"
    r"|(?:, ?)?(?:or|oder|ou|o|also|equivalent to|the equivalent of|which is|that is|i\.e\.|soit|umgerechnet|=|≈|/)"
    r"[ \u00a0]?(?:[^\W\d_]{1,14}\.? ){0,3}"
    r"|、?(?:折合|合|相当于|約合|约合)[^\d\n]{0,6})"
)
_AND_ALSO = re.compile(r"[;,/] ?(?:or )?(?:[^\W\d_]{1,14} ){0,2}| or (?:[^\W\d_]{1,14} ){0,2}")


class MoneyMention(msgspec.Struct, frozen=True, gc=False):
    """An amount as printed; text[start:end] holds sign, number and scale, not the words "up to" or "about".

    amount:     exact, in whole units of the currency, never an exponent form.
    currency:   ISO 4217.
    bound:      of "up to", "at least", "about"; both ends of a range are mentions of their own (min and max).
    conversion: the amount before it, told in another currency: "254.1 billion yen ($1.7 billion)".
    threshold:  "$50,000,000 or more".
    """

    start: int
    end: int
    amount: Decimal
    currency: str
    bound: Bound = Bound.EXACT
    conversion: bool = False
    threshold: bool = False


class _Amount(msgspec.Struct, frozen=True, gc=False):
    """An amount before the words around it are looked at. role: min or max when it is an end of a range printed with one unit."""

    start: int
    end: int
    value: Decimal
    currency: str
    role: Bound | None = None


def find_money(
    text: str, start: int = 0, end: int | None = None, *, home: str | None = None, language: str | None = None, bare: bool = False
) -> Iterator[MoneyMention]:
    """Every amount of money in text[start:end], in order, not overlapping.

    home:     ISO code that a shared sign or word ("$", "kr", "¥", "Rs", "riyal", "pound") means where it can; otherwise the usual one.
    language: ISO 639-1 of the text, for separators and scale words.
    bare:     also numbers with a scale word and no currency ("3.2 billion"), as `home` or US dollars: for tables that say so elsewhere.
    """
    end = len(text) if end is None else end
    amounts = _amounts(text, start, end, home, language)
    if bare:
        amounts = _with_bare(text, start, end, list(amounts), home or "USD", language)
    last: MoneyMention | None = None
    for amount in amounts:
        mention = _judge(text, amount, last, start, end)
        if last is not None:
            if mention.bound is not Bound.MIN and _is_pair(text, last, mention, start):
                last, mention = msgspec.structs.replace(last, bound=Bound.MIN), msgspec.structs.replace(mention, bound=Bound.MAX)
            yield last
        last = mention
    if last is not None:
        yield last


def _judge(text: str, amount: _Amount, last: MoneyMention | None, start: int, end: int) -> MoneyMention:
    """The words around an amount: bound, threshold, conversion."""
    after = bound_after(text, amount.end, end)
    bound = amount.role or after or bound_before(text, amount.start, last.end if last else start) or Bound.EXACT
    converts = (
        last is not None
        and last.currency != amount.currency
        and amount.start - last.end < _REACH
        and (bool(_CONVERSION.fullmatch(text, last.end, amount.start)) or _continues_bracket(text, last, amount.start))
    )
    return MoneyMention(amount.start, amount.end, amount.value, amount.currency, bound, converts, after is Bound.MIN)


def _continues_bracket(text: str, last: MoneyMention, pos: int) -> bool:
    """ "(about C$2.4 billion; £1.3 billion)": the second conversion in one bracket."""
    if not last.conversion or not _AND_ALSO.fullmatch(text, last.end, pos):
        return False
    before = text[max(0, last.start - 30) : last.start]
    return max(map(before.rfind, "([（")) > max(map(before.rfind, ")]）"))


def _is_pair(text: str, low: MoneyMention, high: MoneyMention, start: int) -> bool:
    """ "between $1 billion and $2 billion", "$1 billion to $2 billion"; not "from $1 billion to $2 billion", which may be a change."""
    if low.currency != high.currency or low.amount >= high.amount or low.bound in (Bound.MIN, Bound.MAX):
        return False
    joint = _PAIR.fullmatch(text, low.end, high.start)
    if joint is None:
        return False
    before = text[max(start, low.start - 20) : low.start]
    if joint[0].strip() in ("and", "und", "et", "y", "e"):
        return bool(_BETWEEN.search(before))
    return not before.rstrip().lower().endswith("from")


def _amounts(text: str, start: int, end: int, home: str | None, language: str | None) -> Iterator[_Amount]:
    floor = start
    for sign in find_signs(text, start, end):
        if sign.start < floor:
            continue
        found = _beside(text, sign, floor, end, language)
        if found is None:
            continue
        left, right, reading = found
        currency = resolve(sign.currency, text[left:right], home, language)
        if currency is None or not _is_plausible(text, sign, reading, left < sign.start):
            continue
        value = plain(reading.value * sign.currency.scale) if sign.currency.scale > 1 else reading.value
        pair = (
            _high_end(text, sign, right, end, reading, language) if left == sign.start else _low_end(text, left, floor, reading, language)
        )
        if pair is None:
            yield _Amount(left, right, value, currency)
            floor = right
            continue
        low_span, low_value, high_span, high_value = pair
        high_end = max(high_span[1], right)
        yield _Amount(*low_span, plain(low_value * sign.currency.scale), currency, Bound.MIN)
        yield _Amount(high_span[0], high_end, plain(high_value * sign.currency.scale), currency, Bound.MAX)
        floor = high_end


def _beside(text: str, sign: Sign, floor: int, end: int, language: str | None) -> tuple[int, int, Reading] | None:
    """(start, end, number) of the amount a sign belongs to. A number that touches the sign wins, then one with a scale before the sign."""
    currency = sign.currency
    after = _after(text, sign, end, language) if currency.before else None
    if after is not None and text[sign.end] not in " \u00a0\u202f\u2009" and not currency.printed.islower():
        return sign.start, after.end, after
    before = _before(text, sign, floor, language) if currency.after else None
    if before is not None and (after is None or before[1].scale > 1 or currency.printed.islower()):
        return before[0], sign.end, before[1]
    return (sign.start, after.end, after) if after is not None else None


def _after(text: str, sign: Sign, end: int, language: str | None) -> Reading | None:
    blanks = _BLANKS.match(text, sign.end, end)
    pos = blanks.end() if blanks else sign.end
    grouped = _BLANK_MILLIONS.match(text, pos, end) is not None
    reading = read_number(text, pos, min(end, pos + _REACH), language, spaced=grouped)
    if reading is None or reading.words:
        return None
    if sign.currency.printed[1:].islower() and reading.scale == 1 and 1900 <= reading.value <= 2100:
        return None  # "Euro 2020" is a tournament
    return _with_rupee_letter(text, reading, sign)


def _with_rupee_letter(text: str, reading: Reading, sign: Sign) -> Reading:
    """ "₹2.54L Cr": L is lakh only beside rupees."""
    if sign.currency.iso not in ("INR", "rupee") or reading.scale > 1 or not text.startswith("L", reading.end):
        return reading
    scale, right = scale_at(text, reading.end, reading.end + 8, "en-IN")
    return Reading(right, plain(reading.figure * scale), reading.figure, scale) if scale > 1 else reading


def _before(text: str, sign: Sign, floor: int, language: str | None) -> tuple[int, Reading] | None:
    """(start, number) of the number that ends where the sign begins."""
    low = max(floor, sign.start - _REACH, text.rfind("\n", max(floor, sign.start - _REACH), sign.start) + 1)
    if low >= sign.start or not can_end_number(text, low, sign.start, language):
        return None
    for match in _DIGIT.finditer(text, low, sign.start):
        if _begins_number(text, match.start()):
            reading = read_number(text, match.start(), sign.start, language, spaced=language != "en")
            if reading is not None and _LINK.fullmatch(text, reading.end, sign.start):
                return match.start(), reading
    left = sign.start
    while left > low and HAN_NUMBER.match(text[left - 1]):
        left -= 1
    if left < sign.start:
        reading = read_number(text, left, sign.start, language)
        return (left, reading) if reading is not None and reading.end == sign.start else None
    return _words_before(text, sign, low, language) if sign.currency.is_word else None


def _words_before(text: str, sign: Sign, low: int, language: str | None) -> tuple[int, Reading] | None:
    for number in find_number_words(text, low, sign.start, language=language):
        scale, right = scale_at(text, number.end, sign.start, language)
        if _LINK.fullmatch(text, right, sign.start):
            return number.start, Reading(right, plain(number.value * scale), number.value, max(scale, 1), words=True)
    return None


def _begins_number(text: str, pos: int) -> bool:
    """Whether the digits at pos are not the rest of a longer token ("F-35", "1,200", "10/12")."""
    if pos == 0:
        return True
    before = text[pos - 1]
    if before.isdecimal() or before == "_" or (before.isalpha() and ord(before) < 0x2E80):
        return False
    return not (before in ".,/'’-‐‑–" and pos > 1 and ((text[pos - 2].isdecimal() and before not in "-–") or text[pos - 2].isalpha()))


def _is_plausible(text: str, sign: Sign, reading: Reading, number_first: bool) -> bool:
    """Words that mean other things too ("won", "pound", "SAR") need a large number; "million pounds of thrust" is a weight."""
    careful = sign.currency.careful
    if not careful or (careful == "before" and not number_first):
        return True
    if sign.currency.iso == "pound" and text.startswith(" of ", sign.end):
        return False
    return reading.value >= 10**6 and (reading.scale > 1 or reading.words or careful == "careful")


_Pair = tuple[tuple[int, int], Decimal, tuple[int, int], Decimal]


def _high_end(text: str, sign: Sign, low_end: int, end: int, low: Reading, language: str | None) -> _Pair | None:
    """ "$1.5-2 billion", "$1.5-$2 billion": the other end of a range whose first end stands behind the sign."""
    dash = _RANGE.match(text, low_end, end)
    if dash is None:
        return None
    begin = dash.end()
    second = begin + len(sign.currency.printed) if text.startswith(sign.currency.printed, begin) else begin
    high = read_number(text, second, min(end, second + _REACH), language) if text[second : second + 1].isdecimal() else None
    if high is None:
        return None
    low_value = low.figure * high.scale if low.scale == 1 and high.scale > 1 else low.value
    spelled = dash[0].strip().isalpha()
    plausible = high.scale > 1 or ((second > begin or not spelled) and low.scale == 1 and high.figure < 20 * low.figure)
    if spelled and second > begin and low.scale > 1:
        return None  # "$1 billion to $2 billion": whole amounts, told apart from changes by the caller
    if not plausible or low_value >= high.value:
        return None
    return (sign.start, low_end), low_value, (begin, high.end), high.value


def _low_end(text: str, high_start: int, floor: int, high: Reading, language: str | None) -> _Pair | None:
    """ "1.5-2 billion dollars", "between 1 and 2 billion euros": the end that stands before a number already found."""
    low = max(floor, high_start - 40)
    window = text[low:high_start]
    match = _LOW.search(window) if window.endswith(("-", "–", "—", " ")) else None
    if match is None:
        return None
    joint = match[0].rsplit(None, 1)[-1] if match[0].endswith(" ") else "-"
    if joint in ("and", "und", "et", "y", "e") and not _BETWEEN.search(text[max(floor, low - 12) : low + match.start()]):
        return None
    figure = parse_figure(match[1].rstrip(".,"), language)
    scale, _ = scale_at(window, match.end(1), match.end(2), language) if match[2] else (high.scale, 0)
    if figure is None or (match[2] and scale == 1) or figure * scale >= high.value:
        return None
    low_span = (low + match.start(1), low + match.end(2))
    return low_span, figure * scale, (high_start, high_start), high.value


def _with_bare(text: str, start: int, end: int, signed: Iterable[_Amount], currency: str, language: str | None) -> Iterator[_Amount]:
    """The signed amounts, and between them the numbers that have a scale word and no currency."""
    gaps_from = start
    for amount in [*signed, _Amount(end, end, Decimal(0), currency)]:
        at = gaps_from
        while at < amount.start:
            match = FIGURE.search(text, at, amount.start)
            if match is None:
                break
            reading = read_number(text, match.start(), amount.start, language) if _begins_number(text, match.start()) else None
            if reading is not None and reading.scale >= 1000:
                yield _Amount(match.start(), reading.end, reading.value, currency)
            at = max(match.end(), reading.end if reading else 0)
        if amount.end > amount.start:
            yield amount
        gaps_from = amount.end
