"""Pages nested so deeply that building their tree would take quadratic time."""

import re

_DEEPEST = 600  # elements; real pages stay under 100
_SLICE = 4_096  # characters looked at in one step of the estimate
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})[^<>]{0,2000}>?")
_NEVER_NEST_TEXT = """
    area base br col embed hr img input link meta param source track wbr p li dt dd option tr td th
"""
_NEVER_NEST = frozenset(_NEVER_NEST_TEXT.split())
# What is never closed reaches to the end, so that each character is looked at once.
_SILENT = re.compile(r"<(script|style)\b[^<>]{0,2000}>.*?(?:</\1\s{0,8}>|\Z)|<!--.*?(?:-->|\Z)", re.IGNORECASE | re.DOTALL)
_MARKUP = re.compile(r"<[!/a-zA-Z][^<>]{0,20000}>")
_BREAKS = re.compile(r"<(?:/?(?:p|div|li|tr|table|section|article|h[1-6]|blockquote|ul|ol|pre)|br)\b[^<>]{0,2000}>", re.IGNORECASE)


def flatten_if_deep(page: str) -> str:
    """The page itself, or, when its elements nest deeper than any real page, only its paragraphs."""
    if not _may_be_deep(page):
        return page
    silent = _SILENT.sub("", page)  # scripts hold markup in strings
    if not _is_deep(silent):
        return page
    text = _MARKUP.sub("", _BREAKS.sub("\n", silent))
    return "".join(f"<p>{line.strip()}</p>" for line in text.split("\n") if line.strip())


def _may_be_deep(page: str) -> bool:
    """A cheap upper estimate: start tags less end tags, slice by slice, void elements counted as if they stayed open."""
    depth = 0
    for at in range(0, len(page), _SLICE):
        ends = page.count("</", at, at + _SLICE)
        starts = page.count("<", at, at + _SLICE) - ends
        if depth + starts > _DEEPEST:
            return True
        depth = max(0, depth + starts - ends)
    return False


def _is_deep(page: str) -> bool:
    depth = 0
    for match in _TAG.finditer(page):
        if match[2].lower() in _NEVER_NEST:
            continue
        depth = max(0, depth - 1) if match[1] else depth + 1
        if depth > _DEEPEST:
            return True
    return False
