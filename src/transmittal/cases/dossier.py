"""A case file as one object: where it stands, what holds, what is to come, where sources part, and all the words it stands on."""

from datetime import date
from typing import Any

import msgspec

from transmittal.cases.cited import Cite
from transmittal.cases.disagreements import disagreements
from transmittal.cases.facts import facts
from transmittal.cases.progress import progress
from transmittal.cases.standing import standing
from transmittal.cases.timeline import timeline
from transmittal.cases.titles import title
from transmittal.model import CaseFile


def dossier(case: CaseFile, on: date) -> dict[str, Any]:
    """What `transmittal show --format json` prints; plain dicts and lists. Every part has `cites`: event, document, and the words."""
    return {
        "case": case.id,
        "title": title(case),
        "on": on,
        "standing": standing(case, on),
        "facts": facts(case, on),
        "items": [{**msgspec.structs.asdict(line), "line": line.line} for line in progress(case, on)],
        "timeline": timeline(case, on),
        "disagreements": disagreements(case, on),
        "documents": documents(case),
        "events": [_event(case, kept) for kept in case.events],
        "tags": case.tags,
    }


def documents(case: CaseFile) -> list[dict[str, Any]]:
    """The papers of a case, oldest first, each with how many of its events are here."""
    counted: dict[str, dict[str, Any]] = {}
    for kept in case.events:
        row = counted.setdefault(kept.paper.id, {**msgspec.structs.asdict(kept.paper), "events": 0})
        row["events"] += 1
    return list(counted.values())


def _event(case: CaseFile, kept: Any) -> dict[str, Any]:
    link = case.links.get(kept.id)
    return {
        "id": kept.id,
        "document": kept.paper.id,
        "stage": kept.event.stage,
        "modality": kept.event.modality,
        "quote": kept.event.evidence[0].quote,
        "corrections": kept.corrections,
        "link": link and {"score": link.score, "because": link.because, "by": link.by, "pinned": link.pinned},
    }


class Notes:
    """Numbers for the words that a page stands on, in the order in which it first uses them."""

    def __init__(self) -> None:
        self.cites: dict[Cite, int] = {}

    def refer(self, cites: tuple[Cite, ...], most: int = 3) -> str:
        """ "[1][2]": the first few, one a document."""
        seen: dict[str, Cite] = {}
        for cite in cites:
            seen.setdefault(cite.paper, cite)
        return "".join(f"[{self.cites.setdefault(cite, len(self.cites) + 1)}]" for cite in list(seen.values())[:most])
