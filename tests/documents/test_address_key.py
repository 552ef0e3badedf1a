"""Which addresses are the same page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transmittal.documents.address_key import address_key

PAGE = "https://example.org/news/2024/a"

SAME = [
    ("the scheme", "http://example.org/news/2024/a"),
    ("no scheme", "example.org/news/2024/a"),
    ("a relative scheme", "//example.org/news/2024/a"),
    ("a capital host", "HTTPS://Example.ORG/news/2024/a"),
    ("a final point in the host", "https://example.org./news/2024/a"),
    ("www", "https://www.example.org/news/2024/a"),
    ("the port of https", "https://example.org:443/news/2024/a"),
    ("the port of http", "http://example.org:80/news/2024/a"),
    ("an empty port", "https://example.org:/news/2024/a"),
    ("a user", "https://reader@example.org/news/2024/a"),
    ("a closing slash", "https://example.org/news/2024/a/"),
    ("a fragment", "https://example.org/news/2024/a#comments"),
    ("a campaign", "https://example.org/news/2024/a?utm_source=feed&UTM_Medium=rss"),
    ("a click", "https://example.org/news/2024/a?fbclid=abc&gclid=d"),
    ("an empty query", "https://example.org/news/2024/a?"),
    ("dots", "https://example.org/news/./2023/../2024/a"),
    ("needless escapes", "https://example.org/news/2024/%61"),
    ("a session", "https://example.org/news/2024/a;jsessionid=0A1B"),
    ("blanks around", "  https://example.org/news/2024/a\n"),
]


@pytest.mark.parametrize(("name", "url"), SAME, ids=[name for name, _ in SAME])
def test_same_page(name: str, url: str) -> None:
    assert address_key(url) == address_key(PAGE) == "example.org/news/2024/a", name


ALIKE = [
    ("the order of parameters", "https://a.org/x?b=2&a=1", "https://a.org/x?a=1&utm_id=3&b=2"),
    ("the root", "https://a.org", "http://www.a.org/"),
    ("a host in other letters", "https://bücher.example/ü", "https://xn--bcher-kva.example/%C3%BC"),
    ("escapes in two cases", "https://a.org/%e6%97%a5", "https://a.org/日"),
    ("blanks in a parameter", "https://a.org/?q=a%20b", "https://a.org/?q=a+b"),
    ("a parameter without value", "https://a.org/?print", "https://a.org/?print="),
]


@pytest.mark.parametrize(("name", "one", "other"), ALIKE, ids=[name for name, _, _ in ALIKE])
def test_alike(name: str, one: str, other: str) -> None:
    assert address_key(one) == address_key(other), name


OTHER = [
    ("another path", "https://a.org/x", "https://a.org/y"),
    ("capitals in a path", "https://a.org/X", "https://a.org/x"),
    ("a parameter that chooses the page", "https://a.org/x?id=1", "https://a.org/x?id=2"),
    ("a parameter that begins like a campaign", "https://a.org/x?utmost=1", "https://a.org/x"),
    ("another port", "https://a.org:8443/x", "https://a.org/x"),
    ("a page named behind #!", "https://a.org/#!/x", "https://a.org/#!/y"),
    ("an escaped slash", "https://a.org/x%2Fy", "https://a.org/x/y"),
    ("a part of the host", "https://news.a.org/x", "https://a.org/x"),
    ("a repeated parameter", "https://a.org/?id=1&id=2", "https://a.org/?id=1"),
    ("no address of the web", "urn:sha256:00", "https://a.org"),
]


@pytest.mark.parametrize(("name", "one", "other"), OTHER, ids=[name for name, _, _ in OTHER])
def test_other_pages(name: str, one: str, other: str) -> None:
    assert address_key(one) != address_key(other), name


@pytest.mark.parametrize("odd", ["", "http://", "http://[::1", "http://a.org:port/", "notice.txt", "urn:sha256:00", "mailto:a@b.org"])
def test_what_is_no_address_stays(odd: str) -> None:
    assert address_key(odd) == odd


@given(st.text(max_size=60) | st.from_regex(r"https?://[a-zA-Zü.\[\]:0-9]{1,20}/[^ ]{0,30}", fullmatch=True))
def test_a_key_is_its_own_key(url: str) -> None:
    """Whatever comes: no error, and nothing left to drop."""
    key = address_key(url)
    assert address_key(key) == key
