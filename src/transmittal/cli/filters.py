"""Options that say which cases are meant, in people's words, to a `cases.filters.Filter`."""

import argparse
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import TYPE_CHECKING

from transmittal.model.errors import Misuse

if TYPE_CHECKING:
    from transmittal.cases.filters import Filter
    from transmittal.catalogue import Resolution


def add_filters(parser: argparse.ArgumentParser) -> None:
    """The options; each may be given several times, and means any of its values then."""
    several = parser.add_argument_group("which cases").add_argument
    several("--buyer", action="append", default=[], metavar="WHO", help="a country or organisation, by name or code (JP, Japan, NSPA)")
    several("--supplier", action="append", default=[], metavar="WHO", help="who sells")
    several("--region", action="append", default=[], metavar="REGION", help="buyers of a region (eastern-asia, europe, middle-east …)")
    several(
        "--system", action="append", default=[], metavar="NAME", help="a weapon system, by any of its names; a family means its members too"
    )
    several("--maker", action="append", default=[], metavar="FIRM", help="who builds it, or its parent")
    several("--stage", action="append", default=[], metavar="STAGE", help="where the case stands (plan, request, approval, agreement …)")
    several(
        "--channel", action="append", default=[], metavar="CHANNEL", help="FMS, DCS, EDA, FMF, PDA, lease, grant, coproduction, domestic"
    )
    several("--year", metavar="YEAR", help="a step happened in this year, or in these: 2020-2023")
    several("--value", metavar="RANGE", help="an amount of the case lies within: USD 1bn.., 500m..2bn, ..100m")
    several("--tag", action="append", default=[], metavar="TAG", help="a label that people put on it; all of them when several are given")
    several("--text", metavar="WORDS", help='a document of the case holds these words or "phrases"')
    several("--case", action="append", default=[], metavar="CASE", dest="case_ids", help="this case")


def parse_filters(call: argparse.Namespace) -> "Filter":
    """The filter of a call. Raises Misuse naming the word that nothing is known by."""
    from transmittal import catalogue
    from transmittal.cases.filters import Filter
    from transmittal.cases.regions import countries_of
    from transmittal.model import Stage

    buyers = _resolved(call.buyer, "--buyer", catalogue.resolve_buyer, _buyer_code)
    for region in call.region:
        buyers |= countries_of(region)
    amount, currency = _parse_range(call.value) if call.value else (None, None)
    return Filter(
        buyers=frozenset(buyers),
        suppliers=frozenset(_resolved(call.supplier, "--supplier", catalogue.resolve_buyer, _buyer_code)),
        systems=frozenset(_systems(call.system)),
        makers=frozenset(_resolved(call.maker, "--maker", catalogue.resolve_maker)),
        stages=frozenset(Stage(_one_of(word.lower(), tuple(Stage), "--stage")) for word in call.stage),
        years=_parse_years(call.year) if call.year else None,
        amount=amount,
        currency=currency,
        channels=frozenset(_one_of(word, _CHANNELS, "--channel") for word in call.channel),
        tags=frozenset(call.tag),
        text=call.text,
        cases=frozenset(call.case_ids),
    )


_CHANNELS = ("FMS", "DCS", "EDA", "FMF", "PDA", "lease", "grant", "coproduction", "domestic")


def _one_of(word: str, choices: Iterable[str], option: str) -> str:
    found = next((choice for choice in choices if choice.lower() == word.lower()), None)
    if found is None:
        raise Misuse(f'"{word}" is none of them', option, f"choose {', '.join(choices)}")
    return str(found)


def _buyer_code(word: str) -> str | None:
    from transmittal.catalogue.load import countries, organisations

    code = word.upper()
    return code if code in countries() or code in organisations() else None


def _resolved(
    words: Iterable[str],
    option: str,
    resolve: "Callable[[str], Resolution | None]",
    code: Callable[[str], str | None] = lambda _: None,
) -> set[str]:
    found = set()
    for word in words:
        known = code(word)
        if known is None:
            resolution = resolve(word)
            if resolution is None:
                raise Misuse(f'nothing is known by the name "{word}"', option, "try another spelling, or its code")
            known = resolution.id
        found.add(known)
    return found


def _systems(words: Iterable[str]) -> set[str]:
    """Ids; a designation that the catalogue does not know is looked for as it is printed."""
    from transmittal import catalogue
    from transmittal.catalogue.load import systems

    found = set()
    for word in words:
        resolution = None if word in systems() else catalogue.resolve_system(word)
        found.add(resolution.id if resolution else word)
    return found


def _parse_years(printed: str) -> tuple[int, int]:
    first, _, last = printed.partition("-")
    if not (first.isdecimal() and (last or first).isdecimal() and len(first) == 4):
        raise Misuse(f'"{printed}" is not a year', "--year", "write it as 2023 or 2020-2023")
    return int(first), int(last or first)


_SCALES = {"": 1, "k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12}


def _parse_range(printed: str) -> tuple[tuple[Decimal | None, Decimal | None], str | None]:
    """ "USD 500m..2bn" → ((5e8, 2e9), "USD"); a number alone is both ends."""
    import re

    currency, _, rest = printed.strip().rpartition(" ") if re.match(r"[A-Za-z]{3}\s", printed.strip()) else ("", "", printed.strip())
    low, dots, high = rest.partition("..")
    try:
        ends = (_number(low), _number(high if dots else low))
    except KeyError:
        raise Misuse(f'"{printed}" is not a range of amounts', "--value", "write it as 500m..2bn, USD 1bn.. or ..100m") from None
    return ends, currency.upper() or None


def _number(printed: str) -> Decimal | None:
    import re

    if not printed.strip():
        return None
    found = re.fullmatch(r"\s*([0-9][0-9,]*(?:\.[0-9]+)?)\s*([a-z]*)\s*", printed.lower())
    if found is None:
        raise KeyError(printed)
    return Decimal(found[1].replace(",", "")) * _SCALES[found[2]]
