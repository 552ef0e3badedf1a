"""What a web page says about itself: title, day, language, publisher, address."""

import re
from datetime import date
from typing import Any

import msgspec
from selectolax.lexbor import LexborHTMLParser

from transmittal.documents.dates import parse_day
from transmittal.documents.jsonld import Facts, read_jsonld
from transmittal.documents.language import language_code

_DATE_KEYS_TEXT = """
    article:published_time og:article:published_time datepublished published_time publication_date publishdate pubdate dcterms.date
    dcterms.issued dcterms.created dc.date dc.date.issued dc.date.created citation_publication_date sailthru.date parsely-pub-date
    date article.published release_date
"""
_DATE_KEYS = tuple(_DATE_KEYS_TEXT.split())
_SITE_BREAK = re.compile(r"\s{1,3}(?:[|»·•>]|[-–—])\s{1,3}")
_SPACES = re.compile(r"\s+")


class PageFacts(msgspec.Struct, frozen=True, kw_only=True):
    title: str | None
    published: date | None
    language: str | None
    publisher: str | None
    url: str | None


def read_page_facts(tree: LexborHTMLParser) -> PageFacts:
    """Metadata first, then marks in the page; the visible dateline is the caller's to look for."""
    meta = _meta(tree)
    facts = read_jsonld([node.text(deep=True) for node in tree.css('script[type="application/ld+json"]')[:20]])
    root = tree.root
    publisher = meta.get("og:site_name") or facts.publisher or meta.get("dc.publisher") or meta.get("dcterms.publisher")
    language = language_code(root.attributes.get("lang") or root.attributes.get("xml:lang")) if root is not None else None
    return PageFacts(
        title=_title(tree, meta, facts, publisher),
        published=_published(tree, meta, facts),
        language=language or language_code(facts.language) or language_code(meta.get("content-language")),
        publisher=publisher,
        url=_canonical(tree, meta),
    )


def _meta(tree: LexborHTMLParser) -> dict[str, str]:
    """Lower-case name, property, itemprop or http-equiv to content; the first of each counts."""
    found: dict[str, str] = {}
    for node in tree.css("meta[content]")[:400]:
        attributes = node.attributes
        content = (attributes.get("content") or "").strip()
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = attributes.get(key)
            if name and content:
                found.setdefault(name.strip().lower(), content)
    return found


def _published(tree: LexborHTMLParser, meta: dict[str, str], facts: Facts) -> date | None:
    values = [meta[key] for key in _DATE_KEYS[:2] if key in meta]
    if facts.published:
        values.append(facts.published)
    values.extend(meta[key] for key in _DATE_KEYS[2:] if key in meta)
    for node in tree.css('[itemprop="datePublished"],time[pubdate],time[datetime]')[:12]:
        if not _in_furniture(node):
            values.append(node.attributes.get("datetime") or node.attributes.get("content") or node.text(deep=True))
    for node in tree.css('[class*="publish-date"],[class*="publish_date"],[class*="published-date"]')[:4]:  # last: a class is no promise
        if not _in_furniture(node) and len(text := _flat(node.text(deep=True))) <= 60:
            values.append(text)
    return next((day for value in values if (day := parse_day(value))), None)


def _in_furniture(node: Any) -> bool:
    for _ in range(12):
        node = node.parent
        if node is None or node.tag in ("body", "main"):
            return False
        if node.tag in ("aside", "footer", "nav", "li"):
            return True
    return False


def _title(tree: LexborHTMLParser, meta: dict[str, str], facts: Facts, publisher: str | None) -> str | None:
    element = tree.css_first("title")
    page_title = _flat(element.text(deep=True)) if element is not None else ""
    headings = [text for node in tree.css("h1")[:8] if (text := _flat(node.text(deep=True)))]
    shared = _flat(meta.get("og:title") or "")
    headline = _flat(facts.headline or "")
    others = [text.casefold() for text in (page_title, shared, headline) if text]
    for heading in headings:
        # A page may have an h1 for its logo: the headline is the one that other places repeat.
        if heading.casefold() != (publisher or "").casefold() and (
            len(headings) == 1 or any(heading.casefold() in other or other in heading.casefold() for other in others)
        ):
            return heading
    return headline or without_site(shared, publisher) or without_site(page_title, publisher) or (headings[0] if headings else None) or None


def without_site(title: str, publisher: str | None) -> str:
    """A page title without the name of the site behind its last dash or bar."""
    cuts = list(_SITE_BREAK.finditer(title))
    if publisher and title.casefold().endswith(publisher.casefold()) and cuts:
        return title[: cuts[-1].start()]
    bars = [cut for cut in cuts if cut[0].strip() in "|»>"]
    if bars and bars[0].start() >= 12:
        return title[: bars[0].start()]
    if cuts and cuts[-1].start() >= 20 and len(title) - cuts[-1].end() <= 30 and cuts[-1].start() > len(title) - cuts[-1].end():
        return title[: cuts[-1].start()]
    return title


def _canonical(tree: LexborHTMLParser, meta: dict[str, str]) -> str | None:
    node = tree.css_first('link[rel="canonical"]')
    address = (node.attributes.get("href") if node is not None else None) or meta.get("og:url")
    return address if address and address.startswith(("http://", "https://")) else None


def _flat(text: str) -> str:
    return _SPACES.sub(" ", text).strip()
