"""Which cases are asked for."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import msgspec

from transmittal import catalogue
from transmittal.ledger.view import View
from transmittal.ledger.words import find
from transmittal.model import CaseFile, Event, KeptEvent, Modality, Stage

# Documents that a search by words may lead through.
_MOST_DOCUMENTS = 10_000


class Filter(msgspec.Struct, frozen=True, kw_only=True):
    """What a case must be like; an empty set or None asks nothing. Values of one field are alternatives.

    buyers, suppliers: catalogue ids. systems: catalogue ids or designations. makers: catalogue ids, parents included.
    years: of any step that happened. amount: some amount of the case lies within, in its own currency.
    """

    buyers: frozenset[str] = frozenset()
    suppliers: frozenset[str] = frozenset()
    systems: frozenset[str] = frozenset()
    makers: frozenset[str] = frozenset()
    stages: frozenset[Stage] = frozenset()
    years: tuple[int, int] | None = None
    amount: tuple[Decimal | None, Decimal | None] | None = None
    currency: str | None = None
    channels: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    text: str | None = None
    cases: frozenset[str] = frozenset()


def find_cases(view: View, asked: Filter, on: date) -> Iterator[CaseFile]:
    """The case files that are as asked, by id. on: the day on which the stage is looked at."""
    for case in view.files(_candidates(view, asked)):
        if matches(case, asked, on):
            yield case


def _candidates(view: View, asked: Filter) -> Iterator[str]:
    """Ids of cases that may be as asked, by what the casebook has an index for."""
    if asked.cases and asked.text is None:
        yield from sorted(asked.cases)
        return
    keys = [
        {f"{name}:{value}" for value in values}
        for name, values in (("buyer", asked.buyers), ("supplier", asked.suppliers), ("system", with_members(asked.systems)))
        if values
    ]
    documents = None
    if asked.text is not None:
        documents = find(view.connection, asked.text, limit=_MOST_DOCUMENTS, before_entry=view.entry)
    for case in view.case_ids(keys=keys, documents=documents):
        if not asked.cases or case in asked.cases:
            yield case


def matches(case: CaseFile, asked: Filter, on: date) -> bool:
    """Whether a case file is as asked, apart from its words."""
    events = [kept.event for kept in case.events]
    return (
        (not asked.buyers or any(e.buyer and e.buyer.id in asked.buyers for e in events))
        and (not asked.suppliers or any(e.supplier and e.supplier.id in asked.suppliers for e in events))
        and (not asked.channels or any(e.channel and e.channel.id in asked.channels for e in events))
        and (not asked.systems or any(_names(e) & with_members(asked.systems) for e in events))
        and (not asked.makers or any(_makers(e) & asked.makers for e in events))
        and (not asked.tags or asked.tags <= {tag.name for tag in case.tags})
        and (asked.years is None or any(_in_years(kept, asked.years) for kept in case.events))
        and (asked.amount is None or any(_in_range(e, asked) for e in events))
        and (not asked.stages or _stage(case, on) in asked.stages)
    )


def with_members(systems: frozenset[str]) -> frozenset[str]:
    """The systems and all that name one of them as their family."""
    from transmittal.catalogue.load import systems as entries

    members = {name for name, entry in entries().items() if _families(name) & systems} if systems else set()
    return systems | members


def _families(system: str) -> set[str]:
    found = {system}
    try:
        while (family := catalogue.system(system).family) and family not in found:
            found.add(family)
            system = family
    except KeyError:
        pass
    return found


def _names(event: Event) -> set[str]:
    return {name for item in event.items for name in (item.system.id, item.system.designation) if name}


def _makers(event: Event) -> set[str]:
    found = {contractor.id for contractor in event.contractors if contractor.id}
    for item in event.items:
        if item.system.id:
            found |= set(catalogue.system(item.system.id).makers)
    return {ancestor for maker in found for ancestor in catalogue.lineage(maker)} | found


def _in_years(kept: KeptEvent, years: tuple[int, int]) -> bool:
    event = kept.event
    if event.modality is not Modality.HAPPENED:
        return False
    day = (event.date.end or event.date.start) if event.date else kept.paper.published
    return day is not None and years[0] <= day.year <= years[1]


def _in_range(event: Event, asked: Filter) -> bool:
    if event.value is None or asked.amount is None or asked.currency not in (None, event.value.currency):
        return False
    low, high = asked.amount
    return (low is None or event.value.amount >= low) and (high is None or event.value.amount <= high)


def _stage(case: CaseFile, on: date) -> Stage | None:
    """The furthest step that had happened: the state that `standing` tells, without all else that it works out."""
    from transmittal.cases.timeline import LADDER, happened_by

    stages = {group.events[0].event.stage for group in happened_by(case.events, on)}
    return max(stages.intersection(LADDER), key=LADDER.index, default=None)
