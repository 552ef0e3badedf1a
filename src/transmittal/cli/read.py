"""`transmittal read`."""

import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Self, TextIO, cast

import msgspec

from transmittal.cli.sources import Wanted, expand, parse_day, read_manifest
from transmittal.model.errors import FetchRefused, KnownError, Misuse, UnreadableDocument
from transmittal.reading import Only, Reading, read, read_document

FORMATS = ("text", "json", "jsonl", "table", "csv")
# Sources from which on progress is shown on a terminal.
LONG_WORK = 20


class ReadOptions(msgspec.Struct, frozen=True, kw_only=True):
    """The call, checked."""

    words: list[str]
    manifest: Path | None
    format: str
    published: date | None
    url: str | None
    only: Only | None
    explain: bool
    allow_private: bool
    quiet: bool

    @classmethod
    def parse(
        cls,
        words: list[str],
        manifest: Path | None,
        *,
        format: str,  # noqa: A002
        published: str | None,
        url: str | None,
        only: str | None,
        explain: bool,
        allow_private: bool,
        quiet: bool,
    ) -> Self:
        """Raises Misuse naming the option that is wrong."""
        if format not in FORMATS:
            raise Misuse(f'"{format}" is not a format', "--format", f"choose {', '.join(FORMATS)}")
        if only not in (None, "news", "forms"):
            raise Misuse(f'"{only}" is not a kind of document', "--only", "choose news or forms")
        if not words and manifest is None:
            raise Misuse("nothing to read", "transmittal read", "name a file, a directory, an address, - or --manifest")
        return cls(
            words=words,
            manifest=manifest,
            format=format,
            published=parse_day(published, "--published"),
            url=url,
            only=cast("Only | None", only),
            explain=explain,
            allow_private=allow_private,
            quiet=quiet,
        )


class Failure(msgspec.Struct, frozen=True):
    """A source that could not be read."""

    source: str
    error: KnownError


def run(options: ReadOptions) -> int:
    """Read all sources and print them in order. Returns the exit code: 0, or 2 when some source could not be read."""
    from transmittal.cli import output

    writer = output.writer(options.format, sys.stdout, explain=options.explain)
    failed = 0
    with _progress(options) as tick:
        for result in read_all(options):
            if isinstance(result, Failure):
                failed += 1
                print(f"transmittal: {result.error}", file=sys.stderr)
                writer.fail(result.source, result.error)
            else:
                writer.write(result)
            tick()
    writer.close()
    return 2 if failed else 0


def read_all(options: ReadOptions) -> Iterator[Reading | Failure]:
    """Every reading, each failure in its place."""
    wanted = expand(options.words, options.published, options.url)
    for one in wanted:
        yield from _read_one(one, options)
    if options.manifest is not None:
        for one in read_manifest(options.manifest):
            yield from _read_one(one, options)


def _read_one(wanted: Wanted, options: ReadOptions) -> Iterator[Reading | Failure]:
    if wanted.error is not None:
        yield Failure(wanted.shown, wanted.error)
        return
    inside: list[UnreadableDocument] = []
    try:
        for reading in _readings(wanted, options, inside.append):
            yield reading
            yield from _drain(inside)
        yield from _drain(inside)
    except (UnreadableDocument, FetchRefused) as error:
        yield from _drain(inside)
        yield Failure(wanted.shown, error)
    except RecursionError:
        yield Failure(wanted.shown, UnreadableDocument("nested too deeply to be read", wanted.shown, "save the article as plain text", code="too_deep"))


def _drain(errors: list[UnreadableDocument]) -> Iterator[Failure]:
    while errors:
        error = errors.pop(0)
        yield Failure(error.where, error)


def _readings(wanted: Wanted, options: ReadOptions, on_error: Callable[[UnreadableDocument], None]) -> Iterator[Reading]:
    if wanted.source != "-":
        yield from read(
            wanted.source, published=wanted.published, url=wanted.url, only=options.only, allow_private=options.allow_private, on_error=on_error
        )
        return
    from transmittal import documents

    data = sys.stdin.buffer.read()
    for document in documents.read_bytes(data, source="-", url=wanted.url, published=wanted.published, on_error=on_error):
        yield read_document(document, only=options.only)


class _progress:  # noqa: N801  # a context manager read as a word
    """A counter on standard error, when it is a terminal and the work is long."""

    def __init__(self, options: ReadOptions, stream: TextIO = sys.stderr) -> None:
        self.stream, self.count = stream, 0
        self.shown = not options.quiet and stream.isatty()

    def __enter__(self) -> Callable[[], None]:
        return self._tick

    def _tick(self) -> None:
        self.count += 1
        if self.shown and self.count >= LONG_WORK and self.count % 10 == 0:
            self.stream.write(f"\r{self.count} documents read")
            self.stream.flush()

    def __exit__(self, *_: object) -> None:
        if self.shown and self.count >= LONG_WORK:
            self.stream.write("\r" + " " * 40 + "\r")
