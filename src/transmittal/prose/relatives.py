"""Clauses that say of goods who ordered them: "the first 11 HIMARS that Taiwan bought arrived", "46 of the 75 it ordered", "32 ordered".

What is handed over keeps its count; the order has one only where the text gives it: as the whole of a fraction, or with "the" before it.
"""

import re
from collections.abc import Sequence
from typing import Protocol

import msgspec

from transmittal.mentions.quantities import QuantityMention
from transmittal.mentions.systems import SystemMention
from transmittal.model import Stage
from transmittal.prose.language import Actor, Language, Trigger
from transmittal.prose.scene import Scene, Sentence

# Characters between the count or the name of the goods and the clause that tells who ordered them: "… rocket launchers that".
_MAX_HEAD_GAP = 60
# The same, from such a clause to goods that follow it: "採購的首批38輛M1A2T".
_MAX_COUNT_AHEAD = 8
_HEAD_GAP = re.compile(r"(?:(?!\b(?:is|are|was|were|has|have|had|will|would)\b)[^,;:.]){0,60},?\s*")
_COMMA = re.compile(r",(?! \d{4}\b)|[;:]| -- |—|–")


class _Hit(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def trigger(self) -> Trigger: ...


class Relative(msgspec.Struct, gc=False):
    """start, end: the clause, with a count that only it has. system, quantity: its goods, quantity as ordered.

    is_bare: says neither how many were ordered nor when or for how much, so that it tells of no step.
    """

    start: int
    end: int
    system: SystemMention | None
    quantity: QuantityMention | None
    is_bare: bool


def find_relatives(scene: Scene, sentence: Sentence, hits: Sequence[_Hit], language: Language) -> dict[int, Relative]:
    """The relative clauses of a sentence, by the place of their trigger among its hits."""
    handed_over = any(h.trigger.stage in (Stage.DELIVERY, Stage.SERVICE) for h in hits)
    found: dict[int, Relative] = {}
    for at, hit in enumerate(hits):
        if hit.trigger.stage is not Stage.AGREEMENT or hit.trigger.actor is not Actor.BUYER or hit.trigger.attribute:
            continue
        floor = hits[at - 1].end if at else sentence.start
        following = hits[at + 1].start if at + 1 < len(hits) else None
        end = _end(scene.text, hit, sentence.end if following is None else following, following is not None, language)
        relative = _completion(scene, sentence, hit, end, language) if handed_over else None
        relative = relative or _ahead(scene, floor, hit, language)
        if relative is not None and any(h.trigger.stage is Stage.HALT for h in hits):
            relative.is_bare = True  # what is called off may never have been ordered
        relative = relative or _clause(scene, floor, hit, end, language, handed_over=handed_over)
        if relative is not None:
            found[at] = relative
    return found


def _completion(scene: Scene, sentence: Sentence, hit: _Hit, end: int, language: Language) -> Relative | None:
    """ "The last 28 arrived, completing the order of 108"."""
    if not language.completion.match(scene.text, hit.start, end):
        return None
    system = next(reversed(scene.within(scene.systems, sentence.start, hit.start)), None)
    count = next((q for q in scene.within(scene.quantities, hit.end, end) if not q.ordinal), None)
    return Relative(hit.start, end, system, count, is_bare=count is None and not _dated_or_priced(scene, hit.start, end))


def _ahead(scene: Scene, floor: int, hit: _Hit, language: Language) -> Relative | None:
    """A clause before its goods: "我國向美國採購的66架F-16V戰機"."""
    behind = language.relative_ahead.match(scene.text, hit.end)
    if behind is None:
        return None
    counted = next(iter(scene.counted_within(behind.end(), behind.end() + _MAX_HEAD_GAP)), None)
    if counted is None or counted.start > behind.end() + _MAX_COUNT_AHEAD:
        return None
    cuts = [m.end() for m in language.clause_break.finditer(scene.text, floor, hit.start)]
    count = counted.quantity if counted.quantity is not None and counted.quantity.start == behind.end() else None
    start = max([floor, *cuts])
    return Relative(start, behind.end(), counted.system, count, is_bare=count is None and not _dated_or_priced(scene, start, hit.end))


def _clause(scene: Scene, floor: int, hit: _Hit, end: int, language: Language, *, handed_over: bool) -> Relative | None:
    begin = _begin(scene, floor, hit, language)
    head = _head(scene, floor, begin[0]) if begin is not None else None
    if begin is None or head is None:
        return None
    start, is_own = begin
    system, count = head
    ordered = _ordered(scene.text, count, language)
    if ordered is None and language.relative_stock.fullmatch(scene.text, hit.start, hit.end):
        return None  # "has 75 on order"
    if not handed_over and not is_own:
        return None  # "the 12 jets that Poland ordered": tells the order itself
    if count is not None and (system is None or count.start > system.end):
        start = min(start, _of_before(scene.text, count, language))
    names_buyer = not is_own or bool(scene.within(scene.parties, hit.end, end))
    is_told = names_buyer and _dated_or_priced(scene, start, end)
    return Relative(start, end, system, ordered, is_bare=ordered is None and not is_told)


def _dated_or_priced(scene: Scene, start: int, end: int) -> bool:
    return bool(scene.within(scene.dates, start, end) or scene.within(scene.money, start, end))


def _begin(scene: Scene, floor: int, hit: _Hit, language: Language) -> tuple[int, bool] | None:
    """Where the clause begins, and whether its subject is a pronoun or nobody; None when the trigger is a sentence's own verb."""
    text = scene.text
    if language.relative_object.match(text, hit.end):
        return None  # "… jets Taiwan ordered 12 more": an object of its own
    before = text[floor : hit.start]
    if found := language.relative_own.search(before):
        return floor + found.start(), True
    if found := language.relative_before.search(before):
        return floor + found.start(), False
    if language.relative_passive.fullmatch(text, hit.start, hit.end):
        return hit.start, True
    party = next((p for p in reversed(scene.within(scene.parties, floor, hit.start)) if not text[p.end : hit.start].strip()), None)
    return (party.start, False) if party is not None else None


def _head(scene: Scene, floor: int, start: int) -> tuple[SystemMention | None, QuantityMention | None] | None:
    """The goods right before the clause: their name and the count that goes with it, or a count alone."""
    system = next(reversed(scene.within(scene.systems, floor, start)), None)
    if system is not None and not _joins(scene.text, max(system.end, system.variant_end), start):
        system = None
    counted = next((c.quantity for c in scene.counted_within(floor, start) if system is not None and c.system.start == system.start), None)
    loose = next(reversed(scene.within(scene.quantities, floor, start)), None)
    if loose is not None and not _joins(scene.text, loose.end, start):
        loose = None
    if system is None:
        return (None, loose) if loose is not None else None
    return system, loose if loose is not None and loose.start >= system.end else counted  # "4 F-35A fighters out of 32 ordered"


def _joins(text: str, end: int, start: int) -> bool:
    return start - end <= _MAX_HEAD_GAP and _HEAD_GAP.fullmatch(text, end, start) is not None


def _ordered(text: str, count: QuantityMention | None, language: Language) -> QuantityMention | None:
    if count is None:
        return None
    if count.fraction_of is not None:
        return msgspec.structs.replace(count, value=count.fraction_of, ordinal=False)
    if count.ordinal:
        return None
    before = text[max(0, count.start - 20) : count.start]
    return count if language.relative_whole.search(before) else None


def _of_before(text: str, count: QuantityMention, language: Language) -> int:
    """ "4 fighters out of 32 ordered": the whole is the clause's own. A fraction told in one belongs to both."""
    if count.fraction_of is not None:
        return count.end
    found = language.relative_whole.search(text[max(0, count.start - 20) : count.start])
    return count.start - len(found[0]) if found is not None and found.lastgroup == "part" else count.end


def _end(text: str, hit: _Hit, limit: int, is_followed: bool, language: Language) -> int:
    comma = _COMMA.search(text, hit.end, limit)
    if comma is not None:
        return comma.start()
    auxiliaries = language.relative_end.search(text[hit.end : limit]) if is_followed else None
    return hit.end + auxiliaries.start() if auxiliaries is not None else limit
