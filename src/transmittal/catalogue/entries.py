"""The shape of the reference data: one struct per kind of file under data/. data/README.md tells the same to people without Python.

Names are given per language (ISO 639-1) as the press of that language prints them. English needs no inflected forms; for Russian,
Ukrainian and Polish give the stem that all case forms share ("Томагавк", "Польш"): the matcher allows a few letters to follow.
"""

from datetime import date
from enum import StrEnum

import msgspec

Names = dict[str, list[str]]  # language -> names


class Source(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where an entry's facts can be checked. read: the day someone read it there, None when written from general knowledge."""

    title: str
    url: str | None = None
    read: date | None = None


class SystemKind(StrEnum):
    """What sort of thing it is, in the words of an order book."""

    AIRCRAFT = "aircraft"
    HELICOPTER = "helicopter"
    DRONE = "drone"
    ENGINE = "engine"
    MISSILE = "missile"
    MUNITION = "munition"
    AIR_DEFENCE = "air-defence"
    RADAR = "radar"
    SENSOR = "sensor"
    EW = "ew"
    SHIP = "ship"
    SUBMARINE = "submarine"
    NAVAL_WEAPON = "naval-weapon"
    VEHICLE = "vehicle"
    ARTILLERY = "artillery"
    SMALL_ARM = "small-arm"
    C4ISR = "c4isr"
    SPACE = "space"
    TRAINING = "training"
    OTHER = "other"


class SipriCategory(StrEnum):
    """Armament categories of the SIPRI Arms Transfers Database."""

    AIRCRAFT = "aircraft"
    AIR_DEFENCE = "air defence systems"
    ASW = "anti-submarine warfare weapons"
    ARMOURED = "armoured vehicles"
    ARTILLERY = "artillery"
    ENGINES = "engines"
    MISSILES = "missiles"
    NAVAL_WEAPONS = "naval weapons"
    SATELLITES = "satellites"
    SENSORS = "sensors"
    SHIPS = "ships"
    OTHER = "other"


class UnrocaCategory(StrEnum):
    """Categories of the UN Register of Conventional Arms."""

    TANKS = "I"
    ARMOURED = "II"
    ARTILLERY = "III"
    COMBAT_AIRCRAFT = "IV-a"
    COMBAT_DRONES = "IV-b"
    ATTACK_HELICOPTERS = "V-a"
    ATTACK_ROTARY_DRONES = "V-b"
    WARSHIPS = "VI"
    MISSILES = "VII-a"
    MANPADS = "VII-b"
    SMALL_ARMS = "SALW"


class Variant(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One version of a system. name: as a specialist writes it ("Block V", "K2PL", "F-35B")."""

    id: str
    name: str
    names: list[str] = []  # other printed forms, any language
    designations: list[str] = []


class System(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A weapon system or major sub-system.

    known_by: "name" when specialists use the family name as the key (Tomahawk, Harpoon, Patriot, Javelin, HIMARS), with the model as
              a variant; "model" when the model number printed is the key (F-35A, AIM-120C-8, AN/TPS-80).
    plain:    True when the name alone is an ordinary word or proper name in some language (Patriot, Typhoon, Eagle, Javelin, Leopard):
              such a name counts only in a text that shows other signs of arms procurement.
    refuse:   printed phrases that look like the system and are not ("tomahawk steak", "New England Patriots").
    """

    id: str
    name: str
    kind: SystemKind
    known_by: str = "model"  # "name" | "model"
    designations: list[str] = []
    names: Names = {}
    variants: list[Variant] = []
    family: str | None = None  # id of a broader entry: the family a separate model belongs to
    makers: list[str] = []  # ids of makers/, present or historic
    origin: list[str] = []  # ISO 3166-1 alpha-2 of the countries that make it
    sipri: SipriCategory = SipriCategory.OTHER
    unroca: UnrocaCategory | None = None
    plain: bool = False
    refuse: list[str] = []
    sources: list[Source]


class Maker(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A firm, division or yard that builds.

    parent:      id of the firm it belongs (or belonged last) to.
    became:      id of the firm it was renamed to or merged into; since when, in `until`.
    plain:       as for System ("Shield AI" is safe, "Anduril" is safe, "Saab" the car is not a reason, "General Dynamics" is safe).
    """

    id: str
    name: str
    names: Names = {}
    country: str  # ISO 3166-1 alpha-2 of its seat
    parent: str | None = None
    became: str | None = None
    since: str | None = None  # year, or year-month
    until: str | None = None
    plain: bool = False
    refuse: list[str] = []
    sources: list[Source]


class Buyer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A country or territory (countries/, file name = lower-case ISO code) or an organisation that buys (organisations/).

    Countries take their common names in the twelve languages from CLDR when the data are packed; `names` holds what CLDR lacks (official
    names, short forms, former names, purchasing offices such as TECRO).
    adjectives:   "Japanese", "japanisch" (German and French: the stem that all endings share).
    capitals:     names of the capital, per language.
    governments:  other metonyms for the government ("the Kremlin", "Whitehall", "the Blue House").
    forces:       its armed services and procurement agencies as buyers ("Maritime Self-Defense Force", "Bundeswehr", "DAPA").
    bodies:       parliament, cabinet and committees that decide a purchase on the buyer's side ("Bundestag", "Diet", "Legislative Yuan").
    fms_code:     the two-character FMS customer code; never an ISO code.
    members:      organisations: ISO codes of members, when that matters.
    """

    id: str
    name: str
    names: Names = {}
    adjectives: Names = {}
    capitals: Names = {}
    governments: Names = {}
    forces: Names = {}
    bodies: Names = {}
    fms_code: str | None = None
    region: str | None = None
    currency: str | None = None
    plain: bool = False
    refuse: list[str] = []
    members: list[str] = []
    sources: list[Source]


class Channel(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A way in which arms change hands. phrases: what a text prints when it says so."""

    id: str
    name: str
    phrases: Names
    supplier: str | None = None  # the country the channel implies (FMS: US)
    sources: list[Source]


class Office(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A speaker's role or a body that speaks: "Defense Minister", "Pentagon", "ministry spokesperson".

    role: minister, ministry, spokesperson, official, military, company, legislature, press, analyst.
    """

    id: str
    name: str
    role: str
    names: Names
    country: str | None = None
    sources: list[Source]
