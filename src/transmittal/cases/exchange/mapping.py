"""The mapping file of a spreadsheet: which column fills which slot. TOML, written by whoever knows the list.

title = "Our purchases"            # what the list is called
register = "our-list"              # under which name its row numbers are kept, when a column has them
published = 2026-03-31             # the day the list was published, when nothing else says it
language = "en"                    # ISO 639-1, for months and units in words
separator = ";"                    # found by itself when left out
empty = ["n/a", "tbd"]             # cells that say nothing, besides "", "-", "..", "?"
ignore = ["Remarks"]               # columns that are left out on purpose; any other column must be mapped, or it is reported

[columns]
"Country" = "buyer"
"Value (USD m)" = {slot = "value", multiplier = "million", currency = "USD", basis = "estimate", bound = "max"}
"Notified" = {slot = "date", formats = ["%d/%m/%Y"]}
"Arrived" = "delivery.quantity"    # a step of its own, made where its cells say something

[constants]                        # slots that no column has
supplier = "United States"
stage = "approval"

[numbers]
decimal = ","
thousands = "."

[words.stage]                      # printed cell → what it means; slots stage, modality, basis, channel, buyer, supplier, system
"Signed" = "agreement"

[[skip]]                           # rows that are not read: every condition given must hold
column = "Status"
equals = ["draft"]
"""

import tomllib
from datetime import date
from decimal import Decimal
from functools import cached_property
from pathlib import Path

import msgspec

from transmittal import catalogue
from transmittal.model import Basis, Bound, Misuse, Modality, Stage

# Slots of the row's own step, and of a step named in front ("delivery.date").
SHARED = ("buyer", "supplier", "channel", "system", "variant", "transmittal", "case", "contract", "contractor", "number")
OWN = ("quantity", "value", "currency", "basis", "date", "said_by", "modality")
CONSTANTS = ("buyer", "supplier", "channel", "stage", "modality", "currency", "basis", "bound")
WORDS = ("stage", "modality", "basis", "channel", "buyer", "supplier", "system")
_MULTIPLIERS = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_EMPTY = ("", "-", "–", "—", "..", "...", "?", "n/a", "none", "unknown")


class ColumnRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a column fills, and how its cells are to be read.

    formats: of days, as strptime has them; without them ISO dates, years and months in words are read. calendar: "JP-FY" when its years
    are fiscal years.
    """

    slot: str
    multiplier: str | int = 1
    currency: str | None = None
    basis: Basis | None = None
    bound: Bound | None = None
    formats: tuple[str, ...] = ()
    calendar: str = "civil"

    @property
    def step(self) -> str:
        """The stage in front of the slot; "" for the row's own step."""
        return self.slot.partition(".")[0] if "." in self.slot else ""

    @property
    def name(self) -> str:
        """The slot itself."""
        return self.slot.rpartition(".")[2]

    @property
    def factor(self) -> Decimal:
        """By what a bare number is multiplied."""
        return Decimal(_MULTIPLIERS[self.multiplier] if isinstance(self.multiplier, str) else self.multiplier)


class Numbers(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Marks in figures."""

    decimal: str = "."
    thousands: str = ","


class Skip(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A row to leave out: its cell is one of `equals`, starts with one of `starts`, is empty. Letters' case does not matter."""

    column: str
    equals: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    empty: bool = False

    def holds(self, cell: str) -> bool:
        """Whether a row with this cell is left out."""
        small = cell.casefold()
        return (
            small in (word.casefold() for word in self.equals)
            or any(small.startswith(word.casefold()) for word in self.starts)
            or (self.empty and not cell)
        )


class Mapping(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """A mapping file, checked."""

    columns: dict[str, ColumnRule | str]
    title: str | None = None
    register: str | None = None
    published: date | None = None
    language: str | None = None
    separator: str | None = None
    empty: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    constants: dict[str, str] = {}
    numbers: Numbers = Numbers()
    words: dict[str, dict[str, str]] = {}
    skip: tuple[Skip, ...] = ()

    @cached_property
    def rules(self) -> dict[str, ColumnRule]:
        """Every column's rule, by the column's name as the file writes it."""
        return {name: ColumnRule(slot=rule) if isinstance(rule, str) else rule for name, rule in self.columns.items()}

    @cached_property
    def blanks(self) -> frozenset[str]:
        """Cells that say nothing, without case."""
        return frozenset(word.casefold() for word in (*_EMPTY, *self.empty))

    def word(self, slot: str, printed: str) -> str | None:
        """What the file says that a cell means; case and blanks do not matter."""
        wanted = " ".join(printed.casefold().split())
        table = self.words.get(slot, {})
        return next((meant for word, meant in table.items() if " ".join(word.casefold().split()) == wanted), None)


def load(path: Path) -> Mapping:
    """raises: Misuse naming the file and what is wrong in it."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Misuse(f"cannot be read ({error})", str(path), "name a mapping file") from error
    return parse(text, str(path))


def parse(text: str, where: str) -> Mapping:
    """raises: Misuse naming the key that is wrong."""
    try:
        mapping = msgspec.convert(tomllib.loads(text), Mapping)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise Misuse(f"no mapping file: {error}", where, "docs/cases/exchange.md shows one") from error
    faults = [*_column_faults(mapping), *_word_faults(mapping)]
    if faults:
        raise Misuse("; ".join(faults), where, "docs/cases/exchange.md lists slots and words")
    return mapping


def _column_faults(mapping: Mapping) -> list[str]:
    faults: list[str] = []
    slots: dict[str, str] = {}
    for column, rule in mapping.rules.items():
        if rule.step:
            known = rule.step in _CLOSED["stage"] and rule.name in OWN
        else:
            known = rule.slot in (*SHARED, *OWN, "stage")
        if not known:
            faults.append(f'columns."{column}": no slot "{rule.slot}"')
        if isinstance(rule.multiplier, str) and rule.multiplier not in _MULTIPLIERS:
            faults.append(f'columns."{column}": multiplier "{rule.multiplier}" is none of {", ".join(_MULTIPLIERS)}')
        if rule.slot in slots:
            faults.append(f'columns."{column}": "{slots[rule.slot]}" fills {rule.slot} already')
        slots[rule.slot] = column
        if rule.slot == "number" and not mapping.register:
            faults.append(f'columns."{column}": a number needs the name of its list, register = "…"')
    if "system" not in slots:
        faults.append("no column fills system")
    if "stage" not in slots and "stage" not in mapping.constants and not any(rule.step for rule in mapping.rules.values()):
        faults.append('no column says which step a row is, and constants.stage does not either: write stage = "agreement"')
    for skip in mapping.skip:
        if skip.column not in mapping.columns and skip.column not in mapping.ignore:
            faults.append(f'skip: column "{skip.column}" is neither mapped nor ignored')
    if mapping.separator is not None and len(mapping.separator) != 1:
        faults.append(f"separator {mapping.separator!r} is not one character")
    return faults


_CLOSED = {"stage": frozenset(Stage), "modality": frozenset(Modality), "basis": frozenset(Basis), "bound": frozenset(Bound)}


def _word_faults(mapping: Mapping) -> list[str]:
    faults = [f"constants.{slot}: no constant; one of {', '.join(CONSTANTS)}" for slot in mapping.constants if slot not in CONSTANTS]
    faults += [f"words.{slot}: no words are asked for; one of {', '.join(WORDS)}" for slot in mapping.words if slot not in WORDS]
    for slot in ("buyer", "supplier"):
        name = mapping.constants.get(slot)
        if name is not None and name not in catalogue.country_ids() and catalogue.resolve_buyer(name) is None:
            faults.append(f'constants.{slot}: nobody is known as "{name}"')
    meant = [(f"constants.{slot}", slot, value) for slot, value in mapping.constants.items() if slot in _CLOSED or slot == "channel"]
    meant += [(f'words.{slot}."{word}"', slot, value) for slot, table in mapping.words.items() for word, value in table.items()]
    for where, slot, value in meant:
        if not _is_known(slot, value):
            faults.append(f'{where}: "{value}" is no {slot}')
    return faults


def _is_known(slot: str, value: str) -> bool:
    if slot in _CLOSED:
        return value in _CLOSED[slot]
    look = {"channel": catalogue.channel, "buyer": catalogue.buyer, "supplier": catalogue.buyer, "system": catalogue.system}.get(slot)
    try:
        return look is None or look(value) is not None
    except KeyError:
        return False
