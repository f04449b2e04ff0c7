"""The cells of columns 1-7 beside their counterparts in the decree, and how they differ. Pure."""

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
    """A cell, and what the decree says in its place (`was`).

    same: whether it says so word for word, apart from a number's dot or bracket and an indikator's letter.
    same_meaning: of column 6: whether both are read to the same jadwal. relettered: of an indikator: whether its letter
    is another one, or gone.
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
        """Whether it says the same, and has the same letter where it is an indikator."""
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
            for indikator in sub.indikator:
                if indikator.kode in row_law:
                    law = row_law[indikator.kode]
                    away = areas.get(law[0].kode) not in {None, komponen.kode}
                    for cell in _row_cells(indikator, law, enacted.tahun):
                        # A row that was moved to another komponen shares the merged penanggung jawab there.
                        if not (away and cell.field is Field.PENANGGUNG_JAWAB and cell.datum.span > 1):
                            yield cell


def _head(mine: Komponen | Subkomponen, theirs: EnactedKomponen | EnactedSubkomponen) -> Iterator[Counterpart]:
    no, nama = theirs.no, plain(theirs.nama)
    yield Counterpart(Field.NO, mine.kode, mine.no, no, same=folded(mine.no.text) == folded(no))
    yield Counterpart(Field.KOMPONEN, mine.kode, mine.nama, nama, same=same_words(mine.nama.text, nama))


def _row_cells(mine: Indikator, law: EnactedRow, tahun: int) -> Iterator[Counterpart]:
    komponen, _, row = law
    nama, relettered = plain(row.indikator), mine.letter != row.letter
    same = mine.nama.text == nama
    if not same:
        bare = without_lead if relettered else without_letter  # a count that isn't the letter is a word
        same = same_words(bare(mine.nama.text), bare(nama))
    yield Counterpart(Field.INDIKATOR, mine.kode, mine.nama, nama, same, relettered=relettered)
    target = plain(row.target_waktu)
    meaning = _same_meaning(mine, target, tahun)
    responsible = komponen.penanggung_jawab if row.penanggung_jawab is None else row.penanggung_jawab
    for field, datum, was in (
        (Field.LANGKAH_AKSI, mine.langkah_aksi, plain(row.langkah_aksi)),
        (Field.BUKTI_FISIK, mine.bukti_fisik, plain(row.bukti_fisik)),
        (Field.TARGET_WAKTU, mine.target_waktu, target),
        (Field.PENANGGUNG_JAWAB, mine.penanggung_jawab, plain(responsible)),
    ):
        same = same_words(datum.text, was)
        yield Counterpart(field, mine.kode, datum, was, same, same_meaning=meaning and field is Field.TARGET_WAKTU)


def _same_meaning(mine: Indikator, target: str, tahun: int) -> bool:
    """Whether a target is read to the enacted jadwal; where the words are the same, nothing has to be read."""
    if mine.target_waktu.text == target:
        return mine.target.jadwal is not None
    enacted = read_target_waktu(target, year=tahun).jadwal
    return enacted is not None and mine.target.jadwal == enacted


def distinct(cells: Iterable[Counterpart]) -> Iterator[Counterpart]:
    """The cells without those of columns that the workbook lacks (ZI002 says so); a merged one only once."""
    seen: set[tuple[int | None, int]] = set()
    before: dict[Field, tuple[str, str, str]] = defaultdict(lambda: ("", "", ""))
    for cell in cells:
        row, column = cell.datum.row, cell.datum.column
        unknown = cell.datum.error is not None or not cell.datum.cached  # which ZI009 and ZI010 tell
        if unknown or column is None or (row, column) in seen:
            continue
        seen.add((row, column))
        if cell.field is Field.PENANGGUNG_JAWAB:
            change = (cell.kode.split(".")[0], cell.datum.text, cell.was)
            if before[cell.field] == change:
                continue
            before[cell.field] = change
        yield cell
