"""Whether a layout still gives what it gave: a publisher that changed the page is noticed in one run."""

from collections import Counter
from collections.abc import Iterable, Iterator

from transmittal.forms.layout import forms
from transmittal.model import Event

# Fewer events than this show nothing about a layout.
MIN_EVENTS = 20


class Fill:
    """Counts, over a run, the events of each layout and the slots that are filled in them."""

    def __init__(self) -> None:
        self._expected = {form.layout.id: form.layout.expect for form in forms()}
        self._events: Counter[str] = Counter()
        self._filled: Counter[tuple[str, str]] = Counter()

    def add(self, layout: str, events: Iterable[Event]) -> None:
        """One document's events; a text in sentences promises nothing and is not counted."""
        slots = self._expected.get(layout)
        if not slots:
            return
        for event in events:
            self._events[layout] += 1
            self._filled.update((layout, slot) for slot in slots if getattr(event, slot))

    def lapses(self) -> Iterator[str]:
        """What is filled less often than the layout expects, a sentence each."""
        for layout, total in sorted(self._events.items()):
            for slot, share in self._expected[layout].items():
                filled = self._filled[layout, slot]
                if total >= MIN_EVENTS and filled < share * total:
                    yield (
                        f"{layout}: {slot} filled in {filled} of {total} events, expected in {share:.0%}; "
                        "the publisher may have changed the page: please report it, with a document"
                    )
