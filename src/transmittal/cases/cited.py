"""What every finding leads back to: an event, its document, the words."""

from collections.abc import Iterable, Iterator

import msgspec

from transmittal.model import DocumentKind, KeptEvent, Mention

_KINDS = {
    DocumentKind.TRANSMITTAL: "Federal Register notice",
    DocumentKind.PRESS_RELEASE: "release",
    DocumentKind.CONTRACT_ANNOUNCEMENT: "contract announcement",
    DocumentKind.CONGRESSIONAL_RECORD: "Congressional Record",
    DocumentKind.BUDGET: "budget",
    DocumentKind.REGISTER: "register",
    DocumentKind.NEWS: "press report",
    DocumentKind.OTHER: "document",
}


class Cite(msgspec.Struct, frozen=True):
    """Words that a finding stands on. event: id of the kept event; paper: id of the document that mention counts in."""

    event: str
    paper: str
    mention: Mention


def cite(kept: KeptEvent, *mentions: Mention | None) -> tuple[Cite, ...]:
    """The given mentions of one event, or its evidence when none is given."""
    said = [m for m in mentions if m is not None] or list(kept.event.evidence)
    return tuple(Cite(kept.id, kept.paper.id, m) for m in said)


def in_order(cites: Iterable[Cite]) -> tuple[Cite, ...]:
    """Each once, by document and place in it."""
    return tuple(sorted(set(cites), key=lambda c: (c.paper, c.mention.start, c.mention.end, c.event)))


def event_ids(cites: Iterable[Cite]) -> tuple[str, ...]:
    """The events cited, each once."""
    return tuple(sorted({c.event for c in cites}))


def papers(events: Iterable[KeptEvent]) -> Iterator[KeptEvent]:
    """One event of each document, nearest source first, then oldest."""
    seen: set[str] = set()
    for kept in sorted(events, key=lambda k: (k.paper.tier.rank, k.paper.known, k.paper.id, k.id)):
        if kept.paper.id not in seen:
            seen.add(kept.paper.id)
            yield kept


def describe_paper(kept: KeptEvent) -> str:
    """Who says so, and when: "Defense Security Cooperation Agency, release of 17 November 2023"."""
    from transmittal.cases.when import describe_day

    paper = kept.paper
    kind = _KINDS[paper.kind]
    name = paper.publisher if paper.publisher and not kind.startswith(paper.publisher) else None
    said = f"{kind} of {describe_day(paper.published or paper.known)}"
    source = kept.event.source
    by = f", citing {source.name}" if source is not None else ""
    return f"{name}, {said}{by}" if name else f"{said}{by}"


def voices(events: Iterable[KeptEvent]) -> int:
    """How many independent sources speak: a government is one however often it prints, and so is an agency however many papers quote it.

    The same sentence printed twice is one source too.
    """
    found: dict[str, str] = {}  # sentence -> the voice that said it first
    names: set[str] = set()
    for kept in sorted(events, key=lambda k: (k.paper.known, k.paper.id, k.id)):
        words = " ".join(kept.event.evidence[0].quote.casefold().split())
        voice = found.setdefault(words, _voice(kept))
        names.add(voice)
    return len(names)


def _voice(kept: KeptEvent) -> str:
    paper, source = kept.paper, kept.event.source
    if source is not None:
        return "named:" + " ".join(source.name.casefold().removeprefix("the ").split())
    if paper.tier.rank <= 1:
        return f"government:{paper.tier.value}"
    return "paper:" + (paper.publisher or paper.id).casefold()
