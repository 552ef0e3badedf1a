"""Cells of an arms register: who, what, how many, in which years. Nothing here is money: a trend-indicator value is no price."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from transmittal import catalogue
from transmittal.forms.grammar.rows import EMPTY, Cell
from transmittal.mentions.systems import SystemMention, find_systems, squash, tidy
from transmittal.model import Bound, Item, Mention, Party, Period, Quantity, System, Unread

# "Unknown recipient(s)", "Multiple sellers", "..": the register does not say who.
_UNNAMED = re.compile(r"unknown\b|multiple\b|various\b|unidentified\b|\.\.|-$", re.I)
_NUMBER = re.compile(r"[(\[]?\s*(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.0+)?\s*[)\]]?\s*\??")
_YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)")
# The register hyphenates what makers write as one: "K-9 Thunder", "M-1A2".
_HYPHEN = re.compile(r"(?<=[A-Za-z])-(?=\d)")
_SURE = frozenset(("", "no", "n", "false", "0"))


def is_unsure(cell: Cell, flag: Cell) -> bool:
    """Marked uncertain: by its own flag ("?", "Yes", "X"), by brackets, by a question mark."""
    return flag.value.casefold() not in _SURE or cell.value[:1] in ("(", "[") or cell.value.endswith("?")


def main_cell(cell: Cell, flag: Cell) -> Cell:
    """Some exports print an estimated value in the flag's column and leave its own empty."""
    return flag if (not cell and _YEAR.search(flag.value)) or (not cell and _NUMBER.fullmatch(flag.value)) else cell


def build_party(cell: Cell) -> Party | None:
    """The country or organisation of a cell; None for armed groups ("*"), the unknown, and names the catalogue lacks.

    "**" marks an organisation of states, "*" a group that is no state, whatever country stands in its brackets.
    """
    found = _buyer(cell.value)
    if found is None:
        return None
    return Party(id=found[0], name=found[1], quote=cell.value, start=cell.start, end=cell.end) if _fits(cell) else None


def _fits(cell: Cell) -> bool:
    return bool(cell) and len(cell.value) == cell.end - cell.start


def is_nameless(cell: Cell) -> bool:
    """Whether the register itself says that the party is unknown or no state."""
    return not cell or _UNNAMED.match(cell.value) is not None or (cell.value.endswith("*") and not cell.value.endswith("**"))


@lru_cache(maxsize=4096)
def _buyer(printed: str) -> tuple[str, str] | None:
    if _UNNAMED.match(printed) or (printed.endswith("*") and not printed.endswith("**")):
        return None
    resolution = catalogue.exact_buyer(printed.rstrip("*").strip())
    if resolution is None:
        return None
    return resolution.id, catalogue.buyer(resolution.id).name


def build_item(designation: Cell, number: Cell, *, unsure: bool) -> Item | None:
    """The system of a designation cell with its count; a designation the catalogue lacks stays as printed. None when nothing is named."""
    if not designation or designation.end - designation.start != len(designation.value):
        return None
    found = _system(designation.value)
    at = designation.start
    if found is None:
        name = designation.value
        system = System(id=None, name=name, designation=name, quote=name, start=at, end=designation.end)
        return Item(system=system, quantity=build_quantity(number, unsure=unsure))
    start, end = found.start, found.end
    model = _printed_model(found, designation.value)
    quote = designation.value[start:end]
    system = System(id=found.id, name=found.name, designation=model, quote=quote, start=at + start, end=at + end)
    version = found.variant_start, found.variant_end
    return Item(
        system=system,
        variant=found.variant,
        variant_mention=Mention(quote=designation.value[slice(*version)], start=at + version[0], end=at + version[1])
        if found.variant and version[1]
        else None,
        quantity=build_quantity(number, unsure=unsure),
    )


@lru_cache(maxsize=4096)
def _system(printed: str) -> SystemMention | None:
    """The first system of the catalogue in a designation. Offsets count in the designation as printed."""
    found = next((s for s in find_systems(printed, catalogue.find_names(printed)) if s.id is not None), None)
    if found is not None:
        return found
    joined = _HYPHEN.sub("", printed)
    plain = next((s for s in find_systems(joined, catalogue.find_names(joined)) if s.id is not None), None) if joined != printed else None
    if plain is None:
        return None
    return SystemMention(0, len(printed), plain.id, plain.name, plain.designation, plain.kind, plain.variant, rule="without its hyphen")


def _printed_model(found: SystemMention, printed: str) -> str:
    """Registers print models ("Bell-212"); only families known by their name go by it."""
    if found.id is None or catalogue.system(found.id).known_by == "name" or squash(found.designation) in squash(printed):
        return found.designation
    return tidy(printed[found.start : found.end])


def build_quantity(cell: Cell, *, unsure: bool) -> Quantity | None:
    """A count of a register; uncertain ones are about. None for an empty cell, "..", and 0."""
    m = _NUMBER.fullmatch(cell.value)
    if m is None or (value := int(m[1].replace(",", ""))) < 1:
        return None
    at = cell.start + m.start(1)
    return Quantity(value=value, bound=Bound.ABOUT if unsure else Bound.EXACT, quote=m[1], start=at, end=at + len(m[1]))


def build_years(cell: Cell) -> Period | None:
    """From the first to the last year a cell names, as civil years: "2004; 2005", "1999-2003", "(2025)"."""
    years = list(_YEAR.finditer(cell.value))
    if not years:
        return None
    numbers = sorted(int(y[1]) for y in years)
    start, end = years[0].start(), years[-1].end()
    mention = Mention(quote=cell.value[start:end], start=cell.start + start, end=cell.start + end)
    return Period(start=date(numbers[0], 1, 1), end=date(numbers[-1], 12, 31), mention=mention)


class Strangers:
    """Columns and parties of a register that nobody knows, each kept once with the first cell that names it."""

    def __init__(self, columns: Iterable[Cell]) -> None:
        self._cells = {f"column {cell.value}": cell for cell in columns}

    def note(self, row: Mapping[str, Cell]) -> None:
        """Keep the parties of a row that the catalogue lacks; an empty cell and an "unknown recipient" name nobody."""
        for name in ("buyer", "supplier"):
            cell = row.get(name, EMPTY)
            if not is_nameless(cell) and build_party(cell) is None:
                self._cells.setdefault(f"{name} {cell.value}", cell)

    def unread(self, text: str) -> tuple[Unread, ...]:
        """What no rule used or ignored by name, in the order found."""
        kept = ((field, cell) for field, cell in self._cells.items() if cell)
        return tuple(Unread(field=field, quote=text[cell.start : cell.end], start=cell.start, end=cell.end) for field, cell in kept)
