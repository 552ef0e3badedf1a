"""Amounts of money: what is found, in which currency, and what is not money."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

import pytest

from transmittal.mentions.money import find_money


class Case(NamedTuple):
    """found: "quote = amount currency", with the bound when it is not exact, "conversion", "threshold"."""

    name: str
    text: str
    found: list[str]
    options: Mapping[str, Any] = MappingProxyType({})


CASES = [
    Case("billions with a sign", "$9.0 billion", ["$9.0 billion = 9000000000 USD"]),
    Case("a letter for the scale", "for $2.35B now", ["$2.35B = 2350000000 USD"]),
    Case("whole figures", "a $1,170,000,000 order", ["$1,170,000,000 = 1170000000 USD"]),
    Case("cents", "$12.50", ["$12.50 = 12.5 USD"]),
    Case("no figure before the point", "$ .600 billion", ["$ .600 billion = 600000000 USD"]),
    Case("nothing is an amount", "$ 0 million", ["$ 0 million = 0 USD"]),
    Case("a stray sign stays out", "$  $340 million", ["$340 million = 340000000 USD"]),
    Case("a hyphen before the scale", "an 8.1-billion-dollar deal", ["8.1-billion-dollar = 8100000000 USD"]),
    Case("dollars of Taiwan", "NT$4,000億", ["NT$4,000億 = 400000000000 TWD"]),
    Case("dollars of Australia and Canada", "A$1.3bn, C$2.4 billion", ["A$1.3bn = 1300000000 AUD", "C$2.4 billion = 2400000000 CAD"]),
    Case("US$", "US$2.37 billion", ["US$2.37 billion = 2370000000 USD"]),
    Case("US$ inside a word is a bare dollar", "PLUS$5", ["$5 = 5 USD"]),
    Case("codes without a blank", "USD1.72 billion", ["USD1.72 billion = 1720000000 USD"]),
    Case("codes with one", "JPY 211.3 billion", ["JPY 211.3 billion = 211300000000 JPY"]),
    Case("a year before a code", "in 2024 USD 1.72 billion", ["USD 1.72 billion = 1720000000 USD"]),
    Case("a sign after a scale", "12 Mrd. € 2026", ["12 Mrd. € = 12000000000 EUR"]),
    Case("bn yen", "254.1 bn yen", ["254.1 bn yen = 254100000000 JPY"]),
    Case("yen, trillions and hundred millions", "8兆7,005億円", ["8兆7,005億円 = 8700500000000 JPY"]),
    Case("with the sign before", "¥8兆7005億", ["¥8兆7005億 = 8700500000000 JPY"]),
    Case("kanji numerals", "二千五百四十億円", ["二千五百四十億円 = 254000000000 JPY"]),
    Case("hundred millions of US dollars", "約40億美元", ["40億美元 = 4000000000 USD about"]),
    Case("traditional script means Taiwan", "4,000億元", ["4,000億元 = 400000000000 TWD"]),
    Case("simplified script means China", "4000亿元", ["4000亿元 = 400000000000 CNY"]),
    Case("won in Korean", "8조 7000억원", ["8조 7000억원 = 8700000000000 KRW"]),
    Case("dollars in Korean", "5억 달러", ["5억 달러 = 500000000 USD"]),
    Case("won in Japanese", "60兆ウォン", ["60兆ウォン = 60000000000000 KRW"]),
    Case("crore", "nearly Rs 63,000 crore", ["Rs 63,000 crore = 630000000000 INR about"]),
    Case("lakh crore", "₹1.5 lakh crore", ["₹1.5 lakh crore = 1500000000000 INR"]),
    Case("L Cr", "₹2.54L Cr", ["₹2.54L Cr = 2540000000000 INR"]),
    Case("French", "2,35 milliards d'euros", ["2,35 milliards d'euros = 2350000000 EUR"]),
    Case("French letters", "12 Md€ et 5 M€", ["12 Md€ = 12000000000 EUR", "5 M€ = 5000000 EUR"]),
    Case("German", "650 Mio. Euro", ["650 Mio. Euro = 650000000 EUR"]),
    Case("a German Billion", "2 Billionen Yen", ["2 Billionen Yen = 2000000000000 JPY"], {"language": "de"}),
    Case("Spanish", "2 billones de pesos mexicanos", ["2 billones de pesos mexicanos = 2000000000000 MXN"]),
    Case("a Spanish scale and a point", "1.500 millones de dólares", ["1.500 millones de dólares = 1500000000 USD"]),
    Case("mil millones alone", "mil millones de euros", ["mil millones de euros = 1000000000 EUR"], {"language": "es"}),
    Case("Portuguese", "R$ 3,5 bilhões", ["R$ 3,5 bilhões = 3500000000 BRL"]),
    Case("Polish", "3,5 mln zł i 12 mld zł", ["3,5 mln zł = 3500000 PLN", "12 mld zł = 12000000000 PLN"]),
    Case("Polish blanks", "1 234 567,50 zł", ["1 234 567,50 zł = 1234567.5 PLN"], {"language": "pl"}),
    Case("Russian", "10 млрд долларов США", ["10 млрд долларов США = 10000000000 USD"]),
    Case("Ukrainian", "5 млн грн", ["5 млн грн = 5000000 UAH"]),
    Case("Arabic", "٣٫٥ مليار دولار أمريكي", ["٣٫٥ مليار دولار أمريكي = 3500000000 USD"]),
    Case("Vietnamese", "10 nghìn tỷ đồng", ["10 nghìn tỷ đồng = 10000000000000 VND"]),
    Case("Thai", "3.5 แสนล้านบาท", ["3.5 แสนล้านบาท = 350000000000 THB"]),
    Case("number words", "two and a half billion dollars", ["two and a half billion dollars = 2500000000 USD"]),
    Case("half a billion", "half a billion dollars", ["half a billion dollars = 500000000 USD"]),
    Case(
        "a conversion in brackets",
        "254.1 billion yen ($1.7 billion)",
        ["254.1 billion yen = 254100000000 JPY", "$1.7 billion = 1700000000 USD conversion"],
    ),
    Case(
        "a conversion with or",
        "$1.75 billion, or about C$2.4 billion",
        ["$1.75 billion = 1750000000 USD", "C$2.4 billion = 2400000000 CAD about conversion"],
    ),
    Case(
        "a second conversion in one bracket",
        "US$3 (A$4; £2)",
        ["US$3 = 3 USD", "A$4 = 4 AUD conversion", "£2 = 2 GBP conversion"],
    ),
    Case(
        "the same currency in brackets is no conversion",
        "$23 billion ($3 billion less)",
        ["$23 billion = 23000000000 USD", "$3 billion = 3000000000 USD"],
    ),
    Case("a threshold", "$50,000,000 or more", ["$50,000,000 = 50000000 USD min threshold"]),
    Case("up to", "up to $5 billion", ["$5 billion = 5000000000 USD max"]),
    Case("a not-to-exceed contract", "a not-to-exceed $120,200,000", ["$120,200,000 = 120200000 USD max"]),
    Case("a maximum", "awarded a maximum $8,777,000", ["$8,777,000 = 8777000 USD max"]),
    Case("more than", "more than $1.7 billion", ["$1.7 billion = 1700000000 USD min"]),
    Case("an estimated", "an estimated $2.4bn", ["$2.4bn = 2400000000 USD about"]),
    Case("an estimated cost is a figure", "estimated cost of $2.35 billion", ["$2.35 billion = 2350000000 USD"]),
    Case("a range with one sign", "$1.5-2 billion", ["$1.5 = 1500000000 USD min", "2 billion = 2000000000 USD max"]),
    Case(
        "a range with two scales",
        "at 900 million to 1.2 billion dollars",
        ["900 million = 900000000 USD min", "1.2 billion dollars = 1200000000 USD max"],
    ),
    Case("a range with a word after", "1.5-2 billion dollars", ["1.5 = 1500000000 USD min", "2 billion dollars = 2000000000 USD max"]),
    Case("between", "between $1 billion and $2 billion", ["$1 billion = 1000000000 USD min", "$2 billion = 2000000000 USD max"]),
    Case("from and to may be a change", "from $1 billion to $2 billion", ["$1 billion = 1000000000 USD", "$2 billion = 2000000000 USD"]),
    Case("home decides a bare dollar, not US$", "$5 million, US$3", ["$5 million = 5000000 AUD", "US$3 = 3 USD"], {"home": "AUD"}),
    Case("kroner need a country", "100 millioner kroner", []),
    Case("kroner at home", "100 millioner kroner", ["100 millioner kroner = 100000000 NOK"], {"home": "NOK"}),
    Case("kroner by language", "100 millioner kroner", ["100 millioner kroner = 100000000 DKK"], {"language": "da"}),
    Case("Swedish kronor say so", "2 billion Swedish kronor", ["2 billion Swedish kronor = 2000000000 SEK"]),
    Case("a model after a price", "$5 M1A2", ["$5 = 5 USD"]),
    Case("a price a month", "$4 a month", ["$4 = 4 USD"]),
    Case("a tournament", "qualified for Euro 2020", []),
    Case("won, the verb", "in 2019 won the contract", []),
    Case("pounds of weight", "2,000 pound bomb, 500-pound, 2 million pounds of thrust", []),
    Case("pounds of money", "8 billion pounds", ["8 billion pounds = 8000000000 GBP"]),
    Case("radars are no riyals", "12 SAR radars", []),
    Case("riyals", "2.5 billion SAR", ["2.5 billion SAR = 2500000000 SAR"]),
    Case("no number, no money", "hundreds of millions of dollars, a multi-billion-dollar deal, a yen for power, the dollar", []),
    Case("marks and crowns need a scale", "3 Mark 84 and 20 crowns and 5 real", []),
    Case("bare numbers only when asked", "3.2 billion", []),
    Case("bare numbers in a table", "MDE 400 million | 12 | $1", ["400 million = 400000000 USD", "$1 = 1 USD"], {"bare": True}),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_find_money(case: Case) -> None:
    found = []
    for m in find_money(case.text, **case.options):
        words = [f"{case.text[m.start : m.end]} = {m.amount} {m.currency}"]
        words += [m.bound.value] * (m.bound != "exact") + ["conversion"] * m.conversion + ["threshold"] * m.threshold
        found.append(" ".join(words))
    assert found == case.found


def test_a_part_of_the_text_keeps_its_offsets() -> None:
    text = "worth $5 million, then $6 million and $7 million"
    assert [text[m.start : m.end] for m in find_money(text, 17, 34)] == ["$6 million"]
