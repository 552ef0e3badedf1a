"""Names of countries and territories in twelve languages, from the Unicode CLDR (through babel). Used at build time only.

source: Unicode CLDR, territory display names; https://cldr.unicode.org
"""

import re
from collections.abc import Iterator
from itertools import product

from transmittal.catalogue.meaning import Tail

LANGUAGES = {
    "en": ("en",), "ja": ("ja",), "zh": ("zh_Hans", "zh_Hant"), "de": ("de",), "fr": ("fr",), "es": ("es",), "it": ("it",),
    "pt": ("pt", "pt_PT"), "ru": ("ru",), "uk": ("uk",), "ko": ("ko",), "pl": ("pl",),
}  # fmt: skip
# Codes CLDR names that ISO 3166-1 does not assign. XK (Kosovo) stays: it is in general use and Kosovo buys.
_NOT_ISO = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
_IN_BRACKETS = re.compile(r"^(.{2,40}?)\s?[(（](.{2,40})[)）]$")
_VOWELS = {"ru": "аеёиоуыэюяьй", "uk": "аеєиіїоуюяьй", "pl": "aeioyąę"}
# Names whose last vowel never changes; a stem of them would be another word.
_NEVER_DECLINED = {"ru": "иоуэю", "uk": "оуеіию", "pl": "iu"}
# Endings of the earlier words of a name, by the ending the nominative shows.
_EARLIER_WORDS: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "ru": (("ая", ("ая", "ой", "ую")), ("ые", ("ые", "ых", "ым", "ыми")), ("ий", ("ий", "ого", "ому", "им", "ом")),
           ("ый", ("ый", "ого", "ому", "ым", "ом")), ("а", ("а", "и", "у", "е", "ой"))),
    "uk": (("а", ("а", "ої", "ій", "у", "ою")), ("і", ("і", "их", "им", "ими"))),
    "pl": (("ka", ("ka", "kiej", "ką")), ("ia", ("ia", "ii", "ię", "ią")), ("a", ("a", "ej", "ą", "i", "y", "ę")),
           ("y", ("y", "ów", "om", "ami", "ach"))),
}  # fmt: skip


def country_codes() -> frozenset[str]:
    """ISO 3166-1 alpha-2 codes, and XK."""
    from babel import Locale

    codes = map(str, Locale.parse("en").territories)
    return frozenset(c for c in codes if len(c) == 2 and c.isalpha() and c not in _NOT_ISO)


def display_name(code: str) -> str:
    """The English name of a country that has no file of its own."""
    from babel import Locale

    name: str = Locale.parse("en").territories[code]
    return re.sub(r" \(.*\)$| SAR China$", "", name)


def territory_names() -> Iterator[tuple[str, str, str, Tail | None]]:
    """(ISO code, language, name or stem, tail when the name is a stem), all territories in all languages."""
    from babel import Locale

    codes = country_codes()
    for language, locales in LANGUAGES.items():
        for locale in locales:
            for code, name in Locale.parse(locale).territories.items():
                if code in codes:
                    for plain in _apart(name):
                        yield from ((code, language, form, tail) for form, tail in _declined(plain, language))


def _apart(name: str) -> list[str]:
    """ "Myanmar (Burma)" → both; "Hong Kong SAR China" → the short form too."""
    if pair := _IN_BRACKETS.match(name):
        return [pair[1], pair[2]] if not re.search(r"Islas|Ilhas|Isole|остров|wysp|острів|Îles|Inseln|諸島", pair[2]) else [pair[1]]
    if name.endswith(" SAR China"):
        return [name, name.removesuffix(" SAR China")]
    if special := re.match(r"中[国國](.{2})特[别別]行政[区區]$", name):
        return [name, special[1]]
    return [name, name.replace("St. ", "Saint ", 1)] if name.startswith("St. ") else [name]


def _declined(name: str, language: str) -> list[tuple[str, Tail | None]]:
    """The forms of earlier words in full, the last word as a stem."""
    if language not in _VOWELS or name.isupper():
        return [(name, None)]
    words = name.split(" ")
    if len(words) > 3:
        return [(name, None)]
    last, tail = _stem(words[-1], language)
    earlier = [_forms_of_earlier(word, language) for word in words[:-1]]
    return [(" ".join((*combination, last)), tail) for combination in product(*earlier)]


def _stem(word: str, language: str) -> tuple[str, Tail | None]:
    polish = language == "pl"
    if word[-1] not in _VOWELS[language]:
        return word, Tail.POLISH if polish else Tail.SLAVIC
    stem = word[:-1]
    if word[-1] in _NEVER_DECLINED[language] or len(stem) < 3:
        return word, None
    if len(stem) >= 6:  # long enough to be nothing else: "Филиппин" is the genitive of "Филиппины"
        return stem, Tail.POLISH if polish else Tail.SLAVIC
    return stem, Tail.POLISH_CUT if polish else Tail.SLAVIC_CUT


def _forms_of_earlier(word: str, language: str) -> list[str]:
    for ending, forms in _EARLIER_WORDS[language]:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return [word.removesuffix(ending) + form for form in forms]
    return [word]
