"""The columns of the event table, as data/columns.toml documents them."""

from functools import cache
from importlib import resources
from typing import Literal

import msgspec

Kind = Literal["text", "int", "number", "decimal", "bool", "date", "datetime", "text list", "int list"]


class Column(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One column. says: its meaning, for a reader of the file."""

    name: str
    type: Kind
    says: str


class Schema(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The table. schema: its name with its version, which changes only when a column's meaning does."""

    schema: str
    column: tuple[Column, ...]


@cache
def schema() -> Schema:
    """The event table."""
    import tomllib

    text = resources.files("transmittal.cases").joinpath("data", "columns.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), Schema)


def columns() -> tuple[Column, ...]:
    """The columns in their order."""
    return schema().column


def render_columns() -> str:
    """The column dictionary, for people: name, type and meaning, one line each."""
    width = max(len(column.name) for column in columns())
    kind = max(len(column.type) for column in columns())
    lines = [schema().schema, *(f"{c.name:<{width}}  {c.type:<{kind}}  {c.says}" for c in columns())]
    return "\n".join(lines) + "\n"
