"""Words broken at a line's end."""

import re

_HEAD = re.compile(r"([^\W\d_]{1,40})-$")
_TAIL = re.compile(r"([^\W\d_]{1,40})")
_BEFORE = re.compile(r"(\S{1,60})-$")
_COMPOUND_TAILS_TEXT = """
    based range time board term wide off out up on in down to class level led only scale like free ready made owned built related type
    unique purpose round end point line side air ground sea surface launched looking edge stage year month day old long mounted
    propelled guided price fee fixed use tech power service market profile alone lead defense defence person man of the and or by
"""
_COMPOUND_TAILS = frozenset(_COMPOUND_TAILS_TEXT.split())
_COMPOUND_HEADS_TEXT = """
    long short high low mid multi non co ex self all well state cost year one two three four five ten air ground surface sea follow
    short medium small large full half cross counter so non
"""
_COMPOUND_HEADS = frozenset(_COMPOUND_HEADS_TEXT.split())


class Joiner:
    """Joins line ends of one document. words: the document's text, looked into only when a hyphen asks for it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._words: frozenset[str] | None = None

    def join(self, parts: list[str], more: str) -> None:
        """Add a line to the lines of a block, with the hyphen before it kept or dropped; a plain break becomes a space."""
        last = parts[-1]
        if not last.endswith("-"):
            parts.append(more if _no_space(last[-1:], more[:1]) else f" {more}")
        elif last.endswith(" -"):
            parts.append(f" {more}")
        elif last.endswith("--") or self._keeps_hyphen(last[-120:], more[:120]):
            parts.append(more)
        else:
            parts[-1] = last[:-1]
            parts.append(more)

    def _keeps_hyphen(self, line: str, more: str) -> bool:
        head, tail = _HEAD.search(line), _TAIL.match(more)
        before = _BEFORE.search(line)
        if not head or not tail or not before:
            return True
        whole = before[1]
        if any(character.isdigit() or character in "/-" for character in whole) or not tail[1].islower() or whole.isupper():
            return True
        first, second = head[1].lower(), tail[1].lower()
        words = self._known()
        if f"{first}-{second}" in words:
            return True
        if first + second in words:
            return False
        if second in _COMPOUND_TAILS or first in _COMPOUND_HEADS:
            return True
        return not _breaks_word(first, second)

    def _known(self) -> frozenset[str]:
        if self._words is None:
            self._words = frozenset(_WORDS.findall(self._text.lower()))
        return self._words


_WORDS = re.compile(r"(?<![\w-])[^\W\d_]{1,40}(?:-[^\W\d_]{1,40}){0,4}(?![\w-])")
# Endings that stand for no word of their own: "equip-ment", "capabil-ity".
_ENDINGS = re.compile(
    r"(?:ment|ments|tion|tions|tional|sion|sions|ity|ities|ing|ings|ed|ance|ances|ence|ences|able|ible|ness|ally|ical|ically|ous|ive|ives|"
    r"ives|al|ary|ery|ory|ism|ist|ists|ure|ures|ship|ful|less|ly|er|ers|or|ors|ters?|tors?|tive|tives|cal|nical|gram|grams|tem|tems|ics|"
    r"sile|siles|tary|ment['’]s|ern|craft|ber|ter|der|ger|ries|ry|cy|cies|ty|ties|gy|gies|ial|ian|ians|ation|ations|ating|ated|ization|lion|ties)"
)


def _breaks_word(first: str, second: str) -> bool:
    """Whether the two lower-case parts look like one word cut by a typesetter rather than a compound."""
    return _ENDINGS.fullmatch(second) is not None and len(first) > 1


def _no_space(left: str, right: str) -> bool:
    """Chinese and Japanese are wrapped without a space."""
    return _wide(left) and _wide(right)


def _wide(character: str) -> bool:
    return "\u2e80" <= character < "\ua4d0" or "\uf900" <= character < "\ufb00" or "\uff00" <= character < "\uffef"
