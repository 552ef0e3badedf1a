"""The journal, documents with their captures, events, statements, links and decisions, and the index of words.

Written out and not taken from `ledger.schema`: a revision must make the same tables in ten years.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

Kind = type[sa.types.TypeEngine[Any]] | sa.types.TypeEngine[Any]
# INTEGER is the one name by which SQLite knows a table's own number.
NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")
TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def _n(name: str = "n") -> sa.Column[int]:
    return sa.Column(name, NUMBER, primary_key=True, autoincrement=False)


def _required(name: str, kind: Kind = TEXT) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=False)


def _optional(name: str, kind: Kind = TEXT) -> sa.Column[Any]:
    return sa.Column(name, kind)


def _texts(*names: str) -> list[sa.Column[Any]]:
    return [_required(name) for name in names]


def upgrade() -> None:
    op.create_table("entries", _n(), *_texts("kind", "at", "author", "body", "digest", "marks", "chain"))
    op.create_table(
        "documents",
        _n(),
        _required("entry", sa.BigInteger),
        *_texts("id", "bytes_sha256", "kind", "tier", "known"),
        *[_optional(name) for name in ("published", "title", "url", "address", "publisher", "language")],
        *_texts("source", "text"),
    )
    op.create_index("documents_id", "documents", ["id"], unique=True)
    op.create_index("documents_bytes", "documents", ["bytes_sha256"])
    op.create_index("documents_address", "documents", ["address"])
    op.create_index("documents_entry", "documents", ["entry"])
    op.create_table(
        "sightings",
        _n(),
        _required("entry", sa.BigInteger),
        _required("document", sa.BigInteger),
        _optional("url"),
        _optional("published"),
        _required("bytes_sha256"),
        _optional("capture", sa.LargeBinary),
    )
    op.create_index("sightings_document", "sightings", ["document"])
    op.create_index("sightings_entry", "sightings", ["entry"])
    op.create_index("sightings_bytes", "sightings", ["bytes_sha256"])
    op.create_table("readings", _n("entry"), _required("document", sa.BigInteger), *_texts("reader", "layout", "unread"))
    op.create_index("readings_document", "readings", ["document"])
    op.create_table(
        "events",
        _n(),
        _required("entry", sa.BigInteger),
        _required("id"),
        _required("document", sa.BigInteger),
        _required("place", sa.Integer),
    )
    op.create_index("events_id", "events", ["id"])
    op.create_index("events_document", "events", ["document"])
    op.create_index("events_entry", "events", ["entry"])
    op.create_table(
        "statements",
        _n(),
        _required("entry", sa.BigInteger),
        _required("id"),
        _required("event", sa.BigInteger),
        *_texts("slot", "value"),
        _required("span_start", sa.Integer),
        _required("span_end", sa.Integer),
        _optional("valid_from"),
        _optional("valid_to"),
        _optional("supersedes", sa.BigInteger),
    )
    op.create_index("statements_event", "statements", ["event"])
    op.create_index("statements_entry", "statements", ["entry"])
    op.create_table("retirements", _n("event"), _n("entry"), _optional("known"), _optional("successor", sa.BigInteger))
    op.create_index("retirements_entry", "retirements", ["entry"])
    op.create_index("retirements_successor", "retirements", ["successor"])
    op.create_table(
        "keys", sa.Column("key", TEXT, primary_key=True), _n("event"), _required("entry", sa.BigInteger), sqlite_with_rowid=False
    )
    op.create_index("keys_event", "keys", ["event"])
    op.create_table(
        "links",
        _n(),
        _required("entry", sa.BigInteger),
        _required("event", sa.BigInteger),
        _required("case_id"),
        _required("score", sa.Float),
        *_texts("because", "decided_by"),
        _required("pinned", sa.Integer),
    )
    op.create_index("links_event", "links", ["event", "n"])
    op.create_index("links_case", "links", ["case_id", "n"])
    op.create_index("links_entry", "links", ["entry"])
    op.create_table("decisions", _n("entry"), *_texts("verb", "subject", "body", "reason"), _optional("undoes", sa.BigInteger))
    op.create_index("decisions_subject", "decisions", ["subject"])
    op.create_index("decisions_undoes", "decisions", ["undoes"])
    _words()


def _words() -> None:
    """The index of words: FTS5 without a copy of the text, or a tsvector."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute("CREATE VIRTUAL TABLE words USING fts5(title, text, content='', tokenize='unicode61 remove_diacritics 2')")
        return
    op.create_table("words", _n("document"), sa.Column("vector", sa.dialects.postgresql.TSVECTOR, nullable=False))
    op.create_index("words_vector", "words", ["vector"], postgresql_using="gin")
