"""Counts and the systems they count, in the lists of notices."""

from typing import NamedTuple

import pytest

from transmittal import catalogue
from transmittal.mentions.items import count_systems, find_items
from transmittal.mentions.quantities import find_quantities
from transmittal.mentions.systems import find_systems

Line = tuple[str, str | None, int | None, str | None]


class Case(NamedTuple):
    """What is shown, the text, and (designation, variant, count, bound) of each item in order."""

    name: str
    text: str
    expected: list[Line]


def lines(text: str) -> list[Line]:
    return [
        (i.system.designation, i.variant, i.quantity.value if i.quantity else None, str(i.quantity.bound) if i.quantity else None)
        for i in find_items(text, catalogue.find_names(text), 0, len(text))
    ]


COUNTED = [
    Case("a ceiling in words and figures", "Up to forty (40) F-16 Block 70 aircraft", [("F-16", "Block 70", 40, "max")]),
    Case(
        "a ceiling before a long name",
        "Up to two hundred (200) Tomahawk Block IV All Up Rounds (AUR) (RGM-109E)",
        [("Tomahawk", "Block IV", 200, "max")],
    ),
    Case("a floor", "at least six NH90 helicopters", [("NH90", None, 6, "min")]),
    Case("more of the same", "two more P-8A", [("P-8A", None, 2, "exact")]),
    Case(
        "two models apart",
        "Forty (40) F-16C Block 70 aircraft; ten (10) F-16D Block 70 aircraft",
        [("F-16C", "Block 70", 40, "exact"), ("F-16D", "Block 70", 10, "exact")],
    ),
    Case(
        "aircraft and engines, each counted",
        "3 C-17A aircraft and 12 F117-PW-100 engines",
        [("C-17A", None, 3, "exact"), ("F117-PW-100", None, 12, "exact")],
    ),
    Case("a version behind its noun", "116 tanks in the K2GF version", [("K2", "K2GF", 116, "exact")]),
    Case("the unit, the maker, the model", "Twenty-nine (29) Engines, Pratt & Whitney F100-229", [("F100-229", None, 29, "exact")]),
    Case("a system of another's name", "One hundred (100) Harpoon Coastal Defense Systems (HCDS)", [("HCDS", None, 100, "exact")]),
    Case("initials no catalogue has", "Ten (10) Quiet Harbour Listening Systems (QHLS)", [("QHLS", None, 10, "exact")]),
    Case("a number no catalogue has", "Six (6) AN/TPY-9 radars", [("AN/TPY-9", None, 6, "exact")]),
    Case("only the counted ones of a list", "AN/TPY-9 radars, 4 XM1399 howitzers", [("XM1399", None, 4, "exact")]),
]

SPLITS = [
    Case(
        "installed and spare are one item",
        "Forty-eight (48) F110-GE-129D engines (40 installed and 8 spares)",
        [("F110-GE-129D", None, 48, "exact")],
    ),
    Case("a split behind a radar", "Eight (8) AN/APG-79 radars (6 installed, 2 spares)", [("AN/APG-79", None, 8, "exact")]),
    Case(
        "a split at the end of a list",
        "36 AH-64E Apache helicopters, 78 T700-GE-701D engines (72 installed and 6 spare)",
        [("AH-64E", None, 36, "exact"), ("T700-GE-701D", None, 78, "exact")],
    ),
]

CARRIED = [
    Case(
        "engines installed in counted aircraft",
        "Twelve (12) C-130J-30 aircraft with four (4) AE-2100D engines installed",
        [("C-130J-30", None, 12, "exact")],
    ),
    Case("engines behind with", "Four (4) E-2D aircraft with eight (8) T56-A-427A engines", [("E-2D", None, 4, "exact")]),
    Case("radars behind with", "Twenty (20) F-16 fighters with 20 AN/APG-83 radars", [("F-16", None, 20, "exact")]),
    Case("what is bought serves another", "F414 engines for F/A-18E and Growler aircraft", [("F414", None, None, None)]),
    Case("counted kits keep their count", "Seventy-nine (79) modernization kits for F-16 aircraft", [("F-16", None, 79, "exact")]),
    Case("support of a system names it without a count", "sustainment of its Patriot systems", [("Patriot", None, None, None)]),
    Case("spare parts have no count", "spare parts for F-35A", [("F-35A", None, None, None)]),
]

BEHIND = [
    Case("Japanese counts follow", "トマホーク400発、F-35Aを105機", [("Tomahawk", None, 400, "exact"), ("F-35A", None, 105, "exact")]),
    Case("a ceiling behind a quotation mark", "「トマホーク」最大400発", [("Tomahawk", None, 400, "max")]),
    Case("after a blank", "F-35A 40機とトマホーク 50発", [("F-35A", None, 40, "exact"), ("Tomahawk", None, 50, "exact")]),
    Case("Korean counts follow", "K2 전차 180대", [("K2", None, 180, "exact")]),
]

NONE = [
    Case("no equipment", "Major Defense Equipment: none", []),
    Case("empty", "", []),
    Case("a year is no count", "In 2020 the C-17A fleet", [("C-17A", None, None, None)]),
]

CASES = [*COUNTED, *SPLITS, *CARRIED, *BEHIND, *NONE]

KNOWN_MISSES = [
    (
        Case("a word of two beginnings", "400 ship- and submarine-launched Tomahawk missiles", [("Tomahawk", None, 400, "exact")]),
        "the and of a compound breaks the noun phrase",
    ),
    (
        Case("two blocks", "79 modernization kits for F-16 Block 40/50 aircraft", [("F-16", "Block 40/50", 79, "exact")]),
        "an alias of the catalogue, Block 40, ends inside the printed version",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_items(case: Case) -> None:
    assert lines(case.text) == case.expected


@pytest.mark.parametrize(
    "case", [pytest.param(c, marks=pytest.mark.xfail(strict=True, reason=reason), id=c.name) for c, reason in KNOWN_MISSES]
)
def test_known_misses(case: Case) -> None:
    assert lines(case.text) == case.expected


@pytest.mark.parametrize("case", [c for c in CASES if c.expected], ids=lambda case: case.name)
def test_every_part_is_cut_from_the_text(case: Case) -> None:
    for item in find_items(case.text, catalogue.find_names(case.text), 0, len(case.text)):
        for mention in filter(None, (item.system, item.variant_mention, item.quantity)):
            assert case.text[mention.start : mention.end] == mention.quote


def test_a_list_inside_a_longer_text() -> None:
    text = "Forty (40) F-16 aircraft. MDE: ten (10) F-35A aircraft. Later: six (6) Rafale fighters."
    start, end = text.index("MDE"), text.index("Later")
    found = find_items(text, catalogue.find_names(text), start, end)
    assert [(i.system.designation, i.quantity and i.quantity.value) for i in found] == [("F-35A", 10)]


@pytest.mark.parametrize(
    ("text", "in_service"),
    [
        ("20 F-16 fighters", False),
        ("spare parts for the F-16", True),
        ("support of its existing F-16 fighters", True),
        ("F-16 fighters", False),
    ],
)
def test_what_something_else_serves(text: str, in_service: bool) -> None:
    found = find_systems(text, catalogue.find_names(text))
    assert [c.in_service for c in count_systems(text, found, list(find_quantities(text)))] == [in_service]
