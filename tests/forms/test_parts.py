"""Numbered parts of a notice."""

from transmittal.forms.grammar.notice36b import cut_notices
from transmittal.forms.grammar.parts import cut_parts


def test_a_text_without_numbered_parts_has_none() -> None:
    text = "(i) Purchaser of nothing, and no colon"
    assert cut_parts(text, 0, len(text)) == []
    assert [notice.parts for notice in cut_notices(text)] == [()]
    assert cut_notices("no purchaser at all") == []


def test_parts_end_where_the_next_begins() -> None:
    text = "(i) Prospective Purchaser: Japan\n(ii) (U) Total Estimated Value: $1 (iii) no label here\n(iv) Military Department: Navy"
    assert [(part.numeral, part.label, part.body(text)) for part in cut_parts(text, 0, len(text))] == [
        ("i", "Prospective Purchaser", "Japan"),
        ("ii", "Total Estimated Value", "$1 (iii) no label here"),
        ("iv", "Military Department", "Navy"),
    ]


def test_a_label_without_a_colon_does_not_reach_into_the_next_part() -> None:
    text = "(i) Purchaser Japan (ii) Value: $1"
    assert [(part.numeral, part.body(text)) for part in cut_parts(text, 0, len(text))] == [("i", ""), ("ii", "$1")]
