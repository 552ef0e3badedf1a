"""German. The verb may end the clause, separable verbs end it with their prefix, and "über" gives a contract its object."""

from transmittal.model import Modality, Stage
from transmittal.prose.language import Actor, Language, Trigger
from transmittal.prose.languages.en import LANGUAGE as ENGLISH
from transmittal.prose.phrases import anywhere, either, exactly, words

# What is signed, what is bought, what is planned in time; all in their cases.
_PAPER = either(
    r"""
    vertr(?:ag|age|ags|ages|äge|ägen) | \w{2,20}vertr(?:ag|ags|äge|ägen) | abkommen\w{0,2} | vereinbarung(?:en)? |
    auftr(?:ag|ags|ages|äge|ägen) | bestellung(?:en)? | order | orders | optionen | option | geschäfts? | deals? |
    \w{2,20}auftr(?:ag|ags|äge)
    """,
)
_GOODS = either(
    r"""
    \w{0,20}raketen? | \w{0,20}flugkörpern? | \w{0,20}jets? | \w{0,20}flugzeug(?:e|en|es|s)? | \w{0,20}hubschraubern? |
    \w{0,20}panzern? | \w{0,20}haubitzen? | \w{0,20}systemen? | \w{0,20}systeme?s? | \w{0,20}boot(?:e|en|es|s)? |
    \w{0,20}schiff(?:e|en|es|s)? | fregatten? | korvetten? | drohnen? | maschinen? | waffen | munition |
    \w{0,12}fahrzeug(?:e|en|es|s)? | radare? | exemplare? | einheiten | torpedos? | \w{0,12}batterien? | geräte? | rüstungsgüter\w? |
    maschine
    """,
)
_PURCHASE = either(
    r"""
    kauf(?:s|es|e)? | ankauf(?:s|es)? | anschaffung(?:en)? | beschaffung(?:en)? | erwerb(?:s|es)? | nachbestellung(?:en)? |
    bestellung(?:en)?
    """,
)
_SALE = either(
    r"""
    verkauf(?:s|es)? | export(?:s|es|e)? | ausfuhr | rüstungsexport(?:s|es|e)? | lieferung(?:en)?
    """,
)
_BUY = either(
    r"""
    kaufen | ankaufen | anschaffen | anzuschaffen | beschaffen | erwerben | bestellen | ordern | nachbestellen | nachzubestellen |
    einkaufen
    """,
)
_BOUGHT = either(
    r"""
    bestellt | bestellte | bestellten | nachbestellt | gekauft | kaufte | kauften | erworben | erwarb | erwarben | geordert |
    orderte | beschafft | beschaffte | angeschafft | eingekauft
    """,
)
_WANTS = either(
    r"""
    will | wollen | wollte | möchte | möchten | plant | planen | beabsichtigt | beabsichtigen | soll | sollen | wird | werden |
    hat vor
    """,
)
_DECIDED = either(
    r"""
    beschloss | beschlossen | entschied | entschieden | entschlossen | entschloss | kündigte an | vorgesehen
    """,
)
_PROCURED = either(
    _PAPER,
    _PURCHASE,
    _SALE,
    _BUY,
    _BOUGHT,
    r"""
    projekts? | programms? | vorhabens? | auslieferung(?:en)? | übergabe | liefer\w+ | zulauf
    """,
)
# From a finite verb to what ends its clause.
_GAP = r"[^.;:]{0,160}?"
# A noun for a step tells of it when a verb says when it happens.
_GOES_ON = (
    r"(?=[^.;\n]{0,120}?\b(?:beginn|begann|soll|sollen|wird|werden|startet|geplant|vorgesehen|erfolg|erwartet|abgeschlossen"
    r"|ist für|sind für))"
)

_TRIGGERS = (
    # -- halt first: it overrules the step it stops
    Trigger(
        name="halt",
        stage=Stage.HALT,
        actor=Actor.DECIDER,
        pattern=words(
            *(
                r"storniert\w{0,2}",
                "stornierung",
                r"annulliert\w{0,2}",
                "gekündigt",
                "kündigte(?! an\\b)(?=" + _GAP + "(?:vertrag|auftrag))",
                "gestoppt",
                r"stoppt\w{0,2}",
            ),
            *(
                "ausgesetzt",
                "auf eis gelegt",
                "eingefroren",
                "gestrichen",
                "streicht",
                "strich",
                "abgesagt",
                "abgelehnt",
                "lehnte(?=" + _GAP + "\\bab\\b)",
            ),
            r"""
            verweigert\w{0,2} | untersagt\w{0,2} | blockiert\w{0,2} | aufgegeben | zurückgezogen | geplatzt | verzichtet\w{0,2} auf
            """,
            "(?:setzt|setzte|legt|legte|zieht|zog|gab|gibt)(?=" + _GAP + r"\b(?:aus|auf eis|zurück|auf)\b[.;,])",
        ),
        needs=words(_PROCURED),
        unless=words("verhandlungen ausgesetzt", "flugbetrieb", "angriffe?", "waffenruhe"),
    ),
    # -- change of terms
    Trigger(
        name="terms altered",
        stage=Stage.CHANGE,
        actor=Actor.BUYER,
        pattern=words(
            r"""
            verzögert\w{0,2} | verzögern | verzögerung(?:en)? | verschoben | verschiebt | verschieben | verschob | verspätet\w{0,2} |
            verspätung | vorgezogen
            """,
            *(
                "aufgestockt",
                "aufstockung",
                r"stockt\w{0,2}(?=" + _GAP + r"\bauf\b)",
                r"erhöht\w{0,2}",
                r"erweitert\w{0,2}",
                r"verdoppelt\w{0,2}",
                r"reduziert\w{0,2}",
            ),
            r"""
            gekürzt | verringert\w{0,2} | halbiert\w{0,2} | verteuert\w{0,2} | teurer | geändert | umgewandelt
            """,
        ),
        needs=words(_PROCURED),
        unless=words("verteidigungsausgaben", "wehretat", r"produktion erhöht\w{0,2}", "spannungen"),
    ),
    # -- award: government to industry
    Trigger(
        name="award won",
        stage=Stage.AWARD,
        actor=Actor.FIRM,
        pattern=words(
            "(?:erh(?:ält|ielt|alten)|gewinnt|gewann|gewonnen|sichert|sicherte|bekam|bekommt|bekommen)(?=" + _GAP + _PAPER + ")",
            _PAPER + "(?= (?:[^.;:]{0,120}? )?(?:erhalten|gewonnen|gesichert|bekommen|an land gezogen)\\b)",
            r"(?:beauftragt\w{0,2}|zuschlag|auftrag (?:an|ging an))",
        ),
        needs=words(_PAPER, "zuschlag", r"beauftrag\w+"),
        unless=words(r"vertrag über \w+ jahre", "spieler"),
    ),
    # -- delivery
    Trigger(
        name="handing over",
        stage=Stage.DELIVERY,
        actor=Actor.SELLER,
        pattern=words(
            r"""
            geliefert | ausgeliefert | lieferte(?!n? sich) | lieferten | liefert | liefern | ausliefern | übergeben | übergibt |
            übergab | überstellt
            """,
            *("überführt", "übereignet", either("auslieferung(?:en)?", "übergabe", "lieferung(?:en)?", "zulauf") + _GOES_ON),
        ),
        system_serves=True,
        needs=words(_GOODS, "ersten?", "erster", "erstes", "letzten?", "\\d+"),
        unless=words("lieferten sich", "strom", "gas", "beweise?", "an die justiz", "lieferwagen"),
    ),
    Trigger(
        name="receipt",
        stage=Stage.DELIVERY,
        actor=Actor.BUYER,
        pattern=words(
            r"""
            erhalten | erhält | erhielt | erhielten | bekommen | bekommt | bekam | in empfang genommen | übernommen | übernahm |
            entgegengenommen
            """,
        ),
        unless=words(_PAPER, "genehmigung", "zusage", "angebot", "unterstützung", "kritik", "geld", "die nachricht"),
    ),
    Trigger(
        name="arrival",
        stage=Stage.DELIVERY,
        actor=Actor.ITEM,
        pattern=words(
            "eingetroffen", "trafen(?=" + _GAP + r"\bein\b)", "traf(?=" + _GAP + r"\bein\b)", "eintreffen", "angekommen", "ankommen"
        ),
        needs=words("ersten?", "erster", "erstes", "letzten?", r"bestellt\w*", r"gekauft\w*", "neuen?"),
        strong=False,
    ),
    # -- service
    Trigger(
        name="fielding",
        stage=Stage.SERVICE,
        actor=Actor.BUYER,
        pattern=words(
            r"""
            in dienst (?:zu )?(?:stellen|gestellt|genommen|gehen|treten) | indienststellung | stationiert\w{0,2} | stationieren |
            einsatzbereit | einsatzfähig | in betrieb genommen | eingeführt | in dienst
            """,
        ),
        unless=words("außer dienst", "soldaten", "truppen", "im dienst"),
        strong=False,
    ),
    # -- agreement
    Trigger(
        name="signature",
        stage=Stage.AGREEMENT,
        actor=Actor.BUYER,
        pattern=words(
            "unterzeichn(?:et|ete|eten|en|ung)",
            "unterschr(?:ieb|ieben|eiben|eibt|ift)",
            r"(?:ab)?geschlossen(?= \w+|[.,])",
            "(?:schloss|schlossen|schließt)(?=" + _GAP + _PAPER + ")",
            r"besiegelt\w{0,2}",
            "vertragsunterzeichnung",
        ),
        needs=words(_PAPER, _PURCHASE, "vertragsunterzeichnung"),
        unless=words(
            r"""
            friedens\w+ | waffenstillstand\w* | spieler | handelsabkommen | kooperationsabkommen | über \w+ jahre | quarterback
            """,
        ),
    ),
    Trigger(
        name="bought",
        stage=Stage.AGREEMENT,
        actor=Actor.BUYER,
        pattern=words(_BOUGHT),
        unless=words("einbestellt", "ins ministerium bestellt"),
    ),
    Trigger(
        name="paper described",
        stage=Stage.AGREEMENT,
        actor=Actor.ITEM,
        attribute=True,
        pattern=words(
            r"(?:vertrag|auftrag|bestellung|vereinbarung|deal|geschäft|paket)(?: \w+){0,5}? (?:umfasst|sieht vor|hat (?:einen"
            r"|ein) (?:wert|volumen|auftragswert)|beläuft sich|kostet)",
            r"(?:auftragswert|vertragswert|auftragsvolumen|kaufpreis|gesamtpreis|kosten) (?:\w+ ){0,3}?(?:beträgt|betragen|liegt|liegen"
            r"|beläuft|belaufen|von)",
        ),
        strong=False,
    ),
    # -- approval (the decider's side decides between approval and plan)
    Trigger(
        name="consent",
        stage=Stage.APPROVAL,
        actor=Actor.DECIDER,
        pattern=words(
            r"""
            genehmigt | genehmigte | genehmigten | genehmigung | gebilligt | billigt | billigte | billigten | bewilligt | bewilligte |
            zugestimmt | freigegeben
            """,
            *(
                r"stimmt\w{0,2}(?=" + _GAP + r"\bzu\b)",
                "g(?:ab|ibt|aben)(?=" + _GAP + r"\b(?:frei|grünes licht)\b)",
                "grünes licht",
                "freigabe",
                "erlaubt",
                "erlaubte",
            ),
        ),
        needs=words(_SALE, _PURCHASE, _PAPER, "geld", "mittel", "milliarden?", "millionen", r"ausfuhr\w*", "weitergabe", r"rüstungs\w+"),
        unless=words("baugenehmigung", "zulassung"),
    ),
    # -- request
    Trigger(
        name="formal request",
        stage=Stage.REQUEST,
        actor=Actor.BUYER,
        pattern=words(
            "(?:offiziell|formell|förmlich)(?=" + _GAP + r"\b(?:angefragt|beantragt|gebeten|ersucht|anfrage|antrag)\b)",
            r"(?:offizielle|formelle|förmliche)n? (?:\w+)?anfrage",
            "letter of request",
            "kaufanfrage",
        ),
    ),
    # -- plan
    Trigger(
        name="purchase weighed",
        stage=Stage.PLAN,
        actor=Actor.BUYER,
        modality=Modality.POSSIBLE,
        pattern=words(
            "(?:erwägt|erwägen|erwog|prüft|prüfen|diskutiert|verhandelt|verhandeln|liebäugelt|interessiert sich)(?="
            + _GAP
            + either(_PURCHASE, _BUY, "zu (?:kaufen|beschaffen|bestellen)")
            + ")",
            "(?:könnte|könnten|dürfte|kann)(?=" + _GAP + _BUY + ")",
            "(?:verhandlungen|gespräche|gesprächen) (?:über|um)(?=" + _GAP + _PURCHASE + ")",
            r"interesse(?: \w+){0,3} (?:an|am)(?=" + _GAP + _PURCHASE + ")",
        ),
    ),
    Trigger(
        name="plan to buy",
        stage=Stage.PLAN,
        actor=Actor.BUYER,
        pattern=words(
            _WANTS + "(?=" + _GAP + r"\b(?:zu )?" + _BUY + r"\b(?! werden))",
            _DECIDED + "(?=" + _GAP + either(_PURCHASE, "zu " + _BUY) + ")",
            _PURCHASE + "(?=" + _GAP + r"\b" + either("beschlossen", "geplant", "vorgesehen", "angekündigt", "entschieden") + ")",
            "zu " + _BUY,
        ),
    ),
    Trigger(
        name="money set aside",
        stage=Stage.PLAN,
        actor=Actor.BUYER,
        pattern=words(
            r"""
            eingeplant | veranschlagt | im (?:haushalt|etat|wehretat) | sondervermögen | bereitgestellt
            """,
            "stellt(?=" + _GAP + r"\bbereit\b)",
        ),
        needs=words("milliarden?", "millionen", "euro"),
        strong=False,
    ),
    Trigger(
        name="choice of a system",
        stage=Stage.PLAN,
        actor=Actor.BUYER,
        pattern=words(
            "entschied(?:en)? sich für",
            r"(?:sich )?für (?:den|die|das|\w+)(?=" + _GAP + r"\bentschieden\b)",
            "ausgewählt",
            "fiel auf",
            "fällt auf",
        ),
        needs=words(_GOODS, r"nachfolger\w{0,2}", "ersatz"),
        strong=False,
    ),
)

# Articles and adjectives between a preposition and a party.
_THE = "(?:(?:die|der|das|den|dem) )?"
_SAID = (
    "sagte",
    "sagten",
    "erklärte",
    "mitteilte",
    "teilte",
    "ankündigte",
    "kündigte",
    "bekannt",
    "bekanntgab",
    "bestätigte",
    "berichtete",
    "hieß",
)
_STATE_NOUNS = (
    *(
        "regierung",
        "armee",
        "luftwaffe",
        "marine",
        "heer(?:es)?",
        "streitkräften?",
        "militärs?",
        "parlaments?",
        "seite",
        "luftstreitkräften?",
    ),
    *(
        "verteidigungsministeri(?:um|ums|n)",
        "verteidigungsminister(?:in|s)?",
        "ministerpräsident(?:en|in)?",
        "außenministerium",
        "bundesheer",
        "landstreitkräften?",
    ),
)

LANGUAGE = Language(
    code="de",
    triggers=_TRIGGERS,
    modality_before=(
        (
            Modality.DENIED,
            words(
                r"""
                nicht(?! nur) | kein(?:e|en|er|em)? | nie | niemals | dementiert\w{0,2} | bestritt | bestreitet | weder |
                wies(?= berichte)
                """,
            ),
        ),
        (
            Modality.POSSIBLE,
            words(
                r"""
            könnt(?:e|en) | möglicherweise | vielleicht | erwägt | falls | droht | drohen | eventuell | womöglich
                """,
            ),
        ),
        (
            Modality.EXPECTED,
            words(
                r"""
                voraussichtlich | dürft(?:e|en) | erwartet | rechnet | hofft | wahrscheinlich | frühestens | will | wollen | möchte |
                beabsichtigt | plant | planen
                """,
            ),
        ),
        (Modality.SCHEDULED, words("soll(?:en)?", "wird", "werden", "vorgesehen", "geplant")),
    ),
    modality_after=(
        (Modality.DENIED, anywhere(r"^[^.;,]{0,60}?\b(?:nicht(?! nur)|kein(?:e|en|er)?|dementiert|bestritten)\b")),
        (Modality.EXPECTED, anywhere(r"^[^.;]{0,80}?\b(?:erwartet|voraussichtlich|rechnet|dürften?)\b")),
        (Modality.SCHEDULED, anywhere(r"^[^.;,]{0,60}?\b(?:soll|sollen|werden|geplant|vorgesehen)\b")),
    ),
    clause_break=anywhere(",", r"\bund\b", r"\boder\b", ":"),
    subordinate=anywhere(
        r"""
        ; | , (?:aber|während|nachdem|bevor|weil|obwohl|die|der|das|dessen|deren|sodass|doch|wie|wonach)\b | — | –
        """,
    ),
    instead=words(
        r"""
        anstelle | statt | ersetzen | ersetzt | ersatz für | nachfolger | ablösen | ablösung
        """,
    ),
    supplier_before=anywhere(rf"\b(?:aus|bei|vom hersteller) {_THE}$"),
    buyer_before=anywhere(rf"\b(?:an|für) {_THE}$"),
    actor_before=anywhere(rf"\b(?:durch|seitens) {_THE}$"),
    with_before=anywhere(rf"\b(?:mit|von|zwischen) {_THE}$"),
    made_after=anywhere(rf"^ (?:\w+ ){{0,2}}?{_GOODS}\b", "^ (?:konzern|hersteller|rüstungskonzern|unternehmen|firma|werft)"),
    rest=words(
        r"""
        sie | diese[rnms]? | weitere[nr]? | alle | lieferung(?:en)? | auslieferung(?:en)? | übergabe | auftrag | vertrag | davon
        """,
        "(?:die|der|das|den|dem) (?:ersten?|erstes|nächsten?|letzten?|übrigen?|restlichen?|neuen?|weiteren?|beiden|" + _GOODS + ")",
        r"(?:ersten?|\d+) (?:\w+ )?" + _GOODS,
    ),
    place_before=anywhere(r"\b[Ii]n (?:den |der )?$"),
    relative_before=anywhere(r", (?:die|den|das|der) (?:[\wäöüß.-]+ ){1,7}$"),
    relative_object=anywhere(r"(?!)"),
    relative_whole=anywhere(r"\b(?:die|der|den|alle|sämtliche)(?: \w+en)? $"),
    whole_first=anywhere(r"(?:.*\. |\W*)(?P<some>Von) (?:den|diesen|ihren|seinen|allen) $"),
    last_one=exactly(r"\b(?:[Dd]er|[Dd]ie|[Dd]as) (?:letzte|erste)\b(?! [A-ZÄÖÜ])"),
    new_procurement=words("(?:zweite[rn]?|dritte[rn]?|weitere[rn]?|neue[rn]?|erste[rn]?|separate[rn]?|ursprüngliche[rn]?) " + _PAPER),
    no_event=anywhere(r"\?\s*$", r"\b(?:übung|manöver|abgefangen|abgeschossen|abgefeuert)\b"),
    purpose=words("damit", "um zu"),
    purchase=words(_PURCHASE, _BUY, "geld", "mittel", "haushalt"),
    object_first=True,
    state_after=anywhere(r"^ (?:\w+ )?" + either(*_STATE_NOUNS) + r"\b"),
    told_before=anywhere(r"\b" + either(*_SAID) + r"\b[^.;,]{0,50}$"),
    told_after=anywhere(r"^ (?:[\w-]+ ){0,3}?" + either(*_SAID) + r"\b"),
    total=words("insgesamt", "zusammen", "gesamtkosten"),
    military=words(
        r"""
        bundeswehr | luftwaffe | marine | heer | streitkräften? | armee | militär\w* | verteidigungs\w+ | rüstungs\w+ | waffen\w* |
        kampf\w+ | flugabwehr\w* | luftverteidigung\w* | raketen\w* | lenkflugkörper\w* | marschflugkörper\w* | panzer\w* |
        fregatten? | u-boote? | soldaten | munition | haubitzen? | hubschrauber\w* | \w+-systemen? | \w+-systeme
        """,
    ),
    units=ENGLISH.units,
)
