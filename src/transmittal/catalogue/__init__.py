"""Names with their meanings: who buys, what is bought, who builds it, by which way, and who says so."""

from transmittal.catalogue.designations import Designation, find_designations
from transmittal.catalogue.lookup import buyer, channel, countries_paying_in, country_ids, lineage, maker, office, system
from transmittal.catalogue.matcher import Name, find_names
from transmittal.catalogue.meaning import Form, NameKind
from transmittal.catalogue.misspellings import find_misspellings
from transmittal.catalogue.resolve import (
    Resolution,
    exact_buyer,
    exact_maker,
    exact_system,
    resolve_buyer,
    resolve_maker,
    resolve_system,
)

__all__ = [
    "Designation",
    "Form",
    "Name",
    "NameKind",
    "Resolution",
    "buyer",
    "channel",
    "countries_paying_in",
    "country_ids",
    "exact_buyer",
    "exact_maker",
    "exact_system",
    "find_designations",
    "find_misspellings",
    "find_names",
    "lineage",
    "maker",
    "office",
    "resolve_buyer",
    "resolve_maker",
    "resolve_system",
    "system",
]
