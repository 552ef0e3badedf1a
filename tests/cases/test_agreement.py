"""Show, backlog and export tell one number for one thing: deliveries, ceilings, halts."""

import sys
from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest
from backlog_builders import case as case_of
from backlog_builders import told
from case_builders import example_tomahawk
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from transmittal.cases.backlog.ceilings import notified_rows
from transmittal.cases.backlog.completion import assess
from transmittal.cases.backlog.contracts import signed_rows
from transmittal.cases.backlog.method import Method, load_method
from transmittal.cases.backlog.rows import Row
from transmittal.cases.exchange.deals import deals, system_family, system_key
from transmittal.cases.facts import facts
from transmittal.cases.lines import family_of
from transmittal.cases.progress import progress
from transmittal.model import CaseFile, KeptEvent, Stage

QUALITY = Path(__file__).resolve().parents[2] / "quality"
sys.path.insert(0, str(QUALITY))

import docket_score  # noqa: E402

ON = date(2026, 11, 22)
# The plainest list: it leaves out no paper, channel or seller.
EVERY_PAPER = msgspec.structs.replace(
    load_method("notified"), counts=msgspec.structs.replace(load_method("notified").counts, channels_out=(), suppliers=())
)
_SETTINGS = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def shown(case: CaseFile, on: date) -> dict[str, int]:
    """What show says was delivered, by system: the whole of a family, or its only version."""
    found: dict[str, int] = {}
    for line in sorted(progress(case, on), key=lambda x: x.key.count("/"), reverse=True):
        if line.delivered is not None:
            found[line.key.split("/")[0]] = line.delivered.value
    return found


def rows_of(case: CaseFile, method: Method, on: date) -> list[Row]:
    return notified_rows(case, method, on) if method.counts.stage is Stage.APPROVAL else signed_rows(case, method, on)


def listed(case: CaseFile, name: str, on: date) -> dict[str, tuple[int, bool]]:
    """What a backlog says was delivered, by system, all rows of the case together; and whether a row was filled to the brim."""
    method = load_method(name)
    found: dict[str, tuple[int, bool]] = {}
    for row in assess(case, rows_of(case, method, on), method, on):
        for state in row.items:
            count, full = found.get(state.wanted.key, (0, False))
            found[state.wanted.key] = (count + state.delivered, full or state.delivered == state.threshold)
    return found


def check_counts(case: CaseFile, on: date) -> None:
    """One count a system, wherever it is shown. A row that is full shows no more than it wants; the rest is beyond what was bought."""
    show = shown(case, on)
    for name in ("notified", "agreed", "tsm"):
        for key, (count, is_full) in listed(case, name, on).items():
            assert count == show.get(key, 0) or (is_full and count <= show[key]), (name, key, count, show)
    lines = {x.key: x for x in progress(case, on)}
    for fact in facts(case, on):
        if fact.key.startswith("delivered "):
            line = lines[fact.key.removeprefix("delivered ")]
            assert line.delivered is not None
            assert fact.now.amount == line.delivered.value


def check_ceilings(case: CaseFile, on: date) -> None:
    """The figures of the chains, by the list that leaves no paper out."""
    wanted = sorted((row.amount, row.currency) for row in rows_of(case, EVERY_PAPER, on) if row.amount is not None)
    told_ = sorted((f.now.amount, f.now.currency) for f in facts(case, on) if f.key.split()[0] == "ceiling")
    if wanted or rows_of(case, EVERY_PAPER, on):
        assert told_ == wanted


def check_notified(case: CaseFile, on: date) -> None:
    """What was notified of each system, all certifications together, with what was added to them."""
    wanted: dict[str, int] = {}
    for row in rows_of(case, EVERY_PAPER, on):
        for goods_ in row.wanted:
            wanted[goods_.key] = wanted.get(goods_.key, 0) + (goods_.count or 0)
    found: dict[str, int] = {}
    for line in sorted(progress(case, on), key=lambda x: x.key.count("/"), reverse=True):
        if line.notified is not None:
            found[line.key.split("/")[0]] = line.notified.value
    assert found == {key: count for key, count in wanted.items() if count}


def check_export(case: CaseFile) -> None:
    """The same in the exports, which are of all that is known; several systems of one family are one deal there."""
    show = shown(case, date.max)
    for deal in deals(case):
        keys = {family_of(i) for k in case.events for i in k.event.items if system_key(i) == system_family(deal)}
        counts = [show[key] for key in keys if key in show]
        assert (deal.delivered.value if deal.delivered else None) == (sum(counts) if counts else None)
    totals = {f.now.amount for f in facts(case, date.max) if f.key.split()[0] == "ceiling"}
    prices = [deal.price.money.amount for deal in deals(case) if deal.price and deal.price.stage is Stage.APPROVAL]
    assert all(price in totals or price == sum(t for t in totals if t is not None) for price in prices)


def came(day: str | tuple[str, str] | None, count: int | None, name: str = "abrams", said: str = "Tanks came.", **more: str) -> KeptEvent:
    return told("delivery", day, None, {name: count}, tier=more.pop("tier", "press"), said=said, **more)  # type: ignore[arg-type]


NOTICE = told("approval", "2019-07-08", 2200, {"abrams": 108, "m88a2": 16}, transmittal="19-22", said="an estimated cost of {}")
ORDER = told("agreement", "2019-12-13", 1500, {"abrams": 108}, tier="buyer")
LATER = told("approval", "2021-08-04", 750, {"abrams": 40}, transmittal="21-44", said="an estimated cost of {}")
NAMED = [
    ("batches", [NOTICE, ORDER, came("2024-12-15", 38), came("2025-07-27", 42)], 80),
    ("a batch and a running total", [NOTICE, ORDER, came("2024-12-15", 38), came("2025-09-01", 80, said="So far 80 tanks have come.")], 80),
    ("a running total and a later batch", [NOTICE, came(None, 38, known="2025-01-02"), came("2025-07-27", 42)], 80),
    ("a register and a later batch", [NOTICE, came(("2024-01-01", "2024-12-31"), 38, tier="register", known="2025-03-10"),
        came("2025-07-27", 42)], 80),
    ("more than was bought", [NOTICE, came("2024-12-15", 70), came("2025-07-27", 69)], 70),
    ("begun", [NOTICE, came("2024-12-15", None)], None),
    ("versions apart", [NOTICE, came("2024-12-15", 38, "abrams/SEPv3"), came("2025-07-27", 42, "abrams/SEPv3")], 80),
    ("told complete in Chinese", [NOTICE, came("2026-01-27", 28, said="最後一批戰車運抵")], 28),
    ("two certifications", [NOTICE, LATER, came("2024-12-15", 108), came("2026-01-15", 12)], 120),
    ("a count that is two months long and one inside", [NOTICE, came("2025-07-27", 42), came(("2025-01-01", "2025-12-31"), 70,
        known="2026-01-05")], 70),
    ("a batch in the days of a running total", [NOTICE, came(None, 38, known="2024-12-20"),
        came(("2024-12-01", "2024-12-31"), 38, known="2025-02-01")], 38),
]  # fmt: skip


@pytest.mark.parametrize(("events", "count"), [c[1:] for c in NAMED], ids=[c[0] for c in NAMED])
def test_one_count_everywhere(events: list[KeptEvent], count: int | None) -> None:
    case = case_of(*events)
    assert shown(case, ON).get("abrams") == count
    check_counts(case, ON)
    check_ceilings(case, ON)
    check_notified(case, ON)
    check_export(case)


def test_the_example_documents() -> None:
    case = example_tomahawk()
    for on in (date(2024, 2, 1), date(2026, 4, 1), ON):
        check_counts(case, on)
        check_ceilings(case, on)
        check_notified(case, on)
    check_export(case)


@pytest.mark.parametrize("folder", sorted(p for p in (QUALITY / "dockets").iterdir() if p.is_dir()), ids=lambda p: p.name)
def test_the_dockets(folder: Path) -> None:
    kept = docket_score.read_docket(folder)
    for case in docket_score.labelled_cases(folder, kept):
        for on in (date(2023, 6, 30), date(2025, 12, 31)):
            check_counts(case, on)
            check_ceilings(case, on)
        check_notified(case, on)
        check_export(case)


_DAYS = st.integers(0, 2500).map(lambda n: (date(2019, 1, 1) + timedelta(days=n)).isoformat())


_STAGES = st.sampled_from(["approval", "agreement", "delivery", "delivery", "delivery", "change", "halt"])
_SYSTEMS = st.sampled_from(["abrams", "abrams/SEPv3", "abrams/M1A2T", "harpoon", "hcds"])


@st.composite
def happenings(draw: st.DrawFn) -> KeptEvent:
    stage, day = draw(_STAGES), draw(st.none() | _DAYS)
    return told(
        stage,
        day,
        draw(st.none() | st.sampled_from([100, 250, 900])),
        draw(st.dictionaries(_SYSTEMS, st.none() | st.integers(1, 120), max_size=3)),
        tier=draw(st.sampled_from(["seller", "buyer", "press", "register"])),
        known=max(draw(_DAYS), day or ""),
        said=draw(st.sampled_from(SAID)),
        transmittal=draw(st.sampled_from([None, "19-22", "21-44", "22-0A"])) if stage in ("approval", "change") else None,
    )


SAID = [
    "Tanks arrived.", "So far {} and tanks have come.", "The final batch arrived.", "All of them have been delivered.",
    "The total estimated case value will increase by {}.", "resulting in a revised total case value of {}.", "An estimated cost of {}.",
]  # fmt: skip


@_SETTINGS
@given(st.lists(happenings(), max_size=8, unique_by=lambda k: k.id), _DAYS)
def test_any_case(events: list[KeptEvent], on: str) -> None:
    case = case_of(*events)
    check_counts(case, date.fromisoformat(on))
    check_ceilings(case, date.fromisoformat(on))
    check_notified(case, date.fromisoformat(on))
    check_export(case)
