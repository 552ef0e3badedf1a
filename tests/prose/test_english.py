"""What one English sentence, or two, of the press report."""

import pytest
from told import Case, Miss, Told, day, of, read_told, year

PLANS = [
    Case(
        "a plan with a ceiling",
        "Japan plans to buy up to 400 Tomahawk missiles from the United States.",
        [Told("plan", "happened", "JP", "US", [of("Tomahawk", 400, "max")])],
    ),
    Case(
        "a wish",
        "Norway's government wants to acquire six MH-60R helicopters.",
        [Told("plan", "happened", "NO", None, [of("MH-60R", 6)])],
    ),
    Case(
        "considered",
        "Portugal is considering buying 28 F-35A fighters.",
        [Told("plan", "possible", "PT", None, [of("F-35A", 28)])],
    ),
    Case(
        "may buy",
        "Thailand may buy 12 Gripen E jets from Sweden.",
        [Told("plan", "possible", "TH", "SE", [of("Gripen E", 12)])],
    ),
    Case(
        "in talks",
        "Egypt is in talks with France to buy 12 Rafale fighters.",
        [Told("plan", "possible", "EG", "FR", [of("Rafale", 12)])],
    ),
    Case(
        "the buyer's own parliament approves",
        "The Polish parliament approved the purchase of 96 AH-64E helicopters from the United States on Tuesday.",
        [Told("plan", "happened", "PL", "US", [of("AH-64E", 96)], None, day("2024-01-16"))],
    ),
    Case(
        "the buyer's cabinet decides",
        "The Dutch cabinet decided to buy nine CH-47F helicopters.",
        [Told("plan", "happened", "NL", None, [of("CH-47F", 9)])],
    ),
    Case(
        "a cost announced before signature",
        "Australia will buy more than 200 Tomahawk missiles for A$1.3 billion, Defence Industry Minister Pat Conroy said.",
        [Told("plan", "happened", "AU", None, [of("Tomahawk", 200, "min")], (1_300_000_000, "AUD", "estimate"), None, "Pat Conroy")],
    ),
    Case(
        "a choice and its count",
        "The Czech government selected the CV90 as its new fighting vehicle and plans to buy 246 of them.",
        [Told("plan", "happened", "CZ", None, [of("CV90", 246)])],
    ),
    Case(
        "a plan denied",
        "Vietnam denied that it plans to buy F-16 fighters from the United States.",
        [Told("plan", "denied", "VN", "US", [of("F-16")])],
    ),
    Case(
        "no plans, says a ministry",
        "Switzerland has no plans to buy more F-35A jets, the defence ministry said.",
        [Told("plan", "denied", "CH", None, [of("F-35A")], None, None, "defence ministry")],
    ),
    Case(
        "a channel tells the supplier",
        "Romania plans to buy 32 F-35A fighters through the Foreign Military Sales programme.",
        [Told("plan", "happened", "RO", "US", [of("F-35A", 32)])],
    ),
    Case(
        "an intention, unnamed officials speak",
        "Bangladesh intends to buy 20 J-10C fighters from China, officials said.",
        [Told("plan", "happened", "BD", "CN", [of("J-10C", 20)], None, None, "officials")],
    ),
    Case(
        "a plan, with the day it was announced",
        "The Danish government announced on Wednesday that it will buy 16 more F-35A jets.",
        [Told("plan", "happened", "DK", None, [of("F-35A", 16)], None, day("2024-01-17"), "Danish government")],
    ),
    Case(
        "would like",
        "Iraq would like to buy 14 Rafale fighters.",
        [Told("plan", "happened", "IQ", None, [of("Rafale", 14)])],
    ),
    Case(
        "not any more",
        "Malaysia no longer plans to buy Rafale fighters from France.",
        [Told("plan", "denied", "MY", "FR", [of("Rafale")])],
    ),
    Case(
        "money in a budget",
        "Taiwan's draft budget sets aside NT$8.8 billion for 100 Harpoon missiles.",
        [Told("plan", "happened", "TW", None, [of("Harpoon", 100)], (8_800_000_000, "TWD", "budget"))],
    ),
]

REQUESTS = [
    Case(
        "a request, the head of government speaks",
        "Greece has submitted a formal request to buy 20 F-35A jets, Prime Minister Kyriakos Mitsotakis said.",
        [Told("request", "happened", "GR", None, [of("F-35A", 20)], None, None, "Kyriakos Mitsotakis")],
    ),
    Case(
        "a request to come",
        "Romania is expected to submit a formal request for 32 F-35A fighters in March.",
        [Told("request", "expected", "RO", None, [of("F-35A", 32)], None, ("2024-03-01", "2024-03-31"))],
    ),
    Case(
        "a letter of request",
        "Bulgaria sent a letter of request to the United States for eight F-16 Block 70 fighters.",
        [Told("request", "happened", "BG", "US", [of("F-16", 8, variant="Block 70")])],
    ),
]

APPROVALS = [
    Case(
        "a possible sale is approved",
        "The U.S. State Department approved a possible sale of 50 AIM-9X missiles to Finland for an estimated $300 million.",
        [Told("approval", "happened", "FI", "US", [of("AIM-9X", 50)], (300_000_000, "USD", "estimate"), None, "U.S. State Department")],
    ),
    Case(
        "a capital for its government",
        "Washington cleared the sale of 12 CH-47F helicopters to Germany on Tuesday.",
        [Told("approval", "happened", "DE", "US", [of("CH-47F", 12)], None, day("2024-01-16"))],
    ),
    Case(
        "a third state consents",
        "Washington has approved Israel's export of the Arrow 3 system to Germany.",
        [Told("approval", "happened", "DE", "IL", [of("Arrow 3")])],
    ),
    Case(
        "not approved",
        "The U.S. Congress has not approved the sale of 40 F-16 Block 70 fighters to Turkey.",
        [Told("approval", "denied", "TR", "US", [of("F-16", 40, variant="Block 70")])],
    ),
    Case(
        "an approval to come",
        "The United States is expected to approve the sale of 18 HIMARS launchers to Estonia next month.",
        [Told("approval", "expected", "EE", "US", [of("HIMARS", 18)], None, ("2024-02-01", "2024-02-29"))],
    ),
    Case(
        "an export licence",
        "Germany granted an export licence for the sale of 40 IRIS-T missiles to Sweden.",
        [Told("approval", "happened", "SE", "DE", [of("IRIS-T", 40)])],
    ),
    Case(
        "the legislature is notified",
        "The US government notified Congress of a possible sale of 36 AH-64E helicopters to Morocco, at an estimated $4.25 billion.",
        [Told("approval", "happened", "MA", "US", [of("AH-64E", 36)], (4_250_000_000, "USD", "estimate"))],
    ),
    Case(
        "two versions, each with its ceiling",
        "The United States approved the sale of up to 200 Tomahawk Block IV missiles and up to 200 Tomahawk Block V missiles to Japan.",
        [
            Told(
                "approval",
                "happened",
                "JP",
                "US",
                [of("Tomahawk", 200, "max", variant="Block IV"), of("Tomahawk", 200, "max", variant="Block V")],
            )
        ],
    ),
]

AGREEMENTS = [
    Case(
        "a contract, its sum and its day",
        "Poland signed a contract for 48 FA-50 aircraft from South Korea worth $3 billion on 16 September 2022.",
        [Told("agreement", "happened", "PL", "KR", [of("FA-50", 48)], (3_000_000_000, "USD", "contract"), day("2022-09-16"))],
    ),
    Case(
        "a letter of offer and acceptance",
        "Japan signed a letter of offer and acceptance with the United States for 400 Tomahawk missiles.",
        [Told("agreement", "happened", "JP", "US", [of("Tomahawk", 400)])],
    ),
    Case(
        "ordered in a year",
        "Kuwait ordered 28 Typhoon fighters in 2016.",
        [Told("agreement", "happened", "KW", None, [of("Typhoon", 28)], None, year(2016))],
    ),
    Case(
        "bought from, for",
        "Croatia bought 12 Rafale jets from France for 999 million euros.",
        [Told("agreement", "happened", "HR", "FR", [of("Rafale", 12)], (999_000_000, "EUR", "contract"))],
    ),
    Case(
        "a signature expected by a month",
        "Saudi Arabia is expected to sign a contract for 48 Typhoon fighters by June.",
        [Told("agreement", "expected", "SA", None, [of("Typhoon", 48)], None, (None, "2024-06-30"))],
    ),
    Case(
        "a contract due in a month",
        "The contract between Serbia and France for 12 Rafale fighters is due to be signed in August.",
        [Told("agreement", "scheduled", "RS", "FR", [of("Rafale", 12)], None, ("2024-08-01", "2024-08-31"))],
    ),
    Case(
        "not signed",
        "Colombia has not signed a contract for Gripen E fighters.",
        [Told("agreement", "denied", "CO", None, [of("Gripen E")])],
    ),
    Case(
        "could be signed this year",
        "Peru could sign a contract for 24 F-16 Block 70 fighters this year.",
        [Told("agreement", "possible", "PE", None, [of("F-16", 24, variant="Block 70")], None, year(2024))],
    ),
    Case(
        "two systems, each with its price",
        "Poland ordered 180 K2 tanks for $3.4 billion and 212 K9 howitzers for $2.4 billion.",
        [
            Told("agreement", "happened", "PL", None, [of("K2", 180)], (3_400_000_000, "USD", "contract")),
            Told("agreement", "happened", "PL", None, [of("K9", 212)], (2_400_000_000, "USD", "contract")),
        ],
    ),
    Case(
        "a conversion in brackets is passed over",
        "Belgium signed a 1.5 billion euro ($1.6 billion) contract for 442 Griffon vehicles.",
        [Told("agreement", "happened", "BE", None, [of("Griffon", 442)], (1_500_000_000, "EUR", "contract"))],
    ),
    Case(
        "a floor",
        "Morocco bought at least 36 Caesar howitzers from France in 2020.",
        [Told("agreement", "happened", "MA", "FR", [of("CAESAR", 36, "min")], None, year(2020))],
    ),
    Case(
        "a vague count",
        "Saudi Arabia ordered about 150 Piranha vehicles.",
        [Told("agreement", "happened", "SA", None, [of("Piranha", 150, "about")])],
    ),
    Case(
        "a dozen",
        "Chile bought a dozen UH-60M helicopters from the United States.",
        [Told("agreement", "happened", "CL", "US", [of("UH-60M", 12)])],
    ),
    Case("words and figures", "Canada ordered sixteen (16) P-8A aircraft.", [Told("agreement", "happened", "CA", None, [of("P-8A", 16)])]),
    Case(
        "in the passive",
        "Six A-29 aircraft were ordered by the Philippines from Brazil in 2017.",
        [Told("agreement", "happened", "PH", "BR", [of("A-29", 6)], None, year(2017))],
    ),
    Case(
        "a sum in yen, a partner",
        "Japan signed a 254 billion yen contract with the United States for 400 Tomahawk missiles.",
        [Told("agreement", "happened", "JP", "US", [of("Tomahawk", 400)], (254_000_000_000, "JPY", "contract"))],
    ),
    Case(
        "a sum in crore",
        "India signed a contract with France for 26 Rafale M fighters worth 63,000 crore rupees.",
        [Told("agreement", "happened", "IN", "FR", [of("Rafale M", 26)], (630_000_000_000, "INR", "contract"))],
    ),
    Case(
        "the maker's country as an adjective",
        "Romania ordered 54 South Korean K9 howitzers.",
        [Told("agreement", "happened", "RO", "KR", [of("K9", 54)])],
    ),
    Case(
        "capitals for governments, a weekday",
        "Tokyo signed a contract with Washington for 400 Tomahawk missiles on Thursday.",
        [Told("agreement", "happened", "JP", "US", [of("Tomahawk", 400)], None, day("2024-01-18"))],
    ),
    Case(
        "an organisation buys", "NSPA ordered two A330 MRTT aircraft.", [Told("agreement", "happened", "NSPA", None, [of("A330 MRTT", 2)])]
    ),
    Case(
        "last month",
        "Estonia signed a contract with France for 12 Caesar howitzers last month.",
        [Told("agreement", "happened", "EE", "FR", [of("CAESAR", 12)], None, ("2023-12-01", "2023-12-31"))],
    ),
    Case(
        "yesterday",
        "Poland signed a contract for 32 F-35A jets yesterday.",
        [Told("agreement", "happened", "PL", None, [of("F-35A", 32)], None, day("2024-01-18"))],
    ),
    Case(
        "yesterday, of a text without a day",
        "Poland signed a contract for 32 F-35A jets yesterday.",
        [Told("agreement", "happened", "PL", None, [of("F-35A", 32)])],
        None,
    ),
    Case(
        "the minister's words are reported",
        "Polish Defence Minister Mariusz Blaszczak said Warsaw had signed a contract for 180 K2 tanks.",
        [Told("agreement", "happened", "PL", None, [of("K2", 180)], None, None, "Mariusz Blaszczak")],
    ),
    Case(
        "a misspelt name is given right",
        "Serbia signed a contract with France for 12 Raffale fighter jets.",
        [Told("agreement", "happened", "RS", "FR", [of("Rafale", 12)])],
    ),
    Case(
        "agreed to buy",
        "Hungary agreed to buy four Gripen C fighters from Sweden in February.",
        [Told("agreement", "happened", "HU", "SE", [of("Gripen C", 4)], None, ("2023-02-01", "2023-02-28"))],
    ),
]

AWARDS = [
    Case(
        "work placed abroad",
        "Australia awarded Hanwha Aerospace a contract worth A$7 billion for 129 Redback vehicles.",
        [Told("award", "happened", "AU", "KR", [of("Redback", 129)], (7_000_000_000, "AUD", "contract"))],
    ),
    Case(
        "an award to come",
        "Boeing is expected to be awarded a contract by Canada for 16 P-8A aircraft in March.",
        [Told("award", "expected", "CA", "US", [of("P-8A", 16)], None, ("2024-03-01", "2024-03-31"))],
    ),
    Case(
        "work placed at home",
        "Lockheed Martin was awarded a $4.2 billion contract by the US Army for PAC-3 MSE missiles.",
        [Told("award", "happened", "US", "US", [of("PAC-3 MSE")], (4_200_000_000, "USD", "contract"))],
    ),
]

DELIVERIES = [
    Case(
        "received on a day",
        "Poland received the first two FA-50 aircraft on 9 July 2023.",
        [Told("delivery", "happened", "PL", None, [of("FA-50", 2)], None, day("2023-07-09"))],
    ),
    Case(
        "to begin in a year",
        "Deliveries of 54 HIMARS launchers to Romania are scheduled to begin in 2025.",
        [Told("delivery", "scheduled", "RO", None, [of("HIMARS", 54)], None, ("2025-01-01", None))],
    ),
    Case(
        "between two years",
        "Finland will receive 64 F-35A fighters between 2026 and 2030.",
        [Told("delivery", "scheduled", "FI", None, [of("F-35A", 64)], None, ("2026-01-01", "2030-12-31"))],
    ),
    Case(
        "expected in a month",
        "Slovakia expects to receive the first two F-16 Block 70 fighters in July.",
        [Told("delivery", "expected", "SK", None, [of("F-16", 2, variant="Block 70")], None, ("2024-07-01", "2024-07-31"))],
    ),
    Case(
        "by a year",
        "All 28 Typhoon jets will be delivered to Kuwait by 2027.",
        [Told("delivery", "scheduled", "KW", None, [of("Typhoon", 28)], None, (None, "2027-12-31"))],
    ),
    Case(
        "arrived today",
        "The first four F-16 fighters from Denmark were delivered to Argentina on Friday.",
        [Told("delivery", "happened", "AR", "DK", [of("F-16", 4)], None, day("2024-01-19"))],
    ),
    Case(
        "the fourth is one",
        "Russia delivered the fourth S-400 system to India.",
        [Told("delivery", "happened", "IN", "RU", [of("S-400", 1)])],
    ),
    Case(
        "could be delivered",
        "Sweden could deliver the first Gripen E jets to Hungary in 2026.",
        [Told("delivery", "possible", "HU", "SE", [of("Gripen E")], None, year(2026))],
    ),
    Case(
        "not delivered",
        "Russia has not delivered the two remaining S-400 systems to India.",
        [Told("delivery", "denied", "IN", "RU", [of("S-400", 2)])],
    ),
    Case(
        "a fiscal year in civil days",
        "Japan will receive its first Tomahawk missiles in fiscal 2025.",
        [Told("delivery", "scheduled", "JP", None, [of("Tomahawk")], None, ("2025-04-01", "2026-03-31"))],
    ),
    Case(
        "the maker of the goods as an adjective",
        "Morocco received six Turkish-made Bayraktar TB2 drones.",
        [Told("delivery", "happened", "MA", "TR", [of("Bayraktar TB2", 6)])],
    ),
    Case(
        "a quarter, a firm speaks",
        "Four Gripen E jets will be delivered to Hungary in the first quarter of 2025, Saab said.",
        [Told("delivery", "scheduled", "HU", None, [of("Gripen E", 4)], None, ("2025-01-01", "2025-03-31"), "Saab")],
    ),
    Case(
        "an air force took delivery",
        "The Brazilian Air Force took delivery of two Gripen E fighters last week.",
        [Told("delivery", "happened", "BR", None, [of("Gripen E", 2)], None, ("2024-01-08", "2024-01-14"))],
    ),
    Case(
        "the present tense of what is to come",
        "Japan ordered 400 Tomahawk missiles. Deliveries begin in 2027.",
        [
            Told("agreement", "happened", "JP", None, [of("Tomahawk", 400)]),
            Told("delivery", "scheduled", "JP", None, [of("Tomahawk")], None, ("2027-01-01", None)),
        ],
    ),
    Case(
        "handed over last December",
        "Germany handed over two Patriot systems to Ukraine in December.",
        [Told("delivery", "happened", "UA", "DE", [of("Patriot", 2)], None, ("2023-12-01", "2023-12-31"))],
    ),
]

CHANGES = [
    Case(
        "not cancelled",
        "Switzerland has not cancelled its order for 36 F-35A fighters.",
        [Told("halt", "denied", "CH", None, [of("F-35A", 36)])],
    ),
    Case(
        "a purchase cancelled",
        "Indonesia cancelled its purchase of 12 Mirage 2000-5 fighters from Qatar.",
        [Told("halt", "happened", "ID", "QA", [of("Mirage 2000-5", 12)])],
    ),
    Case(
        "a sale suspended",
        "The United States suspended the sale of F-16 fighters to Thailand.",
        [Told("halt", "happened", "TH", "US", [of("F-16")])],
    ),
    Case(
        "late",
        "Brazil ordered 36 Gripen E fighters. Deliveries of the Gripen E have been delayed by two years.",
        [Told("agreement", "happened", "BR", None, [of("Gripen E", 36)]), Told("change", "happened", "BR", None, [of("Gripen E")])],
    ),
    Case(
        "an order cut",
        "Italy ordered 90 F-35A jets in 2012. In 2016 it reduced its order to 60 jets.",
        [
            Told("agreement", "happened", "IT", None, [of("F-35A", 90)], None, year(2012)),
            Told("change", "happened", "IT", None, [of("F-35A", 60)], None, year(2016)),
        ],
    ),
    Case(
        "cancelled",
        "Indonesia agreed to buy 12 Mirage 2000-5 fighters from Qatar. In February 2024 Indonesia cancelled the purchase.",
        [
            Told("agreement", "happened", "ID", "QA", [of("Mirage 2000-5", 12)]),
            Told("halt", "happened", "ID", "QA", [of("Mirage 2000-5")], None, ("2024-02-01", "2024-02-29")),
        ],
        None,
    ),
    Case(
        "stopped by the seller",
        "Thailand signed a contract for 12 F-16 fighters. The United States suspended the sale of the F-16 fighters on Monday.",
        [
            Told("agreement", "happened", "TH", "US", [of("F-16", 12)]),
            Told("halt", "happened", "TH", "US", [of("F-16")], None, day("2024-01-15")),
        ],
    ),
    Case(
        "may be cancelled",
        "Spain ordered Spike LR2 missiles from Israel. It may cancel the order.",
        [Told("agreement", "happened", "ES", "IL", [of("Spike LR2")]), Told("halt", "possible", "ES", "IL", [of("Spike LR2")])],
    ),
    Case(
        "an option taken up",
        "Norway ordered five P-8A aircraft in 2017. In 2023 it exercised an option for two more P-8A aircraft.",
        [
            Told("agreement", "happened", "NO", None, [of("P-8A", 5)], None, year(2017)),
            Told("change", "happened", "NO", None, [of("P-8A", 2)], None, year(2023)),
        ],
    ),
    Case(
        "an order enlarged by a sum",
        "Germany increased its order for Arrow 3 systems by $3.1 billion.",
        [Told("change", "happened", "DE", None, [of("Arrow 3")], (3_100_000_000, "USD", "contract"))],
    ),
]

SERVICE = [
    Case(
        "to be fielded",
        "Japan bought 400 Tomahawk missiles. It will deploy them on destroyers from 2027.",
        [
            Told("agreement", "happened", "JP", None, [of("Tomahawk", 400)]),
            Told("service", "scheduled", "JP", None, [of("Tomahawk")], None, ("2027-01-01", None)),
        ],
    ),
    Case(
        "entered service",
        "Denmark ordered 27 F-35A fighters. The first of them entered service in 2023.",
        [
            Told("agreement", "happened", "DK", None, [of("F-35A", 27)]),
            Told("service", "happened", "DK", None, [of("F-35A", 1)], None, year(2023)),
        ],
    ),
    Case(
        "declared operational",
        "Romania ordered seven Patriot systems. They became operational in November 2023.",
        [
            Told("agreement", "happened", "RO", None, [of("Patriot", 7)]),
            Told("service", "happened", "RO", None, [of("Patriot")], None, ("2023-11-01", "2023-11-30")),
        ],
    ),
]

KNOWN_MISSES = [
    Miss(
        Case(
            "a choice",
            "Slovakia has chosen the F-16 Block 70 as its next fighter.",
            [Told("plan", "happened", "SK", None, [of("F-16", variant="Block 70")])],
        ),
        "a choice is a weak trigger when no purchase is told beside it",
    ),
    Miss(
        Case(
            "a second-hand sale, told from the seller's side",
            "Denmark sold 24 used F-16 fighters to Argentina.",
            [Told("agreement", "happened", "AR", "DK", [of("F-16", 24)])],
        ),
        "no trigger knows sold",
    ),
]

CASES = [*PLANS, *REQUESTS, *APPROVALS, *AGREEMENTS, *AWARDS, *DELIVERIES, *CHANGES, *SERVICE]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_events(case: Case) -> None:
    assert read_told(case.text, case.published) == case.events


@pytest.mark.parametrize(
    "miss", [pytest.param(m, marks=pytest.mark.xfail(strict=True, reason=m.reason), id=m.case.name) for m in KNOWN_MISSES]
)
def test_known_misses(miss: Miss) -> None:
    assert read_told(miss.case.text, miss.case.published) == miss.case.events
