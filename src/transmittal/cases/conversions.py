"""Amounts in another currency that a document prints beside its own: "254.1 billion yen ($1.7 billion)".

The reader takes the first and passes over the second, which is no price of its own; here it is told apart, so that whoever meets
the second elsewhere sees where it comes from.
"""

from collections.abc import Iterable, Iterator

import msgspec

from transmittal.cases.cited import Cite, in_order
from transmittal.cases.told import Told
from transmittal.cases.words import describe_amount
from transmittal.mentions.money import MoneyMention, find_money
from transmittal.model import KeptEvent, Mention, Money


def conversions(money: Iterable[Told], events: dict[str, KeptEvent]) -> Iterator[tuple[Told, Told]]:
    """Each amount that is told with another currency beside it, and that other amount as told."""
    for told in money:
        found = next(filter(None, (_beside(events[event]) for event in told.events if event in events)), None)
        if found is not None and found[0].currency != told.currency:
            amount, cite = found
            bare = f"about {describe_amount(amount.amount, amount.currency)}"
            yield (
                told,
                msgspec.structs.replace(
                    told,
                    bare=bare,
                    shown=f"{bare} (beside it, in the same sentence)",
                    value=f"{amount.currency} {amount.amount.normalize():f} conversion",
                    amount=amount.amount,
                    currency=amount.currency,
                    cites=in_order([cite]),
                    events=(cite.event,),
                ),
            )


def _beside(kept: KeptEvent) -> tuple[MoneyMention, Cite] | None:
    value = kept.event.value
    if value is None:
        return None
    for evidence in kept.event.evidence:
        if evidence.start <= value.start and value.end <= evidence.end:
            found = _told_beside(evidence, value)
            if found is not None:
                start, end = evidence.start + found.start, evidence.start + found.end
                mention = Mention(quote=evidence.quote[found.start : found.end], start=start, end=end)
                return found, Cite(kept.id, kept.paper.id, mention)
    return None


def _told_beside(evidence: Mention, value: Money) -> MoneyMention | None:
    """The conversion that the finder sees directly behind the value."""
    following = (found for found in find_money(evidence.quote) if found.start >= value.end - evidence.start)
    beside = next(following, None)
    return beside if beside is not None and beside.conversion else None
