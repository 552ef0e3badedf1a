"""Work on an event that is done once, however often the event is met."""

from collections.abc import Callable
from itertools import islice
from typing import Generic, Protocol, TypeVar


class Named(Protocol):
    """Anything with an id; two with the same id may differ all the same, after a correction."""

    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=Named)
K = TypeVar("K")
V = TypeVar("V")


class Remembered(Generic[T, V]):
    """A pure function that keeps its last results. most: of them; half are forgotten, the oldest, when there are more."""

    def __init__(self, work: Callable[[T], V], most: int) -> None:
        self._work, self._most = work, most
        self._done: dict[str, tuple[T, V]] = {}

    def __call__(self, one: T) -> V:
        held = self._done.get(one.id)
        if held is not None and (held[0] is one or held[0] == one):
            return held[1]
        result = self._work(one)
        if len(self._done) >= self._most:
            forget(self._done)
        self._done[one.id] = (one, result)
        return result


def forget(done: dict[K, V]) -> None:
    """Take out the older half."""
    for old in list(islice(done, len(done) // 2)):
        done.pop(old, None)
