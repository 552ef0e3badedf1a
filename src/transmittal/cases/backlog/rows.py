"""What the figures of a backlog are put together from: rows with their amount, their goods, and the papers that say so."""

from datetime import date
from decimal import Decimal

import msgspec

from transmittal.cases.backlog.result import Quoted
from transmittal.cases.goods import Wanted
from transmittal.model import KeptEvent


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One certification, one increase of it, or one signed agreement.

    part: how the row is told from others of its case. amount None: no document that counts gives it.
    papers: the events it was put together from, best first. figures: the mentions of its amount.
    """

    part: str
    entered: date
    amount: Decimal | None
    currency: str | None
    basis: str
    wanted: tuple[Wanted, ...]
    figures: tuple[Quoted, ...]
    papers: tuple[KeptEvent, ...]
    is_ceiling: bool = True
    is_increase: bool = False


def quoted(kept: KeptEvent) -> Quoted | None:
    """The mention of the event's amount, None when it gives none."""
    value = kept.event.value
    return None if value is None else Quoted(kept.paper, value)
