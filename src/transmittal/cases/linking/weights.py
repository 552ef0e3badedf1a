"""What the linker weighs, from data/linking.toml."""

import tomllib
from functools import cache
from pathlib import Path

import msgspec

FILE = Path(__file__).parent.parent / "data" / "linking.toml"


class Limits(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """join, review_margin, unsure_later, oldest_first: logits. whole, whole_unplaced, around, whole_case, compared: events."""

    join: float
    unsure_later: float
    oldest_first: float
    review_margin: float
    whole: int
    around: int
    whole_case: int
    compared: int
    whole_unplaced: int


class Weights(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Logits; what each one means stands beside it in the file."""

    bias: float
    same_buyer: float
    buyer_unknown: float
    mass_buyer: float
    same_supplier: float
    other_supplier: float
    same_channel: float
    other_channel: float
    lease_or_sale: float
    home_or_abroad: float
    same_contractor: float
    same_system: float
    same_family: float
    related: float
    accessory_only: float
    other_system: float
    torn_systems: float
    no_items: float
    same_model: float
    other_model: float
    same_version: float
    other_version: float
    count_large: float
    count_middle: float
    count_small: float
    count_few: float
    fits_ceiling: float
    above_ceiling: float
    far_below_ceiling: float
    other_order: float
    other_plan: float
    other_stage_count: float
    part_awarded: float
    possible_count: float
    too_many_delivered: float
    other_count_beside: float
    same_price: float
    other_price: float
    under_ceiling: float
    over_ceiling: float
    same_day: float
    same_month: float
    same_year: float
    far_step: float
    in_order: float
    late_order: float
    out_of_order: float
    after_halt: float
    delivered_before: float
    early_delivery: float
    too_early: float
    still_to_sign: float
    drift: float
    drift_most: float
    same_document: float
    twice_told: float
    neighbours: float
    another_plan: float
    upkeep_or_goods: float
    same_contract: float
    same_agreement: float
    other_case: float
    pinned_elsewhere: float


class Parties(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """mass: ids of buyers whose own contracts are announced by the hundred."""

    mass: frozenset[str]


class CountSizes(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """From which count on an equal count is large, middle, small, few."""

    large: int
    middle: int
    small: int
    few: int


class Leading(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Kinds of the catalogue by what a purchase is about."""

    kinds: frozenset[str]
    next: frozenset[str]


class Groups(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """units: classes of [units] that hold several."""

    units: frozenset[str]


class Upkeep(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """words: patterns of words that say support."""

    words: tuple[str, ...]


class Related(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Systems bought as one thing under either name."""

    systems: tuple[str, str]
    why: str
    source: str


class Rules(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The whole file."""

    limits: Limits
    weights: Weights
    parties: Parties
    counts: CountSizes
    groups: Groups
    units: dict[str, str]
    upkeep: Upkeep
    leading: Leading
    related: tuple[Related, ...]
    words: dict[str, str]


@cache
def rules() -> Rules:
    """The weights that this version ships."""
    return msgspec.convert(tomllib.loads(FILE.read_text(encoding="utf-8")), Rules)
