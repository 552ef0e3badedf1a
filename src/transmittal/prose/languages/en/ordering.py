"""English triggers: Awards, signatures, purchases told as done, papers described."""

from transmittal.model import Modality, Stage
from transmittal.prose.language import Actor, Trigger
from transmittal.prose.phrases import find, words

ORDERING = (
    # -- award: government to industry
    Trigger(
        name="award",
        stage=Stage.AWARD,
        actor=Actor.FIRM,
        pattern=find(
            r"\b(?:(?:was|were|is|has been|have been|been|being|is being) (?:\w+ly )?awarded|awarded|awards?(?= (?:\w+ ){0,3}(?:a|an|the"
            r"|\$)\b)|(?:w[io]ns?|secur(?:es|ed)|land(?:s|ed)|bag(?:s|ged)|clinch(?:es|ed)|receiv(?:es|ed)|gets?"
            r"|got)(?: (?!(?:under|in|by|after|through|from|with|at|on|which) )\S+){0,7}? (?:contracts?|orders?|modifications?|deals?))\b"
        ),
        needs=words(r"contracts?|orders?|modifications?|deals?|work"),
    ),
    Trigger(
        name="intent signed",
        stage=Stage.PLAN,
        actor=Actor.BUYER,
        pattern=find(
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
        needs=find(r"(?!)"),  # only a named system will do
        unless=words(r"could be sold | to be sold | sold (?:shares|stakes?|bonds?|his|her)"),
        strong=False,
    ),
    Trigger(
        name="deal at hand",
        stage=Stage.AGREEMENT,
        actor=Actor.BUYER,
        modality=Modality.EXPECTED,
        pattern=find(
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
        pattern=find(
            r"\b(?:bought|purchased|procured|acquired|contracted(?! (?:to|out|by|an? \w+(?:itis|flu|disease|virus)))"
            r"|(?:has |have |had )?committed (?:itself|themselves) to(?= \S*\d)|ordered(?! (?:by (?:the )?court|to|that|him|her"
            r"|(?:[\w-]+ ){1,4}(?:into the air|to take off|to scramble|into action)))|(?:is|are) on contract for|ha(?:s"
            r"|ve|d)(?= (?:(?!of )\S+ ){1,7}?on order\b)|on order(?= |[.,;])(?! (?:from|of) the)"
            r"|following an? (?:order|contract|deal)(?= (?:in|of|signed|for|placed))|(?:under|in) (?:an?"
            r"|the|this|that|its) (?:agreement|contract|deal|LOA|letter)[^;\n]{0,80}?\b(?:(?:is|are) buying|will (?:buy|acquire"
            r"|purchase|get))|under it \w+ (?:is buying|will (?:buy|acquire|purchase|get))|agreed to (?:buy|purchase|acquire|procure"
            r"|sell|supply))\b"
        ),
        unless=find(
            r"\bwhat (?:it|they) (?:bought|ordered)\b|\b(?:(?:to|will|would|could|may|might|be|can|should|is|are) (?:have |be |being )?"
            r"(?:bought|purchased"
            r"|procured|acquired|ordered)|if |acquired (?:knowledge|experience|taste|a reputation)|prime minister ordered|court)\b"
        ),
    ),
    Trigger(
        name="paper described",
        stage=Stage.AGREEMENT,
        actor=Actor.ITEM,
        attribute=True,
        pattern=find(
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
        pattern=find(
            r"\b(?:contracts?|leases?|deals?|agreements?|LOAs?|letters? of (?:offer and )?acceptance|orders?|signature"
            r"|signing)\b(?=(?: \S+){0,12}? (?:is|are|was|were|to be) (?:\w+ly |now |still )?(?:expected|anticipated|likely|due"
            r"|scheduled|slated|set|planned|to be (?:signed|concluded|finali[sz]ed|sealed|placed))\b)"
        ),
        strong=True,
    ),
)
