"""The grammar of model numbers, whether or not the catalogue knows the model.

A first pattern cuts out whatever is built like a model number, as a whole token, so that no part of a contract number or a page number
can pass for one; the families then say what it is, or that it is nothing. Patterns are anchored, bounded and linear.
"""

import re
from collections.abc import Iterator

import msgspec

from transmittal.catalogue.folding import fold
from transmittal.catalogue.series import FAMILIES, JETDS, MISSILE, STORE


class Designation(msgspec.Struct, frozen=True, gc=False):
    """A model number. start, end: code points, end exclusive. text: as printed, with plain hyphens and the usual separator.

    weak: one letter and one or two digits ("M4", "A-1"): too short to count unless its surroundings are military.
    """

    start: int
    end: int
    text: str
    family: str
    weak: bool = False


# Built like a model number: capital letters, a digit soon after, then letters, digits, hyphens and slashes to the end of the token.
_TOKEN = re.compile(
    r"[A-Z239](?<![A-Za-z0-9$.#].)(?<![A-Za-z0-9]-.)"  # the letter first, so that the search can skip to it
    r"(?:(?<=[A-Z])[A-Za-z]{0,3}(?:/[A-Z]{1,3})?-?|(?<=\d)[A-Z]-?)\d[A-Za-z0-9]{0,6}(?:[-/][A-Z0-9][A-Za-z0-9]{0,5}){0,4}"
    r"(?:\(V\)\d{0,2}[A-Z]?(?:/[A-Z])?)?(?![A-Za-z0-9]|[-/][A-Z0-9])"
)
# A word before a number; the series that are also printed with a gap, with those that usually have a hyphen instead.
_WORD_BEFORE = re.compile(r"[A-Z](?<![A-Za-z0-9-].)[A-Za-z/.]{1,6} (?=\d)")
_GAP_IS_USUAL = frozenset(["Mk", "MK", "Mk.", "MK.", "Type", "PzH", "ATR", "JAS", "RBS", "AE", "Do", "EMB", "BK", "MTU"])
_HYPHEN_IS_USUAL = frozenset([*MISSILE.split(), *STORE.split(), *(f"AN/{code}" for code in JETDS.split()), "MiG", "Su", "Yak"])
_REST = re.compile(r"\d[A-Za-z0-9]{0,5}(?:[-/][A-Z0-9][A-Za-z0-9]{0,3}){0,2}(?:\(V\)\d{0,2}[A-Z]?)?(?![A-Za-z0-9]|-\d)")
_SUFFIX = re.compile(r" (?:SEP ?[vV]\d|SEP|MRTT\+?|Mod \d)(?![A-Za-z0-9])")
# Not arms, although built like them: visas, lorries, forms.
_NEVER = frozenset({"H-1B", "H-2A", "H-2B", "F-150", "F-250", "F-350", "F-450", "C-4"})
_WEAK = re.compile(r"[A-Z]-?\d{1,2}")
_REACH = 40  # characters around a stretch that its patterns look at
_HEADING_BEFORE = re.compile(
    r"(?:Appendix|Annex|Section|Table|Figure|Exhibit|Schedule|Attachment|Page|Part|Grade|Room|Gate|Highway|Route) $", re.IGNORECASE
)
_HEADING_AFTER = re.compile(r"[.:)] ")


def find_designations(text: str, start: int = 0, end: int | None = None) -> Iterator[Designation]:
    """Model numbers in text[start:end], in text order, without overlaps."""
    stop = len(text) if end is None else end
    low = max(0, start - _REACH)
    folded = fold(text[low : stop + _REACH])  # folding the whole text for each of its sentences would take quadratic time
    found = [*_spaced(folded, start - low, stop - low), *_solid(folded, start - low, stop - low)]
    found.sort(key=lambda d: (d.start, -d.end))
    last = -1
    for designation in found:
        if designation.start >= last:
            last = designation.end
            yield Designation(designation.start + low, designation.end + low, designation.text, designation.family, designation.weak)


def family_of(token: str) -> str | None:
    """The family of one model number as printed, None when it is built like none."""
    if token in _NEVER:
        return None
    for family, pattern in FAMILIES:
        if pattern.fullmatch(token):
            return family
    return None


def _solid(folded: str, start: int, stop: int) -> Iterator[Designation]:
    for match in _TOKEN.finditer(folded, start, stop):
        token, at = match[0], match.start()
        if token.endswith("s") and token[-2].isalnum():
            token = token[:-1]
        whole = _designation(folded, at, token, token)
        if whole is not None:
            yield whole
        elif "/" in token:
            yield from _parts(folded, at, token)


def _parts(folded: str, at: int, token: str) -> Iterator[Designation]:
    """ "UH-60M/AH-64E": two models side by side. Every part must be one."""
    pieces: list[tuple[int, str]] = []
    offset = 0
    for piece in token.split("/"):
        pieces.append((at + offset, piece))
        offset += len(piece) + 1
    parts = [_designation(folded, place, piece, piece) for place, piece in pieces]
    if all(part is not None for part in parts):
        yield from (part for part in parts if part is not None)


def _spaced(folded: str, start: int, stop: int) -> Iterator[Designation]:
    for match in _WORD_BEFORE.finditer(folded, start, stop):
        word = match[0][:-1]
        hyphen_is_usual = word in _HYPHEN_IS_USUAL
        if not hyphen_is_usual and word not in _GAP_IS_USUAL:
            continue
        rest = _REST.match(folded, match.end(), stop)
        if rest is None:
            continue
        token = match[0] + rest[0].removesuffix("s")
        found = _designation(folded, match.start(), token, token.replace(" ", "-", 1) if hyphen_is_usual else token)
        if found is not None:
            yield found


def _designation(folded: str, at: int, token: str, usual: str) -> Designation | None:
    family = family_of(usual)
    if family is None:
        return None
    end = at + len(token)
    weak = _WEAK.fullmatch(usual) is not None
    if weak and _is_heading(folded, at, end):
        return None
    if suffix := _SUFFIX.match(folded, end):
        longer = usual + suffix[0]
        if (longer_family := family_of(longer)) is not None:
            return Designation(at, suffix.end(), longer, longer_family)
    return Designation(at, end, usual, family, weak)


def _is_heading(folded: str, at: int, end: int) -> bool:
    """ "A-1." or "(C-2)" at the head of a line, "Table B-1"."""
    opens_line = at == 0 or folded[at - 1] == "\n" or (folded[at - 1] == "(" and (at == 1 or folded[at - 2] == "\n"))
    return (opens_line and _HEADING_AFTER.match(folded, end) is not None) or _HEADING_BEFORE.search(folded, max(0, at - 12), at) is not None
