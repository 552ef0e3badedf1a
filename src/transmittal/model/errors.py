"""What we raise on purpose.

KnownError             failed        1
├── Misuse             misuse        1   the call itself is wrong: an option, a path, a date
├── UnreadableDocument unreadable    2   this source cannot be read; the next one can
├── FetchRefused       refused       2   the address may not or could not be fetched
└── CasebookError      casebook      3   the casebook cannot be opened, read or written

UnreadableDocument carries a finer `code` ("empty", "binary", "encrypted", "truncated", "too_large", "not_found", …) for programs.
"""

from typing import ClassVar


class KnownError(Exception):
    """Root of all we raise on purpose: what happened, where, and what to do about it."""

    code: str = "failed"
    exit_code: ClassVar[int] = 1

    def __init__(self, what: str, where: str, hint: str = "", code: str | None = None) -> None:
        super().__init__(what, where, hint, code)  # all four, so that the error survives pickling
        self.what, self.where, self.hint = what, where, hint
        if code is not None:
            self.code = code

    def __str__(self) -> str:
        return f"{self.where}: {self.what}" + (f"; {self.hint}" if self.hint else "")


class Misuse(KnownError):
    """The call itself is wrong."""

    code = "misuse"


class UnreadableDocument(KnownError):
    """One source cannot be read; it costs only itself."""

    code = "unreadable"
    exit_code: ClassVar[int] = 2


class FetchRefused(KnownError):
    """An address was refused by our rules, or the server failed us."""

    code = "refused"
    exit_code: ClassVar[int] = 2


class CasebookError(KnownError):
    """The casebook cannot be opened, read or written; nothing of the call was kept."""

    code = "casebook"
    exit_code: ClassVar[int] = 3
