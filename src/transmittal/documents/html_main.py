"""Which of a page's blocks are the article."""

from transmittal.documents.furniture import lead_name
from transmittal.documents.furniture_lines import closes, points_elsewhere, stray
from transmittal.documents.html_walk import Piece, Walk
from transmittal.model import BlockKind

_ENDS = (".", "!", "?", "”", '"', "’", "…", "。", "！", "？", ":", "»", "“", ")", "」")
_MAY_LINK = frozenset(("p", "h2", "h3", "h4"))  # a paragraph or heading may be one link
_LEAD = 12  # pieces between a headline and the text
_SENTENCE = 40  # characters of a line that says something
_BOX_SHARE = 0.3  # of the article; a box with more is the article, and the line only one of its lines
_TEXT_TAGS = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "dt", "dd", "dl", "blockquote", "center"))
_STEP = (0.72, 0.5, 0.35)  # share of the parent's weight a child needs to stand for it, by its hint


def weigh(piece: Piece) -> float:
    """How much this block looks like prose: its length, less its links; lists and lines that end nowhere count little."""
    length = len(piece.text)
    links = piece.links / length
    if links > 0.5 or piece.kind is BlockKind.HEADING:
        return 0.0
    if piece.kind is not BlockKind.PARAGRAPH:
        return length * (1 - links) * 0.4
    if length < 25:
        return length * 0.1
    weight = length * (1 - links)
    return weight if piece.text.endswith(_ENDS) or length > 200 else weight * 0.4


def main_pieces(walk: Walk) -> list[Piece]:
    """The blocks of the element that holds the article, without furniture and link lists in it."""
    elements, pieces = walk.elements, walk.pieces
    count = len(elements)
    weights = [0.0] * count
    for piece in pieces:
        weights[piece.holder] += weigh(piece)
    own = list(weights)
    for index in range(count - 1, 0, -1):
        weights[elements[index].parent] += weights[index]
    dropped = _dropped(walk, weights)
    weights = [0.0 if out else weight for out, weight in zip(dropped, own, strict=True)]
    chosen = _choose(walk, weights)
    inside = _inside(walk, dropped, chosen)
    lead = _lead(walk, dropped, inside)
    return lead + _lines(walk, [piece for piece in pieces if inside[piece.holder]], chosen)


def _lead(walk: Walk, dropped: list[bool], inside: list[bool]) -> list[Piece]:
    """The standfirst, where it has its own element between the headline and the article's text."""
    first = next((at for at, piece in enumerate(walk.pieces) if inside[piece.holder]), 0)
    start = next((at for at in range(first - 1, max(first - _LEAD, -1), -1) if walk.pieces[at].tag == "h1"), first)
    return [
        piece
        for piece in walk.pieces[start + 1 : first]
        if not dropped[piece.holder] and len(piece.text) >= _SENTENCE and _stands_first(walk, piece)
    ]


def _stands_first(walk: Walk, piece: Piece) -> bool:
    holder = walk.elements[piece.holder]
    return lead_name(holder.names) or (holder.parent >= 0 and lead_name(walk.elements[holder.parent].names))


def _lines(walk: Walk, pieces: list[Piece], chosen: int) -> list[Piece]:
    """Without furniture lines, and without what a line such as "Related articles" heads: the rest of its box, or of the page."""
    elements = walk.elements
    kept: list[Piece] = []
    boxes: set[int] = set()
    total = sum(len(piece.text) for piece in pieces)
    seen, listed = 0, False
    for piece in pieces:
        seen += len(piece.text)
        if boxes and _within(walk, piece.holder, boxes):
            continue
        listed = listed and piece.kind is BlockKind.ITEM
        if listed:
            continue
        if len(piece.text) <= 90:
            if closes(piece.text):
                box = piece.holder
                while elements[box].tag in _TEXT_TAGS and box != chosen:
                    box = elements[box].parent
                if box != chosen:
                    if sum(len(other.text) for other in pieces if _within(walk, other.holder, {box})) < total * _BOX_SHARE:
                        boxes.add(box)
                elif seen * 2 > total:
                    break
                listed = True  # a list right below belongs to that line
                continue
            if stray(piece.text):
                continue
        if points_elsewhere(piece.text) or _one_link(piece):
            continue
        kept.append(piece)
    while kept and kept[-1].kind is BlockKind.HEADING and len(kept) > 1:
        kept.pop()
    return kept


def _one_link(piece: Piece) -> bool:
    """A paragraph that is one link: the headline of another article, set between those of this one."""
    return piece.kind is BlockKind.PARAGRAPH and 20 <= len(piece.text) <= 250 and piece.links >= 0.95 * len(piece.text)


def _within(walk: Walk, holder: int, boxes: set[int]) -> bool:
    while holder > 0:
        if holder in boxes:
            return True
        holder = walk.elements[holder].parent
    return False


def _dropped(walk: Walk, weights: list[float]) -> list[bool]:
    """Elements that their name, or that of one around them, makes furniture. A name on most of the page's prose is a badly chosen name."""
    elements = walk.elements
    most = weights[0] * 0.5
    dropped = [False] * len(elements)
    for index in range(1, len(elements)):
        element = elements[index]
        dropped[index] = dropped[element.parent] or (element.furniture and weights[index] <= most)
    return dropped


def _choose(walk: Walk, weights: list[float]) -> int:
    """From the body down, as long as one child holds most of the prose of its parent."""
    elements = walk.elements
    children: list[list[int]] = [[] for _ in elements]
    for index in range(len(elements) - 1, 0, -1):
        weights[elements[index].parent] += weights[index]
        children[elements[index].parent].append(index)
    chosen, named = 0, False
    while children[chosen]:
        best = max(children[chosen], key=weights.__getitem__)
        if weights[best] <= 0 or elements[best].tag == "p":
            break
        # What calls itself the article's text is left only for something that holds nearly all of it.
        step = _STEP[elements[best].hint] if not named else 0.92
        if elements[best].hint and any(elements[c].hint and c != best and weights[c] > weights[chosen] * 0.1 for c in children[chosen]):
            step = max(step, _STEP[0])
        if weights[best] < weights[chosen] * step:
            break
        chosen = best
        named = named or elements[best].hint == 2
    return chosen


def _inside(walk: Walk, dropped: list[bool], chosen: int) -> list[bool]:
    """Elements within the chosen one that are neither furniture nor mostly links."""
    elements = walk.elements
    count = len(elements)
    chars, links, count_of = [0] * count, [0] * count, [0] * count
    for piece in walk.pieces:
        chars[piece.holder] += len(piece.text)
        links[piece.holder] += piece.links
        count_of[piece.holder] += 1
    for index in range(count - 1, 0, -1):
        chars[elements[index].parent] += chars[index]
        links[elements[index].parent] += links[index]
        count_of[elements[index].parent] += count_of[index]
    inside = [False] * count
    inside[chosen] = True
    for index in range(chosen + 1, count):
        if inside[elements[index].parent] and not dropped[index]:
            dense = links[index] > chars[index] * 0.5 and elements[index].tag not in _MAY_LINK and chars[index] < count_of[index] * 100
            inside[index] = not dense
    return inside
