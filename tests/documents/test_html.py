"""Web pages: the article whole, the furniture gone."""

from datetime import date
from typing import NamedTuple

import pytest

from transmittal.documents import read_bytes
from transmittal.documents.html import read_html
from transmittal.documents.html_meta import without_site
from transmittal.model import BlockKind, UnreadableDocument

ONE = "The ministry signed a contract for twelve patrol boats on Monday, its spokesman said in the capital."
TWO = "The boats are to be delivered within four years, and their crews are to be trained by the builder."
THREE = "No price was given. The last boats of this kind were bought ten years ago, for another service."
ARTICLE = f"<p>{ONE}</p><p>{TWO}</p><p>{THREE}</p>"
OTHER = "Neighbour buys 400 missiles for two billion, in a sale that was approved by its parliament today"


def texts(page: str) -> list[str]:
    return [line for _, line in read_html(page).blocks]


class Case(NamedTuple):
    name: str
    page: str


FURNITURE = [
    Case(
        "navigation and footer",
        f"<nav><ul><li>Home</li><li>{OTHER}</li></ul></nav><article>{ARTICLE}</article><footer><p>{OTHER}.</p></footer>",
    ),
    Case("a teaser card inside the article", f"<article>{ARTICLE}<article class=card><h4>x</h4><p>{OTHER}.</p></article></article>"),
    Case(
        "teaser cards beside the article",
        f"<article>{ARTICLE}</article><section class=related><article><p>{OTHER}.</p></article></section>",
    ),
    Case(
        "a related box between paragraphs",
        f"<div class=story><p>{ONE}</p><div class='inline-related'><p>{OTHER}.</p></div><p>{TWO}</p><p>{THREE}</p></div>",
    ),
    Case("comments", f"<main>{ARTICLE}<section id=comments><p>{OTHER}.</p><p>{OTHER}!</p></section></main>"),
    Case("a list of links", f"<main>{ARTICLE}<ul><li><a href=/1>{OTHER}</a></li><li><a href=/2>{OTHER}</a></li></ul></main>"),
    Case("what a heading announces", f"<div>{ARTICLE}<div><h3>Most read</h3><p>{OTHER}.</p></div></div>"),
    Case("a line that points elsewhere", f"<article><p>{ONE}</p><p>Read more: {OTHER}</p><p>{TWO}</p><p>{THREE}</p></article>"),
    Case("a paragraph that is one link", f"<article><p>{ONE}</p><p><a href=/1>{OTHER}</a></p><p>{TWO}</p><p>{THREE}</p></article>"),
    Case("a list right below such a heading", f"<article><h3>Breaking news</h3><ul><li>{OTHER}.</li></ul>{ARTICLE}</article>"),
    Case("everything after a closing heading", f"<div>{ARTICLE}<h3>You may also like</h3><p>{OTHER}.</p></div>"),
    Case("hidden text", f"<article>{ARTICLE}<div hidden><p>{OTHER}.</p></div><p style='display: none'>{OTHER}.</p></article>"),
    Case("a cookie wall", f"<div class='cookie-consent'><p>{OTHER}.</p></div><article>{ARTICLE}</article>"),
    Case("a newsletter form", f"<article>{ARTICLE}<form><p>{OTHER}.</p><input name=mail></form></article>"),
    Case("an aside", f"<article>{ARTICLE}<aside><p>{OTHER}.</p></aside></article>"),
    Case("a caption", f"<article><figure><img src=x><figcaption>{OTHER}.</figcaption></figure>{ARTICLE}</article>"),
    Case("scripts and styles", f"<article>{ARTICLE}<script>var x = '{OTHER}'</script><style>/* {OTHER} */</style></article>"),
    Case("previous and next", f"<article>{ARTICLE}<div class='post-nav prev-next'><a>Previous</a> <p>{OTHER}.</p></div></article>"),
    Case("a small page without any names", f"<div>{OTHER} | Home | News</div><div>{ARTICLE}</div><div><a href=/>{OTHER}</a></div>"),
    Case(
        "a furniture name on the whole article is no furniture",
        f"<div class='sidebar-left-layout share'><div>{ARTICLE}</div></div><footer>{OTHER}</footer>",
    ),
    Case("a form around the whole page", f"<form><div>{ARTICLE}</div></form><footer>{OTHER}</footer>"),
]


@pytest.mark.parametrize("case", FURNITURE, ids=lambda case: case.name)
def test_article_whole_and_furniture_gone(case: Case) -> None:
    found = texts(f"<html><body>{case.page}</body></html>")
    assert [line for line in found if line in (ONE, TWO, THREE)] == [ONE, TWO, THREE]
    assert not [line for line in found if "Neighbour" in line]


@pytest.mark.parametrize("name", ["article-body", "col-main", "body", "contract-body", "entry-content", "x17"])
def test_an_article_in_a_div_of_any_name(name: str) -> None:
    page = (
        f"<div id=top>Home News About</div><div class='{name}'><h1>Boats ordered</h1>{ARTICLE}</div><div class=foot>Imprint Privacy</div>"
    )
    assert texts(page) == ["Boats ordered", ONE, TWO, THREE]


def test_structure_is_kept_as_blocks() -> None:
    page = (
        f"<article><h1>Boats</h1><p>{ONE}</p><h2>Numbers</h2><ul><li>six large ones</li><li><p>six small ones</p></li></ul>"
        f"<table><tr><th>Year</th><th>Boats</th></tr><tr><td>2030</td><td>4</td></tr></table><p>{TWO}</p><p>a<br><br>b</p></article>"
    )
    assert [(kind.value, line) for kind, line in read_html(page).blocks] == [
        ("heading", "Boats"),
        ("paragraph", ONE),
        ("heading", "Numbers"),
        ("item", "six large ones"),
        ("item", "six small ones"),
        ("row", "Year | Boats"),
        ("row", "2030 | 4"),
        ("paragraph", TWO),
        ("paragraph", "a"),
        ("paragraph", "b"),
    ]


def test_a_table_that_only_arranges_the_page_is_no_table() -> None:
    page = f"<table><tr><td><a href=/>Home</a></td><td>{ARTICLE}{ARTICLE}</td></tr></table>"
    assert all(kind is BlockKind.PARAGRAPH for kind, _ in read_html(page).blocks)


def test_the_headline_comes_once_and_first() -> None:
    page = (
        f"<title>Boats ordered | Example Times</title><header><h1>Boats "
        f"ordered</h1></header><article><h1>Boats ordered</h1>{ARTICLE}</article>"
    )
    assert texts(page) == ["Boats ordered", ONE, TWO, THREE]


def test_the_standfirst_belongs_to_the_article() -> None:
    first = "Twelve boats for the coast guard, the largest order of its history"
    page = f"<article><header><h1>Boats ordered</h1><p class=lede>{first}</p></header><div class=article-body>{ARTICLE}</div></article>"
    assert texts(page) == ["Boats ordered", first, ONE, TWO, THREE]


def test_a_gazette_inside_pre_is_reflowed() -> None:
    page = (
        "<html><head><title>Federal Register, Volume 91 Issue 72</title></head><body><pre>\n"
        "[Federal Register Volume 91, Number 72 (Wednesday, April 15, 2026)]\n"
        "[Notices]\n\n\nSale of Boats\n\n    The department makes it known that boats are to be sold, and that those who\n"
        'want them should write to <a href="/x">[email&#160;protected]</a> before the end of the\n'
        "month of May.\n</pre><script>x</script></body></html>"
    )
    draft = read_html(page)
    assert draft.published == date(2026, 4, 15)
    assert draft.title == "Sale of Boats"
    assert [line for _, line in draft.blocks][-1].endswith("should write to [email protected] before the end of the month of May.")


META = [
    ("<meta property='article:published_time' content='2023-11-17T17:05:00-05:00'>", date(2023, 11, 17)),
    ('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-08-01"}</script>', date(2025, 8, 1)),
    ('<script type="application/ld+json">{"@graph":[{"@type":"WebPage","datePublished":"2026-01-30"}]}</script>', date(2026, 1, 30)),
    ('<script type="application/ld+json">[{"@type":"Thing"},{"@type":["Report"],"datePublished":"2024-05-06"}]</script>', date(2024, 5, 6)),
    ('<script type="application/ld+json">{broken</script><meta name="date" content="2022-09-02">', date(2022, 9, 2)),
    ('<meta itemprop="datePublished" content="Jan. 30, 2026">', date(2026, 1, 30)),
    ('<meta name="dcterms.date" content="2021-02-03">', date(2021, 2, 3)),
    ("<time datetime='2019-12-24'>Christmas</time>", date(2019, 12, 24)),
    ("<aside><time datetime='2019-12-24'>x</time></aside>", None),
    ("<p>March 4, 2020</p>", date(2020, 3, 4)),
    ("", None),
]


@pytest.mark.parametrize(("mark", "expected"), META)
def test_day_of_publication(mark: str, expected: date | None) -> None:
    head, body = (mark, "") if mark.startswith(("<meta", "<script")) else ("", mark)
    assert read_html(f"<html><head>{head}</head><body><main>{body}{ARTICLE}</main></body></html>").published == expected


def test_the_caller_knows_better_than_the_page() -> None:
    page = (
        f"<html lang='en-GB'><head><meta property='og:site_name' content='Example Times'><link "
        f"rel=canonical href='https://a.example/1'></head><p>{ONE}</p>"
    )
    own = next(read_bytes(page.encode(), source="x"))
    told = next(read_bytes(page.encode(), source="x", url="https://b.example/", published=date(2020, 1, 1)))
    assert (own.url, own.published, own.language, own.publisher) == ("https://a.example/1", None, "en", "Example Times")
    assert (told.url, told.published) == ("https://b.example/", date(2020, 1, 1))


TITLES = [
    ("Boats ordered | Example Times", None, "Boats ordered"),
    ("Boats ordered by the navy - Example Times", "Example Times", "Boats ordered by the navy"),
    (
        "Israel – AH-64E Apache Helicopters - United States Department of State",
        "United States Department of State",
        "Israel – AH-64E Apache Helicopters",
    ),
    ("Japan – Boats", None, "Japan – Boats"),
    ("Contracts for March 2, 2022 > Department > Contract", None, "Contracts for March 2, 2022"),
]


@pytest.mark.parametrize(("title", "publisher", "expected"), TITLES)
def test_a_title_without_the_name_of_the_site(title: str, publisher: str | None, expected: str) -> None:
    assert without_site(title, publisher) == expected


def test_a_page_without_text_says_so() -> None:
    with pytest.raises(UnreadableDocument) as caught:
        list(read_bytes(b"<html><body><script>draw()</script></body></html>", source="page.html"))
    assert caught.value.code == "no_text"


def test_a_processing_instruction_in_the_body_is_passed_over() -> None:
    assert texts(f"<article><?php echo 1 ?>{ARTICLE}</article>") == [ONE, TWO, THREE]
