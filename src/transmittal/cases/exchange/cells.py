"""Values as cells of a text table and back, so that no spreadsheet takes one for a formula and nothing is lost.

A text that a spreadsheet could take for a formula, and one that starts with an apostrophe, gets an apostrophe in front: what starts
with one has been guarded, whatever follows. In a list "; " stands between entries, "?" is an unknown entry, and a backslash guards
what would be taken for either.
"""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from transmittal.cases.exchange.columns import Kind

Value = str | int | float | Decimal | bool | date | datetime | tuple[str | int | None, ...] | None
# What spreadsheets read as the start of a formula, with the wide forms that some of them fold.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_UNKNOWN = "?"


def guard(text: str) -> str:
    """The text as a cell that is shown as it stands."""
    return f"'{text}" if text.startswith("'") or text.lstrip(" ").startswith(_FORMULA) else text


def unguard(cell: str) -> str:
    """The text that was guarded."""
    return cell[1:] if cell.startswith("'") else cell


def join_list(entries: Sequence[str | int | None]) -> str:
    """ "200; ?; about\\; 30". An empty list is an empty text."""
    return "; ".join(_UNKNOWN if entry is None else _escape(str(entry)) for entry in entries)


def split_list(text: str) -> tuple[str | None, ...]:
    """The entries that were joined. raises: ValueError for a backslash at the end."""
    if not text:
        return ()
    entries: list[str | None] = []
    held: list[str] = []
    is_bare = True  # no backslash in this entry
    at = 0
    while at < len(text):
        if text[at] == "\\":
            if at + 1 == len(text):
                raise ValueError(f"a list ends in a backslash: {text!r}")
            is_bare = False
            if text[at + 1] != "0":  # "\\0" is an entry of no characters
                held.append(text[at + 1])
            at += 2
        elif text[at] == ";":
            entries.append(_entry(held, is_bare))
            held, is_bare = [], True
            at += 2 if text.startswith("; ", at) else 1
        else:
            held.append(text[at])
            at += 1
    entries.append(_entry(held, is_bare))
    return tuple(entries)


def _entry(held: list[str], is_bare: bool) -> str | None:
    text = "".join(held)
    return None if is_bare and text == _UNKNOWN else text


def _escape(entry: str) -> str:
    if not entry:
        return "\\0"
    guarded = entry.replace("\\", "\\\\").replace(";", "\\;")
    return f"\\{guarded}" if guarded == _UNKNOWN or guarded.startswith(" ") else guarded


def to_cell(value: Value, kind: Kind) -> str:
    """A value of a column of this kind; nothing is an empty cell."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return guard(join_list(value))
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date):  # a datetime too
        return value.isoformat()
    return guard(value) if isinstance(value, str) and kind == "text" else str(value)


def from_cell(cell: str, kind: Kind) -> Value:
    """The value of a cell. raises: ValueError naming the cell when it is not of its kind."""
    if kind == "text list":
        return split_list(unguard(cell))
    if kind == "int list":
        return tuple(None if entry is None else int(entry) for entry in split_list(unguard(cell)))
    if cell == "":
        return None
    try:
        return _scalar(cell, kind)
    except (ValueError, ArithmeticError) as error:
        raise ValueError(f"{cell!r} is no {kind}") from error


def _scalar(cell: str, kind: Kind) -> Value:
    match kind:
        case "int":
            return int(cell)
        case "number":
            return float(cell)
        case "decimal":
            return Decimal(cell)
        case "bool":
            return ("false", "true").index(cell.casefold()) == 1  # spreadsheets write them in capitals
        case "date":
            return date.fromisoformat(cell)
        case "datetime":
            return datetime.fromisoformat(cell)
        case _:
            return unguard(cell)
