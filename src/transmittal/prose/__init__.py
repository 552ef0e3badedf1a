"""Sentences to events: triggers, arguments, attribution, modality, and what carries from one sentence to the next."""

from transmittal.prose.kind import find_kind
from transmittal.prose.read import read_prose

__all__ = ["find_kind", "read_prose"]
