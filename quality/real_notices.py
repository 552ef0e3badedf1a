"""What the reader makes of real notice texts. A weak reference: shares are printed, never accuracy.

    python quality/real_notices.py DIR [--misses] [--bare]

DIR may hold dsca_notices.jsonl and notices_2026.jsonl (one record a line: country, description or items_text, an amount and dates that
somebody else's parser found and that can be wrong) and pages/html/*.html.gz (pages that report no procurement: an event there is a
mistake).
"""

import argparse
import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

Record = dict[str, Any]
# A total that the text itself states; the amount need not be the reference's.
_STATED = re.compile(r"(?:estimated|total|value|cost|exceed)[^$]{0,80}\$\s?\d", re.IGNORECASE)
# What an earlier case was worth is no cost of this one.
_EARLIER = re.compile(r"original [^$]{0,60}\bvalued at \$[^,]*")

RELEASE = """{country} - {system}

Transmittal No. {transmittal}

WASHINGTON, {day} - {lead}

The Government of {country} has requested {body}
"""
# What every release says before the request, in our words; --bare leaves it out.
LEAD = "The Defense Security Cooperation Agency notified Congress today of a possible Foreign Military Sale to {country} of {system}."
REGISTER = """DEPARTMENT OF DEFENSE

Office of the Secretary

[Transmittal No. {transmittal}]

Arms Sales Notification

{title}

Transmittal No. {transmittal}
Notice of Proposed Issuance of Letter of Offer Pursuant to Section 
36(b)(1) of the Arms Export Control Act, as amended
    (i) Prospective Purchaser: {country}
    (ii) Total Estimated Value:

TOTAL.........................  ${millions} million

    (iii) Description and Quantity or Quantities of Articles or 
Services under Consideration for Purchase:
{items_text}
    (viii) Date Report Delivered to Congress: {day}
"""  # noqa: W291  the Register's lines end in a space


@dataclass(frozen=True, kw_only=True)
class Notice:
    """A record as a document. amount: the reference, None when the text states no cost."""

    name: str
    text: str
    country: str
    published: date
    amount: Decimal | None


def from_release(record: Record, lead: str = LEAD) -> Notice | None:
    """A release of dsca_notices.jsonl with its opening put back; None when the record has no text."""
    body = record["description"]
    if not body:
        return None
    country, day = record["country"], date.fromisoformat(record["date"])
    told = lead.format(country=country, system=record["system"])
    text = RELEASE.format(
        country=country, lead=told, body=body, day=f"{day:%B} {day.day}, {day.year}", **_named(record, "system", "transmittal")
    )
    amount = Decimal(str(record["cost_usd"])).quantize(Decimal(1)) if _STATED.search(_EARLIER.sub("", body)) else None
    return Notice(name=f"{record['transmittal']} {country}", text=text, country=country, published=day, amount=amount)


def from_register(record: Record) -> Notice | None:
    """A case of notices_2026.jsonl in the numbered frame of the Federal Register; None when the enumeration is missing."""
    day_text = record["dates"].get("official_notification_date")
    if not record["items_text"] or not day_text:
        return None
    country, day = record["country_federal_register"] or record["country"], date.fromisoformat(day_text)
    amount = Decimal(str(record["value_usd"]))
    text = REGISTER.format(
        country=country,
        day=f"{day:%B} {day.day}, {day.year}",
        millions=f"{amount / 1000000:f}",
        **_named(record, "title", "transmittal", "items_text"),
    )
    return Notice(name=f"{record['transmittal']} {country}", text=text, country=country, published=day, amount=amount)


def _named(record: Record, *keys: str) -> dict[str, str]:
    return {key: record[key] or "" for key in keys}


def find_lapses(notice: Notice) -> list[str]:
    """Which of "approval", "buyer", "items", "value", "same value" this notice does not give."""
    from transmittal.reading import read_text

    approvals = [e for e in read_text(notice.text, published=notice.published).events if e.stage == "approval"]
    lapses = [] if approvals else ["approval"]
    if not any(e.buyer and is_country(notice.country, e.buyer.id, e.buyer.name) for e in approvals):
        lapses.append("buyer")
    if not any(e.items for e in approvals):
        lapses.append("items")
    if notice.amount is not None:
        amounts = {e.value.amount for e in approvals if e.value}
        lapses += [] if amounts else ["value"]
        lapses += [] if any(abs(a - notice.amount) <= notice.amount * Decimal("0.005") for a in amounts) else ["same value"]
    return lapses


def is_country(printed: str, buyer_id: str, buyer_name: str) -> bool:
    """The catalogue's own reading of the printed name would prove nothing: names are compared, and the few that differ are listed."""
    also = {"TW": "taiwan", "TR": "turkey", "KR": "korea", "CZ": "czech", "AE": "emirates", "NATO": "nato", "NSPA": "nato"}
    wanted, name = printed.lower(), buyer_name.lower()
    return name in wanted or wanted in name or also.get(buyer_id, "\0") in wanted


def run(title: str, records: Iterator[Record], compose: Callable[[Record], Notice | None], *, show_misses: bool) -> None:
    notices = [notice for record in records if (notice := compose(record))]
    lapses = {notice.name: find_lapses(notice) for notice in notices}
    missing = Counter(lapse for found in lapses.values() for lapse in found)
    priced = sum(n.amount is not None for n in notices)
    print(f"{title}: {len(notices)} texts")
    for question in ("approval", "buyer", "items"):
        print(f"  {question:<12}{len(notices) - missing[question]:>5} of {len(notices)}")
    for question in ("value", "same value"):
        print(f"  {question:<12}{priced - missing[question]:>5} of {priced} that state a cost")
    if show_misses:
        for notice in notices:
            if lapses[notice.name]:
                print(f"    {notice.name}: no {', no '.join(lapses[notice.name])}")


def run_pages(folder: Path, *, show_misses: bool) -> None:
    from transmittal.documents import read_bytes
    from transmittal.reading import read_document

    paths, loud = sorted(folder.glob("*.html.gz")), 0
    for path in paths:
        for document in read_bytes(gzip.decompress(path.read_bytes()), source=path.name, media_type="text/html"):
            events = read_document(document).events
            loud += bool(events)
            if show_misses:
                for event in events:
                    print(f"    {path.name[:12]}: {event.stage} {event.evidence[0].quote[:100]!r}")
    print(f"pages without a procurement: {len(paths)}, with events: {loud}")


def records_of(path: Path) -> Iterator[Record]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("directory", type=Path)
    parser.add_argument("--bare", action="store_true", help="releases without the sentence that Congress was notified")
    parser.add_argument("--misses", action="store_true", help="each text that lacks something")
    args = parser.parse_args()
    release = partial(from_release, lead="") if args.bare else from_release
    for name, compose in (("dsca_notices.jsonl", release), ("notices_2026.jsonl", from_register)):
        path = args.directory / name
        if path.exists():
            run(name, records_of(path), compose, show_misses=args.misses)
        else:
            print(f"{name}: not there, skipped")
    if (args.directory / "pages" / "html").is_dir():
        run_pages(args.directory / "pages" / "html", show_misses=args.misses)
    return 0


if __name__ == "__main__":
    sys.exit(main())
