"""What marks a stretch of a web page as furniture: element names, class words, and lines that stand alone."""

import re
from functools import lru_cache

_DROPPED_TAGS_TEXT = """
    script style noscript template svg math canvas iframe object embed button select option input textarea dialog video audio map menu
    head meta link base title datalist frameset frame applet progress meter picture img track source area param
"""
DROPPED_TAGS = frozenset(_DROPPED_TAGS_TEXT.split())

# Each word counts only as a whole part of a class or id name ("share-bar", "shareBar", "share"), never inside another word.
_WORDS = (
    # the frame of the site
    "nav|navs|navbar|navigation|subnav|topnav|mainnav|menu|menus|submenu|breadcrumbs?|crumbs?|sidebars?|sidecol|rail|offcanvas|masthead|"
    "siteheader|sitefooter|topbar|footers?|foot|footerlinks|skip|skiplink|pagination|pager|paging|pagenav|postnav|prevnext|"
    # talk
    "comments?|commentlist|commentform|disqus|respond|replies|livefyre|discussion|"
    # sending on
    "share|sharing|sharebar|sharethis|addthis|socials?|socialmedia|sociallinks|follow|followus|addtoany|"
    # other pages
    "related|relatedposts|recommended|recommendations?|readmore|mostread|mostpopular|popular|trending|outbrain|taboola|teasers?|"
    "promos?|promotion|promobox|morestories|morenews|seealso|readnext|upnext|zergnet|carousel|"
    # selling
    "newsletters?|subscribe|subscription|signup|sponsor|sponsored|adverts?|advertisement|advertising|ads?|adsense|"
    "adslot|adbox|banners?|dfp|gpt|cookies?|cookiebar|gdpr|consent|paywall|donate|donation|affiliate|"
    # about the page
    "tags|taglist|tagcloud|posttags|keywords|topics|bylines?|authorbox|authorbio|bio|postmeta|entrymeta|articlemeta|copyright|"
    "toolbar|tools|toolbox|modal|popup|popover|lightbox|tooltip|overlay|login|register|searchform|widgets?|ratings?|"
    "poll|timestamp|credits?|kicker|hidden|visuallyhidden|screenreader|sronly|noprint|nocontent|"
    "captions?|wpcaption|mediacaption|slideshow|gallery|videoplayer|player"
)
_FURNITURE = re.compile(rf"(?<![a-z])(?:{_WORDS})(?![a-z])")
_PAIRED = re.compile(
    r"(?<![a-z])(?:(?:most|more|also|next|up|read|recent|other|further|similar|top|editors?|latest)[-_ ]{1,2}"
    r"(?:read|viewed|popular|shared|stories|story|news|posts?|articles?|next|picks?|from|in|on|links|reading|like|releases)|"
    r"(?:author|post|entry|article|story)[-_]{1,2}(?:bio|box|meta|info|tags?|footer|nav|navigation|share|sharing|tools|actions|date|author)|"
    r"(?:site|page|global|main)[-_]{1,2}(?:header|footer|head|foot|banner|nav)|(?:col|column|right|left)[-_]{1,2}(?:side|rail|sidebar)|"
    r"(?:sr|screen[-_]reader|visually)[-_](?:only|text|hidden)|sign[-_]up|log[-_]in|read[-_]more|see[-_]also|skip[-_](?:to|link)|"
    r"tag[-_](?:list|cloud)|prev[-_](?:next|post)|next[-_]prev(?:ious)?)(?![a-z])"
)
_ARTICLE = re.compile(
    r"(?<![a-z])(?:(?:article|story|entry|post|news|content|main|release)[-_]{0,2}(?:body|content|text|copy|main)|articlebody|"
    r"contract[-_]body|body[-_](?:content|copy|text)|storytext|rich[-_]?text|td-post-content|field-name-body|col-main|wp-block-classic)(?![a-z])"
)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_ROLES_TEXT = """
    navigation banner contentinfo complementary search menu menubar dialog alertdialog toolbar tablist
"""
_ROLES = frozenset(_ROLES_TEXT.split())
_HIDDEN_STYLE = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.IGNORECASE)


@lru_cache(maxsize=16_384)
def furniture_name(names: str) -> bool:
    """Whether class and id names, joined by spaces, speak of furniture."""
    if len(names) > 1000:
        names = names[:1000]
    spread = _CAMEL.sub("-", names).lower()
    return _FURNITURE.search(spread) is not None or _PAIRED.search(spread) is not None


_LEAD = re.compile(
    r"(?<![a-z])(?:standfirst|sub-?title|sub-?head(?:line|ing)?|dek|deck|lede|lead|summary|intro|chapeau|vorspann|teaser-?text|strapline|"
    r"description|excerpt)(?![a-z])"
)


@lru_cache(maxsize=16_384)
def lead_name(names: str) -> bool:
    """Whether class and id names say that this is the article's standfirst."""
    return _LEAD.search(_CAMEL.sub("-", names[:1000]).lower()) is not None


@lru_cache(maxsize=16_384)
def hint_name(names: str) -> int:
    """2 when class and id names say that this is the article's own text."""
    return 2 if _ARTICLE.search(_CAMEL.sub("-", names[:1000]).lower()) else 0


def furniture_role(attributes: dict[str, str | None]) -> bool:
    """Hidden elements and landmarks that are not the article."""
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    if (role := attributes.get("role")) and role in _ROLES:
        return True
    style = attributes.get("style")
    return bool(style) and _HIDDEN_STYLE.search(style or "") is not None
