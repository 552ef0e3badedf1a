"""Whether a stretch buys things or support for things already owned: what is supported has no count of its own."""

import re

_SUPPORT = (
    "long[- ]lead(?:[- ]time)?", "parts", "spares?", "materials?", "components", "support", "services?", "sustain\\w*",
    "maintenance", "overhauls?", "repairs?", "engineering", "training", "depot", "logistics", "refit", "retrofit",
    "moderni[sz]ation", "upgrad(?:e|es|ing) of", "software", "testing", "integration", "research", "development",
    "participation", "membership",
)  # fmt: skip
SUPPORT = re.compile(rf"\b(?:{'|'.join(_SUPPORT)})\b", re.I)
# "for use on three ships", "of three Korean destroyers": what stands behind is the platform.
_PLATFORM = re.compile(r"\b(?:of|for|on|aboard|for use (?:on|with|by))\s+(?:the |its |their )?$")


def is_supported(text: str, start: int, at: int) -> bool:
    """Whether words of support stand between the start of the list and the count at `at`."""
    return SUPPORT.search(text, start, at) is not None


def is_platform(text: str, start: int, at: int) -> bool:
    """Whether the thing at `at` only carries what was named before it."""
    return _PLATFORM.search(text[max(start, at - 30) : at]) is not None
