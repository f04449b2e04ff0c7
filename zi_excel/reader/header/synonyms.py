"""Header text -> Field: by the names in names.py, however they are written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

from zi_excel.plan.rencana_aksi import Field
from zi_excel.reader.header.names import OWN_NAMES, USUAL_NAMES, VAGUE_NAMES

OWN, USUAL, VAGUE = 0, 1, 2
"""How sure a name is: the decree's own word, a synonym in real use, a word that may mean something else."""

_NUMBERED = re.compile(r"[(\[]\s*\d{1,2}\s*[)\]]")
_YEAR = re.compile(r"\b(?:tahun|ta|t\.a\.?)?\s*(?:anggaran\s*)?(?:19|20)\d\d\b")
_EITHER = re.compile(r"[/&,+]|\b(?:dan|atau|serta)\b")
_FIRST = re.compile(r"\W*?(\w+|[#%])")
_IDLE = frozenset({"dan", "atau", "serta", "persen"})
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_ADDED = frozenset(
    ["ada", "dibutuhkan", "dihadapi", "diharapkan", "diperlukan", "lke", "rb", "wbbm", "wbk", "yang", "zi"]
)
"""Words that make no other header of one ("KENDALA YANG DIHADAPI", "BUKTI DUKUNG LKE")."""
MOST_CHARACTERS = 80
"""No column is called anything longer: prose is no header."""


class Meaning(NamedTuple):
    """A header's meaning and how sure it is (OWN, USUAL, VAGUE)."""

    field: Field
    rank: int


def key(text: str) -> str:
    """A header's words, sorted: capitals, marks, brackets, years and the order of words make no other header."""
    if len(text) > MOST_CHARACTERS:
        return ""
    plain = _YEAR.sub(" ", _NUMBERED.sub(" ", unicodedata.normalize("NFKC", text).casefold()))
    words = [word for word in re.findall(r"\w+|#", plain) if word not in _IDLE]
    if not words:
        return "%" if "%" in plain or "persen" in plain else ""
    return " ".join(sorted(words))


def _table() -> Mapping[str, Meaning]:
    table = {"#": Meaning(Field.NO, USUAL), "%": Meaning(Field.REALISASI, VAGUE)}
    for rank, names in ((VAGUE, VAGUE_NAMES), (USUAL, USUAL_NAMES), (OWN, OWN_NAMES)):
        table |= {key(name): Meaning(field, rank) for field, each in names.items() for name in each}
    return table


SYNONYMS = _table()
"""Every known header by its key."""
_WORDS = frozenset(word for words in SYNONYMS for word in words.split()) | {
    "persen",
    "tw",
    "triwulan",
    "semester",
    "smt",
}


def begins_known(text: str) -> bool:
    """Whether a text's first word is one of a known header: most of a workbook's texts begin otherwise."""
    first = _FIRST.match(text if text.isascii() else unicodedata.normalize("NFKC", text[:MOST_CHARACTERS]))
    return first is not None and first[1].casefold() in _WORDS


def meaning(text: str) -> Meaning | None:
    """What a header's text means; None where it is none that is known.

    `KENDALA / HAMBATAN` means what each of its parts means; where these are different columns, the first, vaguely.
    """
    if not begins_known(text):
        return None
    words = key(text)
    if (known := SYNONYMS.get(words)) is not None:
        return known
    if _EITHER.search(text.casefold()) is None:
        return _without_additions(text, words)
    found = [SYNONYMS.get(words) for part in _EITHER.split(text.casefold()) if (words := key(part))]
    if len(found) < 2 or found[0] is None or None in found:
        return _without_additions(text, words)
    fields = {each.field for each in found if each}
    return Meaning(found[0].field, max(each.rank for each in found if each) if len(fields) == 1 else VAGUE)


def _without_additions(text: str, words: str) -> Meaning | None:
    """What a header means without what stands in brackets, and without words that only tell more; a synonym at best."""
    bare = key(_BRACKETED.sub(" ", text)) or words
    for each in (bare, " ".join(word for word in bare.split() if word not in _ADDED)):
        if each != words and (known := SYNONYMS.get(each)) is not None:
            return known._replace(rank=max(known.rank, USUAL))
    return None
