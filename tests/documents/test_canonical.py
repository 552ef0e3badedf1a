"""The canonical text: what is changed in it, what is not, and how blocks lie in it."""

from typing import NamedTuple

import pytest

from transmittal.documents.canonical import compose, one_line, plain_characters
from transmittal.model import BlockKind


class Case(NamedTuple):
    name: str
    text: str
    expected: str


CASES = [
    Case("a no-break space is a space", "2\u00a0000 km", "2 000 km"),
    Case("a thin space is a space", "2\u2009000\u202fkm", "2 000 km"),
    Case("a soft hyphen goes", "equip\u00adment", "equipment"),
    Case("zero-width and direction marks go", "a\u200bb\u200e\u202ec\ufeff", "abc"),
    Case("letters are composed", "Tu\u0308rkiye", "Türkiye"),
    Case("curly quotes and dashes stay", "“Patriot” – it’s", "“Patriot” – it’s"),
    Case("line breaks of all systems are one", "a\r\nb\rc\u2028d", "a b c d"),
    Case("tabs are spaces", "a\tb", "a b"),
    Case("control characters go", "a\x00b\x1bc\x9d", "abc"),
    Case("lone surrogates are replaced, so that the text can be written", "a\ud800", "a\ufffd"),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_characters(case: Case) -> None:
    assert one_line(case.text) == case.expected


def test_a_letter_with_thousands_of_marks_does_not_cost_quadratic_time() -> None:
    assert len(plain_characters("a" + "\u0301\u0316" * 300_000)) < 40


def test_blocks_cut_the_text_exactly_and_rows_stand_closer_than_paragraphs() -> None:
    lines = [
        (BlockKind.HEADING, "Title"),
        (BlockKind.PARAGRAPH, "First."),
        (BlockKind.ROW, "a | b"),
        (BlockKind.ROW, "c | d"),
        (BlockKind.ITEM, "one"),
        (BlockKind.ITEM, "two"),
        (BlockKind.PARAGRAPH, "Last."),
    ]
    text, blocks = compose(lines)
    assert text == "Title\n\nFirst.\n\na | b\nc | d\n\none\ntwo\n\nLast."
    assert [(block.kind, text[block.start : block.end]) for block in blocks] == lines
