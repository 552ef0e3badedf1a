"""What people read in a terminal: one block an event, or a table that fits."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import PurePosixPath
from typing import TextIO

import msgspec
from rich.table import Table
from rich.text import Text

from transmittal.cli.output import BOUND_WORDS, describe_item
from transmittal.cli.tables import console_of
from transmittal.cli.words import one_line
from transmittal.model import Event, Mention, Modality, Money, Party, Period
from transmittal.model.errors import KnownError
from transmittal.reading import Reading

# Columns: an event's slots stand behind their labels, and run on below themselves; longer lines tire the eye.
_MARGIN, _LABEL, _LONGEST_LINE = 2, 12, 110
# Characters of a quote that are shown; the JSON has all of them.
_LONGEST_QUOTE = 400


class Line(msgspec.Struct, frozen=True):
    """One line of an event's block. slot: the key of `Event.rules`; mentions: where the value was read."""

    label: str
    value: str
    slot: str
    mentions: tuple[Mention, ...]


class TextWriter:
    """Per document a head, per event one block with its evidence."""

    def __init__(self, stream: TextIO, *, explain: bool) -> None:
        self.console = console_of(stream)
        self.width = max(40, min(self.console.width, _LONGEST_LINE))
        self.explain = explain

    def write(self, reading: Reading) -> None:
        document = reading.document
        self._print(Text(one_line(document.title or document.source), style="bold"))
        day = document.published.isoformat() if document.published else "no date"
        self._print(Text(" · ".join((document.kind.value.replace("_", " "), day, one_line(document.source))), style="dim"))
        if document.url and document.url != document.source:
            self._print(Text(one_line(document.url), style="dim"))
        if not reading.events:
            self._print(Text("reports no procurement"), indent=_MARGIN)
        for event in reading.events:
            self._event(event)
        for unread in reading.unread:
            self._labelled("unread", Text(f"{one_line(unread.field)}: a field that this layout did not have before", style="yellow"))
        self._print(Text(""))

    def _event(self, event: Event) -> None:
        self._print(Text(""))
        head = Text(event.stage.value.upper(), style="bold cyan")
        if event.modality is not Modality.HAPPENED:
            head.append(f" ({event.modality.value})")
        self._print(head, indent=_MARGIN)
        if self.explain:
            self._rule(event, "stage", ())
            self._rule(event, "modality", ())
        label = ""
        for line in lines(event):
            self._labelled("" if line.label == label else line.label, Text(one_line(line.value)))
            label = line.label
            if self.explain:
                self._rule(event, line.slot, line.mentions)
        for mention in event.evidence:
            shown = Text(_quoted(mention), style="italic")
            shown.append(f" {mention.start}–{mention.end}", style="not italic dim")
            self._labelled("" if label == "evidence" else "evidence", shown)
            label = "evidence"

    def _rule(self, event: Event, slot: str, mentions: tuple[Mention, ...]) -> None:
        """The line under a slot that tells where it was read, and by which rule: its own, or that of its list."""
        rule = event.rules.get(slot) or event.rules.get(slot.split("[")[0])
        parts = [f"{_quoted(m)} {m.start}–{m.end}" for m in mentions] or [slot]
        if rule is not None:
            parts.append(one_line(rule))
        if rule is not None or mentions:
            self._labelled("", Text("  " + " · ".join(parts), style="dim"), hang=2)

    def _labelled(self, label: str, value: Text, hang: int = 0) -> None:
        lead = Text(" " * _MARGIN + label.ljust(_LABEL), style="dim")
        self._print(value, indent=_MARGIN + _LABEL, lead=lead, hang=hang)

    def _print(self, text: Text, indent: int = 0, lead: Text | None = None, hang: int = 0) -> None:
        """Wrapped to the width, every line indented; lead stands in the first line's indent, hang deepens that of the others."""
        for number, line in enumerate(text.wrap(self.console, self.width - indent - hang) or [text]):
            line.rstrip()
            before = (lead or Text(" " * indent)) if number == 0 else Text(" " * (indent + hang))
            self.console.print(before + line if line or lead else line, soft_wrap=True)

    def fail(self, source: str, error: KnownError) -> None:
        """Told on standard error."""

    def close(self) -> None:
        pass


def lines(event: Event) -> Iterator[Line]:
    """The filled slots of an event, in the order of the contract and by its names."""
    for slot, party in (("buyer", event.buyer), ("supplier", event.supplier)):
        if party is not None:
            yield Line(slot, describe_party(party), slot, (party,))
    if event.channel is not None:
        yield Line("channel", event.channel.id + _inferred(event.channel), "channel", (event.channel,))
    for number, item in enumerate(event.items):
        said = tuple(m for m in (item.quantity, item.system, item.variant_mention) if m is not None)
        yield Line("items", describe_item(item) + _inferred(item.system), f"items[{number}]", said)
    if event.value is not None:
        yield Line("value", describe_money(event.value) + _inferred(event.value), "value", (event.value,))
    if event.date is not None:
        yield Line("date", describe_period(event.date) + _inferred(event.date.mention), "date", (event.date.mention,))
    if event.source is not None:
        role = f" ({event.source.role})" if event.source.role else ""
        yield Line("source", event.source.name + role, "source", (event.source,))
    for number, firm in enumerate(event.contractors):
        place = f", {firm.location}" if firm.location else ""
        yield Line("contractors", firm.name + place + _inferred(firm), f"contractors[{number}]", (firm,))
    numbers = [event.identifiers.transmittal, event.identifiers.case, *event.identifiers.contract]
    if any(numbers):
        yield Line(
            "identifiers",
            ", ".join(n for n in numbers if n),
            "identifiers",
            tuple(m for ms in event.identifiers.mentions.values() for m in ms),
        )


def _quoted(mention: Mention) -> str:
    quote = one_line(mention.quote)
    return f"“{quote}”" if len(quote) <= _LONGEST_QUOTE else f"“{quote[:_LONGEST_QUOTE].rstrip()}…”"


def _inferred(mention: Mention) -> str:
    return ", inferred" if mention.inferred else ""


def describe_party(party: Party) -> str:
    """ "Japan (JP)", "United States (US), inferred"."""
    return f"{party.name} ({party.id}){_inferred(party)}"


def describe_money(money: Money) -> str:
    """ "up to USD 2,350,000,000 (estimate)"."""
    return f"{BOUND_WORDS[money.bound]}{money.currency} {money.amount:,f} ({money.basis.value})"


def describe_period(period: Period) -> str:
    """ "2025-04-01 to 2028-03-31 (JP-FY)", "by 2028-12-31", "from 2026-04-01"."""
    calendar = "" if period.calendar == "civil" else f" ({period.calendar})"
    if period.start is None:
        return f"by {period.end}{calendar}"
    if period.end is None:
        return f"from {period.start}{calendar}"
    return f"{period.start}{calendar}" if period.start == period.end else f"{period.start} to {period.end}{calendar}"


class TableWriter:
    """One row an event, folded to the width of the terminal."""

    def __init__(self, stream: TextIO) -> None:
        self.console = console_of(stream)
        self.table = Table(box=None, pad_edge=False, header_style="bold", show_edge=False, collapse_padding=True)
        # Widths are those of the longest word, so that 80 columns hold all; what is left goes to the items and the document.
        for name, width in (("stage", 11), ("parties", 8), ("items", None), ("value", 13), ("date", 13), ("document", None)):
            self.table.add_column(name, overflow="fold", width=width, ratio=None if width else 1)

    def write(self, reading: Reading) -> None:
        document = reading.document
        for event in reading.events:
            firmness = "" if event.modality is Modality.HAPPENED else f"\n({event.modality.value})"
            parties = f"{event.supplier.id if event.supplier else '?'} → {event.buyer.id if event.buyer else '?'}"
            self.table.add_row(
                event.stage.value + firmness,
                parties,
                "\n".join(one_line(describe_item(i)) for i in event.items),
                _short_money(event.value) if event.value else "",
                describe_period(event.date).replace(" (", "\n(") if event.date else "",
                one_line(_short_name(document.source)),
            )

    def fail(self, source: str, error: KnownError) -> None:
        """Told on standard error."""

    def close(self) -> None:
        if self.table.row_count:
            with self.console.capture() as drawn:
                self.console.print(self.table)
            for line in drawn.get().splitlines():  # without the blanks that fill its last column
                self.console.file.write(line.rstrip() + "\n")


def _short_money(money: Money) -> str:
    """ "up to USD 2.35 bn (estimate)": shortened only where nothing is lost."""
    amount = f"{money.amount:,f}"
    for size, word in ((Decimal(10) ** 9, "bn"), (Decimal(10) ** 6, "m")):
        short = (money.amount / size).normalize()
        if short >= 1 and -int(short.as_tuple().exponent) <= 3:
            amount = f"{short:,f} {word}"
            break
    return f"{BOUND_WORDS[money.bound]}{money.currency} {amount} ({money.basis.value})"


def _short_name(source: str) -> str:
    return PurePosixPath(source.split("?")[0]).name or source
