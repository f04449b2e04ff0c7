"""The cells of columns 1-7 that have a counterpart in the decree, and what they say differently. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from zi_excel.enacted.diff.pairs import folded, same_words
from zi_excel.enacted.matrix import Enacted, EnactedIndikator, EnactedKomponen, EnactedSubkomponen, plain
from zi_excel.plan.numbering import without_lead, without_letter
from zi_excel.plan.rencana_aksi import Datum, Field, Indikator, Komponen, RencanaAksi, Subkomponen
from zi_excel.plan.target_waktu import read_target_waktu

EnactedRow = tuple[EnactedKomponen, EnactedSubkomponen, EnactedIndikator]
"""An enacted indikator with its parents."""


class Counterpart(NamedTuple):
    """A cell and what the decree says in its place (`was`).

    same: it says so word for word. A number's dot or bracket is no word; an indikator's letter is compared on its own.
    same_meaning: column 6 that is read to the same jadwal. relettered: an indikator with another letter, or none.
    """

    field: Field
    kode: str
    datum: Datum
    was: str
    same: bool
    same_meaning: bool = False
    relettered: bool = False

    @property
    def as_enacted(self) -> bool:
        """The same, and an indikator with the same letter."""
        return self.same and not self.relettered


def counterparts(
    plan: RencanaAksi,
    enacted: Enacted,
    row_law: Mapping[str, EnactedRow],
    homes: Mapping[str, str],
    areas: Mapping[str, str],
) -> Iterator[Counterpart]:
    """Every cell of columns 1-7 that has a counterpart in the decree, changed or not, in the plan's order."""
    komponen_law = {areas[each.kode]: each for each in enacted.komponen if each.kode in areas}
    sub_law = {homes[sub.kode]: sub for each in enacted.komponen for sub in each.subkomponen if sub.kode in homes}
    for komponen in plan.komponen:
        if komponen.kode in komponen_law:
            yield from _head(komponen, komponen_law[komponen.kode])
        for sub in komponen.subkomponen:
            if sub.kode in sub_law:
                yield from _head(sub, sub_law[sub.kode])
            for each in sub.indikator:
                if each.kode in row_law:
                    law = row_law[each.kode]
                    away = areas.get(law[0].kode) not in {None, komponen.kode}
                    for cell in _row_cells(each, law, enacted.tahun):
                        # A row that was moved into another komponen stands beside that one's penanggung jawab.
                        if not (away and cell.field is Field.PENANGGUNG_JAWAB and cell.datum.span > 1):
                            yield cell


def _head(mine: Komponen | Subkomponen, theirs: EnactedKomponen | EnactedSubkomponen) -> Iterator[Counterpart]:
    no, nama = theirs.no, plain(theirs.nama)
    yield Counterpart(Field.NO, mine.kode, mine.no, no, same=folded(mine.no.text) == folded(no))
    yield Counterpart(Field.KOMPONEN, mine.kode, mine.nama, nama, same=same_words(mine.nama.text, nama))


def _row_cells(each: Indikator, law: EnactedRow, tahun: int) -> Iterator[Counterpart]:
    komponen, _, row = law
    nama, relettered = plain(row.indikator), each.letter != row.letter
    same = each.nama.text == nama
    if not same:
        bare = without_lead if relettered else without_letter  # a count that isn't the letter is a word
        same = same_words(bare(each.nama.text), bare(nama))
    yield Counterpart(Field.INDIKATOR, each.kode, each.nama, nama, same, relettered=relettered)
    target = plain(row.target_waktu)
    meaning = _same_meaning(each, target, tahun)
    responsible = komponen.penanggung_jawab if row.penanggung_jawab is None else row.penanggung_jawab
    for field, datum, was in (
        (Field.LANGKAH_AKSI, each.langkah_aksi, plain(row.langkah_aksi)),
        (Field.BUKTI_FISIK, each.bukti_fisik, plain(row.bukti_fisik)),
        (Field.TARGET_WAKTU, each.target_waktu, target),
        (Field.PENANGGUNG_JAWAB, each.penanggung_jawab, plain(responsible)),
    ):
        same = same_words(datum.text, was)
        yield Counterpart(field, each.kode, datum, was, same, same_meaning=meaning and field is Field.TARGET_WAKTU)


def _same_meaning(each: Indikator, target: str, tahun: int) -> bool:
    """Whether a target is read to the enacted jadwal. Of the same words nothing need be read."""
    if each.target_waktu.text == target:
        return each.target.jadwal is not None
    enacted = read_target_waktu(target, year=tahun).jadwal
    return enacted is not None and each.target.jadwal == enacted


def distinct(cells: Iterable[Counterpart]) -> Iterator[Counterpart]:
    """Without columns that the workbook lacks (ZI002 says so), and what one merged cell differs in only once."""
    seen: set[tuple[int | None, int]] = set()
    before: dict[Field, tuple[str, str, str]] = defaultdict(lambda: ("", "", ""))
    for cell in cells:
        place = cell.datum.place
        lost = cell.datum.error is not None or not cell.datum.cached  # ZI009, ZI010: what stands there isn't known
        if lost or place.column is None or (place.row, place.column) in seen:
            continue
        seen.add((place.row, place.column))
        if cell.field is Field.PENANGGUNG_JAWAB:
            said = (cell.kode.split(".")[0], cell.datum.text, cell.was)
            if before[cell.field] == said:
                continue
            before[cell.field] = said
        yield cell
