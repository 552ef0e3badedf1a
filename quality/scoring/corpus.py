"""The labelled documents on disk."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

SUFFIX = ".gold.json"
Labels = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Labelled:
    """One document. events: as in README.md, null slots included."""

    name: str
    path: Path
    published: date | None
    kind: str
    events: list[Labels]


def load(folder: Path, only: str = "") -> Iterator[Labelled]:
    """Every document whose name contains `only`, by name. raises: ValueError naming a label file without its document."""
    for gold in sorted(folder.glob("*" + SUFFIX)):
        name = gold.name.removesuffix(SUFFIX)
        if only not in name:
            continue
        beside = [p for p in sorted(folder.glob(name + ".*")) if not p.name.endswith(SUFFIX)]
        if len(beside) != 1:
            raise ValueError(f"{gold}: {len(beside)} documents beside the labels, one is needed")
        labels = json.loads(gold.read_text(encoding="utf-8"))
        day = labels["published"]
        yield Labelled(
            name=name,
            path=beside[0],
            published=date.fromisoformat(day) if day else None,
            kind=labels["kind"],
            events=labels["events"],
        )


def digest(folder: Path) -> str:
    """sha256 over names and bytes of all files: another set has another digest, whatever the clock or the order says."""
    total = hashlib.sha256()
    for path in sorted(p for p in folder.iterdir() if p.is_file()):
        total.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()
