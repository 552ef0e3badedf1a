"""The grammar of model numbers, whether or not the catalogue knows the model.

A first pattern cuts out whatever is built like a model number, as a whole token, so that no part of a contract number or a page number
can pass for one; the families then say what it is, or that it is nothing. Patterns are anchored, bounded and linear.

source: DoD 4120.15-L (mission design series), MIL-STD-196 (JETDS), and the makers' own series.
"""

import re
from collections.abc import Iterator

import msgspec

from transmittal.catalogue.folding import fold


class Designation(msgspec.Struct, frozen=True, gc=False):
    """A model number. start, end: code points, end exclusive. text: as printed, with plain hyphens and the usual separator.

    weak: one letter and one or two digits ("M4", "A-1"): too short to count unless its surroundings are military.
    """

    start: int
    end: int
    text: str
    family: str
    weak: bool = False


_AIRCRAFT = (
    "A|B|C|E|F|H|K|L|O|P|Q|R|S|T|U|V|X|AC|AH|AT|AV|CH|CMV|CV|DC|EA|EB|EC|EF|EH|EP|F/A|HC|HH|KA|KC|LC|MC|MH|MQ|MV|NKC|OA|OC|OH|OV|"
    "QF|RC|RF|RQ|SH|TC|TE|TF|TG|TH|UC|UH|VC|VH|WC|XQ|YF|YFQ|EMB|ERJ"
)
_MISSILE = "AIM|AGM|ADM|ATM|CATM|DATM|RGM|RIM|RTM|UGM|UTM|MIM|MGM|FIM|BGM|LGM|RUM|RUR|AQM|BQM|MQM|XAGM|CAGM|AUM|ASM|SM|PAC"
_STORE = (
    "GBU|CBU|BLU|BDU|BSU|MAU|MXU|KMU|FMU|JAU|WGU|WDU|CXU|SUU|LAU|BRU|MJU|PGU|DSU|FZU|GAU|ADU|AKU|CNU|CCU|TRU|MHU|BBU|KYK|KY|KIV|KG|ARD|MBU|"
    "RR|PAU|LUU|FCU|MAK|HGU"
)
_JETDS = (
    "AAR|AAQ|AAS|AES|ALE|ALQ|ALR|APG|APN|APQ|APR|APS|APX|APY|AQS|ARC|ARN|ASN|ASQ|AVS|AWG|AXQ|AYK|BLQ|BQQ|BYG|GPN|GRC|GSQ|GYQ|MPQ|MPN|"
    "MSQ|PAS|PEQ|PPS|PRC|PSN|PSQ|PVS|PYQ|SEQ|SLQ|SPG|SPN|SPQ|SPS|SPY|SQQ|SQR|SQS|SRC|SSQ|SWG|SYQ|TAS|TPN|TPQ|TPS|TPY|TRC|TSC|TSQ|TYQ|"
    "UPX|USC|USQ|UYK|UYQ|UYS|VRC|VAS|VVS|VLQ|VPS|VSQ|WLQ|WSN|ZSQ|SAY|MLQ|TLQ|ULQ|PLM|UMQ|TMQ|FPS|FPQ|GPQ|FSQ"
)
_VERSION = r"(?:\(V\)\d{0,2}[A-Z]?(?:/[A-Z])?)?"
# Families in the order in which they are tried. Each must match the whole token.
_FAMILIES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (family, re.compile(pattern))
    for family, pattern in (
        ("missile", rf"(?:{_MISSILE})-\d{{1,3}}[A-Z]{{0,2}}\d?(?:/[A-Z]{{1,2}})?(?:-\d{{1,2}})?[A-Z]?"),
        ("store", rf"(?:{_STORE})-\d{{1,3}}[A-Z]{{0,2}}(?:\(V\)\d{{0,2}})?(?:/[A-Z]{{1,2}})?(?:-\d{{1,2}})?"),
        ("JETDS", rf"AN/[A-Z]{{3}}-\d{{1,3}}[A-Z]{{0,2}}(?:-[A-Z])?{_VERSION}(?:/[A-Z])?|(?:{_JETDS})-\d{{1,3}}[A-Z]{{0,2}}{_VERSION}"),
        (
            "engine",
            r"(?:F|J|T|TF|TFE)\d{2,4}-[A-Z]{1,3}-\d{1,4}[A-Z]{0,3}|T\d{2,3}-\d{1,4}[A-Z]{0,2}|CT7-\d[A-Z]?\d?|CFM56-\d[A-Z]{0,2}\d?|"
            r"AE ?(?:1107|2100|3007)[A-Z]?\d?|PT6[A-Z](?:-\d{1,3}[A-Z]?(?:/\d{1,2})?)?|PW\d{3,4}[A-Z]?|LM2500|EJ200|M88-\d[A-Z]?|AL-\d{2}[A-Z]{0,2}|"
            r"RD-(?:33|93)[A-Z]{0,2}|WS-\d{1,2}[A-Z]?|GE38-1B|GTRE|MT30|MTU ?\d{3,4}|TFE?731-\d{1,2}|F(?:404|414|110|100|119|135|136|125|124)",
        ),
        (
            "Russian",
            r"S-(?:75|125|200|300|350|400|500)[A-Z]{0,4}\d?(?:-\d)?|(?:Su|SU|Tu|TU|Il|IL|Be|BE|Yak|YAK|An|Mi|MI|Ka|KA|MiG|MIG)-\d{1,3}[A-Z]{0,4}\d?"
            r"(?:-\d{1,2}[A-Z]?)?|T-(?:14|54|55|62|64|72|80|84|90)[A-Z]{0,2}\d{0,2}[A-Z]{0,2}|(?:BMP|BMD|BTR|BRDM|BM|RPG|AK|Kh|KH|RPO|TOS|AGS|PKP)"
            r"-\d{1,3}[A-Z]{0,3}\d?|9[AFKM]-?\d{2,4}[A-Z]?\d?|2[ABKS]\d{1,2}[A-Z]?\d?|3M-?\d{2}[A-Z]?\d?|R-(?:27|37|60|73|77)[A-Z]{0,2}",
        ),
        (
            "Chinese",
            r"J-(?:7|8|10|11|15|16|20|35|31)[A-Z]{0,3}|JF-17[A-Z]?|JH-7[A-Z]?|H-6[A-Z]{0,2}|HQ-\d{1,2}[A-Z]{0,2}|VT-?\d{1,2}[A-Z]?|VN-?\d{1,2}[A-Z]?|"
            r"(?:YJ|CJ|DF|PL|LY|FD|FK|FM|FN|HJ|QW|KJ|GJ|WZ|CM|KD|TL|LD|YLC|JY|PHL|PLZ|PCL|SH|WL|AR|ZTZ|ZTQ|ZBD|ZBL|HHQ|FTC)"
            r"-(?:\d{1,2}[A-Z]{1,2}|\d{1,4})|CH-[3-7][A-Z]?|Z-(?:8|9|10|19|20)[A-Z]{0,3}|Y-(?:7|8|9|12|20)[A-Z]{0,3}|L-15[A-Z]?|K-8[A-Z]{0,2}|C-(?:70[14]|80[123])[A-Z]{0,2}",
        ),
        ("MDS aircraft", rf"(?:{_AIRCRAFT})-\d{{1,3}}[A-Z]{{0,2}}(?:-\d{{1,3}})?(?:/[A-Z]{{1,2}})?(?:\+\+?)?"),
        ("army nomenclature", r"X?M[1-9]\d{0,3}(?:A\d{1,2})?[A-Z]{0,3}\d?(?:/A\d)?(?: SEP(?: ?[vV]\d)?)?"),
        ("type number", r"Type[ -]\d{2,4}[A-Z]{0,3}(?:/\d{1,3})?"),
        ("mark", r"M[kK]\.?[ -]?\d{1,3}[A-Z]?(?: Mod \d)?"),
        (
            "other",
            r"K\d{1,3}(?:A\d)?[A-Z]{0,3}|L(?:[1-9]\d{1,2})(?:A\d{1,2})?|PzH ?2000|CV-?90\d{0,2}(?:[A-Z]{1,3})?|NH-?90|BVS-?10|A(?:310|319|321|330|400)M?(?: MRTT\+?)?|"
            r"H(?:125|130|135|145|155|160|175|215|225)M?|(?:AS|SA)-?[35]\d{2}[A-Z]{0,2}\d?|EC-?[167]\d{2}[A-Z]{0,2}\d?|AW-?(?:101|109|119|139|149|159|169|189)[A-Z]{0,2}|"
            r"ATR[ -](?:42|72)(?:-\d{3})?|CN-?235(?:-\d{3})?[A-Z]?|C-?(?:212|235|295|390)[A-Z]{0,2}|JAS[ -]?39[A-Z]?(?:/[A-Z])?|RBS[ -]?\d{2}(?: ?NG)?|"
            r"(?:KF|FA|TA|KT|KUH|LAH|KM|KP|KDX|KSS)-?\d{1,2}[A-Z]{0,3}|K?T-50[A-Z]{0,2}|TB-?[23]|T-?129[A-Z]?|PC-\d{1,2}[A-Z]?|M-346(?:[A-Z]{1,2})?|DHC-\d|"
            r"G(?:280|450|500|550|600|650)|S-(?:61|65|70|76|92|100|97)[A-Z]?i?|CL-?[24]15|Do[ -]?228(?:NG)?|P-?180|EMB[ -]?\d{3}|TPz ?1[A-Z]\d|BK[ -]?117|"
            r"RG-?(?:31|32|33|35)[A-Z]?|MD-?5\d\d[A-Z]?|FH-?70|2R2M|D-30|Mk[IV]{1,3}|VL-?\d|US-2|P-1|C-2|SH-60[KLJ]|UH-2|F-2",
        ),
    )
)
# Built like a model number: capital letters, a digit soon after, then letters, digits, hyphens and slashes to the end of the token.
_TOKEN = re.compile(
    r"[A-Z239](?<![A-Za-z0-9$.#].)(?<![A-Za-z0-9]-.)"  # the letter first, so that the search can skip to it
    r"(?:(?<=[A-Z])[A-Za-z]{0,3}(?:/[A-Z]{1,3})?-?|(?<=\d)[A-Z]-?)\d[A-Za-z0-9]{0,6}(?:[-/][A-Z0-9][A-Za-z0-9]{0,5}){0,4}"
    r"(?:\(V\)\d{0,2}[A-Z]?(?:/[A-Z])?)?(?![A-Za-z0-9]|[-/][A-Z0-9])"
)
# A word before a number; the series that are also printed with a gap, with those that usually have a hyphen instead.
_WORD_BEFORE = re.compile(r"[A-Z](?<![A-Za-z0-9-].)[A-Za-z/.]{1,6} (?=\d)")
_GAP_IS_USUAL = frozenset(["Mk", "MK", "Mk.", "MK.", "Type", "PzH", "ATR", "JAS", "RBS", "AE", "Do", "EMB", "BK", "MTU"])
_HYPHEN_IS_USUAL = frozenset([*_MISSILE.split("|"), *_STORE.split("|"), *(f"AN/{code}" for code in _JETDS.split("|")), "MiG", "Su", "Yak"])
_REST = re.compile(r"\d[A-Za-z0-9]{0,5}(?:[-/][A-Z0-9][A-Za-z0-9]{0,3}){0,2}(?:\(V\)\d{0,2}[A-Z]?)?(?![A-Za-z0-9]|-\d)")
_SUFFIX = re.compile(r" (?:SEP ?[vV]\d|SEP|MRTT\+?|Mod \d)(?![A-Za-z0-9])")
# Not arms, although built like them: visas, lorries, forms.
_NEVER = frozenset({"H-1B", "H-2A", "H-2B", "F-150", "F-250", "F-350", "F-450", "C-4"})
_WEAK = re.compile(r"[A-Z]-?\d{1,2}")
_HEADING_BEFORE = re.compile(r"(?:Appendix|Annex|Section|Table|Figure|Exhibit|Schedule|Attachment|Page|Part|Grade|Room|Gate|Highway|Route) $", re.IGNORECASE)
_HEADING_AFTER = re.compile(r"[.:)] ")


def find_designations(text: str, start: int = 0, end: int | None = None) -> Iterator[Designation]:
    """Model numbers in text[start:end], in text order, without overlaps."""
    stop = len(text) if end is None else end
    folded = fold(text)
    found = [*_spaced(folded, start, stop), *_solid(folded, start, stop)]
    found.sort(key=lambda d: (d.start, -d.end))
    last = -1
    for designation in found:
        if designation.start >= last:
            last = designation.end
            yield designation


def family_of(token: str) -> str | None:
    """The family of one model number as printed, None when it is built like none."""
    if token in _NEVER:
        return None
    for family, pattern in _FAMILIES:
        if pattern.fullmatch(token):
            return family
    return None


def _solid(folded: str, start: int, stop: int) -> Iterator[Designation]:
    for match in _TOKEN.finditer(folded, start, stop):
        token, at = match[0], match.start()
        if token.endswith("s") and token[-2].isalnum():
            token = token[:-1]
        whole = _designation(folded, at, token, token)
        if whole is not None:
            yield whole
        elif "/" in token:
            yield from _parts(folded, at, token)


def _parts(folded: str, at: int, token: str) -> Iterator[Designation]:
    """ "UH-60M/AH-64E": two models side by side. Every part must be one."""
    pieces: list[tuple[int, str]] = []
    offset = 0
    for piece in token.split("/"):
        pieces.append((at + offset, piece))
        offset += len(piece) + 1
    parts = [_designation(folded, place, piece, piece) for place, piece in pieces]
    if all(part is not None for part in parts):
        yield from (part for part in parts if part is not None)


def _spaced(folded: str, start: int, stop: int) -> Iterator[Designation]:
    for match in _WORD_BEFORE.finditer(folded, start, stop):
        word = match[0][:-1]
        hyphen_is_usual = word in _HYPHEN_IS_USUAL
        if not hyphen_is_usual and word not in _GAP_IS_USUAL:
            continue
        rest = _REST.match(folded, match.end(), stop)
        if rest is None:
            continue
        token = match[0] + rest[0].removesuffix("s")
        found = _designation(folded, match.start(), token, token.replace(" ", "-", 1) if hyphen_is_usual else token)
        if found is not None:
            yield found


def _designation(folded: str, at: int, token: str, usual: str) -> Designation | None:
    family = family_of(usual)
    if family is None:
        return None
    end = at + len(token)
    weak = _WEAK.fullmatch(usual) is not None
    if weak and _is_heading(folded, at, end):
        return None
    if suffix := _SUFFIX.match(folded, end):
        longer = usual + suffix[0]
        if (longer_family := family_of(longer)) is not None:
            return Designation(at, suffix.end(), longer, longer_family)
    return Designation(at, end, usual, family, weak)


def _is_heading(folded: str, at: int, end: int) -> bool:
    """ "A-1." or "(C-2)" at the head of a line, "Table B-1"."""
    opens_line = at == 0 or folded[at - 1] == "\n" or (folded[at - 1] == "(" and (at == 1 or folded[at - 2] == "\n"))
    return (opens_line and _HEADING_AFTER.match(folded, end) is not None) or _HEADING_BEFORE.search(folded, max(0, at - 12), at) is not None
