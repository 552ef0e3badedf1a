"""Weapon systems as a text names them: catalogue names, designations the catalogue lacks, misspellings, with their variants.

"AGM-84L-1 Harpoon Block II missiles" is one mention; so is "Harpoon Coastal Defense System (HCDS)".
"""

import re
from collections.abc import Iterable, Sequence

import msgspec

from transmittal import catalogue
from transmittal.catalogue import Form, Name, NameKind
from transmittal.mentions.within import within


class SystemMention(msgspec.Struct, frozen=True, gc=False):
    """One named system. start, end cover all printed forms that belong to it; variant_start, variant_end the printed variant.

    id:          of the catalogue; None when only the grammar of designations knows it.
    name:        the family's name, with the model before it when one is printed: "Tomahawk", "AGM-114R Hellfire".
    designation: the key a specialist would use (see `catalogue.entries.System.known_by`).
    plain:       only ordinary words stand here ("Patriot"): counts only where other signs of procurement are.
    """

    start: int
    end: int
    id: str | None
    name: str
    designation: str
    kind: str | None = None
    variant: str | None = None
    variant_start: int = 0
    variant_end: int = 0
    plain: bool = False
    rule: str = "catalogue"


class VariantMention(msgspec.Struct, frozen=True, gc=False):
    """A version named on its own ("200 Block IV"), to be joined to a system by whoever knows which one is meant."""

    start: int
    end: int
    name: str


class _Piece(msgspec.Struct, gc=False):
    start: int
    end: int
    id: str | None
    variant: str | None
    form: str
    plain: bool
    rule: str


# "Block V", "Block 50/52", "Block IIICU", "Blk I", "Tranche 4", "Increment 2", "SEPv3", "Flight III", "Batch 2"
_VERSION = (
    r"(?:(?:Block|Blk\.?|Tranche|Increment|Batch|Flight)[ \-]?(?:[IVX]{1,4}[A-Z]{0,2}|\d{1,3}(?:/\d{1,3})?[A-Z]?)\+?(?![\w/])|SEP ?[vV]\d)"
)
_VERSION_RE = re.compile(r"(?<![\w/])" + _VERSION)
# The version follows its system, at most three capitalised words later: "Harpoon Surface Launched Block II"
_VERSION_AFTER = re.compile(r"[ ,]{0,2}(?:(?:in|of) the )?(?:\(?[A-Z][\w\-]{2,20}\)? ){0,3}\(?(" + _VERSION + ")")
_VERSION_BEFORE = re.compile(r"(" + _VERSION + r")(?: of the| \w{2,10})? $")
# "CV90MkIV", "Leopard 2A7 Mk II": a mark directly behind.
_MARK = re.compile(r" ?(M[Kk]\.? ?(?:[IVX]{1,4}|\d{1,2}[A-Z]?))(?![\w-])")
_ADJECTIVE_BEFORE = re.compile(r"\b([Uu]pgraded|[Ii]mproved|能力向上型|改良型) ?$")
# What may stand between two printed forms of one system: "(", "Coastal Defense System (", "All Up Rounds (AUR) ("
_SAME_SYSTEM_GAP = re.compile(r"[\s\-–/,]{0,2}(?:[\w/\-]{1,25}[\s\-]){0,4}(?:\(\w{2,8}\)\s)?[(（「“\"]?\s?$")
# "F-16 C Block 70": a model letter set apart.
_SPACED_LETTER = re.compile(r" ([A-Z])(?= (?:Block|[Aa]ircraft|[Hh]elicopter|[Ff]ighter|[Vv]ariant)\b)")
# Up to ten words before a bracket that repeats the system: "F-35 Joint Strike Fighter Conventional Take Off and Landing Aircraft (F-35A)".
_SPELLED_OUT = re.compile(r"(?: [A-Z][\w\-]*| and| of| the){1,10} \($")
# "M109A6自走砲": the noun that follows a model where no blank parts words.
_NOUN_BEHIND = re.compile(r"(?<=[A-Za-z0-9])[぀-鿿가-힣]+$")
_MOST_FORMS = 12  # printed forms of one system side by side; a text that repeats a name for ever must not be one mention
_GLUE = frozenset((" ", "-", " (", "/", "–", "", ") ", ") (", ")"))


def find_systems(text: str, names: Sequence[Name], start: int = 0, end: int | None = None) -> list[SystemMention]:
    """All systems named in text[start:end], in order. names: what `catalogue.find_names` found in the whole text."""
    stop = len(text) if end is None else end
    pieces = _merge_pieces(text, _pieces(text, names, start, stop))
    return [_mention(text, group, stop) for group in pieces]


def find_variants(text: str, systems: Iterable[SystemMention], start: int = 0, end: int | None = None) -> list[VariantMention]:
    """Versions named in text[start:end] that stand inside no system mention and next to none."""
    taken = {s.variant_start for s in systems if s.variant}
    found = _VERSION_RE.finditer(text, start, len(text) if end is None else end)
    return [VariantMention(m.start(), m.end(), tidy(m[0])) for m in found if m.start() not in taken]


def _pieces(text: str, names: Sequence[Name], start: int, stop: int) -> list[_Piece]:
    inside = within(names, start, stop)
    pieces = [_Piece(n.start, n.end, n.id, n.variant, n.form, n.plain, "catalogue") for n in inside if n.kind is NameKind.SYSTEM]
    taken = {(p.start, p.end) for p in pieces}
    others = [n for n in inside if n.kind is not NameKind.SYSTEM]
    at = 0
    for found in catalogue.find_designations(text, start, stop):
        while at < len(others) and others[at].end <= found.start:
            at += 1
        is_other = at < len(others) and others[at].start < found.end
        if is_other or found.weak or (found.start, found.end) in taken:
            continue
        pieces.append(_designation_piece(found.start, found.end, found.text))
    return _keep_longest(pieces)


def _designation_piece(start: int, end: int, printed: str) -> _Piece:
    resolved = catalogue.exact_system(printed)
    if resolved is not None:
        return _Piece(start, end, resolved.id, resolved.variant, Form.DESIGNATION, False, "designation of the catalogue")
    base = re.match(r"(?:AN/)?[A-Z/]{1,4}-?\d{1,4}", printed)
    if base is not None and base.end() < len(printed):
        resolved = catalogue.exact_system(base[0])
        if resolved is not None:
            return _Piece(start, end, resolved.id, None, Form.DESIGNATION, False, "model of a catalogue family")
    return _Piece(start, end, None, None, Form.DESIGNATION, False, "grammar of designations")


def _keep_longest(pieces: list[_Piece]) -> list[_Piece]:
    """Of overlapping pieces the longest stays; a catalogue id inside a longer designation is handed on to it."""
    pieces.sort(key=lambda p: (p.start, -p.end))
    kept: list[_Piece] = []
    for piece in pieces:
        if kept and piece.start < kept[-1].end:
            if kept[-1].id is None and piece.id is not None:
                kept[-1].id = piece.id
                kept[-1].rule = "model of a catalogue family"
            if piece.end > kept[-1].end and piece.start == kept[-1].start:
                kept[-1].end = piece.end
            continue
        kept.append(piece)
    return kept


def _merge_pieces(text: str, pieces: list[_Piece]) -> list[list[_Piece]]:
    groups: list[list[_Piece]] = []
    for piece in pieces:
        if groups and _belongs(text, groups[-1], piece):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return groups


def _belongs(text: str, group: list[_Piece], piece: _Piece) -> bool:
    last = group[-1]
    if len(group) >= _MOST_FORMS:
        return False
    gap = text[last.end : piece.start]
    if len(gap) > 70 or "\n" in gap:
        return False
    ids = {p.id for p in group if p.id is not None}
    variants = {p.variant for p in group if p.variant is not None}
    if piece.id is not None and piece.id in ids:
        bracketed = text[last.end : piece.start].endswith("(")
        if piece.variant is not None and variants and piece.variant not in variants and gap not in _GLUE and not bracketed:
            return False
        return (
            gap in _GLUE
            or _SPELLED_OUT.fullmatch(gap) is not None
            or ("(" in gap and not re.search(r"\d|\band\b|;", gap) and _SAME_SYSTEM_GAP.match(gap) is not None)
        )
    if piece.id is not None and gap.endswith("(") and _initials(text[group[0].start : piece.start], text[piece.start : piece.end]):
        return True  # "Advanced … Missiles - Extended Range (AARGM-ER)": the initials say which it is
    # A model beside the popular name the catalogue files elsewhere, or does not know: "M142 HIMARS", "XM99 Javelin"
    return gap == " " and (piece.id is None) != (not ids) and last.form == Form.DESIGNATION != piece.form


def _mention(text: str, group: list[_Piece], stop: int) -> SystemMention:
    start, end = group[0].start, group[-1].end
    lettered = _SPACED_LETTER.match(text, end) if group[-1].form == Form.DESIGNATION and text[end - 1].isdigit() else None
    if lettered is not None:
        end = lettered.end()
    if text[end : end + 1] == ")" and "(" in text[start:end]:
        end += 1
    known = next((p for p in group if p.id is not None), None)
    if known is not None and group[-1].id not in (None, known.id) and text[group[-1].start - 1] == "(":
        group = group[-1:]
        known = group[0]
    variant, v_start, v_end = _printed_variant(text, start, end, stop)
    models = [p for p in group if p.form == Form.DESIGNATION and not re.search("[a-z]{3}", text[p.start : p.end])] or _models_inside(
        text, group
    )
    if known is None or known.id is None:
        designation = tidy(text[models[0].start : models[0].end])
        return SystemMention(start, end, None, designation, designation, None, variant, v_start, v_end, False, models[0].rule)
    entry = catalogue.system(known.id)
    by_catalogue = next((v for p in group if p.variant for v in entry.variants if v.id == p.variant), None)
    model = _most_specific(text, models)
    if lettered is not None:
        model += lettered[1]
    designation = model if models else entry.name
    piece = models[0] if models else group[0]
    if entry.known_by == "name":
        designation = entry.name
        if by_catalogue is not None and by_catalogue.name.startswith(entry.name + " "):
            designation = by_catalogue.name
        elif variant is None and (by_catalogue is not None or models):
            variant = by_catalogue.name if by_catalogue is not None else tidy(text[piece.start : piece.end])
            held = next((p for p in group if p.variant), piece)
            v_start, v_end = held.start, held.end
            if by_catalogue is None and squash(variant) in squash(entry.name):
                variant, v_start, v_end = None, 0, 0
    elif by_catalogue is not None and not models:
        designation = by_catalogue.designations[0] if by_catalogue.designations else by_catalogue.name
    alias = None if models or known.rule != "catalogue" else _alias(tidy(text[known.start : known.end]), entry.name)
    if alias is not None and entry.known_by == "name" and by_catalogue is None:
        designation = alias
    plain = all(p.plain for p in group) and not models
    name = full_name(model, entry.name) if models else entry.name if alias is None or entry.known_by == "name" else f"{entry.name} {alias}"
    return SystemMention(start, end, known.id, name, designation, entry.kind, variant, v_start, v_end, plain, known.rule)


def _alias(printed: str, name: str) -> str | None:
    """Another name of the family as printed ("Cheongung-II" for KM-SAM), without a noun of the trade behind it; None for longer phrases."""
    words = printed.split()
    while len(words) > 1 and words[-1].islower():
        words.pop()
    alias = " ".join(words)
    if catalogue.exact_system(alias) is None:
        return None  # a misspelt name is given right
    if (
        len(words) > 2
        or words[0].split("-")[0] == name.split()[0]
        or not alias.isascii()
        or squash(alias) in squash(name)
        or squash(name) in squash(alias)
    ):
        return None
    return alias


def _most_specific(text: str, models: list[_Piece]) -> str:
    """Of "F-35 … (F-35A)" the model with its letter; else the one printed first."""
    printed = [_NOUN_BEHIND.sub("", tidy(text[m.start : m.end])) for m in models]
    return next((p for p in printed[1:] if squash(p).startswith(squash(printed[0]))), printed[0]) if printed else ""


def _initials(phrase: str, letters: str) -> bool:
    """Whether capitalised words before a bracket have these initials."""
    words = re.findall(r"[A-Za-z]+", phrase)
    capitals = "".join(c for c in letters if c.isalpha()).upper()
    return len(words) >= 3 and len(capitals) >= 3 and "".join(w[0] for w in words).upper().startswith(capitals[:3])


def full_name(model: str, family: str) -> str:
    """ "AGM-114R Hellfire" from the model as printed and the family's name "AGM-114 Hellfire"."""
    popular = " ".join(word for word in family.split() if not any(c.isdigit() for c in word))
    return model if not popular or squash(popular) in squash(model) else f"{model} {popular}"


def _models_inside(text: str, group: list[_Piece]) -> list[_Piece]:
    """The model number that a longer printed name holds: "M109A7 Paladin"."""
    return [
        _Piece(d.start, d.end, p.id, p.variant, Form.DESIGNATION, False, p.rule)
        for p in group
        for d in catalogue.find_designations(text, p.start, p.end)
        if not d.weak or d.end < p.end
    ]


def _printed_variant(text: str, start: int, end: int, stop: int) -> tuple[str | None, int, int]:
    inside = _VERSION_RE.search(text, start, end)
    if inside:
        return tidy(inside[0]), inside.start(), inside.end()
    after = _VERSION_AFTER.match(text, end, min(stop, end + 80))
    if after:
        return tidy(after[1]), after.start(1), after.end(1)
    mark = _MARK.match(text, end, stop)
    if mark:
        return tidy(mark[1]), mark.start(1), mark.end(1)
    window = max(0, start - 40)
    before = _VERSION_BEFORE.search(text[window:start])
    if before:
        return tidy(before[1]), window + before.start(1), window + before.end(1)
    adjective = _ADJECTIVE_BEFORE.search(text[window:start])
    if adjective:
        return adjective[1].lower(), window + adjective.start(1), window + adjective.end(1)
    return None, 0, 0


def tidy(printed: str) -> str:
    """A name as printed, on one line, with plain hyphens."""
    return re.sub(r"\s+", " ", printed.replace("‑", "-").replace("‐", "-").replace("–", "-")).strip()


def squash(name: str) -> str:
    """What two spellings of one designation share."""
    return re.sub(r"[^0-9a-z]+", "", name.lower())
