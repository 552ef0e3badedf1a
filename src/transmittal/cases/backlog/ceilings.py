"""The rows of a backlog by notified ceilings: one a chain of certifications, and one for each increase that the method sets apart."""

from datetime import date

import msgspec

from transmittal.cases.backlog.method import Counts, Increases, Method
from transmittal.cases.backlog.result import Quoted
from transmittal.cases.backlog.rows import Row, quoted
from transmittal.cases.certifications import Chain, Increase, chains, number_of
from transmittal.cases.goods import add_goods, goods
from transmittal.cases.when import last_day
from transmittal.cases.words import same_money
from transmittal.model import Basis, CaseFile, KeptEvent


def notified_rows(case: CaseFile, method: Method, on: date) -> list[Row]:
    """The rows of a case by its notified ceilings on a day; none when nothing was notified by then."""
    found = chains(case.events, on, lambda k: k.paper.tier in method.value.tiers and not _is_left_out(k, method.counts))
    return [row for chain in found for row in _rows(chain, method, named=len(found) > 1)]


def _is_left_out(kept: KeptEvent, counts: Counts) -> bool:
    """Sold by a channel or a supplier that does not count, or bought at home. What is not told leaves nothing out."""
    event = kept.event
    if event.channel is not None and event.channel.id in counts.channels_out:
        return True
    if event.supplier is None:
        return False
    at_home = event.buyer is not None and event.supplier.id == event.buyer.id
    return at_home or bool(counts.suppliers and event.supplier.id not in counts.suppliers)


def _rows(chain: Chain, method: Method, *, named: bool) -> list[Row]:
    """The row of a chain, and one for each increase that the method sets apart: those with counted goods of their own."""
    base = _base(chain, named=named)
    own: list[Row] = []
    for increase in chain.increases:
        if method.value.increases is Increases.OWN_LINE and increase.goods and not increase.within:
            own.append(_increase_row(increase))
        else:
            base = _enlarged(base, increase)
    return [base, *own]


def _base(chain: Chain, *, named: bool) -> Row:
    believed, papers, fullest = chain.believed, chain.papers, chain.fullest
    value = believed.event.value if believed is not None else None
    return Row(
        part=chain.number if named else "",
        entered=chain.entered,
        amount=value.amount if value is not None else None,
        currency=value.currency if value is not None else None,
        basis=Basis.ESTIMATE.value,
        wanted=goods(fullest.event.items) if fullest is not None else (),
        figures=tuple(q for k in papers if value is not None and same_money(k.event.value, value) and (q := quoted(k)) is not None),
        papers=papers,
    )


def _increase_row(increase: Increase) -> Row:
    kept = increase.kept
    return Row(
        part=f"increase {number_of(kept) or last_day(kept).isoformat()}",
        entered=last_day(kept),
        amount=increase.added,
        currency=increase.currency if increase.added is not None else None,
        basis=Basis.ESTIMATE.value,
        wanted=increase.goods,
        figures=_figures(increase),
        papers=(kept,),
        is_increase=True,
    )


def _enlarged(base: Row, increase: Increase) -> Row:
    """The row with an increase inside. A ceiling nobody gave stays unknown: what was added is not the whole, a printed total is."""
    amount, currency = base.amount, base.currency
    if amount is None and increase.total is not None:
        amount, currency = increase.total, increase.currency
    elif amount is not None and increase.added is not None:
        amount += increase.added
    return msgspec.structs.replace(
        base,
        amount=amount,
        currency=currency,
        wanted=add_goods(base.wanted, increase.goods),
        figures=base.figures + _figures(increase),
        papers=(*base.papers, increase.kept),
    )


def _figures(increase: Increase) -> tuple[Quoted, ...]:
    return (Quoted(increase.kept.paper, increase.figure),) if increase.figure is not None else ()
