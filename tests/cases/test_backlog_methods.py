"""The method files and the lists beside them: readable, sourced, and refused by file and key when they are wrong."""

import json
import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from backlog_builders import case, told

from transmittal import catalogue
from transmittal.cases.backlog import Method, backlog, load_method, methods, to_json
from transmittal.cases.backlog.category import categories
from transmittal.cases.backlog.method import DATA
from transmittal.cases.completeness import completion_words
from transmittal.catalogue.entries import SystemKind
from transmittal.model import CaseFile, Misuse

NOTIFIED = (DATA / "methods" / "notified.toml").read_text(encoding="utf-8")


def test_the_methods_that_come_along() -> None:
    assert methods() == ("agreed", "notified", "tsm")
    for name in methods():
        assert load_method(name).id == name


@pytest.mark.parametrize("name", methods())
def test_a_method_says_what_it_counts_and_where_that_comes_from(name: str) -> None:
    method = load_method(name)
    assert len(method.description.split()) > 30
    for rule in (method.counts, method.value, method.leaves, method.support):
        assert rule is None or (len(rule.rule.split()) > 5 and rule.source in method.sources)
    assert all(source.url for source in method.sources.values())
    kinds = {kind.value for kind in SystemKind}
    assert set(method.leaves.beside) <= kinds


WRONG = [
    ("a stage that puts nothing on a list", 'stage = "approval"', 'stage = "plan"', "counts.stage"),
    ("a word that is none", 'decides = "every item"', 'decides = "some"', "leaves.decides"),
    ("a key that is none", 'currency = "USD"', 'currancy = "USD"', "currancy"),
    ("a source that is not listed", 'source = "aeca"', 'source = "nobody"', "counts.source"),
    ("not TOML", "[counts]", "[counts", "is not TOML"),
]


@pytest.mark.parametrize(("old", "new", "says"), [w[1:] for w in WRONG], ids=[w[0] for w in WRONG])
def test_a_wrong_method_is_refused_by_file_and_key(tmp_path: Path, old: str, new: str, says: str) -> None:
    path = tmp_path / "ours.toml"
    path.write_text(NOTIFIED.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(Misuse) as refused:
        load_method(path)
    assert str(path) in str(refused.value)
    assert says in str(refused.value)


def test_a_method_of_ones_own(tmp_path: Path) -> None:
    path = tmp_path / "ours.toml"
    path.write_text(NOTIFIED.replace('currency = "USD"', 'currency = "USD"\nsince = 2020-01-01'), encoding="utf-8")
    early = told("approval", "2019-07-08", 2000, {"abrams": 108})
    found = backlog([case(early)], load_method(str(path)), date(2025, 1, 1))
    assert [x.reason for x in found.excluded] == ["before"]


def test_no_such_method() -> None:
    with pytest.raises(Misuse, match="agreed, notified, tsm"):
        load_method("nobody")
    with pytest.raises(Misuse, match="cannot be read"):
        load_method(Path("nowhere.toml"))


def test_categories_name_systems_and_kinds_of_the_catalogue() -> None:
    listed = categories("tsm")
    for system in listed.systems:
        assert catalogue.system(system)
    assert set(listed.kinds) <= {kind.value for kind in SystemKind}
    for put in (listed.systems, listed.kinds, listed.tags, listed.words):
        assert set(put.values()) <= set(listed.names)


def test_every_word_is_a_pattern() -> None:
    words = completion_words()
    for lists in (words.final, words.all, words.not_yet, words.part, words.so_far, words.batch, words.practice):
        assert all(re.compile(pattern) for patterns in lists.values() for pattern in patterns)


CATEGORIES = [
    ("a launcher with its missiles", {"himars": 11, "atacms": 64}, (), "asymmetric"),
    ("a missile by itself", {"aim-9x": 100}, (), "munitions"),
    ("a tank", {"abrams": 108, "m88": 14}, (), "traditional"),
    ("a radar that comes with missiles", {"apg-83": 75, "aim-120": 200}, (), "munitions"),
    ("a person says otherwise", {"aim-9x": 100}, ("asymmetric",), "asymmetric"),
    ("nobody knows the system", {"zx-99": 4}, (), None),
]


@pytest.mark.parametrize(("items", "tags", "category"), [c[1:] for c in CATEGORIES], ids=[c[0] for c in CATEGORIES])
def test_categories(items: dict[str, int], tags: tuple[str, ...], category: str | None) -> None:
    found = backlog([case(told("approval", "2022-01-01", 100, items), tags=tags)], load_method("tsm"), date(2025, 1, 1))
    assert [line.category for line in found.lines] == [category]


def test_a_category_by_the_title_where_no_system_is_counted() -> None:
    shells = told("approval", "2023-06-29", 332, {}, title="TECRO – 30mm Ammunition and Related Equipment")
    found = backlog([case(shells)], load_method("tsm"), date(2025, 1, 1))
    assert [line.category for line in found.lines] == ["munitions"]


def three_cases() -> list[CaseFile]:
    return [
        case(told("approval", "2020-10-26", 2370, {"hcds": 100}), name="harpoons"),
        case(told("approval", "2021-08-04", None, {"m109": 40}), name="howitzers"),
        case(told("approval", "2022-01-01", 300, {"rafale": 12}, currency="EUR", supplier="FR", channel=None), name="jets"),
        case(told("approval", "2022-01-01", 50, {"javelin": 12}, buyer="PL"), name="elsewhere"),
    ]


def test_currencies_are_never_added_and_the_unknown_is_listed() -> None:
    found = backlog(three_cases(), load_method("notified"), date(2025, 1, 1), buyer="TW")
    assert [(a.amount, a.currency) for a in found.totals] == [(Decimal(300_000_000), "EUR"), (Decimal(2_370_000_000), "USD")]
    assert [line.case for line in found.unknown] == ["howitzers"]
    assert [line.case for line in found.lines] == ["harpoons", "howitzers", "jets"]
    assert {name: [a.currency for a in sums] for name, sums in found.grouped("stage").items()} == {"approval": ["EUR", "USD"]}
    assert sorted(found.grouped("system")) == ["hcds", "m109", "rafale"]


def test_a_backlog_of_nothing_is_zero_of_the_method_s_currency() -> None:
    assert to_json(backlog([], load_method("tsm"), date(2025, 1, 1)), excluded=False)["total"] == {"amount": "0", "currency": "USD"}


def test_the_json_is_as_fixed() -> None:
    told_json = to_json(backlog(three_cases(), load_method("tsm"), date(2025, 1, 1), buyer="TW"), excluded=True)
    assert json.loads(json.dumps(told_json)) == told_json
    line = told_json["lines"][0]
    assert line | {"amount": "2370000000", "currency": "USD", "basis": "estimate", "case": "harpoons", "title": "100 hcds"} == line
    assert set(line["evidence"][0]) == {"document", "url", "published", "quote", "start", "end"}
    assert line["because"] == "Notified 2020-10-26 at up to US$2.37 bn; none of 100 hcds delivered: not complete on 2025-01-01."
    assert told_json["lines"][1]["amount"] is None
    assert [x["because"] for x in told_json["excluded"]] == ["Sold by a seller that the method does not count."]
    assert isinstance(load_method("tsm"), Method)
