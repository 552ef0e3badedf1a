"""The word lists of this package: tab-separated files under data/, one row per line, first line the column names, "#" for comments."""

from pathlib import Path

_DATA = Path(__file__).parent / "data"


def read_table(name: str) -> list[dict[str, str]]:
    """All rows of data/NAME.tsv, column name -> cell, "" where a row ends early. Raises ValueError naming a line that is too long."""
    lines = (_DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    numbered = [(n, line.split("\t")) for n, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    columns = numbered[0][1]
    rows = []
    for number, cells in numbered[1:]:
        if len(cells) > len(columns):
            raise ValueError(f"{name}.tsv:{number}: {len(cells)} cells for {len(columns)} columns")
        rows.append(dict(zip(columns, cells + [""] * (len(columns) - len(cells)), strict=True)))
    return rows
