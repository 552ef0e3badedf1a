"""A language pack made from word lists alone, for languages whose press the engine reads in plain sentences only."""

import re
from collections.abc import Callable
from typing import Any

import msgspec

from transmittal.model import Modality, Stage
from transmittal.prose.language import Actor, Language, Trigger
from transmittal.prose.languages.en import LANGUAGE as ENGLISH
from transmittal.prose.phrases import anywhere, either, words


class PlainWords(msgspec.Struct, frozen=True, kw_only=True):
    """Lists as `phrases.either` reads them; each holds words or patterns of one thing.

    paper:    contracts, orders.        buy, sell: nouns and verbs, in all forms.
    halt, alter: verbs of stopping and of changing terms; they count only beside paper, buy, sell or procured.
    hand_over, receive, field, won, sign, bought, approve, request, weigh, plan, funds: words of one step each.
    sums:     what says how much a contract is worth.
    refused:  what shows that signing, buying or receiving is not about goods.
    """

    paper: str
    buy: str
    sell: str
    procured: str
    halt: str
    alter: str
    hand_over: str
    receive: str
    field: str
    won: str
    sign: str
    bought: str
    approve: str
    request: str
    weigh: str
    plan: str
    funds: str
    sums: str
    refused: str


def plain_triggers(lists: PlainWords, spaced: bool = True) -> tuple[Trigger, ...]:
    """The triggers of a language. spaced: its words stand between blanks."""
    find: Callable[..., re.Pattern[str]] = words if spaced else anywhere
    procured = find(lists.paper, lists.buy, lists.sell, lists.procured)
    refused = find(lists.refused)

    def step(name: str, stage: Stage, actor: Actor, pattern: str, **other: Any) -> Trigger:
        return Trigger(name=name, stage=stage, actor=actor, pattern=find(pattern), **{"unless": refused, **other})

    return (
        step("halt", Stage.HALT, Actor.DECIDER, lists.halt, needs=procured),
        step("terms altered", Stage.CHANGE, Actor.BUYER, lists.alter, needs=procured, strong=False),
        step("award won", Stage.AWARD, Actor.FIRM, lists.won, needs=find(lists.paper)),
        step("handing over", Stage.DELIVERY, Actor.SELLER, lists.hand_over),
        step("receipt", Stage.DELIVERY, Actor.BUYER, lists.receive, unless=find(lists.refused, lists.paper)),
        step("fielding", Stage.SERVICE, Actor.BUYER, lists.field, strong=False),
        step("signature", Stage.AGREEMENT, Actor.BUYER, lists.sign, needs=find(lists.paper, lists.buy, lists.sell)),
        step("bought", Stage.AGREEMENT, Actor.BUYER, lists.bought),
        step("sum", Stage.AGREEMENT, Actor.ITEM, lists.sums, attribute=True, strong=False),
        step("consent", Stage.APPROVAL, Actor.DECIDER, lists.approve, needs=procured),
        step("formal request", Stage.REQUEST, Actor.BUYER, lists.request, needs=procured),
        step("purchase weighed", Stage.PLAN, Actor.BUYER, lists.weigh, modality=Modality.POSSIBLE),
        step("plan to buy", Stage.PLAN, Actor.BUYER, lists.plan),
        step("money set aside", Stage.PLAN, Actor.BUYER, lists.funds, strong=False),
    )


def plain_language(code: str, lists: PlainWords, *, spaced: bool = True, **grammar: Any) -> Language:
    """The pack of a language. grammar: the other fields of `Language`, as they are."""
    find: Callable[..., re.Pattern[str]] = words if spaced else anywhere
    return Language(
        code=code, triggers=plain_triggers(lists, spaced), purchase=find(lists.buy), sale=find(lists.sell), units=ENGLISH.units, **grammar
    )


def near(*alternatives: str, reach: int = 4) -> re.Pattern[str]:
    """Words that stand at most `reach` words before the end of what is searched."""
    return anywhere(rf"\b{either(*alternatives)}\b(?:\W+\w+){{0,{reach}}}\W*$")
