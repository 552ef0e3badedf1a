"""Numbered parts of a notice: "(i) Prospective Purchaser: …", "(ii) Total Estimated Value: …"."""

import re
from itertools import zip_longest

import msgspec

_NUMERALS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
# "(iv) (U) Military Department:", also at the start of a line with the label in capitals. The label ends at its colon.
_HEAD = re.compile(r"\((?<!\S.)(i{1,3}|iv|vi{0,3}|ix|x)\)\s*(?:\(U\)\s*)?(?=([A-Z][^:]{0,220}?):)")


class Part(msgspec.Struct, frozen=True):
    """One numbered part. start: of its number; label_end: of its colon; start_body, end: what it says, stripped."""

    numeral: str
    label: str
    start: int
    start_body: int
    end: int

    def body(self, text: str) -> str:
        return text[self.start_body : self.end]


def cut_parts(text: str, start: int, end: int) -> list[Part]:
    """The parts of text[start:end], in order, numerals rising; a numeral out of order belongs to the part it stands in."""
    heads: list[re.Match[str]] = []
    rank = -1
    for m in _HEAD.finditer(text, start, end):
        position = _NUMERALS.index(m[1])
        if position > rank:
            heads.append(m)
            rank = position
    parts = []
    for head, following in zip_longest(heads, heads[1:]):
        stop = following.start() if following is not None else end
        body = min(head.end(2) + 1, stop)  # a label without a colon runs into the next part, and its own is empty
        while body < stop and text[body].isspace():
            body += 1
        while stop > body and text[stop - 1].isspace():
            stop -= 1
        parts.append(Part(head[1], " ".join(head[2].split()), head.start(), body, stop))
    return parts


def take(parts: list[Part], *labels: str) -> Part | None:
    """The first part whose label holds one of the words."""
    for label in labels:
        for part in parts:
            if label in part.label.lower():
                return part
    return None
