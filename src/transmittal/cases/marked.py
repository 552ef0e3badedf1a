"""A document's text with what was read in it: marks, a flat partition of the text by them, and both for a terminal and as JSON.

The page for a browser is made in `marked_page`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

import msgspec

from transmittal.cases.exchange.slots import mentions_of
from transmittal.cases.slot_words import describe_event, describe_slots, harmless, harmless_line
from transmittal.model import KeptEvent, KnownError, Mention, Paper

_LONGEST_QUOTE = 160  # characters of a quote in the list of events
# Sequences of a terminal: evidence is underlined, a slot's words stand bold in it, labels dim.
_EVIDENCE, _SLOT, _DIM, _END = "\x1b[4m", "\x1b[1m", "\x1b[2m", "\x1b[0m"


class Use(msgspec.Struct, frozen=True, order=True):
    """What a stretch of text is to one event. number: the event's place in the list, from 1; slot: as in the exports, "evidence[0]"."""

    number: int
    slot: str
    event: str
    inferred: bool = False

    @property
    def is_evidence(self) -> bool:
        return self.slot.startswith("evidence[")


class Mark(msgspec.Struct, frozen=True):
    """A stretch that at least one event uses. start, end: code points of the text; uses: all of exactly this stretch, in order."""

    start: int
    end: int
    uses: tuple[Use, ...]

    @property
    def events(self) -> tuple[str, ...]:
        """Ids of the events, each once."""
        return tuple(dict.fromkeys(use.event for use in self.uses))

    @property
    def slots(self) -> tuple[str, ...]:
        """Names of the slots, each once."""
        return tuple(dict.fromkeys(use.slot for use in self.uses))


class Segment(Mark, frozen=True):
    """A stretch under one set of marks: the uses are those of all marks that cover it, none for plain text."""


def marks(text: str, events: Sequence[KeptEvent]) -> tuple[Mark, ...]:
    """Every stretch that the events use, by start, the longer first.

    raises: KnownError naming the event whose quote is not where it says: the text is another one, or the casebook is damaged.
    """
    uses: dict[tuple[int, int], list[Use]] = {}
    for number, kept in enumerate(events, 1):
        for found in mentions_of(kept.event):
            mention = found.mention
            if text[mention.start : mention.end] != mention.quote:
                what = f"{harmless_line(mention.quote[:60])!r} is not at {mention.start}-{mention.end} of this text"
                raise KnownError(what, f"event {kept.id}", "is it another version of the page? `transmittal verify` checks the casebook")
            uses.setdefault((mention.start, mention.end), []).append(Use(number, found.slot, kept.id, mention.inferred))
    return tuple(Mark(start, end, tuple(sorted(uses[start, end]))) for start, end in sorted(uses, key=lambda span: (span[0], -span[1])))


def segments(text: str, marks: Iterable[Mark], *, cuts: Iterable[int] = ()) -> tuple[Segment, ...]:
    """The whole text in stretches that follow each other, each with all uses that cover it. cuts: offsets to cut at besides."""
    opening: dict[int, list[Mark]] = {}
    bounds = {0, len(text), *cuts}
    for mark in marks:
        opening.setdefault(mark.start, []).append(mark)
        bounds |= {mark.start, mark.end}
    made: list[Segment] = []
    active: list[Mark] = []
    ordered = sorted(bounds)
    for start, end in pairwise(ordered):
        active = [mark for mark in active if mark.end > start] + opening.get(start, [])
        made.append(Segment(start, end, tuple(sorted({use for mark in active for use in mark.uses}))))
    return tuple(made)


def render_text(text: str, events: Sequence[KeptEvent], *, paper: Paper | None = None, colour: bool = False, width: int = 0) -> str:
    """For a terminal: evidence in brackets with the number of its event, a slot's words in braces with its name, the events below.

    "[The sale of {400: items[0].quantity} …](1)". colour: with ANSI sequences; width: of a line, 0 for as long as they come.
    """
    pen = _Pen(colour=colour)
    lines = [*_head(paper, pen), *_wrapped(_body(text, segments(text, marks(text, events)), pen, several=len(events) > 1), width)]
    lines += ["", *(line for number, kept in enumerate(events, 1) for line in _listed(number, kept, pen))]
    if not events:
        lines.append("reports no procurement")
    return "\n".join(lines).rstrip() + "\n"


class _Pen:
    """Draws in plain characters, or with a terminal's sequences."""

    def __init__(self, *, colour: bool) -> None:
        self.colour = colour

    def draw(self, text: str, *styles: str) -> str:
        return "".join(styles) + text + _END if self.colour and styles and text else text


def _head(paper: Paper | None, pen: _Pen) -> list[str]:
    if paper is None:
        return []
    day = paper.published.isoformat() if paper.published else "no date"
    about = " · ".join(filter(None, (paper.kind.value.replace("_", " "), day, paper.publisher, paper.url)))
    return [
        pen.draw(harmless_line(paper.title or "without a title"), _SLOT),
        pen.draw(harmless_line(about), _DIM),
        pen.draw(f"sha256 of the text {paper.id}", _DIM),
        "",
    ]


Piece = tuple[str, str]  # as measured, as drawn


def _body(text: str, parts: Iterable[Segment], pen: _Pen, *, several: bool) -> Iterator[Piece]:
    """The text in pieces, brackets opened and closed where the evidence changes."""
    told: tuple[int, ...] = ()
    for run in _runs(parts):
        now = _told(run[0])
        if now != told:
            yield from _closed(told, pen)
            if now:
                yield "[", "["
        told = now
        named = _slot_names(run, several=several)
        styles = ((_EVIDENCE,) if now else ()) + ((_SLOT,) if named else ())
        if named:
            yield "{", "{"
        for word in re.findall(r"[ \n]|[^ \n]+", harmless(text[run[0].start : run[-1].end])):
            yield word, word if word in " \n" else pen.draw(word, *styles)
        if named:
            yield ":", pen.draw(":", _DIM)
            for name in named.split(" "):
                yield from ((" ", " "), (name, pen.draw(name, _DIM)))
            yield "}", "}"
    yield from _closed(told, pen)


def _runs(parts: Iterable[Segment]) -> Iterator[list[Segment]]:
    """Segments that belong together: in the same evidence, each with a slot that the one before it has too."""
    run: list[Segment] = []
    for part in parts:
        if run and (_told(part) != _told(run[0]) or not {*_slot_uses(part)} & {*_slot_uses(run[-1])}):
            yield run
            run = []
        run.append(part)
    if run:
        yield run


def _told(part: Segment) -> tuple[int, ...]:
    """Numbers of the events that this is evidence of."""
    return tuple(sorted({use.number for use in part.uses if use.is_evidence}))


def _slot_uses(part: Segment) -> list[Use]:
    return [use for use in part.uses if not use.is_evidence]


def _closed(numbers: tuple[int, ...], pen: _Pen) -> Iterator[Piece]:
    if numbers:
        label = f"]({', '.join(map(str, numbers))})"
        yield label, pen.draw(label, _DIM)


def _slot_names(run: Iterable[Segment], *, several: bool) -> str:
    """ "buyer"; with the numbers of the events where there is more than one: "buyer 1 2, supplier 3"."""
    numbers: dict[str, list[int]] = {}
    for use in sorted({use for part in run for use in _slot_uses(part)}):
        numbers.setdefault(use.slot, []).append(use.number)
    return ", ".join(" ".join((slot, *(map(str, found) if several else ()))) for slot, found in numbers.items())


def _wrapped(pieces: Iterable[Piece], width: int) -> Iterator[str]:
    """Lines of at most that many characters, broken at blanks; a piece that is longer has a line of its own."""
    line, drawn, word, drawn_word = 0, "", 0, ""
    for plain, styled in (*pieces, ("\n", "\n")):
        if plain not in (" ", "\n"):
            word, drawn_word = word + len(plain), drawn_word + styled
            continue
        if width and line and line + word > width:
            yield drawn.rstrip(" ")
            line, drawn = 0, ""
        line, drawn = line + word, drawn + drawn_word
        word, drawn_word = 0, ""
        if plain == "\n":
            yield drawn.rstrip(" ")
            line, drawn = 0, ""
        elif drawn:
            line, drawn = line + 1, drawn + " "


def _listed(number: int, kept: KeptEvent, pen: _Pen) -> Iterator[str]:
    yield f"{number}. " + pen.draw(describe_event(kept.event).upper(), _SLOT) + pen.draw(f"  event {kept.id}", _DIM)
    for slot in describe_slots(kept.event):
        yield _labelled(slot.slot, harmless_line(slot.shown), slot.mentions, pen)
    for mention in kept.event.evidence:
        yield _labelled("evidence", "", (mention,), pen)
    for one in kept.corrections:
        words = f"{one.slot}: {one.was} → {one.now}, by {one.by} on {one.at.date()}: {one.reason}"
        yield f"   {pen.draw('corrected'.ljust(24), _DIM)} {harmless_line(words)}"
    yield ""


def _labelled(label: str, shown: str, mentions: tuple[Mention, ...], pen: _Pen) -> str:
    said = "; ".join(f"“{_short(m.quote)}” {m.start}–{m.end}{', inferred' if m.inferred else ''}" for m in mentions)
    return f"   {pen.draw(label.ljust(24), _DIM)} {'  '.join(filter(None, (shown, pen.draw(said, _DIM))))}"


def _short(quote: str) -> str:
    """The quote, cut where it is long: it stands marked in the text above."""
    line = harmless_line(quote)
    return line if len(line) <= _LONGEST_QUOTE else line[: _LONGEST_QUOTE - 1].rstrip() + "…"


def marked_json(text: str, events: Sequence[KeptEvent], *, paper: Paper | None = None) -> dict[str, Any]:
    """Plain dicts and lists: the text, its marks, and its segments, each with the places of its marks in that list."""
    found = marks(text, events)
    covering = [
        {"start": part.start, "end": part.end, "uses": [_use(use) for use in part.uses]} for part in segments(text, found) if part.uses
    ]
    return {
        "document": msgspec.to_builtins(paper) if paper is not None else None,
        "text": text,
        "marks": [{"start": m.start, "end": m.end, "quote": text[m.start : m.end], "uses": [_use(use) for use in m.uses]} for m in found],
        "segments": covering,
        "events": [
            {
                "number": number,
                "id": kept.id,
                "event": describe_event(kept.event),
                "slots": {slot.slot: slot.shown for slot in describe_slots(kept.event)},
                "corrections": msgspec.to_builtins(kept.corrections),
            }
            for number, kept in enumerate(events, 1)
        ],
    }


def _use(use: Use) -> dict[str, Any]:
    return {"event": use.event, "number": use.number, "slot": use.slot, "inferred": use.inferred}
