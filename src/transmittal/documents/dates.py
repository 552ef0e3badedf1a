"""The day a publication gives as its own: metadata values, and a dateline near the top of its text."""

import re
from datetime import date, timedelta

_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_COMPACT = re.compile(r"^\s{0,4}((?:19|20)\d\d)(\d\d)(\d\d)(?:\d{4}|\d{6})?(?!\d)")
_CJK = re.compile(r"((?:19|20)\d\d)\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
_NAMES = (
    "jan janv ene genn gen stycznia января січня styczeń januar january janvier enero gennaio janeiro|"
    "feb févr fev febr lutego февраля лютого febbraio february februar février febrero fevereiro|"
    "mar mär marzo marca марта березня march märz mars março|"
    "apr avr abr kwietnia апреля квітня april avril abril aprile|"
    "may mai mayo mag maggio maja мая травня maio|"
    "jun juin giu czerwca июня червня june juni junio giugno junho|"
    "jul juil lug lipca июля липня july juli juillet julio luglio julho|"
    "aug août ago sierpnia августа серпня august agosto|"
    "sep sept set wrz września сентября вересня september septembre septiembre settembre setembro|"
    "oct okt ott out października октября жовтня october oktober octobre octubre ottobre outubro|"
    "nov listopada ноября листопада november novembre noviembre novembro|"
    "dec dez déc dic grudnia декабря грудня december dezember décembre diciembre dicembre dezembro"
)
_MONTHS = {name: number for number, names in enumerate(_NAMES.split("|"), 1) for name in names.split()}
_NAME = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY_FIRST = re.compile(
    rf"(?<![\d.,$€£])(\d{{1,2}})(?:st|nd|rd|th|er|º|ª|\.)?\s{{1,2}}(?:de\s|d['’])?({_NAME})\.?,?\s{{1,2}}(?:de\s)?((?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(rf"(?<!\w)({_NAME})\.?\s{{1,2}}(\d{{1,2}})(?:st|nd|rd|th)?,\s{{0,2}}((?:19|20)\d\d)(?!\d)", re.IGNORECASE)
_LABEL = re.compile(
    r"^(?:(?:release |publication |posted |published |issue )?(?:date|on|released|posted|published|updated)|"
    r"datum|stand|date de publication|fecha|data)"
    r"\s{0,2}[:：]?\s",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"^[A-ZÀ-ÞĀ-Ž][^\n.!?]{1,60}?[,(]\s?[^\n]{4,30}?(?:\)|\s)\s?[-–—(]")
_ISSUE = re.compile(r"^\[(?:Federal Register|Congressional Record)[^\]]{0,160}\]")
_EARLIEST = date(1945, 1, 1)
_TOP_BLOCKS, _TOP_LENGTH, _ALONE = 14, 240, 90


def _day(year: str, month: str | int, day: str) -> date | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if _EARLIEST <= found <= date.today() + timedelta(days=730) else None


def parse_day(text: str) -> date | None:
    """The first day a metadata value or a dateline names, in ISO, compact, spelled-out or East Asian form. "03/04/2020" is nobody's."""
    text = text[:300]
    if (match := _ISO.search(text)) or (match := _COMPACT.search(text)) or (match := _CJK.search(text)):
        return _day(*match.groups())
    days, months = _DAY_FIRST.search(text), _MONTH_FIRST.search(text)
    if days and (not months or days.start() < months.start()):
        return _day(days[3], _MONTHS[days[2].lower()], days[1])
    if months:
        return _day(months[3], _MONTHS[months[1].lower()], months[2])
    return None


def find_dateline(lines: list[str]) -> date | None:
    """The day printed near the top: the issue of a gazette, a line that is hardly more than a date, "WASHINGTON, July 9, 2020 -"."""
    for line in lines[:_TOP_BLOCKS]:
        if not any(character.isdigit() for character in line[:_TOP_LENGTH]):
            continue
        if issue := _ISSUE.match(line):
            if found := parse_day(issue[0]):
                return found
            continue
        short = len(line) <= _ALONE
        if short and (_LABEL.match(line) or mostly_date(line)) and (found := parse_day(line)):
            return found
        if (opening := _DATELINE.match(line[:120])) and (found := parse_day(opening[0])):
            return found
    return None


def mostly_date(line: str) -> bool:
    """A date with at most a place, a weekday, a time or a section name beside it, and no sentence."""
    rest = line
    for pattern in (_ISO, _CJK, _DAY_FIRST, _MONTH_FIRST):
        rest, count = pattern.subn("", rest, count=1)
        if count:
            break
    else:
        return False
    return len(rest) <= 40 and not rest.rstrip().endswith((".", ";", "?", "!")) and len(rest.split()) <= 6
