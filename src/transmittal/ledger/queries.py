"""What a view asks the database. Written once for both: :entry and :known are the bounds of the view that asks."""

from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlalchemy import TextClause

# An event that is said at the moment asked about, by a document known by the day asked about.
SAID = """
    e.entry <= :entry AND (:known IS NULL OR d.known <= :known)
    AND NOT EXISTS (SELECT 1 FROM retirements r WHERE r.event = e.n AND r.entry <= :entry
                    AND (r.known IS NULL OR :known IS NULL OR r.known <= :known))
"""
# A link that no later one replaces.
LATEST = "NOT EXISTS (SELECT 1 FROM links l2 WHERE l2.event = l.event AND l2.n > l.n AND l2.entry <= :entry)"

OF_LINKS = f"""
FROM links l JOIN events e ON e.n = l.event JOIN documents d ON d.n = e.document WHERE l.entry <= :entry AND {LATEST} AND {SAID}
"""

EVENTS = f"""
SELECT e.n, e.id, e.entry, e.place, d.id AS document, d.kind, d.tier, d.known, d.published, d.title, d.url, d.publisher, d.language,
       d.source, j.at, r.reader
FROM events e JOIN documents d ON d.n = e.document JOIN entries j ON j.n = e.entry JOIN readings r ON r.entry = e.entry
WHERE e.n IN :events AND {SAID}
"""
STATEMENTS = """
SELECT s.event, s.n, s.entry, s.slot, s.value, s.supersedes FROM statements s
WHERE s.event IN :events AND s.entry <= :entry ORDER BY s.n
"""
LINKS = f"""
SELECT e.id AS event, e.n AS number, l.case_id, l.score, l.because, l.decided_by, l.entry, l.pinned {OF_LINKS}
"""
# Events under some of the keys, with how many.
SHARING = "SELECT k.event, count(*) AS shared FROM keys k WHERE k.key IN :keys AND k.entry <= :entry GROUP BY k.event"
# The events are given by number in both, for PostgreSQL to see that they are few. The last row of an event has its case.
NEAR = f"""
SELECT e.n, d.known, l.case_id
FROM events e JOIN documents d ON d.n = e.document LEFT JOIN links l ON l.event = e.n AND l.entry <= :entry
WHERE e.n IN :events AND {SAID} ORDER BY l.n
"""
BLOCK = f"""
SELECT e.n FROM events e JOIN documents d ON d.n = e.document WHERE e.n IN (
    SELECT n FROM events WHERE n IN :events UNION
    SELECT l.event FROM links l WHERE l.case_id IN (SELECT lk.case_id FROM links lk WHERE lk.event IN :events AND lk.entry <= :entry)
) AND {SAID}
"""
# Ids of cases that may be meant, without duplicates, and of those the ones that hold an event now. The first such event settles it; as an
# EXISTS, PostgreSQL would join all links of the book to find a few cases.
ANY_CASE = "SELECT DISTINCT case_id FROM links"
UNDER_KEYS = "SELECT DISTINCT lk.case_id FROM keys k JOIN links lk ON lk.event = k.event WHERE k.key IN :keys{} AND k.entry <= :entry"
OF_DOCUMENTS = "SELECT DISTINCT ld.case_id FROM events ed JOIN links ld ON ld.event = ed.n WHERE ed.document IN :documents"
CASES = f"SELECT c.case_id FROM ({{}}) c WHERE (SELECT l.n {OF_LINKS} AND l.case_id = c.case_id LIMIT 1) IS NOT NULL ORDER BY c.case_id"
DOCUMENTS = """
SELECT d.*, r.layout, r.reader, r.unread, j.at FROM documents d
JOIN readings r ON r.document = d.n JOIN entries j ON j.n = d.entry
"""
BEGINNING = """
SELECT n FROM documents WHERE id >= :first AND id < :last
UNION SELECT n FROM documents WHERE bytes_sha256 >= :first AND bytes_sha256 < :last
"""
LAST_READING = "AND r.entry = (SELECT max(r2.entry) FROM readings r2 WHERE r2.document = d.n AND r2.entry <= :entry)"


@lru_cache(maxsize=256)
def clause(query: str, lists: tuple[str, ...]) -> "TextClause":
    """The query, with names that stand for a list each. Read once: that takes as long as a small answer."""
    from sqlalchemy import String, bindparam, text

    parameters: list[Any] = [bindparam(name, expanding=True) for name in lists]
    typed = [bindparam("known", type_=String)] if ":known" in query else []
    return text(query).bindparams(*parameters, *typed)


def beginning(start: str) -> dict[str, str]:
    """From where to where ids begin so; nowhere, when no id can. Ids sort by code point in both databases, and "g" follows "f"."""
    low = start.lower()
    return {"first": low, "last": low + "g"} if low and not set(low) - set("0123456789abcdef") else {"first": "", "last": ""}
