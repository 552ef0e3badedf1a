"""Every format by its name, with its defaults, and at the size of a real casebook."""

import io
import tracemalloc
from collections.abc import Iterator

import msgspec
import pytest
from casework import example_case, texts

from transmittal.cases.exchange.formats import FORMATS, export
from transmittal.model import CaseFile, Misuse


def written(name: str, cases: list[CaseFile]) -> bytes:
    if FORMATS[name].is_binary:
        pytest.importorskip("pyarrow")
        stream = io.BytesIO()
        export(name, cases, stream, texts().get)
        return stream.getvalue()
    text = io.StringIO(newline="")
    export(name, cases, text, texts().get)
    return text.getvalue().encode()


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_is_written_the_same_twice(name: str) -> None:
    assert written(name, [example_case()]) == written(name, [example_case()])
    assert len(written(name, [example_case()])) > 300


@pytest.mark.parametrize("name", FORMATS)
def test_no_cases_make_a_file_that_is_whole(name: str) -> None:
    assert len(written(name, [])) <= len(written(name, [example_case()]))


@pytest.mark.parametrize("name", FORMATS)
def test_texts_are_not_needed(name: str) -> None:
    stream = io.BytesIO() if FORMATS[name].is_binary else io.StringIO(newline="")
    export(name, [example_case()], stream)  # type: ignore[arg-type]
    assert stream.tell() > 300


def test_an_unknown_format_names_the_known() -> None:
    with pytest.raises(Misuse, match="choose csv, jsonl, parquet, ftm, sipri, sipri-deliveries, annotations"):
        export("xlsx", [], io.StringIO())


class Nowhere(io.StringIO):
    """Takes everything and keeps nothing."""

    def write(self, text: str, /) -> int:
        return len(text)


@pytest.mark.parametrize("name", [name for name, made in FORMATS.items() if not made.is_binary])
def test_cases_are_written_one_by_one(name: str) -> None:
    """Memory does not grow with the number of cases: a case that was written is let go."""

    def cases(count: int) -> Iterator[CaseFile]:
        for number in range(count):
            yield msgspec.structs.replace(example_case(), id=f"case-{number}")

    def peak(count: int) -> int:
        tracemalloc.start()
        export(name, cases(count), Nowhere(newline=""), texts().get)
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    peak(1)  # what is loaded once
    assert peak(12) < 2 * peak(3) + 200_000
