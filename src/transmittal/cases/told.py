"""One value of one property as the reports of one step tell it."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Literal

import msgspec

from transmittal.cases.cited import Cite, cite, describe_paper, in_order
from transmittal.cases.gather import Group
from transmittal.cases.lines import Line, counted, line_names
from transmittal.cases.when import describe_around
from transmittal.cases.words import describe_amount, describe_count, describe_money, last_said, table
from transmittal.model import Bound, KeptEvent, Mention, Modality, Money, Quantity, Stage, Tier

Nature = Literal["set", "total", "increase"]
# What a count is a count of, by the stage that gives it.
COUNTS = {
    Stage.PLAN: "planned",
    Stage.REQUEST: "requested",
    Stage.APPROVAL: "notified",
    Stage.AGREEMENT: "ordered",
    Stage.AWARD: "contracted",
    Stage.DELIVERY: "delivered",
    Stage.SERVICE: "in service",
}


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """A value, where and when it was told.

    key:     of the property ("price", "ordered tomahawk/block-4"). shown: with basis and date. bare: the value alone.
    value:   a text equal for equal values. amount with currency, or a count as amount without; None for names and dates.
    nature:  "set" in a step of its own; "total" or "increase" in a change of an earlier step.
    start, end: of the step it belongs to. known: the first and last day on which it was published.
    by:      the nearest document, in words. line, name: key and name of the line that a count is of; scope: systems an amount is for.
    """

    key: str
    shown: str
    bare: str
    value: str
    stage: Stage
    modality: Modality
    start: date | None
    end: date | None
    known: date
    last_known: date
    tier: Tier
    by: str
    events: tuple[str, ...]
    cites: tuple[Cite, ...]
    papers: tuple[str, ...]
    amount: Decimal | None = None
    currency: str | None = None
    bound: Bound = Bound.EXACT
    nature: Nature = "set"
    line: str | None = None
    scope: tuple[str, ...] = ()
    derived: bool = False
    name: str = ""


def tell(
    key: str, bare: str, value: str, group: Group, members: Iterable[tuple[KeptEvent, tuple[Mention, ...]]], label: str = "", **more: object
) -> Told:
    """The value that some reports of a step give. label: what stands in the bracket before the date."""
    listed = sorted(members, key=lambda m: (m[0].paper.tier.rank, m[0].paper.known, m[0].id))
    nearest = listed[0][0]
    around = describe_around(group.when)
    built = {
        "key": key,
        "bare": bare,
        "value": value,
        "shown": f"{bare} ({', '.join(p for p in (label, around) if p)})",
        "stage": nearest.event.stage,
        "modality": nearest.event.modality,
        "start": group.when.start,
        "end": group.when.end,
        "known": min(k.paper.known for k, _ in listed),
        "last_known": max(k.paper.known for k, _ in listed),
        "tier": nearest.paper.tier,
        "by": describe_paper(nearest),
        "events": tuple(sorted({k.id for k, _ in listed})),
        "papers": tuple(sorted({k.paper.id for k, _ in listed})),
        "cites": in_order(c for k, mentions in listed for c in cite(k, *mentions)),
    }
    return Told(**{**built, **more})  # type: ignore[arg-type]


def amounts(groups: Iterable[Group]) -> list[Told]:
    """Every amount told, by step, kind and value. What a change tells belongs to the step that it changes."""
    listed = list(groups)
    found = []
    for group in listed:
        told: dict[tuple[str, str, Decimal, Bound], list[tuple[KeptEvent, tuple[Mention, ...]]]] = {}
        for kept in group.events:
            value = kept.event.value
            if value is not None:
                told.setdefault((_kind(kept, value, listed), value.currency, value.amount, value.bound), []).append((kept, (value,)))
        for (kind, currency, amount, bound), members in told.items():
            found.append(_amount(kind, currency, amount, bound, group, members))
    return found


def _amount(
    kind: str, currency: str, amount: Decimal, bound: Bound, group: Group, members: list[tuple[KeptEvent, tuple[Mention, ...]]]
) -> Told:
    label = kind_label(kind)
    money = next(k.event.value for k, _ in members if k.event.value is not None)
    modality = members[0][0].event.modality
    key = kind if modality is Modality.HAPPENED else f"{modality.value} {kind}"
    nature = _nature(members[0][0], money) if members[0][0].event.stage is Stage.CHANGE else "set"
    bare = describe_money(money, ceiling=kind == "ceiling")
    if nature == "increase":
        bare = "an increase of " + describe_amount(amount, currency)
    scope = tuple(sorted({i.system.designation for k, _ in members for i in k.event.items}))
    prefix = "" if modality is Modality.HAPPENED else f"{modality.value} "
    label = f"{label}, {footing}" if (footing := _footing(kind, members)) else label
    return tell(
        key, bare, f"{currency} {amount.normalize():f} {nature}", group, members, prefix + label,
        amount=amount, currency=currency, bound=bound, nature=nature, scope=scope,
    )  # fmt: skip


def _footing(kind: str, members: list[tuple[KeptEvent, tuple[Mention, ...]]]) -> str | None:
    """How a budget counts, where the sentence that gives it says so."""
    text = " ".join(m.quote for k, _ in members for m in k.event.evidence)
    found = (str(f["label"]) for f in table("bases")["footing"] if re.search(f["pattern"], text, re.IGNORECASE))
    return next(found, None) if kind == "budget" else None


def kind_label(kind: str) -> str:
    """What an amount of this kind is called."""
    return str(next(k["label"] for k in table("bases")["kind"] if k["id"] == kind))


def is_several(kind: str) -> bool:
    """Whether amounts of this kind stand side by side instead of replacing each other."""
    return any(k["several"] for k in table("bases")["kind"] if k["id"] == kind.split()[-1])


def _kind(kept: KeptEvent, money: Money, groups: list[Group]) -> str:
    stage = kept.event.stage
    if stage is Stage.CHANGE and money.basis.value != "budget" and money.basis.value != "obligated":
        stage = changed_stage(kept, groups, amount=True)
    for kind in table("bases")["kind"]:
        if stage.value in kind["stages"] and money.basis.value in kind["bases"]:
            return str(kind["id"])
    raise ValueError(f"data/bases.toml has no kind for {stage.value} with basis {money.basis.value}")


def changed_stage(kept: KeptEvent, groups: list[Group], *, amount: bool = False) -> Stage:
    """The step that a change alters: the certification for a certified change, else the furthest step before it that fits."""
    event = kept.event
    if event.identifiers.transmittal is not None:
        return Stage.APPROVAL
    if amount and event.value is not None and event.value.basis.value == "contract":
        return Stage.AGREEMENT
    day = min(kept.paper.known, (event.date.start if event.date and event.date.start else kept.paper.known))
    before = {
        g.events[0].event.stage
        for g in groups
        if g.events[0].event.modality is Modality.HAPPENED and (g.when.start or g.when.end or day) <= day
    }
    for stage in (Stage.AGREEMENT, Stage.APPROVAL):
        if stage in before and not (amount and stage is Stage.AGREEMENT):
            return stage
    return Stage.PLAN


def _nature(kept: KeptEvent, number: Money | Quantity) -> Nature:
    """Whether a change gives the new total or what is added: the word nearest before the number decides, then any in its sentence."""
    for mention in kept.event.evidence:
        if mention.start <= number.start < mention.end:
            before = mention.quote[: number.start - mention.start]
            said = last_said(("adds", "totals"), before) or last_said(("adds", "totals"), mention.quote)
            if said is not None:
                return "increase" if said == "adds" else "total"
    texts = " ".join(m.quote for m in kept.event.evidence)
    return "increase" if last_said(("adds", "totals"), texts) == "adds" else "total"


def counts(groups: Iterable[Group]) -> list[Told]:
    """Every count told, by step, line and value."""
    listed = list(groups)
    lines = counted(k for g in listed for k in g.events)
    names = line_names(lines)
    by_event: dict[str, dict[Line, list[Quantity]]] = {}
    for one in lines:
        if one.item.quantity is not None:
            by_event.setdefault(one.kept.id, {}).setdefault(one.line, []).append(one.item.quantity)
    found = []
    for group in listed:
        told: dict[tuple[str, Line, int, Bound, Nature], list[tuple[KeptEvent, tuple[Mention, ...]]]] = {}
        for kept in group.events:
            for line, quantities in by_event.get(kept.id, {}).items():
                label, nature = _count_kind(kept, quantities[0], listed)
                value, bound = sum(q.value for q in quantities), _bound_of_sum(quantities)
                told.setdefault((label, line, value, bound, nature), []).append((kept, tuple(quantities)))
        for (label, line, value, bound, nature), members in told.items():
            found.append(_count(label, line, names[line], value, bound, nature, group, members))
    return found


def _bound_of_sum(quantities: list[Quantity]) -> Bound:
    """One document that counts one line twice (single-seat and two-seat) counts it as their sum."""
    bounds = {q.bound for q in quantities}
    if len(bounds) == 1:
        return bounds.pop()
    return Bound.MAX if bounds == {Bound.MAX, Bound.EXACT} else Bound.ABOUT


def _count_kind(kept: KeptEvent, quantity: Quantity, groups: list[Group]) -> tuple[str, Nature]:
    stage = kept.event.stage
    if stage is Stage.CHANGE:
        return COUNTS[changed_stage(kept, groups)], _nature(kept, quantity)
    if stage is Stage.HALT:
        return "halted", "set"
    return COUNTS[stage], _nature(kept, quantity) if stage is Stage.AGREEMENT and _adds(kept, quantity) else "set"


def _adds(kept: KeptEvent, quantity: Quantity) -> bool:
    for mention in kept.event.evidence:
        if mention.start <= quantity.start < mention.end:
            return last_said(("adds", "totals"), mention.quote[: quantity.end - mention.start]) == "adds"
    return False


def line_key(line: Line) -> str:
    """A key without blanks: "tomahawk/block-4", "hcds//launcher"."""
    return "/".join(p.replace("/", "-").replace(" ", "-") for p in (line.family, line.variant, line.role)).rstrip("/")


def is_variant_of(part: str, whole: str) -> bool:
    """Whether a line counts one variant of what another line counts as a family. A role ("radars") is a thing of its own."""
    return part.count("/") == 1 and part.split("/")[0] == whole


def _count(
    label: str, line: Line, name: str, value: int, bound: Bound, nature: Nature, group: Group,
    members: list[tuple[KeptEvent, tuple[Mention, ...]]],
) -> Told:  # fmt: skip
    modality = members[0][0].event.modality
    if modality is not Modality.HAPPENED:
        label = f"{modality.value} {label}"
    bare = f"{describe_count(value, bound)} {name}"
    if nature == "increase":
        bare = f"{value:,} more {name}"
    return tell(
        f"{label} {line_key(line)}", bare, f"{value} {nature}", group, members, label,
        amount=Decimal(value), bound=bound, nature=nature, line=line_key(line), scope=(line.family,), name=name,
        derived=any(len(mentions) > 1 for _, mentions in members),
    )  # fmt: skip
