"""`transmittal`: the commands, and how errors end."""

import sys
from pathlib import Path
from typing import Annotated

import click
import typer

from transmittal import __version__
from transmittal.model.errors import KnownError

app = typer.Typer(
    help="Reads public documents on arms procurements and says what each reports, with the words it stands on.",
    no_args_is_help=True,
    add_completion=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def _root() -> None:
    pass


@app.command("read")
def _read(
    sources: Annotated[
        list[str] | None, typer.Argument(help="Files, directories, globs, http(s) addresses, or - for standard input.", show_default=False)
    ] = None,
    manifest: Annotated[
        Path | None,
        typer.Option(help='Read the documents listed in a JSON Lines file, each line {"path": …, "published": …, "url": …}.', show_default=False),
    ] = None,
    format: Annotated[str, typer.Option("--format", "-f", help="text, json, jsonl, table or csv.")] = "text",  # noqa: A002
    published: Annotated[str | None, typer.Option(help="The day the document was published, YYYY-MM-DD, when it does not say.", show_default=False)] = None,
    url: Annotated[str | None, typer.Option(help="The address the document came from, when it does not say.", show_default=False)] = None,
    only: Annotated[str | None, typer.Option(help="news: running text only; forms: official layouts only.", show_default=False)] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Show for each slot which finder or rule filled it.")] = False,
    allow_private: Annotated[bool, typer.Option("--allow-private", help="Fetch from private and local addresses too.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress on standard error.")] = False,
) -> None:
    """Read documents and print the procurement events they report.

    Exit code 0: all were read; 2: some could not be read (each is named on standard error); 1: the call itself was wrong.
    """
    from transmittal.cli.read import ReadOptions, run

    options = ReadOptions.parse(
        sources or [], manifest, format=format, published=published, url=url, only=only, explain=explain, allow_private=allow_private, quiet=quiet
    )
    raise typer.Exit(run(options))


@app.command("version")
def _version() -> None:
    """Print the version of the reader."""
    typer.echo(__version__)


def main() -> None:
    """The console script. Misuse ends with 1 and one line, never with a traceback."""
    try:
        code = app(standalone_mode=False)
    except click.UsageError as error:
        hint = f"; see `{error.ctx.command_path} --help`" if error.ctx is not None else ""
        code = _complain(f"{error.format_message()}{hint}", 1)
    except KnownError as error:
        code = _complain(str(error), error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        code = _complain("interrupted", 130)
    except BrokenPipeError:
        sys.stderr.close()
        code = 0
    sys.exit(code if isinstance(code, int) else 0)


def _complain(message: str, code: int) -> int:
    print(f"transmittal: {message}", file=sys.stderr)
    return code
