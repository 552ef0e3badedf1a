"""Polish, in plain sentences; nouns and verbs by their stems."""

from transmittal.model import Modality
from transmittal.prose.phrases import anywhere, either, words
from transmittal.prose.plain import PlainWords, near, plain_language

_BUY = r"zakup\w{0,4}|kupić|kupno|kupna|nabyć|nabyci\w{1,3}|zamówić|pozyskać|pozyskani\w{1,3}|zamówieni\w{1,3}"
_GOODS = (
    r"pocisk\w{0,4}|rakiet\w{0,3}|samolot\w{0,4}|myśliw\w{1,5}|śmigłow\w{1,5}|czołg\w{0,4}|haubic\w{0,3}|armatohaubic\w{0,3}"
    r"|wyrzutni\w{0,3}|system\w{0,4}|dron\w{0,4}|okręt\w{0,4}|fregat\w{0,3}"
)
_WORDS = PlainWords(
    paper=r"umow\w{1,3}|umów|kontrakt\w{0,4}|zamówieni\w{1,3}|porozumieni\w{1,3}|aneks\w{0,3}",
    buy=_BUY,
    sell=r"sprzedaż\w{0,3}|sprzedać|eksport\w{0,3}|dostaw\w{0,3}",
    procured=r"program\w{0,4}|przetarg\w{0,4}|projekt\w{0,4}|harmonogram\w{0,3}",
    halt=r"anulowa\w{1,4}|zawiesi\w{1,4}|zawieszon\w{1,2}|wstrzyma\w{1,4}|zerwa\w{1,4}|odwoła\w{1,4}|zrezygnowa\w{1,4}|unieważni\w{1,4}"
    r"|odrzuci\w{1,4}",
    alter=r"opóźni\w{1,5}|opóźnieni\w{1,3}|przesuni\w{1,5}|przesunę\w{1,3}|przyspieszy\w{1,3}|zwiększ\w{1,5}|zmniejsz\w{1,5}"
    r"|ogranicz\w{1,5}|rozszerz\w{1,5}",
    hand_over=r"dostarcz\w{1,6}|przekaza\w{1,4}|przekazan\w{1,3}|dotar\w{1,4}|trafi\w{1,4}",
    receive=r"otrzyma\w{1,4}|odebra\w{1,4}|odbierz\w{1,3}|otrzymają",
    field=r"(?:weszł\w|wejdzie|wejdą|wprowadzon\w{1,2}|wprowadzeni\w{1,2}) do (?:służby|uzbrojenia)|gotowość operacyjn\w{1,2}",
    won=r"(?:zdobył\w?|wygrał\w?|uzyskał\w?) (?:\w+ ){0,3}?(?:kontrakt|zamówieni|przetarg)\w*",
    sign=r"podpisa\w{1,5}|podpisan\w{1,3}|zawar\w{1,4}|sfinalizowa\w{1,4}",
    bought=r"(?:kupił|kupiła|kupiły|zakupił|zakupiła|zamówił|zamówiła|zamówiło|nabył|nabyła|pozyskał|pozyskała)\w{0,2}",
    approve=r"zatwierdz\w{1,4}|zaaprobowa\w{1,4}|zgodę na|zgodził\w{0,3} się|zezwoli\w{1,3}|wyrazi\w{1,3} zgodę",
    request=r"(?:formalnie|oficjalnie) (?:\w+ ){0,3}?(?:zwróci|popros|wystąpi|złoży)\w+|zapytanie ofertowe|wniosek o (?:zakup|sprzedaż)\w*",
    weigh=either(r"rozważ\w{1,3}", r"analizuj\w{1,2}", r"negocjuj\w{1,2}", "może", "mogą", "mogłaby", "mógłby", r"zainteresowan\w{1,2}")
    + rf" (?:\w+ ){{0,4}}?(?:{_BUY})",
    plan=either(r"planuj\w{1,2}", "chce", "chcą", r"zamierz\w{1,3}", r"zdecydowa\w{1,4}", r"decyzj\w{1,2} o", "ma", "mają", r"plan\w{0,2}")
    + rf" (?:\w+ ){{0,4}}?(?:{_BUY})|kupi|zamówi",
    funds=r"przeznacz\w{1,5}|zarezerwowa\w{1,4}",
    sums=r"wartoś\w{1,3} (?:umowy|kontraktu|zamówienia)(?: to| wynosi)?|(?:umowa|kontrakt) (?:\w+ ){0,3}?(?:obejmuje|opiewa na"
    r"|jest wart\w?|przewiduje)|o wartości",
    refused=r"zawodnik\w{0,3}|klub\w{0,3}|sezon\w{0,3}|rozejm\w{0,3}|ćwicze\w+|o pokoju",
)

LANGUAGE = plain_language(
    "pl",
    _WORDS,
    modality_before=(
        (Modality.DENIED, near("nie", "nigdy", r"zaprzecz\w+", r"zdementowa\w+", "żadn\\w+", "bez", reach=6)),
        (Modality.POSSIBLE, near("może", "mogą", r"mógłby|mogłaby|mogłoby|mogłyby", "możliwe", "jeśli", r"rozważ\w+")),
        (Modality.EXPECTED, near(r"oczekuj\w+", r"spodziew\w+", "prawdopodobnie", r"powin\w+", "chce", r"planuj\w+", "liczy")),
        (
            Modality.SCHEDULED,
            anywhere(
                r"\b(?:ma|mają|będzie|będą|zostanie|zostaną|planowan\w+|zaplanowan\w+)\b(?:\W+\w+){0,4}\W*$",
                r"^(?:otrzyma|odbierze|dostarczy|otrzymają|dostarczą|trafią|trafi)$",
            ),
        ),
    ),
    modality_after=((Modality.SCHEDULED, anywhere(r"^[^.;,]{0,80}?\b(?:mają|ma się|zostaną|planowan\w+|rozpoczn\w+)\b")),),
    clause_break=anywhere(r",? (?:i|oraz|a)\b", ", ", ":"),
    subordinate=anywhere(";", r", (?:ale|a|gdy|kiedy|który\w*|która|które|ponieważ|choć|że)\b", "—", "–"),
    buyer_before=anywhere(r"\b(?:dla|do|na rzecz) $"),
    supplier_before=anywhere(r"\b(?:z|ze|od) $"),
    with_before=anywhere(r"\b(?:z|ze|między) $"),
    rest=words(
        r"(?:pierwsz\w{1,3}|ostatni\w{0,3}|kolejn\w{1,3}) (?:" + _GOODS + ")",
        r"dostaw\w{0,3}",
        r"umow\w{1,2}",
        r"kontrakt\w{0,3}",
        "one",
        "je",
    ),
    no_event=anywhere(r"\?$", r"\b(?:ćwicze\w+|zestrzel\w+|przechwy\w+|ostrzel\w+|manewr\w+)\b"),
    state_after=anywhere(
        r"^ (?:rząd\w{0,3}|wojsk\w{0,4}|armi\w{0,3}|sił\w{0,3} zbrojn\w{1,3}|sił\w{0,3} powietrzn\w{1,3}|ministerstw\w{0,3}|resort\w{0,3}"
        r"|marynark\w{0,3}|parlament\w{0,3})"
    ),
    told_before=anywhere(r"\b(?:poinformował\w?|powiedział\w?|ogłosił\w?|oświadczył\w?|przekazał\w?|podał\w?)(?: \w+){0,3} ?\w{0,3}$"),
    own_state=("PL", words(r"agencj\w{1,2} uzbrojenia", r"szef\w{0,2} mon", "mon")),
    military=words(
        r"obron\w{1,3}|wojsk\w{0,5}|armi\w{1,3}|zbrojn\w{1,3}|"
        + _GOODS
        + r"|broń|broni|amunicj\w{1,2}|marynark\w{1,3} wojenn\w{1,2}|uzbrojeni\w{1,2}"
    ),
)
