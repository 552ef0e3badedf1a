"""Packs data/**/*.yml and the country names of CLDR into packed.msgpack. Used at build time and in a development checkout.

`python -m transmittal.catalogue.pack` packs in place, or prints all faults and changes nothing.
"""

import os
import sys
from difflib import get_close_matches
from pathlib import Path

import msgspec

from transmittal.catalogue.aliases import Alias
from transmittal.catalogue.cldr import country_codes, display_name, territory_names
from transmittal.catalogue.entries import Buyer, Source
from transmittal.catalogue.folding import fold
from transmittal.catalogue.meaning import SCHEMA, Form, Meaning, NameKind, Packed, Tail
from transmittal.catalogue.read_data import SECTIONS, Data, read_data
from transmittal.catalogue.surfaces import printed_forms, tail_of
from transmittal.model import KnownError

HERE = Path(__file__).parent
DATA = HERE / "data"
PACKED = HERE / "packed.msgpack"
# Who keeps a printed form when two entries of one kind claim it; two claims of the first rank are a fault.
_GIVEN, _DERIVED, _CLDR, _CLDR_DERIVED = range(4)


class Table:
    """Printed forms and what they mean, as they come in."""

    def __init__(self) -> None:
        self.forms: dict[str, dict[tuple[NameKind, bool, str], tuple[int, Meaning, str, str]]] = {}

    def add(self, text: str, rank: int, meaning: Meaning, file: str, where: str) -> str | None:
        """Returns a fault when another entry of the same kind has the same name given."""
        owner = meaning.id if meaning.refuse or meaning.context else ""
        key = (meaning.kind, meaning.refuse or meaning.context, owner)
        claims = self.forms.setdefault(text, {})
        held = claims.get(key)
        if held is None or rank < held[0]:
            claims[key] = (rank, meaning, file, where)
            return None
        if rank == held[0] == _GIVEN and _differ(held[1], meaning):
            return f'{file}: {where}: "{text}" already names {_whose(held[1], meaning)}'
        return None

    def packed(self) -> tuple[list[str], list[list[int]], list[Meaning]]:
        numbers: dict[Meaning, int] = {}
        patterns = sorted(self.forms)
        readings = [[numbers.setdefault(m, len(numbers)) for _, m, _, _ in self.forms[p].values()] for p in patterns]
        return patterns, readings, list(numbers)


def pack(data_folder: Path = DATA, target: Path = PACKED, lenient: bool = False) -> list[str]:
    """Write the packed catalogue and return the faults found.

    With faults nothing is written, unless lenient: then what is sound is packed (for a checkout in which somebody is still editing).
    """
    data = read_data(data_folder)
    packed = assemble(data)
    if data.faults and not lenient:
        return sorted(data.faults)
    scratch = target.with_suffix(f".{os.getpid()}")
    scratch.write_bytes(msgspec.msgpack.encode(packed))
    scratch.replace(target)
    return sorted(data.faults)


def assemble(data: Data) -> Packed:
    """Put entries, CLDR names and printed forms together; name conflicts are added to data.faults."""
    table = Table()
    for file, alias in data.aliases():
        if fault := _add_given(table, file, alias):
            data.faults.append(fault)
    _check_refusals(data)
    _add_territories(table, data)
    patterns, readings, meanings = table.packed()
    raw = {section: msgspec.Raw(msgspec.msgpack.encode(list(data.entries[section].values()))) for section in SECTIONS}
    return Packed(schema=SCHEMA, patterns=patterns, readings=readings, meanings=meanings, **raw)


def main() -> int:
    faults = pack()
    for fault in faults:
        print(fault, file=sys.stderr)
    if faults:
        print(f"{len(faults)} faults, nothing packed", file=sys.stderr)
        return 1
    print(f"{PACKED.name}: {PACKED.stat().st_size:,} bytes")
    return 0


def pack_or_raise(data_folder: Path = DATA, target: Path = PACKED) -> None:
    """For the build: any fault stops it."""
    if faults := pack(data_folder, target):
        raise KnownError(f"{len(faults)} faults\n" + "\n".join(faults), "catalogue data", "see catalogue/data/README.md")


def _add_given(table: Table, file: str, alias: Alias) -> str | None:
    fault, meaning = None, alias.meaning
    for i, text in enumerate(alias.printed()):
        rank = _GIVEN if i == 0 else _DERIVED
        fault = table.add(text, rank, meaning, file, alias.place) or fault
    if meaning.kind is NameKind.SYSTEM and not meaning.refuse and len(alias.text) >= 5 and alias.text.isalpha() and alias.text.isupper():
        # British papers print Himars and Nasams. Some such words are ordinary (SPICE, SCALP), hence plain.
        table.add(alias.text.capitalize(), _DERIVED, msgspec.structs.replace(meaning, plain=True), file, alias.place)
    return fault


def _add_territories(table: Table, data: Data) -> None:
    countries = data.entries["countries"]
    for code, language, name, stem_tail in territory_names():
        entry = countries.get(code)
        if entry is None:
            entry = Buyer(id=code, name=display_name(code), sources=[Source(title="ISO 3166-1; Unicode CLDR")])
            countries[code] = entry
        assert isinstance(entry, Buyer)
        tail = stem_tail if stem_tail is not None else tail_of(name, language, Form.NAME)
        if stem_tail is None and tail in (Tail.SLAVIC, Tail.POLISH):
            tail = Tail.WORD
        meaning = Meaning(NameKind.COUNTRY, code, Form.NAME, None, entry.plain, tail)
        for i, text in enumerate(printed_forms(name, language, Form.NAME)):
            table.add(text, _CLDR if i == 0 else _CLDR_DERIVED, meaning, "CLDR", language)
    for code in country_codes() - countries.keys():
        countries[code] = Buyer(id=code, name=display_name(code), sources=[Source(title="ISO 3166-1")])


def _check_refusals(data: Data) -> None:
    """A refused phrase must contain one of the entry's names, or a word easily taken for one misspelt; else it refuses nothing."""
    for entry_file, phrases, own in _refusals(data):
        for place, phrase in phrases:
            folded = phrase.lower()
            if not any(name in folded for name in own) and not any(get_close_matches(word, own, 1, 0.75) for word in folded.split()):
                data.fault(entry_file, f'{place}: "{phrase}" contains none of the names of the entry')


def _refusals(data: Data) -> list[tuple[str, list[tuple[str, str]], set[str]]]:
    phrases: dict[str, list[tuple[str, str]]] = {}
    own: dict[str, set[str]] = {}
    for file, alias in data.aliases():
        if alias.meaning.refuse:
            phrases.setdefault(file, []).append((alias.place, fold(alias.text)))
        else:
            own.setdefault(file, set()).update(form.lower() for form in alias.printed())
    for code, _, name, _ in territory_names():
        own.setdefault(f"countries/{code.lower()}.yml", set()).add(name.lower())
    return [(file, found, own.get(file, set())) for file, found in phrases.items()]


def _differ(first: Meaning, second: Meaning) -> bool:
    return first.id != second.id or (first.variant != second.variant and None not in (first.variant, second.variant))


def _whose(held: Meaning, claimant: Meaning) -> str:
    return str(held.variant) if held.id == claimant.id else held.id


if __name__ == "__main__":
    sys.exit(main())
