"""A document with its evidence marked, as one page for a browser: no script, nothing loaded, everything escaped, fit to print."""

from collections.abc import Iterator, Sequence
from functools import cache
from html import escape
from importlib.resources import files
from itertools import groupby

from transmittal.cases.marked import Mark, Segment, Use, marks, segments
from transmittal.cases.slot_words import describe_event, describe_slots, harmless_line, is_harmless
from transmittal.model import Block, BlockKind, KeptEvent, Mention, Paper

# A browser that honours it runs nothing and loads nothing, whatever the page should hold.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_TAGS = {BlockKind.HEADING: "<h3>", BlockKind.PARAGRAPH: "<p>", BlockKind.ITEM: "<p>", BlockKind.ROW: '<p class="row">'}


def render_html(text: str, events: Sequence[KeptEvent], *, blocks: Sequence[Block] = (), paper: Paper | None = None) -> str:
    """The whole page. blocks: of the text, when they are known; otherwise each line is a paragraph.

    Every mark is named after its place ("t120"), every event after its number ("e1"); numbers behind a mark lead to its events, quotes in
    the list of events lead to their marks. Raises KnownError when a quote is not in the text.
    """
    found = marks(text, events)
    title = harmless_line((paper.title if paper else None) or "Document")
    page = [
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{_shown(title)}</title>',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n<meta name="referrer" content="no-referrer">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<style>\n{_style()}</style>\n</head>\n<body>",
        '<a class="skip" href="#events">To the events</a>',
        *_header(title, paper),
        f'<main id="text"{_language(paper)}>',
        *_body(text, found, blocks or tuple(_lines(text))),
        "</main>",
        *_events(events),
        "</body>\n</html>\n",
    ]
    return "\n".join(page)


@cache
def _style() -> str:
    return files("transmittal.cases").joinpath("data", "marked.css").read_text("utf-8")


def _language(paper: Paper | None) -> str:
    """The attribute, when the language is known."""
    given = paper.language if paper else None
    return f' lang="{_attribute(given)}"' if given else ""


def _shown(text: str) -> str:
    """Escaped, with characters that would steer or hide as their number in a small box."""
    if all(map(is_harmless, set(text))):
        return escape(text)
    return "".join(
        escape(character) if is_harmless(character) else " " if character.isspace() else f'<span class="odd">U+{ord(character):04X}</span>'
        for character in text
    )


def _attribute(text: str) -> str:
    return escape(harmless_line(text))


def _header(title: str, paper: Paper | None) -> Iterator[str]:
    yield f'<header>\n<h1 dir="auto"{_language(paper)}>{_shown(title)}</h1>'
    if paper is not None:
        day = f'<time datetime="{paper.published}">{paper.published}</time>' if paper.published else "no date"
        about = [paper.kind.value.replace("_", " "), day, _shown(harmless_line(paper.publisher or "")), _address(paper.url)]
        yield f"<p>{' · '.join(filter(None, about))}<br>sha256 of the text {escape(paper.id)}</p>"
    yield "</header>"


def _address(url: str | None) -> str:
    """A link for what a browser may follow, else the words alone."""
    if url is None:
        return ""
    shown = _shown(harmless_line(url))
    if not url.lower().startswith(("http://", "https://")):
        return shown
    return f'<a href="{_attribute(url)}" rel="noopener noreferrer">{shown}</a>'


def _lines(text: str) -> Iterator[Block]:
    start = 0
    for line in text.split("\n"):
        if line:
            yield Block(start, start + len(line), BlockKind.PARAGRAPH)
        start += len(line) + 1


def _body(text: str, found: Sequence[Mark], blocks: Sequence[Block]) -> Iterator[str]:
    """The blocks in their order; segments are cut at their bounds, so that no mark runs from one into the next."""
    parts = iter(segments(text, found, cuts=(bound for block in blocks for bound in (block.start, block.end))))
    closing = {(mark.end, use) for mark in found for use in mark.uses if use.is_evidence}
    part = next(parts, None)
    for is_item, group in groupby(blocks, key=lambda block: block.kind is BlockKind.ITEM):
        if is_item:
            yield "<ul>"
        for block in group:
            inside: list[str] = []
            while part is not None and part.start < block.end:
                if part.start >= block.start:
                    inside.append(_segment(text, part, closing))
                part = next(parts, None)
            opened = '<li dir="auto">' if is_item else _TAGS[block.kind].replace(">", ' dir="auto">', 1)
            yield f"{opened}{''.join(inside)}</{opened[1:].split(' ')[0]}>"
        if is_item:
            yield "</ul>"


def _segment(text: str, part: Segment, closing: set[tuple[int, Use]]) -> str:
    shown = _shown(text[part.start : part.end])
    if not part.uses:
        return shown
    kind = "evidence" if all(use.is_evidence for use in part.uses) else "slot"
    title = "; ".join(f"{number}: {', '.join(u.slot for u in uses)}" for number, uses in groupby(part.uses, key=lambda use: use.number))
    ended = sorted({use.number for use in part.uses if (part.end, use) in closing})
    links = "".join(f'<sup lang="en"><a href="#e{number}" aria-label="event {number}">{number}</a></sup>' for number in ended)
    return f'<mark id="t{part.start}" class="{kind}" title="{_attribute(title)}">{shown}</mark>{links}'


def _events(events: Sequence[KeptEvent]) -> Iterator[str]:
    yield '<section aria-labelledby="events">\n<h2 id="events" tabindex="-1">Events</h2>'
    if not events:
        yield "<p>This document reports no procurement.</p>"
    else:
        yield '<ol class="events">'
        for number, kept in enumerate(events, 1):
            yield from _event(number, kept)
        yield "</ol>"
    yield "</section>"


def _event(number: int, kept: KeptEvent) -> Iterator[str]:
    yield f'<li id="e{number}"><h3>{_shown(describe_event(kept.event).capitalize())}</h3>'
    yield f'<p class="offsets">event {escape(kept.id)} · read by {_shown(harmless_line(kept.reader))}</p>\n<dl>'
    for slot in describe_slots(kept.event):
        quotes = "; ".join(map(_quote, slot.mentions))
        shown = _shown(harmless_line(slot.shown))
        yield f'<dt>{_shown(slot.slot)}</dt><dd><bdi>{shown}</bdi><br><span class="offsets">{quotes}</span></dd>'
    yield f"<dt>evidence</dt><dd>{'<br>'.join(map(_quote, kept.event.evidence))}</dd>"
    for one in kept.corrections:
        words = f"{one.slot}: {one.was} → {one.now}, by {one.by} on {one.at.date()}: {one.reason}"
        yield f"<dt>corrected</dt><dd><bdi>{_shown(harmless_line(words))}</bdi></dd>"
    yield "</dl></li>"


def _quote(mention: Mention) -> str:
    inferred = ", inferred" if mention.inferred else ""
    return f'<a href="#t{mention.start}">“<bdi>{_shown(mention.quote)}</bdi>”</a> {mention.start}–{mention.end}{inferred}'
