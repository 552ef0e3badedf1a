"""The notified ceilings of a case as facts: what `certifications` finds, with what held before and what other documents say."""

from collections.abc import Iterable
from decimal import Decimal

import msgspec

from transmittal.cases.certifications import Chain, Increase
from transmittal.cases.gather import gather
from transmittal.cases.settle import Settled, increased, reason
from transmittal.cases.told import Told, kind_label, tell
from transmittal.cases.words import describe_amount
from transmittal.model import Bound

KEY = "ceiling"


def ceilings(chains: Iterable[Chain], told: Iterable[Told]) -> dict[str, Settled]:
    """One a chain that has a figure, by its key: "ceiling", or "ceiling 20-68" where a case has several. told: all ceilings told."""
    listed = [t for t in told if t.key == KEY]
    found = [(chain, settled) for chain in chains if (settled := _settle(chain, listed)) is not None]
    if len(found) == 1:
        return {KEY: found[0][1]}
    return {f"{KEY} {chain.number or chain.entered.isoformat()}": settled for chain, settled in found}


def _settle(chain: Chain, told: list[Told]) -> Settled | None:
    believed = chain.believed
    if believed is None or believed.event.value is None:
        return None
    value = believed.event.value
    ids = {k.id for k in (*chain.approvals, *chain.changes)}
    own = [t for t in told if ids & set(t.events)]
    base = next((t for t in own if believed.id in t.events and (t.amount, t.currency) == (value.amount, value.currency)), None)
    if base is None:
        return None
    last, now = base, base
    added: list[Told] = []
    earlier = sorted((t for t in own if t.stage is base.stage and _day(t) < _day(base)), key=lambda t: (_day(t), t.value))
    steps = [[t] for t in earlier] + [[base]]
    for increase in chain.increases:
        if increase.added is None:
            continue
        telling = _telling(increase, now, told)
        earlier.append(now)
        if telling.nature == "increase":
            added.append(now)
            now = increased(now, telling)
        else:
            added.clear()
            now = telling
        last = telling
        steps.append([telling])
    beside = tuple(t for t in own if t is not last and (t.start, t.end, t.stage) == (last.start, last.end, last.stage))
    because = reason(last, now, steps, beside)
    return Settled(now, because, tuple(t for t in earlier if t.amount != now.amount), beside, tuple(added))


def _day(told: Told) -> str:
    return (told.end or told.start or told.known).isoformat()


def _telling(increase: Increase, now: Told, told: list[Told]) -> Told:
    """What a report adds, or leads to: as the reader told it, else by the words in which it stands."""
    amount = (now.amount or Decimal(0)) + (increase.added or Decimal(0)) if increase.is_total else increase.added
    nature = "total" if increase.is_total else "increase"
    currency = now.currency or ""
    bare = describe_amount(amount or Decimal(0), currency)
    bare = bare if increase.is_total else f"an increase of {bare}"
    value = f"{currency} {(amount or Decimal(0)).normalize():f} {nature}"
    held = next((t for t in told if increase.kept.id in t.events and (t.amount, t.currency) == (amount, currency)), None)
    if held is not None:
        return held if held.nature == nature else msgspec.structs.replace(held, nature=nature, bare=bare, value=value)
    group = gather([increase.kept])[0]
    mentions = (increase.figure,) if increase.figure is not None else ()
    return tell(
        KEY, bare, value, group, [(increase.kept, mentions)], kind_label(KEY),
        amount=amount, currency=currency, bound=Bound.MAX, nature=nature,
    )  # fmt: skip
