"""Numbers of laws, decrees and letters in a text: the year inside one is part of the number, whatever year it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zi_excel.plan.patterns import pattern

_YEAR = r"(?:19|20)\d\d(?!\d)"
_LAWS = (
    r"undang-undang|uu|perppu|pp|perpres|peraturan|per(?:men|da|gub|bup|wal|ka|kap|sekjen|dirjen)\w*|pmk|pkpu"
    r"|keputusan|kep(?:men|pres|gub|bup|wal|dirjen|sekjen)?\w*|inpres|instruksi|surat|se|sk|edaran|nota\s+dinas|memo"
)
_CALLED = (
    # Nomor 31 Tahun 2024, No. 12/ORT/2024
    pattern(rf"\b(?:nomor|nomer|no)\b\s*[.:]*\s*(?=\S)[^\n;]{{0,70}}?{_YEAR}", re.IGNORECASE),
    # Perda 5 Tahun 2017, Peraturan Bupati Demak 3/2020, SK 12/2025
    pattern(rf"\b(?:{_LAWS})\b(?:\s+[^\W\d_]+){{0,6}}\s+\d+\s*(?:/|tahun|thn?\.?)\s*{_YEAR}", re.IGNORECASE),
)
# 31/PR.02/3372/2024, B-12/KPU/I/2024; what is a date or a list of months (31/03/2025, TW I/II/2025) has no such part.
_LETTER = pattern(rf"(?<!\S)\(?((?:[^\s/]+\s?/\s?)+){_YEAR}", re.IGNORECASE)
_OF_TIME = pattern(
    r"\W*(?:\d{1,4}|[ivx]{1,4}|jan\w*|[fp]eb\w*|mar\w*|apr\w*|mei|jun\w*|jul\w*|ag\w*|sep\w*|o[kc]t\w*|no[vp]\w*"
    r"|des\w*|tw\W?[iv]*|sem\w*|smt\w*|b\d\d)\W*",
    re.IGNORECASE,
)


def document_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Where numbers of laws, decrees and letters stand in a text, up to the year that is part of each."""
    for called in _CALLED:
        yield from (match.span() for match in called.finditer(text))
    for match in _LETTER.finditer(text):
        if not all(_OF_TIME.fullmatch(part) for part in match[1].split("/") if part.strip()):
            yield match.span()
