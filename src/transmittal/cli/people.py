"""What people read in a terminal: one block an event, or a table that fits."""

from typing import TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from transmittal.cli.output import describe_item, row
from transmittal.model import Bound, Event, Money, Period
from transmittal.model.errors import KnownError
from transmittal.reading import Reading

# Columns of the label in an event's block.
_LABEL = 11
_MODALITY = {"happened": "", "scheduled": "scheduled", "expected": "expected", "possible": "possible", "denied": "denied"}
_BASIS = {"estimate": "estimated", "contract": "agreed or awarded", "budget": "budgeted", "obligated": "obligated"}
_BOUND = {Bound.EXACT: "", Bound.MAX: "up to ", Bound.MIN: "at least ", Bound.ABOUT: "about "}


class TextWriter:
    """Per document a head, per event one block with its evidence."""

    def __init__(self, stream: TextIO, *, explain: bool) -> None:
        self.console = Console(file=stream, highlight=False, soft_wrap=False, markup=False, emoji=False)
        self.explain = explain

    def write(self, reading: Reading) -> None:
        document = reading.document
        self.console.print(Text(document.title or document.source, style="bold"))
        facts = [document.kind.value.replace("_", " "), str(document.published or "no date"), document.url or document.source]
        self.console.print(Text(" · ".join(facts), style="dim"))
        if not reading.events:
            self.console.print(Text("  reports no procurement", style="dim"))
        for event in reading.events:
            self.console.print()
            self._event(event)
        for unread in reading.unread:
            self.console.print(Text(f"  unread field: {unread.field}", style="yellow"))
        self.console.print()

    def _event(self, event: Event) -> None:
        modality = _MODALITY[event.modality.value]
        head = Text("  " + event.stage.value.upper(), style="bold cyan")
        if modality:
            head.append(f" ({modality})", style="cyan")
        self.console.print(head)
        for label, value, slot in _lines(event):
            line = Text(f"  {label:<{_LABEL}}", style="dim")
            line.append(value, style="default")
            if self.explain and slot in event.rules:
                line.append(f"   [{event.rules[slot]}]", style="dim italic")
            self.console.print(line)
        for mention in event.evidence:
            quote = mention.quote if len(mention.quote) <= 400 else mention.quote[:397].rstrip() + "…"
            shown = Text(f"  {'evidence':<{_LABEL}}", style="dim")
            shown.append(f"“{quote}”", style="italic")
            shown.append(f"  {mention.start}–{mention.end}", style="dim")
            self.console.print(shown)

    def fail(self, source: str, error: KnownError) -> None:
        """Told on standard error."""

    def close(self) -> None:
        pass


def _lines(event: Event) -> list[tuple[str, str, str]]:
    lines = []
    if event.buyer or event.supplier:
        buyer = f"{event.buyer.name} ({event.buyer.id})" if event.buyer else "unknown buyer"
        supplier = f" from {event.supplier.name} ({event.supplier.id})" if event.supplier else ""
        lines.append(("who", buyer + supplier + (f", {event.channel.id}" if event.channel else ""), "buyer"))
    for item in event.items:
        lines.append(("what", describe_item(item), "items"))
    if event.value is not None:
        lines.append(("value", describe_money(event.value), "value"))
    if event.date is not None:
        lines.append(("when", describe_period(event.date), "date"))
    if event.source is not None:
        lines.append(("said by", event.source.name + (f" ({event.source.role})" if event.source.role else ""), "source"))
    if event.contractors:
        lines.append(("firms", "; ".join(c.name for c in event.contractors), "contractors"))
    numbers = [event.identifiers.transmittal, event.identifiers.case, *event.identifiers.contract]
    if any(numbers):
        lines.append(("numbers", ", ".join(n for n in numbers if n), "identifiers"))
    return lines


def describe_money(money: Money) -> str:
    """ "up to USD 2,350,000,000, estimated"."""
    return f"{_BOUND[money.bound]}{money.currency} {money.amount:,f}, {_BASIS[money.basis.value]}"


def describe_period(period: Period) -> str:
    """ "2025-04-01 to 2028-03-31 (JP-FY)", "by 2028-12-31", "from 2026-04-01"."""
    calendar = "" if period.calendar == "civil" else f" ({period.calendar})"
    if period.start is None:
        return f"by {period.end}{calendar}"
    if period.end is None:
        return f"from {period.start}{calendar}"
    return f"{period.start}{calendar}" if period.start == period.end else f"{period.start} to {period.end}{calendar}"


class TableWriter:
    """One line an event, folded to the width of the terminal."""

    def __init__(self, stream: TextIO) -> None:
        self.console = Console(file=stream, highlight=False, markup=False, emoji=False)
        self.table = Table(box=None, pad_edge=False, header_style="bold", show_edge=False)
        for name, width in (("stage", 9), ("firmness", 9), ("buyer", 5), ("from", 4), ("items", None), ("value", None), ("when", None), ("source", None)):
            self.table.add_column(name, overflow="fold", min_width=width, ratio=None if width else 1)

    def write(self, reading: Reading) -> None:
        for event in reading.events:
            flat = row(reading, event)
            self.table.add_row(
                event.stage.value,
                event.modality.value,
                str(flat["buyer"] or "?"),
                str(flat["supplier"] or "?"),
                "\n".join(describe_item(i) for i in event.items),
                describe_money(event.value) if event.value else "",
                describe_period(event.date) if event.date else "",
                str(flat["source"]),
            )

    def fail(self, source: str, error: KnownError) -> None:
        """Told on standard error."""

    def close(self) -> None:
        self.console.print(self.table)
