"""Which event read is which event expected."""

from scoring.agreement import count_agreeing
from scoring.slots import Values

# Slots that decide between two candidates of the same stage; half of what buyer and system weigh.
_TIE_BREAKERS = ("modality", "date", "amount", "quantity", "transmittal", "contractor")


def likeness(wanted: Values, read: Values) -> float:
    """0 when they cannot be the same event: another stage, or neither buyer nor a system in common."""
    if not count_agreeing("stage", wanted["stage"], read["stage"]):
        return 0.0
    buyer = count_agreeing("buyer", wanted["buyer"], read["buyer"])
    systems = count_agreeing("system", wanted["system"], read["system"])
    if not buyer and not systems:
        return 0.0
    return 1.0 + buyer + systems + sum(0.5 for slot in _TIE_BREAKERS if count_agreeing(slot, wanted[slot], read[slot]))


def pair(wanted: list[Values], read: list[Values]) -> list[tuple[int, int]]:
    """Index pairs, one to one, the likest first; of equals the first in the document."""
    scored = [(likeness(w, r), i, j) for i, w in enumerate(wanted) for j, r in enumerate(read)]
    pairs: list[tuple[int, int]] = []
    for score, i, j in sorted(scored, key=lambda entry: (-entry[0], entry[1], entry[2])):
        if score > 0 and all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return pairs
