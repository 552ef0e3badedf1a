"""JSON-LD of a page: the few facts we take from it."""

from collections.abc import Iterator
from typing import Any

import msgspec

_LONGEST = 2_000_000  # characters of one script
_MOST_NODES = 2_000
_KINDS = ("article", "posting", "report", "webpage", "release", "document", "statement")


class Facts(msgspec.Struct):
    """Values as printed in the script."""

    headline: str | None = None
    published: str | None = None
    publisher: str | None = None
    language: str | None = None


def read_jsonld(scripts: list[str]) -> Facts:
    """The first headline, datePublished, publisher and inLanguage of an article or page, in lists, @graph and nested nodes."""
    articles: list[dict[str, Any]] = []
    for script in scripts:
        if len(script) <= _LONGEST:
            articles.extend(_articles(script))
    # An article says more about itself than the page around it.
    articles.sort(key=lambda node: "webpage" in _kind(node))
    facts = Facts()
    for node in articles:
        facts.headline = facts.headline or _text(node.get("headline"))
        facts.published = facts.published or _text(node.get("datePublished"))
        facts.publisher = facts.publisher or _named(node.get("publisher"))
        facts.language = facts.language or _text(node.get("inLanguage"))
    return facts


def _articles(script: str) -> Iterator[dict[str, Any]]:
    try:
        found = msgspec.json.decode(script.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";"), strict=False)
    except (msgspec.DecodeError, RecursionError):
        return
    queue, seen = [found], 0
    while queue and seen < _MOST_NODES:
        node = queue.pop(0)
        seen += 1
        if isinstance(node, list):
            queue.extend(node)
        elif isinstance(node, dict):
            if any(kind in _kind(node) for kind in _KINDS):
                yield node
            queue.extend(
                node[key]
                for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement")
                if isinstance(node.get(key), list | dict)
            )


def _kind(node: dict[str, Any]) -> str:
    kind = node.get("@type")
    return " ".join(str(part) for part in kind).lower() if isinstance(kind, list) else str(kind or "").lower()


def _text(value: object) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return value.strip() or None if isinstance(value, str) else None


def _named(value: object) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)
