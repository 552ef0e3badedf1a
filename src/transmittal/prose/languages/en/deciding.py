"""English triggers: Consents, formal requests and plans."""

from transmittal.model import Modality, Stage
from transmittal.prose.language import Actor, Trigger
from transmittal.prose.languages.en.vocabulary import BUY_BASE, BUY_NOUN, BUYING, GOODS, PAPER
from transmittal.prose.phrases import find, words

DECIDING = (
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
            {PAPER} | exports? | transfer | money | funds | funding | budget | {GOODS} | congress | it | plan | buy | buying |
            acquire | procure | steps | washington | lawmakers | parliament | senate | committee | cabinet | government |
            g(?:ave|iven|ives) (?:its|his|her|their) \w+
            """
        ),
        system_serves=True,
        unless=words(
            r"""
            clear(?:ed|s)? (?:the )?(?:way|air|mines|skies|that(?! (?:sale|deal|purchase|package|transfer))) |
            clear(?:ed)? (?:of|up) | seal of approval | approval ratings? |
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
        pattern=find(
            rf"\b(?:plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|want(?:s|ed|ing)?|aim(?:s|ed|ing)?|seek(?:s|ing)?|sought|decid(?:ed|es|ing)"
            rf"|decision|wish(?:es|ed)?|propos(?:al|ed|es)|eager|keen|prepar(?:es|ed|ing)|set|looking|bid|move|moving|will|shall"
            rf"|(?:is|are)(?= (?:\w+ )?to )|opt(?:ed|s)|chosen|chose|pledg(?:ed|es)|would like) (?:(?:on|in|this|last"
            rf"|at) (?:\w+ ){{1,2}}|\w+ly |now |also |soon |instead |both )?(?:to|on|for)? ?(?:be (?:bought|purchased|acquired"
            rf"|procured|ordered)\b|(?:\w+ly |soon )?(?:{BUY_BASE}|{BUYING}"
            rf"|take(?! place)(?= (?:\w+ ){{0,3}}(?:\d|used|second|{GOODS}))))\b"
        ),
        unless=find(r"\bin order\b(?! (?:to|that))|\b(?:will|is|are) in order\b|law and order"),
    ),
    Trigger(
        name="plan noun",
        stage=Stage.PLAN,
        actor=Actor.BUYER,
        pattern=find(
            rf"\b(?:plans?|proposals?|intention|programme|program|requirement|tender|bid|decision|project"
            rf"|budget(?:ed)?) (?:\w+ ){{0,3}}?(?:for|of|to|was to|is to|had been to) (?:\w+ ){{0,3}}?(?:{BUY_BASE}|{BUYING}"
            rf"|{BUY_NOUN})\b"
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
        needs=words(rf"{GOODS}|tender|competition|bidder|to replace|for its|as its|over"),
        unless=words(r"pick(?:ed|s)? up|candidate|team|voters?"),
        strong=False,
    ),
    Trigger(
        name="purchase weighed",
        stage=Stage.PLAN,
        actor=Actor.BUYER,
        modality=Modality.POSSIBLE,
        pattern=find(
            rf"\b(?:whether to {BUY_BASE}|would like (?=(?:\w+ ){{0,3}}?(?:\d|one|two|three|four|more|{GOODS}))|(?:may|might|could"
            rf"|can) (?:\w+ly |also |yet |soon |eventually )?(?:{BUY_BASE}|sign for|(?:go back|return|turn) to \w+ for)"
            rf"|(?:consider(?:s|ed|ing)?|weigh(?:s|ed|ing)?|explor(?:es|ed|ing)|mull(?:s|ed|ing)?|discuss(?:es|ed|ing)?|ey(?:es|ed|ing)|study(?:ing)?|evaluat(?:es|ed|ing)"
            rf"|contemplat(?:es|ed|ing)) (?:\w+ ){{0,4}}?(?:{BUYING}|{BUY_NOUN}|order(?:ing)?|(?=\d))"
            rf"|in talks (?:\w+ ){{0,5}}?(?:to (?:{BUY_BASE})|(?:on|over|about|for) (?:\w+ ){{0,4}}?(?:{BUY_NOUN}|{BUYING}|sale"
            rf"|{GOODS}))|negotiat(?:es|ed|ing|ions?) (?:\w+ ){{0,4}}?(?:{BUY_NOUN}|sale|to {BUY_BASE}|for)|hop(?:es|ed"
            rf"|ing) (?:to (?:{BUY_BASE})|that (?:\w+ ){{0,6}}?(?:can|could|may) be (?:had|bought|acquired|obtained))"
            rf"|interest(?:ed)? in (?:\w+ ){{0,3}}?(?:{BUYING}|{BUY_NOUN}|the {GOODS}))\b"
        ),
        unless=words(r"not turned into|came to nothing|was dropped|in the past|no longer|no fresh"),
    ),
)
