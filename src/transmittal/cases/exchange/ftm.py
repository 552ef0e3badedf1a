"""FollowTheMoney entities, one a line, for tools of that family (Aleph, OpenSanctions' yente).

    case      → Project, with ProjectParticipant for buyer and supplier
    step      → Event (whatever its stage), with what it says in words, and UnknownLink to its Project
    agreement → Contract of the case, ContractAward to the supplier: only one that has happened
    award     → Contract, one for each contract number, ContractAward to each firm: only one that has happened
    state or organisation → PublicBody; firm → Company; document → Document, the `proof` of all that stands on it

A notification makes no Contract. A Contract carries an amount when all reports of it that print an agreed price print the same one; other
amounts are in the words of their steps. The ids are stable: the same casebook gives the same entities.
"""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any, TextIO

import msgspec

from transmittal import catalogue
from transmittal.cases.exchange.words import describe_items, describe_money
from transmittal.model import Basis, Bound, CaseFile, Contractor, KeptEvent, Modality, Paper, Party, Period, Stage

Entity = dict[str, Any]
_DATASET = "transmittal"


def write(cases: Iterable[CaseFile], stream: TextIO) -> None:
    """One entity a line. Parties, firms and documents are written once, where they are first needed."""
    encoder = msgspec.json.Encoder(order="deterministic")
    for entity in entities(cases):
        stream.write(encoder.encode(entity).decode() + "\n")


def entities(cases: Iterable[CaseFile]) -> Iterator[Entity]:
    """As `write`, as plain JSON objects."""
    written: set[str] = set()
    for case in cases:
        for entity in _case_entities(case):
            if entity["id"] not in written:
                yield entity
            if entity["schema"] in _SHARED:
                written.add(entity["id"])


_SHARED = frozenset(("PublicBody", "Company", "Document"))


def _case_entities(case: CaseFile) -> Iterator[Entity]:
    for kept in case.events:
        yield _document(kept.paper)
        for party in (kept.event.buyer, kept.event.supplier):
            if party is not None:
                yield _body(party)
        yield from map(_firm, kept.event.contractors)
    yield _project(case)
    yield from _participants(case)
    for kept in case.events:
        yield from _step(case, kept)
    yield from _agreed(case)
    yield from _awarded(case)


def _entity(schema: str, id: str, **properties: Iterable[str | None]) -> Entity:
    """properties: values in any order; empty ones, and properties without values, are left out."""
    kept = {name: list(dict.fromkeys(v for v in values if v)) for name, values in properties.items()}
    return {"id": id, "schema": schema, "properties": {name: values for name, values in kept.items() if values}, "datasets": [_DATASET]}


def _id(kind: str, *parts: str) -> str:
    return f"{_DATASET}-{kind}-{hashlib.sha1(chr(0).join(parts).encode(), usedforsecurity=False).hexdigest()}"


def _party_id(party: Party) -> str:
    return f"{_DATASET}-body-{party.id.lower()}"


def _firm_id(firm: Contractor) -> str:
    return f"{_DATASET}-firm-{firm.id}" if firm.id else _id("firm", " ".join(firm.name.casefold().split()))


def _document_id(paper: Paper) -> str:
    return f"{_DATASET}-document-{paper.id}"


def _project_id(case: CaseFile) -> str:
    return _id("case", case.id)


def _address(paper: Paper) -> str | None:
    return paper.url if paper.url and paper.url.startswith(("http://", "https://")) else None


def _proof(events: Iterable[KeptEvent]) -> dict[str, list[str | None]]:
    found = list(events)
    return {
        "proof": [_document_id(kept.paper) for kept in found],
        "sourceUrl": [_address(kept.paper) for kept in found],
        "publisher": [kept.paper.publisher for kept in found],
    }


def _document(paper: Paper) -> Entity:
    published = paper.published.isoformat() if paper.published else None
    name = PurePosixPath(paper.source).name or paper.title or paper.id
    return _entity(
        "Document",
        _document_id(paper),
        fileName=[name],
        title=[paper.title],
        sourceUrl=[_address(paper)],
        publishedAt=[published],
        publisher=[paper.publisher],
    )


def _body(party: Party) -> Entity:
    country = party.id.lower() if party.id in catalogue.country_ids() else None
    return _entity("PublicBody", _party_id(party), name=[party.name], country=[country])


def _firm(firm: Contractor) -> Entity:
    country = catalogue.maker(firm.id).country.lower() if firm.id else None
    return _entity("Company", _firm_id(firm), name=[firm.name], country=[country])


def _title(case: CaseFile) -> str:
    """ "Japan: Tomahawk, JSM", of the names that the case's events give first."""
    buyers = [kept.event.buyer.name for kept in case.events if kept.event.buyer]
    systems = dict.fromkeys(item.system.name for kept in case.events for item in kept.event.items)
    return f"{buyers[0] if buyers else 'Unknown buyer'}: {', '.join(list(systems)[:5]) or 'items not named'}"


def _project(case: CaseFile) -> Entity:
    days = [k.event.date.start for k in case.events if k.event.date and k.event.date.start and k.event.modality is Modality.HAPPENED]
    return _entity(
        "Project",
        _project_id(case),
        name=[_title(case)],
        projectId=[case.id],
        recordId=sorted({k.event.identifiers.transmittal for k in case.events if k.event.identifiers.transmittal}),
        startDate=[min(days).isoformat()] if days else [],
        keywords=[*(tag.name for tag in case.tags), *(i.system.designation for k in case.events for i in k.event.items)],
        **_proof(case.events),
    )


def _participants(case: CaseFile) -> Iterator[Entity]:
    for role in ("buyer", "supplier"):
        told: dict[str, list[KeptEvent]] = {}
        for kept in case.events:
            party: Party | None = getattr(kept.event, role)
            if party is not None and kept.event.modality is not Modality.DENIED:
                told.setdefault(_party_id(party), []).append(kept)
        for party_id, events in told.items():
            id = _id("participant", case.id, role, party_id)
            yield _entity(
                "ProjectParticipant", id, project=[_project_id(case)], participant=[party_id], role=[role], **_proof(events)
            )  # fmt: skip


def _step(case: CaseFile, kept: KeptEvent) -> Iterator[Entity]:
    event = kept.event
    id = _id("step", kept.id)
    parties = [_party_id(party) for party in (event.buyer, event.supplier) if party]
    what = "; ".join(filter(None, (describe_items(event.items), describe_money(event.value))))
    firmly = "" if event.modality is Modality.HAPPENED else f" ({event.modality.value})"
    yield _entity(
        "Event",
        id,
        name=[f"{event.stage.value}{firmly}: {what or _title(case)}"],
        summary=[what],
        description=[mention.quote for mention in event.evidence],
        keywords=[event.stage.value, event.modality.value, kept.paper.tier.value],
        involved=[*parties, *map(_firm_id, event.contractors)],
        recordId=[kept.id],
        **_dates(event.date),
        **_proof([kept]),
    )
    yield _entity(
        "UnknownLink", _id("link", case.id, kept.id), subject=[id], object=[_project_id(case)], role=[f"{event.stage.value} of"],
        **_proof([kept]),
    )  # fmt: skip


def _dates(period: Period | None) -> dict[str, list[str | None]]:
    if period is None:
        return {}
    start, end = (day.isoformat() if day else None for day in (period.start, period.end))
    return {"date": [start]} if start == end else {"startDate": [start], "endDate": [end]}


def _agreed(case: CaseFile) -> Iterator[Entity]:
    """What buyer and supplier signed: one contract a case, whatever the number of reports."""
    told = [k for k in case.events if k.event.stage is Stage.AGREEMENT and k.event.modality is Modality.HAPPENED]
    if not told:
        return
    id = _id("agreement", case.id)
    buyers = [_party_id(kept.event.buyer) for kept in told if kept.event.buyer]
    yield _contract(case, id, _title(case), told, authority=buyers, kind="agreement of buyer and supplier", numbers=())
    for supplier in dict.fromkeys(_party_id(kept.event.supplier) for kept in told if kept.event.supplier):
        yield _award(id, supplier, told, role="supplier")


def _awarded(case: CaseFile) -> Iterator[Entity]:
    """What was placed with industry: one contract for each number; an award without a number is a contract of its own."""
    numbered: dict[str, list[KeptEvent]] = {}
    for kept in case.events:
        if kept.event.stage is Stage.AWARD and kept.event.modality is Modality.HAPPENED:
            for number in kept.event.identifiers.contract or (f"event {kept.id}",):
                numbered.setdefault(number, []).append(kept)
    for number, told in numbered.items():
        printed = () if number.startswith("event ") else (number,)
        id = _id("contract", *printed) if printed else _id("contract", number)
        # The document says who pays in the end, not whose office signed: no authority.
        yield _contract(case, id, f"{_title(case)}, {number if printed else 'award'}", told, authority=(), kind="award", numbers=printed)
        for firm in dict.fromkeys(_firm_id(contractor) for kept in told for contractor in kept.event.contractors):
            yield _award(id, firm, told, role="contractor")


def _contract(
    case: CaseFile, id: str, title: str, told: list[KeptEvent], *, authority: Iterable[str], kind: str, numbers: tuple[str, ...]
) -> Entity:
    # An award under several contract numbers prints one amount for all of them.
    single = [kept.event.value for kept in told if len(kept.event.identifiers.contract) < 2]
    agreed = [money for money in single if money and money.basis is Basis.CONTRACT and _is_plain(money.bound)]
    prices = {(format(money.amount, "f"), money.currency) for money in agreed}
    amount, currency = next(iter(prices)) if len(prices) == 1 else (None, None)
    days = [k.event.date.start for k in told if k.event.date and k.event.date.start and k.event.date.start == k.event.date.end]
    return _entity(
        "Contract",
        id,
        title=[title],
        name=[title],
        type=[kind],
        project=[_project_id(case)],
        authority=authority,
        amount=[amount],
        currency=[currency],
        contractDate=sorted({day.isoformat() for day in days}),
        procedureNumber=numbers,
        noticeId=[kept.event.identifiers.transmittal for kept in told],
        description=[describe_items(kept.event.items) for kept in told],
        **_proof(told),
    )


def _is_plain(bound: Bound) -> bool:
    return bound in (Bound.EXACT, Bound.ABOUT)


def _award(contract: str, supplier: str, told: list[KeptEvent], *, role: str) -> Entity:
    id = _id("award", contract, supplier)
    return _entity("ContractAward", id, contract=[contract], supplier=[supplier], role=[role], **_proof(told))
