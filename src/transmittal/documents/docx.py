"""Word documents: paragraphs, headings, lists and tables of word/document.xml."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from transmittal.documents.canonical import one_line
from transmittal.documents.dates import find_dateline, parse_day
from transmittal.documents.draft import Draft
from transmittal.documents.encoding import decode
from transmittal.documents.unpack import zip_member
from transmittal.documents.xml_safe import local, parse_xml
from transmittal.model import BlockKind, UnreadableDocument

Blocks = list[tuple[BlockKind, str]]
_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def read_docx(data: bytes, source: str) -> Draft:
    """A draft of the body; headers, footers and comments of the file are other members and stay out."""
    body = zip_member(data, "word/document.xml", source)
    if not body:
        raise UnreadableDocument("the Word file has no document in it", source, "save it again", "broken")
    blocks = list(_blocks(parse_xml(decode(body), source)))
    core = _core(data, source)
    lines = [line for _, line in blocks[:16]]
    title = core.get("title") or next((line for kind, line in blocks[:4] if kind is BlockKind.HEADING), None)
    return Draft(blocks=blocks, media_type=_MEDIA_TYPE, title=title, published=find_dateline(lines) or parse_day(core.get("created", "")))


def _core(data: bytes, source: str) -> dict[str, str]:
    """Title and day of creation, as the file's properties have them."""
    member = zip_member(data, "docProps/core.xml", source)
    if not member:
        return {}
    try:
        root = parse_xml(decode(member), source)
    except UnreadableDocument:
        return {}
    return {local(child.tag): one_line(child.text) for child in root if child.text and child.text.strip()}


def _blocks(root: Element) -> Iterator[tuple[BlockKind, str]]:
    body = next((child for child in root if local(child.tag) == "body"), root)
    for child in body:
        yield from _block(child)


def _block(node: Element) -> Iterator[tuple[BlockKind, str]]:
    name = local(node.tag)
    if name == "p":
        text = _text(node)
        if text:
            yield _kind(node), text
    elif name == "tbl":
        for row in node:
            if local(row.tag) == "tr":
                cells = [
                    one_line(" ".join(_text(part) for part in cell.iter() if local(part.tag) == "p"))
                    for cell in row
                    if local(cell.tag) == "tc"
                ]
                if any(cells):
                    yield BlockKind.ROW, " | ".join(cell for cell in cells if cell)
    elif name in ("sdt", "sdtcontent", "smarttag", "ins"):
        for child in node:
            yield from _block(child)


def _text(paragraph: Element) -> str:
    """Inserted text counts, deleted text does not."""
    pieces = []
    for part in paragraph.iter():
        name = local(part.tag)
        if name == "t" and part.text:
            pieces.append(part.text)
        elif name in ("tab", "br", "cr"):
            pieces.append(" ")
        elif name == "nobreakhyphen":
            pieces.append("-")
    return one_line("".join(pieces))


def _kind(paragraph: Element) -> BlockKind:
    for part in paragraph.iter():
        name = local(part.tag)
        if name == "pstyle":
            style = next(iter(part.attrib.values()), "").lower()
            if style.startswith(("heading", "title", "berschrift", "titre")):
                return BlockKind.HEADING
        elif name == "numpr":
            return BlockKind.ITEM
        elif name == "r":
            break
    return BlockKind.PARAGRAPH
