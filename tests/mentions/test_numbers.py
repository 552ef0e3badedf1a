"""Numbers as printed: separators, scales, words, Chinese numerals."""

from decimal import Decimal
from typing import NamedTuple

import pytest

from transmittal.mentions.numbers import find_number_words, parse_number, parse_ordinal


class Case(NamedTuple):
    name: str
    printed: str
    value: str | None
    language: str | None = None


CASES = [
    Case("English separators", "1,234.5", "1234.5"),
    Case("German separators are told by their order", "1.234,5", "1234.5"),
    Case("a no-break blank groups", "1\u00a0234,5", "1234.5"),
    Case("a plain blank groups", "1 234,5", "1234.5"),
    Case("Swiss apostrophes group", "1'234.5", "1234.5"),
    Case("Indian groups of two", "1,23,45,678", "12345678"),
    Case("full-width figures", "１，２３４", "1234"),
    Case("Arabic figures and scale", "٣٫٥ مليار", "3500000000"),
    Case("groups of a wrong size are no number", "1,23,4", None),
    Case("one point and three figures is a fraction in English", "1.234", "1.234"),
    Case("and a group in German", "1.234", "1234", "de"),
    Case("one comma and three figures is a fraction in German", "1,234", "1.234", "de"),
    Case("a Spanish scale tells what the point means", "1.500 millones", "1500000000"),
    Case("words", "sixty", "60"),
    Case("words with and", "one hundred and five", "105"),
    Case("words without and", "nine hundred fifty-two", "952"),
    Case("a hyphen before hundred", "one thousand two-hundred", "1200"),
    Case("a line broken at the hyphen", "twenty- three", "23"),
    Case("no hyphen", "eighty two", "82"),
    Case("thousands", "twenty thousand four", "20004"),
    Case("a dozen", "a dozen", "12"),
    Case("half a dozen", "half a dozen", "6"),
    Case("a score", "a score", "20"),
    Case("a pair", "a pair", "2"),
    Case("two and a half", "two and a half billion", "2500000000"),
    Case("and a half after the scale", "a billion and a half", "1500000000"),
    Case("half a billion", "half a billion", "500000000"),
    Case("two units are two numbers", "one two", None),
    Case("a scale alone is no number", "million", None),
    Case("words and figures are not read as one", "forty (14)", None),
    Case("French seventies and nineties", "quatre-vingt-dix-sept", "97", "fr"),
    Case("French seventy-one", "soixante et onze", "71", "fr"),
    Case("German units come first", "fünfundzwanzig", "25", "de"),
    Case("German compounds", "zweihundertfünfzig", "250", "de"),
    Case("Spanish hundreds", "doscientos cincuenta mil", "250000", "es"),
    Case("Italian elision", "ventuno", "21", "it"),
    Case("Italian compounds", "duecentocinquanta", "250", "it"),
    Case("Portuguese", "cento e vinte e cinco", "125", "pt"),
    Case("Polish", "dwadzieścia pięć", "25", "pl"),
    Case("kanji numerals", "二千五百四十億", "254000000000"),
    Case("kanji year by year", "二〇二五", "2025"),
    Case("trillions and hundred millions", "8兆7,005億", "8700500000000"),
    Case("the same without the comma", "8兆7005億", "8700500000000"),
    Case("a fraction of a trillion", "8.7兆", "8700000000000"),
    Case("Korean with a blank", "1조 2,500억", "1250000000000"),
    Case("Thai scales are one word", "3.5 แสนล้าน", "350000000000"),
    Case("lakh crore", "1.5 lakh crore", "1500000000000"),
    Case("an English billion", "3 billion", "3000000000"),
    Case("a German Billion", "3 Billion", "3000000000000", "de"),
    Case("a Spanish billón", "2 billones", "2000000000000", "es"),
    Case("mil millones", "3 mil millones", "3000000000", "es"),
    Case("Vietnamese thousand billions", "10 nghìn tỷ", "10000000000000", "vi"),
    Case("a Malay bilion", "2 bilion", "2000000000", "ms"),
    Case("a Polish bilion", "2 biliony", "2000000000000", "pl"),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_parse_number(case: Case) -> None:
    assert parse_number(case.printed, case.language) == (None if case.value is None else Decimal(case.value))


@pytest.mark.parametrize("printed", ["3 billion", "8.7兆", "1.50 million", "$", "12.50"])
def test_numbers_never_have_an_exponent(printed: str) -> None:
    assert "E" not in str(parse_number(printed))


@pytest.mark.parametrize(("printed", "value"), [("fourth", 4), ("Twenty-first", 21), ("12th", 12), ("four", None), ("1", None)])
def test_ordinals(printed: str, value: int | None) -> None:
    assert parse_ordinal(printed) == value


def test_number_words_are_found_whole_and_not_inside_other_words() -> None:
    text = "He got Sixty (60), a hundred and five, half a dozen and a pair; maintenance often, one hundred forty vans, millions"
    assert [text[n.start : n.end] for n in find_number_words(text)] == [
        "Sixty",
        "a hundred and five",
        "half a dozen",
        "a pair",
        "one hundred forty",
    ]


def test_vague_groups_of_other_languages_are_known_everywhere() -> None:
    (number,) = find_number_words("une trentaine d'avions")
    assert (number.value, number.rounded) == (30, True)
