"""When two addresses are the same page."""

import re
from contextlib import suppress
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urlsplit

# Parameters that tell who sent a visitor, and change no page. Names and owners as their documentation has them: Google Analytics (utm_*,
# _ga, _gl), Google Ads (gclid, gclsrc, dclid, gbraid, wbraid), Meta (fbclid, igshid), Microsoft (msclkid), X (twclid), TikTok (ttclid),
# LinkedIn (li_fat_id), Yandex (yclid), Mailchimp (mc_cid, mc_eid), HubSpot (_hsenc, _hsmi), Marketo (mkt_tok), Matomo (mtm_*, pk_*),
# Piano (xtor), Adobe (s_cid).
_TRACKING = frozenset(
    (
        *("_ga", "_gl", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "fbclid", "igshid", "msclkid", "twclid", "ttclid", "li_fat_id"),
        *("yclid", "mc_cid", "mc_eid", "_hsenc", "_hsmi", "mkt_tok", "xtor", "s_cid"),
    )
)
_TRACKING_BEGINNINGS = ("utm_", "mtm_", "pk_")
_PORTS = (None, 80, 443)
_WWW = re.compile(r"(?:www\.)+(?=.)")
_SESSION = re.compile(r";jsessionid=[^/;?]*", re.IGNORECASE)
_UNRESERVED = "!$&'()*+,-./:;=@_~"


def address_key(url: str) -> str:
    """One string for all ways to write the address of a page: "https://WWW.Example.org:443/a/?utm_source=x#top" is "example.org/a".

    Dropped are what opens the same page without it: scheme, user, "www.", default port, tracking parameters, session ids, closing slash and
    fragment (but not "#!…", by which old pages name what they show). Parameters are sorted. What is no http(s) address stays as it is.
    """
    written = url.strip()
    try:
        parts = urlsplit(written if "//" in written[:10] else f"//{written}" if _looks_bare(written) else written)
        port = parts.port
    except ValueError:
        return written
    if parts.scheme not in ("", "http", "https") or not parts.hostname:
        return written
    host = _host(parts.hostname) + (f":{port}" if port not in _PORTS else "")
    query = _query(parts)
    fragment = f"#{parts.fragment}" if parts.fragment.startswith("!") else ""
    return host + _path(parts.path) + (f"?{query}" if query else "") + fragment


def _looks_bare(written: str) -> bool:
    """A host without its scheme, "www.example.org/a": it has a point before the first slash, and no colon but that of a port."""
    return re.match(r"[\w-]+(?:\.[\w-]+)+\.?(?::\d{1,5})?(?:[/?#]|$)", written) is not None


def _host(name: str) -> str:
    """Lower-case, in the letters that the network uses."""
    name = name.lower().rstrip(".")
    if not name.isascii():
        with suppress(UnicodeError):  # a name that cannot be looked up still is a key
            name = name.encode("idna").decode()
    return name[found.end() :] if (found := _WWW.match(name)) else name


def _path(path: str) -> str:
    """Without dots and session, each character escaped in one way."""
    kept: list[str] = []
    for segment in _SESSION.sub("", path).split("/")[1:]:
        if segment == "..":
            del kept[-1:]
        elif segment != ".":
            # Apart, so that an escaped slash stays one.
            kept.append("%2F".join(quote(unquote(part), safe=_UNRESERVED) for part in re.split("%2[fF]", segment)))
    return "".join(f"/{segment}" for segment in kept).rstrip("/")


def _query(parts: SplitResult) -> str:
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    return urlencode(sorted(pair for pair in pairs if not _is_tracking(pair[0])))


def _is_tracking(name: str) -> bool:
    low = name.lower()
    return low in _TRACKING or low.startswith(_TRACKING_BEGINNINGS)
