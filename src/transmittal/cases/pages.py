"""The versions that a page had, each with what it reported, as they are kept."""

from collections.abc import Iterable

import msgspec

from transmittal.cases.versions import Version
from transmittal.documents.address_key import address_key
from transmittal.ledger.kept import KeptDocument
from transmittal.ledger.view import View


def versions_of(view: View, url: str) -> list[list[Version]]:
    """The pages that stood at an address, each as its versions, oldest first; none when nothing of it is kept.

    An address may have had several pages, one after the other, that are no editions of each other: "the latest release".
    """
    found = {document.paper.id: document for document in view.documents("d.address = :address", address=address_key(url))}
    entries = {row.id: row for row in view.rows(_ENTRIES, ids=list(found))} if found else {}
    pages: dict[str, str] = {}  # by document: the first version of its page
    for name in sorted(found, key=lambda one: int(entries[one].entry)):
        before = msgspec.json.decode(entries[name].body).get("version_of")
        pages[name] = pages.get(before, name) if before else name
    grouped: dict[str, list[KeptDocument]] = {}
    for document in found.values():  # by the day they could be known
        grouped.setdefault(pages[document.paper.id], []).append(document)
    numbers = {one: int(row.entry) for one, row in entries.items()}
    return [_versions(view, documents, numbers) for documents in grouped.values()]


_ENTRIES = "SELECT d.id, d.entry, j.body FROM documents d JOIN entries j ON j.n = d.entry WHERE d.id IN :ids"


def cases_of(view: View, events: Iterable[str]) -> dict[str, str]:
    """By event: the case it is in, or was in when it was last said."""
    return {event: one.case for event, one in view.last_links(events).items()}


def _versions(view: View, documents: list[KeptDocument], entries: dict[str, int]) -> list[Version]:
    made = []
    for place, document in enumerate(documents):
        later = documents[place + 1] if place + 1 < len(documents) else None
        then = _before(view, document, later, entries)
        made.append(Version(paper=document.paper, text=document.text, events=tuple(then.events_of(document.n))))
    return made


def _before(view: View, document: KeptDocument, later: KeptDocument | None, entries: dict[str, int]) -> View:
    """The view in which a version still stood: what it says is not said any more once a later one is known."""
    if later is None:
        return view
    if later.paper.known > document.paper.known:
        return View(view.connection, view.entry, document.paper.known)
    return View(view.connection, min(view.entry, entries[later.paper.id] - 1), view.known)
