"""`transmittal search`."""

import argparse
import sys
from typing import TYPE_CHECKING, Any

from transmittal.cli.asking import add_clocks, asked
from transmittal.cli.tables import Column, add_format, chosen_format, print_json, print_rows
from transmittal.cli.words import one_line
from transmittal.model.errors import Misuse

if TYPE_CHECKING:
    from transmittal.cases.finding import Found

EPILOG = 'All words must occur, in any order; "words in quotes" one behind the other. Case and accents do not matter.'
_COLUMNS = tuple(
    Column(name, name) for name in ("published", "known", "kind", "title", "document", "url", "start", "snippet", "cases", "events")
)
_LIMIT, _MOST = "20", 10_000


def add(parser: argparse.ArgumentParser) -> None:
    """The options."""
    parser.add_argument("words", nargs="+", metavar="WORDS", help='words and "phrases"')
    parser.add_argument("--limit", metavar="N", default=_LIMIT, help=f"at most so many documents (default: {_LIMIT})")
    add_format(parser, ("text", "json", "jsonl", "csv"))
    add_clocks(parser, on=False)


def run(call: argparse.Namespace) -> int:
    """Find the documents, the best first."""
    from transmittal.cases.finding import find_documents, is_askable

    format, limit = chosen_format(call), _parse_limit(call.limit)
    # The shell has taken the quotes away: what holds a blank was one phrase.
    words = " ".join(f'"{word}"' if " " in word and '"' not in word else word for word in call.words)
    if not is_askable(words):
        raise Misuse("no word in it", "WORDS", "write words as the document has them")
    with asked(call) as question:
        found = find_documents(question.view, words, limit=limit)
        if format == "text":
            _print(list(found))
        elif format == "csv":
            print_rows(map(_row, found), _COLUMNS, format)
        else:
            rows = ({**_row(one), "hits": [[one.start + a, one.start + b] for a, b in one.hits]} for one in found)
            print_json(rows if format == "jsonl" else list(rows), lines=format == "jsonl")
    return 0


def _parse_limit(printed: str) -> int:
    if not (printed.isascii() and printed.isdecimal() and len(printed) < 7 and 1 <= int(printed) <= _MOST):
        raise Misuse(f'"{one_line(printed[:80])}" is not a number of documents', "--limit", f"write 1 to {_MOST}")
    return int(printed)


def _row(found: "Found") -> dict[str, Any]:
    paper = found.document.paper
    return {
        "published": paper.published.isoformat() if paper.published else None,
        "known": paper.known.isoformat(),
        "kind": paper.kind.value,
        "title": paper.title,
        "document": paper.id,
        "url": paper.url,
        "source": paper.source,
        "start": found.start,
        "snippet": found.snippet,
        "cases": list(found.cases),
        "events": found.events,
    }


def _print(found: "list[Found]") -> None:
    from rich.text import Text

    from transmittal.cli.showing import width
    from transmittal.cli.tables import console_of

    console = console_of(sys.stdout)
    for one in found:
        paper = one.document.paper
        day = (paper.published or paper.known).isoformat()
        head = Text(f"{day}  {paper.kind.value.replace('_', ' ')}  {paper.id[:12]}  ")
        head.append(one_line(paper.title or paper.source), style="bold")
        lines = [(0, head), (4, _marked(one)), (4, Text(_about(one), style="dim"))]
        for indent, text in lines:
            for line in text.wrap(console, width() - indent):
                line.rstrip()
                console.print(Text(" " * indent) + line, soft_wrap=True)
        console.print()
    if not found:
        sys.stdout.write("no document holds all of these words\n")


def _about(found: "Found") -> str:
    if not found.events:
        return "reports no procurement"
    events = f"{found.events} event{'' if found.events == 1 else 's'}"
    return f"{events} in {one_line(', '.join(found.cases))}" if found.cases else events


def _marked(found: "Found") -> Any:
    """The snippet on one line, with its hits marked: in colour on a terminal."""
    from rich.text import Text

    text, at = Text("…" if found.start else ""), 0
    for start, end in found.hits:
        text.append(_flat(found.snippet[at:start]))
        text.append(_flat(found.snippet[start:end]), style="bold yellow")
        at = end
    text.append(_flat(found.snippet[at:]))
    if found.start + len(found.snippet) < len(found.document.text):
        text.append("…")
    return text


def _flat(text: str) -> str:
    """`one_line` that keeps a blank at either end."""
    flat = one_line(text)
    return f"{' ' * text[:1].isspace()}{flat}{' ' * (text[-1:].isspace() and bool(flat))}"
