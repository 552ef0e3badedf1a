"""Which rows a case has on a day, at which amount, and why others are left out: each rule alone."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

import pytest
from backlog_builders import MILLION, case, told

from transmittal.cases.backlog import Backlog, backlog, load_method
from transmittal.model import CaseFile, DocumentKind, KeptEvent


@dataclass
class Case:
    """lines: amounts in millions, None for unknown, in the order in which they entered; out: the reasons of what is left out."""

    name: str
    events: list[KeptEvent]
    lines: list[int | None]
    out: list[str] = field(default_factory=list)
    method: str = "notified"
    on: str = "2025-12-31"
    tags: tuple[str, ...] = ()

    @property
    def file(self) -> CaseFile:
        return case(*self.events, tags=self.tags)


HIMARS = told("approval", "2020-10-21", 436, {"himars": 11, "atacms": 64}, transmittal="20-42")
MORE_HIMARS = told(
    "change", "2022-12-05", 520, {"himars": 18}, said="The total case value will increase by {}.", transmittal="22-0Q", related=("20-42",)
)
MORE = (
    "This transmittal notifies the addition of 18 launchers. "
    "The estimated MDE value will increase by $390 million to a revised $606 million. "
    "The total estimated case value will increase by $520 million to a revised $956 million."
)
WITHIN = (
    "The MDE value will increase by $39 million to a revised $255 million "
    "but will not require an increase in the estimated total case value. "
    "The estimated total case value of $436 million will remain unchanged."
)
ELEVEN = told("delivery", "2024-11-04", None, {"himars": 11}, tier="press", said="The 11 launchers landed in Taichung.")
TANKS = told("approval", "2019-07-08", 2000, {"abrams": 108, "m88": 14}, transmittal="19-22")
BATCHES = [
    told("delivery", "2024-12-15", None, {"abrams": 38}, tier="press", said="A first batch of 38 tanks arrived."),
    told("delivery", "2025-07-27", None, {"abrams": 42}, tier="press", said="The second batch, 42 tanks, arrived."),
]
LAST_BATCH = told("delivery", "2026-01-28", None, {"abrams": 28}, tier="press", said="A further 28 tanks arrived.")
CEILINGS = [
    Case(
        "one certification in three prints is one figure, the notice's",
        [
            told("approval", "2020-10-26", 2400, {"hcds": 100}, tier="seller", kind=DocumentKind.PRESS_RELEASE),
            told(
                "approval",
                "2020-10-26",
                2370,
                {"hcds": 100},
                known="2020-11-17",
                kind=DocumentKind.CONGRESSIONAL_RECORD,
                transmittal="20-68",
            ),
            told("approval", "2020-10-26", 2370, {"hcds": 100}, known="2022-01-14", transmittal="20-68"),
        ],
        [2370],
    ),
    Case(
        "the seller's paper is believed, not the newspaper that rounds",
        [TANKS, told("approval", "2019-07-09", 2200, {"abrams": 108}, tier="press")],
        [2000],
    ),
    Case("a newspaper alone will do", [told("approval", "2023-03-16", 895, {"tomahawk": 220}, tier="press")], [895]),
    Case(
        "of several newspapers, what most of them say",
        [
            told("approval", "2023-03-16", 895, {"tomahawk": 220}, tier="press", paper="a"),
            told("approval", "2023-03-16", 1300, {"tomahawk": 220}, tier="press", paper="b"),
            told("approval", "2023-03-17", 895, {"tomahawk": 220}, tier="press", paper="c"),
        ],
        [895],
    ),
    Case("a notification without an amount is unknown, never nothing", [told("approval", "2023-03-16", None, {"tomahawk": 220})], [None]),
    Case("a notification later than the day is not on the list", [TANKS], [], on="2019-07-07"),
    Case("nor is one that is only expected", [told("approval", "2019-07-08", 2000, {"abrams": 108}, modality="expected")], []),
    Case("an increase is in the ceiling", [HIMARS, MORE_HIMARS], [956]),
    Case(
        "an increase in the total is no new total",
        [
            HIMARS,
            told("change", "2022-12-05", 120, said="an increase in the total case value of {}", transmittal="22-0Q", related=("20-42",)),
        ],
        [556],
    ),
    Case("before it was reported it is not", [HIMARS, MORE_HIMARS], [436], on="2022-12-04"),
    Case(
        "the same increase in the Record and the Register counts once",
        [
            HIMARS,
            MORE_HIMARS,
            told(
                "change",
                "2022-12-05",
                520,
                {"himars": 18},
                known="2024-04-01",
                said="to increase by {}",
                transmittal="0Q-22",
                related=("20-42",),
            ),
        ],
        [956],
    ),
    Case(
        "a new total replaces",
        [HIMARS, told("change", "2022-12-05", 956, {"himars": 18}, said="resulting in a total case value of {}", transmittal="22-0Q")],
        [956],
    ),
    Case(
        "a report that adds nothing changes nothing",
        [HIMARS, told("change", "2022-12-05", None, {"himars": None}, transmittal="22-0Q")],
        [436],
    ),
    Case(
        "what the buyer pays in its own money is inside the ceiling",
        [HIMARS, told("change", "2023-08-01", 900, currency="TWD", tier="buyer")],
        [436],
    ),
    Case(
        "what the reader left unread is read in the report's own words, and not the share of major equipment",
        [HIMARS, told("change", "2022-12-05", None, {"himars": 18}, transmittal="22-0Q", said=MORE)],
        [956],
    ),
    Case(
        "goods within the same total add nothing",
        [HIMARS, told("change", "2022-12-05", None, {"himars": 2}, transmittal="22-0Q", said=WITHIN)],
        [436],
        method="tsm",
    ),
    Case(
        "counted goods at a price nobody gives are a line of unknown amount",
        [HIMARS, told("change", "2022-12-05", None, {"himars": 18}, transmittal="22-0Q", said="This report adds 18 launchers.")],
        [436, None],
        method="tsm",
    ),
    Case(
        "a re-certification of the chain replaces",
        [HIMARS, told("approval", "2022-12-05", 956, {"himars": 29}, transmittal="22-0Q", related=("20-42",))],
        [956],
    ),
    Case(
        "a later certification that names the first is a step of its chain",
        [HIMARS, told("approval", "2023-12-05", 1100, {"himars": 40}, transmittal="23-70", related=("20-42",))],
        [1100],
    ),
    Case(
        "two certifications in one case are two lines",
        [HIMARS, told("approval", "2023-12-05", 300, {"gmlrs": 100}, transmittal="23-70")],
        [436, 300],
    ),
    Case(
        "a newspaper that recalls the sale years later opens no new one",
        [HIMARS, told("approval", None, 450, {"himars": 11}, tier="press", known="2024-11-05")],
        [436],
    ),
]
DELIVERIES = [
    Case("38 and 42 of 108 are not all", [TANKS, *BATCHES], [2000], method="tsm"),
    Case("38, 42 and 28 of 108 are", [TANKS, *BATCHES, LAST_BATCH], [], ["delivered"], method="tsm", on="2026-01-31"),
    Case("but not on the day before", [TANKS, *BATCHES, LAST_BATCH], [2000], method="tsm", on="2026-01-27"),
    Case("recovery vehicles that nobody saw keep it on the strict list", [TANKS, *BATCHES, LAST_BATCH], [2000], on="2026-01-31"),
    Case(
        "a batch told by four papers is one batch",
        [TANKS, BATCHES[0], *[told("delivery", f"2024-12-{d}", None, {"abrams": 38}, tier="press") for d in (15, 16, 18, 30)]],
        [2000],
        method="tsm",
    ),
    Case(
        "a running total is not added to its batches",
        [TANKS, *BATCHES, told("delivery", "2025-08-20", None, {"abrams": 80}, tier="press", said="So far 80 tanks have come.")],
        [2000],
        method="tsm",
    ),
    Case(
        "a year's count holds the batches of the year",
        [TANKS, *BATCHES, told("delivery", ("2024-12-01", "2025-12-31"), None, {"abrams": 80}, tier="press")],
        [2000],
        method="tsm",
    ),
    Case(
        "the last batch, said in words",
        [TANKS, told("delivery", "2026-01-28", None, {"abrams": None}, tier="press", said="The final batch of tanks arrived at the port.")],
        [],
        ["delivered"],
        method="tsm",
        on="2026-01-31",
    ),
    Case(
        "the last batch is not what is still to come",
        [
            TANKS,
            told("delivery", "2025-07-28", None, {"abrams": 42}, tier="press", said="42 tanks came; the final batch will arrive in 2026."),
        ],
        [2000],
        method="tsm",
    ),
    Case(
        "all 38 of a first batch are not all",
        [TANKS, told("delivery", "2024-12-15", None, {"abrams": 38}, tier="press", said="All 38 tanks have arrived.")],
        [2000],
        method="tsm",
    ),
    Case(
        "in Chinese",
        [TANKS, told("delivery", "2026-01-28", None, {"abrams": 28}, tier="press", said="最後一批28輛戰車今日運抵台北港")],
        [],
        ["delivered"],
        method="tsm",
        on="2026-01-31",
    ),
    Case(
        "deliveries begun, no count: still there",
        [TANKS, told("delivery", "2024-12-15", None, {"abrams": None}, tier="press", said="Deliveries have begun.")],
        [2000],
        method="tsm",
    ),
    Case("a delivery that is only planned", [TANKS, told("delivery", "2024-12-15", None, {"abrams": 108}, modality="scheduled")], [2000]),
    Case(
        "fewer were ordered than notified, and all of them came",
        [
            told("approval", "2018-11-29", 655, {"himars": 56}),
            told("agreement", "2019-02-13", 414, {"himars": 20}, tier="buyer"),
            told("delivery", ("2023-05-15", "2023-12-20"), None, {"himars": 20}, tier="buyer"),
        ],
        [],
        ["delivered"],
    ),
    Case(
        "what a paper calls ordered and delivered in one breath is a batch",
        [
            told("approval", "2021-04-29", 259, {"ch-47": 4}),
            told("agreement", ("2021-01-01", "2021-12-31"), None, {"ch-47": 2}, tier="press", paper="p", known="2021-07-14"),
            told("delivery", "2021-07-09", None, {"ch-47": 2}, tier="press", paper="p", known="2021-07-14"),
        ],
        [259],
    ),
    Case(
        "the register's rows add up, and stand beside the news",
        [
            told("approval", "2017-06-29", 175, {"mk-54": 168}),
            told("delivery", ("2020-01-01", "2020-12-31"), None, {"mk-54": 68}, tier="register", paper="r", known="2024-03-11"),
            told("delivery", ("2022-01-01", "2022-12-31"), None, {"mk-54": 100}, tier="register", paper="r", known="2024-03-11"),
        ],
        [],
        ["delivered"],
    ),
    Case(
        "practice rounds and the containers of a version are not waited for",
        [
            told("approval", "2022-09-02", 85, {"aim-9x/Block II": 100, "aim-9x/captive air training missile": 20}),
            told("delivery", "2025-05-01", None, {"aim-9x": 100}, tier="press"),
        ],
        [],
        ["delivered"],
    ),
    Case(
        "two versions of an aircraft are both waited for",
        [
            told("approval", "2019-08-20", 8000, {"f-16/C": 56, "f-16/D": 10}),
            told("delivery", "2025-05-01", None, {"f-16/C": 56}, tier="press"),
        ],
        [8000],
    ),
]
TSM = [
    Case("an increase with goods of its own has a line of its own", [HIMARS, MORE_HIMARS], [436, 520], method="tsm"),
    Case("the first lot came: its line leaves, the other stays", [HIMARS, MORE_HIMARS, ELEVEN], [520], ["delivered"], method="tsm"),
    Case(
        "both came",
        [HIMARS, MORE_HIMARS, ELEVEN, told("delivery", "2025-11-01", None, {"himars": 18}, tier="press")],
        [],
        ["delivered", "delivered"],
        method="tsm",
    ),
    Case(
        "an increase without goods is in the line",
        [HIMARS, told("change", "2022-12-05", 20, said="The total will increase by {}.", transmittal="22-0Q")],
        [456],
        method="tsm",
    ),
    Case("cancelled", [TANKS, told("halt", "2022-05-03", None, {"abrams": None}, tier="buyer")], [], ["halted"], method="tsm"),
    Case("cancelled later than the day", [TANKS, told("halt", "2022-05-03", None, tier="buyer")], [2000], method="tsm", on="2022-05-02"),
    Case(
        "not cancelled, says the ministry", [TANKS, told("halt", "2022-05-03", None, modality="denied", tier="buyer")], [2000], method="tsm"
    ),
    Case(
        "suspended and taken up again",
        [TANKS, told("halt", "2022-05-03", None, tier="press"), told("delivery", "2024-12-15", None, {"abrams": 38}, tier="press")],
        [2000],
        method="tsm",
    ),
    Case("sold commercially", [told("approval", "2021-05-03", 100, {"himars": 4}, channel="DCS")], [], ["channel"], method="tsm"),
    Case("sold by another state", [told("approval", "2021-05-03", 100, {"mica": 40}, channel=None, supplier="FR")], [], ["channel"], "tsm"),
    Case("never notified", [told("agreement", "2021-05-03", 100, {"himars": 4})], [], ["not notified"], method="tsm"),
    Case("a plan is nothing to look for", [told("plan", "2021-05-03", 100, {"himars": 4}, basis="budget")], [], method="tsm"),
    Case(
        "upkeep by its title",
        [
            told(
                "approval",
                "2024-09-16",
                228,
                {"f-16": None},
                kind=DocumentKind.PRESS_RELEASE,
                title="TECRO – Return, Repair, and Reshipment of Spare Parts",
            )
        ],
        [],
        ["support"],
        method="tsm",
    ),
    Case(
        "upkeep by its description",
        [
            told(
                "approval",
                "2022-02-07",
                100,
                {"patriot": None},
                said="(MDE): None\n\nNon-MDE: Services that sustain the Patriot; and other",
            )
        ],
        [],
        ["support"],
        method="tsm",
    ),
    Case(
        "goods that come with spare parts are goods",
        [
            told(
                "approval",
                "2022-02-07",
                100,
                {"patriot": None},
                said="a possible sale of Patriot radars and related spare parts and training",
            )
        ],
        [100],
        method="tsm",
    ),
    Case("upkeep counts on the other list", [told("approval", "2022-02-07", 100, {"patriot": None}, said="sustainment of Patriot")], [100]),
    Case("a person's tag decides", [TANKS], [], ["support"], method="tsm", tags=("sustainment",)),
    Case(
        "in both directions",
        [told("approval", "2022-02-07", 100, {"patriot": None}, said="sustainment of Patriot")],
        [100],
        method="tsm",
        tags=("not-sustainment",),
    ),
]
AGREED = [
    Case(
        "signed at what the buyer says",
        [TANKS, told("agreement", "2019-12-13", 1500, {"abrams": 108}, tier="buyer")],
        [1500],
        method="agreed",
    ),
    Case("notified only", [TANKS], [], ["not signed"], method="agreed"),
    Case("signed at a price nobody gives", [TANKS, told("agreement", "2019-12-13", None, {"abrams": 108})], [None], method="agreed"),
    Case(
        "one signing in many papers",
        [
            told("agreement", "2019-12-13", 1500, {"abrams": 108}, tier="press", paper="a"),
            told("agreement", "2019-12-14", 1500, {"abrams": 108}, tier="press", paper="b"),
            told("agreement", None, None, {"abrams": 108}, tier="press", known="2024-01-01"),
        ],
        [1500],
        method="agreed",
    ),
    Case(
        "two letters of offer, two lines",
        [
            told("agreement", "2019-12-13", 1500, {"abrams": 60}, tier="buyer"),
            told("agreement", "2021-06-01", 900, {"abrams": 48}, tier="buyer"),
        ],
        [1500, 900],
        method="agreed",
    ),
    Case(
        "an amendment grows the agreement",
        [
            told("agreement", "2019-12-13", 1500, {"abrams": 60}, tier="buyer"),
            told("change", "2021-06-01", 200, tier="buyer", basis="contract"),
        ],
        [1700],
        method="agreed",
    ),
    Case(
        "a contract that industry got is another sum",
        [
            told("agreement", "2019-12-13", 1500, {"abrams": 60}, tier="buyer"),
            told("change", "2021-06-01", 200, basis="contract", kind=DocumentKind.CONTRACT_ANNOUNCEMENT),
            told("award", "2021-06-01", 700, basis="contract", kind=DocumentKind.CONTRACT_ANNOUNCEMENT),
        ],
        [1500],
        method="agreed",
    ),
    Case(
        "measured by what was notified when the signing counts nothing",
        [TANKS, told("agreement", "2019-12-13", 1500, {"abrams": None}, tier="buyer"), *BATCHES],
        [1500],
        method="agreed",
    ),
]


@pytest.mark.parametrize("wanted", CEILINGS + DELIVERIES + TSM + AGREED, ids=lambda c: c.name)
def test_rows(wanted: Case) -> None:
    found = backlog([wanted.file], load_method(wanted.method), date.fromisoformat(wanted.on))
    assert _told(found) == (wanted.lines, wanted.out), "\n".join(x.because for x in (*found.lines, *found.excluded))


def _told(found: Backlog) -> tuple[list[int | None], list[str]]:
    lines = [None if line.amount is None else int(line.amount / MILLION) for line in found.lines]
    return lines, [left_out.reason for left_out in found.excluded]


@pytest.mark.parametrize("wanted", CEILINGS + DELIVERIES + TSM + AGREED, ids=lambda c: c.name)
def test_totals_and_evidence(wanted: Case) -> None:
    """Whatever the rule: the total is the sum of the lines, and each line and exclusion cites a paper of its case in one sentence."""
    found = backlog([wanted.file], load_method(wanted.method), date.fromisoformat(wanted.on))
    assert found.total.amount == sum((line.amount for line in found.lines if line.amount is not None), Decimal(0))
    papers = {k.paper.id for k in wanted.events}
    for row in (*found.lines, *found.excluded):
        assert {q.paper.id for q in row.evidence} <= papers
        assert row.evidence
        assert row.because.endswith(".")
        assert "\n" not in row.because
    for line in found.lines:
        assert line.amount is None or all(q.mention.quote.startswith("$") for q in line.evidence)
