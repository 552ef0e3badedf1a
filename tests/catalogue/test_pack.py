"""The reference data: every fault is found, all at once, and named where it stands."""

from pathlib import Path

import msgspec
import pytest

from transmittal.catalogue import load
from transmittal.catalogue.meaning import SCHEMA
from transmittal.catalogue.pack import DATA, assemble, pack
from transmittal.catalogue.read_data import read_data
from transmittal.model import KnownError

SOURCES = "sources: [{title: SIPRI}]\n"
TOMAHAWK = "id: tomahawk\nname: Tomahawk\nkind: missile\nvariants: [{id: block-iv, name: Block IV}]\n" + SOURCES


class Fault:
    """One broken data folder and the fault it must give."""

    def __init__(self, name: str, files: dict[str, str], expected: str) -> None:
        self.name, self.files, self.expected = name, files, expected


def system(entry_id: str, name: str, more: str = "") -> str:
    return f"id: {entry_id}\nname: {name}\nkind: missile\n{more}{SOURCES}"


TWO_VARIANTS = "variants: [{id: iv, name: Block IV}, {id: v, name: Block V, names: [Block IV]}]\n"
FAULTS = [
    Fault("a misspelt key", {"systems/a.yml": system("a", "Aa", "nmae: x\n")}, "systems/a.yml: Object contains unknown field `nmae`"),
    Fault("a wrong kind", {"systems/a.yml": "id: a\nname: Aa\nkind: rocket\n" + SOURCES}, "a.yml: kind: Invalid enum value 'rocket'"),
    Fault("no YAML", {"systems/a.yml": "id: [a\n"}, "systems/a.yml: not readable as YAML"),
    Fault("a file named otherwise", {"systems/b.yml": system("a", "Aa")}, 'systems/b.yml: id: "a" does not go with the file name'),
    Fault("a folder nobody knows", {"planes/a.yml": "id: a\n"}, "planes/a.yml: no such folder of entries"),
    Fault("a maker that is not there", {"systems/a.yml": system("a", "Aa", "makers: [acme]\n")}, 'makers[0]: "acme" is no id of makers/'),
    Fault("a country that is none", {"systems/a.yml": system("a", "Aa", "origin: [UK]\n")}, 'origin[0]: "UK" is no ISO 3166-1 code'),
    Fault(
        "its own parent", {"makers/a.yml": "id: a\nname: Aa\ncountry: US\nparent: a\n" + SOURCES}, 'parent: "a" is no other id of makers/'
    ),
    Fault(
        "no source", {"systems/a.yml": "id: a\nname: Aa\nkind: missile\nsources: []\n"}, "systems/a.yml: sources: at least one is needed"
    ),
    Fault("a refused phrase of no use", {"systems/tomahawk.yml": TOMAHAWK + "refuse: [rib eye]\n"}, 'refuse[0]: "rib eye" contains none'),
    Fault(
        "one name for two systems",
        {"systems/tomahawk.yml": TOMAHAWK, "systems/zz.yml": system("zz", "Tomahawk")},
        'systems/zz.yml: name: "Tomahawk" already names tomahawk',
    ),
    Fault(
        "one name for two variants",
        {"systems/a.yml": system("a", "Aa", TWO_VARIANTS)},
        'systems/a.yml: variants[1].names[0]: "Block IV" already names iv',
    ),
    Fault(
        "a role nobody plays",
        {"offices/a.yml": "id: a\nname: Aa\nrole: king\nnames: {en: [a king]}\n" + SOURCES},
        'role: "king" is none of',
    ),
]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_each_fault_is_named_where_it_stands(fault: Fault, tmp_path: Path) -> None:
    write(tmp_path, fault.files)
    faults = pack(tmp_path, tmp_path / "packed.msgpack")
    assert [f for f in faults if fault.expected in f], faults
    assert not (tmp_path / "packed.msgpack").exists()


def test_all_faults_come_at_once(tmp_path: Path) -> None:
    write(tmp_path, FAULTS[0].files | {"makers/b.yml": "id: c\nname: Bb\ncountry: XX\n" + SOURCES})
    assert len(pack(tmp_path, tmp_path / "packed.msgpack")) == 3


def test_two_systems_may_share_the_name_of_a_variant(tmp_path: Path) -> None:
    write(tmp_path, {"systems/tomahawk.yml": TOMAHAWK, "systems/zz.yml": TOMAHAWK.replace("tomahawk", "zz").replace("Tomahawk", "Zz")})
    assert pack(tmp_path, tmp_path / "packed.msgpack") == []


def test_a_lenient_pack_keeps_what_is_sound(tmp_path: Path) -> None:
    write(tmp_path, {"systems/tomahawk.yml": TOMAHAWK, "systems/bad.yml": "id: [\n"})
    target = tmp_path / "packed.msgpack"
    assert len(pack(tmp_path, target, lenient=True)) == 1
    assert "Tomahawk" in load.decode(target.read_bytes()).patterns


def test_a_pack_of_another_schema_says_what_to_do() -> None:
    with pytest.raises(KnownError, match=r"schema 0.*transmittal\.catalogue\.pack"):
        load.decode(msgspec.msgpack.encode({"schema": SCHEMA - 1}))


def test_a_damaged_pack_says_what_to_do() -> None:
    with pytest.raises(KnownError, match="damaged"):
        load.decode(b"\x01\x02")


def test_the_data_as_they_are_have_no_fault() -> None:
    data = read_data(DATA)
    assemble(data)
    assert sorted(data.faults) == []


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
