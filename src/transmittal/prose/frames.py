"""Frames: the steps one sentence reports, each with the stretch of the sentence that belongs to it."""

import re

import msgspec

from transmittal.model import Modality, Stage
from transmittal.prose.language import Language, Trigger
from transmittal.prose.scene import Scene, Sentence

# Characters before a trigger in which its auxiliaries are looked for: "are scheduled to be formally handed over".
_AUXILIARY_WINDOW = 70


class Frame(msgspec.Struct, gc=False):
    """One trigger in one sentence, with its region: from the cut before it to the cut after it."""

    trigger: Trigger
    stage: Stage
    modality: Modality
    sentence: Sentence
    trigger_start: int
    trigger_end: int
    start: int
    end: int


class _Hit(msgspec.Struct, gc=False):
    start: int
    end: int
    trigger: Trigger


def find_frames(scene: Scene, sentence: Sentence, language: Language) -> list[Frame]:
    """The frames of one sentence, in order. Headings and sentences that report nothing give none."""
    text = scene.text
    if sentence.heading or (language.no_event and language.no_event.search(text, sentence.start, sentence.end)):
        return []
    hits = _hits(text, sentence, language)
    if not hits:
        return []
    frames = []
    cuts = _cuts(scene, sentence, hits, language)
    for hit, (start, end) in zip(hits, cuts, strict=True):
        clause = text[start:end]
        if not _holds(hit.trigger, clause):
            continue
        modality = hit.trigger.modality or find_modality(text, start, hit.start, hit.end, end, language)
        frames.append(Frame(hit.trigger, hit.trigger.stage, modality, sentence, hit.start, hit.end, start, end))
    return frames


def _holds(trigger: Trigger, clause: str) -> bool:
    if trigger.needs is not None and not trigger.needs.search(clause):
        return False
    return trigger.unless is None or not trigger.unless.search(clause)


def _hits(text: str, sentence: Sentence, language: Language) -> list[_Hit]:
    """Triggers in text order; of overlapping ones the first in the language's order stays, unless a later one is longer by half."""
    found: list[tuple[int, int, int, Trigger]] = []
    for rank, trigger in enumerate(language.triggers):
        for m in trigger.pattern.finditer(text, sentence.start, sentence.end):
            if m.end() == m.start():
                continue
            if not _holds(trigger, text[sentence.start : sentence.end]):
                break
            found.append((m.start(), m.end(), rank, trigger))
    found.sort(key=lambda f: (f[0], f[2]))
    hits: list[_Hit] = []
    for start, end, _, trigger in found:
        if hits and start < hits[-1].end:
            if end - start > 1.5 * (hits[-1].end - hits[-1].start):
                hits[-1] = _Hit(min(start, hits[-1].start), max(end, hits[-1].end), trigger)
            continue
        hits.append(_Hit(start, end, trigger))
    return hits


def _cuts(scene: Scene, sentence: Sentence, hits: list[_Hit], language: Language) -> list[tuple[int, int]]:
    """The region of each trigger: cut at the last clause break before the next trigger whose own words follow it."""
    bounds = [sentence.start]
    for left, right in zip(hits, hits[1:], strict=False):
        breaks = [m for m in language.clause_break.finditer(scene.text, left.end, right.start)]
        strong = [m for m in breaks if m[0].strip(" ") != ","]
        chosen = (strong or breaks)[-1].start() if breaks else right.start
        bounds.append(chosen)
    bounds.append(sentence.end)
    return [(a, b) for a, b in zip(bounds, bounds[1:], strict=False)]


def find_modality(text: str, start: int, trigger_start: int, trigger_end: int, end: int, language: Language) -> Modality:
    """How firmly a step is reported, from the words around its trigger."""
    window = text[max(start, trigger_start - _AUXILIARY_WINDOW) : trigger_start] + _inner(text, trigger_start, trigger_end)
    for modality, pattern in language.modality_before:
        if pattern.search(window):
            return modality
    after = text[trigger_end:end]
    for modality, pattern in language.modality_after:
        if pattern.search(after):
            return modality
    return Modality.HAPPENED


_FIRST_WORD = re.compile(r"\S*")


def _inner(text: str, start: int, end: int) -> str:
    """A trigger that itself holds its auxiliary ("is expected by") speaks before its last word."""
    words = text[start:end]
    return words[: words.rfind(" ") + 1]
