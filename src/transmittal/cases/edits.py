"""What was edited between two versions of a text: sentences first, then the words of those that changed."""

import re
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import pairwise

import msgspec

# Cells of the table that aligning two lists takes, one bit each: 25 MB and a tenth of a second. 14,000 sentences or words a side, without
# those that both versions begin and end with; what is longer counts as rewritten whole.
_MAX_CELLS = 200_000_000
# Pairs of sentences weighed one by one, some 5 µs each, where several changed side by side.
_MAX_PAIRS = 2_500
_ALIKE = 50.0  # of 100: share of characters in which two sentences agree when one is an edit of the other
# Words between two edits that are no ground to stand on: "the", "of the", "is to be".
_FEW_WORDS = 3
_SENTENCE_END = re.compile(r"(?<=[.!?])[ ]+|(?<=[。！？])|\n+")
# One character a word in scripts that put no space between words.
_TOKEN = re.compile(
    r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]|\d+(?:[.,]\d+)*|[^\W\d_\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]+|\s+|[\W_]|."
)

Op = tuple[int, int, int, int]  # old start, old end, new start, new end


class Edit(msgspec.Struct, frozen=True):
    """A stretch of one text that another took the place of; one of the two may be empty. Offsets are code points of each text."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int
    old: str
    new: str

    @property
    def kind(self) -> str:
        """ "added", "removed" or "replaced"."""
        return "added" if not self.old else "removed" if not self.new else "replaced"

    @property
    def is_blank(self) -> bool:
        """Whether only white space changed."""
        return "".join(self.old.split()) == "".join(self.new.split())


def compare_texts(old: str, new: str) -> tuple[Edit, ...]:
    """The edits that make the new text of the old one, in order, none touching the next. Empty for equal texts."""
    if old == new:
        return ()
    return tuple(Edit(*op, old=old[op[0] : op[1]], new=new[op[2] : op[3]]) for op in _joined(_steps(old, new)))


def _steps(old: str, new: str) -> Iterator[Op]:
    """Edits as they are found, sentence by sentence."""
    before, after = _cut(old, _sentence_ends(old)), _cut(new, _sentence_ends(new))
    sentences, new_sentences = [old[s:e] for s, e in before], [new[s:e] for s, e in after]
    for changed in _changed(sentences, new_sentences):
        first, last, new_first, new_last = changed
        for a, b, c, d in _counterparts(changed, sentences[first:last], new_sentences[new_first:new_last]):
            span = (*_span(before, a, b, len(old)), *_span(after, c, d, len(new)))
            yield from _words(old, new, span) if b > a and d > c else (span,)


def _joined(ops: Iterable[Op]) -> list[Op]:
    """Edits that touch in both texts as one."""
    made: list[Op] = []
    for op in ops:
        if made and made[-1][1] == op[0] and made[-1][3] == op[2]:
            last = made.pop()
            op = (last[0], op[1], last[2], op[3])
        made.append(op)
    return made


def _sentence_ends(text: str) -> list[int]:
    return [found.end() for found in _SENTENCE_END.finditer(text)]


def _cut(text: str, ends: Sequence[int]) -> list[tuple[int, int]]:
    """Spans that follow each other and cover the text."""
    bounds = sorted({0, len(text), *ends})
    return list(pairwise(bounds))


def _span(units: Sequence[tuple[int, int]], first: int, last: int, size: int) -> tuple[int, int]:
    """The characters of units[first:last]; an empty one stands where the next unit begins."""
    start = units[first][0] if first < len(units) else size
    return start, units[last - 1][1] if last > first else start


def _changed(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Op]:
    """Ranges of two lists that differ, on a longest common subsequence. What both begin and end with is left out of the work."""
    head, most = 0, min(len(old), len(new))
    while head < most and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < most - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    a, b = old[head : len(old) - tail], new[head : len(new) - tail]
    if not a and not b:
        return []
    if not a or not b or len(a) * len(b) > _MAX_CELLS:
        return [(head, head + len(a), head, head + len(b))]
    from rapidfuzz.distance import Indel

    found = (op for op in Indel.opcodes(a, b) if op.tag != "equal")
    return _joined((head + op.src_start, head + op.src_end, head + op.dest_start, head + op.dest_end) for op in found)


def _counterparts(changed: Op, old: Sequence[str], new: Sequence[str]) -> list[Op]:
    """A range of changed sentences in steps: sentences that are edits of each other together, what came or went between them apart."""
    first, _, new_first, _ = changed
    if len(old) * len(new) > _MAX_PAIRS or len(old) == len(new) == 1:
        return [changed]
    made: list[Op] = []
    at, new_at = 0, 0
    for i, j in (*_best_pairs(old, new), (len(old), len(new))):
        if i > at or j > new_at:
            made.append((first + at, first + i, new_first + new_at, new_first + j))
        if i < len(old):
            made.append((first + i, first + i + 1, new_first + j, new_first + j + 1))
        at, new_at = i + 1, j + 1
    return made


def _best_pairs(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of similar sentences that do not cross, with the greatest likeness in all."""
    from rapidfuzz import fuzz

    likeness = [[fuzz.ratio(a, b, score_cutoff=_ALIKE) for b in new] for a in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            paired = likeness[i][j] + best[i + 1][j + 1] if likeness[i][j] else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], paired)
    pairs, i, j = [], 0, 0
    while i < len(old) and j < len(new):
        if likeness[i][j] and best[i][j] == likeness[i][j] + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _words(old: str, new: str, span: Op) -> Iterator[Op]:
    """Edits of words inside a stretch of changed sentences; the stretch itself when little of it stayed."""
    a, b, c, d = span
    before = [(found.start(), found.end()) for found in _TOKEN.finditer(old, a, b)]
    after = [(found.start(), found.end()) for found in _TOKEN.finditer(new, c, d)]
    if not before or not after:
        yield span
        return
    ops = _changed([old[s:e] for s, e in before], [new[s:e] for s, e in after])
    ops = _readable([(*_span(before, i, j, b), *_span(after, k, m, d)) for i, j, k, m in ops], old)
    # A sentence of which less than a third stayed is another sentence: its words are not compared.
    stayed = (b - a) - sum(op[1] - op[0] for op in ops)
    if stayed * 3 < max(b - a, d - c) and len(ops) > 1:
        yield span
    else:
        yield from ops


def _readable(ops: Sequence[Op], old: str) -> list[Op]:
    """Edits joined over what is too little to keep them apart: no word, or a few short ones between longer edits."""
    made: list[Op] = []
    for op in ops:
        if made:
            last = made[-1]
            between = old[last[1] : op[0]]
            words = sum(character.isspace() for character in between.strip()) + 1
            size = min(max(last[1] - last[0], last[3] - last[2]), max(op[1] - op[0], op[3] - op[2]))
            if not any(map(str.isalnum, between)) or (words <= _FEW_WORDS and len(between) < size):
                made[-1] = (last[0], op[1], last[2], op[3])
                continue
        made.append(op)
    return made
