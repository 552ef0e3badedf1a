"""Which systems are one family, and which of an event's items it is about."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from transmittal import catalogue
from transmittal.cases.linking.weights import rules
from transmittal.model import Item

_NOT_WORD = re.compile(r"[^0-9a-z]+")


def squash(text: str) -> str:
    """Lower case, letters and figures only: "AGM-84L" and "agm 84 l" are one."""
    return _NOT_WORD.sub("", text.lower()) or text.lower()


def system_key(item: Item) -> str:
    """The system's catalogue id, or "~" with its designation when the catalogue does not know it."""
    return item.system.id or "~" + squash(item.system.designation)


@lru_cache(maxsize=8192)
def family(system: str) -> str:
    """The broadest entry above a system ("pac-3-mse" is of "patriot"); itself when it has none."""
    seen = {system}
    while (above := _above(system)) is not None and above not in seen:
        seen.add(above)
        system = above
    return system


def _above(system: str) -> str | None:
    try:
        return catalogue.system(system).family
    except KeyError:
        return None


@cache
def related() -> frozenset[tuple[str, str]]:
    """Pairs of families bought as one thing, both ways."""
    pairs = {(family(a), family(b)) for a, b in (entry.systems for entry in rules().related)}
    return frozenset(pairs | {(b, a) for a, b in pairs})


@lru_cache(maxsize=8192)
def _rank(system: str) -> int:
    """0 for what purchases are about, 1 for what is bought alone or goes with it, 2 for parts. An unknown system can be anything: 1."""
    try:
        kind = str(catalogue.system(system).kind)
    except KeyError:
        return 1
    leading = rules().leading
    return 0 if kind in leading.kinds else 1 if kind in leading.next else 2


def is_large(system: str) -> bool:
    """Aircraft, ships and vehicles, which are built to order; the catalogue knows it as one."""
    return _rank(system) == 0


def leads(items: Sequence[Item]) -> frozenset[str]:
    """The systems that an event is about: the first named, and all of the highest rank named."""
    if not items:
        return frozenset()
    keys = [system_key(item) for item in items]
    best = min(_rank(key) for key in keys)
    first = keys[0]
    return frozenset({key for key in keys if _rank(key) == best} | {first})


@lru_cache(maxsize=8192)
def _variants(system: str) -> dict[str, tuple[str, bool]]:
    """Every printed form of the system's variants, squashed: the variant, and whether it is a model (a letter of its own, F-35B)."""
    try:
        entry = catalogue.system(system)
    except KeyError:
        return {}
    forms: dict[str, tuple[str, bool]] = {}
    for variant in entry.variants:
        for form in (variant.name, *variant.names, *variant.designations):
            forms[squash(form)] = (variant.id, bool(variant.designations))
    return forms


@lru_cache(maxsize=8192)
def _names(system: str) -> frozenset[str]:
    """The system's own names, squashed; none of a system that the catalogue does not know."""
    try:
        entry = catalogue.system(system)
    except KeyError:
        return frozenset()
    return frozenset(squash(name) for name in (entry.id, entry.name, *(name for many in entry.names.values() for name in many)))


def _variant(system: str, key: str) -> tuple[str | None, bool]:
    """A printed form as a variant. What begins some of them stands for itself ("M1A1", of "M1A1 SA"); what begins most is the system."""
    forms = _variants(system)
    if key in forms:
        return forms[key]
    if key in _names(system):
        return None, False
    begun = sum(form.startswith(key) for form in forms)
    return (key, False) if 0 < begun * 2 <= len(forms) else (None, False)


@lru_cache(maxsize=16384)
def model_and_version(system: str, designation: str, variant: str | None) -> tuple[str | None, str | None]:
    """What an item says beyond its system: its model ("f-35b") and its version ("block-iv").

    None when it says nothing, or something that the catalogue does not know: two unknown spellings are no difference.
    """
    model = version = None
    for text in (designation, variant or ""):
        name, is_model = _variant(system, squash(text)) if text else (None, False)
        if is_model:
            model = model or name
        else:
            version = version or name
    return model, version
