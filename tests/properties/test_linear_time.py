"""Time grows no faster than the text, whatever the text: documents are hostile, and up to 10 MB long."""

import time
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from readers import FINDERS, document

from transmittal import documents, forms
from transmittal.prose import read_prose
from transmittal.reading import read_document

# Repeated without end. Each has been slow for some pattern or loop, here or in other programs.
PIECES = {
    "digits": "9", "figures": "1 ", "groups": "1,", "scales": "million ", "signs": "$", "amounts": "$9 ", "fractions": "1 of ",
    "ranges": "1 to ", "ranges of amounts": "between $1 and ", "number words": "one ", "joined words": "hundred and ",
    "words and figures": "twelve (12) ", "ordinals": "the first ", "ceilings": "up to ", "brackets": "(", "closed brackets": "(1) ",
    "nested brackets": "((i) (ii) ", "designations run together": "F-16", "designations": "F-16 ", "variants": "Block II ",
    "systems": "Tomahawk ", "systems with variants": "Tomahawk Block IV ", "counted systems": "12 F-16 aircraft, ",
    "systems in brackets": "Tomahawk (TLAM) ", "initials": "Aaaa Bbbb Cccc (ABC) ", "hyphened capitals": "Aaa Bbb-",
    "state forms": "Government of the ", "countries": "Japan, ", "countries in Russian": "Россия ", "days": "January 1, 2024 ",
    "months": "May ", "halves of dates": "2024-01-", "fiscal years": "fiscal year 2024 to ", "verbs of saying": "said ",
    "quotations": "“I,” said ", "open quotations": "“", "ministers": "Defense Minister ", "firms": "Lockheed Martin, of ",
    "capitals": "A", "capitalised words": "Abcdefgh ", "small words": "of the ", "blanks": " ", "lines": "\n", "hyphens": "-",
    "stops": ".", "initials with stops": "A. ", "abbreviations": "St. ", "addresses": "a.b/", "transmittals": "Transmittal No. 26-1 ",
    "announcements": "Transmittal No. ", "cases": "JA-P-ABC ", "contracts run together": "N00019-26-C-0001", "halves of contracts": "N0",
    "Han scales": "億", "Han digits": "一", "yen": "8兆", "Japanese counts": "12機", "katakana": "ト", "Cyrillic": "ы", "accents": "é",
    "contractors": "principal contractors will be A, ", "purchasers": "(i) Purchaser: ",
    "awards": "Acme, Tucson, Arizona, was awarded a $5 contract ", "verbs of buying": "bought 5 F-16 and ",
}  # fmt: skip
# One piece each that costs the reader most, read at full length.
DEAREST = {
    "names": "variants", "designations": "designations", "misspellings": "capitalised words", "money": "amounts", "bare money": "yen",
    "quantities": "figures", "dates": "days", "identifiers": "transmittals", "speakers": "verbs of saying", "systems": "countries",
    "items": "cases",
}  # fmt: skip
_GROWTH = 4
_TIMES_LINEAR = 1.6
_FLOOR_S = 0.02  # shorter runs measure the machine's moods
_LONGEST = 10_000_000
_MOST_SECONDS = 60  # a finder on 10 MB


def _sniffed(text: str) -> Iterable[Any]:
    forms.find_form(document(text))
    return ()


def _read(text: str) -> Iterable[Any]:
    return [read_document(found).events for found in documents.read_bytes(text.encode(), source="test", media_type="text/plain")]


READERS = FINDERS | {"layouts": _sniffed, "prose": lambda text: read_prose(document(text))}


def seconds(read: Callable[[str], Iterable[Any]], text: str) -> float:
    begun = time.process_time()
    for _ in read(text):
        pass
    return time.process_time() - begun


def assert_linear(read: Callable[[str], Iterable[Any]], piece: str, size: int) -> None:
    """Four times the text takes at most 6.4 times the time. The best of three, because a busy machine only ever adds."""
    short, long = ((piece * (length // len(piece) + 1))[:length] for length in (size, _GROWTH * size))
    seconds(read, short[:1000])
    allowed = taken = 0.0
    for _ in range(3):
        before = seconds(read, short)
        after = seconds(read, long)
        allowed = max(allowed, _GROWTH * _TIMES_LINEAR * (before + _FLOOR_S))
        taken = min(taken or after, after)
        if taken <= allowed:
            return
    raise AssertionError(f"{taken:.2f} s for {_GROWTH * size:,} characters, at most {allowed:.2f} s allowed")


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("reader", READERS)
def test_time_grows_with_the_text_and_no_faster(reader: str, piece: str) -> None:
    assert_linear(READERS[reader], PIECES[piece], 10_000)


@pytest.mark.slow
@pytest.mark.parametrize("reader", READERS)
def test_long_texts_show_no_hidden_growth(reader: str) -> None:
    """What is quadratic with a small constant shows only on long texts."""
    for piece in PIECES.values():
        assert_linear(READERS[reader], piece, 60_000)


@pytest.mark.slow
@pytest.mark.parametrize("reader", DEAREST)
def test_ten_megabytes_are_read_in_a_minute(reader: str) -> None:
    piece = PIECES[DEAREST[reader]]
    assert seconds(FINDERS[reader], (piece * (_LONGEST // len(piece) + 1))[:_LONGEST]) < _MOST_SECONDS


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["verbs of buying", "small words", "counted systems"])
def test_a_megabyte_is_read_from_bytes_to_events(piece: str) -> None:
    assert_linear(_read, PIECES[piece], 250_000)
