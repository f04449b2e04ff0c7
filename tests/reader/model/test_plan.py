"""A workbook's matrix becomes the model, every datum with its cell."""

import re
from collections import Counter
from pathlib import Path

import openpyxl
import pytest

from zi_excel.enacted.matrix import enacted_matrix, plain
from zi_excel.errors import WorkbookError
from zi_excel.plan.rencana_aksi import Datum, Field, Oddity, Place

DECREE = Path(__file__).parents[3].parent / "shared" / "decree" / "keputusan-31-2025.txt"
TEMPLATE = Path(__file__).parents[3] / "workbooks" / "template_rencana_aksi.xlsx"


def words(text):
    return " ".join(text.split())


def enacted_cells():
    """Columns 1-7 of the enacted matrix, indikator by indikator."""
    return [
        (
            *(komponen.kode, komponen.no, words(komponen.nama)),
            *(sub.kode, sub.no, words(sub.nama), indikator.kode),
            *(words(plain(text)) for text in (indikator.indikator, indikator.langkah_aksi, indikator.bukti_fisik)),
            *(words(indikator.target_waktu), words(komponen.penanggung_jawab)),
        )
        for komponen, sub, indikator in enacted_matrix().indikator()
    ]


def read_cells(plan):
    """The same of a plan as read."""
    return [
        (
            *(komponen.kode, komponen.no.text, words(komponen.nama.text)),
            *(sub.kode, sub.no.text, words(sub.nama.text), indikator.kode),
            *(words(each.text) for each in (indikator.nama, indikator.langkah_aksi, indikator.bukti_fisik)),
            *(words(indikator.target_waktu.text), words(indikator.penanggung_jawab.text)),
        )
        for komponen in plan.komponen
        for sub in komponen.subkomponen
        for indikator in sub.indikator
    ]


def test_the_template_is_the_enacted_matrix(read):
    """6 komponen, 25 subkomponen, 87 indikator, word for word; nothing reported yet."""
    plan = read(TEMPLATE)
    assert read_cells(plan) == enacted_cells()
    assert (len(plan.komponen), len(list(plan.subkomponen())), len(list(plan.indikator()))) == (6, 25, 87)
    assert plan.year == 2025
    assert list(plan.columns) == list(Field)[:12]
    assert not any(each.realisasi.dilaporkan or each.laporan for each in plan.indikator())
    assert [(each.oddity, each.kode) for each in plan.remarks] == [
        (Oddity.NUMBER_ARABIC, "I"),
        (Oddity.NUMBER_MISSING, "VI.4"),
    ]


def test_saved_by_openpyxl_it_is_the_same(read, tmp_path):
    """Rich text, merged cells and all."""
    path = tmp_path / "disimpan.xlsx"
    openpyxl.load_workbook(TEMPLATE, rich_text=True).save(path)
    assert read(path) == read(TEMPLATE)


@pytest.mark.parametrize("through", ["xlsx", "ods"])
def test_saved_by_libreoffice_it_is_the_same(read, libreoffice, tmp_path, through):
    """As .xlsx, and through LibreOffice's own format and back."""
    path = TEMPLATE
    for kind in ["xlsx"] if through == "xlsx" else ["ods", "xlsx"]:
        path = libreoffice(kind, path, to=tmp_path / kind)
    plan = read(path)
    assert read_cells(plan) == enacted_cells()
    assert [each.target for each in plan.indikator()] == [each.target for each in read(TEMPLATE).indikator()]


def test_the_header_is_told(plan_of):
    """Which column was taken for what, and where its name stands."""
    plan = plan_of()
    assert plan.header_row == 2
    assert plan.columns[Field.TAUTAN_BUKTI] == 10
    assert plan.headers[Field.REALISASI] == Datum.at(Place("Rencana Aksi", 2, 8), "REALISASI (%)", "REALISASI (%)")
    assert plan.title == ("RENCANA AKSI PEMBANGUNAN ZONA INTEGRITAS TAHUN 2025",)


def test_notes_between_the_rows_are_told(plan_of, rows):
    """They are none of the matrix's kinds, and no row."""
    plan = plan_of((*rows[:4], ("Perlu dibahas lagi bersama pimpinan",), *rows[4:]))
    assert [(each.place.ref, each.detail) for each in plan.remarks] == [("A7", "Perlu dibahas lagi bersama pimpinan")]
    assert len(list(plan.indikator())) == 4


@pytest.mark.parametrize("chosen", ["H", "Sudah dikerjakan", "sudah DIKERJAKAN"])
def test_settings_say_which_column(plan_of, rows, header, chosen):
    """By letter or by the header's text."""
    names = tuple("Sudah dikerjakan" if name.startswith("REALISASI") else name for name in header)
    plan = plan_of(rows, header=[names], options={"columns": {Field.REALISASI: chosen}})
    assert plan.columns[Field.REALISASI] == 8
    assert next(plan.indikator()).realisasi.share == 1


def test_a_column_of_the_settings_that_is_not_there(plan_of):
    """The sentence names the setting."""
    with pytest.raises(WorkbookError, match="'Sudah' untuk REALISASI"):
        plan_of(options={"columns": {Field.REALISASI: "Sudah"}})


@pytest.mark.skipif(not DECREE.exists(), reason="the decree's text (../shared) is not here")
def test_the_decrees_pages_as_they_are(plan_of):
    """Typed off page by page: the header on each page, a split row, nothing merged, signatures below."""
    lines = DECREE.read_text("utf-8").splitlines()
    start = next(at for at, line in enumerate(lines) if line.startswith("LAMPIRAN"))
    rows = [[re.sub(r"<[^>]*>", " ", cell) or None for cell in line.strip(" ").split("\t")] for line in lines[start:]]
    plan = plan_of(rows, header=[], title=None)
    assert read_cells(plan) == enacted_cells()
    assert plan.year == 2025
    oddities = Counter(each.oddity for each in plan.remarks)
    assert oddities.pop(Oddity.HEADER_REPEATED) == sum(line.startswith("NO\t") for line in lines) - 1
    assert oddities == {Oddity.SPLIT_ROW: 1, Oddity.NUMBER_ARABIC: 1, Oddity.NUMBER_MISSING: 1}


@pytest.mark.parametrize("chosen", ["XFE", "ZZZ", "XFE "])
def test_a_letter_beyond_the_last_column_is_refused(plan_of, chosen):
    """A sheet ends at XFD."""
    with pytest.raises(WorkbookError, match=r"menurut pengaturan tidak ada.*\[kolom\]"):
        plan_of(options={"columns": {Field.REALISASI: chosen}})
