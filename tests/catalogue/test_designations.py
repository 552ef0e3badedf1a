"""Model numbers are cut out whole, and contract, page and case numbers are not model numbers."""

import pytest

from transmittal.catalogue import find_designations

_WHOLE = """
    F-35A; F/A-18E/F; MQ-9B; AH-64E; C-130J-30; KC-46A; P-8A; AIM-120C-8; AGM-114R; RGM-84L-4; GBU-39B/B; CBU-105; UGM-133A;
    MIM-104E; AN/TPY-4; AN/ALQ-211A(V)4; AN/AAR-57(V)7; TPS-80; M1A2 SEPv3; M109A7; XM1299; M142; M240B; M2A4; M1135;
    F110-GE-129D; F414-GE-400; T700-GE-401C; F135-PW-100; T56-16; CT7-8A; LAU-127E/A; BRU-61/A; FMU-152A/B; Mk 84; MK-54; Mk 41;
    S-400; Su-35S; MiG-29M; Ka-52; T-90S; Mi-17V-5; 9M133; J-10CE; HQ-9B; VT-4; YJ-12; Type 054A; Type 12; Type 26; K2; K9A1;
    FA-50; KF-21; L118; PzH 2000; CV90; NH90; A330 MRTT; H145M; AS565; ATR 72; CN-235; C-295; JAS 39E; EC725; CH-47F; EA-18G;
    V-22; CMV-22B; AIM-9X-2; SM-2; PAC-3; 2S19; BMP-3; T-72B3
"""
WHOLE = [printed.strip() for printed in _WHOLE.split(";")]
NONE = [
    "N00019-26-C-0001",
    "FA8626-18-D-0029",
    "W31P4Q-24-D-0004",
    "N0001923F0512",
    "W56HZV-17-C-0001",
    "SPE1C1-21-D-1422",
    "M67854-19-D-0001",
    "JA-P-QSC",
    "23-59",
    "26-1C",
    "RSAT 26-24",
    "RSAT-26-24",
    "Public Law 104-164",
    "P.L. 104-164",
    "36(b)(1)",
    "November 17, 2023",
    "FAR 6.302-4",
    "P00033",
    "(703) 604-6617",
    "22 U.S.C. 2776",
    "S4449",
    "H1234",
    "A-1. Heading",
    "Table A-1",
    "FR Doc. 2026-01234",
    "ISO 9001",
    "COVID-19",
    "G7",
    "F1 racing",
    "A4 paper",
    "E9-12345",
    "L3Harris",
    "H-1B",
    "F-150",
    "Type 2 diabetes",
    "CAGE 1AB23",
    "UTC-5",
    "I-95",
    "Boeing 737",
    "$5.5M-10",
    "B2B",
    "3D",
]


@pytest.mark.parametrize("printed", WHOLE)
def test_a_model_number_is_found_whole(printed: str) -> None:
    assert [d.text for d in find_designations(f"It buys {printed}, at last.")] == [printed]


@pytest.mark.parametrize("printed", NONE)
def test_other_numbers_are_left_alone(printed: str) -> None:
    assert list(find_designations(f"First line.\n{printed} and so on")) == []


def test_spans_are_those_of_the_text_even_with_typographic_marks() -> None:
    text = "12 AIM\u2013120C\u20118s, Ｆ－３５Ａ and F-16s"
    found = list(find_designations(text))
    assert [d.text for d in found] == ["AIM-120C-8", "F-35A", "F-16"]
    assert [text[d.start : d.end] for d in found] == ["AIM\u2013120C\u20118", "Ｆ－３５Ａ", "F-16"]


def test_two_models_joined_by_a_slash_are_two() -> None:
    assert [d.text for d in find_designations("UH-60M/AH-64E helicopters")] == ["UH-60M", "AH-64E"]


def test_a_gap_stands_for_the_hyphen() -> None:
    assert [d.text for d in find_designations("AIM 9X missiles, AN/TPS 80 radars")] == ["AIM-9X", "AN/TPS-80"]


@pytest.mark.parametrize("printed", ["M25", "F-16", "K2", "A-1"])
def test_short_ones_are_weak(printed: str) -> None:
    assert [d.weak for d in find_designations(f"near the {printed} there")] == [True]


def test_a_part_of_the_text_can_be_searched() -> None:
    assert [d.start for d in find_designations("F-35A and F-35B", 6)] == [10]
