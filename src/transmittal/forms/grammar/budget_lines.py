"""Lines of a budget overview: "Acquisition of X (8 aircraft)  JPY 106.9 billion", 「Xの取得（8機：1,069億円）」."""

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from transmittal.catalogue import Name
from transmittal.mentions.items import build_item, counts
from transmittal.mentions.money import MoneyMention, find_money
from transmittal.mentions.quantities import QuantityMention, find_quantities
from transmittal.mentions.systems import SystemMention, find_systems
from transmittal.model import Basis, Bound, Document, Item, Money

# A line begins here, at its own start or although the page's lines were joined.
_BULLET = re.compile(r"(?:[○●◯◎・■□◆◇▪▶➢※•*–-]|o(?= [A-Z]))\s*(?=\S)")
_BULLET_INSIDE = re.compile(r"(?<=\s)[○●◯◎・■□◆◇▪▶➢•]\s?(?=\S)")
# Bought is what is acquired; tried, studied, built for people or looked after is not.
_BOUGHT = re.compile(
    r"\b(?:acqui|procur|purchas|buy|production|produc|manufactur|construct\w* of|build|introduc)\w*"
    r"|取得|調達|購入|量産|建造|導入|整備",
    re.I,
)
_SILENT = re.compile(
    r"\b(?:research|stud(?:y|ies)|develop\w*|prototype|trial|test(?:ing|s)?|demonstrat\w*|experiment\w*|training|exercises?|education|recruit\w*"
    r"|personnel|salar\w*|allowances?|housing|barracks|quarters|facilit\w*|buildings?|hangars?|depots?|magazines|runways?|subsid\w*|environment"
    r"|scholarships?|harassment|maintenance|fuel|repairs?|travel)\b|研究|開発|試作|実証|試験|教育|訓練|人件費|隊舎|庁舎|宿舎|施設|維持|修理|燃料|弾薬庫|調査|検討",
    re.I,
)
# What is bought for so many ships or aircraft, not the ships or aircraft.
_PARTS = re.compile(
    r"\b(?:components?|parts?|spares?|equipment|materials?|fittings?|installation|refit\w*|modif\w*|upgrad(?!ed)\w*|improv(?!ed)\w*|conversion|engines?"
    r"|advance|long[- ]lead)\b[^()]{0,60}?\b(?:for|of|to|on)\b|改修|改造|装備品|構成品|部品|換装|搭載",
    re.I,
)
_JOINT = re.compile(r"[\s,、;；)）\]]*(?:(?:and|及び|並びに|と)\s*)?")
_AFTER = re.compile(r"[^\S\n]*(?:の(?:取得|調達|購入|量産|建造|導入|整備))?[^\S\n]*[\[(（「:：,、×xX-]{0,2}[^\S\n]*")


class BudgetLine(msgspec.Struct, frozen=True):
    """One amount and the systems it buys. start, end: what a reader would quote."""

    start: int
    end: int
    items: tuple[Item, ...]
    value: Money


def cut_lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The lines of a block: cut at its bullets."""
    edges = [*sorted({start, *(m.start() for m in _BULLET_INSIDE.finditer(text, start, end))}), end]
    return [(a, a + len(text[a:b].rstrip())) for a, b in pairwise(edges) if text[a:b].strip()]


def is_line_start(text: str, start: int) -> bool:
    """Whether a bullet opens the block."""
    return _BULLET.match(text, start) is not None


def find_lines(document: Document, names: Sequence[Name], start: int, end: int) -> list[BudgetLine]:
    """The purchases of one printed line; () when it buys no named system. Several amounts: each buys what stands before it."""
    text = document.text
    amounts = [m for m in find_money(text, start, end, home="JPY") if not m.conversion and m.currency == "JPY"]
    if not amounts or not is_purchase(text, start, end):
        return []
    systems = find_systems(text, names, start, end)
    found: list[BudgetLine] = []
    for at, to, amount in _shares(systems, amounts, start, end):
        mine = [s for s in systems if at <= s.start < to]
        if mine:
            edges = (at, to) if len(amounts) > 1 else (start, end)
            found.append(BudgetLine(*_quoted(text, *edges, amount), tuple(_items(text, mine, at, to)), build_budget(text, amount)))
    return found


def is_purchase(text: str, start: int, end: int) -> bool:
    """Silent words stop a line unless it also says that something is acquired."""
    return _SILENT.search(text, start, end) is None or _BOUGHT.search(text, start, end) is not None


def _shares(systems: list[SystemMention], amounts: list[MoneyMention], start: int, end: int) -> list[tuple[int, int, MoneyMention]]:
    """The stretch of text whose systems each amount pays: before it, or after it where the line opens with the amount."""
    leads = bool(systems) and amounts[0].end <= systems[0].start
    shares = []
    for number, amount in enumerate(amounts):
        if leads:
            shares.append((amount.end, amounts[number + 1].start if number + 1 < len(amounts) else end, amount))
        else:
            shares.append((amounts[number - 1].end if number else start, amount.start, amount))
    return shares


def _quoted(text: str, start: int, end: int, amount: MoneyMention) -> tuple[int, int]:
    """The line without its bullet, with its amount and the bracket that closes after it."""
    bullet = _BULLET.match(text, start, end)
    at = bullet.end() if bullet is not None else start
    joint = _JOINT.match(text, at, end)
    at = joint.end() if joint is not None else at
    to = max(end, amount.end)
    if to < len(text) and text[to] in ")）」":
        to += 1
    return at, to


def _items(text: str, systems: list[SystemMention], start: int, end: int) -> list[Item]:
    parts = _PARTS.search(text, start, end)
    quantities = list(find_quantities(text, start, end, skip=[(s.start, s.end) for s in systems]))
    items = []
    for number, system in enumerate(systems):
        stop = systems[number + 1].start if number + 1 < len(systems) else end
        floor = systems[number - 1].end if number else start
        count = _count(text, system, [q for q in quantities if floor <= q.start < stop], stop)
        items.append(build_item(text, system, None if parts is not None and parts.start() < system.start + 40 else count))
    return _once(items)


def _count(text: str, system: SystemMention, near: list[QuantityMention], stop: int) -> QuantityMention | None:
    """The count right behind the name: "F-35A (8 aircraft)", 「F-35Aの取得（8機」; else the one before it: "8 F-35A fighters"."""
    for quantity in near:
        if quantity.start >= system.end:
            gap = text[system.end : quantity.start]
            if _AFTER.fullmatch(gap) or (len(gap) < 70 and re.fullmatch(r"[\w\s/-]{0,60}[\[(（x×:：]\s*", gap)):
                return quantity
    before = [q for q in near if q.end <= system.start]
    return before[-1] if before and counts(text, before[-1], system) and stop > system.start else None


def _once(items: list[Item]) -> list[Item]:
    """A system named twice in a line is one item, the counted naming first."""
    kept: dict[tuple[str | None, str, str | None], Item] = {}
    for item in items:
        key = item.system.id, item.system.designation, item.variant
        if key not in kept or (kept[key].quantity is None and item.quantity is not None):
            kept[key] = item
    return list(kept.values())


def build_budget(text: str, amount: MoneyMention) -> Money:
    """An amount of a budget line."""
    bound = amount.bound if amount.bound in (Bound.ABOUT, Bound.MAX) else Bound.EXACT
    quote = text[amount.start : amount.end]
    return Money(
        amount=amount.amount, currency=amount.currency, basis=Basis.BUDGET, bound=bound, quote=quote, start=amount.start, end=amount.end
    )
