"""Transmittal reads what is published about arms procurements and says what each document reports.

    import transmittal
    for reading in transmittal.read("notice.txt"):
        for event in reading.events:
            print(event.stage, event.buyer, event.evidence[0].quote)

Every quote is cut from the document's own text.
"""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from transmittal.reading import Reading, read, read_document, read_text

__all__ = ["Reading", "__version__", "read", "read_document", "read_text"]


def __getattr__(name: str) -> Any:
    # Late, so that `transmittal --help` and a bare import stay quick.
    if name in __all__:
        from transmittal import reading

        return getattr(reading, name)
    raise AttributeError(f"module 'transmittal' has no attribute {name!r}")
