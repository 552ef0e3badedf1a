"""Statements at rest: append-only, with three clocks; SQLite by default, PostgreSQL by URL.

    from transmittal.ledger import open_casebook
    with open_casebook("book.db") as book, book.writing("transmittal/0.1.0") as writer:
        writer.record(reading)

Valid is when something holds in the world; published, when the public could know it; recorded, when this casebook learnt it.
"""

from transmittal.ledger.book import Casebook, open_casebook

__all__ = ["Casebook", "open_casebook"]
