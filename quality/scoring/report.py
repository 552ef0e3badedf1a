"""Results for people and for machines."""

from collections.abc import Iterable
from typing import Any

from scoring.measure import Measured
from scoring.slots import SLOTS
from scoring.tally import Counts, Row, add_up, pooled

Saved = dict[str, Any]


def rows_by_kind(measured: Iterable[Measured]) -> dict[str, Row]:
    """ "all" and one row a kind."""
    every = list(measured)
    rows = {"all": add_up(m.counts for m in every)}
    for kind in sorted({m.kind for m in every}):
        rows[kind] = add_up(m.counts for m in every if m.kind == kind)
    return rows


def table(measured: list[Measured]) -> str:
    """Slots of the whole set, then events and slots of each kind, then F1 of each slot by kind."""
    rows = rows_by_kind(measured)
    lines = [f"{'':<22}{'prec':>8}{'recall':>8}{'f1':>8}{'wanted':>8}{'read':>8}"]
    whole = rows["all"]
    lines.append(_line("events", whole.get("event", Counts())))
    lines.append(_line("slots, all as one", pooled(whole, SLOTS)))
    lines.append(_line("evidence", whole.get("evidence", Counts())))
    lines.extend(_line("  " + slot, whole.get(slot, Counts())) for slot in SLOTS)
    for kind in sorted(set(rows) - {"all"}):
        lines.append(_line(kind, rows[kind].get("event", Counts())))
        lines.append(_line("  its slots", pooled(rows[kind], SLOTS)))
    kinds = sorted(set(rows) - {"all"})
    lines.append("")
    lines.append(f"{'f1 by kind':<14}" + "".join(f"{k[:12]:>14}" for k in kinds))
    lines.extend(f"{slot:<14}" + "".join(f"{_share(rows[k].get(slot, Counts()).f1):>14}" for k in kinds) for slot in ("event", *SLOTS))
    right = sum(m.kind == m.kind_read for m in measured)
    faults = sum(len(m.faults) for m in measured)
    lines.append(f"\n{len(measured)} documents, kind right in {right}, {faults} faults")
    return "\n".join(lines)


def save(measured: list[Measured], digest: str) -> Saved:
    """Everything a later run is compared with."""
    rows = rows_by_kind(measured)
    return {
        "corpus": digest,
        "kinds": {kind: {slot: _figures(counts) for slot, counts in row.items()} for kind, row in rows.items()},
        "documents": {
            m.name: {
                "kind": m.kind,
                "kind_read": m.kind_read,
                "faults": m.faults,
                "misses": m.misses,
                "counts": {slot: [c.hits, c.wanted, c.read] for slot, c in m.counts.items()},
            }
            for m in measured
        },
    }


def gains(before: Saved, now: Saved) -> list[str]:
    """Documents and slots that changed: "+ news-x quantity: hits 3 → 5, wrong 4 → 2". A gain has fewer values missed or too many."""
    lines = []
    for name, document in sorted(now["documents"].items()):
        older = before["documents"].get(name)
        if older is None:
            lines.append(f"? {name}: not in the earlier run")
            continue
        for slot in ("event", "evidence", *SLOTS):
            one, two = Counts(*older["counts"].get(slot, ())), Counts(*document["counts"].get(slot, ()))
            if one != two:
                sign = "+" if (two.wrong, -two.hits) < (one.wrong, -one.hits) else "-"
                lines.append(f"{sign} {name} {slot}: hits {one.hits} → {two.hits}, wrong {one.wrong} → {two.wrong}")
    return lines


def _figures(counts: Counts) -> dict[str, float | int | None]:
    return {"precision": counts.precision, "recall": counts.recall, "f1": counts.f1, "wanted": counts.wanted, "read": counts.read}


def _line(label: str, counts: Counts) -> str:
    figures = "".join(f"{_share(x):>8}" for x in (counts.precision, counts.recall, counts.f1))
    return f"{label:<22}{figures}{counts.wanted:>8}{counts.read:>8}"


def _share(share: float | None) -> str:
    return "-" if share is None else f"{share:.3f}"
