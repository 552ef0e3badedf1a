"""A casebook of the shipped documents, made once and copied for each test that writes to it."""

import json
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from command import EXAMPLES, run

from transmittal.ledger import open_casebook


@cache
def _template() -> Path:
    # Kept by the cache as long as the tests run, removed with the folder.
    folder = tempfile.TemporaryDirectory(prefix="casebook-")
    _FOLDERS.append(folder)
    made = Path(folder.name) / "book.db"
    done = run("add", "-q", "--manifest", EXAMPLES / "manifest.jsonl", "--book", made)
    assert done.returncode == 0, done.stderr
    return made


_FOLDERS: list[tempfile.TemporaryDirectory[str]] = []


def casebook(folder: Path) -> Path:
    """A casebook of its own, in this folder."""
    return Path(shutil.copy(_template(), folder / "book.db"))


def event_of(book: Path, source: str, stage: str, *, modality: str = "happened") -> str:
    """The id of the first event of this stage that the document of this name reports."""
    with open_casebook(str(book)) as opened, opened.view() as view:
        for kept in view.kept(row.n for row in view.rows("SELECT n FROM events ORDER BY n")):
            if Path(kept.paper.source).name == source and (kept.event.stage, kept.event.modality) == (stage, modality):
                return kept.id
    raise LookupError(f"no {stage} in {source}")


def case_of(book: Path, event: str) -> str:
    """The case that an event is in."""
    with open_casebook(str(book)) as opened, opened.view() as view:
        return next(one.case for one in view.links_of([event]))


def events_of(book: Path, case: str) -> set[str]:
    """Ids of the events of a case; none when there is no such case."""
    with open_casebook(str(book)) as opened, opened.view() as view:
        return {kept.id for file in view.files([case]) for kept in file.events}


def decisions(book: Path) -> int:
    """How many decisions were taken."""
    with open_casebook(str(book)) as opened, opened.view() as view:
        return len(view.decisions())


def said(book: Path, event: str) -> dict[str, Any]:
    """The event as the casebook has it, as JSON."""
    import msgspec

    with open_casebook(str(book)) as opened, opened.view() as view:
        kept = next(view.kept(view.numbers([event]).values()))
        return msgspec.to_builtins(kept.event)  # type: ignore[no-any-return]


def told(stream: str) -> Any:
    """The JSON that a command printed."""
    return json.loads(stream)
