"""What one step buys or hands over: the systems, versions and counts of its stretch of the sentence."""

import re
from functools import lru_cache
from itertools import pairwise

import msgspec

from transmittal import catalogue
from transmittal.mentions.items import CountedSystem
from transmittal.mentions.quantities import QuantityMention
from transmittal.mentions.systems import SystemMention, VariantMention
from transmittal.model import Bound, Stage
from transmittal.prose.frames import SPANNING, Frame
from transmittal.prose.language import Actor, Language
from transmittal.prose.scene import Scene

# Units of people and places: what is counted in them is not bought.
_ORGANISATIONAL = frozenset(
    {"brigade", "regiment", "battalion", "company", "division", "person", "people", "soldier", "sailor", "site", "base"}
)
# Kinds of the catalogue that a noun of the text, by the kind it is filed under, may mean.
_KINDS = {
    "missile": {"missile", "munition", "air-defence", "naval-weapon"},
    "munition": {"missile", "munition", "naval-weapon"},
    "aircraft": {"aircraft", "drone"},
    "helicopter": {"helicopter"},
    "drone": {"drone", "munition"},
    "vehicle": {"vehicle", "artillery", "air-defence"},
    "artillery": {"artillery"},
    "launcher": {"artillery", "air-defence", "missile", "vehicle", "other", "naval-weapon"},
    "ship": {"ship", "submarine"},
    "submarine": {"submarine"},
    "radar": {"radar", "sensor", "air-defence"},
    "engine": {"engine"},
    "air-defence": {"air-defence", "aircraft", "missile", "artillery", "radar"},
}


class DraftItem(msgspec.Struct, gc=False):
    """What is bought, as far as this frame says. system None: the thing in focus ("400 of them")."""

    system: SystemMention | None
    variant: VariantMention | None = None
    quantity: QuantityMention | None = None

    @property
    def start(self) -> int:
        told = (self.variant, self.quantity) if self.variant is not None else (self.system, self.quantity)
        return min(m.start for m in told if m is not None)


def find_items(scene: Scene, frame: Frame, language: Language) -> list[DraftItem]:
    """What the frame buys or hands over. What it is taken instead of, and what will carry it, is left out."""
    if frame.relative is not None:
        head = frame.relative
        return [DraftItem(head.system, None, head.quantity)] if head.quantity is not None or head.system is not None else []
    items = _all_items(scene, frame, language, _carrier_end(scene, frame, language))
    given_up = language.instead.search(scene.text, frame.start, frame.end)
    kept = [i for i in items if given_up is None or i.start < given_up.start()] or items
    in_place_of = language.replaced_by.search(scene.text, frame.start, frame.end)
    if in_place_of is not None:
        kept = [i for i in items if i.start >= in_place_of.end()] or kept
    if len(kept) == 1 and frame.stage in SPANNING and kept[0].system is not None and kept[0].quantity is None:
        first = _one(scene, frame, frame.start, language)
        kept[0].quantity = first if first is not None and first.end == kept[0].system.start else None  # "首架F-16V"
    if not kept and frame.stage in SPANNING:
        one = _one(scene, frame, frame.start, language)
        kept = [DraftItem(None, None, one)] if one is not None else []
    return kept


def _one(scene: Scene, frame: Frame, start: int, language: Language) -> QuantityMention | None:
    """One unit told without a number: "the last of them"."""
    found = language.last_one.search(scene.text, start, frame.end)
    if found is None:
        return None
    return QuantityMention(start=found.start(), end=found.end(), value=1, bound=Bound.EXACT, unit=None, ordinal=True)


def _carrier_end(scene: Scene, frame: Frame, language: Language) -> int | None:
    """Where the things begin that a carrier brought: behind "landed with the first"."""
    if frame.trigger.actor is not Actor.ITEM:
        return None
    m = language.carrying.search(scene.text, frame.trigger_end, frame.end)
    return m.end() if m is not None and scene.within(scene.systems, m.end(), frame.end) else None


def _first_stop(text: str, frame: Frame, language: Language) -> int:
    """What follows a semicolon is another matter; "29 that it ordered to take over from its Tigers" are no Tigers."""
    stop = text.find(";", frame.trigger_end, frame.end)
    stop = frame.end if stop < 0 else stop
    succession = language.succeeded.search(text, frame.trigger_end, stop) if frame.stage is not Stage.CHANGE else None
    return stop if succession is None else succession.start()


def _all_items(scene: Scene, frame: Frame, language: Language, carried_from: int | None) -> list[DraftItem]:
    start, end = frame.start if carried_from is None else carried_from, _first_stop(scene.text, frame, language)
    counted = frame.own(scene.counted_within(start, end))
    objects = [c for c in counted if not c.in_service and not carries(scene.text, c, language)] or [
        c for c in counted if not carries(scene.text, c, language)
    ][:1]
    # "the first Typhoon" counts one where things are handed over, not where they are ordered.
    counts_ordinals = frame.stage in SPANNING
    items = [DraftItem(c.system, None, _count_of(scene.text, c.quantity, language, is_handed_over=counts_ordinals)) for c in objects]
    taken = {c.quantity.start for c in counted if c.quantity is not None}
    loose = [
        q for q in frame.own(scene.within(scene.quantities, start, end)) if q.start not in taken and counts_goods(scene.text, q, language)
    ]
    for variant in frame.own(scene.within(scene.variants, frame.start, frame.end)):
        bound = next((q for q in loose if counts_variant(scene.text, q, variant, language)), None)
        if bound is not None:
            loose.remove(bound)
        items.append(DraftItem(_system_of(scene, variant), variant, bound))
    if not items:
        told = loose if counts_ordinals else [o for q in loose if (o := _ordered(q)) is not None]
        items = [DraftItem(None, None, q) for q in told if not q.ordinal or (counts_ordinals and len(told) == 1)]
        if not items and counts_ordinals:
            items = _ordinals_together(scene.text, loose, language)
    else:
        items += [DraftItem(None, None, q) for q in loose if q.unit == "system" and not q.ordinal]
        _count_apart(items, loose, language)
        if counts_ordinals:
            _count_of_whole(scene, frame, items, loose, language)
    items.sort(key=lambda i: i.start)
    return items


def _count_apart(items: list[DraftItem], loose: list[QuantityMention], language: Language) -> None:
    """The only count of a clause belongs to its only system when its noun fits: "of the MQ-9B … expects two aircraft"."""
    counts = [q for q in loose if not q.ordinal and language.units.get(q.unit or "")]
    if len(items) != 1 or len(counts) != 1 or items[0].quantity is not None or items[0].system is None:
        return
    if items[0].system.kind is not None and compatible_kind(language.units[counts[0].unit or ""], items[0].system):
        items[0].quantity = counts[0]


def _count_of_whole(scene: Scene, frame: Frame, items: list[DraftItem], loose: list[QuantityMention], language: Language) -> None:
    """ "Of the 66 jets, ten have been delivered": ten; "採購的66架…，首架已交機": one. Without a count, "of" says only: some."""
    only = items[0].system
    whole = next(
        (c.quantity for c in scene.counted_within(frame.start, frame.end) if only is not None and c.system.start == only.start), None
    )
    opening = (
        language.whole_first.fullmatch(scene.text, frame.sentence.start, whole.start) if len(items) == 1 and whole is not None else None
    )
    if whole is None or opening is None:
        return
    behind = [q for q in loose if q.start > whole.end and not q.ordinal]
    one = _one(scene, frame, whole.end, language)
    if len(behind) == 1 or one is not None or opening.lastgroup == "some":
        items[0].quantity = behind[0] if len(behind) == 1 else one


def _count_of(text: str, quantity: QuantityMention | None, language: Language, *, is_handed_over: bool) -> QuantityMention | None:
    if quantity is not None and _is_running(text, quantity, language):
        return None
    return _handed_over(text, quantity, language) if is_handed_over else _ordered(quantity)


def _handed_over(text: str, quantity: QuantityMention | None, language: Language) -> QuantityMention | None:
    """How many are handed over where all are counted: one of "the last of the 12 Rafale fighters", none said of "the rest of the 12"."""
    if quantity is None:
        return None
    before = text[max(0, quantity.start - 30) : quantity.start]
    one = language.one_of_before.search(before)
    if one is not None:
        return msgspec.structs.replace(quantity, start=quantity.start - len(before) + one.start(), value=1, bound=Bound.EXACT, ordinal=True)
    return None if language.part_of_before.search(before) else quantity


def _ordered(quantity: QuantityMention | None) -> QuantityMention | None:
    """How many are ordered where one of them is handed over: "the first of two frigates that the navy ordered"."""
    if quantity is None or not quantity.ordinal:
        return quantity
    return msgspec.structs.replace(quantity, value=quantity.fraction_of, ordinal=False) if quantity.fraction_of is not None else None


def counts_goods(text: str, quantity: QuantityMention, language: Language) -> bool:
    """The count may be of the thing in focus: of a unit of the trade, or of nothing named ("133 of these"), not of chairs."""
    before = text[max(0, quantity.start - 30) : quantity.start]
    if language.part_of_before.search(before) or language.option_before.search(before) or _is_running(text, quantity, language):
        return False
    if quantity.unit is not None:
        return quantity.unit not in _ORGANISATIONAL
    return language.other_noun_after.match(text, quantity.end) is None


def _is_running(text: str, quantity: QuantityMention, language: Language) -> bool:
    """How many came so far: "bringing the total to 80"."""
    return _stands_before(language.running_total, text[max(0, quantity.start - 110) : quantity.start])


@lru_cache(maxsize=1024)
def _stands_before(pattern: re.Pattern[str], before: str) -> bool:
    """Asked of one count by each step of its sentence."""
    return pattern.search(before) is not None


def _ordinals_together(text: str, loose: list[QuantityMention], language: Language) -> list[DraftItem]:
    """ "The second and third ships": two."""
    if len(loose) < 2 or any(language.ordinals_joint.fullmatch(text[a.end : b.start]) is None for a, b in pairwise(loose)):
        return []
    first, last = loose[0], loose[-1]
    return [
        DraftItem(
            None, None, QuantityMention(start=first.start, end=last.end, value=len(loose), bound=Bound.EXACT, unit=last.unit, ordinal=True)
        )
    ]


def _system_of(scene: Scene, variant: VariantMention) -> SystemMention | None:
    """The system named last before a bare version; one whose catalogue entry lists that version comes first."""
    before = scene.named_before(variant.start)
    listed = [s for s in before if s.id is not None and any(v.name == variant.name for v in catalogue.system(s.id).variants)]
    return (listed or before)[-1] if before else None


def carries(text: str, counted: CountedSystem, language: Language) -> bool:
    """The system is the platform that will carry the thing: "under its F-35A fighters", "for the Hobart class"."""
    before = text[max(0, counted.start - 30) : counted.start]
    return counted.quantity is None and language.carrier_before.search(before) is not None


def counts_variant(text: str, quantity: QuantityMention, variant: VariantMention, language: Language) -> bool:
    """ "200 Block IV", "116 tanks in the K2GF version", "up to 200 missiles of the Block IV type"."""
    if not 0 <= variant.start - quantity.end <= 40:
        return False
    return language.variant_apart.search(text[quantity.end : variant.start]) is None


def by_system(items: list[DraftItem]) -> list[list[DraftItem]]:
    groups: dict[str, list[DraftItem]] = {}
    for item in items:
        if item.system is not None:
            groups.setdefault(item.system.id or item.system.designation, []).append(item)
    return list(groups.values())


def regions_of(frame: Frame, groups: list[list[DraftItem]]) -> list[tuple[int, int]]:
    starts = [frame.start] + [min(i.start for i in g) for g in groups[1:]]
    return list(zip(starts, [*starts[1:], frame.end], strict=True))


def ordered_apart(text: str, group: list[DraftItem], language: Language) -> bool:
    """ "for 80 Rafale fighters … and for 12 Caracal helicopters": two orders in one breath."""
    at = min(i.start for i in group)
    return language.ordered_before.search(text[max(0, at - 25) : at]) is not None and all(i.quantity is not None for i in group)


def compatible_kind(kind: str, system: SystemMention) -> bool:
    """Whether a noun for `kind` can stand for this system; a tank is an armoured vehicle of the register's first category."""
    if kind == "vehicle" and system.id is not None and system.kind == "artillery":
        return False
    return system.kind in _KINDS.get(kind, {kind})
