"""The printed forms of one name: capitals, separators, diacritics, spelling. Used at build time only."""

import re
import unicodedata

from transmittal.catalogue.folding import fold
from transmittal.catalogue.meaning import Form, Tail

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_KANA = re.compile(r"[\u30a0-\u30ff]")
_HANGUL = re.compile(r"[\uac00-\ud7af]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
# A place where "AIM-9X", "AIM 9X" and "AIM9X" differ: between a short run of letters and a digit.
_SEPARATOR = re.compile(r"(?<![A-Za-z0-9])([A-Z][A-Za-z]{0,4})[- ](?=\d)|(?<=[A-Za-z0-9])-(?=\d)")
_JOINED = re.compile(r"\b([A-Z]{2,4})(?=\d{1,3}[A-Z]?\b)")
_ENGLISH_PAIRS = (("efense", "efence"), ("EFENSE", "EFENCE"), ("rogram ", "rogramme "), ("rmored", "rmoured"), ("issiles &", "issiles and"))
_UNDECOMPOSED = str.maketrans({"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "ı": "i", "æ": "ae", "ß": "ss", "þ": "th", "ð": "d"})
_ADJECTIVES_STAY_SMALL = frozenset({"es", "fr", "it", "pt"})
_CASED_LANGUAGES = {"ru": Tail.SLAVIC, "uk": Tail.SLAVIC, "pl": Tail.POLISH}


def tail_of(name: str, language: str, form: Form) -> Tail:
    """Which boundaries a name needs, from its script and language."""
    if form is Form.DESIGNATION and not _HAN.search(name):
        return Tail.DESIGNATION
    if _HANGUL.search(name):
        return Tail.HANGUL
    if _HAN.search(name):
        return Tail.FREE
    if _KANA.search(name):
        # Three signs or fewer turn up inside longer words (タイ, インド); from four on, only compounds follow (トマホークミサイル).
        return Tail.KANA_SHORT if len(name) < 4 else Tail.KANA
    if language in _CASED_LANGUAGES and not name.isupper() and name[-1].isalpha():
        return _CASED_LANGUAGES[language]
    if form is Form.ADJECTIVE and language in ("de", "fr"):
        return Tail.WESTERN
    return Tail.DESIGNATION if any(c.isdigit() for c in name) and _SEPARATOR.search(name + " ") else Tail.WORD


def printed_forms(name: str, language: str, form: Form) -> list[str]:
    """All spellings of one name; the first is the name as given.

    A name given in lower case is a phrase: it may begin a sentence or be set as a title. Any other keeps its capitals, or is all capitals.
    """
    base = fold(unicodedata.normalize("NFC", name)).strip()
    forms = {base: None}
    if not (_LATIN.search(base) or _CYRILLIC.search(base)):
        return list(forms)
    for spelling in _english_spellings(base) if language == "en" else (base,):
        forms[spelling] = None
    for spelling in list(forms):
        for separated in _separations(spelling, form):
            forms[separated] = None
    for spelling in list(forms):
        plain = without_marks(spelling)
        if plain != spelling and len(plain) >= 4:
            forms[plain] = None
    for spelling in list(forms):
        # "Indiana" is no Italian adjective at the head of a sentence, but a state.
        if form is not Form.ADJECTIVE or language not in _ADJECTIVES_STAY_SMALL:
            for capitalised in _capitals(spelling):
                forms[capitalised] = None
    return list(forms)


def without_marks(name: str) -> str:
    """Latin letters without their diacritics ("Błaszczak" → "Blaszczak"); other scripts unchanged."""
    if name.isascii() or _CYRILLIC.search(name):
        return name
    bare = unicodedata.normalize("NFKD", name.translate(_UNDECOMPOSED))
    return "".join(c for c in bare if not unicodedata.combining(c))


def _english_spellings(name: str) -> list[str]:
    spellings = [name]
    for american, british in _ENGLISH_PAIRS:
        if american in name:
            spellings.append(name.replace(american, british))
        elif british in name:
            spellings.append(name.replace(british, american))
    if " & " in name:
        spellings.append(name.replace(" & ", " and "))
    elif " and " in name:
        spellings.append(name.replace(" and ", " & "))
    return spellings


def _separations(name: str, form: Form) -> list[str]:
    """ "AIM-9X" → "AIM 9X", "AIM9X"; "AN/TPS-80" → also "TPS-80"; the other way for names printed without a separator ("MK84")."""
    found: list[str] = []
    stems = [name]
    if name.startswith("AN/"):
        stems.append(name[3:])
        found.append(name[3:])
    for stem in stems:
        cuts = [m.end() - 1 for m in _SEPARATOR.finditer(stem)][:2]
        for cut in cuts:
            found.extend(stem[:cut] + gap + stem[cut + 1 :] for gap in ("-", " ", ""))
        if len(cuts) == 2:
            found.append(stem.replace("-", " "))
        if not cuts and form is Form.DESIGNATION and (joined := _JOINED.search(stem)):
            found.extend(stem[: joined.end()] + gap + stem[joined.end() :] for gap in ("-", " "))
    return found


def _capitals(name: str) -> list[str]:
    if name.islower():
        return [name[0].upper() + name[1:], name.title().replace("'S", "'s"), _title(name), name.upper()]
    return [name.upper()] if len(name) >= 4 else []


def _title(name: str) -> str:
    small = {"of", "and", "the", "for", "to", "de", "des", "du", "la", "le", "et", "del", "y", "da", "do", "e", "in", "für", "und", "di"}
    words = name.split(" ")
    return " ".join(w if i and w in small else w[:1].upper() + w[1:] for i, w in enumerate(words))
