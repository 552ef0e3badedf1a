"""Ids of cases: kept while most of the events stay, readable when new."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from transmittal.cases.linking.traits import Traits
from transmittal.model import Modality

_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def name_clusters(
    clusters: Sequence[Sequence[Traits]], pins: Mapping[str, str], current: Mapping[str, str], taken: Callable[[str], bool]
) -> list[str]:
    """An id for each cluster; no two alike. A pinned id is kept whatever else; then whoever holds most of a case keeps its id."""
    ids: list[str | None] = [_pinned(cluster, pins) for cluster in clusters]
    used = {case for case in (*ids, *pins.values()) if case is not None}
    for _, _, case, i in sorted(_claims(clusters, current)):
        if ids[i] is None and case not in used:
            ids[i] = case
            used.add(case)
    reserved = used | set(current.values())
    for i in sorted(range(len(clusters)), key=lambda i: _age(first_step(clusters[i]))):
        if ids[i] is None:
            ids[i] = case = _free(slug(clusters[i]), reserved, taken)
            reserved.add(case)
    return [case for case in ids if case is not None]


def _pinned(cluster: Iterable[Traits], pins: Mapping[str, str]) -> str | None:
    return next((pins[event.id] for event in sorted(cluster, key=_age) if event.id in pins), None)


def _claims(clusters: Sequence[Sequence[Traits]], current: Mapping[str, str]) -> Iterable[tuple[int, tuple[int, str], str, int]]:
    """(minus the events that hold the id, age of the oldest of them, id, cluster), to be sorted."""
    for i, cluster in enumerate(clusters):
        held = Counter(current[event.id] for event in cluster if event.id in current)
        for case, events in held.items():
            oldest = min(_age(event) for event in cluster if current.get(event.id) == case)
            yield (-events, oldest, case, i)


def _age(event: Traits) -> tuple[int, str]:
    return (event.known, event.id)


def first_step(cluster: Iterable[Traits]) -> Traits:
    """The event that was known first, and says most of what is bought."""
    return min(cluster, key=lambda event: (not event.leads, event.known, event.id))


def slug(cluster: Sequence[Traits]) -> str:
    """ "jp-tomahawk-2023": buyer (or channel), lead system, year of the first step."""
    first = first_step(cluster)
    buyer = next((event.buyer for event in sorted(cluster, key=_age) if event.buyer), None)
    who = buyer or first.channel or first.supplier
    days = [event.start or event.end or event.known for event in cluster if event.modality is Modality.HAPPENED]
    year = date.fromordinal(min(days or [event.known for event in cluster])).year
    if first.leads:
        what = Counter(lead for event in cluster for lead in event.leads)
        lead = min(what, key=lambda name: (-what[name], name))
        return _join(who, lead, str(year))
    number = min((event.transmittal or min(event.cases | event.contracts, default="") for event in cluster), default="")
    if number:
        return _join(who, number)
    return _join(who, first.document[:8], str(year)) if who else _join("case", first.document[:12])


def _join(*parts: str | None) -> str:
    return "-".join(_NOT_SLUG.sub("-", part.lower()).strip("-") for part in parts if part)


def _free(name: str, reserved: set[str], taken: Callable[[str], bool]) -> str:
    case, n = name, 1
    while case in reserved or taken(case):
        n += 1
        case = f"{name}-{n}"
    return case
