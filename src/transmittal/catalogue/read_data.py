"""Reads the reference data as people write them, and reports every fault in them at once. Used at build time and in tests."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import msgspec
import yaml

from transmittal.catalogue import aliases
from transmittal.catalogue.aliases import Alias
from transmittal.catalogue.cldr import LANGUAGES, country_codes
from transmittal.catalogue.entries import Buyer, Channel, Maker, Office, System
from transmittal.catalogue.meaning import NameKind

Entry = System | Maker | Buyer | Channel | Office
SECTIONS: dict[str, type[Any]] = {
    "systems": System,
    "makers": Maker,
    "countries": Buyer,
    "organisations": Buyer,
    "channels": Channel,
    "offices": Office,
}
_KINDS = {
    "systems": NameKind.SYSTEM,
    "makers": NameKind.MAKER,
    "countries": NameKind.COUNTRY,
    "organisations": NameKind.ORGANISATION,
    "channels": NameKind.CHANNEL,
    "offices": NameKind.OFFICE,
}
_ROLES = frozenset({"minister", "ministry", "spokesperson", "official", "military", "company", "legislature", "press", "analyst"})
_FILE_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")


class Data:
    """All entries by section and id, and the faults met on the way: "systems/tomahawk.yml: what is wrong"."""

    def __init__(self) -> None:
        self.entries: dict[str, dict[str, Entry]] = {section: {} for section in SECTIONS}
        self.places: dict[int, str] = {}  # id() of an entry -> "systems/tomahawk.yml"
        self.faults: list[str] = []

    def place(self, entry: Entry) -> str:
        return self.places[id(entry)]

    def fault(self, place: str, what: str) -> None:
        self.faults.append(f"{place}: {what}")

    def aliases(self) -> list[tuple[str, Alias]]:
        """(file, alias) for every name in every file."""
        shared = shared_variant_names(self.entries["systems"])
        return [
            (self.place(entry), alias)
            for section in SECTIONS
            for entry in self.entries[section].values()
            for alias in _aliases(section, entry, shared)
        ]


def read_data(folder: Path) -> Data:
    """Read data/**/*.yml. Entries that cannot be decoded are left out; what is wrong with them is in .faults."""
    data = Data()
    for path in sorted(folder.rglob("*.yml")):
        place = path.relative_to(folder).as_posix()
        section = place.split("/")[0]
        if section not in SECTIONS:
            data.fault(place, f"no such folder of entries; known are {', '.join(SECTIONS)}")
            continue
        entry = _read_file(path, place, section, data)
        if entry is not None:
            data.entries[section][entry.id] = entry
            data.places[id(entry)] = place
    _check_references(data)
    for section, entries in data.entries.items():
        for entry in entries.values():
            _check_entry(entry, section, data)
    return data


def shared_variant_names(systems: dict[str, Entry]) -> frozenset[str]:
    """Lower-case variant names that more than one system uses."""
    users = Counter(
        name
        for system in systems.values()
        if isinstance(system, System)
        for name in {text.lower() for variant in system.variants for text in (variant.name, *variant.names)}
    )
    return frozenset(name for name, count in users.items() if count > 1)


def _aliases(section: str, entry: Entry, shared: frozenset[str]) -> list[Alias]:
    match entry:
        case System():
            return list(aliases.aliases_of_system(entry, shared))
        case Maker():
            return list(aliases.aliases_of_maker(entry))
        case Buyer():
            return list(aliases.aliases_of_buyer(entry, _KINDS[section]))
        case Channel():
            return list(aliases.aliases_of_channel(entry))
        case Office():
            return list(aliases.aliases_of_office(entry))


def _read_file(path: Path, place: str, section: str, data: Data) -> Entry | None:
    try:
        with path.open(encoding="utf-8") as stream:
            raw = yaml.load(stream, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        entry: Entry = msgspec.convert(raw, SECTIONS[section], strict=True)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        data.fault(place, f"not readable as YAML: {' '.join(str(error).split())}")
        return None
    except msgspec.ValidationError as error:
        data.fault(place, _in_plain_words(str(error)))
        return None
    expected = entry.id.lower() if section in ("countries", "organisations", "channels") else entry.id
    if path.stem != expected:
        data.fault(place, f'id: "{entry.id}" does not go with the file name; call the file {expected}.yml')
    if not _FILE_NAME.fullmatch(path.stem):
        data.fault(place, "file names are lower-case letters, digits and hyphens")
    if entry.id in data.entries[section]:
        data.fault(place, f'id: "{entry.id}" is already taken by {data.place(data.entries[section][entry.id])}')
        return None
    return entry


def _in_plain_words(error: str) -> str:
    """ "Object contains unknown field `nmae` - at `$.variants[0]`" → "variants[0]: Object contains unknown field `nmae`"."""
    what, _, where = error.partition(" - at ")
    where = where.strip("`").removeprefix("$").removeprefix(".")
    return f"{where}: {what}" if where else what


def _check_references(data: Data) -> None:
    makers, systems, codes = data.entries["makers"], data.entries["systems"], country_codes()
    for system in systems.values():
        assert isinstance(system, System)
        place = data.place(system)
        for i, maker in enumerate(system.makers):
            if maker not in makers:
                data.fault(place, f'makers[{i}]: "{maker}" is no id of makers/')
        if system.family is not None and (system.family not in systems or system.family == system.id):
            data.fault(place, f'family: "{system.family}" is no other id of systems/')
        for i, code in enumerate(system.origin):
            if code not in codes:
                data.fault(place, f'origin[{i}]: "{code}" is no ISO 3166-1 code')
    for maker_entry in makers.values():
        assert isinstance(maker_entry, Maker)
        place = data.place(maker_entry)
        for field in ("parent", "became"):
            target = getattr(maker_entry, field)
            if target is not None and (target not in makers or target == maker_entry.id):
                data.fault(place, f'{field}: "{target}" is no other id of makers/')
        if maker_entry.country not in codes:
            data.fault(place, f'country: "{maker_entry.country}" is no ISO 3166-1 code')


def _check_entry(entry: Entry, section: str, data: Data) -> None:
    place, codes = data.place(entry), country_codes()
    if not entry.sources:
        data.fault(place, "sources: at least one is needed")
    for field, names in _names_of(entry):
        for language in names:
            if language not in LANGUAGES and not re.fullmatch(r"[a-z]{2}", language):
                data.fault(place, f'{field}: "{language}" is no ISO 639-1 code')
    if isinstance(entry, Buyer):
        if section == "countries" and entry.id not in codes:
            data.fault(place, f'id: "{entry.id}" is no ISO 3166-1 code')
        if section == "organisations" and len(entry.id) == 2 and entry.id in codes:
            data.fault(place, f'id: "{entry.id}" is a country code')
        for i, code in enumerate(entry.members):
            if code not in codes:
                data.fault(place, f'members[{i}]: "{code}" is no ISO 3166-1 code')
    if isinstance(entry, Office):
        if entry.role not in _ROLES:
            data.fault(place, f'role: "{entry.role}" is none of {", ".join(sorted(_ROLES))}')
        if entry.country is not None and entry.country not in codes:
            data.fault(place, f'country: "{entry.country}" is no ISO 3166-1 code')
    if isinstance(entry, System):
        if entry.known_by not in ("name", "model"):
            data.fault(place, f'known_by: "{entry.known_by}" is neither name nor model')
        for variant_id, count in Counter(variant.id for variant in entry.variants).items():
            if count > 1:
                data.fault(place, f'variants: id "{variant_id}" is used {count} times')


def _names_of(entry: Entry) -> list[tuple[str, dict[str, list[str]]]]:
    fields = ("names", "phrases", "adjectives", "capitals", "governments", "forces", "bodies")
    return [(field, value) for field in fields if isinstance(value := getattr(entry, field, None), dict)]
