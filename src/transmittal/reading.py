"""The front door of the library: a document to what it reports.

    from transmittal import read
    for reading in read("notice.txt"):
        for event in reading.events: ...

`read` takes what lies in a file or on the web, `read_text` a text, `read_document` a document already decoded.
"""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Literal

import msgspec

from transmittal import __version__
from transmittal.model import Document, DocumentKind, Event, FetchRefused, Unread, UnreadableDocument

READER = f"transmittal/{__version__}"
Only = Literal["news", "forms"]


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """One document and what it reports.

    events: in order of first evidence. unread: fields of a known layout that no rule used or ignored by name.
    layout: id of the official layout, or "prose". reader: code and version that read.
    """

    document: Document
    events: tuple[Event, ...]
    unread: tuple[Unread, ...] = ()
    layout: str = "prose"
    reader: str = READER


def read(
    source: str | Path,
    *,
    published: date | None = None,
    url: str | None = None,
    only: Only | None = None,
    allow_private: bool = False,
    on_error: Callable[[UnreadableDocument], None] | None = None,
) -> Iterator[Reading]:
    """Read one path or http(s) address; an archive or feed gives several readings.

    raises: UnreadableDocument or FetchRefused, naming the source. Errors inside an archive go to on_error and cost only their record.
    """
    from transmittal import documents

    address = str(source)
    if address.startswith(("http://", "https://")):
        got = documents.fetch(address, allow_private=allow_private)
        found = documents.read_bytes(
            got.data,
            source=address,
            url=url or got.url,
            published=published,
            media_type=got.media_type,
            capture=got.capture,
            on_error=on_error,
        )
    else:
        found = documents.read_path(Path(source), url=url, published=published, on_error=on_error)
    for document in found:
        yield read_document(document, only=only)


def read_text(text: str, *, published: date | None = None, url: str | None = None, only: Only | None = None) -> Reading:
    """Read running text or the text of a notice."""
    from transmittal import documents

    document = next(
        iter(documents.read_bytes(text.encode(), source="text", url=url, published=published, media_type="text/plain; charset=utf-8"))
    )
    return read_document(document, only=only)


def read_document(document: Document, *, only: Only | None = None) -> Reading:
    """Read a document: an official layout when it is set in one, else as prose. only: skip the other kind."""
    from transmittal import forms

    form = forms.find_form(document)
    if form is not None:
        document = msgspec.structs.replace(document, kind=form.layout.kind)
        if only == "news":
            return Reading(document=document, events=(), layout=form.layout.id)
        parsed = form.parse(document)
        return Reading(document=document, events=parsed.events, unread=parsed.unread, layout=form.layout.id)
    if only == "forms":
        return Reading(document=document, events=())
    from transmittal import prose

    document = msgspec.structs.replace(document, kind=prose.find_kind(document))
    return Reading(document=document, events=tuple(prose.read_prose(document)))


__all__ = ["DocumentKind", "FetchRefused", "Only", "Reading", "read", "read_document", "read_text"]
