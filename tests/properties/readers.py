"""Everything that looks at hostile text, under one name each."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from transmittal.catalogue import find_designations, find_misspellings, find_names
from transmittal.forms import forms
from transmittal.mentions.dates import find_dates
from transmittal.mentions.identifiers import find_identifiers
from transmittal.mentions.items import find_items
from transmittal.mentions.money import find_money
from transmittal.mentions.quantities import find_quantities
from transmittal.mentions.speakers import find_speakers
from transmittal.mentions.systems import find_systems
from transmittal.model import Block, BlockKind, Document
from transmittal.prose import read_prose

DAY = date(2026, 5, 4)

FINDERS: dict[str, Callable[[str], Iterable[Any]]] = {
    "names": find_names,
    "designations": find_designations,
    "misspellings": lambda text: find_misspellings(text, find_names(text)),
    "money": find_money,
    "bare money": lambda text: find_money(text, bare=True, language="fr"),
    "quantities": find_quantities,
    "dates": lambda text: find_dates(text, published=DAY),
    "identifiers": find_identifiers,
    "speakers": lambda text: find_speakers(text, names=find_names(text)),
    "systems": lambda text: find_systems(text, find_names(text)),
    "items": lambda text: find_items(text, find_names(text), 0, len(text)),
}


def document(text: str) -> Document:
    """A document of paragraphs, one a line."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line:
            blocks.append(Block(start=at, end=at + len(line), kind=BlockKind.PARAGRAPH))
        at += len(line) + 1
    return Document(sha256="0" * 64, text=text, blocks=tuple(blocks), source="test", published=DAY, language="en")


def _with_form(identifier: str) -> Callable[[str], Iterable[Any]]:
    form = next(form for form in forms() if form.layout.id == identifier)

    def read(text: str) -> Iterable[Any]:
        made = document(text)
        return form.parse(made).events if form.sniff(made) else ()

    return read


READERS = (
    FINDERS | {f"form {form.layout.id}": _with_form(form.layout.id) for form in forms()} | {"prose": lambda t: read_prose(document(t))}
)
