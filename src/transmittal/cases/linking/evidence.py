"""The features of two events as one vector, and the vectors of many pairs as one.

Two clusters are judged by all pairs between them. What one pair knows, the clusters know: for what an event may leave out (buyer, items,
model) the best pair counts; for the rest the strongest reason for and the strongest against are added. So a vague event cannot glue
two purchases that contradict each other, and vectors join by maximum and minimum, without going back to the events.
"""

from functools import cache
from math import exp

from transmittal.cases.linking.features import Feature, excludes, features
from transmittal.cases.linking.remembered import forget
from transmittal.cases.linking.traits import Traits
from transmittal.cases.linking.weights import Weights, rules

Vector = tuple[float, ...]

# Groups of weights of which the best pair counts, then groups with a reason for and a reason against.
_BEST = (
    ("same_buyer", "buyer_unknown"),
    ("same_system", "same_family", "related", "accessory_only", "other_system", "no_items"),
    ("same_model", "other_model"),
    ("same_version", "other_version"),
    ("drift",),
)
_BOTH = (
    ("same_supplier", "other_supplier"),
    ("same_channel", "other_channel", "lease_or_sale", "home_or_abroad"),
    ("same_contractor",),
    (
        "count_large", "count_middle", "count_small", "count_few", "fits_ceiling", "above_ceiling", "far_below_ceiling",
        "other_order", "other_plan", "other_stage_count", "part_awarded", "possible_count", "too_many_delivered", "other_count_beside",
    ),
    ("same_price", "other_price", "under_ceiling", "over_ceiling"),
    ("same_day", "same_month", "same_year", "far_step"),
    ("in_order", "late_order", "out_of_order", "early_delivery", "too_early", "still_to_sign", "after_halt", "delivered_before"),
    ("torn_systems",),
    ("same_document", "twice_told", "another_plan"),
    ("upkeep_or_goods",),
    ("neighbours",),
    ("same_contract", "same_agreement", "other_case"),
    ("mass_buyer",),
    ("pinned_elsewhere",),
)  # fmt: skip
_FIRST_FOR = len(_BEST)
_FIRST_AGAINST = _FIRST_FOR + len(_BOTH)
_LENGTH = _FIRST_AGAINST + len(_BOTH)
_ABSENT = -99.0
_EMPTY: Vector = (_ABSENT,) * len(_BEST) + (0.0,) * (2 * len(_BOTH))


@cache
def _places() -> dict[str, tuple[int, float]]:
    """Weight name: its place in the vector and its value."""
    weights = rules().weights
    places: dict[str, tuple[int, float]] = {}
    for i, names in enumerate(_BEST):
        places |= {name: (i, getattr(weights, name)) for name in names}
    for i, names in enumerate(_BOTH):
        for name in names:
            value = getattr(weights, name)
            places[name] = ((_FIRST_FOR if value > 0 else _FIRST_AGAINST) + i, value)
    missing = set(Weights.__struct_fields__) - set(places) - {"bias", "drift_most"}
    if missing:
        raise ValueError(f"weights without a group: {sorted(missing)}")
    return places


def weigh(feature: Feature) -> float:
    """The logit of one feature."""
    name, factor, _ = feature
    logit = _places()[name][1] * factor
    return max(logit, rules().weights.drift_most) if name == "drift" else logit


def compare(a: Traits, b: Traits, *, pinned_apart: bool = False) -> Vector | None:
    """What two events say about each other; None when they cannot be one procurement."""
    if excludes(a, b):
        return None
    places = _places()
    vector = list(_EMPTY)
    for found in features(a, b):
        i = places[found[0]][0]
        logit = weigh(found)
        if i >= _FIRST_AGAINST:
            if logit < vector[i]:
                vector[i] = logit
        elif logit > vector[i]:
            vector[i] = logit
    if pinned_apart:
        i, logit = places["pinned_elsewhere"]
        vector[i] = logit
    return tuple(vector)


# Pairs that a crowded block meets again with each new event; 2,000 are some 2 MB, and those of two whole neighbourhoods.
_PAIRS = 2_000
_compared: dict[tuple[str, str], tuple[Traits, Traits, Vector | None]] = {}


def compare_again(a: Traits, b: Traits) -> Vector | None:
    """The same, remembered; of events that nobody has put apart."""
    held = _compared.get((a.id, b.id))
    if held is not None and held[0] is a and held[1] is b:
        return held[2]
    vector = compare(a, b)
    if len(_compared) >= _PAIRS:
        forget(_compared)
    _compared[a.id, b.id] = (a, b, vector)
    return vector


def join(x: Vector | None, y: Vector | None) -> Vector | None:
    """The vector of all pairs of both; None when any pair excludes."""
    if x is None or y is None:
        return None
    return tuple(map(max, x[:_FIRST_AGAINST], y[:_FIRST_AGAINST])) + tuple(map(min, x[_FIRST_AGAINST:], y[_FIRST_AGAINST:]))


def logit(vector: Vector | None) -> float:
    """The sum of the weights; minus infinity for what excludes."""
    if vector is None:
        return float("-inf")
    return _bias() + sum(vector) - _ABSENT * vector.count(_ABSENT)


@cache
def _bias() -> float:
    return rules().weights.bias


def score(logits: float) -> float:
    """0 to 1."""
    if logits < -30:
        return 0.0
    return 1.0 if logits > 30 else 1 / (1 + exp(-logits))


def told(pairs: list[tuple[Traits, Traits]]) -> list[Feature]:
    """The features that decide between clusters, as `join` would choose them, the weightiest first."""
    chosen: dict[int, tuple[float, Feature]] = {}
    places = _places()
    for a, b in pairs:
        for found in features(a, b):
            i, value = places[found[0]][0], weigh(found)
            if i not in chosen or (value < chosen[i][0] if i >= _FIRST_AGAINST else value > chosen[i][0]):
                chosen[i] = (value, found)
    ranked = sorted(chosen.values(), key=lambda entry: (-abs(entry[0]), entry[1][0]))
    return [found for value, found in ranked if value]
