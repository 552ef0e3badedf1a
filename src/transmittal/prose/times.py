"""When one step is: the dates of its stretch of the sentence that are its own."""

from datetime import timedelta

import msgspec

from transmittal.mentions.dates import DateMention
from transmittal.mentions.speakers import SpeakerMention
from transmittal.model import Modality, Stage
from transmittal.prose.frames import SPANNING, Frame, is_not_before
from transmittal.prose.language import Language
from transmittal.prose.scene import Scene

# Characters of a date that may be its preposition: "on Friday".
MAX_PREPOSITION = 3


def find_times(scene: Scene, frame: Frame, stage: Stage, speaker: SpeakerMention | None, language: Language) -> list[DateMention]:
    found = frame.own(scene.within(scene.dates, frame.start, frame.end))
    in_sentence = scene.within(scene.dates, frame.sentence.start, frame.sentence.end)
    told = [d for d in in_sentence if told_then(scene, d, language)]
    found = [d for d in found if d not in told]
    cut = language.time_cut.search(scene.text, frame.trigger_end, frame.end)
    if cut is not None:
        found = [d for d in found if d.start < cut.start()]
    if stage is Stage.PLAN:
        decided = frame.trigger.name in ("consent", "choice of a system")
        before = [d for d in found if d.end <= frame.trigger_start]
        return ((found if decided else before) or ([_past(scene, d) for d in told] if speaker is not None else []))[:1]
    if stage is Stage.CHANGE and not found and frame.modality is Modality.SCHEDULED and speaker is not None:
        return told[:1]
    if stage in SPANNING:
        return _one_stretch(scene, frame, found, language)
    return sorted(found, key=lambda d: abs(d.start - frame.trigger_end))[:1]


def _one_stretch(scene: Scene, frame: Frame, found: list[DateMention], language: Language) -> list[DateMention]:
    """The dates that belong together: the nearest to the trigger and those joined to it ("to start in … and end in …")."""
    if not found:
        return []
    nearest = min(found, key=lambda d: (d.start < frame.trigger_end, abs(d.start - frame.trigger_end)))
    kept = [
        _opened(scene, d, language)
        for d in found
        if d is nearest or (d.start > nearest.end and _joined(scene.text, nearest.end, d.start, language))
    ]
    if is_not_before(scene.text, frame.start, frame.trigger_start, frame.trigger_end, nearest.end, language):
        last = nearest.last
        if last is not None and nearest.first is None:
            return [msgspec.structs.replace(nearest, first=last + timedelta(days=1), last=None)]
    return kept


def _joined(text: str, start: int, end: int, language: Language) -> bool:
    """The later date goes on with the earlier: near, and with no other clause between."""
    between = text[start:end]
    return len(between) <= 70 and language.time_apart.search(between) is None


def _opened(scene: Scene, found: DateMention, language: Language) -> DateMention:
    """ "due to begin in October": from then on."""
    before = scene.text[max(0, found.start - 25) : found.start + 3]
    if found.last is None or not language.begins_before.search(before):
        return found
    return msgspec.structs.replace(found, last=None)


def _past(scene: Scene, told: DateMention) -> DateMention:
    """What somebody "said on Wednesday" was said on the Wednesday before the day of publication, whatever the sentence tells of."""
    published = scene.document.published
    if (
        published is None
        or told.first is None
        or told.last is None
        or told.first <= published
        or told.last - told.first > timedelta(days=1)
    ):
        return told
    return msgspec.structs.replace(told, first=told.first - timedelta(days=7), last=told.last - timedelta(days=7))


def is_ahead(scene: Scene, dates: list[DateMention]) -> bool:
    """Told in the present tense, meant for later: "deliveries begin in 2027" in a text of 2024."""
    published = scene.document.published
    return published is not None and bool(dates) and dates[0].first is not None and dates[0].first > published


def told_then(scene: Scene, found: DateMention, language: Language) -> bool:
    """The date says when somebody spoke, not when the step is: "told reporters on Friday"."""
    lead, text = max(0, found.start - 50), scene.text
    if any(language.told_before.search(text[lead:stop]) for stop in (found.start, found.start + MAX_PREPOSITION)):
        return True
    return language.told_after.match(text[found.end : found.end + 250]) is not None
