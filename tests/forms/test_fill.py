"""A layout that gives less than it gave is named at the end of a run."""

import msgspec

from transmittal.forms.fill import MIN_EVENTS, Fill
from transmittal.model import Event
from transmittal.reading import read_text

ANNOUNCEMENT = """CONTRACTS

NAVY

Example Missile Works, Tucson, Arizona, is awarded a $10,000,000 firm-fixed-price contract for 20 Tomahawk missiles
for the government of Japan. Work will be performed in Tucson, Arizona, and is expected to be completed by May 2027.
Naval Air Systems Command, Patuxent River, Maryland, is the contracting activity (N00019-24-C-0001).
"""


def _event() -> Event:
    reading = read_text(ANNOUNCEMENT)
    assert reading.layout == "contracts"
    return reading.events[0]


def test_a_slot_that_went_empty_is_named() -> None:
    fill, event = Fill(), _event()
    fill.add("contracts", [event] * MIN_EVENTS)
    assert list(fill.lapses()) == []
    fill.add("contracts", [msgspec.structs.replace(event, value=None)] * MIN_EVENTS)
    (lapse,) = fill.lapses()
    assert lapse.startswith(f"contracts: value filled in {MIN_EVENTS} of {2 * MIN_EVENTS} events")


def test_few_events_and_running_text_show_nothing() -> None:
    fill, bare = Fill(), msgspec.structs.replace(_event(), value=None, items=())
    fill.add("contracts", [bare] * (MIN_EVENTS - 1))
    fill.add("prose", [bare] * MIN_EVENTS)
    assert list(fill.lapses()) == []
