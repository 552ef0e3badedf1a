"""The contractor sentence of notices and releases."""

import pytest
from case import Case

from transmittal import catalogue
from transmittal.forms.grammar.contractors import find_contractors

CASES = [
    Case("one firm with its place", "The principal contractor will be Boeing, St. Louis, MO.", [("Boeing", "St. Louis, MO")]),
    Case("located in", "The principal contractor will be AM General, located in South Bend, IN.", [("AM General", "South Bend, IN")]),
    Case(
        "a semicolon and an and",
        "The principal contractors will be General Dynamics, located in Sterling Heights, MI; and BAE Systems, located in York, PA.",
        [("General Dynamics", "Sterling Heights, MI"), ("BAE Systems", "York, PA")],
    ),
    Case(
        "prime contractors of older releases",
        "The prime contractors will be Raytheon Missile Systems of Tucson, Arizona and Lockheed Martin of Orlando, Florida.",
        [("Raytheon Missile Systems", "Tucson, Arizona"), ("Lockheed Martin", "Orlando, Florida")],
    ),
    Case(
        "portion marks and brackets",
        "(U) The principal contractor(s) will be RTX Corporation, located in Tucson, AZ.",
        [("RTX Corporation", "Tucson, AZ")],
    ),
    Case("a competition names nobody", "The principal contractor(s) will be selected through competitive procurements.", []),
    Case("to be determined names nobody", "The principal contractor is to be determined.", []),
    Case("unknown at this time names nobody", "The principal contractor is unknown at this time.", []),
    Case("no contractor", "There is no principal contractor associated with this potential sale.", []),
    Case("the government itself", "Equipment and services will be provided by the U.S. Government.", []),
    Case(
        "nothing after the sentence is a firm",
        "The principal contractor will be Boeing, St. Louis, MO. Implementation needs York, PA.",
        [("Boeing", "St. Louis, MO")],
    ),
    Case(
        "a table of firms",
        "The principal contractors will be:\n\nBoeing Company....  Seattle, Washington\nRaytheon Company....  Goleta, California",
        [("Boeing Company", "Seattle, Washington"), ("Raytheon Company", "Goleta, California")],
    ),
    Case(
        "the sentence goes on in the next line", "The principal contractor will be:\nBoeing, St. Louis, MO.", [("Boeing", "St. Louis, MO")]
    ),
    Case("no sentence", "Boeing of St. Louis, MO makes it.", []),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_find_contractors(case: Case) -> None:
    names = catalogue.find_names(case.text)
    found = find_contractors(case.text, names, 0, len(case.text))
    assert [(c.name, c.location) for c in found] == case.expected
    assert all(case.text[c.start : c.end] == c.quote for c in found)
