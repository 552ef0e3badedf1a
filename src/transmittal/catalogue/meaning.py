"""What a printed name can mean, and the file in which all of them are shipped."""

from enum import IntEnum, StrEnum

import msgspec

# Raised whenever Packed, Meaning or an entry struct changes shape, so that an old file is refused instead of misread.
SCHEMA = 1


class NameKind(StrEnum):
    """What a name is the name of."""

    COUNTRY = "country"
    ORGANISATION = "organisation"
    SYSTEM = "system"
    MAKER = "maker"
    CHANNEL = "channel"
    OFFICE = "office"


class Form(StrEnum):
    """In which guise it is named."""

    NAME = "name"
    DESIGNATION = "designation"
    ADJECTIVE = "adjective"
    CAPITAL = "capital"
    GOVERNMENT = "government"
    FORCE = "force"
    BODY = "body"


class Tail(IntEnum):
    """What may stand directly before and after a name. Except for the scripts without word gaps, no letter or digit before."""

    WORD = 0  # no letter or digit after; English plural and possessive and the German genitive may stand there
    DESIGNATION = 1  # as WORD; a further model letter or number is taken in
    SLAVIC = 2  # a Russian or Ukrainian case ending may follow
    SLAVIC_CUT = 3  # must follow: the stem alone is no word
    POLISH = 4
    POLISH_CUT = 5
    WESTERN = 6  # a German or French adjective ending may follow
    FREE = 7  # Han: anything before and after
    HANGUL = 8  # particles may follow, no syllable before
    KANA = 9  # no katakana before; compounds may follow
    KANA_SHORT = 10  # no katakana before or after: タイ is not in タイプ


class Meaning(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """One reading of one printed form.

    refuse:  a phrase that looks like the entry and is not.
    context: a variant name shared by several systems ("Block II"): it counts only near one of them.
    """

    kind: NameKind
    id: str
    form: Form
    variant: str | None
    plain: bool
    tail: Tail
    refuse: bool = False
    context: bool = False


class Packed(msgspec.Struct, frozen=True):
    """The whole catalogue in one file. The sections are decoded only when somebody asks for an entry.

    patterns: printed forms; readings[i] are indexes into meanings for patterns[i].
    """

    schema: int
    patterns: list[str]
    readings: list[list[int]]
    meanings: list[Meaning]
    systems: msgspec.Raw
    makers: msgspec.Raw
    countries: msgspec.Raw
    organisations: msgspec.Raw
    channels: msgspec.Raw
    offices: msgspec.Raw
