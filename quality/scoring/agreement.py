"""When two values say the same."""

import re
from decimal import Decimal
from typing import Any

from scoring.slots import Names

# An amount printed as "$498.31 million" and one printed in full are the same amount.
AMOUNT_TOLERANCE = Decimal("0.005")
# Shorter names than this must be equal: "K2" is inside "K239".
CONTAINED_LENGTH = 4
# Share of the shorter name's telling words that both must have: "Raytheon" and "Raytheon Missiles & Defense" are one firm.
SHARED_WORDS = 0.6

_EMPTY_WORDS = frozenset({
    "the", "of", "and", "a", "an", "for", "s", "inc", "corp", "corporation", "company", "co", "llc", "ltd", "limited", "incorporated",
    "minister", "ministry", "department", "government",
})  # fmt: skip
_ISSUER = re.compile(r"^(rsat|ddtc)")


def bare(text: object) -> str:
    """Letters and digits only, in small letters."""
    return "".join(c for c in str(text).lower() if c.isalnum())


def is_same_system(wanted: Names, read: Names) -> bool:
    """One way of writing holds the other: "AN/TPY-2" and "TPY-2", "F-16" and "F-16C/D"."""
    key = bare(wanted[0])
    return any(key == name or (min(len(key), len(name)) >= CONTAINED_LENGTH and (key in name or name in key)) for name in map(bare, read))


def is_same_name(wanted: str, read: str) -> bool:
    """The same firm or person, under a longer or shorter name."""
    one, two = _telling_words(wanted), _telling_words(read)
    if not one or not two:
        return False
    if len(one & two) >= max(1, SHARED_WORDS * min(len(one), len(two))):
        return True
    # Scripts without spaces: 国務省 inside 米国務省.
    return not (wanted + read).isascii() and (bare(wanted) in bare(read) or bare(read) in bare(wanted))


def agrees(slot: str, wanted: Any, read: Any) -> bool:
    """Whether one value read is the value expected in that slot."""
    if slot == "system":
        return is_same_system(wanted, read)
    if slot in ("variant", "quantity", "bound"):
        return is_same_system(wanted[0], read[0]) and _is_same_detail(slot, wanted[1], read[1])
    if slot == "amount":
        one, two = Decimal(str(wanted)), Decimal(str(read))
        return abs(one - two) <= abs(one) * AMOUNT_TOLERANCE
    if slot == "date":
        return tuple(wanted) == tuple(read)
    if slot == "transmittal":
        return _ISSUER.sub("", bare(wanted)) == _ISSUER.sub("", bare(read))
    if slot in ("source", "contractor"):
        return is_same_name(wanted, read)
    return str(wanted).lower() == str(read).lower()


def count_agreeing(slot: str, wanted: list[Any], read: list[Any]) -> int:
    """How many values agree when each is used once."""
    left, hits = list(read), 0
    for value in wanted:
        match = next((i for i, other in enumerate(left) if agrees(slot, value, other)), None)
        if match is not None:
            del left[match]
            hits += 1
    return hits


def _is_same_detail(slot: str, wanted: Any, read: Any) -> bool:
    if slot == "quantity":
        return Decimal(str(wanted)) == Decimal(str(read))
    return bare(wanted) == bare(read) or (slot == "variant" and bare(wanted) in bare(read))


def _telling_words(text: str) -> set[str]:
    words = set(re.findall(r"[^\W_]+", text.lower()))
    return (words - _EMPTY_WORDS) or words
