"""What the engine must know of one language. Each module of `languages/` holds one `LANGUAGE`; adding a language is adding a file."""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

import msgspec

from transmittal.model import Modality, Stage


class Actor(StrEnum):
    """Whose deed the trigger names, so that the party beside it gets the right role."""

    BUYER = "buyer"  # Japan bought, signed for, received
    SELLER = "seller"  # Israel handed over, sold
    DECIDER = "decider"  # cleared, approved, cancelled: either side, or a third state
    ITEM = "item"  # the missiles arrived
    FIRM = "firm"  # won a contract


class Trigger(msgspec.Struct, frozen=True, kw_only=True):
    """Words that name a step.

    strong:   shows by itself that the text is about procurement; weak ones ("arrived") count only beside strong ones.
    attribute: describes a step told elsewhere ("the deal was worth …"): adds to it, and makes a new event only with items of its own.
    system_serves: a named system in the clause is as good as what `needs` asks for.
    foreseen:  tells of a step only as something to come.
    platform:  its nouns name what will carry the thing ("work on the destroyer"), not the thing.
    needs:    another pattern that must occur in the same clause.
    unless:   a pattern that must not occur in the same clause.
    modality: fixed by the words themselves ("hopes that", "considering"); None: decided by the auxiliaries around.
    """

    name: str
    stage: Stage
    pattern: re.Pattern[str]
    actor: Actor
    strong: bool = True
    attribute: bool = False
    platform: bool = False
    system_serves: bool = False
    foreseen: bool = False
    needs: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None
    modality: Modality | None = None


# What a language without such words has, so that nobody need ask whether it has them.
NEVER, ALWAYS = re.compile(r"(?!)"), re.compile("")
# Where no list of harmless words is kept, any word behind a count is a noun of its own.
_WORD = re.compile(r"\s+[a-z]{3,}")
_STOP = re.compile(r"[.;,。、，；]")


class Language(msgspec.Struct, frozen=True, kw_only=True):
    """One language's words for the engine. Patterns with `_before` are matched against the text that ends where the thing begins.

    modality_before, modality_after: cues around a trigger, first match wins.
    clause_break: where a sentence may be cut between two steps; subordinate: where it is cut first.
    coordinate:   where another verb of the same subject begins ("and will choose").
    instead:      what follows is what is given up ("take the place of the newer Block V").
    succeeded:    what follows it to the end of the sentence is what goes out of service ("to take over from its Tigers").
    replaced_by:  what follows it is what is bought ("replace its Hornets with").
    supplier_before, buyer_before, actor_before, with_before: what precedes a party in that role ("from ", "to ", "by ", "with ").
    paper_with:   before the partner that a paper names, wherever it stands ("a contract with Norway … was signed").
    opening:      a clause that opens a sentence and tells of something else ("Since Russia invaded Ukraine, ").
    passive_before: before a verb of handing over: its subject is what is handed over, or who receives it.
    pronoun:      words that stand for the state told of last ("it", "its navy", "the country").
    own_body:     before a consent of a body that belongs to the buyer unless a state is named ("the cabinet approved").
    apart:        words between an adjective and a system that keep it from being the system's ("the US Army for PAC-3").
    supplier_after, buyer_after, actor_after: what follows it, for languages with particles.
    made_after:   behind an adjective: what follows was made there ("German tanks"); made_in_after: behind any name ("US-made").
    rest:         words for the procured thing without its name ("the missiles", "them").
    new_procurement: opens a procurement that is not the one told before ("a second contract", "the first contract", "separate agreement").
    no_event:     a sentence that matches reports no step.
    announced:    around a trigger of change: it is decided, though told as to come ("would be delayed").
    place_before: before the country in which something was bought ("ordered in ").
    relative_own, relative_before: before a trigger, the beginning of a clause on who ordered the goods; its subject a pronoun, a name.
    relative_passive: a trigger that may be such a clause by itself ("ordered"); relative_object: behind one that is not.
    relative_ahead: behind a trigger that stands before its goods, which follow ("採購的66架").
    relative_stock: such a trigger that is one only behind a fraction ("46 of the 75 on order").
    relative_whole: before a count of all that was ordered ("the 29", "out of 32"); relative_end: auxiliaries of the verb behind the clause.
    completion:   a trigger that only says that all of an order has come ("completing the order of 108").
    running_clause: a clause on how many came so far, whose triggers tell of no step of their own.
    running_total: before a count of all that came so far ("bringing the total to ").
    second_hand:  things that somebody owned before: their owner supplies them, wherever they were made.
    carrying:     what arrives is what follows, not the carrier ("a C-17 landed with the first missiles").
    last_one:     one unit without a number ("the last of them").
    finite_past:  a trigger that ends in a past tense: what follows it cannot make it future.
    not_before:   after a trigger: its negation only says from when on ("will not come before 2032").
    begins_before: before a date: the step begins then ("due to start in ").
    purpose:      before a trigger: it tells what for, not what is ("so that the first of them could arrive").
    settled_before: before a trigger: settled although an auxiliary follows ("agreed that … would").
    purchase:     object of a consent that makes it the buyer's own ("approved the purchase").
    object_first: the object stands before its verb, so that what was consented to is looked for there too.
    state_before, state_after: beside an adjective they make it the state ("el Gobierno español", "die polnische Luftwaffe").
    own_state:    (country, words for its government without its name), for languages in which only one country's press says so.
    short_states: (country, words that only this language's press uses for it), read before the catalogue's names ("對台", "向美").
    to_before:    precedes the receiver of a sale and the source of a purchase alike ("vendre à", "acheter à"); sale: words of selling.
    negation:     "not"; taken away before not_before is asked.
    as_many:      a count told before, again ("as many"); total: beside a sum for several steps ("in all").
    paper:        contracts, orders and timetables: what a halt or a change must be of to count by itself.
    whole:        of the whole, whatever its noun ("of the order").
    time_cut:     behind a trigger: dates that follow belong to something else; time_apart: between two dates that do not go together.
    ordered_before: before a counted system: an order of its own ("and for 12 Caracal").
    carrier_before: before a system that carries what is bought ("under its F-35A").
    whole_first:  opens a sentence with all that was ordered, before the count that came ("Of the 66 …, ten").
    one_of_before, part_of_before, option_before: before a count that is not of what is bought ("the last of the 12", "an option on six").
    other_noun_after: behind a count: a noun that is no goods ("200 chairs"); yearly_after: behind a sum that is no price.
    ordinals_joint: the whole between two ordinals that count together; variant_apart: between a count and a version it does not count.
    military:     words of the trade, without which ordinary words ("Patriot") are no systems.
    units:        nouns for goods, in the singular, to the kind of the catalogue they are filed under.
    told_before, told_after: around a date that says when somebody spoke ("a annoncé vendredi").
    """

    code: str
    triggers: tuple[Trigger, ...]
    modality_before: tuple[tuple[Modality, re.Pattern[str]], ...]
    modality_after: tuple[tuple[Modality, re.Pattern[str]], ...] = ()
    clause_break: re.Pattern[str]
    subordinate: re.Pattern[str]
    coordinate: re.Pattern[str] = NEVER
    instead: re.Pattern[str] = NEVER
    succeeded: re.Pattern[str] = NEVER
    replaced_by: re.Pattern[str] = NEVER
    supplier_before: re.Pattern[str] = NEVER
    buyer_before: re.Pattern[str] = NEVER
    actor_before: re.Pattern[str] = NEVER
    paper_with: re.Pattern[str] = NEVER
    opening: re.Pattern[str] = NEVER
    passive_before: re.Pattern[str] = ALWAYS
    pronoun: re.Pattern[str] = NEVER
    own_body: re.Pattern[str] = NEVER
    apart: re.Pattern[str] = NEVER
    with_before: re.Pattern[str] = NEVER
    supplier_after: re.Pattern[str] = NEVER
    buyer_after: re.Pattern[str] = NEVER
    actor_after: re.Pattern[str] = NEVER
    made_after: re.Pattern[str] = NEVER
    made_in_after: re.Pattern[str] = NEVER
    rest: re.Pattern[str]
    new_procurement: re.Pattern[str] = NEVER
    no_event: re.Pattern[str] = NEVER
    purpose: re.Pattern[str] = NEVER
    announced: re.Pattern[str] = NEVER
    carrying: re.Pattern[str] = NEVER
    place_before: re.Pattern[str] = NEVER
    relative_own: re.Pattern[str] = NEVER
    relative_before: re.Pattern[str] = NEVER
    relative_passive: re.Pattern[str] = NEVER
    relative_ahead: re.Pattern[str] = NEVER
    relative_stock: re.Pattern[str] = NEVER
    relative_object: re.Pattern[str] = ALWAYS
    relative_whole: re.Pattern[str] = NEVER
    relative_end: re.Pattern[str] = NEVER
    completion: re.Pattern[str] = NEVER
    running_clause: re.Pattern[str] = NEVER
    running_total: re.Pattern[str] = NEVER
    second_hand: re.Pattern[str] = NEVER
    last_one: re.Pattern[str] = NEVER
    finite_past: re.Pattern[str] = NEVER
    not_before: re.Pattern[str] = NEVER
    negation: re.Pattern[str] = NEVER
    begins_before: re.Pattern[str] = NEVER
    settled_before: re.Pattern[str] = NEVER
    purchase: re.Pattern[str] = NEVER
    object_first: bool = False
    state_before: re.Pattern[str] = NEVER
    state_after: re.Pattern[str] = NEVER
    own_state: tuple[str, re.Pattern[str]] | None = None
    short_states: tuple[tuple[str, re.Pattern[str]], ...] = ()
    to_before: re.Pattern[str] = NEVER
    sale: re.Pattern[str] = NEVER
    told_before: re.Pattern[str] = NEVER
    told_after: re.Pattern[str] = NEVER
    as_many: re.Pattern[str] = NEVER
    total: re.Pattern[str] = NEVER
    paper: re.Pattern[str] = NEVER
    whole: re.Pattern[str] = NEVER
    time_cut: re.Pattern[str] = NEVER
    time_apart: re.Pattern[str] = _STOP
    ordered_before: re.Pattern[str] = NEVER
    carrier_before: re.Pattern[str] = NEVER
    whole_first: re.Pattern[str] = NEVER
    one_of_before: re.Pattern[str] = NEVER
    part_of_before: re.Pattern[str] = NEVER
    option_before: re.Pattern[str] = NEVER
    other_noun_after: re.Pattern[str] = _WORD
    yearly_after: re.Pattern[str] = NEVER
    ordinals_joint: re.Pattern[str] = NEVER
    variant_apart: re.Pattern[str] = _STOP
    military: re.Pattern[str]
    units: Mapping[str, str] = {}


@cache
def codes() -> frozenset[str]:
    """ISO 639-1 codes of the modules under `languages/`."""
    package = import_module("transmittal.prose.languages")
    return frozenset(module.name for module in iter_modules(package.__path__))


@cache
def find_language(code: str | None) -> Language:
    """The pack of a language, imported when first asked for; English for languages without one."""
    name = code if code in codes() else "en"
    language: Language = import_module(f"transmittal.prose.languages.{name}").LANGUAGE
    return language
