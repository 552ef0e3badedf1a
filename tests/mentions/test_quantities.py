"""Counts: what is one, of what, and the many figures that are none."""

from typing import NamedTuple

import pytest

from transmittal.mentions.quantities import find_quantities


class Case(NamedTuple):
    """found: "quote = value unit", then bound when not exact, "disagree", "ordinal", "of N", "partial"; unit "-" when there is none."""

    name: str
    text: str
    found: list[str]


COUNTS = [
    Case("words and figures", "Sixty (60) F-35A aircraft", ["Sixty (60) = 60 aircraft"]),
    Case("words and figures disagree", "forty (14) missiles", ["forty (14) = 14 missile disagree"]),
    Case("blanks in the bracket", "( 1,000,000) 430/M430A1 cartridges", ["1,000,000 = 1000000 round"]),
    Case("a bracket alone", "(60) F-35", ["60 = 60 -"]),
    Case("a hyphen before hundred", "one thousand two-hundred (1,200) rounds", ["one thousand two-hundred (1,200) = 1200 round"]),
    Case("no separator", "twenty thousand four (20,004) bombs", ["twenty thousand four (20,004) = 20004 bomb"]),
    Case("a ceiling", "up to four hundred (400) RGM-109E", ["four hundred (400) = 400 - max"]),
    Case("as many as", "as many as 100 systems", ["100 = 100 system max"]),
    Case(
        "additional ones", "a further 12, another 180 K2, an additional six (6) radars", ["12 = 12 -", "180 = 180 -", "six (6) = 6 radar"]
    ),
    Case("about", "around 280 interceptors and some 350 missiles", ["280 = 280 interceptor about", "350 = 350 missile about"]),
    Case("a floor", "more than 200 drones; 16 or more helicopters", ["200 = 200 drone min", "16 = 16 helicopter min"]),
    Case("groups", "a trio of frigates, a pair, a dozen jets", ["a trio = 3 frigate", "a pair = 2 -", "a dozen = 12 jet"]),
    Case("dozens is no number", "dozens of tanks, hundreds of missiles", []),
    Case("the noun is behind designations", "36 F-16C/D Block 50/52 aircraft", ["36 = 36 aircraft"]),
    Case("the head noun counts", "7 spare APG-68(V)9 radar sets", ["7 = 7 set"]),
    Case("the noun is behind a bracket", "60 M1A2 (SEP) tanks", ["60 = 60 tank"]),
    Case("persons who are vehicles", "15 armored personnel carriers", ["15 = 15 vehicle"]),
    Case("fractions", "38 of 108 aircraft", ["38 of 108 = 38 aircraft of 108"]),
    Case("part of something named", "133 of these had arrived", ["133 = 133 - partial"]),
    Case("a month is before the figure by chance", "by the end of June 133 of these", ["133 = 133 - partial"]),
    Case("ordinals", "the first Arrow 3 system; the fourth is due", ["the first = 1 system ordinal", "the fourth = 1 - ordinal"]),
    Case("one of some", "the fourth of five squadrons", ["the fourth of five = 1 squadron ordinal of 5"]),
    Case("first before a count", "the first 24 howitzers, the first two systems", ["24 = 24 howitzer", "two = 2 system"]),
    Case("bodies of troops", "five S-400 squadrons, three batteries", ["five = 5 squadron", "three = 3 battery"]),
    Case(
        "counting signs",
        "12機 400発 2隻 30架 48기",
        ["12 = 12 aircraft", "400 = 400 round", "2 = 2 ship", "30 = 30 aircraft", "48 = 48 aircraft"],
    ),
    Case("bounds of counting signs", "最大400発、約40機、四百発", ["400 = 400 round max", "40 = 40 aircraft about", "四百 = 400 round"]),
    Case("German", "36 Stück, 60 Kampfpanzer, 1.000 Raketen", ["36 = 36 unit", "60 = 60 tank", "1.000 = 1000 missile"]),
    Case("French", "une trentaine d'avions, 1 000 missiles", ["une trentaine = 30 aircraft about", "1 000 = 1000 missile"]),
    Case(
        "a range", "12 to 14 aircraft, 12-14 jets", ["12 = 12 aircraft min", "14 = 14 aircraft max", "12 = 12 jet min", "14 = 14 jet max"]
    ),
    Case("a change is no range", "from 12 to 24 aircraft", ["12 = 12 aircraft", "24 = 24 aircraft"]),
    Case("a round thousand", "2000 missiles and 1827 Battery Coolant Units", ["2000 = 2000 missile", "1827 = 1827 unit"]),
    Case("a fraction of a million", "1.5 million rounds", ["1.5 million = 1500000 round"]),
    Case("a count in an adjective", "a 36-aircraft deal", ["36 = 36 aircraft"]),
    Case("one with its noun", "one radar vehicle", ["one = 1 vehicle"]),
    Case("a country before the count", "sold Japan 105 F-35s", ["105 = 105 -"]),
    Case("words only", "fifty M1151A1 HMMWVs and one hundred forty HMMWVs", ["fifty = 50 vehicle", "one hundred forty = 140 vehicle"]),
]
NOTHING = [
    ("designations", "AIM-9X, M109A7, C-130, Block 70, Mk 84, Type 12, K2, S-400, 155mm, .50 caliber, 7.62mm, 76/62, Block 50/52"),
    ("names with a figure", "Leopard 2 tanks, Arrow 3 system, Mirage 2000 jets"),
    ("dates", "On November 17, 2023 and 17 November 2023, in 2026; 12/31/2025; Oct. 6"),
    ("years before a noun", "the 2023 missile purchase; in 2026 missiles will arrive; fiscal 2025 to fiscal 2027"),
    ("times", "at 8:45 am, 5 p.m."),
    ("shares", "23%, 20 percent"),
    ("money", "$2.35 billion, 5 million euros, JPY 400, 254 billion yen, € 12"),
    ("lengths of time", "five years; 30 days; an eight-year deal; 16 to 18 months; two hundred (200) hours per year"),
    ("distances and weights", "1,500 kilometres; 2,000 pounds; 76 miles"),
    ("persons", "6,000 to 8,000 persons; twenty-two (22) pilots; two (2) U.S. Government and two (2) contractor representatives"),
    ("telephones", "call (703) 695-6233"),
    ("laws and pages", "section 36(b)(1); Public Law 104-164; page 24850; part 3; No. 7"),
    ("contracts", "N00019-26-C-0001, 2026-09003"),
    ("ratios, scores, ages", "ratio 3 to 1; lost 24-17; Williams, 25, said"),
    ("one as a pronoun", "one of the missiles, no one, one said"),
    ("ordinals of other things", "first of all; the first time; the first missiles; the second quarter; a third said"),
    ("so many for each", "(2 per boat), two (2) per boat"),
    ("list marks and page numbers", "1. The missiles\n2) The tanks\n - 3 -\n12\n"),
    ("a numbered thing in Japanese", "第12機、2025年12月26日"),
]


@pytest.mark.parametrize("case", COUNTS, ids=lambda case: case.name)
def test_counts(case: Case) -> None:
    found = []
    for m in find_quantities(case.text):
        words = [f"{case.text[m.start : m.end]} = {m.value} {m.unit or '-'}"]
        words += [m.bound.value] * (m.bound != "exact") + ["disagree"] * m.words_disagree + ["ordinal"] * m.ordinal
        words += [f"of {m.fraction_of}"] * bool(m.fraction_of) + ["partial"] * m.partial
        found.append(" ".join(words))
    assert found == case.found


@pytest.mark.parametrize("text", [text for _, text in NOTHING], ids=[name for name, _ in NOTHING])
def test_figures_that_are_no_counts(text: str) -> None:
    assert [text[m.start : m.end] for m in find_quantities(text)] == []


def test_spans_of_other_mentions_are_left_out() -> None:
    text = "12 aircraft, 400 missiles, 7 radars"
    assert [m.value for m in find_quantities(text, skip=[(13, 25)])] == [12, 7]


def test_number_words_of_another_language_when_the_caller_says_so() -> None:
    assert [m.value for m in find_quantities("zwölf Hubschrauber", language="de")] == [12]
