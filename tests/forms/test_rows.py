"""Cells of a register's row, with the places they stand at."""

import pytest
from case import Case

from transmittal.forms.grammar.rows import cut_cells

CASES = [
    Case("plain cells", "a,b,c", ["a", "b", "c"]),
    Case("empty cells in the middle and at the end", "a,,b,,", ["a", "", "b", "", ""]),
    Case("a comma in quotes", '"x, y",z', ["x, y", "z"]),
    Case("doubled quotes", '"the ""Heron""",1', ['the "Heron"', "1"]),
    Case("a quote that never closes", '"broken,b,c', ['"broken', "b", "c"]),
    Case("text behind a closing quote", 'a,"b" x,c', ["a", '"b" x', "c"]),
    Case("spaces around", " a , b ", ["a", "b"]),
    Case("nothing", "", [""]),
    Case("one cell", "a", ["a"]),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_cut_cells(case: Case) -> None:
    cells = cut_cells(case.text, 0, len(case.text), ",")
    assert [c.value for c in cells] == case.expected
    assert all(case.text[c.start : c.end].replace('""', '"') == c.value for c in cells)


@pytest.mark.parametrize(("separator", "line"), [(";", "a;b;c"), ("|", "a | b | c")])
def test_other_separators(separator: str, line: str) -> None:
    assert [c.value for c in cut_cells(line, 0, len(line), separator)] == ["a", "b", "c"]
