"""Fixed words found in one pass, so that the finders look only where something can be."""

from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick, MatchKind

_PIECE = 1 << 16  # characters searched at once: the matcher returns a list, and a list of ten million hits would not fit
_LONGEST = 48  # no anchor is longer


class Anchors:
    """A set of fixed strings. finds: (number of the string, start, end), leftmost longest, not overlapping, in order."""

    def __init__(self, strings: Iterable[str]) -> None:
        self.strings = list(strings)
        longest = max(map(len, self.strings))
        if longest > _LONGEST:
            raise ValueError(f"an anchor of {longest} characters; {_LONGEST} is the limit")
        self._matcher = AhoCorasick(self.strings, matchkind=MatchKind.LeftmostLongest)

    def find(self, text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """Hits that lie wholly within text[start:end], offsets in the whole text."""
        while start < end:
            cut = min(start + _PIECE, end)
            whole = start == 0 and cut == len(text)
            piece = text if whole else text[start : min(cut + _LONGEST, end)]
            next_start = cut
            for number, left, right in self._matcher.find_matches_as_indexes(piece):
                if start + left >= cut:
                    break
                yield number, start + left, start + right
                next_start = max(next_start, start + right)
            start = next_start


def spellings(word: str) -> set[str]:
    """The word as listed, with a capital, and all in capitals when that cannot be mistaken for something else."""
    forms = {word, word[:1].upper() + word[1:]}
    return forms | {word.upper()} if len(word) > 2 else forms
