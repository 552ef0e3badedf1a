"""Whether a case was stopped."""

from collections.abc import Iterable
from datetime import date

from transmittal.cases.timeline import LADDER, Step
from transmittal.model import Modality, Stage

# Steps that show that a halted case went on; a plan or a budget line repeated afterwards does not.
_GOES_ON = frozenset(LADDER) - {Stage.PLAN, Stage.REQUEST}


def halted_by(steps: Iterable[Step]) -> Step | None:
    """The halt that stands: the latest, unless a later step shows that the case went on or a source as near denies it later."""
    listed = list(steps)
    halts = [s for s in listed if s.stage is Stage.HALT and s.modality is Modality.HAPPENED]
    if not halts:
        return None
    halt = max(halts, key=lambda s: (_last(s), s.events))
    for step in listed:
        went_on = step.stage in _GOES_ON and step.modality is Modality.HAPPENED and (step.start or step.end or date.min) > _last(halt)
        denied = (
            step.stage is Stage.HALT and step.modality is Modality.DENIED and step.said >= halt.said and step.tier.rank <= halt.tier.rank
        )
        if went_on or denied:
            return None
    return halt


def _last(step: Step) -> date:
    return step.end or step.said
