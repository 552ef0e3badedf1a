"""Web pages, and plain text that is published inside one."""

import re

from selectolax.lexbor import LexborHTMLParser

from transmittal.documents.canonical import one_line, plain_characters
from transmittal.documents.dates import find_dateline
from transmittal.documents.draft import Draft
from transmittal.documents.encoding import decode
from transmittal.documents.html_main import main_pieces
from transmittal.documents.html_meta import PageFacts, read_page_facts
from transmittal.documents.html_nesting import flatten_if_deep
from transmittal.documents.html_walk import Piece, Walk
from transmittal.documents.plain import Blocks, read_plain, reflow_text
from transmittal.model import BlockKind

_PRE_SHARE = 0.6  # of a page's text in one <pre>: the page is that text
_LETTERS = re.compile(r"[\W_]+")


def article_body(page: bytes) -> Blocks:
    """The article's blocks without its headline, for measuring."""
    walk = _walk(LexborHTMLParser(flatten_if_deep(decode(page))))
    if walk is None:
        return []
    return _expand([piece for piece in main_pieces(walk) if piece.tag != "h1"])


def read_html(text: str) -> Draft:
    """A draft of one page: its article, and what its metadata say."""
    tree = LexborHTMLParser(flatten_if_deep(text))
    facts = read_page_facts(tree)
    walk = _walk(tree)
    if walk is None:
        return _draft([], facts)
    whole = max((piece for piece in walk.pieces if piece.tag == "pre"), key=lambda piece: len(piece.text), default=None)
    if whole is not None and len(whole.text) > _PRE_SHARE * sum(len(piece.text) for piece in walk.pieces):
        return _preformatted(whole.text, facts)
    pieces = main_pieces(walk)
    return _draft(
        _headed(_expand([piece for piece in pieces if piece.tag != "h1" or not _same(piece.text, facts.title)]), facts.title), facts
    )


def _walk(tree: LexborHTMLParser) -> Walk | None:
    body = tree.body
    return Walk(body) if body is not None else None


def _headed(blocks: Blocks, title: str | None) -> Blocks:
    """The headline once, first."""
    if not title or not blocks:
        return blocks
    rest = [block for at, block in enumerate(blocks) if at > 3 or not _same(block[1], title)]
    return [(BlockKind.HEADING, title), *rest]


def _same(line: str, title: str | None) -> bool:
    return title is not None and len(line) <= 400 and _LETTERS.sub("", line).casefold() == _LETTERS.sub("", title).casefold()


def _expand(pieces: list[Piece]) -> Blocks:
    """Pieces to blocks; preformatted text is reflowed."""
    blocks: Blocks = []
    for piece in pieces:
        if piece.tag == "pre":
            blocks.extend(reflow_text(plain_characters(piece.text, keep_tabs=True)))
        else:
            blocks.append((piece.kind, piece.text))
    return blocks


def _preformatted(text: str, facts: PageFacts) -> Draft:
    """A gazette's "text" version: the metadata of the page around it name only the issue."""
    plain = read_plain(text, "text/html")
    return Draft(
        blocks=plain.blocks,
        media_type="text/html",
        title=plain.title or facts.title,
        published=facts.published or plain.published,
        language=facts.language,
        publisher=plain.publisher or facts.publisher,
        url=facts.url,
    )


def _draft(blocks: Blocks, facts: PageFacts) -> Draft:
    return Draft(
        blocks=blocks,
        media_type="text/html",
        title=one_line(facts.title) if facts.title else None,
        published=facts.published or find_dateline([line for _, line in blocks[:16]]),
        language=facts.language,
        publisher=one_line(facts.publisher) if facts.publisher else None,
        url=facts.url,
    )
