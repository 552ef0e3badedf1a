"""A case in one row of a list."""

from datetime import date
from typing import Any

from transmittal.cases.facts import Fact, facts
from transmittal.cases.standing import standing
from transmittal.cases.titles import lead_systems, title
from transmittal.model import CaseFile

# The amount that a list shows: the firmest kind there is.
_HEADLINES = ("price", "ceiling", "price_estimate", "planned_cost", "budget", "award", "obligated")


def summarise(case: CaseFile, on: date) -> dict[str, Any]:
    """Where it stands, since when, for how much, by how many documents; as it stood on a day."""
    found, known = standing(case, on), {fact.key.split()[0]: fact for fact in reversed(facts(case, on))}
    value = headline(known)
    return {
        "case": case.id,
        "title": title(case),
        "stage": found.state.value if found.state else None,
        "standing": found.word,
        "line": found.line,
        "since": found.step.start or found.step.end if found.step else None,
        "value": value.value if value else None,
        # Each kind of amount by itself: they are never added to each other.
        **{kind: known[kind].value if kind in known else None for kind in _HEADLINES},
        "buyer": known["buyer"].value if "buyer" in known else None,
        "supplier": known["supplier"].value if "supplier" in known else None,
        "channel": known["channel"].value if "channel" in known else None,
        "systems": list(lead_systems(case)),
        "overdue": len(found.overdue),
        "events": len(case.events),
        "documents": len({kept.paper.id for kept in case.events}),
        "heard": found.heard,
        "tags": [tag.name for tag in case.tags],
    }


def headline(known: dict[str, Fact]) -> Fact | None:
    """The amount of a case that one line has room for; its words say which kind it is."""
    return next((known[kind] for kind in _HEADLINES if kind in known), None)
