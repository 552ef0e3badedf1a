"""The words that show a speaker, read from data/speaker_words.tsv when first needed."""

from functools import cache
from pathlib import Path

DATA = Path(__file__).with_name("data")


@cache
def words_of(kind: str) -> dict[str, str]:
    """Form in lower case → value, for one kind of word, all languages."""
    found: dict[str, str] = {}
    for line in (DATA / "speaker_words.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            row_kind, value, _language, forms = line.split("\t")
            if row_kind == kind:
                for form in forms.split("|"):
                    found.setdefault(form, value)
    return found


@cache
def longest_role() -> int:
    """The number of words of the longest office."""
    return max(form.count(" ") + 1 for form in words_of("role"))
