"""Names of countries, systems, makers, channels and offices in running text."""

from time import process_time

import pytest
from case import Case

from transmittal.catalogue import Form, NameKind, find_misspellings, find_names

# expected: "kind:id" or "kind:id/variant", "~" for plain, in text order.
CASES = [
    Case("a country", "Japan will buy", ["country:JP"]),
    Case("in full", "the Government of the Hashemite Kingdom of Jordan", ["country:JO"]),
    Case("all capitals", "GOVERNMENT OF JAPAN", ["country:JP"]),
    Case("possessive", "Poland's and Poland’s army chief", ["country:PL", "country:PL", "office:military-chief"]),
    Case("not inside a word", "Womanly, Indianapolis, Chinatown, JAPANNING", []),
    Case("with and without its marks", "Türkiye, Turkiye", ["country:TR", "country:TR"]),
    Case("the bird in lower case", "a turkey and china plates", []),
    Case("the American state", "Marietta, Georgia; Georgia Tech", []),
    Case("the country beside another", "Poland, Georgia and Ukraine", ["country:PL", "country:GE~", "country:UA"]),
    Case("the capital of the country", "in Georgia the ministry", ["country:GE~"]),
    Case("American places", "Lima, Ohio; Athens, Georgia; Peru, Indiana; New Jersey; New Mexico; West Virginia", []),
    Case("a German island", "Island und Norwegen", ["country:IS", "country:NO"]),
    Case("an English island", "Rhode Island, Grenade launchers, Maurice", []),
    Case("a surname", "Mr. Jordan met Jim Jordan", []),
    Case("a first name", "Chad Smith", []),
    Case("Russian case forms", "у Японии, Польшу, Южной Кореей", ["country:JP", "country:PL", "country:KR"]),
    Case("Polish case forms", "dla Japonii, Norwegię", ["country:JP", "country:NO"]),
    Case("an Italian adjective is no American state", "Crane, Indiana", []),
    Case("German genitive", "Japans Regierung", ["country:JP"]),
    Case("kana is bounded in short names", "タイプ、タイム、スタイル、タイは", ["country:TH"]),
    Case("a compound in kana", "トマホークミサイル", ["system:tomahawk~"]),
    Case("a Korean particle", "폴란드는", ["country:PL"]),
    Case("the Korean word for delivery", "하반기 인도될 예정", []),
    Case("a name known by itself", "Tomahawk missiles", ["system:tomahawk~"]),
    Case("a steak", "a tomahawk steak and a Tomahawk steak", []),
    Case("a variant beside its system", "Tomahawk Block V", ["system:tomahawk~", "system:tomahawk/block-v"]),
    Case("a shared variant name alone", "Block V is a city block", []),
    Case("a designation of a variant", "AGM-84L-1", ["system:harpoon/block-ii"]),
    Case("a gap for the hyphen", "RGM 109", ["system:tomahawk"]),
    Case("no hyphen at all", "RGM109", ["system:tomahawk"]),
    Case("an en dash", "RGM\u2013109", ["system:tomahawk"]),
    Case("a contract number", "N00024-RGM-109", []),
    Case("an abbreviation set like a word", "HIMARS, Himars", ["system:himars", "system:himars~"]),
    Case("a plural", "two Tomahawks", ["system:tomahawk~"]),
    Case("a channel in any capitals", "Foreign Military Sales, foreign military sales, FMS", ["channel:FMS"] * 3),
    Case("an office in either spelling", "the defence minister, Defense Minister", ["office:defence-minister"] * 2),
    Case("one abbreviation, two meanings", "EDA", ["organisation:EDA-agency", "channel:EDA"]),
    Case("an organisation that buys", "NATO Support and Procurement Agency (NSPA)", ["organisation:NSPA"] * 2),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_find_names(case: Case) -> None:
    found = [f"{n.kind}:{n.id}" + (f"/{n.variant}" if n.variant else "") + ("~" if n.plain else "") for n in find_names(case.text)]
    assert found == case.expected


def test_spans_are_those_of_the_text() -> None:
    text = "Der Verteidigungsminister sprach mit „Turkiye“ über Ｆ－３５Ａ."
    assert [text[n.start : n.end] for n in find_names(text)] == ["Verteidigungsminister", "Turkiye", "Ｆ－３５Ａ"]


def test_a_model_letter_is_taken_in() -> None:
    text = "six F-16QX jets, F-16-related work"
    assert [text[n.start : n.end] for n in find_names(text)] == ["F-16QX", "F-16"]


def test_the_form_says_in_which_guise() -> None:
    forms = [
        n.form for n in find_names("Japanese officials in Tokyo and the Maritime Self-Defense Force of Japan") if n.kind is NameKind.COUNTRY
    ]
    assert forms == [Form.ADJECTIVE, Form.CAPITAL, Form.FORCE, Form.NAME]


def test_a_part_of_the_text_can_be_searched() -> None:
    text = "Japan, Poland, Norway"
    assert [n.id for n in find_names(text, 5, 14)] == ["PL"]
    assert [n.id for n in find_names("xJapan", 1)] == []


def test_every_country_is_found_in_english() -> None:
    from transmittal.catalogue import buyer, country_ids

    missing = [code for code in country_ids() if code not in {n.id for n in find_names(f"It sold them to {buyer(code).name}, it said.")}]
    assert missing == []


HOSTILE = {
    "openings without end": "Government of the " * 20_000,
    "a number without end": "F-16" + "-1" * 100_000,
    "refused phrases": "Tomahawk steak " * 20_000,
    "variants of many systems": "F-16 Block 70, Tomahawk Block V, " * 8_000,
    "misspellings": "Tomahock Japan " * 20_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_takes_linear_time(name: str) -> None:
    def seconds(text: str) -> float:
        began = process_time()
        find_misspellings(text, find_names(text))
        return process_time() - began

    text = HOSTILE[name]
    seconds("Japan Tomahock")
    # Eight times the text takes some eight times as long; sixty-four times would be quadratic.
    assert seconds(text) < 25 * max(seconds(text[: len(text) // 8]), 0.01)
