"""What one or two sentences of each language report, and what reports nothing. How the packs are built: docs/reading/languages.md."""

from datetime import date
from typing import NamedTuple

import msgspec
import pytest

from transmittal import documents
from transmittal.model import Event
from transmittal.prose import read_prose
from transmittal.prose.language import codes, find_language

PUBLISHED = date(2024, 1, 19)  # a Friday


class Case(NamedTuple):
    """events: one line each: "stage modality BUYER<SUPPLIER item*count … | amount currency | start..end calendar | source".

    "-" stands for nothing; empty parts at the end are left out. A count has its bound behind it when it is not exact, an item its
    variant after a slash.
    """

    name: str
    text: str
    events: list[str]


def read(language: str, text: str) -> list[str]:
    """The events of a text in one language, one line each."""
    document = next(iter(documents.read_bytes(text.encode(), source="test", published=PUBLISHED, media_type="text/plain; charset=utf-8")))
    return [line(event) for event in read_prose(msgspec.structs.replace(document, language=language))]


def line(event: Event) -> str:
    """One event as `Case.events` has it."""
    parties = f"{event.buyer.id if event.buyer else '-'}<{event.supplier.id if event.supplier else '-'}"
    value = f"{event.value.amount} {event.value.currency}" if event.value else "-"
    when = "-"
    if event.date is not None:
        first, last = event.date.start, event.date.end
        when = f"{first}" if first == last else f"{first or ''}..{last or ''}"
        when += "" if event.date.calendar == "civil" else f" {event.date.calendar}"
    parts = [f"{event.stage} {event.modality} {parties} {' '.join(items(event))}", value, when, event.source.name if event.source else "-"]
    while parts[-1] == "-":
        parts.pop()
    return " | ".join(parts)


def items(event: Event) -> list[str]:
    """ "F-16/Block 70*12", "Tomahawk*500max"."""
    found = []
    for item in event.items:
        count = f"*{item.quantity.value}" + ("" if item.quantity.bound == "exact" else item.quantity.bound) if item.quantity else ""
        found.append((item.system.designation + (f"/{item.variant}" if item.variant else "")).replace(" ", "_") + count)
    return found


JAPANESE = [
    Case(
        "a contract, its sum and its deliveries",
        "防衛省は18日、米国と巡航ミサイル「トマホーク」400発の購入契約を締結したと発表した。契約額は2540億円。2025年度から27年度にかけて納入される。",
        [
            "agreement happened JP<US Tomahawk*400 | 254000000000 JPY | - | 防衛省",
            "delivery scheduled JP<US Tomahawk | - | 2025-04-01..2028-03-31 JP-FY",
        ],
    ),
    Case(
        "a plan, its number a ceiling",
        "政府は、米国製の巡航ミサイル「トマホーク」を最大500発取得する方針を固めた。",
        ["plan happened JP<US Tomahawk*500max"],
    ),
    Case(
        "the cabinet decides, the sum follows",
        "政府は17日の閣議で、F35A戦闘機を105機追加取得することを決定した。取得費は約1兆2000億円。",
        ["plan happened JP<- F35A*105 | 1200000000000 JPY | 2024-01-17"],
    ),
    Case("a formal request", "台湾は米国に対し、F-16V戦闘機66機の売却を正式に要請した。", ["request happened TW<US F-16V*66"]),
    Case(
        "the exporter approves",
        "米国務省は23日、日本への空対空ミサイルAMRAAM最大120発の売却を承認し、議会に通知した。総額は3億6400万ドル。",
        ["approval happened JP<US AIM-120*120max | 364000000 USD | 2023-12-23 | 米国務省"],
    ),
    Case("handed over", "航空自衛隊の三沢基地に15日、F-35A戦闘機2機が引き渡された。", ["delivery happened JP<- F-35A*2 | - | 2024-01-15"]),
    Case("put off", "防衛省は、F-15J戦闘機の改修計画を延期すると発表した。", ["change happened JP<- F-15J | - | - | 防衛省"]),
    Case(
        "stopped",
        "防衛省は15日、地上配備型迎撃システム「イージス・アショア」の調達を中止すると表明した。",
        ["halt happened JP<- Aegis_Ashore | - | - | 防衛省"],
    ),
    Case("weighed", "フィリピン政府はF-16戦闘機12機の購入を検討している。", ["plan possible PH<- F-16*12"]),
    Case(
        "others buy from others, deliveries are foreseen",
        "ポーランドは韓国からK2戦車180両を購入する契約に署名した。契約額は約65億ドルで、2026年から27年に引き渡される見通しだ。",
        ["agreement happened PL<KR K2*180 | 6500000000 USD", "delivery expected PL<KR K2 | - | 2026-01-01..2027-12-31"],
    ),
    Case(
        "brought forward, years in two figures, a minister speaks",
        "木原稔防衛相は記者会見で、トマホークの取得を1年前倒しし、25年度から納入を受けると述べた。",
        ["change happened JP<- Tomahawk | - | - | 木原稔", "delivery scheduled JP<- Tomahawk | - | 2025-04-01.. JP-FY | 木原稔"],
    ),
    Case("denied", "ドイツ政府は、タイフーン戦闘機の追加購入を決めたとの報道を否定した。", ["plan denied DE<- Typhoon"]),
    Case(
        "a firm wins an order from its ministry",
        "三菱重工業は、防衛省からスタンド・オフ・ミサイル「12式地対艦誘導弾能力向上型」の量産契約を3781億円で受注した。",
        ["award happened JP<JP Type_12/upgraded | 378100000000 JPY"],
    ),
    Case(
        "a budget line",
        "防衛省は2024年度予算案に、イージス・システム搭載艦2隻の建造費として3731億円を計上した。",
        ["plan happened JP<- ASEV*2 | 373100000000 JPY | 2024-04-01..2025-03-31 JP-FY"],
    ),
    Case(
        "the maker's country as an adjective",
        "ドイツは17日、イスラエル製の迎撃システム「アロー3」を約35億ドルで購入する契約に署名した。25年末までに最初のシステムが納入される予定。",
        ["agreement happened DE<IL Arrow_3 | 3500000000 USD | 2024-01-17", "delivery scheduled DE<IL Arrow_3 | - | ..2025-12-31"],
    ),
    Case("an exercise", "海上自衛隊と米海軍は18日、太平洋で共同訓練を実施し、F-35B戦闘機6機が参加した。", []),
    Case("war", "ロシア軍はウクライナ東部で攻撃を行い、米国製のパトリオットが迎撃した。ウクライナ軍は12発を撃墜したと発表した。", []),
    Case("sport", "サッカーの試合で、日本は米国に2対1で勝利した。トマホークの愛称で知られる選手が2得点を挙げた。", []),
]

GERMAN = [
    Case(
        "parliament releases money",
        "Der Haushaltsausschuss des Bundestages gab am Mittwoch 2,5 Milliarden Euro für den Kauf von 35 Kampfjets vom Typ F-35A frei.",
        ["plan happened DE<- F-35A*35 | 2500000000 EUR | 2024-01-17"],
    ),
    Case(
        "signed with the seller",
        "Polen hat mit Südkorea einen Vertrag über 180 Kampfpanzer K2 im Wert von 6,5 Milliarden Dollar unterzeichnet.",
        ["agreement happened PL<KR K2*180 | 6500000000 USD"],
    ),
    Case(
        "some of those ordered",
        "Die ersten vier der 32 F-35A, die Polen im Januar 2020 bestellt hat, wurden im Dezember übergeben.",
        ["delivery happened PL<- F-35A*4 | - | 2023-12-01..2023-12-31", "agreement happened PL<- F-35A*32 | - | 2020-01-01..2020-01-31"],
    ),
    Case(
        "the last of those bought abroad",
        "Von den 91 Radpanzern Boxer, die Litauen im Jahr 2016 in Deutschland gekauft hat, wurde der letzte im Dezember 2023 übergeben.",
        ["delivery happened LT<DE Boxer*1 | - | 2023-12-01..2023-12-31", "agreement happened LT<DE Boxer*91 | - | 2016-01-01..2016-12-31"],
    ),
    Case(
        "deliveries are planned",
        "Polen hat 180 Kampfpanzer K2 bestellt. Die ersten Panzer sollen ab 2026 geliefert werden.",
        ["agreement happened PL<- K2*180", "delivery scheduled PL<- K2 | - | 2026-01-01.."],
    ),
    Case(
        "ordered",
        "Die Schweiz hat 36 Kampfflugzeuge des Typs F-35A für 6,035 Milliarden Franken bestellt.",
        ["agreement happened CH<- F-35A*36 | 6035000000 CHF"],
    ),
    Case("weighed", "Tschechien erwägt den Kauf von 24 Kampfjets F-35.", ["plan possible CZ<- F-35*24"]),
    Case("could", "Ungarn könnte bis zu vier weitere Gripen kaufen.", ["plan possible HU<- Gripen*4max"]),
    Case("cancelled", "Österreich storniert die Bestellung von zwölf Transportflugzeugen C-390.", ["halt happened AT<- C-390*12"]),
    Case("late", "Die Auslieferung der F-35A an Deutschland verzögert sich bis 2027.", ["change happened DE<- F-35A | - | ..2027-12-31"]),
    Case(
        "an adjective and a force are a state",
        "Am 4. Dezember 2023 wurden acht Leopard 2A8 an die norwegische Armee übergeben.",
        ["delivery happened NO<- Leopard_2/2A8*8 | - | 2023-12-04"],
    ),
    Case(
        "the exporter approves",
        "Die US-Regierung hat den Verkauf von 35 Kampfjets des Typs F-35 an Deutschland für 8,4 Milliarden Dollar genehmigt.",
        ["approval happened DE<US F-35*35 | 8400000000 USD"],
    ),
    Case(
        "a plan that a minister tells",
        "Deutschland will 60 Transporthubschrauber vom Typ CH-47F beschaffen, sagte Verteidigungsminister Boris Pistorius.",
        ["plan happened DE<- CH-47F*60 | - | - | Boris Pistorius"],
    ),
    Case(
        "a formal request",
        "Die Bundesregierung hat in den USA offiziell den Kauf von 60 CH-47F angefragt.",
        ["request happened DE<US CH-47F*60"],
    ),
    Case("received", "Rumänien hat die ersten drei Patriot-Systeme erhalten.", ["delivery happened RO<- Patriot*3"]),
    Case(
        "an award and its sum",
        "Rheinmetall hat von der Bundeswehr einen Auftrag über 105 Leopard 2A8 erhalten. Der Auftrag hat einen Wert von 2,9 Mrd. Euro.",
        ["award happened DE<DE Leopard_2/2A8*105 | 2900000000 EUR"],
    ),
    Case(
        "denied",
        "Das Verteidigungsministerium dementierte Berichte, wonach Deutschland weitere Eurofighter bestellt habe.",
        ["agreement denied DE<- Eurofighter"],
    ),
    Case("an exercise", "Bei der Übung im Norden landeten am Montag 23 Kampfjets vom Typ F-35A in Deutschland.", []),
    Case(
        "war", "Russland griff die Ukraine mit 40 Marschflugkörpern vom Typ Kalibr an; 12 davon wurden von Patriot-Systemen abgefangen.", []
    ),
    Case("sport", "Die New England Patriots verloren gegen die Jets mit 12:24. Quarterback Mac Jones unterzeichnete einen Vertrag.", []),
]

FRENCH = [
    Case(
        "signed",
        "La Grèce a signé lundi un contrat pour l'achat de 18 Rafale, pour 2,5 milliards d'euros.",
        ["agreement happened GR<- Rafale*18 | 2500000000 EUR | 2024-01-15"],
    ),
    Case(
        "bought from",
        "L'Indonésie a commandé 42 avions de combat Rafale à la France pour 8,1 milliards de dollars.",
        ["agreement happened ID<FR Rafale*42 | 8100000000 USD"],
    ),
    Case(
        "handed over to",
        "La France a livré six avions de combat Rafale à la Croatie le 2 octobre 2023.",
        ["delivery happened HR<FR Rafale*6 | - | 2023-10-02"],
    ),
    Case(
        "due",
        "Les avions de combat Rafale doivent être livrés à la Serbie d'ici 2028.",
        ["delivery scheduled RS<- Rafale | - | ..2028-12-31"],
    ),
    Case("weighed", "L'Irak envisage d'acheter 14 avions Rafale.", ["plan possible IQ<- Rafale*14"]),
    Case(
        "the exporter's ministry is its state",
        "Le département d'État américain a approuvé la vente à la Pologne de 96 hélicoptères AH-64E Apache pour 12 milliards de dollars.",
        ["approval happened PL<US AH-64E*96 | 12000000000 USD | - | département d'État américain"],
    ),
    Case("put off", "La Suisse a reporté l'achat de cinq systèmes antiaériens Patriot.", ["change happened CH<- Patriot*5"]),
    Case("cancelled", "La Suisse a annulé la commande de 36 avions F-35A.", ["halt happened CH<- F-35A*36"]),
    Case(
        "according to the minister",
        "Selon la ministre des Armées Florence Parly, la Grèce recevra six avions de combat Rafale supplémentaires en 2024.",
        ["delivery scheduled GR<- Rafale*6 | - | 2024-01-01..2024-12-31 | Florence Parly"],
    ),
    Case(
        "a plan announced on a day",
        "La Belgique va acheter 11 avions de combat F-35A supplémentaires, a annoncé vendredi le ministre de la Défense Theo Francken.",
        ["plan happened BE<- F-35A*11 | - | 2024-01-19 | Theo Francken"],
    ),
    Case("a formal request", "Le Maroc a officiellement demandé aux États-Unis l'achat de 32 F-35A.", ["request happened MA<US F-35A*32"]),
    Case(
        "the government and its adjective",
        "Le gouvernement français a commandé 109 canons Caesar pour 350 millions d'euros.",
        ["agreement happened FR<- CAESAR*109 | 350000000 EUR"],
    ),
    Case(
        "a firm's contract",
        "Dassault Aviation a remporté un contrat de 4,2 milliards d'euros pour 42 avions de combat Rafale destinés à l'armée de l'Air.",
        ["award happened FR<FR Rafale*42 | 4200000000 EUR"],
    ),
    Case("denied", "Le ministère de la Défense a démenti que le Portugal ait commandé des F-35A.", ["agreement denied PT<- F-35A"]),
    Case("an exercise", "Lors de l'exercice Orion, 12 Rafale de l'armée de l'Air française ont décollé de la base de Mont-de-Marsan.", []),
    Case("war", "La Russie a tiré 30 missiles Kalibr sur l'Ukraine, dont 22 ont été abattus par des systèmes Patriot.", []),
    Case("sport", "L'équipe des Rafales a signé un contrat de trois ans avec le joueur américain, qui a livré un grand match.", []),
]

SPANISH = [
    Case(
        "signed",
        "España firmó el jueves un contrato para la compra de 20 cazas Eurofighter por 2.043 millones de euros.",
        ["agreement happened ES<- Eurofighter*20 | 2043000000 EUR | 2024-01-18"],
    ),
    Case(
        "received",
        "Perú recibió el viernes los dos primeros cazas F-16 Block 70.",
        ["delivery happened PE<- F-16/Block_70*2 | - | 2024-01-19"],
    ),
    Case(
        "will hand over",
        "Estados Unidos entregará a Argentina los primeros seis F-16 en diciembre de 2025.",
        ["delivery scheduled AR<US F-16*6 | - | 2025-12-01..2025-12-31"],
    ),
    Case(
        "means to buy from",
        "Colombia prevé comprar 16 cazas Gripen a Suecia por 3.600 millones de euros.",
        ["plan happened CO<SE Gripen*16 | 3600000000 EUR"],
    ),
    Case("weighed", "El Gobierno español estudia la compra de 50 cazas F-35B para la Armada.", ["plan possible ES<- F-35B*50"]),
    Case(
        "the exporter approves",
        "El Departamento de Estado de EE.UU. aprobó la venta a España de cinco sistemas antiaéreos Patriot por 1.700 millones de dólares.",
        ["approval happened ES<US Patriot*5 | 1700000000 USD | - | Departamento de Estado"],
    ),
    Case("cancelled", "Suiza canceló la compra de 36 cazas F-35A.", ["halt happened CH<- F-35A*36"]),
    Case("late", "La entrega de los submarinos S-80 a la Armada española acumula un retraso.", ["change happened ES<- S-80_Plus"]),
    Case(
        "according to the ministry",
        "Según el Ministerio de Defensa, los primeros Leopard 2A8 llegarán a España en 2027.",
        ["delivery scheduled ES<- Leopard_2/2A8 | - | 2027-01-01..2027-12-31 | Ministerio de Defensa"],
    ),
    Case(
        "a formal request",
        "Chile solicitó formalmente a Estados Unidos la compra de 10 helicópteros UH-60M.",
        ["request happened CL<US UH-60M*10"],
    ),
    Case(
        "second-hand, and a minister speaks",
        "Argentina compró 24 F-16 a Dinamarca por 300 millones de dólares, anunció el ministro de Defensa Luis Petri.",
        ["agreement happened AR<DK F-16*24 | 300000000 USD | - | Luis Petri"],
    ),
    Case("denied", "El Ministerio de Defensa negó que España vaya a comprar el F-35.", ["plan denied ES<- F-35"]),
    Case("put off", "Brasil aplazó hasta 2027 la entrega de los cazas Gripen E.", ["change happened BR<- Gripen_E | - | ..2027-12-31"]),
    Case("an exercise", "Ocho Eurofighter del Ejército del Aire participaron en las maniobras Ocean Sky en Canarias.", []),
    Case("war", "Rusia lanzó 40 misiles Kalibr contra Ucrania y los sistemas Patriot derribaron 12.", []),
    Case("sport", "Los Patriots firmaron un contrato de tres años con el jugador y recibieron dos selecciones.", []),
]

CHINESE = [
    Case(
        "a contract, its sum",
        "國防部19日表示，我國已與美國簽署發價書，採購66架F-16V戰機，總價約2472億元。",
        ["agreement happened TW<US F-16V*66 | 247200000000 TWD | - | 國防部"],
    ),
    Case("means to buy", "台灣計畫向美國採購400枚魚叉飛彈。", ["plan happened TW<US Harpoon*400"]),
    Case(
        "the exporter approves",
        "美國國務院批准向台灣出售108輛M1A2T戰車，總額約20億美元。",
        ["approval happened TW<US Abrams/M1A2T*108 | 2000000000 USD | - | 美國國務院"],
    ),
    Case(
        "deliveries are foreseen",
        "首批38輛M1A2T戰車預計2024年交付台灣。",
        ["delivery expected TW<- Abrams/M1A2T*38 | - | 2024-01-01..2024-12-31"],
    ),
    Case("simplified signs", "波兰与韩国签署了采购180辆K2坦克的合同。", ["agreement happened PL<KR K2*180"]),
    Case("weighed", "沙烏地阿拉伯考慮購買48架F-35A戰機。", ["plan possible SA<- F-35A*48"]),
    Case("denied", "國防部否認取消採購F-16V戰機。", ["halt denied TW<- F-16V"]),
    Case("an exercise", "解放軍在台灣周邊演習，F-16V戰機升空攔截。", []),
    Case("war", "俄羅斯用伊斯坎德爾飛彈攻擊烏克蘭，愛國者飛彈擊落12枚。", []),
    Case("sport", "富邦悍將隊與球員簽署兩年合約。", []),
]

KOREAN = [
    Case(
        "a contract, its sum",
        "방위사업청은 19일 미국과 F-35A 전투기 20대 구매 계약을 체결했다고 밝혔다. 계약 금액은 4조2600억원이다.",
        ["agreement happened KR<US F-35A*20 | 4260000000000 KRW | - | 방위사업청"],
    ),
    Case(
        "the maker's country as an adjective",
        "폴란드는 한국산 K2 전차 180대를 구매하는 계약을 체결했다.",
        ["agreement happened PL<KR K2*180"],
    ),
    Case("handed over", "현대로템은 폴란드에 K2 전차 10대를 인도했다.", ["delivery happened PL<- K2*10"]),
    Case(
        "the exporter approves",
        "미국 국무부는 한국에 대한 SM-6 미사일 38발 판매를 승인했다.",
        ["approval happened KR<US SM-6*38 | - | - | 미국 국무부"],
    ),
    Case("weighed", "루마니아는 K9 자주포 54문 구매를 검토하고 있다.", ["plan possible RO<- K9*54"]),
    Case("an exercise", "한국과 미국 해군은 연합훈련을 실시했고 F-35A 전투기 8대가 참가했다.", []),
    Case("war", "러시아가 이스칸데르 미사일 20발을 발사했고 패트리엇이 12발을 요격했다.", []),
    Case("sport", "두산 베어스는 미국 선수와 2년 계약을 체결했다.", []),
]

ITALIAN = [
    Case(
        "signed",
        "L'Italia ha firmato un contratto per l'acquisto di 24 Eurofighter, per un valore di 7,5 miliardi di euro.",
        ["agreement happened IT<- Eurofighter*24 | 7500000000 EUR"],
    ),
    Case("bought from", "La Romania ha ordinato 32 caccia F-35A agli Stati Uniti.", ["agreement happened RO<US F-35A*32"]),
    Case(
        "the exporter approves",
        "Gli Stati Uniti hanno approvato la vendita all'Italia di sei aerei MQ-9 per 738 milioni di dollari.",
        ["approval happened IT<US MQ-9*6 | 738000000 USD"],
    ),
    Case("means to buy", "L'Italia intende acquistare 132 carri armati Leopard 2A8.", ["plan happened IT<- Leopard_2/2A8*132"]),
    Case(
        "due",
        "Il primo lotto di tre Eurofighter sarà consegnato al Kuwait entro il 2026.",
        ["delivery scheduled KW<- Eurofighter*3 | - | ..2026-12-31"],
    ),
    Case("cancelled", "La Svizzera ha annullato l'acquisto di 36 caccia F-35A.", ["halt happened CH<- F-35A*36"]),
    Case("an exercise", "Sei Eurofighter dell'Aeronautica hanno partecipato all'esercitazione.", []),
    Case("war", "La Russia ha lanciato 40 missili Kalibr contro l'Ucraina; 12 sono stati abbattuti dai Patriot.", []),
    Case("sport", "La squadra dei Patriots ha firmato un contratto con il giocatore.", []),
]

PORTUGUESE = [
    Case(
        "signed",
        "Portugal assinou um contrato para a compra de 12 aviões A-29N Super Tucano, no valor de 200 milhões de euros.",
        ["agreement happened PT<- A-29N*12 | 200000000 EUR"],
    ),
    Case(
        "bought from",
        "O Brasil comprou 36 caças Gripen à Suécia por 5,4 mil milhões de dólares.",
        ["agreement happened BR<SE Gripen*36 | 5400000000 USD"],
    ),
    Case("means to buy", "Portugal pretende adquirir 28 caças F-35A.", ["plan happened PT<- F-35A*28"]),
    Case(
        "the exporter approves",
        "Os Estados Unidos aprovaram a venda ao Brasil de 222 mísseis Javelin por 74 milhões de dólares.",
        ["approval happened BR<US Javelin*222 | 74000000 USD"],
    ),
    Case("cancelled", "O Brasil cancelou a compra de 36 obuses ATMOS.", ["halt happened BR<- ATMOS_2000*36"]),
    Case("an exercise", "Seis F-16 da Força Aérea participaram no exercício.", []),
    Case("war", "A Rússia lançou 40 mísseis Kalibr contra a Ucrânia; 12 foram abatidos por Patriot.", []),
    Case("sport", "Os Patriots assinaram um contrato de três anos com o jogador.", []),
]

POLISH = [
    Case(
        "signed",
        "Polska podpisała z Koreą Południową umowę na zakup 180 czołgów K2 o wartości 6,5 mld dolarów.",
        ["agreement happened PL<KR K2*180 | 6500000000 USD"],
    ),
    Case("bought from", "Polska kupiła 96 śmigłowców AH-64E Apache od Stanów Zjednoczonych.", ["agreement happened PL<US AH-64E*96"]),
    Case(
        "due",
        "Pierwsze śmigłowce AH-64E mają zostać dostarczone do Polski w 2028 roku.",
        ["delivery scheduled PL<- AH-64E | - | 2028-01-01..2028-12-31"],
    ),
    Case(
        "the exporter approves",
        "Departament Stanu zatwierdził sprzedaż Polsce 821 pocisków AGM-158B-2 za 1,77 mld dolarów.",
        ["approval happened PL<US AGM-158B-2*821 | 1770000000 USD | - | Departament Stanu"],
    ),
    Case("means to buy", "Rumunia planuje zakup 32 samolotów F-35A.", ["plan happened RO<- F-35A*32"]),
    Case("weighed", "Czechy rozważają zakup 24 myśliwców F-35.", ["plan possible CZ<- F-35*24"]),
    Case("received", "Wojsko Polskie otrzymało sześć wyrzutni HIMARS.", ["delivery happened PL<- HIMARS*6"]),
    Case("an exercise", "W ćwiczeniach wzięło udział osiem czołgów K2 Wojska Polskiego.", []),
    Case("war", "Rosja wystrzeliła 40 pocisków Kalibr na Ukrainę, 12 zestrzeliły zestawy Patriot.", []),
    Case("sport", "Klub Patriots podpisał umowę z zawodnikiem na trzy sezony.", []),
]

RUSSIAN = [
    Case(
        "signed",
        "Польша подписала с Южной Кореей контракт на закупку 180 танков K2 стоимостью 6,5 млрд долларов.",
        ["agreement happened PL<KR K2*180 | 6500000000 USD"],
    ),
    Case("bought from", "Индия купила у Франции 36 истребителей Rafale.", ["agreement happened IN<FR Rafale*36"]),
    Case("means to buy", "Турция планирует закупить 40 самолетов F-16.", ["plan happened TR<- F-16*40"]),
    Case(
        "the exporter approves",
        "США одобрили продажу Польше 96 вертолетов AH-64E Apache за 12 млрд долларов.",
        ["approval happened PL<US AH-64E*96 | 12000000000 USD"],
    ),
    Case(
        "due",
        "Первые шесть истребителей F-16 будут поставлены Аргентине в декабре 2025 года.",
        ["delivery scheduled AR<- F-16*6 | - | 2025-12-01..2025-12-31"],
    ),
    Case("weighed", "Ирак рассматривает покупку 14 истребителей Rafale.", ["plan possible IQ<- Rafale*14"]),
    Case("an exercise", "В учениях приняли участие шесть истребителей F-35A ВВС Норвегии.", []),
    Case("war", "Россия нанесла удар по Украине 40 ракетами «Калибр»; 12 сбили комплексы Patriot.", []),
    Case("sport", "Клуб Patriots подписал контракт с игроком на три сезона.", []),
]

UKRAINIAN = [
    Case(
        "signed",
        "Польща підписала з Південною Кореєю контракт на закупівлю 180 танків K2 вартістю 6,5 млрд доларів.",
        ["agreement happened PL<KR K2*180 | 6500000000 USD"],
    ),
    Case("received", "Україна отримала шість винищувачів F-16.", ["delivery happened UA<- F-16*6"]),
    Case("means to buy", "Румунія планує придбати 32 винищувачі F-35A.", ["plan happened RO<- F-35A*32"]),
    Case(
        "the exporter approves",
        "США схвалили продаж Україні 3350 ракет ERAM на суму 825 млн доларів.",
        ["approval happened UA<US ERAM*3350 | 825000000 USD"],
    ),
    Case(
        "will hand over",
        "Швеція передасть Україні 14 гаубиць Archer у 2025 році.",
        ["delivery scheduled UA<SE Archer*14 | - | 2025-01-01..2025-12-31"],
    ),
    Case("weighed", "Чехія розглядає купівлю 24 винищувачів F-35.", ["plan possible CZ<- F-35*24"]),
    Case("an exercise", "У навчаннях взяли участь шість винищувачів F-35A ВПС Норвегії.", []),
    Case("war", "Росія завдала удару по Україні 40 ракетами «Калібр»; 12 збили комплекси Patriot.", []),
    Case("sport", "Клуб Patriots підписав контракт із гравцем на три сезони.", []),
]

LANGUAGES = {
    "ja": JAPANESE,
    "de": GERMAN,
    "fr": FRENCH,
    "es": SPANISH,
    "zh": CHINESE,
    "ko": KOREAN,
    "it": ITALIAN,
    "pt": PORTUGUESE,
    "pl": POLISH,
    "ru": RUSSIAN,
    "uk": UKRAINIAN,
}


@pytest.mark.parametrize(
    ("language", "case"), [pytest.param(code, case, id=f"{code}: {case.name}") for code, cases in LANGUAGES.items() for case in cases]
)
def test_events(language: str, case: Case) -> None:
    assert read(language, case.text) == case.events


def test_every_pack_has_cases() -> None:
    assert codes() - {"en"} == set(LANGUAGES)


def test_language_without_a_pack_is_read_as_english() -> None:
    assert find_language("xx").code == "en"
    assert find_language(None).code == "en"
