"""Drafts: one frame with what its stretch of the sentence says of items, money, time, speaker, firms and parties."""

import msgspec

from transmittal import catalogue
from transmittal.catalogue import Form, Name
from transmittal.mentions.dates import DateMention
from transmittal.mentions.money import MoneyMention
from transmittal.mentions.speakers import SpeakerMention
from transmittal.mentions.systems import SystemMention
from transmittal.model import Modality, Stage
from transmittal.prose.frames import SPANNING, Frame
from transmittal.prose.goods import DraftItem, by_system, find_items, ordered_apart, regions_of
from transmittal.prose.language import Language
from transmittal.prose.roles import Roles, find_roles, origins_of
from transmittal.prose.scene import Scene, overlaps
from transmittal.prose.times import find_times, is_ahead

_TIMED = SPANNING | {Stage.AGREEMENT}
_PRICED = frozenset({Stage.AGREEMENT, Stage.AWARD, Stage.APPROVAL})


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
    items = find_items(scene, frame, language)
    prices = _prices(scene, frame, (frame.start, frame.end), language)
    groups = by_system(items)
    if len(groups) > 1 and (len(prices) >= len(groups) or all(ordered_apart(scene.text, g, language) for g in groups)):
        drafts = [_build(scene, frame, language, g, region) for g, region in zip(groups, regions_of(frame, groups), strict=True)]
        if len(prices) == len(groups):
            for draft, price in zip(drafts, sorted(prices, key=lambda m: m.start), strict=True):
                draft.value = price  # one each, before or behind its goods, or all in a row ("worth … and … respectively")
        return drafts
    return [_build(scene, frame, language, items, (frame.start, frame.end))]


def share_prices(drafts: list[Draft]) -> None:
    """An amount belongs to one step of its sentence: to a contract before a plan, then to the nearest; never to a delivery."""
    for draft in drafts:
        if draft.stage in SPANNING:
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
        is_own_body=language.own_body.search(scene.text, max(frame.start, frame.trigger_start - 30), frame.trigger_end) is not None,
        is_announced=_is_announced(scene.text, frame, language),
    )
    speaker = find_speaker(scene, frame, stage)
    dates = find_times(scene, frame, stage, speaker, language)
    if modality is Modality.HAPPENED and stage in _TIMED and is_ahead(scene, dates):
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
        makers=[m for m in frame.own(scene.within(scene.makers, start, end)) if not _is_speaker(scene, m) and not _is_system(scene, m)],
        as_many=bool(language.as_many.search(scene.text, start, end)),
    )


def _is_purchase(text: str, frame: Frame, language: Language) -> bool:
    """What was consented to is a purchase, the buyer's word, not a sale or an export."""
    start = frame.start if language.object_first else frame.trigger_start
    around = text[start : min(frame.end, frame.trigger_end + 60)]
    return language.purchase.search(around) is not None


def _told_last(scene: Scene, frame: Frame) -> list[SystemMention]:
    """The system a frame without one speaks of: the last named before it, else the first its sentence names."""
    return scene.named_before(frame.end)[-1:] or scene.within(scene.systems, frame.end, frame.sentence.end)[:1]


def _is_announced(text: str, frame: Frame, language: Language) -> bool:
    """A change told as decided in reported speech: "told Bern that deliveries would be delayed"."""
    return language.announced.search(text, max(frame.start, frame.trigger_start - 40), frame.trigger_end) is not None


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


def _prices(scene: Scene, frame: Frame, region: tuple[int, int], language: Language) -> list[MoneyMention]:
    """The sums that may be the price of this step: no conversion, no threshold, no yearly sum, no total of several steps."""
    found = [m for m in frame.own(scene.within(scene.money, *region)) if not m.conversion and not m.threshold]
    return [m for m in found if language.yearly_after.match(scene.text, m.end) is None and not _is_total(scene.text, m, frame, language)]


def _is_total(text: str, money: MoneyMention, frame: Frame, language: Language) -> bool:
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
