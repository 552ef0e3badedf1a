"""A document with what was read in it: the partition of its text, and what people are shown of it."""

import re
import time
from html import unescape

import msgspec
import pytest
from casework import example_case, kept_events, readings
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from transmittal.cases.marked import Mark, Use, marked_json, marks, render_text, segments
from transmittal.cases.marked_page import render_html
from transmittal.model import Correction, Event, KeptEvent, KnownError, Mention
from transmittal.reading import Reading, read_text

ALL = [reading for reading in readings() if reading.document.text]
IDS = [reading.document.source for reading in ALL]


def mark(start: int, end: int, number: int = 1, slot: str = "evidence[0]") -> Mark:
    return Mark(start, end, (Use(number, slot, f"event-{number}"),))


PARTITIONS = [
    ("no marks", [], [(0, 10, [])]),
    ("a mark inside", [mark(2, 4)], [(0, 2, []), (2, 4, [1]), (4, 10, [])]),
    ("the whole text", [mark(0, 10)], [(0, 10, [1])]),
    ("one in the other", [mark(1, 9, 1), mark(3, 5, 2)], [(0, 1, []), (1, 3, [1]), (3, 5, [1, 2]), (5, 9, [1]), (9, 10, [])]),
    ("one over the other", [mark(1, 5, 1), mark(3, 8, 2)], [(0, 1, []), (1, 3, [1]), (3, 5, [1, 2]), (5, 8, [2]), (8, 10, [])]),
    ("one after the other", [mark(0, 5, 1), mark(5, 10, 2)], [(0, 5, [1]), (5, 10, [2])]),
    ("twice the same", [mark(2, 4, 1), mark(2, 4, 2)], [(0, 2, []), (2, 4, [1, 2]), (4, 10, [])]),
]


@pytest.mark.parametrize(("name", "given", "expected"), PARTITIONS, ids=[name for name, _, _ in PARTITIONS])
def test_partition(name: str, given: list[Mark], expected: list[tuple[int, int, list[int]]]) -> None:
    found = segments("0123456789", given)
    assert [(part.start, part.end, [use.number for use in part.uses]) for part in found] == expected, name


SPANS = st.lists(st.tuples(st.integers(0, 29), st.integers(1, 12)), max_size=12)


@given(SPANS, st.sets(st.integers(0, 30)))
def test_a_partition_holds_every_character_once_under_the_marks_that_cover_it(spans: list[tuple[int, int]], cuts: set[int]) -> None:
    given = [mark(start, min(30, start + length), number) for number, (start, length) in enumerate(spans, 1)]
    found = segments("x" * 30, given, cuts=cuts)
    assert [n for part in found for n in range(part.start, part.end)] == list(range(30))
    for part in found:
        covering = {use for one in given if one.start <= part.start and part.end <= one.end for use in one.uses}
        assert set(part.uses) == covering
    assert {*cuts} <= {0, 30, *(part.start for part in found)}


@pytest.mark.parametrize("reading", ALL, ids=IDS)
def test_every_mention_of_every_event_is_marked_where_it_stands(reading: Reading) -> None:
    text, events = reading.document.text, kept_events(reading)
    found = marks(text, events)
    quoted = {(m.start, m.end) for kept in events for m in kept.event.evidence}
    assert quoted <= {(m.start, m.end) for m in found}
    assert {event for m in found for event in m.events} == {kept.id for kept in events}
    buyers = {text[m.start : m.end] for m in found if "buyer" in m.slots}
    assert buyers == {kept.event.buyer.quote for kept in events if kept.event.buyer}


def test_a_quote_of_another_text_is_refused() -> None:
    (kept, *_) = kept_events(ALL[4])
    with pytest.raises(KnownError) as caught:
        marks("Something else.", [kept])
    assert kept.id in str(caught.value)


SENTENCE = "The Ministry of Defence of Japan signed a contract for 400 Tomahawk missiles worth $1.7 billion on 18 January 2024."


def read_one(text: str) -> tuple[str, list[KeptEvent]]:
    reading = read_text(text)
    assert reading.events, "the sentence must be read as an event for this test to show anything"
    return reading.document.text, kept_events(reading)


def test_a_terminal_shows_evidence_slots_and_the_events_below() -> None:
    text, events = read_one(f"Weather was fine. {SENTENCE}")
    shown = render_text(text, events)
    assert shown.startswith("Weather was fine. [The Ministry of Defence of {Japan: buyer} signed")
    assert "{400: items[0].quantity} {Tomahawk: items[0].system}" in shown
    assert "{$1.7 billion: value}" in shown
    assert "](1)\n" in shown
    assert re.search(r"^1\. AGREEMENT  event [0-9a-f]{32}$", shown, re.MULTILINE)
    assert re.search(r"^   buyer +Japan \(JP\)  “Japan” 45–50$", shown, re.MULTILINE)
    assert "\x1b" not in shown


def test_colour_changes_nothing_but_the_colour() -> None:
    text, events = read_one(SENTENCE)
    coloured = render_text(text, events, colour=True, width=60)
    assert "\x1b[4m" in coloured
    assert re.sub(r"\x1b\[\dm", "", coloured) == render_text(text, events, width=60)


@pytest.mark.parametrize("reading", ALL, ids=IDS)
def test_a_width_breaks_lines_and_changes_no_word(reading: Reading) -> None:
    text = reading.document.text
    wide, narrow = render_text(text, []), render_text(text, [], width=40)
    assert wide.split() == narrow.split() == [*text.split(), "reports", "no", "procurement"]
    assert all(len(line) <= 40 or " " not in line for line in narrow.splitlines())


HOSTILE = "Title <script>alert(1)</script> & \"quotes\" 'x' \u202eesrever\u202c \x1b[31mred\x07 zero\u200bwidth tab\there \U000e0041"


def _page(reading: Reading) -> LexborHTMLParser:
    events = kept_events(reading)
    paper = events[0].paper if events else None
    return LexborHTMLParser(render_html(reading.document.text, events, paper=paper, blocks=reading.document.blocks))


@pytest.mark.parametrize("reading", ALL, ids=IDS)
def test_a_page_holds_the_whole_text_and_every_link_leads_somewhere(reading: Reading) -> None:
    page = _page(reading)
    for number in page.css("main sup"):
        number.decompose()
    main = page.css_first("main")
    assert main is not None
    assert "".join(main.text().split()) == "".join(reading.document.text.split())
    ids = [node.attributes["id"] for node in page.css("[id]")]
    assert len(ids) == len(set(ids))
    page = _page(reading)
    leading = {(node.attributes["href"] or "")[1:] for node in page.css("a") if (node.attributes["href"] or "").startswith("#")}
    assert leading <= set(ids)
    assert {f"e{number}" for number in range(1, len(reading.events) + 1)} <= leading, "each event is reached from its evidence"
    assert {f"t{m.start}" for event in reading.events for m in event.evidence} <= leading


def test_a_page_without_blocks_holds_the_whole_text_too() -> None:
    text, events = read_one(f"One.\n\n{SENTENCE}\nThree.")
    page = LexborHTMLParser(render_html(text, events))
    main = page.css_first("main")
    assert main is not None
    assert len(page.css("main p")) == text.count("\n\n") + text.replace("\n\n", "").count("\n") + 1
    assert "Three." in main.text()


def test_nothing_in_a_page_runs_loads_or_hides() -> None:
    text, (kept, *_) = read_one(SENTENCE)
    correction = Correction(slot="buyer", was="null", now=HOSTILE, by=HOSTILE, at=kept.recorded_at, reason=HOSTILE, entry=1)
    paper = msgspec.structs.replace(kept.paper, title=HOSTILE, url="javascript:alert(1)", publisher=HOSTILE, language='"><script>')
    hostile = msgspec.structs.replace(kept, paper=paper, corrections=(correction,), reader=HOSTILE)
    made = render_html(f"{text}\n{HOSTILE}", [hostile], paper=paper)
    page = LexborHTMLParser(made)
    assert not page.css("script, img, iframe, link, form, object, embed, base")
    assert all((node.attributes["href"] or "").startswith("#") for node in page.css("a")), "javascript: is no link"
    assert not [name for node in page.css("*") for name in node.attributes if name.startswith("on")]
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\U000e0000-\U000e007f]", unescape(made))
    assert "U+202E" in made, "what was hidden is shown by its number"
    policy = page.css_first("meta[http-equiv=Content-Security-Policy]")
    assert policy is not None
    assert "default-src 'none'" in (policy.attributes["content"] or "")


def test_a_terminal_is_not_steered() -> None:
    text, (kept, *_) = read_one(SENTENCE)
    paper = msgspec.structs.replace(kept.paper, title=HOSTILE, url=HOSTILE, publisher=HOSTILE)
    shown = render_text(f"{text}\n{HOSTILE}", [kept], paper=paper)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\U000e0000-\U000e007f]", shown)
    assert "\ufffd[31mred\ufffd zero\ufffdwidth tab here" in shown


def test_a_page_links_to_an_address_of_the_web() -> None:
    reading = ALL[4]
    (link,) = _page(reading).css("header a")
    assert link.attributes["href"] == reading.document.url
    assert "noopener" in (link.attributes["rel"] or "")


def test_corrections_are_told() -> None:
    (kept,) = [kept for kept in example_case().events if kept.corrections]
    text = next(r.document.text for r in ALL if r.document.url == kept.paper.url)
    shown = render_text(text, [kept])
    assert "by E on 2026-07-01: the page says nothing of it" in shown
    assert "the page says nothing of it" in render_html(text, [kept])


@pytest.mark.parametrize("reading", ALL, ids=IDS)
def test_json_has_every_mark_with_its_words(reading: Reading) -> None:
    text, events = reading.document.text, kept_events(reading)
    built = msgspec.json.decode(msgspec.json.encode(marked_json(text, events, paper=events[0].paper if events else None)))
    assert built["text"] == text
    assert all(text[m["start"] : m["end"]] == m["quote"] for m in built["marks"])
    assert [event["id"] for event in built["events"]] == [kept.id for kept in events]
    marked = {n for m in built["marks"] for n in range(m["start"], m["end"])}
    assert marked == {n for part in built["segments"] for n in range(part["start"], part["end"])}


def test_a_long_text_with_many_events_is_marked_in_a_second() -> None:
    """Two thousand events in 800 KB: the work grows with the text, not with its square."""
    line = SENTENCE + " " * 3 + "x" * 280 + "\n"
    _, (kept, *_) = read_one(SENTENCE)
    text, events = line * 2_000, []
    for number in range(2_000):
        at = number * len(line)
        event = Event(stage=kept.event.stage, modality=kept.event.modality, evidence=(Mention.cut(text, at, at + len(SENTENCE)),))
        events.append(msgspec.structs.replace(kept, id=f"{number:032x}", event=event))
    started = time.process_time()
    found = segments(text, marks(text, events))
    assert len(found) == 4_000
    assert time.process_time() - started < 1
