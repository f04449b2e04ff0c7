"""A plan to break: the enacted matrix as the reader would hand it out, with every cell open to change."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

import pytest

from zi_excel.enacted.matrix import enacted_matrix, plain
from zi_excel.plan.numbering import among, letters, read_digits, read_letter, read_number
from zi_excel.plan.realisasi import ReportCell, read_realisasi
from zi_excel.plan.rencana_aksi import (
    Datum,
    Field,
    Indikator,
    Komponen,
    Oddity,
    Place,
    Remark,
    RencanaAksi,
    Subkomponen,
)
from zi_excel.plan.target_waktu import read_target_waktu
from zi_excel.validation.engine import validate
from zi_excel.validation.findings import Finding
from zi_excel.validation.rule import Hit
from zi_excel.validation.rules import ALL
from zi_excel.validation.subject import Subject

SHEET = "Rencana Aksi"
COLUMN = {each: at for at, each in enumerate(list(Field)[:12], start=1)}
PER = date(2025, 11, 20)
RULE = {rule.code: rule for rule in ALL}
EMPTY_ROW = dict.fromkeys(list(Field)[2:12], "")


@dataclass
class Row:
    """One indikator of a draft: its kode, and per Field a text, a value, or a dict of Datum's arguments."""

    kode: str
    cells: dict[Field, object]

    def set(self, **cells: object) -> "Row":
        """Changes cells by the names of their fields."""
        self.cells.update({Field(name): content for name, content in cells.items()})
        return self


@dataclass
class Head:
    """A komponen or subkomponen of a draft: what stands in columns 1 and 2, and what is in it."""

    kode: str
    no: object
    nama: object
    parts: list = field(default_factory=list)


def numbers_of(heads):
    """The numbers that the reader would find."""
    return among([read_number(each.no.text) for each in heads])


def letter_of(text: str) -> str | None:
    """The letter that the reader would find; of counted indikator the one of the count."""
    digits = read_digits(text)
    return read_letter(text) or (letters(digits) if digits else None)


class Draft:
    """A matrix that can be changed before it becomes a plan."""

    def __init__(self, komponen: list[Head], columns: dict[Field, int], year: int = 2025):
        self.komponen = komponen
        self.columns = dict(columns)
        self.year = year
        self.remarks: list[Remark] = []

    def head(self, kode: str) -> Head:
        """The komponen or subkomponen of a kode."""
        heads = [*self.komponen, *(sub for each in self.komponen for sub in each.parts)]
        return next(each for each in heads if each.kode == kode)

    def rows(self) -> Iterator[Row]:
        """All rows, in order."""
        for komponen in self.komponen:
            for sub in komponen.parts:
                yield from sub.parts

    def row(self, kode: str) -> Row:
        """The row of a kode."""
        return next(each for each in self.rows() if each.kode == kode)

    def home(self, kode: str) -> list[Row]:
        """The list that holds the row of a kode."""
        return next(sub.parts for komponen in self.komponen for sub in komponen.parts if self.row(kode) in sub.parts)

    def remark(
        self, oddity: Oddity, kode: str | None = None, column: Field | None = Field.NO, detail: str = ""
    ) -> None:
        """What the reader would have noticed."""
        self.remarks.append(Remark(oddity, Place(SHEET, 20, column and COLUMN[column]), kode, detail))

    def plan(self) -> RencanaAksi:
        """The plan that the reader would hand out."""
        self._line = 20
        cells: list[ReportCell] = []
        komponen = tuple(self._komponen(each, cells) for each in self.komponen)
        shares = iter(read_realisasi(cells))
        komponen = tuple(
            each._replace(
                nomor=nomor,
                subkomponen=tuple(
                    sub._replace(
                        nomor=sub_nomor,
                        indikator=tuple(row._replace(realisasi=next(shares)) for row in sub.indikator),
                    )
                    for sub, sub_nomor in zip(each.subkomponen, numbers_of(each.subkomponen), strict=True)
                ),
            )
            for each, nomor in zip(komponen, numbers_of(komponen), strict=True)
        )
        headers = {each: Datum.at(Place(SHEET, 18, at), each.upper()) for each, at in self.columns.items()}
        return RencanaAksi(SHEET, (), self.year, 18, self.columns, headers, komponen, tuple(self.remarks))

    def _datum(self, column: Field, content: object) -> Datum:
        place = Place(SHEET, self._line, self.columns.get(column))
        if place.column is None:
            return Datum.at(place)
        if isinstance(content, dict):
            return Datum.at(place, **content)
        text = f"{content:%d/%m/%Y}" if isinstance(content, date) else "" if content is None else str(content)
        return Datum.at(place, text, None if content == "" else content)

    def _komponen(self, head: Head, cells: list[ReportCell]) -> Komponen:
        no, nama = self._datum(Field.NO, head.no), self._datum(Field.KOMPONEN, head.nama)
        self._line += 1
        return Komponen(head.kode, no, nama, tuple(self._subkomponen(each, cells) for each in head.parts))

    def _subkomponen(self, head: Head, cells: list[ReportCell]) -> Subkomponen:
        no, nama = self._datum(Field.NO, head.no), self._datum(Field.KOMPONEN, head.nama)
        return Subkomponen(head.kode, no, nama, tuple(self._indikator(each, cells) for each in head.parts))

    def _indikator(self, row: Row, cells: list[ReportCell]) -> Indikator:
        datum = {each: self._datum(each, content) for each, content in row.cells.items()}
        target = read_target_waktu(datum[Field.TARGET_WAKTU].value, year=self.year)
        report = datum[Field.REALISASI]
        cells.append(ReportCell(report.value, report.number_format, report.error, target.jadwal))
        self._line += 1
        return Indikator(
            kode=row.kode,
            row=self._line - 1,
            letter=letter_of(datum[Field.INDIKATOR].text),
            nama=datum[Field.INDIKATOR],
            langkah_aksi=datum[Field.LANGKAH_AKSI],
            bukti_fisik=datum[Field.BUKTI_FISIK],
            target_waktu=datum[Field.TARGET_WAKTU],
            target=target,
            penanggung_jawab=datum[Field.PENANGGUNG_JAWAB],
            laporan=report,
            realisasi=None,
            tanggal_selesai=datum[Field.TANGGAL_SELESAI],
            tautan_bukti=datum[Field.TAUTAN_BUKTI],
            kendala=datum[Field.KENDALA],
            tindak_lanjut=datum[Field.TINDAK_LANJUT],
        )


@pytest.fixture
def enacted_draft() -> Draft:
    """The enacted matrix, nothing reported yet."""
    return Draft(
        [
            Head(
                each.kode,
                each.no,
                plain(each.nama),
                [
                    Head(
                        sub.kode,
                        sub.no,
                        plain(sub.nama),
                        [
                            Row(row.kode, dict(EMPTY_ROW)).set(
                                indikator=plain(row.indikator),
                                langkah_aksi=plain(row.langkah_aksi),
                                bukti_fisik=plain(row.bukti_fisik),
                                target_waktu=plain(row.target_waktu),
                                penanggung_jawab=plain(each.penanggung_jawab),
                            )
                            for row in sub.indikator
                        ],
                    )
                    for sub in each.subkomponen
                ],
            )
            for each in enacted_matrix().komponen
        ],
        COLUMN,
    )


OTHER = (
    ("I.1.a", "a. Pembentukan tim", "Rapat pembentukan", "SK Tim 2025", "Maret 2025"),
    ("I.1.b", "b. Pembagian tugas", "Rapat kerja", "Notulen 2025", "April 2025"),
    ("I.1.c", "c. Evaluasi tim", "Rapat evaluasi", "Laporan 2025", "Juni dan Desember 2025"),
)


@pytest.fixture
def draft() -> Draft:
    """A small flawless matrix of another office, of three indikator. No rule speaks of it but ZI907."""
    rows = [
        Row(kode, dict(EMPTY_ROW)).set(
            indikator=nama,
            langkah_aksi=langkah,
            bukti_fisik=bukti,
            target_waktu=target,
            penanggung_jawab="Tim Perubahan",
        )
        for kode, nama, langkah, bukti, target in OTHER
    ]
    return Draft([Head("I", "I", "MANAJEMEN PERUBAHAN", [Head("I.1", "1", "Tim Kerja", rows)])], COLUMN)


@pytest.fixture
def subject():
    """subject(draft) -> what a rule looks at."""

    def make(draft: Draft, per: date = PER) -> Subject:
        return Subject(draft.plan(), enacted_matrix(), per)

    return make


@pytest.fixture
def hits(subject):
    """hits("ZI601", draft) -> what the rule of that code says of the draft."""

    def run(code: str, draft: Draft, per: date = PER) -> list[Hit]:
        return list(RULE[code].check(subject(draft, per)))

    return run


@pytest.fixture
def cells(hits):
    """cells("ZI601", draft) -> where the rule of that code speaks up, as (cell, kode)."""

    def run(code: str, draft: Draft, per: date = PER) -> list[tuple[str | None, str | None]]:
        return [(hit.place.ref, hit.kode) for hit in hits(code, draft, per)]

    return run


@pytest.fixture
def findings():
    """findings(draft) -> what the engine makes of the draft; with `overrides`."""

    def run(draft: Draft, per: date = PER, **options: object) -> tuple[Finding, ...]:
        return validate(draft.plan(), enacted_matrix(), per, **options)

    return run
