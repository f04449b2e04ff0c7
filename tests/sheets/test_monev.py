"""The rendered workbook as a whole: safe with staff's text, the same each time, ready to be printed and grafted."""

import io
import re
import shutil
import subprocess
import sys
import time
import zipfile
from datetime import date
from pathlib import Path

import pytest

from zi_excel.errors import WorkbookError
from zi_excel.measuring.status import Ambang
from zi_excel.plan.rencana_aksi import Place
from zi_excel.sheets import render_monev
from zi_excel.sheets.komponen import COLUMNS
from zi_excel.sheets.layout import FIRST_ROW, HEADER_ROW, RINGKASAN_HEADER_ROW, Col, layout_of
from zi_excel.sheets.page import HIGHEST_ROW
from zi_excel.sheets.paper import PAPERS
from zi_excel.sheets.ringkasan_sections import UrgentCol
from zi_excel.sheets.style import STATUS
from zi_excel.sheets.temuan import PESAN, SEL
from zi_excel.signs import TAB_SIGN
from zi_excel.validation.findings import Finding, Level
from zi_excel.wording import NONE, level_text

CHECKER = Path(__file__).parents[2].parent / "shared" / "tools" / "check_format.py"
NAMES = [
    "Monev Ringkasan",
    *(f"Monev {kode}" for kode in ("I", "II", "III", "IV", "V", "VI")),
    "Monev Jadwal",
    "Monev Temuan",
    "Monev Riwayat",
]
DANGEROUS = [
    "=1+1",
    '=HYPERLINK("http://x.example")',
    "+1",
    "-1",
    "@x",
    "{=1}",
    "http://x.example",
    "00123",
    "31/12/2025",
    "TRUE",
]


def parts(package: bytes, prefix: str) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist() if name.startswith(prefix)}


def test_the_tabs_stand_in_their_order(half, read):
    """The summary first, the history last."""
    assert read(half.render(), values=True).sheetnames == NAMES


def test_every_tab_has_title_and_sign(half, read):
    """A1 is the title; A2 starts with the sign by which the tool knows its tabs, and says who may write where."""
    for sheet in read(half.render(), values=True):
        assert sheet["A1"].value.startswith("Monev")
        assert sheet["A2"].value == (
            f"{TAB_SIGN} 9.9.9 per 20 November 2025. Ditulis ulang setiap penyegaran; "
            "tulis perubahan di lembar 'Rencana Aksi'."
        )


@pytest.mark.parametrize("state", ["half", "empty", "finished"])
@pytest.mark.slow
def test_headers_never_move(request, read, state: str):
    """Other workbooks may point there: the same header in the same cells, whatever was reported."""
    book = read(request.getfixturevalue(state).render(), values=True)
    assert [cell.value for cell in book["Monev III"][HEADER_ROW]] == [title for title, _ in COLUMNS.values()]
    assert [cell.value for cell in book["Monev Ringkasan"][RINGKASAN_HEADER_ROW]][:7] == [
        *("KODE", "KOMPONEN", "JUMLAH INDIKATOR", "RENCANA", "CAPAIAN", "DEVIASI (POIN)", "CAPAIAN TERTIMBANG"),
    ]
    titles = [cell.value for cell in book["Monev Temuan"][HEADER_ROW]]
    assert titles == ["NO", "TINGKAT", "ATURAN", "INDIKATOR", "LEMBAR", "SEL", "PESAN", "SARAN"]
    assert book["Monev Jadwal"].cell(HEADER_ROW, 1).value == "KODE"


@pytest.mark.slow
def test_the_same_content_gives_the_same_bytes(half):
    """Nothing of the day, the machine or the run is in the package."""
    content = half.plan, half.measurement, half.findings
    first = half.render()
    time.sleep(1.1)  # longer than what a document's time tells apart
    assert render_monev(*content, names=half.names, version="9.9.9") == first


@pytest.mark.parametrize("text", DANGEROUS)
def test_staff_text_is_text(plan_with, read, text: str):
    """What looks like a formula, a link, a number or a date is shown as it was typed, and nothing is executed."""
    case = plan_with(kendala=text, tindak_lanjut=text, evidence=text, nama=text, finished=text)
    sheet = read(case.render(), values=False)["Monev I"]
    for column in (Col.INDIKATOR, Col.KENDALA, Col.TINDAK_LANJUT, Col.BUKTI, Col.TANGGAL_SELESAI):
        cell = sheet.cell(FIRST_ROW, column)
        assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_findings_are_text_too(few, read):
    """A message may quote what staff typed."""
    few.findings = (Finding("ZI801", Level.GALAT, Place("Rencana Aksi", 9, 8), "I.1.a", "=1+1", "+x"),)
    cell = read(few.render(), values=False)["Monev Temuan"].cell(FIRST_ROW, PESAN)
    assert (cell.value, cell.data_type) == ("=1+1", "s")


@pytest.mark.parametrize(
    "text",
    ["x" * 40_000, "kata " * 8_000, "baris\n" * 3_000, "😀" * 20_000, "\x00\x08\x1b\ud800\ufffe ]]> <b> & _x0041_"],
    ids=["one word", "words", "lines", "emoji", "control characters"],
)
@pytest.mark.slow
def test_any_text_keeps_the_sheet_whole(plan_with, read, text: str):
    """Longer than a cell holds or a screen shows: cut, with a word on it; no row is higher than Excel allows."""
    case = plan_with(kendala=text, nama=text, evidence=text)
    sheet = read(case.render(), values=True)["Monev I"]
    shown = sheet.cell(FIRST_ROW, Col.KENDALA).value
    assert len(text) < 100 or shown.endswith("(dipotong; selengkapnya di lembar matriks)")
    assert sheet.row_dimensions[FIRST_ROW].height <= HIGHEST_ROW


def test_evidence_is_clickable_where_it_is_a_web_address(plan_with, read):
    """The first web address; the number of links beside it; the whole address in the tip."""
    links = ("bukti/SK.pdf", "https://contoh.example/a b", "https://contoh.example/c")
    sheet = read(plan_with(links=links, evidence="SK dan foto").render(), values=True)["Monev I"]
    cell = sheet.cell(FIRST_ROW, Col.BUKTI)
    assert (cell.value, cell.hyperlink.target, cell.hyperlink.tooltip) == (
        *("SK dan foto", "https://contoh.example/a%20b", "https://contoh.example/a%20b"),
    )
    assert sheet.cell(FIRST_ROW, Col.JUMLAH_TAUTAN).value == 3


def test_rows_lead_to_the_matrix(odd, read):
    """By the matrix's own name, whatever it is."""
    cell = read(odd.render(), values=True)["Bagian I 'lama' kami"].cell(FIRST_ROW, Col.MATRIKS)
    row = next(odd.plan.indikator()).row
    assert (cell.value, cell.hyperlink.location) == (f"baris {row}", f"'Rencana ''Aksi'' & 100% #1'!A{row}")


@pytest.mark.slow
def test_findings_lead_to_their_cell_and_the_gravest_stand_first(half, read):
    """Counts on top; a finding without a cell has none to lead to."""
    sheet = read(half.render(), values=True)["Monev Temuan"]
    rows = range(FIRST_ROW, FIRST_ROW + len(half.findings))
    assert [sheet.cell(row, 2).value for row in rows] == [
        level_text(level) for level in (Level.GALAT, Level.PERINGATAN, Level.PERINGATAN, Level.INFO)
    ]
    assert [sheet.cell(row, SEL).value for row in rows] == ["F11", "J12", NONE, "F14"]
    assert sheet.cell(FIRST_ROW, SEL).hyperlink.location == "'Rencana Aksi'!F11"
    assert sheet["A3"].value == "✖ Galat: 1     ▲ Peringatan: 2     ○ Info: 1"
    assert sheet.cell(FIRST_ROW + 2, PESAN).value.endswith("Diubah oleh pengaturan: =kesepakatan")
    assert "dan 15 lainnya" in sheet.cell(FIRST_ROW + 3, PESAN).value


def test_no_findings_is_said_kindly(empty, read):
    """A table without rows would look broken."""
    sheet = read(empty.render(), values=True)["Monev Temuan"]
    assert sheet.cell(FIRST_ROW, PESAN).value.startswith("Tidak ada temuan")
    assert sheet["A3"].value == "✖ Galat: 0     ▲ Peringatan: 0     ○ Info: 0"


def test_a_status_is_word_sign_and_colour(half, read):
    """Each row says its status in one cell, in the status' own colours."""
    sheet = read(half.render(), values=True)["Monev III"]
    results = [result for result in half.measurement.indikator if result.komponen == "III"]
    for row, result in enumerate(results, FIRST_ROW):
        cell, colours = sheet.cell(row, Col.STATUS), STATUS[result.status]
        assert cell.value == f"{result.status.sign} {result.status.word}"
        assert (cell.fill.fgColor.rgb, cell.font.color.rgb) == ("FF" + colours.fill[1:], "FF" + colours.ink[1:])


@pytest.mark.slow
def test_unreadable_and_unreported_are_told_apart(plan_with, read):
    """An unreadable realisasi is "?", no rencana is a dash, a blank realisasi is 0 with a star."""
    unreadable = read(plan_with(share=None, reported=True).render(), values=True)["Monev I"]
    assert unreadable.cell(FIRST_ROW, Col.REALISASI).value == "?"
    blank = read(plan_with().render(), values=True)["Monev I"].cell(FIRST_ROW, Col.REALISASI)
    assert (blank.value, blank.number_format) == (0, '0%"*"')


@pytest.mark.parametrize("date_1904", [False, True])
def test_days_are_days_in_either_calendar(plan_with, read, date_1904: bool):
    """Staff's workbook may count days from 1904."""
    day = date(2025, 3, 5)
    package = plan_with(share=1.0, reported=True, finished=day).render(date_1904=date_1904)
    assert read(package, values=True)["Monev I"].cell(FIRST_ROW, Col.TANGGAL_SELESAI).value.date() == day


def test_the_most_urgent_are_named(half, read):
    """The first ten of those that are late or ask for attention, with how late they are."""
    urgent, first = half.measurement.urgent[:10], layout_of(half.plan, half.names).urgent_row + 2
    sheet = read(half.render(), values=True)["Monev Ringkasan"]
    shown = [
        (sheet.cell(row, UrgentCol.KODE).value, sheet.cell(row, UrgentCol.HARI).value)
        for row in range(first, first + 11)
    ]
    assert shown == [
        *((each.indikator.kode, NONE if each.days_late is None else each.days_late) for each in urgent),
        (None, None),
    ]


@pytest.mark.slow
def test_settings_enter_the_legend(half, read):
    """The thresholds that the numbers were measured with."""
    layout = layout_of(half.plan, half.names)
    sheet = read(half.render(ambang=Ambang(7.5, 21)), values=True)["Monev Ringkasan"]
    said = " ".join(str(sheet.cell(row, 3).value) for row in range(layout.legend_row, layout.urgent_row))
    assert "lebih dari 7,5 poin" in said
    assert "dalam 21 hari" in said


def test_why_there_is_no_weighted_capaian(odd, read):
    """A dash in its place, and the reason under the table."""
    layout = layout_of(odd.plan, odd.names)
    sheet = read(odd.render(), values=True)["Monev Ringkasan"]
    assert sheet.cell(layout.total_row, 7).value == NONE
    said = sheet.cell(layout.total_row + 1, 1).value
    assert said == f"Capaian tertimbang tidak dihitung: {odd.measurement.total.tertimbang_sebab}"


def test_it_prints_on_f4(half, read):
    """Landscape, headers repeated, pages numbered; as wide as a page, or parted where that could not be read."""
    parted = []
    for sheet in read(half.render(), values=True):
        setup = sheet.page_setup
        assert (int(setup.paperSize), setup.orientation) == (PAPERS["f4"].number, "landscape")
        if sheet.sheet_properties.pageSetUpPr is None or not sheet.sheet_properties.pageSetUpPr.fitToPage:
            parted.append(sheet.title)
            assert setup.scale >= 71  # ten points are seven
            assert sheet.col_breaks.brk
            assert re.fullmatch(r"\$A:\$[CD]", sheet.print_title_cols)  # up to INDIKATOR
        else:
            assert (setup.fitToWidth or 1, setup.fitToHeight) == (1, 0)
        assert "Dibuat oleh zi_excel 9.9.9" in sheet.oddFooter.left.text
        assert "&P dari &N" in sheet.oddFooter.right.text or "&[Page]" in sheet.oddFooter.right.text
        if sheet.title != "Monev Ringkasan":
            assert sheet.print_title_rows == f"${HEADER_ROW}:${HEADER_ROW}"
            assert sheet.auto_filter.ref.startswith(f"A{HEADER_ROW}:")
        assert sheet.freeze_panes
    assert parted == [*(f"Monev {kode}" for kode in ("I", "II", "III", "IV", "V", "VI")), "Monev Riwayat"]


def test_nothing_depends_on_staffs_theme(half):
    """Every font and colour is explicit: the sheets are moved into a workbook with another theme."""
    styles = parts(half.render(), "xl/styles.xml")["xl/styles.xml"]
    assert not re.search(r"<scheme |theme=", styles)
    for sheet in parts(half.render(), "xl/worksheets/sheet").values():
        assert "theme=" not in sheet
        (footer,) = re.findall("<oddFooter>(.*?)</oddFooter>", sheet)
        assert (
            footer.count('&amp;"Calibri,Regular"&amp;10&amp;K1F2933')
            == footer.count("&amp;L") + footer.count("&amp;R")
            == 2
        )


def test_nothing_but_what_can_be_grafted(half):
    """No tables, macros, images or comments; names only of Excel's own kinds."""
    package = half.render()
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        kinds = {re.sub(r"\d+", "", name) for name in archive.namelist() if name.startswith("xl/")}
    assert not {kind for kind in kinds if re.search("table|vba|media|comment", kind)}
    names = re.findall(r'<definedName name="([^"]+)"', parts(package, "xl/workbook.xml")["xl/workbook.xml"])
    assert set(names) <= {"_xlnm._FilterDatabase", "_xlnm.Print_Titles", "_xlnm.Print_Area"}


def test_charts_are_described_and_tell_no_untruth(half):
    """Alternative texts for those who can't see them; 100 % is said of no komponen that is only near it."""
    drawing = "".join(parts(half.render(), "xl/drawings/drawing").values())
    assert len(re.findall(r'descr="Grafik [^"]{20,}"', drawing)) == 3


def test_a_nearly_full_komponen_is_labelled_so(plan_with):
    """The chart's label is a text of its own where a rounded one would be untrue."""
    package = plan_with(share=0.98, reported=True, others=1.0).render()
    charts = "".join(parts(package, "xl/charts/chart").values())
    assert "&gt;99%" in charts


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("x" * 32, "ganti nama tab itu"),
        ("a/b", "ganti nama tab itu"),
        ("'a'", "ganti nama tab itu"),
        ("monev jadwal", "Dua tab Monev akan bernama 'monev jadwal'"),
    ],
    ids=["long", "slash", "quotes", "twice"],
)
def test_a_name_that_excel_refuses_is_explained(few, name: str, said: str):
    """LibreOffice lets staff rename a tab to what Excel does not take."""
    few.names = {**few.names, "monev_temuan": name}
    with pytest.raises(WorkbookError, match=said):
        few.render()


def test_a_plan_of_nothing_renders(half, read):
    """No komponen at all: still all the tabs."""
    half.plan = half.plan._replace(komponen=())
    tabs = ["Monev Ringkasan", "Monev Jadwal", "Monev Temuan", "Monev Riwayat"]
    assert read(half.render(), values=True).sheetnames == tabs


@pytest.mark.slow
@pytest.mark.skipif(not CHECKER.exists(), reason="../shared/tools/check_format.py is not there")
@pytest.mark.parametrize("state", ["half", "odd"])
def test_the_format_is_valid(request, tmp_path: Path, state: str):
    """Microsoft's validator finds no error."""
    book = tmp_path / "monev.xlsx"
    book.write_bytes(request.getfixturevalue(state).render())
    run = subprocess.run([sys.executable, CHECKER, book], capture_output=True, text=True, check=False)
    if run.returncode == 2 and "no validator" in run.stderr:
        pytest.skip("the validator is not installed")
    assert run.stdout.strip() == "0 error(s)"


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
def test_libreoffice_shows_nearly_as_nearly(plan_with, libreoffice, tmp_path: Path):
    """The number formats of conditions hold there too: 99.8 % of a realisasi reads >99%."""
    book = tmp_path / "monev.xlsx"
    book.write_bytes(plan_with(share=0.998, reported=True, others=0.002).render())
    run = ["pdftotext", "-layout", libreoffice("pdf", book, to=tmp_path), "-"]
    shown = subprocess.run(run, check=True, capture_output=True, timeout=60).stdout.decode()
    first, second = (
        next(line for line in shown.splitlines() if line.split()[:1] == [kode]) for kode in ("I.1.a", "I.1.b")
    )
    assert ">99%" in first
    assert "<1%" in second
