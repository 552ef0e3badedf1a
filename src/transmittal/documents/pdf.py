"""PDF files with a text layer, through pdfium."""

from collections.abc import Iterator
from typing import Any

from transmittal.documents.canonical import one_line, plain_characters
from transmittal.documents.dates import find_dateline, parse_day
from transmittal.documents.draft import Draft
from transmittal.documents.limits import MAX_BYTES, MAX_PAGES
from transmittal.documents.pdf_layout import Stretch, page_lines
from transmittal.documents.plain import article_lines, reflow_text
from transmittal.model import BlockKind, UnreadableDocument

_MOST_STRETCHES = 4_000  # of one page; beyond, the text is taken in file order
_LINE_END_HYPHENS = {0x02: "-", 0xFFFE: "-"}  # how pdfium marks a hyphen that ends a line
_FILE_NAMES = (".doc", ".docx", ".pdf", ".indd", ".qxd", ".wpd", ".rtf", ".ppt", ".pptx")


def read_pdf(data: bytes, source: str) -> Draft:
    """A draft of the text layer in reading order. Raises UnreadableDocument: "encrypted", "truncated", "broken", "no_text"."""
    document = _open(data, source)
    try:
        texts, size = [], 0
        for at in range(min(len(document), MAX_PAGES)):
            texts.append(_page(document, at))
            size += len(texts[-1])
            if size > MAX_BYTES:
                raise UnreadableDocument("the text layer is larger than any document of this kind", source, "", "too_large")
        meta = document.get_metadata_dict(skip_empty=True)
    finally:
        document.close()
    text = plain_characters("\f".join(texts))
    if sum(character.isalnum() for character in text[:200_000]) < 8 * min(3, len(texts)):
        raise UnreadableDocument("the PDF holds pictures of text and no text layer", source, "run it through OCR first", "no_text")
    blocks = article_lines(reflow_text(text, least_width=30, ragged=10))
    return Draft(blocks=blocks, media_type="application/pdf", title=_title(meta, blocks), published=_day(meta, blocks))


def _open(data: bytes, source: str) -> Any:
    import pypdfium2  # type: ignore[import-untyped]

    try:
        document = pypdfium2.PdfDocument(data)
        pages = len(document)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error) or "ecurity" in str(error):
            raise UnreadableDocument("the PDF is encrypted", source, "save it without its password", "encrypted") from error
        if b"%%EOF" not in data[-2048:]:
            raise UnreadableDocument("the PDF ends too early", source, "fetch it again", "truncated") from error
        raise UnreadableDocument(f"the PDF is damaged ({error})"[:160], source, "fetch it again", "broken") from error
    if not pages:
        document.close()
        raise UnreadableDocument("the PDF has no pages", source, "", "empty")
    return document


def _page(document: Any, at: int) -> str:
    import pypdfium2

    try:
        page = document[at]
    except pypdfium2.PdfiumError:
        return ""
    try:
        textpage = page.get_textpage()
        try:
            count = textpage.count_rects()
            if count > _MOST_STRETCHES:
                return str(textpage.get_text_range()).translate(_LINE_END_HYPHENS)
            return "\n".join(page_lines(list(_stretches(textpage, count))))
        finally:
            textpage.close()
    except pypdfium2.PdfiumError:
        return ""
    finally:
        page.close()


def _stretches(textpage: Any, count: int) -> Iterator[Stretch]:
    for index in range(count):
        left, bottom, right, top = textpage.get_rect(index)
        text = " ".join(textpage.get_text_bounded(left, bottom, right, top).translate(_LINE_END_HYPHENS).split())
        if text:
            yield Stretch(left, bottom, right, top, text)


def _title(meta: dict[str, str], blocks: list[tuple[BlockKind, str]]) -> str | None:
    """The first heading; the file's property only when it is not the name of a file."""
    heading = next((line for kind, line in blocks[:6] if kind is BlockKind.HEADING), None)
    given = one_line(meta.get("Title", ""))
    if given and not given.lower().endswith(_FILE_NAMES) and not given.lower().startswith(("microsoft word", "untitled")):
        return given
    return heading


def _day(meta: dict[str, str], blocks: list[tuple[BlockKind, str]]) -> Any:
    return find_dateline([line for _, line in blocks[:16]]) or parse_day(meta.get("CreationDate", "").removeprefix("D:"))
