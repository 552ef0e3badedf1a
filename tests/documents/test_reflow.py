"""Hard-wrapped text becomes one line per paragraph; rows, items and headings stay apart."""

from textwrap import dedent
from typing import NamedTuple

import pytest

from transmittal.documents.plain import reflow_text


class Case(NamedTuple):
    name: str
    text: str
    expected: list[str]  # "kind text"


def kinds(text: str) -> list[str]:
    return [f"{kind.value} {line}" for kind, line in reflow_text(text)]


GAZETTE = """\
    (ii) (U) Total Estimated Value:

Main items *............................  $82.50 million
Other...................................  $ 0.64 million
                                         -------------------------------

[[Page 24850]]


  TOTAL.................................  $83.14 million


    (iii) Description and Quantity or Quantities of Articles or Services
under Consideration: parts for the radars of the coast guard and also
technical and other related

[[Page 24851]]

elements of support that were agreed with the buyer in an exchange of
letters.
    The second paragraph begins with an indented line like all others in
this notice and ends here.
    (iv) Military Department: Navy
"""

RECORD = """\
       Dear Madam Chair: As the reporting requirements of the law
     on exports say, as amended, we send herewith a transmittal
     on the proposed letter of offer to a government for articles
     and services estimated to cost $450 million.
           Sincerely,
                                                 Jane Q. Example,
                                                         Director.

                         TRANSMITTAL NO. 99-59

     Notice of Proposed Issuance of Letter of Offer Pursuant to
         Section 12(c)(1) of the Export of Boats Act, as
         amended

       (i) Prospective Purchaser: Government of Atlantis.
       (ii) Total Estimated Value:
       Main items $400 million.
       Other $50 million.
"""

BUDGET = """\
  The expenditures for the year are forty units of account, which is more
  than in the year before.

  o Acquisition of trucks                               ATL 11.3 billion
      They are bought abroad under a framework that was signed in the year
      before last.

  o Replacement of the upgraded harbour patrol boats of class B
    (second batch)                                      ATL 93.9 billion
  o Barracks                                            ATL  0.1 billion
"""

CASES = [
    Case(
        "a gazette's columns: indented first lines, a page break inside the table and inside a sentence",
        GAZETTE,
        [
            "item (ii) (U) Total Estimated Value:",
            "row Main items *............................  $82.50 million",
            "row Other...................................  $ 0.64 million",
            "row TOTAL.................................  $83.14 million",
            "item (iii) Description and Quantity or Quantities of Articles or Services under "
            "Consideration: parts for the radars of the coast "
            "guard and also technical and other related elements of support that were agreed with the buyer in an exchange of letters.",
            "paragraph The second paragraph begins with an indented line like all others in this notice and ends here.",
            "item (iv) Military Department: Navy",
        ],
    ),
    Case(
        "a record's inserted matter: margin 5, first lines 7, run-over headings 9",
        RECORD,
        [
            "paragraph Dear Madam Chair: As the reporting requirements of the law on exports say, "
            "as amended, we send herewith a transmittal on "
            "the proposed letter of offer to a government for articles and services estimated to cost $450 million.",
            "paragraph Sincerely,",
            "paragraph Jane Q. Example,",
            "paragraph Director.",
            "heading TRANSMITTAL NO. 99-59",
            "heading Notice of Proposed Issuance of Letter of Offer Pursuant to Section 12(c)(1) of the Export of Boats Act, as amended",
            "item (i) Prospective Purchaser: Government of Atlantis.",
            "item (ii) Total Estimated Value:",
            "paragraph Main items $400 million.",
            "paragraph Other $50 million.",
        ],
    ),
    Case(
        "a budget's rows: the label may take two lines, the note below is a paragraph",
        BUDGET,
        [
            "paragraph The expenditures for the year are forty units of account, which is more than in the year before.",
            "row o Acquisition of trucks                               ATL 11.3 billion",
            "paragraph They are bought abroad under a framework that was signed in the year before last.",
            "row o Replacement of the upgraded harbour patrol boats of class B (second batch)        "
            "                              ATL 93.9 billion",
            "row o Barracks                                            ATL  0.1 billion",
        ],
    ),
    Case(
        "a short line is an intended break",
        "Office of the Minister\nPress Section\n\nThe minister spoke for an hour about the fleet and the harbour, and about\n"
        "the money that is not there.\n",
        [
            "heading Office of the Minister",
            "paragraph Press Section",
            "paragraph The minister spoke for an hour about the fleet and the harbour, and about the money that is not there.",
        ],
    ),
    Case(
        "lines longer than any wrap are paragraphs of their own",
        f"{'A long line of running text. ' * 6}\nshort line\n{'Another line of running text. ' * 6}",
        [
            f"paragraph {('A long line of running text. ' * 6).strip()}",
            "paragraph short line",
            f"paragraph {('Another line of running text. ' * 6).strip()}",
        ],
    ),
    Case(
        "a number in brackets at a line's start is no list item",
        "The ministry wants to buy helicopters of three makes, and also fifteen\n"
        "(15) spare engines, which are to be kept in two depots in the north of\nthe country.\n",
        [
            "paragraph The ministry wants to buy helicopters of three makes, and also fifteen (15) "
            "spare engines, which are to be kept in two "
            "depots in the north of the country."
        ],
    ),
    Case(
        "list items with full lines stay apart",
        "- the first item is so long that it has to be broken at the end of its\n"
        "  line and goes on here\n- the second item is exactly as long as a line of this very text can be\n- third\n",
        [
            "item - the first item is so long that it has to be broken at the end of its line and goes on here",
            "item - the second item is exactly as long as a line of this very text can be",
            "item - third",
        ],
    ),
    Case(
        "a line of dashes under a line makes a heading",
        "Second part\n-----------\nText of the part, which goes on for a while.\n",
        ["heading Second part", "paragraph Text of the part, which goes on for a while."],
    ),
    Case(
        "Japanese lines are joined without a space",
        "防衛省は来年度の予算案で新しい艦艇を二隻取得することにしている。運用の開始は三年後になる見\n通しだと説明した。\n",
        ["paragraph 防衛省は来年度の予算案で新しい艦艇を二隻取得することにしている。運用の開始は三年後になる見通しだと説明した。"],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_reflow(case: Case) -> None:
    assert kinds(case.text) == case.expected


@pytest.mark.parametrize("mark", ["- 2 -", "[[Page S6372]]", "Page 2 of 9", "\f"])
def test_a_page_break_inside_a_sentence_is_healed(mark: str) -> None:
    text = (
        f"The contract covers the delivery of the first six boats and also the spare\n"
        f"\n{mark}\n\nparts that they need in their first two years at sea.\n"
    )
    assert kinds(text) == [
        "paragraph The contract covers the delivery of the first six boats and also the spare parts "
        "that they need in their first two years at sea."
    ]


def test_page_numbers_go_and_of_a_running_head_only_the_first_stays() -> None:
    page = dedent("""\
        Annual Report on Harbours

        The {0} quarter was quiet, and nothing was bought or sold in any of the
        harbours that the report looks at in this part.

        {1}
        """)
    text = "\f".join(page.format(word, number) for number, word in enumerate(("first", "second", "third", "fourth"), 1))
    heading, *found = kinds(text)
    assert heading == "heading Annual Report on Harbours"
    assert len(found) == 4
    assert all("quarter was quiet" in line and "harbours that" in line for line in found)


def test_a_column_of_numbers_is_no_page_number() -> None:
    assert [line for line in kinds("Deliveries by year\n\n12\n7\n40\n") if "12" in line or "40" in line]
