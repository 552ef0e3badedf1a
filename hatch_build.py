"""Build hook: packs the reference data, so that an installed package needs neither YAML nor CLDR."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PackCatalogue(BuildHookInterface):  # type: ignore[type-arg]
    """Runs for wheels, editable ones too. Any fault in the data stops the build, with all faults named."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  the names are hatchling's
        sys.path.insert(0, str(Path(self.root) / "src"))
        try:
            from transmittal.catalogue.pack import pack_or_raise

            pack_or_raise()
        finally:
            sys.path.pop(0)
