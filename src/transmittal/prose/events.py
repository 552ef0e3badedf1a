"""Procurements to events: drafts of one stage and modality become one event; parties and channel hold for the whole procurement."""

from collections import Counter
from collections.abc import Iterable

import msgspec

from transmittal import catalogue
from transmittal.catalogue import Form, Name
from transmittal.mentions.items import build_item, build_quantity
from transmittal.mentions.money import MoneyMention
from transmittal.mentions.systems import SystemMention
from transmittal.model import (
    Basis,
    Bound,
    Channel,
    Contractor,
    DocumentKind,
    Event,
    Item,
    Mention,
    Modality,
    Money,
    Party,
    Period,
    Source,
    Stage,
    System,
)
from transmittal.prose import scene as seen
from transmittal.prose.discourse import Procurement, lead_origin
from transmittal.prose.drafts import Draft
from transmittal.prose.goods import DraftItem
from transmittal.prose.scene import Scene

_CONTRACT_STAGES = frozenset({Stage.AGREEMENT, Stage.AWARD, Stage.CHANGE, Stage.HALT, Stage.DELIVERY, Stage.SERVICE})


def build_events(scene: Scene, procurements: Iterable[Procurement]) -> list[Event]:
    """All events of a document, in order of first evidence. A step whose buyer nobody names is left out."""
    everything = list(procurements)
    fallback = dominant_buyer(scene, everything)
    events: list[Event] = []
    previous: seen.Party | None = None
    for procurement in everything:
        buyer = _buyer(procurement, (previous, fallback))
        if buyer is None:
            continue
        previous = buyer
        supplier = procurement.supplier or _supplier_by_channel(scene, procurement, buyer) or _supplier_by_origin(scene, procurement, buyer)
        supplier = supplier or _supplier_by_firm(procurement, buyer)
        home = _home_maker(procurement, buyer) if supplier is None or supplier.id == buyer.id else None
        if home is not None:
            supplier = seen.Party(home.start, home.end, buyer.id, "maker")
        channel = _domestic(scene, home) if home is not None else _channel(scene, procurement, supplier)
        groups: dict[tuple[Stage, Modality], list[Draft]] = {}
        for draft in procurement.drafts:
            groups.setdefault((draft.stage, draft.modality), []).append(draft)
        for drafts in groups.values():
            events.append(_event(scene, procurement, drafts, buyer, supplier, channel))
    events.sort(key=lambda e: e.evidence[0].start)
    return events


def _buyer(procurement: Procurement, carried: Iterable[seen.Party | None]) -> seen.Party | None:
    """Who buys: named, or the state its paragraph speaks of, or the buyer told before; never the supplier."""
    supplier = procurement.supplier.id if procurement.supplier is not None else None
    if procurement.buyer is not None:
        return procurement.buyer
    return next((p for p in (_leading(procurement), *carried) if p is not None and p.id != supplier), None)


def _makers(procurements: Iterable[Procurement]) -> set[str]:
    return {o for p in procurements for s in p.systems if s.id for o in catalogue.system(s.id).origin}


def _leading(procurement: Procurement) -> seen.Party | None:
    """The state its paragraph speaks of, unless that one makes the system."""
    party = procurement.leading
    return party if party is not None and all(party.id != lead_origin(s) for s in procurement.systems) else None


def _home_maker(procurement: Procurement, buyer: seen.Party) -> Name | None:
    """The buyer's own firm that gets the work on a system made at home: a domestic purchase."""
    lead = next((lead_origin(s) for s in procurement.systems if s.id), None)
    makers = [m for d in procurement.drafts if d.stage in (Stage.AWARD, Stage.AGREEMENT) for m in d.makers]
    return next((m for m in makers if lead == buyer.id == catalogue.maker(m.id).country), None)


def _domestic(scene: Scene, maker: Name) -> Channel:
    return Channel(id="domestic", quote=scene.text[maker.start : maker.end], start=maker.start, end=maker.end, inferred=True)


def dominant_buyer(scene: Scene, procurements: list[Procurement]) -> seen.Party | None:
    """The buyer named most often; else the country named first that makes none of the systems."""
    tally = Counter(p.buyer.id for p in procurements if p.buyer is not None)
    if tally:
        most = tally.most_common(1)[0][0]
        return next(p.buyer for p in procurements if p.buyer is not None and p.buyer.id == most)
    makers = _makers(procurements)
    others = [p for p in scene.parties if p.id not in makers and not scene.is_dateline(p.start, p.end)]
    return _payer(procurements, makers) or next((p for p in others if p.form != Form.ADJECTIVE), None) or next(iter(others), None)


def _payer(procurements: list[Procurement], makers: set[str]) -> seen.Party | None:
    """The one state that pays in the currency of a price: "ordered the submarine for 13.5 billion baht"."""
    for draft in (d for p in procurements for d in p.drafts):
        if draft.value is not None and draft.value.currency is not None:
            payers = catalogue.countries_paying_in(draft.value.currency)
            if len(payers) == 1 and payers[0] not in makers:
                return seen.Party(draft.value.start, draft.value.end, payers[0], Form.NAME)
    return None


def _supplier_by_channel(scene: Scene, procurement: Procurement, buyer: seen.Party) -> seen.Party | None:
    """The country a channel implies, when it makes the system: "by way of Foreign Military Sales"."""
    origins = {o for s in procurement.systems if s.id for o in catalogue.system(s.id).origin} - {buyer.id}
    blocks = {d.frame.sentence.block for d in procurement.drafts}
    for name in scene.channels:
        implied = catalogue.channel(name.id).supplier
        if implied in origins and any(s.start <= name.start < s.end for s in scene.sentences if s.block in blocks):
            return seen.Party(name.start, name.end, implied, "channel")
    return None


def _supplier_by_origin(scene: Scene, procurement: Procurement, buyer: seen.Party) -> seen.Party | None:
    """A country that makes the system and that the document names: the leading maker first, then the nearest mention."""
    origins = {o for s in procurement.systems if s.id for o in catalogue.system(s.id).origin} - {buyer.id}
    at = procurement.drafts[0].frame.start
    order = [o for s in procurement.systems if s.id for o in catalogue.system(s.id).origin]
    named = [p for p in scene.parties if p.id in origins and not scene.is_dateline(p.start, p.end)]
    return min(named, key=lambda p: (order.index(p.id), abs(p.start - at)), default=None)


def _supplier_by_firm(procurement: Procurement, buyer: seen.Party) -> seen.Party | None:
    """The country of the foreign firm that got the contract, when the system is made there: "signed with Hyundai Rotem for K2 tanks"."""
    origins = {o for s in procurement.systems if s.id for o in catalogue.system(s.id).origin} - {buyer.id}
    makers = (m for d in procurement.drafts if d.stage in (Stage.AWARD, Stage.AGREEMENT) for m in d.makers)
    return next((seen.Party(m.start, m.end, c, "maker") for m in makers if (c := catalogue.maker(m.id).country) in origins), None)


def _channel(scene: Scene, procurement: Procurement, supplier: seen.Party | None) -> Channel | None:
    """The channel named in a sentence that tells of this procurement, or beside it; only one its supplier can use."""
    blocks = {d.frame.sentence.block for d in procurement.drafts}
    best: Name | None = None
    for name in scene.channels:
        implied = catalogue.channel(name.id).supplier
        if implied is not None and (supplier is None or supplier.id != implied):
            continue
        block = next((s.block for s in scene.sentences if s.start <= name.start < s.end), None)
        if block in blocks or (best is None and _sole(scene)):
            best = best or name
    if best is None:
        return None
    return Channel(id=best.id, quote=scene.text[best.start : best.end], start=best.start, end=best.end)


def _sole(scene: Scene) -> bool:
    return len({c.id for c in scene.channels}) == 1


def _event(
    scene: Scene, procurement: Procurement, drafts: list[Draft], buyer: seen.Party, supplier: seen.Party | None, channel: Channel | None
) -> Event:
    text, first = scene.text, drafts[0]
    value_draft = next((d for d in drafts if d.value is not None), None)
    speaker_draft = next((d for d in drafts if d.speaker is not None), None)
    return Event(
        stage=first.stage,
        modality=first.modality,
        buyer=_party(text, buyer, inferred=procurement.buyer is None),
        supplier=_party(text, supplier, inferred=procurement.supplier is None) if supplier is not None else None,
        channel=channel,
        items=_items(text, procurement, drafts),
        value=_money(text, value_draft.value, value_draft) if value_draft is not None and value_draft.value is not None else None,
        date=_period(scene, drafts),
        source=_source(scene, speaker_draft),
        contractors=_contractors(text, drafts),
        evidence=_evidence(text, drafts),
        rules=_rules(drafts, procurement, supplier),
    )


def _party(text: str, party: seen.Party, inferred: bool) -> Party:
    return Party(
        id=party.id,
        name=catalogue.buyer(party.id).name,
        quote=text[party.start : party.end],
        start=party.start,
        end=party.end,
        inferred=inferred,
    )


def _items(text: str, procurement: Procurement, drafts: list[Draft]) -> tuple[Item, ...]:
    built: list[Item] = []
    for draft in drafts:
        fresh = [_item(text, _thing(procurement, draft, d), d) for d in draft.items]
        built.extend(i for i in fresh if not any(_repeats(i, b) for b in built))
    built = [b for b in built if not any(_firmer(o, b) for o in built if o is not b)]
    built = _completed(built)
    if not built:
        built = [_bare(text, drafts[0].thing or procurement.systems[0])]
    return tuple(i for i in built if not any(_says_more(o, i) for o in built if o is not i))


def _completed(items: list[Item]) -> list[Item]:
    """One version told in one place and one count in another are of the same goods: "chose the Leopard 2A8 … will order 46 of them"."""
    if len(items) != 2 or _key(items[0]) != _key(items[1]):
        return items
    version = next((i for i in items if i.variant is not None and i.quantity is None), None)
    count = next((i for i in items if i.variant is None and i.quantity is not None), None)
    return items if version is None or count is None else [msgspec.structs.replace(version, quantity=count.quantity)]


def _thing(procurement: Procurement, draft: Draft, item: DraftItem) -> SystemMention:
    """What an item without a name is: "100 systems" are the procurement's first system, "the missiles" the one of that kind."""
    first = procurement.systems[0]
    return first if item.quantity is not None and item.quantity.unit == "system" else draft.thing or first


def _item(text: str, thing: SystemMention, draft: DraftItem) -> Item:
    if draft.system is not None and draft.variant is None:
        return build_item(text, draft.system, draft.quantity)
    base = _bare(text, draft.system or thing)
    quantity = build_quantity(text, draft.quantity) if draft.quantity is not None else None
    if draft.variant is None:
        return Item(system=base.system, quantity=quantity)
    variant = Mention.cut(text, draft.variant.start, draft.variant.end)
    return Item(system=base.system, variant=draft.variant.name, variant_mention=variant, quantity=quantity)


def _bare(text: str, system: SystemMention) -> Item:
    """The system alone: what a later sentence means by "the missiles" (its version and count belong to the sentence that gave them)."""
    return Item(
        system=System(
            id=system.id,
            name=system.name,
            designation=system.designation,
            quote=text[system.start : system.end],
            start=system.start,
            end=system.end,
        )
    )


def _key(item: Item) -> str:
    return item.system.id or item.system.designation


def _repeats(new: Item, old: Item) -> bool:
    """The same goods told again, or the count of them told again in other words."""
    if _key(new) != _key(old) or new.system.designation != old.system.designation:
        return False
    if new.variant != old.variant and new.variant is not None and old.variant is not None:
        return False
    if new.quantity is None:
        return new.variant is None or new.variant == old.variant
    return old.quantity is not None and new.quantity.value == old.quantity.value


def _firmer(other: Item, item: Item) -> bool:
    """A firm count told beside a ceiling of the same goods: "up to 16 … fourteen of them a firm order"."""
    if _key(other) != _key(item) or other.variant != item.variant or other.quantity is None or item.quantity is None:
        return False
    return item.quantity.bound is Bound.MAX and other.quantity.bound is Bound.EXACT and other.quantity.value < item.quantity.value


def _says_more(other: Item, item: Item) -> bool:
    """`other` tells of the same goods with a version or a count where `item` has none."""
    if _key(other) != _key(item):
        return False
    if item.quantity is None and item.variant is None:
        return other.quantity is not None or other.variant is not None
    return item.quantity is None and other.variant == item.variant and other.quantity is not None


def _money(text: str, money: MoneyMention, draft: Draft) -> Money:
    return Money(
        amount=money.amount,
        currency=money.currency,
        basis=find_basis(draft, text),
        bound=money.bound,
        quote=text[money.start : money.end],
        start=money.start,
        end=money.end,
    )


def find_basis(draft: Draft, text: str = "") -> Basis:
    """What the amount is an amount of, by the step that names it."""
    if draft.stage in _CONTRACT_STAGES and draft.modality is Modality.HAPPENED:
        return Basis.CONTRACT
    if draft.frame.trigger.name == "money set aside":
        return Basis.BUDGET
    if (
        draft.stage is Stage.PLAN
        and draft.value is not None
        and "budget" in text[max(0, draft.value.start - 30) : draft.value.end + 20].lower()
    ):
        return Basis.BUDGET
    return Basis.CONTRACT if draft.stage in (Stage.HALT, Stage.CHANGE) else Basis.ESTIMATE


def _period(scene: Scene, drafts: list[Draft]) -> Period | None:
    dates = [d for draft in drafts for d in draft.dates if d.first is not None or d.last is not None]
    if not dates:
        return None
    if drafts[0].stage not in (Stage.DELIVERY, Stage.SERVICE):
        dates = dates[:1]
    firsts = [d.first for d in dates if d.first is not None]
    lasts = [d.last for d in dates if d.last is not None]
    beside = [d for d in dates if scene.text.find("\n", dates[0].start, d.end) < 0 and d.end - dates[0].start < 300]
    return Period(
        start=min(firsts) if firsts else None,
        end=max(lasts) if lasts and dates[-1].last is not None else None,
        calendar=dates[0].calendar,
        mention=Mention.cut(scene.text, dates[0].start, max(d.end for d in beside)),
    )


def _source(scene: Scene, draft: Draft | None) -> Source | None:
    if draft is None or draft.speaker is None or scene.document.kind is DocumentKind.PRESS_RELEASE:
        return None
    speaker = draft.speaker
    return Source(name=speaker.name, role=speaker.role, quote=scene.text[speaker.start : speaker.end], start=speaker.start, end=speaker.end)


def _contractors(text: str, drafts: list[Draft]) -> tuple[Contractor, ...]:
    found: dict[str, Contractor] = {}
    for name in (m for d in drafts for m in d.makers):
        maker = catalogue.maker(name.id)
        found.setdefault(
            name.id,
            Contractor(
                id=name.id,
                name=_firm(text[name.start : name.end], maker.name),
                quote=text[name.start : name.end],
                start=name.start,
                end=name.end,
            ),
        )
    return tuple(found.values())


def _firm(printed: str, known: str) -> str:
    """The firm as printed; a misspelt name is given right."""
    resolution = catalogue.resolve_maker(printed)
    return printed if resolution is not None and resolution.exact else known


def _evidence(text: str, drafts: list[Draft]) -> tuple[Mention, ...]:
    spans = sorted({(d.frame.sentence.start, d.frame.sentence.end) for d in drafts})
    return tuple(Mention.cut(text, start, end) for start, end in spans)


def _rules(drafts: list[Draft], procurement: Procurement, supplier: seen.Party | None) -> dict[str, str]:
    first = drafts[0]
    rules = {"stage": f"prose: {first.frame.trigger.name}", "modality": "prose: auxiliaries around the trigger"}
    if first.roles.buyer_rule:
        rules["buyer"] = f"prose: {first.roles.buyer_rule}"
    else:
        rules["buyer"] = "prose: carried within the procurement"
    if supplier is not None:
        rules["supplier"] = (
            f"prose: {first.roles.supplier_rule or 'carried within the procurement'}"
            if procurement.supplier
            else "prose: maker's country, named in the document"
        )
    if any(d.value for d in drafts):
        rules["value"] = "mentions.money, nearest to the trigger"
    if any(d.dates for d in drafts):
        rules["date"] = "mentions.dates, in the clause"
    return rules
