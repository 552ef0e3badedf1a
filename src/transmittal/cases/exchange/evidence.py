"""Spans that others send, held against their text: an import is believed only as far as its quotes are in its document."""

from collections.abc import Iterator
from typing import Any

from transmittal.ledger.rows import document_id
from transmittal.model import Block, BlockKind, Document, Paper, UnreadableDocument


def check(value: Any, text: str, where: str) -> None:
    """Every mention in decoded JSON stands in the text as it says. raises: UnreadableDocument naming the first that does not."""
    for path, mention in mentions(value, "events"):
        start, end, quote = mention["start"], mention["end"], mention["quote"]
        if text[start:end] != quote or start < 0:
            found = text[max(start, 0) : max(end, 0)][:60]
            raise UnreadableDocument(f"{path}: {quote[:60]!r} is not at {start}-{end}, where the text has {found!r}", where, code="span")


def mentions(value: Any, path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """All dicts in decoded JSON that quote the text, each with the path to it."""
    if isinstance(value, list | tuple):
        for number, entry in enumerate(value):
            yield from mentions(entry, f"{path}[{number}]")
    elif isinstance(value, dict):
        if isinstance(value.get("quote"), str) and isinstance(value.get("start"), int) and isinstance(value.get("end"), int):
            yield path, value
        for key, entry in value.items():
            yield from mentions(entry, f"{path}.{key}")


def blocks_of(text: str) -> tuple[Block, ...]:
    """A text whose blocks did not come with it: one a line."""
    found: list[Block] = []
    at = 0
    for line in text.split("\n"):
        if line:
            found.append(Block(start=at, end=at + len(line), kind=BlockKind.PARAGRAPH))
        at += len(line) + 1
    return tuple(found)


def document_of(text: str, paper: Paper, where: str) -> Document:
    """The document that a paper cites, when this is its text. raises: UnreadableDocument when it is another."""
    if document_id(text) != paper.id:
        raise UnreadableDocument("the text that came with it is not the one that was read", where, code="digest")
    return Document(
        sha256=paper.id,  # the bytes that were read here are those of the text
        text=text,
        blocks=blocks_of(text),
        source=paper.source,
        url=paper.url,
        title=paper.title,
        published=paper.published,
        language=paper.language,
        publisher=paper.publisher,
        kind=paper.kind,
    )
