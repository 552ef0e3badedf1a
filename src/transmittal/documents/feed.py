"""RSS, Atom and RDF feeds: one document per entry."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from transmittal.documents.canonical import one_line
from transmittal.documents.dates import parse_day
from transmittal.documents.draft import Draft
from transmittal.documents.html import read_html
from transmittal.documents.language import language_code
from transmittal.documents.limits import MAX_ENTRIES
from transmittal.documents.xml_safe import local, parse_xml
from transmittal.model import BlockKind, UnreadableDocument

_BODIES = ("encoded", "content", "description", "summary")
_DAYS = ("pubdate", "published", "issued", "date", "updated", "modified")


def read_feed(text: str, source: str) -> Iterator[Draft]:
    """A draft per item or entry, with the feed's name as publisher. Raises "empty" for a feed without entries."""
    root = parse_xml(text, source)
    entries = [node for node in root.iter() if local(node.tag) in ("item", "entry")][:MAX_ENTRIES]
    if not entries:
        raise UnreadableDocument("the feed has no entries", source, "", "empty")
    channel = next((node for node in root.iter() if local(node.tag) == "channel"), root)
    own = _children(channel)
    language = language_code(own.get("language") or root.attrib.get("{http://www.w3.org/XML/1998/namespace}lang"))
    for entry in entries:
        yield _entry(entry, own.get("title"), language)


def _entry(entry: Element, publisher: str | None, language: str | None) -> Draft:
    fields = _children(entry)
    body = max((fields.get(name, "") for name in _BODIES), key=len)
    title = one_line(fields.get("title", "")) or None
    page = read_html(f"<title></title><div class='article-body'>{body}</div>")
    blocks = [(BlockKind.HEADING, title), *page.blocks] if title else page.blocks
    return Draft(
        blocks=[block for at, block in enumerate(blocks) if at == 0 or block[1] != title],
        media_type="application/feed+xml",
        title=title,
        published=next((day for name in _DAYS if (day := parse_day(fields.get(name, "")))), None) or page.published,
        language=language,
        publisher=one_line(publisher) if publisher else None,
        url=next((address for address in (_link(entry), fields.get("guid", "")) if address.startswith("http")), None),
    )


def _children(node: Element) -> dict[str, str]:
    """Local name to text of the direct children, the first of each; markup inside Atom's xhtml content is kept as text."""
    found: dict[str, str] = {}
    for child in node:
        name = local(child.tag)
        text = "".join(child.itertext()) if len(child) and name in (*_BODIES, "title") else child.text or ""
        if text.strip():
            found.setdefault(name, text.strip())
    return found


def _link(entry: Element) -> str:
    for child in entry:
        if local(child.tag) == "link" and child.attrib.get("rel", "alternate") == "alternate":
            return (child.attrib.get("href") or child.text or "").strip()
    return ""
