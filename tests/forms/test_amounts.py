"""The value table and the cost sentence."""

import pytest
from case import Case

from transmittal.forms.grammar.amounts import find_cost, find_total, notified_value
from transmittal.model import Basis, Bound

TABLES = [
    Case(
        "a dotted leader", "Major Defense Equipment *.... $ 82.50 million\nOther.... $ 0.64 million\nTOTAL.... $83.14 million", 83_140_000
    ),
    Case("sentences of the Record", "Major Defense Equipment * $84 million.\nOther $33 million.\nTotal $117 million.", 117_000_000),
    Case("a stray apostrophe before the total", "MDE.... $31.25 million\n'TOTAL.... $31.25 million", 31_250_000),
    Case("two signs", "Total............ $  $340 million", 340_000_000),
    Case("a small word and billions", "Total... $1.75 billion", 1_750_000_000),
    Case("all on one line", "Major Defense Equipment* $58 million. Other $13 million. Total $71 million.", 71_000_000),
    Case("no total", "Major Defense Equipment.... $5 million", None),
    Case("leaders without an amount", "TOTAL..............", None),
]


@pytest.mark.parametrize("case", TABLES, ids=lambda case: case.name)
def test_find_total(case: Case) -> None:
    money = find_total(case.text, 0, len(case.text))
    assert (money and int(money.amount)) == case.expected


COSTS = [
    Case("estimated total cost", "The estimated total cost is $8 billion.", 8_000_000_000),
    Case("total estimated program cost", "The total estimated program cost is $313.9 million.", 313_900_000),
    Case("without an article", "Total estimated program cost is $42 million.", 42_000_000),
    Case("estimated value of this sale", "The estimated value of this proposed sale is $98 million.", 98_000_000),
    Case("case value", "The estimated total case value is $112.7 million.", 112_700_000),
    Case("for an estimated cost of", "a possible sale for an estimated cost of $236 million.", 236_000_000),
    Case("could be as high as", "The total value, if all options are exercised, could be as high as $388 million.", 388_000_000),
    Case("not to exceed", "The total estimated cost is not to exceed $47 million.", 47_000_000),
    Case(
        "the share of MDE comes first, the total last",
        "The estimated MDE sale is $101 million. The total estimated value is $108 million.",
        108_000_000,
    ),
    Case("an earlier case is no estimate", "The original FMS case, valued at $28.23 million, included missiles.", None),
    Case("no amount", "The estimated cost is unknown.", None),
]


@pytest.mark.parametrize("case", COSTS, ids=lambda case: case.name)
def test_find_cost(case: Case) -> None:
    money = find_cost(case.text, 0, len(case.text))
    assert (money and int(money.amount)) == case.expected


def test_a_notified_amount_is_an_estimate_and_a_ceiling() -> None:
    text = "The estimated total cost is $8 billion."
    money = find_cost(text, 0, len(text))
    assert money is not None
    value = notified_value(text, money)
    assert (value.basis, value.bound, value.quote) == (Basis.ESTIMATE, Bound.MAX, "$8 billion")
