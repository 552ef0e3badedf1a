"""English: its triggers, and the words around them."""

from transmittal.model import Modality
from transmittal.prose.language import Language
from transmittal.prose.languages.en.triggers import TRIGGERS
from transmittal.prose.languages.en.vocabulary import GOODS, PAPER, TIMETABLE
from transmittal.prose.phrases import exactly, find, words

_AUX_GAP = r"(?:\W+\w+){0,4}\W*$"

LANGUAGE = Language(
    code="en",
    triggers=TRIGGERS,
    modality_before=(
        (
            Modality.DENIED,
            find(
                rf"\bno\W+$|\b(?:refut|reject|den[iy])\w*\b[^.;]{{0,80}}$|\b(?:not|n[’']t|never|nobody|no one|none|neither|no longer"
                rf"|den(?:y|ies|ied)(?: that| having| reports)?|rul(?:e|ed|es) out|without|nor|no (?:plans?|decision|intention|talk"
                rf"|{TIMETABLE}|{PAPER}))\b(?:\W+\w+){{0,8}}\W*$"
            ),
        ),
        (
            Modality.POSSIBLE,
            find(
                rf"\b(?:(?-i:may)|might|could|possib(?:le|ly|ility)|perhaps|consider(?:s|ing)|under consideration|threaten(?:s|ed|ing)?"
                rf"|if|would if|potential(?:ly)?|risk(?:s|ed)?)\b{_AUX_GAP}"
            ),
        ),
        (
            Modality.EXPECTED,
            find(
                rf"\bexpects? (?:\w+ ){{1,8}}$|\b(?:expect(?:s|ed|ing)?|anticipat(?:es|ed|ing)|likely|hop(?:es|ed|ing)|forecast(?:s|ed)?"
                rf"|projected|should|aims?|yet to|needs?|requires?|awaits?|pending|subject to|would|wants?|intends?|plan(?:s"
                rf"|ning)? to|on track|poised|predict(?:s|ed)?|nears?|close to|about to)\b{_AUX_GAP}"
            ),
        ),
        (
            Modality.SCHEDULED,
            find(
                r"(?:^\W*to be(?: \w+ly)?\s*$|\b(?:scheduled|due|slated|will|shall|planned"
                r"|set|is|are|[’']s|[’']re|now) (?:\w+ly |now |still "
                r"|then )?to(?: be)?(?: \w+ly)?\s*$|\b(?:will|shall|scheduled|slated|due|planned|set)\b" + _AUX_GAP + ")"
            ),
        ),
    ),
    modality_after=(
        (
            Modality.DENIED,
            find(
                r"^[^.;]{0,50}?\b(?:(?:is|are|was|were|has|have|had|does|do|did|will) (?:not|never)|\w+n[’']t|(?:has|have|been|is|was"
                r"|were) (?:been )?(?:denied|ruled out))\b"
            ),
        ),
        (
            Modality.EXPECTED,
            find(r"^[^.;]{0,110}?\b(?:expected|anticipated|likely|foreseen|projected|estimated to|hoped|should|on track)\b"),
        ),
        (
            Modality.SCHEDULED,
            find(
                r"^[^.;]{0,110}?\b(?:scheduled|slated|due|planned|will|shall|set to|(?:is|are) (?:now |still |also )?to"
                r"|to (?:be completed|run|start|begin|end|follow))\b"
            ),
        ),
        (Modality.POSSIBLE, find(r"^[^.;]{0,60}?\b(?:(?-i:may)|might|could|possible(?! (?:foreign |sale)))\b")),
    ),
    clause_break=find(r",? (?:and|or|then|as)\b|, |:"),
    subordinate=find(
        r";|, (?=to be (?:delivered|handed|supplied|shipped)\b)|,? (?:but|while|whereas|although|though|after|before|when"
        r"|yet|so that|because|since|which|who)\b|—|–| -- "
    ),
    coordinate=find(
        r",? and (?=(?:will|would|has|have|had|may|could|can|should|plans|intends|expects|hopes|is (?:to|now|also)|are (?:to|now|also)) )"
    ),
    instead=words(
        r"in(?:stead| place) of|(?:to|will|would) (?:take over from|succeed)|t(?:ake|akes|ook|aken) the place of|rather than"
        r"|replac(?:e|es|ed|ing)"
    ),
    succeeded=find(
        r"\b(?:to|will|would) (?:take over from|succeed|replace|take the place of) (?:its|their|the|his|our)\b"
        r"(?![^.;]{0,80}\b(?:with|by)\b)"
    ),
    replaced_by=find(r"\breplac(?:e|es|ed|ing)\b[^.;]{0,80}?\b(?:with|by)\b"),
    supplier_before=find(
        r"\b(?:pre-owned|used|second-hand|former|surplus)\b[^.;]{0,60}\bof (?:the )?$"
        r"|(?<!threat )(?<!threats )(?<!attack )(?<!attacks )(?<!pressure )(?<!danger )\b(?:from|out of)\s+(?:the "
        r"|both )?(?:\w+(?:’s|'s) )?(?:government of )?(?:the )?$"
    ),
    buyer_before=find(r"\b(?:to|for|behalf of|into)\s+(?:the )?(?:government of )?(?:the )?$"),
    paper_with=find(rf"\b{PAPER} with (?:the )?(?:government of )?(?:the )?$"),
    own_body=find(r"\b(?:parliament|cabinet|lawmakers|the government|ministers|the diet)\b"),
    state_after=find(r"^ (?:ministr(?:y|ies)|defen[cs]e ministry|government|air force|army|navy|armed forces|military)\b"),
    opening=exactly(r"^(?:Since|Because|As|After|While|Although|Though|Before|When|With|Amid)\b[^.;]{3,140}?, (?=(?:the |its )?[A-Z])"),
    passive_before=find(r"\b(?:be|been|being|was|were|is|are|getting|got)(?: \w+ly)?\s*$"),
    pronoun=find(r"\b(?:it|its|the (?:country|nation|ministry|government|kingdom|republic|navy|army|air force))\b"),
    apart=find(r"\b(?:for|with|by|to|in|as|will|has|have|is|are|was|were|also)\b"),
    actor_before=find(r"\bby\s+(?:the )?(?:government of )?$"),
    with_before=find(r"(?<!war )(?<!talks )(?<!border )\b(?:with|between)\s+(?:the )?(?:government of )?$"),
    made_in_after=exactly(r"^(?:-(?:made|built|designed|supplied)| made)"),
    made_after=find(
        rf"^(?:[- ](?:made|built|produced|designed|manufactured|supplied))|^[’']?s?[ -](?:\w+[ -]){{0,4}}?{GOODS}\b|^ (?:company|firm"
        rf"|maker|manufacturer|group|shipbuilder|shipyard|arms (?:maker|manufacturer))"
    ),
    rest=find(
        rf"\b(?:it|them|they|these|those|the (?:\w+(?:an|ish|ese|ch) )?(?:first|second|third|fourth|fifth|last|final|rest|other|others"
        rf"|remaining|remainder|weapon|papers?|\w+ {GOODS}|deal|order|contract|sale|purchase|procurement|acquisition"
        rf"|lease|export|money|programme|program|project|{GOODS})|all(?: of)?|(?:one|more|most|half"
        rf"|some) of|more sites|deliver(?:y|ies)|(?:an?|\d+|some|more|further) (?:further |additional |more )?{GOODS})\b"
    ),
    new_procurement=find(
        rf"\b(?:first|second|third|another|separate|earlier|prior|previous|new|original|initial|follow-on|subsequent|additional"
        rf"|later)\s+(?:\w+ )?(?:{PAPER}|lot|batch of contracts|framework)\b"
    ),
    no_event=find(
        r"^\(?(?:Corrects?|Correction|Note to editors|Editor[’']s note|To ask the)\b|\?\s*[”\"’']?$|\b(?:were to (?:be|have)|was to (?:be"
        r"|have)|had been due|should have been)\b|\bif (?:the|it|they)\b[^,.]{0,60}\b(?:were|was) to\b"
    ),
    purpose=find(
        r"\b(?:so that|so as to|in order (?:to|that)|to allow|to enable|in time for)\b[^.;,]*$"
        r"|\b(?:contracts?|deals?|agreements?|modifications?|orders?)"
        r"(?: (?!(?:to|is|are|was|were|has|have|had|will|would|that|which)\b)[^\s:;,]+){0,8} to (?:\w+(?:,| and) ){0,2}$"
    ),
    settled_before=find(r"\b(?:agreed|decided|settled|resolved) (?:that|to)\b[^.;]*$"),
    purchase=words(
        r"""
        purchases? | acquisitions? | procurement | buy(?:ing)? | acquir(?:e|ing) | procur(?:e|ing) | order(?:ing)? | funds? | funding |
        money | budget | spending
        """
    ),
    announced=find(r"\b(?:would|will) be\b"),
    relative_own=find(r",?\s*\b(?:(?:that|which) )?(?:it|they|he|she|we)(?: (?:has|have|had|originally|first|recently|already))* $"),
    relative_before=find(r",?\s*\b(?:that|which) (?:(?!(?:and|but|or|to)\b)[\w’'.&-]+ ){1,6}$"),
    relative_passive=find(r"(?:ordered|bought|purchased|procured|acquired|contracted|on order)"),
    place_before=find(r"\bin (?:the )?$"),
    relative_stock=find("on order"),
    relative_object=find(
        r"\s+(?:(?:(?!(?:in|on|by|for|from|under|since|at|after|between|during|of) )\w+ )?\d|an? |the |more |another |further |additional "
        r"|one |two |three |four |five |six |ten |twelve )"
    ),
    relative_whole=find(
        r"(?:(?P<part>\b(?:out of (?:the |a total of )?|of (?:the |its |their |all )))|\b(?:the|all|all the|its|their|these|those) )$"
    ),
    relative_end=find(
        r"\s+(?:(?:ha(?:s|ve|d)|was|were|is|are|will|would|be|been|being|to|due|set|now|finally|recently|already|all|both|also|scheduled|expected"
        r"|not|yet|still|\w+ly) )*$"
    ),
    completion=find(
        r"(?:complet\w+|fulfill?\w*|clos(?:es|ed|ing)) (?:the|its|an?|this|that) (?:\w+ ){0,2}(?:orders?|contracts?|deals?|purchase|buy)\b"
    ),
    running_clause=find(
        r"\b(?:bringing|taking|raising|lifting|pushing|brings|takes|raises|brought|took|raised) (?:to \S+ )?(?:the|its|their|\w+[’']s) "
        r"(?:\w+ )?(?:totals?|number|fleet|tally|inventory|strength|count)\b[^;.]*"
    ),
    running_total=find(
        r"\b(?:br(?:ing|ings|inging|ought)|tak(?:e|es|ing)|took|rais(?:e|es|ed|ing)|lift(?:s|ed|ing)?|push(?:es|ed|ing)?)\b[^.;]{0,30}?"
        r"\b(?:totals?|number|fleet|tally|inventory|strength|count|stock)\b[^.;]{0,60}?(?<!up )\bto (?:a total of )?$"
        r"|\b(?:br(?:ing|ings|inging|ought)|tak(?:e|es|ing)|took|rais(?:e|es|ed|ing)) to $"
        r"|\b(?:for|making|with) a (?:running |combined |cumulative )?total of (?:now )?$"
    ),
    second_hand=words(r"pre-owned|used|second-hand|secondhand|former|surplus|retired|ex-[A-Z]\w+"),
    carrying=find(r"\b(?:with|carrying|bringing|bearing) (?=(?:the )?(?:first|last|\d|a |an |two|three|four|more))"),
    last_one=find(
        r"\bthe (?:last|final) (?:one|of (?:them|these|the \w+)|aircraft|jet|ship|frigate|submarine|tank|battery|system|helicopter)\b"
    ),
    finite_past=find(r"(?:[^\W_]{2,}ed|bought|took delivery|sold|froze|withdrew|dropped|struck|set aside|cut|put off|brought forward)$"),
    not_before=find(r"[^.;]{0,40}?\bbefore\b"),
    negation=find(r"\b(?:not|never)\b|n[’']t\b"),
    begins_before=find(r"\b(?:beg[aiu]n|begins|beginning|start(?:s|ed|ing)?|commenc\w+)\b(?: \w+)?\s*(?:in|on)?\s*$"),
    as_many=find(r"\bas many\b(?! as)|\bthe same number\b"),
    paper=find(rf"\b(?:{PAPER}|{TIMETABLE})\b"),
    whole=find(r"\b(?:of|from|for) (?:the|this|that) (?:system|order|contract|deal|purchase|type|batch|lot)\b"),
    total=words(r"in all|altogether|combined|in total|total(?:s|ling|ing)? (?:to|of|some)?|brings? the total"),
    time_cut=exactly(
        r",? (?:since|because|as part|although|though|while|whereas|who|where|so that|given that|in time)\b|, which\b"
        r"|\b(?:that |which )?(?:it|they|he|she) (?:had |has |have )?(?:ordered|bought|purchased|acquired)\b"
    ),
    time_apart=exactly(r"[.;]|, (?:which|who|after|before|since)"),
    told_before=exactly(
        r"\b(?:said|says?|told|announced|reported|confirmed|stated|added|wrote|declared|disclosed|revealed|testified)"
        r"(?: (?:(?!(?:will|would|are|were|was|is|be|been|has|have|had|could|may|might|to) )[\w’'\-]+ ){0,4}[\w’'\-]+)?"
        r"(?: (?:here|in \w+))? (?:on |late |early )?$",
    ),
    ordered_before=exactly(r"\bfor (?:the |another |a further )?$"),
    carrier_before=exactly(r"\b(?:under|aboard|onto|launched from|fired from|carried by|flown by|fitted to) (?:\w+ ){0,2}$"),
    whole_first=exactly(r"\W*(?P<some>(?:Out o|O)f) (?:the|its|their|these|those|all)(?: the)? $"),
    one_of_before=exactly(r"\b(?:first|second|third|fourth|fifth|last|final|one) of (?:the|its|their|these|those) $"),
    part_of_before=exactly(r"\b\w+ of (?:the|its|their|these|those) $"),
    option_before=exactly(r"\boptions? (?:on|for|to (?:buy|order)) (?:up to )?$"),
    other_noun_after=exactly(
        r"\s+(?!(?:of|more|further|other|others|are|were|was|is|have|had|has|will|would|\w+ed|by|in|for|to|from|and|or|at|on|as|that"
        r"|which|remaining|additional|new|used|second)\b)[a-z]{3,}"
    ),
    yearly_after=exactly(r"\s+(?:a|per|each|every) (?:year|month)|\s+annually|\s+yearly"),
    ordinals_joint=exactly(r"[\s,]*(?:and )?(?:the )?"),
    variant_apart=exactly(r"[.;,]|\band\b"),
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
