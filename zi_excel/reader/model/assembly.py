"""Outline -> model: kode, data, targets, realisasi; and remarks on what had to be decided on the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache

from zi_excel.plan.jadwal import Jadwal, Jenis, TargetWaktu
from zi_excel.plan.realisasi import Realisasi, ReportCell, read_realisasi
from zi_excel.plan.rencana_aksi import Datum, Field, Indikator, Komponen, Oddity, Place, Remark, Subkomponen
from zi_excel.plan.shown_cell import as_shown
from zi_excel.plan.target_waktu import read_target_waktu
from zi_excel.reader.model.crosses import Crosses
from zi_excel.reader.model.parted import PartRead, as_months, marks_in, of_counts, realisasi_of, target_of
from zi_excel.reader.rows.drafts import DraftIndikator, DraftKomponen, DraftSubkomponen, Outline
from zi_excel.reader.rows.grid import Grid
from zi_excel.reader.rows.kodes import Kodes, counts_indikator, numbers_of
from zi_excel.reader.rows.lines import Kind
from zi_excel.reader.sheet.formats import NumberFormat
from zi_excel.reader.sheet.links import distinct

_SINGLE = (Field.REALISASI, Field.STATUS, Field.TANGGAL_SELESAI)
"""Columns that hold one value: of a split row, that of the first part that has one."""
_HYPHENS = ("-", "–", "/")
_Report = tuple[Datum, Realisasi]
"""What staff report of an indikator: the cell, and what it was read to."""


def assemble(grid: Grid, outline: Outline, year: int) -> tuple[tuple[Komponen, ...], list[Remark]]:
    """The model of an outline, which is used up; and the remarks on its rows. year: the plan's."""
    kodes = Kodes(grid, outline.komponen)
    crosses = Crosses.of(grid, outline)
    in_months = "bulan" in grid.header.texts.get(Field.TARGET_WAKTU, "").casefold()
    komponen = _Assembly(grid, year, kodes, crosses, in_months).komponen(outline)
    return komponen, [*kodes.remarks, *crosses.remarks(grid)]


class _Assembly:
    """Makes the model.

    kodes: gives the kode, and keeps the remarks. marks: what crosses mean in parted columns.
    in_months: whether TARGET WAKTU is called BULAN: a number is a month there.
    """

    def __init__(self, grid: Grid, year: int, kodes: Kodes, marks: Crosses, in_months: bool) -> None:
        self.grid, self.year, self.kodes, self.marks, self.in_months = grid, year, kodes, marks, in_months
        self.parts = grid.header.parts
        self._targets: dict[tuple[object, str], TargetWaktu] = {}

    def komponen(self, outline: Outline) -> tuple[Komponen, ...]:
        """The model's komponen, each whole."""
        drafts = outline.komponen
        kodes = self.kodes.of_komponen()
        sub_kodes = [self.kodes.of_subkomponen(kode, draft) for kode, draft in zip(kodes, drafts, strict=True)]
        reports = self._reports(list(outline.indikator()))
        komponen = tuple(
            Komponen(kode, *self._title(draft), tuple(self._subkomponen(draft, of_subs, reports)), number)
            for kode, draft, number, of_subs in zip(kodes, drafts, numbers_of(drafts), sub_kodes, strict=True)
        )
        self.kodes.check_letters([(row.kode, row.letter, row.row) for each in komponen for row in each.indikator()])
        return komponen

    # -- data ----------------------------------------------------------------------------------------------------

    def _subkomponen(
        self, komponen: DraftKomponen, kodes: Iterable[str], reports: Mapping[int, _Report]
    ) -> Iterator[Subkomponen]:
        """A komponen's subkomponen. A penanggung jawab holds for all rows below, down to the next in the komponen."""
        responsible = None if komponen.line is None else self.grid.datum(komponen.line.row, Field.PENANGGUNG_JAWAB)
        numbers = numbers_of(komponen.subkomponen)
        for sub, kode, number in zip(komponen.subkomponen, kodes, numbers, strict=True):
            indikator = []
            if sub.line is not None and sub.line.kind is Kind.HEADING:
                responsible = self.grid.datum(sub.line.row, Field.PENANGGUNG_JAWAB) or responsible
            for draft, (own_kode, letter) in zip(sub.indikator, self.kodes.of_indikator(kode, sub), strict=True):
                own = self._datum(draft, Field.PENANGGUNG_JAWAB)
                responsible = own or responsible or own
                indikator.append(self._indikator(draft, own_kode, letter, responsible, reports[draft.line.row]))
            sub.indikator.clear()  # drafts and model need not stand in memory side by side
            yield Subkomponen(kode, *self._title(sub), tuple(indikator), number)

    def _indikator(
        self, draft: DraftIndikator, kode: str, letter: str | None, responsible: Datum, report: _Report
    ) -> Indikator:
        for more in draft.more:
            place = Place(self.grid.sheet, more.row, self.grid.header.columns[next(iter(more.texts))])
            self.kodes.remarks.append(Remark(Oddity.SPLIT_ROW, place, kode))
        target_waktu = self._datum(draft, Field.TARGET_WAKTU)
        laporan, realisasi = report
        return Indikator(
            kode=kode,
            row=draft.line.row,
            letter=letter,
            nama=self._datum(draft, Field.INDIKATOR),
            langkah_aksi=self._datum(draft, Field.LANGKAH_AKSI),
            bukti_fisik=self._datum(draft, Field.BUKTI_FISIK),
            target_waktu=target_waktu,
            target=self._target(target_waktu),
            penanggung_jawab=responsible,
            laporan=laporan,
            realisasi=realisasi,
            tanggal_selesai=_dated(self._datum(draft, Field.TANGGAL_SELESAI)),
            tautan_bukti=self._datum(draft, Field.TAUTAN_BUKTI),
            kendala=self._datum(draft, Field.KENDALA),
            tindak_lanjut=self._datum(draft, Field.TINDAK_LANJUT),
        )

    def _target(self, datum: Datum) -> TargetWaktu:
        """What a target's cell says; most cells of the column say one of a few things, which are read once."""
        content = datum.error or ("TRUE" if datum.value is True else "FALSE" if datum.value is False else datum.value)
        cached = self._targets.get((content, datum.number_format))
        if cached is not None:
            return cached
        form = NumberFormat.of(datum.number_format)
        shown = as_shown(content, datum.number_format)
        if isinstance(shown, date) and form.shows_year_alone:
            shown = float(shown.year)
        shown = as_months(shown) if self.in_months else shown
        target = read_target_waktu(shown, year=self.year, day_shown=form.shows_day)
        self._targets[content, datum.number_format] = target
        return target

    def _datum(self, draft: DraftIndikator, column: Field) -> Datum:
        times = self.parts.get(column)
        if times is not None:
            cells = [self.grid.cell(draft.line.row, time.column) for time in times]
            if column is not Field.TARGET_WAKTU:
                return cells[0]
            return target_of([time.label for time in times], cells, self.marks.ticking[Field.TARGET_WAKTU])
        datum = self.grid.datum(draft.line.row, column)
        if not draft.more:
            return datum
        parts = [datum, *(self.grid.datum(more.row, column) for more in draft.more if column in more.texts)]
        filled = [part for part in parts if part]
        return _joined(filled, column) if filled else datum

    def _reports(self, drafts: Sequence[DraftIndikator]) -> dict[int, _Report]:
        """What column 8 says per row, read as a whole; where it is parted by time, what counts of a row's parts."""
        jadwals = [self._target(self._datum(draft, Field.TARGET_WAKTU)).jadwal for draft in drafts]
        parts = self.grid.header.parts.get(Field.REALISASI)
        if parts is None:
            data = [self._laporan(draft) for draft in drafts]
            read = read_realisasi([_report_cell(datum, jadwal) for datum, jadwal in zip(data, jadwals, strict=True)])
            return dict(zip((draft.line.row for draft in drafts), zip(data, read, strict=True), strict=True))
        cells = [[self.grid.cell(draft.line.row, part.column) for part in parts] for draft in drafts]
        flat = [_report_cell(cell, jadwal) for row, jadwal in zip(cells, jadwals, strict=True) for cell in row]
        shares = iter(read_realisasi(flat))
        reports = {}
        times = self.grid.header.parts.get(Field.TARGET_WAKTU, ())
        for draft, row, jadwal in zip(drafts, cells, jadwals, strict=True):
            marks = marks_in(row, self.marks.ticking[Field.REALISASI])
            done = [
                PartRead(part.label, cell, next(shares), mark)
                for part, cell, mark in zip(parts, row, marks, strict=True)
            ]
            planned = [self.grid.cell(draft.line.row, part.column) for part in times]
            reports[draft.line.row] = of_counts(planned, done) or realisasi_of(done, jadwal)
        return reports

    def _laporan(self, draft: DraftIndikator) -> Datum:
        """The cell of REALISASI; in an older workbook that has none, of STATUS."""
        instead = not self.grid.has(Field.REALISASI) and self.grid.has(Field.STATUS)
        return self._datum(draft, Field.STATUS if instead else Field.REALISASI)

    def _title(self, draft: DraftKomponen | DraftSubkomponen) -> tuple[Datum, Datum]:
        """The cells of number and name: the name without its number, and with the rows that a page break split off."""
        line = draft.line
        if line is None:
            nowhere = Datum.at(Place(self.grid.sheet))
            return nowhere, nowhere
        name = self.grid.datum(line.row, line.named)
        no = self.grid.datum(line.row, Field.NO)
        if (self.grid.has(Field.SUBKOMPONEN) and not line.written) or counts_indikator(draft):
            no = Datum.at(no.place._replace(column=None))  # it numbers the other of the two, or rows
        text = _text_joined([line.name, *(more.name for more in draft.more)])
        return no, name if text == name.text else name._replace(text=text, value=text)


def _report_cell(datum: Datum, jadwal: Jadwal | None) -> ReportCell:
    return ReportCell(datum.value, datum.number_format, datum.error, jadwal)


def _dated(datum: Datum) -> Datum:
    """A day that Excel kept as text (`31/03/2025` typed in an English Excel) as that day, its text as it is."""
    day = _day_in(datum.value) if isinstance(datum.value, str) else None
    return datum if day is None else datum._replace(value=day)


@lru_cache(1024)  # a year has 365
def _day_in(text: str) -> date | None:
    any_year = 2000  # a day without its year is none
    target = read_target_waktu(text, year=any_year)
    if target.jadwal is None or target.jadwal.jenis is not Jenis.TANGGAL or not target.names_year or target.notes:
        return None
    return target.jadwal.last


def _joined(parts: Sequence[Datum], column: Field) -> Datum:
    """The parts of a cell that a page break split, as one; it stands where the first one stands."""
    first = parts[0]
    if column in _SINGLE or len(parts) == 1 or not all(isinstance(part.value, str) for part in parts):
        return first
    texts = [part.text for part in parts]
    text = "\n".join(texts) if column is Field.TAUTAN_BUKTI else _text_joined(texts)
    links = distinct([link for part in parts for link in part.links])
    return first._replace(text=text, value=text).with_aside(links=links)


def _text_joined(texts: Iterable[str]) -> str:
    joined = ""
    for text in texts:
        cut = joined.endswith(_HYPHENS) and not joined[-2:-1].isspace()
        joined += text if not joined or cut else f" {text}"
    return joined
