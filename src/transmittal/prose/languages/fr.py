"""French. Adjectives follow their noun, so that a state is "le gouvernement français" and a product "un avion français"."""

from transmittal.model import Modality, Stage
from transmittal.prose.language import Actor, Language, Trigger
from transmittal.prose.languages.en import LANGUAGE as ENGLISH
from transmittal.prose.phrases import anywhere, either, words

_PAPER = either(
    r"""
    contrats? | accords? | commandes? | marchés? | protocoles? | lettres? d['’]offre et d['’]acceptation | options? |
    bons? de commande
    """,
)
_PURCHASE = either("achats?", "acquisitions?", "rachats?", "commandes?")
_BUY = either(
    r"""
    acheter | acquérir | commander | se doter | s['’]équiper | racheter | se procurer | passer commande
    """,
)
_BOUGHT = either(
    r"""
    acheté(?:e|s|es)? | acquis(?:e|es)? | commandé(?:e|s|es)? | passé commande | commandent? | achètent? | commanda | acheta
    """,
)
_SALE = either("ventes?", "exportations?", "cessions?", "transferts?", "livraisons?", "fournitures?")
_GOODS = either(
    r"""
    missiles? | avions? | appareils? | chasseurs? | hélicoptères? | chars? | blindés? | véhicules? | canons? | obusiers? | systèmes? |
    batteries? | drones? | frégates? | corvettes? | sous-marins? | navires? | bâtiments? | patrouilleurs? | radars? | torpilles? |
    bombes? | munitions? | lanceurs? | lance-roquettes | armes? | armements? | équipements? | matériels? | exemplaires? | unités? |
    moteurs?
    """,
)
_PROCURED = either(_PAPER, _PURCHASE, _SALE, _BUY, _BOUGHT, "programmes?", "projets?", "calendrier", "livrer", "livrée?s?")
_GAP = r"[^.;:]{0,120}?"
# A noun for a step tells of it when a verb says when it happens.
_GOES_ON = r"(?=[^.;\n]{0,120}?\b(?:commenc|début|sera|seront|prévue|attendue|doi(?:t|vent)|s['’]étaler|interviend|s['’]achèver|a eu lieu))"

_TRIGGERS = (
    # -- halt first: it overrules the step it stops
    Trigger(
        name="halt",
        stage=Stage.HALT,
        actor=Actor.DECIDER,
        pattern=words(
            r"""
            annul(?:e|ent|é|ée|és|ées|er|ation) | suspend(?:u|ue|us|ues|re)? | suspension | gel(?:é|ée|és|ées|er) |
            abandonn(?:e|é|ée|és|ées|er) | abandon | bloqu(?:e|é|ée|és|ées|er) | résili(?:e|é|ée|ation) | rompu |
            rejet(?:te|é|ée|er) | renonc(?:e|é|er) à | dénonc(?:e|é|ée) le contrat | refus(?:e|é|ée|er) |
            retir(?:e|é|ée|er) (?:sa|la|son) | interrompu(?:e|s)? | mis(?:e)? en pause | mettre fin | mis fin
            """,
        ),
        needs=words(_PROCURED, "plan", "appel d['’]offres"),
        unless=words("vols? suspendus?", "cessez-le-feu", "trêve", "négociations suspendues"),
    ),
    # -- change of terms
    Trigger(
        name="terms altered",
        stage=Stage.CHANGE,
        actor=Actor.BUYER,
        pattern=words(
            r"""
            report(?:e|é|ée|és|ées|er) | retard(?:s|é|ée|ée?s)? | repouss(?:e|é|ée|és|ées|er) | décal(?:e|é|ée|age) |
            différ(?:é|ée|er) | avanc(?:é|ée|er) (?:la|les|sa) | rédui(?:t|te|re|ts) | réduction | augment(?:e|é|ée|er|ation) |
            doubl(?:e|é|ée|er) | étend(?:u|ue|re) | modifi(?:e|é|ée|er) | modification | avenant | renégoci(?:e|é|ée|er|ation) |
            revu(?:e|s)? à la (?:hausse|baisse) | accélér(?:é|ée|er) | renchéri
            """,
        ),
        needs=words(_PROCURED),
        unless=words("budget de la défense", "dépenses militaires", "capacité de production", "cadences?"),
    ),
    # -- delivery
    Trigger(
        name="handing over",
        stage=Stage.DELIVERY,
        actor=Actor.SELLER,
        pattern=words(
            *(
                "livr(?:e|ent|é|ée|és|ées|er|era|eront|ait)",
                "livraisons?" + _GOES_ON,
                "remis(?:e|es)? (?:à|au|aux)",
                "remettre",
                "remise",
                "transfér(?:é|ée|és|ées|er)",
                "cédé(?:e|s|es)?",
            ),
        ),
        needs=words(_GOODS, "premi(?:er|ère|ers|ères)", "derni(?:er|ère|ers|ères)", "[A-Z][A-Za-z]+", r"\d+"),
        unless=words(
            r"""
            livré (?:un|une|bataille|des combats) | remise en cause | remis en cause | pizzas? | match
            """,
        ),
    ),
    Trigger(
        name="receipt",
        stage=Stage.DELIVERY,
        actor=Actor.BUYER,
        pattern=words(
            r"""
            re[çc](?:u|ue|us|oit|oivent|evra|evront|evoir|ut) | réceptionn(?:e|é|ée|er) | réception | pris livraison |
            prend livraison | perçu
            """,
        ),
        needs=words(_GOODS, "premi(?:er|ère|ers|ères)", "derni(?:er|ère|ers|ères)", "[A-Z][A-Za-z]+", r"\d+"),
        unless=words(
            "reçu (?:un|une|le|la|l['’]) ?(?:accord|feu vert|commande|contrat|autorisation|demande|offre|soutien|visite|délégation)",
            "cérémonie",
            "ballon",
        ),
    ),
    Trigger(
        name="arrival",
        stage=Stage.DELIVERY,
        actor=Actor.ITEM,
        pattern=words("arriv(?:é|ée|és|ées|ent|era|eront|er)", "arrivée", "atterri", "posés?"),
        needs=words("premi(?:er|ère|ers|ères)", "derni(?:er|ère|ers|ères)", r"command\w+", r"achet\w+", "lot"),
        strong=False,
    ),
    # -- service
    Trigger(
        name="fielding",
        stage=Stage.SERVICE,
        actor=Actor.BUYER,
        pattern=words(
            r"""
            mis(?:e|es)? en service | mettre en service | mettra en service | entr(?:é|ée|er|era|eront) en service |
            en service opérationnel | admis(?:e|es)? au service actif | capacité opérationnelle (?:initiale|finale) |
            opérationnel(?:le|s|les)? | déploi(?:e|era|eront) | déploiement
            """,
        ),
        unless=words(
            r"""
            déjà en service | actuellement en service | troupes | soldats | opération(?:s)? extérieures?
            """,
        ),
        strong=False,
    ),
    # -- award: government to industry
    Trigger(
        name="award won",
        stage=Stage.AWARD,
        actor=Actor.FIRM,
        pattern=words(
            r"(?:rempor|décroch|obten|obtien|gagn|sign|signe|reç)\w{0,4} (?:\S+ ){0,5}?(?:contrat|commande|marché)(?="
            + _GAP
            + "(?:auprès|de la part|pour la construction|de la DGA|du ministère))",
            "(?:a|ont) (?:remporté|décroché|obtenu|gagné)(?=" + _GAP + _PAPER + ")",
            "attribu(?:e|é|ée)(?=" + _GAP + _PAPER + ")",
            "notifi(?:e|é|ée)(?=" + _GAP + either("contrat", "marché", "commande") + ")",
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
            sign(?:e|ent|é|ée|és|ées|er|ature|era|eront) | conclu(?:e|s|es)? | conclure | paraph(?:é|er) | finalis(?:e|é|ée|er) |
            scell(?:é|ée) | entr(?:é|ée) en vigueur
            """,
        ),
        needs=words(_PAPER, _PURCHASE, "ventes?"),
        unless=words(
            r"""
            cessez-le-feu | accord de paix | libre-échange | joueur | club | saisons? | accord de coopération |
            contrat de (?:deux|trois|quatre|\d+) ans
            """,
        ),
    ),
    Trigger(
        name="bought",
        stage=Stage.AGREEMENT,
        actor=Actor.BUYER,
        pattern=words(_BOUGHT),
        unless=words("commandé par (?:le|un) (?:général|colonel)", "avantages? acquis", "droits? acquis"),
    ),
    Trigger(
        name="paper described",
        stage=Stage.AGREEMENT,
        actor=Actor.ITEM,
        attribute=True,
        pattern=words(
            either("contrat", "accord", "commande", "marché", "vente", "montant", "facture", "coût")
            + r"(?:,? (?:qui|dont le montant))?(?: [\w'’]+){0,5}?,? (?:porte sur|comprend|inclut|couvre|prévoit|(?:est )?(?:évalué|estimé"
            r"|chiffré)e? à|s['’]élève à|se monte à|est de|vaut|coûte)",
            "d['’]un montant (?:total )?(?:de|d['’])",
            "d['’]une valeur (?:totale )?(?:de|d['’])",
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
            approuv(?:e|ent|é|ée|és|ées|er) | approbation | autoris(?:e|ent|é|ée|és|ées|er|ation) | valid(?:e|é|ée|er) | feu vert |
            donn(?:e|é) son accord | aval | notifi(?:é|ée|er) (?:au|le) congrès | débloqu(?:e|é|er) | vot(?:é|er) | adopt(?:é|ée|er)
            """,
        ),
        needs=words(_SALE, _PURCHASE, _BUY, _PAPER, "crédits?", "budget", "fonds", "milliards?", "congrès"),
        unless=words("permis de construire", "essais? validés?"),
    ),
    # -- request
    Trigger(
        name="formal request",
        stage=Stage.REQUEST,
        actor=Actor.BUYER,
        pattern=words(
            r"""
            (?:officiellement|formellement) (?:demand|sollicit)\w+ |
            demand(?:e|é|ent)(?:e|es)? (?:officielle|formelle|officiellement|formellement)(?:ment)? | lettres? de demande |
            (?:soumis|déposé|adressé|transmis) (?:\w+ ){0,3}?demande
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
            r"(?:envisag|étudi|examin|évalu|discut|négoci|réfléchi|songe)\w{0,6} (?:à |de |d['’])?(?:[\w'’]+ ){0,4}?(?:l['’])?"
            + either(_BUY, _PURCHASE),
            r"(?:pourrai(?:t|ent)|peut|peuvent) (?:\w+ ){0,3}?" + _BUY,
            "(?:négociations|discussions|pourparlers)(?=" + _GAP + either(_BUY, _PURCHASE, "ventes?") + ")",
            "intér(?:êt|essée?s?)(?=" + _GAP + either(_BUY, _PURCHASE) + ")",
        ),
    ),
    Trigger(
        name="plan to buy",
        stage=Stage.PLAN,
        actor=Actor.BUYER,
        pattern=words(
            r"(?:va|vont|veut|veulent|souhait\w+|compt\w+|prévoi\w+|prévu|entend|entendent|projet\w*|décid\w+|décision|intention"
            r"|cherch\w+|prépar\w+|doit|doivent|ambitionne|désir\w+|propos\w+)"
            r" (?:[\w'’]+ ){0,3}?(?:de |d['’]|à |l['’])?(?:[\w'’]+ ){0,2}?" + either(_BUY, _PURCHASE),
            "achètera|achèteront|commandera|commanderont|acquerra|se dotera|s['’]équipera",
            r"(?:plan|projet|programme|intention) (?:\w+ )?(?:d['’]|de )" + either(_PURCHASE, _BUY),
        ),
    ),
    Trigger(
        name="money set aside",
        stage=Stage.PLAN,
        actor=Actor.BUYER,
        pattern=words(
            r"(?:allou|inscri|consacr|affect|réserv|budgét)\w+",
            r"(?:loi de finances|budget|LPM|loi de programmation militaire) (?:\w+ ){0,3}?(?:prévoit|comprend|inclut)",
        ),
        needs=words("milliards?", "millions?", "euros", "crédits?"),
        strong=False,
    ),
    Trigger(
        name="choice of a system",
        stage=Stage.PLAN,
        actor=Actor.BUYER,
        pattern=words(
            r"""
            a (?:choisi|sélectionné|retenu) | ont (?:choisi|sélectionné|retenu) | choisit | sélectionne | a opté pour | opte pour |
            jeté son dévolu
            """,
        ),
        needs=words(_GOODS, "pour remplacer", "appel d['’]offres", "successeur"),
        unless=words("sélectionneur", "joueur", "candidat"),
        strong=False,
    ),
)

_THE = "(?:(?:la|le|les|l['’]))? ?$"
_STATE_NOUNS = (
    *(
        "gouvernement",
        r"ministère (?:\w+ ){0,3}?",
        "armée(?: de (?:l['’]air|terre))?",
        "marine",
        "forces armées",
        "aviation",
        "état",
        "département d['’]état",
    ),
    *("parlement", "sénat", "autorités", "exécutif", "président", "présidence", r"ministre (?:\w+ ){0,3}?", "défense", "congrès"),
)
_SAID = ("annoncé", "déclaré", "indiqué", "affirmé", "précisé", "confirmé", "dit", "rapporté", "expliqué", "révélé", "annonce", "indique")

LANGUAGE = Language(
    code="fr",
    triggers=_TRIGGERS,
    modality_before=(
        (
            Modality.DENIED,
            anywhere(
                r"\b(?:n['’e] ?(?:\w+['’ ]){0,4}(?:pas|jamais|plus|aucun)|aucune?|sans|démenti|dément|démentent|nie"
                r"|exclu(?:t)?)\b(?:[^\w'’-]+[\w'’-]+){0,9}\W*$"
            ),
        ),
        (
            Modality.POSSIBLE,
            anywhere(
                r"\b(?:pourrai(?:t|ent)|peut-être|éventuel(?:le|lement)?|possible|envisag\w+|si|risque(?:nt)?)\b(?:[^\w'’-]+[\w'’-]+){0,4}\W*$"
            ),
        ),
        (
            Modality.EXPECTED,
            anywhere(
                r"\b(?:devrai(?:t|ent)|attendu(?:e|s|es)?|espèr\w+|souhait\w+|compte(?:nt)?|prévisible|probable(?:ment)?|vise(?:nt)?|veut"
                r"|veulent|entend)\b(?:[^\w'’-]+[\w'’-]+){0,4}\W*$"
            ),
        ),
        (
            Modality.SCHEDULED,
            anywhere(
                r"\b(?:doit|doivent|sera|seront|va|vont|prévu(?:e|s|es)?|prévoi\w+|programmé(?:e|s|es)?|à)\b(?:[^\w'’-]+[\w'’-]+){0,3}\W*$",
                r"\b(?:livre|recev|met|entre)ra(?:it)?$",
            ),
        ),
    ),
    modality_after=(
        (Modality.DENIED, anywhere(r"^[^.;,]{0,50}?\b(?:n['’e] ?(?:\w+ ){0,3}pas(?! (?:attendue?s?|prévue?s?|avant))|démenti)\b")),
        (Modality.POSSIBLE, anywhere(r"^[^.;,]{0,50}?\b(?:pourrai(?:t|ent)|possible)\b")),
        (Modality.EXPECTED, anywhere(r"^[^.;,]{0,90}?\b(?:devrai(?:t|ent)|attendu(?:e|s|es)?|espéré(?:e|s|es)?)\b")),
        (
            Modality.SCHEDULED,
            anywhere(
                r"^[^.;,]{0,90}?\b(?:doit|doivent|sera|seront|débuter\w+|commencer\w+|prévu(?:e|s|es)?|programmé(?:e|s|es)?"
                r"|s['’]étaler\w+|interviendra)\b"
            ),
        ),
    ),
    clause_break=anywhere(r",? et\b", r",? ou\b", r", ", ":"),
    subordinate=anywhere(
        r"""
        ; | ,? (?:mais|tandis que|alors que|bien que|après|avant|lorsque|qui|dont|parce que|car)\b | — | –
        """,
    ),
    instead=words("au lieu d[eu]", "en remplacement", r"remplac\w+", "à la place d[eu]s?"),
    supplier_before=anywhere(
        rf"\b(?:auprès de|auprès du|auprès des|fabriqués? (?:en|aux?)|venus? d[eu]s?|en provenance d[eu]s?) {_THE}",
        rf"\b{_GOODS} (?:de (?:combat|chasse|croisière) |multirôles? )?$",
    ),
    buyer_before=anywhere(rf"\b(?:pour|au profit de|destinée?s? (?:à|aux?)|vers) {_THE}"),
    to_before=anywhere(rf"\b(?:à|au|aux) {_THE}"),
    sale=words(_SALE, "vend(?:re|u|ue|us|ues)?", r"livr\w+", r"fourni\w*"),
    actor_before=anywhere(rf"\bpar {_THE}"),
    with_before=anywhere(rf"\b(?:avec|entre) {_THE}"),
    made_after=anywhere(rf"^ {_GOODS}\b"),
    rest=words(
        r"""
        il | elle | ils | elles | ceux-ci | celui-ci | celles?-ci | livraisons? | contrat | commande | accord | marché
        """,
        "(?:le|la|les|ces?|cette|l['’]) ?(?:premi(?:er|ère|ers|ères)|derni(?:er|ère|ers|ères)|prochaine?s?|restants?|autres?|"
        + _GOODS
        + ")",
        r"(?:premi(?:er|ère|ers|ères)|\d+) " + _GOODS,
    ),
    new_procurement=words("(?:deuxième|second|seconde|troisième|nouveau|nouvelle|autre|premier|première|précédent) " + _PAPER),
    no_event=anywhere(r"\?\s*[»\"]?$", r"\b(?:exercice|manœuvres?|abattus?|tiré|frappes?)\b"),
    purpose=words("afin d[e']", "pour que"),
    purchase=words(_PURCHASE, _BUY, "crédits?", "budget", "fonds", "financement"),
    state_before=anywhere(r"\b" + either(*_STATE_NOUNS) + " ?$"),
    told_before=anywhere(r"\b" + either(*_SAID) + r"\b(?: [\w'’]+){0,2} ?\w{0,3}$"),
    total=words("au total", "montant global", "en tout", "cumulé"),
    military=words(
        r"""
        armées? | militaires? | défense | missiles? | chasseurs? | combat | marine nationale | armée de l['’]air | forces armées |
        armements? | frégates? | sous-marins? | chars? | blindés? | obusiers? | munitions? | hélicoptères? | antiaériens? | soldats? |
        drones?
        """,
    ),
    units=ENGLISH.units,
)
