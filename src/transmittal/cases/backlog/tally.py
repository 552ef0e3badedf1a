"""How many of each system were handed over, from batches, running totals and registers that tell the same deliveries many times."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

import msgspec

from transmittal.cases.backlog.rows import Wanted, count_versions, key_of
from transmittal.cases.backlog.times import begun_by, happened_by
from transmittal.cases.backlog.words import CompletionWords, Said
from transmittal.model import Item, KeptEvent, Tier

# One batch is told of at loading, at landing and at the ceremony; two batches of one size are rarely closer than this.
_SAME_BATCH = timedelta(days=45)
# A claim over a longer stretch of time sums up the batches within.
_LONG = timedelta(days=60)


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """One document's count of one system. start None: it does not say since when."""

    kept: KeptEvent
    count: int
    start: date | None
    end: date
    is_running_total: bool


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """What was handed over of one system. whole: the event that says that all of it was. begun: something was, however much."""

    count: int = 0
    whole: KeptEvent | None = None
    begun: bool = False
    events: tuple[KeptEvent, ...] = ()


def tally(deliveries: Iterable[KeptEvent], wanted: Mapping[str, Wanted], words: CompletionWords) -> dict[str, Tally]:
    """Per system of the case. wanted: what was bought in all, by key; systems that were not are left out.

    An event that names no goods speaks of all of them, but only where it says that deliveries are complete.
    """
    told: dict[str, list[tuple[KeptEvent, int | None]]] = {key: [] for key in wanted}
    wholes: dict[str, KeptEvent] = {}
    for kept in deliveries:
        counts = _counts(kept, wanted)
        for key, count in counts.items():
            told[key].append((kept, count))
        for key in counts or (wanted if not kept.event.items else {}):
            if key not in wholes and _is_whole(kept, counts.get(key), wanted[key].count, words):
                wholes[key] = kept
    return {key: _sum_up(reports, wanted[key].count, wholes.get(key), words) for key, reports in told.items()}


def match(item: Item, wanted: Mapping[str, Wanted]) -> str | None:
    """The key of the goods that an item of a later document is: the system itself, its family, or the only goods of the case."""
    key = key_of(item)
    if key in wanted:
        return key
    if item.system.id is None:
        return next(iter(wanted)) if len(wanted) == 1 else None
    from transmittal import catalogue

    try:
        family = catalogue.system(item.system.id).family
    except KeyError:
        return None
    kin = [k for k, w in wanted.items() if (w.family is not None and w.family in (key, family)) or (family is not None and family == k)]
    return kin[0] if len(kin) == 1 else None


def _counts(kept: KeptEvent, wanted: Mapping[str, Wanted]) -> dict[str, int | None]:
    """What one event hands over, by key. Counts of one version add up only where the event spans several hand-overs."""
    listed: dict[str, list[Item]] = {}
    for item in kept.event.items:
        key = match(item, wanted)
        if key is not None:
            listed.setdefault(key, []).append(item)
    start = begun_by(kept)
    spans = start is not None and happened_by(kept) - start > _LONG
    return {key: _sum_of_batches(items) if spans else count_versions(items) for key, items in listed.items()}


def _sum_of_batches(items: list[Item]) -> int | None:
    """Batches add up, unless one of the counts is their total."""
    counts = [i.quantity.value for i in items if i.quantity is not None]
    most = max(counts, default=0)
    return None if not counts else most if len(counts) > 2 and most == sum(counts) - most else sum(counts)


def _is_whole(kept: KeptEvent, count: int | None, wanted: int | None, words: CompletionWords) -> bool:
    """Whether the event says that nothing is left to come. "All 38" of 108 are not all."""
    said = words.said(kept.event.evidence)
    return said is Said.FINAL or (said is Said.ALL and (count is None or wanted is None or count >= wanted))


def _sum_up(reports: list[tuple[KeptEvent, int | None]], wanted: int | None, whole: KeptEvent | None, words: CompletionWords) -> Tally:
    claims = [_claim(kept, count, words) for kept, count in reports if count is not None and kept.paper.tier is not Tier.REGISTER]
    count = max(_running(claims, wanted), _registered(reports))
    return Tally(count=count, whole=whole, begun=bool(reports) or whole is not None, events=tuple(kept for kept, _ in reports))


def _claim(kept: KeptEvent, count: int, words: CompletionWords) -> Claim:
    """A count without a day is taken as that of all so far, since a batch comes on a day; unless it is called a batch."""
    start, said = begun_by(kept), kept.event.evidence
    is_running_total = words.is_running_total(said) or (start is None and not words.is_batch(said))
    return Claim(kept=kept, count=count, start=start, end=happened_by(kept), is_running_total=is_running_total)


def _running(claims: list[Claim], wanted: int | None) -> int:
    """The count after all claims. Where two readings are open, the smaller one: too little keeps a line on the list, to be looked at."""
    batches: list[Claim] = []
    total = 0
    for claim in sorted(claims, key=lambda c: (c.start is None, c.end, _length(c), c.kept.paper.known)):
        if any(_is_same_batch(claim, batch) for batch in batches):
            continue
        within = [b for b in batches if _lies_within(b, claim)]
        inside = sum(b.count for b in within)
        if claim.is_running_total or (len(batches) > 1 and claim.count == total):
            total = max(total, claim.count)
        elif within and _length(claim) > _LONG and claim.count >= inside:
            total = max(total, total - inside + claim.count)
        elif wanted is not None and total + claim.count > wanted:
            total = max(total, claim.count)  # more than was bought: it repeats something
        else:
            total += claim.count
            batches.append(claim)
    return total


def _length(claim: Claim) -> timedelta:
    return timedelta(0) if claim.start is None else claim.end - claim.start


def _is_same_batch(claim: Claim, batch: Claim) -> bool:
    """The same count at the same time; a claim without a day repeats whatever had that count."""
    if claim.count != batch.count:
        return False
    if claim.start is None or batch.start is None:
        return True
    return max(claim.start, batch.start) - min(claim.end, batch.end) <= _SAME_BATCH


def _lies_within(batch: Claim, claim: Claim) -> bool:
    return batch.start is not None and claim.start is not None and claim.start <= batch.start and batch.end <= claim.end


def _registered(reports: list[tuple[KeptEvent, int | None]]) -> int:
    """What the newest register counts: its rows are parts of one table, and add up."""
    rows = [(kept, count) for kept, count in reports if count is not None and kept.paper.tier is Tier.REGISTER]
    newest = max((kept.paper.known, kept.paper.id) for kept, _ in rows) if rows else None
    return sum(count for kept, count in rows if (kept.paper.known, kept.paper.id) == newest)
