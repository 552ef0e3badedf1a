"""English triggers: What stops or alters a procurement."""

from transmittal.model import Stage
from transmittal.prose.language import Actor, Trigger
from transmittal.prose.languages.en.vocabulary import GOODS, PAPER, PROCURED
from transmittal.prose.phrases import find, words

ENDING = (
    # -- halt first: it overrules the step it stops
    Trigger(
        name="halt verb",
        stage=Stage.HALT,
        actor=Actor.DECIDER,
        pattern=find(
            r"\b(?:cancel(?:l?ed|s|l?ing)?|cancellation|scrap(?:ped|s|ping)?|suspend(?:ed|s|ing)?|suspension|shelv(?:ed?|es|ing)"
            r"|halt(?:ed|s|ing)?|paus(?:ed?|es|ing)|fr(?:oze|eez(?:e|es|ing)|ozen)|put on (?:ice|hold)|on (?:ice|hold)|block(?:ed|s"
            r"|ing)?|veto(?:ed|es|ing)?|terminat(?:ed?|es|ing|ion)|withdr(?:ew|aw|awing)|(?<!be )withdrawn(?! from (?:service|use))"
            r"|abandon(?:ed|s|ing)?|call(?:ed|s|ing)? off"
            r"|axed?|ditch(?:ed|es|ing)?|fell through|collapsed|back(?:ed|s|ing)? out of|pull(?:ed|s|ing)? out of"
            r"|reject(?:ed|s|ing)?|refus(?:ed|es|ing)|turn(?:ed|s)? (?:it |them )?down|declin(?:ed|es) to sell|rescind(?:ed|s)?"
            r"|annul(?:led|s)?|drop(?:ped|s|ping)? (?:the|its|plans?|a) )\b"
        ),
        needs=find(rf"\b(?:{PROCURED}|{GOODS}|plans?|programme|program|it|them|this|that|bid|approval|licen[cs]es?|request)\b|\brefused\b"),
        system_serves=True,
        unless=find(
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
        needs=words(rf"{PROCURED}|numbers?|fleet|quantity|it|options?|for them|the (?:first|next|last|final) (?:ones?|two|three|of them)"),
        unless=find(
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
        needs=words(rf"{PAPER}|versions?|variants?|block|type|model"),
        unless=find(
            r"\b(?:(?:replac|substitut)\w*,? (?:\w+[ ,]){0,5}?(?:fleet|ageing|aging|elderly|old|older|obsolete|legacy|retired|Soviet"
            r"|retiring|existing|current)|(?:replac|substitut)\w* (?:its|their|the) (?:\w+ ){0,3}(?:fleet|aircraft|jets|ships|tanks"
            r"|F-|MiG|Su-))\b|year by year"
        ),
        strong=False,
    ),
)
