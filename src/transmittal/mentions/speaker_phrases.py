"""Noun phrases that name a speaker: a person with or without a title, an office, a firm, a newspaper."""

import re

import msgspec

from transmittal.mentions.calendars import fiscal_labels
from transmittal.mentions.speaker_words import longest_role, words_of

_TOKEN = re.compile(r"[^\W_](?:[\w&]|[’'.-](?=[\w]))*\.?|[^\w\s]")
_LONGEST_ABBREVIATION = 5  # "Cmdr."; a full stop behind more letters ends the sentence
_REACH = 150  # characters of the longest phrase that is read
_BODY_ROLES = frozenset(("ministry", "agency", "press"))
_SUFFIXES = ("sprecherin", "sprecher", "ministerin", "minister", "ministeriums", "ministerium", "präsident")
_FAMILIAR = re.compile(r" (?:familiar|briefed|close|with (?:direct )?knowledge|who )[^,.;\n]{0,60}")


class Phrase(msgspec.Struct, gc=False):
    """start, end: of the name or office, without determiner and title; whole_start: with them. role: None for a bare name.

    person: a person's name was read.
    """

    start: int
    end: int
    name: str
    role: str | None
    person: bool = False
    pronoun: bool = False
    whole_start: int = -1


class _Token(msgspec.Struct, gc=False):
    start: int
    end: int
    text: str

    @property
    def lower(self) -> str:
        return self.text.lower()

    @property
    def is_name(self) -> bool:
        return self.text[0].isupper() or (self.text[0].isdigit() and len(self.text) > 1)


def phrase_before(text: str, end: int, floor: int) -> Phrase | None:
    """The phrase that ends at `end`, read backwards."""
    tokens = _tokens(text, max(floor, end - _REACH), end)
    if not tokens or tokens[-1].end < end - 2:
        return None
    taken: list[_Token] = []
    for index in range(len(tokens) - 1, -1, -1):
        token = tokens[index]
        if not _continues_back(token, tokens[index - 1] if index else None, taken):
            break
        taken.insert(0, token)
        if token.lower in words_of("determiner") and not (
            index and tokens[index - 1].lower in words_of("link") and not tokens[index - 1].is_name
        ):
            break
    return _classified(text, taken)


def unnamed_before(text: str, end: int, floor: int) -> Phrase | None:
    """ "two people familiar with the matter", ending at `end`."""
    found = _UNNAMED.search(text, max(floor, end - _REACH), end)
    return Phrase(found.start(), found.end(), found[0], "official", whole_start=found.start()) if found else None


_UNNAMED = re.compile(
    r"\b(?:person|people|persons|sources?|officials?|diplomats?) (?:familiar|briefed|close|with (?:direct )?knowledge)\b[^,.;\n]{0,60}$"
)


def phrase_after(text: str, start: int, ceiling: int) -> Phrase | None:
    """The phrase that begins at `start`."""
    tokens = _tokens(text, start, min(ceiling, start + _REACH))
    taken: list[_Token] = []
    for index, token in enumerate(tokens):
        if not _continues(token, tokens[index + 1 : index + 4], taken):
            break
        taken.append(token)
    return _classified(text, taken)


def _tokens(text: str, start: int, end: int) -> list[_Token]:
    tokens = []
    for match in _TOKEN.finditer(text, start, end):
        first, last, printed = match.start(), match.end(), match[0]
        if (
            len(printed) > 1
            and printed[-1] == "."
            and (len(printed) > _LONGEST_ABBREVIATION or printed.islower())
            and "." not in printed[:-1]
        ):
            tokens.append(_Token(first, last - 1, printed[:-1]))
            first, printed = last - 1, "."
        tokens.append(_Token(first, last, printed))
    return tokens


def _is_role(token: _Token) -> bool:
    return token.lower in words_of("role") or token.lower.endswith(_SUFFIXES)


def _continues_back(token: _Token, previous: _Token | None, taken: list[_Token]) -> bool:
    """Whether a token belongs to a phrase whose later tokens are `taken`."""
    if not token.text[0].isalnum():
        return False
    low = token.lower
    if not taken:
        return (
            token.is_name
            or _is_role(token)
            or low in ("he", "she", "they", "it", "er", "sie", "il", "elle", "familiar", "statement", "release", "document")
        )
    if low in words_of("link") and not token.is_name:
        return previous is not None and (previous.is_name or _is_role(previous))
    if low in words_of("determiner") and not token.is_name:
        return True
    if low in words_of("honorific"):
        return True
    if low in words_of("stop") or low in words_of("aux"):
        return False
    if token.is_name:
        return True
    # "armament agency": a plain word only before an office, and few of them
    plain = sum(1 for other in taken if not other.is_name)
    return _is_role(token) or (plain <= 3 and any(_is_role(other) for other in taken))


def _continues(token: _Token, following: list[_Token], taken: list[_Token]) -> bool:
    low = token.lower
    if not token.text[0].isalnum():
        return False
    if token.is_name or _is_role(token):
        return not (taken and low in words_of("stop")) and not (
            taken and _is_role(token) and not token.is_name and taken[-1].is_name and low in words_of("link")
        )
    if low in words_of("determiner") and (not taken or taken[-1].lower in words_of("link")):
        return True
    if low in words_of("link"):
        return (
            bool(taken)
            and bool(following)
            and (following[0].is_name or following[0].lower in words_of("determiner") or following[0].lower in words_of("field"))
        )
    if low in words_of("field"):
        return bool(taken)
    if low in words_of("stop"):
        return False
    return any(_is_role(other) for other in following[:3]) and all(other.lower not in words_of("stop") for other in following[:1])


def _classified(text: str, tokens: list[_Token]) -> Phrase | None:
    """Part titles from names, offices from persons."""
    if not tokens:
        return None
    whole_start = tokens[0].start
    whole = text[whole_start : tokens[-1].end].lower()
    if whole in words_of("pronoun"):
        return Phrase(tokens[0].start, tokens[-1].end, text[tokens[0].start : tokens[-1].end], None, pronoun=True, whole_start=whole_start)
    while tokens and (tokens[0].lower in words_of("determiner") or tokens[0].lower in words_of("link")):
        if (
            tokens[0].is_name
            and len(tokens) > 1
            and tokens[0].lower not in ("the", "a", "an", "one", "der", "die", "das", "le", "la", "les", "el", "il", "l")
        ):
            break
        tokens = tokens[1:]
    while tokens and (tokens[-1].lower in words_of("link") or tokens[-1].lower in words_of("determiner")) and not tokens[-1].is_name:
        tokens = tokens[:-1]
    if not tokens or all(token.lower in words_of("stop") for token in tokens):
        return None
    if any(token.text.endswith(("'s", "’s")) for token in tokens[-1:]):
        return None
    phrase = _office(text, tokens) or _bare(text, tokens)
    if phrase is not None:
        phrase.whole_start = whole_start
    return phrase


def _office(text: str, tokens: list[_Token]) -> Phrase | None:
    """A phrase with an office in it."""
    found = _role_in(tokens)
    if found is None:
        return None
    role, first, after = found
    rest = tokens[after:]
    institution = role in _BODY_ROLES or tokens[after - 1].lower in words_of("body")
    linked = bool(rest) and rest[0].lower in words_of("link")
    while (
        rest
        and (rest[0].lower in words_of("link") or rest[0].lower in words_of("determiner") or rest[0].lower in words_of("field"))
        and (linked or not rest[0].is_name)
    ):
        rest = rest[1:]
    person = [token for token in rest if token.is_name or token.lower in words_of("link")]
    if person and person[0].is_name and not institution and not (linked and len(person) < 2):
        return _named(text, person, role, person=True)
    kept = tokens
    if role == "ministry" and tokens[after - 1].is_name:
        kept = _without_country(tokens, first)
    phrase = _named(text, kept, role)
    if role == "official" and (more := _FAMILIAR.match(text, phrase.end)) and " who " not in more[0][:5]:
        phrase.end = more.end()
        phrase.name = text[phrase.start : phrase.end]
    return phrase


def _role_in(tokens: list[_Token]) -> tuple[str, int, int] | None:
    """(role, index of its first token, index behind its last): the last office, but one followed by "of" or "for" is the head."""
    roles, best = words_of("role"), None
    index = 0
    while index < len(tokens):
        for length in range(min(longest_role(), len(tokens) - index), 0, -1):
            form = " ".join(token.lower for token in tokens[index : index + length])
            role = roles.get(form)
            if role is None and length == 1 and form.endswith(_SUFFIXES):
                role = roles.get(next(suffix for suffix in _SUFFIXES if form.endswith(suffix)))
            if role:
                best = (role, index, index + length)
                index += length - 1
                break
        index += 1
        if best and index == best[2] and index < len(tokens) and tokens[index].lower in words_of("link") and not tokens[index].is_name:
            return best
    return best


def _without_country(tokens: list[_Token], head: int) -> list[_Token]:
    """ "US State Department" → "State Department"; "Israeli Ministry of Defense" → "Ministry of Defense"."""
    begin = 0
    while begin < head and _is_country(tokens[begin].text):
        begin += 1
    if begin == head and head < len(tokens) and len(tokens) - head == 1 and begin:
        return tokens[begin - 1 :] if not _is_country(tokens[begin - 1].text) else tokens[begin:]
    return tokens[begin:]


def _is_country(word: str) -> bool:
    return word.lower().removesuffix("'s").removesuffix("’s") in fiscal_labels() or word in ("U.S.", "UK", "South", "New", "Saudi")


def _bare(text: str, tokens: list[_Token]) -> Phrase | None:
    """A name without an office: "Kishida", "Mr Kihara", "the Financial Times", "Hyundai Rotem"."""
    honorific = tokens[0].lower in words_of("honorific")
    if honorific:
        tokens = tokens[1:]
    names = [token for token in tokens if token.is_name or token.lower in words_of("link")]
    if not names or len(names) != len(tokens) or not names[0].is_name or names[0].lower in words_of("stop"):
        return None
    phrase = _named(text, names, None, person=honorific)
    if phrase.name.lower() in words_of("press"):
        phrase.role = "press"
    elif all(_is_country(token.text) for token in names) or phrase.name.lower() in fiscal_labels():
        phrase.role = "country"
    return phrase


def _named(text: str, tokens: list[_Token], role: str | None, person: bool = False) -> Phrase:
    start, end = tokens[0].start, tokens[-1].end
    if text[end - 1] == "." and tokens[-1].lower not in words_of("role") and len(tokens[-1].text) > 2:
        end -= 1
    return Phrase(start, end, text[start:end], role, person)
