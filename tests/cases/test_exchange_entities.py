"""FollowTheMoney entities and W3C annotations: valid for the tools that read them, and true to the casebook."""

import io
import json
from collections import Counter
from typing import Any

import msgspec
import pytest
from casework import case_of, example_case, kept_events, readings, texts

from transmittal.cases.exchange import annotations, ftm
from transmittal.cases.exchange.slots import mentions_of
from transmittal.model import CaseFile, Event, KnownError, Modality, Stage


def all_entities() -> list[dict[str, Any]]:
    stream = io.StringIO()
    ftm.write([example_case(), case_of(list(example_case().events[:3]), "case-2")], stream)
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_every_entity_is_valid_and_refers_to_what_fits() -> None:
    model = pytest.importorskip("followthemoney").model
    entities = all_entities()
    schema = {entity["id"]: model.get(entity["schema"]) for entity in entities}
    for entity in entities:
        proxy = model.get_proxy(entity, cleaned=False)
        proxy.schema.validate(entity)
        for name, values in entity["properties"].items():
            prop = proxy.schema.get(name)
            assert sorted(proxy.get(name)) == sorted(values), f"{entity['schema']}.{name} was cleaned away"
            if prop.range is not None:
                assert all(schema[value].is_a(prop.range) for value in values), f"{entity['schema']}.{name}"


def test_ids_are_stable_and_shared_entities_written_once() -> None:
    entities = all_entities()
    assert entities == all_entities()
    counts = Counter(entity["id"] for entity in entities if entity["schema"] in ("PublicBody", "Company", "Document"))
    assert set(counts.values()) == {1}


def test_a_notification_makes_no_contract() -> None:
    notified = [kept for kept in example_case().events if kept.event.stage is Stage.APPROVAL]
    schemata = {entity["schema"] for entity in ftm.entities([case_of(notified)])}
    assert "Event" in schemata
    assert schemata.isdisjoint({"Contract", "ContractAward"})


def test_an_agreement_that_was_only_expected_makes_no_contract() -> None:
    expected = [k for k in example_case().events if k.event.stage is Stage.AGREEMENT and k.event.modality is not Modality.HAPPENED]
    assert expected
    assert not [entity for entity in ftm.entities([case_of(expected)]) if entity["schema"] == "Contract"]


def test_a_contract_has_the_one_agreed_price_and_none_when_reports_differ() -> None:
    signed = [k for k in example_case().events if k.event.stage is Stage.AGREEMENT and k.event.value]
    contract = next(entity for entity in ftm.entities([case_of(signed)]) if entity["schema"] == "Contract")
    assert (contract["properties"]["amount"], contract["properties"]["currency"]) == (["254100000000"], ["JPY"])
    money = signed[0].event.value
    assert money is not None
    other = msgspec.structs.replace(signed[0].event, value=msgspec.structs.replace(money, amount=money.amount + 1))
    told = [msgspec.structs.replace(signed[0], event=other), *signed[1:]]
    contract = next(entity for entity in ftm.entities([case_of(told)]) if entity["schema"] == "Contract")
    assert "amount" not in contract["properties"]


def test_each_step_is_proven_by_its_document() -> None:
    entities = all_entities()
    documents = {entity["id"]: entity for entity in entities if entity["schema"] == "Document"}
    steps = [entity for entity in entities if entity["schema"] == "Event"]
    assert len(steps) == len(example_case().events) + 3
    assert all(documents[step["properties"]["proof"][0]]["properties"]["sourceUrl"] == step["properties"]["sourceUrl"] for step in steps)


def count_mentions(value: Any) -> int:
    """Everything that quotes the text, counted in the JSON without asking the code under test."""
    if isinstance(value, list):
        return sum(map(count_mentions, value))
    if not isinstance(value, dict):
        return 0
    return ({"quote", "start", "end"} <= value.keys()) + sum(map(count_mentions, value.values()))


def test_every_mention_is_annotated() -> None:
    for reading in readings():
        for event in reading.events:
            assert len(list(mentions_of(event))) == count_mentions(json.loads(msgspec.json.encode(event)))


def test_selectors_find_their_words_in_the_text() -> None:
    stream = io.StringIO()
    annotations.write([example_case()], stream, texts().get)
    found = [json.loads(line) for line in stream.getvalue().splitlines()]
    by_event = {kept.id: kept for kept in example_case().events}
    assert len({annotation["id"] for annotation in found}) == len(found) > 100
    for annotation in found:
        assert (annotation["@context"], annotation["type"]) == ("http://www.w3.org/ns/anno.jsonld", "Annotation")
        body = json.loads(annotation["body"][1]["value"])
        kept = by_event[body["event"]]
        text = texts()[kept.paper.id]
        position, quote = annotation["target"]["selector"]
        assert annotation["target"]["source"] == kept.paper.url
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text
        assert text[: position["start"]].endswith(quote["prefix"])
        assert text[position["end"] :].startswith(quote["suffix"])


def test_a_body_says_what_the_mention_was_read_as() -> None:
    bodies = [json.loads(a["body"][1]["value"]) for a in annotations.annotations([example_case()], texts().get)]
    price = next(body for body in bodies if body["slot"] == "value" and body["value"]["amount"] == "254100000000")
    assert price["value"] == {"amount": "254100000000", "currency": "JPY", "basis": "contract", "bound": "about"}
    day = next(body for body in bodies if body["slot"] == "date" and body["value"]["end"] == "2024-01-18")
    assert day["value"] == {"start": "2024-01-18", "end": "2024-01-18", "calendar": "civil"}


def test_without_a_text_the_quote_stands_alone_and_a_wrong_text_is_refused() -> None:
    kept = kept_events(next(reading for reading in readings() if reading.events))[0]
    case = CaseFile(id="c", events=(kept,))
    alone = next(annotations.annotations([case], lambda _: None))
    assert alone["target"]["selector"][1].keys() == {"type", "exact"}
    with pytest.raises(KnownError, match=f"event {kept.id}"):
        list(annotations.annotations([case], lambda _: "another text"))


def test_the_builder_of_mentions_takes_an_event_with_nothing_else() -> None:
    evidence = next(reading for reading in readings() if reading.events).events[0].evidence
    bare = Event(stage=Stage.PLAN, modality=Modality.POSSIBLE, evidence=evidence)
    assert [found.slot for found in mentions_of(bare)] == [f"evidence[{n}]" for n in range(len(evidence))]
