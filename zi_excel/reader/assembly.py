"""Outline -> model: kode, data, targets, realisasi; and the remarks on what had to be decided on the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from zi_excel.bukti_fisik import butir_bukti
from zi_excel.jadwal import TargetWaktu
from zi_excel.reader.areas import area_number
from zi_excel.reader.grid import Grid
from zi_excel.reader.lines import Kind, Line, lead_field
from zi_excel.reader.links import distinct
from zi_excel.reader.numbering import Style, letters, places, read_digits, read_letter, roman
from zi_excel.reader.outline import DraftIndikator, DraftKomponen, DraftSubkomponen, Outline
from zi_excel.reader.values import Contents
from zi_excel.realisasi import Realisasi, ReportCell, read_realisasi
from zi_excel.rencana_aksi import Datum, Field, Indikator, Komponen, Oddity, Place, Remark, Subkomponen
from zi_excel.target_waktu import read_target_waktu

_SINGLE = (Field.REALISASI, Field.STATUS, Field.TANGGAL_SELESAI)
"""Columns that hold one value: of a split row the first part that holds any."""
_HYPHENS = ("-", "–", "/")


@dataclass(frozen=True, slots=True)
class _Row:
    """An indikator's data before the realisasi column is read as a whole."""

    kode: str
    letter: str | None
    draft: DraftIndikator
    nama: Datum
    data: dict[Field, Datum]
    target: TargetWaktu


@dataclass(slots=True)
class Assembly:
    """Makes the model of an outline. year: the plan's. remarks: what was noticed on the way."""

    grid: Grid
    contents: Contents
    year: int
    remarks: list[Remark] = field(default_factory=list)
    _targets: dict[tuple[object, bool], TargetWaktu] = field(default_factory=dict)

    def komponen(self, outline: Outline) -> tuple[Komponen, ...]:
        """The model's komponen, each whole."""
        kodes = self._komponen_kodes(outline.komponen)
        drafts = [
            (komponen, kode, list(zip(komponen.subkomponen, self._subkomponen_kodes(kode, komponen), strict=True)))
            for komponen, kode in zip(outline.komponen, kodes, strict=True)
        ]
        rows = [list(self._rows(komponen, subs)) for komponen, _, subs in drafts]
        flat = [row for of_komponen in rows for of_sub in of_komponen for row in of_sub]
        self._remark_on_letters(flat)
        reports = read_realisasi([self._report(row) for row in flat])
        indikator = iter([self._indikator(row, report) for row, report in zip(flat, reports, strict=True)])
        return tuple(
            Komponen(
                kode,
                *self._title(komponen),
                tuple(
                    Subkomponen(sub_kode, *self._title(sub), tuple(next(indikator) for _ in of_sub))
                    for (sub, sub_kode), of_sub in zip(subs, of_komponen, strict=True)
                ),
            )
            for (komponen, kode, subs), of_komponen in zip(drafts, rows, strict=True)
        )

    # -- kode ----------------------------------------------------------------------------------------------------

    def _komponen_kodes(self, drafts: Sequence[DraftKomponen]) -> list[str]:
        numbers = [_komponen_number(draft.line) for draft in drafts]
        has_roman = any(_style(draft.line) is Style.ROMAN for draft in drafts)
        kodes = []
        for draft, given in zip(drafts, places(numbers), strict=True):
            kode = roman(given.value)
            self._remark_on_number(draft, kode, by_order=given.by_order)
            if draft.line is not None and has_roman and _style(draft.line) is Style.ARABIC:
                self._remark(Oddity.NUMBER_ARABIC, draft.line, kode, draft.line.written)
            kodes.append(kode)
        return kodes

    def _subkomponen_kodes(self, parent: str, komponen: DraftKomponen) -> list[str]:
        numbers = [sub.line.number.value if sub.line and sub.line.number else None for sub in komponen.subkomponen]
        kodes = []
        for sub, given in zip(komponen.subkomponen, places(numbers), strict=True):
            kode = f"{parent}.{given.value}"
            self._remark_on_number(sub, kode, by_order=given.by_order)
            kodes.append(kode)
        return kodes

    def _remark_on_number(self, draft: DraftKomponen | DraftSubkomponen, kode: str, *, by_order: bool) -> None:
        line = draft.line
        if line is None:
            return
        if line.number is None and not line.written:
            self._remark(Oddity.NUMBER_MISSING, line, kode)
        elif by_order or line.number is None:
            self._remark(Oddity.KODE_BY_ORDER, line, kode, line.written)
        for more in draft.more:
            self._remark(Oddity.SPLIT_ROW, more, kode)

    def _remark(self, oddity: Oddity, line: Line, kode: str, detail: str = "") -> None:
        column = self.grid.header.columns.get(Field.NO, self.grid.header.columns.get(line.named))
        self.remarks.append(Remark(oddity, Place(self.grid.sheet, line.row, column), kode, detail))

    def _remark_on_letters(self, rows: Sequence[_Row]) -> None:
        """Where no indikator of the whole matrix has a letter, that is its habit: one remark, not one per row."""
        column = self.grid.header.columns.get(lead_field(self.grid))
        odd = [row for row in rows if row.kode.count(".") > 1 and row.kode.rsplit(".", 1)[1] != row.letter]
        if not any(row.letter for row in rows):
            odd = odd[:1]
        for row in odd:
            place = Place(self.grid.sheet, row.draft.line.row, column)
            self.remarks.append(Remark(Oddity.KODE_BY_ORDER, place, row.kode, row.letter or ""))

    # -- data ----------------------------------------------------------------------------------------------------

    def _rows(self, komponen: DraftKomponen, subs: Iterable[tuple[DraftSubkomponen, str]]) -> Iterator[list[_Row]]:
        """Each subkomponen's rows. A penanggung jawab holds down to the next one within its komponen."""
        responsible = None if komponen.line is None else self.grid.datum(komponen.line.row, Field.PENANGGUNG_JAWAB)
        for sub, kode in subs:
            found = []
            if sub.line is not None and sub.line.kind is Kind.HEADING:
                responsible = self.grid.datum(sub.line.row, Field.PENANGGUNG_JAWAB) or responsible
            for draft, (own_kode, letter) in zip(sub.indikator, self._indikator_kodes(kode, sub), strict=True):
                row = self._row(draft, own_kode, letter)
                responsible = row.data[Field.PENANGGUNG_JAWAB] or responsible or row.data[Field.PENANGGUNG_JAWAB]
                row.data[Field.PENANGGUNG_JAWAB] = responsible
                found.append(row)
            yield found

    def _indikator_kodes(self, parent: str, sub: DraftSubkomponen) -> Iterator[tuple[str, str | None]]:
        lead = lead_field(self.grid)
        written = [_letter(draft.line, lead) for draft in sub.indikator]
        if written == [None]:
            yield parent, None
            return
        numbers = [None if letter is None else ord(letter) - 96 for letter in written]
        if not any(written):  # counted `1.` `2.`: as good as letters
            numbers = [read_digits(draft.line.texts.get(lead, "")) for draft in sub.indikator]
        for letter, number, given in zip(written, numbers, places(numbers), strict=True):
            kept = letters(given.value)
            yield f"{parent}.{kept}", kept if number == given.value and letter is None else letter

    def _row(self, draft: DraftIndikator, kode: str, letter: str | None) -> _Row:
        for more in draft.more:
            self.remarks.append(
                Remark(
                    Oddity.SPLIT_ROW,
                    Place(self.grid.sheet, more.row, self.grid.header.columns[next(iter(more.texts))]),
                    kode,
                )
            )
        data: dict[Field, Datum] = {
            each: self._datum(draft, each) for each in Field if each not in (Field.NO, Field.KOMPONEN)
        }
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
        datum = self.grid.datum(draft.line.row, column)
        if not draft.more:
            return datum
        parts = [datum, *(self.grid.datum(more.row, column) for more in draft.more if column in more.texts)]
        filled = [each for each in parts if each]
        return _joined(filled, column) if filled else datum

    def _report(self, row: _Row) -> ReportCell:
        datum = self._laporan(row)
        return ReportCell(datum.value, datum.number_format, datum.error, row.target.jadwal)

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
        text = _text_joined([line.name, *(more.name for more in draft.more)])
        return self.grid.datum(line.row, Field.NO), name if text == name.text else replace(name, text=text, value=text)


def _komponen_number(line: Line | None) -> int | None:
    """A komponen's number as written; where none is, or rows are counted there, that of the area that it names."""
    if line is None:
        return None
    counted = line.kind is Kind.CONTENT and _style(line) is Style.ARABIC
    return line.number.value if line.number and not counted else area_number(line.name)


def _style(line: Line | None) -> Style | None:
    return line.number.style if line and line.number else None


def _letter(line: Line, lead: Field) -> str | None:
    """An indikator's letter, before its text or alone in NO."""
    if line.number is not None and line.number.style is Style.SMALL and not line.name:
        return letters(line.number.value)
    return read_letter(line.texts.get(lead, ""))


def _joined(parts: Sequence[Datum], column: Field) -> Datum:
    """The parts of a cell that a page break split, as one; it stands where the first one stands."""
    first = parts[0]
    if column in _SINGLE or len(parts) == 1 or not all(isinstance(each.value, str) for each in parts):
        return first
    texts = [each.text for each in parts]
    text = "\n".join(texts) if column is Field.TAUTAN_BUKTI else _text_joined(texts)
    return replace(first, text=text, value=text, links=distinct([link for each in parts for link in each.links]))


def _text_joined(texts: Iterable[str]) -> str:
    joined = ""
    for text in texts:
        joined += text if not joined or joined.endswith(_HYPHENS) else f" {text}"
    return joined
