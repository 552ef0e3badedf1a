"""Every name in the entries, with what it means. Used at build time only."""

from collections.abc import Iterator

import msgspec

from transmittal.catalogue.entries import Buyer, Channel, Maker, Names, Office, System
from transmittal.catalogue.meaning import Form, Meaning, NameKind, Tail
from transmittal.catalogue.surfaces import printed_forms, tail_of

_BUYER_FORMS = {
    "names": Form.NAME,
    "adjectives": Form.ADJECTIVE,
    "capitals": Form.CAPITAL,
    "governments": Form.GOVERNMENT,
    "forces": Form.FORCE,
    "bodies": Form.BODY,
}
# A variant so named says nothing without its system.
_COMMON = (
    "block mark mk mod flight batch tranche standard increment phase version baseline type lot blk "
    "extended improved enhanced mid-life naval export step model"
)
_COMMON_VARIANT_WORDS = frozenset(_COMMON.split())


class Alias(msgspec.Struct, frozen=True):
    """One name as a file gives it. place: where in the file, for fault reports."""

    text: str
    language: str
    meaning: Meaning
    place: str

    def printed(self) -> list[str]:
        if self.meaning.refuse:
            forms = dict.fromkeys(f for text in (self.text, self.text.lower()) for f in printed_forms(text, "en", Form.NAME))
            return list(forms)
        return printed_forms(self.text, self.language, self.meaning.form)


def aliases_of_system(system: System, shared: frozenset[str]) -> Iterator[Alias]:
    """shared: lower-case variant names that more than one system uses."""
    kind, plain = NameKind.SYSTEM, system.plain

    def alias(text: str, place: str, form: Form, language: str = "en", variant: str | None = None, context: bool = False) -> Alias:
        is_plain = plain and form is Form.NAME and not context and is_one_word(text)
        tail = tail_of(text, language, form)
        return Alias(text, language, Meaning(kind, system.id, form, variant, is_plain, tail, False, context), place)

    yield alias(system.name, "name", _form_of(system.name))
    for i, text in enumerate(system.designations):
        yield alias(text, f"designations[{i}]", Form.DESIGNATION)
    for language, i, text in _flat(system.names):
        yield alias(text, f"names.{language}[{i}]", _form_of(text), language)
    for v, variant in enumerate(system.variants):
        for place, text in [("name", variant.name), *((f"names[{i}]", text) for i, text in enumerate(variant.names))]:
            context = text.lower() in shared or is_common_variant(text)
            yield alias(text, f"variants[{v}].{place}", _form_of(text), variant=variant.id, context=context)
        for i, text in enumerate(variant.designations):
            yield alias(text, f"variants[{v}].designations[{i}]", Form.DESIGNATION, variant=variant.id)
    yield from _refused(kind, system.id, system.refuse)


def aliases_of_maker(maker: Maker) -> Iterator[Alias]:
    for language, place, text in [("en", "name", maker.name), *((lang, f"names.{lang}[{i}]", t) for lang, i, t in _flat(maker.names))]:
        plain = maker.plain and is_one_word(text)
        meaning = Meaning(NameKind.MAKER, maker.id, Form.NAME, None, plain, tail_of(text, language, Form.NAME))
        yield Alias(text, language, meaning, place)
    yield from _refused(NameKind.MAKER, maker.id, maker.refuse)


def aliases_of_buyer(buyer: Buyer, kind: NameKind) -> Iterator[Alias]:
    plain = buyer.plain and is_one_word(buyer.name)
    name_tail = tail_of(buyer.name, "en", Form.NAME)
    yield Alias(buyer.name, "en", Meaning(kind, buyer.id, Form.NAME, None, plain, name_tail), "name")
    if kind is NameKind.ORGANISATION and buyer.id != buyer.name and buyer.id.isupper():
        yield Alias(buyer.id, "en", Meaning(kind, buyer.id, Form.NAME, None, plain, Tail.WORD), "id")
    for field, form in _BUYER_FORMS.items():
        for language, i, text in _flat(getattr(buyer, field)):
            meaning = Meaning(kind, buyer.id, form, None, buyer.plain and is_one_word(text), tail_of(text, language, form))
            yield Alias(text, language, meaning, f"{field}.{language}[{i}]")
    yield from _refused(kind, buyer.id, buyer.refuse)


def aliases_of_channel(channel: Channel) -> Iterator[Alias]:
    for language, i, text in _flat(channel.phrases):
        meaning = Meaning(NameKind.CHANNEL, channel.id, Form.NAME, None, False, tail_of(text, language, Form.NAME))
        yield Alias(text, language, meaning, f"phrases.{language}[{i}]")


def aliases_of_office(office: Office) -> Iterator[Alias]:
    for language, i, text in _flat(office.names):
        meaning = Meaning(NameKind.OFFICE, office.id, Form.NAME, None, False, tail_of(text, language, Form.NAME))
        yield Alias(text, language, meaning, f"names.{language}[{i}]")


def is_one_word(text: str) -> bool:
    """A word that may be ordinary elsewhere: no gap, no digit, no abbreviation."""
    return " " not in text and not text.isupper() and not any(c.isdigit() for c in text)


def is_common_variant(text: str) -> bool:
    """ "Block IV", "ER", "Extended Range": names that many systems share."""
    first = text.lower().split(" ")[0].split("-")[0]
    return first in _COMMON_VARIANT_WORDS or first in {"mid"} or len(text) <= 3 or text.islower()


def _form_of(text: str) -> Form:
    """A model number given as a name is a designation all the same: no gap, with a digit ("F-35A", "K9", "AN/TPS-80")."""
    is_model = " " not in text and any(c.isdigit() for c in text) and text[:1].isascii() and text[:1].isalpha()
    return Form.DESIGNATION if is_model else Form.NAME


def _flat(names: Names) -> Iterator[tuple[str, int, str]]:
    return ((language, i, text) for language, texts in names.items() for i, text in enumerate(texts))


def _refused(kind: NameKind, entry_id: str, phrases: list[str]) -> Iterator[Alias]:
    for i, phrase in enumerate(phrases):
        meaning = Meaning(kind, entry_id, Form.NAME, None, False, tail_of(phrase, "en", Form.NAME), refuse=True)
        yield Alias(phrase, "en", meaning, f"refuse[{i}]")
