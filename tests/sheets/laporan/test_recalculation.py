"""Recalculated by LibreOffice from nothing, the report says what `capaian --format json` says, to 1e-9."""

import html
import io
import re
import zipfile
from datetime import date

import openpyxl
import pytest
from laporan_plans import made_contents
from once import once
from python_calamine import CalamineWorkbook
from samples import few_when_quick

from zi_excel.measuring.status import Status
from zi_excel.outputs.results_json import capaian_json
from zi_excel.sheets import render_laporan
from zi_excel.wording import NONE

STATES = 54
MOVED, ANOTHER_DAY = range(6), date(2025, 8, 31)
KNOWN = {
    *(
        "ABS",
        "AND",
        "CHOOSE",
        "COUNT",
        "COUNTA",
        "COUNTIF",
        "COUNTIFS",
        "DAY",
        "IF",
        "INDEX",
        "INT",
        "ISNUMBER",
        "MATCH",
        "MAX",
        "MIN",
        "MOD",
        "MONTH",
        "N",
        "NOT",
        "OR",
        "ROUND",
        "SUM",
        "SUMIF",
        "SUMPRODUCT",
        "YEAR",
    ),
}
WORDS = {status.text: status.value for status in Status}


Cells = dict[str, list[list[object]]]
"""What a reader sees in each sheet, row by row; "" where nothing stands."""


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
            if found:
                break
            continue  # a table of nothing has one blank row
        by_title: dict[str, object] = {}
        for title, value in zip(rows[at], row, strict=True):
            by_title.setdefault(str(title), value)
        found.append(by_title)
    return found


def same(shown: object, said: object, place: object) -> None:
    """A dash stands for null, a day for its text."""
    if isinstance(shown, date):
        shown = shown.isoformat()[:10]
    if said is None:
        assert shown == NONE, place
    elif isinstance(said, str):
        assert shown == said, place
    else:
        assert shown == pytest.approx(said, abs=1e-9), place


def check_group(row: dict[str, object], said: dict, place: object) -> None:
    deviasi = None if said["deviasi"] is None else said["deviasi"] * 100
    same(row["JUMLAH INDIKATOR"], said["jumlah"], place)
    same(row["RENCANA"], said["rencana"], place)
    same(row["CAPAIAN"], said["capaian"], place)
    same(row["DEVIASI (POIN)"], deviasi, place)
    same(row["SELESAI, BUKTI TERTAUT"], said["bukti_tertaut"], place)
    for word, status in WORDS.items():
        same(row[word], said["status"][status], (place, word))
    if "capaian_tertimbang" in said:
        same(row["CAPAIAN TERTIMBANG"], said["capaian_tertimbang"], place)


def check_indikator(row: dict[str, object], said: dict, place: object) -> None:
    same(row["RENCANA"], said["rencana"], place)
    same(row["REALISASI"], "?" if said["realisasi"] is None else said["realisasi"], place)
    same(WORDS[str(row["STATUS"])], said["status"], place)
    same(row["JATUH TEMPO"], said["jatuh_tempo"], place)
    same(row["HARI TERLAMBAT"], said["hari_terlambat"], place)
    same(row["DEVIASI (POIN)"], None if said["deviasi"] is None else said["deviasi"] * 100, place)


def check(book: Cells, said: dict, seed: object) -> None:
    """Every figure of the whole, each group and each indikator, in every sheet that shows it."""
    *komponen, total = table(book, "Ringkasan", "KODE")[: len(said["komponen"]) + 1]
    check_group(total, said["total"], (seed, "total"))
    for row, group in zip(komponen, said["komponen"], strict=True):
        check_group(row, group, (seed, group["kode"]))
    subkomponen = [row for row in table(book, "Per Subkomponen", "KODE") if row["KODE"]]
    for row, group in zip(subkomponen, said["subkomponen"], strict=True):
        check_group(row, group, (seed, group["kode"]))
    people = [row for row in table(book, "Per Penanggung Jawab", "NO") if row["NO"]]
    for row, group in zip(people, said["penanggung_jawab"], strict=True):
        check_group(row, group, (seed, group["kode"]))
    by_kode = {one["kode"]: one for one in said["indikator"]}
    indikator = [row for row in table(book, "Perhitungan", "KODE") if row["KODE"] in by_kode]
    for row, one in zip(indikator, said["indikator"], strict=True):
        check_indikator(row, one, (seed, one["kode"]))
    by_group = {group["kode"]: group for group in (*said["komponen"], *said["subkomponen"])}
    for group in said["komponen"]:
        for row in table(book, f"Komponen {group['kode']}", "KODE"):
            kode = str(row["KODE"])
            if kode in by_kode:
                check_indikator(row, by_kode[kode], (seed, kode))
            else:
                same(row["RENCANA"], by_group[kode]["rencana"], (seed, kode))
                same(row["REALISASI"], by_group[kode]["capaian"], (seed, kode))


def on_another_day(package: bytes) -> bytes:
    """The workbook after somebody typed another day into the cell `tanggal_penilaian`; nothing is computed anew yet."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(out, "w") as new:
        book = old.read("xl/workbook.xml").decode()
        place = re.search(r"""name="tanggal_penilaian">'Sampul'!\$B\$(\d+)<""", book)
        for name in old.namelist():
            part = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                serial = (ANOTHER_DAY - date(1899, 12, 30)).days
                pattern = rf'(<c r="B{place[1]}"[^>]*><v>)\d+(</v>)'
                part, changed = re.subn(pattern, rf"\g<1>{serial}\g<2>", part.decode())
                assert changed == 1
                part = part.encode()
            new.writestr(name, part)
    return out.getvalue()


def rendered(seed: int) -> bytes:
    """The report of a state."""
    return once(render_laporan, made_contents(seed), paper="f4")


@pytest.mark.parametrize("seed", few_when_quick(range(STATES), 6))
@pytest.mark.slow
def test_cached_values_are_what_was_measured(seed):
    """Protected View, and every reader that computes nothing, shows these."""
    check(cells(rendered(seed)), capaian_json(made_contents(seed).measurement), seed)


def test_libreoffice_computes_what_capaian_says(recalculated):
    """Every other cell of the workbook is what was cached; and once another as-of day is typed, that day's figures."""
    states = {seed: rendered(seed) for seed in range(STATES)}
    others = {f"{seed} later": on_another_day(states[seed]) for seed in MOVED}
    again = recalculated({str(seed): package for seed, package in states.items()} | others)
    for seed in MOVED:
        check(cells(again[f"{seed} later"]), capaian_json(made_contents(seed, per=ANOTHER_DAY).measurement), seed)
    for seed, package in states.items():
        book, cached = cells(again[str(seed)]), cells(package)
        check(book, capaian_json(made_contents(seed).measurement), seed)
        for sheet, rows in cached.items():
            for at, row in enumerate(rows):
                for column, value in enumerate(row):
                    computed = book[sheet][at][column] if at < len(book[sheet]) else ""
                    if isinstance(value, float):
                        assert computed == pytest.approx(value, abs=1e-9), (seed, sheet, at + 1, column + 1)
                    else:
                        assert computed == value, (seed, sheet, at + 1, column + 1)


def formulas(package: bytes) -> set[str]:
    """All formulas of the sheets' cells, out of their XML."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        sheets = [archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
    return {html.unescape(formula) for sheet in sheets for formula in re.findall(r"<f[^>]*>([^<]*)</f>", sheet)}


@pytest.mark.slow
def test_formulas_keep_to_what_every_application_knows():
    """No volatile functions, no dynamic arrays, nothing newer than Excel 2007."""
    used = {
        name
        for package in map(rendered, range(6))
        for formula in formulas(package)
        for name in re.findall(r"[A-Z][A-Z0-9.]+(?=\()", re.sub(r'"[^"]*"', "", formula))
    }
    assert "SUM" in used
    assert used <= KNOWN


@pytest.mark.slow
def test_nothing_but_realisasi_and_days_is_typed():
    """Of the numbers of an indikator's row, all others are formulas."""
    typed = {"REALISASI", "REALISASI AWAL PERIODE", "TANGGAL SELESAI", "NOMOR PJ"}
    for package in map(rendered, range(6)):
        sheet = openpyxl.load_workbook(io.BytesIO(package), read_only=True)["Perhitungan"]
        titles = next(row for row in sheet.iter_rows(values_only=True) if row[0] == "KODE")
        for row in sheet.iter_rows(min_row=9, values_only=True):
            if row[2] is None:
                break
            for title, value in zip(titles, row, strict=True):
                if isinstance(value, int | float):
                    assert title in typed or title.startswith("TANGGAL "), title
