"""Measure the reader on quality/documents. How to use it: quality/README.md."""

import argparse
import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.path.insert(0, str(HERE.parent / "src"))

from scoring import corpus, floors, report  # noqa: E402
from scoring.measure import Measured, measure, unread  # noqa: E402
from scoring.reading import read  # noqa: E402


def measure_all(folder: Path, only: str = "") -> list[Measured]:
    """Read and compare every document; one that cannot be read costs only itself."""
    results = []
    for labelled in corpus.load(folder, only):
        try:
            output = read(labelled)
        except Exception as error:  # noqa: BLE001  the edge of one document
            results.append(unread(labelled, f"{type(error).__name__}: {error}"))
            continue
        results.append(measure(labelled, output))
    return results


def check(measured: list[Measured], digest: str, floors_path: Path) -> list[str]:
    """Why this run fails; empty when it does not."""
    reasons = [f"{m.name}: {fault}" for m in measured for fault in m.faults]
    kept = floors.load(floors_path)
    if kept["corpus"] != digest:
        reasons.append("the set has changed since the floors were measured; look at the figures, then --write-floors")
        return reasons
    return reasons + floors.find_sunk(kept["floors"], floors.from_rows(report.rows_by_kind(measured)))


def parse_arguments(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=Path, default=HERE / "documents")
    parser.add_argument("--floors", type=Path, default=HERE / "floors.json")
    parser.add_argument("--only", default="", help="documents whose name contains this; floors are not compared")
    parser.add_argument("--diff", action="store_true", help="every miss")
    parser.add_argument("--json", action="store_true", help="all figures, for --gains")
    parser.add_argument("--gains", type=Path, metavar="BASELINE", help="what changed since a run kept with --json")
    parser.add_argument("--write-floors", action="store_true")
    parser.add_argument("--accept-lower", metavar="REASON", help="lets --write-floors lower floors; kept in the file")
    return parser.parse_args(arguments)


def main(arguments: list[str] | None = None) -> int:
    args = parse_arguments(arguments)
    digest = corpus.digest(args.documents)
    measured = measure_all(args.documents, args.only)
    saved = report.save(measured, digest)
    print(json.dumps(saved, indent=1, ensure_ascii=False) if args.json else report.table(measured))
    if args.diff and not args.json:
        print("\n".join(f"{m.name}: {miss}" for m in measured for miss in m.misses))
    if args.gains:
        print("\n".join(report.gains(json.loads(args.gains.read_text(encoding="utf-8")), saved)))
    if args.only:
        return int(any(m.faults for m in measured))
    try:
        if args.write_floors:
            now = floors.from_rows(report.rows_by_kind(measured))
            floors.write(args.floors, now, digest=digest, documents=len(measured), reason=args.accept_lower)
        reasons = check(measured, digest, args.floors)
    except ValueError as error:
        reasons = [str(error)]
    for reason in reasons:
        print(reason, file=sys.stderr)
    return int(bool(reasons))


if __name__ == "__main__":
    sys.exit(main())
