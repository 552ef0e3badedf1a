"""English words that triggers and grammar share: papers, goods, verbs of buying."""

# Nouns for the paper that binds, for the goods, and for a timetable.
PAPER = (
    r"(?:contracts?|deals?|agreements?|accords?|orders?|purchase orders?|arrangements?|bargains?|pacts?|covenants?|transactions?|parcels?"
    r"|packages?|treaty|leases?|memorand(?:um|a)|lo[ai]s?|letters? of"
    r" (?:offer and )?acceptance|letters? of offer|LOAs?|purchases?|acquisitions?|procurement|sales?|options?)"
)
GOODS = (
    r"(?:missiles?|aircraft|airplanes?|planes?|jets?|fighters?|helicopters?|choppers?|tanks?|howitzers?|guns?|vehicles?|launchers?"
    r"|systems?|batter(?:y|ies)"
    r"|squadrons?|interceptors?|rockets?|drones?|submarines?|frigates?|corvettes?|destroyers?|warships?|ships?|vessels?|boats?|radars?"
    r"|torpedoe?s?|bombs?"
    r"|rounds|units|engines?|kits?|sets?|machines?|batter(?:y|ies)|apparatus|systems?|lots?|weapons?|arms|equipment|munitions?|ammunition"
    r"|machines|trainers?|transports?|tankers?|birds|gunships?)"
)
TIMETABLE = r"(?:deliver(?:y|ies)|hand-?overs?|shipments?|arrivals?|schedule|timetable|timeline|programme|program)"
PROCURED = rf"(?:{PAPER}|{TIMETABLE}|procured|buying|bought|ordered|ordering)"
BUY_BASE = r"(?:buy|lease|purchase|acquire|procure|order|obtain|take delivery of|get hold of|pick up|snap up)"
BUYING = r"(?:buying|purchasing|acquiring|procuring|ordering|obtaining)"
BUY_NOUN = r"(?:purchase|acquisition|procurement|buy)"
