"""Rich Text Format, through striprtf (extra `office`)."""

from transmittal.documents.draft import Draft
from transmittal.documents.plain import read_plain
from transmittal.model import UnreadableDocument


def read_rtf(data: bytes, source: str) -> Draft:
    """A draft of the text without its formatting."""
    try:
        from striprtf.striprtf import rtf_to_text
    except ImportError as error:
        raise UnreadableDocument("reading RTF needs striprtf", source, "pip install 'transmittal[office]'", "missing_extra") from error
    try:
        text: str = rtf_to_text(data.decode("latin-1"), errors="replace")  # type: ignore[no-untyped-call]
    except (ValueError, IndexError, KeyError, UnicodeError, RecursionError) as error:
        raise UnreadableDocument("the RTF is damaged", source, "save it again as text", "broken") from error
    return read_plain(text, "application/rtf")
