"""Identifiers: which numbers are announced or carry their own form, and how they are compared."""

from typing import NamedTuple

import pytest

from transmittal.mentions.identifiers import find_identifiers, transmittal_key


class Case(NamedTuple):
    """found: "scheme value", and the key when it differs."""

    name: str
    text: str
    found: list[str]


CASES = [
    Case("a bracket head", "[Transmittal No. 26-24]", ["transmittal 26-24"]),
    Case("plural with one number", "[Transmittal Nos. 11-34]", ["transmittal 11-34"]),
    Case("no number word", "Transmittals 13-74 with attached", ["transmittal 13-74"]),
    Case("a number sign", "Transmittal #26-34; Transmittal No: 20-68", ["transmittal 26-34", "transmittal 20-68"]),
    Case(
        "certification", "certification transmittal number 23-26; AECA certification 17-12 of", ["transmittal 23-26", "transmittal 17-12"]
    ),
    Case("a list", "Transmittals 23-26, 25-0G and 26-1C", ["transmittal 23-26", "transmittal 25-0G", "transmittal 26-1C"]),
    Case("letters speak for themselves", "as in 20-0J and 26-1C", ["transmittal 20-0J", "transmittal 26-1C"]),
    Case("reversed letters", "report 0G–23 of", ["transmittal 23-0G"]),
    Case("a zero is kept and not compared", "Transmittal No. 26-03", ["transmittal 26-03 26-3"]),
    Case("a letter form is never cut", "Transmittal No. 26-0G", ["transmittal 26-0G"]),
    Case("a pair of figures alone is nothing", "26-24, 2026-09003, lost 24-17, 12-3A", []),
    Case("third-party transfers", "TRANSMITTAL NO. RSAT 26-24", ["rsat 26-24"]),
    Case("licences", "Transmittal No. DDTC 23–085 and DDTC-17-026", ["ddtc 23-085 23-85", "ddtc 17-026 17-26"]),
    Case("cases", "Navy (JA-P-QSC), cases JA-P-QOG", ["case JA-P-QSC", "case JA-P-QOG"]),
    Case("a case run together", "FMS case JAPABC", ["case JA-P-ABC"]),
    Case("other capitals after case", "the case STUDIES and case LAW", []),
    Case("contracts, dashed", "(N00019-26-C-0001)", ["piid N00019-26-C-0001 N0001926C0001"]),
    Case("contracts, not dashed", "N0001923F0512", ["piid N00019-23-F-0512 N0001923F0512"]),
    Case("contracts with printer's hyphens", "HQ0147‐22‐C‐0001", ["piid HQ0147-22-C-0001 HQ014722C0001"]),
    Case("a contract is no case", "W56HZV-15-C-0095", ["piid W56HZV-15-C-0095 W56HZV15C0095"]),
    Case("modifications", "modification (P00013), PZ0001, A00005", ["modification P00013", "modification PZ0001", "modification A00005"]),
    Case("register documents", "[FR Doc No: 2026-09003] FR Doc. 06-6197", ["fr_doc 2026-09003", "fr_doc 06-6197"]),
    Case("register pages", "(90 FR 57983-57986)", ["fr_citation 90 FR 57983"]),
    Case("public notices", "[Public Notice: 12345]", ["public_notice 12345"]),
    Case("communications", "EC-511. Executive Communication 1305", ["executive_communication EC-511", "executive_communication EC-1305"]),
    Case("laws", "Public Law 104-164, Pub. L. 99–83", ["public_law 104-164", "public_law 99-83"]),
    Case("the code", "22 U.S.C. 2776(b)(1); 31 USC 1102", ["usc 22 U.S.C. 2776(b)(1)", "usc 31 U.S.C. 1102"]),
    Case("joint resolutions", "S. J. Res. 70 and H.J.Res. 57", ["resolution S.J.Res. 70", "resolution H.J.Res. 57"]),
    Case(
        "the Security Council", "UN Security Council resolution 1970 (2011); UNSCR 2231", ["resolution UNSCR 1970", "resolution UNSCR 2231"]
    ),
    Case("open contracting", "see ocds-h6vhtk-03a1b2.", ["ocds ocds-h6vhtk-03a1b2"]),
    Case("AusTender, with its amendment", "CN1234567-A2", ["austender CN1234567-A2 CN1234567"]),
    Case("equipment is no identifier", "AN/ARC-210, F-16C, M30A1, AIM-120C-8, Block 50/52, P-8A", []),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_find_identifiers(case: Case) -> None:
    mentions = list(find_identifiers(case.text))
    assert [f"{m.scheme} {m.value}" + (f" {m.key}" if m.key != m.value else "") for m in mentions] == case.found
    assert all(case.text[m.start : m.end] == m.printed for m in mentions)


def test_one_key_for_all_spellings_of_a_transmittal() -> None:
    assert transmittal_key("26-03") == transmittal_key("26‑3")
    assert transmittal_key("0G-23") == transmittal_key("23-0G")
    assert transmittal_key("26-0G") != transmittal_key("26-0")
