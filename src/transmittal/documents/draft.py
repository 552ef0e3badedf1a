"""What a reader of one media type hands on, before it becomes a Document."""

from datetime import date

import msgspec

from transmittal.model import BlockKind


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """Blocks in reading order with what the publication says about itself. Block texts may still hold line breaks and odd spaces.

    sha256: of the bytes this draft was read from, when they are not the whole input (a record of an archive).
    """

    blocks: list[tuple[BlockKind, str]]
    media_type: str
    title: str | None = None
    published: date | None = None
    language: str | None = None
    publisher: str | None = None
    url: str | None = None
    sha256: str | None = None
