"""Coverage-guided fuzzing of everything that reads hostile bytes or text.

    python bench/fuzz.py [TARGET…]        FUZZ_SECONDS=60 each; without names, every target

A failure: any exception but UnreadableDocument, a span outside its text or out of order, an event whose quote is not what the text says.
Each target runs in a process of its own, because the fuzzer ends the process it runs in. What failed is left in the working directory
as crash-… and is run again with: python bench/fuzz.py TARGET crash-…
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

SECONDS = int(os.environ.get("FUZZ_SECONDS", "60"))
_DAY = date(2026, 5, 4)
_SEEDS = (
    "The Government of Japan asks to buy up to four hundred (400) RGM-109E Tomahawk Block V missiles for $2.35 billion.",
    "<html><head><title>a</title></head><body><article><h1>Poland buys K2</h1><p>Poland said on Friday it will buy 180 K2 tanks.</p>",
    "防衛省は2026年度予算で12式地対艦誘導弾を8兆7,005億円で取得する。",
    "2,35 Milliarden Euro für 38 Eurofighter, sagte der Minister am 5. Mai 2025. Transmittal No. 26-24, case JA-P-ABC, N00019-26-C-0001",
)
_RAW = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>",
    b"{\\rtf1 a}",
    b"\x1f\x8b\x08\x00",
    b"WARC/1.0\r\n",
    b'{"title": "a", "body": "b"}',
)
_GOLDEN = Path(__file__).parents[1] / "tests" / "golden"
_MOST_BYTES = 8000


def spans_hold(text: str, mentions: Iterable[Any]) -> None:
    """Every span in the text, in order of their starts."""
    before = 0
    for mention in mentions:
        if not before <= mention.start < mention.end <= len(text):
            raise AssertionError(f"{mention!r} in a text of {len(text)}, after {before}")
        before = mention.start


def quotes_hold(text: str, value: Any) -> None:
    """Every quote below the value is what the text says there."""
    if isinstance(value, dict):
        if "quote" in value and text[value["start"] : value["end"]] != value["quote"]:
            raise AssertionError(f"{value!r} is not in the text")
        for part in value.values():
            quotes_hold(text, part)
    elif isinstance(value, list | tuple):
        for part in value:
            quotes_hold(text, part)


def finders() -> dict[str, Callable[[str], Iterable[Any]]]:
    from transmittal.catalogue import find_designations, find_misspellings, find_names
    from transmittal.mentions.dates import find_dates
    from transmittal.mentions.identifiers import find_identifiers
    from transmittal.mentions.items import find_items
    from transmittal.mentions.money import find_money
    from transmittal.mentions.quantities import find_quantities
    from transmittal.mentions.speakers import find_speakers
    from transmittal.mentions.systems import find_systems

    return {
        "names": find_names,
        "designations": find_designations,
        "misspellings": lambda text: find_misspellings(text, find_names(text)),
        "money": lambda text: [*find_money(text), *()] or find_money(text, bare=True, language="de"),
        "quantities": find_quantities,
        "dates": lambda text: find_dates(text, published=_DAY),
        "identifiers": find_identifiers,
        "speakers": lambda text: sorted(find_speakers(text, names=find_names(text)), key=lambda mention: mention.start),
        "systems": lambda text: find_systems(text, find_names(text)),
        "items": lambda text: [item.system for item in find_items(text, find_names(text), 0, len(text))],
    }


def read(data: bytes) -> None:
    """Bytes to events: the readers, the forms that recognise them, else the prose."""
    import msgspec

    from transmittal import documents
    from transmittal.model import UnreadableDocument
    from transmittal.reading import read_document

    try:
        for document in documents.read_bytes(data, source="fuzz", published=_DAY):
            reading = read_document(document)
            quotes_hold(document.text, msgspec.to_builtins([reading.events, reading.unread]))
    except UnreadableDocument:
        return


def parse_with(identifier: str) -> Callable[[bytes], None]:
    """One layout: asked, and read with when it says so."""
    import msgspec

    from transmittal import documents
    from transmittal.forms import forms
    from transmittal.model import UnreadableDocument

    form = next(form for form in forms() if form.layout.id == identifier)

    def run(data: bytes) -> None:
        try:
            document = next(iter(documents.read_bytes(data, source="fuzz", published=_DAY, media_type="text/plain")))
        except UnreadableDocument:
            return
        if not form.sniff(document):
            return
        parsed = form.parse(document)
        quotes_hold(document.text, msgspec.to_builtins([parsed.events, parsed.unread]))

    return run


def parse_prose(data: bytes) -> None:
    import msgspec

    from transmittal import documents, prose
    from transmittal.model import UnreadableDocument

    try:
        document = next(iter(documents.read_bytes(data, source="fuzz", published=_DAY, media_type="text/plain")))
    except UnreadableDocument:
        return
    quotes_hold(document.text, msgspec.to_builtins(list(prose.read_prose(document))))


def targets() -> dict[str, Callable[[bytes], None]]:
    from transmittal.forms import forms

    def finding(find: Callable[[str], Iterable[Any]]) -> Callable[[bytes], None]:
        def run(data: bytes) -> None:
            text = data.decode("utf-8", "replace")
            spans_hold(text, find(text))

        return run

    found = {f"find {name}": finding(find) for name, find in finders().items()}
    found |= {f"form {form.layout.id}": parse_with(form.layout.id) for form in forms()}
    return {"read": read, "prose": parse_prose, **found}


def fuzz(name: str, arguments: list[str]) -> None:
    """Run one target in this process, which the fuzzer ends."""
    import atheris

    with atheris.instrument_imports(include=["transmittal"]):
        chosen = targets()[name]
        for seed in _SEEDS:  # builds the tables, which are not to be counted as coverage of the first input
            chosen(seed.encode())
    atheris.Setup([sys.argv[0], *arguments], chosen)
    atheris.Fuzz()


def seeds(name: str) -> list[bytes]:
    """What the fuzzer starts from: for a layout its golden documents."""
    folder = _GOLDEN / name.removeprefix("form ")
    golden = [path.read_bytes()[:_MOST_BYTES] for path in sorted(folder.iterdir()) if path.suffix != ".json"] if folder.is_dir() else []
    return golden or [*(text.encode() for text in _SEEDS), *_RAW]


def run_apart(name: str) -> bool:
    """Run one target in a process of its own for the time set; prints a line; False when it failed."""
    with tempfile.TemporaryDirectory() as corpus:
        for at, seed in enumerate(seeds(name)):
            Path(corpus, f"seed-{at}").write_bytes(seed)
        started = time.perf_counter()
        options = [f"-max_total_time={SECONDS}", f"-max_len={_MOST_BYTES}", "-timeout=20", "-rss_limit_mb=3000", corpus]
        ended = subprocess.run(
            [sys.executable, __file__, "--one", name, *options], capture_output=True, text=True, errors="replace", check=False
        )
    told = re.findall(r"#(\d+)\t", ended.stderr)
    runs = int(told[-1]) if told else 0
    print(
        f"{name:32} {time.perf_counter() - started:6.1f} s  {runs:9,} executions  {'FAILED' if ended.returncode else 'no failure'}",
        flush=True,
    )
    if ended.returncode:
        told = ended.stderr + ended.stdout
        at = max(told.rfind("Uncaught Python exception"), told.rfind("Traceback"), len(told) - 6000)
        print("\n".join(line for line in told[at:].splitlines() if not line.startswith("#")))
    return ended.returncode == 0


def main() -> int:
    if sys.argv[1:2] == ["--one"]:
        fuzz(sys.argv[2], sys.argv[3:])
    crashes = [word for word in sys.argv[1:] if Path(word).is_file()]
    named = [word for word in sys.argv[1:] if word not in crashes]
    if crashes:
        for crash in crashes:
            targets()[named[0]](Path(crash).read_bytes())
        return 0
    failed = [name for name in named or targets() if not run_apart(name)]
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
