"""Delimited tables: found by their header, one row a block."""

import pytest

from transmittal import documents
from transmittal.documents.table import find_header
from transmittal.model import BlockKind

HEADER = "Recipient,Supplier,Year of order,Number ordered,Weapon designation,Comments"
ROW = "Angola,Israel,2004,8,Bell-212,Second-hand"

FOUND = [
    ("a header in the first line", f"{HEADER}\n{ROW}\n", 0),
    ("a preamble before it", f"Transfers of arms, by deal.\n\nIn millions.\n{HEADER}\n{ROW}\n", 42),
    ("semicolons", f"{HEADER}\n{ROW}\n".replace(",", ";"), 0),
    ("tabs", f"{HEADER}\n{ROW}\n".replace(",", "\t"), 0),
]


@pytest.mark.parametrize(("name", "text", "at"), FOUND, ids=[row[0] for row in FOUND])
def test_find_header(name: str, text: str, at: int) -> None:
    found = find_header(text)
    assert found is not None
    assert found[0] == at, name


PROSE = [
    (
        "a list in a sentence",
        "The sale has missiles, launchers, radios, trucks, trailers, spares and training.\nIt was told to Congress on Friday.\n",
    ),
    ("a header without rows", f"{HEADER}\n"),
    ("rows of other lengths", f"{HEADER}\nAngola\nIsrael, Japan\nThe end.\n"),
    ("nothing", ""),
]


@pytest.mark.parametrize(("name", "text"), PROSE, ids=[row[0] for row in PROSE])
def test_prose_is_no_table(name: str, text: str) -> None:
    assert find_header(text) is None, name


def test_each_row_is_a_block_as_printed() -> None:
    data = f'Register\n{HEADER}\nGermany,Israel,2023,4,Arrow-3,"3.6 b; from 2025, ""in\nsteps"""\n{ROW}\n'.encode()
    document = next(documents.read_bytes(data, source="register.csv"))
    rows = [document.text[b.start : b.end] for b in document.blocks if b.kind is BlockKind.ROW]
    assert rows == [HEADER, 'Germany,Israel,2023,4,Arrow-3,"3.6 b; from 2025, ""in steps"""', ROW]
    assert (document.media_type, document.title) == ("text/csv", "Register")


def test_cells_between_tabs_stay_apart() -> None:
    data = f"{HEADER}\n{ROW}\n".replace(",", "\t").encode()
    document = next(documents.read_bytes(data, source="register.tsv"))
    assert document.text.endswith("Angola | Israel | 2004 | 8 | Bell-212 | Second-hand")
