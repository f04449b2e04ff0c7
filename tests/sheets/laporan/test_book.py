"""The evaluator's workbook as a package: sheets, names, protection, print setup, charts; and staff's texts in it."""

import html
import io
import re
import zipfile
from datetime import date

import pytest
from laporan_plans import contents_of, made_contents
from once import once
from samples import few_when_quick

from zi_excel.plan.people import PenandaTangan
from zi_excel.plan.periode import read_period
from zi_excel.plan.rencana_aksi import Place
from zi_excel.report.contents import ReportContents
from zi_excel.report.notes import CarriedNotes, Note
from zi_excel.sheets import PAPERS, render_laporan
from zi_excel.sheets.layout import FIRST_ROW, HEADER_ROW
from zi_excel.validation.findings import Finding, Level

PER = date(2025, 11, 20)
FRONT = ["Sampul", "Ringkasan", "Perkembangan", "Per Subkomponen"]
BACK = [
    *("Jadwal", "Bukti", "Tindak Lanjut", "Per Penanggung Jawab", "Temuan", "Metodologi", "Matriks"),
    *("Perhitungan", "Perjalanan"),
]
HOSTILE = [
    '=HYPERLINK("http://contoh.example";"klik")',
    "=1+1",
    "+1",
    "-1+1",
    "@SUM(1)",
    "\t=1",
    "{=1}",
    "http://contoh.example/a",
    "x" * 40_000,
    "😀" * 20_000,
    "\x00\x07\x1b\ufffe\ud83d",
    "_x0041_ &lt; <b>",
    "<r><t>tebal & miring</t></r>",
    "internal:Sampul!A1",
    "baris\r\nbaris\x0bbaris",
]


def book(read, contents: ReportContents, *, paper: str = "f4", values: bool = True):
    return read(once(render_laporan, contents, paper=paper), values=values)


def texts(workbook) -> list[str]:
    return [str(cell.value) for sheet in workbook for row in sheet for cell in row if cell.value is not None]


def half_contents(half, **more) -> ReportContents:
    return contents_of(half.plan, PER, findings=half.findings, **more)


@pytest.mark.slow
def test_sheets_in_their_order(half, read):
    """What comes first is read first; a sheet per komponen."""
    komponen = [f"Komponen {kode}" for kode in ("I", "II", "III", "IV", "V", "VI")]
    assert book(read, half_contents(half)).sheetnames == [*FRONT, *komponen, *BACK]


@pytest.mark.slow
def test_the_same_contents_give_the_same_bytes(half):
    """Whenever they are rendered."""
    assert render_laporan(half_contents(half), paper="f4") == once(render_laporan, half_contents(half), paper="f4")


@pytest.mark.parametrize(("paper", "number"), [("f4", "14"), ("a4", "9"), ("legal", "5")])
@pytest.mark.slow
def test_print_setup(few, read, paper, number):
    """Landscape on that paper, page x of y, the header on each page where there are several."""
    for sheet in book(read, half_contents(few), paper=paper):
        assert str(sheet.page_setup.paperSize) == number
        assert sheet.page_setup.orientation == "landscape"
        assert "Halaman" in sheet.oddFooter.right.text
        assert sheet.title in {"Sampul", "Ringkasan", "Metodologi"} or sheet.print_title_rows


@pytest.mark.slow
def test_what_the_evaluator_fills_is_open_and_the_rest_is_locked(half, read):
    """Without a password; filters and row heights stay free."""
    for sheet in book(read, half_contents(half), values=False):
        assert sheet.protection.sheet
        assert not sheet.protection.password
        assert not sheet.protection.autoFilter
        assert not sheet.protection.formatRows
        open_cells = {cell.column_letter for row in sheet for cell in row if not cell.protection.locked}
        if sheet.title.startswith("Komponen"):
            (column,) = open_cells
            assert sheet[f"{column}{HEADER_ROW}"].value == "CATATAN EVALUATOR"
        else:
            assert not open_cells


@pytest.mark.slow
def test_names_make_formulas_readable(half, read):
    """The day is a cell of Sampul, what is judged by are cells of Metodologi; each is used."""
    workbook = book(read, half_contents(half), values=False)
    said = "\n".join(texts(workbook))
    for name in (
        *("tanggal_penilaian", "toleransi_poin", "hari_perhatian", "kelonggaran", "ketelitian"),
        *("batas_wbk", "batas_wbbm"),
    ):
        sheet = "Sampul" if name == "tanggal_penilaian" else "Metodologi"
        assert workbook.defined_names[name].attr_text.startswith(f"'{sheet}'!$B$")
        assert re.search(rf"=[^\n]*\b{name}\b", said), name


def test_charts_say_what_they_show(half):
    """Four, each with a text for who can't see it."""
    with zipfile.ZipFile(io.BytesIO(once(render_laporan, half_contents(half), paper="f4"))) as package:
        drawing = package.read("xl/drawings/drawing1.xml").decode()
        assert len([name for name in package.namelist() if name.startswith("xl/charts/chart")]) == 4 + 6
    described = re.findall(r'descr="(Grafik [^"]{30,})"', drawing)
    assert len(described) == len(set(described)) == 4


def test_the_courses_months_are_indonesian(half):
    """Whatever language the program has."""
    with zipfile.ZipFile(io.BytesIO(once(render_laporan, half_contents(half), paper="f4"))) as package:
        charts = [package.read(name).decode() for name in package.namelist() if name.startswith("xl/charts/chart")]
    (course,) = [chart for chart in charts if "c:dateAx" in chart]
    assert 'formatCode="[$-421]mmm yy"' in course


def test_only_sheets_with_notes_speak_of_them(half, read):
    """The others are locked all over."""
    for sheet in book(read, half_contents(half)):
        has_notes = any(cell.value == "CATATAN EVALUATOR" for row in sheet for cell in row)
        assert ("kolom catatan evaluator" in sheet["A2"].value) is has_notes, sheet.title


def test_the_example_is_worked_out_down_to_the_weighted_capaian(half, read):
    """Each value a formula over the cells that its words name."""
    contents = half_contents(half)
    shown, formulas = (book(read, contents, values=values)["Metodologi"] for values in (True, False))
    rows = {str(row[0].value): row[0].row for row in shown.iter_rows(max_col=1)}
    measured = contents.measurement
    groups = {each.kode: each for each in (*measured.komponen, *measured.subkomponen)}
    words = [word for word in rows if word.startswith("Capaian ") and word.split()[-1] in groups]
    assert [word.rpartition(" ")[0] for word in words] == [
        *("Capaian subkomponen", "Capaian komponen", "Capaian tertimbang komponen"),
    ]
    for word in words:
        group = groups[word.split()[-1]]
        expected = group.tertimbang if "tertimbang" in word else group.capaian
        assert shown.cell(rows[word], 2).value == pytest.approx(expected, abs=1e-12)
        assert "SUM" in formulas.cell(rows[word], 2).value


def test_a_day_that_was_done_is_typed_once(half, read):
    """In Perhitungan; no day is typed into the sheet of a komponen, those that it shows are formulas."""
    shown = book(read, half_contents(half), values=False)
    typed = [
        cell for row in shown["Perhitungan"].iter_rows(min_row=FIRST_ROW) for cell in row if cell.column_letter == "J"
    ]
    assert [cell for cell in typed if cell.data_type == "d"]
    cells = [cell for sheet in shown if sheet.title.startswith("Komponen") for row in sheet for cell in row]
    assert not [cell.coordinate for cell in cells if cell.data_type == "d"]
    assert [cell for cell in cells if cell.data_type == "f" and "Perhitungan'!$H$" in cell.value]


@pytest.mark.parametrize(
    ("kantor", "shown"),
    [
        ("KPU Kota Surakarta", "KPU Kota Surakarta  |  Dibuat oleh"),
        ("", "Dibuat oleh"),
        ("Dinas A & B", "Dinas A && B  |  Dibuat oleh"),
        ("&" * 300, "&&…  |  Dibuat oleh"),
        ("K" * 300, "K…  |  Dibuat oleh"),
    ],
)
def test_a_printed_page_says_whose_it_is(few, kantor, shown):
    """With the page's number, whatever the office is called."""
    contents = half_contents(few)
    contents = contents._replace(occasion=contents.occasion._replace(kantor=kantor))
    with zipfile.ZipFile(io.BytesIO(once(render_laporan, contents, paper="f4"))) as package:
        sheets = [name for name in package.namelist() if name.startswith("xl/worksheets/sheet")]
        for name in sheets:
            footer = html.unescape(re.search(r"<oddFooter>(.*)</oddFooter>", package.read(name).decode())[1])
            assert shown in footer
            assert footer.endswith("Halaman &P dari &N")


def test_no_row_is_too_low_for_its_text(half, read):
    """Not even the rows above the tables."""
    for sheet in book(read, half_contents(half)):
        for row in sheet.iter_rows(max_row=20):
            if any(cell.value is not None for cell in row):
                assert (sheet.row_dimensions[row[0].row].height or 15) >= 12, (sheet.title, row[0].row)


def test_a_quarters_report_is_titled_by_its_quarter(few, read):
    """On the cover and in the file's properties."""
    contents = half_contents(few)
    contents = contents._replace(occasion=contents.occasion._replace(period=read_period("TW III", 2025)))
    workbook = book(read, contents)
    for title in (workbook["Sampul"]["A1"].value, workbook.properties.title):
        assert title.endswith("Zona Integritas Tahun 2025, TW III (Juli–September 2025)")


@pytest.mark.parametrize("sheet", ["Perhitungan", "Komponen I"])
def test_a_realisasi_typed_over_one_not_reported_has_no_star(half, read, sheet):
    """The star says that nothing was reported; no cell keeps it beside a share."""
    rules = book(read, half_contents(half), values=False)[sheet].conditional_formatting
    column = "D" if sheet == "Perhitungan" else "F"
    said = {
        rule.formula[0]: rule.dxf.numFmt.formatCode
        for area in rules
        if str(area.sqref).startswith(f"{column}{FIRST_ROW}")
        for rule in area.rules
        if rule.dxf.numFmt is not None
    }
    condition = f"AND(ISNUMBER({column}{FIRST_ROW}),{column}{FIRST_ROW}>0)"
    assert said[condition] == "0%"
    assert list(said)[-1] == condition  # after those of what is nearly 0 % or 100 %


def test_properties_and_signatures(few, read):
    """Who, what and when; two signers side by side, the last under place and date."""
    contents = half_contents(few)
    signers = (PenandaTangan("Nama Satu", "Ketua", "19700101"), PenandaTangan("Nama Dua", "Sekretaris", None, "Solo"))
    occasion = contents.occasion._replace(signers=signers)
    workbook = book(read, contents._replace(occasion=occasion))
    assert workbook.properties.creator == "KPU Kota Contoh"
    assert "Zona Integritas" in workbook.properties.title
    said = texts(workbook)
    for text in (
        "Nama Satu",
        "Ketua",
        "NIP 19700101",
        "Nama Dua",
        "Sekretaris",
        "Solo, 20 November 2025",
        "Mengetahui,",
    ):
        assert text in said


def test_without_signers_there_are_lines_to_fill(half, read):
    """An unsigned report is signed by hand."""
    assert [text for text in texts(book(read, half_contents(half))["Sampul"].parent) if "……" in text]


@pytest.mark.parametrize("text", few_when_quick(HOSTILE, 3))
@pytest.mark.slow
def test_texts_stay_texts(few, read, text):
    """Whatever staff, or the evaluator, typed: no formula, no link of its own making; the package is well-formed."""
    first, *rest = few.plan.komponen
    sub, *subs = first.subkomponen
    indikator, *others = sub.indikator

    def typed(datum):
        return datum._replace(text=text, value=text)

    changed = indikator._replace(
        nama=typed(indikator.nama),
        langkah_aksi=typed(indikator.langkah_aksi),
        bukti_fisik=typed(indikator.bukti_fisik),
        target_waktu=typed(indikator.target_waktu),
        penanggung_jawab=typed(indikator.penanggung_jawab),
        tanggal_selesai=typed(indikator.tanggal_selesai),
        tautan_bukti=indikator.tautan_bukti._replace(text=text).with_aside(links=(text,)),
        kendala=typed(indikator.kendala),
        tindak_lanjut=typed(indikator.tindak_lanjut),
    )
    sub = sub._replace(nama=typed(sub.nama), no=typed(sub.no), indikator=(changed, *others))
    first = first._replace(nama=typed(first.nama), subkomponen=(sub, *subs))
    plan = few.plan._replace(komponen=(first, *rest), title=(text,))
    findings = (Finding("ZI905", Level.PERINGATAN, Place(plan.sheet, indikator.row, 3), "I.1.a", text, text),)
    notes = CarriedNotes({"I.1.a": text, "I": text}, (Note(text[:50], text, text),))
    contents = contents_of(plan, PER, findings=findings, notes=notes)
    occasion = contents.occasion._replace(
        kantor=text, source=text[:100], signers=(PenandaTangan(text, text, text, text),)
    )
    plain = {cell.coordinate for cell in _formulas(book(read, half_contents(few), values=False)["Komponen I"])}
    workbook = book(read, contents._replace(occasion=occasion), values=False)
    typed = {"N11"}  # a TANGGAL SELESAI that is no date stands as staff wrote it
    assert {cell.coordinate for cell in _formulas(workbook["Komponen I"])} == plain - typed
    for sheet in workbook:
        for cell in _formulas(sheet):
            assert len(text) < 5 or text not in cell.value
            assert "HYPERLINK" not in cell.value
        for row in sheet:
            for cell in row:
                if cell.hyperlink is not None and cell.hyperlink.target:
                    assert cell.hyperlink.target.startswith(("http://", "https://"))
                assert not isinstance(cell.value, str) or len(cell.value.encode("utf-16-le")) // 2 <= 32_767


def _formulas(sheet):
    return [cell for row in sheet for cell in row if cell.data_type == "f"]


@pytest.mark.slow
def test_notes_stand_where_they_belong_and_none_is_lost(few, read):
    """Whole, however long; what fits nowhere has a sheet of its own."""
    long = "catatan " * 2000
    notes = CarriedNotes({"I": "Komponen baik", "I.1.a": long, "I.2.c": "Cek"}, (Note("I.9.z", "lama", "Hilang?"),))
    workbook = book(read, half_contents(few, notes=notes))
    assert workbook["Komponen I"][f"N{FIRST_ROW}"].value == "Komponen baik"
    assert workbook["Komponen I"][f"N{FIRST_ROW + 2}"].value == long
    assert [cell.value for cell in workbook["Catatan Lama"][FIRST_ROW]] == ["I.9.z", "lama", "Hilang?"]


@pytest.mark.slow
def test_the_register_says_what_is_missing(read):
    """Every butir of every indikator has a row; the counts are those of the register."""
    contents = made_contents(11)
    rows = list(book(read, contents)["Bukti"].iter_rows(values_only=True))
    at = max(at for at, row in enumerate(rows) if row[0] == "KODE")
    register = rows[at + 1 :]
    butir = sum(len(each.butir_bukti) for each in contents.plan.indikator())
    assert sum(isinstance(row[2], int) for row in register) == butir
    for each in contents.plan.indikator():
        own = [row for row in register if row[0] == each.kode]
        links, count = len(each.tautan_bukti.links), len(each.butir_bukti)
        assert [row[5] for row in own] == [
            *["✔ Tertaut"] * min(links, count),
            *["● Tautan bersama" if links else "✖ Belum ada"] * max(count - links, 0),
            *["+ Tautan tambahan"] * max(links - count, 0),
            *["✖ Belum ada"] * (not links and not count),
        ]


@pytest.mark.slow
def test_open_ones_come_first(half, read):
    """Kendala without tindak lanjut, then those under way, then what is done."""
    rows = book(read, half_contents(half))["Tindak Lanjut"].iter_rows(min_row=FIRST_ROW, values_only=True)
    states = [row[6] for row in rows if row[6] is not None]
    order = ["✖ Belum ditindaklanjuti", "▶ Sedang ditindaklanjuti", "✔ Tuntas"]
    assert states == sorted(states, key=order.index)
    assert states


def test_a_difference_is_shown_in_its_row(few, read):
    """In the colour of its level, and in words."""
    row = next(few.plan.indikator()).row
    finding = Finding(
        "ZI901", Level.GALAT, Place(few.plan.sheet, row, 6), "I.1.a", "Target waktu diubah: …", "Kembalikan."
    )
    removed = Finding("ZI903", Level.GALAT, Place(few.plan.sheet, 1), "I.9.a", "Indikator I.9.a tidak ada.", "")
    sheet = book(read, contents_of(few.plan, PER, findings=(finding, removed)))["Matriks"]
    assert "Target waktu diubah" in sheet["H7"].value
    assert sheet["F7"].fill.fgColor.rgb == sheet["H7"].fill.fgColor.rgb
    assert sheet["E7"].fill.fgColor.rgb != sheet["F7"].fill.fgColor.rgb
    assert any("I.9.a tidak ada" in str(cell.value) for cell in sheet["B"])


@pytest.mark.parametrize("paper", few_when_quick(PAPERS, 1))
@pytest.mark.parametrize("case", ["empty", "finished", "odd"])
@pytest.mark.slow
def test_any_state_is_rendered(request, read, case, paper):
    """Nothing reported, all done, another office's matrix with hollow parts."""
    case = request.getfixturevalue(case)
    workbook = book(read, contents_of(case.plan, case.per, findings=case.findings), paper=paper)
    assert workbook.sheetnames[:4] == FRONT
    assert not [text for text in texts(workbook) if text.startswith("#")]
