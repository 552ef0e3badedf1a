"""Composing real notices into documents: what is left out and what is compared."""

import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "quality"))

import real_notices

RECORD: dict[str, Any] = {
    "transmittal": "19-99", "date": "2019-05-02", "country": "Chile", "system": "Rooivalk Helicopters", "cost_usd": 12300000.000000001,
    "description": "to buy six (6) Rooivalk helicopters. The estimated cost is $12.3 million.",
}  # fmt: skip


def test_a_release_is_framed_and_its_amount_compared_when_the_text_states_one() -> None:
    notice = real_notices.from_release(RECORD)
    assert notice
    assert "The Government of Chile has requested to buy six (6)" in notice.text
    assert notice.amount == Decimal(12300000)
    silent = real_notices.from_release(RECORD | {"description": "to buy six (6) Rooivalk helicopters."})
    assert silent
    assert silent.amount is None


def test_a_record_without_text_is_left_out() -> None:
    assert real_notices.from_release(RECORD | {"description": None}) is None


def test_buyers_are_compared_by_name_not_by_the_catalogue() -> None:
    assert real_notices.is_country("Government of Chile", "CL", "Chile")
    assert real_notices.is_country("Turkey", "TR", "Türkiye")
    assert not real_notices.is_country("Chile", "CN", "China")
