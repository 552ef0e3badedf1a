"""Names with their meanings: who buys, what is bought, who builds it, by which way, and who says so."""

from transmittal.catalogue.matcher import Name, find_names
from transmittal.catalogue.meaning import Form, NameKind

__all__ = ["Form", "Name", "NameKind", "find_names"]
