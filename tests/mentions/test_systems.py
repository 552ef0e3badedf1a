"""Weapon systems as texts print them: one mention for all printed forms of one thing, with its key, its name and its version."""

from typing import NamedTuple

import pytest

from transmittal import catalogue
from transmittal.mentions.systems import SystemMention, find_systems, find_variants, full_name

Key = tuple[str, str | None]


class Case(NamedTuple):
    """What is shown, the text, and the (designation, variant) of each mention in order."""

    name: str
    text: str
    expected: list[Key]


def systems(text: str) -> list[SystemMention]:
    """All systems of a text, misspelt ones among them."""
    names = catalogue.find_names(text)
    misspelt = catalogue.find_misspellings(text, names)
    return find_systems(text, sorted([*names, *misspelt], key=lambda n: (n.start, -n.end)))


def keys(text: str) -> list[Key]:
    return [(s.designation, s.variant) for s in systems(text)]


CASES = [
    Case("a popular name", "400 Tomahawk missiles", [("Tomahawk", None)]),
    Case("model, name and block are one", "AGM-84L-1 Harpoon Block II missiles", [("Harpoon", "Block II")]),
    Case("name, block, rounds and model are one", "Tomahawk Block IV All Up Rounds (AUR) (RGM-109E)", [("Tomahawk", "Block IV")]),
    Case("the block first", "Block V Tomahawk missiles", [("Tomahawk", "Block V")]),
    Case("known by its model, whatever its name", "AGM-114R Hellfire missiles", [("AGM-114R", None)]),
    Case("the model before the popular name", "AH-64E Apache helicopters", [("AH-64E", None)]),
    Case("a hyphen that does not break", "AH‑64E Apache", [("AH-64E", None)]),
    Case("a Chinese noun without a blank is no part of the model", "40門M109A6自走砲", [("M109A6", None)]),
    Case("a block between model and name", "CH-47F Block II Chinook", [("CH-47F", "Block II")]),
    Case("a model and a block", "F-16C Block 70 aircraft", [("F-16C", "Block 70")]),
    Case("two models, each with its block", "F-16C Block 70 and F-16D Block 70", [("F-16C", "Block 70"), ("F-16D", "Block 70")]),
    Case("two models of one family", "F-35A and F-35B", [("F-35A", None), ("F-35B", None)]),
    Case("the naval model", "26 Rafale M fighters", [("Rafale M", None)]),
    Case("a tranche", "Typhoon Tranche 4", [("Typhoon", "Tranche 4")]),
    Case("a flight of ships", "Arleigh Burke Flight III", [("Arleigh Burke", "Flight III")]),
    Case("an adjective as version", "upgraded Type 12 missiles", [("Type 12", "upgraded")]),
    Case("an improvement without a name", "improved Type 12 missiles", [("Type 12", "improved")]),
    Case(
        "spelt out, the model in brackets",
        "F-35 Joint Strike Fighter Conventional Take Off and Landing Aircraft (F-35A)",
        [("F-35A", None)],
    ),
    Case("spelt out, initials in brackets", "Advanced Anti-Radiation Guided Missiles - Extended Range (AARGM-ER)", [("AARGM-ER", None)]),
    Case("a system of another's name", "Harpoon Coastal Defense System (HCDS)", [("HCDS", None)]),
    Case("a numeral in words", "Standard Missile-2 Block IIICU", [("SM-2", "Block IIICU")]),
    Case("two models in one, as printed", "F/A-18E/F Super Hornet", [("F/A-18E/F", None)]),
    Case("a stroke inside a model", "GBU-39B/B bombs", [("GBU-39B/B", None)]),
    Case("a number no catalogue has: a radar", "AN/TPY-9 radars", [("AN/TPY-9", None)]),
    Case("a number no catalogue has: a trial model", "XM1399 howitzers", [("XM1399", None)]),
    Case("a radar of the catalogue", "AN/TPY-4 radars", [("AN/TPY-4", None)]),
    Case("a trial howitzer of the catalogue", "XM1299 howitzers", [("XM1299", None)]),
    Case("a misspelt name is given right", "24 Raffale fighters", [("Rafale", None)]),
    Case("a misspelt name in capitals", "HARPON missiles", [("Harpoon", None)]),
    Case("a misspelt missile", "400 Tomahock missiles", [("Tomahawk", None)]),
    Case("in kana", "トマホーク", [("Tomahawk", None)]),
    Case("among Korean words", "K2 전차 180대", [("K2", None)]),
    Case("told twice is two mentions", "the Tomahawk, the Tomahawk", [("Tomahawk", None), ("Tomahawk", None)]),
    Case("not across lines", "Harpoon\nHarpoon", [("Harpoon", None), ("Harpoon", None)]),
    Case("numbers of contracts and pages", "contract N00019-20-C-0009, page A-12, Table C-9", []),
    Case("a visa and a lorry", "an H-1B visa and an F-150 truck", []),
    Case("nothing", "", []),
]

KNOWN_MISSES = [
    (
        Case("a letter set apart", "F-16 C Block 70 aircraft", [("F-16C", "Block 70")]),
        "the catalogue files Block 70 as a name of its own, and the letter keeps the two forms apart",
    ),
    (
        Case("two models with a stroke between", "UH-60M/AH-64E", [("UH-60M", None), ("AH-64E", None)]),
        "a whole token that is a family by itself is not cut into the models it joins",
    ),
    (
        Case("a name filed on its own", "AIM-9X Block II Sidewinder", [("AIM-9X", "Block II")]),
        "Sidewinder and AIM-9X are two entries; only a model the catalogue does not know joins a name",
    ),
    (
        Case("a letter behind the name", "JAS 39 Gripen E", [("Gripen E", None)]),
        "the longest name wins: JAS 39 Gripen leaves the E of Gripen E outside",
    ),
    (
        Case("the model beside a family known by its name", "M142 HIMARS launchers", [("HIMARS", "M142")]),
        "the whole printed form is taken as the version when the catalogue holds model and name as one alias",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_keys(case: Case) -> None:
    assert keys(case.text) == case.expected


@pytest.mark.parametrize(
    "case", [pytest.param(c, marks=pytest.mark.xfail(strict=True, reason=reason), id=c.name) for c, reason in KNOWN_MISSES]
)
def test_known_misses(case: Case) -> None:
    assert keys(case.text) == case.expected


NAMES = [
    ("AGM-84L-1 Harpoon missiles", "harpoon", "AGM-84L-1 Harpoon"),
    ("RGM-109E Tomahawk missiles", "tomahawk", "RGM-109E Tomahawk"),
    ("Raffale fighters", "rafale", "Rafale"),
    ("AN/TPY-9 radars", None, "AN/TPY-9"),
]


@pytest.mark.parametrize(("text", "entry", "name"), NAMES, ids=[text for text, _, _ in NAMES])
def test_entry_and_full_name(text: str, entry: str | None, name: str) -> None:
    assert [(s.id, s.name) for s in systems(text)] == [(entry, name)]


def test_a_mention_covers_all_its_printed_forms() -> None:
    text = "200 Tomahawk Block IV All Up Rounds (AUR) (RGM-109E), with containers"
    found = systems(text)[0]
    assert text[found.start : found.end] == "Tomahawk Block IV All Up Rounds (AUR) (RGM-109E)"
    assert text[found.variant_start : found.variant_end] == "Block IV"


@pytest.mark.parametrize(("text", "plain"), [("a Patriot", True), ("PAC-3 missiles", False), ("Harpoon Block II", False)])
def test_ordinary_words_are_marked_as_plain(text: str, plain: bool) -> None:
    assert [s.plain for s in systems(text)] == [plain]


def test_only_the_stretch_asked_for() -> None:
    text = "F-35A, F-16, Rafale"
    assert [s.designation for s in find_systems(text, catalogue.find_names(text), 7, 11)] == ["F-16"]


def test_a_version_on_its_own() -> None:
    text = "Of the Tomahawk missiles, half will be of Block IV, half Block V."
    found = find_variants(text, [])
    assert [(v.name, text[v.start : v.end]) for v in found] == [("Block IV", "Block IV"), ("Block V", "Block V")]


def test_a_version_that_a_system_has_is_not_on_its_own() -> None:
    text = "Typhoon Tranche 4"
    assert list(find_variants(text, systems(text))) == []


@pytest.mark.parametrize(
    ("model", "family", "expected"),
    [("AGM-114R", "AGM-114 Hellfire", "AGM-114R Hellfire"), ("F-35A", "F-35", "F-35A"), ("RGM-109E", "Tomahawk", "RGM-109E Tomahawk")],
)
def test_full_name(model: str, family: str, expected: str) -> None:
    assert full_name(model, family) == expected
