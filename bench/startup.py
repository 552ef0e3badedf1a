"""How long a start takes, beside the bare interpreter: `import transmittal` and `transmittal --help`.

    python bench/startup.py

Medians of 15 runs each, in turn. Both must stay under 0.3 s.
"""

import statistics
import subprocess
import sys
import time

MOST_SECONDS = 0.3
_RUNS = 15
_COMMANDS = {
    "bare interpreter": [sys.executable, "-c", "pass"],
    "import transmittal": [sys.executable, "-c", "import transmittal"],
    "transmittal --help": [sys.executable, "-m", "transmittal", "--help"],
}


def seconds(command: list[str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


def main() -> int:
    taken: dict[str, list[float]] = {name: [] for name in _COMMANDS}
    for _ in range(_RUNS):
        for name, command in _COMMANDS.items():
            taken[name].append(seconds(command))
    medians = {name: statistics.median(times) for name, times in taken.items()}
    for name, median in medians.items():
        print(f"{name:20} {median:6.3f} s   {median / medians['bare interpreter']:5.1f} x")
    return 0 if max(medians.values()) <= MOST_SECONDS else 1


if __name__ == "__main__":
    sys.exit(main())
