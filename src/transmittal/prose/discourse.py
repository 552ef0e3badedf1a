"""Which procurement each draft belongs to: what is carried from sentence to sentence, and what opens a new one."""

import msgspec

from transmittal import catalogue
from transmittal.catalogue import Form
from transmittal.mentions.money import MoneyMention
from transmittal.mentions.systems import SystemMention
from transmittal.model import Modality, Stage
from transmittal.prose.drafts import Draft
from transmittal.prose.goods import DraftItem, compatible_kind
from transmittal.prose.language import Actor, Language
from transmittal.prose.roles import origins_of
from transmittal.prose.scene import Party, Scene, Sentence

# Sentences after which "it" and "the missiles" no longer reach back to a procurement told before.
MAX_CARRY = 12
# Sentences over which a step told before its goods were named gives them its day.
MAX_HEADER_CARRY = 2
# Words before a state's name that still opens its sentence: "Begin with Estonia", "In December 2022 Tallinn".
MAX_LEADING_WORDS = 4
_STATES = frozenset({Form.NAME, Form.CAPITAL, Form.GOVERNMENT, Form.FORCE})
# Steps of a procurement, the latest ones, with which another is compared.
MAX_COMPARED = 100
# Steps a procurement takes once: told again with other terms, they belong to another procurement.
_ONCE = frozenset({Stage.AGREEMENT, Stage.REQUEST, Stage.APPROVAL})


class Procurement(msgspec.Struct, gc=False):
    """What a document tells of one purchase."""

    systems: list[SystemMention] = []
    drafts: list[Draft] = []
    buyer: Party | None = None
    supplier: Party | None = None
    leading: Party | None = None  # the state its paragraph speaks of, where no step names the buyer
    last: int = 0  # index of the sentence that told of it last

    def has(self, system: SystemMention) -> bool:
        return any(same_family(s, system) for s in self.systems)


def same_family(a: SystemMention, b: SystemMention) -> bool:
    """Whether two mentions name one family: the same catalogue entry, or one filed under the other, or the same designation."""
    if a.id is None or b.id is None:
        return a.designation == b.designation
    if a.id == b.id:
        return True
    return catalogue.system(a.id).family == b.id or catalogue.system(b.id).family == a.id


def lead_origin(system: SystemMention) -> str | None:
    """The country whose system it is, among those that build it."""
    return next(iter(origins_of([system.id])), None)


class Discourse:
    """Reads drafts in text order and files each under a procurement."""

    def __init__(self, scene: Scene, language: Language) -> None:
        self.scene, self.language = scene, language
        self.procurements: list[Procurement] = []
        self.pending: list[tuple[int, Draft]] = []  # steps told before anything was named: "signed contracts on Friday for tanks"
        self.unfiled: list[tuple[int, Draft]] = []
        self.seen_systems: list[tuple[int, SystemMention]] = []
        self.leading: tuple[int, Party] | None = None  # paragraph, and the state it speaks of
        self.fragment: tuple[int, DraftItem] | None = None  # "Up to 400." before the sentence that says of what

    def see(self, index: int, sentence: Sentence, drafts: list[Draft], systems: list[SystemMention]) -> None:
        """One sentence: its drafts, and the systems it names whether or not a step is told of them."""
        self._lead(drafts, sentence)
        for draft in self._described(drafts):
            self._take_fragment(index, draft)
            self._file(index, draft, systems)
        self.seen_systems.extend((index, s) for s in systems)

    def _lead(self, drafts: list[Draft], sentence: Sentence) -> None:
        """ "Latvia was a year slower. It concluded …": a pronoun stands for the state that its paragraph speaks of."""
        told = self.leading[1] if self.leading is not None and self.leading[0] == sentence.block else None
        if told is not None:
            for draft in drafts:
                if draft.roles.buyer is None and self._stands_for(told, draft):
                    draft.roles.buyer, draft.roles.buyer_rule = told, "the state its paragraph speaks of"
        opener = next(
            (
                p
                for p in self.scene.within(self.scene.parties, sentence.start, sentence.end)
                if leads(self.scene, p, sentence, self.language)
            ),
            None,
        )
        if opener is not None:
            self.leading = (sentence.block, opener)

    def _stands_for(self, told: Party, draft: Draft) -> bool:
        frame, supplier = draft.frame, draft.roles.supplier
        if frame.trigger.actor is not Actor.BUYER or (supplier is not None and supplier.id == told.id):
            return False
        if any(told.id == lead_origin(i.system) for i in draft.named if i.system is not None):
            return False
        return self.language.pronoun.search(self.scene.text, frame.start, frame.trigger_start) is not None

    def _described(self, drafts: list[Draft]) -> list[Draft]:
        """ "The package that was approved …: it consists of …": what the same sentence describes goes to the step it tells."""
        kept: list[Draft] = []
        for draft in drafts:
            bare = next((k for k in kept if k.stage in _ONCE and not k.items and k.frame.sentence == draft.frame.sentence), None)
            if draft.frame.trigger.attribute and draft.named and bare is not None:
                bare.items, bare.value = draft.items, bare.value or draft.value
            else:
                kept.append(draft)
        return kept

    def finish(self) -> None:
        """Steps told before their goods were named belong to the only procurement they can mean."""
        for index, draft in self.unfiled:
            fitting = [p for p in self.procurements if any(self._fits(draft, s) for s in p.systems) and agree(p, draft)]
            if len(fitting) == 1:
                self._join(index, fitting[0], draft, [])

    def keep_fragment(self, index: int, item: DraftItem) -> None:
        """A count that stands alone as an answer; the next sentence's step takes it."""
        self.fragment = (index, item)

    def _take_fragment(self, index: int, draft: Draft) -> None:
        if self.fragment is not None and self.fragment[0] == index - 1 and not draft.items and draft.stage in _ONCE:
            draft.items = [self.fragment[1]]
            self.fragment = None

    def _file(self, index: int, draft: Draft, in_sentence: list[SystemMention]) -> None:
        named = [i.system for i in draft.items if i.system is not None]
        if not named:
            named = self._implied(draft, in_sentence)
        if named:
            target = self._matching(draft, named) or self._open(draft, named)
        else:
            focus = self._just_named(index, draft) or self._focus(index, draft) or self._open_for(index, draft)
            if focus is None:
                if draft.stage in _ONCE and draft.frame.trigger.strong:
                    self.pending.append((index, draft))
                elif draft.stage not in _ONCE and self._refers(draft):
                    self.unfiled.append((index, draft))
                return
            target = focus
            if self._is_another(target, draft):
                target = self._open(draft, target.systems)
        if draft.frame.trigger.attribute:
            self._take_stage(index, target, draft)
        self._join(index, target, draft, named)

    def _take_stage(self, index: int, target: Procurement, draft: Draft) -> None:
        """What describes a paper belongs to the step that made it: in the same sentence, or told last, or before its goods were named."""
        told = [d for d in target.drafts if (d.stage in _ONCE or d.stage is Stage.AWARD) and d.modality is Modality.HAPPENED]
        beside = [d for d in told if d.frame.sentence == draft.frame.sentence]
        announced = [h for at, h in self.pending if index - at <= MAX_HEADER_CARRY and h.modality is Modality.HAPPENED]
        if told:
            draft.stage = (beside or told)[-1].stage
        elif announced:
            header = announced[-1]
            draft.stage, draft.modality = header.stage, header.modality
            draft.value = draft.value or header.value
            draft.speaker = draft.speaker or header.speaker
            draft.roles.supplier = draft.roles.supplier or header.roles.supplier

    def _implied(self, draft: Draft, in_sentence: list[SystemMention]) -> list[SystemMention]:
        """The system named earlier in the same sentence, or in the one before when no procurement holds it yet."""
        if not self._refers(draft):
            return []
        before = [s for s in in_sentence if s.end <= draft.frame.trigger_start] or in_sentence
        return [s for s in before if self._fits(draft, s)][-1:]

    def _just_named(self, index: int, draft: Draft) -> Procurement | None:
        """What the sentence before named and nobody has told of yet: "Five Patriot batteries are a worry. Switzerland ordered them …"."""
        if not self._refers(draft):
            return None
        fresh = [s for told, s in self.seen_systems if told == index - 1 and self._fits(draft, s)]
        if not fresh or any(p.has(s) for p in self.procurements for s in fresh):
            return None
        return self._open(draft, fresh[:1])

    def _open_for(self, index: int, draft: Draft) -> Procurement | None:
        """A step of something named before but not yet told of, or told of with another party ("as many from Oman")."""
        if not self._refers(draft):
            return None
        fitting = [s for told, s in self.seen_systems if index - told <= MAX_CARRY and self._fits(draft, s)]
        return self._open(draft, fitting[-1:]) if fitting else None

    def _refers(self, draft: Draft) -> bool:
        frame = draft.frame
        if draft.items or frame.trigger.attribute or frame.trigger.platform or frame.trigger.foreseen or draft.as_many:
            return True
        if frame.trigger.actor is Actor.DECIDER and draft.roles.decider is not None:
            return True  # a committee that "released the money" needs no other object
        return self.language.rest.search(self.scene.text, frame.start, frame.end) is not None

    def _fits(self, draft: Draft, system: SystemMention) -> bool:
        """Counted "tanks" are not howitzers: the unit must not contradict the kind of the system."""
        if draft.frame.trigger.platform:
            return system.kind not in _PLATFORMS
        if self.language.whole.search(self.scene.text, draft.frame.start, draft.frame.end):
            return True
        kinds = {self.language.units.get(i.quantity.unit or "") for i in draft.items if i.quantity is not None} - {None}
        nouns = self._nouns(draft)
        kinds |= {self.language.units[n] for n in nouns}
        return not kinds or system.kind is None or any(compatible_kind(k, system) for k in kinds if k)

    def _nouns(self, draft: Draft) -> set[str]:
        text = self.scene.text[draft.frame.start : draft.frame.end].lower()
        return {n for n in self.language.units if any(f in text for f in (f"the {n}", f"of {n}s", f"{n}s are", f"{n}s have"))}

    def _focus(self, index: int, draft: Draft) -> Procurement | None:
        if not self._refers(draft):
            return None
        recent = sorted((p for p in self.procurements if index - p.last <= MAX_CARRY), key=lambda p: -p.last)
        for procurement in recent:
            if any(self._fits(draft, s) for s in procurement.systems) and agree(procurement, draft):
                return procurement
        return None

    def _matching(self, draft: Draft, named: list[SystemMention]) -> Procurement | None:
        """The latest procurement of the same family with no contradicting party or terms."""
        for procurement in sorted(self.procurements, key=lambda p: -p.last):
            if any(procurement.has(s) for s in named) and agree(procurement, draft) and not self._is_another(procurement, draft):
                return procurement
        return None

    def _is_another(self, procurement: Procurement, draft: Draft) -> bool:
        """The same step with other terms: a second contract for the same system."""
        if draft.stage not in _ONCE or draft.modality is not Modality.HAPPENED:
            return False
        same = [d for d in procurement.drafts[-MAX_COMPARED:] if d.stage is draft.stage and d.modality is draft.modality]
        if not same:
            return False
        clause = self.scene.text[draft.frame.sentence.start : draft.frame.end]
        marked = self.language.new_procurement.search(clause) is not None
        if draft.frame.trigger.attribute:
            return marked and any(_other_terms(d, draft) for d in same)
        return any(_other_terms(d, draft) for d in same) or (marked and all(d.frame.sentence != draft.frame.sentence for d in same))

    def _open(self, draft: Draft, named: list[SystemMention]) -> Procurement:
        leading = self.leading[1] if self.leading is not None and self.leading[0] == draft.frame.sentence.block else None
        procurement = Procurement(systems=list(named), drafts=[], leading=leading, last=-1)
        self.procurements.append(procurement)
        return procurement

    def _join(self, index: int, target: Procurement, draft: Draft, named: list[SystemMention]) -> None:
        for told, header in self.pending:
            if index - told <= MAX_HEADER_CARRY and header.stage is draft.stage and header.modality is draft.modality:
                inherit(draft, header, origins_of([s.id for s in target.systems]))
        target.drafts.append(draft)
        target.last = index
        target.systems.extend(s for s in named if not any(s.id == t.id and s.designation == t.designation for t in target.systems))
        draft.thing = next((s for s in target.systems if self._fits(draft, s)), target.systems[0])
        if (
            target.buyer is None
            and draft.roles.buyer is not None
            and (target.supplier is None or target.supplier.id != draft.roles.buyer.id)
        ):
            target.buyer = draft.roles.buyer
        target.supplier = target.supplier or draft.roles.supplier
        if draft.as_many:
            self._repeat_count(target, draft)

    def _repeat_count(self, target: Procurement, draft: Draft) -> None:
        """ "as many": the count told last."""
        told = [
            i.quantity
            for p in sorted(self.procurements, key=lambda p: -p.last)
            for d in reversed(p.drafts)
            for i in d.items
            if i.quantity is not None
        ]
        if told and not any(i.quantity is not None for i in draft.items):
            draft.items = [DraftItem(target.systems[0], None, told[0])]


def inherit(draft: Draft, header: Draft, origins: tuple[str, ...]) -> None:
    """What a step told before its goods were named gives to the step that names them; a sum for all is not handed on."""
    draft.dates = draft.dates or header.dates
    draft.roles.buyer = draft.roles.buyer or header.roles.buyer
    if draft.roles.supplier is None and header.roles.supplier is not None and header.roles.supplier.id in origins:
        draft.roles.supplier = header.roles.supplier
        draft.roles.supplier_rule = "carried from the sentence that announced it"


def agree(procurement: Procurement, draft: Draft) -> bool:
    """No party contradicts; a halted or denied step takes the parties of its procurement."""
    buyer, supplier = draft.roles.buyer, draft.roles.supplier
    if draft.frame.trigger.actor is Actor.DECIDER and (draft.stage is not Stage.APPROVAL or supplier is draft.roles.decider):
        return True
    if buyer is not None and procurement.buyer is not None and buyer.id != procurement.buyer.id:
        return supplier is None and procurement.supplier is not None and buyer.id == procurement.supplier.id
    if buyer is not None and procurement.supplier is not None and buyer.id == procurement.supplier.id:
        return supplier is None  # "the Norwegian jets" that Norway sold
    return supplier is None or procurement.supplier is None or supplier.id == procurement.supplier.id


def leads(scene: Scene, party: Party, sentence: Sentence, language: Language) -> bool:
    """The state a sentence opens with: its first word but for a few, not a maker's adjective, not the place of a dateline."""
    before = scene.text[sentence.start : party.start]
    if any(p.search(before) for p in (language.supplier_before, language.buyer_before, language.actor_before, language.with_before)):
        return False
    return party.form in _STATES and len(before.split()) <= MAX_LEADING_WORDS and not scene.is_dateline(party.start, party.end)


def _other_terms(told: Draft, draft: Draft) -> bool:
    if told.frame.sentence == draft.frame.sentence:
        return False
    counts_told = {i.quantity.value for i in told.items if i.quantity is not None}
    counts_now = {i.quantity.value for i in draft.items if i.quantity is not None}
    if _other_price(told.value, draft.value):
        return True
    dates_differ = bool(told.dates and draft.dates) and not _overlap(told, draft)
    return dates_differ and (not counts_told or not counts_now or counts_told != counts_now)


def _other_price(told: MoneyMention | None, now: MoneyMention | None) -> bool:
    """Two prices of one currency that differ, but for a tax of a ninth."""
    if told is None or now is None or told.currency != now.currency:
        return False
    return told.amount != now.amount and told.amount * 10 // 9 != now.amount


def _overlap(a: Draft, b: Draft) -> bool:
    for x in a.dates:
        for y in b.dates:
            if x.first is None or y.first is None or x.last is None or y.last is None:
                return True
            if x.first <= y.last and y.first <= x.last:
                return True
    return False


_PLATFORMS = frozenset({"ship", "submarine", "aircraft", "helicopter"})
