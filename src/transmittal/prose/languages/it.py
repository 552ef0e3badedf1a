"""Italian, in plain sentences."""

from transmittal.model import Modality
from transmittal.prose.phrases import anywhere, either, words
from transmittal.prose.plain import PlainWords, near, plain_language

_BUY = "acquist[oai]|acquistare|comprare|acquisizion[ei]|acquisire|ordinare|dotarsi di|approvvigionamento|comprerà|acquisterà"
_GOODS = (
    "missili?|aere[oi]|veivoli|velivol[oi]|caccia|elicotter[oi]|carri(?: armati)?|sistem[ai]|batteri[ae]|droni?|fregat[ae]"
    "|sottomarin[oi]|nav[ei]|obici"
)
_GAP = "[^.;:]{0,100}?"
_WORDS = PlainWords(
    paper="contratt[oi]|accord[oi]|ordin[ei]|commess[ae]|lettera di accettazione",
    buy=_BUY,
    sell="vendit[ae]|vendere|esportazion[ei]|cession[ei]|fornitur[ae]",
    procured="consegn[ae]|programm[ai]|progett[oi]|gara",
    halt="annulla(?:to|ta|re|mento)?|annullò|sospe(?:so|sa|nde|ndere)|sospensione|cancella(?:to|ta|re)|bloccat[oa]|congelat[oa]"
    "|rinuncia(?:to)? a",
    alter="rinvia(?:to|ta|re)?|rinvio|ritard[oi]|ritardat[ao]|slitta(?:re|to|ta|mento)?|posticipat[oa]|anticipat[oa]|ridott[oa]"
    "|aumentat[oa]|raddoppiat[oa]|modificat[oa]",
    hand_over="consegnat[oaie]|consegnerà|consegneranno|consegna(?= (?:il|i|gli|la|le|un|i primi)\\b)|cedut[oaie]|trasferit[oaie]",
    receive="ricevut[oaie]|riceverà|riceveranno|riceve|ricevono|preso in consegna",
    field="entrat[oaie] in servizio|entrerà in servizio|entreranno in servizio|mess[oaie] in servizio|schierat[oaie]|operativ[oaie]",
    won=f"aggiudicat[oa](?={_GAP}(?:contratt|commess|ordin))|ottenuto(?={_GAP}(?:contratt|commess|ordin))|vinto(?={_GAP}(?:contratt"
    f"|commess|gara))",
    sign="firmat[oaie]|firma(?:no|ranno)?|firmerà|siglat[oaie]|stipulat[oaie]|conclus[oaie]|sottoscritt[oaie]",
    bought="(?:ha|hanno) (?:acquistato|comprato|ordinato|acquisito)|acquistò",
    approve="approva(?:to|ta|no|zione)?|autorizza(?:to|ta|zione)?|via libera|parere favorevole|ratificat[oa]",
    request="(?:formalmente|ufficialmente) (?:richiest|chiest)\\w+|richiest[ao] (?:formale|ufficiale)|lettera di richiesta",
    weigh=either(
        "valuta",
        "valutano",
        "valutando",
        "esamina",
        "considera",
        "studia",
        "tratta",
        "negozia",
        "potrebbe",
        "potrebbero",
        "interessat[oa] a",
    )
    + rf" (?:\w+['’ ]){{0,4}}?(?:l['’])?(?:{_BUY})",
    plan=either(
        "intende",
        "intendono",
        "vuole",
        "prevede",
        "prevedono",
        "programma",
        "punta",
        "deciso",
        "decisione",
        "pianifica",
        "piano",
        "progetto",
        "mira",
    )
    + rf" (?:\w+['’ ]){{0,4}}?(?:l['’]|d['’])?(?:{_BUY})|acquisterà|acquisteranno|comprerà",
    funds="stanziat[oaie]|stanzia|destinat[oaie]|finanziat[oaie]",
    sums=r"(?:contratto|accordo|commessa|ordine)(?: \w+){0,4}? (?:vale|del valore di|prevede|comprende|include|ammonta a)"
    r"|(?:per un )?(?:valore|importo|costo) (?:totale |complessivo )?(?:di|pari a)",
    refused="calciator[ei]|squadra|stagion[ei]|campionato|cessate il fuoco|accordo di pace|esercitazione",
)

LANGUAGE = plain_language(
    "it",
    _WORDS,
    modality_before=(
        (Modality.DENIED, near("non", "mai", "smentit[oa]", "smentisce", "nega", "negato", "nessun[oa]?", "esclude", "escluso", reach=7)),
        (Modality.POSSIBLE, near("potrebbe(?:ro)?", "può", "possono", "possibile", "forse", "eventuale", "se")),
        (
            Modality.EXPECTED,
            near("dovrebbe(?:ro)?", "atteso", "attesa", "attesi", "attese", "previst[oaie]", "spera", "prevede", "probabile"),
        ),
        (
            Modality.SCHEDULED,
            anywhere(
                r"\b(?:sarà|saranno|verrà|verranno|deve|devono|programmat[oaie])\b(?:\W+\w+){0,4}\W*$", r"^\w+(?:erà|eranno)$", "^entrer"
            ),
        ),
    ),
    modality_after=((Modality.EXPECTED, anywhere(r"^[^.;,]{0,80}?\b(?:previst[oaie]|attes[oaie]|dovrebbero?)\b")),),
    clause_break=anywhere(r",? e\b", ", ", ":"),
    subordinate=anywhere(";", r",? (?:ma|mentre|dopo|prima|quando|che|perché)\b", "—", "–"),
    buyer_before=anywhere(r"\b(?:per|a favore di) (?:(?:il|la|lo|l['’]|gli|le|i) ?)?$"),
    to_before=anywhere(r"\b(?:a|al|alla|allo|all['’]|ai|agli|alle) ?$"),
    supplier_before=anywhere(r"\b(?:da|dal|dalla|dallo|dall['’]|dagli|dalle) ?$", rf"\b(?:{_GOODS}) (?:da combattimento )?$"),
    with_before=anywhere(r"\b(?:con|tra|fra) (?:(?:il|la|lo|l['’]|gli) ?)?$"),
    rest=words(rf"(?:il|la|i|gli|le|questi|primi) (?:primo|prima|primi|prime|ultim[oaie]|{_GOODS})", "consegn[ae]", "contratto", "accordo"),
    no_event=anywhere(r"\?$", r"\b(?:esercitazion[ei]|abbattut[oi]|intercettat[oi])\b"),
    state_before=anywhere(r"\b(?:governo|esercito|marina|aeronautica|ministero della difesa|parlamento|forze armate) $"),
    told_before=anywhere(r"\bha (?:annunciato|detto|dichiarato|confermato|spiegato)(?: \w+){0,2} ?\w{0,3}$"),
    military=words(
        "difesa|militar[ei]|esercito|marina|aeronautica|missili?|caccia|carri armati|elicotter[oi]|fregat[ae]|sottomarin[oi]|armament[oi]"
        "|forze armate|armi"
    ),
)
