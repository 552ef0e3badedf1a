"""One pass over a parsed page: its blocks, and the tree of the elements that hold them."""

from typing import Any

import msgspec

from transmittal.documents.furniture import DROPPED_TAGS, furniture_name, furniture_role, hint_name
from transmittal.model import BlockKind

Node = Any  # selectolax gives its lexbor nodes no useful types

_INLINE_TEXT = """
    a b i em strong span u s small big sub sup font abbr acronym cite code q mark ins del time label tt kbd var samp bdi bdo dfn data
    strike nobr wbr ruby rt rp rb amp-link blink o:p st1:place st1:city
"""
INLINE = frozenset(_INLINE_TEXT.split())
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_NEVER_JUDGED = frozenset(("html", "body", "main", "b", "i", "em", "strong", "td", "th", "tr", "tbody"))
_SUSPECT_TAGS = frozenset(("form", "aside", "footer", "header", "nav"))
_LAYOUT_CELL = 400  # characters; a longer cell holds prose, so its table only arranges the page


class Piece(msgspec.Struct, gc=False):
    """One block as found. holder: index of the element that directly holds it. links: how many of its characters are link text."""

    kind: BlockKind
    tag: str
    text: str
    links: int
    holder: int


class Element(msgspec.Struct, gc=False):
    """A block-level element that holds pieces.

    names:     its class and id.
    hint:      2 says it is the article, 1 may be, 0 says nothing.
    furniture: its name or kind says that it is not the article.
    """

    tag: str
    parent: int
    hint: int
    furniture: bool
    names: str


class Walk:
    """Blocks and elements of a page in document order, filled by `run`."""

    def __init__(self, body: Node) -> None:
        self.pieces: list[Piece] = []
        self.elements: list[Element] = []
        self._text: list[str] = []
        self._links = 0
        self._link_depth = 0
        self._articles = 0
        self._kinds = [BlockKind.PARAGRAPH]
        self._holders: list[int] = []
        self._run(body)

    def _run(self, body: Node) -> None:
        self._enter_block("body", 0, False, "")
        open_tags = ["body"]
        node, nodes = body.child, [body]
        while True:
            if node is None:
                if len(open_tags) == 1:
                    break
                node = nodes.pop()
                self._leave(open_tags.pop())
                node = node.next
                continue
            tag = node.tag or "-instruction"  # "<?xml …>" in the body has no name
            if tag == "-text":
                content = node.text_content
                self._text.append(content)
                if self._link_depth:
                    self._links += len(content.strip())
            elif tag in INLINE:
                child = node.child
                if child is not None and not self._hidden_inline(node, tag):
                    if tag == "a":
                        self._link_depth += 1
                    nodes.append(node)
                    open_tags.append(tag)
                    node = child
                    continue
            elif tag == "br":
                self._text.append("\n")
            elif tag not in DROPPED_TAGS and tag[0] != "-" and self._enter(node, tag):
                nodes.append(node)
                open_tags.append(tag)
                node = node.child
                continue
            node = node.next
        self._flush("body")

    def _hidden_inline(self, node: Node, tag: str) -> bool:
        if tag == "a":
            return False
        attributes = node.attributes
        if not attributes:
            return False
        if furniture_role(attributes):
            return True
        names = attributes.get("class")
        return bool(names) and furniture_name(names)

    def _enter(self, node: Node, tag: str) -> bool:
        """Whether to go into this block-level element; tables and preformatted text are taken whole."""
        attributes = node.attributes
        names = ""
        hint, furniture = 0, tag in _SUSPECT_TAGS and not (tag == "header" and self._articles)
        if attributes:
            if furniture_role(attributes):
                self._break()
                return False
            names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
            if attributes.get("itemprop") == "articleBody":
                hint = 2
            elif len(names) > 1 and tag not in _NEVER_JUDGED:
                hint = hint_name(names)
                furniture = furniture or (not hint and furniture_name(names))
        if tag == "figcaption":
            self._break()
            return False
        if tag == "pre":
            self._break()
            if (text := node.text(deep=True)) and not text.isspace():
                self._put(BlockKind.PARAGRAPH, "pre", text)
            return False
        if tag == "tr" and self._row(node):
            return False
        self._enter_block(tag, hint, furniture, names)
        return True

    def _enter_block(self, tag: str, hint: int, furniture: bool, names: str) -> None:
        if self._holders:
            self._break()
        parent = self._holders[-1] if self._holders else -1
        if tag in ("article", "main"):
            hint = max(hint, 1)
            if tag == "article":
                furniture = furniture or self._articles > 0  # an article in an article is a teaser of another one
                self._articles += 1
        self.elements.append(Element(tag, parent, hint, furniture, names))
        self._holders.append(len(self.elements) - 1)
        if tag in _HEADINGS:
            self._kinds.append(BlockKind.HEADING)
        elif tag in ("li", "dd", "dt"):
            self._kinds.append(BlockKind.ITEM)
        else:
            self._kinds.append(self._kinds[-1] if tag in ("p", "div") else BlockKind.PARAGRAPH)

    def _leave(self, tag: str) -> None:
        if tag in INLINE:
            if tag == "a":
                self._link_depth -= 1
            return
        if tag == "article":
            self._articles -= 1
        self._flush(tag)
        self._holders.pop()
        self._kinds.pop()

    def _row(self, row: Node) -> bool:
        """Take a row of a data table whole; False when its cells hold prose or other tables."""
        cells = []
        cell = row.child
        while cell is not None:
            if cell.tag in ("td", "th"):
                text = " ".join(cell.text(deep=True).split())
                if len(text) > _LAYOUT_CELL or (len(text) > 80 and cell.css_first("table,p,div,li") is not None):
                    return False
                cells.append(text)
            cell = cell.next
        filled = [text for text in cells if text]
        if len(cells) < 2:
            return False
        self._break()
        if filled:
            links = sum(len(link.text(deep=True)) for link in row.css("a"))
            self.pieces.append(Piece(BlockKind.ROW, "tr", " | ".join(filled), links, self._holders[-1]))
        return True

    def _break(self) -> None:
        self._flush(self.elements[self._holders[-1]].tag)

    def _flush(self, tag: str) -> None:
        if not self._text:
            return
        text = "".join(self._text)
        self._text.clear()
        links, self._links = self._links, 0
        if not text or text.isspace():
            return
        if "\n" in text and tag != "pre":
            parts = [" ".join(part.split()) for part in text.split("\n\n")] if "\n\n" in text else [" ".join(text.split())]
        else:
            parts = [" ".join(text.split())]
        total = sum(map(len, parts)) or 1
        for part in parts:
            if part:
                self._put(self._kinds[-1], tag, part, links * len(part) // total)

    def _put(self, kind: BlockKind, tag: str, text: str, links: int = 0) -> None:
        self.pieces.append(Piece(kind, tag, text, links, self._holders[-1]))
