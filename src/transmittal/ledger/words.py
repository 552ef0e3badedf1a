"""The index of words: what is indexed and how it is asked."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from transmittal.ledger.bulk import insert_by

if TYPE_CHECKING:
    from sqlalchemy import Connection

# Scripts that put no space between words: each character is indexed as a word, and asked for as a phrase of them.
_SPACELESS = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_WORD = re.compile(r"[^\W_]+", re.UNICODE)
# PostgreSQL refuses a tsvector of over 1 MB; a text longer than this is indexed up to here.
_MAX_CHARACTERS = 400_000


def searchable(text: str) -> str:
    """The text as it is indexed."""
    return _SPACELESS.sub(lambda found: f" {found[0]} ", text[:_MAX_CHARACTERS])


def phrases(asked: str) -> list[str]:
    """What was asked for, as phrases that must all occur: words, "quoted phrases", runs of a script without spaces."""
    found = []
    for quoted, plain in re.findall(r'"([^"]+)"|(\S+)', asked):
        words = _WORD.findall(searchable(quoted or plain).replace("_", " "))
        if words:
            found.append(" ".join(words))
    return found


def index(connection: "Connection", documents: Iterable[tuple[int, str | None, str]]) -> None:
    """Make documents' words findable. documents: number, title and text of each."""
    rows = [(n, searchable(title or ""), searchable(text)) for n, title, text in documents]
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        insert_by(connection, "INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)", rows)
        return
    vector = "setweight(to_tsvector('simple', %s), 'A') || setweight(to_tsvector('simple', %s), 'B')"
    insert_by(connection, f"INSERT INTO words (document, vector) VALUES (%s, {vector})", rows)


def find(connection: "Connection", asked: str, *, limit: int, before_entry: int) -> list[int]:
    """Numbers of the documents that hold all phrases, the best first."""
    from sqlalchemy import text as sql

    wanted = phrases(asked)
    if not wanted:
        return []
    if connection.dialect.name == "sqlite":
        query = (
            "SELECT words.rowid FROM words JOIN documents ON documents.n = words.rowid "
            "WHERE words MATCH :asked AND documents.entry <= :entry ORDER BY rank LIMIT :limit"
        )
        asked = " AND ".join(f'"{phrase}"' for phrase in wanted)
    else:
        query = (
            "SELECT document FROM words JOIN documents ON documents.n = words.document, "
            "to_tsquery('simple', :asked) q WHERE vector @@ q AND documents.entry <= :entry "
            "ORDER BY ts_rank(vector, q) DESC, document LIMIT :limit"
        )
        asked = " & ".join(" <-> ".join(phrase.split()) for phrase in wanted)
    return list(connection.execute(sql(query), {"asked": asked, "limit": limit, "entry": before_entry}).scalars())
