"""Our register in SIPRI's layouts, read back by the readers of SIPRI's own."""

import io
from pathlib import Path

import msgspec
import pytest
from casework import EXAMPLES, case_of, example_case, kept_events

from transmittal.cases.exchange import sipri
from transmittal.cases.exchange.deals import deals
from transmittal.model import CaseFile, Event, Modality, Stage
from transmittal.reading import Reading, read

REGISTER = EXAMPLES / "2026-03-31-register.csv"
GOLDEN = Path(__file__).parents[1] / "golden"


def read_back(tmp_path: Path, cases: list[CaseFile], *, by_year: bool = False) -> Reading:
    stream = io.StringIO(newline="")
    (sipri.write_deliveries if by_year else sipri.write)(cases, stream)
    path = tmp_path / "register.csv"
    path.write_text(stream.getvalue(), encoding="utf-8", newline="")
    found = list(read(path))
    assert [reading.layout for reading in found] == ["sipri_deliveries" if by_year else "sipri_deals"]
    return found[0]


def said(event: Event) -> tuple[object, ...]:
    """What a register says, without where in its text."""
    return (
        event.stage,
        event.buyer and event.buyer.id,
        event.supplier and event.supplier.id,
        tuple((i.system.id, i.variant, i.quantity and (i.quantity.value, i.quantity.bound)) for i in event.items),
        event.date and (event.date.start, event.date.end),
    )


def cases_of(path: Path) -> list[CaseFile]:
    """A register as a casebook would join it: the events of one line are a case."""
    kept = kept_events(next(iter(read(path))))
    lines: dict[int, list[int]] = {}
    for number, one in enumerate(kept):
        lines.setdefault(one.event.evidence[0].start, []).append(number)
    return [case_of([kept[n] for n in numbers], f"case-{at}") for at, numbers in lines.items()]


@pytest.mark.parametrize(
    "path",
    [REGISTER, GOLDEN / "sipri_deals" / "2026-export.csv", GOLDEN / "sipri_deals" / "2023-semicolons-and-flags.csv"],
    ids=lambda p: p.stem,
)
def test_a_register_that_was_read_is_written_and_read_the_same(path: Path, tmp_path: Path) -> None:
    before = next(iter(read(path)))
    after = read_back(tmp_path, cases_of(path))
    assert sorted(map(repr, map(said, after.events))) == sorted(map(repr, map(said, before.events)))
    assert after.unread == ()


def test_a_register_by_year_is_written_and_read_the_same(tmp_path: Path) -> None:
    path = GOLDEN / "sipri_deliveries" / "2026-export.csv"
    delivered = [e for e in read_back(tmp_path, cases_of(path), by_year=True).events if e.stage is Stage.DELIVERY]
    before = [e for e in next(iter(read(path))).events if e.stage is Stage.DELIVERY]
    total = [(e.buyer and e.buyer.id, sum(i.quantity.value for i in e.items if i.quantity)) for e in delivered]
    assert total == [(e.buyer and e.buyer.id, sum(i.quantity.value for i in e.items if i.quantity)) for e in before]


def test_versions_that_an_order_counts_apart_have_a_row_each(tmp_path: Path) -> None:
    reading = read_back(tmp_path, [example_case()])
    ordered = [e for e in reading.events if e.stage is Stage.AGREEMENT and e.items[0].system.id == "tomahawk"]
    assert sorted((e.items[0].variant, e.items[0].quantity and e.items[0].quantity.value) for e in ordered) == [
        ("Block-4", 200),
        ("Block-5", 200),
    ]


def test_what_was_only_notified_is_in_no_register() -> None:
    notified = [kept for kept in example_case().events if kept.event.stage is Stage.APPROVAL]
    stream = io.StringIO(newline="")
    sipri.write([case_of(notified)], stream)
    assert stream.getvalue().splitlines()[-1].startswith("Recipient,")


def test_a_ceiling_is_never_the_number_ordered(tmp_path: Path) -> None:
    release = [k for k in example_case().events if k.event.stage is Stage.APPROVAL and k.event.modality is Modality.HAPPENED][:1]
    letter = [
        k for k in example_case().events if k.paper.source == "2023-10-05-older-model-sooner.html" and k.event.stage is Stage.AGREEMENT
    ]
    signed = [msgspec.structs.replace(k, event=msgspec.structs.replace(k.event, modality=Modality.HAPPENED)) for k in letter]
    case = case_of([*release, *signed])
    assert deals(case)[0].is_ordered
    ordered = [event for event in read_back(tmp_path, [case]).events if event.stage is Stage.AGREEMENT]
    assert ordered
    assert [item.quantity for event in ordered for item in event.items] == [None] * len(ordered)


def test_several_reports_of_one_delivery_are_one() -> None:
    handed = [kept for kept in example_case().events if kept.event.stage is Stage.DELIVERY and kept.event.modality is Modality.HAPPENED]
    counted = next(kept for kept in handed if any(item.quantity for item in kept.event.items))
    other_paper = msgspec.structs.replace(counted.paper, id="0" * 64)
    again = msgspec.structs.replace(counted, id="again", paper=other_paper)
    once, twice = deals(case_of([counted]))[0].delivered, deals(case_of([counted, again]))[0].delivered
    assert once is not None
    assert twice is not None
    assert once.value == twice.value
