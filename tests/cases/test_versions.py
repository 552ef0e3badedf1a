"""What an edit of a page changed: in its words, and in what it reports."""

import random
import time
from datetime import date
from itertools import pairwise
from typing import NamedTuple

import msgspec
import pytest
from casework import kept_events
from hypothesis import given
from hypothesis import strategies as st

from transmittal.cases.versions import Edit, EventChange, Version, compare_events, compare_texts, render_text, versions_json
from transmittal.model import KeptEvent, Paper
from transmittal.reading import read_text

FIRST = "The State Department approved a possible sale to Japan of up to 400 Tomahawk missiles for an estimated cost of $2.35 billion."


class Edited(NamedTuple):
    name: str
    old: str
    new: str
    edits: list[tuple[str, str]]


EDITED = [
    Edited("nothing", "One. Two.", "One. Two.", []),
    Edited("a number", "It cost $2.35 billion. So it was.", "It cost $2.95 billion. So it was.", [("2.35", "2.95")]),
    Edited("a grouped number", "worth 1,200 dollars", "worth 1,300 dollars", [("1,200", "1,300")]),
    Edited("a word added", "a possible sale", "a possible foreign sale", [("", "foreign ")]),
    Edited("a sentence added", "One is here. Two is there.", "One is here. Now this. Two is there.", [("", "Now this. ")]),
    Edited("a paragraph added at the end", "One.", "One.\n\nTwo.", [("", "\n\nTwo.")]),
    Edited("a paragraph removed", "One.\n\nTwo.\n\nThree.", "One.\n\nThree.", [("Two.\n\n", "")]),
    Edited("two words of a sentence", "buy 400 missiles by 2027", "buy 200 missiles by 2028", [("400", "200"), ("2027", "2028")]),
    Edited(
        "a sentence rewritten",
        "Deliveries begin in the spring.",
        "Nobody at the ministry would comment on that.",
        [("Deliveries begin in the spring", "Nobody at the ministry would comment on that")],
    ),
    Edited(
        "a number in one sentence, and the next one gone",
        "The total cost is $2.35 billion. The sale serves an ally. The end.",
        "The total cost is $2.95 billion. The end.",
        [("2.35", "2.95"), ("The sale serves an ally. ", "")],
    ),
    Edited("a script without spaces", "防衛省は四百発を取得する。以上。", "防衛省は二百発を取得する。以上。", [("四", "二")]),
    Edited("all of it", "", "One.", [("", "One.")]),
    Edited("none of it", "One.", "", [("One.", "")]),
]


@pytest.mark.parametrize("case", EDITED, ids=lambda case: case.name)
def test_edits(case: Edited) -> None:
    assert [(edit.old, edit.new) for edit in compare_texts(case.old, case.new)] == case.edits


def rebuild(old: str, edits: tuple[Edit, ...]) -> str:
    """The new text, made of the old one and the edits."""
    made, at = [], 0
    for edit in edits:
        made += [old[at : edit.old_start], edit.new]
        at = edit.old_end
    return "".join((*made, old[at:]))


WORDS = st.lists(
    st.sampled_from(["the ", "navy ", "400 ", "boats. ", "$1.5 ", "No. ", "日本 ", "。", "\n\n", "a", "-", "  "]), max_size=30
).map("".join)


@given(WORDS, WORDS)
def test_the_edits_make_the_new_text_of_the_old(old: str, new: str) -> None:
    edits = compare_texts(old, new)
    assert rebuild(old, edits) == new
    for edit in edits:
        assert (old[edit.old_start : edit.old_end], new[edit.new_start : edit.new_end]) == (edit.old, edit.new)
        assert edit.old != edit.new
    for one, other in pairwise(edits):
        assert one.old_end < other.old_start or one.new_end < other.new_start


LONG = [
    ("an edit in a long text", 60_000, 0.0001),
    ("edits everywhere", 12_000, 0.5),
    ("another text", 12_000, 1.0),
]


@pytest.mark.parametrize(("name", "sentences", "share"), LONG, ids=[name for name, _, _ in LONG])
def test_long_texts_are_compared_in_bounded_time(name: str, sentences: int, share: float) -> None:
    dice = random.Random(7)
    old = [f"Sentence {n} of {dice.random()} is long enough to be one." for n in range(sentences)]
    new = [f"Now {dice.random()} stands here instead." if dice.random() < share else sentence for sentence in old]
    started = time.process_time()
    edits = compare_texts(" ".join(old), " ".join(new))
    assert time.process_time() - started < 5, name
    assert rebuild(" ".join(old), edits) == " ".join(new)


def test_a_long_text_of_one_repeated_line_is_compared_in_bounded_time() -> None:
    old, new = "The same.\n" * 50_000, "Not the same.\nThe same.\n" * 30_000
    started = time.process_time()
    edits = compare_texts(old, new)
    assert time.process_time() - started < 5
    assert rebuild(old, edits) == new


def version(text: str, day: int = 1) -> Version:
    reading = read_text(text, published=date(2024, 1, 18), url="https://example.org/a")
    events = kept_events(reading)
    document = reading.document
    paper = Paper(id=f"{day:064x}", known=date(2024, 1, day), kind=document.kind, tier="press", title=f"Page of day {day}")  # type: ignore[arg-type]
    return Version(paper=paper, text=document.text, events=tuple(events))


def told(changes: tuple[EventChange, ...]) -> list[tuple[str, list[tuple[str, str | None, str | None]]]]:
    return [(change.kind, [(slot.slot, slot.was, slot.now) for slot in change.slots]) for change in changes]


class Changed(NamedTuple):
    name: str
    old: str
    new: str
    changes: list[tuple[str, list[tuple[str, str | None, str | None]]]]


CHANGED = [
    Changed("nothing", FIRST, FIRST, []),
    Changed("words around the event", FIRST, f"It was cold. {FIRST} Nobody minded.", []),
    Changed("a price", FIRST, FIRST.replace("2.35", "2.95"), [("changed", [("value", "US$2.35 bn (estimate)", "US$2.95 bn (estimate)")])]),
    Changed(
        "a count", FIRST, FIRST.replace("up to 400", "up to 200"),
        [("changed", [("items", "up to 400 Tomahawk (missile)", "up to 200 Tomahawk (missile)")])],
    ),
    Changed("a price left out", FIRST, f"{FIRST[:85]}.", [("changed", [("value", "US$2.35 bn (estimate)", None)])]),
    Changed("the buyer put right", FIRST, FIRST.replace("Japan", "Korea"), [("changed", [("buyer", "Japan (JP)", "South Korea (KR)")])]),
    Changed("a sentence that told it left out", f"It was cold. {FIRST}", "It was cold.", [("vanished", [])]),
    Changed("a sentence that tells it put in", "It was cold.", f"It was cold. {FIRST}", [("appeared", [])]),
]  # fmt: skip


@pytest.mark.parametrize("case", CHANGED, ids=lambda case: case.name)
def test_what_an_edit_changes_in_what_is_reported(case: Changed) -> None:
    old, new = version(case.old), version(case.new)
    assert old.events or new.events
    assert told(compare_events(old.events, new.events)) == case.changes


SECOND = "The State Department approved a possible sale to Germany of up to 12 Patriot launchers for an estimated cost of $1.2 billion."


def test_two_sales_in_one_form_of_words_are_not_each_other() -> None:
    """Japan's goes and Germany's comes: nobody's order changed hands."""
    changes = compare_events(version(FIRST).events, version(SECOND).events)
    assert [change.kind for change in changes] == ["vanished", "appeared"]


THIRD = FIRST.replace("400 Tomahawk missiles", "36 AMRAAM missiles").replace("Japan", "Korea")


def test_a_sentence_of_the_same_form_does_not_make_two_sales_one() -> None:
    assert [change.kind for change in compare_events(version(FIRST).events, version(THIRD).events)] == ["vanished", "appeared"]


def test_events_are_told_apart_when_their_order_changes() -> None:
    old, new = version(f"{FIRST}\n\n{SECOND}"), version(f"{SECOND}\n\n{FIRST.replace('2.35', '2.95')}")
    assert len(old.events) == len(new.events) == 2
    assert told(compare_events(old.events, new.events)) == [
        ("changed", [("value", "US$2.35 bn (estimate)", "US$2.95 bn (estimate)")]),
    ]


def test_a_change_carries_plain_values_for_programs() -> None:
    (change,) = compare_events(version(FIRST).events, version(FIRST.replace("2.35", "2.95")).events)
    assert (change.slots[0].was_value["amount"], change.slots[0].now_value["amount"]) == ("2350000000", "2950000000")


def test_an_event_told_twice_and_then_once_has_vanished_once() -> None:
    (kept,) = version(FIRST).events
    again = msgspec.structs.replace(kept, id="f" * 32)
    assert [change.kind for change in compare_events([kept, again], [kept])] == ["vanished"]


def many(count: int, price: int) -> list[KeptEvent]:
    (kept,) = version(FIRST).events
    assert kept.event.value is not None
    events = []
    for number in range(count):
        value = msgspec.structs.replace(kept.event.value, amount=kept.event.value.amount + number * 1000 + price)
        events.append(msgspec.structs.replace(kept, id=f"{price}-{number}", event=msgspec.structs.replace(kept.event, value=value)))
    return events


def test_long_lists_of_events_are_compared_in_bounded_time() -> None:
    started = time.process_time()
    changes = compare_events(many(2_000, 0), many(2_000, 1))
    assert [change.kind for change in changes] == ["changed"] * 2_000
    assert time.process_time() - started < 10


def test_a_terminal_shows_each_version_with_what_it_changed() -> None:
    shown = render_text([version(FIRST, 1), version(FIRST.replace("2.35", "2.95"), 2), version(FIRST.replace("2.35", "2.95"), 3)])
    lines = shown.splitlines()
    assert lines[0].startswith("2024-01-01  first version: Page of day 1")
    assert "2024-01-02  edited: Page of day 2" in shown
    assert "for an estimated cost of $[-2.35-]{+2.95+} billion." in shown
    assert "    value: US$2.35 bn (estimate) → US$2.95 bn (estimate)" in lines
    assert lines[-2:] == ["  its text is the same", "  what it reports is the same"]


def test_a_terminal_is_not_steered() -> None:
    old, new = version(FIRST), version(FIRST)
    hostile = msgspec.structs.replace(new, text=new.text + " \x1b[31m\u202ered", paper=msgspec.structs.replace(new.paper, title="a\x07b"))
    shown = render_text([old, hostile])
    assert not {"\x1b", "\u202e", "\x07"} & set(shown)
    assert "\ufffd[31m\ufffdred" in shown


def test_json_has_the_edits_and_the_changes_with_the_version_that_has_them() -> None:
    built = msgspec.json.decode(msgspec.json.encode(versions_json([version(FIRST, 1), version(FIRST.replace("2.35", "2.95"), 2)])))
    assert (built[0]["edits"], built[0]["events"]) == ([], [])
    assert [(edit["kind"], edit["old"], edit["new"]) for edit in built[1]["edits"]] == [("replaced", "2.35", "2.95")]
    assert built[1]["events"][0]["slots"][0]["slot"] == "value"


def test_no_version_is_said_to_be_none() -> None:
    assert render_text([]) == "no version is kept\n"
    assert versions_json([]) == []
