"""What one sentence takes from the sentences before it: the buyer, the goods, their count, and which of two purchases is meant."""

import pytest
from told import Case, Miss, Told, day, of, read_told, year

PRONOUNS = [
    Case(
        "the other forty-seven",
        "Turkey signed a contract for 60 F-16 fighters. The first 13 jets arrived in 2023. The other 47 will arrive by 2030.",
        [
            Told("agreement", "happened", "TR", None, [of("F-16", 60)]),
            Told("delivery", "happened", "TR", None, [of("F-16", 13)], None, year(2023)),
            Told("delivery", "scheduled", "TR", None, [of("F-16", 47)], None, (None, "2030-12-31")),
        ],
    ),
    Case(
        "it and them",
        "Japan signed a contract for 400 Tomahawk missiles. It will receive them from 2025.",
        [
            Told("agreement", "happened", "JP", None, [of("Tomahawk", 400)]),
            Told("delivery", "scheduled", "JP", None, [of("Tomahawk")], None, ("2025-01-01", None)),
        ],
    ),
    Case(
        "the missiles",
        "Denmark signed a contract for Javelin missiles from the United States in May 2022. The missiles were delivered in 2023.",
        [
            Told("agreement", "happened", "DK", "US", [of("Javelin")], None, ("2022-05-01", "2022-05-31")),
            Told("delivery", "happened", "DK", "US", [of("Javelin")], None, year(2023)),
        ],
    ),
    Case(
        "the last of them",
        "India bought 36 Rafale fighters from France in 2016. The last of them arrived in December 2022.",
        [
            Told("agreement", "happened", "IN", "FR", [of("Rafale", 36)], None, year(2016)),
            Told("delivery", "happened", "IN", "FR", [of("Rafale", 1)], None, ("2022-12-01", "2022-12-31")),
        ],
    ),
    Case(
        "the government of a country named before",
        "Sweden is rearming. The government ordered 44 Leopard 2A8 tanks in January.",
        [Told("agreement", "happened", "SE", None, [of("Leopard 2", 44, variant="2A8")], None, ("2024-01-01", "2024-01-31"))],
    ),
    Case(
        "the short form of a name",
        "Poland planned to buy 50 H225M Caracal helicopters from France. It cancelled the Caracal purchase in October 2016.",
        [
            Told("plan", "happened", "PL", "FR", [of("H225M", 50)]),
            Told("halt", "happened", "PL", "FR", [of("H225M")], None, ("2016-10-01", "2016-10-31")),
        ],
    ),
    Case(
        "a speaker's pronoun",
        "Danish Defence Minister Troels Lund Poulsen said Denmark will buy 16 F-35A jets. He said the jets will be delivered in 2027.",
        [
            Told("plan", "happened", "DK", None, [of("F-35A", 16)], None, None, "Troels Lund Poulsen"),
            Told("delivery", "scheduled", "DK", None, [of("F-35A")], None, year(2027), "Troels Lund Poulsen"),
        ],
    ),
    Case(
        "some of them, and the others",
        "Greece signed a contract with France for 24 Rafale fighters. Six of them arrived in 2021; the other 18 are due in 2024.",
        [
            Told("agreement", "happened", "GR", "FR", [of("Rafale", 24)]),
            Told("delivery", "happened", "GR", "FR", [of("Rafale", 6)], None, year(2021)),
            Told("delivery", "scheduled", "GR", "FR", [of("Rafale", 18)], None, year(2024)),
        ],
    ),
    Case(
        "the remaining ones",
        "Argentina bought 24 F-16 fighters from Denmark. Six have been delivered. The remaining 18 jets will be handed over by 2028.",
        [
            Told("agreement", "happened", "AR", "DK", [of("F-16", 24)]),
            Told("delivery", "happened", "AR", "DK", [of("F-16", 6)]),
            Told("delivery", "scheduled", "AR", "DK", [of("F-16", 18)], None, (None, "2028-12-31")),
        ],
    ),
]

SLOTS = [
    Case(
        "the sum in the next sentence",
        "Hungary signed a contract with Sweden for four Gripen C fighters. The deal is worth 380 million euros.",
        [Told("agreement", "happened", "HU", "SE", [of("Gripen C", 4)], (380_000_000, "EUR", "contract"))],
    ),
    Case(
        "the day in the next sentence",
        "Belgium bought 34 F-35A jets from the United States. The contract was signed on 25 October 2018.",
        [Told("agreement", "happened", "BE", "US", [of("F-35A", 34)], None, day("2018-10-25"))],
    ),
    Case(
        "told twice, once kept",
        "Japan plans to buy 400 Tomahawk missiles from the United States. The plan to buy 400 Tomahawk missiles has a price.",
        [Told("plan", "happened", "JP", "US", [of("Tomahawk", 400)])],
    ),
    Case(
        "a whole life",
        "Taiwan formally requested 66 F-16 Block 70 fighters in February 2019. "
        "The United States approved the sale in August 2019. "
        "The two sides signed the contract in December 2019. "
        "The first aircraft was delivered in March 2025.",
        [
            Told("request", "happened", "TW", "US", [of("F-16", 66, variant="Block 70")], None, ("2019-02-01", "2019-02-28")),
            Told("approval", "happened", "TW", "US", [of("F-16")], None, ("2019-08-01", "2019-08-31")),
            Told("agreement", "happened", "TW", "US", [of("F-16")], None, ("2019-12-01", "2019-12-31")),
            Told("delivery", "happened", "TW", "US", [of("F-16", 1)], None, ("2025-03-01", "2025-03-31")),
        ],
        None,
    ),
    Case(
        "cancelled later",
        "Indonesia signed a contract with Qatar for 12 Mirage 2000-5 fighters. The deal was later cancelled.",
        [
            Told("agreement", "happened", "ID", "QA", [of("Mirage 2000-5", 12)]),
            Told("halt", "happened", "ID", "QA", [of("Mirage 2000-5")]),
        ],
    ),
    Case(
        "not cancelled",
        "Switzerland ordered 36 F-35A fighters in 2022. The order has not been cancelled.",
        [
            Told("agreement", "happened", "CH", None, [of("F-35A", 36)], None, year(2022)),
            Told("halt", "denied", "CH", None, [of("F-35A")]),
        ],
    ),
    Case(
        "an order cut",
        "Italy ordered 90 F-35A jets in 2012. The order was reduced to 60 jets in 2016.",
        [
            Told("agreement", "happened", "IT", None, [of("F-35A", 90)], None, year(2012)),
            Told("change", "happened", "IT", None, [of("F-35A", 60)], None, year(2016)),
        ],
    ),
    Case(
        "late",
        "Brazil bought 36 Gripen E fighters from Sweden. Deliveries have been delayed by two years.",
        [
            Told("agreement", "happened", "BR", "SE", [of("Gripen E", 36)]),
            Told("change", "happened", "BR", "SE", [of("Gripen E")]),
        ],
    ),
    Case(
        "a slip that may come, a newspaper says so",
        "Japan bought 400 Tomahawk missiles. Deliveries could slip by two years, the Financial Times reported.",
        [
            Told("agreement", "happened", "JP", None, [of("Tomahawk", 400)]),
            Told("change", "possible", "JP", None, [of("Tomahawk")], None, None, "Financial Times"),
        ],
    ),
    Case(
        "an order enlarged by a sum",
        "Germany signed a contract with Israel for the Arrow 3 system in 2023. It enlarged the contract by $3.1 billion in December 2025.",
        [
            Told("agreement", "happened", "DE", "IL", [of("Arrow 3")], None, year(2023)),
            Told("change", "happened", "DE", "IL", [of("Arrow 3")], (3_100_000_000, "USD", "contract"), ("2025-12-01", "2025-12-31")),
        ],
        None,
    ),
    Case(
        "the seller hands over, as told before",
        "Thailand signed a contract with Sweden for four Gripen E jets. Sweden will deliver them by 2029.",
        [
            Told("agreement", "happened", "TH", "SE", [of("Gripen E", 4)]),
            Told("delivery", "scheduled", "TH", "SE", [of("Gripen E")], None, (None, "2029-12-31")),
        ],
    ),
]

APART = [
    Case(
        "two purchases of one buyer",
        "Poland signed a contract for 180 K2 tanks from South Korea in August 2022. "
        "In January 2020 it signed a contract with the United States for 32 F-35A jets. "
        "The tanks will be delivered by 2025. The jets will be delivered from 2026.",
        [
            Told("agreement", "happened", "PL", "KR", [of("K2", 180)], None, ("2022-08-01", "2022-08-31")),
            Told("agreement", "happened", "PL", "US", [of("F-35A", 32)], None, ("2020-01-01", "2020-01-31")),
            Told("delivery", "scheduled", "PL", "KR", [of("K2")], None, (None, "2025-12-31")),
            Told("delivery", "scheduled", "PL", "US", [of("F-35A")], None, ("2026-01-01", None)),
        ],
    ),
    Case(
        "a second contract for the same tank",
        "Poland signed a contract with South Korea for 180 K2 tanks in August 2022. "
        "A second contract for 180 K2 tanks worth $6.5 billion was signed in August 2025.",
        [
            Told("agreement", "happened", "PL", "KR", [of("K2", 180)], None, ("2022-08-01", "2022-08-31")),
            Told("agreement", "happened", "PL", "KR", [of("K2", 180)], (6_500_000_000, "USD", "contract"), ("2025-08-01", "2025-08-31")),
        ],
        None,
    ),
    Case(
        "two buyers in one sentence",
        "Greece ordered 20 F-35A fighters, while Oman ordered 12 Typhoon fighters.",
        [
            Told("agreement", "happened", "GR", None, [of("F-35A", 20)]),
            Told("agreement", "happened", "OM", None, [of("Typhoon", 12)]),
        ],
    ),
    Case(
        "as many from another owner",
        "Turkey bought 12 used Typhoon jets from Qatar. It will buy as many from Oman.",
        [
            Told("agreement", "happened", "TR", "QA", [of("Typhoon", 12)]),
            Told("plan", "happened", "TR", "OM", [of("Typhoon", 12)]),
        ],
    ),
    Case(
        "as many for another buyer",
        "Estonia ordered six HIMARS launchers. Latvia ordered as many.",
        [
            Told("agreement", "happened", "EE", None, [of("HIMARS", 6)]),
            Told("agreement", "happened", "LV", None, [of("HIMARS", 6)]),
        ],
    ),
    Case(
        "the same system, two buyers",
        "Romania ordered 54 K9 howitzers from South Korea in July. Finland ordered 38 K9 howitzers in 2021.",
        [
            Told("agreement", "happened", "RO", "KR", [of("K9", 54)], None, ("2023-07-01", "2023-07-31")),
            Told("agreement", "happened", "FI", "KR", [of("K9", 38)], None, year(2021)),
        ],
    ),
    Case(
        "users of the same thing buy nothing",
        "Japan will buy 400 Tomahawk missiles from the United States. Britain and Australia also use the Tomahawk.",
        [Told("plan", "happened", "JP", "US", [of("Tomahawk", 400)])],
    ),
    Case(
        "numbers of something else",
        "Finland ordered 64 F-35A fighters. Two bases will be rebuilt, and 300 technicians will be trained.",
        [Told("agreement", "happened", "FI", None, [of("F-35A", 64)])],
    ),
]

FRAGMENTS = [
    Case(
        "a count on its own",
        "Japan plans to buy Tomahawk missiles. How many? Up to 400. It signed the contract in January.",
        [
            Told("plan", "happened", "JP", None, [of("Tomahawk")]),
            Told("agreement", "happened", "JP", None, [of("Tomahawk", 400, "max")], None, ("2024-01-01", "2024-01-31")),
        ],
    ),
    Case(
        "a denial as an answer",
        "Spain considered buying F-35B fighters. Has it ordered any? No.",
        [Told("plan", "possible", "ES", None, [of("F-35B")])],
    ),
]

PARTIES = [
    Case(
        "a dateline beside the maker's country",
        "WASHINGTON, Jan. 18 -- Croatia signed a contract with France for 12 Rafale fighters.",
        [Told("agreement", "happened", "HR", "FR", [of("Rafale", 12)])],
    ),
    Case(
        "no supplier where nobody names one",
        "Chile ordered ten F-16 fighters in 2002.",
        [Told("agreement", "happened", "CL", None, [of("F-16", 10)], None, year(2002))],
    ),
    Case(
        "an agency's dateline",
        "TOKYO (Reuters) - Australia will buy 11 MH-60R helicopters from the United States.",
        [Told("plan", "happened", "AU", "US", [of("MH-60R", 11)])],
    ),
    Case(
        "a war in the sentence before",
        "The war in Ukraine has emptied depots. Lithuania ordered eight HIMARS launchers.",
        [Told("agreement", "happened", "LT", None, [of("HIMARS", 8)])],
    ),
    Case(
        "where a firm is at home",
        "The Swedish company Saab will deliver four Gripen E jets to Hungary in 2026.",
        [Told("delivery", "scheduled", "HU", "SE", [of("Gripen E", 4)], None, year(2026))],
    ),
    Case(
        "an owner who is not the maker",
        "Greece bought six used Rafale fighters from the French Air Force.",
        [Told("agreement", "happened", "GR", "FR", [of("Rafale", 6)])],
    ),
    Case(
        "the maker's country named later",
        "Chile ordered ten F-16 fighters. The American jets were delivered in 2006.",
        [
            Told("agreement", "happened", "CL", "US", [of("F-16", 10)]),
            Told("delivery", "happened", "CL", "US", [of("F-16")], None, year(2006)),
        ],
    ),
    Case(
        "a dateline is no party and no day",
        "PARIS, Jan. 18 -- Croatia ordered 12 Rafale fighters.",
        [Told("agreement", "happened", "HR", None, [of("Rafale", 12)])],
    ),
    Case(
        "a war elsewhere is no buyer",
        "Since Russia invaded Ukraine, Norway has ordered 54 Leopard 2A8 tanks.",
        [Told("agreement", "happened", "NO", None, [of("Leopard 2", 54, variant="2A8")])],
    ),
    Case(
        "a threat is no buyer",
        "Because of the threat from North Korea, Japan bought 400 Tomahawk missiles.",
        [Told("agreement", "happened", "JP", None, [of("Tomahawk", 400)])],
    ),
]

KNOWN_MISSES = [
    Miss(
        Case(
            "a count as an answer",
            "How many Tomahawk missiles will Japan buy?\n\nUp to 400. Japan signed the contract in January.",
            [Told("agreement", "happened", "JP", None, [of("Tomahawk", 400, "max")], None, ("2024-01-01", "2024-01-31"))],
        ),
        "a short text whose goods stand in a question shows no procurement: questions and headings name nothing",
    ),
]

CASES = [*PRONOUNS, *SLOTS, *APART, *FRAGMENTS, *PARTIES]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_events(case: Case) -> None:
    assert read_told(case.text, case.published) == case.events


@pytest.mark.parametrize(
    "miss", [pytest.param(m, marks=pytest.mark.xfail(strict=True, reason=m.reason), id=m.case.name) for m in KNOWN_MISSES]
)
def test_known_misses(miss: Miss) -> None:
    assert read_told(miss.case.text, miss.case.published) == miss.case.events
