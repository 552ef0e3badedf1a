"""The door of the package: one document of running text to events."""

from collections.abc import Sequence

from transmittal.mentions.systems import SystemMention
from transmittal.model import Document, Event
from transmittal.prose.discourse import Discourse
from transmittal.prose.drafts import Draft, draft_frame
from transmittal.prose.events import build_events
from transmittal.prose.frames import find_frames
from transmittal.prose.language import Language, languages
from transmittal.prose.scene import Scene, Sentence

# Military words a text must hold before names that are ordinary words ("Patriot", "Typhoon") count as systems.
MIN_MILITARY_WORDS = 3


def read_prose(document: Document) -> list[Event]:
    """The events a text in sentences reports, in order of first evidence; [] when it reports none."""
    language = languages().get(document.language or "en") or languages()["en"]
    scene = Scene(document)
    if not scene.systems or not scene.parties:
        return []
    if not _is_military(scene, language):
        return []
    told = [(sentence, _drafts(scene, sentence, language)) for sentence in scene.sentences]
    if not any(_shows_procurement(scene, sentence, drafts) for sentence, drafts in told):
        return []
    discourse = Discourse(scene, language)
    for index, (sentence, drafts) in enumerate(told):
        discourse.see(index, drafts, _systems(scene, sentence))
    return build_events(scene, discourse.procurements)


def _is_military(scene: Scene, language: Language) -> bool:
    """Whether the names found are weapons: some name is unmistakable, or the text speaks of armed forces."""
    found = language.military.findall(scene.text)
    if all(s.plain for s in scene.systems):
        return len(found) >= MIN_MILITARY_WORDS
    return bool(found) or any(s.id is not None for s in scene.systems)


def _drafts(scene: Scene, sentence: Sentence, language: Language) -> list[Draft]:
    return [d for frame in find_frames(scene, sentence, language) for d in draft_frame(scene, frame, language)]


def _shows_procurement(scene: Scene, sentence: Sentence, drafts: Sequence[Draft]) -> bool:
    """A strong trigger with a system in its own sentence or, once, in the same paragraph."""
    if not any(d.frame.trigger.strong for d in drafts):
        return False
    block = scene.document.blocks[sentence.block]
    return bool(scene.within(scene.systems, block.start, block.end))


def _systems(scene: Scene, sentence: Sentence) -> list[SystemMention]:
    return scene.within(scene.systems, sentence.start, sentence.end)
