"""Readings into a casebook, one transaction a document, each told when it is kept."""

import gc
import sys
from collections import Counter
from typing import TYPE_CHECKING, Any

from transmittal.cli.progress import Progress
from transmittal.cli.read import Failure, ReadOptions, read_all
from transmittal.cli.tables import print_json
from transmittal.cli.words import one_line, printable
from transmittal.reading import READER, Reading

if TYPE_CHECKING:
    from transmittal.ledger import Casebook


class Adding:
    """One run of `transmittal add`."""

    def __init__(self, book: "Casebook", format: str, *, quiet: bool) -> None:
        self.book, self.format, self.quiet = book, format, quiet
        self.told: list[dict[str, Any]] = []
        self.counts: Counter[str] = Counter()
        self.is_first = True

    def run(self, options: ReadOptions) -> int:
        """Keep every document that can be read. Returns the exit code."""
        from transmittal.forms.fill import Fill

        fill = Fill()
        with Progress(quiet=self.quiet) as progress:
            for result in read_all(options):
                if isinstance(result, Failure):
                    progress.clear()
                    print(f"transmittal: {printable(str(result.error))}", file=sys.stderr)
                    self._tell({"source": result.source, "outcome": "unread", "error": result.error.code, "message": str(result.error)})
                else:
                    self._keep(result)
                    if self.is_first:
                        # What was loaded for the first document stays until the end: the collector need not look through it again
                        # (the longest waits of linking were its full rounds, 174 ms; bench/casebook.py).
                        gc.freeze()
                        self.is_first = False
                    fill.add(result.layout, result.events)
                progress.tick()
        for lapse in fill.lapses():
            print(f"transmittal: {lapse}", file=sys.stderr)
        self._close()
        return 2 if self.counts["unread"] else 0

    def _keep(self, reading: Reading) -> None:
        from transmittal.cases.keep import keep

        with self.book.writing(READER) as writer:
            recorded = keep(writer, reading)
            cases = sorted({link.case for link in writer.view().links_of_numbers(recorded.added)})
        told = {"source": reading.document.source, "outcome": recorded.outcome.value, "document": recorded.document}
        self._tell({**told, "events": len(recorded.added), "retired": len(recorded.retired), "cases": cases})

    def _tell(self, what: dict[str, Any]) -> None:
        self.counts[what["outcome"]] += 1
        if self.format == "json":
            self.told.append(what)
        elif self.format == "jsonl":
            print_json([what], lines=True)
        elif what["outcome"] not in ("unread", "known"):
            cases = f" → {', '.join(what['cases'])}" if what["cases"] else ""
            events = f"{what['events']} event{'' if what['events'] == 1 else 's'}"
            sys.stdout.write(f"{what['outcome']}  {what['document'][:12]}  {one_line(what['source'])}: {events}{printable(cases)}\n")
        sys.stdout.flush()  # what was told is kept, and what is kept is told at once

    def _close(self) -> None:
        if self.format == "json":
            print_json(self.told)
        elif self.format == "text":
            counted = ", ".join(f"{count:,} {outcome}" for outcome, count in sorted(self.counts.items()))
            sys.stdout.write(f"{counted or 'nothing'}, in {one_line(self.book.shown)}\n")
