"""PDF files: reading order, page furniture, and files that cannot be read. The files are written here, by hand."""

from datetime import date

import pytest

from transmittal.documents import read_bytes
from transmittal.model import UnreadableDocument

Placed = tuple[float, float, str]  # x, y in points, text


def pdf(*pages: list[Placed], info: str = "", encrypt: bool = False) -> bytes:
    """A PDF with the texts set in 10-point Helvetica at their places."""
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for at, page in enumerate(pages):
        stream = "BT /F1 10 Tf " + " ".join(f"1 0 0 1 {x} {y} Tm ({text}) Tj" for x, y, text in page) + " ET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {5 + 2 * at} 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    objects.append(f"<< {info} >>")
    lock = f"<< /Filter /Standard /V 1 /R 2 /O <{'41' * 32}> /U <{'42' * 32}> /P -4 >>"
    data, offsets = b"%PDF-1.4\n", []
    for number, text in enumerate(objects, 1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{text}\nendobj\n".encode("latin-1")
    start = len(data)
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    secret = f" /Encrypt {lock} /ID [<41> <41>]" if encrypt else ""
    count = len(objects) + 1
    trailer = f"trailer << /Size {count} /Root 1 0 R /Info {count - 1} 0 R{secret} >>\nstartxref\n{start}\n%%EOF\n"
    return data + f"xref\n0 {count}\n0000000000 65535 f \n{table}{trailer}".encode()


def column(x: float, top: float, *lines: str) -> list[Placed]:
    return [(x, top - 12 * at, line) for at, line in enumerate(lines)]


def test_lines_become_paragraphs_and_title_and_day_are_found() -> None:
    lines = (
        "The navy has ordered six boats from a yard in the north of the country, the ship-",
        "ment of which is to begin within four years. They will replace the older ones that",
        "were bought before the turn of the century.",
    )
    page = [(50, 740, "Six Boats Ordered"), (50, 710, "March 5, 2024"), *column(50, 680, *lines)]
    (document,) = read_bytes(pdf(page), source="x")
    assert (document.title, document.published, document.media_type) == ("Six Boats Ordered", date(2024, 3, 5), "application/pdf")
    assert document.text.endswith(
        "The navy has ordered six boats from a yard in the north of the country, the shipment of which is to begin within four years. "
        "They will replace the older ones that were bought before the turn of the century."
    )


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [f"left column line number {number} of the text" for number in range(12)]
    right = [f"right column line number {number} of the text" for number in range(12)]
    placed = [item for pair in zip(column(50, 700, *left), column(320, 700, *right), strict=True) for item in pair]
    head = (50, 740, "A heading that spans both of the columns of this page, from left to right")
    (document,) = read_bytes(pdf([head, *placed]), source="x")
    flat = document.text.replace("\n", " ")
    wanted = ["A heading", "left column line number 0", "left column line number 11", "right column line number 0"]
    assert sorted(wanted, key=flat.index) == wanted


def test_running_heads_and_page_numbers_go_and_sentences_go_on() -> None:
    words = ("first", "second", "third", "fourth")
    lines = [
        [f"the {word} line of page {page} is long enough to be one line of a paragraph of some length" for word in words] for page in words
    ]
    pages = [[(50, 770, "Report on Harbours 2024"), *column(50, 700, *page), (300, 30, str(at))] for at, page in enumerate(lines, 1)]
    (document,) = read_bytes(pdf(*pages), source="x")
    assert document.text.count("Report on Harbours") == 1
    assert "\n2\n" not in document.text
    assert document.text.count("length the first line") == 3


def test_a_table_row_stays_a_row() -> None:
    labels = [(50.0, 700.0 - 14 * at, label) for at, label in enumerate(("Boats", "Trucks", "Houses"))]
    amounts = [(400.0, 700.0 - 14 * at, f"{at} million") for at in range(3)]
    (document,) = read_bytes(pdf(labels + amounts), source="x")
    assert [block.kind.value for block in document.blocks] == ["row", "row", "row"]
    assert document.text.splitlines()[1].split() == ["Trucks", "1", "million"]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a file with a password", pdf([(50, 700, "The navy has ordered six boats.")], encrypt=True), "encrypted"),
        ("a scan", pdf([]), "no_text"),
        ("a file cut in its middle", pdf([(50, 700, "The navy has ordered six boats.")])[:60], "truncated"),
    ],
)
def test_a_pdf_that_cannot_be_read_says_why(name: str, data: bytes, code: str) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        list(read_bytes(data, source=name))
    assert caught.value.code == code
