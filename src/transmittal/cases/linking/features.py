"""What speaks for and against two events being steps of one procurement.

A feature is (name, factor, values): the name is that of a weight, the factor scales it, the values go into its words.
"""

from collections.abc import Iterator
from typing import Any

from transmittal.cases.linking.counting import count_features
from transmittal.cases.linking.families import related, squash
from transmittal.cases.linking.prices import price_features
from transmittal.cases.linking.timing import time_features
from transmittal.cases.linking.traits import Traits
from transmittal.cases.linking.weights import rules
from transmittal.model import Modality, Stage

_FIRM = frozenset({Stage.AGREEMENT, Stage.AWARD, Stage.DELIVERY, Stage.SERVICE})

# Eight F-35A and eight F-35B are no coincidence worth a word.
_MAY_BE_CHANCE = ("count_small", "count_few")

Feature = tuple[str, float, tuple[Any, ...]]


def features(a: Traits, b: Traits) -> Iterator[Feature]:
    """Everything that two events say about each other. Names of [weights] only."""
    same_document = a.document == b.document
    yield from _party_features(a, b, same_document)
    yield from _item_features(a, b)
    unlike = bool(a.models) and bool(b.models) and not a.models & b.models
    for found in count_features(a, b):
        if not (unlike and found[0] in _MAY_BE_CHANCE):
            yield found
    yield from price_features(a, b)
    yield from time_features(a, b)
    if same_document:
        yield from _document_features(a, b)
    elif a.upkeep != b.upkeep and not (_may_be_upkeep(a) or _may_be_upkeep(b)):
        yield ("upkeep_or_goods", 1.0, ())
    yield from _number_features(a, b)


def excludes(a: Traits, b: Traits) -> bool:
    """Whether two events cannot be one procurement, whatever else agrees: two buyers, or two original notices."""
    if a.buyer is not None and b.buyer is not None and a.buyer != b.buyer:
        return True
    if a.transmittal is None or b.transmittal is None or a.transmittal == b.transmittal:
        return False
    return not (a.is_letter or b.is_letter or a.transmittal in b.related or b.transmittal in a.related)


def _party_features(a: Traits, b: Traits, same_document: bool) -> Iterator[Feature]:
    if a.buyer is not None and b.buyer is not None:
        yield ("same_buyer", 1.0, (a.buyer,))
        if a.buyer in rules().parties.mass:
            yield ("mass_buyer", 1.0, ())
    elif a.buyer is not None or b.buyer is not None or not same_document:
        yield ("buyer_unknown", 1.0, ())
    if a.supplier is not None and b.supplier is not None:
        if a.supplier == b.supplier:
            yield ("same_supplier", 1.0, (a.supplier,))
        else:
            yield ("other_supplier", 1.0, (a.supplier, b.supplier))
    if a.channel is not None and b.channel is not None:
        if a.channel == b.channel:
            yield ("same_channel", 1.0, (a.channel,))
        elif "domestic" in (a.channel, b.channel):
            yield ("home_or_abroad", 1.0, ())
        elif "lease" in (a.channel, b.channel):
            yield ("lease_or_sale", 1.0, (a.channel, b.channel))
        else:
            yield ("other_channel", 1.0, (a.channel, b.channel))
    if firms := a.contractors & b.contractors:
        yield ("same_contractor", 1.0, (min(firms),))


def _item_features(a: Traits, b: Traits) -> Iterator[Feature]:
    if not a.leads or not b.leads:
        yield ("no_items", 1.0, ())
        return
    if shared := a.leads & b.leads:
        yield ("same_system", 1.0, (min(shared),))
    elif shared := a.families & b.families:
        yield ("same_family", 1.0, (min(shared),))
    elif pairs := [(x, y) for x in a.families for y in b.families if (x, y) in related()]:
        yield ("related", 1.0, min(pairs))
    elif shared := (a.families & b.extras) | (a.extras & b.families):
        yield ("accessory_only", 1.0, (min(shared),))
        return
    else:
        yield ("other_system", 1.0, (min(a.leads), min(b.leads)))
        if len(a.families) == len(b.families) == 1:
            yield ("torn_systems", 1.0, (min(a.families), min(b.families)))
        return
    yield from _either("model", a.models, b.models, 2.0 if a.document == b.document else 1.0)
    yield from _either("version", a.versions, b.versions, 1.0)


def _either(name: str, a: frozenset[str], b: frozenset[str], against: float) -> Iterator[Feature]:
    if a and b:
        if shared := a & b:
            yield (f"same_{name}", 1.0, (min(shared),))
        elif not any(_one_begins(x, y) for x in a for y in b):
            yield (f"other_{name}", against, (min(a), min(b)))


def _one_begins(x: str, y: str) -> bool:
    """FA-50 and FA-50PH, M1A1 and M1A1 SA: one says more of the same."""
    x, y = squash(x), squash(y)
    return x.startswith(y) or y.startswith(x)


def _document_features(a: Traits, b: Traits) -> Iterator[Feature]:
    if a.stage is b.stage and a.modality is b.modality:
        alike = any(x.values == y.values for x in a.counts for y in b.counts) and (a.start, a.end) == (b.start, b.end)
        if not alike:
            yield ("twice_told", 1.0, (a.stage,))
        return
    yield ("same_document", 1.0, ())
    if _is_another_plan(a, b) or _is_another_plan(b, a):
        yield ("another_plan", 1.0, ())
    if abs(a.order - b.order) == 1:
        yield ("neighbours", 1.0, ())


def _is_another_plan(plan: Traits, order: Traits) -> bool:
    """ "May buy 18 more", told beside a signature or what followed it."""
    unsure = plan.stage is Stage.PLAN and plan.modality in (Modality.POSSIBLE, Modality.DENIED)
    return unsure and order.stage in _FIRM and order.modality is Modality.HAPPENED


def _may_be_upkeep(t: Traits) -> bool:
    """An article on a notice, without counts, does not tell what it was for."""
    return not t.upkeep and not t.is_sellers and t.stage is Stage.APPROVAL and not t.counts


def _number_features(a: Traits, b: Traits) -> Iterator[Feature]:
    if shared := a.contracts & b.contracts:
        yield ("same_contract", 1.0, (min(shared),))
    elif shared := a.umbrellas & b.umbrellas:
        yield ("same_agreement", 1.0, (min(shared),))
    if a.cases and b.cases and not a.cases & b.cases:
        yield ("other_case", 1.0, (min(a.cases), min(b.cases)))
