"""Country names that are also something else in ordinary English, Korean, Japanese and Chinese text, and how they are told apart.

Georgia   the US state follows a town and a comma ("Marietta, Georgia") unless the town is Tbilisi or the word before is itself a country
          in a list; "Georgia Tech", "Georgia National Guard".
Jordan,   first and last names: after an honorific or a common first name, or (first names) before a surname, as in "Chad Smith".
Chad,
Israel …
china     the Spanish adjective follows a feminine noun ("empresa china"); anything else is tableware.
Lima, Ohio  and other places in the United States that are called like a country or its capital: a state follows after a comma.
Island, Grenade, Maurice … are German, French or Polish names of countries and count only in a text of that language.
인도      also "delivery", 수단 "means", 이란 a quotative: recognised by what follows.
"""

import re

from transmittal.catalogue.meaning import Form

_TOWN_BEFORE = re.compile(r"([A-Z][\w.'-]{1,30}), $")
_STATE_AFTER = re.compile(
    r" (?:Tech|State|Power|Southern|Institute|National Guard|Department of|General Assembly|Air National|Army National)\b|[;,] \d{5}\b"
)
_HONORIFIC_BEFORE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Rep|Sen|Gen|Lt|Col|Capt|Cpt|Maj|Sgt|Adm|Cmdr|Prof|St|Judge|Senator|Congressman|Chairman|General|Colonel|Captain|Major|"
    r"Sergeant|Admiral|Commander|Representative|James|Jim|John|Michael|Robert|David|William|Mary|Hamilton|Barbara|Vernon|DeAndre|Thomas|"
    r"Eric|Kevin|Mark|Paul|Peter|Steve|Steven|George|Richard|Charles|Joseph|Daniel)\.? (?:[A-Z]\. )?$"
)
_SURNAME_AFTER = re.compile(
    r" (?:[A-Z]\. )?(?!Air|Army|Arab|Aerospace|Armed|Defen[cs]e|Government|Ministry|National|Navy|Royal|Republic|Israel|Iron|Missile|"
    r"Military|Police|Border|Land|Space|Valley|River|Weapon|Ship|Shipyards|Will|Has|Is|To|And|In|On|For|The|Of|As|By|Plans|Buys|Signs|Orders|"
    r"Receives|Gets|Seeks|Wants|May|Could|Says|Approves|Block|F-|M[0-9]|AH-|UH-)[A-Z][a-z]+\b"
)
_FEMININE_BEFORE = re.compile(r"[a-zñáéíóú]{2,20}(?:a|ción|sión|dad)s? $")
_DELIVERY_AFTER = re.compile("[하한했할될되된돼받시식분완량일예계]|를 (?:위|완|시|받|마)|가 (?:완|시|예|지|이뤄)|받|까지")
_MEANS_AFTER = re.compile("[과으이은을의]")
_CHUGOKU_AFTER = re.compile("四国|地方|電力|新聞|銀行|自動車道|山地")
_STATES = (
    "Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Hawaii Idaho Illinois Indiana Iowa Kansas Kentucky "
    "Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada New_Hampshire New_Jersey "
    "New_Mexico New_York North_Carolina North_Dakota Ohio Oklahoma Oregon Pennsylvania Rhode_Island South_Carolina South_Dakota Tennessee "
    "Texas Utah Vermont Virginia Washington West_Virginia Wisconsin Wyoming Ala Ariz Ark Calif Colo Conn Fla Ill Ind Mass Md "
    "Mich Minn Mo Pa Tenn Tex Va Wash Wis"
)
_STATE_FOLLOWS = re.compile(rf", (?:{'|'.join(_STATES.split()).replace('_', ' ')})\b(?! and [A-Z])")
# Ids worth a second look; everything else costs one set lookup.
GUARDED = frozenset({"GE", "JO", "TD", "IL", "IN", "SD", "CN", "ML", "IS", "GD", "MU", "DM", "RE", "SE", "MT"})
# Printed form -> words that show the text to be in the language in which it is a country.
_FOREIGN = {
    "Island": (" und ", " der "),
    "Grenade": (" les ", " des "),
    "Maurice": (" les ", " des "),
    "Dominique": (" les ", " des "),
    "Reunion": (" les ", " des "),
    "Suede": (" les ", " des "),
    "Malte": (" les ", " des "),
    "Indie": (" w ", " do "),
}
_FIRST_NAMES = frozenset({"JO", "TD", "IL"})


def is_collision(text: str, start: int, end: int, entry_id: str, last_end: int) -> bool:
    """Whether a guarded country name means something else here. last_end: where the name before it ended, -1 when there is none."""
    word = text[start:end]
    if (language := _FOREIGN.get(word.title() if word.isupper() else word)) is not None:
        return not any(sign in text for sign in language)
    if entry_id == "GE" and word in ("Georgia", "GEORGIA"):
        return _is_the_state(text, start, end, last_end)
    if entry_id in _FIRST_NAMES and word in ("Jordan", "Chad", "Israel"):
        before = text[max(0, start - 40) : start]
        return _HONORIFIC_BEFORE.search(before) is not None or (entry_id != "IL" and _SURNAME_AFTER.match(text, end) is not None)
    if word == "china":
        return _FEMININE_BEFORE.search(text, max(0, start - 30), start) is None
    if word == "인도":
        return _DELIVERY_AFTER.match(text, end) is not None
    if word == "수단":
        return _MEANS_AFTER.match(text, end) is not None
    if word == "中国":
        return _CHUGOKU_AFTER.match(text, end) is not None
    return word == "马里" and text.startswith("兰", end)


def is_american_place(text: str, end: int, form: Form) -> bool:
    """Whether a state follows: "Lima, Ohio". After a capital even Georgia is one ("Athens, Georgia")."""
    return _STATE_FOLLOWS.match(text, end) is not None or (form is Form.CAPITAL and text.startswith(", Georgia", end))


def _is_the_state(text: str, start: int, end: int, last_end: int) -> bool:
    if _STATE_AFTER.match(text, end):
        return True
    town = _TOWN_BEFORE.search(text, max(0, start - 34), start)
    # "Poland, Georgia and Ukraine": the word before the comma was a name of the catalogue, so this is a list.
    return town is not None and town[1] != "Tbilisi" and last_end != start - 2
