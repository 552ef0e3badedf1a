"""Drafts: one frame with what its stretch of the sentence says of items, money, time, speaker, firms and parties."""

import re
from datetime import timedelta
from itertools import pairwise

import msgspec

from transmittal import catalogue
from transmittal.catalogue import Form, Name
from transmittal.mentions.dates import DateMention
from transmittal.mentions.items import CountedSystem
from transmittal.mentions.money import MoneyMention
from transmittal.mentions.quantities import QuantityMention
from transmittal.mentions.speakers import SpeakerMention
from transmittal.mentions.systems import SystemMention, VariantMention
from transmittal.model import Bound, Modality, Stage
from transmittal.prose.frames import Frame, is_not_before
from transmittal.prose.goods import compatible_kind
from transmittal.prose.language import Actor, Language
from transmittal.prose.roles import Roles, find_roles, origins_of
from transmittal.prose.scene import Scene, overlaps

# Stages whose step may stretch over several printed periods; for the others the date nearest to the trigger counts.
_SPANNING = frozenset({Stage.DELIVERY, Stage.SERVICE})
_SUBORDINATE = re.compile(
    r",? (?:since|because|as part|although|though|while|whereas|who|where|so that|given that|in time)\b|, which\b"
    r"|\b(?:that |which )?(?:it|they|he|she) (?:had |has |have )?(?:ordered|bought|purchased|acquired)\b"
)
_OPTION = re.compile(r"\boptions? (?:on|for|to (?:buy|order)) (?:up to )?$")
_ONE_OF = re.compile(r"\b(?:first|second|third|fourth|fifth|last|final|one) of (?:the|its|their|these|those) $")
_YEARLY = re.compile(r"\s+(?:a|per|each|every) (?:year|month)|\s+annually|\s+yearly")
# "the rest of the 400", "two of the four": the whole is not what is meant.
_PART_OF = re.compile(r"\b\w+ of (?:the|its|their|these|those) $")
_OTHER_NOUN = re.compile(
    r"\s+(?!(?:of|more|further|other|others|are|were|was|is|have|had|has|will|would|\w+ed|by|in|for|to|from|and|or|at|on|as|that|which|remaining|additional|new|used|second)\b)[a-z]{3,}"
)
_TIMED = _SPANNING | {Stage.AGREEMENT}
_PRICED = frozenset({Stage.AGREEMENT, Stage.AWARD, Stage.APPROVAL})
_ORGANISATIONAL = frozenset(
    {"brigade", "regiment", "battalion", "company", "division", "person", "people", "soldier", "sailor", "site", "base"}
)


class DraftItem(msgspec.Struct, gc=False):
    """What is bought, as far as this frame says. system None: the thing in focus ("400 of them")."""

    system: SystemMention | None
    variant: VariantMention | None = None
    quantity: QuantityMention | None = None

    @property
    def start(self) -> int:
        told = (self.variant, self.quantity) if self.variant is not None else (self.system, self.quantity)
        return min(m.start for m in told if m is not None)


class Draft(msgspec.Struct, gc=False):
    """One step as one frame tells it."""

    frame: Frame
    stage: Stage
    modality: Modality
    items: list[DraftItem]
    roles: Roles
    value: MoneyMention | None = None
    dates: list[DateMention] = []
    speaker: SpeakerMention | None = None
    makers: list[Name] = []
    as_many: bool = False
    thing: SystemMention | None = None  # what items without a name are, once filed

    @property
    def named(self) -> list[DraftItem]:
        return [i for i in self.items if i.system is not None]


def draft_frame(scene: Scene, frame: Frame, language: Language) -> list[Draft]:
    """The drafts of one frame: one, or one per system when each has its own price."""
    items = _items(scene, frame, language)
    prices = _prices(scene, frame, (frame.start, frame.end), language)
    groups = _by_system(items)
    if len(groups) > 1 and (len(prices) >= len(groups) or all(_ordered_apart(scene.text, g) for g in groups)):
        return [_build(scene, frame, language, g, region) for g, region in zip(groups, _regions(frame, groups), strict=True)]
    return [_build(scene, frame, language, items, (frame.start, frame.end))]


def share_prices(drafts: list[Draft]) -> None:
    """An amount belongs to one step of its sentence: to a contract before a plan, then to the nearest; never to a delivery."""
    for draft in drafts:
        if draft.stage in _SPANNING:
            draft.value = None
    claims: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.value is not None:
            claims.setdefault(draft.value.start, []).append(draft)
    for start, rivals in claims.items():
        owner = min(rivals, key=lambda d: (d.stage not in _PRICED, abs(d.frame.trigger_end - start)))
        for rival in rivals:
            if rival is not owner:
                rival.value = None


def _ordered_apart(text: str, group: list[DraftItem]) -> bool:
    """ "for 80 Rafale fighters … and for 12 Caracal helicopters": two orders in one breath."""
    at = min(i.start for i in group)
    return re.search(r"\bfor (?:the |another |a further )?$", text[max(0, at - 25) : at]) is not None and all(
        i.quantity is not None for i in group
    )


def _build(scene: Scene, frame: Frame, language: Language, items: list[DraftItem], region: tuple[int, int]) -> Draft:
    start, end = region
    named = [i.system for i in items if i.system is not None]
    origins = origins_of([s.id for s in named or _told_last(scene, frame)])
    roles = find_roles(scene, frame, language, origins)
    prices = _prices(scene, frame, region, language)
    stage, modality = settle_stage(
        frame,
        roles,
        origins,
        is_purchase=_is_purchase(scene.text, frame, language),
        is_own_body=language.own_body is not None
        and language.own_body.search(scene.text, max(frame.start, frame.trigger_start - 30), frame.trigger_end) is not None,
        is_announced=_is_announced(scene.text, frame, language),
    )
    speaker = find_speaker(scene, frame, stage)
    dates = _dates(scene, frame, stage, speaker, language)
    if modality is Modality.HAPPENED and stage in _TIMED and _is_ahead(scene, dates):
        modality = Modality.SCHEDULED
    return Draft(
        frame=frame,
        stage=stage,
        modality=modality,
        items=items,
        roles=roles,
        value=min(prices, key=lambda m: abs(m.start - frame.trigger_end), default=None),
        dates=dates,
        speaker=speaker,
        makers=[m for m in scene.within(scene.makers, start, end) if not _is_speaker(scene, m) and not _is_system(scene, m)],
        as_many=bool(language.as_many and language.as_many.search(scene.text, start, end)),
    )


def _is_ahead(scene: Scene, dates: list[DateMention]) -> bool:
    """Told in the present tense, meant for later: "deliveries begin in 2027" in a text of 2024."""
    published = scene.document.published
    return published is not None and bool(dates) and dates[0].first is not None and dates[0].first > published


def _is_purchase(text: str, frame: Frame, language: Language) -> bool:
    """What was consented to is a purchase, the buyer's word, not a sale or an export."""
    start = frame.start if language.object_first else frame.trigger_start
    around = text[start : min(frame.end, frame.trigger_end + 60)]
    return language.purchase is not None and language.purchase.search(around) is not None


def _told_last(scene: Scene, frame: Frame) -> list[SystemMention]:
    """The system a frame without one speaks of: the last named before it."""
    return scene.named_before(frame.end)[-1:]


def _is_announced(text: str, frame: Frame, language: Language) -> bool:
    """A change told as decided in reported speech: "told Bern that deliveries would be delayed"."""
    return (
        language.announced is not None
        and language.announced.search(text, max(frame.start, frame.trigger_start - 40), frame.trigger_end) is not None
    )


def settle_stage(
    frame: Frame, roles: Roles, origins: tuple[str, ...], *, is_purchase: bool, is_own_body: bool, is_announced: bool
) -> tuple[Stage, Modality]:
    """Consent of the buyer's own side is a plan; a plan or a change of terms that was told has happened."""
    stage, modality = frame.stage, frame.modality
    if stage is Stage.CHANGE and (modality is Modality.SCHEDULED or is_announced):
        modality = Modality.HAPPENED
    if stage is Stage.APPROVAL:
        decider = roles.decider
        if decider is None:
            own_side = is_purchase or is_own_body
        else:
            own_side = decider.id != next(iter(origins), None) and (
                is_purchase or (decider.id not in origins and roles.buyer is not None and roles.buyer.id == decider.id)
            )
        if own_side:
            stage = Stage.PLAN
    if stage is Stage.PLAN and modality in (Modality.EXPECTED, Modality.SCHEDULED) and frame.trigger.name != "consent":
        modality = Modality.HAPPENED
    return stage, modality


def _items(scene: Scene, frame: Frame, language: Language) -> list[DraftItem]:
    """What the frame buys or hands over. What it is taken instead of, and what will carry it, is left out."""
    items = _all_items(scene, frame, language, _carrier_end(scene, frame, language))
    given_up = language.instead.search(scene.text, frame.start, frame.end) if language.instead is not None else None
    kept = [i for i in items if given_up is None or i.start < given_up.start()] or items
    in_place_of = language.replaced_by.search(scene.text, frame.start, frame.end) if language.replaced_by is not None else None
    if in_place_of is not None:
        kept = [i for i in items if i.start >= in_place_of.end()] or kept
    if not kept and frame.stage in _SPANNING and language.last_one is not None:
        one = language.last_one.search(scene.text, frame.start, frame.end)
        if one is not None:
            kept = [
                DraftItem(
                    None, None, QuantityMention(start=one.start(), end=one.end(), value=1, bound=Bound.EXACT, unit=None, ordinal=True)
                )
            ]
    return kept


def _carrier_end(scene: Scene, frame: Frame, language: Language) -> int | None:
    """Where the things begin that a carrier brought: behind "landed with the first"."""
    if language.carrying is None or frame.trigger.actor is not Actor.ITEM:
        return None
    m = language.carrying.search(scene.text, frame.trigger_end, frame.end)
    return m.end() if m is not None and scene.within(scene.systems, m.end(), frame.end) else None


def _first_stop(text: str, frame: Frame) -> int:
    """What follows a semicolon is another matter."""
    stop = text.find(";", frame.trigger_end, frame.end)
    return frame.end if stop < 0 else stop


def _all_items(scene: Scene, frame: Frame, language: Language, carried_from: int | None) -> list[DraftItem]:
    start, end = frame.start if carried_from is None else carried_from, _first_stop(scene.text, frame)
    counted = scene.counted_within(start, end)
    objects = [c for c in counted if not c.in_service and not carries(scene.text, c)] or [c for c in counted if not carries(scene.text, c)][
        :1
    ]
    # "the first Typhoon" counts one where things are handed over, not where they are ordered.
    counts_ordinals = frame.stage in _SPANNING
    items = [DraftItem(c.system, None, _handed_over(scene.text, c.quantity) if counts_ordinals else _ordered(c.quantity)) for c in objects]
    taken = {c.quantity.start for c in counted if c.quantity is not None}
    loose = [q for q in scene.within(scene.quantities, start, end) if q.start not in taken and counts_goods(scene.text, q)]
    for variant in scene.within(scene.variants, frame.start, frame.end):
        bound = next((q for q in loose if counts_variant(scene.text, q, variant)), None)
        if bound is not None:
            loose.remove(bound)
        items.append(DraftItem(_system_of(scene, variant), variant, bound))
    if not items:
        items = [DraftItem(None, None, q) for q in loose if not q.ordinal or (counts_ordinals and len(loose) == 1)]
        if not items and counts_ordinals:
            items = _ordinals_together(scene.text, loose)
    else:
        items += [DraftItem(None, None, q) for q in loose if q.unit == "system" and not q.ordinal]
        _count_apart(items, loose, language)
    items.sort(key=lambda i: i.start)
    return items


def _count_apart(items: list[DraftItem], loose: list[QuantityMention], language: Language) -> None:
    """The only count of a clause belongs to its only system when its noun fits: "of the MQ-9B … expects two aircraft"."""
    counts = [q for q in loose if not q.ordinal and language.units.get(q.unit or "")]
    if len(items) != 1 or len(counts) != 1 or items[0].quantity is not None or items[0].system is None:
        return
    if items[0].system.kind is not None and compatible_kind(language.units[counts[0].unit or ""], items[0].system):
        items[0].quantity = counts[0]


def _handed_over(text: str, quantity: QuantityMention | None) -> QuantityMention | None:
    """How many are handed over where all are counted: one of "the last of the 12 Rafale fighters", none said of "the rest of the 12"."""
    if quantity is None:
        return None
    before = text[max(0, quantity.start - 30) : quantity.start]
    one = _ONE_OF.search(before)
    if one is not None:
        return msgspec.structs.replace(quantity, start=quantity.start - len(before) + one.start(), value=1, bound=Bound.EXACT, ordinal=True)
    return None if _PART_OF.search(before) else quantity


def _ordered(quantity: QuantityMention | None) -> QuantityMention | None:
    """How many are ordered where one of them is handed over: "the first of two frigates that the navy ordered"."""
    if quantity is None or not quantity.ordinal:
        return quantity
    return msgspec.structs.replace(quantity, value=quantity.fraction_of, ordinal=False) if quantity.fraction_of is not None else None


def counts_goods(text: str, quantity: QuantityMention) -> bool:
    """The count may be of the thing in focus: of a unit of the trade, or of nothing named ("133 of these"), not of chairs."""
    before = text[max(0, quantity.start - 30) : quantity.start]
    if _PART_OF.search(before) or _OPTION.search(before):
        return False
    if quantity.unit is not None:
        return quantity.unit not in _ORGANISATIONAL
    return _OTHER_NOUN.match(text, quantity.end) is None


def _ordinals_together(text: str, loose: list[QuantityMention]) -> list[DraftItem]:
    """ "The second and third ships": two."""
    if len(loose) < 2 or any(not re.fullmatch(r"[\s,]*(?:and )?(?:the )?", text[a.end : b.start]) for a, b in pairwise(loose)):
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


def carries(text: str, counted: CountedSystem) -> bool:
    """The system is the platform that will carry the thing: "under its F-35A fighters", "for the Hobart class"."""
    before = text[max(0, counted.start - 30) : counted.start]
    return (
        counted.quantity is None
        and re.search(r"\b(?:under|aboard|onto|launched from|fired from|carried by|flown by|fitted to) (?:\w+ ){0,2}$", before) is not None
    )


def counts_variant(text: str, quantity: QuantityMention, variant: VariantMention) -> bool:
    """ "200 Block IV", "116 tanks in the K2GF version", "up to 200 missiles of the Block IV type"."""
    if not 0 <= variant.start - quantity.end <= 40:
        return False
    return re.search(r"[.;,]|\band\b", text[quantity.end : variant.start]) is None


def _by_system(items: list[DraftItem]) -> list[list[DraftItem]]:
    groups: dict[str, list[DraftItem]] = {}
    for item in items:
        if item.system is not None:
            groups.setdefault(item.system.id or item.system.designation, []).append(item)
    return list(groups.values())


def _regions(frame: Frame, groups: list[list[DraftItem]]) -> list[tuple[int, int]]:
    starts = [frame.start] + [min(i.start for i in g) for g in groups[1:]]
    return list(zip(starts, [*starts[1:], frame.end], strict=True))


def _prices(scene: Scene, frame: Frame, region: tuple[int, int], language: Language) -> list[MoneyMention]:
    """The sums that may be the price of this step: no conversion, no threshold, no yearly sum, no total of several steps."""
    found = [m for m in scene.within(scene.money, *region) if not m.conversion and not m.threshold]
    return [m for m in found if _YEARLY.match(scene.text, m.end) is None and not _is_total(scene.text, m, frame, language)]


def _is_total(text: str, money: MoneyMention, frame: Frame, language: Language) -> bool:
    if language.total is None:
        return False
    near = text[max(frame.start, money.start - 40) : min(frame.end, money.end + 25)]
    return language.total.search(near) is not None


def find_speaker(scene: Scene, frame: Frame, stage: Stage) -> SpeakerMention | None:
    """Who is reported to say what this frame tells."""
    for speaker in scene.speakers_beside(frame.sentence):
        scope_start, scope_end = speaker.scope
        if scope_start <= frame.trigger_start < scope_end and not frame.trigger_start <= speaker.start < frame.trigger_end:
            return None if _is_party(scene, speaker) else speaker
    return _deciding_office(scene, frame) if stage is Stage.APPROVAL else None


def _is_party(scene: Scene, speaker: SpeakerMention) -> bool:
    """A state that announces its own step is the actor, not a source."""
    near = scene.within(scene.parties, speaker.start - 40, speaker.end + 1)
    return any(p.start <= speaker.start and speaker.end <= p.end + 2 for p in near if p.form in (Form.NAME, Form.CAPITAL))


def _deciding_office(scene: Scene, frame: Frame) -> SpeakerMention | None:
    """The office that clears a sale speaks by doing so: "the State Department approved"."""
    offices = [
        n for n in scene.within(scene.offices, frame.start, frame.trigger_start) if catalogue.office(n.id).role in ("ministry", "official")
    ]
    if not offices:
        return None
    name, entry = offices[-1], catalogue.office(offices[-1].id)
    return SpeakerMention(
        start=name.start,
        end=name.end,
        name=scene.text[name.start : name.end],
        role=entry.role,
        verb_start=frame.trigger_start,
        scope=(frame.start, frame.end),
    )


def _is_speaker(scene: Scene, maker: Name) -> bool:
    return overlaps(scene.speakers, maker.start, maker.end)


def _is_system(scene: Scene, maker: Name) -> bool:
    """The name means the product here: "Eurofighter"."""
    return overlaps(scene.systems, maker.start, maker.end)


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


def _one_stretch(scene: Scene, frame: Frame, found: list[DateMention], language: Language) -> list[DateMention]:
    """The dates that belong together: the nearest to the trigger and those joined to it ("to start in … and end in …")."""
    if not found:
        return []
    nearest = min(found, key=lambda d: (d.start < frame.trigger_end, abs(d.start - frame.trigger_end)))
    kept = [
        _opened(scene, d, language) for d in found if d is nearest or (d.start > nearest.end and _joined(scene.text, nearest.end, d.start))
    ]
    if is_not_before(scene.text, frame.start, frame.trigger_start, frame.trigger_end, nearest.end, language):
        last = nearest.last
        if last is not None and nearest.first is None:
            return [msgspec.structs.replace(nearest, first=last + timedelta(days=1), last=None)]
    return kept


def _joined(text: str, start: int, end: int) -> bool:
    between = text[start:end]
    return len(between) <= 70 and re.search(r"[.;]|, (?:which|who|after|before|since)", between) is None


def _opened(scene: Scene, found: DateMention, language: Language) -> DateMention:
    """ "due to begin in October": from then on."""
    before = scene.text[max(0, found.start - 25) : found.start + 3]
    if language.begins_before is None or found.last is None or not language.begins_before.search(before):
        return found
    return msgspec.structs.replace(found, last=None)


def _dates(scene: Scene, frame: Frame, stage: Stage, speaker: SpeakerMention | None, language: Language) -> list[DateMention]:
    found = scene.within(scene.dates, frame.start, frame.end)
    in_sentence = scene.within(scene.dates, frame.sentence.start, frame.sentence.end)
    told = [d for d in in_sentence if told_then(scene, d, language)]
    found = [d for d in found if d not in told]
    cut = _SUBORDINATE.search(scene.text, frame.trigger_end, frame.end)
    if cut is not None:
        found = [d for d in found if d.start < cut.start()]
    if stage is Stage.PLAN:
        decided = frame.trigger.name in ("consent", "choice of a system")
        before = [d for d in found if d.end <= frame.trigger_start]
        return ((found if decided else before) or ([_past(scene, d) for d in told] if speaker is not None else []))[:1]
    if stage is Stage.CHANGE and not found and frame.modality is Modality.SCHEDULED and speaker is not None:
        return told[:1]
    if stage in _SPANNING:
        return _one_stretch(scene, frame, found, language)
    return sorted(found, key=lambda d: abs(d.start - frame.trigger_end))[:1]


_TOLD = re.compile(
    r"\b(?:said|says?|told|announced|reported|confirmed|stated|added|wrote|declared|disclosed|revealed|testified)"
    r"(?: (?:(?!(?:will|would|are|were|was|is|be|been|has|have|had|could|may|might|to) )[\w’'\-]+ ){0,4}[\w’'\-]+)?"
    r"(?: (?:here|in \w+))? (?:on |late |early )?$"
)


def told_then(scene: Scene, found: DateMention, language: Language) -> bool:
    """The date says when somebody spoke, not when the step is: "told reporters on Friday"."""
    before = scene.text[max(0, found.start - 50) : found.start + 3]
    if language.told_before is not None and language.told_before.search(before):
        return True
    if language.told_after is not None and language.told_after.match(scene.text[found.end : found.end + 250]):
        return True
    return _TOLD.search(before[: min(len(before), 50)]) is not None or _TOLD.search(before) is not None
