"""The value of a notice: its table, or its sentence."""

import re

from transmittal.mentions.money import MoneyMention, find_money
from transmittal.model import Basis, Bound, Money

_TOTAL_ROW = re.compile(r"(?:^|\n|[.;:] ?)[\s'’]*total\b(?! estimated)[\s.:|=$]*", re.I)
_COST_SENTENCE = re.compile(
    r"\b(?:estimated|total|overall|approximate)\b[^.;\n]{0,60}?\b(?:cost|value|price)\b[^.;\n]{0,60}?(?=[$\d]|USD|US\$)"
    r"|\bestimated (?:to cost|at)\b\s*|\bcost (?:is|was) (?:estimated|put) (?:at|to be)\b\s*"
    r"|\b(?:not to exceed|could be as high as|could reach)\b\s*|\bat an estimated cost of\b\s*",
    re.I,
)


def find_total(text: str, start: int, end: int) -> MoneyMention | None:
    """The TOTAL line of a value table in text[start:end], dotted leaders, stray signs and missing signs tolerated."""
    rows = list(_TOTAL_ROW.finditer(text, start, end))
    for row in reversed(rows):
        line_end = text.find("\n", row.end(), end)
        stop = end if line_end < 0 else line_end
        money = next(iter(find_money(text, row.end() - _sign_before(text, row), stop, home="USD", bare=True)), None)
        if money is not None:
            return money
    return None


def _sign_before(text: str, row: re.Match[str]) -> int:
    """The row pattern eats leaders and signs; the sign just before the figure belongs to the amount."""
    tail = re.search(r"\$\s*$", text[row.start() : row.end()])
    return len(tail[0]) if tail else 0


def find_cost(text: str, start: int, end: int) -> MoneyMention | None:
    """The amount of the sentence that states the estimated cost: the last such sentence of text[start:end], where totals are restated."""
    found: MoneyMention | None = None
    for m in _COST_SENTENCE.finditer(text, start, end):
        line_end = text.find("\n", m.end(), end)
        stop = min(end if line_end < 0 else line_end, m.end() + 60)
        money = next(iter(find_money(text, m.end(), stop, home="USD")), None)
        if money is not None and re.match(r"[\w\s:]{0,30}$", text[m.end() : money.start]):
            found = money
    return found


def notified_value(text: str, money: MoneyMention) -> Money:
    """A notified amount: an estimate, and a ceiling by law whatever words surround it."""
    return Money(
        amount=money.amount,
        currency=money.currency,
        basis=Basis.ESTIMATE,
        bound=Bound.MIN if money.threshold else Bound.MAX,
        quote=text[money.start : money.end],
        start=money.start,
        end=money.end,
    )
