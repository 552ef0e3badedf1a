"""Texts that both databases can hold: PostgreSQL has no NUL, and neither takes half of a surrogate pair."""

import re
from typing import Any, TypeVar

import msgspec

from transmittal.model import Document
from transmittal.reading import Reading

T = TypeVar("T")

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def storable(value: T) -> T:
    """The same with U+FFFD for each such character, in lists and dicts as well; texts stay as long as they were, so that spans hold."""
    made: Any = value
    if isinstance(value, str):
        made = _UNSTORABLE.sub("\ufffd", value) if _is_strange(value) else value
    elif isinstance(value, dict):
        made = {storable(key): storable(inner) for key, inner in value.items()}
    elif isinstance(value, list | tuple):
        made = type(value)(storable(inner) for inner in value)
    return made  # type: ignore[no-any-return]


def storable_reading(reading: Reading) -> Reading:
    """The reading as it can be kept; itself in all but very rare cases."""
    document = reading.document
    names = {name: storable(getattr(document, name)) for name in _NAMES if _is_strange(getattr(document, name) or "")}
    if not names:
        return reading
    if "text" not in names:
        return msgspec.structs.replace(reading, document=msgspec.structs.replace(document, **names))
    capture = document.capture
    plain = storable(msgspec.to_builtins(msgspec.structs.replace(reading, document=msgspec.structs.replace(document, capture=None))))
    made = msgspec.convert(plain, Reading)
    return msgspec.structs.replace(made, document=msgspec.structs.replace(made.document, capture=capture))


_NAMES = tuple(name for name in Document.__struct_fields__ if name in {"text", "title", "url", "publisher", "language", "source"})


def _is_strange(text: str) -> bool:
    return "\x00" in text or not (text.isascii() or _UNSTORABLE.search(text) is None)
