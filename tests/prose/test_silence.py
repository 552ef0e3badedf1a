"""Texts full of the field's words in which nothing is procured."""

from typing import NamedTuple

import pytest
from told import read_told


class Silent(NamedTuple):
    """A text that reports no step of a procurement, and why it might seem to."""

    name: str
    text: str


WAR = [
    Silent("a strike", "American destroyers fired 59 Tomahawk missiles at an air base in Syria on Thursday night."),
    Silent("a salvo shot down", "Russia launched 40 Kalibr missiles at Ukraine, and Patriot batteries brought down 12 of them."),
    Silent(
        "missiles that reach a city", "Two Iskander missiles reached Kharkiv in Ukraine on Friday; six people were hurt, the army said."
    ),
    Silent("a loss", "Ukraine lost two Leopard 2A6 tanks in the fighting, the Defence Ministry said."),
    Silent("shells delivered on targets", "HIMARS launchers delivered 200 rockets on Russian positions, officials in Ukraine said."),
    Silent("a raid called off", "Britain called off a raid by four Typhoon jets on a depot in Syria."),
    Silent(
        "a strike approved",
        "The president approved a strike with Tomahawk missiles on targets in Yemen, the United States said on Friday.",
    ),
    Silent("an order to fire", "Israel ordered F-35 fighters into the air after 30 missiles were fired from Iran."),
]
FORCES = [
    Silent("an exercise", "Eight Rafale fighters of the French Air Force took part in the exercise with India over the Bay of Bengal."),
    Silent("a deployment abroad", "The United States deployed two Patriot batteries and 12 F-16 fighters to Poland for three months."),
    Silent("a rotation ends", "Four German Typhoon jets returned from Estonia after five months of air policing, the Bundeswehr said."),
    Silent("a test firing", "South Korea test-fired two Hyunmoo missiles off its coast on Tuesday, the army said."),
    Silent("training", "Ukrainian pilots have completed training on the F-16 in Denmark, the Danish air force said."),
    Silent("already operates", "Japan already operates the F-35A, the E-2D and the KC-46A, and its navy has eight Aegis destroyers."),
    Silent("in service for years", "The Royal Australian Air Force has flown the F/A-18F since 2010 from its base at Amberley."),
    Silent("an interception", "Two Norwegian F-35 jets met a pair of Russian Tu-142 aircraft north of Norway on Monday."),
    Silent("a port call", "A Virginia-class submarine of the United States reached the port of Busan in South Korea on Friday."),
    Silent("an air show", "Visitors to the show in Singapore saw the F-35B, the Rafale and the C-17 fly past on Saturday."),
    Silent("a parade", "North Korea showed Hwasong-17 missiles at a parade; the army marched past for two hours."),
]
ACCIDENTS = [
    Silent("a crash", "An F-16 of the Portuguese Air Force crashed on landing on Wednesday; the pilot ejected."),
    Silent("a grounding", "Japan grounded its V-22 fleet after a crash that killed eight airmen."),
    Silent("a fire", "A fire broke out aboard a Kilo-class submarine in a Russian yard; nobody was hurt, the navy said."),
    Silent("a tender to a wreck", "Poland sent divers to the wreck of a Mi-24 helicopter in the Baltic Sea."),
]
CIVIL = [
    Silent(
        "a football team", "The Patriots signed a four-year contract with a receiver and picked two tackles in the draft, New England said."
    ),
    Silent("a basketball team", "The Raptors agreed a deal worth $120 million with their guard; Toronto, Canada, will not trade him."),
    Silent("rugby hornets", "The Hornets delivered a blow to France in the final, and received their medals from the minister."),
    Silent("a steak", "The grill in Austin, United States, ordered 40 tomahawk steaks for the weekend, and delivered all of them."),
    Silent("chess", "Norway's champion accepted a rook, swapped knights and sealed a victory in a Leopard-quick endgame."),
    Silent("a first name", "Javelin Smith bought two houses in Spain and signed a contract for a third in Portugal."),
    Silent("a video game", "In the game, players from Japan can buy a Leopard tank for 400 points and order a Tiger in the next round."),
    Silent("a car", "Jaguar delivered 400 cars to dealers in Germany and expects to receive more orders in spring."),
    Silent("a zoo", "The zoo in Leipzig, Germany, received two leopards from France; a third is expected in May."),
    Silent("a storm", "Typhoon Jebi reached Japan on Tuesday; 400 flights were cancelled and deliveries were delayed."),
    Silent("airlines", "The airline of Ethiopia ordered 20 Boeing 787 aircraft and expects delivery of the first in 2026."),
    Silent("athletics", "A thrower from India won the javelin final and received a contract worth $2 million from a sponsor."),
    Silent("a spacecraft", "The Orion capsule was delivered to the pad in Florida, United States, on Friday."),
]
LOOKING_BACK = [
    Silent("a museum", "The museum in Duxford, Britain, shows a Vulcan, a Lightning and a Harrier; entrance costs 20 pounds."),
    Silent(
        "an obituary", "He led the team behind the Tomahawk and the Harpoon, loved sailing, and died in San Diego, United States, at 91."
    ),
    Silent("history", "The Sherman was the most widespread American tank of the war in France; crews feared the Tiger."),
    Silent(
        "a retirement",
        "The Belgian Air Force will retire the last of its F-16 fighters in 2028 and has sent its C-130H aircraft to a museum.",
    ),
]
TALK = [
    Silent(
        "a budget quarrel",
        "Germany's parliament argued for six hours over the defence budget; the Greens want more money for schools than for arms.",
    ),
    Silent("spending as a share", "Poland raised defence spending to 4 percent of output, more than any other ally, the government said."),
    Silent("praise", "France's president praised the Rafale as the best fighter in Europe during his visit to Egypt."),
    Silent("a question alone", "Will Canada buy the Gripen E from Sweden?"),
    Silent("an offer turned down", "Saab had offered Finland 64 Gripen E fighters, but the offer came to nothing."),
    Silent("interest that came to nothing", "Indonesia's interest in the Su-35 came to nothing."),
    Silent("a comparison", "The F-35A costs more per hour in the air than the Gripen E, a study in the Netherlands found."),
    Silent("a treaty", "Russia and the United States agreed to extend a treaty that limits missiles such as the Trident and the Yars."),
    Silent("sanctions", "The United States imposed sanctions on two firms in Iran over parts for Shahed drones."),
    Silent(
        "a strike at the works", "Workers who build the F-15 went on strike at the plant in St. Louis, United States, over their contract."
    ),
    Silent("research", "Japan and the United States will study a common interceptor; no purchase was discussed."),
    Silent("a building contract", "The US Navy awarded a $40 million contract for a pier at Yokosuka, Japan, used by destroyers."),
]

SILENT = [*WAR, *FORCES, *ACCIDENTS, *CIVIL, *LOOKING_BACK, *TALK]


@pytest.mark.parametrize("case", SILENT, ids=lambda case: case.name)
def test_nothing_is_reported(case: Silent) -> None:
    assert read_told(case.text) == []
