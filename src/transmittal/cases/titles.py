"""What a case is called for people: who buys what."""

from collections import Counter

from transmittal.cases.words import join
from transmittal.model import CaseFile

# Systems named in a title, and the share of the most named one's mentions that another needs to stand beside it.
_MOST_SYSTEMS, _SHARE = 3, 0.5


def title(case: CaseFile) -> str:
    """ "Japan: Tomahawk"; the buyer unknown: "unnamed buyer: Harpoon"; nothing named: the title of its first document."""
    buyers = Counter(kept.event.buyer.name for kept in case.events if kept.event.buyer)
    buyer = buyers.most_common(1)[0][0] if buyers else "unnamed buyer"
    goods = lead_systems(case)
    if goods:
        return f"{buyer}: {join(goods)}"
    named = next((kept.paper.title for kept in case.events if kept.paper.title), None)
    return f"{buyer}: {named}" if named else f"{buyer}: goods not named"


def lead_systems(case: CaseFile) -> tuple[str, ...]:
    """The designations that most of its events are about: what an accessory list repeats less often is left out."""
    counted = Counter(name for kept in case.events for name in dict.fromkeys(item.system.designation for item in kept.event.items))
    first = Counter(kept.event.items[0].system.designation for kept in case.events if kept.event.items)
    if not counted:
        return ()
    most = max(first.values())
    names = [name for name, count in first.most_common() if count >= _SHARE * most]
    return tuple(names[:_MOST_SYSTEMS])
