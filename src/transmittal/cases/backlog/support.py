"""Whether a sale buys upkeep (spares, repair, sustainment, training) and no goods."""

import re

from transmittal.cases.backlog.method import Support
from transmittal.cases.backlog.result import Quoted
from transmittal.cases.backlog.rows import Row
from transmittal.model import CaseFile, DocumentKind, KeptEvent, Mention, Tier


class Upkeep:
    """Why a row counts as upkeep: the words that say so, and where. quoted is None where a person decided."""

    def __init__(self, because: str, quoted: Quoted | None) -> None:
        self.because, self.quoted = because, quoted


def find_upkeep(case: CaseFile, row: Row, support: Support) -> Upkeep | None:
    """Why a row is left out as upkeep, None when it is not. A person's tag decides; counted goods are goods; else its words tell."""
    names = {tag.name.casefold(): tag for tag in case.tags}
    for name in support.not_tags:
        if name in names:
            return None
    for name in support.tags:
        if name in names:
            return Upkeep(f"tagged {name} by {names[name].by}", None)
    if any(w.count is not None for w in row.wanted):
        return None
    nearest = min((k.paper.tier.rank for k in row.papers), default=0)
    return _told([k for k in row.papers if k.paper.tier.rank == nearest], support)


def _told(papers: list[KeptEvent], support: Support) -> Upkeep | None:
    """What the papers say. The title of a release names the sale and decides; a notice has none, and its description is looked at."""
    words, goods = _any_of(support.words), _any_of(support.goods)
    named = [k for k in papers if k.paper.title and k.paper.tier is Tier.SELLER and k.paper.kind is DocumentKind.PRESS_RELEASE]
    for kept in named:
        found = words.search(kept.paper.title or "")
        if found is not None and not (support.goods and goods.search(kept.paper.title or "")):
            return Upkeep(f'the title says "{found[0].strip()}", and no goods are counted', Quoted(kept.paper, kept.event.evidence[0]))
    if named:
        return None
    for kept in papers:
        for mention in kept.event.evidence:
            found = words.search(head(mention, support))
            if found is not None:
                return Upkeep(f'it is a sale of "{found[0].strip()}", and no goods are counted', Quoted(kept.paper, mention))
    return None


def _any_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.I)


def head(mention: Mention, support: Support) -> str:
    """The part of a sentence that says what is sold, without the list that goes along with every sale."""
    text = " ".join(mention.quote.split())
    for cut in support.cut:
        m = re.search(cut, text, re.I)
        if m is not None:
            text = text[: m.start("rest" if "rest" in m.groupdict() else 0)]
    return text
