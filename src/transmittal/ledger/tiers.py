"""How near a document stands to what it reports: by its layout, its kind, its publisher's address."""

import tomllib
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from transmittal.model import Document, DocumentKind, Tier

_DATA = Path(__file__).parent / "data" / "tiers.toml"


@cache
def _rules() -> dict[str, dict[str, list[str]]]:
    with _DATA.open("rb") as file:
        return tomllib.load(file)


def tier_of(document: Document, layout: str) -> Tier:
    """The tier of a document that was read in a layout ("prose" for none)."""
    rules = _rules()
    return (
        _named(rules["layouts"], layout)
        or _named(rules["kinds"], document.kind.value)
        or _hosted(rules["hosts"], document.url)
        or _by_kind(document.kind)
    )


def _named(rule: dict[str, list[str]], name: str) -> Tier | None:
    return next((Tier(tier) for tier, names in rule.items() if name in names), None)


def _hosted(rule: dict[str, list[str]], url: str | None) -> Tier | None:
    try:
        host = f".{urlsplit(url or '').hostname or ''}"
    except ValueError:
        return None
    return next((Tier(tier) for tier, ends in rule.items() if any(host.endswith(_dotted(end)) for end in ends)), None)


def _dotted(end: str) -> str:
    return end if end.startswith(".") else f".{end}"


def _by_kind(kind: DocumentKind) -> Tier:
    if kind is DocumentKind.NEWS:
        return Tier.PRESS
    return Tier.COMPANY if kind is DocumentKind.PRESS_RELEASE else Tier.OTHER
