"""Hard-wrapped lines to blocks: one line per paragraph, heading, list item or table row."""

import re
from itertools import pairwise

from transmittal.documents.hyphens import Joiner
from transmittal.documents.lines import Line, unwrapped, wrap_widths
from transmittal.model import BlockKind

_RULE = re.compile(r"[-=_*~–—.+|#\s]{3,}")
_ITEM = re.compile(
    r"(?:\((?:[ivxlc]{1,6}|[IVXLC]{1,6})\)|\([a-zABD-H]\)(?=\s)|\d{1,3}[.)](?=\s)|[a-z][.)](?=\s[A-Z(])|[A-Z]\)(?=\s)|[ivx]{1,5}\.(?=\s)|o(?=\s{1,3}[A-Z0-9\"“(])|[-–—*•·▪‣●○◦■□➢](?=\s)|•)"
)
_ROMAN = re.compile(r"\((?:[ivxl]{1,6})\)")
_BULLETS = "-–—*•·▪‣●○◦■□➢o"
_AFTER_MARK = re.compile(r"\S+\s{1,4}")
_LABEL_TEXT = re.compile(r"(?:Notes?|Source|Figure|Table)\s?\d{0,3}:\s{1,3}")
_TERMINAL = (".", "!", "?", ":", ";", ".”", '."', ".''", ".)", "。", "！", "？")
_SENTENCE_END = (".", "!", "?", ".”", '."', ".''", ".)", "。", "！", "？", ":", ";", ",")
_HEADING_LENGTH = 200
_KEY_VALUE = re.compile(r"[^:]{1,40}:\s{1,3}\S")
_LETTER = re.compile(r"[^\W\d_]")
_MARK_FIRST = frozenset("(0123456789ivxo-–—*•·▪‣●○◦■□➢")
_LABEL_FIRST = frozenset("NSFT")
_FLUSH_RIGHT = 24  # columns; signatures and places begin there
_CENTRED = 10


class _Open:
    """The block being built. text: its first line, until it is finished."""

    __slots__ = ("gap", "hang", "indent", "kind", "last", "lines", "parts", "rule", "text")

    def __init__(self, line: Line, kind: BlockKind, hang: int | None) -> None:
        self.text, self.kind, self.hang, self.indent = line.text, kind, hang, line.indent
        self.last, self.lines, self.parts = line, 1, [line.text]
        self.gap = line.gap
        self.rule = False


def reflow(lines: list[Line], text: str, least_width: int = 50, ragged: int = 6) -> list[tuple[BlockKind, str]]:
    """Blocks of the lines.

    text:        the whole, for the spelling of hyphenated words.
    least_width: columns; shorter lines than this are no wrapped text but short lines.
    ragged:      columns by which a line may be broken early: typists and proportional type do not fill each line.
    """
    if not lines:
        return []
    return _Reflow(lines, text, least_width, ragged).run()


class _Reflow:
    def __init__(self, lines: list[Line], text: str, least_width: int, ragged: int) -> None:
        self.lines = lines
        self.ragged = ragged
        self.joiner = Joiner(text)
        self.flat = unwrapped(lines)
        self.widths = {} if self.flat else wrap_widths(lines, least_width)
        self.first_indents = set() if self.flat else self._first_indents()
        self.done: list[_Open] = []

    def run(self) -> list[tuple[BlockKind, str]]:
        done = self.done
        for line in self.lines:
            if line.text[0] in "-=_*~–—.+|#" and _RULE.fullmatch(line.text):
                if done:
                    _rule_off(done[-1], line)
                continue
            if not self.flat and done and (not line.gap or line.broken):
                block = done[-1]
                if block.last.text and self._continues(block, line):
                    self.joiner.join(block.parts, line.text)
                    block.kind = BlockKind.ROW if line.row else block.kind
                    block.last = line
                    block.lines += 1
                    continue
            done.append(_open(line))
        return self._finish()

    def _full(self, line: Line, more: str) -> bool:
        """Whether the first word of the next line had no room on this one."""
        width = self.widths.get(line.indent, 0)
        if line.text[-1] == "-" and line.size > width * 0.6:
            return True
        space = more.find(" ")
        word = len(more) if space < 0 else space
        slack = 0 if line.text[-1] in ".!?" else self.ragged
        return line.size + 1 + word > width - slack

    def _first_indents(self) -> set[int]:
        """Indentations with which paragraphs begin here: a full line deeper than the line after it."""
        found: set[int] = set()
        for before, line in pairwise(self.lines):
            if line.indent < before.indent <= line.indent + 8 and not line.gap and self._full(before, line.text):
                found.add(before.indent)
        return found

    def _continues(self, block: _Open, line: Line) -> bool:
        before = block.last
        if line.gap and not (line.broken and not before.text.endswith(_SENTENCE_END[:-1])):
            return False
        if block.kind is BlockKind.ROW and before.row:
            return False
        if line.text[0] == "[" and before.text[-1] in "].":  # the masthead of a gazette, its marks for pictures
            return False
        if before.text[-1] == "." and _shouts(line.text) and not _shouts(before.text):
            return False
        if before.text[-1] == "]" and before.text[0] == "[":
            return False
        if line.row:
            return _labels(block, line)
        full = self._full(before, line.text)
        if _may_be_item(line.text) and _ITEM.match(line.text) and self._starts_item(block, line, full):
            return False
        if line.broken and line.text[0].islower():
            return True
        if before.indent >= _FLUSH_RIGHT and line.indent != before.indent:
            return False
        if line.indent > before.indent:
            if line.indent in self.first_indents and line.indent != block.hang:
                return False
            return (full and line.indent - block.indent <= 12) or (block.hang == line.indent and not before.text.endswith(_TERMINAL))
        if line.indent == before.indent and line.indent in self.first_indents and block.lines == 1 and not line.broken:
            return False
        if full:
            return before.indent - line.indent <= 12 and not (block.lines == 1 and _shouts(before.text) and not _shouts(line.text))
        # A ragged line: no capital after it and no stop before it.
        return (
            line.text[0].islower()
            and not before.text.endswith(_SENTENCE_END)
            and before.size * 2 > self.widths.get(before.indent, 0)
            and (line.indent == before.indent or block.lines == 1)
        )

    def _starts_item(self, block: _Open, line: Line, full: bool) -> bool:
        if _ROMAN.match(line.text):
            return True
        if line.indent in self.first_indents and line.indent > 0:
            return True
        if not full or block.last.text.endswith(_SENTENCE_END):
            return True
        if line.text[0] in _BULLETS:
            return block.kind is BlockKind.ITEM and block.text[0] == line.text[0] and line.indent == block.indent
        return line.indent > block.last.indent

    def _finish(self) -> list[tuple[BlockKind, str]]:
        blocks = []
        count = len(self.done)
        for at, block in enumerate(self.done):
            after = self.done[at + 1] if at + 1 < count else None
            kind = block.kind
            block.text = "".join(block.parts) if block.lines > 1 else block.text
            if kind is BlockKind.PARAGRAPH and ((block.rule and block.text[-1] not in ".,;") or _heads(block, after, first=at == 0)):
                kind = BlockKind.HEADING
            blocks.append((kind, block.text if kind is BlockKind.ROW else _spaces(block.text)))
        return blocks


def _rule_off(block: _Open, line: Line) -> None:
    """A line of dashes ends a block; close under a short line of about its length it makes that a heading."""
    if block.last.text and not line.gap and block.lines <= 2 and abs(line.indent - block.indent) <= 2:
        block.rule = len(line.text) * 2 >= len(block.last.text)
    block.last = Line("", line.indent, 0, line.gap, False, False)


def _labels(block: _Open, line: Line) -> bool:
    """Whether this row's first cell began on the lines before it."""
    if line.gap or block.kind is BlockKind.HEADING or block.last.text.endswith(_TERMINAL) or block.last.row:
        return False
    if block.kind is BlockKind.ITEM:
        return line.indent == block.hang or (block.lines > 1 and line.indent == block.last.indent)
    return 0 < line.indent - block.indent <= 8 and block.lines <= 3


def _may_be_item(text: str) -> bool:
    return text[0] in _MARK_FIRST or text[1:2] in ".)"


def _open(line: Line) -> _Open:
    kind, hang, text = BlockKind.PARAGRAPH, None, line.text
    match = (_ITEM.match(text) if _may_be_item(text) else None) or (_LABEL_TEXT.match(text) if text[0] in _LABEL_FIRST else None)
    if match:
        kind = BlockKind.ITEM
        mark = _AFTER_MARK.match(text)
        hang = line.indent + (mark.end() if mark else match.end())
    return _Open(line, BlockKind.ROW if line.row else kind, hang)


def _heads(block: _Open, after: _Open | None, *, first: bool) -> bool:
    """A short line without a full stop that stands alone, shouts or is centred."""
    text = block.text
    if len(text) > _HEADING_LENGTH or after is None or block.lines > 3 or text[-1] in ".,;:!。、！" or text[0] == "[":
        return False
    if _shouts(text):
        return True
    if text[0].islower() or (_KEY_VALUE.match(text) and not first) or not _LETTER.search(text):
        return False
    standing = (block.gap or first) and (after.gap or first)
    if not standing:
        return False
    if block.indent >= _CENTRED and block.lines == 1:
        return block.indent < 40
    words = text.split()
    capital = sum(1 for word in words if word[0].isupper() or word[0].isdigit())
    return first or capital * 2 >= len(words) or len(words) <= 6


def _shouts(text: str) -> bool:
    """Upper case throughout, and more than an abbreviation."""
    return text.isupper() and len(text) > 3 and sum(character.isalpha() for character in text) * 2 > len(text)


def _spaces(text: str) -> str:
    return " ".join(text.split()) if "  " in text else text
