"""Countries by region."""

import tomllib
from functools import cache
from pathlib import Path

from transmittal.model import Misuse

_DATA = Path(__file__).parent / "data" / "regions.toml"


@cache
def _data() -> dict[str, dict[str, list[str]]]:
    with _DATA.open("rb") as file:
        return tomllib.load(file)


def region_names() -> tuple[str, ...]:
    """The names that `countries_of` knows."""
    return tuple(sorted(name for table in _data().values() for name in table))


def countries_of(region: str) -> frozenset[str]:
    """ISO codes of a region's countries. Raises Misuse naming those that there are."""
    name = region.strip().lower().replace(" ", "-")
    data = _data()
    for table in ("subregions", "groups"):
        if name in data[table]:
            return frozenset(data[table][name])
    if name in data["regions"]:
        return frozenset().union(*(countries_of(part) for part in data["regions"][name]))
    raise Misuse(f'"{region}" is not a region', "--region", f"choose {', '.join(region_names())}")
