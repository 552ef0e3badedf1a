"""Parquet: the columns of the event table with real types. Needs the extra `parquet`.

Amounts are decimal128(38, 6): exact, up to 32 digits before the point and 6 behind it. A date is a day, a time is in microseconds UTC, a
list column is a list whose entries may be null. The file's metadata name the schema, and each field carries its meaning.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING, Any, BinaryIO

from transmittal.cases.exchange.columns import Kind, columns, schema
from transmittal.cases.exchange.rows import Row, rows
from transmittal.model import CaseFile, KnownError, Misuse

if TYPE_CHECKING:
    import pyarrow

_BATCH = 10_000  # rows of one row group: some 10 MB of memory
_DIGITS, _PLACES = 38, 6


def write(cases: Iterable[CaseFile], stream: BinaryIO) -> None:
    """raises: Misuse when pyarrow is not installed, KnownError naming the event whose amount does not fit."""
    pa, pq = _pyarrow()
    shape = arrow_schema()
    with pq.ParquetWriter(stream, shape, compression="zstd") as writer:
        found = rows(cases)
        while batch := list(islice(found, _BATCH)):
            writer.write_table(pa.Table.from_pylist([_checked(row) for row in batch], schema=shape), row_group_size=_BATCH)


def arrow_schema() -> "pyarrow.Schema":
    """The event table as Arrow types. raises: Misuse when pyarrow is not installed."""
    pa, _ = _pyarrow()
    fields = [pa.field(column.name, _type(pa, column.type), metadata={"says": column.says}) for column in columns()]
    return pa.schema(fields, metadata={"transmittal.schema": schema().schema})


def _pyarrow() -> tuple[Any, Any]:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise Misuse("Parquet needs pyarrow, which is not installed", "parquet", "pip install 'transmittal[parquet]'") from error
    return pyarrow, pyarrow.parquet


def _type(pa: Any, kind: Kind) -> Any:
    types = {
        "text": pa.string(),
        "int": pa.int64(),
        "number": pa.float64(),
        "decimal": pa.decimal128(_DIGITS, _PLACES),
        "bool": pa.bool_(),
        "date": pa.date32(),
        "datetime": pa.timestamp("us", tz="UTC"),
        "text list": pa.list_(pa.string()),
        "int list": pa.list_(pa.int64()),
    }
    return types[kind]


def _checked(row: Row) -> Row:
    """The row, when its amount can be written without rounding it."""
    amount = row["amount"]
    if isinstance(amount, Decimal) and not _fits(amount):
        raise KnownError(f"the amount {amount} has more digits than a Parquet decimal holds", f"event {row['event']}", "export it as CSV")
    return row


def _fits(amount: Decimal) -> bool:
    # All the places that the column has, and none that it has not: from_pylist would not round, it would stop without a name.
    exponent = amount.normalize().as_tuple().exponent
    return isinstance(exponent, int) and exponent >= -_PLACES and amount.adjusted() < _DIGITS - _PLACES


def read(stream: BinaryIO) -> Iterator[Row]:
    """The rows of a file that `write` wrote. raises: Misuse when pyarrow is not installed."""
    _, pq = _pyarrow()
    lists = [column.name for column in columns() if column.type.endswith("list")]
    for batch in pq.ParquetFile(stream).iter_batches():
        for found in batch.to_pylist():
            yield {**found, **{name: tuple(found[name] or ()) for name in lists}}
