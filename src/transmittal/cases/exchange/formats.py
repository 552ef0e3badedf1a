"""The formats that cases are exported in, by name: the front door for a command line or a page."""

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any, BinaryIO, TextIO, cast

import msgspec

from transmittal.model import CaseFile, Misuse

TextOf = Callable[[str], str | None]


class Format(msgspec.Struct, frozen=True, kw_only=True):
    """One format. is_binary: its stream takes bytes, else text in UTF-8 opened with newline="". wants_texts: it can use canonical texts."""

    name: str
    title: str
    suffix: str
    media_type: str
    module: str
    function: str = "write"
    is_binary: bool = False
    wants_texts: bool = False


FORMATS = {
    made.name: made
    for made in (
        Format(name="csv", title="one row an event", suffix=".csv", media_type="text/csv; charset=utf-8; header=present", module="comma"),
        Format(
            name="jsonl", title="one case a line, complete", suffix=".jsonl", media_type="application/x-ndjson", module="jsonl",
            wants_texts=True,
        ),
        Format(
            name="parquet", title="one row an event, with types", suffix=".parquet", media_type="application/vnd.apache.parquet",
            module="parquet", is_binary=True,
        ),
        Format(name="ftm", title="FollowTheMoney entities", suffix=".ftm.jsonl", media_type="application/json+ftm", module="ftm"),
        Format(name="sipri", title="a register, one row a deal", suffix=".csv", media_type="text/csv; charset=utf-8", module="sipri"),
        Format(
            name="sipri-deliveries", title="a register, one row a deal and year", suffix=".csv", media_type="text/csv; charset=utf-8",
            module="sipri", function="write_deliveries",
        ),
        Format(
            name="annotations", title="W3C Web Annotations, one a line", suffix=".annotations.jsonl", media_type="application/x-ndjson",
            module="annotations", wants_texts=True,
        ),
    )
}  # fmt: skip


def export(name: str, cases: Iterable[CaseFile], stream: TextIO | BinaryIO, text_of: TextOf | None = None) -> None:
    """Write cases in a format of FORMATS. text_of: document id → canonical text, for the formats that can use it.

    raises: Misuse for an unknown format and for a missing extra.
    """
    if name not in FORMATS:
        raise Misuse(f'"{name}" is not a format of export', "--format", f"choose {', '.join(FORMATS)}")
    made = FORMATS[name]
    write = cast(Callable[..., None], getattr(import_module(f"{__package__}.{made.module}"), made.function))
    more: tuple[Any, ...] = (text_of or _no_text,) if made.wants_texts else ()
    write(cases, stream, *more)


def _no_text(_document: str) -> None:
    return None
