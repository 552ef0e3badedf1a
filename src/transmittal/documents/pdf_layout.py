"""Stretches of text on a PDF page to lines in reading order."""

from itertools import pairwise
from statistics import median

import msgspec


class Stretch(msgspec.Struct, gc=False, frozen=True):
    """Text in one box; points, the origin at the lower left of the page."""

    left: float
    bottom: float
    right: float
    top: float
    text: str


class _Line(msgspec.Struct, gc=False):
    left: float
    bottom: float
    right: float
    top: float
    text: str


_FEWEST = 8  # lines on each side of a gutter
_PROSE = 18  # characters; a column of shorter lines is a column of a table


def page_lines(stretches: list[Stretch]) -> list[str]:
    """Lines with their indentation as spaces and a blank line where the gap is wide; columns one after the other."""
    if not stretches:
        return []
    printed: list[str] = []
    for column in _columns(stretches):
        if printed:
            printed.append("")
        printed.extend(_print(_join(column)))
    return printed


def _join(stretches: list[Stretch]) -> list[_Line]:
    """Stretches on one baseline become one line; a wide gap between them, a table's, becomes three spaces."""
    lines: list[_Line] = []
    for part in sorted(stretches, key=lambda part: (-part.top, part.left)):
        line = lines[-1] if lines else None
        if line is not None and _overlap(line, part):
            continue_ = part.left >= line.left
            if continue_:
                gap, height = part.left - line.right, max(part.top - part.bottom, 1.0)
                line.text += ("   " if gap > height * 1.5 else "" if gap < height * 0.12 else " ") + part.text
            else:
                line.text = f"{part.text} {line.text}"
            line.left, line.right = min(line.left, part.left), max(line.right, part.right)
            line.bottom, line.top = min(line.bottom, part.bottom), max(line.top, part.top)
        else:
            lines.append(_Line(part.left, part.bottom, part.right, part.top, part.text))
    return lines


def _overlap(line: _Line, part: Stretch) -> bool:
    shared = min(line.top, part.top) - max(line.bottom, part.bottom)
    return shared > 0.5 * min(line.top - line.bottom, part.top - part.bottom)


def _print(lines: list[_Line]) -> list[str]:
    if not lines:
        return []
    margin = min(line.left for line in lines)
    width = median((line.right - line.left) / max(len(line.text), 1) for line in lines) or 5.0
    height = median(line.top - line.bottom for line in lines) or 10.0
    steps = [above.bottom - below.bottom for above, below in pairwise(lines)]
    usual = min((step for step in steps if step > height * 0.6), default=height * 1.2)
    usual = median([step for step in steps if 0 < step < usual * 1.35] or [usual])
    printed = []
    for at, line in enumerate(lines):
        if at and steps[at - 1] > usual * 1.3:
            printed.append("")
        printed.append(" " * min(60, round((line.left - margin) / width)) + line.text)
    return printed


def _columns(stretches: list[Stretch]) -> list[list[Stretch]]:
    """The page cut at one gutter: what spans it above, left, right, what spans it below; whole when there is no gutter."""
    gutter = _gutter(stretches)
    if gutter is None:
        return [stretches]
    left = [part for part in stretches if part.right <= gutter]
    right = [part for part in stretches if part.left >= gutter]
    across = [part for part in stretches if part.left < gutter < part.right]
    ceiling = max(part.top for part in left + right)
    above = [part for part in across if part.bottom >= ceiling - 2]
    below = [part for part in across if part.bottom < ceiling - 2]
    return [group for group in (above, left, right, below) if group]


def _gutter(stretches: list[Stretch]) -> float | None:
    """A middle x that almost no stretch crosses, with prose on both sides."""
    low, high = min(part.left for part in stretches), max(part.right for part in stretches)
    best, fewest = None, max(2.0, len(stretches) * 0.08)
    for step in range(30, 71):
        x = low + (high - low) * step / 100
        left = [part for part in stretches if part.right <= x]
        right = [part for part in stretches if part.left >= x]
        crossing = len(stretches) - len(left) - len(right)
        if crossing < fewest and _is_column(left) and _is_column(right):
            best, fewest = x, float(crossing)
    return best


def _is_column(parts: list[Stretch]) -> bool:
    return len(parts) >= _FEWEST and median(len(part.text) for part in parts) >= _PROSE
