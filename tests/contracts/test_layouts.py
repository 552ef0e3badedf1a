"""One suite over every official layout: whole documents in, events out, each claim with its quote."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest

from transmittal import documents
from transmittal.cli.output import contract
from transmittal.forms import forms
from transmittal.model import Document
from transmittal.reading import read_document

GOLDEN = Path(__file__).parents[1] / "golden"
NOTES = Path(__file__).parents[2] / "docs" / "reading"
LAYOUTS = [form.layout.id for form in forms()]
SET = sorted(path for layout in LAYOUTS for path in (GOLDEN / layout).glob("*") if path.suffix != ".json")
RUNNING = sorted(path for path in (GOLDEN / "none").glob("*") if path.suffix != ".json")


def name(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


@cache
def document(path: Path) -> Document:
    return next(documents.read_path(path))


@cache
def reading(path: Path) -> dict[str, Any]:
    """The object of the contract, as it is after being printed."""
    printed: dict[str, Any] = json.loads(msgspec.json.encode(contract(read_document(document(path)))))
    return printed


def mentions(value: Any) -> list[dict[str, Any]]:
    """Everything in a contract object that quotes the text."""
    if isinstance(value, list):
        return [m for v in value for m in mentions(v)]
    if not isinstance(value, dict):
        return []
    own = [value] if {"quote", "start", "end"} <= value.keys() else []
    return own + [m for v in value.values() for m in mentions(v)]


@pytest.mark.parametrize("path", SET, ids=name)
def test_a_golden_document_reads_as_reviewed(path: Path) -> None:
    """A missing JSON is written for review; a changed reading fails and is reviewed as a diff."""
    read = {key: reading(path)[key] for key in ("layout", "events", "unread")} | {"kind": reading(path)["document"]["kind"]}
    stored = path.with_name(path.name + ".json")
    if not stored.exists():
        stored.write_text(json.dumps(read, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        pytest.fail(f"{name(stored)} was missing and has been written: review it, then run again")
    assert read == json.loads(stored.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", [*SET, *RUNNING], ids=name)
def test_one_layout_and_no_other_claims_a_document(path: Path) -> None:
    claimed = [form.layout.id for form in forms() if form.sniff(document(path))]
    assert claimed == ([path.parent.name] if path.parent.name != "none" else [])


@pytest.mark.parametrize("path", SET, ids=name)
def test_every_quote_is_in_its_text_and_every_event_has_evidence(path: Path) -> None:
    read = reading(path)
    text = read["document"]["text"]
    assert read["events"], "a golden document reports something"
    assert all(event["evidence"] for event in read["events"])
    assert [m for m in mentions(read["events"]) + mentions(read["unread"]) if text[m["start"] : m["end"]] != m["quote"]] == []


@pytest.mark.parametrize("path", SET, ids=name)
def test_events_come_in_the_order_of_their_evidence(path: Path) -> None:
    starts = [event["evidence"][0]["start"] for event in reading(path)["events"]]
    assert starts == sorted(starts)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_has_two_golden_documents_and_notes(layout: str) -> None:
    assert len([path for path in SET if path.parent.name == layout]) >= 2
    assert (NOTES / f"{layout}.md").exists()
