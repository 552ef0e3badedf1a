"""Bytes to Document: one reader per media type, canonical text with exact offsets, page furniture removed."""

from transmittal.documents.read import read_bytes, read_path

__all__ = ["read_bytes", "read_path"]
