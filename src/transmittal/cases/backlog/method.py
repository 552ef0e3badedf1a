"""Methods of counting a backlog. A method is a file that a domain expert can read: what counts, at which value, until when.

The files lie in cases/data/methods; somebody's own method is a file of the same form, given by its path.
"""

import tomllib
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec

from transmittal.model import Misuse, Stage, Tier

DATA = Path(__file__).resolve().parent.parent / "data"


class Increases(StrEnum):
    """How the enlargement of a case counts: in the one figure of its chain, or on a line of its own when it has counted goods."""

    IN_THE_FIGURE = "in the figure"
    OWN_LINE = "own line"


class Decides(StrEnum):
    """Which goods must be there before a line is fully delivered."""

    EVERY = "every item"
    MAIN = "main item"


class Reference(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where a rule comes from. read: the day it was looked at."""

    title: str
    url: str | None = None
    read: date | None = None


class Rule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """rule: the rule in words, for the reader of a backlog; source: which of the method's sources says so."""

    rule: str
    source: str


class Counts(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which step puts a case on the list.

    stage: approval or agreement. channels_out: channels that do not count. suppliers: the only ones that do, if any are named.
    since: cases that entered earlier do not count.
    currency: what the total is in when there are no lines.
    """

    stage: Stage
    channels_out: tuple[str, ...] = ()
    suppliers: tuple[str, ...] = ()
    since: date | None = None
    currency: str | None = None


class Value(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which figure a line shows. tiers: sources whose figures count; the nearest that has one is believed."""

    increases: Increases
    tiers: tuple[Tier, ...] = tuple(Tier)


class Leaves(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When a line is fully delivered. beside: kinds of system that are only fitted to, or come along with, what a sale is about."""

    decides: Decides
    beside: tuple[str, ...] = ()


class Support(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Cases that buy upkeep, not goods.

    words: what such a sale is called; cut: what follows these words in a notice is said of every sale and is not looked at.
    tags, not_tags: a person's tag decides before any word.
    """

    words: tuple[str, ...]
    cut: tuple[str, ...] = ()
    goods: tuple[str, ...] = ()
    tags: tuple[str, ...] = ("sustainment",)
    not_tags: tuple[str, ...] = ("not-sustainment",)


class Method(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One way of counting. categories: the list in cases/data/categories.toml that groups the lines, or None."""

    id: str
    title: str
    description: str
    sources: dict[str, Reference]
    counts: Counts
    value: Value
    leaves: Leaves
    support: Support | None = None
    categories: str | None = None


S = TypeVar("S")


def load_method(name: str | Path) -> Method:
    """A method by its name, or by the path of a file.

    raises: Misuse naming the file and the key that is wrong, or the methods there are when there is none of that name.
    """
    path = DATA / "methods" / f"{name}.toml"
    if isinstance(name, Path) or "/" in name or name.endswith(".toml"):
        path = Path(name)
    elif name not in methods():
        raise Misuse(
            f'there is no backlog method "{name}"', "--method", f"the methods are {', '.join(methods())}; or give the path of a file"
        )
    method = read_toml(path, Method)
    if method.counts.stage not in (Stage.APPROVAL, Stage.AGREEMENT):
        raise Misuse(f'counts.stage: "{method.counts.stage}" puts nothing on the list', str(path), "write approval or agreement")
    for key, rule in (("counts", method.counts), ("value", method.value), ("leaves", method.leaves), ("support", method.support)):
        if rule is not None and rule.source not in method.sources:
            raise Misuse(f'{key}.source: "{rule.source}" is not among the sources', str(path), "name one of [sources]")
    return method


@cache
def methods() -> tuple[str, ...]:
    """The names of the methods that come with the program, in alphabetical order."""
    return tuple(sorted(path.stem for path in (DATA / "methods").glob("*.toml")))


def read_toml(path: Path, into: type[S]) -> S:
    """A TOML file as a struct. raises: Misuse naming the file, and the key or the line that is wrong."""
    try:
        with path.open("rb") as file:
            return msgspec.convert(tomllib.load(file), into)
    except OSError as error:
        raise Misuse(f"cannot be read ({error.strerror})", str(path)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Misuse(f"is not TOML: {error}", str(path)) from error
    except msgspec.ValidationError as error:
        raise Misuse(f"{_key(str(error))}{str(error).split(' - at ')[0]}", str(path)) from error


def _key(message: str) -> str:
    """ "counts.stage: " of "Invalid enum value 'x' - at `$.counts.stage`"."""
    place = message.partition(" - at `$.")[2].rstrip("`")
    return f"{place}: " if place else ""
