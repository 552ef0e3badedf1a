"""The packed catalogue, decoded on first use. No YAML is read here, except in a checkout whose data are newer than the pack."""

import logging
from functools import cache
from importlib.util import find_spec
from os import scandir
from pathlib import Path
from typing import TypeVar

import msgspec

from transmittal.catalogue.entries import Buyer, Channel, Maker, Office, System
from transmittal.catalogue.meaning import SCHEMA, Packed
from transmittal.model import KnownError

T = TypeVar("T")

HERE = Path(__file__).parent
DATA = HERE / "data"
PACKED = HERE / "packed.msgpack"
_HINT = "run `python -m transmittal.catalogue.pack` in a checkout, or install the package again"
_log = logging.getLogger(__name__)


class _Head(msgspec.Struct):
    schema: int


class _Sections(msgspec.Struct):
    """The entries of a pack, each kind decoded when asked for; of the printed forms and their meanings, nothing."""

    systems: msgspec.Raw
    makers: msgspec.Raw
    countries: msgspec.Raw
    organisations: msgspec.Raw
    channels: msgspec.Raw
    offices: msgspec.Raw


@cache
def packed() -> Packed:
    """The whole pack. Raises KnownError when it is missing or was written by another version."""
    return decode(_raw())


@cache
def _sections() -> _Sections:
    return _checked(_raw(), _Sections)


@cache
def _raw() -> bytes:
    _pack_if_stale()
    try:
        return PACKED.read_bytes()
    except FileNotFoundError:
        raise KnownError("the packed catalogue is missing", str(PACKED), _HINT) from None


def decode(raw: bytes) -> Packed:
    """Read a pack. Raises KnownError when it is of another schema or damaged."""
    return _checked(raw, Packed)


def _checked(raw: bytes, kind: type[T]) -> T:
    try:
        schema = msgspec.msgpack.decode(raw, type=_Head).schema
        if schema != SCHEMA:
            raise KnownError(f"the packed catalogue has schema {schema}, this version reads {SCHEMA}", str(PACKED), _HINT)
        return msgspec.msgpack.decode(raw, type=kind)
    except msgspec.DecodeError as error:
        raise KnownError(f"the packed catalogue is damaged ({error})", str(PACKED), _HINT) from error


@cache
def systems() -> dict[str, System]:
    return {entry.id: entry for entry in msgspec.msgpack.decode(_sections().systems, type=list[System])}


@cache
def makers() -> dict[str, Maker]:
    return {entry.id: entry for entry in msgspec.msgpack.decode(_sections().makers, type=list[Maker])}


@cache
def countries() -> dict[str, Buyer]:
    return {entry.id: entry for entry in msgspec.msgpack.decode(_sections().countries, type=list[Buyer])}


@cache
def organisations() -> dict[str, Buyer]:
    return {entry.id: entry for entry in msgspec.msgpack.decode(_sections().organisations, type=list[Buyer])}


@cache
def channels() -> dict[str, Channel]:
    return {entry.id: entry for entry in msgspec.msgpack.decode(_sections().channels, type=list[Channel])}


@cache
def offices() -> dict[str, Office]:
    return {entry.id: entry for entry in msgspec.msgpack.decode(_sections().offices, type=list[Office])}


def _pack_if_stale() -> None:
    """In a checkout, follow the data. An installed package has no data folder and returns at once."""
    if not DATA.is_dir() or not _is_stale() or find_spec("yaml") is None or find_spec("babel") is None:
        return
    from transmittal.catalogue.pack import pack

    if faults := pack(lenient=True):
        _log.warning("catalogue.faults: %d in data/, first %s; all: python -m transmittal.catalogue.pack", len(faults), faults[0])


def _is_stale() -> bool:
    if not PACKED.exists():
        return True
    packed_at = PACKED.stat().st_mtime
    folders = (HERE, DATA, *(path for path in DATA.iterdir() if path.is_dir()))
    return any(_changed_since(folder, packed_at) for folder in folders)


def _changed_since(folder: Path, moment: float) -> bool:
    """Whether a file of the folder is newer, or, for data, the folder itself: a deleted file changes only that."""
    if folder != HERE and folder.stat().st_mtime > moment:
        return True
    with scandir(folder) as entries:
        return any(entry.stat().st_mtime > moment for entry in entries if entry.name.endswith((".py", ".yml")))
