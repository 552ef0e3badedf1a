"""A case file for a terminal: where it stands first, the words it stands on last."""

import sys
from collections.abc import Iterable
from datetime import date

from transmittal.cases.disagreements import Disagreement, disagreements
from transmittal.cases.dossier import Notes
from transmittal.cases.facts import Fact, facts
from transmittal.cases.progress import progress
from transmittal.cases.standing import standing
from transmittal.cases.timeline import Step, timeline
from transmittal.cases.titles import title
from transmittal.cli.tables import console_of, print_text
from transmittal.cli.words import one_line
from transmittal.model import CaseFile, KeptEvent, Modality

# Longer lines tire the eye. Characters of a quote that are shown; the JSON has all of them.
_LONGEST_LINE, _LONGEST_QUOTE = 110, 220


class CasePrinter:
    """Prints one case file on standard output."""

    def __init__(self, case: CaseFile, on: date) -> None:
        self.case, self.on, self.notes = case, on, Notes()
        self.console = console_of(sys.stdout)
        self.width = max(40, min(self.console.width, _LONGEST_LINE))
        self.events = {kept.id: kept for kept in case.events}

    def show(self, *, evidence: bool = True) -> None:
        """The whole file."""
        self._head()
        self._standing()
        self.facts(facts(self.case, self.on))
        self._section("Items", [line.line for line in progress(self.case, self.on)])
        self.differences(disagreements(self.case, self.on))
        self.steps(timeline(self.case, self.on))
        self._documents()
        if evidence:
            self.evidence()

    def _head(self) -> None:
        tags = "".join(f"  #{tag.name}" for tag in self.case.tags)
        self._line(f"{title(self.case)}  ({self.case.id}){tags}", style="bold")
        self._line(f"as of {self.on}", style="dim")

    def _standing(self) -> None:
        found = standing(self.case, self.on)
        self._line("")
        self._line(f"{found.line} {self.notes.refer(found.cites)}")
        for name, steps in (("Scheduled", found.scheduled), ("Expected", found.expected), ("Possible", found.possible)):
            self._section(name, [f"{step.line} {self.notes.refer(step.cites)}" for step in steps])
        self._section("Overdue", [f"{late.line} {self.notes.refer(late.cites)}" for late in found.overdue], style="yellow")
        self._section("Not known or not proved", [f"{gap.what}{f': {gap.because}' if gap.because else ''}" for gap in found.unknown])

    def facts(self, found: Iterable[Fact]) -> None:
        """What holds, why, and what held before."""
        self._title("What holds")
        for fact in found:
            self._line(f"{fact.label}: {fact.value} {self.notes.refer(fact.cites)}", indent=2)
            self._line(fact.because, indent=6, style="dim")
            for earlier in fact.earlier:
                self._line(f"before: {earlier.shown}, {earlier.by}", indent=6, style="dim")

    def differences(self, found: Iterable[Disagreement]) -> None:
        """Where sources part, and what lies behind."""
        lines = [f"{one.kind.value.upper()}: {one.line} {self.notes.refer(one.cites)}" for one in found]
        self._section("Where sources differ", lines)

    def steps(self, found: Iterable[Step]) -> None:
        """The timeline."""
        lines = []
        for step in found:
            firmness = "" if step.modality is Modality.HAPPENED else f" ({step.modality.value})"
            slipped = f"; slipped to {step.replaced_by}" if step.replaced_by else ""
            later = "  (later)" if step.later else ""
            lines.append(f"{step.when}  {step.stage.value}{firmness}: {step.line}{slipped}{later} {self.notes.refer(step.cites)}")
        self._section("Timeline", lines)

    def _documents(self) -> None:
        lines = []
        seen: dict[str, KeptEvent] = {}
        for kept in self.case.events:
            seen.setdefault(kept.paper.id, kept)
        for kept in seen.values():
            paper = kept.paper
            lines.append(f"{paper.known}  {paper.id[:12]}  {paper.kind.value.replace('_', ' ')}: {paper.title or paper.source}")
        self._section("Documents", lines)

    def evidence(self) -> None:
        """The words behind the numbers."""
        lines = []
        for cite, number in self.notes.cites.items():
            paper = self.events[cite.event].paper
            quote = one_line(cite.mention.quote)
            quote = quote if len(quote) <= _LONGEST_QUOTE else f"{quote[:_LONGEST_QUOTE].rstrip()}…"
            inferred = ", inferred" if cite.mention.inferred else ""
            place = f"{paper.id[:12]} {cite.mention.start}-{cite.mention.end}, event {cite.event[:12]}{inferred}"
            lines.append(f"[{number}] “{quote}” ({paper.published or paper.known}, {paper.title or paper.url or paper.source}; {place})")
        self._section("Evidence", lines)

    def _section(self, name: str, lines: list[str], style: str = "") -> None:
        if lines:
            self._title(name)
            for line in lines:
                self._line(line, indent=2, style=style)

    def _title(self, name: str) -> None:
        self._line("")
        self._line(name, style="bold cyan")

    def _line(self, text: str, *, indent: int = 0, style: str = "") -> None:
        print_text(self.console, one_line(text), width=self.width, indent=indent, style=style)
