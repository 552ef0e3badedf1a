"""XML from strangers: no entities of its own, bounded depth."""

import re
from xml.etree import ElementTree

from transmittal.model import UnreadableDocument

_DEEPEST = 400
_DECLARATION = re.compile(r"^\s{0,80}<\?xml[^>]{0,300}\?>")


def parse_xml(text: str, source: str) -> ElementTree.Element:
    """The root element. Raises UnreadableDocument "entities" for a document that declares any, "broken" for one that is no XML."""
    if "<!ENTITY" in text:
        raise UnreadableDocument("the XML declares entities of its own", source, "they are never expanded; remove the DOCTYPE", "entities")
    builder = _BoundedBuilder(source)
    parser = ElementTree.XMLParser(target=builder)
    try:
        parser.feed(_DECLARATION.sub("", text.lstrip("\ufeff"), count=1))  # its encoding no longer holds for decoded text
        root: ElementTree.Element = parser.close()
    except (ElementTree.ParseError, ValueError) as error:
        raise UnreadableDocument(f"not well-formed XML ({error})"[:200], source, "", "broken") from error
    return root


class _BoundedBuilder(ElementTree.TreeBuilder):
    def __init__(self, source: str) -> None:
        super().__init__()
        self._source, self._depth = source, 0

    def start(self, tag: str, attrs: dict[str, str], /) -> ElementTree.Element:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise UnreadableDocument(f"elements nest more than {_DEEPEST} deep", self._source, "", "too_deep")
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> ElementTree.Element:
        self._depth -= 1
        return super().end(tag)


def local(tag: str) -> str:
    """The element name without its namespace, lower case."""
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""
