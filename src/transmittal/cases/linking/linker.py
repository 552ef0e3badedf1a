"""A block of events to cases. Pure: the same events, pins and present cases give the same links, in whatever order they come."""

from collections.abc import Callable, Collection, Mapping, Sequence

import msgspec

from transmittal.cases.linking.clusters import Clusters, hold
from transmittal.cases.linking.evidence import score
from transmittal.cases.linking.naming import name_clusters
from transmittal.cases.linking.placing import Crowd, within_reach
from transmittal.cases.linking.reasons import because, shared_number
from transmittal.cases.linking.traits import Traits, traits
from transmittal.cases.linking.weights import rules
from transmittal.model import KeptEvent, Link

LINKER = "linker/2"


class Placement(msgspec.Struct, frozen=True, kw_only=True):
    """A link with the case that came second.

    second: id of the next best case, None when no other shares a key. second_score: how well the event fits it, 0 to 1.
    near:   the second fits nearly as well, or well enough to be the same procurement: worth a reviewer's look.
    """

    link: Link
    second: str | None = None
    second_score: float = 0.0
    near: bool = False


def link(
    events: Sequence[KeptEvent],
    *,
    pins: Mapping[str, str] | None = None,
    current: Mapping[str, str] | None = None,
    taken: Callable[[str], bool] = lambda case: False,  # noqa: ARG005
) -> dict[str, Link]:
    """Cases of a block, by event id. See `place`."""
    return {event: placed.link for event, placed in place(events, pins=pins, current=current, taken=taken).items()}


def place(
    events: Sequence[KeptEvent],
    *,
    pins: Mapping[str, str] | None = None,
    current: Mapping[str, str] | None = None,
    taken: Callable[[str], bool] = lambda case: False,  # noqa: ARG005
) -> dict[str, Placement]:
    """Cases of a block: events that share keys with each other.

    pins:    event id: case id, decided by people; never moved, and two cases so decided never join.
    current: event id: case id as of now. A cluster keeps the id that most of its events have.
    taken:   whether an id belongs to a case outside the block.
    returns: every event of a block of up to [limits] whole events, clustered anew; of a larger one the
        events that have no case yet, and those around them that they move.
    """
    pins, current = pins or {}, current or {}
    reached = within_reach(events, pins, current)
    known = sorted((traits(event) for event in reached), key=lambda t: (t.known, t.document, t.order, t.id))
    unplaced = [t for t in known if t.id not in current and t.id not in pins]
    limits = rules().limits
    if len(known) <= limits.whole or (len(unplaced) == len(known) <= limits.whole_unplaced):
        clusters = Clusters(known, pins, current, held=hold(pins, current))
        clusters.settle()
        return _placements(clusters, pins, current, taken)
    return _place_new(known, unplaced, pins, current, taken)


def _placements(
    clusters: Clusters, pins: Mapping[str, str], current: Mapping[str, str], taken: Callable[[str], bool]
) -> dict[str, Placement]:
    firsts = sorted(clusters.members)
    members = [[clusters.events[i] for i in clusters.members[first]] for first in firsts]
    ids = dict(zip(firsts, name_clusters(members, clusters.held, current, taken), strict=True))
    return _placements_of(clusters, ids, None, pins)


def _placements_of(
    clusters: Clusters, ids: Mapping[int, str], wanted: Collection[str] | None, pins: Mapping[str, str]
) -> dict[str, Placement]:
    """ids: case by cluster. wanted: only these events; all when None."""
    placed: dict[str, Placement] = {}
    for first, positions in clusters.members.items():
        events = [clusters.events[i] for i in positions]
        for i, event in zip(positions, events, strict=True):
            if wanted is not None and event.id not in wanted:
                continue
            rest = [other for other in events if other is not event]
            fits = {ids[other]: clusters.fit(i, other) for other in clusters.near(first)}
            placed[event.id] = _placement(event, ids[first], rest, clusters.fit(i, first), fits, pins)
    return placed


def _placement(event: Traits, case: str, rest: list[Traits], own: float, fits: Mapping[str, float], pins: Mapping[str, str]) -> Placement:
    """own: how well it fits its case; fits: how well it fits each other case, in logits."""
    second = min(fits, key=lambda other: (-fits[other], other), default=None)
    best_other = fits[second] if second is not None else float("-inf")
    if best_other == float("-inf"):
        second = None
    pinned = pins.get(event.id) == case
    certain = pinned or shared_number(event, rest) is not None
    mine = 1.0 if certain else score(own) if rest else 1 - score(best_other)
    limits = rules().limits
    near = not certain and best_other > (max(limits.join, own) if rest else limits.join) - limits.review_margin
    why = "a person decided it" if pinned else because(event, rest)
    told = Link(event=event.id, case=case, score=round(mine, 4), because=why, by=LINKER, pinned=pinned)
    return Placement(link=told, second=second, second_score=round(score(best_other), 4), near=near)


def _place_new(
    known: list[Traits], unplaced: list[Traits], pins: Mapping[str, str], current: Mapping[str, str], taken: Callable[[str], bool]
) -> dict[str, Placement]:
    """Each new event into the cases around it, the earliest first. Also the events whose case changed by that."""
    crowd = Crowd([event for event in known if event.id in current or event.id in pins], pins, current)
    placed: dict[str, Placement] = {}
    for event in unplaced:
        found = crowd.place(event, taken)
        moved = {name for name, case in found.case_of.items() if name == event.id or found.current.get(name) != case}
        placed |= _placements_of(found.clusters, found.ids, moved, pins)
    return placed
