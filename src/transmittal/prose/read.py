"""The door of the package: one document of running text to events."""

from collections.abc import Sequence

from transmittal.mentions.systems import SystemMention
from transmittal.model import Document, Event, Stage
from transmittal.prose.discourse import Discourse
from transmittal.prose.drafts import Draft, draft_frame, share_prices
from transmittal.prose.events import build_events
from transmittal.prose.frames import find_frames
from transmittal.prose.goods import DraftItem
from transmittal.prose.language import Actor, Language, find_language
from transmittal.prose.scene import Scene, Sentence

# Military words a text must hold before ordinary words ("Patriot") and numbers no catalogue knows ("IL-25") count as systems.
MIN_MILITARY_WORDS = 3
# A text shorter than so many characters needs one of them less, for each time it would fit.
CHARACTERS_PER_MILITARY_WORD = 200
# Characters of a sentence that can be no more than a count.
MAX_FRAGMENT = 25


def read_prose(document: Document) -> list[Event]:
    """The events a text in sentences reports, in order of first evidence; [] when it reports none."""
    language = find_language(document.language)
    scene = Scene(document)
    if not scene.systems or not scene.parties:
        return []
    if not _is_military(scene, language):
        return []
    told = [(sentence, _drafts(scene, sentence, language)) for sentence in scene.sentences]
    if not shows_procurement([d for _, drafts in told for d in drafts], scene.text, language):
        return []
    discourse = Discourse(scene, language)
    for index, (sentence, drafts) in enumerate(told):
        discourse.see(index, sentence, drafts, _systems(scene, sentence, language))
        fragment = _fragment(scene, sentence) if not drafts else None
        if fragment is not None:
            discourse.keep_fragment(index, fragment)
    discourse.finish()
    return build_events(scene, discourse.procurements)


def _is_military(scene: Scene, language: Language) -> bool:
    """Whether the names found are weapons: some name is unmistakable, or the text speaks of armed forces."""
    if any(s.id is not None and not s.plain for s in scene.systems):
        return True
    signs = len(language.military.findall(scene.text)) + sum(1 for c in scene.counted if c.system.plain and c.quantity is not None)
    return signs >= min(MIN_MILITARY_WORDS, 1 + len(scene.text) // CHARACTERS_PER_MILITARY_WORD)


def _drafts(scene: Scene, sentence: Sentence, language: Language) -> list[Draft]:
    drafts = [d for frame in find_frames(scene, sentence, language) for d in draft_frame(scene, frame, language)]
    share_prices(drafts)
    return drafts


def shows_procurement(drafts: Sequence[Draft], text: str, language: Language) -> bool:
    """Steps are told in words of buying and selling: one with its system, or several."""
    strong = [d for d in drafts if d.frame.strong or is_handover(d, text, language)]
    return len(strong) > 1 or (bool(strong) and any(d.named for d in drafts))


def is_handover(draft: Draft, text: str, language: Language) -> bool:
    """Named things handed to somebody named, their contract stopped or altered, money set aside for so many: no strike, no exercise."""
    if draft.stage in (Stage.HALT, Stage.CHANGE):
        frame = draft.frame
        told = language.paper.search(text, frame.start, frame.end) is not None
        return told and bool(draft.named) and draft.roles.buyer is not None
    if draft.stage is Stage.PLAN and draft.value is not None and any(i.quantity is not None for i in draft.named):
        return True
    received = draft.frame.trigger.actor is Actor.BUYER and draft.roles.buyer is not None
    return draft.stage is Stage.DELIVERY and bool(draft.named) and (received or draft.roles.buyer_rule == "marked as buyer")


def _fragment(scene: Scene, sentence: Sentence) -> DraftItem | None:
    """A sentence that is only a count: "Up to 400." """
    if sentence.heading or sentence.end - sentence.start > MAX_FRAGMENT:
        return None
    found = scene.within(scene.quantities, sentence.start, sentence.end)
    return DraftItem(None, None, found[0]) if len(found) == 1 else None


def _systems(scene: Scene, sentence: Sentence, language: Language) -> list[SystemMention]:
    """The systems of a sentence, without those at its end that others take the place of."""
    found = scene.within(scene.systems, sentence.start, sentence.end)
    given_up = language.succeeded.search(scene.text, sentence.start, sentence.end)
    return found if given_up is None else [s for s in found if s.start < given_up.end()]
