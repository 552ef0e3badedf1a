"""A counter on standard error while long work goes on, when a person is there to see it."""

import sys
import time
from types import TracebackType
from typing import Self

# Seconds before anything is shown, and between two changes of it.
_PATIENCE_S, _STEP_S = 2.0, 0.2


class Progress:
    """Counts documents, or `what`. Shown when standard error is a terminal and standard output is not: results there are progress."""

    def __init__(self, *, quiet: bool, what: str = "documents read") -> None:
        self.shown = not quiet and sys.stderr.isatty() and not sys.stdout.isatty()
        self.what = what
        self.count, self.next_s, self.width = 0, time.monotonic() + _PATIENCE_S, 0

    def tick(self) -> None:
        """One more document is done."""
        self.count += 1
        now = time.monotonic()
        if self.shown and now >= self.next_s:
            line = f"{self.count:,} {self.what}"
            self.width, self.next_s = len(line), now + _STEP_S
            sys.stderr.write(f"\r{line}")
            sys.stderr.flush()

    def clear(self) -> None:
        """Take the counter off its line, so that a message can stand there."""
        if self.width:
            sys.stderr.write("\r" + " " * self.width + "\r")
            sys.stderr.flush()
            self.width = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.clear()
