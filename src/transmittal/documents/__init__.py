"""Bytes to Document: one reader per media type, canonical text with exact offsets, page furniture removed."""

from transmittal.documents.fetch import Fetched, fetch
from transmittal.documents.read import read_bytes, read_path

__all__ = ["Fetched", "fetch", "read_bytes", "read_path"]
