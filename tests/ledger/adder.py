"""A program that adds documents to a casebook, one transaction each, and says of each that it is kept once it is.

python adder.py ADDRESS FIRST COUNT
"""

import sys

from papers import numbered

from transmittal.ledger import open_casebook


def main(address: str, first: int, count: int) -> None:
    with open_casebook(address) as book:
        for reading in numbered(count, first=first):
            with book.writing("adder/1") as writer:
                recorded = writer.record(reading)
            print(recorded.document, flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
