"""Which language a text is in: its script, else its commonest words."""

import re
from collections import Counter

_SAMPLE = 1500
_STOP = {
    "en": "the of and to in a is that for on with was as by are be this at from it which will has",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden",
    "fr": "le la les de des et à en un une du que qui dans pour est par sur au pas plus ce se sont avec",
    "es": "el la los las de y en que un una por con para es del se al su lo como más o pero",
    "it": "il la le di e che in un una per con del della dei è non si da al sono gli nel ha più",
    "pt": "o a os as de e que em um uma para com do da dos das não é se no na por ao mais",
    "pl": "i w na z do że się nie jest o to przez dla od oraz po za który są ma jak tym",
}
_LANGUAGES_OF = {
    word: tuple(language for language in _STOP if word in _STOP[language].split()) for words in _STOP.values() for word in words.split()
}
_UKRAINIAN = frozenset("іїєґІЇЄҐ")
_CODE = re.compile(r"^\s{0,4}([a-z]{2})(?:[-_][a-z0-9]{2,8}){0,3}\s{0,4}$", re.IGNORECASE)


def language_code(declared: str | None) -> str | None:
    """ISO 639-1 from "en-US", "DE"; None when it is not of that form."""
    match = _CODE.match(declared) if declared else None
    return match[1].lower() if match else None


def detect_language(text: str) -> str | None:
    """ISO 639-1 of ja, zh, ko, ru, uk (script) or en, de, fr, es, it, pt, pl (words); None when unsure."""
    sample = text[:_SAMPLE]
    if not sample.isascii() and (found := _by_script(sample)):
        return found
    words = sample.lower().split()
    total = len(words)
    if not total:
        return None
    scores = dict.fromkeys(_STOP, 0)
    for word in words:
        for language in _LANGUAGES_OF.get(word, ()):
            scores[language] += 1
    first, second = sorted(scores.values(), reverse=True)[:2]
    if first < 2 or first * 20 < total or first == second:
        return None
    return max(scores, key=scores.__getitem__)


def _by_script(sample: str) -> str | None:
    counts = Counter(_script(character) for character in sample if character >= "\u0400")
    letters = sum(1 for character in sample if character.isalpha()) or 1
    kana, han, hangul, cyrillic = counts["kana"], counts["han"], counts["hangul"], counts["cyrillic"]
    if hangul * 4 > letters:
        return "ko"
    if (kana + han) * 4 > letters:
        return "ja" if kana * 20 > kana + han else "zh"
    if cyrillic * 3 > letters:
        return "uk" if any(character in _UKRAINIAN for character in sample) else "ru"
    return None


def _script(character: str) -> str:
    if "\u0400" <= character < "\u0530":
        return "cyrillic"
    if "\u3040" <= character < "\u3100":
        return "kana"
    if "\u4e00" <= character < "\ua000" or "\u3400" <= character < "\u4dc0":
        return "han"
    if "\uac00" <= character < "\ud7b0" or "\u1100" <= character < "\u1200":
        return "hangul"
    return ""
