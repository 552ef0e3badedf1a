"""The nouns everything shares. Imports nothing else of this package."""

from transmittal.model.case import CaseFile, Correction, KeptEvent, Link, Paper, Tag, Tier
from transmittal.model.document import Block, BlockKind, Document, DocumentKind
from transmittal.model.errors import CasebookError, FetchRefused, KnownError, Misuse, UnreadableDocument
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
    "CaseFile",
    "CasebookError",
    "Channel",
    "Contractor",
    "Correction",
    "Document",
    "DocumentKind",
    "Event",
    "FetchRefused",
    "Identifiers",
    "Item",
    "KeptEvent",
    "KnownError",
    "Link",
    "Mention",
    "Misuse",
    "Modality",
    "Money",
    "Paper",
    "Party",
    "Period",
    "Quantity",
    "Source",
    "Stage",
    "System",
    "Tag",
    "Tier",
    "Unread",
    "UnreadableDocument",
]
