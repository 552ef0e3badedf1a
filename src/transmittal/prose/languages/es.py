"""Spanish. "a" marks the receiver of a sale and the source of a purchase; adjectives follow their noun."""

from transmittal.model import Modality, Stage
from transmittal.prose.language import Actor, Language, Trigger
from transmittal.prose.languages.en import LANGUAGE as ENGLISH
from transmittal.prose.phrases import anywhere, either, words

_PAPER = either(
    r"""
    contratos? | acuerdos? | pedidos? | convenios? | cartas? de (?:oferta y )?aceptación | LOA | opciones | encargos? |
    órdenes de compra
    """,
)
_PURCHASE = either("compras?", "adquisición", "adquisiciones", "adjudicación", "pedidos?")
_BUY = either("comprar", "adquirir", "encargar", "hacerse con", "dotarse de", "incorporar", "obtener")
_BOUGHT = either(
    r"""
    compró | compraron | comprado | comprada | comprados | compradas | adquirió | adquirieron | adquirid[oa]s? | encargó |
    encargaron | encargad[oa]s?
    """,
)
_SALE = either("ventas?", "exportación", "exportaciones", "transferencias?", "cesión", "suministros?")
_GOODS = either(
    r"""
    misiles? | misil | aviones | avión | aeronaves? | cazas? | cazabombarderos? | helicópteros? | tanques? | carros? de combate |
    blindados? | vehículos? | obuses | obús | sistemas? | baterías? | drones | fragatas? | corbetas? | submarinos? | buques? |
    patrulleros? | radares | torpedos? | bombas? | municiones | lanzadores? | armas? | armamentos? | equipos? | unidades | aparatos? |
    motores | interceptores
    """,
)
_PROCURED = either(_PAPER, _PURCHASE, _SALE, _BUY, _BOUGHT, "entregas?", "programas?", "proyectos?", "licitación", "calendario", "plan")
_GAP = r"[^.;:]{0,120}?"
_ENDS = r"\w{0,6}"
# A noun for a step tells of it when a verb says when it happens.
_GOES_ON = r"(?=[^.;\n]{0,120}?\b(?:comenz|empez|será|se (?:hará|realizará|producirá|espera)|prevista|iniciar|finaliz|conclu|tendrá))"

_TRIGGERS = (
    # -- halt first: it overrules the step it stops
    Trigger(
        name="halt",
        stage=Stage.HALT,
        actor=Actor.DECIDER,
        pattern=words(
            either(
                r"""
                cancel(?:a|ó|ar) | suspend | suspensión | paraliz | congel | anul | rescind | rechaz | bloque | vet[óa] |
                descart
                """
            )
            + _ENDS,
            *(
                "cancelación",
                "canceló",
                "cancela",
                "canceladas?",
                "cancelados?",
                "abandonó",
                "abandona",
                "abandonar",
                "renunci[óa]r? a",
                "dejó sin efecto",
                "desisti" + _ENDS,
            ),
        ),
        needs=words(_PROCURED),
        unless=words("alto el fuego", "vuelos suspendidos", "negociaciones suspendidas", "partido"),
    ),
    # -- change of terms
    Trigger(
        name="terms altered",
        stage=Stage.CHANGE,
        actor=Actor.BUYER,
        pattern=words(
            either(
                r"""
                aplaz | retras | demor | pospon | pospus | posterg | adelant(?:a|ó) | reduj | reduc | ampli(?:a|ó) | aument |
                dupli[cq]
                """
            )
            + _ENDS,
            either(
                r"""
                modific | renegoci | recort | encarec | acelera
                """
            )
            + _ENDS,
        ),
        needs=words(_PROCURED),
        unless=words(
            r"""
            gasto militar | gasto en defensa | presupuesto de defensa | capacidad de producción | tensiones | amplia
            """,
        ),
    ),
    # -- delivery
    Trigger(
        name="handing over",
        stage=Stage.DELIVERY,
        actor=Actor.SELLER,
        pattern=words(
            *(
                "(?<!la )(?<!las )entreg(?:a|an|ó|aron|ad[oa]s?|ará|arán|ar|ando)",
                "entregas?" + _GOES_ON,
                "transfirió",
                "transferid[oa]s?",
                "transferirá",
                "suministr(?:ó|ará|ad[oa]s?)",
                "cedió",
                "cedid[oa]s?",
            ),
        ),
        needs=words(_GOODS, "primer[oa]?s?", "últim[oa]s?", "[A-Z][A-Za-z]+", r"\d+"),
        unless=words("entregó (?:el|un|una|la) (?:premio|carta|medalla|informe|rendición)", "se entregó a"),
    ),
    Trigger(
        name="receipt",
        stage=Stage.DELIVERY,
        actor=Actor.BUYER,
        pattern=words("recib(?:e|en|ió|ieron|id[oa]s?|irá|irán|ir)", "recepción", "recepcion(?:ó|ado|ará)"),
        needs=words(_GOODS, "primer[oa]?s?", "últim[oa]s?", "[A-Z][A-Za-z]+", r"\d+"),
        unless=words(
            "recib"
            + _ENDS
            + " (?:un|una|el|la|los|las|su) (?:contrato|pedido|autorización|aprobación|oferta|solicitud|apoyo|visita|carta|críticas?"
            "|formación|ofertas)",
            "jugador",
            "selecciones",
        ),
    ),
    Trigger(
        name="arrival",
        stage=Stage.DELIVERY,
        actor=Actor.ITEM,
        pattern=words(
            r"""
            lleg(?:ó|aron|ará|arán|ar|ado|an|a) | llegada | aterriz(?:ó|aron|arán) | arrib(?:ó|aron|arán)
            """,
        ),
        needs=words("primer[oa]?s?", "últim[oa]s?", r"compr\w+", r"adquirid\w+", "nuev[oa]s?", "lote"),
        unless=words("llegó a un acuerdo", "llegaron a un acuerdo"),
    ),
    # -- service
    Trigger(
        name="fielding",
        stage=Stage.SERVICE,
        actor=Actor.BUYER,
        pattern=words(
            r"""
            (?:puso|ponen?|pondrán?|puest[oa]s?|poner|puesta) en servicio | entr(?:ó|aron|ará|arán|ar|ada) en servicio | desplegará |
            desplegarán | despliegue de | capacidad operativa (?:inicial|plena) | operativ[oa]s?(?= (?:en|desde|a partir)) |
            dad[oa] de alta
            """,
        ),
        unless=words("ya en servicio", "actualmente en servicio", "tropas", "soldados"),
        strong=False,
    ),
    # -- award: government to industry
    Trigger(
        name="award won",
        stage=Stage.AWARD,
        actor=Actor.FIRM,
        pattern=words(
            "se (?:ha )?adjudic(?:ó|a|ado)(?=" + _GAP + _PAPER + ")",
            "adjudic(?:ó|ado|ada|ará|ar|a)(?=" + _GAP + _PAPER + ")",
            r"(?:ganó|gana|obtuvo|logró|consiguió|recibió|se hizo con)(?=(?: \S+){0,4}? (?:contrato|pedido|adjudicación))",
            r"(?:contrato|pedido) (?:\S+ ){0,6}?(?:adjudicado|otorgado) a",
        ),
        needs=words(_PAPER),
    ),
    # -- agreement
    Trigger(
        name="signature",
        stage=Stage.AGREEMENT,
        actor=Actor.BUYER,
        pattern=words(
            r"""
            firm(?:ó|aron|a|an|ado|ada|ados|adas|ará|arán|ar) | suscrib(?:ió|ieron|e|irá|ir) | formaliz(?:ó|aron|a|ado|ada|ará|ar) |
            cerr(?:ó|aron|ado|ará|ar) | rubric(?:ó|aron) | concluy(?:ó|eron) | firma del? (?:contrato|acuerdo) | selló | sellaron
            """,
        ),
        needs=words(_PAPER, _PURCHASE, "ventas?"),
        unless=words(
            r"""
            acuerdo de paz | libre comercio | jugador | club | temporadas? | alto el fuego | años con el
            """,
        ),
    ),
    Trigger(
        name="bought",
        stage=Stage.AGREEMENT,
        actor=Actor.BUYER,
        pattern=words(_BOUGHT),
        unless=words(
            r"""
            encargado de | encargada de | encargados de | compromisos? adquiridos? | derechos? adquiridos?
            """,
        ),
    ),
    Trigger(
        name="paper described",
        stage=Stage.AGREEMENT,
        actor=Actor.ITEM,
        attribute=True,
        pattern=words(
            either("contrato", "acuerdo", "pedido", "compra", "operación", "venta", "paquete", "programa")
            + r"(?:,? (?:que|cuyo importe))?(?: \w+){0,5}?,? (?:incluye|comprende|contempla|abarca|asciende a|está valorad[oa] en"
            r"|tiene un (?:valor|importe|coste)|costará|cuesta|supone)",
            "por (?:un )?(?:valor|importe|monto|coste|costo) (?:total )?(?:estimado )?de",
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
            aprob(?:ó|aron|ado|ada|ados|adas|ará|ar|ación) | aprueban? | autoriz(?:ó|aron|a|an|ado|ada|ará|ar|ación) | luz verde |
            visto bueno | dio su aval | avaló | notific(?:ó|ado|ación) al congreso | liber(?:ó|ado) (?:los )?fondos |
            ratific(?:ó|aron|ado)
            """,
        ),
        needs=words(_SALE, _PURCHASE, _BUY, _PAPER, "fondos", "millones", "congreso", "presupuesto", "crédito"),
        unless=words("ley de aborto", "licencia de obras"),
    ),
    # -- request
    Trigger(
        name="formal request",
        stage=Stage.REQUEST,
        actor=Actor.BUYER,
        pattern=words(
            r"""
            (?:solicit|pid)(?:ó|ió|aron|ieron|ado) (?:formal|oficial)mente |
            (?:formal|oficial)mente (?:\w+ ){0,2}?(?:solicit|pid)\w+ | (?:solicitud|petición) (?:formal|oficial) |
            carta de solicitud
            """,
        ),
        needs=words(_PURCHASE, _BUY, _SALE),
    ),
    # -- plan
    Trigger(
        name="purchase weighed",
        stage=Stage.PLAN,
        actor=Actor.BUYER,
        modality=Modality.POSSIBLE,
        pattern=words(
            r"(?:estudi|evalú|evalu|analiz|consider|negoci|sopes|baraj|explor|valor)\w{0,5} (?:\w+ ){0,4}?" + either(_BUY, _PURCHASE),
            r"(?:podría|podrían|puede|pueden) (?:\w+ ){0,2}?" + _BUY,
            "(?:negociaciones|conversaciones)(?=" + _GAP + either(_BUY, _PURCHASE, _SALE) + ")",
            r"interés (?:\w+ ){0,3}?(?:en|por)(?=" + _GAP + either(_BUY, _PURCHASE) + ")",
            r"interesad[oa]s? en (?:\w+ ){0,2}?" + either(_BUY, _PURCHASE),
        ),
    ),
    Trigger(
        name="plan to buy",
        stage=Stage.PLAN,
        actor=Actor.BUYER,
        pattern=words(
            r"(?:prev[éeió]\w{0,3}|planea\w*|planeó|pretende\w*|quiere\w*|busca\w*|va a|van a|vaya a|decid\w+|decisión|proyecta\w*"
            r"|tiene previsto|intención|propone\w*|espera\w*|desea\w*)"
            r" (?:de )?(?:\w+ ){0,3}?" + either(_BUY, _PURCHASE),
            "(?:comprar|adquirir|encargar)(?:á|án)",
            r"(?:plan|planes|proyecto|programa|propuesta) (?:\w+ )?(?:de|para) (?:la )?" + either(_BUY, _PURCHASE),
        ),
    ),
    Trigger(
        name="money set aside",
        stage=Stage.PLAN,
        actor=Actor.BUYER,
        pattern=words(
            r"""
            destin(?:ó|ará|arán|a|ado|an) | asign(?:ó|ará|ado|a) | presupuest(?:ó|ado|a) | reserv(?:ó|ado|a) | consign(?:ó|ado|a)
            """,
        ),
        needs=words("millones", "euros", "dólares", "fondos"),
        strong=False,
    ),
    Trigger(
        name="choice of a system",
        stage=Stage.PLAN,
        actor=Actor.BUYER,
        pattern=words(
            r"""
            seleccion(?:ó|aron|ado) | eligi(?:ó|eron) | elegido | escogi(?:ó|eron) | optó por | se decantó por | se decidió por
            """,
        ),
        needs=words(_GOODS, "para (?:sustituir|reemplazar)", "licitación", "concurso"),
        unless=words("seleccionador", "jugador", "candidato"),
        strong=False,
    ),
)

_THE = "(?:(?:el|la|los|las) )?$"
_STATE_NOUNS = (
    *(
        "gobierno",
        "ejército(?: (?:del aire|de tierra))?",
        "armada",
        "marina",
        "fuerza aérea",
        "fuerzas armadas",
        "ministerio de (?:la )?defensa",
        "parlamento",
    ),
    *("congreso", "senado", "estado mayor", "ejecutivo", "presidente", "ministr[oa] de defensa", "autoridades", "infantería de marina"),
)
_SAID = ("anunció", "anunciaron", "anunciado", "dijo", "declaró", "afirmó", "informó", "confirmó", "señaló", "indicó", "aseguró", "explicó")
_NEAR = r"(?:\W+\w+){0,4}\W*$"

LANGUAGE = Language(
    code="es",
    triggers=_TRIGGERS,
    modality_before=(
        (
            Modality.DENIED,
            anywhere(
                r"\b(?:no|nunca|jamás|ningun[oa]?|ni|niega|negó|negaron|desmintió|desmiente|descartó|sin|tampoco)\b(?:\W+\w+){0,7}\W*$"
            ),
        ),
        (
            Modality.POSSIBLE,
            anywhere(r"\b(?:podría|podrían|puede|pueden|posible(?:mente)?|quizás?|tal vez|si|estudia|considera|eventual)\b" + _NEAR),
        ),
        (
            Modality.EXPECTED,
            anywhere(
                r"\b(?:espera|esperan|se espera|prevé|prevén|prevista?s?|deberían?|probable(?:mente)?|confía|estima|aspira|quiere|busca"
                r"|pretende)\b" + _NEAR
            ),
        ),
        (
            Modality.SCHEDULED,
            anywhere(
                r"\b(?:será|serán|está programad[oa]|debe|deben|va a|van a|programad[oa]s?|previsto)\b" + _NEAR,
                r"^\w+(?:rá|rán)$",
                "^(?:pondrán?|entrarán?) en servicio",
            ),
        ),
    ),
    modality_after=(
        (Modality.DENIED, anywhere(r"^[^.;,]{0,50}?\b(?:no (?:se|ha|será|está)|desmentid[oa])\b")),
        (Modality.POSSIBLE, anywhere(r"^[^.;,]{0,50}?\b(?:podrían?|posible)\b")),
        (Modality.EXPECTED, anywhere(r"^[^.;,]{0,90}?\b(?:se espera|previst[oa]s?|prevé|deberían?|estimad[oa]s? para)\b")),
        (
            Modality.SCHEDULED,
            anywhere(
                r"^[^.;,]{0,90}?\b(?:será|serán|comenzarán?|empezarán?|está(?:n)? programad[oa]s?|finalizarán?|concluirán?|tendrán? lugar"
                r"|se realizarán?)\b"
            ),
        ),
    ),
    clause_break=anywhere(r",? y\b", r",? o\b", ", ", ":"),
    subordinate=anywhere(
        r"""
        ; | ,? (?:pero|mientras|aunque|después|antes|cuando|que|cuyo|cuya|porque|ya que|tras)\b | — | –
        """,
    ),
    instead=words("en lugar de", "en vez de", r"sustitu\w+", r"reemplaz\w+"),
    supplier_before=anywhere(
        rf"\b(?:fabricad[oa]s? (?:en|por)|procedentes? de|provenientes? de|desde) {_THE}", rf"\b{_GOODS} (?:de (?:combate|crucero) )?$"
    ),
    buyer_before=anywhere(rf"\b(?:para|en favor de|con destino a|destinad[oa]s? a) {_THE}"),
    to_before=anywhere(rf"\b(?:a|al) {_THE}"),
    sale=words(_SALE, r"vend\w+", r"entreg\w+", r"suministr\w+"),
    actor_before=anywhere(rf"\bpor {_THE}"),
    with_before=anywhere(rf"\b(?:con|entre) {_THE}"),
    made_after=anywhere(rf"^ {_GOODS}\b"),
    rest=words(
        r"""
        ellos | ellas | éstos | estos | estas | entregas? | contrato | pedido | acuerdo
        """,
        "(?:el|la|los|las|estos|estas|dicho|dichos) (?:primer[oa]?s?|últim[oa]s?|próxim[oa]s?|restantes?|otr[oa]s|demás|nuev[oa]s?|"
        + _GOODS
        + ")",
        r"(?:primer[oa]?s?|\d+) " + _GOODS,
    ),
    new_procurement=words("(?:segundo|tercer|nuevo|otro|primer|anterior) " + _PAPER),
    no_event=anywhere(r"\?\s*[”\"»]?$", r"\b(?:maniobras|ejercicios?|derrib\w+|ataques?|lanzó)\b"),
    purpose=words("para que", "a fin de que"),
    purchase=words(_PURCHASE, _BUY, "fondos", "presupuesto", "gasto", "financiación"),
    state_before=anywhere(r"\b" + either(*_STATE_NOUNS) + " $"),
    told_before=anywhere(r"\b" + either(*_SAID) + r"\b(?: \w+){0,3} ?\w{0,3}$"),
    total=words("en total", "total de", "conjunto"),
    military=words(
        r"""
        ejército | armada | fuerza aérea | fuerzas armadas | defensa | misiles? | misil | cazas? | militar(?:es)? | armas? |
        armamento | fragatas? | submarinos? | blindados? | tanques? | carros de combate | helicópteros? | antiaére[oa]s? | munición |
        soldados? | obuses
        """,
    ),
    units=ENGLISH.units,
)
