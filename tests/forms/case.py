"""One row of a table: what the test shows, the text, what is expected of it."""

from typing import Any, NamedTuple


class Case(NamedTuple):
    name: str
    text: str
    expected: Any
