"""Which printed dates belong together, which are no dates here, and what shapes them."""

import re

from transmittal.mentions.date_atoms import Atom
from transmittal.mentions.date_left import Left, left_of
from transmittal.mentions.date_resolve import Frame
from transmittal.mentions.date_words import lowered


def shaped_left(text: str, atom: Atom, floor: int) -> Left:
    """What shapes the atom: words before it, or the particles that were printed after it."""
    left = left_of(text, atom.start, floor)
    if atom.shape or atom.edge:
        return Left(start=left.start, shape=left.shape or atom.shape, edge=left.edge or atom.edge, glue=left.glue)
    return left


def joint(text: str, one: Atom, other: Atom, left: Left) -> str:
    """How two atoms belong together: "to" (a range), "and" (both), "" (not at all)."""
    gap = other.start - one.end
    if not 0 <= gap <= 32 or other.unit == "weekday" or one.unit == "weekday":
        return ""
    between = text[one.end : other.start]
    if "\n" in between:
        return ""
    words = between.strip(" ,\u00a0").lower().split()
    if not words:
        # "in 2025, 2026 and 2027"; 2025年から2027年
        listed = "," in between and one.unit == other.unit in ("year", "fiscal")
        return "and" if listed else "to" if one.shape == "from" else ""
    word = lowered("joint").get(words[0], "")
    if not word or (not lowered("padding").keys() >= set(words[1:]) and not lowered("edge").get(" ".join(words[1:]))):
        return ""
    comparable = one.unit == other.unit or {one.unit, other.unit} <= {"year", "fiscal", "years"}
    if word == "and" and left.shape == "between":
        return "to"
    if word == "and":
        return "and" if comparable and _adjacent(one, other) else ""
    if left.shape in ("by", "until", "before", "after"):
        return ""
    return "to" if comparable or left.shape in ("from", "between") else ""


def _adjacent(one: Atom, other: Atom) -> bool:
    """Years, months and the like are joined by "and"; days only when one follows the other."""
    if one.unit != "day" or one.day is None or other.day is None:
        return other.unit not in ("week", "decade", "span")
    return one.month == other.month and other.day == (one.last_day or one.day) + 1


def inherit(first: Atom, other: Atom) -> Atom:
    """The later members share what only one of them prints: "April to June 2026", "fiscal 2026 and 2027"."""
    if first.fiscal and other.unit == "year":
        other.unit, other.fiscal, other.country = "fiscal", True, first.country
    if first.fiscal and other.country is None:
        other.country = first.country
    if other.fiscal and first.country is None:
        first.country = other.country
    if (
        first.year is None
        and first.offset is None
        and other.year is not None
        and first.unit in ("day", "month", "quarter", "half", "season")
    ):
        first.year = other.year
        if other.month and first.month and first.month > other.month:
            first.year -= 1
    return other


def is_noise(text: str, atom: Atom, left: Left, joined: bool, frame: Frame) -> bool:
    """Figures and words that are no date here: a bare "2000", "may", "the year", the explanation of a calendar."""
    if atom.edge_only and left.edge not in ("end", "early", "mid", "late", "later", "earlier"):
        return True
    if atom.unit == "monthday":
        return frame.today is None
    if atom.year is None and atom.unit in ("day", "month") and _EXPLAINS.search(text, max(0, left.start - 60), left.start):
        return True
    if atom.unit == "day" and atom.year is None and text[atom.start : atom.end].islower() and text[atom.start].isalpha():
        return False
    if not atom.bare:
        return False
    if left.edge or left.shape not in ("", "and", "to"):
        return atom.unit == "year" and not left.edge and _counts(text, atom, left)
    if joined:
        return False
    if atom.unit == "year":
        return not (_in_brackets(text, atom) or _NAMED.match(text, atom.end))
    return True


def _counts(text: str, atom: Atom, left: Left) -> bool:
    """Whether a bare figure counts something: "in 2000 troops", "of 1945 tanks"; "in 2026 deliveries begin" does not."""
    if _COUNTED.match(text, atom.end):
        return True
    word = text[left.start : atom.start].split(maxsplit=1)[0].lower()
    return word in ("of", "for", "at", "over", "within", "to") and bool(_PLURAL.match(text, atom.end))


_PLURAL = re.compile(r"[^\S\n](?!(?:was|is|has|as|does|this|its)\b)[a-z]{2,}s\b")


def _in_brackets(text: str, atom: Atom) -> bool:
    return text[atom.start - 1 : atom.start] in ("(", "（") and text[atom.end : atom.end + 1] in (")", "）", ",", ";")


_COUNTED = re.compile(
    r"[^\S\n](?:troops|soldiers|men|people|personnel|jobs|rounds|units|pieces|sets|kg|km|kilomet|metres|meters|feet|ft|miles|tons|tonnes|"
    r"hours|dollars|euros|pounds|yen)\b"
)
_NAMED = re.compile(
    r"[^\S\n](?:agreement|contract|deal|order|budget|sale|purchase|request|notification|approval|memorandum|framework|decision|plan|"
    r"defen[cs]e budget)\b"
)
# "The fiscal year begins on 1 April", "each of which runs from April to March": how a calendar works, not when something happens.
_EXPLAINS = re.compile(
    r"\bruns?\s$|(?:(?:fiscal|financial|budget) years?|\bFY),?\s(?:of\s\w{2,12}\s)?"
    r"(?:begins?|starts?|opens?|runs?|ends?|covers)\s?(?:\w{2,8}\s){0,2}$"
)
