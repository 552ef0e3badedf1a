"""English. Words per stage: docs/reading/prose.md."""

import re

from transmittal.model import Modality, Stage
from transmittal.prose.language import Actor, Language, Trigger
from transmittal.prose.phrases import words


def _re(pattern: str, flags: int = re.I) -> re.Pattern[str]:
    return re.compile(pattern, flags)


# Nouns for the paper that binds, for the goods, and for a timetable.
_PAPER = (
    r"(?:contracts?|deals?|agreements?|accords?|orders?|purchase orders?|arrangements?|bargains?|pacts?|covenants?|transactions?|parcels?"
    r"|packages?|treaty|leases?|memorand(?:um|a)|lo[ai]s?|letters? of"
    r" (?:offer and )?acceptance|letters? of offer|LOAs?|purchases?|acquisitions?|procurement|sales?|options?)"
)
_GOODS = (
    r"(?:missiles?|aircraft|airplanes?|planes?|jets?|fighters?|helicopters?|choppers?|tanks?|howitzers?|guns?|vehicles?|launchers?"
    r"|systems?|batter(?:y|ies)"
    r"|squadrons?|interceptors?|rockets?|drones?|submarines?|frigates?|corvettes?|destroyers?|warships?|ships?|vessels?|boats?|radars?"
    r"|torpedoe?s?|bombs?"
    r"|rounds|units|engines?|kits?|sets?|machines?|batter(?:y|ies)|apparatus|systems?|lots?|weapons?|arms|equipment|munitions?|ammunition"
    r"|machines|trainers?|transports?|tankers?|birds|gunships?)"
)
_TIMETABLE = r"(?:deliver(?:y|ies)|hand-?overs?|shipments?|arrivals?|schedule|timetable|timeline|programme|program)"
_PROCURED = rf"(?:{_PAPER}|{_TIMETABLE}|procured|buying|bought|ordered|ordering)"
_BUY_BASE = r"(?:buy|lease|purchase|acquire|procure|order|obtain|take delivery of|get hold of|pick up|snap up)"
_BUYING = r"(?:buying|purchasing|acquiring|procuring|ordering|obtaining)"
_BUY_NOUN = r"(?:purchase|acquisition|procurement|buy)"

_TRIGGERS = (
    # -- halt first: it overrules the step it stops
    Trigger(
        name="halt verb",
        stage=Stage.HALT,
        actor=Actor.DECIDER,
        pattern=_re(
            r"\b(?:cancel(?:l?ed|s|l?ing)?|cancellation|scrap(?:ped|s|ping)?|suspend(?:ed|s|ing)?|suspension|shelv(?:ed?|es|ing)"
            r"|halt(?:ed|s|ing)?|paus(?:ed?|es|ing)|fr(?:oze|eez(?:e|es|ing)|ozen)|put on (?:ice|hold)|on (?:ice|hold)|block(?:ed|s"
            r"|ing)?|veto(?:ed|es|ing)?|terminat(?:ed?|es|ing|ion)|withdr(?:ew|aw|awing)|(?<!be )withdrawn(?! from (?:service|use))"
            r"|abandon(?:ed|s|ing)?|call(?:ed|s|ing)? off"
            r"|axed?|ditch(?:ed|es|ing)?|fell through|collapsed|back(?:ed|s|ing)? out of|pull(?:ed|s|ing)? out of"
            r"|reject(?:ed|s|ing)?|refus(?:ed|es|ing)|turn(?:ed|s)? (?:it |them )?down|declin(?:ed|es) to sell|rescind(?:ed|s)?"
            r"|annul(?:led|s)?|drop(?:ped|s|ping)? (?:the|its|plans?|a) )\b"
        ),
        needs=_re(
            rf"\b(?:{_PROCURED}|{_GOODS}|plans?|programme|program|it|them|this|that|bid|approval|licen[cs]es?|request)\b|\brefused\b"
        ),
        system_serves=True,
        unless=_re(
            r"\blift(?:ed|s|ing)? (?:its|the|a|their)\b|\b(?:engine block|road block|block iv|blocked road|training flights?|exercise"
            r"|talks? were suspended|draft|trade talks|rival offer|offer|report|resign\w*|candidate)\b"
        ),
        strong=False,
    ),
    # -- change
    Trigger(
        name="terms altered",
        stage=Stage.CHANGE,
        actor=Actor.BUYER,
        pattern=words(
            r"""
            delay(?:ed|s|ing)? | postpon(?:ed?|es|ing|ement) | slip(?:ped|s|ping|page)? | push(?:ed|es|ing)? back | set back |
            put back | put(?:s|ting)? (?:\w+ ){0,3}off | t(?:ook|ake|akes|aken) up (?:its|an|the|their) option |
            exercis(?:ed?|es|ing) (?:its|an|the|their) options? | (?:pay|cost)\b[^;\n]{0,45}?\b(?:more|extra)\b |
            br(?:ought|ing|ings|inging) forward | accelerat(?:ed?|es|ing) | reduc(?:ed?|es|ing|tion) | trimm?(?:ed|s|ing)? |
            cut(?:s|ting)?(?= (?:its|the|their|to|from|back|by|down)) | scal(?:ed?|es|ing) (?:back|down|up) | rais(?:ed|es|ing) |
            increas(?:ed?|es|ing) | enlarg(?:ed?|es|ing|ement) | expand(?:ed|s|ing)? | expansion | doubl(?:ed|es|ing) |
            halv(?:ed|es|ing) | extend(?:ed|s|ing)? | extension | switch(?:ed|es|ing)? | swap(?:ped|s|ping)? |
            amend(?:ed|s|ing|ments?)? | mov(?:ed|es|ing) (?:\w+ ){0,3}back (?=by|to) |
            revis(?:ed?|es|ing|ion) | renegotiat(?:ed?|es|ing) | behind schedule | r(?:ose|isen) (?:to|by|from) | top(?:ped)? up |
            add(?:ed|s|ing)?(?= (?:\w+ ){0,4}to (?:the|its|their) (?:order|contract|deal|purchase))
            """
        ),
        needs=words(rf"{_PROCURED}|numbers?|fleet|quantity|it|options?|for them"),
        unless=_re(
            r"\b(?:(?:increas|rais|expand|extend|reduc|doubl|cut)\w* (?:\w+ ){0,3}(?:spending|budgets?|exports?|production|capacity"
            r"|output|range|tensions?|capabilit\w+|readiness|pressure|tax\w*|interest|dependence|presence|cooperation|influence"
            r"|deterrence|sharply in)|extended[- ]range|service life|life extension)\b"
        ),
        strong=False,
    ),
    Trigger(
        name="one version for another",
        stage=Stage.CHANGE,
        actor=Actor.BUYER,
        pattern=words(
            r"""
            take[ns]? the place of | took the place of | instead of | in place of | rather than the |
            make up (?:half|part|a \w+|\w+ of) | switch(?:ed|es|ing)? | swap(?:ped|s|ping)? |
            accept(?:ed|s)? an? (?:older|earlier|different|newer|cheaper|smaller) | replac(?:e|es|ed|ing) | substitut(?:e|es|ed|ing)
            """
        ),
        needs=words(rf"{_PAPER}|versions?|variants?|block|type|model"),
        unless=_re(
            r"\b(?:(?:replac|substitut)\w*,? (?:\w+[ ,]){0,5}?(?:fleet|ageing|aging|elderly|old|older|obsolete|legacy|retired|Soviet"
            r"|retiring|existing|current)|(?:replac|substitut)\w* (?:its|their|the) (?:\w+ ){0,3}(?:fleet|aircraft|jets|ships|tanks"
            r"|F-|MiG|Su-))\b|year by year"
        ),
        strong=False,
    ),
    # -- delivery
    Trigger(
        name="delivery verb",
        stage=Stage.DELIVERY,
        actor=Actor.SELLER,
        pattern=words(
            r"deliver(?:ed|s|ing)?(?! (?:a|an|the)? ?(?:speech|verdict|blow|message|warning|talk)"
            r"| (?:\w+ ){0,2}(?:food|water|aid|relief|supplies|medicines?|medical))",
            rf"""
            hand(?:ed|s|ing)? over |
            turn(?:ed|s|ing)? over(?= (?:\w+ ){{0,5}}(?:to|{_GOODS})| (?:the )?(?-i:[A-Z])) | transferr?(?:ed|s|ing)? | shipped | supplied
            """,
        ),
        system_serves=True,
        needs=words(
            rf"""
            {_GOODS} | it | them | these | those | ones? | first | last | final | rest | remaining | remainder | batch | lot | pair |
            trio | more | all | two | three | four | five | six | seven | eight | nine | ten | eleven | twelve | \d+
            """
        ),
        strong=False,
    ),
    Trigger(
        name="delivery noun",
        stage=Stage.DELIVERY,
        actor=Actor.ITEM,
        pattern=_re(
            r"\b(?:deliver(?:y|ies)|hand-?overs?|shipments?|arrivals?)\b(?! (?:dates?|schedules?|times?|delays?|targets?"
            r"|slots?))(?=[^;\n]{0,120}?\b(?:beg[aiu]n|begins|start(?:s|ed|ing)?|commenc\w+|finish\w*|end(?:s|ed)?|complet\w+|run"
            r"|runs|scheduled|due|expected|planned|slated|set|anticipated|to be|will|would|follow|continue|took place|take place"
            r"|across|between|over)\b)"
        ),
        unless=words(r"delivery (?:van|truck|driver|app|service|date is unknown)|indefinite[- ]delivery"),
        strong=False,
    ),
    Trigger(
        name="arrival",
        stage=Stage.DELIVERY,
        actor=Actor.ITEM,
        pattern=words(
            r"""
            arriv(?:ed?|es|ing) | landed | touch(?:ed|es|ing)? down | touchdown |
            reach(?:ed|es|ing)?(?= (?:\w+ ){0,5}(?:base|port|shores|country|airfield|airport|harbou?r|island|forces|units|army|navy)) |
            to come\b(?! (?:to|up|from the)) | come (?=by |in |before ) | follow(?:s|ed)? (?=by|in|before) |
            (?:to|will|would) follow\b |
            be (?:there|with the \w+|in the hands of \w+)(?= (?:by|in (?:\d+|early|mid|late|the|\w+ \d)|from|next|at the end)\b) |
            brought(?= (?:\w+ ){0,3}(?:missiles?|batter\w+|jets?|aircraft|tanks?|launchers?|vehicles?|helicopters?|guns?|howitzers?)) |
            in place(?! of) | equipped | (?:show|turn)(?:s|ed|ing)? up(?= (?:by|in|before|at|on)\b)
            """
        ),
        needs=words(
            rf"""
            {_GOODS} | it | them | they | these | those | ones? | first | second | third | fourth | last | final | rest | remaining |
            remainder | batch | lot | pair | trio | more | all | sites? | \d+
            """
        ),
        system_serves=True,
        unless=words(r"usually|takes? (?:years|months)|often|generally"),
        strong=False,
    ),
    Trigger(
        name="receipt",
        stage=Stage.DELIVERY,
        actor=Actor.BUYER,
        pattern=words(
            r"""
            receiv(?:ed?|es|ing) | t(?:ook|ake|akes|aken|aking) delivery | accept(?:ed|s)? delivery | got its |
            (?:greet|welcom)(?:ed|s|es)(?= (?:\w+ ){0,3}(?:consignment|batch|shipment|first|last|lot|pair)) | taken possession |
            t(?:ook|ake) possession
            """
        ),
        system_serves=True,
        needs=words(
            rf"""
            {_GOODS} | it | them | these | those | ones? | first | last | final | rest | remaining | batch | lot | pair | trio | more |
            all | none | any | \d+
            """
        ),
        unless=_re(
            r"\breceiv\w+ (?:\w+ ){0,3}(?:training|approval|contracts?|an? (?:\$|order|contract|request|bid|proposal|letter)|orders?"
            r"|proposals?|bids?|offers?|letters?|support|criticism|notice|certification)\b"
        ),
        strong=False,
    ),
    Trigger(
        name="rest due",
        stage=Stage.DELIVERY,
        actor=Actor.ITEM,
        pattern=_re(
            rf"\b(?:the |an?other )?(?:first|second|third|fourth|fifth|sixth|next|last|final|rest|remainder|remaining|other \w+|others"
            rf"|{_GOODS})\b(?:,? [\w“”\"’'-]+){{0,7}}?,? "
            r"(?:is|are|was|were) (?:\w+ly |now |still )?(?:expected|due|scheduled|slated|planned|anticipated|set)(?= (?:at \w+ in|in|by"
            r"|before|for delivery|for|from|between|at|on|next|this|later|around|to (?:come|arrive|follow|join|enter))\b)"
        ),
        strong=False,
    ),
    # -- service
    Trigger(
        name="fielding",
        stage=Stage.SERVICE,
        actor=Actor.BUYER,
        pattern=words(
            r"""
            deploy(?:ed|s|ing|ment)? | field(?:ed|s|ing) | enter(?:ed|s|ing)? (?:into )?(?:operational )?service | entry into service |
            (?:go|goes|went|put|brought|come) into service | in(?:to)? service | commission(?:ed|s|ing) | induct(?:ed|s|ing|ion) |
            integrat(?:ed?|es|ing|ion)(?= (?:\w+ ){0,5}(?:into|onto|with|on|aboard)\b) |
            (?:initial|full) operational (?:capability|capacity) | bec(?:a|o)me operational | declared operational | operational by
            """
        ),
        system_serves=True,
        needs=words(rf"{_GOODS}|it|them|they|these|those|\d+"),
        unless=words(
            r"""
            commissioning editor | commissioned (?:study|report|survey|poll) | field(?:ed|ing) questions |
            (?:is|are) (?:already )?in service with | already in service | (?:has|have) in service | (?:systems?|weapons?) integration |
            decommission\w* | troops | soldiers | budget deployed
            """
        ),
        strong=False,
    ),
    Trigger(
        name="fitting out",
        stage=Stage.SERVICE,
        actor=Actor.ITEM,
        platform=True,
        pattern=_re(
            r"\b(?:work|refit|conversion|modifications?|integration|alterations?|upgrade) (?:on|of|to) (?:the |its |her "
            r"|their )?(?:\w+ ){0,3}(?:destroyers?|ships?|frigates?|submarines?|aircraft|jets?|vessels?"
            r"|fighters?)\b(?=[^.;]{0,80}\b(?:complete|completed|finished|done|ready)\b)"
        ),
        strong=False,
    ),
    # -- award: government to industry
    Trigger(
        name="award",
        stage=Stage.AWARD,
        actor=Actor.FIRM,
        pattern=_re(
            r"\b(?:(?:was|were|is|has been|have been|been|being|is being) (?:\w+ly )?awarded|awarded|awards?(?= (?:\w+ ){0,3}(?:a|an|the"
            r"|\$)\b)|(?:w[io]ns?|secur(?:es|ed)|land(?:s|ed)|bag(?:s|ged)|clinch(?:es|ed)|receiv(?:es|ed)|gets?"
            r"|got)(?: (?!(?:under|in|by|after|through|from|with) )\S+){0,7}? (?:contracts?|orders?|modifications?|deals?))\b"
        ),
        needs=words(r"contracts?|orders?|modifications?|deals?|work"),
    ),
    Trigger(
        name="intent signed",
        stage=Stage.PLAN,
        actor=Actor.BUYER,
        pattern=_re(
            r"\b(?:sign(?:ed|s)?|ink(?:ed|s)?|exchang(?:ed|es)|issu(?:ed|es))\b[^.;]{0,60}?\b(?:letters? of intent"
            r"|declarations? of intent|statements? of intent|memorand(?:um|a) of understanding|MoUs?)\b"
        ),
    ),
    Trigger(
        name="sale told as done",
        stage=Stage.AGREEMENT,
        actor=Actor.SELLER,
        pattern=words(r"(?:has |have |had )?sold(?= (?:\S+ ){1,8}to )"),
        system_serves=True,
        needs=_re(r"(?!)"),  # only a named system will do
        unless=words(r"could be sold | to be sold | sold (?:shares|stakes?|bonds?|his|her)"),
        strong=False,
    ),
    Trigger(
        name="deal at hand",
        stage=Stage.AGREEMENT,
        actor=Actor.BUYER,
        modality=Modality.EXPECTED,
        pattern=_re(
            r"\b(?:(?:is|are|was|were) (?:close|near) to|near(?:s|ed|ing)"
            r"|closing in on|on the (?:verge|brink) of|about to (?:sign|conclude|seal|place))\b"
            r"[^.;]{0,30}?\b(?:deals?|contracts?|agreements?|orders?)\b"
        ),
    ),
    # -- agreement
    Trigger(
        name="signature",
        stage=Stage.AGREEMENT,
        actor=Actor.BUYER,
        pattern=words(
            r"""
            sign(?:ed|s|ing)?(?: off)? | ink(?:ed|s|ing) | seal(?:ed|s|ing)? | conclud(?:ed?|es|ing) | lodg(?:ed|es) | followed with |
            contracts? between | clos(?:ed?|es|ing) | clinch(?:ed|es)? | finali[sz](?:ed?|es|ing) |
            (?:complet(?:ed|es|ing)|to complete) | struck |
            strikes? | penned | put (?:its|his|her|their) (?:names?|signatures?) (?:to|under|on) | put on paper |
            plac(?:ed?|es|ing) | reach(?:ed|es) | agreed |
            entered into
            """
        ),
        needs=words(
            r"""
            contracts? | deals? | agreements? | accords? | pacts? | covenant | transaction | orders? | purchase | export | supply |
            arrangement | bargain | LOAs? | letters? of (?:offer and )?acceptance | letters? of offer | inter-governmental agreement |
            options? | papers? | (?:signed|signs|signing|sign) (?:up )?(?:with [^.;,]{3,40}? )?for |
            agreed (?:to|on) (?:\w+ ){0,3}(?:buy|sell|purchase|the sale|supply)
            """
        ),
        unless=words(
            r"""
            framework (?:was|agreement was) | training agreement | peace (?:deal|agreement|accord) | trade (?:deal|agreement) |
            cease-?fire | cooperation agreement | free agency | four-year contract | agreed that | signing ceremony for |
            (?:structural|concluded that|completed (?:trials|training|tests?|a test))
            """
        ),
    ),
    Trigger(
        name="purchase told as done",
        stage=Stage.AGREEMENT,
        actor=Actor.BUYER,
        pattern=_re(
            r"\b(?:bought|purchased|procured|acquired|contracted(?! (?:to|out|by|an? \w+(?:itis|flu|disease|virus)))"
            r"|(?:has |have |had )?committed (?:itself|themselves) to(?= \S*\d)|ordered(?! (?:by (?:the )?court|to|that|him|her"
            r"|(?:[\w-]+ ){1,4}(?:into the air|to take off|to scramble|into action)))|(?:is|are) on contract for|ha(?:s"
            r"|ve|d) (?:\S+ ){1,7}?on order|following an? (?:order|contract|deal)(?= (?:in|of|signed|for|placed))|(?:under|in) (?:an?"
            r"|the|this|that|its) (?:agreement|contract|deal|LOA|letter)[^;\n]{0,80}?\b(?:(?:is|are) buying|will (?:buy|acquire"
            r"|purchase|get))|under it \w+ (?:is buying|will (?:buy|acquire|purchase|get))|agreed to (?:buy|purchase|acquire|procure"
            r"|sell|supply))\b"
        ),
        unless=_re(
            r"\bwhat (?:it|they) (?:bought|ordered)\b|\b(?:missiles?|jets?|aircraft|tanks?|helicopters?|fighters?|systems?|vehicles?"
            r"|ones?) (?:that |which )?(?:it|they|he|she) (?:has |had |have )?(?:bought|ordered|purchased|acquired)\b|\b(?:missiles?"
            r"|jets?|aircraft|tanks?|helicopters?|fighters?|systems?|vehicles?|guns?|ships?) (?:bought|ordered|purchased"
            r"|acquired) by\b|\b(?:(?:to|will|would|could|may|might|be|can|should|is|are) (?:have |be |being )?(?:bought|purchased"
            r"|procured|acquired|ordered)|if |acquired (?:knowledge|experience|taste|a reputation)|prime minister ordered|court)\b"
        ),
    ),
    Trigger(
        name="paper described",
        stage=Stage.AGREEMENT,
        actor=Actor.ITEM,
        attribute=True,
        pattern=_re(
            r"\bha(?:s|ve|d) a (?:total |initial |stated )?(?:value|price) of(?= \S*\d)"
            r"|\b(?:the )?(?:cost|price|price tag|value|sum|amount)\b[^.;]{0,60}?\b(?:is|was|are|as|comes to|amounts? to|stands at"
            r"|approximated at)(?= (?:about |around |some |nearly |over |approximately |roughly )?\S*\d)|\bit (?:contains|consists of"
            r"|comprises)\b|\b(?:is|are) a firm order\b|\b(?:gets|is to get|will get)\b(?= (?:\S+ ){0,3}(?:\d|(?-i:[A-Z])))|\b(?:LOA"
            r"|letter of offer and acceptance|contracts?|deals?|agreements?|pacts?|orders?|arrangements?|bargains?|transactions?"
            r"|purchase|package|it)\b[^.;:]{0,70}?,? (?:covers?|takes? in|is for|was for|includes?|included|provides? for"
            r"|compris(?:es|ed)|calls? for|has a (?:total |initial |stated )?(?:value|price) of|carr(?:ies|ied) a price(?: tag)? of"
            r"|(?:is |was |were |are |be )?(?:worth|valued at|priced at|estimated at|put at)|costs?|cost)\b"
        ),
        strong=False,
        unless=words(r"contract(?:s|or)? (?:logistics|support)|was estimated at|total cost of living"),
    ),
    Trigger(
        name="contract foreseen",
        foreseen=True,
        stage=Stage.AGREEMENT,
        actor=Actor.BUYER,
        pattern=_re(
            r"\b(?:contracts?|leases?|deals?|agreements?|LOAs?|letters? of (?:offer and )?acceptance|orders?|signature"
            r"|signing)\b(?=(?: \S+){0,12}? (?:is|are|was|were|to be) (?:\w+ly |now |still )?(?:expected|anticipated|likely|due"
            r"|scheduled|slated|set|planned|to be (?:signed|concluded|finali[sz]ed|sealed|placed))\b)"
        ),
        strong=True,
    ),
    # -- approval (the decider's side decides between approval and plan)
    Trigger(
        name="consent",
        stage=Stage.APPROVAL,
        actor=Actor.DECIDER,
        pattern=words(
            r"""
            approv(?:ed?|es|ing|al) | clear(?:ed|s|ing|ance) | green-?li(?:t|ghts?|ghted) | green light | go-ahead | nod |
            consent(?:ed|s)? | authori[sz](?:ed?|es|ing|ation) | permitt?(?:ed|s|ting)? | licen[cs](?:ed?|es|ing) |
            notif(?:ied|ies|ying|ication) | sign(?:ed|s)? off on |
            lift(?:ed|s|ing)? (?:its|the|a|their) (?:\w+ )?(?:veto|ban|block|embargo|objections?) |
            released? the (?:money|funds|funding) | unblock(?:ed|s)? | ratif(?:ied|ies|y) | endors(?:ed?|es) | okayed
            """,
            r"(?:parliament|lawmakers|cabinet|government|senate|committee)(?: \w+)? agreed to"
            r" (?=(?:\w+ ){0,2}(?:more|\d+|purchase|buying)\b)",
            r"""
            backed the (?:purchase|sale|deal) |
            g(?:ave|iven|ives) (?:its|his|her|their) (?:blessing|leave|assent|approval|consent|clearance) |
            announced (?:\w+ ){0,5}(?:package|parcel|tranche|drawdown) | announced the (?:\w+ ){0,3}sale
            """,
        ),
        needs=words(
            rf"""
            {_PAPER} | exports? | transfer | money | funds | funding | budget | {_GOODS} | congress | it | plan | buy | buying |
            acquire | procure | steps | washington | lawmakers | parliament | senate | committee | cabinet | government |
            g(?:ave|iven|ives) (?:its|his|her|their) \w+
            """
        ),
        system_serves=True,
        unless=words(
            r"""
            clear(?:ed|s)? (?:the )?(?:way|air|mines|skies|that) | clear(?:ed)? (?:of|up) | seal of approval | approval ratings? |
            classified | (?:air ?|missile |drone )?(?:strikes?|raids?|attacks?) (?:with|on|against|using) | stadium |
            planning permission | driving licen[cs]e | not (?:yet )?notified
            """
        ),
    ),
    Trigger(
        name="no objection",
        stage=Stage.APPROVAL,
        actor=Actor.DECIDER,
        modality=Modality.HAPPENED,
        pattern=words(
            r"""
            (?:would|will|did|does) not (?:object|stand in the way) | (?:has|had|have) no objections? | raised no objections? |
            waved (?:it|the \w+) through
            """
        ),
        strong=False,
    ),
    # -- request
    Trigger(
        name="formal request",
        stage=Stage.REQUEST,
        actor=Actor.BUYER,
        pattern=words(
            r"""
            letters? of request | LORs? | formal(?:ly)? (?:\w+ )?(?:request(?:ed|s)?|ask(?:ed|s)?|appl(?:ied|ication)) |
            (?:submitted|filed|sent|lodged|made)(?: \w+){0,3}? (?:an? )?(?:official |formal )?request | officially requested |
            asked to (?:buy|purchase|acquire) | requested (?:the )?(?:sale|purchase|approval) of
            """
        ),
    ),
    # -- plan
    Trigger(
        name="plan to buy",
        stage=Stage.PLAN,
        actor=Actor.BUYER,
        pattern=_re(
            rf"\b(?:plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|want(?:s|ed|ing)?|aim(?:s|ed|ing)?|seek(?:s|ing)?|sought|decid(?:ed|es|ing)"
            rf"|decision|wish(?:es|ed)?|propos(?:al|ed|es)|eager|keen|prepar(?:es|ed|ing)|set|looking|bid|move|moving|will|shall"
            rf"|(?:is|are)(?= (?:\w+ )?to )|opt(?:ed|s)|chosen|chose|pledg(?:ed|es)|would like) (?:(?:on|in|this|last"
            rf"|at) (?:\w+ ){{1,2}}|\w+ly |now |also |soon |instead |both )?(?:to|on|for)? ?(?:be (?:bought|purchased|acquired"
            rf"|procured|ordered)\b|(?:\w+ly |soon )?(?:{_BUY_BASE}|{_BUYING}"
            rf"|take(?! place)(?= (?:\w+ ){{0,3}}(?:\d|used|second|{_GOODS}))))\b"
        ),
        unless=_re(r"\bin order\b(?! (?:to|that))|\b(?:will|is|are) in order\b|law and order"),
    ),
    Trigger(
        name="plan noun",
        stage=Stage.PLAN,
        actor=Actor.BUYER,
        pattern=_re(
            rf"\b(?:plans?|proposals?|intention|programme|program|requirement|tender|bid|decision|project"
            rf"|budget(?:ed)?) (?:\w+ ){{0,3}}?(?:for|of|to|was to|is to|had been to) (?:\w+ ){{0,3}}?(?:{_BUY_BASE}|{_BUYING}"
            rf"|{_BUY_NOUN})\b"
        ),
    ),
    Trigger(
        name="money set aside",
        stage=Stage.PLAN,
        actor=Actor.BUYER,
        pattern=words(
            r"""
            sets? aside | setting aside | earmark(?:ed|s|ing)? | allocat(?:ed?|es|ing) | appropriat(?:ed|es) |
            budget(?:s|ed)? (?:for|includes?|provides?|contains?) |
            budget\b[^.;]{0,60}?\b(?:contains?|includes?|provides?|has)(?= \S*\d) |
            request(?:ed|s|ing) (?:funds|funding|money|(?=\S*\d\S* (?:million|billion|trillion))) |
            includes? (?:funds|funding|money|\S+ (?:million|billion)) (?:for|to)
            """
        ),
        needs=words(r"budget|billion|million|trillion|crore|funds?|money|yen|dollars?|euros?|ministry|it|them"),
        strong=False,
    ),
    Trigger(
        name="choice of a system",
        stage=Stage.PLAN,
        actor=Actor.BUYER,
        pattern=words(
            r"""
            select(?:ed|s) | pick(?:ed|s) | (?:lots?|batch(?:es)?|squadrons?|purchases?)\b[^.;]{0,25}\b(?:is|are) planned |
            cho(?:se|sen|oses) | opt(?:ed|s) for |
            (?:is|are|will|plans?|wants?|intends?|decided) (?:to )?replace(?=\b[^.;]{0,60}?\bwith\b) | settled on |
            down-?select(?:ed)? | preferred bidder
            """
        ),
        system_serves=True,
        needs=words(rf"{_GOODS}|tender|competition|bidder|to replace|for its|as its|over"),
        unless=words(r"pick(?:ed|s)? up|candidate|team|voters?"),
        strong=False,
    ),
    Trigger(
        name="purchase weighed",
        stage=Stage.PLAN,
        actor=Actor.BUYER,
        modality=Modality.POSSIBLE,
        pattern=_re(
            rf"\b(?:whether to {_BUY_BASE}|would like (?=(?:\w+ ){{0,3}}?(?:\d|one|two|three|four|more|{_GOODS}))|(?:may|might|could"
            rf"|can) (?:\w+ly |also |yet |soon |eventually )?(?:{_BUY_BASE}|sign for|(?:go back|return|turn) to \w+ for)"
            rf"|(?:consider(?:s|ed|ing)?|weigh(?:s|ed|ing)?|explor(?:es|ed|ing)|mull(?:s|ed|ing)?|discuss(?:es|ed|ing)?|ey(?:es|ed|ing)|study(?:ing)?|evaluat(?:es|ed|ing)"
            rf"|contemplat(?:es|ed|ing)) (?:\w+ ){{0,4}}?(?:{_BUYING}|{_BUY_NOUN}|order(?:ing)?|(?=\d))"
            rf"|in talks (?:\w+ ){{0,5}}?(?:to (?:{_BUY_BASE})|(?:on|over|about|for) (?:\w+ ){{0,4}}?(?:{_BUY_NOUN}|{_BUYING}|sale"
            rf"|{_GOODS}))|negotiat(?:es|ed|ing|ions?) (?:\w+ ){{0,4}}?(?:{_BUY_NOUN}|sale|to {_BUY_BASE}|for)|hop(?:es|ed"
            rf"|ing) (?:to (?:{_BUY_BASE})|that (?:\w+ ){{0,6}}?(?:can|could|may) be (?:had|bought|acquired|obtained))"
            rf"|interest(?:ed)? in (?:\w+ ){{0,3}}?(?:{_BUYING}|{_BUY_NOUN}|the {_GOODS}))\b"
        ),
        unless=words(r"not turned into|came to nothing|was dropped|in the past|no longer|no fresh"),
    ),
)

_AUX_GAP = r"(?:\W+\w+){0,4}\W*$"

LANGUAGE = Language(
    code="en",
    triggers=_TRIGGERS,
    modality_before=(
        (
            Modality.DENIED,
            _re(
                rf"\bno\W+$|\b(?:refut|reject|den[iy])\w*\b[^.;]{{0,80}}$|\b(?:not|n[’']t|never|nobody|no one|none|neither|no longer"
                rf"|den(?:y|ies|ied)(?: that| having| reports)?|rul(?:e|ed|es) out|without|nor|no (?:plans?|decision|intention|talk"
                rf"|{_TIMETABLE}|{_PAPER}))\b(?:\W+\w+){{0,8}}\W*$"
            ),
        ),
        (
            Modality.POSSIBLE,
            _re(
                rf"\b(?:(?-i:may)|might|could|possib(?:le|ly|ility)|perhaps|consider(?:s|ing)|under consideration|threaten(?:s|ed|ing)?"
                rf"|if|would if|potential(?:ly)?|risk(?:s|ed)?)\b{_AUX_GAP}"
            ),
        ),
        (
            Modality.EXPECTED,
            _re(
                rf"\bexpects? (?:\w+ ){{1,8}}$|\b(?:expect(?:s|ed|ing)?|anticipat(?:es|ed|ing)|likely|hop(?:es|ed|ing)|forecast(?:s|ed)?"
                rf"|projected|should|aims?|yet to|needs?|requires?|awaits?|pending|subject to|would|wants?|intends?|plan(?:s"
                rf"|ning)? to|on track|poised|predict(?:s|ed)?|nears?|close to|about to)\b{_AUX_GAP}"
            ),
        ),
        (
            Modality.SCHEDULED,
            _re(
                r"(?:^\W*to be(?: \w+ly)?\s*$|\b(?:scheduled|due|slated|will|shall|planned"
                r"|set|is|are|[’']s|[’']re|now) (?:\w+ly |now |still "
                r"|then )?to(?: be)?(?: \w+ly)?\s*$|\b(?:will|shall|scheduled|slated|due|planned|set)\b" + _AUX_GAP + ")"
            ),
        ),
    ),
    modality_after=(
        (
            Modality.DENIED,
            _re(
                r"^[^.;]{0,50}?\b(?:(?:is|are|was|were|has|have|had|does|do|did|will) (?:not|never)|\w+n[’']t|(?:has|have|been|is|was"
                r"|were) (?:been )?(?:denied|ruled out))\b"
            ),
        ),
        (
            Modality.EXPECTED,
            _re(r"^[^.;]{0,110}?\b(?:expected|anticipated|likely|foreseen|projected|estimated to|hoped|should|on track)\b"),
        ),
        (
            Modality.SCHEDULED,
            _re(
                r"^[^.;]{0,110}?\b(?:scheduled|slated|due|planned|will|shall|set to|(?:is|are) (?:now |still |also )?to"
                r"|to (?:be completed|run|start|begin|end|follow))\b"
            ),
        ),
        (Modality.POSSIBLE, _re(r"^[^.;]{0,60}?\b(?:(?-i:may)|might|could|possible(?! (?:foreign |sale)))\b")),
    ),
    clause_break=_re(r",? (?:and|or|then|as)\b|, |:"),
    subordinate=_re(
        r";|, (?=to be (?:delivered|handed|supplied|shipped)\b)|,? (?:but|while|whereas|although|though|after|before|when"
        r"|yet|so that|because|since|which|who)\b|—|–| -- "
    ),
    coordinate=_re(
        r",? and (?=(?:will|would|has|have|had|may|could|can|should|plans|intends|expects|hopes|is (?:to|now|also)|are (?:to|now|also)) )"
    ),
    instead=words(r"in(?:stead| place) of|t(?:ake|akes|ook|aken) the place of|rather than|replac(?:e|es|ed|ing)"),
    replaced_by=_re(r"\breplac(?:e|es|ed|ing)\b[^.;]{0,80}?\b(?:with|by)\b"),
    supplier_before=_re(
        r"\b(?:pre-owned|used|second-hand|former|surplus)\b[^.;]{0,60}\bof (?:the )?$"
        r"|(?<!threat )(?<!threats )(?<!attack )(?<!attacks )(?<!pressure )(?<!danger )\b(?:from|out of)\s+(?:the "
        r"|both )?(?:\w+(?:’s|'s) )?(?:government of )?(?:the )?$"
    ),
    buyer_before=_re(r"\b(?:to|for|behalf of|into)\s+(?:the )?(?:government of )?(?:the )?$"),
    paper_with=_re(rf"\b{_PAPER} with (?:the )?(?:government of )?(?:the )?$"),
    own_body=_re(r"\b(?:parliament|cabinet|lawmakers|the government|ministers|the diet)\b"),
    state_after=_re(r"^ (?:ministr(?:y|ies)|defen[cs]e ministry|government|air force|army|navy|armed forces|military)\b"),
    opening=_re(r"^(?:Since|Because|As|After|While|Although|Though|Before|When|With|Amid)\b[^.;]{3,140}?, (?=(?:the |its )?[A-Z])", 0),
    passive_before=_re(r"\b(?:be|been|being|was|were|is|are|getting|got)(?: \w+ly)?\s*$"),
    pronoun=_re(r"\b(?:it|its|the (?:country|nation|ministry|government|kingdom|republic|navy|army|air force))\b"),
    apart=_re(r"\b(?:for|with|by|to|in|as|will|has|have|is|are|was|were|also)\b"),
    actor_before=_re(r"\bby\s+(?:the )?(?:government of )?$"),
    with_before=_re(r"(?<!war )(?<!talks )(?<!border )\b(?:with|between)\s+(?:the )?(?:government of )?$"),
    made_in_after=_re(r"^(?:-(?:made|built|designed|supplied)| made)", 0),
    made_after=_re(
        rf"^(?:[- ](?:made|built|produced|designed|manufactured|supplied))|^[’']?s?[ -](?:\w+[ -]){{0,4}}?{_GOODS}\b|^ (?:company|firm"
        rf"|maker|manufacturer|group|shipbuilder|shipyard|arms (?:maker|manufacturer))"
    ),
    rest=_re(
        rf"\b(?:it|them|they|these|those|the (?:\w+(?:an|ish|ese|ch) )?(?:first|second|third|fourth|fifth|last|final|rest|other|others"
        rf"|remaining|remainder|weapon|papers?|\w+ {_GOODS}|deal|order|contract|sale|purchase|procurement|acquisition"
        rf"|lease|export|money|programme|program|project|{_GOODS})|all(?: of)?|(?:one|more|most|half"
        rf"|some) of|more sites|deliver(?:y|ies)|(?:an?|\d+|some|more|further) (?:further |additional |more )?{_GOODS})\b"
    ),
    new_procurement=_re(
        rf"\b(?:first|second|third|another|separate|earlier|prior|previous|new|original|initial|follow-on|subsequent|additional"
        rf"|later)\s+(?:\w+ )?(?:{_PAPER}|lot|batch of contracts|framework)\b"
    ),
    no_event=_re(
        r"^\(?(?:Corrects?|Correction|Note to editors|Editor[’']s note|To ask the)\b|\?\s*[”\"’']?$|\b(?:were to (?:be|have)|was to (?:be"
        r"|have)|had been due|should have been)\b|\bif (?:the|it|they)\b[^,.]{0,60}\b(?:were|was) to\b"
    ),
    purpose=_re(r"\b(?:so that|so as to|in order (?:to|that)|to allow|to enable|in time for)\b[^.;,]*$"),
    settled_before=_re(r"\b(?:agreed|decided|settled|resolved) (?:that|to)\b[^.;]*$"),
    purchase=words(
        r"""
        purchases? | acquisitions? | procurement | buy(?:ing)? | acquir(?:e|ing) | procur(?:e|ing) | order(?:ing)? | funds? | funding |
        money | budget | spending
        """
    ),
    announced=_re(r"\b(?:would|will) be\b"),
    second_hand=words(r"pre-owned|used|second-hand|secondhand|former|surplus|retired|ex-[A-Z]\w+"),
    carrying=_re(r"\b(?:with|carrying|bringing|bearing) (?=(?:the )?(?:first|last|\d|a |an |two|three|four|more))"),
    last_one=_re(
        r"\bthe (?:last|final) (?:one|of (?:them|these|the \w+)|aircraft|jet|ship|frigate|submarine|tank|battery|system|helicopter)\b"
    ),
    finite_past=_re(r"(?:[^\W_]{2,}ed|bought|took delivery|sold|froze|withdrew|dropped|struck|set aside|cut|put off|brought forward)$"),
    not_before=_re(r"[^.;]{0,40}?\bbefore\b"),
    negation=_re(r"\b(?:not|never)\b|n[’']t\b"),
    begins_before=_re(r"\b(?:beg[aiu]n|begins|beginning|start(?:s|ed|ing)?|commenc\w+)\b(?: \w+)?\s*(?:in|on)?\s*$"),
    as_many=_re(r"\bas many\b(?! as)|\bthe same number\b"),
    paper=_re(rf"\b(?:{_PAPER}|{_TIMETABLE})\b"),
    whole=_re(r"\b(?:of|from|for) (?:the|this|that) (?:system|order|contract|deal|purchase|type|batch|lot)\b"),
    total=words(r"in all|altogether|combined|in total|total(?:s|ling|ing)? (?:to|of|some)?|brings? the total"),
    time_cut=_re(
        r",? (?:since|because|as part|although|though|while|whereas|who|where|so that|given that|in time)\b|, which\b"
        r"|\b(?:that |which )?(?:it|they|he|she) (?:had |has |have )?(?:ordered|bought|purchased|acquired)\b",
        0,
    ),
    time_apart=_re(r"[.;]|, (?:which|who|after|before|since)", 0),
    told_before=_re(
        r"\b(?:said|says?|told|announced|reported|confirmed|stated|added|wrote|declared|disclosed|revealed|testified)"
        r"(?: (?:(?!(?:will|would|are|were|was|is|be|been|has|have|had|could|may|might|to) )[\w’'\-]+ ){0,4}[\w’'\-]+)?"
        r"(?: (?:here|in \w+))? (?:on |late |early )?$",
        0,
    ),
    ordered_before=_re(r"\bfor (?:the |another |a further )?$", 0),
    carrier_before=_re(r"\b(?:under|aboard|onto|launched from|fired from|carried by|flown by|fitted to) (?:\w+ ){0,2}$", 0),
    one_of_before=_re(r"\b(?:first|second|third|fourth|fifth|last|final|one) of (?:the|its|their|these|those) $", 0),
    part_of_before=_re(r"\b\w+ of (?:the|its|their|these|those) $", 0),
    option_before=_re(r"\boptions? (?:on|for|to (?:buy|order)) (?:up to )?$", 0),
    other_noun_after=_re(
        r"\s+(?!(?:of|more|further|other|others|are|were|was|is|have|had|has|will|would|\w+ed|by|in|for|to|from|and|or|at|on|as|that"
        r"|which|remaining|additional|new|used|second)\b)[a-z]{3,}",
        0,
    ),
    yearly_after=_re(r"\s+(?:a|per|each|every) (?:year|month)|\s+annually|\s+yearly", 0),
    ordinals_joint=_re(r"[\s,]*(?:and )?(?:the )?", 0),
    variant_apart=_re(r"[.;,]|\band\b", 0),
    military=words(
        r"""
        missiles? | fighter (?:jets?|aircraft) | fighters? | warplanes? | air ?force | army | navy | naval | military |
        defen[cs]e (?:minist|secretar|department|industr|system|forces?) | armed forces | weapons? | arms | warships? | frigates? |
        howitzers? | munitions? | air[- ]defen[cs]e | troops | interceptors? | combat | artillery
        """
    ),
    units={
        "missile": "missile",
        "interceptor": "missile",
        "rocket": "missile",
        "bomb": "munition",
        "torpedo": "munition",
        "round": "missile",
        "aircraft": "aircraft",
        "airplane": "aircraft",
        "plane": "aircraft",
        "jet": "aircraft",
        "fighter": "aircraft",
        "trainer": "aircraft",
        "transport": "aircraft",
        "tanker": "aircraft",
        "helicopter": "helicopter",
        "gunship": "helicopter",
        "drone": "drone",
        "tank": "vehicle",
        "vehicle": "vehicle",
        "carrier": "vehicle",
        "howitzer": "artillery",
        "gun": "artillery",
        "launcher": "launcher",
        "submarine": "submarine",
        "frigate": "ship",
        "corvette": "ship",
        "destroyer": "ship",
        "warship": "ship",
        "ship": "ship",
        "vessel": "ship",
        "radar": "radar",
        "engine": "engine",
        "squadron": "air-defence",
        "battery": "air-defence",
    },
)
