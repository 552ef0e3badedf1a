"""What stands before a date and shapes its interval: "by the end of", "from early", "bis Ende".

The words are rows of data/date_words.tsv; they are matched backwards from the date, on the reversed text, so that the cost does not
depend on the length of the document.
"""

import re
from functools import cache

import msgspec

from transmittal.mentions.date_words import lowered, one_of

_REACH = 48  # characters; the longest phrase of the table with an article and an edge is 44


class Left(msgspec.Struct, frozen=True, gc=False):
    """start: offset of the first word that belongs to the date. shape, edge: rows of the table, "" when there is none.

    glue: articles and the like stood there, nothing more.
    """

    start: int
    shape: str = ""
    edge: str = ""
    glue: bool = False


@cache
def _backwards() -> re.Pattern[str]:
    def reversed_forms(kind: str) -> str:
        return one_of(form[::-1] for form in lowered(kind))

    separator = r"(?:[^\S\n]{1,3}|(?=['’-]))"
    glue = rf"{separator}(?:{reversed_forms('glue')})(?!\w)"
    return re.compile(
        rf"(?P<glue>(?:{glue}){{0,3}})(?:{separator}(?P<edge>{reversed_forms('edge')})(?!\w)(?P<more>(?:{glue}){{0,2}}))?"
        rf"(?:{separator}(?P<shape>{reversed_forms('shape')})(?!\w))?"
    )


def left_of(text: str, position: int, floor: int) -> Left:
    """Read what stands before a date that begins at `position`, not further left than `floor`."""
    before = text[max(floor, position - _REACH) : position].lower()
    match = _backwards().match(before[::-1])
    if match is None or not match.end():
        return Left(start=position)
    edge, shape = match["edge"] or "", match["shape"] or ""
    edge = lowered("edge")[edge[::-1]] if edge else ""
    shape = lowered("shape")[shape[::-1]] if shape else ""
    end = match.end("shape") if shape else match.end("edge")
    if not shape:
        # A word may be glue in one language and a preposition in another ("do 2028 roku", "do ano"): with nothing else, the latter.
        words = (match["more"] if edge else match["glue"])[::-1].split()
        shape = lowered("shape").get(words[0], "") if words else ""
        shape = shape if shape not in ("in", "to") else ""
        end = match.end("more" if edge else "glue") if shape else end
    if not edge and not shape:
        return Left(start=position, glue=True)
    return Left(start=position - end, shape=shape, edge=edge, glue=bool(match["glue"]))
