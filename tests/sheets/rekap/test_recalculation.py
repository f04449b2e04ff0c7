"""Recalculated by LibreOffice from nothing, the rekap says what is cached, to 1e-9; and that is plain arithmetic."""

import io
import re
from statistics import fmean, median

import pytest
from made_rekap import made_rekap, record_of, rekap_of, unreported
from once import once
from python_calamine import CalamineWorkbook

from zi_excel.kantor.figures import Rekap
from zi_excel.sheets import render_rekap
from zi_excel.wording import NONE

pytestmark = pytest.mark.slow

SIZES = {1: 1, 2: 4, 3: 12, 4: 38, 5: 70, 6: 12}
"""By seed, how many kantor: one; few; as many as are shown one by one; more than Peta has columns for."""
KNOWN = {
    *("ABS", "INT", "MOD"),
    *("AND", "COUNT", "COUNTA", "COUNTIF", "IF", "ISNUMBER", "LEFT", "MAX", "MEDIAN", "MIN", "N", "RANK", "ROUND"),
    *("SIGN", "SUM", "SUMIF", "SUMPRODUCT"),
}

Cells = dict[str, list[list[object]]]


def rendered(rekap: Rekap) -> bytes:
    return once(render_rekap, rekap, out="hasil/rekap.xlsx")


def cells(package: bytes) -> Cells:
    """All values of a workbook, through a reader that computes nothing."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(package))
    return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}


def table(book: Cells, sheet: str, first_title: str) -> list[dict[str, object]]:
    """The rows under the header that begins with that title, by the columns' titles; the first of a title counts."""
    rows = book[sheet]
    at = next(at for at, row in enumerate(rows) if row[0] == first_title and row[1])
    found = []
    for row in rows[at + 1 :]:
        if not any(value != "" for value in row):
            break
        by_title: dict[str, object] = {}
        for title, value in zip(rows[at], row, strict=True):
            by_title.setdefault(" ".join(str(title).split()), value)
        found.append(by_title)
    return found


def same(shown: object, expected: float | None) -> None:
    if expected is None:
        assert shown == NONE
    else:
        assert shown == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize("seed", SIZES)
def test_figures_of_the_kantor_are_those_that_were_measured(seed):
    """Each kantor's row of Kantor, and its komponen."""
    rekap = made_rekap(seed, SIZES[seed])
    by_name = {record.nama: (place, record) for place, record in enumerate(rekap.kantor)}
    rows = table(cells(rendered(rekap)), "Kantor", "PERINGKAT")
    assert len(rows) == len(rekap.kantor)
    for row in rows:
        place, record = by_name[str(row["KANTOR"])]
        assert row["PERINGKAT"] == rekap.ranks[place]
        same(row["CAPAIAN"], record.total.capaian)
        same(row["RENCANA"], record.total.rencana)
        same(row["DEVIASI (POIN)"], None if record.total.deviasi is None else record.total.deviasi * 100)
        same(row["TERTIMBANG"], record.total.tertimbang)
        for status, count in record.total.status.items():
            assert row[status.text] == count
        for figures in rekap.komponen:
            if figures.kode:
                same(row[figures.kode], figures.capaian[place])


@pytest.mark.parametrize("seed", SIZES)
def test_means_count_each_kantor_once(seed):
    """Of all kantor, of each wilayah, of each indikator: plain arithmetic over their own figures."""
    rekap = made_rekap(seed, SIZES[seed])
    book = cells(rendered(rekap))
    shares = [record.total.capaian for record in rekap.kantor]
    komponen = table(book, "Ringkasan", "KODE")
    whole = next(row for row in komponen if row["KOMPONEN"] == "Semua kantor")
    same(whole["RATA-RATA"], fmean(shares))
    same(whole["MEDIAN"], median(shares))
    same(whole["TERENDAH"], min(shares))
    same(whole["TERTINGGI"], max(shares))
    if "Wilayah" in book:
        for row in table(book, "Wilayah", "WILAYAH"):
            own = [record.total.capaian for record in rekap.kantor if record.wilayah == row["WILAYAH"]]
            same(row["RATA-RATA"], fmean(own))
            same(row["MEDIAN"], median(own))
    for row, figures in zip(table(book, "Indikator", "KODE"), rekap.indikator, strict=True):
        own = [each.realisasi or 0.0 for each in rekap.cells(figures) if each is not None]
        assert (row["KODE"], row["KANTOR"]) == (figures.kode, len(own))
        same(row["RATA-RATA"], fmean(own))
        same(row["TERENDAH"], min(own))
        same(row["TERTINGGI"], max(own))


def test_libreoffice_computes_what_is_cached(recalculated):
    """Every cell of every sheet, whatever the kantor's matrices; one kantor, and none that reported, too."""
    states = {str(seed): rendered(made_rekap(seed, count)) for seed, count in SIZES.items()}
    states["trouble"] = rendered(made_rekap(7, 16, hostile=True))
    states["nothing reported"] = rendered(none_reported())
    again = recalculated(states)
    for name, package in states.items():
        book, cached = cells(again[name]), cells(package)
        for sheet, rows in cached.items():
            for at, row in enumerate(rows):
                for column, value in enumerate(row):
                    computed = book[sheet][at][column] if at < len(book[sheet]) else ""
                    place = name, sheet, at + 1, column + 1
                    if isinstance(value, float):
                        assert computed == pytest.approx(value, abs=1e-9), place
                    elif name != "trouble":  # LibreOffice rewrites some odd characters of texts
                        assert computed == value, place


def none_reported() -> Rekap:
    """Four kantor, none of which has reported."""
    from random import Random

    from laporan_plans import made_plan

    plan = unreported(made_plan(Random(4)))
    return rekap_of([record_of(plan, f"Kantor {at}", wilayah="Wilayah A") for at in range(4)])


def test_formulas_keep_to_what_every_application_knows(read):
    """No volatile functions, no dynamic arrays, nothing newer than Excel 2007."""
    used = set()
    for seed, count in SIZES.items():
        for sheet in read(rendered(made_rekap(seed, count)), values=False):
            for row in sheet:
                for cell in row:
                    if cell.data_type == "f":
                        used |= set(re.findall(r"[A-Z][A-Z0-9.]+(?=\()", re.sub(r'"[^"]*"', "", cell.value)))
    assert used <= KNOWN


def test_outside_data_no_number_is_typed(read):
    """But what no formula can say: ordinal numbers, kantor of another text, and what histories recorded."""
    typed = {"NO", "TEKS LAIN", "TANGGAL", "RENCANA", "RATA-RATA", "KANTOR"}
    for seed, count in SIZES.items():
        workbook = read(rendered(made_rekap(seed, count)), values=False)
        for sheet in workbook:
            if sheet.title == "Data":
                continue
            titles: dict[int, str] = {}
            course = False
            for row in sheet:
                course = course or row[0].value == "Angka perjalanan sepanjang tahun"
                for cell in row:
                    if isinstance(cell.value, str) and cell.data_type != "f" and cell.value.isupper():
                        titles[cell.column] = " ".join(cell.value.split())
                    if cell.data_type in {"n", "d"} and cell.value is not None:
                        title = titles.get(cell.column)
                        assert title in ({"NO", "TEKS LAIN"} if not course else typed), (sheet.title, cell.coordinate)
