"""The scored parts of a link, for those who ask why."""

from collections.abc import Sequence

import msgspec

from transmittal.cases.linking.evidence import score, told, weigh
from transmittal.cases.linking.features import excludes
from transmittal.cases.linking.placing import fit
from transmittal.cases.linking.reasons import pair, phrase, shared_number
from transmittal.cases.linking.traits import traits
from transmittal.cases.linking.weights import rules
from transmittal.model import KeptEvent


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """One feature. name: of the weight. value: what was compared, in words. weight: logit, above 0 speaks for one procurement."""

    name: str
    value: str
    weight: float


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """How an event fits others. decided: the number that decides alone, or the reason that rules it out; None when it was weighed.

    bias: the logit before any feature. parts: the weightiest first; score is 1 / (1 + e^-(bias + the sum of their weights)).
    """

    score: float
    bias: float
    parts: tuple[Part, ...]
    decided: str | None = None


def explain(event: KeptEvent, others: Sequence[KeptEvent]) -> Explanation:
    """Weigh one event against the other events of a case."""
    mine, rest = traits(event), [traits(other) for other in others if other.id != event.id]
    pairs = [pair(mine, other) for other in rest]
    parts = tuple(Part(name=found[0], value=phrase(found), weight=round(weigh(found), 2)) for found in told(pairs))
    bias = rules().weights.bias
    if shared := shared_number(mine, rest):
        return Explanation(score=1.0, bias=bias, parts=parts, decided=f"same {shared}")
    if any(excludes(mine, other) for other in rest):
        return Explanation(score=0.0, bias=bias, parts=parts, decided="another buyer or another notice")
    return Explanation(score=round(score(fit(mine, rest, {}, {})), 4), bias=bias, parts=parts)
