"""The tables. Every row is appended once and never changed or deleted (docs/decisions/0007-statements-are-append-only.md).

Days and instants are ISO 8601 text in both databases: they sort as they should and hash the same. Row numbers are given by the
writer, so that a random text key orders no table.
"""

import sqlalchemy
from sqlalchemy import BigInteger, Column, Float, Index, Integer, LargeBinary, MetaData, Table

from transmittal.ledger.chain import TABLES

# Sorted by code point in both, whatever the language of the server: the order of answers and of hashed rows is the same.
Text = sqlalchemy.Text().with_variant(sqlalchemy.Text(collation="C"), "postgresql")

# SQLite keeps a table in the order of its number, without an index beside it, when the number is called INTEGER and nothing else.
Number = BigInteger().with_variant(Integer, "sqlite")

tables = MetaData()

# The journal: one entry a thing that was recorded. digest: of its rows in the other tables; marks: a few digits of each, which tell the
# row that does not fit; chain: of the entry and the chain before it.
entries = Table(
    "entries",
    tables,
    Column("n", Number, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),  # reading, sighting, links, decision, snapshot
    Column("at", Text, nullable=False),
    Column("author", Text, nullable=False),  # a program with its version, or a person
    Column("body", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("marks", Text, nullable=False),
    Column("chain", Text, nullable=False),
)

documents = Table(
    "documents",
    tables,
    Column("n", Number, primary_key=True, autoincrement=False),
    Column("entry", BigInteger, nullable=False),
    Column("id", Text, nullable=False),
    Column("bytes_sha256", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("tier", Text, nullable=False),
    Column("known", Text, nullable=False),
    Column("published", Text),
    Column("title", Text),
    Column("url", Text),
    Column("address", Text),  # the url as one page has it however it is written
    Column("publisher", Text),
    Column("language", Text),
    Column("source", Text, nullable=False),
    Column("text", Text, nullable=False),
    Index("documents_id", "id", unique=True),
    Index("documents_bytes", "bytes_sha256"),
    Index("documents_address", "address"),
    Index("documents_entry", "entry"),
)

# Where and when a document's text was met, and the bytes it came in, as one gzipped WARC record.
sightings = Table(
    "sightings",
    tables,
    Column("n", Number, primary_key=True, autoincrement=False),
    Column("entry", BigInteger, nullable=False),
    Column("document", BigInteger, nullable=False),
    Column("url", Text),
    Column("published", Text),
    Column("bytes_sha256", Text, nullable=False),
    Column("capture", LargeBinary),
    Index("sightings_document", "document"),
    Index("sightings_entry", "entry"),
    Index("sightings_bytes", "bytes_sha256"),
)

readings = Table(
    "readings",
    tables,
    Column("entry", Number, primary_key=True, autoincrement=False),
    Column("document", BigInteger, nullable=False),
    Column("reader", Text, nullable=False),
    Column("layout", Text, nullable=False),
    Column("unread", Text, nullable=False),
    Index("readings_document", "document"),
)

events = Table(
    "events",
    tables,
    Column("n", Number, primary_key=True, autoincrement=False),
    Column("entry", BigInteger, nullable=False),
    Column("id", Text, nullable=False),
    Column("document", BigInteger, nullable=False),
    Column("place", Integer, nullable=False),
    Index("events_id", "id"),
    Index("events_document", "document"),
    Index("events_entry", "entry"),
)

statements = Table(
    "statements",
    tables,
    Column("n", Number, primary_key=True, autoincrement=False),
    Column("entry", BigInteger, nullable=False),
    Column("id", Text, nullable=False),
    Column("event", BigInteger, nullable=False),
    Column("slot", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("span_start", Integer, nullable=False),
    Column("span_end", Integer, nullable=False),
    Column("valid_from", Text),
    Column("valid_to", Text),
    Column("supersedes", BigInteger),
    Index("statements_event", "event"),
    Index("statements_entry", "entry"),
)

# An event that a newer reading, or a newer version of its page, no longer says. known: the day the newer version could be known;
# None when only the reader changed, which the world never saw. An event can be retired by both, one after the other.
retirements = Table(
    "retirements",
    tables,
    Column("event", Number, primary_key=True, autoincrement=False),
    Column("entry", Number, primary_key=True, autoincrement=False),
    Column("known", Text),
    Column("successor", BigInteger),
    Index("retirements_entry", "entry"),
    Index("retirements_successor", "successor"),
)

# What an event is found by: its parties and systems, and what leads to the events it may belong with (cases.linking.keys).
keys = Table(
    "keys",
    tables,
    Column("key", Text, primary_key=True),
    Column("event", Number, primary_key=True, autoincrement=False),
    Column("entry", BigInteger, nullable=False),
    Index("keys_event", "event"),
    sqlite_with_rowid=False,
)

links = Table(
    "links",
    tables,
    Column("n", Number, primary_key=True, autoincrement=False),
    Column("entry", BigInteger, nullable=False),
    Column("event", BigInteger, nullable=False),
    Column("case_id", Text, nullable=False),
    Column("score", Float, nullable=False),
    Column("because", Text, nullable=False),
    Column("decided_by", Text, nullable=False),
    Column("pinned", Integer, nullable=False),
    Index("links_event", "event", "n"),
    Index("links_case", "case_id", "n"),
    Index("links_entry", "entry"),
)

decisions = Table(
    "decisions",
    tables,
    Column("entry", Number, primary_key=True, autoincrement=False),
    Column("verb", Text, nullable=False),
    Column("subject", Text, nullable=False),  # a case or an event
    Column("body", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("undoes", BigInteger),
    Index("decisions_subject", "subject"),
    Index("decisions_undoes", "undoes"),
)

# The tables that the journal vouches for, in the order in which an entry's rows are hashed.
HASHED = tuple(tables.tables[name] for name in TABLES)
