"""One publication as an API's JSON object: title-, body- and date-like keys."""

from collections.abc import Iterator
from typing import Any

import msgspec

from transmittal.documents.canonical import one_line
from transmittal.documents.dates import parse_day
from transmittal.documents.draft import Draft
from transmittal.documents.html import read_html
from transmittal.documents.language import language_code
from transmittal.documents.limits import MAX_ENTRIES
from transmittal.documents.plain import read_plain
from transmittal.model import BlockKind, UnreadableDocument

_TITLES = ("title", "headline", "subject", "name")
_BODIES = (
    "body",
    "content",
    "text",
    "article_body",
    "articlebody",
    "body_html",
    "full_text",
    "description_html",
    "description",
    "summary",
    "abstract",
    "excerpt",
)
_DAYS = (
    "published",
    "date_published",
    "datepublished",
    "published_at",
    "publication_date",
    "published_date",
    "release_date",
    "date",
    "pubdate",
    "created_at",
    "date_gmt",
)
_ADDRESSES = ("url", "link", "html_url", "canonical_url", "permalink", "external_url")
_LISTS = ("items", "results", "entries", "articles", "posts", "documents", "data", "releases")
_PUBLISHERS = ("publisher", "site_name", "source", "agency", "organization")


def read_json(text: str, source: str) -> Iterator[Draft]:
    """A draft per object that has a body or a title: the document itself, the objects of a list, or of a list one key below."""
    try:
        found = msgspec.json.decode(text.lstrip("\ufeff").strip())
    except (msgspec.DecodeError, RecursionError) as error:
        raise UnreadableDocument(f"not readable as JSON ({error})"[:160], source, "", "broken") from error
    drafts = [draft for node in _objects(found) if (draft := _draft(node)) is not None]
    if not drafts:
        raise UnreadableDocument(
            "the JSON holds no object with a title and a body", source, f"keys looked for: {', '.join(_BODIES[:4])}, …", "no_text"
        )
    yield from drafts


def _objects(found: Any) -> list[dict[str, Any]]:
    if isinstance(found, dict):
        for key in _LISTS:
            listed = found.get(key)
            if isinstance(listed, list) and any(isinstance(node, dict) for node in listed):
                found = listed
                break
    nodes = found if isinstance(found, list) else [found]
    return [{str(key).lower(): value for key, value in node.items()} for node in nodes[:MAX_ENTRIES] if isinstance(node, dict)]


def _draft(node: dict[str, Any]) -> Draft | None:
    body, title = _first(node, _BODIES), one_line(_first(node, _TITLES)) or None
    if not body:
        return None
    page = read_html(f"<div class='article-body'>{body}</div>") if "</" in body or "<br" in body or "<p>" in body else read_plain(body)
    blocks = [block for block in page.blocks if block[1] != title]
    day = _first(node, _DAYS)
    return Draft(
        blocks=[(BlockKind.HEADING, title), *blocks] if title else blocks,
        media_type="application/json",
        title=title or page.title,
        published=(parse_day(day) if day else None) or page.published,
        language=language_code(_first(node, ("language", "lang", "inlanguage"))),
        publisher=one_line(_first(node, _PUBLISHERS)) or None,
        url=next((value for key in _ADDRESSES if (value := _text(node.get(key))).startswith("http")), None),
    )


def _first(node: dict[str, Any], keys: tuple[str, ...]) -> str:
    return next((text for key in keys if (text := _text(node.get(key)))), "")


def _text(value: Any) -> str:
    """A string, or what common APIs wrap it in."""
    if isinstance(value, dict):
        value = next((value[key] for key in ("rendered", "html", "value", "text", "name") if isinstance(value.get(key), str)), "")
    return value.strip() if isinstance(value, str) else ""
