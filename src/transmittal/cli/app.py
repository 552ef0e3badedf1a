"""`transmittal`: the commands, and how errors end.

argparse and not a framework: two commands need none, it starts twice as fast, and every message of misuse is ours (docs/dependencies.md).
"""

import argparse
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from transmittal import __version__
from transmittal.cli.words import printable
from transmittal.model.errors import KnownError, Misuse

_ABOUT = "Reads public documents on arms procurements and says what each reports, with the words it stands on."
_EXITS = "Exit code 0: all were read; 2: some could not be read (each is named on standard error); 1: the call itself was wrong."


class _Parser(argparse.ArgumentParser):
    """An argument parser whose complaints are errors of ours: one line and exit code 1."""

    def error(self, message: str) -> NoReturn:
        raise Misuse(message, self.prog, f"see `{self.prog} --help`")


def _parser() -> _Parser:
    parser = _Parser(prog="transmittal", description=_ABOUT, allow_abbrev=False)
    parser.add_argument("--version", action="version", version=__version__, help="print the version of the reader, and stop")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    _add_read(commands)
    return parser


def _add_read(commands: "argparse._SubParsersAction[_Parser]") -> None:
    about = "read documents and print the procurement events they report"
    read = commands.add_parser("read", help=about, description=f"{about[0].upper()}{about[1:]}.", epilog=_EXITS, allow_abbrev=False)
    add = read.add_argument
    add("sources", nargs="*", metavar="SOURCE", help="file, directory, glob, http(s) address, or - for standard input")
    add("-f", "--format", default="text", metavar="FORMAT", help="text (default), table, json, jsonl or csv")
    add("--manifest", metavar="LIST", help='read the documents of a JSON Lines file, each line {"path": …, "published": …, "url": …}')
    add("--published", metavar="DAY", help="the day of publication, YYYY-MM-DD, where the document does not say")
    add("--url", metavar="URL", help="the address it came from, where the document does not say")
    add("--only", metavar="KIND", help="news: running text only; forms: official layouts only")
    add("--explain", action="store_true", help="show which rule filled each slot")
    add("--allow-private", action="store_true", help="fetch from private and local addresses too")
    add("-q", "--quiet", action="store_true", help="no progress on standard error")


def main(words: Sequence[str] | None = None) -> NoReturn:
    """The console script. Misuse ends with 1 and one line, a closed pipe silently, nothing with a traceback."""
    try:
        code = _run(sys.argv[1:] if words is None else words)
        sys.stdout.flush()
    except KnownError as error:
        code = _complain(str(error), error.exit_code)
    except KeyboardInterrupt:
        code = _complain("interrupted", 130)
    except BrokenPipeError:
        # Whoever read our output has had enough. The interpreter's own last flush must not complain of it either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except OSError as error:
        code = _complain(f"standard output: cannot be written ({error.strerror})", 1)
    sys.exit(code)


def _run(words: Sequence[str]) -> int:
    parser = _parser()
    call = parser.parse_args(words)
    if call.command is None:
        parser.print_help()
        return 1
    from transmittal.cli.read import ReadOptions, run

    return run(ReadOptions.parse(call))


def _complain(message: str, code: int) -> int:
    print(f"transmittal: {printable(message.removeprefix('transmittal: '))}", file=sys.stderr)
    return code
