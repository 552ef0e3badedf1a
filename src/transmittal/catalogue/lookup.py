"""Entries of the catalogue by id. An id that a Name or a Resolution gave is always known; any other may raise KeyError."""

from transmittal.catalogue import load
from transmittal.catalogue.entries import Buyer, Channel, Maker, Office, System


def system(system_id: str) -> System:
    return load.systems()[system_id]


def maker(maker_id: str) -> Maker:
    return load.makers()[maker_id]


def buyer(buyer_id: str) -> Buyer:
    """A country (ISO 3166-1 alpha-2) or an organisation that buys ("NSPA")."""
    return load.countries().get(buyer_id) or load.organisations()[buyer_id]


def channel(channel_id: str) -> Channel:
    return load.channels()[channel_id]


def office(office_id: str) -> Office:
    return load.offices()[office_id]


def country_ids() -> frozenset[str]:
    return frozenset(load.countries())


def countries_paying_in(currency: str) -> tuple[str, ...]:
    """Ids of the countries whose currency (ISO 4217) this is."""
    return tuple(country.id for country in load.countries().values() if country.currency == currency)


def lineage(maker_id: str) -> tuple[str, ...]:
    """The maker, what it became or belongs to, and so on upwards; each firm once. Empty for an unknown id."""
    found: list[str] = []
    todo = [maker_id]
    makers = load.makers()
    while todo:
        entry = makers.get(todo.pop(0))
        if entry is not None and entry.id not in found:
            found.append(entry.id)
            todo += [other for other in (entry.became, entry.parent) if other is not None]
    return tuple(found)
