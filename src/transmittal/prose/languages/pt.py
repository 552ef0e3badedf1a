"""Portuguese, of Portugal and Brazil, in plain sentences."""

from transmittal.model import Modality
from transmittal.prose.phrases import anywhere, either, words
from transmittal.prose.plain import PlainWords, near, plain_language

_BUY = "compras?|comprar|aquisiç(?:ão|ões)|adquirir|encomendar|encomendas?|obter"
_GOODS = (
    "mísseis|míssil|avi(?:ão|ões)|aeronaves?|caças?|helicópteros?|tanques?|carros de combate|blindados?|sistemas?|baterias?|drones"
    "|fragatas?|submarinos?|navios?|obuses"
)
_GAP = "[^.;:]{0,100}?"
_WORDS = PlainWords(
    paper="contratos?|acordos?|encomendas?|pedidos?|carta de aceitação",
    buy=_BUY,
    sell="vendas?|vender|exportaç(?:ão|ões)|cedência|transferência|fornecimento",
    procured="entregas?|programas?|projetos?|concurso|licitação",
    halt="cancel(?:ou|aram|ado|ada|ar|amento)|suspen(?:deu|so|sa|der|são)|anul(?:ou|ado|ada)|rescindi(?:u|do)|congel(?:ou|ado)"
    "|bloque(?:ou|ado)|desisti(?:u|r) d[aeo]",
    alter="adi(?:ou|ado|ada|ar|amento)|atras(?:o|os|ou|ado|ada|ar)|antecip(?:ou|ado)|reduzi(?:u|do|r)|aument(?:ou|ado|ar)|ampli(?:ou|ado)"
    "|duplic(?:ou|ado)|alter(?:ou|ado)",
    hand_over="entreg(?:ou|aram|ue|ues|ará|arão|ar)|transferi(?:u|do|dos)|cedi(?:do|dos|da)|cedeu",
    receive="receb(?:eu|eram|e|em|erá|erão|ido|idos|er)",
    field="entr(?:ou|aram|ará|arão|ada) (?:em|ao) serviço|coloc(?:ou|ado|ados) em serviço|operaciona(?:l|is)",
    won=f"adjudic(?:ou|ado|ada)(?={_GAP}(?:contrat|encomend))|venceu(?={_GAP}(?:contrat|concurso|licitaç))|ganhou(?={_GAP}(?:contrat"
    f"|concurso))",
    sign="assin(?:ou|aram|ado|ada|ará|ar|atura)|celebr(?:ou|aram|ado)|firm(?:ou|aram|ado)|formaliz(?:ou|ado)|fech(?:ou"
    "|aram) (?:\\w+ )?(?:contrat|acord)\\w+",
    bought="comprou|compraram|adquiriu|adquiriram|encomendou|encomendaram",
    approve="aprov(?:ou|aram|ado|ada|ação)|autoriz(?:ou|aram|ado|ada|ação)|luz verde|ratific(?:ou|ado)",
    request="(?:formal|oficial)mente (?:\\w+ ){0,2}?(?:solicit|ped)\\w+|(?:solicit|ped)\\w+ (?:formal|oficial)mente|pedido (?:formal"
    "|oficial)",
    weigh=either(
        "estuda",
        "estudam",
        "avalia",
        "avaliam",
        "considera",
        "analisa",
        "negoceia",
        "negocia",
        "pondera",
        "poderá",
        "pode",
        "poderia",
        "interesse em",
    )
    + rf" (?:\w+ ){{0,4}}?(?:{_BUY})",
    plan=either(
        "planeia",
        "planeja",
        "pretende",
        "quer",
        "vai",
        "vão",
        "prevê",
        "decidiu",
        "decisão",
        "tenciona",
        "deseja",
        "plano",
        "projeto",
        "intenção",
    )
    + rf" (?:\w+ ){{0,4}}?(?:{_BUY})|comprará|adquirirá",
    funds="destin(?:ou|ado|ados)|reserv(?:ou|ado)|orçament(?:ou|ado)",
    sums=r"(?:contrato|acordo|encomenda)(?: \w+){0,4}? (?:vale|inclui|prevê|abrange|ascende a)|no valor (?:total )?de|pelo valor de"
    r"|por um valor de",
    refused="jogador(?:es)?|clube|temporadas?|campeonato|cessar-fogo|acordo de paz|exercício",
)

LANGUAGE = plain_language(
    "pt",
    _WORDS,
    modality_before=(
        (Modality.DENIED, near("não", "nunca", "nenhum", "nega", "negou", "desmentiu", "sem", "nem", reach=7)),
        (Modality.POSSIBLE, near("poderá", "poderão", "pode", "podem", "poderia", "possível", "talvez", "se", "eventual")),
        (Modality.EXPECTED, near("deverá", "deverão", "deve", "devem", "espera", "prevista?s?", "previstos?", "prevê", "provável")),
        (
            Modality.SCHEDULED,
            anywhere(r"\b(?:será|serão|vai|vão|programad[oa]s?)\b(?:\W+\w+){0,4}\W*$", r"^\w+(?:rá|rão)$", r"^entrarã?á?o? "),
        ),
    ),
    modality_after=((Modality.EXPECTED, anywhere(r"^[^.;,]{0,80}?\b(?:previst[oa]s?|espera-se|deverá|deverão)\b")),),
    clause_break=anywhere(r",? e\b", ", ", ":"),
    subordinate=anywhere(";", r",? (?:mas|enquanto|depois|antes|quando|que|porque)\b", "—", "–"),
    buyer_before=anywhere(r"\b(?:para|destinad[oa]s? a) (?:(?:o|a|os|as) )?$"),
    to_before=anywhere(r"\b(?:a|à|ao|aos|às) $"),
    supplier_before=anywhere(r"\b(?:junto d[aeo]s?|fabricad[oa]s? (?:n[ao]|pel[ao])) $", rf"\b(?:{_GOODS}) (?:de combate )?$"),
    with_before=anywhere(r"\b(?:com|entre) (?:(?:o|a|os|as) )?$"),
    rest=words(rf"(?:o|a|os|as|estes|estas) (?:primeir[oa]s?|últim[oa]s?|{_GOODS})", "entregas?", "contrato", "acordo"),
    no_event=anywhere(r"\?$", r"\b(?:exercícios?|manobras|abat(?:eu|eram|idos)|interceta\w+|intercepta\w+)\b"),
    state_before=anywhere(r"\b(?:governo|exército|marinha|força aérea|ministério da defesa|parlamento|forças armadas) $"),
    told_before=anywhere(r"\b(?:anunciou|disse|declarou|afirmou|confirmou|informou)(?: \w+){0,3} ?\w{0,3}$"),
    military=words(
        "defesa|militar(?:es)?|exército|marinha|força aérea|forças armadas|mísseis|míssil|caças?|blindados?|helicópteros?|fragatas?"
        "|submarinos?|armas?|armamento"
    ),
)
