"""Misspelt names are recognised; ordinary words, first names and places are not."""

import pytest

from transmittal.catalogue import find_misspellings, find_names, maker, system

RIGHT = [
    ("400 Tomahock missiles", "tomahawk"),
    ("the TOMAHOCK deal", "tomahawk"),
    ("24 Raffale fighters", "rafale"),
    ("Dasault delivers", "dassault-aviation"),
    ("Lockhead Martin said", "lockheed-martin"),
    ("Javellin missiles", "javelin"),
    ("Grippen jets", "gripen"),
    ("Harpon missiles", "harpoon"),
    ("Raythoen won", "raytheon"),
    ("Patriott batteries", "patriot"),
    ("Globemastr", "c-17"),
    ("Hellfirre", "agm-114"),
]
# Beside a name, and right as they stand.
_NEGATIVE = """
    Patrick Harpoons Leonard Being Boxing Striker Strikers Carrier Singer Springer Marlin Berlin Barrier Terrier Farrier Griffin
    Griping Raphael Rafael Rafaela Tycoon Typhoons Shepard Patriots Patriotic Harper Harrison Hercule Leopold Captor Rapture
    Raptors Eagles Falconer Falcone Stringer Tornadoes Javelins Hornets Avengers Warriors Abraham Bradshaw Brandley Paladins
    Predators Reapers Chinooks Apaches Vipers Meteoric Meteorology Spikes Tigers Lightning Lightening Brimstones Stormy Shadows
    Mirages Mistral Trojans Tridents Thales Tales Wales Textiles Leonards Boeings Saabs Sabbath General Dynamic Rolls Royce
    Northern Raytown Hudson Lockwood Locket Martins Hanson Hanna Condor Orion Onion Python Pythons Derby Guardians Vulcanic
    Wildcats Hunters Hurricane Typhoid Caravan Caracas Challenge Challengers Bushmen Dragoons Sherpa Stinging Strike Sentence
    Sentinels Sparrows Spartan Spanish Swedish Turkish Polish Jackson Johnson Nelson Madison Lincoln Houston Boston Kingston
    Brighton Brandon Gordon Wilson Cameron Jordan Marshall Mitchell Campbell Anderson Peterson Hamilton Franklin Alexander
    Nicholas August Augusta Parris Listening Sharing Enforced Keller Keeler Ariel Minima Darken Iskandar Perforce
"""
NEGATIVE = _NEGATIVE.split()


@pytest.mark.parametrize(("text", "expected"), RIGHT, ids=[text for text, _ in RIGHT])
def test_a_misspelt_name_is_recognised(text: str, expected: str) -> None:
    assert expected_exists(expected), f"the catalogue has no {expected}"
    assert expected in [name.id for name in find_misspellings(text, find_names(text))]


@pytest.mark.parametrize("word", NEGATIVE)
def test_a_right_word_stays_what_it_is(word: str) -> None:
    text = f"Then {word} came."
    assert find_misspellings(text, find_names(text)) == []


def test_what_is_taken_is_not_looked_at() -> None:
    text = "Tomahawk"
    assert find_misspellings(text, find_names(text)) == []


def test_a_word_the_text_also_prints_small_is_ordinary() -> None:
    assert find_misspellings("Javellin is a javellin.", []) == []


def test_a_misspelt_plain_name_stays_plain() -> None:
    assert [n.plain for n in find_misspellings("The Javellin throw", [])] == [True]


def expected_exists(entry_id: str) -> bool:
    for lookup in (system, maker):
        try:
            lookup(entry_id)
        except KeyError:
            continue
        return True
    return False
