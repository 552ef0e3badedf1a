"""What must hold of every finding, whatever the events."""

from datetime import date, timedelta

from case_builders import case_file, example_tomahawk, paper, told
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from transmittal.cases.disagreements import disagreements
from transmittal.cases.facts import facts
from transmittal.cases.overdue import overdue
from transmittal.cases.progress import progress
from transmittal.cases.standing import standing
from transmittal.cases.timeline import timeline
from transmittal.model import CaseFile, KeptEvent, Stage, Tier

_FIRST = date(2020, 1, 1)
_DAYS = st.integers(0, 2500).map(lambda n: _FIRST + timedelta(days=n))
_SETTINGS = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@st.composite
def events(draw: st.DrawFn) -> KeptEvent:
    known = draw(_DAYS)
    start = draw(st.none() | _DAYS)
    day = None if start is None else (start.isoformat(), (start + timedelta(days=draw(st.sampled_from([0, 30, 365])))).isoformat())
    return told(
        draw(st.sampled_from([s.value for s in Stage])), day,
        paper(known.isoformat(), draw(st.sampled_from(list(Tier))), name=str(draw(st.integers(0, 3)))),
        modality=draw(st.sampled_from(["happened", "happened", "scheduled", "expected", "possible", "denied"])),
        items=(("Tomahawk", draw(st.sampled_from([None, "Block IV", "Block V"])), draw(st.none() | st.integers(1, 500))),),
        value=draw(st.none() | st.sampled_from(["$2350000000", "$2400000000", "¥254100000000", "$1700000000"])),
        basis=draw(st.sampled_from(["estimate", "contract", "budget", "obligated"])),
        transmittal=draw(st.sampled_from([None, None, "23-26", "25-0G"])), order=draw(st.integers(0, 99)),
    )  # fmt: skip


_LISTS = st.lists(events(), max_size=9, unique_by=lambda k: k.id)


def everything(case: CaseFile, on: date) -> tuple[object, ...]:
    return (standing(case, on), facts(case, on), disagreements(case, on), overdue(case, on), progress(case, on))


@_SETTINGS
@given(_LISTS, _DAYS, st.randoms(use_true_random=False))
def test_the_order_of_events_does_not_matter(listed: list[KeptEvent], on: date, random: object) -> None:
    case = CaseFile(id="c", events=tuple(listed))
    shuffled = list(listed)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    other = CaseFile(id="c", events=tuple(shuffled))
    assert everything(case, on) == everything(other, on)
    assert timeline(case, on) == timeline(other, on)


@_SETTINGS
@given(_LISTS, _DAYS)
def test_every_finding_stands_on_words_of_the_case(listed: list[KeptEvent], on: date) -> None:
    case = case_file("c", listed)
    by_id = {k.id: k for k in listed}
    found = [*facts(case, on), *timeline(case, on), *disagreements(case, on), *overdue(case, on)]
    found += [c for x in progress(case, on) for c in (x.notified, x.ordered, x.delivered, x.outstanding) if c is not None]
    for finding in found:
        assert finding.events
        assert finding.cites
        assert set(finding.events) <= set(by_id)
        assert {c.event for c in finding.cites} <= set(by_id)
        assert all(by_id[c.event].paper.id == c.paper for c in finding.cites)


@_SETTINGS
@given(_LISTS, _LISTS, _DAYS)
def test_what_came_afterwards_changes_nothing(listed: list[KeptEvent], later: list[KeptEvent], on: date) -> None:
    """Steps that began after the day, and plans first uttered after it, leave every finding about the day as it was."""
    from transmittal.cases.when import said_after

    more = [k for k in later if said_after(k, on)]
    assert everything(case_file("c", listed), on)[1:] == everything(case_file("c", listed + more), on)[1:]
    one, two = standing(case_file("c", listed), on), standing(case_file("c", listed + more), on)
    assert (one.state, one.line, one.unknown, one.overdue) == (two.state, two.line, two.unknown, two.overdue)


@_SETTINGS
@given(_LISTS, _DAYS)
def test_every_event_is_in_exactly_one_step(listed: list[KeptEvent], on: date) -> None:
    ids = [e for step in timeline(case_file("c", listed), on) for e in step.events]
    assert sorted(ids) == sorted(k.id for k in listed)


@_SETTINGS
@given(_LISTS, _DAYS)
def test_no_step_after_the_day_is_used(listed: list[KeptEvent], on: date) -> None:
    found = standing(case_file("c", listed), on)
    if found.step is not None:
        assert found.step.end is not None
        assert found.step.end <= on


def test_every_quote_is_in_the_text_of_its_document() -> None:
    case = example_tomahawk()
    for fact in facts(case, date(2026, 11, 22)):
        for cite in fact.cites:
            assert cite.mention.end - cite.mention.start == len(cite.mention.quote)
