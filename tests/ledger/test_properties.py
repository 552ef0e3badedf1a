"""Whatever comes, in whatever order: twice is once, and yesterday's answers stay."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest
from answers import answers
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from papers import AT, LINE, add, entry_of, event, numbered, reading, said
from server import Server

from transmittal.ledger import Casebook, open_casebook
from transmittal.ledger.chain import TABLES
from transmittal.ledger.verify import verify
from transmittal.model import Stage
from transmittal.reading import Reading

PAGE = "https://page.example/"


def _pool() -> list[Reading]:
    """Readings that meet each other in every way: other documents, other readers, other bytes, editions of a page."""
    plain = numbered(3)
    newer = [msgspec.structs.replace(one, reader="reader/2", events=one.events[:1]) for one in plain]
    again = msgspec.structs.replace(plain[0], reader="reader/3", events=(event(plain[0].document.text, LINE, stage=Stage.PLAN),))
    days = [{"published": date(2024, 1, 20 + n % 2), "captured": AT + timedelta(n)} for n in range(3)]
    page = [reading(f"{LINE}\nThe page as it was, or will be.{' More.' * n}", url=PAGE, **day) for n, day in enumerate(days)]  # type: ignore[arg-type]
    return [*plain, *newer, again, *page, reading(sha256="f" * 64), reading(url=PAGE + "other"), reading("Nothing of interest.", ())]


POOL = _pool()
ORDERS = st.lists(st.sampled_from(range(len(POOL))), min_size=1, max_size=8)
# A run begins a casebook for each example; thirty each keep the suite short.
FEW = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


class Places:
    """Empty casebooks, as many at once as a test needs, for one example after the other."""

    def __init__(self, server: Server | None, template: str) -> None:
        self._server, self._template = server, template
        self._free: list[str] = []

    @contextmanager
    def book(self) -> Iterator[Casebook]:
        with tempfile.TemporaryDirectory() as folder:
            if self._server is None:
                address = str(shutil.copy(self._template, Path(folder) / "book.db"))
            else:  # a database is emptied sooner than made
                address = self._free.pop() if self._free else self._server.database(self._template)
            with open_casebook(address) as book:
                yield book
                if self._server is not None:
                    with book.engine.begin() as connection:
                        connection.exec_driver_sql(f"TRUNCATE {', '.join(('entries', 'words', *TABLES))}")
                    self._free.append(address)


@pytest.fixture
def places(database: str, request: pytest.FixtureRequest) -> Places:
    """Where casebooks can be begun."""
    if database == "sqlite":
        return Places(None, str(request.getfixturevalue("migrated_file")))
    return Places(request.getfixturevalue("postgresql"), request.getfixturevalue("migrated"))


@FEW
@given(ORDERS)
def test_recording_twice_records_once(places: Places, order: list[int]) -> None:
    """Each reading twice in a row, in one transaction or two, leaves the casebook that once leaves."""
    with places.book() as once, places.book() as twice:
        for at, place in enumerate(order):
            add(once, POOL[place])
            add(twice, *[POOL[place]] * (1 + at % 2))
            add(twice, POOL[place])
        assert verify(once) == verify(twice)
        assert verify(once).is_sound
        with once.view() as one, twice.view() as other:
            assert answers(one) == answers(other)


@FEW
@given(ORDERS)
def test_a_later_record_changes_no_earlier_answer(places: Places, order: list[int]) -> None:
    days = (None, date(2024, 1, 20), date(2026, 3, 2))
    with places.book() as book:
        told: dict[int, list[bytes]] = {}
        for place in order:
            add(book, POOL[place])
            told.setdefault(entry_of(book), _asked(book, entry_of(book), days))
        for entry, before in told.items():
            assert _asked(book, entry, days) == before


def _asked(book: Casebook, entry: int, days: tuple[date | None, ...]) -> list[bytes]:
    got = []
    for day in days:
        with book.view(entry=entry, known=day) as view:
            got.append(answers(view))
    return got


@FEW
@given(st.permutations(range(3)), st.integers(0, 2))
def test_documents_that_have_nothing_to_do_with_each_other_come_in_any_order(places: Places, order: list[int], cut: int) -> None:
    """Their events, ids and days are the same; in one transaction or in two."""
    with places.book() as book:
        add(book, *[POOL[place] for place in order[:cut]])
        add(book, *[POOL[place] for place in order[cut:]])
        told = {(kept.id, kept.paper.known, kept.order) for kept in said(book)}
    with places.book() as book:
        add(book, *POOL[:3])
        assert {(kept.id, kept.paper.known, kept.order) for kept in said(book)} == told
