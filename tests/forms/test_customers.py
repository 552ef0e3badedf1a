"""For whom an award is placed: customers, and not places of work."""

import pytest

from transmittal import read_text

HEAD = "Contracts for April 7, 2023\nNAVY\n"
PARAGRAPH = (
    "The Boeing Co., St. Louis, Missouri, is awarded a $5,000,000 contract for 40 Harpoon Block II missiles{who}. Work will be done in "
    "St. Louis, Missouri (96%); and Burnley, United Kingdom (4%), and is expected to be finished in March 2029. {funds}"
    "The Naval Air Systems Command, Patuxent River, Maryland, is the contracting activity."
)
FUNDS = "Foreign Military Sales customer funds in the amount of $3,000,000 will be obligated at the time of award. "
CASES = {
    "a place of work before funds of foreign military sales is no customer": (" for a Foreign Military Sales customer", FUNDS, None),
    "a customer before the words, in small letters": (" for the United Arab Emirates under the foreign military sales program", "", "AE"),
    "a government named by itself, with a place of work in another country": (" of the government of Japan", FUNDS, "JP"),
    "a customer named after the words": (" for Foreign Military Sales to Norway", FUNDS, "NO"),
}


@pytest.mark.parametrize("name", CASES)
def test_the_buyer_of_an_award(name: str) -> None:
    who, funds, buyer = CASES[name]
    (event,) = read_text(HEAD + PARAGRAPH.format(who=who, funds=funds)).events
    assert (event.buyer.id if event.buyer else None) == buyer
