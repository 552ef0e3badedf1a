"""Bytes to text: what the bytes prove first, then what was declared, then what reads best."""

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(rb"<meta[^>]{0,200}?charset\s{0,4}=\s{0,4}[\"']?\s{0,4}([A-Za-z0-9_:.\-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"^\s{0,80}<\?xml[^>]{0,200}?encoding\s{0,4}=\s{0,4}[\"']([A-Za-z0-9_:.\-]{2,40})")
# How ISO-2022 encodings change their tables; an escape character alone is a stray one.
_SHIFT = re.compile(rb"\x1b(?:\$|[()*+,\-./][0-~])")
_HTTP = re.compile(r"charset\s{0,4}=\s{0,4}[\"']?([A-Za-z0-9_:.\-]{2,40})", re.IGNORECASE)

# Labels as browsers take them: the wider set that contains the declared one.
_WIDER = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
}
_SAMPLE = 65_536
_CANDIDATES = ("cp932", "euc_jp", "cp949", "gb18030", "big5", "cp1251", "koi8-r", "cp1252", "cp1250")
# The commonest letters or characters of what each candidate is used for: wrong readings show few of them.
_COMMON = {
    "cp932": frozenset("のにはをたがでてとしれさいるなあっこまもりか日本国年人大会社一"),
    "euc_jp": frozenset("のにはをたがでてとしれさいるなあっこまもりか日本国年人大会社一"),
    "cp949": frozenset("이다는의에을를가은로고하한사도지기정국부인서대"),
    "gb18030": frozenset("的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年军"),
    "big5": frozenset("的一是在不了有和人這中大為上個國我以要他時來用們生到作地於出就分對成會可主發年軍"),
    "cp1251": frozenset("оеаинтсрвлкмдпуяіїєґ"),
    "koi8-r": frozenset("оеаинтсрвлкмдпуяіїєґ"),
    "cp1252": frozenset("éèêàâçôùûîäöüßÄÖÜñáíóúãõåæøÉ’“”–—‘€£§°«»…"),
    "cp1250": frozenset("ąęłńóśźżćĄĘŁŚŻčšžřůěýáíéőű„”–"),
}


def declared_encodings(data: bytes, media_type: str | None) -> list[str]:
    """Declarations in order of authority: transport, XML declaration, meta element in the first 4 KB."""
    found = []
    if media_type and (match := _HTTP.search(media_type)):
        found.append(match[1])
    for pattern in (_XML, _META):
        if hit := pattern.search(data[:4096]):
            found.append(hit[1].decode("ascii"))
    return found


def decode(data: bytes, media_type: str | None = None) -> str:
    """The text of the bytes. Never fails: undecodable bytes of an otherwise settled encoding become U+FFFD."""
    for bom, name in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(name, "replace")
    shifts = _SHIFT.search(data) is not None
    if data.isascii() and not shifts:
        return _wide(data) or data.decode("ascii")
    # Text that decodes as UTF-8 and is not ASCII is UTF-8, whatever was declared: other encodings do not do so by chance.
    strict = None if shifts else _try(data, "utf-8")
    if strict is not None:
        return _wide(data) or strict
    for label in declared_encodings(data, media_type):
        text = _as_declared(data, label)
        if text is not None:
            return text
    return _wide(data) or _mostly_utf8(data) or _best(data)


def _try(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (UnicodeDecodeError, LookupError, ValueError):
        return None


def _as_declared(data: bytes, label: str) -> str | None:
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        return None
    if name.startswith("utf"):  # proven wrong above, or broken: settled by the caller
        return None
    try:
        text = data.decode(_WIDER.get(name, name))
    except (UnicodeDecodeError, LookupError, ValueError, AssertionError):
        return None
    except TypeError:  # codecs that do not turn bytes into text, such as "rot13"
        return None
    return text if isinstance(text, str) and _plausible(text[:_SAMPLE]) else None


def _plausible(text: str) -> bool:
    """No more than a trace of the controls that a wrong reading produces."""
    odd = sum(1 for character in text if character < "\t" or "\x80" <= character < "\xa0")
    return odd * 200 <= len(text)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark shows as every second byte zero."""
    head = data[:400]
    if len(head) < 8 or head.count(0) * 4 < len(head):
        return None
    name = "utf-16-be" if head[::2].count(0) > head[1::2].count(0) else "utf-16-le"
    text = data[: len(data) // 2 * 2].decode(name, "replace")
    return text if "\x00" not in text[:200] else None


def _mostly_utf8(data: bytes) -> str | None:
    """UTF-8 with a few broken bytes: cut downloads, two encodings pasted together."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(1 for character in text[:_SAMPLE] if character >= "\x80") - text.count("\ufffd", 0, _SAMPLE)
    return text if whole > broken * 4 else None


def _best(data: bytes) -> str:
    """The candidate in whose reading the commonest letters of its languages are most frequent."""
    sample = data[:_SAMPLE]
    best, best_score = "cp1252", 0.0
    for name in _CANDIDATES:
        if _try(data, name) is None and name not in ("cp1252", "cp1250"):
            continue
        score = _score(sample.decode(name, "ignore"), _COMMON[name], len(sample))
        if score > best_score:
            best, best_score = name, score
    if best_score < 0.25:
        best = _asked_library(sample) or best
    return data.decode(best, "replace")


def _score(text: str, common: frozenset[str], size: int) -> float:
    foreign = [character for character in text if character >= "\x80"]
    if not foreign or not _plausible(text):
        return 0.0
    spread = len(foreign) / size
    # Box drawing characters are what a wrong Cyrillic table makes of other bytes.
    share = sum((character in common) - ("\u2320" <= character < "\u25a0") for character in foreign) / len(foreign)
    # Cyrillic read with the wrong table comes out in the wrong case: common lower-case letters vanish, so `share` settles it.
    return share * (1.0 if spread > 0.02 or len(foreign) > 3 else 0.9)


def _asked_library(sample: bytes) -> str | None:
    from charset_normalizer import from_bytes

    found = from_bytes(sample[:8192]).best()
    return found.encoding if found is not None else None
