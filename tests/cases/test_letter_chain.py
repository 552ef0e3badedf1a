"""A certification and its two letter-number reports, as the Congressional Record prints them: one case, one ceiling, in every answer."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from case_builders import case_file, kept_events

from transmittal.cases.backlog import backlog, load_method
from transmittal.cases.exchange.deals import deals
from transmittal.cases.facts import facts
from transmittal.cases.progress import progress
from transmittal.cases.summary import summarise
from transmittal.model import CaseFile

HEAD = """[Congressional Record Volume {volume}, Number {number} ({weekday}, {day})]
[Senate]
[Pages S{page}-S{page}]
From the Congressional Record Online through the Government Publishing Office [www.gpo.gov]




                        ARMS SALES NOTIFICATION

  Mr. RISCH. Mr. President, the Arms Export Control Act asks that the
Senate hear of certain sales of arms beforehand. I ask unanimous
consent that the notices received be printed in the Record.
  There being no objection, the material was ordered to be printed in
the Record, as follows:

"""
NOTICE = """
                         transmittal no. 23-26

     Notice of Proposed Issuance of Letter of Offer Pursuant to
         Section 36(b)(1) of the Arms Export Control Act, as
         amended
       (i) Prospective Purchaser: Government of Germany.
       (ii) Total Estimated Value:
       Major Defense Equipment * $3.35 billion.
       Other $5.15 billion.
       Total $8.50 billion.
       (iii) Description and Quantity or Quantities of Articles or
     Services under Consideration for Purchase:
       Major Defense Equipment (MDE): Sixty (60) CH-47F Block II
     Chinook helicopters.
       Non-MDE: Spare parts, tools and training.
       (iv) Military Department: Army (GY-B-WAA).
       (v) Prior Related Cases, if any: None.
       (vi) Sales Commission, Fee, etc., Paid, Offered, or Agreed
     to be Paid: None known.
       (vii) Sensitivity of Technology Contained in the Defense
     Article or Defense Services Proposed to be Sold: See annex.
       (viii) Date Report Delivered to Congress: May 11, 2023.
       * As defined in Section 47(6) of the Arms Export Control
     Act.
"""
REPORT = """
                         TRANSMITTAL NO. {number}

     Report of Enhancement or Upgrade of Sensitivity of Technology
         or Capability (Sec. 36(b)(5)(C), AECA)

       (i) Prospective Purchaser: Government of Germany.
       (ii) Sec. 36(b)(1), AECA Transmittal No.: 23-26; Date: May
     11, 2023; Implementing Agency: Army.
       Funding Source: National Funds.
       (iii) Description: On May 11, 2023, Congress was notified by
     congressional certification transmittal number 23-26 of the
     possible sale of sixty (60) CH-47F Block II Chinook
     helicopters. The estimated total cost was $8.5 billion. Major
     Defense Equipment (MDE) constituted {before} billion of this
     total.
       {change}
       (iv) Significance: The helicopters will be better protected.
       (v) Justification: The sale supports a NATO ally.
       (vi) Date Report Delivered to Congress: {day}.
"""
MOVED = """This transmittal notifies the move of aircraft survival
     equipment from non-MDE to MDE. {moved} The estimated
     total case value will remain $8.5 billion."""
PRINTS = [
    (date(2023, 5, 16), HEAD.format(volume=169, number=82, weekday="Tuesday", day="May 16, 2023", page=1660) + NOTICE),
    (
        date(2025, 4, 29),
        HEAD.format(volume=171, number=71, weekday="Tuesday", day="April 29, 2025", page=2640)
        + REPORT.format(
            number="25-0G",
            before="$3.35",
            day="April 23, 2025",
            change=MOVED.format(moved="The estimated\n     MDE value will increase by $630 million to a revised $3.98 billion."),
        ),
    ),
    (
        date(2026, 5, 20),
        HEAD.format(volume=172, number=87, weekday="Wednesday", day="May 20, 2026", page=2408)
        + REPORT.format(
            number="26-1C",
            before="$3.98",
            day="May 12, 2026",
            change=MOVED.format(moved="The estimated\n     MDE value will increase by $1.02 billion to a revised $5.0 billion."),
        ),
    ),
]
CEILING = Decimal("8500000000")


@pytest.fixture(scope="module")
def chain(tmp_path_factory: pytest.TempPathFactory) -> CaseFile:
    folder: Path = tmp_path_factory.mktemp("record")
    events = []
    for published, text in PRINTS:
        path = folder / f"crec-{published.isoformat()}.txt"
        path.write_text(text, encoding="utf-8")
        events += kept_events(path, published=published)
    return case_file("de-chinook", events)


DAYS = [date(2023, 6, 1), date(2025, 6, 1), date(2026, 11, 22)]


def test_all_three_are_read(chain: CaseFile) -> None:
    assert {k.event.identifiers.transmittal for k in chain.events} == {"23-26", "25-0G", "26-1C"}


@pytest.mark.parametrize("on", DAYS, ids=str)
def test_show_and_lists_give_one_ceiling(chain: CaseFile, on: date) -> None:
    found = [f for f in facts(chain, on) if f.key.split()[0] in ("ceiling", "increase")]
    assert [(f.key, f.now.amount, f.now.currency) for f in found] == [("ceiling", CEILING, "USD")]
    assert summarise(chain, on)["ceiling"].startswith("US$8.5 bn")


@pytest.mark.parametrize("on", DAYS, ids=str)
@pytest.mark.parametrize("method", ["notified", "tsm"])
def test_the_backlog_has_one_line_at_it(chain: CaseFile, method: str, on: date) -> None:
    found = backlog([chain], load_method(method), on)
    assert [(line.amount, line.currency) for line in found.lines] == [(CEILING, "USD")]
    assert found.total.amount == CEILING
    assert "none of 60 " in found.lines[0].because


def test_the_exports_have_one_price(chain: CaseFile) -> None:
    assert {deal.price.money.amount for deal in deals(chain) if deal.price} == {CEILING}


def test_sixty_helicopters_are_notified_and_never_a_hundred_and_eighty(chain: CaseFile) -> None:
    assert {line.notified.value for line in progress(chain, DAYS[-1]) if line.notified} == {60}
