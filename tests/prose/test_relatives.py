"""Goods handed over and the order they come from, told in one breath: whose count is whose."""

import pytest
from told import Case, Told, day, of, read_told, year

CLAUSES = [
    Case(
        "a first batch of what was bought",
        "The first batch of 11 HIMARS rocket launchers that Taiwan bought from the United States arrived in Kaohsiung on 5 January.",
        [Told("delivery", "happened", "TW", "US", [of("HIMARS", 11)], None, day("2024-01-05"))],
    ),
    Case(
        "some of those ordered",
        "11 of the 29 HIMARS that Taiwan ordered have arrived.",
        [
            Told("delivery", "happened", "TW", None, [of("HIMARS", 11)]),
            Told("agreement", "happened", "TW", None, [of("HIMARS", 29)]),
        ],
    ),
    Case(
        "no word joins the clause",
        "Seven of the 18 HIMARS launchers Romania bought in 2018 were delivered last year.",
        [
            Told("delivery", "happened", "RO", None, [of("HIMARS", 7)], None, year(2023)),
            Told("agreement", "happened", "RO", None, [of("HIMARS", 18)], None, year(2018)),
        ],
    ),
    Case(
        "a dated purchase without its count",
        "Two MQ-4C Triton drones that Australia purchased in 2018 landed at RAAF Base Tindal on 3 January.",
        [
            Told("delivery", "happened", "AU", None, [of("MQ-4C", 2)], None, day("2024-01-03")),
            Told("agreement", "happened", "AU", None, [of("MQ-4C")], None, year(2018)),
        ],
    ),
    Case(
        "all, whose order stands between commas",
        "All 34 F-35A fighters, bought by Belgium in 2018 for 3.8 billion euros, are to be delivered by 2030.",
        [
            Told("delivery", "scheduled", "BE", None, [of("F-35A", 34)], None, (None, "2030-12-31")),
            Told("agreement", "happened", "BE", None, [of("F-35A", 34)], (3_800_000_000, "EUR", "contract"), year(2018)),
        ],
    ),
    Case(
        "between commas, with its price",
        "The second batch of 42 Abrams tanks, ordered by Taipei in 2019 for NT$40.5 billion, arrived on 4 January.",
        [
            Told("delivery", "happened", "TW", None, [of("Abrams", 42)], None, day("2024-01-04")),
            Told("agreement", "happened", "TW", None, [of("Abrams")], (40_500_000_000, "TWD", "contract"), year(2019)),
        ],
    ),
    Case(
        "a pronoun orders",
        "Estonia has received three of the six HIMARS launchers that it bought for $200 million in 2022.",
        [
            Told("delivery", "happened", "EE", None, [of("HIMARS", 3)]),
            Told("agreement", "happened", "EE", None, [of("HIMARS", 6)], (200_000_000, "USD", "contract"), year(2022)),
        ],
    ),
    Case(
        "the clause has a date of its own",
        "The last six of the 24 MH-60R helicopters that Australia ordered in 2011 were delivered in July 2016.",
        [
            Told("delivery", "happened", "AU", None, [of("MH-60R", 6)], None, ("2016-07-01", "2016-07-31")),
            Told("agreement", "happened", "AU", None, [of("MH-60R", 24)], None, year(2011)),
        ],
    ),
    Case(
        "all of them",
        "The 28 K9 howitzers ordered by Poland were delivered in June 2023.",
        [
            Told("delivery", "happened", "PL", None, [of("K9", 28)], None, ("2023-06-01", "2023-06-30")),
            Told("agreement", "happened", "PL", None, [of("K9", 28)]),
        ],
    ),
    Case(
        "out of the number ordered",
        "Poland took delivery of the first 4 F-35A fighters out of 32 ordered.",
        [
            Told("delivery", "happened", "PL", None, [of("F-35A", 4)]),
            Told("agreement", "happened", "PL", None, [of("F-35A", 32)]),
        ],
    ),
    Case(
        "of all, only some",
        "Of the 66 F-16V fighters that Taiwan bought in 2019, only ten have been delivered.",
        [
            Told("delivery", "happened", "TW", None, [of("F-16V", 10)]),
            Told("agreement", "happened", "TW", None, [of("F-16V", 66)], None, year(2019)),
        ],
    ),
    Case(
        "an order that is the sentence's own step",
        "The 11 HIMARS launchers arrived in Taiwan before the army ordered 29 more.",
        [
            Told("delivery", "happened", "TW", None, [of("HIMARS", 11)]),
            Told("agreement", "happened", "TW", None, [of("HIMARS", 29)]),
        ],
    ),
]

GIVEN_UP = [
    Case(
        "what goes out of service is not what comes",
        "Two AH-64E Apache helicopters were unloaded at Townsville on 11 January. "
        "They are the first of 29 that Australia ordered from the United States in 2021 to take over from its Tigers.",
        [
            Told("delivery", "happened", "AU", "US", [of("AH-64E", 2)], None, day("2024-01-11")),
            Told("agreement", "happened", "AU", "US", [of("AH-64E", 29)], None, year(2021)),
        ],
    ),
    Case(
        "both named",
        "Bulgaria ordered 16 F-16 Block 70 jets to succeed its MiG-29 fleet.",
        [Told("agreement", "happened", "BG", None, [of("F-16", 16, variant="Block 70")])],
    ),
]

IN_HAND = [
    Case(
        "some of them, told behind the order",
        "Denmark signed a contract for 27 F-35A fighters in June 2016 and now has 21 of them.",
        [
            Told("agreement", "happened", "DK", None, [of("F-35A", 27)], None, ("2016-06-01", "2016-06-30")),
            Told("delivery", "happened", "DK", None, [of("F-35A", 21)]),
        ],
    ),
    Case(
        "has some of those on order",
        "Poland now has 46 of the 75 K9 howitzers on order.",
        [
            Told("delivery", "happened", "PL", None, [of("K9", 46)]),
            Told("agreement", "happened", "PL", None, [of("K9", 75)]),
        ],
    ),
    Case(
        "has some of those it ordered",
        "Australia now has 46 of the 75 M1A2 Abrams tanks it ordered.",
        [
            Told("delivery", "happened", "AU", None, [of("Abrams", 46, variant="M1A2")]),
            Told("agreement", "happened", "AU", None, [of("Abrams", 75, variant="M1A2")]),
        ],
    ),
    Case(
        "holds some of those bought abroad",
        "Poland holds 38 of 116 Abrams tanks bought from the United States.",
        [
            Told("delivery", "happened", "PL", "US", [of("Abrams", 38)]),
            Told("agreement", "happened", "PL", "US", [of("Abrams", 116)]),
        ],
    ),
    Case(
        "on order, none in hand",
        "Poland has 180 K2 tanks on order.",
        [Told("agreement", "happened", "PL", None, [of("K2", 180)])],
    ),
    Case("in service is no step", "Australia has 56 F-35A fighters in service.", []),
]

TOTALS = [
    Case(
        "a running total is no count of this batch",
        "Taiwan received 42 more M1A2T tanks, bringing the total to 80.",
        [Told("delivery", "happened", "TW", None, [of("Abrams", 42, variant="M1A2T")])],
    ),
    Case(
        "the total before its noun",
        "A further 42 M1A2T tanks arrived in Taipei on 7 January, bringing to 80 the number of tanks delivered to Taiwan.",
        [Told("delivery", "happened", "TW", None, [of("Abrams", 42, variant="M1A2T")], None, day("2024-01-07"))],
    ),
    Case(
        "a fleet that grows",
        "Japan took delivery of two E-2D aircraft, which brings the number of Hawkeyes delivered to five.",
        [Told("delivery", "happened", "JP", None, [of("E-2D", 2)])],
    ),
    Case(
        "what comes in is a ceiling, no total",
        "Taiwan signed a contract for Harpoon missiles. It takes in up to 400 missiles.",
        [Told("agreement", "happened", "TW", None, [of("Harpoon", 400, "max")])],
    ),
    Case(
        "the last of an order",
        "The last 28 M1A2T tanks arrived in Taiwan, completing the order of 108.",
        [
            Told("delivery", "happened", "TW", None, [of("Abrams", 28, variant="M1A2T")]),
            Told("agreement", "happened", "TW", None, [of("Abrams", 108, variant="M1A2T")]),
        ],
    ),
    Case(
        "an order completed says nothing of its own",
        "South Korea delivered the last 18 of 180 K2 tanks to Poland, completing the order.",
        [Told("delivery", "happened", "PL", "KR", [of("K2", 18)])],
    ),
    Case(
        "the contract completed is dated",
        "Japan has received its sixth KC-46A tanker, completing the contract for six aircraft signed in 2017.",
        [
            Told("delivery", "happened", "JP", None, [of("KC-46A", 1)]),
            Told("agreement", "happened", "JP", None, [of("KC-46A", 6)], None, year(2017)),
        ],
    ),
]

PACKAGES = [
    Case(
        "each with its price",
        "The State Department approved the sale to Taiwan of AIM-120C-8 missiles worth $330 million and TPS-77 radars worth $828 million.",
        [
            Told("approval", "happened", "TW", "US", [of("AIM-120C-8")], (330_000_000, "USD", "estimate"), None, "State Department"),
            Told("approval", "happened", "TW", "US", [of("TPS-77")], (828_000_000, "USD", "estimate"), None, "State Department"),
        ],
    ),
    Case(
        "the price before the goods",
        "Washington approved a $300 million sale of 48 Javelin missiles and a separate $510 million package of JDAM kits for Australia.",
        [
            Told("approval", "happened", "AU", "US", [of("Javelin", 48)], (300_000_000, "USD", "estimate")),
            Told("approval", "happened", "AU", "US", [of("JDAM")], (510_000_000, "USD", "estimate")),
        ],
    ),
    Case(
        "respectively",
        "The US approved the sale to Japan of 16 SM-6 missiles and 50 JASSM-ER missiles worth $450 million and $104 million respectively.",
        [
            Told("approval", "happened", "JP", "US", [of("SM-6", 16)], (450_000_000, "USD", "estimate")),
            Told("approval", "happened", "JP", "US", [of("JASSM-ER", 50)], (104_000_000, "USD", "estimate")),
        ],
    ),
    Case(
        "two contracts",
        "Romania signed a $920 million contract for 54 K9 howitzers and a $4 billion contract for 216 Abrams tanks.",
        [
            Told("agreement", "happened", "RO", None, [of("K9", 54)], (920_000_000, "USD", "contract")),
            Told("agreement", "happened", "RO", None, [of("Abrams", 216)], (4_000_000_000, "USD", "contract")),
        ],
    ),
]

MAKERS = [
    Case(
        "signed with a foreign maker",
        "The Australian government has signed a contract with Hanwha to build 129 Redback vehicles worth A$7 billion.",
        [Told("agreement", "happened", "AU", "KR", [of("Redback", 129)], (7_000_000_000, "AUD", "contract"))],
    ),
    Case(
        "awarded to the maker's local firm",
        "Australia awarded Hanwha Defence Australia a A$7bn contract to build 129 Redback infantry fighting vehicles.",
        [Told("award", "happened", "AU", None, [of("Redback", 129)], (7_000_000_000, "AUD", "contract"))],
    ),
    Case(
        "a contract to deliver delivers nothing yet",
        "Rheinmetall has been awarded a €1.5 billion contract to deliver 211 Boxer vehicles to the Australian Army.",
        [Told("award", "happened", "AU", "DE", [of("Boxer", 211)], (1_500_000_000, "EUR", "contract"))],
    ),
    Case(
        "the maker's country, not named",
        "Poland signed a $6.5 billion contract with Hyundai Rotem for 180 K2 tanks.",
        [Told("agreement", "happened", "PL", "KR", [of("K2", 180)], (6_500_000_000, "USD", "contract"))],
    ),
    Case(
        "won by a foreign maker",
        "Hanwha Aerospace won an order from Norway for 24 K9 howitzers.",
        [Told("award", "happened", "NO", "KR", [of("K9", 24)])],
    ),
]

CASES = [*CLAUSES, *GIVEN_UP, *IN_HAND, *TOTALS, *PACKAGES, *MAKERS]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_events(case: Case) -> None:
    assert read_told(case.text, case.published) == case.events
