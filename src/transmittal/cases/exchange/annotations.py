"""W3C Web Annotations (JSON-LD), one a line: every mention, with where it stands and what it was read as.

The target is the document's address. Offsets count in our canonical text, not in the page's own: the position selector serves whoever
has that text, the quote selector, with what stands around it, whoever has the page.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC
from typing import Any, TextIO

import msgspec

from transmittal.cases.exchange.slots import SlotMention, mentions_of
from transmittal.model import CaseFile, KeptEvent, KnownError, Mention

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32  # characters before and after a quote: enough to tell its repetitions apart in most pages


def write(cases: Iterable[CaseFile], stream: TextIO, text_of: Callable[[str], str | None]) -> None:
    """text_of: document id → canonical text; None for one that is not there, whose quotes then stand without what surrounds them.

    raises: KnownError naming the event whose quote is not in its text.
    """
    encoder = msgspec.json.Encoder()
    for annotation in annotations(cases, text_of):
        stream.write(encoder.encode(annotation).decode() + "\n")


def annotations(cases: Iterable[CaseFile], text_of: Callable[[str], str | None]) -> Iterator[dict[str, Any]]:
    """As `write`, as plain JSON objects."""
    for case in cases:
        texts: dict[str, str | None] = {}
        for kept in case.events:
            if kept.paper.id not in texts:
                texts[kept.paper.id] = text_of(kept.paper.id)
            for found in mentions_of(kept.event):
                yield _annotation(case.id, kept, found, texts[kept.paper.id])


def _annotation(case: str, kept: KeptEvent, found: SlotMention, text: str | None) -> dict[str, Any]:
    read = {"case": case, "event": kept.id, "slot": found.slot, "value": found.value, "inferred": found.mention.inferred}
    value = msgspec.json.encode(read, order="deterministic").decode()
    key = (kept.id, found.slot, found.value, found.mention.start, found.mention.end)
    recorded = kept.recorded_at.astimezone(UTC) if kept.recorded_at.tzinfo else kept.recorded_at.replace(tzinfo=UTC)
    return {
        "@context": CONTEXT,
        "id": f"urn:transmittal:mention:{hashlib.sha256(msgspec.json.encode(key, order='deterministic')).hexdigest()}",
        "type": "Annotation",
        "motivation": "highlighting" if found.slot.startswith("evidence") else "identifying",
        "created": recorded.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "generator": {"type": "Software", "name": kept.reader},
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "value": found.slot, "format": "text/plain"},
            {"type": "TextualBody", "purpose": "describing", "value": value, "format": "application/json"},
        ],
        "target": {
            "type": "SpecificResource",
            "source": kept.paper.url or f"urn:sha256:{kept.paper.id}",
            "selector": list(_selectors(found.mention, text, kept.id)),
            "renderedVia": {"type": "Software", "name": f"{kept.reader} canonical text urn:sha256:{kept.paper.id}"},
        },
    }


def _selectors(mention: Mention, text: str | None, event: str) -> Iterator[dict[str, Any]]:
    start, end = mention.start, mention.end
    if text is not None and text[start:end] != mention.quote:
        raise KnownError(f"{mention.quote[:60]!r} is not at {start}-{end} of its document", f"event {event}", "the casebook needs a check")
    yield {"type": "TextPositionSelector", "start": start, "end": end}
    quote = {"type": "TextQuoteSelector", "exact": mention.quote}
    if text is not None:
        quote |= {"prefix": text[max(0, start - _AROUND) : start], "suffix": text[end : end + _AROUND]}
    yield quote
