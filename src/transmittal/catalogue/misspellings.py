"""Names of systems and makers that a text spells wrong: "Tomahock", "Dasault", "Lockhead Martin".

A capitalised word is taken for a misspelt name when
  - it differs from it only in doubled letters ("Raffale", "Javellin", five letters or more), or
  - it sounds alike, consonant for consonant, and lies at most two edits away ("Tomahock", six letters or more), or
  - the name has eight letters or more and one edit makes it ("Globemastr");
never when the text also prints it in lower case, when it is the name with an ordinary ending, or when it is in ORDINARY below.
Names of several words are recognised by their first word, with the others spelt right beside it.
"""

import re
from bisect import bisect_left
from functools import cache, lru_cache

import msgspec

from transmittal.catalogue.folding import fold
from transmittal.catalogue.load import packed
from transmittal.catalogue.matcher import Name
from transmittal.catalogue.meaning import Form, Meaning, NameKind, Tail

# Words, first names, family names and places that lie beside a name of the catalogue and are right as they stand.
_ORDINARY = """
    abraham abrahams abram adams airbrush airbuses aladdin apache apaches ariel august augusta avenger avengers avenue being
    black boeings boing boxer boxers boxing bradlee bradly bradshaw brady brandley broadly buffalo buffaloes bushmaster
    bushmasters captor caracal caracas caravan caravans centaur centauri centuries century cesena challenge challenged
    challenger challengers challenging cheyenne chinook chinooks cobra cobras comanche condor condors copra cougar cougars
    couger coyote coyotes darken derby dernier dragon dragons dragoon dragoons draken drakon dynamic dynamics eager eagles
    embargo ember embrace enforced enforces exocets falcone falconer falconi flamengo garage general gladiator gladiators global
    globalmaster griffin griffins griping grippe gripping guarani guardian guardians gurney hannah hansel hanson harper harpers
    harpoon harpy harries harriet harris harrison harrow hawkes hawkeye hawkeyes hawkins hawks hellfires hensley henson hercule
    hercules herring horned hornet hornets hunter hunters hurricane hurricanes hyundais iskandar jaguar jaguars javelina
    javelinas javelins keeler keller kingsburg kongs konsberg ladder lambert lancer lancers lances lancet leader leaders leonard
    leonardo leonardos leonhard leopards leopold lightening lighting lightly lightning lightnings listening locked lockett
    lockwood lynxes marlin marlins marriage martin martins matador merlot meteoric meteorology meteors meter minami minima
    minimal minstrel mirage mirages mistral mistrial nasal naval navel nightly northrup onion orion orions osprey ospreys
    ottoman paladins palatine palladin palladium panther panthers parris parse parses patria patric patrick patriotic patriotism
    patriots patrons pattern patterson patton pelican penguins perforce phoenicia phoenicians piranha piranhas poseidon posidon
    predate predator predators predatory puma pumas python pythons rafaela rafaele rafaella rafaello rafal raphael raphaels
    rapier rapiers rapper raptors rapture ratheon raytown reaper refael rheinland rhineland rhino ripen rolls royce saabs sabah
    sabbath saber sabre sarati scalpel scalps scorpio scorpion scorpions sea seahawk seahawks seat sentence sentiment
    sentimental sentinels sharing shelden shepard sheridan sherman shermanesque shermans sherpa singer sober sparrow sparrows
    spartan spartans speaker spear spears sperrow spica spicer spices spider spiked spikes springer starlight starling starlink
    stealth steward stewart stingers stinging straker stretcher stricker strickler strike striker strikers striking stringer
    stringers striped stroker super superb tales terrier terriers terrific textiles textron thales thalia tiger tigers tigger
    tigre titanic titans titian tornado tornadoes tornados torpedo torpedoes trident tridents trojan trojans tycoon typhon
    typhoons vector vectors viber victoria victory viking vikings viper vipers viscount volcanic volcano vulcan vulcans warner
    warren warriner warriors wildcat wildcats worrier
"""
ORDINARY = frozenset(_ORDINARY.split())

# The letter first, so that the search can skip to it.
_WORD = re.compile(r"[A-Z](?<![A-Za-z0-9'-].)(?:[a-z]{4,17}|[A-Z]{5,17})(?![A-Za-z0-9])")
_DOUBLED = re.compile(r"(.)\1+")
_HONORIFIC_BEFORE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Rep|Sen|Gen|Lt|Col|Capt|Maj|Sgt|Adm|Cmdr|Prof|President|Senator|General|Admiral|Colonel)\.? $"
)
_ENDINGS = "s es ed er ers ing ly ic al an ian ish like y ist ists ite ia o a e i"
_ORDINARY_ENDINGS = frozenset(_ENDINGS.split())
_SOUNDS_ALIKE = str.maketrans("cqzv", "kksf", "waeiouy")
_LEAST_LENGTH, _LEAST_LENGTH_LONG = 6, 8


class _Spelling(msgspec.Struct, frozen=True, gc=False):
    """A right spelling. rest: the words that must follow it (" Martin")."""

    word: str
    rest: str
    meaning: Meaning


def find_misspellings(text: str, taken: list[Name]) -> list[Name]:
    """Misspelt names outside the spans already taken, in text order."""
    suspects = {word: spellings for word in set(_WORD.findall(text)) if (spellings := _misspelt(word))}
    if not suspects:
        return []
    folded, small = fold(text), {word: word.lower() in text for word in suspects}
    starts, ends = [name.start for name in taken], [name.end for name in taken]
    found: list[Name] = []
    for match in _WORD.finditer(folded):
        start, end = match.span()
        spellings = suspects.get(match[0], ())
        if not spellings or small[match[0]] or _HONORIFIC_BEFORE.search(folded, max(0, start - 12), start):
            continue
        before = bisect_left(starts, end)  # the names that begin before this word ends; they come in text order
        if before and max(ends[max(0, before - 3) : before]) > start:
            continue
        for spelling in spellings:
            rest = spelling.rest if match[0].istitle() else spelling.rest.upper()
            if folded.startswith(rest, end):
                meaning = spelling.meaning
                found.append(Name(meaning.kind, meaning.id, start, end + len(rest), Form.NAME, meaning.variant, meaning.plain))
                break
    return found


@lru_cache(maxsize=50_000)
def _misspelt(printed: str) -> tuple[_Spelling, ...]:
    """Right spellings near a word; empty for a word that is right, ordinary or far from every name."""
    index, known = _index()
    word = printed.lower()
    if any(form in known or form in ORDINARY for form in (word, word.removesuffix("s"))):
        return ()
    near = [(edits, spelling) for spelling in index.get(word[0], ()) if (edits := _slips(word, spelling.word))]
    near.sort(key=lambda found: (found[0], -len(found[1].rest)))  # the fewest slips, then the longest name
    return tuple(spelling for _, spelling in near)


def _slips(word: str, right: str) -> int:
    """How many slips lead from the right spelling to the word; 0 when this is another word. Doubling letters counts as one."""
    from rapidfuzz.distance import OSA

    if abs(len(word) - len(right)) > 2:
        return 0
    if _DOUBLED.sub(r"\1", word) == _DOUBLED.sub(r"\1", right):
        return 1
    if len(word) < _LEAST_LENGTH or len(right) < _LEAST_LENGTH or _is_derived(word, right):
        return 0
    edits: int = OSA.distance(word, right, score_cutoff=2)
    if edits > 2:
        return 0
    is_long = min(len(word), len(right)) >= _LEAST_LENGTH_LONG
    is_slip = (edits == 1 and is_long) or ((edits == 1 or is_long) and _sound(word) == _sound(right))
    return edits if is_slip else 0


def _is_derived(word: str, right: str) -> bool:
    """The name with an ordinary ending, or the ending missing: another word of the same family, not a slip."""
    longer, shorter = (word, right) if len(word) > len(right) else (right, word)
    return longer.startswith(shorter) and longer[len(shorter) :] in _ORDINARY_ENDINGS


def _sound(word: str) -> str:
    """The consonants by sound: "tomahock" and "tomahawk" are both "tmhk"."""
    plain = word.replace("ph", "f").replace("ck", "k").replace("th", "t").replace("gh", "g")
    return word[0] + _DOUBLED.sub(r"\1", plain[1:].translate(_SOUNDS_ALIKE))


@cache
def _index() -> tuple[dict[str, list[_Spelling]], frozenset[str]]:
    """(right spellings by first letter, every lower-case word that is part of a known name)."""
    pack = packed()
    index: dict[str, list[_Spelling]] = {}
    known: set[str] = set()
    for pattern, numbers in zip(pack.patterns, pack.readings, strict=True):
        if not pattern.isascii():
            continue
        known.update(pattern.lower().split())
        word, gap, rest = pattern.partition(" ")
        if len(word) < 5 or not word.isalpha() or not word.istitle() or (gap and not rest.istitle()):
            continue
        for meaning in (pack.meanings[n] for n in numbers):
            is_usable = meaning.tail is Tail.WORD and not meaning.refuse and not meaning.context
            if meaning.kind in (NameKind.SYSTEM, NameKind.MAKER) and is_usable:
                index.setdefault(word[0].lower(), []).append(_Spelling(word.lower(), gap + rest, meaning))
    return index, frozenset(known)
