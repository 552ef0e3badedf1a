"""Words by which a document says that deliveries are complete. The lists are data: cases/data/completion.toml."""

import re
from collections.abc import Iterable
from enum import Enum
from functools import cache, cached_property

import msgspec

from transmittal.cases.words import table
from transmittal.model import Mention


class Said(Enum):
    """How completely: the last of them came, or all that the sentence speaks of."""

    FINAL = "final"
    ALL = "all"


class CompletionWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """Regular expressions by language, matched without regard to case.

    final: nothing is left to come. all: everything the sentence speaks of. not_yet: the clause is about the future; part: about a part.
    so_far: the count is a running total. batch: it is of one hand-over. practice: versions that are there to train with.
    clause: what parts a sentence into clauses.
    """

    final: dict[str, list[str]]
    all: dict[str, list[str]]
    not_yet: dict[str, list[str]]
    part: dict[str, list[str]]
    so_far: dict[str, list[str]]
    batch: dict[str, list[str]]
    practice: dict[str, list[str]]
    clause: str

    def said(self, evidence: Iterable[Mention]) -> Said | None:
        """What the evidence of a delivery says of its completeness; clauses about the future say nothing."""
        best: Said | None = None
        for clause in self._clauses(evidence):
            if self._not_yet.search(clause):
                continue
            if self._final.search(clause):
                return Said.FINAL
            if self._all.search(clause) and not self._part.search(clause):
                best = Said.ALL
        return best

    def is_running_total(self, evidence: Iterable[Mention]) -> bool:
        """Whether the count is of all that had come by then."""
        return any(self._so_far.search(clause) for clause in self._clauses(evidence))

    def is_batch(self, evidence: Iterable[Mention]) -> bool:
        """Whether the count is of one hand-over."""
        return any(self._batch.search(clause) for clause in self._clauses(evidence))

    def is_practice(self, variant: str) -> bool:
        """Whether a version is there to train with."""
        return self._practice.search(variant) is not None

    def _clauses(self, evidence: Iterable[Mention]) -> list[str]:
        return [clause for mention in evidence for clause in re.split(self.clause, mention.quote) if clause and clause.strip()]

    @cached_property
    def _final(self) -> re.Pattern[str]:
        return _joined(self.final)

    @cached_property
    def _all(self) -> re.Pattern[str]:
        return _joined(self.all)

    @cached_property
    def _not_yet(self) -> re.Pattern[str]:
        return _joined(self.not_yet)

    @cached_property
    def _batch(self) -> re.Pattern[str]:
        return _joined(self.batch)

    @cached_property
    def _practice(self) -> re.Pattern[str]:
        return _joined(self.practice)

    @cached_property
    def _part(self) -> re.Pattern[str]:
        return _joined(self.part)

    @cached_property
    def _so_far(self) -> re.Pattern[str]:
        return _joined(self.so_far)


@cache
def completion_words() -> CompletionWords:
    """The lists that come with the program."""
    return msgspec.convert(table("completion"), CompletionWords)


def _joined(lists: dict[str, list[str]]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for patterns in lists.values() for pattern in patterns), re.I)
