"""All that the finders see in one document, sentence by sentence."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Protocol, TypeVar

import msgspec

from transmittal import catalogue
from transmittal.catalogue import Form, Name, NameKind
from transmittal.mentions.dates import DateMention, find_dates
from transmittal.mentions.items import CountedSystem, count_systems
from transmittal.mentions.money import MoneyMention, find_money
from transmittal.mentions.quantities import QuantityMention, find_quantities
from transmittal.mentions.speakers import SpeakerMention, find_speakers, resolve_speakers
from transmittal.mentions.systems import SystemMention, VariantMention, find_systems, find_variants
from transmittal.model import BlockKind, Document
from transmittal.prose.language import find_language

T = TypeVar("T")


class Span(Protocol):
    """A stretch of the text: text[start:end]."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


# Characters of a paragraph cut into sentences at a time, and of the longest stretch that can be one sentence: a longer one reports nothing.
MAX_STRETCH = 20_000
MAX_SENTENCE = 4_000
# Systems that a bare version may belong to: the ones named before it, so many at most.
MAX_LOOKED_BACK = 200
# A line of headlines and links: "Border truce holds | SET index up | Gripen deal".
_LINKS = re.compile(r"[^|\n]{3,120}(?: (?:\||//|·|•) [^|\n]{3,120}){2,}")
# What follows the day of a dateline: "--", "—", "(Reuters) -".
_DATELINE = re.compile(r"(?:, [^\n;]{2,30}?)?\s*(?:\([^)\n]{2,30}\)\s*)?(?:--|—|–|-)\s")
_TRADE = re.compile(
    r"\b(?:missiles?|rockets?|(?:fighter )?jets?|fighters?|aircraft|aeroplanes?|airplanes?|flying machines?"
    r"|planes?|helicopters?|tanks?|howitzers?"
    r"|launchers?|interceptors?|radars?"
    r"|torpedoe?s?|frigates?|submarines?|drones?|air[- ]defen[cs]e|defen[cs]e (?:system|apparatus)|weapons?|munitions?|squadrons?)\b",
    re.I,
)
_NUMERAL_STOP = re.compile(r"(?:\bBlock (?:[IVX]+|\d+)|\b[A-Z]{1,3}-\d{1,3}[A-Z]?)\.\s(?=[A-Z])")
_DOLLARS = frozenset(
    {"USD", "AUD", "CAD", "NZD", "SGD", "HKD", "TWD", "MXN", "ARS", "CLP", "COP", "BND", "NAD", "FJD", "JMD", "TTD", "BBD", "BSD", "BZD"}
)
# A word that names one system on its own: capitalised, no number in it, no word of the trade.
_OWN_WORD = re.compile(
    r"(?!Missiles?|System|Systems|Weapon|Aircraft|Fighter|Block|Radar|Tank|Program|Extended|Enhancement|Munitions?|Office)[A-Z][a-z]{4,14}"
)
# A text that calls one government "the Government" is that government's own.
_OWN_GOVERNMENT = re.compile(r"\b(?:The|the) (?:[A-Z][a-z]+ )?Government (?:has|is|will|today)\b")


class Sentence(msgspec.Struct, frozen=True, gc=False):
    """One sentence of the canonical text; block is the index of the paragraph it stands in.

    heading: gives context and reports nothing, as headings, lists of links and stretches too long for a sentence do.
    """

    start: int
    end: int
    block: int
    heading: bool


class Party(msgspec.Struct, frozen=True, gc=False):
    """A country or organisation that may be a buyer or a supplier, where it is named."""

    start: int
    end: int
    id: str
    form: str


class Scene:
    """One document under reading. Mentions are found once, sentence by sentence, when first asked for."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self.names: list[Name] = catalogue.find_names(document.text)

    @cached_property
    def all_names(self) -> list[Name]:
        """Names with misspelt ones among them."""
        misspelt = [
            n for n in catalogue.find_misspellings(self.text, self.names) if n.kind is not NameKind.SYSTEM or self._is_of_the_trade(n)
        ]
        return sorted([*self.names, *misspelt], key=lambda n: (n.start, -n.end)) if misspelt else self.names

    def _is_of_the_trade(self, name: Name) -> bool:
        """A word spelt like a weapon is one only beside the words for weapons: Simpson is no Sampson."""
        return _TRADE.search(self.text, max(0, name.start - 80), name.end + 80) is not None

    @cached_property
    def sentences(self) -> list[Sentence]:
        return split_sentences(self.document)

    @cached_property
    def systems(self) -> list[SystemMention]:
        full = find_systems(self.text, self.all_names)
        words = _own_words(self.text, full)
        full = [_as_named_before(self.text, s, words) for s in full] if words else full
        short = _short_forms(self.text, full, words)
        return sorted([*full, *short], key=lambda s: s.start) if short else full

    @cached_property
    def variants(self) -> list[VariantMention]:
        return find_variants(self.text, self.systems)

    @cached_property
    def parties(self) -> list[Party]:
        kinds = (NameKind.COUNTRY, NameKind.ORGANISATION)
        short = [
            Party(m.start(), m.end(), country, Form.NAME)
            for country, words in find_language(self.document.language).short_states
            for m in words.finditer(self.text)
        ]
        covered = {at for p in short for at in range(p.start, p.end)}
        named = [Party(n.start, n.end, n.id, n.form) for n in self.all_names if n.kind in kinds and n.start not in covered] + short
        taken = {at for p in named for at in range(p.start, p.end)}
        own = [p for p in self._governments() if p.start not in taken and p.end - 1 not in taken]
        return sorted([*named, *own], key=lambda p: p.start) if own else named

    def _governments(self) -> Iterator[Party]:
        """Ministries that only one country calls so, and what a country's own press calls its government."""
        for office in self.offices:
            entry = catalogue.office(office.id)
            if entry.role == "ministry" and entry.country is not None:
                yield Party(office.start, office.end, entry.country, Form.GOVERNMENT)
        own = find_language(self.document.language).own_state
        if own is not None:
            country, words = own
            yield from (Party(m.start(), m.end(), country, Form.GOVERNMENT) for m in words.finditer(self.text))

    @cached_property
    def makers(self) -> list[Name]:
        return [n for n in self.all_names if n.kind is NameKind.MAKER]

    @cached_property
    def channels(self) -> list[Name]:
        return [n for n in self.all_names if n.kind is NameKind.CHANNEL]

    @cached_property
    def offices(self) -> list[Name]:
        return [n for n in self.all_names if n.kind is NameKind.OFFICE]

    @cached_property
    def speakers(self) -> list[SpeakerMention]:
        return list(resolve_speakers(list(find_speakers(self.text, names=self.all_names)), self.text))

    @cached_property
    def money(self) -> list[MoneyMention]:
        return list(find_money(self.text, home=self.home_currency, language=self.document.language))

    @cached_property
    def quantities(self) -> list[QuantityMention]:
        skip = sorted(
            [(s.start, s.end) for s in self.systems] + [(m.start, m.end) for m in self.money] + [(d.start, d.end) for d in self.dates]
        )
        return list(find_quantities(self.text, skip=skip, language=self.document.language))

    @cached_property
    def dates(self) -> list[DateMention]:
        found = find_dates(
            self.text,
            published=self.document.published,
            country=self.country,
            publisher_country=self.publisher_country,
            language=self.document.language,
        )
        return [d for d in found if not self.is_dateline(d.start, d.end)]

    def is_dateline(self, start: int, end: int) -> bool:
        """ "TOKYO, March 13 --" opens a report; neither place nor day says anything of the step."""
        line = self.text.rfind("\n", max(0, start - 60), start) + 1
        opens = start - line <= 45 if line else start <= 45
        return opens and _DATELINE.match(self.text, end) is not None

    @cached_property
    def counted(self) -> list[CountedSystem]:
        return count_systems(self.text, self.systems, self.quantities)

    @cached_property
    def country(self) -> str | None:
        """The country named most often, the likeliest buyer: its calendar counts when no other is named."""
        tally: dict[str, int] = {}
        for party in self.parties:
            tally[party.id] = tally.get(party.id, 0) + 1
        origins = {o for s in self.systems if s.id for o in catalogue.system(s.id).origin}
        ranked = sorted(tally, key=lambda c: (c in origins, -tally[c]))
        return ranked[0] if ranked else None

    @cached_property
    def publisher_country(self) -> str | None:
        letterhead = publisher_country(self.document)
        if letterhead is None and _OWN_GOVERNMENT.search(self.text, 0, 3000):
            return self.country
        return letterhead

    @cached_property
    def home_currency(self) -> str | None:
        home = self.publisher_country
        if home is not None:
            return catalogue.buyer(home).currency
        own = catalogue.buyer(self.country).currency if self.country is not None else None
        return None if own in _DOLLARS else own  # "$" is American unless the publisher is not

    def counted_within(self, start: int, end: int) -> list[CountedSystem]:
        """The systems named in text[start:end], with their counts."""
        low = bisect_left(self.counted, start, key=_system_start)
        high = bisect_left(self.counted, end, key=_system_start)
        return [c for c in self.counted[low:high] if c.system.end <= end]

    def named_before(self, end: int) -> list[SystemMention]:
        """The systems named last before text[end], at most MAX_LOOKED_BACK of them."""
        high = bisect_left(self.systems, end, key=_start)
        return [s for s in self.systems[max(0, high - MAX_LOOKED_BACK) : high] if s.end <= end]

    def speakers_beside(self, sentence: Sentence) -> list[SpeakerMention]:
        """The speakers of the sentence's paragraph."""
        block = self.document.blocks[sentence.block]
        return self.within(self.speakers, block.start, block.end)

    def within(self, mentions: Sequence[T], start: int, end: int) -> list[T]:
        """The mentions that lie in text[start:end]; mentions are in text order."""
        key: Callable[[Any], int] = _start
        low = bisect_left(mentions, start, key=key)
        high = bisect_left(mentions, end, key=key)
        return [m for m in mentions[low:high] if m.end <= end]  # type: ignore[attr-defined]


def _own_words(text: str, full: Sequence[SystemMention]) -> dict[str, SystemMention]:
    """The last word of each name of several words, with the mention that gave it first: "Caracal" of "H225M Caracal"."""
    words: dict[str, SystemMention] = {}
    for system in full:
        printed = text[system.start : system.end].split()
        if system.id is not None and len(printed) > 1 and _OWN_WORD.fullmatch(printed[-1]):
            words.setdefault(printed[-1], system)
    return words


def _as_named_before(text: str, system: SystemMention, words: Mapping[str, SystemMention]) -> SystemMention:
    """ "Seahawk" alone, after "MH-60R Seahawk", is that Seahawk, though others of the family bear the name."""
    named = words.get(text[system.start : system.end].removesuffix("s"))
    if named is None or named.start >= system.start or named.id == system.id or named.id is None or system.id is None:
        return system
    if catalogue.system(named.id).family != system.id:
        return system
    return msgspec.structs.replace(system, id=named.id, name=named.name, designation=named.designation, kind=named.kind)


def _short_forms(text: str, full: Sequence[SystemMention], words: Mapping[str, SystemMention]) -> list[SystemMention]:
    """Later mentions by the last word of a name: "the Caracal order" after "H225M Caracal helicopters"."""
    if not words:
        return []
    found = []
    for m in re.finditer(rf"\b({'|'.join(map(re.escape, words))})s?\b", text):
        if m.start() > words[m[1]].end and not overlaps(full, m.start(), m.end()):
            named = words[m[1]]
            found.append(
                SystemMention(m.start(1), m.end(1), named.id, named.name, named.designation, named.kind, rule="short form of a name")
            )
    return found


def overlaps(mentions: Sequence[Span], start: int, end: int) -> bool:
    """Whether one of the mentions, in text order and apart from each other, touches text[start:end]."""
    key: Callable[[Any], int] = _start
    last = bisect_left(mentions, end, key=key) - 1
    return last >= 0 and mentions[last].end > start


def _system_start(counted: CountedSystem) -> int:
    return counted.system.start


def _start(mention: Any) -> int:
    return int(mention.start)


def publisher_country(document: Document) -> str | None:
    """The country whose government publishes the document, when its letterhead or its site's name says so."""
    head = document.publisher or _SENTENCE.sub("", document.text[:200])
    for name in catalogue.find_names(head):
        if name.kind is NameKind.COUNTRY and name.form in (Form.NAME, Form.ADJECTIVE) and _is_government(head, name):
            return name.id
    return None


# A verb after a name makes the line a report on somebody, no letterhead: "The State Department approved the sale to Taiwan of …".
_SENTENCE = re.compile(r"(?m)^.*\b(?:said|says|approved?|approves|signed|notified|announced|told|has|have|will|is|was|were|are)\b.*$")


def _is_government(head: str, name: Name) -> bool:
    around = head[max(0, name.start - 60) : name.end + 40]
    return any(
        word in around
        for word in (
            "Government",
            "Ministry",
            "Department",
            "Ministers",
            "Ministère",
            "Ministerium",
            "Ministerio",
            "省",
            "國防部",
            "국방부",
        )
    )


def _cut_again(text: str, pieces: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """A version's numeral before a full stop is no abbreviation: "… and 200 Block V. Deliveries are …"."""
    for start, end in pieces:
        for m in _NUMERAL_STOP.finditer(text, start, end):
            yield start, m.end()
            start = m.end()  # the rest of the piece
        yield start, end


def split_sentences(document: Document) -> list[Sentence]:
    """The sentences of every block, in order. Headings are kept and marked: they give context and report nothing."""
    code = document.language or "en"
    sentences: list[Sentence] = []
    for index, block in enumerate(document.blocks):
        text = document.text[block.start : block.end]
        heading = block.kind is BlockKind.HEADING or _LINKS.fullmatch(text) is not None
        if heading:
            sentences.append(Sentence(block.start, block.end, index, heading))
            continue
        pieces = _pieces(text, [piece for start, end in _stretches(text) for piece in _bounds(text, start, end, code)])
        for start, end in _cut_again(text, pieces):
            stripped = text[start:end]
            lead, tail = len(stripped) - len(stripped.lstrip()), len(stripped) - len(stripped.rstrip())
            if start + lead < end - tail:
                too_long = end - start > MAX_SENTENCE
                sentences.append(Sentence(block.start + start + lead, block.start + end - tail, index, too_long))
    return sentences


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """A very long paragraph in pieces that end where a sentence may."""
    start = 0
    while len(text) - start > MAX_STRETCH:
        stop = text.rfind(". ", start + 1, start + MAX_STRETCH)
        stop = start + MAX_STRETCH if stop < 0 else stop + 1
        yield start, stop
        start = stop
    yield start, len(text)


def _bounds(text: str, start: int, end: int, code: str) -> Iterator[tuple[int, int]]:
    import sentencex

    for piece in sentencex.get_sentence_boundaries(code, text[start:end]):
        yield start + piece["start_index"], start + piece["end_index"]


# A full stop of the scripts without blanks ends a sentence whatever follows, a figure too, unless a quotation goes on.
_IDEOGRAPHIC_STOP = re.compile("[。！？](?![」』）”])")


def _pieces(text: str, found: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for start, end in found:
        for stop in _IDEOGRAPHIC_STOP.finditer(text, start, end):
            yield start, stop.end()
            start = stop.end()
        if start < end:
            yield start, end
