"""What sort of publication a running text is."""

import re

from transmittal.model import Document, DocumentKind

_RELEASE = re.compile(
    r"\b(?:(?:News|Media|Press) (?:Release|Note)|For Immediate Release|Joint media release|Release date:"
    r"|Pressemitteilung|Communiqué de presse|Nota de prensa|Comunicato stampa)\b"
    r"|報道発表|新聞稿|보도자료",
    re.I,
)
_OFFICE = re.compile(
    r"\b(?:Ministry|Ministers?|Department|Government|Agency|Armed Forces|Ministerium|Ministère|Ministerio|Ministero)\b", re.I
)


def find_kind(document: Document) -> DocumentKind:
    """press_release when its letterhead or its publisher says so, news when it is dated or published somewhere, else other."""
    head = document.text[:600]
    if _RELEASE.search(head) or (document.publisher is not None and _OFFICE.search(document.publisher)):
        return DocumentKind.PRESS_RELEASE
    return DocumentKind.NEWS if document.published is not None or document.url is not None else DocumentKind.OTHER
