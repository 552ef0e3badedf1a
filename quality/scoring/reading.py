"""What the library finds in a document, as the output contract writes it."""

from typing import Any

from scoring.corpus import Labelled


def read(labelled: Labelled) -> dict[str, Any]:
    """Raises what the library raises, and ValueError when a file does not hold one document."""
    from transmittal.cli.output import contract
    from transmittal.documents import read_path
    from transmittal.reading import read_document

    outputs = [contract(read_document(document)) for document in read_path(labelled.path, published=labelled.published)]
    if len(outputs) != 1:
        raise ValueError(f"{labelled.path}: {len(outputs)} documents in one file")
    return outputs[0]
