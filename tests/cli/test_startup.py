"""The command and the library start quickly, because what is heavy is imported where it is used."""

import statistics
import subprocess
import sys
import time

from command import command, environment

# A third of a second is what the project promises; a busy machine of the CI gets as much again.
LIMIT_S = 0.6
HEAVY = {"ahocorasick_rs", "babel", "charset_normalizer", "fastwarc", "httpx", "lxml", "pypdfium2", "rapidfuzz", "rich"}
HEAVY |= {"selectolax", "sentencex", "striprtf", "trafilatura", "yaml"}


def median_s(call: list[str]) -> float:
    times = []
    for _ in range(5):
        before = time.perf_counter()
        subprocess.run(call, capture_output=True, env=environment(), check=True)
        times.append(time.perf_counter() - before)
    return statistics.median(times)


def test_help_is_quick() -> None:
    assert median_s([*command(), "read", "--help"]) < LIMIT_S


def test_import_is_quick() -> None:
    assert median_s([sys.executable, "-c", "import transmittal"]) < LIMIT_S


def test_nothing_heavy_is_imported_before_it_is_used() -> None:
    for statement in ("import transmittal", "import transmittal.cli", "from transmittal import read, Reading"):
        call = [sys.executable, "-c", f"import sys; {statement}; print(*sys.modules)"]
        done = subprocess.run(call, capture_output=True, text=True, env=environment(), check=True)
        loaded = {module.partition(".")[0] for module in done.stdout.split()}
        assert loaded & HEAVY == set(), statement
