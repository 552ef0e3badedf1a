"""`transmittal`: the commands, and how errors end.

argparse and not a framework: it starts twice as fast, and every message of misuse is ours (docs/dependencies.md). The module of a
command is imported only when it is called.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

from transmittal import __version__
from transmittal.cli.commands import COMMANDS, GROUPS
from transmittal.cli.words import printable
from transmittal.model.errors import KnownError, Misuse

_ABOUT = "Reads public documents on arms procurements, and keeps a case file on each, with the words that everything stands on."


class _Parser(argparse.ArgumentParser):
    """An argument parser whose complaints are errors of ours: one line and exit code 1."""

    def error(self, message: str) -> NoReturn:
        raise Misuse(message, self.prog, f"see `{self.prog} --help`")


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
    except Exception as error:
        if os.environ.get("TRANSMITTAL_DEBUG"):
            raise
        what = f"the program failed ({type(error).__name__}: {error})"
        code = _complain(f"{what}; please report it, with what TRANSMITTAL_DEBUG=1 makes it print", 70)
    sys.exit(code)


def _run(words: Sequence[str]) -> int:
    if not words or words[0] in ("-h", "--help"):
        print(_help())
        return 0 if words else 1
    if words[0] == "--version":
        print(__version__)
        return 0
    name, rest = words[0], words[1:]
    if name not in COMMANDS:
        raise Misuse(f'"{name}" is not a command', "transmittal", f"{_near(name)}`transmittal --help` lists them")
    module = import_module(f"transmittal.cli.commands.{name}")
    about = COMMANDS[name]
    parser = _Parser(
        prog=f"transmittal {name}",
        description=f"{about[0].upper()}{about[1:]}.",
        epilog=getattr(module, "EPILOG", None),
        allow_abbrev=False,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    module.add(parser)
    return int(module.run(parser.parse_args(rest)))


def _help() -> str:
    width = max(map(len, COMMANDS)) + 2
    lines = ["usage: transmittal COMMAND [OPTIONS]", "", _ABOUT]
    for group, commands in GROUPS.items():
        lines += ["", f"{group}:", *(f"  {name:{width}}{about}" for name, about in commands.items())]
    return "\n".join([*lines, "", "`transmittal COMMAND --help` tells more; --version prints the version of the reader."])


def _near(name: str) -> str:
    from difflib import get_close_matches

    found = get_close_matches(name, COMMANDS, n=1)
    return f"did you mean {found[0]}? " if found else ""


def _complain(message: str, code: int) -> int:
    print(f"transmittal: {printable(message.removeprefix('transmittal: '))}", file=sys.stderr)
    return code
