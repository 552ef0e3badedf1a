"""The canonical text: one line per block, spaces and invisible characters made plain, nothing else changed."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from transmittal.model import Block, BlockKind

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\v"
_INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\u206a\u206b\u206c\u206d\u206e\u206f\ufeff\ufff9\ufffa\ufffb"
)
_CONTROLS = [code for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\n\t\v\f\r\x85"]
_SURROGATES = re.compile(r"[\ud800-\udfff]")
_ASCII_CONTROLS = bytes((*range(9), 0x0B, *range(0x0E, 0x20), 0x7F))
_TABLE: dict[int, str | None] = {
    **{ord(character): " " for character in _SPACES},
    **dict.fromkeys(map(ord, _INVISIBLE)),
    **dict.fromkeys(_CONTROLS),
    0x85: "\n",
    0x2028: "\n",
    0x2029: "\n",
}
_TABLE_WITH_TABS = {code: value for code, value in _TABLE.items() if code != 9}
_ASCII = bytes(range(0x80))
_FEW = 12  # kinds of characters that are replaced one by one; translating the whole text costs as much as that many searches
_MOST_MARKS = 30  # combining marks on one letter, as the Unicode stream-safe format has it
_TIGHT = frozenset({BlockKind.ITEM, BlockKind.ROW})


def plain_characters(text: str, *, keep_tabs: bool = False) -> str:
    """Line breaks to "\\n", odd spaces to spaces, invisible and control characters dropped, NFC. Form feeds stay: pages end there."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\t" in text and not keep_tabs:
        text = text.replace("\t", " ")
    if "\v" in text:
        text = text.replace("\v", " ")
    if text.isascii():
        return text.encode("ascii").translate(None, _ASCII_CONTROLS).decode("ascii")
    # As bytes, ASCII can be dropped at memory speed: what is left to look at is a handful of characters in most texts.
    data = text.encode("utf-8", "surrogatepass").translate(None, _ASCII_CONTROLS)
    strange = set(data.translate(None, _ASCII).decode("utf-8", "surrogatepass"))
    text = _replaced(data.decode("utf-8", "surrogatepass"), [ord(character) for character in strange if ord(character) in _TABLE])
    if any(map(unicodedata.combining, strange)):
        text = _long_mark_runs().sub(lambda run: run[0][:_MOST_MARKS], text)
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return _SURROGATES.sub("\ufffd", text) if any("\ud800" <= character <= "\udfff" for character in strange) else text


def _replaced(text: str, odd: list[int]) -> str:
    """The text with these characters of the table replaced."""
    if len(odd) > _FEW:
        return text.translate(_TABLE_WITH_TABS)
    for code in odd:
        text = text.replace(chr(code), _TABLE[code] or "")
    return text


@cache
def _long_mark_runs() -> re.Pattern[str]:
    """Runs of combining marks that no language writes: normalising them takes quadratic time. Built on first need, in some 15 ms."""
    marks = "".join(character for character in map(chr, range(0x300, 0x1F000)) if unicodedata.combining(character))
    return re.compile(f"[{marks}]{{{_MOST_MARKS + 1},}}")


def one_line(text: str, *, as_printed: bool = False) -> str:
    """A block's text on one line. as_printed keeps runs of spaces: columns of a plain-text table."""
    text = plain_characters(text)
    if as_printed:
        return text.replace("\f", " ").replace("\n", " ").strip()
    return " ".join(text.split())


def compose(blocks: Iterable[tuple[BlockKind, str]]) -> tuple[str, tuple[Block, ...]]:
    """Text and blocks from lines that are plain already. Neighbours in a list or table are one break apart, all others two."""
    pieces: list[str] = []
    made: list[Block] = []
    at = 0
    before: BlockKind | None = None
    for kind, line in blocks:
        if not line:
            continue
        if before is not None:
            gap = "\n" if kind is before and kind in _TIGHT else "\n\n"
            pieces.append(gap)
            at += len(gap)
        pieces.append(line)
        made.append(Block(start=at, end=at + len(line), kind=kind))
        at += len(line)
        before = kind
    return "".join(pieces), tuple(made)
