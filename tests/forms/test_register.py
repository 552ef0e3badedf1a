"""What cells of an arms register say."""

import pytest
from case import Case

from transmittal.forms.grammar.register import build_item, build_party, build_quantity, build_years, is_nameless, is_unsure, main_cell
from transmittal.forms.grammar.rows import EMPTY, Cell


def cell(value: str) -> Cell:
    return Cell(10, 10 + len(value), value)


PARTIES = [
    Case("a country", "South Korea", "KR"),
    Case("an organisation of states", "NATO**", "NATO"),
    Case("an armed group is no country", "Hezbollah (Lebanon)*", None),
    Case("unknown", "unknown recipient(s)", None),
    Case("a name the catalogue lacks", "Freedonia", None),
    Case("part of a name is not enough", "Northern Alliance (Afghanistan)", None),
]


@pytest.mark.parametrize("case", PARTIES, ids=lambda case: case.name)
def test_build_party(case: Case) -> None:
    party = build_party(cell(case.text))
    assert (party.id if party else None) == case.expected


def test_the_register_says_itself_that_nobody_is_named() -> None:
    assert [is_nameless(cell(v)) for v in ("unknown supplier(s)", "Hezbollah (Lebanon)*", "NATO**", "Freedonia")] == [
        True,
        True,
        False,
        False,
    ]


COUNTS = [
    Case("plain", "24", (24, "exact")),
    Case("thousands", "1,200", (1200, "exact")),
    Case("a decimal of a spreadsheet", "12.0", (12, "exact")),
    Case("nothing", "", None),
    Case("two dots", "..", None),
    Case("nought is no count", "0", None),
]


@pytest.mark.parametrize("case", COUNTS, ids=lambda case: case.name)
def test_build_quantity(case: Case) -> None:
    quantity = build_quantity(cell(case.text), unsure=False)
    assert ((quantity.value, quantity.bound.value) if quantity else None) == case.expected


@pytest.mark.parametrize(
    ("value", "flag", "unsure"),
    [("8", "?", True), ("8", "Yes", True), ("8", "X", True), ("(8)", "", True), ("8", "No", False), ("8", "", False)],
)
def test_uncertain_values_are_about(value: str, flag: str, unsure: bool) -> None:
    assert is_unsure(cell(value), cell(flag) if flag else EMPTY) is unsure


def test_an_estimate_may_stand_in_the_column_of_its_flag() -> None:
    assert main_cell(EMPTY, cell("2013")).value == "2013"
    assert main_cell(cell("2012"), cell("Yes")).value == "2012"


YEARS = [
    Case("one", "2018", ("2018-01-01", "2018-12-31")),
    Case("a list", "2004; 2005; 2009", ("2004-01-01", "2009-12-31")),
    Case("a range", "2016-2022", ("2016-01-01", "2022-12-31")),
    Case("in brackets", "(1999)", ("1999-01-01", "1999-12-31")),
    Case("none", "..", None),
]


@pytest.mark.parametrize("case", YEARS, ids=lambda case: case.name)
def test_build_years(case: Case) -> None:
    period = build_years(cell(case.text))
    assert ((str(period.start), str(period.end)) if period else None) == case.expected


DESIGNATIONS = [
    Case("in the catalogue", "F-35A", ("f-35", "F-35A")),
    Case("a hyphen that makers do not write", "K-9 Thunder", ("k9", "K9")),
    Case("a model of a family with another name stays as printed", "Bell-212", ("uh-1", "Bell-212")),
    Case("not in the catalogue", "Zeppelin-9", (None, "Zeppelin-9")),
]


@pytest.mark.parametrize("case", DESIGNATIONS, ids=lambda case: case.name)
def test_build_item(case: Case) -> None:
    item = build_item(cell(case.text), cell("5"), unsure=True)
    assert item is not None
    assert (item.system.id, item.system.designation) == case.expected
    assert item.quantity is not None
    assert item.quantity.bound.value == "about"
