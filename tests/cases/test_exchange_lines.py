"""JSON Lines: what goes out comes back the same, and nothing comes in whose quotes are not in its text."""

import io
import json
from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from casework import EXAMPLES, example_case, readings, texts

from transmittal.cases.exchange import jsonl, lines
from transmittal.cli.output import contract
from transmittal.model import UnreadableDocument
from transmittal.reading import read


def exported(*, with_texts: bool = True) -> list[str]:
    stream = io.StringIO()
    jsonl.write([example_case()], stream, texts().get if with_texts else None)
    return stream.getvalue().splitlines()


def test_a_case_comes_back_as_it_was() -> None:
    assert list(jsonl.read(exported())) == [example_case()]
    stream = io.StringIO()
    jsonl.write(jsonl.read(exported()), stream, texts().get)
    assert stream.getvalue().splitlines() == exported()


def test_a_case_gives_its_documents_as_they_were_read_before_correction() -> None:
    assert any(kept.corrections for kept in example_case().events)
    found = {reading.document.text: reading for reading in lines.read(exported())}
    assert len(found) == sum(bool(reading.events) for reading in readings())
    for reading in readings():
        if reading.events:
            back = found[reading.document.text]
            assert back.events == reading.events
            assert (back.document.url, back.document.published, back.document.kind) == (
                reading.document.url,
                reading.document.published,
                reading.document.kind,
            )


def test_texts_can_come_from_elsewhere_and_are_missed_by_name() -> None:
    assert len(list(lines.read(exported(with_texts=False), text_of=texts().get))) == len(list(lines.read(exported())))
    errors: list[UnreadableDocument] = []
    assert list(lines.read(exported(with_texts=False), source="c.jsonl", on_error=errors.append)) == []
    assert {error.code for error in errors} == {"no_text"}
    assert errors[0].where.startswith("c.jsonl, line 1, document ")


def test_a_changed_text_is_not_taken_for_the_one_that_was_read() -> None:
    line = json.loads(exported()[0])
    document = next(iter(line["texts"]))
    line["texts"][document] += " "
    errors: list[UnreadableDocument] = []
    kept = list(lines.read([json.dumps(line)], on_error=errors.append))
    assert [error.code for error in errors] == ["digest"]
    assert len(kept) == len(line["texts"]) - 1


def test_what_read_prints_reads_back() -> None:
    for reading in readings():
        line = msgspec.json.encode(contract(reading, explain=True))
        assert [back.events for back in lines.read([line])] == [reading.events]
        assert next(lines.read([line])).unread == reading.unread


def good() -> dict[str, Any]:
    reading = next(iter(read(EXAMPLES / "2024-01-18-letter-signed.txt")))
    made: dict[str, Any] = json.loads(msgspec.json.encode(contract(reading)))
    return made


def without_quote(line: dict[str, Any]) -> None:
    for span in line["events"][0]["evidence"]:
        del span["quote"]


def test_evidence_needs_no_more_than_its_place() -> None:
    line = good()
    whole = list(lines.read([json.dumps(line)]))
    without_quote(line)
    assert list(lines.read([json.dumps(line)])) == whole


def shift(line: dict[str, Any]) -> None:
    line["events"][0]["buyer"]["start"] += 1
    line["events"][0]["buyer"]["end"] += 1


def negative(line: dict[str, Any]) -> None:
    line["events"][0]["buyer"] |= {"start": -5, "end": -2, "quote": line["document"]["text"][-5:-2]}


def strange_stage(line: dict[str, Any]) -> None:
    line["events"][0]["stage"] = "rumour"


def no_evidence(line: dict[str, Any]) -> None:
    line["events"][0]["evidence"] = []


def no_text(line: dict[str, Any]) -> None:
    del line["document"]["text"]


def not_a_number(line: dict[str, Any]) -> None:
    event = next(event for event in line["events"] if event["value"])
    event["value"]["amount"] = "NaN"


def failed(line: dict[str, Any]) -> None:
    line.clear()
    line |= {"source": "x.pdf", "error": {"code": "encrypted", "message": "encrypted PDF"}}


def quote_beyond(line: dict[str, Any]) -> None:
    line["events"][0]["evidence"][0]["quote"] += "!"


BAD: list[tuple[Callable[[dict[str, Any]], None], str]] = [
    (shift, "span"), (negative, "span"), (strange_stage, "schema"), (no_evidence, "schema"), (no_text, "schema"), (not_a_number, "schema"),
    (failed, "not_read"), (quote_beyond, "span"),
]  # fmt: skip


@pytest.mark.parametrize(("spoil", "code"), BAD, ids=lambda value: getattr(value, "__name__", str(value)))
def test_a_bad_line_costs_only_itself_and_is_named(spoil: Callable[[dict[str, Any]], None], code: str) -> None:
    line = good()
    spoil(line)
    errors: list[UnreadableDocument] = []
    kept = list(lines.read([json.dumps(good()), json.dumps(line), "", json.dumps(good())], source="in.jsonl", on_error=errors.append))
    assert len(kept) == 2
    assert [(error.code, error.where.split(", event")[0]) for error in errors] == [(code, "in.jsonl, line 2")]


@pytest.mark.parametrize("line", ["{", "[]", "null", '"x"', "[" * 5000, "{}", '{"schema": "transmittal.case/9"}', b"\xff\xfe"])
def test_no_junk_stops_the_import(line: str | bytes) -> None:
    errors: list[UnreadableDocument] = []
    assert list(lines.read([line], on_error=errors.append)) == []
    assert len(errors) == 1
    with pytest.raises(UnreadableDocument):
        list(lines.read([line]))
