"""English triggers: What is handed over, and what enters service."""

from transmittal.model import Modality, Stage
from transmittal.prose.language import Actor, Trigger
from transmittal.prose.languages.en.vocabulary import GOODS
from transmittal.prose.phrases import find, words

ARRIVING = (
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
            turn(?:ed|s|ing)? over(?= (?:\w+ ){{0,5}}(?:to|{GOODS})| (?:the )?(?-i:[A-Z])) | transferr?(?:ed|s|ing)? | shipped | supplied
            """,
        ),
        system_serves=True,
        needs=words(
            rf"""
            {GOODS} | it | them | these | those | ones? | first | last | final | rest | remaining | remainder | batch | lot | pair |
            trio | more | all | two | three | four | five | six | seven | eight | nine | ten | eleven | twelve | \d+
            """
        ),
        strong=False,
    ),
    Trigger(
        name="delivery noun",
        stage=Stage.DELIVERY,
        actor=Actor.ITEM,
        pattern=find(
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
            (?:un|off)loaded | (?:was|were|been|being) (?:flown|ferried|shipped) (?:in|home|over) |
            brought(?= (?:\w+ ){0,3}(?:missiles?|batter\w+|jets?|aircraft|tanks?|launchers?|vehicles?|helicopters?|guns?|howitzers?)) |
            in place(?! of) | equipped | (?:show|turn)(?:s|ed|ing)? up(?= (?:by|in|before|at|on)\b)
            """
        ),
        needs=words(
            rf"""
            {GOODS} | it | them | they | these | those | ones? | first | second | third | fourth | last | final | rest | remaining |
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
            {GOODS} | it | them | these | those | ones? | first | last | final | rest | remaining | batch | lot | pair | trio | more |
            all | none | any | \d+
            """
        ),
        unless=find(
            r"\breceiv\w+ (?:\w+ ){0,3}(?:training|approval|contracts?|an? (?:\$|order|contract|request|bid|proposal|letter)|orders?"
            r"|proposals?|bids?|offers?|letters?|support|criticism|notice|certification)\b"
        ),
        strong=False,
    ),
    Trigger(
        name="part in hand",
        stage=Stage.DELIVERY,
        actor=Actor.BUYER,
        pattern=find(
            r"\b(?:ha(?:s|ve|d)|operates?|fields?|holds?|possess(?:es)?)(?= (?:\w+ ){0,2}?\S+ (?:out )?of "
            r"(?:the |its |their |a total of |all )?\S+ (?:\S+ ){0,7}?(?:on order\b|(?:(?:that |which )?(?:it|they|he|she) )?"
            r"(?:(?:has|have|had) )?(?:ordered|bought|purchased|contracted|under contract)\b))"
        ),
        modality=Modality.HAPPENED,
    ),
    Trigger(
        name="part of them in hand",
        stage=Stage.DELIVERY,
        actor=Actor.BUYER,
        pattern=find(r"\b(?:now|already|so far|today) ha(?:s|ve)(?= (?:\w+ ){0,2}?\S+ of (?:them|these|those)\b)"),
        modality=Modality.HAPPENED,
        strong=False,
    ),
    Trigger(
        name="rest due",
        stage=Stage.DELIVERY,
        actor=Actor.ITEM,
        pattern=find(
            rf"\b(?:the |an?other )?(?:first|second|third|fourth|fifth|sixth|next|last|final|rest|remainder|remaining|other \w+|others"
            rf"|{GOODS})\b(?:,? [\w“”\"’'-]+){{0,7}}?,? "
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
        needs=words(rf"{GOODS}|it|them|they|these|those|\d+"),
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
        pattern=find(
            r"\b(?:work|refit|conversion|modifications?|integration|alterations?|upgrade) (?:on|of|to) (?:the |its |her "
            r"|their )?(?:\w+ ){0,3}(?:destroyers?|ships?|frigates?|submarines?|aircraft|jets?|vessels?"
            r"|fighters?)\b(?=[^.;]{0,80}\b(?:complete|completed|finished|done|ready)\b)"
        ),
        strong=False,
    ),
)
