"""Our cases beside somebody's list: what is in both, in one only, and where the figures differ.

A line of theirs and a deal of ours match when buyer and family of system are the same, the suppliers do not contradict each other, and
the years of order are at most one apart; of several, the one that agrees in most is taken, one to one. Where two agree equally well the
line is ambiguous, and a person decides.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from transmittal.cases.exchange.deals import Count, Deal, Price, Years, deals, system_family, system_key
from transmittal.cases.exchange.theirs import Row, together
from transmittal.cases.exchange.words import describe_money
from transmittal.cases.words import BOUND_WORDS
from transmittal.model import Bound, CaseFile, KeptEvent, Mention, Modality, Stage

_MOST_YEARS_APART = 1
# A notified deal that nobody reports as signed may stand in a register with the year of its order, which follows.
_ORDER_AFTER_NOTICE = 3


class Scope(msgspec.Struct, frozen=True, kw_only=True):
    """What is compared. buyers, suppliers: ids, all when empty. first, last: years of order, both included."""

    buyers: frozenset[str] = frozenset()
    suppliers: frozenset[str] = frozenset()
    first: int | None = None
    last: int | None = None

    def holds(self, deal: Deal, *, slack: int = 0) -> bool:
        """Whether a deal is meant. One whose year nobody knows is."""
        if self.buyers and (deal.buyer is None or deal.buyer.id not in self.buyers):
            return False
        if self.suppliers and deal.supplier is not None and deal.supplier.id not in self.suppliers:
            return False
        years = _order_years(deal)
        if years is None:
            return True
        return (self.first is None or years[1] >= self.first - slack) and (self.last is None or years[0] <= self.last + slack)


class Cited(msgspec.Struct, frozen=True, kw_only=True):
    """Where we have a figure from."""

    event: str
    document: str
    url: str | None
    tier: str
    quote: str
    start: int
    end: int


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """One figure of a match. field: count, delivered, ordered in, value. ours, theirs: in words, "" when not known there.

    basis: what our figure is a figure of ("ordered", "notified", "contract, agreement"). note: why the two may differ without an error.
    """

    field: str
    ours: str
    theirs: str
    basis: str = ""
    note: str = ""
    evidence: Cited | None = None


class Match(msgspec.Struct, frozen=True, kw_only=True):
    """theirs: several lines when they only together make our deal. because: what they agree in."""

    ours: Deal
    theirs: tuple[Row, ...]
    because: str
    differences: tuple[Difference, ...]


class Ambiguous(msgspec.Struct, frozen=True, kw_only=True):
    """Lines and deals of which any could belong to any."""

    ours: tuple[Deal, ...]
    theirs: tuple[Row, ...]
    because: str


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """only_ours: with what was notified and not reported as ordered, which registers do not list. planned: how many of ours are left out of
    it, as they are only planned or asked for."""

    matches: tuple[Match, ...]
    only_ours: tuple[Deal, ...]
    only_theirs: tuple[Row, ...]
    ambiguous: tuple[Ambiguous, ...]
    planned: int = 0

    def counts(self) -> dict[str, int]:
        """How many of each; differing: matches with a figure that both know and that is not the same."""
        differing = sum(any(d.ours and d.theirs for d in match.differences) for match in self.matches)
        return {
            "matches": len(self.matches),
            "differing": differing,
            "only ours": len(self.only_ours),
            "only theirs": len(self.only_theirs),
            "ambiguous": len(self.ambiguous),
            "only planned": self.planned,
        }

    def rows(self) -> Iterator[dict[str, str]]:
        """Flat rows with the keys of ROW, a match with differences giving one row a difference: for a table, CSV or JSON."""
        from transmittal.cases.compare_rows import rows

        return rows(self)


class _Entry(msgspec.Struct, frozen=True):
    """What is matched of theirs: a line, or lines that belong together."""

    rows: tuple[Row, ...]
    deal: Deal


class _Pair(msgspec.Struct, frozen=True):
    score: int
    ours: int
    theirs: int
    because: str


def compare(ours: Iterable[CaseFile], theirs: Iterable[Row], scope: Scope = Scope()) -> Comparison:  # noqa: B008  frozen
    """Hold cases against lines. What we know from their very list is left aside, so that it cannot agree with itself."""
    lines = [row for row in theirs if scope.holds(row.deal, slack=_MOST_YEARS_APART)]
    own = _own_deals(ours, frozenset(row.document for row in lines), scope)
    entries = _bundle(own, lines)
    pairs = [pair for n, deal in enumerate(own) for m, entry in enumerate(entries) if (pair := _pair(n, deal, m, entry.deal))]
    matched, unclear = _assign(pairs)
    used_ours = {pair.ours for pair in (*matched, *(p for group in unclear for p in group))}
    used_theirs = {pair.theirs for pair in (*matched, *(p for group in unclear for p in group))}
    alone = [(n, deal) for n, deal in enumerate(own) if n not in used_ours and scope.holds(deal)]
    kept = [pair for pair in matched if scope.holds(own[pair.ours]) or any(scope.holds(r.deal) for r in entries[pair.theirs].rows)]
    return Comparison(
        matches=tuple(
            Match(
                ours=own[pair.ours],
                theirs=entries[pair.theirs].rows,
                because=pair.because,
                differences=tuple(_differences(own[pair.ours], entries[pair.theirs].deal)),
            )
            for pair in sorted(kept, key=lambda pair: pair.theirs)
        ),
        only_ours=tuple(deal for n, deal in alone if not _is_planned(deal)),
        only_theirs=tuple(r for m, entry in enumerate(entries) if m not in used_theirs for r in entry.rows if scope.holds(r.deal)),
        ambiguous=tuple(_ambiguous(group, own, entries) for group in unclear),
        planned=sum(_is_planned(deal) for _, deal in alone),
    )


def _own_deals(cases: Iterable[CaseFile], their_documents: frozenset[str], scope: Scope) -> list[Deal]:
    found: list[Deal] = []
    for case in cases:
        events = tuple(kept for kept in case.events if kept.paper.id not in their_documents)
        found += deals(msgspec.structs.replace(case, events=events))
    return [deal for deal in found if scope.holds(deal, slack=_MOST_YEARS_APART)]


def _approvals(deal: Deal) -> list[KeptEvent]:
    return [k for k in deal.events if k.event.stage is Stage.APPROVAL and k.event.modality is Modality.HAPPENED]


def _is_planned(deal: Deal) -> bool:
    """Nobody reports it as notified, signed or handed over."""
    return not (deal.is_ordered or deal.arrivals or _approvals(deal))


def _order_years(deal: Deal) -> tuple[int, int] | None:
    """When it was ordered; for a deal that is not, the years in which the order may follow its notice, or its plan."""
    if deal.ordered_in is not None:
        return deal.ordered_in.first, deal.ordered_in.last
    if deal.is_ordered:
        return None
    before = _approvals(deal) or [k for k in deal.events if k.event.stage in (Stage.PLAN, Stage.REQUEST)]
    noted = [k.event.date.start.year for k in before if k.event.date and k.event.date.start]
    return (min(noted), max(noted) + _ORDER_AFTER_NOTICE) if noted else None


def _bundle(own: Sequence[Deal], lines: Sequence[Row]) -> list[_Entry]:
    """Lines that belong together, in the order of their first: versions of one order, and the notice of an order with the order."""
    bundles = [*_versions(own, lines), *_steps(lines)]
    taken: dict[tuple[str, int], tuple[Row, ...]] = {}
    for bundle in bundles:
        if not any(row.place in taken for row in bundle):
            taken |= {row.place: bundle for row in bundle}
    entries: list[_Entry] = []
    for row in lines:
        bundle = taken.get(row.place, (row,))
        if bundle[0] is row:
            entries.append(_Entry(bundle, together(bundle) if len(bundle) > 1 else row.deal))
    return entries


def _versions(own: Sequence[Deal], lines: Sequence[Row]) -> Iterator[tuple[Row, ...]]:
    """Lines of one year that differ in their version, when only their counts together are the count of a deal of ours."""
    groups: dict[object, list[Row]] = {}
    for row in lines:
        years = (row.deal.ordered_in.first, row.deal.ordered_in.last) if row.deal.ordered_in else None
        groups.setdefault((*_who_what(row.deal), years), []).append(row)
    for group in groups.values():
        versions = Counter((row.deal.designation, row.deal.variant) for row in group)
        if len(group) < 2 or max(versions.values()) > 1:
            continue
        whole = together(tuple(group))
        counts = {deal.count.value for deal in own if deal.count and _pair(0, deal, 0, whole)}
        single = {row.deal.count.value for row in group if row.deal.count}
        if whole.count and whole.count.value in counts and not counts & single:
            yield tuple(group)


def _steps(lines: Sequence[Row]) -> Iterator[tuple[Row, ...]]:
    """A line that is only a notice, with the one order that may have followed it: some lists have a line a step."""
    groups: dict[object, list[Row]] = {}
    for row in lines:
        groups.setdefault(_who_what(row.deal), []).append(row)
    for group in groups.values():
        for notice in (row for row in group if not row.deal.is_ordered and _approvals(row.deal)):
            after = [row for row in group if row.deal.is_ordered and _years_apart(notice.deal, row.deal) == 0]
            if len(after) == 1:
                yield tuple(sorted((notice, after[0]), key=lambda row: row.number))


def _who_what(deal: Deal) -> tuple[str | None, str | None, str]:
    return deal.buyer.id if deal.buyer else None, deal.supplier.id if deal.supplier else None, system_family(deal)


def _pair(n: int, ours: Deal, m: int, theirs: Deal) -> _Pair | None:
    """How well two deals agree; None when they cannot be the same."""
    if ours.buyer is None or theirs.buyer is None or ours.buyer.id != theirs.buyer.id or system_family(ours) != system_family(theirs):
        return None
    said = [f"buyer {ours.buyer.id}", f"system {system_family(ours)}"]
    score = 0
    if ours.supplier and theirs.supplier:
        if ours.supplier.id != theirs.supplier.id:
            return None
        said.append(f"supplier {ours.supplier.id}")
        score += 2
    apart = _years_apart(ours, theirs)
    if apart is None and _is_planned(ours) != _is_planned(theirs):
        return None  # nothing says that this plan led to that order
    if apart is not None:
        if apart > _MOST_YEARS_APART:
            return None
        both = ours.ordered_in is not None and theirs.ordered_in is not None
        score += 4 - 2 * apart if both else 1
        said.append(("same year" if not apart else "one year apart") if both else "ordered in the years after the notice")
    if ours.count and theirs.count and ours.count.value == theirs.count.value:
        score += 3
        said.append(f"{ours.count.value} in both")
    if ours.variant and theirs.variant and ours.variant.casefold() == theirs.variant.casefold():
        score += 1
        said.append(f"version {ours.variant}")
    return _Pair(score, n, m, ", ".join(said))


def _years_apart(ours: Deal, theirs: Deal) -> int | None:
    one, other = _order_years(ours), _order_years(theirs)
    return max(0, one[0] - other[1], other[0] - one[1]) if one and other else None


def _assign(pairs: list[_Pair]) -> tuple[list[_Pair], list[list[_Pair]]]:
    """One to one, best first. returns: the matches, and groups of pairs that agree equally well and exclude each other."""
    matched: list[_Pair] = []
    unclear: list[list[_Pair]] = []
    free = sorted(pairs, key=lambda pair: (-pair.score, pair.theirs, pair.ours))
    while free:
        level = [pair for pair in free if pair.score == free[0].score]
        group = _connected(level)
        if len(group) == 1:
            matched += group
        else:
            unclear.append(group)
        ours, theirs = {pair.ours for pair in group}, {pair.theirs for pair in group}
        free = [pair for pair in free if pair.ours not in ours and pair.theirs not in theirs]
    return matched, unclear


def _connected(level: list[_Pair]) -> list[_Pair]:
    """The first pair with all that share a side with it, directly or through others."""
    ours, theirs = {level[0].ours}, {level[0].theirs}
    size = 0
    while size != len(ours) + len(theirs):
        size = len(ours) + len(theirs)
        for pair in level:
            if pair.ours in ours or pair.theirs in theirs:
                ours.add(pair.ours)
                theirs.add(pair.theirs)
    return [pair for pair in level if pair.ours in ours]


def _ambiguous(group: list[_Pair], own: Sequence[Deal], entries: Sequence[_Entry]) -> Ambiguous:
    ours = dict.fromkeys(pair.ours for pair in group)
    theirs = dict.fromkeys(pair.theirs for pair in group)
    return Ambiguous(
        ours=tuple(own[n] for n in ours),
        theirs=tuple(row for m in theirs for row in entries[m].rows),
        because=f"all agree equally well: {group[0].because}",
    )


def _differences(ours: Deal, theirs: Deal) -> Iterator[Difference]:
    yield from _count_difference("count", ours.count, theirs.count, ours)
    yield from _count_difference("delivered", ours.delivered, theirs.delivered, ours)
    yield from _year_difference(ours.ordered_in, theirs.ordered_in)
    yield from _price_difference(ours.price, theirs.price)


def _count_difference(field: str, ours: Count | None, theirs: Count | None, deal: Deal) -> Iterator[Difference]:
    if (ours and ours.value) == (theirs and theirs.value):
        return
    note = ""
    if ours and theirs:
        if ours.basis != theirs.basis:
            note = f"ours is {ours.basis}, theirs {theirs.basis}"
        elif Bound.EXACT is not ours.bound or Bound.EXACT is not theirs.bound:
            note = "one of them is uncertain"
    evidence = _cite_count(ours, deal) if ours else None
    yield Difference(field=field, ours=_many(ours), theirs=_many(theirs), basis=ours.basis if ours else "", note=note, evidence=evidence)


def _many(count: Count | None) -> str:
    return f"{BOUND_WORDS[count.bound]}{count.value}" if count else ""


def _year_difference(ours: Years | None, theirs: Years | None) -> Iterator[Difference]:
    if (ours and (ours.first, ours.last)) == (theirs and (theirs.first, theirs.last)):
        return
    unsure = (ours is not None and not ours.is_sure) or (theirs is not None and not theirs.is_sure)
    mention = ours.told.event.date.mention if ours and ours.told.event.date else None
    yield Difference(
        field="ordered in",
        ours=_span(ours),
        theirs=_span(theirs),
        basis="agreement" if ours else "",
        note="one of them is uncertain" if unsure else "",
        evidence=_cite(ours.told, mention) if ours and mention else None,
    )


def _span(years: Years | None) -> str:
    return (str(years.first) if years.first == years.last else f"{years.first}-{years.last}") if years else ""


def _price_difference(ours: Price | None, theirs: Price | None) -> Iterator[Difference]:
    """Money of two currencies, or of two bases, is shown side by side and not called an error."""
    if ours is None and theirs is None:
        return
    if ours and theirs and (ours.money.amount, ours.money.currency) == (theirs.money.amount, theirs.money.currency):
        return
    note = ""
    if ours and theirs:
        if ours.money.currency != theirs.money.currency:
            note = "other currency: not to be compared without a dated rate"
        elif ours.money.basis is not theirs.money.basis:
            note = f"ours is {ours.money.basis.value}, theirs {theirs.money.basis.value}"
    yield Difference(
        field="value",
        ours=describe_money(ours.money) if ours else "",
        theirs=describe_money(theirs.money) if theirs else "",
        basis=f"{ours.money.basis.value}, {ours.stage.value}" if ours else "",
        note=note,
        evidence=_cite(ours.told, ours.money) if ours else None,
    )


def _cite_count(count: Count, deal: Deal) -> Cited:
    kept = count.told[0]
    lines = [i for i in kept.event.items if i.quantity and system_family(deal) == system_key(i)]
    return _cite(kept, lines[0].quantity if lines and lines[0].quantity else kept.event.evidence[0])


def _cite(kept: KeptEvent, mention: Mention) -> Cited:
    paper = kept.paper
    return Cited(
        event=kept.id, document=paper.id, url=paper.url, tier=paper.tier.value, quote=mention.quote, start=mention.start, end=mention.end
    )  # fmt: skip
