"""Speakers in Japanese, Chinese and Korean: who stands before the particle, and a verb of saying ends the clause."""

import re
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from transmittal.mentions.speaker_words import words_of

Made = TypeVar("Made")

_HEADS = words_of("head")
_HEAD = "|".join(sorted(map(re.escape, _HEADS), key=len, reverse=True))
_ANY_HEAD = re.compile(f"(?=({_HEAD}))")
_HAN = r"[一-鿿々ァ-ヶーA-Za-z0-9・]"
_SAID_JA = (
    r"(?:と(?:述べ|語っ|話し|説明し|発表し|明らかにし|伝え|報じ|表明し|強調し|コメントし|し)た|を(?:発表|表明)した|"
    r"と(?:述べて|して|報じて|説明して)いる|を明らかにした|と(?:発表|報道))"
)
_SAID_ZH = r"(?:表示|指出|宣布|宣佈|稱|称|說|说|透露|強調|强调|報導|报道|證實|证实|說明|说明|公布)"
_SAID_KO = r"(?:밝혔|말했|발표했|전했|설명했|보도했|강조했|했다고)"
_PATTERN = re.compile(
    rf"(?P<ja>(?P<jan>{_HAN}{{0,14}}?(?:{_HEAD}))(?P<jap>は|が|では|によると|によれば))"
    rf"|(?P<zh>(?P<zhp>據|据|根據|根据)?(?P<zhn>{_HAN}{{0,12}}?(?:{_HEAD}){_HAN}{{0,4}}?)(?:今天|今日|[0-9]{{1,2}}日)?(?:備詢時?|受訪時?|答詢時?)?(?:在[^，。\n]{{1,20}})?{_SAID_ZH})"
    rf"|(?P<ko>(?P<kon>(?:[가-힣]{{1,8}} )?[가-힣]{{0,6}}?(?:{_HEAD}))(?P<kop>은|는|이|가|에 따르면)(?= ))"
)
_STOP = re.compile(r"[。\n]|(?<=다)\.")
_HAS_CJK = re.compile("[ぁ-ヿ一-鿿가-힣]")


def find(text: str, start: int, end: int, make: Callable[..., Made]) -> Iterator[Made]:
    """Yield speakers, made by `make(start, end, name, role, verb_start, scope)`."""
    if not _HAS_CJK.search(text, start, end):
        return
    for match in _PATTERN.finditer(text, start, end):
        found = _read(text, match, start, end)
        if found is not None:
            yield make(*found)


def _read(text: str, match: re.Match[str], start: int, end: int) -> tuple[Any, ...] | None:
    low = max(
        (stop.end() for stop in _STOP.finditer(text, max(start, match.start() - 400), match.start())),
        default=max(start, match.start() - 400),
    )
    stop = _STOP.search(text, match.end(), min(end, match.end() + 400))
    high = stop.start() if stop else min(end, match.end() + 400)
    if match["zh"]:
        group, verb, scope = "zhn", match.end(), (match.end(), high)
    else:
        group = "jan" if match["ja"] else "kon"
        particle = match["jap"] or match["kop"]
        if particle in ("によると", "によれば", "에 따르면"):
            verb, scope = match.start(group), (match.end(), high)
        else:
            said = re.compile(_SAID_JA if match["ja"] else _SAID_KO).search(text, match.end(), high + 1)
            if said is None:
                return None
            verb, scope = said.start(), (match.end(), said.start())
    begin, finish = match.span(group)
    begin, finish, role = _person(text, begin, finish)
    name = text[begin:finish]
    first, last = scope
    while first < last and text[first] in "、，, :：":
        first += 1
    return begin, finish, name, role, verb, (max(low, first), last)


def _person(text: str, begin: int, end: int) -> tuple[int, int, str]:
    """Part a title from the name beside it: 國防部長顧立雄 → 顧立雄, 木原防衛相 → 木原; offices stay whole."""
    while text[begin] == " ":
        begin += 1
    # The title is what ends last; of several that end there, the longest.
    heads = [(match.end(1), -match.start()) for match in _ANY_HEAD.finditer(text[begin:end])]
    head_end, negative_start = max(heads)
    head_start = -negative_start
    role = _HEADS[text[begin + head_start : begin + head_end]]
    if role in _PERSONS and 1 < end - begin - head_end <= 4:
        return begin + head_end, end, role
    before = text[begin : begin + head_start].rstrip("・ ")
    if role in _PERSONS and 1 < len(before) <= 6 and head_end == end - begin and not any(head in before for head in _HEADS):
        return begin, begin + len(before), role
    return begin, end, role


_PERSONS = frozenset(("minister", "head of government", "president", "spokesperson", "legislature"))
