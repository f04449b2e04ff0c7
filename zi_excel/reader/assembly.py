"""Outline -> model: kode, data, targets, realisasi; and the remarks on what had to be decided on the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from zi_excel.bukti_fisik import butir_bukti
from zi_excel.jadwal import Jenis, TargetWaktu
from zi_excel.reader.drafts import DraftIndikator, DraftKomponen, DraftSubkomponen, Outline
from zi_excel.reader.grid import Grid
from zi_excel.reader.kodes import Kodes, numbers_of
from zi_excel.reader.lines import Kind
from zi_excel.reader.links import distinct
from zi_excel.reader.parted import PartRead, realisasi_of, target_of
from zi_excel.reader.values import Contents
from zi_excel.realisasi import Realisasi, ReportCell, read_realisasi
from zi_excel.rencana_aksi import Datum, Field, Indikator, Komponen, Oddity, Place, Remark, Subkomponen
from zi_excel.target_waktu import read_target_waktu

_SINGLE = (Field.REALISASI, Field.STATUS, Field.TANGGAL_SELESAI)
"""Columns that hold one value: of a split row the first part that holds any."""
_OF_GROUPS = (Field.NO, Field.KOMPONEN, Field.SUBKOMPONEN)
"""Columns that say whose an indikator is."""
_HYPHENS = ("-", "–", "/")


class _Row(NamedTuple):
    """An indikator's data before the realisasi column is read as a whole."""

    kode: str
    letter: str | None
    draft: DraftIndikator
    nama: Datum
    data: dict[Field, Datum]
    target: TargetWaktu


@dataclass(slots=True)
class Assembly:
    """Makes the model of an outline. year: the plan's. kodes: gives the kode, and keeps the remarks."""

    grid: Grid
    contents: Contents
    year: int
    kodes: Kodes
    _targets: dict[tuple[object, bool], TargetWaktu] = field(default_factory=dict)

    def komponen(self, outline: Outline) -> tuple[Komponen, ...]:
        """The model's komponen, each whole."""
        kodes = self.kodes.of_komponen(outline.komponen)
        subs = [self.kodes.of_subkomponen(*each) for each in zip(kodes, outline.komponen, strict=True)]
        rows = [list(self._rows(*each)) for each in zip(outline.komponen, subs, strict=True)]
        flat = [row for of_komponen in rows for of_sub in of_komponen for row in of_sub]
        self.kodes.check_letters([(row.kode, row.letter, row.draft.line.row) for row in flat])
        reports = self._reports(flat)
        indikator = iter([self._indikator(row, report) for row, report in zip(flat, reports, strict=True)])
        heads = zip(kodes, outline.komponen, numbers_of(outline.komponen), subs, rows, strict=True)
        return tuple(
            Komponen(
                kode,
                *self._title(komponen),
                tuple(
                    Subkomponen(sub_kode, *self._title(sub), tuple(next(indikator) for _ in of_sub), sub_number)
                    for sub_kode, sub, sub_number, of_sub in zip(
                        sub_kodes, komponen.subkomponen, numbers_of(komponen.subkomponen), of_komponen, strict=True
                    )
                ),
                number,
            )
            for kode, komponen, number, sub_kodes, of_komponen in heads
        )

    # -- data ----------------------------------------------------------------------------------------------------

    def _rows(self, komponen: DraftKomponen, kodes: Iterable[str]) -> Iterator[list[_Row]]:
        """Each subkomponen's rows. A penanggung jawab holds down to the next one within its komponen."""
        responsible = None if komponen.line is None else self.grid.datum(komponen.line.row, Field.PENANGGUNG_JAWAB)
        for sub, kode in zip(komponen.subkomponen, kodes, strict=True):
            found = []
            if sub.line is not None and sub.line.kind is Kind.HEADING:
                responsible = self.grid.datum(sub.line.row, Field.PENANGGUNG_JAWAB) or responsible
            for draft, (own_kode, letter) in zip(sub.indikator, self.kodes.of_indikator(kode, sub), strict=True):
                row = self._row(draft, own_kode, letter)
                responsible = row.data[Field.PENANGGUNG_JAWAB] or responsible or row.data[Field.PENANGGUNG_JAWAB]
                row.data[Field.PENANGGUNG_JAWAB] = responsible
                found.append(row)
            yield found

    def _row(self, draft: DraftIndikator, kode: str, letter: str | None) -> _Row:
        for more in draft.more:
            self.kodes.remarks.append(
                Remark(
                    Oddity.SPLIT_ROW,
                    Place(self.grid.sheet, more.row, self.grid.header.columns[next(iter(more.texts))]),
                    kode,
                )
            )
        data: dict[Field, Datum] = {each: self._datum(draft, each) for each in Field if each not in _OF_GROUPS}
        data[Field.TANGGAL_SELESAI] = _dated(data[Field.TANGGAL_SELESAI])
        target = self._target(data[Field.TARGET_WAKTU])
        return _Row(kode, letter, draft, data[Field.INDIKATOR], data, target)

    def _target(self, datum: Datum) -> TargetWaktu:
        """What a target's cell says; most of a column says one of a few things."""
        content = datum.error or ("TRUE" if datum.value is True else "FALSE" if datum.value is False else datum.value)
        day_shown = self.contents.formats.understood(datum.number_format).shows_day
        if (known := self._targets.get((content, day_shown))) is None:
            known = read_target_waktu(content, year=self.year, day_shown=day_shown)
            self._targets[content, day_shown] = known
        return known

    def _datum(self, draft: DraftIndikator, column: Field) -> Datum:
        if column in self.grid.header.parts:
            times = self.grid.header.parts[column]
            cells = [self.grid.cell(draft.line.row, each.column) for each in times]
            return target_of([each.label for each in times], cells) if column is Field.TARGET_WAKTU else cells[0]
        datum = self.grid.datum(draft.line.row, column)
        if not draft.more:
            return datum
        parts = [datum, *(self.grid.datum(more.row, column) for more in draft.more if column in more.texts)]
        filled = [each for each in parts if each]
        return _joined(filled, column) if filled else datum

    def _reports(self, rows: Sequence[_Row]) -> tuple[Realisasi, ...]:
        """What column 8 says, read as a whole; where it is parted by time, of each row what counts of its parts."""
        parts = self.grid.header.parts.get(Field.REALISASI)
        if parts is None:
            return read_realisasi([_report(self._laporan(row), row) for row in rows])
        cells = [(row, part, self.grid.cell(row.draft.line.row, part.column)) for row in rows for part in parts]
        read = read_realisasi([_report(cell, row) for row, _, cell in cells])
        each = iter([PartRead(part.label, cell, share) for (_, part, cell), share in zip(cells, read, strict=True)])
        reports = []
        for row in rows:
            counted = realisasi_of([next(each) for _ in parts], row.target.jadwal)
            row.data[Field.REALISASI], report = counted
            reports.append(report)
        return tuple(reports)

    def _laporan(self, row: _Row) -> Datum:
        instead = not self.grid.has(Field.REALISASI) and self.grid.has(Field.STATUS)
        return row.data[Field.STATUS if instead else Field.REALISASI]

    def _indikator(self, row: _Row, realisasi: Realisasi) -> Indikator:
        data = row.data
        return Indikator(
            kode=row.kode,
            row=row.draft.line.row,
            letter=row.letter,
            nama=row.nama,
            langkah_aksi=data[Field.LANGKAH_AKSI],
            bukti_fisik=data[Field.BUKTI_FISIK],
            butir_bukti=butir_bukti(data[Field.BUKTI_FISIK].text),
            target_waktu=data[Field.TARGET_WAKTU],
            target=row.target,
            penanggung_jawab=data[Field.PENANGGUNG_JAWAB],
            laporan=self._laporan(row),
            realisasi=realisasi,
            tanggal_selesai=data[Field.TANGGAL_SELESAI],
            tautan_bukti=data[Field.TAUTAN_BUKTI],
            kendala=data[Field.KENDALA],
            tindak_lanjut=data[Field.TINDAK_LANJUT],
        )

    def _title(self, draft: DraftKomponen | DraftSubkomponen) -> tuple[Datum, Datum]:
        """The cells of number and name; the name without a number that stands in its cell, its split rows joined."""
        line = draft.line
        if line is None:
            nowhere = Datum(Place(self.grid.sheet))
            return nowhere, nowhere
        name = self.grid.datum(line.row, line.named)
        no = self.grid.datum(line.row, Field.NO)
        if line.kind is Kind.AREA and not line.written:
            no = Datum(no.place._replace(column=None))  # it is the subkomponen's
        text = _text_joined([line.name, *(more.name for more in draft.more)])
        return no, name if text == name.text else name._replace(text=text, value=text)


def _report(datum: Datum, row: _Row) -> ReportCell:
    return ReportCell(datum.value, datum.number_format, datum.error, row.target.jadwal)


def _dated(datum: Datum) -> Datum:
    """A day that Excel kept as text (`31/03/2025` typed in an English Excel) as that day, its text as it is."""
    if not isinstance(datum.value, str):
        return datum
    any_year = 2000  # a day without its year is none
    read = read_target_waktu(datum.value, year=any_year)
    if read.jadwal is None or read.jadwal.jenis is not Jenis.TANGGAL or not read.names_year or read.notes:
        return datum
    return datum._replace(value=read.jadwal.last)


def _joined(parts: Sequence[Datum], column: Field) -> Datum:
    """The parts of a cell that a page break split, as one; it stands where the first one stands."""
    first = parts[0]
    if column in _SINGLE or len(parts) == 1 or not all(isinstance(each.value, str) for each in parts):
        return first
    texts = [each.text for each in parts]
    text = "\n".join(texts) if column is Field.TAUTAN_BUKTI else _text_joined(texts)
    return first._replace(text=text, value=text, links=distinct([link for each in parts for link in each.links]))


def _text_joined(texts: Iterable[str]) -> str:
    joined = ""
    for text in texts:
        joined += text if not joined or joined.endswith(_HYPHENS) else f" {text}"
    return joined
