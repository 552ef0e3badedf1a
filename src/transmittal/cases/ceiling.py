"""The notified ceilings of a case as facts: what `certifications` finds, with what held before and what other documents say."""

from collections.abc import Iterable
from decimal import Decimal

import msgspec

from transmittal.cases.certifications import Chain, Increase
from transmittal.cases.gather import gather
from transmittal.cases.settle import Settled, increased, now_of, reason
from transmittal.cases.told import Told, kind_label, tell
from transmittal.cases.words import describe_amount
from transmittal.model import Bound

KEY = "ceiling"


def ceilings(chains: Iterable[Chain], told: Iterable[Told]) -> dict[str, Settled]:
    """One a chain that has a figure, by its key: "ceiling", or "ceiling 20-68" where a case has several. told: all ceilings told.

    "increase" where documents tell of what was added and none of what it was added to: a part is no ceiling.
    """
    listed = [t for t in told if t.key == KEY]
    chains = list(chains)
    found = [(chain, settled) for chain in chains if (settled := _settle(chain, listed)) is not None]
    if not found and listed:
        settled = now_of(listed)
        is_part = bool(chains) or settled.now.nature == "increase"
        return {"increase" if is_part else KEY: settled}
    if len(found) == 1:
        return {KEY: found[0][1]}
    return {f"{KEY} {chain.number or chain.entered.isoformat()}": settled for chain, settled in found}


def _settle(chain: Chain, told: list[Told]) -> Settled | None:
    ids = {k.id for k in (*chain.approvals, *chain.changes)}
    own = [t for t in told if ids & set(t.events)]
    now = last = _base(chain, own)
    earlier = sorted((t for t in own if now and t.stage is now.stage and _day(t) < _day(now)), key=lambda t: (_day(t), t.value))
    steps = [[t] for t in earlier] + ([[now]] if now else [])
    added: list[Told] = []
    for increase in chain.increases:
        if (increase.added if now else increase.total) is None:
            continue
        last = _telling(increase, own)
        added = [*added, now] if now and last.nature == "increase" else []
        earlier += [now] if now else []
        now = increased(now, last) if now and last.nature == "increase" else last
        steps.append([last])
    if now is None or last is None:
        return None
    beside = tuple(t for t in own if t is not last and (t.start, t.end, t.stage) == (last.start, last.end, last.stage))
    because = reason(last, now, steps, beside)
    return Settled(now, because, tuple(t for t in earlier if t.amount != now.amount), beside, tuple(added))


def _base(chain: Chain, told: list[Told]) -> Told | None:
    """What the believed print of the certification tells."""
    believed = chain.believed
    value = believed.event.value if believed is not None else None
    if believed is None or value is None:
        return None
    return next((t for t in told if believed.id in t.events and (t.amount, t.currency) == (value.amount, value.currency)), None)


def _day(told: Told) -> str:
    return (told.end or told.start or told.known).isoformat()


def _telling(increase: Increase, told: list[Told]) -> Told:
    """What a report adds, or leads to: as the reader told it, else by the words in which it stands."""
    is_total = increase.total is not None
    amount = (increase.total if is_total else increase.added) or Decimal(0)
    nature, currency = "total" if is_total else "increase", increase.currency or ""
    bare = describe_amount(amount, currency)
    bare = bare if is_total else f"an increase of {bare}"
    value = f"{currency} {amount.normalize():f} {nature}"
    held = next((t for t in told if increase.kept.id in t.events and (t.amount, t.currency) == (amount, currency)), None)
    if held is not None:
        return held if held.nature == nature else msgspec.structs.replace(held, nature=nature, bare=bare, value=value)
    mentions = (increase.figure,) if increase.figure is not None else ()
    return tell(
        KEY, bare, value, gather([increase.kept])[0], [(increase.kept, mentions)], kind_label(KEY),
        amount=amount, currency=currency, bound=Bound.MAX, nature=nature,
    )  # fmt: skip
