"""What people write to put a slot right."""

from typing import Any, NamedTuple

import msgspec
import pytest
from casework import kept_events, readings

from transmittal.cases.corrections import read_correction
from transmittal.cases.plain_values import parse_channel, parse_count, parse_firm, parse_money, parse_party, parse_period, parse_system
from transmittal.model import KeptEvent, Misuse, Stage


class Case(NamedTuple):
    name: str
    words: str
    means: Any


COUNTS = [
    Case("a plain number", "400", (400, "exact", None)),
    Case("thousands with commas", "1,000", (1000, "exact", None)),
    Case("a ceiling", "up to 400", (400, "max", None)),
    Case("a floor in words with its noun", "at least six aircraft", (6, "min", "aircraft")),
    Case("words and figures", "up to forty (40)", (40, "max", None)),
    Case("none is no count", "0", Misuse),
    Case("a part is no count", "10 of 20", Misuse),
    Case("letters are no count", "many", Misuse),
    Case("more than there is", "9" * 200, Misuse),
    Case("nothing", "", Misuse),
]
AMOUNTS = [
    Case("a code in front", "USD 2.35 billion", ("2350000000", "USD", "estimate", "exact")),
    Case("a sign, a ceiling, a basis", "up to $2.35 billion (contract)", ("2350000000", "USD", "contract", "max")),
    Case("a word behind", "254.1 billion yen", ("254100000000", "JPY", "estimate", "exact")),
    Case("a word for the basis", "about EUR 10 million obligated", ("10000000", "EUR", "obligated", "about")),
    Case("two amounts are not one", "$1 million or $2 million", Misuse),
    Case("no currency and nothing to take it from", "2.35 billion", Misuse),
    Case("words", "a lot of money", Misuse),
]
PERIODS = [
    Case("a day", "2024-01-18", ("2024-01-18", "2024-01-18", "civil")),
    Case("a month", "2024-02", ("2024-02-01", "2024-02-29", "civil")),
    Case("a year", "2024", ("2024-01-01", "2024-12-31", "civil")),
    Case("from month to month", "2024-01..2024-03", ("2024-01-01", "2024-03-31", "civil")),
    Case("an open beginning", "..2028", (None, "2028-12-31", "civil")),
    Case("an open end", "2026-04..", ("2026-04-01", None, "civil")),
    Case("a deadline in words", "by 2028", (None, "2028-12-31", "civil")),
    Case("the buyer's fiscal year", "FY2026", ("2026-04-01", "2027-03-31", "JP-FY")),
    Case("part of a year", "early 2024", ("2024-01-01", "2024-04-30", "civil")),
    Case("a day that is in no calendar", "2024-02-30", Misuse),
    Case("an end before the beginning", "2024-03..2024-01", Misuse),
    Case("nothing to count from", "last Friday", Misuse),
    Case("two points and nothing else", "..", Misuse),
    Case("a year of no purchase", "0001", Misuse),
]
PARTIES = [
    Case("a code", "JP", "JP"),
    Case("a code in small letters", "jp", "JP"),
    Case("a name", "Japan", "JP"),
    Case("a name with its article", "the Netherlands", "NL"),
    Case("a name in its own language", "日本", "JP"),
    Case("an organisation", "NSPA", "NSPA"),
    Case("a country of films", "Wakanda", Misuse),
    Case("a slip is asked about, not guessed", "Jappan", Misuse),
    Case("nothing", " ", Misuse),
]


def check(case: Case, read: Any) -> None:
    if case.means is Misuse:
        with pytest.raises(Misuse) as caught:
            read(case.words)
        assert caught.value.hint
    else:
        assert read(case.words) == case.means


@pytest.mark.parametrize("case", COUNTS, ids=lambda case: case.name)
def test_counts(case: Case) -> None:
    check(case, lambda words: tuple(parse_count(words)[key] for key in ("value", "bound", "unit")))


@pytest.mark.parametrize("case", AMOUNTS, ids=lambda case: case.name)
def test_amounts(case: Case) -> None:
    keys = ("amount", "currency", "basis", "bound")
    check(case, lambda words: tuple(parse_money(words, Stage.APPROVAL, None)[key] for key in keys))


@pytest.mark.parametrize("case", PERIODS, ids=lambda case: case.name)
def test_periods(case: Case) -> None:
    check(case, lambda words: tuple(parse_period(words, "JP")[key] for key in ("start", "end", "calendar")))


@pytest.mark.parametrize("case", PARTIES, ids=lambda case: case.name)
def test_parties(case: Case) -> None:
    check(case, lambda words: parse_party(words, "buyer")["id"])


def test_names_of_the_catalogue_and_others() -> None:
    assert parse_channel("Foreign Military Sales")["id"] == parse_channel("fms")["id"] == "FMS"
    assert parse_system("tomahawk") == {"id": "tomahawk", "name": "Tomahawk", "designation": "Tomahawk", "variant": None}
    assert parse_system("Tomahawk Block V")["variant"] == "Block V"
    assert parse_system("Nonesuch X")["id"] is None
    assert parse_firm("Nobody & Sons") == {"id": None, "name": "Nobody & Sons"}


# ---- on an event of a shipped document


@pytest.fixture(scope="module")
def release() -> tuple[KeptEvent, str]:
    reading = next(r for r in readings() if r.document.source == "2023-11-17-dsca-release.html")
    return kept_events(reading)[0], reading.document.text


class Slot(NamedTuple):
    name: str
    slot: str
    words: str
    where: str  # the ledger's slot
    part: tuple[Any, ...]  # the path into the new object
    means: Any


SLOTS = [
    Slot("a stage keeps the modality", "stage", "agreement", "step", ("modality",), "happened"),
    Slot("a modality", "modality", "possible", "step", ("modality",), "possible"),
    Slot("a party stands on the words of the old one", "buyer", "AU", "buyer", ("quote",), "Government of Japan"),
    Slot("and says that it is inferred", "buyer", "AU", "buyer", ("inferred",), True),
    Slot("an amount keeps the currency", "value", "2.36 billion", "value", ("currency",), "USD"),
    Slot("one part of an amount", "value.bound", "exact", "value", ("bound",), "exact"),
    Slot("a date stands on its own words", "date", "2024-01", "date", ("mention", "inferred"), True),
    Slot("one end of a date", "date.end", "2023-12", "date", ("end",), "2023-12-31"),
    Slot("an open end", "date.end", "none", "date", ("end",), None),
    Slot("a count of an item", "items[0].quantity", "up to 210", "item.0", ("quantity", "value"), 210),
    Slot("a bound alone", "item.0.quantity.bound", "exact", "item.0", ("quantity", "bound"), "exact"),
    Slot("a version", "item.0.variant", "Block Va", "item.0", ("variant",), "Block Va"),
    Slot("another system with its version", "item.0.system", "Tomahawk Block Vb", "item.0", ("variant",), "Block Vb"),
    Slot("a whole item", "item.0", "60 JSM", "item.0", ("system", "id"), "jsm"),
    Slot("one item more", "item.3", "60 JSM", "item.3", ("quantity", "value"), 60),
    Slot("an item that nobody knows", "item.3", "12 Nonesuch X", "item.3", ("system", "designation"), "Nonesuch X"),
    Slot("a number stands on the evidence", "identifiers.transmittal", "23–99", "identifiers", ("transmittal",), "23-99"),
    Slot(
        "several numbers", "identifiers.contract", "N00019-24-C-0001, W31P4Q-24-C-0002", "identifiers", ("contract", 1), "W31P4Q-24-C-0002"
    ),
    Slot("a register's number", "identifiers.register.ours", "17", "identifiers", ("register", "ours"), "17"),
    Slot("a speaker with an office", "source", "Minoru Kihara (minister)", "source", ("role",), "minister"),
    Slot("JSON of the contract", "channel", '{"id": "DCS"}', "channel", ("id",), "DCS"),
    Slot("JSON without the names", "supplier", '{"id": "NO"}', "supplier", ("name",), "Norway"),
    Slot("a place of a firm", "contractor.0.location", "Tucson", "contractor.0", ("location",), "Tucson"),
]


@pytest.mark.parametrize("case", SLOTS, ids=lambda case: case.name)
def test_a_slot_is_put_right(case: Slot, release: tuple[KeptEvent, str]) -> None:
    kept, text = release
    correction = read_correction(kept, case.slot, case.words, text=text)
    assert correction.slot == case.where
    found = correction.value
    for key in case.part:
        found = found[key]
    assert found == case.means
    assert [m for m in mentions(correction.value) if text[m["start"] : m["end"]] != m["quote"]] == []


def mentions(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, dict):
        return [value] * ("quote" in value) + [m for part in value.values() for m in mentions(part)]
    return [m for part in value for m in mentions(part)] if isinstance(value, list | tuple) else []


def test_a_mention_of_its_own_must_be_in_the_document(release: tuple[KeptEvent, str]) -> None:
    kept, text = release
    at = text.index("Foreign Military Sale")
    given = {"id": "DCS", "quote": "Foreign Military Sale", "start": at, "end": at + 21}
    made = read_correction(kept, "channel", msgspec.json.encode(given).decode(), text=text)
    assert (made.value["start"], made.value["inferred"]) == (at, False)
    with pytest.raises(Misuse, match="does not stand there"):
        read_correction(kept, "channel", msgspec.json.encode(given | {"start": at + 1, "end": at + 22}).decode(), text=text)


REFUSED = [
    Case("a slot that no event has", "price", "1"),
    Case("evidence is not corrected", "evidence.0", "x"),
    Case("a slot within no slot", "buyer.wealth", "x"),
    Case("a stage cannot be empty", "stage", "none"),
    Case("a system cannot be empty", "item.0.system", "none"),
    Case("an unknown stage", "stage", "bought"),
    Case("an unknown key", "value", '{"amunt": "1"}'),
    Case("a key that is missing", "value", '{"amount": "1", "currency": "USD"}'),
    Case("an amount that is none", "value", '{"amount": "NaN", "currency": "USD", "basis": "budget", "bound": "max"}'),
    Case("an amount of three hundred digits", "value.amount", "9" * 300),
    Case("an amount below nothing", "value.amount", "-1"),
    Case("a count of none", "item.0", '{"system": {"id": "jsm"}, "quantity": {"value": 0, "bound": "max"}}'),
    Case("half of JSON", "value", '{"amount":'),
    Case("a list is no object", "value", "[1]"),
    Case("JSON nested too deeply", "value", "[" * 5000),
    Case("JSON of a country that is none", "buyer", '{"id": "ZZ", "name": "Zed"}'),
    Case("nothing at all", "value", "  "),
    Case("bytes that are no text", "buyer", "\udcff"),
    Case("bytes that are no text, for a speaker", "source", "\udcff"),
    Case("half a character in JSON", "source", '{"name": "\\udcff"}'),
    Case("what it says already", "buyer", "Japan"),
    Case("empty and empty again", "source", "none"),
    Case("no firm yet to have a place", "contractor.9.location", "x"),
    Case("a number of which kind", "identifiers", "23-99"),
]


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case.name)
def test_what_is_no_value_is_refused_with_a_hint(case: Case, release: tuple[KeptEvent, str]) -> None:
    kept, text = release
    with pytest.raises(Misuse) as caught:
        read_correction(kept, case.words, case.means, text=text)
    assert caught.value.hint
