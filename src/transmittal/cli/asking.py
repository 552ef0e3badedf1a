"""What every question to a casebook may name: which book, and as of when on which clock."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import msgspec

from transmittal.cli.sources import parse_day
from transmittal.model.errors import Misuse

if TYPE_CHECKING:
    from transmittal.ledger import Casebook
    from transmittal.ledger.view import View


def add_book(parser: argparse.ArgumentParser) -> None:
    """--book, for every command that needs a casebook."""
    parser.add_argument("--book", metavar="BOOK", help="a path or postgresql://… (default: $TRANSMITTAL_BOOK, else your data directory)")


def add_clocks(parser: argparse.ArgumentParser, *, on: bool = True) -> None:
    """--book and the three clocks. on: whether the command asks about a day in the world."""
    add_book(parser)
    if on:
        parser.add_argument("--on", metavar="DAY", help="the world on this day, YYYY-MM-DD (default: today)")
    parser.add_argument("--known-at", metavar="DAY", help="only what was published by this day")
    parser.add_argument("--recorded-at", metavar="TIME", help="only what this casebook held then, YYYY-MM-DD or YYYY-MM-DDTHH:MM:SS (UTC)")
    parser.add_argument("--snapshot", metavar="NAME", help="the casebook as it was when this snapshot was named")


class Question(msgspec.Struct, frozen=True):
    """A view of a casebook, and the day in the world that is asked about."""

    view: "View"
    on: date


@contextmanager
def opened(call: argparse.Namespace, *, create: bool = False) -> "Iterator[Casebook]":
    """The casebook that the call names."""
    from transmittal.ledger import open_casebook
    from transmittal.ledger.connect import default_address

    with open_casebook(call.book or default_address(), create=create) as book:
        yield book


@contextmanager
def asked(call: argparse.Namespace) -> "Iterator[Question]":
    """The view that the call's clocks name. Raises Misuse naming the option that is wrong.

    A snapshot fixes every clock that the call does not: its answer never depends on today.
    """
    on = parse_day(getattr(call, "on", None), "--on")
    known, recorded = parse_day(call.known_at, "--known-at"), _parse_instant(call.recorded_at)
    with opened(call) as book:
        if call.snapshot is None:
            with book.view(recorded=recorded, known=known) as view:
                yield Question(view, on or datetime.now(UTC).date())
            return
        if recorded is not None:
            raise Misuse("a snapshot has its own", "--recorded-at", "leave out one of the two")
        with book.view() as view:
            snapshot = view.snapshot(call.snapshot)
        with book.view(entry=snapshot.entry, known=known or snapshot.known) as view:
            yield Question(view, on or snapshot.on)


def _parse_instant(printed: str | None) -> datetime | None:
    """An instant in UTC; a day alone stands for its end."""
    if printed is None:
        return None
    try:
        instant = datetime.fromisoformat(printed)
    except ValueError:
        raise Misuse(f'"{printed}" is not a time', "--recorded-at", "write it as 2023-11-17 or 2023-11-17T09:30:00") from None
    if "T" not in printed and " " not in printed:
        instant = instant.replace(hour=23, minute=59, second=59, microsecond=999_999)
    return instant if instant.tzinfo else instant.replace(tzinfo=UTC)
