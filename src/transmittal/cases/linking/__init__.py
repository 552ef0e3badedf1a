"""Events of many documents joined into cases, one procurement each.

    links = link(events, pins=pins, current=current, taken=taken)

Pure functions over one block: the events that share a key (`keys`) with each other. Numbers decide first, then weighed evidence;
the weights are data (cases/data/linking.toml).
"""

from transmittal.cases.linking.explain import Explanation, Part, explain
from transmittal.cases.linking.keys import keys
from transmittal.cases.linking.linker import LINKER, Placement, link, place

__all__ = ["LINKER", "Explanation", "Part", "Placement", "explain", "keys", "link", "place"]
