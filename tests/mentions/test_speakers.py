"""Speakers: who says something, under what name and role, and which words are reported."""

import time
from typing import NamedTuple

import pytest

from transmittal.mentions.speakers import SpeakerMention, find_speakers, resolve_speakers


class Case(NamedTuple):
    """found: "name | role" per speaker, in order."""

    name: str
    text: str
    found: list[str]


ENGLISH = [
    Case(
        "a title is no part of the name",
        "Deliveries have begun, Defense Minister Shinjiro Koizumi told reporters on Friday.",
        ["Shinjiro Koizumi | minister"],
    ),
    Case(
        "the head of government",
        "Prime Minister Fumio Kishida said on Monday that Japan plans to buy 400.",
        ["Fumio Kishida | head of government"],
    ),
    Case("a minister for something", "Minister for Defence Richard Marles said it would come.", ["Richard Marles | minister"]),
    Case("an apposition behind the office", "The US defence secretary, Pete Hegseth, told lawmakers so.", ["Pete Hegseth | minister"]),
    Case("an apposition behind the name", "Pete Hegseth, the US defence secretary, said it was so.", ["Pete Hegseth | minister"]),
    Case(
        "a relative clause between",
        "US Ambassador Rahm Emanuel, who met Minister Minoru Kihara, said that it could start.",
        ["Rahm Emanuel | official"],
    ),
    Case(
        "a spokesperson of a ministry",
        "It was handed over, as per the Defence Ministry spokesperson Rico Ricardo Sirait.",
        ["Rico Ricardo Sirait | spokesperson"],
    ),
    Case("an unnamed spokesman", "A spokesman for the ministry said the order stands.", ["spokesman for the ministry | spokesperson"]),
    Case("a rank", "“This is big,” Gen. Charles Brown said.", ["Charles Brown | military"]),
    Case("a lawmaker with his party", "Rep. Adam Smith, D-Wash., said the sale was right.", ["Adam Smith | legislature"]),
    Case("a ministry without its country", "They signed, the Israeli Ministry of Defense said.", ["Ministry of Defense | ministry"]),
    Case("a department without its country", "The US State Department announced that it approved.", ["State Department | ministry"]),
    Case(
        "an agency keeps its adjective",
        "They come from 2028 to 2030, the Polish armament agency said.",
        ["Polish armament agency | agency"],
    ),
    Case("officials keep theirs", "and Russian officials now say that the fourth is scheduled.", ["Russian officials | official"]),
    Case("officials alone", "Officials have indicated that the contract is near.", ["Officials | official"]),
    Case(
        "an unnamed person", "It is near, according to a person familiar with the matter.", ["person familiar with the matter | official"]
    ),
    Case(
        "unnamed people before the verb",
        "Two people familiar with the matter said it was near.",
        ["people familiar with the matter | official"],
    ),
    Case("a newspaper", "The Financial Times said on Saturday that deliveries could slip.", ["Financial Times | press"]),
    Case("a broadcaster", "NHK reported that the deal is done.", ["NHK | press"]),
    Case("a firm", "the other 47 are due, according to Hyundai Rotem.", ["Hyundai Rotem | None"]),
    Case("analysts", "Analysts argue that the plan is sound.", ["Analysts | analyst"]),
    Case("a verb before its subject", "“We will buy it,” said Lee Yong-bae, chief executive of the firm.", ["Lee Yong-bae | None"]),
    Case("a country is marked as one", "Poland has also said that it would keep buying.", ["Poland | country"]),
    Case("somebody who does something says nothing", "President Macron visited the yard. Minister Blaszczak signed for 180 tanks.", []),
    Case("what somebody would not say is not said", "Kishida would not say what it costs. He did not say how many.", []),
    Case("what is said to be so has no speaker", "It was said to be close. The missile is reported to be new.", []),
    Case("a report is a noun here", "Media reports late last year had spoken of 500. He read the report.", []),
    Case("remarks are nobody", "According to the recently cited remarks, the missiles are new.", []),
]

RESOLVED = [
    Case(
        "a surname and a pronoun take the full name",
        "Defense Minister Shinjiro Koizumi told reporters so. They help, he said. Koizumi also announced that Norway delivers.",
        ["Shinjiro Koizumi | minister", "Shinjiro Koizumi | minister", "Shinjiro Koizumi | minister"],
    ),
    Case(
        "a headline comes before the full name",
        "Kishida tells lawmakers\nPrime Minister Fumio Kishida said it.",
        ["Fumio Kishida | head of government"] * 2,
    ),
    Case(
        "a full name given without saying anything",
        "Defense Minister Mariusz Blaszczak signed. It comes next month, Blaszczak told reporters.",
        ["Mariusz Blaszczak | minister"],
    ),
    Case(
        "a short form is spelled out, and its statement belongs to it",
        "The Japanese Ministry of Defense (MoD) signed. It costs much, the MoD said.\nThey come in 2025, the statement added.",
        ["Ministry of Defense | ministry", "Ministry of Defense | ministry"],
    ),
    Case(
        "the newspaper is the one before",
        "The Financial Times said that it slips. He knows, the newspaper wrote.",
        ["Financial Times | press"] * 2,
    ),
    Case(
        "the minister's words are the minister's",
        "Defence Minister Minoru Kihara said so in Washington. It was agreed, in the minister’s words to reporters.",
        ["Minoru Kihara | minister", "Minoru Kihara | minister"],
    ),
    Case(
        "Mr and a surname",
        "Defence Minister Minoru Kihara said so. Mr Kihara told the institute that he expects it.",
        ["Minoru Kihara | minister"] * 2,
    ),
    Case("nobody before the pronoun", "They help, he said.", ["he | None"]),
]

LANGUAGES = [
    Case("German", "„Wir kaufen das“, sagte Verteidigungsminister Boris Pistorius am Mittwoch.", ["Boris Pistorius | minister"]),
    Case("German according to", "Laut dem Bundesamt kommt es 2026.", ["Bundesamt | ministry"]),
    Case("French", "Le contrat sera signé, a déclaré le ministre des Armées Sébastien Lecornu.", ["Sébastien Lecornu | minister"]),
    Case("French according to", "Selon le ministère des Armées, la livraison est proche.", ["ministère des Armées | ministry"]),
    Case("Spanish", "El ministro de Defensa, Luis Petri, anunció la compra.", ["Luis Petri | minister"]),
    Case("Spanish according to", "Según el Ministerio de Defensa, llegarán en 2027.", ["Ministerio de Defensa | ministry"]),
    Case("Polish", "Umowa podpisana, poinformował minister obrony Władysław Kosiniak-Kamysz.", ["Władysław Kosiniak-Kamysz | minister"]),
    Case("Russian", "Ракеты поставлены, сообщил министр обороны Андрей Белоусов.", ["Андрей Белоусов | minister"]),
    Case("Ukrainian", "Договір підписано, повідомило Міноборони.", ["Міноборони | ministry"]),
    Case(
        "Japanese", "木原防衛相は1年前倒しで取得すると述べた。防衛省によると、契約額は2540億円。", ["木原 | minister", "防衛省 | ministry"]
    ),
    Case("Chinese", "國防部表示，首批飛彈將交付。國防部長顧立雄表示，預算已通過。", ["國防部 | ministry", "顧立雄 | minister"]),
    Case("Korean", "국방부는 내년에 도입할 계획이라고 밝혔다.", ["국방부 | ministry"]),
]


def _brief(mention: SpeakerMention) -> str:
    return f"{mention.name} | {mention.role}"


@pytest.mark.parametrize("case", [*ENGLISH, *LANGUAGES], ids=lambda case: case.name)
def test_find_speakers(case: Case) -> None:
    found = list(find_speakers(case.text))
    assert [_brief(mention) for mention in found] == case.found
    assert all(case.text[mention.start : mention.end] == mention.name for mention in found)


@pytest.mark.parametrize("case", RESOLVED, ids=lambda case: case.name)
def test_resolve_speakers(case: Case) -> None:
    assert [_brief(mention) for mention in resolve_speakers(find_speakers(case.text), case.text)] == case.found


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Deliveries have begun, Defense Minister Shinjiro Koizumi told reporters on Friday.", "Deliveries have begun"),
        ("Prime Minister Fumio Kishida said on Monday that Japan plans to buy 400.", "Japan plans to buy 400"),
        ("Officials said the total would not change.", "the total would not change"),
        (
            "the other 47 are due before the end of this year, according to Hyundai Rotem.",
            "the other 47 are due before the end of this year",
        ),
        ("According to Hyundai Rotem, the other 47 are due.", "the other 47 are due"),
        ("It was signed. The tanks come in 2026, the Polish armament agency said. The rest is old.", "The tanks come in 2026"),
        ("防衛省によると、契約額は2540億円。次の文。", "契約額は2540億円"),
    ],
)
def test_the_scope_is_what_is_reported(text: str, scope: str) -> None:
    (mention,) = find_speakers(text)
    assert text[slice(*mention.scope)] == scope


def test_pronouns_are_flagged_so_that_callers_can_resolve_them() -> None:
    (mention,) = find_speakers("They come in 2025, the statement added.")
    assert (mention.name, mention.pronoun) == ("the statement", True)


def test_a_range_of_the_text_is_read_with_its_own_offsets() -> None:
    text = "Officials said no. Analysts argue that it is sound."
    (mention,) = find_speakers(text, 19, len(text))
    assert text[mention.start : mention.end] == "Analysts"


@pytest.mark.parametrize("piece", ["said ", "Xa said, ", "according to ", "Aa ", ", who said", "防衛省は", "國防部表示"])
def test_reading_time_grows_with_the_length_only(piece: str) -> None:
    """Four times the text, no more than eight times the seconds (a quadratic finder needs sixteen)."""
    seconds = []
    for characters in (20_000, 80_000):
        text = piece * (characters // len(piece))
        begun = time.perf_counter()
        resolve_speakers(find_speakers(text), text)
        seconds.append(time.perf_counter() - begun)
    assert seconds[1] < 8 * seconds[0] + 0.05
