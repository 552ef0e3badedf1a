"""Plain text: from a file, a <pre>, a page pasted into an editor, an e-mail."""

import re

from transmittal.documents.canonical import plain_characters
from transmittal.documents.dates import find_dateline, mostly_date
from transmittal.documents.draft import Draft
from transmittal.documents.furniture_lines import closes, points_elsewhere, stray
from transmittal.documents.lines import cut_lines
from transmittal.documents.mail import read_mail
from transmittal.documents.reflow import reflow
from transmittal.model import BlockKind

Blocks = list[tuple[BlockKind, str]]

_SHORT = 90
_TITLE_LENGTH = 300
_BRACKETED = re.compile(r"\[.{0,200}\]")
_GENRE = re.compile(
    r"(?:for immediate release|(?:news|press|media) (?:release|note|statement|advisory)|release|announcement|contracts)\W{0,4}",
    re.IGNORECASE,
)
_PUBLISHER = re.compile(r"^(?:\[?Federal Register|\[Congressional Record)")


def read_plain(text: str, media_type: str = "text/plain") -> Draft:
    """A draft of one text. Title and day are those it prints at its top."""
    text = plain_characters(text, keep_tabs=True)
    mail = read_mail(text)
    blocks = article_lines(reflow_text(mail.body if mail else text))
    lines = [line for _, line in blocks[:20]]
    return Draft(
        blocks=blocks,
        media_type="message/rfc822" if mail else media_type,
        title=(mail.subject if mail else None) or _title(blocks),
        published=(mail.sent if mail else None) or find_dateline(lines),
        publisher=_publisher(lines),
    )


def reflow_text(text: str, *, least_width: int = 50, ragged: int = 6) -> Blocks:
    """Blocks of a text of plain characters. least_width, ragged: as for `reflow`."""
    return reflow(cut_lines(text), text, least_width, ragged)


def article_lines(blocks: Blocks) -> Blocks:
    """Without the furniture of a site that was copied with the text: stray lines, and everything from the first closing line on,
    when that stands alone in the last half of the text."""
    half = sum(len(line) for _, line in blocks) // 2
    kept: Blocks = []
    seen = 0
    for kind, line in blocks:
        if len(line) <= _SHORT:
            if seen >= half and closes(line):
                break
            if stray(line) or points_elsewhere(line):
                continue
        seen += len(line)
        kept.append((kind, line))
    return kept


def _title(blocks: Blocks) -> str | None:
    """The first block when it is a heading, else the first heading after the masthead of a gazette."""
    gazette = bool(blocks) and _PUBLISHER.match(blocks[0][1]) is not None
    if gazette:
        return next((line for kind, line in blocks[1:16] if kind is BlockKind.HEADING and _names_matter(line)), None)
    headings = (line for kind, line in blocks[:8] if kind is BlockKind.HEADING and len(line) <= _TITLE_LENGTH)
    return next((line for line in headings if not (_BRACKETED.fullmatch(line) or _GENRE.fullmatch(line) or mostly_date(line))), None)


def _names_matter(line: str) -> bool:
    return not line.startswith(("DEPARTMENT", "Office of", "[", "Defense Security"))


def _publisher(lines: list[str]) -> str | None:
    if not lines or not lines[0].startswith("["):
        return None
    if "Federal Register" in lines[0]:
        return "Federal Register"
    return "Congressional Record" if any("Congressional Record" in line for line in lines[:4]) else None
