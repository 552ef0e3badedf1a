"""Bytes to text: marks, true and lying declarations, and encodings nobody declared."""

import codecs
from typing import NamedTuple

import pytest

from transmittal.documents.encoding import decode

GERMAN = "Das Verteidigungsministerium kündigte am Freitag an, dass es für die Küstenwache zwölf Schiffe bestellen möchte."
FRENCH = "Le ministère a précisé qu’un contrat a été signé l’été dernier : « une étape décisive », déjà."
POLISH = "Minister powiedział, że śmigłowce będą dostarczone później niż zakładano, więc część umów zostanie zmieniona."
RUSSIAN = "Министерство обороны сообщило, что новые вертолёты поступят на вооружение в следующем году."
UKRAINIAN = "Міністерство оборони повідомило, що нові гелікоптери надійдуть на озброєння наступного року."
JAPANESE = "防衛省は来年度の予算案で、新しい艦艇を二隻取得することにしている。運用の開始は三年後になる見通しだ。"
KOREAN = "국방부는 내년도 예산안에서 새로운 함정 두 척을 도입하기로 했다고 밝혔다. 운용은 삼 년 뒤에 시작된다."
SIMPLIFIED = "国防部发言人说，这批装备将在明年上半年交付，有关的合同已经签订，所有的费用都由政府承担。"
TRADITIONAL = "國防部發言人說，這批裝備將在明年上半年交付，有關的合約已經簽訂，所有的費用都由政府承擔。"


class Case(NamedTuple):
    name: str
    text: str
    encoding: str
    declared: str | None = None
    mark: bytes = b""


CASES = [
    Case("plain ASCII", "Up to 400 missiles", "ascii"),
    Case("UTF-8 with its mark", GERMAN, "utf-8", mark=codecs.BOM_UTF8),
    Case("UTF-8 without one", GERMAN, "utf-8"),
    Case("UTF-16 with its mark", GERMAN, "utf-16-le", mark=codecs.BOM_UTF16_LE),
    Case("UTF-16 without one", GERMAN, "utf-16-be"),
    Case("UTF-8 declared as Latin-1 is UTF-8 all the same", GERMAN, "utf-8", "text/html; charset=iso-8859-1"),
    Case("cp1252 declared as Latin-1 keeps its quotes", FRENCH, "cp1252", "text/html; charset=iso-8859-1"),
    Case("cp1252 declared as UTF-8", FRENCH, "cp1252", "text/html; charset=utf-8"),
    Case("a declaration that does not exist", FRENCH, "cp1252", "text/html; charset=x-unheard-of"),
    Case("a declaration that is no text encoding", FRENCH, "cp1252", "text/html; charset=rot13"),
    Case("Shift JIS declared", JAPANESE, "shift_jis", "text/html; charset=Shift_JIS"),
    Case("ISO-2022-JP declared", JAPANESE, "iso2022_jp", "text/plain; charset=iso-2022-jp"),
    Case("a stray escape character changes no table", "Buyer,Item,Count 000\x1b", "ascii", None),
    Case("undeclared cp1252, German", GERMAN, "cp1252"),
    Case("undeclared cp1252, French", FRENCH, "cp1252"),
    Case("undeclared cp1250", POLISH, "cp1250"),
    Case("undeclared windows-1251", RUSSIAN, "cp1251"),
    Case("undeclared windows-1251, Ukrainian", UKRAINIAN, "cp1251"),
    Case("undeclared KOI8-R", RUSSIAN, "koi8-r"),
    Case("undeclared Shift JIS", JAPANESE, "shift_jis"),
    Case("undeclared EUC-JP", JAPANESE, "euc_jp"),
    Case("undeclared EUC-KR", KOREAN, "euc_kr"),
    Case("undeclared GB 18030", SIMPLIFIED, "gb18030"),
    Case("undeclared Big5", TRADITIONAL, "big5"),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_decode(case: Case) -> None:
    assert decode(case.mark + case.text.encode(case.encoding), case.declared) == case.text


def test_meta_element_counts_when_the_transport_is_silent() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body>Ракета</body></html>'.encode("cp1251")
    assert "Ракета" in decode(page)


def test_one_broken_byte_does_not_spoil_a_page() -> None:
    data = GERMAN.encode() + b"\xff" + GERMAN.encode()
    assert decode(data) == f"{GERMAN}\ufffd{GERMAN}"
