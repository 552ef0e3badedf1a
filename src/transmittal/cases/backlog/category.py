"""The categories of a backlog: by a person's tag, the system, its kind, or the title. The lists are data: cases/data/categories.toml."""

import re
from functools import cache

import msgspec

from transmittal.cases.backlog.method import DATA, Reference, read_toml
from transmittal.cases.backlog.rows import Row
from transmittal.cases.goods import Wanted, main_item
from transmittal.model import Misuse, Tag


class Categories(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One list. names: category -> what it means; tags, systems, kinds: a tag, a system's id, a kind of the catalogue -> category.

    words: a pattern in the title -> category, for what the catalogue has no system for.
    """

    description: str
    source: Reference
    names: dict[str, str]
    tags: dict[str, str]
    systems: dict[str, str]
    kinds: dict[str, str]
    words: dict[str, str] = {}


def category_of(row: Row, tags: tuple[Tag, ...], name: str | None, beside: tuple[str, ...]) -> str | None:
    """The category of a row; None when the method has none, or when nothing tells what the row is about."""
    if name is None:
        return None
    listed = categories(name)
    for tag in tags:
        if tag.name.casefold() in listed.tags:
            return listed.tags[tag.name.casefold()]
    main = main_item(row.wanted, beside)
    if main is not None and main.count is not None and (found := _by_system(main, listed)) is not None:
        return found
    titles = [k.paper.title for k in row.papers if k.paper.title]
    named = next((c for word, c in listed.words.items() if any(re.search(word, title, re.I) for title in titles)), None)
    return named or (_by_system(main, listed) if main is not None else None)


def _by_system(main: Wanted, listed: Categories) -> str | None:
    found = listed.systems.get(main.key) or (listed.systems.get(main.family) if main.family else None)
    return found or (listed.kinds.get(main.kind) if main.kind else None)


@cache
def categories(name: str) -> Categories:
    """A list of cases/data/categories.toml. raises: Misuse naming the file when there is none of that name."""
    path = DATA / "categories.toml"
    lists = read_toml(path, dict[str, Categories])
    if name not in lists:
        raise Misuse(f'there is no list "{name}"', str(path), f"the lists are {', '.join(sorted(lists))}")
    return lists[name]
