"""The shape of a table row."""

from typing import NamedTuple


class Case(NamedTuple):
    """What is shown, the text, and what must be found."""

    name: str
    text: str
    expected: list[str]
