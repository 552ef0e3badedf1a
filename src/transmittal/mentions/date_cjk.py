"""Dates as printed in Japanese, Chinese, Korean and Thai, with the particles that follow them."""

import re
from functools import cache

from transmittal.mentions.calendars import ERAS
from transmittal.mentions.date_atoms import Atom
from transmittal.mentions.date_words import forms_of

_N = r"[0-9０-９]"
_KANJI = "〇一二三四五六七八九"
_ERA = r"令和|平成|昭和|中華民國|民國|民国|[RHS](?=[0-9]{1,2}(?:年|\.[0-9]{1,2}\.))"
_WEEKDAYS = "月火水木金土日"


def triggers() -> tuple[str, ...]:
    """What must be on the page before the expression is tried at all."""
    marks = ("年", "月", "년", "월", "พ.ศ.", "ปี", "B.E.", "BE 2", *(f"{digit}日" for digit in "0123456789０１２３４５６７８９"))
    return (*marks, *(form for form in forms_of("relative-cjk") if not form.startswith(marks) and not form.endswith(marks)))


@cache
def expression() -> re.Pattern[str]:
    def either(kind: str) -> str:
        return "|".join(sorted(map(re.escape, forms_of(kind)), key=len, reverse=True))

    year = rf"(?:(?P<era>{_ERA})\s?)?(?P<y>{_N}{{1,4}}|元|[{_KANJI}十]{{1,4}})"
    month_day = rf"(?P<m>{_N}{{1,2}}|[{_KANJI}十]{{1,3}})\s?[月월](?:\s?(?P<d>{_N}{{1,2}}|[{_KANJI}十]{{1,3}})\s?[日일])?"
    second = rf"(?:\s?(?:から|至|到|～|〜|~|-|–|—|與|和|及|、|と|및|부터)\s?(?P<y2>{_N}{{2,4}})\s?[年년](?P<fy2>[度도])?)?"
    return re.compile(
        rf"(?:(?P<pre>{either('before-shape')})\s?)?(?:"
        rf"(?P<thai>(?:พ\.ศ\.|B\.E\.|BE|(?P<thaify>ปีงบประมาณ)|ปี)(?:\s?พ\.ศ\.)?\s?(?P<be>2[45]\d\d))"
        rf"|(?P<open>{_N}{{2,4}})\s?(?:至|到|～|〜|~|-|–|—)\s?(?P<open2>{_N}{{2,4}})\s?[年년](?P<openfy>[度도])?"
        rf"|(?P<dots>(?P<dotera>[RHS])(?P<doty>[0-9]{{1,2}})\.(?P<dotm>[0-9]{{1,2}})\.(?P<dotd>[0-9]{{1,2}}))"
        rf"|(?P<full>{year}\s?[年년](?P<fy>[度도])?{second}(?:の)?(?:\s?{month_day})?)"
        rf"|(?P<rel>{either('relative-cjk')})(?:の)?(?:\s?(?P<rm>{_N}{{1,2}})\s?[月월](?:\s?(?P<rd>{_N}{{1,2}})\s?[日일])?)?"
        rf"|(?P<month>{month_day.replace('?P<m>', '?P<bm>').replace('?P<d>', '?P<bd>')})"
        rf"|(?P<day>{_N}{{1,2}})日(?!間|分|本|数)"
        rf")(?:\s?(?P<q>第?[1-4１-４一二三四](?:四半期|季度?|분기)))?(?:\((?:{'|'.join(_WEEKDAYS)})\))?"
        rf"(?:\s?(?P<edge>{either('after-edge')})(?:の)?)?(?:頃|ごろ|경)?(?:\s?(?P<shape>{either('after-shape')}))?"
    )


def atom_at(match: re.Match[str], language: str | None) -> Atom | None:
    """What a match says. language: "ja", "zh", "ko" or "th", decides what an unmarked 年度 or a three-digit year means."""
    before = match.string[match.start() - 1 : match.start()]
    if before and (before.isdigit() or before in ".,") and not match["pre"]:
        return None
    atom = _body(match, language)
    if atom is None:
        return None
    atom.shape = forms_of("after-shape").get(match["shape"] or "", "") or forms_of("before-shape").get(match["pre"] or "", "") or atom.shape
    edge = forms_of("after-edge").get(match["edge"] or "", "")
    if edge.startswith("half"):
        atom.unit, atom.part = "half", int(edge[-1])
    else:
        atom.edge = edge
    if match["q"] and atom.month is None:
        atom.unit, atom.part = "quarter", _number(match["q"].lstrip("第")[0])
    atom.printed = match.group()
    return atom


def _body(match: re.Match[str], language: str | None) -> Atom | None:
    start, end = match.span()
    if match["thai"]:
        fiscal = bool(match["thaify"])
        return Atom(start=start, end=end, unit="fiscal" if fiscal else "year", year=int(match["be"]) - 543, fiscal=fiscal, country="TH")
    if match["open"]:
        first, last = _civil(None, _number(match["open"]), language), _civil(None, _number(match["open2"]), language)
        return _years(start, end, first, last, bool(match["openfy"]))
    if match["dots"]:
        return _checked(
            Atom(
                start=start,
                end=end,
                unit="day",
                year=_number(match["doty"]) + ERAS[match["dotera"]],
                month=_number(match["dotm"]),
                day=_number(match["dotd"]),
            )
        )
    if match["full"]:
        return _full(match, language)
    if match["rel"]:
        return _relative(match)
    if match["month"]:
        day = _number(match["bd"]) if match["bd"] else None
        return _checked(Atom(start=start, end=end, unit="day" if day else "month", month=_number(match["bm"]), day=day))
    return Atom(start=start, end=end, unit="monthday", day=_number(match["day"]))


def _full(match: re.Match[str], language: str | None) -> Atom | None:
    """A year, with what hangs on it: 度, a second year, a month, a day."""
    start, end = match.span()
    dated = bool(match["fy"] or match["m"] or match["era"] or match["y2"] or match["edge"] or match["shape"])
    year = _civil(match["era"], _short_year(match, language), language if dated else None)
    if year is None:
        return None
    country = None
    if match["era"]:
        country = "TW" if "民" in match["era"] else "JP"
    elif _short_year(match, language) < 1000:
        country = "TW"
    if match["y2"]:
        last = _number(match["y2"])
        if last < 100 and not match["era"]:
            last += year - year % 100  # "2025年度から27年度"
        return _years(start, end, year, _civil(match["era"], last, language), bool(match["fy"] or match["fy2"]), country)
    if match["m"]:
        day = _number(match["d"]) if match["d"] else None
        return _checked(Atom(start=start, end=end, unit="day" if day else "month", year=year, month=_number(match["m"]), day=day))
    if match["fy"]:
        return Atom(start=start, end=end, unit="fiscal", year=year, fiscal=True, country=country)
    return Atom(start=start, end=end, unit="year", year=year)


def _short_year(match: re.Match[str], language: str | None) -> int:
    """The year as printed; in Japanese and Korean "25年度", "25年末", "25年3月" leave out the century, "10年" is a duration."""
    year = _number(match["y"])
    short = language in ("ja", "ko") and year < 80 and not match["era"] and len(match["y"]) == 2 and match["y"].isdecimal()
    dated = match["fy"] or match["m"] or match["edge"] or match["y2"]
    return year + 2000 if short and dated else year


def _years(start: int, end: int, first: int | None, last: int | None, fiscal: bool, country: str | None = None) -> Atom | None:
    if first is None or last is None or not first <= last <= first + 40:
        return None
    return Atom(
        start=start,
        end=end,
        unit="fiscal" if fiscal else "years",
        year=first,
        last_year=last,
        fiscal=fiscal,
        country=country if fiscal else None,
    )


def _relative(match: re.Match[str]) -> Atom | None:
    value = forms_of("relative-cjk")[match["rel"]]
    unit, offset = value[:-2], int(value[-2:])
    start, end = match.span()
    if match["rm"]:
        if unit.rpartition("-")[2] != "year":
            return None
        day = _number(match["rd"]) if match["rd"] else None
        since = "mentioned" if unit.startswith("that-") else "published"
        return _checked(
            Atom(start=start, end=end, unit="day" if day else "month", month=_number(match["rm"]), day=day, offset=offset, since=since)
        )
    atom = Atom(start=start, end=end, unit=unit.rpartition("-")[2], offset=offset, fiscal=unit == "fiscal", ends=False)
    if unit.startswith("that-"):
        atom.since = "mentioned"
    if unit == "end-year":
        atom.ends = match["rel"] not in ("年内", "年內", "연내")
        atom.shape = "by"
    return atom


def _checked(atom: Atom) -> Atom | None:
    return atom if atom.month and 1 <= atom.month <= 12 and (atom.day is None or 1 <= atom.day <= 31) else None


def _civil(era: str | None, year: int, language: str | None) -> int | None:
    """A civil year from 1900 to 2100; None for a duration ("10年") or a number that is no year."""
    if era:
        year += ERAS[era]
    elif 80 <= year < 200:
        is_duration = language == "ja" or (language is None and year < 100)
        year += 0 if is_duration else ERAS["ROC"]
    return year if 1900 <= year <= 2100 else None


def _number(printed: str) -> int:
    """ "７" → 7, "二〇二六" → 2026, "十二" → 12, 元 → 1."""
    if printed == "元":
        return 1
    if printed.isdecimal():
        return int(printed)
    if "十" in printed:
        tens, _, ones = printed.partition("十")
        return (_KANJI.find(tens) if len(tens) == 1 else 1) * 10 + (_KANJI.find(ones) if len(ones) == 1 else 0)
    return int("".join(str(_KANJI.find(character)) for character in printed))
