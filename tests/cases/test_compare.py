"""Our cases beside somebody's list: job 5 of the users' list, and each way in which two lists can disagree."""

import csv
import io
from pathlib import Path

import msgspec
import pytest
from casework import EXAMPLES, case_of, example_case, kept_events

from transmittal.cases.compare import Comparison, Scope, compare
from transmittal.cases.compare_rows import ROW
from transmittal.cases.exchange import jsonl, mapping, sipri, spreadsheet
from transmittal.cases.exchange.theirs import Row, read_list, rows
from transmittal.model import CaseFile, Misuse, Tier, UnreadableDocument

MAP = """
[columns]
"Buyer" = "buyer"
"Seller" = "supplier"
"Item" = "system"
"Stage" = "stage"
"Count" = "quantity"
"Date" = "date"
"USD m" = {slot = "value", multiplier = "million", currency = "USD"}
"Arrived" = "delivery.quantity"
"""
HEAD = "Buyer,Seller,Item,Stage,Count,Date,USD m,Arrived\n"
JAPAN = Scope(buyers=frozenset({"JP"}), first=2015, last=2025)


def lines(table: str, source: str = "list.csv") -> list[Row]:
    reading = spreadsheet.read_bytes((HEAD + table).encode(), mapping.parse(MAP, "map.toml"), source=source)
    assert reading.unread == ()
    return list(rows(reading))


def ours(table: str) -> list[CaseFile]:
    """Cases of our own, a line each, as if a ministry had said so."""
    reading = spreadsheet.read_bytes((HEAD + table).encode(), mapping.parse(MAP, "map.toml"), source="ours.csv")
    cases: dict[int, CaseFile] = {}
    for kept in kept_events(reading):
        at = kept.event.evidence[0].start
        told = [*cases[at].events, kept] if at in cases else [kept]
        cases[at] = case_of(
            [msgspec.structs.replace(k, paper=msgspec.structs.replace(k.paper, tier=Tier.BUYER)) for k in told], f"case-{at}"
        )
    return list(cases.values())


def told(comparison: Comparison) -> list[tuple[str, str, str]]:
    return [(d.field, d.ours, d.theirs) for match in comparison.matches for d in match.differences]


def test_japan_beside_a_register_2015_to_2025() -> None:
    """The register's own rows in our case are left aside: it cannot agree with itself."""
    comparison = compare([example_case()], read_list(EXAMPLES / "2026-03-31-register.csv").rows, JAPAN)
    assert comparison.counts() == {"matches": 2, "differing": 0, "only ours": 1, "only theirs": 0, "ambiguous": 0, "only planned": 2}
    tomahawk = comparison.matches[0]
    assert [row.number for row in tomahawk.theirs] == [1, 2]
    assert "400 in both" in tomahawk.because
    assert {(d.field, d.ours, d.theirs) for d in tomahawk.differences} >= {("delivered", "", "about 20")}
    assert [(deal.designation, deal.count and deal.count.basis) for deal in comparison.only_ours] == [("TTWCS", "notified")]


def test_japan_beside_a_spreadsheet() -> None:
    theirs = read_list(EXAMPLES / "maps" / "our-list.csv", mapping.load(EXAMPLES / "maps" / "our-list.toml"))
    comparison = compare([example_case()], theirs.rows, Scope(buyers=frozenset({"JP"})))
    differing = {d.field: d for match in comparison.matches for d in match.differences if d.ours and d.theirs}
    assert (differing["value"].ours, differing["value"].theirs) == ("about JPY 254,100,000,000 (contract)", "USD 1,700,000,000 (contract)")
    assert "other currency" in differing["value"].note
    assert differing["value"].evidence is not None
    assert (differing["value"].evidence.quote, differing["value"].evidence.tier) == ("254.1 billion yen", "seller")
    assert [row.number for row in comparison.matches[0].theirs] == [1, 2], "a notice and its order are one deal"


OURS = "Japan,United States,Tomahawk,agreement,400,2024-01-18,1700,20\n"
SAME: dict[str, tuple[str, list[tuple[str, str, str]]]] = {
    "all the same": ("Japan,United States,Tomahawk,agreement,400,2024,1700,20\n", []),
    "another count": ("Japan,United States,Tomahawk,agreement,300,2024,1700,20\n", [("count", "400", "300")]),
    "a vague count": ("Japan,United States,Tomahawk,agreement,~400,2024,1700,20\n", []),
    "less delivered": ("Japan,United States,Tomahawk,agreement,400,2024,1700,12\n", [("delivered", "20", "12")]),
    "one year later": ("Japan,United States,Tomahawk,agreement,400,2025,1700,20\n", [("ordered in", "2024", "2025")]),
    "another price": ("Japan,United States,Tomahawk,agreement,400,2024,2350,20\n", [
        ("value", "USD 1,700,000,000 (contract)", "USD 2,350,000,000 (contract)"),
    ]),
    "no supplier": ("Japan,,Tomahawk,agreement,400,2024,1700,20\n", []),
    "a notice": ("Japan,United States,Tomahawk,approval,400,2023,2350,\n", [
        ("delivered", "20", ""), ("ordered in", "2024", ""), ("value", "USD 1,700,000,000 (contract)", "USD 2,350,000,000 (estimate)"),
    ]),
    "a model of the family": ("Japan,United States,RGM-109 Tomahawk,agreement,400,2024,1700,20\n", []),
}  # fmt: skip


@pytest.mark.parametrize(("table", "expected"), SAME.values(), ids=SAME)
def test_lines_that_match(table: str, expected: list[tuple[str, str, str]]) -> None:
    comparison = compare(ours(OURS), lines(table))
    assert len(comparison.matches) == 1
    assert told(comparison) == expected
    assert not comparison.only_ours
    assert not comparison.only_theirs


OTHER = {
    "two years later": "Japan,United States,Tomahawk,agreement,400,2026,1700,20\n",
    "another buyer": "Australia,United States,Tomahawk,agreement,400,2024,1700,20\n",
    "another supplier": "Japan,United Kingdom,Tomahawk,agreement,400,2024,1700,20\n",
    "another system": "Japan,United States,Harpoon,agreement,400,2024,1700,20\n",
}


@pytest.mark.parametrize("table", OTHER.values(), ids=OTHER)
def test_lines_that_do_not_match(table: str) -> None:
    comparison = compare(ours(OURS), lines(table))
    assert comparison.counts() | {"differing": 0} == {
        "matches": 0, "differing": 0, "only ours": 1, "only theirs": 1, "ambiguous": 0, "only planned": 0,
    }  # fmt: skip


def test_a_note_says_when_two_figures_are_of_different_things() -> None:
    notice = ours("Japan,United States,Tomahawk,approval,400,2023,2350,\n")
    comparison = compare(notice, lines("Japan,United States,Tomahawk,agreement,390,2024,1700,\n"))
    notes = {d.field: d.note for d in comparison.matches[0].differences}
    assert (notes["count"], notes["value"]) == ("ours is notified, theirs ordered", "ours is estimate, theirs contract")


def test_the_line_that_agrees_in_most_is_taken_and_each_only_once() -> None:
    comparison = compare(
        ours(OURS),
        lines("Japan,United States,Tomahawk,agreement,50,2025,100,\nJapan,United States,Tomahawk,agreement,400,2024,1700,20\n"),
    )
    assert [row.number for row in comparison.matches[0].theirs] == [2]
    assert [row.number for row in comparison.only_theirs] == [1]


def test_of_two_lines_of_one_year_the_count_decides() -> None:
    year = "Japan,United States,Tomahawk,agreement,{},2024,,\n"
    comparison = compare(ours(OURS), lines(year.format(50) + year.format(400)))
    assert [[row.number for row in match.theirs] for match in comparison.matches] == [[2]]
    assert not comparison.ambiguous


def test_two_lines_that_agree_equally_well_are_left_to_a_person() -> None:
    twice = "Japan,United States,Tomahawk,agreement,50,2024,,\n" * 2
    comparison = compare(ours(OURS), lines(twice))
    assert comparison.matches == ()
    assert [len(unclear.theirs) for unclear in comparison.ambiguous] == [2]
    assert [row["result"] for row in comparison.rows()] == ["ambiguous", "ambiguous"]
    assert comparison.only_ours == comparison.only_theirs == ()


def test_scope_is_strict_at_its_ends_and_matches_across_them() -> None:
    edge = compare(ours(OURS), lines("Japan,United States,Tomahawk,agreement,400,2025,1700,20\n"), Scope(first=2025, last=2026))
    assert len(edge.matches) == 1
    outside = compare(ours(OURS), lines("Japan,United States,Harpoon,agreement,9,2026,,\n"), Scope(first=2025, last=2025))
    assert outside.counts() == dict.fromkeys(outside.counts(), 0)
    other = compare(ours(OURS), lines("Poland,South Korea,K2,agreement,180,2022,,\n"), Scope(buyers=frozenset({"PL"})))
    assert (len(other.only_ours), len(other.only_theirs)) == (0, 1)


def test_a_plan_matches_a_plan_and_is_no_news_otherwise() -> None:
    plan = ours("Japan,United States,Tomahawk,plan,500,2022,,\n")
    both = compare(plan, lines("Japan,United States,Tomahawk,plan,400,2022,,\n"))
    assert told(both) == [("count", "500", "400")]
    alone = compare(plan, lines("Poland,South Korea,K2,agreement,180,2022,,\n"))
    assert (len(alone.only_ours), alone.planned) == (0, 1)
    undated = compare(ours("Japan,United States,Tomahawk,plan,500,,,\n"), lines("Japan,United States,Tomahawk,agreement,400,2024,,\n"))
    assert not undated.matches


def test_rows_have_the_same_keys_and_make_a_table() -> None:
    comparison = compare(
        [example_case()], read_list(EXAMPLES / "maps" / "our-list.csv", mapping.load(EXAMPLES / "maps" / "our-list.toml")).rows
    )
    made = list(comparison.rows())
    assert {tuple(row) for row in made} == {ROW}
    assert {row["result"] for row in made} == {"differs", "only ours", "only theirs"}
    stream = io.StringIO()
    table = csv.DictWriter(stream, ROW)
    table.writeheader()
    table.writerows(made)
    assert list(csv.DictReader(io.StringIO(stream.getvalue()))) == made


def test_our_own_register_agrees_with_us(tmp_path: Path) -> None:
    cases = ours(OURS + "Poland,South Korea,K2,agreement,180,2022,,110\n")
    path = tmp_path / "register.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        sipri.write(cases, stream)
    comparison = compare(cases, read_list(path).rows)
    assert comparison.counts()["matches"] == 2
    assert told(comparison) == [("value", "USD 1,700,000,000 (contract)", "")], "a register has no money"


def test_another_casebook_is_compared_by_its_cases(tmp_path: Path) -> None:
    path = tmp_path / "cases.jsonl"
    with path.open("w", encoding="utf-8") as stream:
        jsonl.write(ours(OURS), stream)
    comparison = compare(ours(OURS), read_list(path).rows)
    assert (len(comparison.matches), told(comparison)) == (1, [])


def test_a_list_that_nobody_explains_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("a,b,c\n1,2,3\n")
    with pytest.raises(Misuse, match="--map"):
        read_list(path)
    with pytest.raises(UnreadableDocument, match="no such file"):
        read_list(tmp_path / "nowhere.csv")
