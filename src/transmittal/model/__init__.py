"""The nouns everything shares. Imports nothing else of this package."""

from transmittal.model.document import Block, BlockKind, Document, DocumentKind
from transmittal.model.errors import FetchRefused, KnownError, Misuse, UnreadableDocument
from transmittal.model.event import (
    Basis,
    Bound,
    Channel,
    Contractor,
    Event,
    Identifiers,
    Item,
    Modality,
    Money,
    Party,
    Period,
    Quantity,
    Source,
    Stage,
    System,
)
from transmittal.model.mention import Mention, Unread

__all__ = [
    "Basis",
    "Block",
    "BlockKind",
    "Bound",
    "Channel",
    "Contractor",
    "Document",
    "DocumentKind",
    "Event",
    "FetchRefused",
    "Identifiers",
    "Item",
    "KnownError",
    "Mention",
    "Misuse",
    "Modality",
    "Money",
    "Party",
    "Period",
    "Quantity",
    "Source",
    "Stage",
    "System",
    "Unread",
    "UnreadableDocument",
]
