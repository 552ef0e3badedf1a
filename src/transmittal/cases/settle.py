"""Which of several tellings of one property holds, and why."""

from collections.abc import Iterable
from datetime import date

import msgspec

from transmittal.cases.rounding import significant
from transmittal.cases.told import Told
from transmittal.cases.when import When, describe_when
from transmittal.cases.words import describe_amount, describe_count
from transmittal.model import Bound, Stage, Tier

_TIERS = {
    Tier.SELLER: "the seller's own paper",
    Tier.BUYER: "the buyer's own paper",
    Tier.COMPANY: "the company's own paper",
    Tier.REGISTER: "a register",
    Tier.PRESS: "a press report",
    Tier.OTHER: "a document",
}


class Settled(msgspec.Struct, frozen=True):
    """The telling that holds. because: one sentence. earlier: what held before, oldest first. beside: other tellings of the same step.

    added: tellings that an increase was added to.
    """

    now: Told
    because: str
    earlier: tuple[Told, ...] = ()
    beside: tuple[Told, ...] = ()
    added: tuple[Told, ...] = ()


def now_of(told: Iterable[Told]) -> Settled:
    """The value in force. The latest step decides; within it the nearest source, then the more exact number, then the later report.

    A total replaces what was before it; a bare increase is added to it, and says so. At least one telling is needed.
    """
    steps = _by_step(told)
    best = [_best(step) for step in steps]
    now, earlier, added = best[0], list[Told](), list[Told]()
    for telling in best[1:]:
        earlier.append(now)
        if telling.nature == "increase":
            added.append(now)
            now = increased(now, telling)
        else:
            added.clear()
            now = telling
    beside = tuple(t for t in steps[-1] if t is not best[-1])
    return Settled(now, reason(best[-1], now, steps, beside), tuple(t for t in earlier if t.value != now.value), beside, tuple(added))


def _by_step(told: Iterable[Told]) -> list[list[Told]]:
    """Tellings of one step together, oldest step first. Tellings of one document in one step are alternatives too."""
    steps: dict[tuple[object, ...], list[Told]] = {}
    for telling in sorted(told, key=_sort_key):
        steps.setdefault((telling.stage, telling.start, telling.end), []).append(telling)
    return sorted(
        steps.values(), key=lambda s: (s[0].end or s[0].start or s[0].known, s[0].start or date.min, s[0].nature != "set", _sort_key(s[0]))
    )


def _sort_key(t: Told) -> tuple[str, ...]:
    return (t.key, t.value, *t.events)


def _best(step: list[Told]) -> Told:
    return min(step, key=lambda t: (t.tier.rank, *_vague(t), -t.last_known.toordinal(), _sort_key(t)))


def _vague(t: Told) -> tuple[int, int]:
    """Plain numbers before ceilings (where a ceiling is not what was decided), both before "about"; more digits before fewer."""
    bound = 2 if t.bound in (Bound.ABOUT, Bound.MIN) else int(t.bound is Bound.MAX and t.stage is not Stage.APPROVAL)
    return (bound, -significant(t.amount) if t.amount is not None and t.currency else 0)


def increased(before: Told, increase: Told) -> Told:
    """The sum of a value and an increase; stands on both."""
    if before.amount is None or increase.amount is None or before.currency != increase.currency:
        return increase
    amount = before.amount + increase.amount
    bare = describe_amount(amount, before.currency) if before.currency else f"{describe_count(int(amount), before.bound)} {before.name}"
    moment = describe_when(When(increase.start, increase.end))
    return msgspec.structs.replace(
        increase, key=before.key, amount=amount, bare=bare, bound=before.bound, nature="total", derived=True,
        value=f"{before.currency} {amount.normalize():f} total" if before.currency else f"{int(amount)} total",
        shown=f"{bare} ({before.bare} and {increase.bare}, {moment})",
        events=tuple(sorted({*before.events, *increase.events})), papers=tuple(sorted({*before.papers, *increase.papers})),
        cites=tuple(dict.fromkeys((*before.cites, *increase.cites))), tier=max(before.tier, increase.tier, key=lambda t: t.rank),
    )  # fmt: skip


def reason(last: Told, now: Told, steps: list[list[Told]], beside: tuple[Told, ...]) -> str:
    """Why it holds, in one sentence. last: the latest telling; now: what it leads to. steps: all; beside: others of the last."""
    moment = describe_when(When(last.start, last.end))
    if last.nature == "increase" and now is not last:
        return f"the increase told for {moment} ({last.by}) is added to what held before; no document prints the sum"
    if last.nature == "total":
        return f"the latest change, {moment}, gives it as the new total ({last.by})"
    differing = [t for t in beside if t.value != last.value]
    if differing:
        return f"{_why_before(last, differing[0])} ({last.by})"
    if len(steps) > 1:
        return f"the latest step that gives it, {moment} ({last.by})"
    return f"as told by {last.by}" + (
        f" and {len(last.papers) - 1} other document{'s' if len(last.papers) > 2 else ''}" if len(last.papers) > 1 else ""
    )


def _why_before(chosen: Told, other: Told) -> str:
    """What put one telling of a step before another."""
    if chosen.tier is not other.tier:
        return f"{_TIERS[chosen.tier]} stands nearer than {_TIERS[other.tier]}"
    if _vague(chosen) != _vague(other):
        return f"it is more exact than {other.bare} in a source as near"
    if chosen.last_known != other.last_known:
        return f"of two sources equally near it is the later; the other says {other.bare}"
    return f"one of two values told by equally near sources on one day; the other is {other.bare}"
