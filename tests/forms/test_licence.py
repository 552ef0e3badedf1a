"""Who receives, under which law and number, above which threshold."""

import pytest
from case import Case

from transmittal import catalogue
from transmittal.forms.grammar.licence import find_channel, find_number, find_receiver, find_threshold

RECEIVERS = [
    Case("to one country", "the export of defense articles in the amount of $50,000,000 or more to Colombia", "CO"),
    Case("the Republic of Korea", "the export of technical data to the Republic of Korea", "KR"),
    Case("an end user beats the way there", "the export of missiles to Italy for end-use by the armed forces of Estonia", "EE"),
    Case("several receive: nobody is the buyer", "the export of pistols to Canada, Norway and the United Kingdom", None),
    Case("the United States do not receive", "the export of articles from the United States to Japan", "JP"),
    Case("nobody is named", "the export of defense articles", None),
]


@pytest.mark.parametrize("case", RECEIVERS, ids=lambda case: case.name)
def test_find_receiver(case: Case) -> None:
    party = find_receiver(case.text, catalogue.find_names(case.text), 0, len(case.text))
    assert (party.id if party else None) == case.expected


CHANNELS = [
    Case("36(c) is a firm's own sale", "pursuant to section 36(c) of the Act", "DCS"),
    Case("36(d) is manufacture abroad", "pursuant to Sections 36(c) and 36(d) of the Act", "coproduction"),
    Case("36(b) is the government's sale", "pursuant to Section 36(b)(1), a proposed Letter of Offer", "FMS"),
    Case("a lease", "pursuant to section 62 of the Arms Export Control Act, a proposed lease", "lease"),
    Case("a transfer between others has none", "pursuant to section 3(d), a proposed transfer", None),
]


@pytest.mark.parametrize("case", CHANNELS, ids=lambda case: case.name)
def test_find_channel(case: Case) -> None:
    channel = find_channel(case.text, 0, len(case.text))
    assert (channel.id if channel else None) == case.expected


NUMBERS = [
    Case("plain", "Transmittal No. DDTC 17-026", "17-026"),
    Case("an en dash", "Transmittal No. DDTC 23–085", "23-085"),
    Case("hyphens all through", "DDTC-23-085", "23-085"),
    Case("a government sale", "described in Transmittal No. 19-13", "19-13"),
    Case("the last one counts", "DDTC 17-001 and DDTC 17-002", "17-002"),
    Case("none", "a proposed license", None),
]


@pytest.mark.parametrize("case", NUMBERS, ids=lambda case: case.name)
def test_find_number(case: Case) -> None:
    assert find_number(case.text, 0, len(case.text)).transmittal == case.expected


def test_a_threshold_is_a_floor() -> None:
    text = "in the amount of $50,000,000 or more"
    value = find_threshold(text, 0, len(text))
    assert value is not None
    assert (int(value.amount), value.bound.value, value.basis.value) == (50_000_000, "min", "estimate")
