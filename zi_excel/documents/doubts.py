"""What in a matrix looks as if reading had lost or moved something: letters that jump, blank cells, two rows in one.

Nothing is changed for it. A document that really is so is read right all the same; a person looks and sees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from zi_excel.documents.layout import LaidRow
from zi_excel.documents.pages import Judged, strayed
from zi_excel.plan.numbering import letters, position
from zi_excel.plan.rencana_aksi import TITLES, Field, Indikator, Komponen, RencanaAksi, Subkomponen

_USUAL = 0.8
"""The share of rows that fill a column from which on a blank cell looks lost."""
_FILLED = (Field.LANGKAH_AKSI, Field.BUKTI_FISIK, Field.TARGET_WAKTU, Field.PENANGGUNG_JAWAB)


def doubts_of(plan: RencanaAksi, rows: Mapping[int, LaidRow]) -> Iterator[Judged]:
    """What a person should compare with the document. rows: the grid's, by number."""
    for row in plan.indikator():
        if any("\N{REPLACEMENT CHARACTER}" in _text(row, field) for field in (Field.INDIKATOR, *_FILLED)):
            made = "Ada huruf yang tidak terbaca; ketik ulang di buku kerja."
            yield Judged(_place(rows, row.row), strayed(row.nama.text), made, row.row, row.kode)
    for komponen in plan.komponen:
        yield from _jumps(komponen, rows)
        for sub in komponen.subkomponen:
            yield from _letters(sub, rows)
    yield from _blanks(plan, rows)


def _place(rows: Mapping[int, LaidRow], row: int | None) -> str:
    laid = rows.get(row or 0)
    return "seluruh tabel" if laid is None else laid.where


def _jumps(komponen: Komponen, rows: Mapping[int, LaidRow]) -> Iterator[Judged]:
    before = 0
    for at, sub in enumerate(komponen.subkomponen, start=1):
        number = sub.nomor.value if sub.nomor is not None else None
        if number is None:
            before = max(before + 1, at)
            continue
        if number != before + 1 and sub.indikator:
            row = sub.indikator[0]
            made = f"Nomor subkomponen melompat dari {before} ke {number}; periksa apakah ada baris yang hilang."
            yield Judged(_place(rows, row.row), strayed(sub.nama.text), made, row.row, row.kode)
        before = number


def _letters(sub: Subkomponen, rows: Mapping[int, LaidRow]) -> Iterator[Judged]:
    lettered = [row for row in sub.indikator if row.letter is not None]
    before = 0
    for row in sub.indikator:
        if row.letter is None:
            if lettered:
                made = "Indikator tanpa huruf di antara yang berhuruf; periksa apakah itu sambungan baris di atasnya."
                yield Judged(_place(rows, row.row), strayed(row.nama.text), made, row.row, row.kode)
            continue
        now = position(row.letter)
        if now != before + 1:
            made = f"Huruf melompat ke {row.letter}; periksa apakah ada baris yang hilang."
            yield Judged(_place(rows, row.row), strayed(row.nama.text), made, row.row, row.kode)
        before = now
        following = re.search(rf"(?:^|\n|\s){letters(now + 1)}\s?[.)]\s+[A-Z]", row.nama.text)
        if following is not None:
            made = "Sel ini tampaknya memuat dua indikator; pisahkan di buku kerja bila benar."
            yield Judged(_place(rows, row.row), strayed(row.nama.text), made, row.row, row.kode)


def _blanks(plan: RencanaAksi, rows: Mapping[int, LaidRow]) -> Iterator[Judged]:
    indikator = list(plan.indikator())
    for field in _FILLED:
        if field not in plan.columns:
            continue
        blank = [row for row in indikator if not _text(row, field)]
        if 0 < len(blank) <= (1 - _USUAL) * len(indikator):
            for row in blank:
                made = f"{TITLES[field]} kosong; periksa apakah kolomnya bergeser."
                yield Judged(_place(rows, row.row), strayed(row.nama.text), made, row.row, row.kode)
    unread = [row for row in indikator if _text(row, Field.TARGET_WAKTU) and row.target.jadwal is None]
    if len(unread) <= (1 - _USUAL) * len(indikator):
        for row in unread:
            made = "Target waktu tidak terbaca; periksa apakah kolomnya bergeser."
            yield Judged(_place(rows, row.row), strayed(row.target_waktu.text), made, row.row, row.kode)


def _text(row: Indikator, field: Field) -> str:
    datum = row.datum(field)
    return "" if datum is None else datum.text
