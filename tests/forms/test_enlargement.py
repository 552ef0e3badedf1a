"""By how much reports of an enhancement enlarge a case, in the words they use."""

from decimal import Decimal

import pytest
from case import Case

from transmittal.forms.grammar.enlargement import find_enlargement
from transmittal.model import Event, Stage
from transmittal.reading import read_text

CASES = [
    Case("by and to", "The total estimated case value will increase by $290 million to $1.28 billion.", (290, "increase")),
    Case(
        "by, to a revised", "The estimated total case value will increase by $0.35 billion to a revised $10.85 billion.", (350, "increase")
    ),
    Case("by alone", "The estimated value of the sale increases by $45 million.", (45, "increase")),
    Case("the program's cost rises", "As a result the total program cost will rise by approximately $1.1 billion.", (1100, "increase")),
    Case("an increase in the total", "These items will result in an increase in the total case value of $120 million.", (120, "increase")),
    Case("an increase to the case", "This represents an increase of $75 million to the overall case value.", (75, "increase")),
    Case("the increase stands first", "A $60 million increase to the total program value is expected.", (60, "increase")),
    Case("adds to the whole", "This adds $210 million to the total value of the case.", (210, "increase")),
    Case("a revised total cost", "This will result in a revised total program cost of $2.4 billion.", (2400, "total")),
    Case("a new total value", "The new total estimated value of the case is $956 million.", (956, "total")),
    Case("only to", "The estimated total case value will increase to $3.3 billion.", (3300, "total")),
    Case("from and to", "The total case value will increase from $2.0 billion to $2.6 billion.", (2600, "total")),
    Case("brings the total", "This brings the estimated total program value to $640 million.", (640, "total")),
    Case(
        "the share and the whole",
        "The estimated MDE value will increase by $230 million to a revised $1.01 billion. "
        "The estimated total case value will increase by $290 million to a revised $1.28 billion.",
        (290, "increase"),
    ),
    Case(
        "the share, resulting in a revised whole",
        "The MDE value will increase by $430 million, resulting in a revised total case value of $956 million.",
        (956, "total"),
    ),
    Case(
        "share and whole in one breath",
        "The value of Major Defense Equipment (MDE) will rise by $20 million and the total case value by $33 million.",
        (33, "increase"),
    ),
    Case("an increase of the share", "This will result in an increase of $88 million in MDE.", None),
    Case("an increase in the share's cost", "The addition will result in a net increase in MDE cost of $430 million.", None),
    Case("a revised total of the share", "The MDE value will increase by $50 million, resulting in a revised total of $310 million.", None),
    Case("a revised total of something", "The case value will grow, resulting in a revised total of $310 million.", (310, "total")),
    Case(
        "the whole is not touched",
        "The estimated MDE value will increase by $1.02 billion to a revised $5.0 billion but will not require an increase in the "
        "estimated total case value. The estimated total case value of $8.50 billion will remain unchanged.",
        None,
    ),
    Case("nothing of the whole changes", "There is no increase in the total case value of $1.2 billion.", None),
    Case("what was before", "The estimated total program value was $990 million.", None),
    Case("the price of what is added", "The estimated cost of the additional items is $14 million.", (14, "increase")),
    Case(
        "what is added is paid out of the total there is",
        "The estimated value of these new items is $14 million. The total case value will not change.",
        None,
    ),
    Case("the whole falls", "The total case value will decrease by $40 million to a revised $300 million.", (300, "total")),
    Case("the share of services", "Non-MDE costs will increase by $12 million.", None),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_find_enlargement(case: Case) -> None:
    found = find_enlargement(case.text, 0, len(case.text))
    told = (found.money.amount / Decimal(10**6), "total" if found.is_total else "increase") if found is not None else None
    assert told == case.expected


REPORT = """Transmittal No. 24-0X

REPORT OF ENHANCEMENT OR UPGRADE OF SENSITIVITY OF TECHNOLOGY OR
CAPABILITY (SEC. 36(B)(5)(C), AECA)

    (i) Purchaser: Government of Norway
    (ii) Sec. 36(b)(1), AECA Transmittal No.: 17-99
    Date: 12 September 2017
    Military Department: Navy
    (iii) Description: On September 12, 2017, Congress was notified by
congressional certification transmittal number 17-99 of the possible
sale, under Section 36(b)(1) of the Arms Export Control Act, of five
(5) P-8A Patrol Aircraft with related spares. The estimated total cost
was $1.75 billion. Major Defense Equipment (MDE) constituted $1.30
billion of this total.
    This transmittal reports the inclusion of two (2) more P-8A Patrol
Aircraft. {told}
    (iv) Significance: The squadron becomes larger.
    (v) Justification: The sale supports an ally.
    (vi) Sensitivity of Technology: The items are SECRET.
    (vii) Date Report Delivered to Congress: March 28, 2024
"""


def _change(told: str) -> Event:
    return next(e for e in read_text(REPORT.format(told=told)).events if e.stage is Stage.CHANGE)


def test_a_change_carries_the_increase_of_the_whole() -> None:
    event = _change("The total estimated case value will increase by $600 million to $2.35 billion.")
    assert event.value is not None
    assert event.value.quote == "$600 million"
    assert event.rules["value"].endswith("what is added to the whole")


def test_a_paragraph_of_its_own_tells_the_whole_as_revised() -> None:
    event = _change("\n    The MDE value rises by $0.4 billion, resulting in a revised total program value of $2.4 billion.")
    assert event.value is not None
    assert event.value.amount == 2_400_000_000
    assert any(m.start <= event.value.start and event.value.end <= m.end for m in event.evidence)


def test_the_share_alone_gives_no_value() -> None:
    assert _change("This is an increase of $0.4 billion in MDE.").value is None
