"""One phrase to one entry: as printed, as a part of the phrase, or as the nearest spelling."""

import pytest

from transmittal.catalogue import lineage, load, resolve_buyer, resolve_maker, resolve_system

BUYERS = [
    ("The Government of the Kingdom of Saudi Arabia", "SA"),
    ("Taipei Economic and Cultural Representative Office in the United States (TECRO)", "TW"),
    ("NATO Support and Procurement Agency (NSPA)", "NSPA"),
    ("Republic of Korea", "KR"),
    ("Government of Japan", "JP"),
    ("Türkiye", "TR"),
    ("the Phillippines", "PH"),
    ("Government of Argentinia", "AR"),
    ("Swizerland", "CH"),
    ("North Atlantic Treaty Organization", "NATO"),
    ("The Netherlands", "NL"),
    ("日本", "JP"),
    ("польша", "PL"),
]
NO_BUYER = ["", "Saudi Aramco pipeline", "Atlantis", "the customer", "Purchaser", "Mal", "Lockheed", "12345"]
SYSTEMS = [
    ("Tomahawk", "tomahawk", None, True),
    ("AGM-84L-1", "harpoon", "block-ii", True),
    ("Tomahawk Block V missiles", "tomahawk", "block-v", False),
    ("Tomahock", "tomahawk", None, False),
    ("tomahawk land attack misile", "tomahawk", None, False),
]
NO_SYSTEM = ["", "spare parts", "training", "F-999Z", "tomahawk steak", "Tomato", "support equipment"]


@pytest.mark.parametrize(("phrase", "expected"), BUYERS)
def test_a_buyer_is_resolved(phrase: str, expected: str) -> None:
    found = resolve_buyer(phrase)
    assert found is not None
    assert found.id == expected


@pytest.mark.parametrize("phrase", NO_BUYER)
def test_what_is_no_buyer_resolves_to_nothing(phrase: str) -> None:
    assert resolve_buyer(phrase) is None


@pytest.mark.parametrize(("phrase", "expected", "variant", "exact"), SYSTEMS)
def test_a_system_is_resolved(phrase: str, expected: str, variant: str | None, exact: bool) -> None:
    found = resolve_system(phrase)
    assert found is not None
    assert (found.id, found.variant, found.exact) == (expected, variant, exact)


@pytest.mark.parametrize("phrase", NO_SYSTEM)
def test_what_is_no_system_resolves_to_nothing(phrase: str) -> None:
    assert resolve_system(phrase) is None


@pytest.mark.parametrize("phrase", ["Raytheon Company, Tucson, Arizona", "RAYTHEON", "Raytheon Co.", "Raythoen"])
def test_a_maker_is_resolved(phrase: str) -> None:
    found = resolve_maker(phrase)
    assert found is not None
    assert found.id.startswith("raytheon")


@pytest.mark.parametrize("phrase", ["", "Smith Tools LLC", "to be determined"])
def test_what_is_no_known_maker_resolves_to_nothing(phrase: str) -> None:
    assert resolve_maker(phrase) is None


def test_lineage_goes_upwards_and_ends() -> None:
    for maker_id in load.makers():
        line = lineage(maker_id)
        assert line[0] == maker_id
        assert len(set(line)) == len(line)
    assert lineage("no such firm") == ()
