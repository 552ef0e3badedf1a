"""Lines of Japan's budget overviews, in the wordings of different years."""

import pytest
from case import Case

from transmittal import catalogue, documents
from transmittal.forms.grammar.budget_lines import find_lines

CASES = [
    Case(
        "counts behind names",
        "o Acquisition of F-35A (8 aircraft) and F-35B (3 aircraft)   JPY 250.4 billion",
        [(["F-35A", "F-35B"], [8, 3], 250_400_000_000)],
    ),
    Case("a times sign", "- Procurement of F-35B fighters x 3   ¥60.8 billion", [(["F-35B"], [3], 60_800_000_000)]),
    Case("a/c", "- Procurement of F-35A fighters (8 a/c)  ¥138.7 billion", [(["F-35A"], [8], 138_700_000_000)]),
    Case("a count before the name", "- Acquire 2 C-2 transport aircraft  ¥61.4 billion", [(["C-2"], [2], 61_400_000_000)]),
    Case("the amount first", "¥88.2 billion for the acquisition of AIM-120C-8 missiles", [(["AIM-120C-8"], [None], 88_200_000_000)]),
    Case("no count", "o Acquisition of Tomahawk   JPY 211.3 billion", [(["Tomahawk"], [None], 211_300_000_000)]),
    Case("the Japanese form", "○ F-35Aの取得（8機：1,069億円）", [(["F-35A"], [8], 106_900_000_000)]),
    Case(
        "two amounts in one line",
        "F-35Aの取得（8機：1,069億円）及びF-35Bの取得（3機：598億円）",
        [(["F-35A"], [8], 106_900_000_000), (["F-35B"], [3], 59_800_000_000)],
    ),
    Case(
        "a second amount on another basis",
        "Procurement of F-35A (8 aircraft)  ¥138.7 billion [¥12.4 billion]",
        [(["F-35A"], [8], 138_700_000_000)],
    ),
    Case(
        "parts for ships leave the count open",
        "o Components for two Aegis System Equipped Vessels  JPY 220.8 billion",
        [(["ASEV"], [None], 220_800_000_000)],
    ),
    Case("an upgrade leaves the count open", "- Upgrade of F-15 (4 aircraft)  ¥59.6 billion", [(["F-15"], [None], 59_600_000_000)]),
    Case("research is silent", "○ 島嶼防衛用高速滑空弾の研究（302億円）", []),
    Case("maintenance is silent", "- Maintenance of F-35A  ¥3.3 billion", []),
    Case("housing is silent", "o Renewal of barracks and family housing  JPY 84.3 billion", []),
    Case("no amount, no line", "o Acquisition of Tomahawk", []),
    Case("dollars are no budget of Japan", "o Acquisition of Tomahawk  $1.4 billion", []),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_find_lines(case: Case) -> None:
    document = next(documents.read_bytes(case.text.encode(), source="case"))
    lines = find_lines(document, catalogue.find_names(document.text), 0, len(document.text))
    read = [
        ([i.system.designation for i in line.items], [i.quantity.value if i.quantity else None for i in line.items], int(line.value.amount))
        for line in lines
    ]
    assert read == case.expected
