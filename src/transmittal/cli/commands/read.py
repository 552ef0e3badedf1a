"""`transmittal read`."""

import argparse

EPILOG = "Exit code 0: all were read; 2: some could not be read (each is named on standard error); 1: the call itself was wrong."


def add(parser: argparse.ArgumentParser) -> None:
    """The options."""
    add_sources(parser)
    option = parser.add_argument
    option("-f", "--format", default="text", metavar="FORMAT", help="text (default), table, json, jsonl or csv")
    option("--only", metavar="KIND", help="news: running text only; forms: official layouts only")
    option("--explain", action="store_true", help="show which rule filled each slot")


def add_sources(parser: argparse.ArgumentParser) -> None:
    """What is read, for every command that reads."""
    option = parser.add_argument
    option("sources", nargs="*", metavar="SOURCE", help="file, directory, glob, http(s) address, or - for standard input")
    option("--manifest", metavar="LIST", help='read the documents of a JSON Lines file, each line {"path": …, "published": …, "url": …}')
    option("--published", metavar="DAY", help="the day of publication, YYYY-MM-DD, where the document does not say")
    option("--url", metavar="URL", help="the address it came from, where the document does not say")
    option("--allow-private", action="store_true", help="fetch from private and local addresses too")
    option("-q", "--quiet", action="store_true", help="no progress on standard error")


def run(call: argparse.Namespace) -> int:
    """Read and print."""
    from transmittal.cli import read

    return read.run(read.ReadOptions.parse(call))
