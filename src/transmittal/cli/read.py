"""`transmittal read`."""

import argparse
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Self, cast

import msgspec

from transmittal.cli.progress import Progress
from transmittal.cli.sources import Wanted, expand, is_pipe, parse_day, read_manifest
from transmittal.cli.words import printable
from transmittal.model.errors import FetchRefused, KnownError, Misuse, UnreadableDocument
from transmittal.reading import Only, Reading, read, read_document

FORMATS = ("text", "table", "json", "jsonl", "csv")


class ReadOptions(msgspec.Struct, frozen=True, kw_only=True):
    """The call, checked."""

    words: tuple[str, ...]
    manifest: Path | None = None
    format: str = "text"
    published: date | None = None
    url: str | None = None
    only: Only | None = None
    explain: bool = False
    allow_private: bool = False
    quiet: bool = False

    @classmethod
    def parse(cls, call: argparse.Namespace) -> Self:
        """Raises Misuse naming the option that is wrong."""
        if call.format not in FORMATS:
            raise Misuse(f'"{call.format}" is not a format', "--format", f"choose {', '.join(FORMATS)}")
        if call.only not in (None, "news", "forms"):
            raise Misuse(f'"{call.only}" is not a kind of document', "--only", "choose news or forms")
        if not call.sources and call.manifest is None:
            raise Misuse("nothing to read", "transmittal read", "name a file, a directory, an address, - or --manifest")
        return cls(
            words=tuple(call.sources),
            manifest=Path(call.manifest) if call.manifest is not None else None,
            format=call.format,
            published=parse_day(call.published, "--published"),
            url=call.url,
            only=cast("Only | None", call.only),
            explain=call.explain,
            allow_private=call.allow_private,
            quiet=call.quiet,
        )


class Failure(msgspec.Struct, frozen=True):
    """A source that could not be read."""

    source: str
    error: KnownError


def run(options: ReadOptions) -> int:
    """Read all sources and print them in order. Returns the exit code: 0, or 2 when some source could not be read."""
    from transmittal.cli import output
    from transmittal.forms.fill import Fill

    _set_encoding(options.format)
    writer = output.writer(options.format, sys.stdout, explain=options.explain)
    failed, fill = 0, Fill()
    with Progress(quiet=options.quiet) as progress:
        for result in read_all(options):
            if isinstance(result, Failure):
                failed += 1
                progress.clear()
                print(f"transmittal: {printable(str(result.error))}", file=sys.stderr)
                writer.fail(result.source, result.error)
            else:
                writer.write(result)
                fill.add(result.layout, result.events)
            progress.tick()
    writer.close()
    for lapse in fill.lapses():
        print(f"transmittal: {lapse}", file=sys.stderr)
    return 2 if failed else 0


def _set_encoding(format: str) -> None:
    """Machines get UTF-8 whatever the terminal speaks; people get "?" for what theirs does not."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)  # absent when a test has put something else there
    if reconfigure is not None and format in ("text", "table"):
        reconfigure(errors="replace")
    elif reconfigure is not None:
        reconfigure(encoding="utf-8", errors="strict")


def read_all(options: ReadOptions) -> Iterator[Reading | Failure]:
    """Every reading, each failure in its place."""
    for one in expand(options.words, options.published, options.url):
        yield from _read_one(one, options)
    if options.manifest is not None:
        for one in read_manifest(options.manifest):
            yield from _read_one(one, options)


def _read_one(wanted: Wanted, options: ReadOptions) -> Iterator[Reading | Failure]:
    if wanted.error is not None:
        yield Failure(wanted.shown, wanted.error)
        return
    inside: list[UnreadableDocument] = []
    readings = _readings(wanted, options, inside.append)
    while True:
        try:
            reading = next(readings, None)
        except (UnreadableDocument, FetchRefused) as error:
            failure: KnownError | None = error
        except RecursionError:
            failure = UnreadableDocument("nested too deeply to be read", wanted.shown, "save the article as plain text", code="too_deep")
        except Exception as error:  # noqa: BLE001  the edge of one document: a fault of ours costs this one, and the next is read
            what = f"the reader failed ({type(error).__name__}: {error})"
            failure = UnreadableDocument(what, wanted.shown, "please report it, with the document", code="internal")
        else:
            failure = None
        yield from (Failure(error.where, error) for error in inside)
        inside.clear()
        if failure is not None:
            yield Failure(wanted.shown, failure)
        if failure is not None or reading is None:
            return
        yield reading


def _readings(wanted: Wanted, options: ReadOptions, on_error: Callable[[UnreadableDocument], None]) -> Iterator[Reading]:
    if wanted.source != "-" and not is_pipe(wanted.source):
        day, url, private = wanted.published, wanted.url, options.allow_private
        yield from read(wanted.source, published=day, url=url, only=options.only, allow_private=private, on_error=on_error)
        return
    from transmittal import documents

    data = sys.stdin.buffer.read() if wanted.source == "-" else Path(wanted.source).read_bytes()
    for document in documents.read_bytes(data, source=wanted.source, url=wanted.url, published=wanted.published, on_error=on_error):
        yield read_document(document, only=options.only)
