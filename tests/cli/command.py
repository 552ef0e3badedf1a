"""The installed command, run as a user runs it."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
RELEASE = EXAMPLES / "2023-11-17-dsca-release.html"


def command() -> list[str]:
    """The console script beside this interpreter; in a checkout that is not installed, the module."""
    script = Path(sys.executable).parent / "transmittal"
    return [str(script)] if script.exists() else [sys.executable, "-m", "transmittal"]


def environment(**more: str) -> dict[str, str]:
    """Ours without what changes the look of a terminal."""
    plain = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM")}
    if "PYTHONPATH" in plain:
        plain["PYTHONPATH"] = str(Path(plain["PYTHONPATH"]).absolute())  # tests change the directory
    return plain | more


def run(*words: str | Path, given: bytes = b"", **env: str) -> subprocess.CompletedProcess[str]:
    """`transmittal` with these words; its streams as text."""
    call = [*command(), *map(str, words)]
    done = subprocess.run(call, input=given, capture_output=True, env=environment(**env), timeout=60, check=False)
    return subprocess.CompletedProcess(call, done.returncode, done.stdout.decode(), done.stderr.decode())
