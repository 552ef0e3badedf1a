"""Frames: the steps one sentence reports, each with the stretch of the sentence that belongs to it."""

from collections.abc import Sequence
from itertools import pairwise
from typing import TypeVar

import msgspec

from transmittal.model import Modality, Stage
from transmittal.prose.language import Language, Trigger
from transmittal.prose.relatives import Relative, find_relatives
from transmittal.prose.scene import Scene, Sentence, Span

M = TypeVar("M", bound=Span)

# Stages whose step may stretch over several printed periods; for the others the date nearest to the trigger counts.
SPANNING = frozenset({Stage.DELIVERY, Stage.SERVICE})
# Characters before a trigger in which its auxiliaries are looked for: "are scheduled to be formally handed over".
_AUXILIARY_WINDOW = 70
# Characters between a verb that stops and what it stops: "cancelled its order", "dropped a plan to buy".
_OBJECT_GAP = 12


class Frame(msgspec.Struct, gc=False):
    """One trigger in one sentence, with its region: from the cut before it to the cut after it.

    hole: a relative clause inside the region: its dates, prices and goods are not this step's.
    relative: this step is told in such a clause.
    strong: it, or a trigger joined to it, shows by itself that the text is about procurement.
    """

    trigger: Trigger
    stage: Stage
    modality: Modality
    sentence: Sentence
    trigger_start: int
    trigger_end: int
    start: int
    end: int
    strong: bool
    hole: tuple[int, int] | None = None
    relative: Relative | None = None

    def own(self, mentions: Sequence[M]) -> list[M]:
        """Those of the mentions that do not stand in the hole."""
        if self.hole is None:
            return list(mentions)
        start, end = self.hole
        return [m for m in mentions if not start <= m.start < end]


class _Hit(msgspec.Struct, gc=False):
    start: int
    end: int
    trigger: Trigger


def find_frames(scene: Scene, sentence: Sentence, language: Language) -> list[Frame]:
    """The frames of one sentence, in order. Headings and sentences that report nothing give none."""
    text = scene.text
    if sentence.heading or (language.no_event.search(text[sentence.start : sentence.end])):
        return []
    hits = _without_running(scene, sentence, _hits(scene, sentence, language), language)
    if not hits:
        return []
    cuts = _cuts(scene, sentence, hits, language)
    names_system = bool(scene.within(scene.systems, sentence.start, sentence.end))
    hits = [hit for hit, (start, end) in zip(hits, cuts, strict=True) if _holds(hit.trigger, text[start:end], names_system)]
    if not hits:
        return []
    relatives = find_relatives(scene, sentence, hits, language)
    main = [hit for at, hit in enumerate(hits) if at not in relatives]
    frames: list[Frame] = []
    for hit, (start, end) in zip(main, _cuts(scene, sentence, main, language) if main else [], strict=True):
        hole = next(((r.start, r.end) for r in relatives.values() if start <= r.start and r.end <= end), None)
        frame = _frame(scene, sentence, hit, (start, end), language)
        if frame is None:
            continue
        frame.hole = hole
        frame.strong = frame.strong or hole is not None
        if frames and _is_one(frames[-1], frame):
            frames[-1] = _joined(frames[-1], frame)
        else:
            frames.append(frame)
    for at, relative in relatives.items():
        told = _frame(scene, sentence, hits[at], (relative.start, relative.end), language) if not relative.is_bare else None
        if told is not None:
            told.relative = relative
            frames.append(told)
    return frames


def _frame(scene: Scene, sentence: Sentence, hit: _Hit, region: tuple[int, int], language: Language) -> Frame | None:
    """The frame of one trigger; None for a purpose, and for what is foreseen and nothing more."""
    start, end = region
    if language.purpose.search(scene.text[max(start - 12, sentence.start) : hit.start]):
        return None
    modality = (
        hit.trigger.modality
        or (Modality.HAPPENED if hit.trigger.attribute else None)
        or find_modality(scene.text, start, hit.start, hit.end, end, language)
    )
    if hit.trigger.foreseen and modality is Modality.HAPPENED:
        return None  # "negotiations over the contract begin": nothing is signed, nothing expected
    return Frame(hit.trigger, hit.trigger.stage, modality, sentence, hit.start, hit.end, start, end, hit.trigger.strong)


def _is_one(left: Frame, right: Frame) -> bool:
    """Two triggers of one clause for one step: "a contract … is expected to be signed", "deliveries … could slip"."""
    if (left.start, left.end) != (right.start, right.end):
        return False
    if left.trigger.attribute or right.trigger.attribute:
        return True
    if _governs(left, right):
        return True
    if left.stage is Stage.HALT and right.trigger_start - left.trigger_end <= _OBJECT_GAP:
        return right.stage in (Stage.PLAN, Stage.AGREEMENT)  # "shelved plans to buy": the plan is what is stopped
    return left.stage is right.stage or right.stage in (Stage.CHANGE, Stage.HALT)


def _governs(left: Frame, right: Frame) -> bool:
    """A verb that alters or stops right before the delivery it alters, where no blank parts words: 延後交付."""
    return left.stage in (Stage.CHANGE, Stage.HALT) and right.stage is Stage.DELIVERY and left.trigger_end == right.trigger_start


def _joined(left: Frame, right: Frame) -> Frame:
    """The later trigger tells the step when it alters or stops what the first names; else the firmer words of either count."""
    later_tells = right.stage is not left.stage and not right.trigger.attribute and left.stage is not Stage.HALT
    base = right if (later_tells and not _governs(left, right)) or left.trigger.attribute else left
    modality = base.modality
    if right.stage is left.stage and modality is Modality.HAPPENED:
        modality = left.modality if base is right else right.modality
    return Frame(
        # Whoever was to deliver puts off the delivery.
        msgspec.structs.replace(base.trigger, actor=right.trigger.actor) if _governs(left, right) else base.trigger,
        base.stage,
        modality,
        base.sentence,
        left.trigger_start,
        right.trigger_end,
        left.start,
        left.end,
        left.strong or right.strong,
        left.hole or right.hole,
    )


def _holds(trigger: Trigger, clause: str, names_system: bool) -> bool:
    if trigger.needs is not None and not trigger.needs.search(clause) and not (trigger.system_serves and names_system):
        return False
    return trigger.unless is None or not trigger.unless.search(clause)


def _hits(scene: Scene, sentence: Sentence, language: Language) -> list[_Hit]:
    """Triggers in text order; of overlapping ones the first in the language's order stays, unless a later one is longer by half."""
    text = scene.text
    named = [(s.start, max(s.end, s.variant_end)) for s in scene.within(scene.systems, sentence.start, sentence.end)]
    named += [(v.start, v.end) for v in scene.within(scene.variants, sentence.start, sentence.end)]
    found: list[tuple[int, int, int, Trigger]] = []
    for rank, trigger in enumerate(language.triggers):
        for m in trigger.pattern.finditer(text, sentence.start, sentence.end):
            if m.end() == m.start() or any(a < m.end() and m.start() < b for a, b in named):
                continue  # the "Block" of "Block IV" stops nothing
            if not _holds(trigger, text[sentence.start : sentence.end], bool(named)):
                break
            found.append((m.start(), m.end(), rank, trigger))
    found.sort(key=lambda f: (f[0], f[2]))
    hits: list[_Hit] = []
    for start, end, _, trigger in found:
        if hits and start < hits[-1].end:
            if hits[-1].trigger.attribute and not trigger.attribute:
                hits[-1] = _Hit(start, end, trigger)
            elif end - start > 1.5 * (hits[-1].end - hits[-1].start):
                hits[-1] = _Hit(min(start, hits[-1].start), max(end, hits[-1].end), trigger)
            continue
        hits.append(_Hit(start, end, trigger))
    return hits


def _without_running(scene: Scene, sentence: Sentence, hits: list[_Hit], language: Language) -> list[_Hit]:
    """ "…, bringing to 80 the number of tanks delivered": the sum is no step of its own, where another is told before it."""
    running = language.running_clause.search(scene.text, sentence.start, sentence.end) if len(hits) > 1 else None
    if running is None or hits[0].start >= running.start():
        return hits
    comma = scene.text.find(",", running.start(), running.end())
    end = running.end() if comma < 0 else comma
    return [hit for hit in hits if not running.start() <= hit.start < end]


def _cuts(scene: Scene, sentence: Sentence, hits: list[_Hit], language: Language) -> list[tuple[int, int]]:
    """The region of each trigger, cut at a subordinate clause, else at the last "and" or comma; triggers of one clause share it."""
    bounds: list[int | None] = []
    for left, right in pairwise(hits):
        found = language.subordinate.search(scene.text, left.end, right.start)
        if found is None:
            found = next(reversed(list(language.clause_break.finditer(scene.text, left.end, right.start))), None)
        bounds.append(found.start() if found is not None else None)
    regions, start, group = [], sentence.start, 0
    for bound in [*bounds, sentence.end]:
        group += 1
        if bound is not None:
            regions += [(start, bound)] * group
            start, group = bound, 0
    return [_own_clause(scene.text, hit, region, language) for hit, region in zip(hits, regions, strict=True)]


def _own_clause(text: str, hit: _Hit, region: tuple[int, int], language: Language) -> tuple[int, int]:
    """A semicolon ends a matter on either side; so does "and will …" behind the trigger."""
    start, end = region
    before, after = text.rfind(";", start, hit.start), text.find(";", hit.end, end)
    start, end = (start if before < 0 else before + 1, end if after < 0 else after)
    other = language.coordinate.search(text, hit.end, end)
    return start, end if other is None else other.start()


def is_not_before(text: str, start: int, trigger_start: int, trigger_end: int, end: int, language: Language) -> bool:
    """ "will not come before 2032": said of when, not of whether."""
    behind = language.negation.search(text, trigger_start, min(end, trigger_end + _AUXILIARY_WINDOW))
    if behind is not None:
        return language.not_before.match(text, behind.end(), end) is not None
    if not language.not_before.match(text, trigger_end, end):
        return False
    return language.negation.search(text, max(start, trigger_start - _AUXILIARY_WINDOW), trigger_start) is not None


def find_modality(text: str, start: int, trigger_start: int, trigger_end: int, end: int, language: Language) -> Modality:
    """How firmly a step is reported, from the words around its trigger."""
    window = text[max(start, trigger_start - _AUXILIARY_WINDOW) : trigger_start]
    stop = language.subordinate.search(text, trigger_end, end)
    after = text[trigger_end : stop.start() if stop is not None else end]
    if is_not_before(text, start, trigger_start, trigger_end, end, language):
        window, after = language.negation.sub("", window), language.negation.sub("", after)
    if language.settled_before.search(window):
        return Modality.HAPPENED
    trigger = text[trigger_start:trigger_end]
    for words in (window, trigger, window + trigger[: trigger.rfind(" ") + 1]):
        for modality, pattern in language.modality_before:
            if pattern.search(words):
                return modality
    if language.finite_past.search(trigger):
        return Modality.HAPPENED  # "shelved plans … and will choose": what follows is another verb's
    for modality, pattern in language.modality_after:
        if pattern.search(after):
            return modality
    return Modality.HAPPENED
