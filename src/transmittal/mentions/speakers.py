"""Find who says something: "…, Defense Minister Minoru Kihara told reporters", "according to Hyundai Rotem".

A person or office counts only when a verb of saying, or "according to", links it to what is said. The words are in
data/speaker_words.tsv; noun phrases are read in speaker_phrases.py; Japanese, Chinese and Korean in speakers_cjk.py.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Protocol

import msgspec

from transmittal.mentions import speakers_cjk
from transmittal.mentions.speaker_phrases import Phrase, phrase_after, phrase_before, unnamed_before
from transmittal.mentions.speaker_words import words_of

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

_SENTENCE_REACH = 700  # characters on either side of a verb in which its sentence ends
_MARK = re.compile(r"[.!?\n。！？]")
_CONTENT = re.compile(
    r"\s{0,2}(?:(?:on|in|at|to|late|earlier)\s[^,.;:]{1,40}?\s?)?(?:,\s?)?(?:that\b|dass\b|daß\b|que\b|qu['’]|che\b|że\b|что\b|що\b|[:“\"«„])"
)
_DONE = re.compile(
    r"\s{0,2}(?:$|[.,;!?]|(?:on|in|at|to|late|earlier|during|last|this|from|by|am|en|le|el|il|w|в|у)\s|(?:mit|bekannt|an)\b|\w+day\b)"
)
_WORDS_OF = re.compile(r"\b[Ii]n ((?:the )?[\w’' .-]{2,40}?)['’]s? words\b")


class Named(Protocol):
    """A name that the catalogue found in the text: a country or an organisation is no person."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


class SpeakerMention(msgspec.Struct, frozen=True, gc=False):
    """Who says something.

    start, end: of the name or office. scope: the stretch that is reported, in offsets of the text.
    name:  "Minoru Kihara", "Ministry of Defense", "Russian officials"; titles are not part of it.
    role:  "minister", "ministry", "agency", "spokesperson", "official", "military", "company", "legislature", "press", "analyst",
           "head of government", "president", "country", or None for a bare name.
    pronoun: stands for a speaker named elsewhere ("he", "the statement"); resolve_speakers() says whom.
    """

    start: int
    end: int
    name: str
    role: str | None
    verb_start: int
    scope: tuple[int, int]
    pronoun: bool = False


def find_speakers(text: str, start: int = 0, end: int | None = None, *, names: Iterable[Named] = ()) -> Iterator[SpeakerMention]:
    """Yield the speakers of text[start:end], in the order of the verbs that show them.

    names: what the catalogue found there; gives a role to firms and countries that have no office beside them.
    """
    end = len(text) if end is None else end
    known = {(name.start, name.end): name for name in names}
    last = -1
    for hit_start, hit_end, kind in _hits(text, start, end):
        if hit_start < last:
            continue
        low, high = _sentence(text, hit_start, hit_end, start, end)
        mention = (
            _after_link(text, hit_start, hit_end, low, high) if kind == "with" else _with_verb(text, hit_start, hit_end, kind, low, high)
        )
        if mention is not None:
            last = hit_end
            yield _with_catalogue(mention, known)
    yield from speakers_cjk.find(text, start, end, SpeakerMention)


def resolve_speakers(mentions: Iterable[SpeakerMention], text: str) -> list[SpeakerMention]:
    """Carry full names: "Kishida" → "Fumio Kishida", "he" → the person before, "the MoD" → the ministry.

    Mentions must be in the order of the text. A pronoun without anybody before it keeps its own words as name.
    """
    resolved: list[SpeakerMention] = []
    spelled: dict[str, tuple[str, str | None]] = {}  # short form → full name and office; looked up once, however often it speaks
    for mention in mentions:
        if mention.pronoun:
            referent = _referent(mention, resolved[-_MEMORY:])
            if referent:
                mention = msgspec.structs.replace(mention, name=referent.name, role=referent.role)
        elif " " not in mention.name and mention.role != "country" and mention.name[0].isupper():
            if mention.name not in spelled:
                spelled[mention.name] = _spelled_out(mention, text) if _is_acronym(mention.name) else _full_name(mention, text)
            name, role = spelled[mention.name]
            mention = msgspec.structs.replace(mention, name=name, role=mention.role or role)
        resolved.append(mention)
    return resolved


_MEMORY = 50  # speakers back that a pronoun may reach


def _with_catalogue(mention: SpeakerMention, known: dict[tuple[int, int], Named]) -> SpeakerMention:
    name = known.get((mention.start, mention.end))
    kind = getattr(name, "kind", None)
    if mention.role is None and kind is not None:
        role = {"country": "country", "buyer": "country", "maker": "company", "office": getattr(name, "role", None)}.get(str(kind))
        return msgspec.structs.replace(mention, role=role)
    return mention


@cache
def _automaton() -> "tuple[AhoCorasick, tuple[str, ...]]":
    from ahocorasick_rs import AhoCorasick, MatchKind

    forms = dict(words_of("verb"))
    for form in words_of("with"):
        forms[form] = forms[form[0].upper() + form[1:]] = "with"
    forms["words"] = "words"
    patterns = sorted(forms, key=len, reverse=True)
    return AhoCorasick(patterns, matchkind=MatchKind.LeftmostLongest), tuple(forms[pattern] for pattern in patterns)


def _hits(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Verbs of saying and words like "according to": (start, end, kind)."""
    automaton, kinds = _automaton()
    whole = start == 0 and end == len(text)
    for pattern, first, last in automaton.find_matches_as_indexes(text if whole else text[start:end]):
        if not whole:
            first, last = first + start, last + start
        if (first > start and text[first - 1].isalnum()) or (last < end and text[last].isalnum()):
            continue
        yield first, last, kinds[pattern]


def _sentence(text: str, first: int, last: int, start: int, end: int) -> tuple[int, int]:
    """The sentence around a verb, within the range."""
    low = max(start, first - _SENTENCE_REACH)
    for match in _MARK.finditer(text, low, first):
        if _breaks(text, match.start()):
            low = match.end()
    high = limit = min(end, last + _SENTENCE_REACH)
    for match in _MARK.finditer(text, last, limit):
        if _breaks(text, match.start()):
            high = match.start()
            break
    while low < first and (text[low].isspace() or text[low] in "”’»"):
        low += 1
    return low, high


def _breaks(text: str, place: int) -> bool:
    """Whether a mark ends a sentence: not the full stop of an abbreviation, an initial or a figure."""
    if text[place] in "\n。！？":
        return True
    following = text[place + 1 : place + 3].lstrip('”"’)»')
    if following and not following[0].isspace():
        return False
    if text[place] != ".":
        return True
    word = text[max(0, place - 6) : place].rpartition(" ")[2]
    return not (word[-1:].isupper() and len(word) < 4 and (len(word) == 1 or "." in word)) and word not in words_of("abbreviation")


def _after_link(text: str, first: int, last: int, low: int, high: int) -> SpeakerMention | None:
    """ "according to X": X follows; what is said stands before, or behind the comma when the link opens the sentence."""
    phrase = phrase_after(text, last, high)
    if phrase is None or phrase.whole_start - last > 4:
        return None
    opens = not text[low:first].strip(' “"«„')
    comma = text.find(",", phrase.end, high)
    scope = (comma + 1 if comma >= 0 else phrase.end, high) if opens else (low, first)
    return _mention(text, phrase, first, scope)


def _with_verb(text: str, first: int, last: int, kind: str, low: int, high: int) -> SpeakerMention | None:
    if kind == "words":
        return _in_words_of(text, first, low, high)
    subject_end = _before_auxiliaries(text, first, low)
    if subject_end is None:
        return None
    phrase = _subject(text, subject_end, low)
    if phrase is None:
        return _inverted(text, first, last, low, high)
    before = text[low : phrase.whole_start].rstrip()
    said_before = bool(before) and before[-1] in ',”"’»' and _is_done(text, first, last, high)
    if kind == "weak" and not said_before and not _CONTENT.match(text, last, high):
        return None
    scope = (low, phrase.whole_start) if said_before else (_content_start(text, last, high), high)
    if said_before and text[last : last + 1] == ",":
        scope = (low, high)
    return _mention(text, phrase, first, scope)


def _is_done(text: str, first: int, last: int, high: int) -> bool:
    """Whether nothing that is said follows the verb any more."""
    if _THAT.match(text, last, high):
        return False
    return text[first:last] in ("told", "tells") or _DONE.match(text, last, high) is not None


def _content_start(text: str, last: int, high: int) -> int:
    """Behind "that", when it follows soon."""
    that = _THAT.match(text, last, high)
    return that.end() if that else last


_THAT = re.compile(r"(?:(?!\b(?:as|while|when|after|before|during) )[^.;:“\"]){0,80}?\b(?:that|dass|que|che|że|что|що)\b")


def _before_auxiliaries(text: str, first: int, low: int) -> int | None:
    """Where the subject ends: left of "has also"; None when something is not said, or is said to be so."""
    position = first
    auxiliaries = words_of("aux")
    for _ in range(4):
        stripped = text[low:position].rstrip()
        word = stripped.rpartition(" ")[2].lower()
        if word in words_of("not-saying") or word.endswith(("n't", "n’t")):
            return None
        if word not in auxiliaries:
            return low + len(stripped)
        position = low + len(stripped) - len(word)
    return None


def _subject(text: str, end: int, low: int) -> Phrase | None:
    """The phrase that ends here, looking through ", who …," and ", the minister,"."""
    if end > low and text[end - 1] == ",":
        comma = text.rfind(",", low, end - 1)
        if comma < 0 or end - comma > 200:
            return None
        inner = text[comma + 1 : end - 1]
        inner_start = comma + 1 + len(inner) - len(inner.lstrip())
        outer = phrase_before(text, comma, low)
        if outer is None or inner.lstrip().startswith(
            ("who", "which", "whose", "speaking", "citing", "in ", "on ", "at ", "after ", "during ")
        ):
            return outer
        apposed = phrase_after(text, inner_start, end - 1)
        return _joined(outer, apposed)
    if end > low and text[end - 1] in ')”"':
        bracket = text.rfind("(", max(low, end - 40), end)
        return phrase_before(text, len(text[:bracket].rstrip()), low) if text[end - 1] == ")" and bracket > low else None
    return phrase_before(text, end, low) or unnamed_before(text, end, low)


def _joined(outer: Phrase, apposed: Phrase | None) -> Phrase:
    """ "Pete Hegseth, the US defence secretary": the name from one, the office from the other."""
    if apposed is None or apposed.pronoun:
        return outer
    if apposed.role in (None, "country") and not apposed.pronoun and outer.role not in (None, "country") and not outer.person:
        apposed.role, apposed.person, apposed.whole_start = outer.role, True, outer.whole_start
        return apposed
    if outer.role is None and apposed.role is not None and not apposed.person:
        outer.role, outer.person = apposed.role, True
    return outer


def _inverted(text: str, first: int, last: int, low: int, high: int) -> SpeakerMention | None:
    """ "…, said X": the subject follows the verb."""
    before = text[low:first].rstrip()
    english = text[first:last] in ("said", "says")
    if not before or (english and before[-1] not in ',”"’»'):
        return None
    phrase = phrase_after(text, last, high)
    if phrase is None or phrase.whole_start - last > 4 or (phrase.pronoun and not english):
        return None
    if not english and phrase.role is None:
        return None
    return _mention(text, phrase, first, (low, first))


def _in_words_of(text: str, first: int, low: int, high: int) -> SpeakerMention | None:
    """ "in the minister's words"."""
    match = _WORDS_OF.search(text, max(low, first - 60), min(high, first + 6))
    if match is None:
        return None
    phrase = phrase_after(text, match.start(1), match.end(1))
    return _mention(text, phrase, match.start(), (low, high)) if phrase else None


def _mention(text: str, phrase: Phrase, verb_start: int, scope: tuple[int, int]) -> SpeakerMention:
    begin, end = scope
    while begin < end and text[begin] in " ,:\u00a0":
        begin += 1
    while end > begin and text[end - 1] in " ,\u00a0":
        end -= 1
    return SpeakerMention(phrase.start, phrase.end, phrase.name, phrase.role, verb_start, (begin, end), phrase.pronoun)


_PERSONS = frozenset(
    ("minister", "spokesperson", "official", "military", "analyst", "head of government", "president", "legislature", None)
)
_NOUN_ROLES = {
    "minister": ("minister",),
    "president": ("president",),
    "prime minister": ("head of government",),
    "secretary": ("minister",),
    "ambassador": ("official",),
    "spokesperson": ("spokesperson",),
    "spokesman": ("spokesperson",),
    "spokeswoman": ("spokesperson",),
    "official": ("official",),
    "officials": ("official",),
    "general": ("military",),
    "admiral": ("military",),
    "newspaper": ("press",),
    "paper": ("press",),
    "broadcaster": ("press",),
    "company": ("company", None),
    "firm": ("company", None),
    "analyst": ("analyst",),
    "source": ("official",),
    "sources": ("official",),
}
_ISSUERS = ("ministry", "agency", "company", "military", None)


def _referent(mention: SpeakerMention, before: list[SpeakerMention]) -> SpeakerMention | None:
    """The last speaker that a pronoun can stand for."""
    noun = mention.name.lower().removeprefix("the ")
    if noun in ("he", "she", "er", "sie", "il", "elle", "él", "ella"):
        fits = [other for other in before if other.role in _PERSONS]
    elif noun in _NOUN_ROLES:
        fits = [other for other in before if other.role in _NOUN_ROLES[noun]]
    elif noun in ("statement", "report", "release", "document", "notice", "ministry", "department", "agency"):
        fits = [other for other in before if other.role in _ISSUERS]
    else:
        fits = list(before)
    fits = [other for other in fits if not (other.pronoun and other.name == mention.name)]
    return fits[-1] if fits else None


def _is_acronym(name: str) -> bool:
    return " " not in name and 2 <= len(name) <= 6 and sum(character.isupper() for character in name) >= 2


def _spelled_out(mention: SpeakerMention, text: str) -> tuple[str, str | None]:
    """ "MoD" → "Ministry of Defense", when the text says "Ministry of Defense (MoD)"."""
    place = text.find(f"({mention.name})")
    phrase = (
        phrase_before(text, len(text[max(0, place - 120) : place].rstrip()) + max(0, place - 120), max(0, place - 120))
        if place > 0
        else None
    )
    if phrase is None or phrase.pronoun:
        return mention.name, mention.role
    return phrase.name, phrase.role or mention.role


def _full_name(mention: SpeakerMention, text: str) -> tuple[str, str | None]:
    """A surname → the full name as the text gives it, before the mention or else after it (headlines come first)."""
    found: list[int] = []
    for match in re.finditer(rf"(?<=[^\W\d_] ){re.escape(mention.name)}\b", text):
        if match.start() != mention.start:
            found.append(match.start())
        if len(found) >= _MEMORY:
            break
    for place in sorted(found, key=lambda place: (place > mention.start, abs(place - mention.start))):
        phrase = phrase_before(text, place + len(mention.name), max(0, place - 120))
        if phrase and phrase.person and phrase.name.endswith(f" {mention.name}"):
            return phrase.name, phrase.role
    return mention.name, mention.role
