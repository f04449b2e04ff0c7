"""Of headers that mean the same but for their year or measure, the ones that are read.

Of `REALISASI 2024 | REALISASI 2025` that of the plan's year; of `TARGET WAKTU | TARGET WAKTU (REVISI)` the revised one;
of REALISASI over `Uraian | %`, `Fisik | Keuangan` the percentage, the physical before the financial.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from zi_excel.plan.patterns import pattern
from zi_excel.plan.plan_year import Evidence, Told, weigh, years_in
from zi_excel.plan.rencana_aksi import Field, Part, column_letters
from zi_excel.plan.target_waktu import years_in_target
from zi_excel.reader.header.columns import Texts
from zi_excel.reader.header.names import CHOSEN, Meaning
from zi_excel.reader.header.parts import without_time

_BANNER = pattern(r"\W*(?:tahun(?:\s+anggaran)?|t\.?\s?a\.?)?\W*20\d\d\W*", re.IGNORECASE)
"""A year in the row above, over the columns that are for it."""
_FINANCIAL = pattern(r"\b(?:keuangan|anggaran|rp|rupiah|dana|biaya|serapan|pagu|belanja)\b", re.IGNORECASE)
_PERCENT = pattern(r"%|\b(?:persen|(?:per|pro|pre)sentase)\b", re.IGNORECASE)
_PHYSICAL = pattern(r"\bfisik\b", re.IGNORECASE)
_FIGURE = pattern(r"\b(?:angka|kuantitatif|progres+|capaian|tingkat)\b", re.IGNORECASE)
_OTHER = pattern(
    r"\b(?:uraian|kualitatif|keterangan|ket|deskripsi|narasi|penjelasan|kegiatan|hasil|output|volume|vol|satuan"
    r"|kuantitas|kualitas|jumlah|jml|unit|waktu|dokumen)\b",
    re.IGNORECASE,
)
_REVISED_WORDS = r"(?:(?:di)?revisi|perubahan|menjadi|(?:ter)?baru|penyesuaian)"
_FORMER_WORDS = r"(?:semula|awal|lama|sebelum(?:nya)?|lalu|[nt]\s*[-–−]\s*1)"
_REVISED = pattern(rf"\b{_REVISED_WORDS}\b", re.IGNORECASE)
_FORMER = pattern(rf"\b{_FORMER_WORDS}\b", re.IGNORECASE)
"""What a header says of a column that another one replaced, or of the year before."""
_EDITION = pattern(rf"\W*(?:target\W+|waktu\W+)*(?:{_REVISED_WORDS}|{_FORMER_WORDS})\W*", re.IGNORECASE)
_REPLACED = frozenset({Field.TARGET_WAKTU, Field.REALISASI, Field.TANGGAL_SELESAI})
_LONGEST = 40
"""Characters of a measure; a figure is none."""
FINANCIAL = 3
"""From this rank on a measure is no percentage of what was done."""


class Chosen(NamedTuple):
    """The meanings that are left, and of which columns what was said: the Field and a sentence."""

    meanings: Mapping[int, Meaning]
    dropped: Mapping[int, Field]
    judged: tuple[tuple[Field, str], ...]


def is_year(text: str) -> bool:
    """Whether a text says a year and nothing else (`2025`, `TA 2025`)."""
    return _BANNER.fullmatch(text) is not None


def measure_of(text: str) -> int | None:
    """How well a header's measure suits a realisasi: 0 a percentage, 1 physical, 2 a figure, from 3 on none of these.

    None where it names no measure.
    """
    financial = _FINANCIAL.search(text) is not None
    if _PERCENT.search(text):
        return FINANCIAL if financial else 0
    if financial:
        return 4
    for rank, words in ((1, _PHYSICAL), (5, _OTHER), (2, _FIGURE)):
        if words.search(text):
            return rank
    return None


def choose(
    texts: Texts,
    meanings: Mapping[int, Meaning],
    rows: Sequence[tuple[int, Texts]],
    first: int,
    *,
    year: Told,
    settled: Collection[Field],
) -> Chosen:
    """Drops the columns of other years, and those of worse measures, where a better one means the same.

    Args:
        texts: the header's texts.
        meanings: what they mean.
        rows: the sheet's rows.
        first: the header's first row.
        year: what says the plan's year apart from the sheet.
        settled: the fields whose column settings say.
    """
    left, judged = dict(meanings), []
    columns: dict[Field, list[int]] = {}
    for column, meaning in sorted(meanings.items()):
        if meaning.rank != CHOSEN and meaning.field not in settled:
            columns.setdefault(meaning.field, []).append(column)
    banner = dict(rows).get(first - 1, {})
    for field, alike in columns.items():
        if len(alike) < 2:
            continue
        same = alike
        named = {column: _years(field, column, texts, banner) for column in same}
        if len(set(named.values())) > 1 and any(named.values()):
            plan_year = _plan_year(meanings, rows, first, year, named.values())
            kept = [column for column in same if plan_year in named[column]]
            same = kept or [column for column in same if not named[column]] or [_latest(named)]
            judged.append((field, _said_of_years(same, named, plan_year)))
        if former := _superseded(field, same, texts):
            same = [column for column in same if column not in former]
            judged.append((field, said_of_revision(same[0], texts)))
        if worse := _worse(field, same, texts):
            same = [column for column in same if column not in worse]
            judged.append((field, said_of_measure(same[0], texts)))
        for column in set(alike).difference(same):
            del left[column]
    dropped = {column: meaning.field for column, meaning in meanings.items() if column not in left}
    return Chosen(left, dropped, tuple(judged))


def _worse(field: Field, same: Sequence[int], texts: Texts) -> frozenset[int]:
    """The columns of a REALISASI whose measure is no percentage of what was done, where another one's is."""
    ranks = {column: _rank(texts[column]) for column in same} if field is Field.REALISASI else {}
    return frozenset(column for column in ranks if ranks[column] >= FINANCIAL > min(ranks.values()))


def _superseded(field: Field, same: Sequence[int], texts: Texts) -> frozenset[int]:
    """The columns that say what held before: beside a revised one all others, else those that call themselves so."""
    if field not in _REPLACED:
        return frozenset()
    revised = {column for column in same if _REVISED.search(texts[column])}
    former = {column for column in same if _FORMER.search(texts[column])} - revised
    gone = set(same) - revised if revised and len(revised) < len(same) else former
    return frozenset(gone) if len(gone) < len(same) else frozenset()


def said_of_revision(column: int, texts: Texts) -> str:
    """What ZI011 says of the column that holds instead of a former one."""
    title = " ".join(texts[column].split())
    return f"dari yang semula dan yang berlaku dibaca kolom {column_letters(column)} (“{title}”)"


def revision_below(texts: Texts, above: Texts, meanings: Mapping[int, Meaning]) -> dict[int, bool]:
    """The columns in the row below that only say `Semula`, `Menjadi` of a TARGET WAKTU, and which of them holds."""
    under = {}
    for column, text in texts.items():
        head = max((at for at in above if at <= column), default=None)
        meaning = None if head is None else meanings.get(head)
        if meaning is not None and meaning.field is Field.TARGET_WAKTU and _EDITION.fullmatch(text.strip()):
            under[column] = _REVISED.search(text) is not None
    return under if len(under) > 1 and any(under.values()) else {}


def said_of_measure(column: int, texts: Texts) -> str:
    """What ZI011 says of the measure that was chosen."""
    title = " ".join(texts[column].split())
    return f"dari beberapa ukuran dibaca kolom {column_letters(column)} (“{title}”), persen sebelum fisik dan keuangan"


def measures_below(texts: Texts, above: Texts, meanings: Mapping[int, Meaning]) -> dict[int, int]:
    """The columns in the row below that only say the measure of a REALISASI above them, with its rank.

    Nothing where none of them can be preferred.
    """
    under = {}
    for column, text in texts.items():
        head = max((at for at in above if at <= column), default=None)
        meaning = None if head is None else meanings.get(head)
        rank = None if len(text) > _LONGEST or any(map(str.isdigit, text)) else measure_of(text)
        if meaning is not None and meaning.field is Field.REALISASI and rank is not None:
            under[column] = rank
    return under if len(under) > 1 and best_of(under) is not None else {}


def best_of(measures: Mapping[int, int]) -> int | None:
    """The column of the best measure, of equals the first; None where none of them is a percentage or physical."""
    best = min(measures, key=lambda column: (measures[column], column), default=None)
    return best if best is not None and measures[best] <= FINANCIAL else None


def best_parts(parts: Sequence[Part], measures: Mapping[int, int]) -> tuple[Part, ...]:
    """Of columns that are parted by time and then by measure those of the best one."""
    if not measures or not {part.column for part in parts} <= measures.keys():
        return tuple(parts)
    best = min(measures[part.column] for part in parts)
    return tuple(part for part in parts if measures[part.column] == best)


def _rank(text: str) -> int:
    rank = measure_of(text)
    return 2 if rank is None else rank


def _years(field: Field, column: int, texts: Texts, banner: Texts) -> frozenset[int]:
    """The years that a column is for; of one that is parted by time, those beside the time first."""
    split = without_time(texts[column])
    rest = texts[column] if split is None else split[0]
    own = years_in(rest) or (() if field is Field.TARGET_WAKTU else years_in(texts[column]))
    if own:
        return frozenset(own)
    over = max((at for at in banner if at <= column), default=None)
    return frozenset(years_in(banner[over])) if over is not None and _BANNER.fullmatch(banner[over]) else frozenset()


def _plan_year(
    meanings: Mapping[int, Meaning],
    rows: Sequence[tuple[int, Texts]],
    first: int,
    told: Told,
    named: Iterable[frozenset[int]],
) -> int:
    title = [line for number, texts in rows if number < first for text in texts.values() for line in text.split("\n")]
    planned = [column for column, meaning in meanings.items() if meaning.field is Field.TARGET_WAKTU]
    targets = Counter(
        year
        for number, texts in rows
        if number > first
        for column in planned
        for year in years_in_target(texts.get(column, ""))
    )
    weighed = weigh(Evidence(title, targets=targets, told=told))
    return max(max(years, default=0) for years in named) if weighed is None else weighed.year


def _latest(named: Mapping[int, frozenset[int]]) -> int:
    return max(named, key=lambda column: (max(named[column], default=0), -column))


def _said_of_years(kept: Sequence[int], named: Mapping[int, frozenset[int]], plan_year: int) -> str:
    letters = ", ".join(column_letters(column) for column in kept)
    if any(plan_year in named[column] for column in kept):
        return f"dari judul untuk beberapa tahun dibaca kolom {letters}, tahun rencana {plan_year}"
    if not any(named[column] for column in kept):
        return f"dari judul untuk beberapa tahun dibaca kolom {letters}, yang tidak menyebut tahun lain"
    years = ", ".join(str(year) for column in kept for year in sorted(named[column]))
    return f"tidak ada judul untuk tahun rencana {plan_year}; dibaca kolom {letters} ({years})"
