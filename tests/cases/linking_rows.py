"""The rows of quality/ as a builder for the linker's tests."""

import sys
from pathlib import Path

QUALITY = Path(__file__).resolve().parents[2] / "quality"
sys.path.insert(0, str(QUALITY))

from link_rows import kept, rows  # noqa: E402
from link_score import blocks, link_set, measure  # noqa: E402

__all__ = ["QUALITY", "blocks", "kept", "link_set", "measure", "rows"]
