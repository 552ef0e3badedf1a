"""Import of somebody's list: a CSV or TSV table and a mapping file → one reading, as of any document.

Strict: a column is mapped, ignored by name, or reported; a cell that names nobody, or cannot be read for certain, is reported and leaves
its slot empty; a row whose step is unknown gives no event. What a constant of the mapping says is inferred from the row.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TypedDict

import msgspec

from transmittal import catalogue
from transmittal.cases.exchange.mapping import ColumnRule, Mapping
from transmittal.cases.exchange.sheet import read_sheet
from transmittal.cases.exchange.values import parse_amount, parse_count, parse_period
from transmittal.forms.grammar.register import build_item
from transmittal.forms.grammar.rows import EMPTY, Cell, fold_column
from transmittal.model import (
    Basis,
    Block,
    Bound,
    Channel,
    Contractor,
    Event,
    Identifiers,
    Item,
    Mention,
    Modality,
    Money,
    Party,
    Period,
    Quantity,
    Source,
    Stage,
    System,
    Unread,
    UnreadableDocument,
)
from transmittal.reading import Reading

_EVIDENCE_LIMIT = 1000  # characters of a row that a reader would quote
# What money is, when the list does not say: what is notified is an estimate, what is signed a price.
_USUAL_BASIS = {Stage.APPROVAL: Basis.ESTIMATE, Stage.REQUEST: Basis.ESTIMATE, Stage.PLAN: Basis.ESTIMATE}


def read(path: Path, mapping: Mapping, *, url: str | None = None, published: date | None = None) -> Reading:
    """Read a table from a file. raises: UnreadableDocument."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableDocument(f"cannot be read ({error})", str(path), code="not_found") from error
    return read_bytes(data, mapping, source=str(path), url=url, published=published)


def read_bytes(data: bytes, mapping: Mapping, *, source: str, url: str | None = None, published: date | None = None) -> Reading:
    """Read a table. raises: UnreadableDocument when it lacks a column that the mapping names."""
    sheet = read_sheet(data, mapping, source=source, url=url, published=published)
    reader = _Reader(mapping, sheet.document.text, sheet.header)
    events = [event for block, cells in sheet.rows for event in reader.read_row(block, cells)]
    return Reading(document=sheet.document, events=tuple(events), unread=reader.unread(), layout="spreadsheet")


class _Reader:
    """Reads the rows of one table, and keeps what could not be read: each cell text of a column once, where it first stands."""

    def __init__(self, mapping: Mapping, text: str, header: tuple[Cell, ...]) -> None:
        self.mapping, self.text = mapping, text
        by_name = {fold_column(name): (name, rule) for name, rule in mapping.rules.items()}
        ignored = {fold_column(name) for name in mapping.ignore}
        self.columns: list[tuple[str, ColumnRule] | None] = []
        self.names: list[str] = []
        self.strange: dict[str, Cell] = {}
        self.steps = list(dict.fromkeys(rule.step for rule in mapping.rules.values() if rule.step))
        for cell in header:
            folded = fold_column(cell.value)
            self.columns.append(by_name.get(folded))
            self.names.append(folded)
            if cell and folded not in by_name and folded not in ignored:
                self.strange[f"column {cell.value}"] = cell

    def unread(self) -> tuple[Unread, ...]:
        return tuple(Unread(field=field, quote=self.text[c.start : c.end], start=c.start, end=c.end) for field, c in self.strange.items())

    def read_row(self, block: Block, cells: tuple[Cell, ...]) -> Iterator[Event]:
        """The row's own step, then those that other columns tell."""
        if any(skip.holds(self._named(cells, skip.column)) for skip in self.mapping.skip):
            return
        for cell in cells[len(self.columns) :]:
            self.report("cell beyond the header", cell)
        filled: dict[str, tuple[str, ColumnRule, Cell]] = {}
        for column, cell in zip(self.columns, cells, strict=False):
            if column is not None and cell and cell.value.casefold() not in self.mapping.blanks:
                filled[column[1].slot] = (column[0], column[1], cell)
        row = _Row(self, block, filled)
        stage = row.stage()
        if stage is not None and (event := row.event(stage, "")) is not None:
            yield event
        for step in self.steps:
            if any(slot.startswith(f"{step}.") for slot in filled) and (event := row.event(Stage(step), step)) is not None:
                yield event

    def _named(self, cells: tuple[Cell, ...], column: str) -> str:
        folded = fold_column(column)
        return next((cell.value for name, cell in zip(self.names, cells, strict=False) if name == folded), "")

    def report(self, field: str, cell: Cell) -> None:
        """Keep a cell that could not be read."""
        if cell:
            self.strange.setdefault(f"{field}: {cell.value}", cell)


class _Span(TypedDict):
    quote: str
    start: int
    end: int
    inferred: bool


def _span(cell: Cell) -> _Span:
    return {"quote": cell.value, "start": cell.start, "end": cell.end, "inferred": False}


class _Row:
    """One row: its cells by slot."""

    def __init__(self, reader: _Reader, block: Block, filled: dict[str, tuple[str, ColumnRule, Cell]]) -> None:
        self.reader, self.mapping, self.filled = reader, reader.mapping, filled
        self.evidence = Mention.cut(reader.text, block.start, min(block.end, block.start + _EVIDENCE_LIMIT))

    def cell(self, slot: str) -> Cell:
        return self.filled[slot][2] if slot in self.filled else EMPTY

    def rule(self, slot: str) -> ColumnRule:
        return self.filled[slot][1] if slot in self.filled else ColumnRule(slot=slot)

    def report(self, slot: str) -> None:
        self.reader.report(f"column {self.filled[slot][0]}", self.cell(slot))

    def stage(self) -> Stage | None:
        """The row's own step; None when the table has only steps in columns, or when its word is unknown."""
        found = self.word("stage", "")
        return Stage(found) if found else None

    def word(self, slot: str, step: str) -> str | None:
        """One of a closed set: the mapping's word for the cell, the cell itself, else the constant."""
        key = f"{step}.{slot}" if step else slot
        cell = self.cell(key)
        if not cell:
            return self.mapping.constants.get(slot)
        found = self.mapping.word(slot, cell.value)
        closed: dict[str, type[Stage] | type[Modality] | type[Basis]] = {"stage": Stage, "modality": Modality, "basis": Basis}
        if found is None and cell.value.casefold() in {member.value for member in closed[slot]}:
            found = cell.value.casefold()
        if found is None:
            self.report(key)
        return found

    def event(self, stage: Stage, step: str) -> Event | None:
        """A step of the row. None when its own columns say nothing in the end (nought delivered), or its modality is unknown."""
        prefix = f"{step}." if step else ""
        modality = self.word("modality", step)
        if modality is None and f"{prefix}modality" in self.filled:
            return None
        quantity = self.quantity(f"{prefix}quantity")
        money = self.money(prefix, stage)
        period = self.period(f"{prefix}date")
        if step and quantity is None and money is None and period is None:
            return None
        item = self.item(quantity)
        return Event(
            stage=stage,
            modality=Modality(modality or Modality.HAPPENED),
            buyer=self.party("buyer"),
            supplier=self.party("supplier"),
            channel=self.channel(),
            items=(item,) if item else (),
            value=money,
            date=period,
            source=self.speaker(f"{prefix}said_by"),
            identifiers=self.identifiers(),
            contractors=self.contractors(),
            evidence=(self.evidence,),
            rules={self.bare(slot): f'column "{column}"' for slot, (column, _, _) in self.filled.items() if self.is_of(slot, step)},
        )

    def bare(self, slot: str) -> str:
        return slot.rpartition(".")[2]

    def is_of(self, slot: str, step: str) -> bool:
        return "." not in slot or slot.startswith(f"{step}.")

    def party(self, slot: str) -> Party | None:
        cell = self.cell(slot)
        if not cell:
            constant = self.mapping.constants.get(slot)
            found = self._party_id(slot, constant) if constant else None
            return Party(id=found, name=catalogue.buyer(found).name, **self._from_row()) if found else None
        found = self._party_id(slot, cell.value)
        if found is None:
            self.report(slot)
            return None
        return Party(id=found, name=catalogue.buyer(found).name, **_span(cell))

    def _party_id(self, slot: str, printed: str) -> str | None:
        if (meant := self.mapping.word(slot, printed)) is not None:
            return meant
        if printed in catalogue.country_ids():
            return printed
        resolution = catalogue.resolve_buyer(printed)
        return resolution.id if resolution else None

    def _from_row(self) -> _Span:
        """What the mapping says of every row is inferred from the row."""
        return {"quote": self.evidence.quote, "start": self.evidence.start, "end": self.evidence.end, "inferred": True}

    def channel(self) -> Channel | None:
        cell = self.cell("channel")
        if not cell:
            constant = self.mapping.constants.get("channel")
            return Channel(id=constant, **self._from_row()) if constant else None
        found = self.mapping.word("channel", cell.value) or self._channel_id(cell.value)
        if found is None:
            self.report("channel")
            return None
        return Channel(id=found, **_span(cell))

    def _channel_id(self, printed: str) -> str | None:
        for name in dict.fromkeys((printed, printed.upper(), printed.lower())):
            try:
                return catalogue.channel(name).id
            except KeyError:
                continue
        names = [name for name in catalogue.find_names(printed) if name.kind is catalogue.NameKind.CHANNEL]
        return names[0].id if names else None

    def item(self, quantity: Quantity | None) -> Item | None:
        cell = self.cell("system")
        item = self._item(cell)
        if item is None:
            return None
        version = self.cell("variant")
        if version:
            mention = Mention(quote=version.value, start=version.start, end=version.end)
            item = msgspec.structs.replace(item, variant=version.value, variant_mention=mention)
        return msgspec.structs.replace(item, quantity=quantity)

    def _item(self, cell: Cell) -> Item | None:
        """As registers are read; what the catalogue lacks stays as printed, and is reported."""
        item = build_item(cell, EMPTY, unsure=False)
        if item is None:
            return None
        meant = self.mapping.word("system", cell.value)
        if meant is None and item.system.id is None:
            near = catalogue.resolve_system(cell.value)
            meant = near.id if near else None
        if meant is not None:
            entry = catalogue.system(meant)
            name = entry.name if entry.known_by == "name" else cell.value
            return Item(system=System(id=meant, name=entry.name, designation=name, **_span(cell)))
        if item.system.id is None:
            self.report("system")
        return item

    def quantity(self, slot: str) -> Quantity | None:
        if slot not in self.filled:
            return None
        quantity, is_read = parse_count(self.cell(slot), self.mapping.numbers)
        if not is_read:
            self.report(slot)
        return quantity

    def money(self, prefix: str, stage: Stage) -> Money | None:
        slot, cell = f"{prefix}value", self.cell(f"{prefix}value")
        if not cell:
            return None
        rule, constants = self.rule(slot), self.mapping.constants
        home = self.cell(f"{prefix}currency").value.upper() or rule.currency or constants.get("currency")
        amount = parse_amount(cell, rule, self.mapping.numbers, home, self.mapping.language)
        currency = (amount[1] if amount else None) or home
        basis = self.word("basis", prefix.rstrip(".")) or rule.basis or _USUAL_BASIS.get(stage, Basis.CONTRACT)
        if amount is None or currency is None or len(currency) != 3 or not currency.isalpha():
            self.report(slot)
            return None
        bound = rule.bound or Bound(constants.get("bound", Bound.EXACT)) if amount[2] is Bound.EXACT else amount[2]
        return Money(amount=amount[0], currency=currency, basis=Basis(basis), bound=bound, **_span(cell))

    def period(self, slot: str) -> Period | None:
        if slot not in self.filled:
            return None
        buyer = self.party("buyer")
        found = parse_period(self.cell(slot), self.rule(slot), buyer.id if buyer else None, self.mapping.language)
        if found is None:
            self.report(slot)
        return found

    def speaker(self, slot: str) -> Source | None:
        cell = self.cell(slot)
        return Source(name=cell.value, **_span(cell)) if cell else None

    def identifiers(self) -> Identifiers:
        found = {kind: self.cell(kind) for kind in ("transmittal", "case", "contract") if self.cell(kind)}
        number = self.cell("number")
        mentions: dict[str, tuple[Mention, ...]] = {kind: (Mention(**_span(cell)),) for kind, cell in found.items()}
        return Identifiers(
            transmittal=found["transmittal"].value if "transmittal" in found else None,
            case=found["case"].value if "case" in found else None,
            contract=(found["contract"].value,) if "contract" in found else (),
            register={self.mapping.register: number.value} if number and self.mapping.register else {},
            mentions=mentions,
        )

    def contractors(self) -> tuple[Contractor, ...]:
        cell = self.cell("contractor")
        if not cell:
            return ()
        found = catalogue.resolve_maker(cell.value)
        name = catalogue.maker(found.id).name if found else cell.value
        return (Contractor(id=found.id if found else None, name=name, **_span(cell)),)
