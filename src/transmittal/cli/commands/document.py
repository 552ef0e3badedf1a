"""`transmittal document`."""

import argparse

from transmittal.cli.asking import add_clocks, asked
from transmittal.cli.tables import add_format, chosen_format
from transmittal.model.errors import Misuse

EPILOG = """Evidence stands in brackets with the number of its event, the words of a slot in braces with its name; the events are below.
--original prints the bytes as they were received; with --as-text as a terminal can show them. --as-text alone prints the text that
all places count in, unmarked."""


def add(parser: argparse.ArgumentParser) -> None:
    """The options."""
    option = parser.add_argument
    option("document", metavar="SHA", help="the first characters of its id (sha256 of its text) or of the sha256 of its bytes")
    option("--original", action="store_true", help="the bytes as they were received")
    option("--as-text", action="store_true", help="without marks; with --original: harmless to a terminal")
    option("-o", "--output", metavar="FILE", help="write into this file, which appears whole or not at all (default: standard output)")
    add_format(parser, ("text", "html", "json"))
    add_clocks(parser, on=False)


def run(call: argparse.Namespace) -> int:
    """Show it."""
    from transmittal.cli import showing
    from transmittal.cli.exporting import output

    format = chosen_format(call)
    if format != "text" and (call.original or call.as_text):
        raise Misuse("is for the marked document", "--format", "leave it out with --original and --as-text")
    with asked(call) as question:
        document = showing.find_document(question.view, call.document)
        if call.original:
            data = showing.original(question.view, document)
            is_bytes = not call.as_text
            data = data if is_bytes else showing.harmless_text(data).encode()
        else:
            is_bytes, shown = False, call.output is None
            text = document.text if call.as_text else showing.rendered(question.view, document, format, is_shown=shown)
            data = (showing.harmless_text(text.encode("utf-8", "replace")) if call.as_text and shown else text).encode("utf-8", "replace")
        with output(call.output, is_binary=is_bytes) as stream:
            stream.write(data)
    return 0
