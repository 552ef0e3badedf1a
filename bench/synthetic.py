"""Casebooks to measure with: purchases that never were, of real systems by real buyers, told by documents that are all different.

A purchase has 5 to 25 events over several documents: plans, a notice, a signature, contracts with industry, deliveries foreseen and made,
changes. A few buyers and a few systems make up much of it, as in the world. Documents of some thousand purchases lie among each other,
as they do when they are added in the order in which they came out. The same number of events gives the same documents.
"""

import hashlib
import random
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

from transmittal.model import (
    Basis,
    Block,
    BlockKind,
    Bound,
    Channel,
    Contractor,
    Document,
    DocumentKind,
    Event,
    Identifiers,
    Item,
    Mention,
    Modality,
    Money,
    Party,
    Period,
    Quantity,
    Source,
    Stage,
    System,
)
from transmittal.reading import Reading

BUYERS, SYSTEMS = 100, 400
# Purchases whose documents lie among each other.
_AT_ONCE = 5_000
_FEWEST, _MOST, _USUAL = 5, 25, 11
_LAST = date(2026, 6, 1)
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SERIAL = _LETTERS + "0123456789"

_UNITS = {"aircraft": "aircraft", "helicopter": "helicopters", "missile": "missiles", "munition": "bombs", "ship": "ships",
          "vehicle": "vehicles", "artillery": "howitzers", "air-defence": "batteries", "drone": "drones", "radar": "radars"}  # fmt: skip

# What documents say. Words in braces become mentions; {number} is there only where the purchase has one.
_SENTENCES = {
    "plan": "{buyer} plans to buy {quantity} {unit} of the type {system} for about {value}, a minister said.",
    "approval": "The Department of State told Congress on {date} of a possible sale of up to {quantity} {unit}, {system}, to {buyer} under "
    "Foreign Military Sales at an estimated {value}.",
    "agreement": "{buyer} signed on {date} the letter of offer and acceptance for {quantity} {system} {unit} worth {value}.",
    "award": "{contractor} was awarded on {date} a contract of {value} for {quantity} {unit}, {system}, for {buyer}.",
    "foreseen": "The {quantity} {system} {unit} for {buyer} are to be handed over from {date}.",
    "delivery": "{buyer} took over {quantity} {system} {unit} on {date}.",
    "change": "{buyer} now expects the {system} later than planned, an official said on {date}.",
}
_NUMBERS = {"approval": "Transmittal No. {transmittal}.", "agreement": "The case is {case}.", "award": "The contract is {contract}."}
_STAGES = {"foreseen": (Stage.DELIVERY, Modality.SCHEDULED)}
_IDENTIFIERS = ("transmittal", "case", "contract")
# What is often told in the same document.
_BESIDE = {"approval": "plan", "agreement": "foreseen", "award": "foreseen", "delivery": "change", "change": "foreseen"}
_KINDS = {
    "plan": (DocumentKind.NEWS, "https://daily.example/{}"),
    "approval": (DocumentKind.TRANSMITTAL, "https://www.federalregister.gov/notices/{}"),
    "agreement": (DocumentKind.PRESS_RELEASE, "https://www.mod.go.jp/releases/{}"),
    "award": (DocumentKind.CONTRACT_ANNOUNCEMENT, "https://www.war.gov/contracts/{}"),
    "foreseen": (DocumentKind.NEWS, "https://weekly.example/{}"),
    "delivery": (DocumentKind.PRESS_RELEASE, "https://www.lockheedmartin.com/news/{}"),
    "change": (DocumentKind.NEWS, "https://daily.example/{}"),
}
_NEWS = "https://agency.example/{}"
_AROUND = (
    "Nothing was said about training, spare parts and support, which are usually part of such a purchase and of its price.",
    "The programme has been followed by this paper since it was first heard of, and its readers asked how far it has come.",
    "Two committees of parliament will hear the ministry on the matter before the summer, and their reports will be printed.",
    "Partners in the region have bought the same type before; where theirs stand is told on another page.",
)


class Purchase(NamedTuple):
    """One case, before anybody tells of it. numbered: its documents print transmittal, case and contract numbers."""

    id: str
    serial: int
    buyer: Any
    system: Any
    maker: Any
    unit: str
    items: int
    millions: int
    begun: date
    events: int
    numbered: bool


class Told(NamedTuple):
    """A document, read, and the case that its events belong to."""

    case: str
    reading: Reading


def documents(events: int, seed: int = 1) -> Iterator[Told]:
    """Documents with at least so many events together, up to 24 more: the last purchase is told to its end."""
    chance = random.Random(f"{seed} {events}")
    waiting = purchases(events, chance)
    open_cases: list[Iterator[Told]] = []
    while True:
        while len(open_cases) < _AT_ONCE and (purchase := next(waiting, None)) is not None:
            open_cases.append(tell(purchase, random.Random(f"{seed} {purchase.id}")))
        if not open_cases:
            return
        at = chance.randrange(len(open_cases))
        told = next(open_cases[at], None)
        if told is not None:
            yield told
        else:
            open_cases[at] = open_cases[-1]
            open_cases.pop()


def purchases(events: int, chance: random.Random) -> Iterator[Purchase]:
    """Purchases until their events are enough. Ids are those the linker would give, counted where two would be the same."""
    buyers, systems, makers = choices()
    weights_b, weights_s = ([1 / (place + 20) for place in range(len(many))] for many in (buyers, systems))
    used: dict[str, int] = {}
    serial = 0
    while events > 0:
        serial += 1
        (buyer,), (system,) = chance.choices(buyers, weights_b), chance.choices(systems, weights_s)
        begun = date(2004, 1, 1) + timedelta(days=chance.randrange(365 * 20))
        count = chance.choice((2, 4, 6, 8, 12, 16, 20, 24, 36, 45, 60, 84, 100, 144, 220, 400)) + chance.randrange(5)
        name = f"{buyer.id}-{system.id}-{begun.year}".lower()
        used[name] = used.get(name, 0) + 1
        size = round(chance.triangular(_FEWEST, _MOST, _USUAL))
        events -= size
        case, millions = name if used[name] == 1 else f"{name}-{used[name]}", count * chance.randint(1, 90) + chance.randrange(90)
        yield Purchase(
            id=case, serial=serial, buyer=buyer, system=system,
            maker=makers[system.makers[0]], unit=_UNITS[str(system.kind)], items=count, millions=millions,
            begun=begun, events=size, numbered=chance.random() < 0.6,
        )  # fmt: skip


def choices() -> tuple[list[Any], list[Any], dict[str, Any]]:
    """Buyers and systems, those that buy and are bought most first; makers by id. The seller's own forces are none of the buyers."""
    from transmittal.catalogue import load

    makers, chance = load.makers(), random.Random("choices")
    buyers = [entry for entry in load.countries().values() if entry.id != "US"]
    systems = [entry for entry in load.systems().values() if str(entry.kind) in _UNITS and "US" in entry.origin and entry.makers]
    chance.shuffle(buyers)
    buyers.sort(key=lambda entry: (entry.fms_code is None, not entry.forces))  # customers of the seller first
    return buyers[:BUYERS], chance.sample(systems, SYSTEMS), makers


def tell(purchase: Purchase, chance: random.Random) -> Iterator[Told]:
    """The documents of one purchase, in the order in which they came out."""
    left, paper = purchase.events, 0
    steps = _steps(purchase, chance)
    while left > 0:
        step, day, count = next(steps)
        tellers = 1 + (left > 1 and chance.random() < 0.5) + (left > 2 and chance.random() < 0.2)
        for teller in range(min(tellers, left)):
            sides = [step, _BESIDE[step]] if step in _BESIDE and left > tellers and chance.random() < 0.7 else [step]
            paper += 1
            out = min(day + timedelta(days=teller + chance.randrange(3)), _LAST)
            yield Told(purchase.id, _Page(purchase, paper, out).read(sides, day, count, first=teller == 0))
            left -= len(sides)


def _steps(purchase: Purchase, chance: random.Random) -> Iterator[tuple[str, date, int]]:
    """(step, day, count), on and on: after the order, deliveries and changes."""
    day = purchase.begun
    for step, least in (("plan", 0), ("approval", 150), ("agreement", 90), ("award", 60)):
        if step == "plan" and chance.random() < 0.5:
            continue
        day += timedelta(days=least + chance.randrange(120))
        yield step, day, purchase.items
    while True:
        day += timedelta(days=120 + chance.randrange(240))
        if day >= _LAST:
            day = _LAST - timedelta(days=chance.randrange(400))
        step = chance.choices(("delivery", "foreseen", "change", "award"), (5, 2, 2, 1))[0]
        yield step, day, max(1, purchase.items // chance.choice((3, 4, 6))) if step == "delivery" else purchase.items


class _Page:
    """One document being written. Mentions are cut from its text as it grows."""

    def __init__(self, purchase: Purchase, paper: int, out: date) -> None:
        self.purchase, self.paper, self.out = purchase, paper, out
        self.lines: list[str] = []
        self.length = 0

    def read(self, steps: list[str], day: date, count: int, *, first: bool) -> Reading:
        """The document with the events it tells. first: it is the paper that the step itself was published in."""
        place = f"{self.purchase.serial}-{self.paper}"
        kind, address = _KINDS[steps[0]] if first else (DocumentKind.NEWS, _NEWS)
        title = f"{self.purchase.buyer.name}: {self.purchase.system.name}, {steps[0]} ({place})"
        self._line(title, {})
        events = tuple(self._event(step, day, count) for step in steps)
        for at in range(self.paper % 3):
            self._line(_AROUND[(self.purchase.serial + at) % len(_AROUND)], {})
        text = "\n".join(self.lines)
        blocks, at = [], 0
        for line in self.lines:
            blocks.append(Block(start=at, end=at + len(line), kind=BlockKind.PARAGRAPH))
            at += len(line) + 1
        document = Document(
            sha256=hashlib.sha256(f"<p>{text}</p>".encode()).hexdigest(), text=text, blocks=tuple(blocks), source=f"{place}.html",
            url=address.format(place), title=title, published=self.out, language="en", publisher=address.split("/")[2], kind=kind,
        )  # fmt: skip
        return Reading(document=document, events=events, reader="bench/1")

    def _line(self, sentence: str, words: dict[str, str]) -> dict[str, dict[str, Any]]:
        """Write a line. Returns where each of the words in braces stands, and the whole line under "" """
        said, found = "", {}
        for part in sentence.split("{"):
            name, closed, rest = part.partition("}")
            if not closed:
                said += part
                continue
            start = self.length + len(said)
            found[name] = {"quote": words[name], "start": start, "end": start + len(words[name])}
            said += words[name] + rest
        found[""] = {"quote": said, "start": self.length, "end": self.length + len(said)}
        self.lines.append(said)
        self.length += len(said) + 1
        return found

    def _event(self, step: str, day: date, count: int) -> Event:
        of = self.purchase
        millions = max(1, of.millions * count // of.items)
        start, end = (date(day.year + 2, 1, 1), date(day.year + 2, 12, 31)) if step == "foreseen" else (day, day)
        printed_day = str(start.year) if step == "foreseen" else f"{day:%B} {day.day}, {day.year}"
        names = {"buyer": of.buyer.name, "system": of.system.name, "contractor": of.maker.name, "unit": of.unit}
        words = {**names, "quantity": str(count), "value": f"${millions} million", "date": printed_day, **_numbers(of)}
        printed = of.numbered and step in _NUMBERS
        at = self._line(f"{_SENTENCES[step]} {_NUMBERS[step]}" if printed else _SENTENCES[step], words)
        stage, modality = _STAGES.get(step) or (Stage(step), Modality.HAPPENED)
        bound = Bound.MAX if step == "approval" else Bound.EXACT
        basis = Basis.CONTRACT if step in ("agreement", "award") else Basis.ESTIMATE
        quantity = Quantity(**at["quantity"], value=count, bound=bound, unit=of.unit.rstrip("s")) if "quantity" in at else None
        notice, whole = step == "approval", at[""]
        amount: dict[str, Any] = {"amount": Decimal(millions * 1_000_000), "currency": "USD", "basis": basis, "bound": bound}
        system = System(**at["system"], id=of.system.id, name=of.system.name, designation=of.system.name)
        return Event(
            stage=stage, modality=modality,
            buyer=Party(**at["buyer"], id=of.buyer.id, name=of.buyer.name),
            supplier=Party(**at["buyer"], id="US", name="United States", inferred=True) if notice else None,
            channel=Channel(**at["buyer"], id="FMS", inferred=True) if notice else None,
            items=(Item(system=system, quantity=quantity),),
            value=Money(**at["value"], **amount) if "value" in at else None,
            date=Period(start=start, end=end, mention=Mention(**at["date"])) if "date" in at else None,
            source=Source(**whole, name="official", role="official") if step in ("change", "plan") else None,
            identifiers=_identifiers(at) if printed else Identifiers(),
            contractors=(Contractor(**at["contractor"], id=of.maker.id, name=of.maker.name),) if step == "award" else (),
            evidence=(Mention(**whole),),
        )  # fmt: skip


def _numbers(of: Purchase) -> dict[str, str]:
    """Numbers that no other purchase has, up to some ten million of them."""
    year, letters, rest = f"{of.begun:%y}", "", of.serial
    for digits in (_LETTERS, _SERIAL, _SERIAL, _LETTERS):
        rest, place = divmod(rest, len(digits))
        letters = digits[place] + letters
    return {
        "transmittal": f"{year}-{of.serial:02}",
        "case": f"{of.buyer.fms_code or of.buyer.id}-{letters[0]}-{letters[1:]}",
        "contract": f"N{of.serial // 10_000:05}{year}C{of.serial % 10_000:04}",
    }


def _identifiers(at: dict[str, dict[str, Any]]) -> Identifiers:
    mentions: dict[str, tuple[Mention, ...]] = {name: (Mention(**at[name]),) for name in _IDENTIFIERS if name in at}
    quotes = {name: found[0].quote for name, found in mentions.items()}
    contract = (quotes["contract"],) if "contract" in quotes else ()
    return Identifiers(transmittal=quotes.get("transmittal"), case=quotes.get("case"), contract=contract, mentions=mentions)
