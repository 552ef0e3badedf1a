"""Words broken at a line's end: when the hyphen belongs to the word."""

from typing import NamedTuple

import pytest

from transmittal.documents.hyphens import Joiner


class Case(NamedTuple):
    name: str
    before: str
    after: str
    expected: str
    elsewhere: str = ""


CASES = [
    Case("a designation", "radios of type AN/ARN-", "153 and", "radios of type AN/ARN-153 and"),
    Case("an aircraft", "the C-", "130 fleet", "the C-130 fleet"),
    Case("a law", "Public Law 104-", "164 dated", "Public Law 104-164 dated"),
    Case("two capitals", "the Follow-", "On contract", "the Follow-On contract"),
    Case("printed with its hyphen elsewhere", "a multi-", "function display", "a multi-function display", "The multi-function set"),
    Case("printed in one elsewhere", "the capabil-", "ities of", "the capabilities of", "New capabilities are"),
    Case("a known compound tail", "a ground-", "based radar", "a ground-based radar"),
    Case("a syllable that is no word", "support equip-", "ment and", "support equipment and"),
    Case("in doubt it stays", "a tango-", "zebra", "a tango-zebra"),
    Case("a dash is no hyphen", "in May --", "or June", "in May --or June"),
    Case("no hyphen, a space", "one", "two", "one two"),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_join(case: Case) -> None:
    parts = [case.before]
    Joiner(f"{case.before}\n{case.after}\n{case.elsewhere}").join(parts, case.after)
    assert "".join(parts) == case.expected
