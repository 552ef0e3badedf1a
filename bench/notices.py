"""Notices to measure with: the full Federal Register layout around lists of items, 7 KB in the mean, every one different.

The lists are those of real notices when a folder of them is given, else they are put together from the catalogue. All other sentences
are ours; they say what such notices say, at the length they say it.
"""

import json
import random
import textwrap
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

_COUNTS = {
    1: "One", 2: "Two", 3: "Three", 4: "Four", 5: "Five", 6: "Six", 8: "Eight", 9: "Nine", 10: "Ten", 12: "Twelve", 16: "Sixteen",
    20: "Twenty", 24: "Twenty-four", 36: "Thirty-six", 45: "Forty-five", 60: "Sixty", 84: "Eighty-four", 100: "One hundred",
    144: "One hundred forty-four", 220: "Two hundred and twenty", 400: "Four hundred", 1200: "One thousand two hundred",
}  # fmt: skip
# A line that begins with ">" is wrapped like a paragraph, with "|" like a flush one.
_LAYOUT = """\
[Federal Register Volume {volume}, Number {issue} ({weekday}, {day})]
[Notices]
[Pages {page}-{last_page}]
From the Federal Register Online via the Government Publishing Office [www.gpo.gov]
[FR Doc No: {doc}]


-----------------------------------------------------------------------

DEPARTMENT OF DEFENSE

Office of the Secretary

[Transmittal No. {number}]


Arms Sales Notification

AGENCY: Defense Security Cooperation Agency, Department of Defense
(DoD).

ACTION: Arms sales notice.

-----------------------------------------------------------------------

SUMMARY: The DoD makes public the unclassified text of a notification
of an arms sale.

FOR FURTHER INFORMATION CONTACT: N. Harwood at dsca.fr@example.mil or
(703) 555-0162.

SUPPLEMENTARY INFORMATION: Section 155 of Public Law 104-164 of July
21, 1996, calls for the publication of this 36(b)(1) arms sales
notification. What follows is a copy of a letter to the Speaker of the
House of Representatives, Transmittal {number}, with the Policy
Justification and the Sensitivity of Technology attached.

    Dated: {day}.
R. Amberley,
Alternate OSD Federal Register Liaison Officer, Department of Defense.

[[Page {next_page}]]

[GRAPHIC] [TIFF OMITTED] TN{page}.000

Transmittal No. {number}
Notice of Proposed Issuance of Letter of Offer Pursuant to Section
36(b)(1) of the Arms Export Control Act, as Amended
>(i) (U) Prospective Purchaser: Government of {buyer}
    (ii) (U) Total Estimated Value:

Major Defense Equipment *...............  ${equipment} million
Other...................................  ${other} million
                                         -------------------------------
  TOTAL.................................  ${total} million

    Funding Source: National Funds
    (iii) (U) Description and Quantity or Quantities of Articles or
Services under Consideration for Purchase:

Major Defense Equipment (MDE):
{listed}
    (iv) (U) Military Department: Army ({case})
    (v) (U) Prior Related Cases, if any: None
    (vi) (U) Sales Commission, Fee, etc., Paid, Offered, or Agreed to
be Paid: None known at this time
    (vii) (U) Sensitivity of Technology Contained in the Defense
Article or Defense Services Proposed to be Sold: See Attached Annex
    (viii) (U) Date Report Delivered to Congress: {told}

    * As defined in Section 47(6) of the Arms Export Control Act.

POLICY JUSTIFICATION

|{buyer}--{first}

>(U) The Government of {buyer} asks to buy {first} and what else is listed above. The total estimated program cost is ${total} million.
>(U) The sale that is proposed serves the policy of the United States abroad and its security at home, for it makes a partner safer \
whose stability and economic progress matter to the whole region.
>(U) {buyer} will be better able to meet threats that exist now and those that are to come, and to work together with the forces of \
the United States and of other partners. It has operated similar systems for many years and will absorb these articles and services \
into its armed forces without any difficulty.
>(U) The basic military balance in the region stays as it is when this equipment and the support for it are sold.
>(U) The principal contractors will be {contractors}. The U.S. Government knows of no offset agreement proposed in connection with \
this potential sale; the purchaser usually asks for offsets, and any such agreement will be made between it and the contractors.
>(U) To carry out the proposed sale, {people} U.S. Government and {people} contractor representatives will have to travel to the \
purchaser's country for a period of up to {years} years, for technical reviews, training, and support of the program.
>(U) The purchaser will pay for articles and services as they are delivered or rendered, according to the schedule of the Letter of Offer \
and Acceptance, once it has been signed. Description and value are the highest now thought of; what will be ordered in the end depends \
on requirements, budgets and signed agreements, and may be less.
>(U) Nothing in this proposed sale will weaken the defense readiness of the United States.

Transmittal No. {number}

Annex

Item No. vii

    (vii) Sensitivity of Technology:
>1. (U) The articles described above are in service with the armed forces of the United States and of several partners. They are \
handled, stored and accounted for under the agreements on security that are in force between the governments, and every transfer to \
somebody else needs consent in writing.
>2. (U) The highest level of classification of the articles, components and services in this potential sale is SECRET.
>3. (U) Were details of the hardware and software to become known to others, the information could be used to lessen what the systems \
are worth to those who operate them, or to build similar ones.
>4. (U) A determination has been made that {buyer} can provide substantially the same degree of protection for the technology being \
released as the U.S. Government. The sale is needed to further the objectives of foreign policy and national security that the Policy \
Justification sets out.
>5. (U) The purchaser keeps records of every article it receives, reports losses and damage without delay, and lets the U.S. Government \
look at the articles and at the records in the places where they are kept, on days that both sides agree on beforehand.
>6. (U) All defense articles and services listed in this transmittal have been authorized for release and export to {buyer}.

[FR Doc. {doc} Filed {filed}; 8:45 am]
BILLING CODE 6001-FR-P
"""
_NON_MDE = (
    "The list of other articles also holds containers, spare and repair parts, consumables and accessories; publications and technical "
    "documents; support and test equipment; training of personnel and training equipment; software delivery and support; classified and "
    "unclassified manuals; transportation; studies and surveys; engineering, technical and logistics support services of the U.S. "
    "Government and of contractors; warranties; repair and return services; and related elements of logistics and program support."
)
_PLACES = (
    "Fort Worth, Texas", "St. Louis, Missouri", "Andover, Massachusetts", "Bethesda, Maryland", "Tucson, Arizona", "Orlando, Florida",
    "Falls Church, Virginia", "Melbourne, Florida", "Grand Prairie, Texas", "Cincinnati, Ohio", "Huntsville, Alabama", "Endicott, New York",
)  # fmt: skip
_NOUNS = {
    "aircraft": "aircraft", "helicopter": "helicopters", "missile": "missiles", "munition": "bombs", "radar": "radars",
    "vehicle": "vehicles", "artillery": "howitzers", "engine": "engines", "drone": "unmanned aircraft",
}  # fmt: skip


def compose(number: int = 400, real: Path | None = None, seed: int = 36) -> Iterator[bytes]:
    """Different notices as bytes. real: a folder with notices_2026.jsonl and dsca_notices.jsonl, whose lists of items are used."""
    from transmittal.catalogue import load

    chance = random.Random(seed)
    lists = list(_real_lists(real)) if real is not None and real.is_dir() else []
    buyers = [entry.name for entry in load.countries().values() if entry.id != "US"]
    makers = [entry.name for entry in load.makers().values() if entry.country == "US"]
    systems = [f"{entry.name} {_NOUNS[entry.kind]}" for entry in load.systems().values() if entry.kind in _NOUNS and "US" in entry.origin]
    for at in range(number):
        listed = lists[at % len(lists)] if lists else _composed_list(chance, systems)
        firms = [f"{maker}, of {chance.choice(_PLACES)}" for maker in chance.sample(makers, chance.choice((1, 2, 2, 3)))]
        yield _notice(at, chance, listed, chance.choice(buyers), "; ".join(firms)).encode()


def _real_lists(folder: Path) -> Iterator[str]:
    for name, field in (("notices_2026.jsonl", "items_text"), ("dsca_notices.jsonl", "description")):
        path = folder / name
        for line in path.read_text("utf-8").splitlines() if path.is_file() else ():
            listed = json.loads(line)[field]
            if listed:
                yield listed.removeprefix("Major Defense Equipment (MDE): ")


def _composed_list(chance: random.Random, systems: list[str]) -> str:
    counts = chance.choices(list(_COUNTS), k=chance.randint(1, 9))
    return "\n".join(f"{_COUNTS[n]} ({n}) {system}" for n, system in zip(counts, chance.sample(systems, len(counts)), strict=True))


def _notice(at: int, chance: random.Random, listed: str, buyer: str, contractors: str) -> str:
    day = date(2018, 1, 3) + timedelta(days=at * 7 % 2900)
    page, total = 10000 + at * 37, chance.randint(20, 4000)
    letters = [chance.choice("ABEGKNRST") for _ in range(5)]
    if "Non-MDE" not in listed and "Non-Major" not in listed:
        listed = f"{listed}\nNon-MDE:\n{_NON_MDE}"
    filled = _LAYOUT.format(
        volume=day.year - 1935, issue=at % 250 + 1, weekday=f"{day:%A}", day=_printed(day), filed=f"{day:%m-%d-%y}",
        page=page, next_page=page + 1, last_page=page + 2, doc=f"{day.year}-{at * 41 % 30000:05}",
        number=f"{day.year % 100}-{at % 99 + 1:02}",
        buyer=buyer, contractors=contractors, listed="\n".join(">" + line for line in listed.split("\n")), first=listed.split("\n")[0][:90],
        equipment=f"{total * 0.7:.2f}", other=f"{total * 0.3:.2f}", total=f"{total:.2f}",
        told=_printed(day - timedelta(days=chance.randint(20, 60))),
        case=f"{letters[0]}{letters[1]}-{chance.choice('BDP')}-{''.join(letters[2:])}",
        people=_COUNTS[chance.choice((2, 3, 4, 5))].lower(), years=chance.choice("2345"),
    )  # fmt: skip
    return "\n".join(map(_set, filled.split("\n")))


def _printed(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"


def _set(line: str) -> str:
    if line.startswith((">", "|")):
        return textwrap.fill(line[1:], 71, initial_indent="    " if line[0] == ">" else "")
    return line
