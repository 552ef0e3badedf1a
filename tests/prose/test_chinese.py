"""What Chinese sentences report, in the manner of Taiwan's defence ministry and news agency."""

import pytest
from test_languages import Case, read

DELIVERIES = [
    Case(
        "all that were bought have come",
        "陸軍向美國採購的108輛M1A2T戰車已全數交付。",
        ["delivery happened TW<US Abrams/M1A2T*108", "agreement happened TW<US Abrams/M1A2T*108"],
    ),
    Case("a first batch", "首批38輛M1A2T戰車14日晚間運抵台北港。", ["delivery happened TW<- Abrams/M1A2T*38 | - | 2024-01-14"]),
    Case(
        "the short name of the island",
        "國防部表示，首批11套海馬士多管火箭系統已於去年10月抵台。",
        ["delivery happened TW<- HIMARS*11 | - | 2023-10-01..2023-10-31 | 國防部"],
    ),
    Case(
        "the rest is due, in a year of the Republic",
        "第二批42輛M1A2T戰車已於去年7月27日運抵台灣，其餘28輛預計115年第1季交付。",
        [
            "delivery happened TW<- Abrams/M1A2T*42 | - | 2023-07-27",
            "delivery expected TW<- Abrams*28 | - | 2026-01-01..2026-03-31",
        ],
    ),
    Case(
        "one of those bought",
        "我國向美國採購的66架F-16V戰機，首架已於112年3月交機。",
        ["delivery happened TW<US F-16V*1 | - | 2023-03-01..2023-03-31", "agreement happened TW<US F-16V*66"],
    ),
    Case(
        "some of those bought",
        "陸軍司令部指出，向美方採購的84輛M1A2T戰車中，已有38輛抵台。",
        ["delivery happened TW<US Abrams/M1A2T*38 | - | - | 陸軍司令部", "agreement happened TW<US Abrams/M1A2T*84 | - | - | 陸軍司令部"],
    ),
    Case(
        "to be complete by the end of a year",
        "台灣向美採購的29套海馬士多管火箭系統，預計2026年底前交付完畢。",
        ["delivery expected TW<US HIMARS*29 | - | ..2026-12-31", "agreement happened TW<US HIMARS*29"],
    ),
    Case(
        "a part is due",
        "空軍向美採購的4架MQ-9B無人機，首批2架預計115年第3季交付。",
        ["delivery expected TW<US MQ-9B*2 | - | 2026-07-01..2026-09-30", "agreement happened TW<US MQ-9B*4"],
    ),
    Case("one after the other, to the army", "標槍飛彈已陸續交付陸軍。", ["delivery happened TW<- Javelin"]),
    Case(
        "a span of years",
        "陸軍採購的40門M109A6自走砲預計112年至114年交付。",
        ["delivery expected TW<- M109A6*40 | - | 2023-01-01..2025-12-31", "agreement happened TW<- M109A6*40"],
    ),
    Case(
        "the last batch, and a total that is no batch",
        "國防部今天證實，最後一批28輛M1A2T戰車已運抵台北港，108輛戰車全數交付完畢。",
        ["delivery happened TW<- Abrams/M1A2T*28 | - | - | 國防部"],
    ),
    Case(
        "the first, then all",
        "空軍表示，首架F-16V戰機預計114年9月交機，66架將於115年底前全數交付。",
        [
            "delivery expected TW<- F-16V*1 | - | 2025-09-01..2025-09-30 | 空軍",
            "delivery scheduled TW<- F-16V*66 | - | ..2026-12-31 | 空軍",
        ],
    ),
    Case(
        "a count behind the name, said by a minister",
        "國防部長顧立雄表示，NASAMS防空系統首批3套預計2025年底交付。",
        ["delivery expected TW<- NASAMS*3 | - | ..2025-12-31 | 顧立雄"],
    ),
    Case("to another country", "首批20架F-16V戰機已交付土耳其。", ["delivery happened TR<- F-16V*20"]),
    Case("received, in simplified signs", "波兰接收首批10辆K2坦克。", ["delivery happened PL<- K2*10"]),
]

APPROVALS = [
    Case(
        "Congress is told, then the goods",
        "美國政府於2020年10月26日知會國會，同意對台軍售100套魚叉飛彈岸防系統，金額23.7億美元。",
        ["approval happened TW<US Harpoon*100 | 2370000000 USD | 2020-10-26 | 政府"],
    ),
    Case(
        "the State Council is not meant",
        "美國國防安全合作署宣布，國務院已批准對台出售NASAMS防空系統，金額11.6億美元。",
        ["approval happened TW<US NASAMS | 1160000000 USD | - | 國務院"],
    ),
    Case(
        "sold to the island, shortened",
        "美國國務院核准售台60枚魚叉飛彈，總價3億5500萬美元。",
        ["approval happened TW<US Harpoon*60 | 355000000 USD | - | 美國國務院"],
    ),
    Case(
        "the count stands last",
        "美國務院核准對台軍售HIMARS 11套，總價約4.36億美元。",
        ["approval happened TW<US HIMARS*11 | 436000000 USD"],
    ),
    Case(
        "a sale to somebody else",
        "美國國務院批准向波蘭出售96架AH-64E直升機，總額120億美元。",
        ["approval happened PL<US AH-64E*96 | 12000000000 USD | - | 美國國務院"],
    ),
]

AGREEMENTS = [
    Case("an offer signed", "國防部已與美方簽署發價書，採購66架F-16V戰機。", ["agreement happened TW<US F-16V*66"]),
    Case(
        "a contract signed, with its sum",
        "國防部與美國完成簽約，採購11套海馬士多管火箭系統，金額約新台幣130億元。",
        ["agreement happened TW<US HIMARS*11 | 13000000000 TWD"],
    ),
    Case(
        "signed with the office that stands for the state",
        "我國與美國在台協會簽署108輛M1A2T戰車發價書，預算約新台幣405億元。",
        ["agreement happened TW<US Abrams/M1A2T*108 | 40500000000 TWD"],
    ),
    Case("already ordered", "台灣已向美國訂購18架MQ-9B無人機。", ["agreement happened TW<US MQ-9B*18"]),
    Case(
        "bought, and a first batch",
        "我向美採購1,985枚標槍飛彈，首批200枚今年抵台。",
        ["agreement happened TW<US Javelin*1985", "delivery happened TW<US Javelin*200 | - | 2024-01-01..2024-12-31"],
    ),
    Case(
        "simplified signs, a sum in yen",
        "日本向美国购买400枚战斧导弹，合同金额约2540亿日元。",
        ["agreement happened JP<US Tomahawk*400 | 254000000000 JPY"],
    ),
    Case(
        "an order won",
        "韓國韓華航太公司贏得羅馬尼亞54門K9自走砲訂單，金額9.2億美元。",
        ["award happened RO<KR K9*54 | 920000000 USD"],
    ),
]

PLANS = [
    Case(
        "money set aside",
        "國防部編列405億元預算採購108輛M1A2T戰車。",
        ["plan happened TW<- Abrams/M1A2T*108 | 40500000000 TWD"],
    ),
    Case(
        "in the budget of a year of the Republic",
        "行政院114年度預算案編列新台幣150億元採購100套魚叉飛彈岸防系統。",
        ["plan happened TW<- Harpoon*100 | 15000000000 TWD | 2025-01-01..2025-12-31 TW-FY"],
    ),
    Case("more are planned", "國防部規劃增購5架MQ-9B無人機。", ["plan happened TW<- MQ-9B*5"]),
    Case("the count behind the noun", "空軍擬採購E-2D預警機6架。", ["plan happened TW<- E-2D*6"]),
    Case("somebody else's plan", "菲律賓計畫向印度採購3套布拉莫斯飛彈。", ["plan happened PH<IN BrahMos*3"]),
]

CONTRACTS_APART = [
    Case(
        "a second contract, and what part of it is",
        "波兰与韩国签署第二份K2坦克采购合同，数量180辆，金额65亿美元，其中61辆将在波兰组装。",
        ["agreement happened PL<KR K2*180 | 6500000000 USD"],
    ),
    Case("what cannot come in time", "國防部坦言，66架F-16V戰機無法在去年底前交付。", ["delivery denied TW<- F-16V*66 | - | ..2023-12-31"]),
]

ENDINGS = [
    Case("ended by the buyer", "國防部已終止向美採購40門M109A6自走砲。", ["halt happened TW<US M109A6*40"]),
    Case("called off by the seller", "美方取消對台軍售40門M109A6自走砲。", ["halt happened TW<US M109A6*40"]),
    Case("what is called off was not bought", "海軍採購的12架MH-60R直升機遭國防部取消。", ["halt happened TW<- MH-60R*12"]),
    Case("put off by the seller", "美方延後交付台灣66架F-16V戰機。", ["change happened TW<US F-16V*66"]),
    Case("putting off denied", "國防部否認F-16V戰機延後交付。", ["change denied TW<- F-16V"]),
]

SILENCE = [
    Case("shooting practice", "陸軍M1A2T戰車今日實施射擊演習。", []),
    Case("a first batch that fires", "國軍第三作戰區首批海馬士多管火箭系統實彈射擊。", []),
    Case("a protest", "中國外交部對美國售台武器表示反對。", []),
    Case("a patrol", "解放軍殲-16戰機越過海峽中線，空軍派遣F-16V戰機監控。", []),
    Case("a visit", "總統今天視導M1A2T戰車部隊。", []),
]


@pytest.mark.parametrize(
    "case", [*DELIVERIES, *APPROVALS, *AGREEMENTS, *PLANS, *CONTRACTS_APART, *ENDINGS, *SILENCE], ids=lambda case: case.name
)
def test_events(case: Case) -> None:
    assert read("zh", case.text) == case.events
