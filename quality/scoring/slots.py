"""An event as slot → list of values that can be compared one by one."""

from typing import Any

SLOTS = (
    "stage", "modality", "buyer", "supplier", "channel", "system", "variant", "quantity", "bound",
    "amount", "currency", "basis", "date", "source", "transmittal", "contractor",
)  # fmt: skip

Names = tuple[str, ...]  # every way a system is written: designation, name, id
Values = dict[str, list[Any]]


def expected(event: dict[str, Any]) -> Values:
    """The values of a label."""
    values: Values = {slot: [] for slot in SLOTS}
    for slot in ("stage", "modality", "buyer", "supplier", "channel", "source", "transmittal"):
        _put(values, slot, event.get(slot))
    for item in event.get("items") or []:
        _put_item(values, (item["designation"],), item.get("variant"), item.get("quantity"), item.get("bound"))
    _put_money_and_date(values, event)
    values["contractor"].extend(event.get("contractors") or [])
    return values


def found(event: dict[str, Any]) -> Values:
    """The values of an event of the output contract."""
    values: Values = {slot: [] for slot in SLOTS}
    for slot in ("stage", "modality"):
        _put(values, slot, event.get(slot))
    for slot in ("buyer", "supplier", "channel"):
        _put(values, slot, (event.get(slot) or {}).get("id"))
    _put(values, "source", (event.get("source") or {}).get("name"))
    _put(values, "transmittal", (event.get("identifiers") or {}).get("transmittal"))
    for item in event.get("items") or []:
        system, quantity = item.get("system") or {}, item.get("quantity") or {}
        names = tuple(str(system[k]) for k in ("designation", "name", "id") if system.get(k))
        _put_item(values, names, item.get("variant"), quantity.get("value"), quantity.get("bound"))
    _put_money_and_date(values, event)
    values["contractor"].extend(c["name"] for c in event.get("contractors") or [])
    return values


def _put(values: Values, slot: str, value: Any) -> None:
    if value is not None:
        values[slot].append(value)


def _put_item(values: Values, names: Names, variant: str | None, quantity: int | None, bound: str | None) -> None:
    values["system"].append(names)
    if variant:
        values["variant"].append((names, variant))
    if quantity is not None:
        values["quantity"].append((names, quantity))
        if bound:
            values["bound"].append((names, bound))


def _put_money_and_date(values: Values, event: dict[str, Any]) -> None:
    money = event.get("value")
    if money and money.get("amount") is not None:
        for slot in ("amount", "currency", "basis"):
            _put(values, slot, money.get(slot))
    day = event.get("date")
    if day and (day.get("start") or day.get("end")):
        values["date"].append((day.get("start"), day.get("end")))
