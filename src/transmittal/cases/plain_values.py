"""Words of people as values of the contract, read by the finders that read documents: "up to 400", "USD 2.35 billion", "2024-01..2024-03".

Each function takes the words and gives the slot's own keys, without a mention: where it stands is somebody else's business.
All raise Misuse naming the words, and what to write instead.
"""

import calendar
import re
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from transmittal import catalogue
from transmittal.model import Basis, Bound, Misuse, Stage

Value = dict[str, Any]
Word = TypeVar("Word", bound=StrEnum)

# What money is, when neither the words nor the slot say: what is notified is an estimate, what is signed a price.
_USUAL_BASIS = {Stage.APPROVAL: Basis.ESTIMATE, Stage.REQUEST: Basis.ESTIMATE, Stage.PLAN: Basis.BUDGET}
_BASIS = re.compile(r"[\s(]*\b(estimate|contract|budget|obligated)d?\b\)?\s*$", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_CODE = re.compile(r"[A-Z]{3}")
_PLAIN_COUNT = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
_HYPHENS = str.maketrans("‐‑‒–—−", "------")
# More than any order ever had, and few enough for every database's integers.
_MOST = 10**9
# Digits before the point: a thousand times the world's product in its smallest currency.
_MOST_DIGITS = 21
_YEARS = range(1800, 2201)


def parse_word(printed: str, words: type[Word], what: str) -> Word:
    """One word of a closed set, in any case."""
    try:
        return words(printed.strip().lower())
    except ValueError:
        raise Misuse(f'"{printed}" is not a {what}', what, f"choose {', '.join(words)}") from None


def parse_party(printed: str, what: str) -> Value:
    """A country or an organisation that buys, by code or by name: "JP", "jp", "Japan", "the Netherlands", "NSPA"."""
    wanted = re.sub(r"^the\s+", "", printed.strip(), flags=re.IGNORECASE)
    for code in (wanted, wanted.upper()):
        try:
            entry = catalogue.buyer(code)
        except KeyError:
            continue
        return {"id": entry.id, "name": entry.name}
    found = catalogue.exact_buyer(wanted) if wanted else None
    if found is None:
        near = catalogue.resolve_buyer(wanted) if wanted else None
        hint = f"did you mean {catalogue.buyer(near.id).name} ({near.id})?" if near else "give its name, or its code (JP, NSPA)"
        raise Misuse(f'"{printed}" is no country or organisation that we know', what, hint)
    return {"id": found.id, "name": catalogue.buyer(found.id).name}


def parse_channel(printed: str) -> Value:
    """By code or by name: "FMS", "Foreign Military Sales", "lease"."""
    wanted = printed.strip()
    for code in (wanted, wanted.upper(), wanted.lower()):
        try:
            return {"id": catalogue.channel(code).id}
        except KeyError:
            continue
    names = [name for name in catalogue.find_names(wanted) if name.kind is catalogue.NameKind.CHANNEL]
    if len({name.id for name in names}) != 1:
        hint = "choose FMS, DCS, EDA, FMF, PDA, lease, grant, coproduction or domestic"
        raise Misuse(f'"{printed}" is not a channel', "channel", hint)
    return {"id": names[0].id}


def parse_count(printed: str) -> Value:
    """A count as notices write it: "400", "1,000", "up to 400", "about forty missiles"."""
    from transmittal.mentions.quantities import find_quantities

    wanted = printed.strip()
    if _PLAIN_COUNT.fullmatch(wanted):
        return _counted(int(wanted.replace(",", "")[:12]), Bound.EXACT, None, printed)
    # A noun behind it, or a number alone would be nobody's count.
    for words in (wanted, f"{wanted} items"):
        found = list(find_quantities(words))
        if len(found) == 1 and found[0].fraction_of is None:
            return _counted(found[0].value, found[0].bound, found[0].unit if words == wanted else None, printed)
    raise Misuse(f'"{printed}" is not one count', "quantity", 'write it as 400, "up to 400", "at least 20", "about 60 missiles"')


def _counted(value: int, bound: Bound, unit: str | None, printed: str) -> Value:
    if not 1 <= value <= _MOST:
        raise Misuse(f'"{printed}" is no count of items', "quantity", "a count is at least 1; write none when nobody says how many")
    return {"value": value, "bound": bound.value, "unit": unit}


def parse_money(printed: str, stage: Stage, old: Value | None) -> Value:
    """An amount with its currency: "USD 2.35 billion", "up to $2.35 billion (estimate)", "254 billion yen".

    old: the slot as it is; its currency and basis stay where the words name none.
    """
    from transmittal.mentions.money import find_money

    wanted = printed.strip()
    said = _BASIS.search(wanted)
    if said is not None and said.start():
        basis, wanted = said[1].lower(), wanted[: said.start()].strip()
    else:
        basis = (old or {}).get("basis") or _USUAL_BASIS.get(stage, Basis.CONTRACT).value
    found = list(find_money(wanted, home=(old or {}).get("currency"), bare=old is not None))
    if len(found) != 1:
        hint = 'write it as "USD 2.35 billion", "up to $2.35 billion (estimate)", "254.1 billion yen"'
        raise Misuse(f'"{printed}" is not one amount of money', "value", hint)
    amount = check_amount(found[0].amount, printed)
    return {"amount": amount, "currency": found[0].currency, "basis": basis, "bound": found[0].bound.value}


def parse_amount(printed: str) -> str:
    """A bare number in whole units of the currency: "2350000000", "2,350,000,000.50"."""
    try:
        return check_amount(Decimal(printed.strip().replace(",", "")), printed)
    except ArithmeticError:
        raise Misuse(f'"{printed}" is not a number', "value.amount", "write it as 2350000000") from None


def check_amount(amount: Decimal, printed: str) -> str:
    """The amount as the contract writes it: no exponent, not negative."""
    if not amount.is_finite() or amount < 0 or amount.adjusted() >= _MOST_DIGITS or len(amount.as_tuple().digits) > _MOST_DIGITS + 6:
        raise Misuse(f'"{printed}" is no price that anybody pays', "value", "check the number of its digits")
    return f"{amount:f}"


def parse_currency(printed: str) -> str:
    """An ISO 4217 code."""
    from transmittal.mentions.money import find_money

    code = printed.strip().upper()
    if not _CODE.fullmatch(code) or [money.currency for money in find_money(f"{code} 1")] != [code]:
        raise Misuse(f'"{printed}" is not a currency', "value.currency", "give its code: USD, JPY, EUR")
    return code


def parse_period(printed: str, country: str | None) -> Value:
    """One period: "2024-01-18", "2024-01", "2024", "2024-01..2024-03", "..2028", "2026..", "FY2026", "early 2024", "by 2028".

    country: whose fiscal years are meant where the words do not say.
    """
    wanted = printed.strip()
    if ".." in wanted:
        first, _, last = (part.strip() for part in wanted.partition(".."))
        if not first and not last:
            raise _undated(printed)
        start = parse_period(first, country)["start"] if first else None
        end = parse_period(last, country)["end"] if last else None
        return check_period({"start": start, "end": end, "calendar": "civil"}, printed)
    iso = _ISO.fullmatch(wanted)
    return check_period(_iso(iso, printed) if iso else _in_words(wanted, country, printed), printed)


def _iso(found: re.Match[str], printed: str) -> Value:
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        start = date(year or 0, month or 1, day or 1)
        end = start if day else date(start.year, month or 12, calendar.monthrange(start.year, month or 12)[1])
    except ValueError:
        raise Misuse(f'"{printed}" is in no calendar', "date", "write it as 2024-01-18, 2024-01 or 2024") from None
    return {"start": start.isoformat(), "end": end.isoformat(), "calendar": "civil"}


def _in_words(wanted: str, country: str | None, printed: str) -> Value:
    from transmittal.mentions.dates import find_dates

    found = list(find_dates(wanted, published=None, country=country))
    if len(found) != 1 or (found[0].first is None and found[0].last is None):
        raise _undated(printed)
    first, last = found[0].first, found[0].last
    name = found[0].calendar
    return {"start": first.isoformat() if first else None, "end": last.isoformat() if last else None, "calendar": name}


def check_period(period: Value, printed: str) -> Value:
    """The period, when it has an end and begins before it."""
    try:
        first, last = (date.fromisoformat(period[key]) if period.get(key) else None for key in ("start", "end"))
    except (ValueError, TypeError):
        raise _undated(printed) from None
    if first is None and last is None:
        raise _undated(printed)
    if first is not None and last is not None and first > last:
        raise Misuse(f'"{printed}" ends before it begins', "date", "write the earlier day first")
    if any(day is not None and day.year not in _YEARS for day in (first, last)):
        raise Misuse(f'"{printed}" is in no time of ours', "date", "check the year")
    return period


def _undated(printed: str) -> Misuse:
    return Misuse(f'"{printed}" is not one period', "date", "write it as 2024-01-18, 2024-01, 2024-01..2024-03, ..2028 or FY2026")


def parse_speaker(printed: str) -> Value:
    """A name, with its office in brackets: "Minoru Kihara (minister)"."""
    found = re.fullmatch(r"\s*([^()]*[^()\s])\s*(?:\(([^()]+)\))?\s*", printed)
    if found is None:
        raise Misuse(f'"{printed}" is no speaker', "source", 'write it as "Minoru Kihara (minister)"')
    return {"name": found[1].strip(), "role": found[2].strip() if found[2] else None}


def parse_firm(printed: str) -> Value:
    """A maker by its id or by the catalogue's name where it has one, as written otherwise."""
    wanted = parse_name(printed, "contractor")
    found = catalogue.exact_maker(wanted)
    try:
        entry = catalogue.maker(found.id if found else wanted.lower())
    except KeyError:
        return {"id": None, "name": wanted}
    return {"id": entry.id, "name": entry.name}


def parse_system(printed: str) -> Value:
    """A system by its id, by any of its names, or as written when the catalogue lacks it. With `variant` when the words name one."""
    from transmittal.mentions.systems import find_systems

    wanted = parse_name(printed, "system")
    try:
        entry = catalogue.system(wanted.lower())
    except KeyError:
        found = find_systems(wanted, catalogue.find_names(wanted))
        if len(found) > 1:
            raise Misuse(f'"{printed}" names several systems', "system", "correct each item by itself") from None
        if not found:
            return {"id": None, "name": wanted, "designation": wanted, "variant": None}
        return {"id": found[0].id, "name": found[0].name, "designation": found[0].designation, "variant": found[0].variant}
    names = find_systems(entry.name, catalogue.find_names(entry.name))
    designation = next((one.designation for one in names if one.id == entry.id), entry.name)
    return {"id": entry.id, "name": entry.name, "designation": designation, "variant": None}


def parse_number(printed: str, what: str) -> str:
    """A number of a notice, a case or a contract, with plain hyphens: "23–99" is "23-99"."""
    return parse_name(printed, what, longest=100).translate(_HYPHENS)


def parse_name(printed: str, what: str, *, longest: int = 300) -> str:
    """Words on one line, at least one."""
    name = " ".join(printed.split())
    if not name or len(name) > longest or any(ord(character) < 32 or 0xD800 <= ord(character) < 0xE000 for character in name):
        raise Misuse(f'"{printed[:60]}" is no name', what, f"write 1 to {longest} characters, or none to empty it")
    return name
