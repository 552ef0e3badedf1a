"""Which nouns for goods can stand for which systems."""

from transmittal.mentions.systems import SystemMention

# Kinds of the catalogue that a noun of the text, by the kind it is filed under, may mean.
_KINDS = {
    "missile": {"missile", "munition", "air-defence", "naval-weapon"},
    "munition": {"missile", "munition", "naval-weapon"},
    "aircraft": {"aircraft", "drone"},
    "helicopter": {"helicopter"},
    "drone": {"drone", "munition"},
    "vehicle": {"vehicle", "artillery", "air-defence"},
    "artillery": {"artillery"},
    "launcher": {"artillery", "air-defence", "missile", "vehicle", "other", "naval-weapon"},
    "ship": {"ship", "submarine"},
    "submarine": {"submarine"},
    "radar": {"radar", "sensor", "air-defence"},
    "engine": {"engine"},
    "air-defence": {"air-defence", "aircraft", "missile", "artillery", "radar"},
}


def compatible_kind(kind: str, system: SystemMention) -> bool:
    """Whether a noun for `kind` can stand for this system; a tank is an armoured vehicle of the register's first category."""
    if kind == "vehicle" and system.id is not None and system.kind == "artillery":
        return False
    return system.kind in _KINDS.get(kind, {kind})
