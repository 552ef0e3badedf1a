"""Items: a system with the count that belongs to it, as lists and sentences print them.

Rules (source: docs/reading/items.md): a count belongs to the next system of its own noun phrase; a system that another one merely carries
("with F414 engines", "for eight C-17 aircraft") takes no count; counted kits keep their count under the family they upgrade.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import msgspec

from transmittal.catalogue import Name
from transmittal.mentions.quantities import QuantityMention, find_quantities
from transmittal.mentions.systems import SystemMention, find_systems, tidy
from transmittal.mentions.within import within
from transmittal.model import Item, Mention, Quantity, System

# Characters between a count and the system it counts: "seventy-nine (79) kits that bring F-16s", "400 ship- and submarine-launched …".
MAX_COUNT_GAP = 90
_BREAK = re.compile(
    r"[;:.!?]\s|\n|,|\b(?:and|or|with|including|includes|for|from|by|at|to|on|in|as|against|worth|while|which|would|will|are|is|was|were)\b"
)
_KIT = re.compile(r"\b(?:kits?|shipsets?|ship sets?|sets?|conversions?|modifications?|upgrades?)\b", re.I)
_KIT_BREAK = re.compile(r"[;.!?]\s|\n|,|\band\b")
_OF_THE = re.compile(r"^\s?(?:of (?:the|its|these|those|their|such|them)\b)?")
# A unit, then its maker: "Twenty-nine (29) Engines, Pratt & Whitney F100-229"
_UNIT_THEN_MAKER = re.compile(r"\s[A-Z][a-z]+s?, (?:[A-Z][\w&\-]* (?:& |and )?){0,4}")
_WITH = re.compile(r"\b(?:with|each with|fitted with|equipped with) (?:up to )?$")
_LISTED = re.compile(r"\s?(?:,|and|or|/|, and)\s(?:the )?")
# "116 tanks in the K2GF version", "200 missiles of the Block IV type"
_IN_THE = re.compile(r"\s(?:\w{2,20} (?:in|of)|in) (?:the|its) ")
_VERSION_NOUN = re.compile(r"\s(?:version|variant|type|configuration|standard|model)\b")
# "Joint Helmet Mounted Cueing Systems (JHMCS)": capitalised words and their initials name a system the catalogue lacks.
# Words are taken whole (atomic): hyphens could be shared out among them in hundreds of ways.
_NAMED = re.compile(r"(?:(?>[A-Z][\w/\-]{1,24}[ \-](?:of |and |the |for )?)){1,8}\Z")
_LONGEST_NAMED = 8 * 30
_INITIALS = re.compile(r"\(([A-Z][A-Z0-9a-z/\-]{1,11})\)")
_IN_SERVICE_OF = re.compile(
    r"(?:\bfor|\bsupport(?:s|ing)?(?: of| for)?|\bsustain(?:s|ing|ment of)?|\bfleet of|\bof (?:its|their)|\bon(?:to)?"
    r"|\baboard|\bequip(?:s|ping)?|\bfit(?:s|ting)?|\bwith"
    r"|\bservic(?:e|ing)(?: of)?|\bmaintain(?:ing)?|\bmaintenance of|\bper|\bexisting|\bcurrent)"
    r"(?: (?:the|its|their|an?|existing|current|all|of))*\s?(?:[\w’'\-]+ ?(?:and )?)?$"
)


# Between a system and the count behind it: closing quotation mark, type, the noun it heads, a particle, "at most".
_MAX_BEHIND = 24
_BEHIND = re.compile(
    r"[」』”\"》）)]?\s?[型級型]?[\s一-鿿ァ-ヶー가-힣]{0,12}?[をのが、]?\s?(?:最大|最多|計|合計|追加で|追加|新たに|約|少なくとも|최대|총|추가로|[가-힣]{1,4})?\s?"
)


class CountedSystem(msgspec.Struct, frozen=True, gc=False):
    """A system and the count bound to it. in_service: something it serves, carries or supports is bought, not the system itself."""

    system: SystemMention
    quantity: QuantityMention | None
    in_service: bool

    @property
    def start(self) -> int:
        return self.quantity.start if self.quantity is not None and self.quantity.start < self.system.start else self.system.start

    @property
    def end(self) -> int:
        return max(self.system.end, self.system.variant_end)


def count_systems(
    text: str, systems: Sequence[SystemMention], quantities: Sequence[QuantityMention], floor: int = 0
) -> list[CountedSystem]:
    """Bind each count to the system of its noun phrase. Both sequences in text order; floor: where the stretch starts."""
    counted: list[CountedSystem] = []
    previous_end = used = floor
    for system in systems:
        bound = _counted_before(text, quantities, system, max(previous_end, used)) or _counted_behind(text, system, quantities)
        if bound is not None:
            used = bound.end
        counted.append(
            CountedSystem(system, bound, bound is None and (_serves(text, previous_end, system.start) or _beside(text, counted, system)))
        )
        previous_end = system.end
    return counted


def _counted_before(text: str, quantities: Sequence[QuantityMention], system: SystemMention, floor: int) -> QuantityMention | None:
    """The last count before the system, not before floor, when it belongs to its noun phrase."""
    nearest = bisect_right(quantities, system.start, key=_end) - 1
    if nearest < 0:
        return None
    quantity = quantities[nearest]
    is_near = quantity.start >= floor and system.start - quantity.end <= MAX_COUNT_GAP
    return quantity if is_near and counts(text, quantity, system) else None


def _end(quantity: QuantityMention) -> int:
    return quantity.end


def _start(system: SystemMention) -> int:
    return system.start


def counts(text: str, quantity: QuantityMention, system: SystemMention) -> bool:
    """Whether the count belongs to the noun phrase of the system that follows it."""
    gap = text[quantity.end : system.start]
    if _IN_THE.fullmatch(gap):
        return _VERSION_NOUN.match(text, system.end) is not None or text[system.start : system.end].lower().endswith("class")
    if _UNIT_THEN_MAKER.fullmatch(gap):
        return True
    gap = gap[_OF_THE.match(gap).end() :]  # type: ignore[union-attr]  # the pattern can match nothing, so it always matches
    if _KIT.search(gap):
        return _KIT_BREAK.search(gap) is None
    return _BREAK.search(gap) is None


def _beside(text: str, counted: Sequence[CountedSystem], system: SystemMention) -> bool:
    """Listed with one that is only served: "for the Growler and Super Hornet aircraft"."""
    return bool(counted) and counted[-1].in_service and _LISTED.fullmatch(text, counted[-1].system.end, system.start) is not None


def _counted_behind(text: str, system: SystemMention, quantities: Sequence[QuantityMention]) -> QuantityMention | None:
    """The count behind its system, as Japanese and Korean print it: 「トマホーク」400発, F-35Aを105機, K2 전차 180대."""
    end = max(system.end, system.variant_end)
    near = within(quantities, end, end + _MAX_BEHIND + 60)
    return next((q for q in near if q.start <= end + _MAX_BEHIND and _counts_back(text, end, q)), None)


def _counts_back(text: str, end: int, quantity: QuantityMention) -> bool:
    sign = text[quantity.end : quantity.end + 1]
    return sign > "\u2e80" and sign.isalpha() and _BEHIND.fullmatch(text, end, quantity.start) is not None


def _serves(text: str, floor: int, start: int) -> bool:
    window = text[max(floor, start - 60) : start]
    return _IN_SERVICE_OF.search(window) is not None


def find_items(text: str, names: Sequence[Name], start: int, end: int) -> list[Item]:
    """The counted systems of a list such as the MDE lines of a notice; when nothing is counted, the systems named.

    A system that a counted one carries is left out. Named systems unknown to the catalogue are kept when they are counted.
    """
    systems = find_systems(text, names, start, end)
    systems += _initialled(text, start, end, systems)
    systems.sort(key=lambda s: s.start)
    quantities = list(find_quantities(text, start, end, skip=[(s.start, s.end) for s in systems]))
    listed = count_systems(text, systems, quantities, start)
    counted = [c for c in listed if c.quantity is not None and not _parenthetical(text, start, c.system.start)]
    counted = [c for at, c in enumerate(counted) if at == 0 or not _carried(text, counted[at - 1], c)]
    if counted:
        return [build_item(text, c.system, c.quantity) for c in counted]
    heads = [c for c in listed if not c.in_service] or listed
    return [build_item(text, c.system, None) for c in _first_of_each(heads)]


def _carried(text: str, before: CountedSystem, counted: CountedSystem) -> bool:
    """ "Twelve C-130J-30 aircraft with four each AE-2100D engines installed": not bought apart."""
    between = text[before.end : counted.start]
    return "\n" not in between and _WITH.search(between) is not None


def _first_of_each(listed: Sequence[CountedSystem]) -> list[CountedSystem]:
    seen: dict[tuple[str | None, str, str | None], CountedSystem] = {}
    for c in listed:
        seen.setdefault((c.system.id, c.system.designation, c.system.variant), c)
    return list(seen.values())


# Characters of a breakdown in brackets.
_LONGEST_BRACKET = 300


def _parenthetical(text: str, start: int, at: int) -> bool:
    """Inside brackets: "(includes 5 spares)", "(8 installed and 2 spares)"."""
    opened = text.rfind("(", max(start, at - _LONGEST_BRACKET), at)
    return opened >= 0 and text.find(")", opened, at) < 0


def _initialled(text: str, start: int, end: int, known: Sequence[SystemMention]) -> list[SystemMention]:
    found = []
    for m in _INITIALS.finditer(text, start, end):
        low = max(start, m.start() - _LONGEST_NAMED)
        words = _NAMED.search(text[low : m.start()])
        if words is None:
            continue
        begin = low + words.start()
        before = bisect_left(known, m.end(), key=_start) - 1
        if before >= 0 and known[before].end > begin:
            continue
        initials = m[1].rstrip("s") if m[1][:-1].isupper() else m[1]
        letters = [w[0] for w in re.findall(r"[A-Za-z]+", words[0]) if w[0].isupper()]
        if len(letters) < 2 or letters[0] != initials[0]:
            continue
        name = re.sub(r"(?<=[a-z]{3})s$", "", tidy(words[0]))
        if initials.upper() in _NOT_SYSTEMS:
            continue
        found.append(SystemMention(begin, m.end(), None, name, initials, rule="capitalised name with initials"))
    return found


# Initials of notices that name no system.
_NOT_SYSTEMS = frozenset(
    {"MDE", "FMS", "FMF", "TECRO", "USG", "NATO", "AECA", "IESP", "FSP", "CLS", "PBL", "NAMP", "NSPA", "DOD", "DOW", "US", "U.S", "DSCA"}
)


def build_item(text: str, system: SystemMention, quantity: QuantityMention | None) -> Item:
    """The item as the model holds it, every part cut from the text."""
    return Item(
        system=System(
            id=system.id,
            name=system.name,
            designation=system.designation,
            quote=text[system.start : system.end],
            start=system.start,
            end=system.end,
        ),
        variant=system.variant,
        variant_mention=Mention.cut(text, system.variant_start, system.variant_end) if system.variant and system.variant_end else None,
        quantity=build_quantity(text, quantity) if quantity is not None else None,
    )


def build_quantity(text: str, quantity: QuantityMention) -> Quantity:
    """The count as the model holds it."""
    return Quantity(
        value=quantity.value,
        bound=quantity.bound,
        unit=quantity.unit,
        quote=text[quantity.start : quantity.end],
        start=quantity.start,
        end=quantity.end,
    )
