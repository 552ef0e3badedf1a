"""Time grows with size: documents are hostile, and up to 10 MB long."""

import time

import pytest

from transmittal.forms import Form, forms
from transmittal.model import Block, BlockKind, Document

# What makes each layout take a text for its own.
_SALE = "possible Foreign Military Sale to Japan of X\nJapan has requested to buy 5 F-35A. balance in the region\n"
_ACT = "section 36(c) of the Arms Export Control Act"
HEADS = {
    "contracts": "Contracts for June 14, 2016\nRaytheon Co., Tucson, Arizona, contracting activity, is awarded $5 for ",
    "crec": "[Congressional Record Volume 168]\n(i) Prospective Purchaser: Government of Japan\n",
    "disapproval": "JOINT RESOLUTION for congressional disapproval of the proposed sale to Japan\n"
    "Resolved, That the following sale described in Transmittal No. 19-13 is prohibited: ",
    "dsca_release": f"Defense Security Cooperation Agency: {_SALE}",
    "executive_communications": "Congressional Record\n"
    f"611. A letter transmitting, pursuant to {_ACT}, a certification of a proposed license to Japan; to the Committee\n",
    "export_licence": f"Dear Mr. Speaker: Pursuant to {_ACT}, please find enclosed a certification\nTransmittal No. DDTC 17-026\n",
    "fr_36b1": "(i) Prospective Purchaser: Government of Japan\n",
    "japan_budget": "Overview of FY2023 Budget\nMinistry of Defense\no A JPY 1 billion\no B JPY 2 billion\no F-35A JPY 3 billion\n",
    "sipri_deals": "Recipient,Supplier,Year of order, ,Number ordered, ,Weapon designation,Number delivered, ,Year(s) of delivery\n",
    "sipri_deliveries": "Deal ID,Seller,Buyer,Designation,Order date,Numbers delivered,Delivery year\n",
    "state_release": f"Bureau of Political-Military Affairs: {_SALE}",
}
# Pieces of the layouts themselves, without end.
UNITS = [
    "(i) Prospective Purchaser: ",
    "(i) Prospective Purchaser: Japan (ii) Total Estimated Value: $5 million ",
    "(i) Prospective Purchaser: Japan\nTransmittal No. 22-91\n",
    "Total ....... ",
    "TOTAL.... $\n",
    "awarded ",
    "Raytheon Co., Tucson, Arizona, is awarded $5,000,000 for F-35 aircraft. ",
    ", ",
    "; ",
    "(",
    '"a,""b,',
    "$1,000,000 ",
    "Japan and the United Kingdom, ",
    "estimated total cost ",
    "The principal contractor will be A. ",
    "The principal contractors will be St. St. ",
    "8 F-35A fighters, ",
    "five (5) F-16 aircraft and ",
    "○ F-35Aの取得（8機：1,069億円） ",
    "o Acquisition of F-35A JPY 3 billion\n",
    "The missile is deployed from FY2026. ",
    "Japan,United States,2017,,3,,F-35A,fighter,3,?,2018\n",
    "Pursuant to Section 36(c) please find enclosed a certification to Japan of $1 million or more\n",
    "612. A letter transmitting a certification of a proposed license, Arms Export Control Act, to Japan\n",
    "Foreign Military Sales to ",
    "for the Navy ($84,200,000; 70%); and for the government of Norway ($21,600,000; 18%); ",
    "On May 1, 2020, Congress was notified of F-35A ",
    "Joint Helmet Mounted Cueing Systems (JHMCS) ",
    "has requested ",
    "F-35A ",
]
SIZE = 80_000  # characters
# Twice the text may take little more than twice the time; what is quick at twice the size cannot be measured well.
MOST_GROWTH, QUICK_S = 2.9, 0.25


def build(text: str) -> Document:
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(start=at, end=at + len(line), kind=BlockKind.ROW if line.startswith("o ") else BlockKind.PARAGRAPH))
        at += len(line) + 1
    return Document(sha256="0" * 64, text=text, blocks=tuple(blocks), source="hostile")


def seconds(form: Form, head: str, unit: str, size: int) -> float:
    document = build(head + unit * (size // len(unit)))
    start = time.process_time()
    form.sniff(document)
    form.parse(document)
    return time.process_time() - start


def test_every_layout_is_tried() -> None:
    assert set(HEADS) == {form.layout.id for form in forms()}


@pytest.mark.parametrize("form", forms(), ids=lambda form: form.layout.id)
def test_time_grows_with_size(form: Form) -> None:
    """For every layout and every piece; a piece that seems slow is measured again before it counts."""
    head = HEADS[form.layout.id]
    seconds(form, head, "x ", 1000)  # automata and patterns are built once
    slow = []
    for unit in UNITS:
        double = seconds(form, head, unit, 2 * SIZE)
        if double > QUICK_S and double > MOST_GROWTH * seconds(form, head, unit, SIZE):
            once, again = seconds(form, head, unit, 2 * SIZE), seconds(form, head, unit, 4 * SIZE)
            if again > MOST_GROWTH * once:
                slow.append((unit, round(once, 2), round(again, 2)))
    assert slow == []


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["(i) Prospective Purchaser: ", "Total ....... ", "awarded ", ", "])
def test_ten_megabytes_are_read_in_a_minute(unit: str) -> None:
    for form in forms():
        assert seconds(form, HEADS[form.layout.id], unit, 10_000_000) < 60, form.layout.id
