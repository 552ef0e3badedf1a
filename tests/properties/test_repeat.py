"""Reading changes nothing: the same bytes read alike every time, whatever was read before them."""

from functools import cache
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest

import transmittal
from transmittal.cli.output import contract

EXAMPLES = Path(__file__).parents[2] / "examples"
SOURCES = sorted(p for p in EXAMPLES.iterdir() if p.suffix in (".txt", ".html", ".pdf", ".csv"))


def output(path: Path) -> list[bytes]:
    """What is printed of each document of a file."""
    return [msgspec.json.encode(contract(reading)) for reading in transmittal.read(path)]


@cache
def first(path: Path) -> list[bytes]:
    return output(path)


def test_there_are_documents_to_read() -> None:
    assert len(SOURCES) > 10


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_read_twice_is_read_alike(path: Path) -> None:
    assert output(path) == first(path)


def test_the_order_of_documents_does_not_matter() -> None:
    forward = {path: first(path) for path in SOURCES}
    backward = {path: output(path) for path in reversed(SOURCES)}
    assert backward == forward


def test_another_document_in_between_does_not_matter() -> None:
    for path, other in pairwise(SOURCES[:6]):
        alone = first(path)
        transmittal.read_text("Chile ordered ten F-16 fighters. It will receive them in 2030.")
        output(other)
        assert output(path) == alone


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_the_text_and_its_offsets_do_not_depend_on_the_caller(path: Path) -> None:
    """What the caller knows of the day and the address changes no character of the canonical text."""
    plain = [r.document.text for r in transmittal.read(path)]
    told = [r.document.text for r in transmittal.read(path, url="https://elsewhere.example/")]
    assert told == plain
