"""One step of one procurement, as one document reports it. The words and their meaning are those of the output contract."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

import msgspec

from transmittal.model.mention import Mention


class Stage(StrEnum):
    """The step of a procurement."""

    PLAN = "plan"
    REQUEST = "request"
    APPROVAL = "approval"
    AGREEMENT = "agreement"
    AWARD = "award"
    DELIVERY = "delivery"
    SERVICE = "service"
    CHANGE = "change"
    HALT = "halt"


class Modality(StrEnum):
    """How firmly the step is reported."""

    HAPPENED = "happened"
    SCHEDULED = "scheduled"
    EXPECTED = "expected"
    POSSIBLE = "possible"
    DENIED = "denied"


class Basis(StrEnum):
    """What an amount is an amount of."""

    ESTIMATE = "estimate"
    CONTRACT = "contract"
    BUDGET = "budget"
    OBLIGATED = "obligated"


class Bound(StrEnum):
    """Whether a number is a ceiling, a floor, vague or plain."""

    EXACT = "exact"
    MAX = "max"
    MIN = "min"
    ABOUT = "about"


class Party(Mention, frozen=True, kw_only=True):
    """A buyer or supplier. id: ISO 3166-1 alpha-2, or the id of an organisation that buys ("NSPA")."""

    id: str
    name: str


class Channel(Mention, frozen=True, kw_only=True):
    """FMS, DCS, EDA, FMF, PDA, lease, grant, coproduction or domestic."""

    id: str


class System(Mention, frozen=True, kw_only=True):
    """A weapon system as named. id: of the catalogue, None when only the grammar of designations knows it.

    designation: the key a specialist would use: the family name for families known by it, else the model as printed.
    """

    id: str | None
    name: str
    designation: str


class Quantity(Mention, frozen=True, kw_only=True):
    """A count of items. value >= 1; unit as printed in the singular ("aircraft", "missile"), None when none is."""

    value: int
    bound: Bound
    unit: str | None = None


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """What this step buys or hands over, one line of it."""

    system: System
    variant: str | None = None
    variant_mention: Mention | None = None
    quantity: Quantity | None = None


class Money(Mention, frozen=True, kw_only=True):
    """An amount. amount: exact, in units of the ISO 4217 currency, never an exponent form."""

    amount: Decimal
    currency: str
    basis: Basis
    bound: Bound


class Period(msgspec.Struct, frozen=True, kw_only=True):
    """When the step happened or is to happen, both ends inclusive; None is an open end. calendar: "civil", "JP-FY", …

    The mention is nested because its own start and end are offsets.
    """

    start: date | None
    end: date | None
    calendar: str = "civil"
    mention: Mention


class Source(Mention, frozen=True, kw_only=True):
    """Who says so, when not the document itself. role: "minister", "ministry", "press", "company", …"""

    name: str
    role: str | None = None


class Contractor(Mention, frozen=True, kw_only=True):
    """A firm that builds or supports. id: of the catalogue, None for a firm it does not know."""

    id: str | None
    name: str
    location: str | None = None


class Identifiers(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Numbers that other documents use for the same procurement. mentions: where each kind was read."""

    transmittal: str | None = None
    related_transmittals: tuple[str, ...] = ()
    case: str | None = None
    related_cases: tuple[str, ...] = ()
    contract: tuple[str, ...] = ()
    modification: str | None = None
    register: dict[str, str] = {}
    mentions: dict[str, tuple[Mention, ...]] = {}


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """One step of one procurement. None means the document does not say.

    rules: which finder or rule filled each slot, for --explain; not part of what was said.
    """

    stage: Stage
    modality: Modality
    buyer: Party | None = None
    supplier: Party | None = None
    channel: Channel | None = None
    items: tuple[Item, ...] = ()
    value: Money | None = None
    date: Period | None = None
    source: Source | None = None
    identifiers: Identifiers = Identifiers()
    contractors: tuple[Contractor, ...] = ()
    evidence: tuple[Mention, ...]
    rules: dict[str, str] = {}

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError(f"{self.stage} event without evidence")
