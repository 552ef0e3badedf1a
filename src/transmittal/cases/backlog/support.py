"""Whether a sale buys upkeep (spares, repair, sustainment, training) and no goods."""

import re

from transmittal.cases.backlog.method import Support
from transmittal.cases.backlog.result import Quoted
from transmittal.cases.backlog.rows import Row
from transmittal.model import CaseFile, Mention, Tier


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
    words = re.compile("|".join(f"(?:{word})" for word in support.words), re.I)
    goods = re.compile("|".join(f"(?:{word})" for word in support.goods), re.I) if support.goods else None
    nearest = min((k.paper.tier.rank for k in row.papers), default=0)
    for kept in row.papers:
        if kept.paper.tier.rank != nearest:
            continue
        title = kept.paper.title or "" if kept.paper.tier is Tier.SELLER else ""
        if goods is not None and goods.search(title):
            return None
        found = words.search(title)
        if found is not None:
            return Upkeep(f'the title says "{found[0].strip()}", and no goods are counted', Quoted(kept.paper, kept.event.evidence[0]))
        for mention in kept.event.evidence:
            found = words.search(head(mention, support))
            if found is not None:
                return Upkeep(f'it is a sale of "{found[0].strip()}", and no goods are counted', Quoted(kept.paper, mention))
    return None


def head(mention: Mention, support: Support) -> str:
    """The part of a sentence that says what is sold, without the list that goes along with every sale."""
    text = mention.quote
    for cut in support.cut:
        m = re.search(cut, text, re.I)
        if m is not None:
            text = text[: m.start("rest" if "rest" in m.groupdict() else 0)]
    return text
