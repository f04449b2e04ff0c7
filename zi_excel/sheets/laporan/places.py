"""Where everything stands in the evaluator's workbook: sheets, columns, rows, and the names that formulas use."""

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import NamedTuple

from zi_excel.history.recording import NO_HISTORY
from zi_excel.measuring.measure import IndikatorResult
from zi_excel.plan.rencana_aksi import column_letters
from zi_excel.report.contents import ReportContents
from zi_excel.report.working import Working
from zi_excel.sheets.figures import Source
from zi_excel.sheets.layout import FIRST_ROW, Layout, MatrixCopy, MonevContents, Rows
from zi_excel.sheets.tabs import JADWAL, RINGKASAN, TEMUAN, komponen_key, safe_name

SAMPUL = "Sampul"
PER_SUBKOMPONEN = "Per Subkomponen"
BUKTI = "Bukti"
TINDAK_LANJUT = "Tindak Lanjut"
PENANGGUNG_JAWAB = "Per Penanggung Jawab"
METODOLOGI = "Metodologi"
MATRIKS = "Matriks"
PERHITUNGAN = "Perhitungan"
PERJALANAN = "Perjalanan"
PERKEMBANGAN = "Perkembangan"
PERHATIAN = "Perlu Perhatian"
BUKTI_BELUM = "Bukti Belum Ada"
CARA = "Cara Menghitung"
CATATAN_LAMA = "Catatan Lama"

# Names that formulas use: the as-of day is a cell of Sampul, what the figures are judged by are cells of Metodologi.
PER = "tanggal_penilaian"
TOLERANCE = "toleransi_poin"
HORIZON = "hari_perhatian"
WBK_NAME, WBBM_NAME = "batas_wbk", "batas_wbbm"
ALLOWANCE = "kelonggaran"
EXACT_NAME = "ketelitian"

BUKTI_LINK = 5
"""The register's column of the links, which JUMLAH TAUTAN counts."""

MATRIX_FIRST_ROW = 6


class Calc(IntEnum):
    """The columns of Perhitungan, a row per indikator; the days that rencana counts follow from FIRST_DAY on."""

    KODE = 1
    TARGET_WAKTU = 2
    JENIS = 3
    REALISASI = 4
    RENCANA = 5
    DEVIASI = 6
    STATUS = 7
    JATUH_TEMPO = 8
    HARI = 9
    TANGGAL_SELESAI = 10
    JUMLAH_TAUTAN = 11
    PENANGGUNG_JAWAB = 12
    REALISASI_AWAL = 13
    GERAK = 14
    JUMLAH_HARI = 15
    DIMINTA = 16
    BERIKUT = 17
    DIMINTA_BERIKUT = 18
    TERPENUHI = 19
    BELUM = 20
    KODE_AGAIN = 21
    FIRST_DAY = 22


SOURCE = Source(Calc.KODE, Calc.RENCANA, Calc.REALISASI, Calc.DEVIASI, Calc.STATUS, Calc.JUMLAH_TAUTAN)


class Places(NamedTuple):
    """The ranges of the evaluator's workbook. rows: of each indikator in Perhitungan, by kode; all: its block.

    komponen, subkomponen: their rows in that block; those without an indikator are missing. days: columns of days.
    bukti: each indikator's rows in the register. of_komponen: each komponen's rows in Per Subkomponen.
    shown: the row of each komponen and indikator in a komponen's sheet.
    people: the penanggung jawab's rows. bukti_of: each komponen's rows in the register.
    """

    rows: Mapping[str, int]
    all: Rows
    komponen: Mapping[str, Rows]
    subkomponen: Mapping[str, Rows]
    days: int
    bukti: Mapping[str, Rows]
    bukti_table: Rows
    bukti_rows: Rows
    bukti_of: Mapping[str, Rows]
    sub_table: Rows
    of_komponen: Mapping[str, Rows]
    shown: Mapping[str, Rows]
    people: Rows
    course: Rows

    def of_group(self, kode: str) -> Rows | None:
        """The rows in Perhitungan of a komponen or subkomponen; None where it has no indikator."""
        return self.komponen.get(kode) or self.subkomponen.get(kode)

    def calc(self, kode: str, column: int) -> str:
        """The cell of an indikator in Perhitungan: `Perhitungan!$D$9`."""
        return Rows(PERHITUNGAN, self.rows[kode], self.rows[kode]).cell(column)

    def day_cells(self, row: int) -> str:
        """The cells of an indikator's days, within Perhitungan."""
        last = column_letters(Calc.FIRST_DAY + self.days - 1)
        return f"${column_letters(Calc.FIRST_DAY)}{row}:${last}{row}"


class Book(NamedTuple):
    """What every sheet is written from.

    monev: what the renderers of the Monev tabs take. steps: by kode. results: those of each komponen and subkomponen.
    """

    contents: ReportContents
    monev: MonevContents
    places: Places
    steps: Mapping[str, Working]
    results: Mapping[str, Sequence[IndikatorResult]]

    def sheet_of(self, komponen: str) -> str:
        """The name of a komponen's sheet."""
        return self.monev.name(komponen_key(komponen))


def komponen_names(contents: ReportContents) -> dict[str, str]:
    """The sheet names by the keys of the Monev tabs; no two are the same."""
    names = {RINGKASAN: "Ringkasan", JADWAL: "Jadwal", TEMUAN: "Temuan"}
    taken = {name.casefold() for name in (*names.values(), *_FIXED)}
    for komponen in contents.plan.komponen:
        name = wanted = safe_name(f"Komponen {komponen.kode}")
        number = 1
        while name.casefold() in taken:
            number += 1
            name = f"{wanted[:26]} ({number})"
        taken.add(name.casefold())
        names[komponen_key(komponen.kode)] = name
    return names


_FIXED = (
    SAMPUL, PER_SUBKOMPONEN, BUKTI, TINDAK_LANJUT, PENANGGUNG_JAWAB, METODOLOGI, MATRIKS, PERHITUNGAN, PERJALANAN,
    CATATAN_LAMA, PERKEMBANGAN, PERHATIAN, BUKTI_BELUM, CARA,
)  # fmt: skip


def book_of(contents: ReportContents, layout: Layout) -> Book:
    """The book of a report. layout: that of the Monev tabs under this workbook's names."""
    occasion = contents.occasion
    monev = MonevContents(
        contents.plan,
        contents.measurement,
        layout,
        occasion.version,
        NO_HISTORY,
        contents.course,
        MatrixCopy(MATRIKS, matrix_rows(contents)),
    )
    results: dict[str, list[IndikatorResult]] = {}
    for result in contents.measurement.indikator:
        for kode in (result.komponen, result.subkomponen):
            results.setdefault(kode, []).append(result)
    steps = {step.kode: step for step in contents.steps}
    return Book(contents, monev, _places(contents, layout.names), steps, results)


def matrix_rows(contents: ReportContents) -> dict[int, int]:
    """The row of Matriks for each row of staff's sheet that holds a komponen, a subkomponen or an indikator."""
    rows: dict[int, int] = {}
    at = MATRIX_FIRST_ROW
    for komponen in contents.plan.komponen:
        heads = [komponen.no.place.row, *(sub.no.place.row for sub in komponen.subkomponen)]
        rows.setdefault(heads[0] or 0, at)
        at += 1
        for sub, head in zip(komponen.subkomponen, heads[1:], strict=True):
            rows.setdefault(head or 0, at)
            for indikator in sub.indikator:
                rows[indikator.row] = at
                at += 1
            at += not sub.indikator
    return rows


def _places(contents: ReportContents, names: Mapping[str, str]) -> Places:
    plan, measured = contents.plan, contents.measurement
    rows = {step.kode: at for at, step in enumerate(contents.steps, FIRST_ROW)}
    komponen: dict[str, Rows] = {}
    subkomponen: dict[str, Rows] = {}
    of_komponen: dict[str, Rows] = {}
    shown: dict[str, Rows] = {}
    at = FIRST_ROW
    sub_at = FIRST_ROW
    for area in plan.komponen:
        begin, sub_begin, line = at, sub_at, FIRST_ROW
        sheet = names[komponen_key(area.kode)]
        shown[area.kode] = Rows(sheet, line, line)
        for sub in area.subkomponen:
            line += 1
            if sub.indikator:
                subkomponen[sub.kode] = Rows(PERHITUNGAN, at, at + len(sub.indikator) - 1)
            for indikator in sub.indikator:
                line += 1
                shown[indikator.kode] = Rows(sheet, line, line)
            at += len(sub.indikator)
            sub_at += 1
        if at > begin:
            komponen[area.kode] = Rows(PERHITUNGAN, begin, at - 1)
        if sub_at > sub_begin:
            of_komponen[area.kode] = Rows(PER_SUBKOMPONEN, sub_begin, sub_at - 1)
    last = max(at - 1, FIRST_ROW)
    bukti_table = Rows(BUKTI, FIRST_ROW, FIRST_ROW + max(len(measured.komponen), 1) - 1)
    bukti_first = bukti_table.last + 5
    bukti, bukti_of = _bukti(contents, bukti_first)
    return Places(
        rows=rows,
        all=Rows(PERHITUNGAN, FIRST_ROW, last),
        komponen=komponen,
        subkomponen=subkomponen,
        days=max((len(step.days) for step in contents.steps), default=1) or 1,
        bukti=bukti,
        bukti_table=bukti_table,
        bukti_rows=Rows(BUKTI, bukti_first, bukti_first + max(len(contents.evidence), 1) - 1),
        bukti_of=bukti_of,
        sub_table=Rows(PER_SUBKOMPONEN, FIRST_ROW, max(sub_at - 1, FIRST_ROW)),
        of_komponen=of_komponen,
        shown=shown,
        people=Rows(PENANGGUNG_JAWAB, FIRST_ROW, FIRST_ROW + max(len(measured.penanggung_jawab), 1) - 1),
        course=Rows(PERJALANAN, FIRST_ROW, FIRST_ROW + max(len(contents.course), 1) - 1),
    )


def _bukti(contents: ReportContents, first: int) -> tuple[dict[str, Rows], dict[str, Rows]]:
    """The register's rows of each indikator, and of each komponen."""
    own: dict[str, Rows] = {}
    of_komponen: dict[str, Rows] = {}
    for at, row in enumerate(contents.evidence, first):
        for kode, groups in ((row.result.indikator.kode, own), (row.result.komponen, of_komponen)):
            groups[kode] = Rows(BUKTI, groups[kode].first if kode in groups else at, at)
    return own, of_komponen
