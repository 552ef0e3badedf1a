"""Quotes that must be in the text, and passages that must show the event."""

import re
from difflib import SequenceMatcher
from typing import Any

# Share of the shorter passage that must be in the other.
SHOWN_SHARE = 0.5


def find_faults(output: dict[str, Any]) -> list[str]:
    """Mentions that are not the text at their offsets, events without evidence."""
    text = output["document"]["text"]
    faults: list[str] = []
    for number, event in enumerate(output["events"]):
        if not event.get("evidence"):
            faults.append(f"event {number}: no evidence")
        faults.extend(f"event {number}{where}: {why}" for where, why in _walk(event, text, ""))
    return faults


def shows(event: dict[str, Any], text: str, quote: str) -> bool:
    """Whether the passages quoted for an event hold the label's quote, or most of the shorter of the two. Spacing does not count."""
    passages = close_up("".join(text[span["start"] : span["end"]] for span in event["evidence"]))
    wanted = close_up(quote)
    if not passages or not wanted:
        return False
    if wanted in passages or passages in wanted:
        return True
    longest = SequenceMatcher(None, passages, wanted, autojunk=False).find_longest_match().size
    return longest >= SHOWN_SHARE * min(len(passages), len(wanted))


def _walk(node: Any, text: str, where: str) -> list[tuple[str, str]]:
    if isinstance(node, list):
        return [fault for i, child in enumerate(node) for fault in _walk(child, text, f"{where}[{i}]")]
    if not isinstance(node, dict):
        return []
    faults = [fault for key, child in node.items() for fault in _walk(child, text, f"{where}.{key}")]
    if {"quote", "start", "end"} <= node.keys() and text[node["start"] : node["end"]] != node["quote"]:
        faults.append((where, f"{node['quote'][:40]!r} is not at {node['start']}-{node['end']}"))
    return faults


def close_up(text: str) -> str:
    """The text without spaces and line ends."""
    return re.sub(r"\s+", "", text)
