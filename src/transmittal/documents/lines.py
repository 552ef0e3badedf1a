"""Plain text as lines: page-break artefacts out, the rest measured."""

import re
from collections import defaultdict
from itertools import pairwise

import msgspec

# A page's end printed as a line of its own.
_PAGE_MARK = re.compile(
    r"\[\[Page [A-Z]{0,2}\d{1,6}\]\]|[-–—] {0,2}\d{1,4} {0,2}[-–—]|"
    r"(?:page|seite|página|pagina|strona|стр\.) {1,2}\d{1,4}(?: {0,2}(?:of|/|von|de|z|из) {0,2}\d{1,4})?",
    re.IGNORECASE,
)
_MARK_LAST = frozenset("]-–—0123456789")
_MARK_LENGTH = 40
_ROW = re.compile(r"\S\s?\.{3,}\s{0,3}\S|\S\s{3,}\S|\|[^|]{1,200}\||\S\.{4,}$")
_DIGITS = re.compile(r"\d+")
_LONG = 120  # characters; no one wraps lines at more
_HEAD_LENGTH = 90  # characters of a running head, at most


class Line(msgspec.Struct, gc=False):
    """One line that is neither blank nor an artefact.

    text:   without indentation and trailing spaces.
    size:   of the line as printed, with its indentation.
    gap:    blank lines before it.
    broken: a page ended between the line before and this one.
    row:    set like a table: a dotted leader, a wide gap or bars between its cells.
    """

    text: str
    indent: int
    size: int
    gap: int
    broken: bool
    row: bool


def cut_lines(text: str) -> list[Line]:
    """Lines of text (plain characters, tabs and form feeds still in it) without page marks and running heads."""
    if "\t" in text:
        text = text.expandtabs(8)
    if "\f" in text:
        text = text.replace("\f", "\n\f\n")
    raw = text.split("\n")
    bodies = [full.strip(" ") for full in raw]
    skipped, breaks = _artefacts(bodies)
    lines: list[Line] = []
    gap, broken = 0, False
    for at, body in enumerate(bodies):
        if not body or at in skipped:
            broken = broken or at in breaks
            gap += 1
            continue
        full = raw[at]
        indent = len(full) - len(full.lstrip(" ")) if full[0] == " " else 0
        row = ("   " in body or "..." in body or "|" in body) and _ROW.search(body) is not None
        lines.append(Line(body, indent, indent + len(body), gap, broken, row))
        gap, broken = 0, False
    return lines


def _artefacts(bodies: list[str]) -> tuple[set[int], set[int]]:
    """Indexes of lines to drop, and of those among them where a page ends. bodies: the lines without spaces around them."""
    likely = [at for at, body in enumerate(bodies) if body and len(body) <= _MARK_LENGTH and (body[-1] in _MARK_LAST or body == "\f")]
    breaks = {at for at in likely if bodies[at] == "\f" or _PAGE_MARK.fullmatch(bodies[at])}
    numbers = [at for at in likely if len(bodies[at]) <= 4 and bodies[at].isdecimal()]
    if len(numbers) >= 3:
        breaks |= _page_numbers(bodies, numbers)
    if not breaks:
        return breaks, breaks
    return breaks | _running_heads(bodies, breaks), breaks


def _page_numbers(bodies: list[str], numbers: list[int]) -> set[int]:
    """Lines with nothing but a number that stand apart, when at least three of them count up by one."""
    apart = [at for at in numbers if at in (0, len(bodies) - 1) or not bodies[at - 1].strip("\f") or not bodies[at + 1].strip("\f")]
    chain = [(at, then) for at, then in pairwise(apart) if int(bodies[then]) == int(bodies[at]) + 1]
    return {at for pair in chain for at in pair} if len(chain) >= 2 else set()


def _running_heads(bodies: list[str], breaks: set[int]) -> set[int]:
    """Short lines next to a page's end that come again, apart from their digits, at the ends of other pages."""
    beside: dict[str, set[int]] = {}
    for at in breaks:
        for step in (-1, 1):
            index, seen = at + step, 0
            while 0 <= index < len(bodies) and seen < 2 and abs(index - at) < 8:
                line = bodies[index]
                if line and index not in breaks:
                    seen += 1
                    if len(line) <= _HEAD_LENGTH:
                        beside.setdefault(_DIGITS.sub("0", line), set()).add(index)
                index += step
    heads = {key for key, places in beside.items() if len(places) >= max(2, len(breaks) // 3) and any(c.isalpha() for c in key)}
    return {index for key in heads for index in beside[key] if not key.endswith((".", ":", ";", ","))}


def unwrapped(lines: list[Line]) -> bool:
    """Whether most of the text stands in lines too long to be wrapped: each line is a paragraph then."""
    total = sum(line.size for line in lines)
    return sum(line.size for line in lines if line.size > _LONG) * 2 > total


def wrap_widths(lines: list[Line], least: int) -> dict[int, int]:
    """Wrap width by indentation: the longest size that other lines of that indentation come near to.

    An indentation with few lines borrows the width of its neighbours: first lines and run-over lines share their paragraph's.
    """
    sizes: defaultdict[int, list[int]] = defaultdict(list)
    for line, after in pairwise(lines):
        if not after.gap and line.size <= _LONG:
            sizes[line.indent].append(line.size)
    overall = _near_longest([size for some in sizes.values() for size in some])
    own = {indent: _near_longest(some) for indent, some in sizes.items() if len(some) >= 6}
    widths = {}
    for indent in {line.indent for line in lines}:
        near = [width for other, width in own.items() if abs(other - indent) <= 4]
        widths[indent] = max(least, max(near, default=overall))
    return widths


def _near_longest(sizes: list[int]) -> int:
    """The longest size, leaving out single lines that stick out by more than a word."""
    ordered = sorted(sizes, reverse=True)
    if not ordered:
        return 0
    needed = max(1, len(ordered) // 40)
    for at, size in enumerate(ordered):
        if at + needed < len(ordered) and ordered[at + needed] > size - 6:
            return size
    return ordered[0]
