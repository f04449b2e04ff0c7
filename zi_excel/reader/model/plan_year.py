"""The plan's year: from its title, else from what the matrix itself says most often."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from zi_excel.plan.rencana_aksi import Datum
from zi_excel.plan.target_waktu import years_in_target

_OF_DECREE = re.compile(r"\bnomor\b.*?\btahun\s+\d{4}", re.IGNORECASE | re.DOTALL)
_SAID = re.compile(r"\b(?:tahun(?:\s+anggaran)?|t\.?\s?a\.?)\s*:?\s*(20\d\d)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")


def year_of_title(lines: Sequence[str]) -> int | None:
    """The year that the lines above the matrix name last; a decree's own (`NOMOR 31 TAHUN 2024`) does not count."""
    plain = [_OF_DECREE.sub(" ", line) for line in lines]
    for pattern in (_SAID, _YEAR):
        found = [match[1] for line in plain for match in pattern.finditer(line)]
        if found:
            return int(found[-1])
    return None


def commonest_year(cells: Iterable[Datum]) -> int | None:
    """The year that cells name most often; of equals the later one."""
    counted: Counter[int] = Counter()
    for cell in cells:
        counted.update({cell.value.year} if isinstance(cell.value, date) else years_in_target(cell.text))
    return max(counted, key=lambda year: (counted[year], year), default=None)
