"""Who buys and who supplies, as one clause tells it."""

import re
from collections.abc import Sequence

import msgspec

from transmittal import catalogue
from transmittal.catalogue import Form
from transmittal.model import Stage
from transmittal.prose.frames import Frame
from transmittal.prose.language import Actor, Language
from transmittal.prose.scene import Party, Scene, overlaps

# A state's name as part of another name.
_INSTITUTION = re.compile(r" (?!Army|Navy|Air|Marine|Ministry|Government|Defen[cs]e|Armed|Forces)[A-Z][a-z]{2,}")


class Roles(msgspec.Struct, gc=False):
    """The parties of one frame. decider: who approves or stops, when the clause names one."""

    buyer: Party | None = None
    supplier: Party | None = None
    decider: Party | None = None
    buyer_rule: str = ""
    supplier_rule: str = ""


def find_roles(scene: Scene, frame: Frame, language: Language, origins: tuple[str, ...]) -> Roles:
    """Roles from prepositions, particles and adjectives first, then from the place before the trigger, then from where the system is made.

    origins: countries that make the systems of this clause, the leading one first; a buyer may build some at home.
    """
    parties = [
        p for p in scene.within(scene.parties, frame.start, frame.end) if not _spoken_by(scene, p) and not scene.is_dateline(p.start, p.end)
    ]
    cut = language.subordinate.search(scene.text, frame.trigger_end, frame.end)
    near = [p for p in parties if cut is None or p.end <= cut.start()]
    opening = language.opening.match(scene.text, frame.sentence.start, frame.trigger_start)
    if opening is not None:
        parties = [p for p in parties if p.start >= opening.end()]
        near = [p for p in near if p.start >= opening.end()]
    parties = near or ([] if frame.trigger.attribute else parties)  # what stands behind "because" or "after" is another clause
    roles, lead = Roles(), next(iter(origins), None)
    free: list[Party] = []
    owners: list[Party] = []
    for party in parties:
        role = _marked_role(scene, frame, party, language)
        if role in ("free", "decider") and _orders(frame, party):
            role = "buyer"
        if role == "free" and frame.stage is Stage.AGREEMENT and party.id in origins and _is_place(scene, party, language):
            role = "supplier"  # "the launchers ordered in the United States"
        if frame.stage is Stage.REQUEST and party.start >= frame.trigger_end and role in ("buyer", "free"):
            role = "supplier"  # whom a request goes to
        if role == "supplier" and frame.trigger.actor is Actor.FIRM and party.form != Form.ADJECTIVE:
            role = "buyer"  # a firm wins its order from the buyer
        if (
            role == "supplier"
            and party.form == Form.ADJECTIVE
            and origins
            and party.id not in origins
            and not _is_second_hand(scene, frame, language)
        ):
            role = "owner"  # "the first Iraqi battery" of a system that Iraq does not make
        if role == "force":
            role = "free" if party.id == lead and any(p.id != lead for p in parties) else "buyer"
        if role == "supplier":
            _set_supplier(roles, party, "marked as supplier")
        elif role == "buyer":
            _set_buyer(roles, party, "marked as buyer")
        elif role == "owner":
            owners.append(party)
        elif role == "decider":
            roles.decider = roles.decider or party
        elif role != "none":
            free.append(party)
    is_active = language.passive_before.search(scene.text, frame.start, frame.trigger_start) is None
    _place(frame, roles, free, origins, is_active=is_active)
    for party in owners:
        _set_buyer(roles, party, "marked as buyer")
    return roles


def _is_place(scene: Scene, party: Party, language: Language) -> bool:
    return language.place_before.search(scene.text[max(0, party.start - 20) : party.start]) is not None


def _orders(frame: Frame, party: Party) -> bool:
    """Named in a clause on who ordered the goods: "ordered by Poland"."""
    return frame.relative is not None or (frame.hole is not None and frame.hole[0] <= party.start < frame.hole[1])


def _is_second_hand(scene: Scene, frame: Frame, language: Language) -> bool:
    return language.second_hand.search(scene.text, frame.start, frame.end) is not None


def _set_buyer(roles: Roles, party: Party, rule: str) -> None:
    if roles.buyer is None and (roles.supplier is None or roles.supplier.id != party.id):
        roles.buyer, roles.buyer_rule = party, rule


def _set_supplier(roles: Roles, party: Party, rule: str) -> None:
    if roles.supplier is None and (roles.buyer is None or roles.buyer.id != party.id):
        roles.supplier, roles.supplier_rule = party, rule


def _marked_role(scene: Scene, frame: Frame, party: Party, language: Language) -> str:
    text = scene.text
    before, after = text[max(frame.start, party.start - 45) : party.start], text[party.end : min(frame.end, party.end + 60)]
    if party.form == Form.BODY:
        return "decider"
    if party.form == Form.FORCE:
        if _names_a_system(scene, party.end, frame, language):
            return "none"  # "an Indian Air Force C-17": whose carrier it is says nothing
        return "supplier" if language.supplier_before.search(before) else "force"
    if party.form == Form.NAME and _INSTITUTION.match(after) and not _names_a_system(scene, party.end, frame, language):
        return "none"  # "the Korea Exchange"
    state = _as_state(before, after, language) if party.form == Form.ADJECTIVE else None
    if state is not None:
        before, after = state
    elif party.form == Form.ADJECTIVE:
        made = language.made_after.match(after)
        if made is not None and not party.end <= frame.trigger_start < party.end + made.end():
            return "supplier"
        if language.supplier_before.search(before):
            return "supplier"
        if _names_a_system(scene, party.end, frame, language):
            return "supplier"
        return "none"
    for role, pattern in (("supplier", language.supplier_after), ("buyer", language.buyer_after), ("decider", language.actor_after)):
        if pattern.match(after):
            return role
    if language.paper_with.search(before) and frame.trigger.actor is not Actor.FIRM:
        return "supplier"
    if language.made_in_after.match(after):
        return "supplier"
    if language.to_before.search(before):
        sells = language.sale.search(text, frame.start, frame.end) is not None
        buys = frame.trigger.actor is Actor.BUYER or _orders(frame, party) or language.purchase.match(after) is not None
        return "supplier" if buys and not sells else "buyer"
    for role, pattern in (("supplier", language.supplier_before), ("buyer", language.buyer_before), ("decider", language.actor_before)):
        if pattern.search(before):
            return "free" if role == "decider" and frame.trigger.actor is not Actor.DECIDER else role
    if language.with_before.search(before):
        if party.end <= frame.trigger_start and "between" not in before:
            return "none"  # "the war with Iran"; a partner stands behind the verb
        return "supplier" if frame.trigger.actor in (Actor.BUYER, Actor.ITEM) and "between" not in before else "free"
    return "free"


def _as_state(before: str, after: str, language: Language) -> tuple[str, str] | None:
    """What stands around an adjective and its noun when both together are a state: "die polnische Luftwaffe"."""
    if found := language.state_after.match(after):
        return before, after[found.end() :]
    if found := language.state_before.search(before):
        return before[: found.start()], after
    return None


def _names_a_system(scene: Scene, at: int, frame: Frame, language: Language) -> bool:
    """A system stands right behind: "French Rafale", "American-made Tomahawk"."""
    near = scene.within(scene.systems, at, at + 60)
    if not near or at <= frame.trigger_start < near[0].start:
        return False
    between = scene.text[at : near[0].start]
    return "," not in between and len(between.split()) <= 3 and language.apart.search(between) is None


def _place(frame: Frame, roles: Roles, free: Sequence[Party], origins: tuple[str, ...], *, is_active: bool) -> None:
    distinct: dict[str, Party] = {}
    for party in free:
        distinct.setdefault(party.id, party)
    parties = list(distinct.values())
    if frame.trigger.actor is Actor.DECIDER and roles.decider is None:
        before = [p for p in reversed(parties) if p.end <= frame.trigger_start]
        sellers = [p for p in before if frame.stage is Stage.APPROVAL and p.id in origins]
        roles.decider = next(iter(sellers or before), None)
        if roles.decider is not None and len(parties) > 1:
            parties = [p for p in parties if p is not roles.decider]
        elif roles.decider is not None and roles.decider.id in origins:
            parties = []
    lead = min((p.id for p in parties if p.id in origins), key=origins.index, default=None)
    for party in parties:
        makes_it = party.id == lead
        subject = party.end <= frame.trigger_start
        if makes_it and (
            frame.trigger.attribute or len(parties) > 1 or frame.trigger.actor is Actor.SELLER or not subject or roles.buyer is not None
        ):
            _set_supplier(roles, party, "makes the system and is named beside it")
        elif frame.trigger.actor is Actor.SELLER and subject and (is_active or roles.buyer is not None):
            _set_supplier(roles, party, "does the delivering")
        elif makes_it and frame.trigger.actor is Actor.DECIDER:
            _set_supplier(roles, party, "makes the system")
        else:
            _set_buyer(roles, party, "subject of the sentence" if subject else "named in the sentence")
    if roles.buyer is None and roles.supplier is None and roles.decider is not None and frame.trigger.actor is Actor.DECIDER:
        if roles.decider.id == next(iter(origins), None):
            _set_supplier(roles, roles.decider, "decides on the export")
        elif frame.stage is not Stage.APPROVAL or roles.decider.form == Form.BODY:
            _set_buyer(roles, roles.decider, "decides on the purchase")
    elif roles.decider is not None and roles.supplier is None and roles.decider.id == next(iter(origins), None):
        _set_supplier(roles, roles.decider, "decides on the export")
    elif roles.decider is not None and roles.buyer is None and roles.decider.id not in origins and roles.decider.form == Form.BODY:
        _set_buyer(roles, roles.decider, "its own body decides")


def _spoken_by(scene: Scene, party: Party) -> bool:
    """Part of a speaker's title or name: "US Ambassador Rahm Emanuel said"."""
    return overlaps(scene.speakers, party.start, party.end)


def origins_of(ids: Sequence[str | None]) -> tuple[str, ...]:
    """The countries that make these catalogue systems, the leading one first."""
    return tuple(dict.fromkeys(o for i in ids if i is not None for o in catalogue.system(i).origin))
