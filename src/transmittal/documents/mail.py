"""E-mail saved as text: what the header says, and the body without quoted replies and signature."""

import re
from datetime import date

import msgspec

from transmittal.documents.dates import parse_day

_FIELD = re.compile(r"([A-Z][A-Za-z-]{1,30}):[ \t]{0,8}(.{0,1000})")
_NAMES = frozenset(
    (
        "from",
        "to",
        "subject",
        "date",
        "sent",
        "cc",
        "reply-to",
        "message-id",
        "received",
        "return-path",
        "mime-version",
        "betreff",
        "von",
        "an",
        "datum",
    )
)
_ATTRIBUTION = re.compile(r"(?:On|Am|Le|El|Il|Em) .{4,160}(?:wrote|schrieb|a écrit|escribió|ha scritto|escreveu)\s?:\s{0,4}")
_FORWARDED = re.compile(r"-{2,20}\s?(?:Original Message|Forwarded message|Ursprüngliche Nachricht)\s?-{2,20}", re.IGNORECASE)
_MOST_FIELDS = 80


class Mail(msgspec.Struct, frozen=True):
    """A message. body: its own text, line breaks as they were."""

    subject: str | None
    sent: date | None
    sender: str | None
    body: str


def read_mail(text: str) -> Mail | None:
    """The message, when the text begins with at least three header fields, From and Subject or Date among them; else None."""
    if not text[:1].isupper() or ":" not in text[:40]:
        return None
    fields: dict[str, str] = {}
    rest = text
    for _ in range(_MOST_FIELDS):
        line, _break, after = rest.partition("\n")
        if not line.strip():
            break
        if line[0] in " \t" and fields:
            rest = after
            continue
        match = _FIELD.fullmatch(line.rstrip())
        if match is None:
            return None
        fields.setdefault(match[1].lower(), match[2].strip())
        rest = after
    if len(_NAMES & fields.keys()) < 3 or not {"from", "von"} & fields.keys():
        return None
    sent = fields.get("date") or fields.get("sent") or fields.get("datum")
    return Mail(
        subject=fields.get("subject") or fields.get("betreff") or None,
        sent=parse_day(sent) if sent else None,
        sender=fields.get("from") or fields.get("von"),
        body=own_words(rest),
    )


def own_words(body: str) -> str:
    """Without quoted lines, the line that introduces them, and everything after the signature mark."""
    kept: list[str] = []
    for line in body.split("\n"):
        if line.rstrip("\r") in ("-- ", "--"):
            break
        if line.startswith(">"):
            while kept and (not kept[-1].strip() or _ATTRIBUTION.fullmatch(kept[-1].strip())):
                kept.pop()
            kept.append("")
            continue
        if _FORWARDED.fullmatch(line.strip()):
            kept.append("")
            continue
        kept.append(line)
    return "\n".join(kept)
