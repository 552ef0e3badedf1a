"""Budget overviews of Japan's Ministry of Defense, in English and Japanese: one plan per line that buys a named system.

Research, housing and personnel are passed over. Amounts are on a contract basis unless the paper prints otherwise; which, stays a note.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec

from transmittal import catalogue
from transmittal.catalogue import Name, NameKind
from transmittal.forms.grammar.budget_lines import BudgetLine, cut_lines, find_lines, is_line_start
from transmittal.forms.layout import Layout, Parsed
from transmittal.mentions.dates import DateMention, find_dates
from transmittal.mentions.within import within
from transmittal.model import Block, BlockKind, Channel, Document, DocumentKind, Event, Mention, Modality, Party, Period, Stage

LAYOUT = Layout(
    id="japan_budget",
    title="Japan, Ministry of Defense, overview of the budget",
    kind=DocumentKind.BUDGET,
    seen="overviews of fiscal years 2018 to 2026; docs/reading/japan_budget.md",
    expect={"value": 0.9, "date": 0.95, "items": 0.95},
)

_HEAD = 2500  # characters in which the paper says what it is and when it was decided
_PAPER = re.compile(
    r"\b(?:Defense (?:Programs and )?Budget of Japan|Defense Budget|Fundamental Reinforcement of Defense Capabilities"
    r"|Overview of (?:the )?FY ?\d{4})\b"
    r"|我が国の防衛と予算|防衛力抜本的強化の進捗と予算|予算(?:案)?の概要|概算要求の概要",
    re.I,
)
_YEAR_OF = re.compile(
    r"\b(?:J?FY|fiscal (?:year )?)\s?(?:20\d\d|Reiwa)|\bReiwa \d|(?:令和|平成)\s?[\d０-９元一二三四五六七八九十]{1,3}\s?年度|20\d\d年度",
    re.I,
)
_ISSUER = re.compile(r"\bMinistry of Defen[sc]e\b|\bMOD\b|\bJapan\b|防衛省")
_YEN = re.compile(r"(?:¥|￥|JPY)\s?[\d,.]+|[\d,.]+\s?(?:billion|million|trillion) (?:yen|JPY)|[\d,.]+\s?(?:億|百万|兆)円", re.I)
_DECIDED = re.compile(r"(?:Cabinet (?:decision|approval)|approved by the Cabinet|decided by the Cabinet|閣議決定)", re.I)
_BASIS = re.compile(r"\b(?:contract|expenditure)[- ]bas[ei]s?\b|(?:契約|歳出)ベース", re.I)
_CLAUSE = 120  # characters before and after the word that a note on the basis takes
_FROM_US = re.compile(r"\b(?:from|by) (?:the )?(?:United States|U\.S\.|US)\b|米国(?:から|製)")
_MADE_HERE = re.compile(
    r"\b(?:develop|made|manufactur|produc|built|build)\w*(?: and (?:made|manufactured|produced|built))? (?:in Japan|domestically|at home)"
    r"|\bdomestic(?:ally)?[ -](?:produc|develop|made|built|manufactur)\w*|\bindigenous\w*|国産|国内(?:開発|生産)",
    re.I,
)
_FIELDED = re.compile(r"\b(?:deploy|field|commission|operational|in(?:to)? service|introduc|equip)\w*|配備|運用開始|部隊使用|就役", re.I)
_DELIVERED = re.compile(r"\b(?:deliver|hand\w* over|arriv|receiv)\w*|納入|納品|引き?渡", re.I)
_SENTENCE = re.compile(r"(?:[^.。\n]|\.(?=\S))+[.。]?")


class _Line(msgspec.Struct, frozen=True):
    """A purchase with the remark printed under it."""

    line: BudgetLine
    remark: tuple[int, int]


def sniff(document: Document) -> bool:
    """The paper's title, the fiscal year and the ministry in its head, and yen on lines of their own."""
    text = document.text
    head = (0, _HEAD)
    return (
        _PAPER.search(text, *head) is not None
        and _YEAR_OF.search(text, *head) is not None
        and _ISSUER.search(text, *head) is not None
        and sum(1 for _ in zip(range(3), _yen_lines(document), strict=False)) == 3
    )


def _yen_lines(document: Document) -> Iterator[Block]:
    """Short blocks that end in an amount, and table rows with one: a budget, not an article on it."""
    for block in document.blocks:
        size = block.end - block.start
        if size > 300 or (block.kind is BlockKind.PARAGRAPH and size > 160):
            continue
        amount = _YEN.search(document.text, block.start, block.end)
        if amount is not None and (
            block.kind is not BlockKind.PARAGRAPH or is_line_start(document.text, block.start) or block.end - amount.end() < 30
        ):
            yield block


def parse(document: Document) -> Parsed:
    """Read every line that buys a named system, with its remark."""
    text = document.text
    names = catalogue.find_names(text)
    decided = _decided(document)
    note = f"forms.japan_budget: {_basis_note(text)}"
    events: list[Event] = []
    for line in _lines(document, names):
        buyer = _buyer(line.line)
        supplier, channel = _origin(text, names, line)
        plan = Event(
            stage=Stage.PLAN,
            modality=Modality.HAPPENED,
            buyer=buyer,
            supplier=supplier,
            channel=channel,
            items=line.line.items,
            value=line.line.value,
            date=decided,
            evidence=(Mention.cut(text, line.line.start, line.line.end),),
            rules={"value": note, "date": "forms.japan_budget: day of the paper"},
        )
        events.append(plan)
        events.extend(_planned(document, line, plan))
    return Parsed(events=tuple(events))


def _basis_note(text: str) -> str:
    """What the paper prints on the basis of its amounts."""
    basis = _BASIS.search(text)
    if basis is None:
        return "basis not printed"
    before = re.split(r"[.。\n]", text[max(0, basis.start() - _CLAUSE) : basis.start()])[-1]
    after = re.split(r"[.。\n]", text[basis.end() : basis.end() + _CLAUSE])[0]
    return f"{before}{basis[0]}{after}".strip()


def _lines(document: Document, names: Sequence[Name]) -> Iterator[_Line]:
    """Purchases in order. A remark is what stands between a line and the next line, heading or amount."""
    text = document.text
    pending: list[BudgetLine] = []
    remark = (0, 0)
    for block in document.blocks:
        for start, end in cut_lines(text, block.start, block.end):
            found = find_lines(document, names, start, end)
            opens = bool(found) or _is_head(block, text) or is_line_start(text, start) or _YEN.search(text, start, end)
            if not opens:
                remark = (remark[0] or start, end) if pending else remark
                continue
            yield from (_Line(p, remark) for p in pending)
            pending, remark = found, (0, 0)
    yield from (_Line(p, remark) for p in pending)


def _is_head(block: Block, text: str) -> bool:
    """A heading or table row. A short sentence set like a heading is a remark all the same."""
    return block.kind is BlockKind.ROW or (block.kind is BlockKind.HEADING and text[block.end - 1] not in ".。")


def _buyer(line: BudgetLine) -> Party:
    """The paper is Japan's own budget."""
    value = line.value
    return Party(id="JP", name=catalogue.buyer("JP").name, quote=value.quote, start=value.start, end=value.end, inferred=True)


def _origin(text: str, names: Sequence[Name], line: _Line) -> tuple[Party | None, Channel | None]:
    """Supplier and channel, only where the line or its own remark says so."""
    for start, end in ((line.line.start, line.line.end), line.remark):
        if end <= start:
            continue
        fms = next((n for n in within(names, start, end) if n.kind is NameKind.CHANNEL and n.id == "FMS"), None)
        american = _FROM_US.search(text, start, end)
        home = _MADE_HERE.search(text, start, end)
        if fms is not None:
            at, to = american.span() if american is not None else (fms.start, fms.end)
            channel = Channel(id="FMS", quote=text[fms.start : fms.end], start=fms.start, end=fms.end)
            return _party("US", text, at, to, inferred=american is None), channel
        if american is not None:
            return _party("US", text, *american.span(), inferred=False), None
        if home is not None:
            channel = Channel(id="domestic", quote=home[0], start=home.start(), end=home.end(), inferred=True)
            return _party("JP", text, *home.span(), inferred=True), channel
    return None, None


def _party(code: str, text: str, start: int, end: int, *, inferred: bool) -> Party:
    return Party(id=code, name=catalogue.buyer(code).name, quote=text[start:end], start=start, end=end, inferred=inferred)


def _planned(document: Document, line: _Line, plan: Event) -> list[Event]:
    """The deployment and the delivery that a remark fixes for a fiscal year."""
    text, (start, end) = document.text, line.remark
    found: dict[Stage, Event] = {}
    for m in _SENTENCE.finditer(text, start, end) if end > start else ():
        at, to = m.start() + len(m[0]) - len(m[0].lstrip()), m.start() + len(m[0].rstrip())
        stage = Stage.SERVICE if _FIELDED.search(text, at, to) else Stage.DELIVERY if _DELIVERED.search(text, at, to) else None
        day = (
            next((d for d in find_dates(text, at, to, published=document.published, country="JP") if d.first or d.last), None)
            if stage
            else None
        )
        if stage is not None and day is not None:
            items = tuple(msgspec.structs.replace(i, quantity=None) for i in plan.items)
            found.setdefault(
                stage,
                msgspec.structs.replace(
                    plan,
                    stage=stage,
                    modality=Modality.SCHEDULED,
                    items=items,
                    value=None,
                    date=_period(text, day),
                    evidence=(Mention.cut(text, at, to),),
                    rules={"stage": "forms.japan_budget: remark under the line"},
                ),
            )
    return list(found.values())


def _period(text: str, day: DateMention) -> Period:
    return Period(start=day.first, end=day.last, calendar=day.calendar, mention=Mention.cut(text, day.start, day.end))


def _decided(document: Document) -> Period | None:
    """The Cabinet's decision, else the day the head prints, else when the paper was published."""
    text = document.text
    days = [d for d in find_dates(text, 0, min(len(text), _HEAD), published=document.published, country="JP") if _is_day(d)]
    decision = _DECIDED.search(text, 0, _HEAD)
    if decision is not None:
        near = [d for d in days if abs(d.start - decision.start()) < 60]
        if near:
            return _period(text, min(near, key=lambda d: abs(d.start - decision.start())))
    if days:
        return _period(text, days[0])
    if document.published is None or not document.blocks:
        return None
    first = document.blocks[0]
    mention = Mention(quote=text[first.start : first.end], start=first.start, end=first.end, inferred=True)
    return Period(start=document.published, end=document.published, mention=mention)


def _is_day(day: DateMention) -> bool:
    """A day or a month: fiscal years in the title are no dates of the paper."""
    return day.calendar == "civil" and day.first is not None and day.last is not None and (day.last - day.first).days < 32
