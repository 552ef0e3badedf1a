"""What a layout is, and the registry that finds them.

Each module of this package that holds a `LAYOUT` is one official layout: `sniff(document) -> bool` looks at the head of the text only,
`parse(document) -> Parsed` reads it strictly. Adding a layout is adding a module; no list is edited.
"""

from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

import msgspec

from transmittal.model import Document, DocumentKind, Event, Unread


class Layout(msgspec.Struct, frozen=True, kw_only=True):
    """One official layout.

    id:     the module's name; never changes once published.
    seen:   what it was learnt from, and where the notes are.
    signs:  groups of phrases in small letters. A document of the layout holds one of each group, in whatever letters; sniff, which is
            dearer, is asked only then.
    expect: slot -> least share of a run's events in which it is filled; below it, `fill` says that the page may have changed.
    """

    id: str
    title: str
    kind: DocumentKind
    seen: str
    signs: tuple[tuple[str, ...], ...] = ()
    expect: Mapping[str, float] = {}


class Parsed(msgspec.Struct, frozen=True, kw_only=True):
    """What a layout gave: events in order, and the fields nobody used or ignored by name."""

    events: tuple[Event, ...]
    unread: tuple[Unread, ...] = ()


class Form(msgspec.Struct, frozen=True):
    """A layout with its two functions."""

    layout: Layout
    sniff: Callable[[Document], bool]
    parse: Callable[[Document], Parsed]


@cache
def forms() -> tuple[Form, ...]:
    """Every layout of the package, by id."""
    package = import_module("transmittal.forms")
    modules = (import_module(f"{package.__name__}.{m.name}") for m in iter_modules(package.__path__) if not m.ispkg)
    return tuple(sorted((_form(m) for m in modules if hasattr(m, "LAYOUT")), key=lambda f: f.layout.id))


def _form(module: ModuleType) -> Form:
    return Form(module.LAYOUT, module.sniff, module.parse)


def find_form(document: Document) -> Form | None:
    """The layout the document is set in; None for running text."""
    small = document.text.lower()
    return next((form for form in forms() if _shows(form.layout.signs, small) and form.sniff(document)), None)


def _shows(signs: tuple[tuple[str, ...], ...], small: str) -> bool:
    return all(any(sign in small for sign in group) for group in signs)
