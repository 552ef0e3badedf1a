"""Precision and recall that must not sink, kept in floors.json beside the digest of the set they were measured on."""

import json
import math
from pathlib import Path
from typing import Any

from scoring.slots import SLOTS
from scoring.tally import Row

Floors = dict[str, dict[str, dict[str, float]]]  # kind or "all" → slot → precision, recall
MEASURED = ("event", "evidence", *SLOTS)


def load(path: Path) -> dict[str, Any]:
    """raises: ValueError naming the file when it is not there or not JSON."""
    try:
        kept: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, json.JSONDecodeError) as error:
        raise ValueError(f"{path}: no floors can be read ({error}); write them with --write-floors") from error
    return kept


def from_rows(rows: dict[str, Row]) -> Floors:
    """Rounded down to three digits, so that the same run passes. Nothing read or nothing to find: 0."""
    return {
        kind: {
            slot: {"precision": _round_down(row[slot].precision), "recall": _round_down(row[slot].recall)}
            for slot in MEASURED
            if slot in row
        }
        for kind, row in sorted(rows.items())
    }


def find_sunk(kept: Floors, now: Floors) -> list[str]:
    """What lies below its floor: "news quantity recall 0.710, floor 0.742"."""
    sunk = []
    for kind, slots in kept.items():
        for slot, floor in slots.items():
            got = now.get(kind, {}).get(slot, {})
            for side in ("precision", "recall"):
                if got.get(side, 0.0) < floor[side]:
                    sunk.append(f"{kind} {slot} {side} {got.get(side, 0.0):.3f}, floor {floor[side]:.3f}")
    return sunk


def write(path: Path, now: Floors, *, digest: str, documents: int, reason: str | None) -> list[str]:
    """Keep new floors. returns: those that were lowered.

    raises: ValueError when one would be lowered, on the same set, without a reason. Another set has other figures and needs none.
    """
    kept = load(path) if path.exists() else {"corpus": None, "floors": {}, "lowered": []}
    lowered = find_sunk(kept["floors"], now) if kept["corpus"] == digest else []
    if lowered and not reason:
        raise ValueError("lower floors need --accept-lower REASON: " + "; ".join(lowered))
    history = kept.get("lowered", []) + ([{"reason": reason, "floors": lowered}] if lowered else [])
    new = {"corpus": digest, "documents": documents, "floors": now, "lowered": history}
    path.write_text(json.dumps(new, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return lowered


def _round_down(share: float | None) -> float:
    return 0.0 if share is None else math.floor(share * 1000 + 1e-9) / 1000
